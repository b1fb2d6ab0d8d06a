"""The help: own options and examples on one screen, topics, and short summaries for shells."""

import re
from importlib import import_module

import pytest

from conftest import Run
from mlroles.cli.help.page import TOPICS
from mlroles.cli.options import shared_options
from mlroles.cli.table import COMMANDS, LONGEST_SUMMARY, section_names, summary

SHARED = ("--json", "--format", "--fields", "--pager", "--color")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_fits_a_screen(run: Run, name: str) -> None:
    """Own options, examples that say what they do, and one line on the shared ones."""
    lines = run(*name.split(), "--help", COLUMNS=80).stdout.splitlines()
    assert len(lines) <= 30
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines[:-1] if line.strip().startswith(SHARED)]
    assert "mlroles help output" in "\n".join(lines) or name.startswith("import")
    examples = [line for line in lines if line.startswith("  mlroles ")]
    assert len(examples) == len(COMMANDS[name].examples)
    assert all(re.search(r"  # \w", line) for line in examples)


def test_the_program_alone_says_where_to_start(run: Run) -> None:
    """Its help takes 40 lines, names every command, and begins with calls to try."""
    lines = run(COLUMNS=80).stdout.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80
    assert "Start here:" in lines[:6]
    for name in COMMANDS:
        assert any(line.startswith(f"  {name.split()[0]} ") for line in lines)
    assert run("help").stdout == run().stdout


@pytest.mark.parametrize("name", TOPICS)
def test_topics_fit_a_screen(run: Run, name: str) -> None:
    """Each is under 40 lines of 80 columns, and its calls are real ones."""
    lines = run("help", name, COLUMNS=80).stdout.splitlines()
    assert 5 < len(lines) <= 40
    assert max(map(len, lines)) <= 80
    called = re.findall(r"^ +mlroles ([a-z]+)", "\n".join(lines), re.MULTILINE)
    assert set(called) <= {command.split()[0] for command in COMMANDS}


def test_every_shared_option_is_explained(run: Run) -> None:
    """What the help of commands leaves out stands in the topic on output."""
    told = run("help", "output").stdout
    names = set(shared_options.__annotations__) - {"context", "return"}
    assert all(f"--{name}" in told for name in names)


def test_an_unknown_topic_is_refused(run: Run) -> None:
    """As an unknown command is."""
    result = run("help", "outptu")
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_sections_of_a_command_are_named(run: Run) -> None:
    """In its help, and only those that the command has."""
    told = " ".join(run("team", "check", "--help").stdout.split())
    assert f"Show only this section: {', '.join(section_names('team check'))}." in told
    assert "lifecycle" in section_names("show")
    assert "lifecycle" not in section_names("team check")
    assert "--section" not in run("list", "--help").stdout


@pytest.mark.parametrize("command", ["show", "compare", "gap", "team check", "team plan"])
def test_named_sections_are_accepted(run: Run, command: str) -> None:
    """Each section that the help names can be asked for."""
    asked = {
        "show": ["mlops", "kubernetes"],
        "compare": ["devops", "mlops"],
        "gap": ["devops", "mlops"],
        "team check": ["--seats", "mlops devops"],
        "team plan": ["first-model"],
    }
    for name in section_names(command):
        result = run(*command.split(), *asked[command], "--section", name, "--json")
        assert result.exit_code == 0, (name, result.stderr)


def test_summaries_are_short() -> None:
    """The first sentence, or its beginning; at most 45 characters."""
    assert summary("Match job titles to roles.") == "Match job titles to roles"
    assert summary("Check a catalogue; list each problem, where it is and how to fix it.") == (
        "Check a catalogue"
    )
    long = summary("Show the very long and winding answer of what nobody wanted to know")
    assert long.endswith("…")
    assert len(long) <= LONGEST_SUMMARY


def test_the_country_may_come_from_the_environment(run: Run) -> None:
    """MLROLES_COUNTRY stands for --country, which comes before it."""
    asked = run("pay", "mlops", "--json", "--country", "GB").stdout
    assert run("pay", "mlops", "--json", MLROLES_COUNTRY="GB").stdout == asked
    assert run("pay", "mlops", "--json", MLROLES_COUNTRY="US").stdout != asked
    assert run("pay", "mlops", "--json", "--country", "GB", MLROLES_COUNTRY="US").stdout == asked


def test_the_table_quotes_the_commands() -> None:
    """What the list of commands says of each is the first line of its own help."""
    for row in COMMANDS.values():
        module, function = row.function.split(":")
        command = getattr(import_module(f"mlroles.cli.commands.{module}"), function)
        assert row.help == command.__doc__.split("\n")[0]
