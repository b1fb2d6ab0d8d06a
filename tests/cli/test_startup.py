"""What a command does not need is not loaded; modules are counted, not milliseconds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from documents import write_examples
from publications import ESCO

REPORT = """
import sys
from mlroles.cli.main import app
try:
    app()
except SystemExit as ended:
    assert not ended.code, ended.code
print("\\n".join(sys.modules), file=sys.stderr)
"""


def loaded(cache: Path, *arguments: str, **environment: str) -> set[str]:
    """The modules that are loaded after a run of the program in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", REPORT, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(cache), **environment},
    )
    return set(done.stderr.split())


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that holds the compiled catalogue."""
    folder = tmp_path_factory.mktemp("warm")
    loaded(folder, "list")
    return folder


def test_version_loads_no_catalogue(tmp_path: Path) -> None:
    """--version needs neither the catalogue nor the libraries that read it."""
    modules = loaded(tmp_path, "--version")
    assert not modules & {"msgspec", "yaml", "rapidfuzz", "rich", "mlroles.catalogue.load"}
    assert not list(tmp_path.iterdir())


def test_help_loads_no_command(tmp_path: Path) -> None:
    """The list of commands needs none of them, nor does the one of a group."""
    for arguments in (["--help"], ["team", "--help"]):
        modules = loaded(tmp_path, *arguments)
        assert not [name for name in modules if name.startswith("mlroles.cli.commands.")]
        assert not modules & {"msgspec", "rich", "yaml"}


def test_list_as_json_is_lean(cache: Path) -> None:
    """With a warm cache, list --json loads no Rich, no RapidFuzz and no YAML."""
    modules = loaded(cache, "list", "--json")
    assert not modules & {"rich", "rapidfuzz", "yaml", "mlroles.catalogue.reading.draft"}
    assert not modules & {"mlroles.core.roles.similarity", "mlroles.core.finding.search"}
    assert not modules & {"mlroles.cli.commands.show", "mlroles.render.terminal"}


def test_exact_show_loads_no_rapidfuzz(cache: Path) -> None:
    """An exact name is resolved without the library that measures likeness."""
    modules = loaded(cache, "show", "mlops", "--format", "table")
    assert "rich" in modules
    assert not modules & {"rapidfuzz", "yaml", "rich.markdown", "pygments"}
    modules = loaded(cache, "show", "mlops", "--json")
    assert not modules & {"rich", "rapidfuzz", "yaml", "mlroles.present.roles.role_page"}


def test_pay_and_guide_are_lean(cache: Path) -> None:
    """Neither loads what compares or draws; rows and JSON need no Rich."""
    for arguments in (["pay", "mlops"], ["guide", "working-together", "--json"]):
        modules = loaded(cache, *arguments)
        assert not modules & {"rapidfuzz", "yaml", "rich", "mlroles.core.roles.similarity"}
        assert "mlroles.present.roles.role_page" not in modules


def test_compare_loads_no_rapidfuzz(cache: Path) -> None:
    """Comparing is arithmetic."""
    assert not loaded(cache, "compare", "devops", "mlops", "--json") & {"rapidfuzz", "yaml", "rich"}


def test_export_json_loads_no_validator(cache: Path) -> None:
    """What is loaded already is written out; a schema needs no catalogue."""
    assert not loaded(cache, "export", "json") & {"yaml", "rich", "mlroles.catalogue.reading.draft"}
    modules = loaded(cache, "export", "schema", "--of", "role")
    assert not modules & {"yaml", "rich", "rapidfuzz", "mlroles.catalogue.reading.draft"}


PLANS = (
    ["gap", "devops", "mlops@senior", "--json"],
    ["path", "devops", "mlops", "--json"],
    ["match", "--have", "python:3, k8s:2"],
    ["next-skill", "--have", "python:3, k8s:2"],
)


@pytest.mark.parametrize("arguments", PLANS, ids=lambda arguments: arguments[0])
def test_plans_are_lean(cache: Path, arguments: list[str]) -> None:
    """Exact names in a pipe need no likeness, no YAML and no drawing; nor the other plans."""
    modules = loaded(cache, *arguments)
    assert not modules & {"rapidfuzz", "yaml", "rich", "mlroles.core.roles.similarity"}
    assert "mlroles.catalogue.text.document" not in modules
    others = {"gap", "path", "match", "next_skill"} - {arguments[0].replace("-", "_")}
    assert not modules & {f"mlroles.core.{other}" for other in others}


def test_importing_loads_no_yaml(tmp_path: Path) -> None:
    """It writes YAML but reads none, and draws nothing for JSON; others do not load it."""
    modules = loaded(tmp_path, "import", "esco", str(ESCO), "-o", str(tmp_path / "new"), "--json")
    assert not modules & {"rapidfuzz", "yaml", "rich", "mlroles.catalogue.reading.draft"}
    modules = loaded(tmp_path, "list")
    assert not modules & {"csv", "mlroles.catalogue.imports", "mlroles.cli.importing"}


def test_teams_load_no_more_than_they_use(cache: Path) -> None:
    """A plan reads no YAML, a check of seats no planner, and a graph draws with nothing else."""
    modules = loaded(cache, "team", "check", "--seats", "mlops devops", "--json")
    assert not modules & {
        "rich",
        "rapidfuzz",
        "yaml",
        "mlroles.core.teams.seat_search",
        "mlroles.present.teams.templates",
    }
    modules = loaded(cache, "team", "plan", "--template", "first-model", "--json")
    assert not modules & {"rich", "rapidfuzz", "yaml", "mlroles.core.teams.next_hire"}
    modules = loaded(cache, "graph", "--format", "svg")
    assert not modules & {"rich", "yaml", "mlroles.core.teams.check", "mlroles.render.mermaid"}


def test_completion_loads_little(cache: Path) -> None:
    """Completing a name reads the compiled catalogue and draws nothing."""
    modules = loaded(
        cache, _MLROLES_COMPLETE="complete_bash", COMP_WORDS="mlroles show ml", COMP_CWORD="2"
    )
    assert "mlroles.catalogue.load" in modules
    assert not modules & {"rapidfuzz", "yaml", "rich", "mlroles.present.roles.role_page"}


def test_search_is_lean(cache: Path) -> None:
    """Known words need no RapidFuzz, a pipe no Rich, and nobody YAML; a slip pays for itself."""
    never = {
        "yaml",
        "rich",
        "csv",
        "mlroles.catalogue.reading.draft",
        "mlroles.core.finding.indexing",
    }
    modules = loaded(cache, "search", "machine", "learning")
    assert not modules & {*never, "rapidfuzz", "mlroles.core.moves.readiness"}
    modules = loaded(cache, "search", "pyhton")
    assert "rapidfuzz.distance" in modules
    assert not modules & never


def test_normalize_is_lean(cache: Path, tmp_path: Path) -> None:
    """Plain lines need no CSV or JSON reader."""
    (tmp_path / "titles.txt").write_text("Senior Data Engineer\n")
    modules = loaded(cache, "normalize", str(tmp_path / "titles.txt"))
    assert not modules & {"yaml", "rich", "csv", "rapidfuzz", "mlroles.catalogue.reading.draft"}


def test_a_cold_cache_is_written_once(tmp_path: Path) -> None:
    """The first run reads YAML, the second only the compiled copy."""
    assert "yaml" in loaded(tmp_path, "list")
    assert "yaml" not in loaded(tmp_path, "list")


def test_decode_is_lean(cache: Path, tmp_path: Path) -> None:
    """Plain text needs no reader of other formats, and no other command what reads adverts."""
    write_examples(tmp_path)
    never = {"yaml", "rich", "mlroles.catalogue.reading.draft", "mlroles.core.moves.gap"}
    others = {"csv", "zipfile", "html.parser", "xml.parsers.expat", "pypdf", "logging"}
    modules = loaded(cache, "decode", str(tmp_path / "advert.txt"), "--json")
    assert not modules & {*never, *others}
    modules = loaded(cache, "decode", str(tmp_path / "advert.html"), "--json")
    assert not modules & {*never, *others - {"html.parser"}}
    for call in (["list"], ["match", "--have", "python:3"], ["normalize", "MLE"]):
        modules = loaded(cache, *call)
        assert not {one for one in modules if one.startswith("mlroles.core.adverts")}
        assert not modules & {"html.parser", "zipfile", "pypdf"}
