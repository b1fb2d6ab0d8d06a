"""What the source `airswift-2023` tells of nine roles and their field stands in the catalogue."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.roles.guide import links, passages

HERE = Path(__file__).parent
FACTS = yaml.safe_load((HERE / "airswift_facts.yaml").read_text("utf-8"))
GUIDE_FACTS = yaml.safe_load((HERE / "airswift_guide_facts.yaml").read_text("utf-8"))


def text_of(role: Role) -> str:
    statements = [duty.statement for duty in role.responsibilities]
    return " ".join([role.definition, role.summary, *statements]).casefold()


def hands_over(catalogue: Catalogue, role: Role, what: str) -> bool:
    handoff = catalogue.handoffs[what]
    return role.id in (handoff.from_role, handoff.to_role)


CHECKS: dict[str, Callable[[Catalogue, Role, str], bool]] = {
    "activity": lambda _, role, what: any(
        duty.activity == what and duty.raci in "RA" for duty in role.responsibilities
    ),
    "contrast": lambda _, role, what: any(d.role == what for d in role.not_to_be_confused_with),
    "handoff": hands_over,
    "skill": lambda _, role, what: any(asked.skill == what for asked in role.skills),
    "speciality": lambda _, role, what: role.speciality_of == what,
    "text": lambda _, role, what: what.casefold() in text_of(role),
    "tool": lambda _, role, what: any(asked.skill == what for asked in role.tools),
}


def cases(facts: dict[str, list[dict[str, Any]]]) -> list[Any]:
    """One test for each fact: the id of the entry that tells it, and where it should stand."""
    return [
        pytest.param(id, entry["where"], id=f"{id}: {entry['fact']}")
        for id, entries in facts.items()
        for entry in entries
    ]


@pytest.mark.parametrize(("role_id", "checks"), cases(FACTS))
def test_fact_is_told(bundled: Catalogue, role_id: str, checks: list[str]) -> None:
    """A fact that must be told of a role is found at every place where it should stand."""
    role = bundled.roles[role_id]
    missing = []
    for check in checks:
        kind, _, what = check.partition(":")
        if not CHECKS[kind](bundled, role, what):
            missing.append(check)
    assert checks
    assert missing == []


def test_every_role_of_the_first_nine_has_facts() -> None:
    """No role drops out of the list of facts unnoticed."""
    assert sorted(FACTS) == [
        "ai-architect",
        "data-annotator",
        "data-engineer",
        "data-scientist",
        "devops-engineer",
        "ml-engineer",
        "ml-product-manager",
        "ml-researcher",
        "mlops-engineer",
    ]


@pytest.mark.parametrize(("topic_id", "checks"), cases(GUIDE_FACTS))
def test_fact_is_told_in_the_guide(bundled: Catalogue, topic_id: str, checks: list[str]) -> None:
    """A fact of the field is found on the page of the guide that should tell it."""
    topic = bundled.topics[topic_id]
    told = " ".join(passage.text for passage in passages(topic.text)).casefold()
    linked = {f"{link.kind}:{link.id}" for link in links(topic.text)}
    missing = [
        check
        for check in checks
        if check not in linked and not (check[:5] == "text:" and check[5:].casefold() in told)
    ]
    assert checks
    assert missing == []
    assert "airswift-2023" in topic.sources


def test_first_nine_serve_green_work_and_sit_in_teams(bundled: Catalogue) -> None:
    """Each says how it serves the green transition, and has a seat in a team template."""
    seats = {s.role for team in bundled.teams.values() for s in [*team.seats, *team.later_seats]}
    for id in FACTS:
        assert bundled.roles[id].green, id
        assert id in seats, id


def test_first_nine_are_told_apart_both_ways(bundled: Catalogue) -> None:
    """Where two of the nine roles are told apart, each of their pages does it."""
    pairs = {
        (role, distinction.role)
        for role in FACTS
        for distinction in bundled.roles[role].not_to_be_confused_with
        if distinction.role in FACTS
    }
    assert pairs
    assert pairs == {(b, a) for a, b in pairs}
