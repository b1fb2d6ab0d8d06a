"""What many adverts say together."""

import pytest

from mlroles.core.adverts import summary
from mlroles.core.adverts.decode import Decoder
from mlroles.core.adverts.summary import Summary, Tally
from mlroles.core.catalogue import Catalogue

ASKED = "Requirements:\n- Experience with {}\n- You like long evenings\n"


def counted(catalogue: Catalogue, *texts: str, title: str | None = None) -> Summary:
    decode, tally = Decoder(catalogue, suggest=False), Tally(catalogue)
    for text in texts:
        tally.add(decode(text, title))
    return tally.summary()


def test_counts(bundled: Catalogue) -> None:
    """Skills by how many texts name them, then by id; how many ask for them is counted apart."""
    found = counted(
        bundled,
        ASKED.format("SQL and Python"),
        ASKED.format("SQL and Docker"),
        ASKED.format("SQL") + "Nice to have:\n- Docker, Python\n",
        "We sell flowers.",
    )
    assert (found.n, found.too_little_to_tell, found.other_work) == (4, 1, 0)
    told = [(one.skill, one.n, one.share, one.required) for one in found.skills]
    assert told == [("sql", 3, 0.75, 3), ("docker", 2, 0.5, 1), ("python", 2, 0.5, 1)]


def test_roles_and_what_titles_claim(bundled: Catalogue) -> None:
    """A role that is told, and how often titles say it."""
    text = "\n".join(
        f"- Experience with {skill}"
        for skill in ("Airflow", "dbt", "Spark", "Kafka", "SQL", "data pipelines")
    )
    found = counted(bundled, text, text, "We sell flowers.", title="Data Engineer")
    (role,) = found.roles
    assert (role.role, role.n, role.share, role.claimed) == ("data-engineer", 2, 0.6667, 3)


@pytest.mark.parametrize(
    ("texts", "terms"),
    [
        (["Frobnicator"] * 2, ["Frobnicator"]),
        (["Frobnicator"], []),  # once is seldom of interest
        (["Zork", "Frobnicator", "Zork and Frobnicator", "Zork"], ["Zork", "Frobnicator"]),
        (["Frobnicator Suite tools"] * 2, ["Frobnicator Suite"]),
        (["Frob-X2"] * 2, ["Frob-X2"]),
        (["Evenings", "Evenings", "SQL, evenings"], ["Evenings"]),
        (["Evenings", "Evenings", "SQL, evenings", "evenings"], []),  # written small as often
        (["Science"] * 2, []),
        (["SQL Frobnicator"] * 2, []),  # part of it is a name
        (["Q"] * 2, []),
    ],
)
def test_unknown_terms(bundled: Catalogue, texts: list[str], terms: list[str]) -> None:
    """Terms with a capital that no name covers, if two texts ask for them."""
    found = counted(bundled, *map(ASKED.format, texts))
    assert [one.term for one in found.unknown] == terms


def test_where_terms_stand(bundled: Catalogue) -> None:
    """Only in what is asked for, and beside a skill or where experience is spoken of."""
    texts = ["Benefits:\n- Experience with Frobnicator and Zork\n"] * 2
    assert counted(bundled, *texts).unknown == ()
    texts = ["Requirements:\n- Frobnicator, Zork\n- the Frobnicator and SQL\n"] * 2
    assert [one.term for one in counted(bundled, *texts).unknown] == ["Frobnicator"]


def test_terms_are_forgotten(bundled: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many, those that were seen once go."""
    monkeypatch.setattr(summary, "MOST_TERMS", 2)
    texts = [ASKED.format(term) for term in ("Zork", "Zork", "Frobnicator", "Blurb", "Frobnicator")]
    assert [one.term for one in counted(bundled, *texts).unknown] == ["Zork"]
