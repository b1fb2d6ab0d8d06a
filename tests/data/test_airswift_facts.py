"""What the source `airswift-2023` tells of nine roles stands in the bundled catalogue."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mlroles import Catalogue
from mlroles.core.model import Role

FACTS = yaml.safe_load(Path(__file__).with_name("airswift_facts.yaml").read_text(encoding="utf-8"))


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


@pytest.mark.parametrize(
    ("role_id", "checks"),
    [
        pytest.param(role_id, entry["where"], id=f"{role_id}: {entry['fact']}")
        for role_id, entries in FACTS.items()
        for entry in entries
    ],
)
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


def test_roles_are_told_apart_both_ways(bundled: Catalogue) -> None:
    """Where a role is told apart from another one, the other one is told apart from it."""
    pairs = {
        (role.id, distinction.role)
        for role in bundled.roles.values()
        for distinction in role.not_to_be_confused_with
    }
    assert pairs
    assert pairs == {(b, a) for a, b in pairs}
