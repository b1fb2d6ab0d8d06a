"""Which role a title means, or that it means none."""

import csv
from pathlib import Path

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.indexing import Document, build_index, index_of
from mlroles.core.finding.normalise import Normaliser
from mlroles.core.finding.search import search, suggestions
from mlroles.core.model.entries import AlternateName
from mlroles.core.model.limits import TITLE
from mlroles.core.model.vocabulary import NameKind, replace

QUERIES = Path(__file__).parent / "queries.tsv"
MORE_QUERIES = Path(__file__).parent / "queries_more.tsv"
ABROAD = Path(__file__).parent / "titles_abroad.tsv"
OTHERS = Path(__file__).parent / "titles.tsv"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("title", "role", "level"),
    [
        ("Sr. MLE II (Remote, US) – Ads Ranking", "ml-engineer", "senior"),
        ("machin lerning enginer", "ml-engineer", None),
        ("(Junior) BI Analyst m/w/d", "bi-developer", "junior"),
        ("Staff Software Engineer, Machine Learning Platform", "ml-platform-engineer", "lead"),
        ("Registered Nurse", None, None),
        ("Sales Manager", None, None),
        ("Machine Learning Ops Lead", "mlops-engineer", "lead"),
        ("Machine Learning Operations", "mlops-engineer", None),
        ("Postdoc in Deep Learning", "ml-researcher", None),
        ("Business Development Manager, AI", None, None),
        ("Business Developer, Data", None, None),
        ("Security Engineer", None, None),
        ("Senior Financial Analyst", None, "senior"),
        ("", None, None),
    ],
)
def test_titles(bundled: Catalogue, title: str, role: str | None, level: str | None) -> None:
    """The frame is set aside, slips are forgiven, and what is no role of ours is none."""
    found = Normaliser(bundled.index)(title)
    assert (found.role.id if found.role else None, found.frame.level) == (role, level)
    assert found.role is None or found.role == found.matches[0]


def test_matches_explain_themselves(bundled: Catalogue) -> None:
    """As many matches as wanted, by default three, best first, each the sum of its reasons."""
    assert len(Normaliser(bundled.index)("Senior Data Platform Engineer, Berlin").matches) == 3
    found = Normaliser(bundled.index, top=5)("Senior Data Platform Engineer, Berlin")
    scores = [match.score for match in found.matches]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    for match in found.matches:
        assert match.score == pytest.approx(sum(reason.points for reason in match.reasons))


def test_a_threshold_of_ones_own(bundled: Catalogue) -> None:
    """With a threshold the score alone decides."""
    assert Normaliser(bundled.index, threshold=0.0)("Security Engineer").role is not None
    assert Normaliser(bundled.index, threshold=1.0)("Security Engineer").role is None


@pytest.mark.parametrize(
    ("file", "count", "least"), [(QUERIES, 200, 0.97), (MORE_QUERIES, 60, 0.92)]
)
def test_typed_queries(bundled: Catalogue, file: Path, count: int, least: float) -> None:
    """What was meant comes first for nearly all queries of all kinds."""
    asked = rows(file)
    assert len(asked) == count
    found = [search(bundled.index, row["query"], limit=1)[0] for row in asked]
    right = [
        bool(hits) and hits[0].id in row["first"].split("|")
        for row, hits in zip(asked, found, strict=True)
    ]
    assert sum(right) / len(right) >= least


def test_the_right_to_abstain(bundled: Catalogue) -> None:
    """Titles that were read and mean other work, in English and six other languages, get none."""
    normalise = Normaliser(bundled.index)
    read = rows(OTHERS)
    assert len(read) == 300
    others = [row for row in read if not row["role"]]
    none = [normalise(row["title"]).role is None for row in others]
    assert sum(none) / len(none) >= 0.94
    abroad = [normalise(row["title"]).role is None for row in rows(ABROAD)]
    assert len(abroad) == 60
    assert sum(abroad) / len(abroad) >= 0.94
    ours = [row for row in read if row["role"]]
    right = [
        found is not None and found.id in row["role"].split("|")
        for row in ours
        for found in [normalise(row["title"]).role]
    ]
    assert sum(right) / len(right) >= 0.8


def test_a_text_that_is_no_title(bundled: Catalogue) -> None:
    """However long a line is, it is answered."""
    normalise = Normaliser(bundled.index)
    for text in ("x" * 100_000, "data " * 50_000, "dataengineer" * 5_000, "\u0301", "+#"):
        assert normalise(text).role is None or text.startswith("data")
    title = "Data Engineer".ljust(TITLE.most)
    assert normalise(title).role is not None
    assert normalise(f"{title} ").role is None


