"""Titles as employers write them, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.finding.title import Title, read_title

HEADS = {"engineer", "scientist", "analyst", "developer", "manager", "mle"}


def read(text: str) -> Title:
    return read_title(text, HEADS.__contains__)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Sr. Data Scientist", "senior"),
        ("Senior/Lead Engineer", "senior"),
        ("Jr Data Analyst", "junior"),
        ("(Junior) BI Analyst m/w/d", "junior"),
        ("Data Engineer Intern", "junior"),
        ("Working Student Data Analyst", "junior"),
        ("Entry-level Data Analyst", "junior"),
        ("Data Engineer I", "junior"),
        ("Data Engineer II", "mid"),
        ("Software Engineer 2", "mid"),
        ("MLE III", "senior"),
        ("Software Engineer IV", "lead"),
        ("Staff Machine Learning Engineer", "lead"),
        ("Principal Engineer", "lead"),
        ("Lead Data Engineer", "lead"),
        ("Head of Data", "lead"),
        ("Distinguished Engineer", "lead"),
        ("Director of AI", "lead"),
        ("Middle Data Engineer", "mid"),
        ("New Grad Software Engineer", "junior"),
        ("JR-0001234 Data Engineer", None),
        ("Data Engineer", None),
        ("Type I Diabetes Analyst", None),
        ("Data Scientist (2 positions)", None),
    ],
)
def test_seniority(text: str, level: str | None) -> None:
    """Words of rank, and numerals behind what somebody is, tell the rung."""
    assert read(text).level == level


def test_every_part_of_the_frame() -> None:
    """Each part is given back as it is written, and what is left is sought."""
    title = read("R0012345 Sr. ML Engineer II (Remote, US) - Ads Ranking, part-time (m/f/d)")
    assert title.level == "senior"
    assert title.place == "Remote, US"
    assert title.team == "Ads Ranking"
    assert title.contract == "part-time"
    assert title.code == "R0012345"
    assert title.gender == "m/f/d"
    assert title.words == {"ml": 1.0, "engineer": 1.0, "ads": 0.5, "ranking": 0.5}


@pytest.mark.parametrize(
    "mark", ["m/w/d", "(m/f/d)", "w/m/x", "[f/m/x]", "m|w|d", "H/F", "(all genders)", "m / w / d"]
)
def test_gender_marks(mark: str) -> None:
    """However it is written, a mark is no word of the title."""
    assert set(read(f"Data Scientist {mark}").words) == {"data", "scientist"}


def test_the_title_proper_may_stand_behind() -> None:
    """The segment with the word that says what somebody is counts most."""
    words = read("1700_Consumer Analytics - ML Engineer").words
    assert words == {"consumer": 0.5, "analytic": 0.5, "ml": 1.0, "engineer": 1.0}


def test_places() -> None:
    """Countries, cities, states behind a comma, and work from home are places."""
    assert read("Data Engineer, Irving, TX").place == "TX"
    assert read("Data Engineer - London").place == "London"
    assert read("Data Engineer (work from home)").place == "work from home"


def test_a_frame_alone_is_sought() -> None:
    """Where there is nothing else, the words of the frame are what is sought."""
    assert read("Intern").words == {"intern": 1.0}
    assert read("Lead").words


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """Weights lie above 0 and up to 1; what is told stands in the text."""
    title = read(text)
    assert all(0 < weight <= 1 for weight in title.words.values())
    for told in (title.contract, title.place, title.code, title.gender):
        assert told is None or all(part in text for part in told.split(", "))


def test_years_and_pay_are_no_codes() -> None:
    """They tell nothing of the work, and are set aside."""
    title = read("Data Engineer 2025 - $120k-$150k")
    assert (title.code, title.words) == (None, {"data": 1.0, "engineer": 1.0})


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Lead Generation Analyst", None),
        ("Member of Technical Staff", None),
        ("Early Stage Engineer", None),
        ("Senior Vice President Data Science", "lead"),
        ("VP Engineering", "lead"),
        ("Senior Director of Data", "lead"),
        ("Senior Staff Engineer", "lead"),
        ("Data Engineer Level 2", "mid"),
        ("Engineer, level III", "senior"),
        ("Stage Data Scientist (H/F)", "junior"),
        ("Apprenti Data Analyst", "junior"),
        ("Data Engineer en alternance", "junior"),
        ("Data Engineer confirm\u00e9", "mid"),
        ("Desarrollador semi senior", "mid"),
        ("Engenheiro de Dados Pleno", "mid"),
        ("Becario de analista de datos", "junior"),
        ("Medior data engineer", "mid"),
    ],
)
def test_levels_that_are_none_and_levels_of_other_languages(text: str, level: str | None) -> None:
    """A word of rank in a phrase that says something else tells no level."""
    assert read(text).level == level


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("REQ-1234 Data Engineer", "code", "REQ-1234"),
        ("Data Engineer, ref 98765", "code", "ref 98765"),
        ("Data Analyst (6 month contract)", "contract", "6 month contract"),
        ("Data Analyst - 12-month FTC", "contract", "12-month FTC"),
        ("Data Engineer (Remote, US)", "place", "Remote, US"),
        ("Data Engineer (3 years experience)", "contract", None),
    ],
)
def test_the_frame_is_kept_as_it_is_written(text: str, part: str, told: str | None) -> None:
    """Pieces that stand together stay together, with what stands between them."""
    assert getattr(read(text), part) == told


def test_other_endings_are_no_words() -> None:
    """The other ending of what somebody is, and initials in brackets, are set aside."""
    heads = HEADS | {"entwickler"}
    for text in ("Entwickler/in", "Entwickler*in", "Entwickler:in"):
        assert list(read_title(text, heads.__contains__).words) == ["entwickler"]
    words = read("Machine Learning (ML) Engineer").words
    assert words == {"machine": 1.0, "learning": 1.0, "engineer": 1.0}
