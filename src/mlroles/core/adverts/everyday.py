"""Everyday English words that are also names of skills, and the words that tell the two apart."""

from mlroles.core.finding.words import word_set

EVERYDAY = word_set("""
abstract access act action adapt adaptability adaptable
agent ai air amplitude analytics angular anvil
apex argo arrow atlas atom attention aurora
authoring automation autonomous axiom balance ballast bard
bargaining base bash basis basket batch beam bear bedrock big bison black blaze block blossom blue
bolt boost bottle bow box branch brand bridge bright brush budget budgeting budgets buffer bug
build bundle burp bus business cable calculation calculations camel candle canvas cargo case casper
castle celery cell central chain chart chef chroma cipher circle claim classification classifier
claude clean clear click cloud cluster coach coaching coalesce code coder cohere collaboration
collaborative collection collector comet command common communication compass compliance compose
conduct conductor confluence connect consul container containers control cookie copilot coral core
counter course craft crane creative creativity crew cross crystal cube curiosity cursor curve cyber
cypher cypress dagger dart dash data dawn deal decision deep deer delight delta design desk devise
digital discovery dish dive documentation doe dot dove draft dragon dream drift drill drive drop
druid dust eagle earth echo eclipse edge ego elastic electron elephant ember engine engineering
enigma envoy epic etc ethereal event evidently excel exchange experiment experiments expo express
fabric facilitation factory fauna feast feather field financial fire flair flame flash flask fleet
flexibility flexible flight flow fluent flutter flux fly focus forge form forum foundry fountain
fox fresh fuel function fusion future galaxy gateway gather gem gemini general ghost glance glass
glue go gold grail grand granite graph grasp grass great green grid groovy ground group growth
guard guide gulp hammer handle hangar harbor harness hatch haven heap heart helix helm hero hex
hill hiring hive honey hook horizon hub hue ice iceberg idea ideation ignite image imagination
impact impala incident incidents inform ink insight inspire integration integrations integrity
interview iris iron ivy jasper jest jet jewel join judgement judgment julia jump jungle jupiter
keeper kernel key keynote kite knife knight lambda lance language languages lantern launch lead
leadership leaf lean ledger legend lemon lens level lever light lightning link lion list lively
llama loader local lock locust logic loki loom loop lotus lucid lumen luna machine magic magnet
mantis map maple marathon marble marvel mason match materialize maven mediation medium memory
mercury mesh meta meteor method metric micro mind mint mirage mirror mistral mixer mode model
modern moment monitor monitoring moon motion motor mountain mustang native navigator nebula nest
net networking next nexus night ninja nitro noble node nomad north notebook notion nova nuclear
nugget oak oasis ocean octave olive onyx open optimisation optimization oracle orange orbit orca
orchestrate origin originality orion ort outlook outsourcing
owl oxygen pack packer paint panda paper
parcel parrot partner passenger patch path peak pearl pebble pendo pepper phantom phoenix photon
pick pig pilot pinecone pioneer pipe plan planet planner platform play playwright plug point polar
polars policy pony portal postman power prediction presentation presenting presto prime prism
privacy process processes procurement prodigy product project prometheus prompt prompting prompts
proof protect publication publications pulsar pulse puppet pure puzzle pyramid quarto quartz query
quick quiver rabbit racket radar raft rag rails rain ranking rapid raven ray react reactor realm
reason recovery recruiting recruitment red reference reflex relay remix render reporting reports
requirements research resolve responsive rest rewards risk river roadmap roadmaps robot rocket root
ros rose router ruby rush rust safe sage sails sales salt sampling sandbox scepticism scope scout
scratch scribe script sea security segment sense sentinel sentry sequel service session shap shape
shark shell shield shiny sierra signal skeleton skepticism sketch sky slack slam slate slim smart
snow snowflake socket sodium solid solidity sonar sonic source spark sparrow spectrum speed sphere
spider spin spring sprint spruce square stack
stage stakeholder stakeholders stan star steam stone storm
story stove strategy stream streaming stride strike stripe studio summit sun superset surface surge
survey surveys swallow swan swift swing switch sword symphony synapse table tableau tag tango
target task taxonomy teams tempo temporal tensor terms
terra testing thread thrift tide tiger time titan
tools torch torrent touch tower trace tracing
track trail transformer transformers transport travis tree
triton tulip turbo twist unity user validate vault vector vega velocity venture venus vertex view
vine viper virtual vision voyager watch water wave web wedge whisper wild wind windows windsurf
wing wire wizard wolf wood word workday workshop workshops world wren yarn zen zephyr zero zest
zoom
""")
"""Words that mean something else as often as a skill of that name."""

GENERAL = word_set("""
brand business calculation calculations collection conduct data design development engineering
financial industry information language languages management online process processes product
products project projects sales service services software support system systems team technology
terms transport user users work
""")
"""Words that say too little to stand for a skill that is called otherwise."""

