"""Which known names a mistyped one is closest to."""

import pytest

from mlroles.core.model.likeness import closest, edits, suggest, within

KNOWN = {id: [id] for id in ("docker", "dockers", "locker", "python", "pytorch", "rocket")}


@pytest.mark.parametrize(
    ("wanted", "limit", "found"),
    [
        ("docker", 3, ["docker", "dockers"]),  # a locker is .83 of it, too far behind
        ("dcker", 3, ["docker", "dockers"]),
        ("pyton", 3, ["python"]),
        ("ocker", 3, ["docker", "locker", "dockers"]),
        ("ocker", 2, ["docker", "locker"]),
        ("kubernetes", 3, []),
        ("d", 3, []),
        ("", 3, []),
    ],
)
def test_closest(wanted: str, limit: int, found: list[str]) -> None:
    """Those that are near the best and near at all, the best first, then by name."""
    assert closest(wanted, KNOWN, limit) == found
    assert closest(wanted, {}, limit) == []
    assert closest("ai", {"ai": ["ai"]}) == ["ai"]


def test_suggest() -> None:
    """The nearest, or what else to do."""
    assert suggest("dcker", KNOWN) == "did you mean 'docker'?"
    assert suggest("kubernetes", KNOWN, "leave it out") == "leave it out"


def test_changes_of_letters() -> None:
    """Letters that changed places are one change; what is further than allowed is only further."""
    assert [edits("python", word, 2) for word in ("python", "pyhton", "pyto")] == [0, 1, 2]
    assert edits("python", "java", 2) > 2
    assert sorted(within("pyhton", list(KNOWN), 1)) == [("python", 1, 3)]
