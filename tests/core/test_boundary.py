"""Where the work of one role ends: letters, hand-offs and what is contested."""

from itertools import combinations

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Responsibility
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.roles.boundary import BoundaryActivity, boundary


def answering(catalogue: Catalogue, activity: str) -> list[str]:
    """The roles that answer for an activity, by their own files."""
    return [
        role.id
        for role in catalogue.roles.values()
        if any(d.activity == activity and d.raci == "A" for d in role.responsibilities)
    ]


def test_two_who_help_contest_nothing(bundled: Catalogue) -> None:
    """Between most roles nothing is contested: somebody answers for what both do."""
    pairs = list(combinations(bundled.roles.values(), 2))
    contested = [len(boundary(bundled, pair).contested) for pair in pairs]
    assert sum(not count for count in contested) > 0.95 * len(pairs)
    pair = [bundled.role("ml-platform-engineer"), bundled.role("mlops-engineer")]
    assert not boundary(bundled, pair).contested


@pytest.mark.parametrize(
    ("letters", "elsewhere", "contested"),
    [
        ("AA", (), True),
        ("AR", (), False),
        ("RR", (), True),
        ("RR", ("data-engineer",), False),
        ("RC", (), False),
        ("AAC", ("data-engineer",), True),
    ],
)
def test_contested(
    bundled: Catalogue, letters: str, elsewhere: tuple[str, ...], contested: bool
) -> None:
    """Two answer for it, or two do it and nobody answers."""
    activity = next(iter(bundled.activities.values()))
    duties = {
        str(number): Responsibility(activity=activity.id, raci=letter, statement="")
        for number, letter in enumerate(letters)
    }
    found = BoundaryActivity(activity=activity, duties=duties, elsewhere=elsewhere)
    assert found.contested is contested


def test_every_activity_has_the_letters_of_the_roles(bundled: Catalogue) -> None:
    """What a boundary says of an activity is what the roles' own files say."""
    for a, b in combinations(list(bundled.roles.values())[:8], 2):
        found = boundary(bundled, [a, b])
        for role in (a, b):
            letters = {duty.activity: duty.raci for duty in role.responsibilities}
            told = {s.activity.id: s.letter(role.id) for s in found.activities}
            assert {id: letter for id, letter in told.items() if letter} == letters
        for shared in found.activities:
            letters = [shared.letter(role.id) for role in (a, b)]
            nobody = letters == ["R", "R"] and not answering(bundled, shared.activity.id)
            assert shared.contested == (letters == ["A", "A"] or nobody)
            for role, letter, other in ((a, *letters), (b, *letters[::-1])):
                alone = letter in ("R", "A") and other not in ("R", "A")
                assert (shared.activity in found.only(role)) == alone


def test_handoffs_in_each_direction(bundled: Catalogue) -> None:
    """Those between the roles and no others, with when they count as accepted."""
    pair = [bundled.role("mlops"), bundled.role("devops")]
    found = boundary(bundled, pair)
    ends = {(h.from_role, h.to_role) for h in found.handoffs}
    assert ends == {("mlops-engineer", "devops-engineer"), ("devops-engineer", "mlops-engineer")}
    assert all(handoff.accepted_when for handoff in found.handoffs)
    ids = {role.id for role in pair}
    assert len(found.handoffs) == sum(
        {h.from_role, h.to_role} == ids for h in bundled.handoffs.values()
    )


def test_three_roles(bundled: Catalogue) -> None:
    """Tools that all share and tools of one alone do not meet; contested is told of any two."""
    roles = [bundled.role(name) for name in ("mlops", "devops", "ml engineer")]
    found = boundary(bundled, roles)
    shared = {tool.tool.id for tool in found.shared_tools}
    assert shared
    for role in roles:
        own = {tool.tool.id for tool in found.own_tools(role)}
        assert own
        assert not own & shared
    for contest in found.contested:
        assert len(contest.doers) > 1
        assert sum(contest.letter(role.id) == "A" for role in roles) != 1


@pytest.mark.parametrize("names", [["mlops"], ["mlops", "mlops"], ["mlops", "sre", "dba", "bi"]])
def test_other_numbers_of_roles(bundled: Catalogue, names: list[str]) -> None:
    """One, the same twice or four are none."""
    roles = [bundled.role(name) for name in [*names[:1], *names[1:]] if name != "bi"]
    roles += [bundled.role("bi-developer")] if "bi" in names else []
    with pytest.raises(AskedWrongly, match="two or three"):
        boundary(bundled, roles)
