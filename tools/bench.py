"""Measure how long commands take beside minimal Typer programs, with hyperfine.

Most of what a user waits for is Typer and Rich being loaded; so what counts is the ratio to a
program that does little else. All are launched alike by this interpreter, which needs mlroles
installed, with byte code written beforehand: a console script or a copy of it calls a module.

    python tools/bench.py [--runs 40]
"""

import argparse
import shutil
import sys
import tempfile
from compileall import compile_dir
from pathlib import Path
from statistics import median

from measure.timing import COMPLETION, LAUNCHER, Command, fail, measure

TYPER_PROGRAM = '''\
import typer

app = typer.Typer()


@app.command()
def hello(name: str, loud: bool = False) -> None:
    """Greet."""
    greet(f"HELLO {name}" if loud else f"Hello {name}")


@app.command()
def goodbye(name: str) -> None:
    """Take leave."""
    typer.echo(f"Goodbye {name}")


def main() -> None:
    app()
'''

GREET = """

def greet(greeting: str) -> None:
    typer.echo(greeting)
"""

GREET_IN_A_TABLE = """

def greet(greeting: str) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Greetings")
    for title in ("number", "greeting", "length"):
        table.add_column(title)
    for number in range(10):
        table.add_row(str(number), greeting, str(len(greeting)))
    Console(force_terminal=True).print(table)
"""

PROGRAMS = {"minimal_typer": GREET, "minimal_table": GREET_IN_A_TABLE}

TYPER, TABLE = "minimal Typer program", "minimal Typer program, Rich table"
AS_JSON, ON_TERMINAL = "mlroles show mlops --json", "mlroles show mlops, on a terminal"
CHECK = "mlroles team check team.yaml --json"
PATH, NEXT_SKILL = "mlroles path data-analyst ml-engineer --json", "mlroles next-skill --json"
MATCH = "mlroles match --json"
HELD = "python:3,sql:3,statistics:2,excel:3,communication:3,git:2"
SEARCH, SLIP = "mlroles search machine learning --json", "mlroles search machin lerning --json"
NORMALIZE = "mlroles normalize, 100 titles"
TARGETS = (
    (AS_JSON, TYPER, 1.25),
    (ON_TERMINAL, TABLE, 1.3),
    (SEARCH, AS_JSON, 1.35),
    (SLIP, AS_JSON, 1.35),
    (PATH, AS_JSON, 1.5),
    (NEXT_SKILL, AS_JSON, 1.5),
    (MATCH, AS_JSON, 1.5),
    (CHECK, AS_JSON, 1.5),
)
"""Command, what it is compared with, and the most that the ratio of their medians should be."""

PLAN = "mlroles team plan, 8 seats --json"
MOST_MORE = ((PLAN, AS_JSON, 1.0),)
"""Command, what it is compared with, and the most seconds that it should take more."""

TEAM = """\
template: first-model
seats:
  - {role: data-engineer, people: 2}
  - {role: data-scientist, rung: senior}
  - {role: ml-engineer, rung: senior, name: Ada, skills: {python: 4, kubernetes: 1}}
"""


def write_programs(folder: Path, launcher: str) -> None:
    """Write the small programs as compiled modules, each with a launcher, and a team file."""
    for name, greet in PROGRAMS.items():
        (folder / f"{name}.py").write_text(TYPER_PROGRAM + greet, encoding="utf-8")
        text = launcher.replace("mlroles.__main__", name)
        (folder / f"launch_{name}").write_text(text, encoding="utf-8")
    (folder / "launch_mlroles").write_text(launcher, encoding="utf-8")
    (folder / "team.yaml").write_text(TEAM, encoding="utf-8")
    titles = "".join(f"Senior Data Engineer, Team {number}\n" for number in range(100))
    (folder / "titles.txt").write_text(titles, encoding="utf-8")
    compile_dir(folder, quiet=1)


def commands(folder: Path, program: Path) -> dict[str, Command]:
    """All that is measured, by name; the two sides of a target stand side by side."""
    python = sys.executable

    def launched(launcher: Path, words: str, **variables: str) -> Command:
        return Command((python, str(launcher), *words.split()), variables)

    return {
        "python -c pass": Command((python, "-c", "pass"), {}),
        TYPER: launched(folder / "launch_minimal_typer", "hello World"),
        AS_JSON: launched(program, "show mlops --json"),
        CHECK: launched(program, f"team check {folder / 'team.yaml'} --json"),
        PLAN: launched(program, "team plan --template regulated --max 8 --json"),
        PATH: launched(program, "path data-analyst ml-engineer --json"),
        NEXT_SKILL: launched(program, f"next-skill --have {HELD} --json"),
        MATCH: launched(program, f"match --have {HELD} --json"),
        SEARCH: launched(program, "search machine learning --json"),
        SLIP: launched(program, "search machin lerning --json"),
        NORMALIZE: launched(program, f"normalize {folder / 'titles.txt'}"),
        ON_TERMINAL: launched(program, "show mlops --format table --color"),
        TABLE: launched(folder / "launch_minimal_table", "hello World"),
        "mlroles list": launched(program, "list"),
        "mlroles show ml<Tab>": launched(program, "", **COMPLETION),
        "python -m mlroles show mlops --json": Command(
            (python, "-m", "mlroles", "show", "mlops", "--json"), {}
        ),
    }


def report(times: dict[str, list[float]]) -> None:
    """Print the medians, their ratios, and whether the targets are met."""
    medians = {name: median(values) for name, values in times.items()}
    width = max(map(len, medians))
    print(f"{'command':{width}}  median ms  / Typer  / Rich table")
    for name, value in medians.items():
        to_typer, to_table = value / medians[TYPER], value / medians[TABLE]
        print(f"{name:{width}}  {value * 1000:9.1f}  {to_typer:7.2f}  {to_table:12.2f}")
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"\nmedians of {len(times[TYPER])} runs on Python {version}")
    for name, other, most in TARGETS:
        ratio = medians[name] / medians[other]
        verdict = "met" if ratio <= most else "missed"
        print(f"target {verdict}: {name} takes {ratio:.2f} × {other} (at most {most})")
    for name, other, most in MOST_MORE:
        more = medians[name] - medians[other]
        verdict = "met" if more <= most else "missed"
        print(f"target {verdict}: {name} takes {more:.3f} s more than {other} (at most {most:g})")


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description="Measure commands beside minimal programs.")
    parser.add_argument("--runs", type=int, default=40, metavar="N", help="of each (default 40)")
    runs = max(1, parser.parse_args().runs)
    if not shutil.which("hyperfine"):
        fail("hyperfine is not installed", "install it, say with 'apt install hyperfine'")
    script = Path(sys.executable).parent / "mlroles"
    # The small programs are launched by copies of the console script, which differs by installer.
    text = script.read_text(encoding="utf-8", errors="replace") if script.is_file() else ""
    usable = text.startswith("#!") and "mlroles.__main__" in text
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_programs(folder, text if usable else LAUNCHER)
        program = script if usable else folder / "launch_mlroles"
        report(measure(commands(folder, program), runs, folder))


if __name__ == "__main__":
    main()
