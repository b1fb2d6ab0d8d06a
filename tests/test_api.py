"""The Python face: the JSON of the command line as values, in any process."""

import json
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import mlroles
from conftest import SOUND, Run

TITLES = ["Senior Data Engineer", "Registered Nurse", "MLOps Engineer"] * 3

EVERY_VERB = """
import mlroles
from pathlib import Path

catalogue = mlroles.load()
mlroles.load(Path("somewhere")) if catalogue is None else None
roles: list[str] = [role.name for role in catalogue.list_roles(family=["data"])]
levels = catalogue.role("mlops", "senior").skills[0].levels
definition: str = catalogue.skill("k8s").definition
score: float = catalogue.search("drift", kind="skill", limit=3)[0].score
alike: float = catalogue.compare("devops", "mlops").pairs[0].similarity
rank: float | None = catalogue.similarity("devops", "mlops").rank
verdict = catalogue.readiness("devops", "mlops").verdict
gates = catalogue.gap({"python": 3}, "mlops@senior").gates
first: str = catalogue.match("python:3, sql:3").matches[0].role.name
moves = catalogue.path("devops", "mlops").moves
gain: float = catalogue.next_skill({"python": 3}, goal="mlops").skills[0].gain
titles = [title.role.name for title in catalogue.normalize(["MLE"]) if title.role]
asked: list[bool | None] = [one.required for one in catalogue.decode("We need Go.").skills]
median: int = catalogue.pay("mlops", country="US")[0].figures[0].median
holes = catalogue.team_check("mlops devops", template="first-model").stages[0].holes
cost = catalogue.team_plan("first-model", budget=500_000, junior_share=0.2).plan.cost
shared = catalogue.boundary("mlops", "devops").activities
plain: dict[str, object] = catalogue.role("mlops").to_dict()
html: str = catalogue.role("mlops")._repr_html_()
"""


@pytest.fixture(scope="module")
def catalogue() -> mlroles.Catalogue:
    return mlroles.load()


def test_every_verb_runs_and_has_its_types(tmp_path: Path) -> None:
    """A user's file that uses each verb runs, and passes mypy --strict."""
    file = tmp_path / "uses_mlroles.py"
    file.write_text(EVERY_VERB)
    subprocess.run([sys.executable, "-W", "error", file], check=True)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "mypy", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        (lambda c: c.role("mlops"), ["show", "mlops"]),
        (lambda c: c.list_roles(family=["data"]), ["list", "--family", "data"]),
        (lambda c: c.search("drift"), ["search", "drift"]),
        (lambda c: c.compare("devops", "mlops"), ["compare", "devops", "mlops", "--full"]),
        (lambda c: c.gap("devops", "mlops"), ["gap", "devops", "mlops", "--full"]),
        (lambda c: c.pay("mlops"), ["pay", "mlops"]),
        (lambda c: c.team_plan("first-model"), ["team", "plan", "first-model", "--full"]),
    ],
    ids=["role", "list", "search", "compare", "gap", "pay", "plan"],
)
def test_an_answer_is_the_json(
    run: Run, catalogue: mlroles.Catalogue, call: object, arguments: list[str]
) -> None:
    """`to_dict` gives what --json prints."""
    assert callable(call)
    assert call(catalogue).to_dict() == json.loads(run(*arguments, "--json").stdout)


def test_a_catalogue_travels(catalogue: mlroles.Catalogue) -> None:
    """It pickles as its paths, and another process loads it once; threads share it."""
    assert len(pickle.dumps(catalogue)) < 500
    assert pickle.loads(pickle.dumps(catalogue)).role("mlops") == catalogue.role("mlops")
    normalise = mlroles.Normaliser(catalogue, top=1)
    expected = [normalise(title) for title in TITLES]
    assert [found.role is not None for found in expected[:3]] == [True, False, True]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(normalise, TITLES)) == expected
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert list(processes.map(normalise, TITLES)) == expected


def test_versions_do_not_mix(catalogue: mlroles.Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version pickled is refused."""
    pickled = pickle.dumps(catalogue)
    monkeypatch.setattr("mlroles.api.__version__", "0.0.1")
    with pytest.raises(mlroles.MlrolesError, match="pickled by mlroles"):
        pickle.loads(pickled)


def test_paths_of_any_kind(catalogue: mlroles.Catalogue) -> None:
    """A path, a string or several; mistakes raise the project's error."""
    assert len(mlroles.load(SOUND).list_roles()) == len(mlroles.load([str(SOUND)]).list_roles())
    with pytest.raises(mlroles.MlrolesError):
        mlroles.load("no-such-folder")
    with pytest.raises(mlroles.MlrolesError):
        catalogue.match("no-such-skill-at-all")


def test_what_is_shown(catalogue: mlroles.Catalogue) -> None:
    """Short in a terminal, a table in a notebook, and only public names in `dir`."""
    assert len(repr(catalogue)) < 300
    table = catalogue.list_roles()._repr_html_()
    assert table.startswith("<table>")
    assert "<th>name</th>" in table
    assert dir(mlroles) == sorted(mlroles.__all__)
