"""Skills are found where a text names them, and nowhere else."""

import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measure import extraction
from mlroles.catalogue.files.paths import bundled_folder
from mlroles.catalogue.load import load
from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.found import FoundSkill
from mlroles.core.adverts.naming import Names
from mlroles.core.adverts.skills import SkillFinder
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.words import word_set
from mlroles.core.model.entries import Skill


@cache
def finder() -> SkillFinder:
    return SkillFinder(load(bundled_folder()))


def found(text: str) -> dict[str, FoundSkill]:
    skills = {one.skill: one for one in finder()(read_document(text))}
    for skill in skills.values():
        for place in skill.evidence:
            assert text[place.start : place.end] == place.words
    return skills


@pytest.mark.parametrize("folder", ["adverts", "cvs"])
def test_marked_by_hand(bundled: Catalogue, folder: str) -> None:
    """What is found is what somebody marked: precision .95, recall .90."""
    texts = list(extraction.marked(bundled, folder))
    assert len(texts) == {"adverts": 60, "cvs": 15}[folder]
    counts, differences = extraction.found(SkillFinder(bundled), texts)
    assert counts.precision >= 0.95, differences
    assert counts.recall >= 0.90, differences


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        # Names with capitals of their own count as written, or where they are meant.
        ("Excel at what you do. Go further. We spark ideas, react fast and dash on.", ""),
        ("Word of mouth and access to leaders. Rust never sleeps; swift answers.", ""),
        ("You use Spark and, at times, Excel.", "apache-spark excel"),
        ("Use Excel daily. They Love Spark. We Use Hive. Our Flask Team.", "excel"),
        ("We draw in Excel Daily. They work in Spark. Daily.", "apache-spark"),
        ("Spark is a plus. Excel skills. Experience with Go.", "apache-spark excel go"),
        ("Python, Go, Rust", "python go rust"),
        ("Requirements:\nYou used Brambledb, Hive, Sorreldb", "apache-hive"),
        ("Requirements:\nYou Love Hive", ""),
        ("You will build automation", ""),
        ("The build automation that we then build", "build-automation"),
        ("To you all build automation matters", "build-automation"),
        ("Services in Go/Rust", "go rust"),
        ("- Go", "go"),
        ("ReAct is a pattern of agents; be solid and safe.", ""),
        ("Solid software engineering", "software-engineering"),
        ("SOLID and React", "object-oriented-design react"),
        ("Strong Python, solid SQL; java, react, node.js", "python sql java react node-js"),
        ("Excellent communication, react quickly; C# or .Net", "communication c-sharp dotnet"),
        ("Send your CV. A cover letter and CV, please.", ""),
        ("Experience in CV and NLP", "computer-vision natural-language-processing"),
        ("Experience in CV as you send it", ""),
        ("Experience in CV as you may send it", "computer-vision"),
        ("Send us the CV with NLP skills", "natural-language-processing"),
        ("Send us then the CV with skills", "computer-vision"),
        ("R&D team, C-level, vitamin C, plan B", ""),
        ("Knowledge of R; C++ or C#", "r c-plus-plus c-sharp"),
        ("java, javascript, PYTHON, Tensorflow", "java javascript python tensorflow"),
        ("knowledge of rest, sas and aws", "sas aws"),
        # Soft words count near "skills", in requirements, or listed with skills.
        ("Flexible hours in a creative team. Our communications company is hiring.", ""),
        ("We have a research institute, a security team and monitoring of meals.", ""),
        ("Ability to be flexible", "adaptability"),
        ("Requirements:\nCreative, organised", "creativity"),
        ("Requirements:\n- creative agency, flexible to work weekends", ""),
        ("We run monitoring in Datadog", "system-monitoring datadog"),
        ("Requirements:\n- optimization of costs\n- You document processes", ""),
        (
            "Requirements:\n- optimization, simulation; mathematical programming",
            "mathematical-optimisation simulation",
        ),
        ("Requirements:\n- Experience embedding the logic into reports, ribosome profiling", ""),
        ("Requirements:\n- accuracy and integrity of data, national security", ""),
        ("Skills: we are hiring a flexible team; flexible benefits, flexible Arbeitszeiten", ""),
        ("Skills: hiring and mentoring, integrity", "hiring mentoring ethical-judgement"),
        ("Reporting to the director, in collaboration with others", ""),
        # Borders: compounds, fixed expressions, addresses.
        ("x-Python", ""),
        ("-Python x", "python"),
        ("go-to-market-team, pre-python-era, non-Java, Python-ish", ""),
        ("cutting-edge machine learning, cutting edge machine learning", "machine-learning"),
        ("Python-based, AWS-native; SQL-Kenntnisse, Docker-Umgebung", "python aws sql docker"),
        ("jane@python.example, https://kafka.example/spark, www.docker.example, scala.org", ""),
        ("AWS/GCP/Azure", "aws google-cloud azure"),
        ("HTML/CSS and CI/CD", "html css continuous-integration-and-delivery"),
        # Forms of names.
        (
            "deployed models, PowerBI, Power point, NodeJS, Elastic Search, scikit learn",
            "model-deployment power-bi powerpoint node-js elasticsearch scikit-learn",
        ),
        ("data modelling, data modeling", "data-modelling"),
        ("You debug and troubleshoot", "debugging problem-solving"),
        ("A panda eats; two flasks of tea", ""),
        ("A cluster of networks; a data engineer; an analytic mind; windows", ""),
        (
            "You know a lot about the field of deep\nlearning and a little of machine\n  learning.",
            "deep-learning machine-learning",
        ),
        # Words that scraping has glued.
        ("PythonSQL, JavaScriptPyTorch", "python sql javascript pytorch"),
        ("MLflow, PostgreSQL and GitHub stay whole", "mlflow postgresql git"),
        ("Strong DockerExperience with Kubernetes", "docker kubernetes"),
        # What is denied is not found.
        ("No Java needed. Not required: Scala, Rust. Perl is not required.", ""),
        ("Without knowledge of Python or Java you are fine.", ""),
        ("Keine Java-Kenntnisse nötig, ohne Kenntnisse in Scala. Sans Python.", ""),
        ("Not only Python but also Java", "python java"),
        ("No degree, but Python", "python"),
        # Levels of English and numbers of posts are no C and no R.
        ("English C1, B2C, post R5818, pymc3", "bayesian-statistics"),
        ("MSc in Physik, sehr gutes Python", "python"),
        ("You worked with Terraform and talk about Databricks.", "terraform databricks"),
        # Boilerplate, fields of a degree, and firms.
        ("Benefits\n- Python courses\n\nAbout us\nWe use Kafka.\n", ""),
        ("We are an equal opportunity employer that uses Python.", ""),
        ("A degree in statistics, machine learning or a related field", ""),
        ("MSc in statistics with strong Python", "python"),
        ("MS in Statistics; MS SQL Server and MS Excel", "sql-server excel"),
        ("All major vendors (AWS, GCP)", "aws google-cloud"),
        ("Snowflake is hiring. Join Snowflake to build on dbt.", "dbt"),
        ("At Databricks you will write Python. Databricks was founded in 2013.", "python"),
        ("At Snowflake you will need experience with Snowflake.", "snowflake"),
        ("Snowflake is hiring. Once more, Snowflake is hiring for dbt.", "dbt"),
        ("Snowflake seeks engineers. Here Snowflake seeks you.", ""),
        ("At Databricks you will need experience with Databricks.", "databricks"),
        ("Join Databricks. There Databricks shines.", ""),
        ("CI-CD, A-B testing, Node JS", "continuous-integration-and-delivery a-b-testing node-js"),
        ("You like a NET of friends and .NET", "dotnet"),
        ("You will design systems", ""),
        # Abbreviations of up to four letters are written in capitals.
        ("You like faiss and rain", "faiss"),
        ("You like dvc and rain", ""),
        ("You like DVC and rain", "dvc"),
        # An everyday word counts beside a tool on either side of it.
        ("There is Docker, monitoring and rain", "docker system-monitoring"),
        ("There is monitoring, Docker and rain", "docker system-monitoring"),
        ("There is monitoring and rain", ""),
        ("In Docker much monitoring is there", "docker system-monitoring"),
        ("In Docker was much monitoring there", "docker"),
        # Other languages.
        ("Sehr gute Kenntnisse in Python und Machine Learning", "python machine-learning"),
        ("Erfahrung mit maschinellem Lernen, künstlicher Intelligenz", "machine-learning"),
        ("Bonnes connaissances de Docker et de SQL", "docker sql"),
    ],
)
def test_named(text: str, skills: str) -> None:
    """Each trap is a rule."""
    assert set(found(text)) == set(skills.split())


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("You know Python.", {"python": None}),
        ("Requirements\n- Python", {"python": True}),
        ("Nice to have:\n- Python", {"python": False}),
        ("Requirements\n- Python\n- SQL is a plus", {"python": True, "sql": False}),
        ("SQL is required, Python or Java is preferred", {"sql": True, "python": False}),
        ("Must have SQL; ideally Python", {"sql": True, "python": False}),
        ("Docker, Kubernetes (nice to have)", {"docker": None, "kubernetes": False}),
        ("Bonus: Docker", {"docker": False}),
        ("Python zwingend, Docker von Vorteil", {"python": True, "docker": False}),
        ("Docker serait un plus. Python exigé.", {"docker": False, "python": True}),
        ("Nice to have: SQL\nRequirements: SQL", {"sql": True}),
        ("Nice if you have: Docker, Bazel", {"docker": False, "build-automation": False}),
        # A wish speaks of its own clause, and of a whole list in it.
        ("Requirements:\nPython, some work with Docker is a plus", {"python": True}),
        ("Requirements:\nPython, a licence desirable, strong SQL", {"python": True, "sql": True}),
        ("Containers (Docker, Mesos, Kubernetes) a plus", {"docker": False, "kubernetes": False}),
        ("CI/CD (e.g. Jenkins, Bamboo) is a plus", {"jenkins": False}),
        ("Spark, Kafka (MSK), or similar, is a plus", {"apache-spark": False}),
        ("Python and SQL, knowledge of Go is a plus", {"python": None, "sql": None, "go": False}),
        ("Python et SQL, connaissance de Go appréciée", {"python": None, "go": False}),
        ("Python e SQL, gradita esperienza con Docker", {"sql": None, "docker": False}),
        ("Knowledge of Python, SQL and Go is a plus", {"python": False, "sql": False}),
    ],
)
def test_required(text: str, required: dict[str, bool | None]) -> None:
    """Asked for or nice to have, by the section and by the sentence."""
    skills = found(text)
    assert {skill: skills[skill].required for skill in required} == required


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Experience with Python", {"python": None}),
        ("Basic knowledge of Python", {"python": 1}),
        ("Familiarity with Docker", {"docker": 2}),
        ("Strong Python and SQL skills, Docker", {"python": 3, "sql": 3}),
        ("Strong communication and experience with Python", {"python": None}),
        ("Expert in Python, familiar with Java", {"python": 4, "java": 2}),
        ("Advanced SQL", {"sql": 3}),
        ("Tools (advanced SQL)", {"sql": 3}),
        ("Python (advanced) and SQL", {"python": 3, "sql": None}),
        ("Deep learning", {"deep-learning": None}),
        ("5+ years of Python, 1 year of Java", {"python": 3, "java": 2}),
        ("Python (expert), Java: intermediate", {"python": 4, "java": 2}),
        ("5 years of hands on Python", {"python": 3}),
        ("5 years of real hands on Python", {"python": None}),
        ("2 years of Python, 3 years of Java", {"python": 2, "java": 3}),
        ("OpenCV ★☆☆☆☆, C++ ★★", {"opencv": 1, "c-plus-plus": 2}),
        ("Requirements:\nSnowflake (3+ years), dbt", {"snowflake": 3, "dbt": None}),
        ("SQL - 2 years. Excel - 8 years (pivot tables, VBA)", {"sql": 2, "excel": 3, "vba": None}),
        ("Skills: R (sehr gut), SQL (gute Kenntnisse)", {"r": 3, "sql": 2}),
        ("Skills:\n- R\n- Good company\n- Excel\n- Basic pay", {"r": None, "excel": None}),
        ("OpenCV ★★★★★ | C++ ★★★☆☆", {"opencv": 4, "c-plus-plus": 2}),
        ("Sehr gute Kenntnisse in Python, Grundkenntnisse in Java", {"python": 3, "java": 1}),
    ],
)
def test_level(text: str, levels: dict[str, int | None]) -> None:
    """A level is told only where the text tells one."""
    skills = found(text)
    assert {skill: skills[skill].level for skill in levels} == levels


