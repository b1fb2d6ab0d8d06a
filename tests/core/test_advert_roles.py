"""Which role an advert is about."""

from math import exp, fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.found import RoleShare
from mlroles.core.adverts.role_words import RoleNames
from mlroles.core.adverts.roles import FIGURES, OTHER_WORK, RoleTeller
from mlroles.core.adverts.skills import SkillFinder
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import replace

ADVERTS = {
    "data-engineer": """You build and run pipelines in Airflow and Spark that load our data
        warehouse from Kafka and many databases. You know SQL, Python, ETL and data modelling.""",
    "analytics-engineer": """You own our dbt models in Snowflake, write tests and documentation for
        them, and give analysts and stakeholders metrics that they trust in Looker.""",
    "data-analyst": """You answer questions of the business with SQL and Excel, spot trends in
        sales and marketing data, and present findings and insights. You like statistics.""",
    "devops-engineer": """You automate our infrastructure on AWS with Terraform and Ansible, run
        Kubernetes, look after CI/CD in Jenkins and GitLab, and are on call with Prometheus.""",
    "ai-engineer": """You build agents and RAG applications on large language models with LangChain
        and vector databases, write prompts and evals, and ship them behind FastAPI.""",
    "ml-researcher": """You do research in deep learning and publish at NeurIPS and ICML. You hold a
        PhD, know PyTorch, and have first-author publications on transformers.""",
    "data-scientist": """You explore data, test hypotheses with A/B tests and regression, and build
        predictive models in Python, pandas, scikit-learn and R for the business.""",
    "software-engineer": """You write backend services in Java, Go and TypeScript with React on the
        front end, design APIs and microservices on PostgreSQL, and review code.""",
}
"""Role -> an advert for it that does not name it."""


@pytest.fixture(scope="module")
def tell(bundled: Catalogue) -> "Tell":
    return Tell(bundled)


class Tell:
    """Tells the role of a text."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue."""
        self.teller, self.find = RoleTeller(catalogue), SkillFinder(catalogue)

    def __call__(self, text: str) -> tuple[RoleShare, ...]:
        """The roles of a text, whose numbers are checked."""
        document = read_document(text)
        shares = self.teller(document, self.find(document))
        total = fsum(exp(share.score) for share in shares)
        for share in shares:
            assert fsum(reason.weight for reason in share.reasons) == pytest.approx(share.score)
            assert share.probability == pytest.approx(exp(share.score) / total)
            for reason in share.reasons:
                passage = reason.passage
                assert text[passage.start : passage.end] == passage.words
        assert fsum(share.probability for share in shares) == pytest.approx(1)
        assert [s.probability for s in shares] == sorted(s.probability for s in shares)[::-1]
        return shares


@pytest.mark.parametrize("role", ADVERTS)
def test_the_work_tells_the_role(role: str, tell: Tell) -> None:
    """A role is told by its work, where nothing names it."""
    assert tell(ADVERTS[role])[0].role == role


def test_a_name_in_the_text_counts_once_and_for_its_role(tell: Tell) -> None:
    """A name of a role counts as that, and its words do not count again."""
    text = (
        "We seek a Data Scientist. Our data scientists know Python. You report to a Data Engineer."
    )
    shares = {share.role: share for share in tell(text)}
    names = {role: [r for r in s.reasons if r.kind == "name"] for role, s in shares.items()}
    assert [reason.what for reason in names["data-scientist"]] == ["data scientist"]
    assert [reason.what for reason in names["data-engineer"]] == ["data engineer"]
    assert names["data-scientist"][0].weight > names["data-engineer"][0].weight > 0
    assert not names["data-analyst"]
    said = {r.what for r in shares["data-scientist"].reasons if r.kind in ("word", "duty")}
    assert not said & {"data", "scientist", "scientists", "data scientists"}


