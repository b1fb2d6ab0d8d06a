"""What somebody can do, as it is typed and as it is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.moves.profile import ASSUMED_LEVEL, profile, role_profile, split_list


def test_a_list_is_taken_apart() -> None:
    """Commas, semicolons and line ends part skills; a level is a number or its name."""
    typed = "python:3, sql ; k8s = 2\nC++: expert,,"
    assert list(split_list(typed)) == [("python", 3), ("sql", None), ("k8s", 2), ("C++", 4)]


@pytest.mark.parametrize("typed", ["python:7", "python:", "sql:0", "python:very good"])
def test_what_is_no_level_is_told(typed: str) -> None:
    """A level that is none is an error that names the four."""
    with pytest.raises(AskedWrongly, match="is no level") as caught:
        list(split_list(typed))
    assert "1 awareness, 2 working, 3 practitioner, 4 expert" in caught.value.remedy


def test_words_become_skills(bundled: Catalogue) -> None:
    """Any name will do; a level that is not said is assumed, and that is said."""
    found = profile(bundled, [("k8s", 2), ("SQL", None), ("Kubernetes", 3), ("sql", None)])
    assert found.skills == {"kubernetes": 3, "sql": ASSUMED_LEVEL}
    assert found.assumed == ("sql",)
    assert found.unknown == ()


def test_unknown_words_are_kept(bundled: Catalogue) -> None:
    """What is no skill is listed with what may be meant, and nothing for nonsense."""
    found = profile(bundled, [("pyhton", 3), ("qqqqqqqq", None), ("git", 2)])
    assert found.skills == {"git": 2}
    typo, nonsense = found.unknown
    assert (typo.word, typo.suggestions[0]) == ("pyhton", "Python")
    assert (nonsense.word, nonsense.suggestions) == ("qqqqqqqq", ())


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["python", "k8s", "sql", "nothing"]), st.none() | st.integers(1, 4)
        )
    )
)
def test_nothing_is_dropped(bundled: Catalogue, listed: list[tuple[str, int | None]]) -> None:
    """Every word is a skill or unknown; a level that is said wins, the highest of several."""
    found = profile(bundled, listed)
    for word, level in listed:
        skills = bundled.skills_called(word)
        if skills:
            assert found.skills[skills[0].id] >= (level or 1)
        else:
            assert word in [unknown.word for unknown in found.unknown]


def test_a_role_is_a_profile(bundled: Catalogue) -> None:
    """Who works in a role holds what it asks for."""
    role = bundled.role("mlops")
    found = role_profile(role, "senior")
    assert (found.role, found.rung) == ("mlops-engineer", "senior")
    assert len(found.skills) == len(role.skills) + len(role.tools)
