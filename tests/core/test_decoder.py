"""What an advert is decoded to: its title, what is missing and unusual, and readiness for it."""

import pytest

from measure.extraction import marked
from mlroles.core.adverts.decode import (
    FEWEST_FINDINGS,
    RARE_SHARE,
    TITLE_LINES,
    TITLE_WORDS,
    UNKNOWN_LEVEL,
    USUAL_SHARE,
    Decoder,
    readiness_for,
)
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import replace
from mlroles.core.moves.profile import Profile
from mlroles.core.pay.figures import most_adverts

ASKS = "\n\nRequirements:\n- Python, SQL, Airflow, dbt, Kafka\n"


@pytest.fixture(scope="module")
def decode(bundled: Catalogue) -> Decoder:
    return Decoder(bundled, suggest=False)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Data Engineer", "Data Engineer"),
        ("## **Data Engineer**", "Data Engineer"),
        ("Job title: Data Engineer", "Data Engineer"),
        ("We sell tea.\n" * (TITLE_LINES - 1) + "Data Engineer", "Data Engineer"),
        ("We sell tea.\n" * TITLE_LINES + "Data Engineer", None),
        (
            "Data Engineer" + " abc" * (TITLE_WORDS - 2),
            "Data Engineer" + " abc" * (TITLE_WORDS - 2),
        ),
        ("Data Engineer" + " abc" * (TITLE_WORDS - 1), None),
        ("Data Engineer | Berlin | from May on" + " abc" * TITLE_WORDS, "Data Engineer"),
        ("Data Engineer | a" + " b" * (TITLE_WORDS - 3), "Data Engineer"),
        (
            "Data Engineer | a" + " b" * (TITLE_WORDS - 4),
            "Data Engineer | a" + " b" * (TITLE_WORDS - 4),
        ),
        ("- Data Engineer", None),
        ("What you bring:\nData Engineer", None),
        ("Florist", None),
        ("Job title - Data Engineer", "Data Engineer"),
        ("Reports to: Data Engineer", None),
        ("Datenanalyst (m/w/d)", "Datenanalyst (m/w/d)"),
        ("Machine Learning Internship", "Machine Learning Internship"),
        ("SRE", "SRE"),
        ("NLP, LLMs, RAG and MLOps", None),
        ("Experience in machine learning (PyTorch, JAX)", None),
        ("Why data science?", None),
    ],
)
def test_the_title_stands_in_the_first_lines(decode: Decoder, text: str, title: str | None) -> None:
    """It names a role, is short, and stands in no list."""
    found = decode(text + ASKS)
    assert found.title == title
    assert (found.claim is not None) == (title is not None)
    assert decode(text + ASKS, "MLE").title == "MLE"


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("Junior analyst at a bank, 2019-2021\nData analyst with 4 years of experience", "mid"),
        ("Lead data engineer, 2020-now\nData engineer with 4 years of experience", "lead"),
        ("Junior analyst at a bank, 2019-2021", "junior"),
        ("Data analyst with 4 years of experience", "mid"),
        ("Data analyst", None),
    ],
)
def test_the_rung_of_a_cv(decode: Decoder, text: str, rung: str | None) -> None:
    """The higher of the first rank and that of the years: a CV names positions long past."""
    assert decode(text + ASKS, kind="cv").rung == rung


def test_too_little_to_tell(decode: Decoder) -> None:
    """Five findings tell something, and four do not."""
    names = ["Docker", "Terraform", "Helm", "Ansible", "Jenkins"]
    assert len(names) == FEWEST_FINDINGS
    assert not decode(", ".join(names)).too_little_to_tell
    assert decode(", ".join(names[:-1])).too_little_to_tell


def test_missing_and_unusual(bundled: Catalogue, decode: Decoder) -> None:
    """What the role asks for as a rule and is not found, and what is found and seldom asked for."""
    told = 0
    for one in marked(bundled, "adverts"):
        decoded = decode(one.text)
        if decoded.role is None:
            assert not decoded.missing
            assert not decoded.unusual
            continue
        role, rung = bundled.roles[decoded.role], decoded.rung or bundled.ladder.usual
        adverts = most_adverts(role)
        shares = adverts.shares if adverts else {}
        asked = {need.skill: need for need in role.requirements}
        found = {skill.skill for skill in decoded.skills}
        usual = {
            id
            for id, need in asked.items()
            if need.essential_at(rung, bundled.ladder) or shares.get(id, 0) >= USUAL_SHARE
        }
        assert {missing.skill for missing in decoded.missing} == {
            id
            for id in usual
            if bundled.skills[id].kind != "human"
            and not found & {id, *(other.skill for other in bundled.skills[id].related)}
        }
        order = [(-(m.share or 0), -(m.importance or 0)) for m in decoded.missing]
        assert order == sorted(order)
        assert {one.skill for one in decoded.unusual} == {
            skill.skill
            for skill in decoded.named
            if bundled.skills[skill.skill].kind != "human"
            and (skill.skill not in asked or 0 < shares.get(skill.skill, 0) < RARE_SHARE)
        }
        told += 1
    assert told > 40


def test_readiness_for_an_advert(bundled: Catalogue, decode: Decoder) -> None:
    """Over what is not nice to have, at the level that is said or is usual."""
    advert = decode("Requirements:\n- Python (expert)\n- Grafana\nNice to have:\n- Docker\n")
    advert = replace(advert, roles=())  # without a role all weigh alike
    profile = Profile(skills={"python": 2, "grafana": 1, "docker": 4}, complete=True)
    ready = readiness_for(bundled, advert, profile)
    assert {part.skill for part in ready.parts} == {"python", "grafana"}
    assert ready.score == pytest.approx((2 + 1) / (4 + UNKNOWN_LEVEL))
    assert sum(part.share for part in ready.parts) == pytest.approx(1)
