"""What somebody can do, as it is typed and as it is understood."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.finding import engine, search
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.limits import WORDS_SHOWN
from mlroles.core.moves.profile import ASSUMED_LEVEL, Profile, profile, remarks, role_profile
from mlroles.core.moves.skill_words import Said, split_list


def typed(catalogue: Catalogue, text: str) -> Profile:
    return profile(catalogue, split_list(text))


def unknown(found: Profile) -> list[str]:
    return [one.word for one in found.unknown]


def test_a_list_is_taken_apart(bundled: Catalogue) -> None:
    """Commas, semicolons and line ends part skills; a level is a number or its name."""
    found = typed(bundled, "python:3, sql ; k8s = 2\nC++: expert,,")
    assert found.skills == {"python": 3, "sql": 2, "kubernetes": 2, "c-plus-plus": 4}
    lines = "# Languages\n- **Python**: 3\n* `SQL`\n1. Docker\n"
    assert typed(bundled, lines).skills == {"python": 3, "sql": 2, "docker": 2}
    assert list(split_list("AWS (EC2, S3), sql")) == [Said("AWS (EC2, S3)"), Said("sql")]


@pytest.mark.parametrize("text", ["python:7", "sql:0", "python:quite good", "python:senior"])
def test_what_is_no_level_is_told(bundled: Catalogue, text: str) -> None:
    """A level that is none is an error that names the four; seniority is no level of a skill."""
    with pytest.raises(AskedWrongly, match="is not a level") as caught:
        typed(bundled, text)
    assert "1 awareness, 2 working, 3 practitioner, 4 expert" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Natural Language Processing (NLP)", {"natural-language-processing": None}),
        ("R (Programming Language)", {"r": None}),
        ("Elastic Container Things (Docker)", {"docker": None}),
        ("AWS (S3, SageMaker)", {"aws": None, "amazon-s3": None, "amazon-sagemaker": None}),
        ("python 3", {"python": 3}),
        ("python (3)", {"python": 3}),
        ("SQL [advanced]", {"sql": 3}),
        ("Docker - expert", {"docker": 4}),
        ("Tableau – beginner", {"tableau": 1}),
        ("Advanced SQL", {"sql": 3}),
        ("basic knowledge of Kubernetes", {"kubernetes": 1}),
        ("Python 3.11", {"python": None}),
        ("Java 17", {"java": None}),
        ("Terraform - 5 years", {"terraform": None}),
        ("5 years of Python", {"python": None}),
        ("2+ yrs experience with AWS", {"aws": None}),
        ("Docker very good", {"docker": 3}),
        ("sehr gute Kenntnisse in Java", {"java": 3}),
        ("Python débutant", {"python": 1}),
        ("some Spark", {"apache-spark": 1}),
        ("data analysis with Python", {"data-analysis": None, "python": None}),
        ("AWS/GCP", {"aws": None, "google-cloud": None}),
        ("Docker & Kubernetes", {"docker": None, "kubernetes": None}),
        ("Python and SQL: 3", {"python": 3, "sql": 3}),
        ("TensorFlow/Keras (expert)", {"tensorflow": 4, "keras": 4}),
        ("CI/CD", {"continuous-integration-and-delivery": None}),
        ("A/B testing", {"a-b-testing": None}),
        ("Data structures and algorithms", {"algorithms-and-data-structures": None}),
        ("Languages: Python", {"python": None}),
    ],
)
def test_skills_as_people_write_them(
    bundled: Catalogue, text: str, skills: dict[str, int | None]
) -> None:
    """Brackets, levels, versions and joined skills are read; a name that is whole is kept whole."""
    found = typed(bundled, text)
    assert found.skills == {id: level or ASSUMED_LEVEL for id, level in skills.items()}
    assert set(found.assumed) == {id for id, level in skills.items() if level is None}
    assert unknown(found) == []


def test_a_heading_is_no_skill_unless_it_is_called_so(bundled: Catalogue) -> None:
    """Another name of a skill over a group is a heading; the skill's own name counts too."""
    found = typed(bundled, "Programming: Python; Machine learning: PyTorch")
    assert found.skills.keys() == {"python", "machine-learning", "pytorch"}
    assert found.headings == ("Programming", "Machine learning")


def test_nothing_is_guessed(bundled: Catalogue) -> None:
    """Slips and names within a text are suggested; nothing for what only looks a little alike."""
    text = "kubernets; Apache Spark Streaming; Fortran 77; Rx; Property law; dock"
    text += "; Java applets; devops:2"
    found = typed(bundled, text)
    meant = {one.word: (one.suggestions, one.role) for one in found.unknown}
    assert meant == {
        "kubernets": (("Kubernetes",), None),
        "Apache Spark Streaming": (("Apache Spark",), None),
        "Fortran 77": ((), None),
        "Rx": ((), None),
        "Property law": ((), None),
        "dock": ((), None),
        "Java applets": (("Java",), None),
        "devops": ((), "devops-engineer"),
    }


def test_words_become_skills(bundled: Catalogue) -> None:
    """Any name will do; a level that is not said is assumed, and that is said."""
    found = profile(bundled, map(Said, ["k8s", "SQL", "Kubernetes", "sql"], [2, None, 3, None]))
    assert found.skills == {"kubernetes": 3, "sql": ASSUMED_LEVEL}
    assert found.assumed == ("sql",)
    assert found.unknown == ()


def test_unknown_words_are_kept(bundled: Catalogue) -> None:
    """What is no skill is listed with what may be meant, and nothing for nonsense."""
    found = typed(bundled, "pyhton:3, qqqqqqqq, git:2")
    assert found.skills == {"git": 2}
    typo, nonsense = found.unknown
    assert (typo.word, typo.suggestions[0]) == ("pyhton", "Python")
    assert (nonsense.word, nonsense.suggestions) == ("qqqqqqqq", ())


def test_a_few_unknown_words_are_shown(bundled: Catalogue) -> None:
    """As many as the limit says, and how many more there are."""
    words = [f"zzz{number:03}" for number in range(WORDS_SHOWN.most + 1)]
    told = remarks(bundled, typed(bundled, ", ".join(words)))
    assert [line.split("'")[1] for line in told[:-1]] == words[:-1]
    assert told[-1] == "1 more word is not a skill and does not count"
    told = remarks(bundled, typed(bundled, ", ".join(words[:-1])))
    assert [line.split("'")[1] for line in told] == words[:-1]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["python", "k8s", "sql", "nothing"]), st.none() | st.integers(1, 4)
        )
    )
)
def test_nothing_is_dropped(bundled: Catalogue, listed: list[tuple[str, int | None]]) -> None:
    """Every word is a skill or unknown; a level that is said wins, the highest of several."""
    found = profile(bundled, [Said(*said) for said in listed])
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


def test_many_unknown_words_share_one_engine(
    bundled: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What searching needs is made once for all words, and a word is looked up once."""
    made: list[object] = []
    asked: list[object] = []
    monkeypatch.setattr(engine.Engine, "__init__", _counting(engine.Engine.__init__, made))
    monkeypatch.setattr(search, "suggestions", _counting(search.suggestions, asked))
    profile(bundled, split_list("pythn, kubernets, pythn, datta pipelines"))
    assert (len(made), len(asked)) == (1, 3)


def _counting(call: Callable[..., object], calls: list[object]) -> Callable[..., object]:
    def counted(*arguments: object, **options: object) -> object:
        calls.append(arguments)
        return call(*arguments, **options)

    return counted