def test_suggestions_are_few(bundled: Catalogue) -> None:
    """At most three, in a fixed order, none for nonsense."""
    assert suggestions(bundled.index, "data enginer", "role")[0] == "Data Engineer"
    assert len(suggestions(bundled.index, "data enginer")) <= 3
    for nonsense in ("", "qqqq", "asdfghjkl", "日本", "!!!"):
        assert suggestions(bundled.index, nonsense) == []


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Data Science Intern", "data-scientist"),
        ("Tech Lead - Data Engineering", "data-engineer"),
        ("Head of Data Science", "head-of-ml"),
        ("Head of Data", "head-of-ml"),
        ("Head of Data Quality", "data-steward"),
        ("Director, Data Governance", "data-steward"),
        ("Platform Engineer, Machine Learning", "ml-platform-engineer"),
        ("Infrastructure Engineer, AI", "ml-platform-engineer"),
        ("Account Executive, AI", None),
        ("Enterprise Account Executive - Data & AI", None),
        ("Customer Success Manager - Machine Learning", None),
        ("Data Science Manager", "ml-engineering-manager"),
        ("Account Development Representative", None),
        ("Consultant - Data Engineer SSA8, SC8", "data-engineer"),
        ("Security Data Engineer II", "data-engineer"),
        ("Data Engineer, Analytics (Payments)", "data-engineer"),
        ("Software Development Engineer - Machine Learning", "ml-engineer"),
        ("Scientist, Data", "data-scientist"),
        ("Senior Frontend Engineer", "software-engineer"),
        ("Datenanalyst (m/w/d)", "data-analyst"),
    ],
)
def test_several_readings(bundled: Catalogue, title: str, role: str | None) -> None:
    """A line of work, a role in a later segment, and the order of words are understood."""
    found = Normaliser(bundled.index, top=1)(title).role
    assert (found.id if found else None) == role


RULES = {
    "an abbreviation counts as it is written, or alone": """
        Senior DA = data-analyst; da = data-analyst; de = data-engineer; Sr. MLE = ml-engineer;
        SENIOR SRE - REMOTE = site-reliability-engineer; Da Nang Branch Director = ;
        SAP Application Manager QM / PM = ; Respiratory Therapist (FT) - DS = """,
    "small words of other languages are no words": """
        Commis de cuisine = ; Gerente de ventas = ; Jefe de obra = ; Chef de projet travaux = ;
        Analista de datos = data-analyst; Arquitecto de datos = data-architect;
        Administrateur de base de donn\u00e9es = database-administrator""",
    "a short form is what it stands for": """
        java dev = software-engineer; ai dev = ai-engineer; Junior Dev = software-engineer;
        data eng = data-engineer; db admin = database-administrator; data arch = data-architect;
        Biz Dev Associate = ; devops eng = devops-engineer""",
    "a trade beside a name decides": """
        Property Developer = ; Curriculum Developer = ; Land Developer = ; Developer Advocate = ;
        Developer Relations Manager = ; Game Developer = software-engineer;
        programme manager = delivery-manager; Construction Project Manager = ;
        Trade Product Manager = ; Product Manager, Payments = ml-product-manager""",
    "words between those of a name that say another field break it": """
        Senior Business Banking Analyst = ; Research Aerospace Engineer = ; Data Centre Engineer = ;
        Research Chemical Engineer = ; Civil Engineer - Data Center = ; Robotics Test Engineer = ;
        AI Automation & Tooling Engineer = ai-engineer""",
    "rank and line of work": """
        Head of Data = head-of-ml; VP of Data = head-of-ml; Director of Analytics = head-of-ml;
        Data Science Manager = ml-engineering-manager; Head of Marketing = ;
        Manager, Machine Learning = ml-engineering-manager; Clinical Data Manager = """,
    "field and person": """
        Computer Vision Researcher = computer-vision-engineer; NLP Scientist = nlp-engineer;
        Analytics Analyst = data-analyst; Reinforcement Learning Engineer = ml-engineer;
        Machine Learning Intern = ml-engineer; Tech Lead Machine Learning = ml-engineer;
        Speech Recognition Scientist = nlp-engineer; Deep Learning Researcher = ml-researcher""",
    "technology and engineer": """
        Python Engineer = software-engineer; Golang Engineer = software-engineer;
        Kotlin Programmer = software-engineer; Spark Engineer = data-engineer;
        TensorFlow Developer = ml-engineer; PyTorch Engineer = ml-engineer;
        Support Engineer - Python = """,
    "a speciality makes a narrower name": """
        Software Engineer \u2013 ML Infrastructure = ml-platform-engineer;
        Software Engineer - Computer Vision = computer-vision-engineer;
        Machine Learning Engineer, NLP = nlp-engineer;
        Software Engineer, Platform = software-engineer;
        Data Engineer, Analytics = data-engineer""",
    "of two roles the first named": """
        Data Scientist / ML Engineer = data-scientist; ML Engineer & Data Scientist = ml-engineer;
        Data Analyst/Data Scientist = data-analyst; AI/ML Engineer = ai-engineer;
        Tech lead data engineer mlops aws = data-engineer""",
    "people around a role are none": """
        Data Scientist Teacher = ; Data Science Student = ; Data Science Coach = ;
        Teacher of Data Science = ; Recruiter - Data Science = ; Machine Learning Tutor = ;
        Data Engineer Trainer = ; AI Trainer = data-annotator""",
    "commonest titles of other languages": """
        Ing\u00e9nieur Data = data-engineer; Ing\u00e9nieur Machine Learning = ml-engineer;
        KI Ingenieur = ai-engineer; Datenarchitekt = data-architect; KI-Forscher = ml-researcher;
        Cient\u00edfica de datos = data-scientist; Cientista de Dados = data-scientist;
        Ricercatore in intelligenza artificiale = ml-researcher;
        Investigadora en aprendizaje autom\u00e1tico = ml-researcher;
        Ingegnere dei dati = data-engineer; D\u00e9veloppeur/se Java = software-engineer;
        Data-analist = data-analyst; Softwareentwicklerin (m/w/d) = software-engineer""",
    "what is glued or split is read either way": """
        MLengineer = ml-engineer; dataengineer = data-engineer; PowerBI Developer = bi-developer;
        Power BI Developer = bi-developer; machinelearningengineer = ml-engineer""",
}


