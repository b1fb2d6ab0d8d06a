"""What Typer's parser objects to, in the words of this program."""

import re
from typing import Any

from mlroles.cli.table import COMMANDS

TOLD = (
    (r"No such option:? '?([^'\s]+)'?", "there is no option {0}"),
    (r"No such command '(.+)'", "there is no command '{0}'"),
    (r"Missing argument '\W*(\w+).*'", "{0} is missing"),
    (r"Missing option '?(--[\w-]+).*", "the option {0} is missing"),
    (r"Option '(.+)' requires an argument", "the option {0} needs a value"),
    (r"Option '(.+)' does not take a value", "the option {0} takes no value"),
    (r"Got unexpected extra argument\S* \((.+)\)", "too much is given: {0}"),
    (r"Invalid value for '?(--[\w-]+|[^':]+).*?: (.+)", "{0}: {1}"),
)
"""What the parser says, and how it is said here."""

REASONS = (
    (r"is not a valid int.*", "is not a whole number"),
    (r"is not a valid float.*", "is not a number"),
    (r"is not in the range x>=(.+)", r"is less than \1"),
    (r"is not in the range (.+)<=x<=(.+)", r"is not between \1 and \2"),
)
"""The same for what a value has to be."""


ELSEWHERE = {
    **dict.fromkeys(("roles", "jobs", "careers"), "mlroles list"),
    **dict.fromkeys(("skills", "tools"), "mlroles list skills"),
    **dict.fromkeys(("salary", "salaries", "wages"), "mlroles pay ROLE"),
    **dict.fromkeys(("find", "lookup"), "mlroles search WORDS"),
    **dict.fromkeys(("describe", "info", "role", "skill"), "mlroles show NAME"),
    **dict.fromkeys(("diff", "versus", "vs"), "mlroles compare ROLE ROLE"),
    **dict.fromkeys(("hire", "plan"), "mlroles team plan"),
    **dict.fromkeys(("--skills", "--skill"), "--have 'python:3, sql'"),
    **dict.fromkeys(("--people", "--size"), "--max N"),
    **{f"--{rung}": f"--rung {rung}" for rung in ("junior", "mid", "senior", "lead")},
    **dict.fromkeys(("--level", "--rung"), "mlroles show ROLE --rung senior"),
    "--country": "mlroles pay ROLE --country GB",
    "--sort": "mlroles list --sort pay",
    "--limit": "mlroles list | head",
}
"""Commands and options that there are not, or not here -> what does the same."""


def told_of(error: Any) -> tuple[str, str]:
    """What happened, and what to do: what the parser suggests, an example, or the help."""
    command = error.ctx.command_path if getattr(error, "ctx", None) else "mlroles"
    message = " ".join(error.format_message().split())
    what, is_choice, choices = message.partition(" is not one of ")
    # Typer's versions put the suggestion in different brackets behind the message.
    what = re.split(r"\.? ?[('\"]*(?:Did you mean|Possible options)", what)[0].rstrip(".")
    for pattern, ours in TOLD:
        if found := re.fullmatch(pattern, what):
            what = ours.format(*found.groups())
            break
    for pattern, ours in REASONS:
        what = re.sub(pattern, ours, what)
    if is_choice:
        words = re.findall(r"[\w-]+", choices)
        option, _, given = what.partition(": ")
        around = f"; for a role: {command} --around {given}" * (command == "mlroles graph")
        told = f"{option.strip('[]')} cannot be {given}"
        return told, _choice(given.strip("'"), words) + around
    wrong = what.rpartition(" ")[2].strip("'")
    if (meant := ELSEWHERE.get(wrong)) and (wrong != "--limit" or command == "mlroles list"):
        return what, f"use {meant!r}" if "'" not in meant else f"use {meant}"
    near = getattr(error, "possibilities", None) or re.findall(r"Did you mean '?([^'?]+)", message)
    if near := [word for word in near if _is_near(wrong.strip("-"), word.strip("-"))]:
        return what, f"did you mean {' or '.join(map(repr, dict.fromkeys(near)))}?"
    row = COMMANDS.get(command.removeprefix("mlroles "))
    example = f"for example: {row.examples[0]}; " if row and " is missing" in what else ""
    return what, f"{example}see '{command} --help'"


def _is_near(wrong: str, word: str) -> bool:
    """Whether a word may be meant: a slip or two away, or a part of what was written."""
    from mlroles.core.model.likeness import edits  # only a mistake pays for it

    return word in wrong or wrong in word or edits(wrong, word, 2) <= min(2, len(word) // 3)


def _choice(given: str, words: list[str]) -> str:
    from mlroles.core.model.names import remedy_for  # only a mistake pays for it

    return remedy_for(given, words)
