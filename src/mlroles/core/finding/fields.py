"""Words of titles by what they say about the work: fields, persons, ranks and other trades."""

import re

from mlroles.core.finding.words import word_set

OTHER_FIELDS = word_set("""
account accounting advertising aerospace agency agricultural agriculture agronomy air aircraft
apparel architectural art asset athletic audio auto automotive aviation bakery bank banking bar
beauty
beverage billing biology boiler book brand branding broadcast building cable capital car care cargo
casting catering center centre channel charity chemical chemistry child childcare church city civil
claim clean cleaning clinic clinical clothing coating commercial commodity community concrete
construction content cook cosmetic course court credit crop cuisine culinary curriculum dental
dermatology diabetes drilling drug economic education elearning electric electrical energy equipment
equity estate event fabric facility farm fashion field film finance financial fire fiscal fitness
fixture food foundation franchise freight fund fundraising furniture garden gas genetic genomic
geology geotechnical grant growth hair harvest health healthcare highway hospital hospitality hotel
housing hr hvac immunology instruction insurance interior inventory jewelry kitchen labor laboratory
land landscape laundry leadership leasing legal library loan logistic marine market marketing
material mechanical media medical menage merchandise metal military mining mold mortgage music
neuroscience nuclear nursing nutrition offshore oil oncology optical organisation organisational
organization organizational packaging paint partner partnership payroll people petroleum pharma
pharmaceutical pharmacy physic physical piping plant plastic plumbing policy polymer press print
procurement production property psychology publishing purchasing radio radiology railway recipe
recruiting recruitment rental restaurant retail road sale school sewing shoe site soil solar
sourcing space sport structural supply surgical talent tax telecom telecommunication textile theatre
theology timber tour tourism toxicology toy trade training transmission transport transportation
travel treasury tunnel turbine utility vehicle venta ventes verkauf vertrieb video wastewater water
wealth welding wellness wind wine wood workforce workplace youth
""")
"""Fields that have developers, projects, products and research of their own."""

_OTHER_SCIENCE = re.compile(
    r"(?!biometric|geospatial|methodology|technology|telemetry)"
    r"((agro|aqua|bio|cardio|chemo|electro|geo|hydro|immuno|neuro|onco|pharma|physio|thermo)\w{3,}"
    r"|\w+(ology|ological|istry|metry|urgy|otherapy))"
)

TRADES = word_set("""
access advocacy advocate assurance compliance customer desk devrel electronic embedded entry fraud
graphic group hardware help helpdesk infosec manufacturing mechanic network networking pre presales
process qa quality relation reliability sale sales sdet security service storage success support
test tester testing validation verification voice wireless
""")
"""Engineers and developers of other trades: test engineer."""

AROUND = word_set("""
advocate ambassador assistant bootcamp coach counsellor counselor course dean docent dozent
enseignant ensenante evangelist faculty formador formateur formatrice headhunter insegnante
instructor lecturer lehrer mentor profesor profesora professeur professor recruiter recruiting
recruitment sales salesperson schuler secretary seller student studente studentin success talent
teacher teaching trainer tutor tutoring
""")
"""People who teach, learn, sell or hire what others do."""

NOT_BEFORE = word_set("ambassador assistant faculty sale student talent")
"""Those of them that say nothing before what somebody is."""

SAYS_LITTLE = word_set("""
associate candidate colleague consultant consulting contractor employee executive expert fellow
freelancer guru individual lead leader member ninja officer partner practitioner president
professional rockstar senior specialist talent team vice volunteer wizard
""")
"""What somebody may be besides; it does not decide what the title means."""

GENERAL = word_set("delivery product program programme project research service technical")
"""Words of names that mean other work where a title says another field: project manager."""

ANYWHERE = word_set("delivery program programme project")
"""Those of them for which the other field may stand anywhere in the title."""

NO_SPECIALITY = GENERAL | word_set("application infrastructure language platform")
"""Words that make no narrower role of a wide one: software engineer, platform."""

HEADS = word_set("head chief director vp svp evp president")
"""People who lead a line of work; a manager leads a team of it."""

BUILDERS = word_set("engineer developer programmer")
"""People who build something with a language or framework."""

_PERSON = re.compile(
    r"\w+(er|or|ist|ian|ant|ee|eur|euse|ive|yst|ect|teur|ier|iere|eria|ero|adora?)"
)
_NO_PERSONS = word_set("""
active adaptive assistive automotive behavior behaviour big cancer career carrier center chapter
charter cluster coffee cognitive color committee competitive comprehensive computer consumer
container creative customer cyber degree docker driver employee enter error executive factor fee
fiber floor folder free gender generative grant header hyper inter interactive interior kafka layer
letter live locker lumber major massive master matter meter minor monitor motor native newsletter
number objective order other over paper peer plant polar power predictive proactive quantitative
quarter reactive relevant restaurant router rubber see semiconductor sensor server shelter sister
spider sponsor summer super tensor tier timber transformer tree under user variant vector water
weather winter
""")

ALIKE = {
    "engineer": ("engineer", "developer"),
    "developer": ("developer", "engineer"),
    "programmer": ("programmer", "developer", "engineer"),
    "scientist": ("scientist", "researcher", "engineer"),
    "researcher": ("researcher", "scientist", "engineer"),
    "analyst": ("analyst",),
    "architect": ("architect",),
}
"""What somebody is in the fields of the catalogue -> what a field may call them, nearest first."""

DONE_BY = {
    "engineering": "engineer",
    "science": "scientist",
    "analytic": "analyst",
    "analysis": "analyst",
    "architecture": "architect",
    "research": "researcher",
    "development": "developer",
}
"""Line of work -> who does it; for titles such as Data Science Intern."""

SURE_FIELDS = frozenset(
    ["ai", "ml", "machine learning", "artificial intelligence", "deep learning"]
)
"""Fields that mean the same whatever stands between them and what somebody is."""

_LINES = {
    "": "data",
    "ai": "ai, artificial intelligence, intelligence artificial",
    "generative ai": "generative ai",
    "genai": "genai",
    "llm": "llm, large language model",
    "data": "data science, data engineering, data architecture",
    "data analytic": "data analytic",
    "analytic": "analytic, analytic engineering, advanced analytic",
    "business intelligence": "business intelligence",
    "bi": "bi",
    "ml": "ml",
    "machine learning": "machine learning, learning machine, applied machine learning,"
    " reinforcement learning, supervised learning, federated learning, representation learning,"
    " statistical learning, recommender system, recommendation system, recommendation,"
    " predictive modelling, predictive modeling",
    "deep learning": "deep learning, neural network",
    "computer vision": "computer vision, machine vision, image recognition",
    "nlp": "nlp, nlu, natural language processing, natural language understanding,"
    " conversational ai, speech recognition, speech processing",
    "mlop": "mlop, ml op, machine learning ops, machine learning operation",
    "prompt": "prompt, prompt engineering",
    "robotic": "robotic",
    "statistical": "statistic",
    "devop": "devop",
}
LINES = {said: called for called, lines in _LINES.items() for said in lines.split(", ")}
"""A line of work, in folded words -> the words that its roles are called by; "" is too wide.

Romance languages put the adjective behind: inteligencia artificial.
"""


def is_other_field(word: str) -> bool:
    """Whether a folded word names a field that has other work of the same name."""
    return word in OTHER_FIELDS or _OTHER_SCIENCE.fullmatch(word) is not None


def is_person(word: str) -> bool:
    """Whether a folded word says what somebody is, as a trade or by its ending."""
    return word in AROUND or (word not in _NO_PERSONS and _PERSON.fullmatch(word) is not None)
