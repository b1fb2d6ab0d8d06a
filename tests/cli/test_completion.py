"""What the shell offers: commands, options, names; never an error."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SOUND, Run


def offers(words: str, **environment: str) -> list[str]:
    """What bash offers for the last of the words."""
    parts = words.split(" ")
    done = subprocess.run(
        [sys.executable, "-m", "mlroles"],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "_MLROLES_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(parts) - 1),
            **environment,
        },
    )
    assert done.stderr == ""
    return done.stdout.split()


LEARNING = ("engineer", "researcher", "product-manager", "engineering-manager")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("mlroles s", ["show", "search"]),
        ("mlroles show mlops", ["mlops-engineer"]),
        ("mlroles show kuber", ["kubernetes"]),
        ("mlroles compare devo", ["devops-engineer"]),
        ("mlroles compare kuber", []),
        ("mlroles show mlops --sec", ["--section"]),
        ("mlroles show mlops --section life", ["lifecycle"]),
        ("mlroles list --stage de", ["deploy"]),
        ("mlroles list --family op", ["operations"]),
        ("mlroles list skills --kind data", ["database"]),
        ("mlroles list --format js", ["json", "jsonl"]),
        ("mlroles show mlops --level se", ["senior"]),
        ("mlroles gap data-sci", ["data-scientist"]),
        ("mlroles show kub", ["kubeflow", "kubernetes"]),
        ("mlroles gap machine-l", [f"machine-learning-{one}" for one in LEARNING]),
        ("mlroles gap mlops ml-engineer@s", ["ml-engineer@senior"]),
    ],
)
def test_what_is_offered(words: str, offered: list[str]) -> None:
    """Commands, options, values, roles and skills."""
    assert offers(words) == offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("mlroles show k8", "k8s"),
        ("mlroles show sre", "sre"),
        ("mlroles show annotator", "annotator"),
        ("mlroles compare programm", "programmer"),
    ],
)
def test_any_name_is_completed(run: Run, words: str, offered: str) -> None:
    """What is typed may be the beginning of any name; what is offered resolves."""
    assert offers(words)[0] == offered
    assert run("show", offered, "--json").exit_code == 0


def test_a_broken_catalogue_offers_nothing() -> None:
    """Somebody who types sees no error."""
    assert offers("mlroles show ml", MLROLES_CATALOGUE="/no/such/folder") == []


def test_the_catalogue_before_the_command_counts() -> None:
    """Names come from the catalogue that the line names, wherever it names it."""
    assert offers(f"mlroles --catalogue {SOUND} show pos") == ["postgresql"]
    assert offers(f"mlroles --catalogue {SOUND} show kube") == []


def test_brackets_in_a_name_are_no_markup(sound_copy: Path) -> None:
    """A description is offered as it is written."""
    file = sound_copy / "roles" / "data-engineer.yaml"
    file.write_text(file.read_text("utf-8").replace("name: Data Engineer", "name: Dev [/] Ops"))
    told = offers(
        "mlroles",
        MLROLES_CATALOGUE=str(sound_copy),
        _MLROLES_COMPLETE="complete_zsh",
        _TYPER_COMPLETE_ARGS="mlroles compare data-e",
    )
    assert "[/]" in told


@pytest.mark.parametrize(
    ("shell", "arguments"),
    [
        ("zsh", {"_TYPER_COMPLETE_ARGS": "mlroles compare dev"}),
        (
            "fish",
            {
                "_TYPER_COMPLETE_ARGS": "mlroles compare dev",
                "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            },
        ),
    ],
)
def test_other_shells_get_descriptions(shell: str, arguments: dict[str, str]) -> None:
    """zsh and fish show the name of the role beside its id, on one line."""
    told = offers("mlroles", _MLROLES_COMPLETE=f"complete_{shell}", **arguments)
    assert "DevOps" in " ".join(told)
