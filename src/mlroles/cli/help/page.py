"""What `--help` and `mlroles help TOPIC` print: plain text that fits 80 columns."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import typer
from typer.core import TyperCommand

from mlroles.cli.help.topics import (
    ENVIRONMENT,
    EXIT_CODES,
    LIMITS,
    OUTPUT,
    START,
    START_HERE,
)
from mlroles.cli.table import COMMANDS, GROUPS, PANEL, section_names, summary

WIDTH = 78


class HelpfulCommand(TyperCommand):
    """A command whose help has its own options and examples, and one line on the shared ones."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and own options; `--section` names the sections that there are."""
        own = list(own_options(self, ctx))
        for kind in ("argument", "option"):
            if records := [record for of, record in own if of == kind]:
                with formatter.section(f"{kind.capitalize()}s"):
                    formatter.write_dl(records)
        with formatter.section("Examples"):
            formatter.buffer += calls(COMMANDS[_name(ctx)].calls)
        shared = [max(one.opts, key=len) for one in self.get_params(ctx) if _is_shared(one)]
        if shared:
            formatter.write_paragraph()
            formatter.write(f"More options, such as {', '.join(shared[:3])}: mlroles help output\n")

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What a shell offers of options, each with a short summary."""
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            item.help = summary(item.help or "")
        return found


def write_commands(group: Any, ctx: Any, formatter: Any) -> None:
    """Write the commands of a group, those of the program under the heading of their panel."""
    panels: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in group.list_commands(ctx):
        row = COMMANDS.get(group.family + name) or GROUPS[name]
        panels["Commands" if group.family else row.panel].append((name, row.help))
    formatter.write_paragraph()
    for panel, rows in panels.items():
        formatter.write(f"{panel}:\n")
        formatter.indent()
        formatter.write_dl([(name.ljust(10), told) for name, told in rows])
        formatter.dedent()


def write_start(group: Any, ctx: Any, formatter: Any) -> None:
    """Write what the program's own help holds: calls to start with, commands and options."""
    formatter.buffer += ["\nStart here:\n", *calls(START_HERE)]
    write_commands(group, ctx, formatter)
    formatter.write("\nOptions: ")
    names = (max(p.opts, key=len) for p in group.get_params(ctx))
    formatter.write(", ".join(names) + "\n")
    formatter.write(f"Help: mlroles COMMAND --help; help {'|'.join(TOPICS)}\n")


def topic(name: str) -> str:
    """The text of a topic of the help."""
    return TOPICS[name]()


def own_options(command: Any, ctx: Any) -> Iterator[tuple[str, tuple[str, str]]]:
    """Arguments and options that a command does not share: the kind of each, and its help."""
    for one in command.get_params(ctx):
        record = one.get_help_record(ctx)
        if record and not _is_shared(one):
            if one.name == "section":
                names = ", ".join(section_names(_name(ctx)))
                record = record[0], f"{record[1].rstrip('.')}: {names}."
            yield one.param_type_name, record


def _is_shared(option: Any) -> bool:
    return getattr(option, "rich_help_panel", None) == PANEL


def _name(ctx: Any) -> str:
    """The command's name as the table of commands has it."""
    return str(ctx.command_path.partition(" ")[2])


def calls(calls: Mapping[str, str]) -> list[str]:
    """Calls with what they do behind them, as a shell's comments, in one column where they fit."""
    column = min(max(map(len, calls)), WIDTH - 4 - max(map(len, calls.values())))
    return [f"  {call:<{column}}  # {told}\n" for call, told in calls.items()]


def _output() -> str:
    """The topic of what all commands share: its text, and the options as they are declared."""
    from mlroles.cli.options import shared_options  # only this topic needs it

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(shared_options)
    command = typer.main.get_command(app)
    ctx = command.make_context("mlroles", [], resilient_parsing=True)
    formatter = ctx.make_formatter()
    with formatter.indentation():
        formatter.write_dl(
            [
                record
                for one in command.get_params(ctx)
                if one.name != "help" and (record := one.get_help_record(ctx))
            ]
        )
    return OUTPUT.replace("OPTIONS\n", formatter.getvalue())


def _limits() -> str:
    """The topic of what is too much: a line for each limit."""
    from mlroles.core.model.limits import LIMITS as ALL  # only this topic needs them

    column = max(len(str(limit)) for limit in ALL) + 2
    rows = [f"  {limit!s:<{column}}{limit.of}" for limit in ALL]
    return LIMITS.replace("ROWS", "\n".join(rows))


TOPICS: dict[str, Callable[[], str]] = {
    "start": lambda: START,
    "output": _output,
    "environment": lambda: ENVIRONMENT,
    "exit-codes": lambda: EXIT_CODES,
    "limits": _limits,
}
"""What `mlroles help` explains besides the commands."""
