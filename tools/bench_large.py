"""Measure a large catalogue beside the bundled one: compiling it, memory, and warm commands.

    python tools/bench_large.py FOLDER ROLE ROLE [--runs 20]

FOLDER is an imported catalogue, say ESCO by 'mlroles import esco', and the roles are two of it.
Warm commands are given as ratios to the same on the bundled catalogue. How the cost grows is
measured on an eighth, a quarter, a half and the whole of the roles, with the skills they use.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from measure.timing import COMPLETION, LAUNCHER, Command, measure
from mlroles.catalogue.reading.layers import draft_of
from mlroles.catalogue.reading.removal import take_away
from mlroles.catalogue.text.yaml_writing import listing, mapping
from mlroles.core.model.layer import Removals
from mlroles.core.model.shape import plain
from mlroles.core.model.vocabulary import SKILL_KINDS

PARTS = (8, 4, 2, 1)
TARGETS = {"show": 3.0, "compare": 3.0, "search": 4.0, "complete": 1.5}
"""Command -> the most that its time should be, as a multiple of that on the bundled catalogue."""


def part_of(folder: Path, nth: int, target: Path) -> Path:
    """A catalogue of every nth role, with the skills that these ask for."""
    draft = draft_of(str(folder))
    roles, skills = draft.entries["roles"], draft.entries["skills"]
    kept = list(roles)[::nth]
    used = {r.skill for id in kept for r in (*roles[id].skills, *roles[id].tools)}
    gone = Removals(roles=sorted(roles.keys() - set(kept)), skills=sorted(skills.keys() - used))
    take_away(draft, gone, None)
    (target / "roles").mkdir(parents=True)
    (target / "skills").mkdir()
    for file in folder.glob("*.yaml"):
        shutil.copy(file, target)
    for id, role in draft.entries["roles"].items():
        text = "".join(mapping({k: v for k, v in plain(role).items() if k != "id"}))
        (target / "roles" / f"{id}.yaml").write_text(text, "utf-8")
    for kind in SKILL_KINDS:
        entries = [plain(skill) for skill in draft.entries["skills"].values() if skill.kind == kind]
        for entry in entries:
            del entry["kind"]
        if entries:
            (target / "skills" / f"{kind}.yaml").write_text("".join(listing(entries)), "utf-8")
    return target


def first_run(launcher: Path, folder: Path, cache: Path) -> tuple[float, int]:
    """The seconds that the first command on a catalogue takes, and its peak memory in MB."""
    command = [sys.executable, str(launcher), "--catalogue", str(folder), "list", "--json"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"bench_large: {' '.join(command)} does not work")
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def warm_commands(launcher: Path, folder: Path, roles: list[str]) -> dict[str, Command]:
    """Each command on the bundled catalogue and, under the same name with 'large', on the other."""
    start = (sys.executable, str(launcher))
    large = ("--catalogue", str(folder))
    found = {
        "show": Command((*start, "show", "mlops-engineer", "--json"), {}),
        "show, large": Command((*start, *large, "show", roles[0], "--json"), {}),
        "compare": Command((*start, "compare", "data-engineer", "mlops-engineer", "--json"), {}),
        "compare, large": Command((*start, *large, "compare", *roles, "--json"), {}),
        "search": Command((*start, "search", "data enginer", "--json"), {}),
        "search, large": Command((*start, *large, "search", "data enginer", "--json"), {}),
        "complete": Command(start, {**COMPLETION, "COMP_WORDS": "mlroles show data-e"}),
    }
    variables = {**found["complete"].variables, "MLROLES_CATALOGUE": str(folder)}
    found["complete, large"] = Command(start, variables)
    return found


def report_growth(launcher: Path, folder: Path, scratch: Path) -> None:
    """Print what compiling parts of the catalogue takes."""
    print("first run, compiling      roles  seconds  ms a role  peak MB")
    for nth in PARTS:
        part = part_of(folder, nth, scratch / f"part-{nth}")
        seconds, memory = first_run(launcher, part, scratch / f"cache-{nth}")
        roles = len(os.listdir(part / "roles"))
        each = seconds / roles * 1000
        print(f"1/{nth:<23} {roles:6}  {seconds:7.2f}  {each:9.2f}  {memory:7}")


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description="Measure a large catalogue.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("roles", nargs=2, metavar="ROLE")
    parser.add_argument("--runs", type=int, default=20, metavar="N", help="of each (default 20)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        launcher = scratch / "launch_mlroles"
        launcher.write_text(LAUNCHER, encoding="utf-8")
        report_growth(launcher, options.folder, scratch)
        commands = warm_commands(launcher, options.folder.resolve(), options.roles)
        times = measure(commands, max(1, options.runs), scratch)
    print("\nwarm, medians           bundled ms  large ms  ratio  at most")
    for command, most in TARGETS.items():
        here, there = median(times[command]), median(times[f"{command}, large"])
        told = f"{here * 1000:10.1f}  {there * 1000:8.1f}  {there / here:5.2f}  {most:7.1f}"
        print(f"{command:22}  {told}")


if __name__ == "__main__":
    main()
