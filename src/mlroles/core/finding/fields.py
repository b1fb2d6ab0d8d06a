"""Words of titles by what they tell of the work: fields, persons, ranks and other trades."""

import re

_OTHER_FIELDS = """
accounting advertising aerospace agency agricultural agriculture agronomy air aircraft apparel
architectural art asset athletic audio auto automotive aviation bakery bank banking bar beauty
beverage billing biology boiler book brand branding broadcast building cable capital car care
cargo casting catering center centre channel charity chemical chemistry child childcare church
city civil claim clean cleaning clinic clinical clothing coating commercial commodity community
concrete construction content cook cosmetic course court credit crop cuisine culinary curriculum
dental dermatology diabetes drilling drug economic education elearning electric electrical energy
equipment equity estate event fabric facility farm fashion field film finance financial fire
fiscal fitness fixture food foundation franchise freight fund fundraising furniture garden gas
genetic genomic geology geotechnical grant growth hair harvest health healthcare highway hospital
hospitality hotel housing hr hvac immunology instruction insurance interior inventory jewelry
kitchen labor laboratory land landscape laundry leadership leasing legal library loan logistic
marine market marketing material mechanical media medical menage merchandise metal military mining
mold mortgage music neuroscience nuclear nursing nutrition offshore oil oncology optical
organisation organisational organization organizational packaging paint partner partnership
payroll people petroleum pharma pharmaceutical pharmacy physic physical piping plant plastic
plumbing policy polymer press print procurement production property psychology publishing
purchasing radio radiology railway recipe recruiting recruitment rental restaurant retail road
sale school sewing shoe site soil solar sourcing space sport structural supply surgical talent tax
telecom telecommunication textile theatre theology timber tour tourism toxicology toy trade
training transmission transport transportation travel treasury tunnel turbine utility vehicle
venta ventes verkauf vertrieb video wastewater water wealth welding wellness wind wine wood
workforce workplace youth
"""
OTHER_FIELDS = frozenset(_OTHER_FIELDS.split())
"""Fields in which there are developers, projects, products and research too."""

_OTHER_SCIENCE = re.compile(
    r"(agro|aqua|bio|cardio|chemo|electro|geo|hydro|immuno|neuro|onco|pharma|physio|thermo)\w{3,}"
    r"|\w+(ology|ological|ological|istry|metry|urgy|otherapy)"
)
_DIGITAL = """
biometric geospatial methodology technology telemetry
"""
_DIGITAL_SCIENCE = frozenset(_DIGITAL.split())

_TRADES = """
access advocacy advocate assurance compliance customer desk devrel electronic embedded entry fraud
graphic group hardware help helpdesk infosec manufacturing mechanic network networking pre
presales process qa quality relation reliability sale sales sdet security service storage success
support test tester testing validation verification voice wireless
"""
TRADES = frozenset(_TRADES.split())
"""What engineers and developers of other trades are called by: test engineer."""

_AROUND = """
advocate ambassador assistant bootcamp coach counsellor counselor course dean docent dozent
enseignant ensenante evangelist faculty formador formateur formatrice headhunter insegnante
instructor lecturer lehrer mentor profesor profesora professeur professor recruiter recruiting
recruitment sales salesperson schuler secretary seller student studente studentin talent teacher
teaching trainer tutor tutoring
"""
AROUND = frozenset(_AROUND.split())
"""People who teach, learn, sell or hire what others do."""

NOT_BEFORE = frozenset(["ambassador", "assistant", "faculty", "sale", "student", "talent"])
"""Those of them that say nothing where they stand before what somebody is."""

ANYWHERE = frozenset(["delivery", "program", "project"])
"""Words of names that mean other work if another field is named anywhere in the title."""

PERSONS = ("engineer", "developer", "scientist", "researcher", "analyst", "architect", "programmer")
"""What somebody is in the fields of the catalogue, so that two of them may stand together."""

_SAYS_LITTLE = """
associate candidate colleague consultant consulting contractor employee executive expert fellow
freelancer guru individual lead leader member ninja officer partner practitioner president
professional rockstar senior specialist talent team vice volunteer wizard
"""
SAYS_LITTLE = frozenset(_SAYS_LITTLE.split())
"""What somebody may be besides, so that it does not decide what the title means."""

_PERSON = re.compile(
    r"\w+(er|or|ist|ian|ant|ee|eur|euse|ive|yst|ect|teur|ier|iere|eria|ero|adora?)"
)
_NO_PERSON = """
active adaptive assistive automotive behavior behaviour big cancer career carrier center chapter
charter cluster coffee cognitive color committee competitive comprehensive computer consumer
container creative customer cyber degree docker driver employee enter error executive factor fee
fiber floor folder free gender generative grant header hyper inter interactive interior kafka
layer letter live locker lumber major massive master matter meter minor monitor motor native
newsletter number objective order other over paper peer plant polar power predictive proactive
quantitative quarter reactive relevant restaurant router rubber see semiconductor sensor server
shelter sister spider sponsor summer super tensor tier timber transformer tree under user variant
vector water weather winter
"""
_NO_PERSONS = frozenset(_NO_PERSON.split())

_GENERAL = """
delivery product program programme project research service technical
"""
GENERAL = frozenset(_GENERAL.split())
"""Words of names that mean other work too where a title says another field: project manager."""

NO_SPECIALITY = GENERAL | {"application", "infrastructure", "language", "platform", "research"}
"""Words that make no narrower role of a wide one: software engineer, platform."""

LINES = {
    "ai": "ai",
    "artificial intelligence": "ai",
    "generative ai": "generative ai",
    "genai": "genai",
    "llm": "llm",
    "large language model": "llm",
    "data": "",
    "data science": "data",
    "data analytic": "data analytic",
    "analytic": "analytic",
    "data engineering": "data",
    "data architecture": "data",
    "analytic engineering": "analytic",
    "advanced analytic": "analytic",
    "business intelligence": "business intelligence",
    "bi": "bi",
    "ml": "ml",
    "machine learning": "machine learning",
    "applied machine learning": "machine learning",
    "reinforcement learning": "machine learning",
    "supervised learning": "machine learning",
    "federated learning": "machine learning",
    "representation learning": "machine learning",
    "statistical learning": "machine learning",
    "recommender system": "machine learning",
    "recommendation system": "machine learning",
    "recommendation": "machine learning",
    "predictive modelling": "machine learning",
    "predictive modeling": "machine learning",
    "neural network": "deep learning",
    "deep learning": "deep learning",
    "computer vision": "computer vision",
    "machine vision": "computer vision",
    "image recognition": "computer vision",
    "nlp": "nlp",
    "nlu": "nlp",
    "natural language processing": "nlp",
    "natural language understanding": "nlp",
    "conversational ai": "nlp",
    "mlop": "mlop",
    "ml op": "mlop",
    "prompt": "prompt",
    "robotic": "robotic",
    "robotics": "robotic",
    "statistic": "statistical",
    "devop": "devop",
    "prompt engineering": "prompt",
}
"""A line of work, in folded words -> the words that its roles are called by; "" is too wide."""


def is_other_field(word: str) -> bool:
    """Whether a folded word names a field in which there is other work of the same name."""
    return word in OTHER_FIELDS or (
        word not in _DIGITAL_SCIENCE and _OTHER_SCIENCE.fullmatch(word) is not None
    )


def is_person(word: str) -> bool:
    """Whether a folded word says what somebody is, as a trade or by its ending."""
    return word in AROUND or (word not in _NO_PERSONS and _PERSON.fullmatch(word) is not None)