def skill(name: str, *others: str) -> Skill:
    return Skill(
        id=name,
        name=name,
        alternate_names=list(others),
        kind="concept",
        definition="A skill.",
        related=[],
        sources=["editorial"],
    )


def test_a_name_of_two_skills_is_found_for_neither() -> None:
    """Unless one of them is called so."""
    names = Names(
        [skill("kriging", "gaussian fields", "bandits"), skill("bandits", "gaussian fields")]
    )
    for text, found in (
        ("gaussian fields", []),
        ("kriging", ["kriging"]),
        ("bandits", ["bandits"]),
    ):
        _, matches = names.find(text, 0, len(text))
        assert [one.name.skill for options in matches for one in options] == found


def test_certainty() -> None:
    """A name as written comes before other forms, and those before everyday words."""
    skills = list(found("We use Spark and python and SQL.").values())
    assert [one.skill for one in skills] == ["sql", "python", "apache-spark"]
    assert [one.certainty for one in skills] == [1.0, 0.9, 0.8]


def test_suggested(bundled: Catalogue) -> None:
    """Suggestions come behind what is named, with the sentence that they are taken from."""
    text = "You know Python. You test the fairness of each decision."
    skills = SkillFinder(bundled, suggest=True)(read_document(text))
    kinds = [one.finding for one in skills]
    assert kinds == sorted(kinds)
    assert (skills[0].skill, skills[1].skill) == ("python", "fairness-assessment")
    assert skills[1].evidence[0].words == text  # so short a text is taken as one
    assert all(one.required is None and one.certainty < 1 for one in skills[1:])


