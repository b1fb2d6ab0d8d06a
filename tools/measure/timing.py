"""Time commands with hyperfine, in rounds that share a machine's good and bad minutes."""

import json
import math
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, NoReturn

RUNS_IN_A_ROW = 4
"""Runs of one command in a row. Few, so that a machine that slows down slows all commands."""

UNSET = ("PYTHONDONTWRITEBYTECODE", "MLROLES_CATALOGUE", "NO_COLOR", "FORCE_COLOR")

LAUNCHER = "import sys\nfrom mlroles.__main__ import main\nsys.exit(main())\n"
"""What launches all programs if the console script is not a text that can be copied."""

COMPLETION = {
    "_MLROLES_COMPLETE": "complete_bash",
    "COMP_WORDS": "mlroles show ml",
    "COMP_CWORD": "2",
}


class Command(NamedTuple):
    """A command to be measured, and what is set in its environment."""

    words: tuple[str, ...]
    variables: dict[str, str]

    def line(self) -> str:
        """The command as hyperfine reads it; all pay alike for being started by `env`."""
        settings = {"COLUMNS": "100", **self.variables}
        return shlex.join(["env", *(f"{k}={v}" for k, v in settings.items()), *self.words])


def fail(what: str, remedy: str) -> NoReturn:
    """End with what happened and what to do."""
    sys.exit(f"bench: {what}\n  {remedy}")


def measure(all_commands: dict[str, Command], runs: int, folder: Path) -> dict[str, list[float]]:
    """The times of each command in seconds, from rounds of a few runs, every other one reversed."""
    environment = {k: v for k, v in os.environ.items() if k not in UNSET}
    environment["XDG_CACHE_HOME"] = str(folder / "cache")
    result = folder / "result.json"
    for name, command in all_commands.items():
        words = shlex.split(command.line())
        warm = subprocess.run(words, env=environment, capture_output=True, text=True)
        if warm.returncode or not (warm.stdout or name == "python -c pass"):
            fail(f"{name!r} does not work", warm.stderr.strip() or "it prints nothing")
    times: dict[str, list[float]] = {name: [] for name in all_commands}
    rounds = math.ceil(runs / RUNS_IN_A_ROW)
    for number in range(rounds):
        if sys.stderr.isatty():
            print(f"round {number + 1} of {rounds}", end="\r", file=sys.stderr, flush=True)
        names = list(all_commands)[:: -1 if number % 2 else 1]
        line = ["hyperfine", "-N", "--warmup", "1", "--runs", str(RUNS_IN_A_ROW)]
        line += ["--export-json", str(result), *(all_commands[name].line() for name in names)]
        ran = subprocess.run(line, env=environment, capture_output=True, text=True)
        if ran.returncode:
            fail("hyperfine failed", ran.stderr.strip())
        measured = json.loads(result.read_text(encoding="utf-8"))["results"]
        for name, entry in zip(names, measured, strict=True):
            times[name] += entry["times"]
    return times
