"""Titles as employers write them, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.finding.title import Title, read_title, readings

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


def test_other_readings() -> None:
    """Each segment with what somebody is may be the title proper; a line of work stands for it."""
    ways = [way.words for way in readings("Manager - Data Engineer", HEADS.__contains__)]
    assert ways == [
        {"manager": 1.0, "data": 0.5, "engineer": 0.5},
        {"manager": 0.5, "data": 1.0, "engineer": 1.0},
    ]
    ways = [way.words for way in readings("Data Science Intern", HEADS.__contains__)]
    assert ways == [{"data": 1.0, "science": 1.0}, {"data": 1.0, "scientist": 1.0}]