def test_what_the_duties_say_is_told_apart(tell: Tell) -> None:
    """A word counts as a duty where it stands among the duties."""
    text = "Responsibilities:\n- Present reports\n\nRequirements:\n- Know our infrastructure"
    kinds = {r.what: r.kind for r in tell(text)[0].reasons}
    assert kinds["reports"] == "duty"
    assert kinds["infrastructure"] == "word"


def test_boilerplate_tells_no_role(tell: Tell) -> None:
    """What a firm says of itself is no evidence."""
    text = ADVERTS["data-engineer"]
    more = f"{text}\n\nAbout us:\n\nWe make dashboards for stakeholders and marketing."
    assert [s.score for s in tell(text)] == pytest.approx([s.score for s in tell(more)])


def test_other_work_is_an_answer(tell: Tell) -> None:
    """An advert for none of the roles need not be one of them."""
    text = """Account manager. You sell our products to clients, meet sales targets, negotiate
        contracts and look after accounts in Salesforce. Experience in sales and retail."""
    assert tell(text)[0].role == OTHER_WORK


def test_a_role_that_is_taken_away_is_not_told(bundled: Catalogue) -> None:
    """The probabilities are those of the roles that there are."""
    names = {id: name for id, name in bundled.role_names.items() if id != "data-engineer"}
    shares = Tell(replace(bundled, role_names=names))(ADVERTS["data-engineer"])
    assert "data-engineer" not in {share.role for share in shares}


def test_without_figures_no_role_is_told(bundled: Catalogue) -> None:
    """A catalogue of one's own need not have any."""
    assert Tell(replace(bundled, adverts={})).teller(read_document("Data engineer"), ()) == ()


def test_figures_name_what_there_is(bundled: Catalogue) -> None:
    """Roles, skills and the source of the figures are known, and each has its weights."""
    figures = bundled.adverts[FIGURES]
    told = len(figures.adverts)
    assert figures.source in bundled.sources
    assert figures.adverts.keys() - {OTHER_WORK} <= bundled.roles.keys()
    assert figures.counted_as.keys() <= bundled.roles.keys()
    assert set(figures.counted_as.values()) <= figures.adverts.keys()
    assert figures.skills.keys() <= set(bundled.skills)
    for weights in (*figures.skills.values(), *figures.words.values()):
        assert len(weights) == told + 1
        assert weights[0] >= 10
    assert min(figures.adverts.values()) >= 30
    assert all(word.count(" ") <= 1 for word in figures.words)


def test_the_heaviest_reasons_come_first(tell: Tell) -> None:
    """Some of the reasons of a role are those that weigh most, for it or against it."""
    for share in tell(ADVERTS["data-engineer"]):
        few, every = share.explain(5), share.reasons
        assert len(few) == 5 < len(every)
        weights = [abs(reason.weight) for reason in few]
        assert weights == sorted((abs(reason.weight) for reason in every), reverse=True)[:5]
        assert all(reason in every for reason in few)


@given(st.text(max_size=400))
def test_any_text_is_told(tell: Tell, text: str) -> None:
    """No text makes it stumble."""
    first, second = ([(s.role, s.score, s.reasons) for s in tell(text)] for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("We need an annotator.", ["data-annotator"]),
        ("We need annotators and a roboticist.", ["data-annotator", "robotics-engineer"]),
        ("We need an MLE.", []),
        ("A machine learning engineer for computer vision", ["ml-engineer"]),
        ("A machine learning engineer, NLP", ["nlp-engineer"]),
        ("Software engineer, machine learning platform", ["ml-platform-engineer"]),
        ("Software engineers", ["software-engineer"]),
        ("A developer of machines that learn", []),
    ],
)
def test_names_of_roles(bundled: Catalogue, text: str, roles: list[str]) -> None:
    """The longest that stands at a place; of one word only what is said for the whole role."""
    _, named = RoleNames(bundled.roles.values()).read(read_document(text), ())
    assert [name.role for name in named] == roles