def test_a_few_sentences_are_searched_as_one(bundled: Catalogue) -> None:
    """Five are few, and six are not."""
    find = SkillFinder(bundled, suggest=True)
    few = "You like tea. You like cake. You like pie. You like rain. You test the fairness."
    for text, shown in ((few, few), (f"{few} You sing.", "You test the fairness.")):
        (place,) = next(s for s in find(read_document(text)) if "fairness" in s.skill).evidence
        assert place.words == shown


def test_what_is_denied_is_not_suggested(bundled: Catalogue) -> None:
    """Who says that they do not use Jenkins does not ask for it."""
    skills = SkillFinder(bundled, suggest=True)(read_document("We don't use Jenkins, thankfully."))
    assert "jenkins" not in [one.skill for one in skills]


def test_suggested_where_nothing_is_named(bundled: Catalogue) -> None:
    """In a longer text, only sentences on the work that name no skill, and no mere chance."""
    duties = [
        "Write Python",
        "Use SQL",
        "Run Docker",
        "Like tea",
        "Ship Kafka",
        "Test the fairness",
    ]
    text = "About us\nFair tests of tea.\n\nResponsibilities\n- " + "\n- ".join(duties)
    skills = SkillFinder(bundled, suggest=True)(read_document(text))
    suggested = [one for one in skills if one.finding == "suggested"]
    assert [one.skill for one in suggested] == ["fairness-assessment"]
    assert [place.words for place in suggested[0].evidence] == ["Test the fairness"]


