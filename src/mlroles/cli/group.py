"""The group of all commands: builds the one that is asked for, and is the boundary of errors."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import takewhile
from shlex import quote
from traceback import format_exception
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from mlroles.cli.help.page import TOPICS, HelpfulCommand, topic, write_commands, write_start
from mlroles.cli.streams import cannot_write, give_up_output, tell
from mlroles.cli.table import COMMANDS, GROUPS, summary
from mlroles.cli.usage import told_of
from mlroles.core.model.errors import AskedWrongly, MlrolesError, UnreadableFile

BUG = 70
INTERRUPTED = 130
HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


class CommandGroup(TyperGroup):
    """The commands of the table, each built when it is wanted; no command loads another."""

    family = ""
    """The words that stand before the names of these commands, each with a space behind it."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands, in the order of the table."""
        below = [row.removeprefix(self.family) for row in COMMANDS if row.startswith(self.family)]
        return list(dict.fromkeys(row.partition(" ")[0] for row in below))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command or group of a name, or None."""
        if cmd_name not in self.commands and cmd_name in self.list_commands(ctx):
            name = self.family + cmd_name
            self.commands[cmd_name] = _build(name) if name in COMMANDS else Subgroup(name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the arguments name, or suggest the nearest names."""
        if args and args[0] not in self.list_commands(ctx):
            if not self.family:
                _refuse_entry(ctx, args)
            # Suggestions are made from `commands`, which holds only what has been built.
            for name in self.list_commands(ctx):
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands; at the top also what to start with, and the options."""
        (write_commands if self.family else write_start)(self, ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What a shell offers of commands and options, each with a short summary."""
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            row = COMMANDS.get(self.family + item.value) or GROUPS.get(item.value)
            item.help = summary(row.help if row else item.help or "")
        return found

    def main(self, args: list[str] | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run the program and end with its exit code; every error is two lines."""
        arguments = _understood(list(sys.argv[1:] if args is None else args))
        extra = {**extra, "prog_name": "mlroles", "standalone_mode": False}
        try:
            if arguments[:1] == ["help"]:
                typer.echo(topic(arguments[1]), nl=False)
                sys.exit(0)
            code = super().main(args=arguments or ["--help"], **extra)
        except MlrolesError as error:
            code = _tell(error.what, error.remedy, error.exit_code, error.details)
        except (typer.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        except SystemExit as ended:
            code = ended.code
            if isinstance(ended.__context__, BrokenPipeError):
                # The reader of Typer's help has had enough: that is no failure.
                give_up_output()
                code = 0
        except OSError as error:
            give_up_output()
            code = _tell(*cannot_write(error), UnreadableFile.exit_code)
        except Exception as error:
            code = (
                _tell(*told_of(error), AskedWrongly.exit_code)
                if hasattr(error, "format_message")
                else _bug(error)
            )
        sys.exit(code if isinstance(code, int) else 0)


class Subgroup(CommandGroup):
    """Commands that share their first word, such as `import esco` and `import onet`."""

    def __init__(self, name: str) -> None:
        """Take the shared word; the table of groups says what is in it."""
        super().__init__(
            name=name, help=GROUPS[name].help, context_settings=HELP_OPTIONS, rich_markup_mode=None
        )
        self.family = f"{name} "

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the arguments; without any, the help is what is wanted."""
        return super().parse_args(ctx, args or ["--help"])


def _build(name: str) -> TyperCommand:
    row = COMMANDS[name]
    module, function = row.function.split(":")
    app = typer.Typer(add_completion=False, context_settings=HELP_OPTIONS, rich_markup_mode=None)
    register = app.command(name.split()[-1], cls=HelpfulCommand)
    register(getattr(import_module(f"mlroles.cli.commands.{module}"), function))
    built: TyperCommand = typer.main.get_command(app)  # type: ignore[assignment]
    for parameter in built.params:
        if hasattr(parameter.type, "case_sensitive"):
            parameter.type.case_sensitive = False
    return built


def _understood(arguments: list[str]) -> list[str]:
    """The arguments, with what other programs call the help and the version in our words."""
    match arguments:
        case ["help", name] if name in TOPICS:
            return arguments
        case ["help", *command]:
            return [*command, "--help"]
        case ["version"]:
            return ["--version"]
    return arguments


def _refuse_entry(context: Any, words: Sequence[str]) -> None:
    """Raise `AskedWrongly` where a role or skill stands in the place of a command."""
    from mlroles.catalogue.load import load  # only a mistake pays for these
    from mlroles.core.model.names import kind_of

    typed = list(takewhile(lambda word: not word.startswith("-"), words))
    for name in (" ".join(typed), *typed[:1]):
        try:
            entry = load(context.params.get("catalogue")).entry(name.partition("@")[0])
        except MlrolesError:
            continue
        told = f"{name!r} is a {kind_of(entry)}, not a command"
        raise AskedWrongly(told, f"mlroles show {quote(name)}")


def _tell(what: str, remedy: str, code: int, details: Sequence[str] = ()) -> int:
    tell(*details, f"mlroles: {what}", f"  {remedy}")
    return code


def _bug(error: Exception) -> int:
    if os.environ.get("MLROLES_TRACEBACK"):
        tell(*"".join(format_exception(error)).splitlines())
    told = f"this is a bug: {type(error).__name__}: {error}"
    return _tell(told, "set MLROLES_TRACEBACK=1 to see where, and report it", BUG)