@pytest.mark.parametrize("rule", RULES)
def test_rules(bundled: Catalogue, rule: str) -> None:
    """Titles as people have them; what each means follows from a rule."""
    normalise = Normaliser(bundled.index)
    for line in RULES[rule].split(";"):
        title, _, wanted = (part.strip() for part in line.partition(" ="))
        role = normalise(title).role
        assert (title, role.id if role else "") == (title, wanted)


def test_a_name_of_several_roles_is_ambiguous() -> None:
    """The one that is called so comes first; roles that have it as another name are told all."""
    shelf = [
        Document("statistician", ["Statistician", "Data engineer", "Modeller"], [], [0, 2, 2]),
        Document("database-architect", ["Database architect", "Data engineer"], [], [0, 2]),
        Document("modeller", ["Modeller"], [], [0]),
    ]
    normalise = Normaliser(index_of([shelf, []]))
    found = normalise("Senior Data Engineer")
    assert found.role is None
    assert {hit.id for hit in found.ambiguous} == {"statistician", "database-architect"}
    alone = normalise("Modeller")
    assert (alone.role and alone.role.id, alone.ambiguous) == ("modeller", ())


def test_whose_name_counts_more(bundled: Catalogue) -> None:
    """A role's own name before one that employers use, and that before a synonym."""

    def meant(called: str, *kinds: NameKind) -> set[str]:
        names = [[AlternateName(name=called, kind=kind)] for kind in kinds]
        changed = {
            id: replace(bundled.roles[id], alternate_names=own)
            for id, own in zip(("data-steward", "bi-developer"), names, strict=False)
        }
        index = build_index(
            {**bundled.roles, **changed}, bundled.skills, bundled.activities, bundled.families
        )
        found = Normaliser(index)(called)
        return {hit.id for hit in found.ambiguous or filter(None, [found.role])}

    assert meant("Report wizard", "employer-variant", "synonym") == {"data-steward"}
    assert meant("Report wizard", "synonym", "employer-variant") == {"bi-developer"}
    assert meant("Report wizard", "synonym", "abbreviation") == {"data-steward", "bi-developer"}
    assert meant("Data Engineer", "employer-variant") == {"data-engineer"}


def test_what_somebody_is_decides() -> None:
    """A rarer word of a title does not beat the word that says what somebody is."""
    shelf = [
        Document("army-general", ["Army general", "General"], []),
        Document("factory-hand", ["Factory hand", "Factory worker"], []),
    ]
    normalise = Normaliser(index_of([shelf, []]))
    assert normalise("General worker").role is None
    found = normalise("Factory worker").role
    assert found is not None
    assert found.id == "factory-hand"


def test_little_is_remembered(bundled: Catalogue) -> None:
    """However many titles there are, the bound on what is remembered holds."""
    normalise = Normaliser(bundled.index, remembered=5)
    for number in range(20):
        normalise(f"Data Engineer {number} team{number}")
    for memory in (normalise._titles, normalise._meanings):
        assert len(memory) + len(memory._older) <= 5