_PIECES = st.sampled_from(
    sorted(
        word_set("""
        Python Go R C++ .NET - , / ( ) • . : ; no must plus 5+ years Requirements: nice to have
        machine learning a@b.com www. PythonSQL # * ** Excel straße été
        """)
    )
)
_ODD = st.sampled_from(["\n", "\n\n", "\u2028", "\x00", "\ud800", "\xad", "İ"])


@given(st.one_of(st.text(), st.lists(_PIECES | _ODD, max_size=40).map(" ".join)))
def test_any_text(text: str) -> None:
    """Nothing crashes, and every passage is where it says it is."""
    found(text)
    sentences = read_document(text).sentences
    ends = [0, *(one.end for one in sentences)]
    assert all(before <= one.start < one.end for before, one in zip(ends, sentences, strict=False))


@pytest.mark.parametrize(
    "piece", ["a", "Python ", "no Python, ", "-", "((", "aA", ". ", "\n", "5 years of Go and "]
)
def test_time_is_linear(piece: str) -> None:
    """A long line takes time as its length, whatever is in it."""
    texts = [piece * (size // len(piece)) for size in (50_000, 400_000)]
    times = []
    for text in texts:
        start = time.process_time()
        finder()(read_document(text))
        times.append(time.process_time() - start)
    assert times[1] < 30 * times[0] + 0.5, times
