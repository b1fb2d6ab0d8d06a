"""Names: folding, resolving, and never guessing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Skill
from mlroles.core.model.errors import AmbiguousName, AskedWrongly, UnknownName
from mlroles.core.model.layer import Layer
from mlroles.core.model.names import (
    MOST_LISTED,
    MOST_NEAR,
    choose,
    claims,
    fold,
    names_of,
    pick,
    remedy_for,
)
from mlroles.core.model.vocabulary import replace


@pytest.mark.parametrize(
    "written",
    ["MLOps Engineer", "mlops", "ML-Ops engineer", "mlops-engineer", " MLOPS  ENGINEER ", "ml ops"],
)
def test_one_role_by_many_spellings(bundled: Catalogue, written: str) -> None:
    """Case, spaces, hyphens and punctuation do not matter."""
    assert bundled.role(written).id == "mlops-engineer"


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("devops", "devops-engineer"),
        ("DevOps Engineer", "devops-engineer"),
        ("dev-ops", "devops-engineer"),
        ("k8s", "kubernetes"),
        ("sklearn", "scikit-learn"),
        ("PowerBI", "power-bi"),
        ("Power BI", "power-bi"),
        ("GCP", "google-cloud"),
        ("C++", "c-plus-plus"),
        ("c#", "c-sharp"),
        ("R", "r"),
        ("CI/CD", "continuous-integration-and-delivery"),
        ("A/B testing", "a-b-testing"),
    ],
)
def test_names_as_people_type_them(bundled: Catalogue, written: str, id: str) -> None:
    """Roles and skills answer to their short names."""
    assert bundled.entry(written).id == id


def test_every_name_finds_its_entry(bundled: Catalogue) -> None:
    """Every name that an entry has leads to it, whatever its case."""
    for entry in bundled.entries():
        for name in names_of(entry):
            assert bundled.entry(name.upper()) is entry


def test_roles_have_a_plural(bundled: Catalogue) -> None:
    """Data engineers are the role; a skill has none: networks are no network."""
    assert [role.id for role in bundled.roles_called("Data Engineers")] == ["data-engineer"]
    assert not bundled.skills_called("pythons")


def test_languages_stay_apart() -> None:
    """C, C++ and C# are three."""
    assert len({fold("C"), fold("C++"), fold("C#")}) == 3


@given(st.text())
def test_folding_is_final(text: str) -> None:
    """What is folded stays as it is, and holds nothing but letters and digits."""
    folded = fold(text)
    assert folded == "" or folded.isalnum()
    assert fold(folded) == folded


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_case_and_spacing_do_not_matter(text: str) -> None:
    """Upper case and punctuation around a name change nothing."""
    assert fold(f" -{text.upper()}_ ") == fold(text.lower())


def test_accents_do_not_matter() -> None:
    """An accent is folded away."""
    assert fold("Ingénieur ML") == fold("ingenieur-ml") == "ingenieurml"


@pytest.mark.parametrize(
    ("wrong", "suggested"),
    [("mlop", "MLOps Engineer"), ("pyhton", "Python"), ("kuberntes", "Kubernetes")],
)
def test_a_miss_suggests(bundled: Catalogue, wrong: str, suggested: str) -> None:
    """A slip of the fingers gets a suggestion, at most three of them."""
    with pytest.raises(UnknownName) as caught:
        bundled.entry(wrong)
    assert repr(suggested) in caught.value.remedy
    assert caught.value.remedy.count(" or ") <= 2


@pytest.mark.parametrize("nonsense", ["", "   ", "!!!", "qqqq", "asdfghjkl", "日本"])
def test_nonsense_gets_no_suggestion(bundled: Catalogue, nonsense: str) -> None:
    """What is like nothing is not guessed at."""
    with pytest.raises(UnknownName) as caught:
        bundled.entry(nonsense)
    assert "did you mean" not in caught.value.remedy


def test_a_name_of_two_entries_lists_both() -> None:
    """An ambiguous name is an error that names all claimants by id."""
    skills = [
        Skill(
            id=id,
            name=id,
            kind="tool",
            alternate_names=["Argo"],
            definition="A tool.",
            sources=["editorial"],
        )
        for id in ("argo-cd", "argo-workflows")
    ]
    claimed = claims([], skills)
    assert claimed["argo"] == [("skill", "argo-cd"), ("skill", "argo-workflows")]
    assert claimed["argocd"] == [("skill", "argo-cd")]
    with pytest.raises(AmbiguousName, match=r"argo-cd \(skill\), argo-workflows \(skill\)"):
        pick(skills, "argo", "skill", lambda: skills)


def test_an_id_is_always_within_reach() -> None:
    """Who writes an id gets that entry, whatever other entries call themselves."""
    own = Skill(id="ab", name="A/B", kind="tool", definition="A tool.", sources=["editorial"])
    other = Skill(id="zw", name="a b", kind="tool", definition="A tool.", sources=["editorial"])
    assert pick([own, other], "ab", "skill", list) is own


def test_where_names_come_from(bundled: Catalogue) -> None:
    """The first that is not from the lowest layer tells; the lowest tells of the others."""
    assert replace(bundled, layers=[]).layer_of("roles/mlops-engineer") == ""
    names = ("below", "between", "above")
    empty = {"path": None, "version": None, "added": {}, "mentions": 0}
    empty |= {"replaced": [], "removed": [], "dropped": []}
    layers = [Layer(name=name, **empty) for name in names]  # type: ignore[arg-type]
    origins = {"roles/a": 2, "roles/b": 1}
    catalogue = replace(bundled, layers=layers, origins=origins)
    assert catalogue.layer_of("roles/c") == "below"
    assert catalogue.layer_of("roles/c", "roles/a", "roles/b") == "above"


def test_a_few_known_words_are_listed() -> None:
    """A wrong choice tells the right ones."""
    assert choose("Deploy", ["build", "deploy"], "stage") == "deploy"
    with pytest.raises(AskedWrongly) as caught:
        choose("destroy", ["build", "deploy"], "stage")
    assert caught.value.remedy == "choose from build, deploy"


def test_many_known_words_are_not_all_listed() -> None:
    """A wall of words helps nobody; where there are none, that is said."""
    words = [f"word-{number}" for number in range(MOST_LISTED + 1)]
    assert remedy_for("zzz", words[:-1]) == f"choose from {', '.join(words[:-1])}"
    assert remedy_for("zzz", words) == "choose one of 21, such as word-0, word-1, word-2"
    assert remedy_for("word", words).count("word-") == MOST_NEAR
    with pytest.raises(AskedWrongly) as caught:
        choose("zzz", [f"word-{number}" for number in range(97)], "activity")
    assert caught.value.remedy == "choose one of 97, such as word-0, word-1, word-2"
    with pytest.raises(AskedWrongly) as caught:
        choose("zzz", [], "team template", [])
    assert caught.value.remedy == "this catalogue has none"


def test_what_an_entry_is_called_comes_before_other_names() -> None:
    """An entry's own name is its own, whoever else has it."""
    own = Skill(id="ab", name="Argo", kind="tool", definition="A tool.", sources=["editorial"])
    other = Skill(
        id="cd",
        name="Argo CD",
        kind="tool",
        alternate_names=["Argo"],
        definition="A tool.",
        sources=["editorial"],
    )
    assert pick([other, own], "argo", "skill", list) is own