SKILL_WORDS = word_set("""
abilities ability able advantage atout avance background beherrschung bonus capability
certification certified coding command competence competences competencies competency connaissance
connaissances desirable erfahrung erfahrungen exige experience experienced expert expertise
fahigkeit fahigkeiten familiar familiarity fluency fluent framework frameworks kenntnis kenntnisse
know knowledge langage langages language languages libraries library maitrise maitriser mastery
methodologies methods must nice outils plus practices preferred proficiency proficient
programmiersprache programmiersprachen programming required requis skill skilled skills sprachen
stack techniques technologies technology tooling tools umgang understanding using vorteil write
writing written wrote wunschenswert
""")
"""Words that say, folded, that a word near them is meant as a skill."""

OTHER_NOUNS = word_set("""
advisor agencies agency analyst arbeitszeit arbeitszeiten arbeitszeitmodelle associate business
businesses center centre clearance club coach
committee companies company conference department developer developers director division engineer
engineers environment environments firm firms group groups holiday horaires hours industry institute
institution journal lab labs lead manager managers market meeting office officer organisation
organization partner partners policy process program programme reasons schedule schedules scientist
scientists sector shift shifts specialist team teams time university vertical work worker workers
working
""")
"""Words behind a soft word that make something else of it: a research institute, flexible hours."""

FOLLOWED_BY = {
    "embedding": word_set("a in into it itself our the them these this within your"),
    "creative": word_set("agencies agency assets content industries services suite"),
    "flexibility": word_set("to"),
    "flexible": word_set(
        "benefits buying hybrid location pay pto remote spending time to vacation"
    ),
    "go": word_set("beyond further live"),
    "hiring": word_set("a an bonus decision decisions for practices process range ranges"),
    "programming": word_set("language languages"),
    "react": word_set("appropriately calmly fast promptly quickly swiftly to"),
    "reporting": word_set("directly line relationship to"),
}
"""Name, folded -> the next word, where it shows that something else is meant: reporting to."""

OTHER_MEANINGS = {
    "cloud": word_set("commerce creative marketing"),
    "cv": word_set("""
        your send submit upload updated letter resume application apply attach email bewerbung
        lebenslauf lettre motivation votre envoyer deinen ihren our date
    """),
    "dpo": word_set("data gdpr legal privacy protection the"),
    "ts": word_set("sci clearance secret"),
    "ea": word_set("games sports each"),
    "emr": word_set(
        "systems records hospitals medical health electronic patient ehr hospital clinical"
    ),
    "flexibility": word_set("benefits holiday hybrid pto remote vacation"),
    "flexible": word_set("benefits holiday hybrid pto remote vacation workplace"),
    "hiring": word_set(
        "are employment is placement promotion recruitment relocation transfer upon we"
    ),
    "integrity": word_set("accuracy completeness consistency data database quality referential"),
    "leadership": word_set("executive senior"),
    "os": word_set("mac"),
    "presentation": word_set("layer logic tier"),
    "security": word_set("homeland job national social"),
    "collaboration": word_set("in"),
    "ml": word_set("dose"),
    "profiling": word_set("customer expression gene genomic ribosome"),
    "r & d": word_set("team department equipe abteilung center centre join group service unit tax"),
    "rest": word_set("of"),
}
"""Name, folded -> words near it that show that it means something else."""

_MATHEMATICS = word_set("""
algorithms algebra analytics bayesian calculus classification clustering combinatorial constrained
convex forecasting integer learning linear logistics mathematical mathematics mining modeling
modelling multi objective operational operations predictive probability problem problems regression
routing simulation solver solvers statistical statistics stochastic theory
""")

NEEDED = {"optimisation": _MATHEMATICS, "optimization": _MATHEMATICS}
"""Name, folded -> words of which one must be near: most other optimisation is of costs or code."""

USERS = word_set("""
api apis app apps application applications code cluster clusters dashboard dashboards developer
developers engineer engineers entwickler job jobs macro macros microservice microservices model
models pipeline pipelines programmer programmers programmierung query queries report reports script
scripts service services workbook workbooks
""")
"""Words that say of the name of a tool before them that the tool is meant: Go services."""

WISHED = word_set("advantage bonus desirable nice plus preferred required")
"""Words in a sentence that show that a tool's name in it is one, wherever it stands."""

HEADS = word_set("""
anwendung anwendungen backed based basiert basierte basierten basierter centric cluster code
compatible driven enabled entwickler entwicklung erfahrung erfahrungen experience first focused
frameworks heavy hosted kenntnisse kenntnissen knowledge like modelle modellen native oriented
powered programmierung projekte projekten related savvy script scripts shiny skills specific style
umfeld umgebung umgebungen
""")
"""Words that may follow the hyphen of a compound whose first part is the skill: AWS-based."""
