"""What all tests share: the program run in this process, and catalogues to run it on."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from typer.testing import CliRunner, Result

from mlroles.catalogue.imports.esco import import_esco
from mlroles.catalogue.imports.folder import write_folder
from mlroles.catalogue.imports.onet import import_onet
from mlroles.catalogue.load import load
from mlroles.cli.main import app
from mlroles.core.catalogue import Catalogue

HERE = Path(__file__).parent
SOUND = HERE / "catalogue" / "sound"

# What a user's or a build server's shell may hold, and what would change what is printed.
SHELL = (
    "NO_COLOR",
    "FORCE_COLOR",
    "FORCE_HYPERLINK",
    "VTE_VERSION",
    "TERM_PROGRAM",
    "COLUMNS",
    "GITHUB_ACTIONS",
)
for variable in (*SHELL, "MLROLES_CATALOGUE", "MLROLES_COUNTRY", "MLROLES_TRACEBACK"):
    os.environ.pop(variable, None)

# Whoever runs the tests in the background (nohup, &) has these ignored, and so would the program.
for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
    if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_IGN:
        signal.signal(getattr(signal, name), usual)

settings.register_profile("quick", max_examples=40, deadline=None)
settings.load_profile("quick")

Run = Callable[..., Result]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches the cache of the user who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def run() -> Run:
    """Run the program as in a pipe: `run("show", "mlops", COLUMNS=80)`."""

    def call(*arguments: str, **environment: object) -> Result:
        settings = {name: str(value) for name, value in environment.items()}
        return CliRunner().invoke(app, list(arguments), env=settings)

    return call


@pytest.fixture(scope="session")
def bundled() -> Catalogue:
    """The catalogue that comes with the program."""
    return load()


@pytest.fixture(scope="session")
def evidence() -> Path:
    """The folder of public data files, or a skipped test that says why."""
    folder = os.environ.get("MLROLES_EVIDENCE")
    if not folder:
        pytest.skip("MLROLES_EVIDENCE does not say where the public data files are")
    return Path(folder)


@pytest.fixture(scope="session")
def imported(evidence: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """ESCO 1.2 and O*NET 29.2 as they are published, imported once: name -> folder."""
    top = tmp_path_factory.mktemp("imported")
    write_folder(str(top / "esco"), import_esco(str(evidence / "data/esco-1.2.0")))
    write_folder(str(top / "onet"), import_onet(str(evidence / "data/onet-29.2")))
    return {"esco": str(top / "esco"), "onet": str(top / "onet")}


@pytest.fixture
def sound_copy(tmp_path: Path) -> Path:
    """A copy of the small sound catalogue, to be broken."""
    return Path(shutil.copytree(SOUND, tmp_path / "catalogue"))
