"""Which role a title means, or that it means none."""

import csv
from pathlib import Path

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.normalise import Normaliser
from mlroles.core.finding.search import search, suggestions

QUERIES = Path(__file__).parent / "queries.tsv"
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
    """As many matches as wanted, best first, each the sum of its reasons."""
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


def test_typed_queries(bundled: Catalogue) -> None:
    """What was meant comes first for at least 95 of 100 queries of all kinds."""
    asked = rows(QUERIES)
    assert len(asked) == 200
    found = [search(bundled.index, row["query"], limit=1)[0] for row in asked]
    right = [
        bool(hits) and hits[0].id in row["first"].split("|")
        for row, hits in zip(asked, found, strict=True)
    ]
    assert sum(right) / len(right) >= 0.95


def test_the_right_to_abstain(bundled: Catalogue) -> None:
    """Of titles that were read, nine in ten that are none of our roles get none."""
    normalise = Normaliser(bundled.index)
    read = rows(OTHERS)
    assert len(read) == 300
    others = [row for row in read if not row["role"]]
    none = [normalise(row["title"]).role is None for row in others]
    assert sum(none) / len(none) >= 0.9
    ours = [row for row in read if row["role"]]
    right = [
        found is not None and found.id in row["role"].split("|")
        for row in ours
        for found in [normalise(row["title"]).role]
    ]
    assert sum(right) / len(right) >= 0.6


def test_a_text_that_is_no_title(bundled: Catalogue) -> None:
    """However long a line is, it is answered."""
    normalise = Normaliser(bundled.index)
    for text in ("x" * 100_000, "data " * 50_000, "dataengineer" * 5_000, "\u0301", "+#"):
        assert normalise(text).role is None or text.startswith("data")


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
        ("Data Science Manager", None),
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
