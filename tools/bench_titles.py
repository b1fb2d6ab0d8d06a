"""Measure how many titles a second are normalised, beside RapidFuzz over the same names.

Run it as `python tools/bench_titles.py [FILE] [--catalogue FOLDER]`, with a title on each line;
without a file it makes titles of the catalogue's names and of words around them. Both are run in
turns, and the least CPU time of each counts; others may be at work on the machine.
"""

import argparse
import resource
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from time import process_time

from rapidfuzz import fuzz, process, utils

from mlroles.catalogue.load import load
from mlroles.core.finding.normalise import Normaliser
from mlroles.core.model.names import names_of

BEFORE = ("Senior", "Junior", "Lead", "Staff", "Remote", "")
BEHIND = ("(m/f/d)", "- Berlin", "II", "| Payments", "- Growth team", "")
RUNS = 3

Answer = Callable[[str], object]


def seconds(answer: Answer, titles: Sequence[str]) -> float:
    """The CPU time that it takes to answer titles."""
    start = process_time()
    for title in titles:
        answer(title)
    return process_time() - start


def main() -> None:
    """Print titles a second, how many times as fast each way is as WRatio, and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="a file with a title on each line")
    parser.add_argument("--catalogue", help="the folder of another catalogue")
    options = parser.parse_args()
    catalogue = load(options.catalogue)
    own = [name for role in catalogue.roles.values() for name in names_of(role)]
    names = [utils.default_process(name) for name in own]
    if options.file:
        lines = options.file.read_text(encoding="utf-8").splitlines()
    else:
        lines = [f"{a} {name} {b}".strip() for name, a, b in product(own[::7], BEFORE, BEHIND)]
    titles = list(dict.fromkeys(lines))
    repeated = titles[: len(titles) // 20] * 20

    def fuzzy(scorer: Callable[..., float]) -> Callable[[], Answer]:
        return lambda: (
            lambda title: process.extractOne(utils.default_process(title), names, scorer=scorer)
        )

    def ours() -> Answer:
        return Normaliser(catalogue.index)

    few = titles[:: max(1, len(titles) // 200)]
    ways: list[tuple[str, Callable[[], Answer], Sequence[str]]] = [
        ("RapidFuzz extractOne, WRatio", fuzzy(fuzz.WRatio), few),
        ("RapidFuzz extractOne, token_set_ratio", fuzzy(fuzz.token_set_ratio), few),
        ("mlroles, distinct titles", ours, titles),
        ("mlroles, each title 20 times", ours, repeated),
    ]
    least = [
        min(times)
        for times in zip(
            *([seconds(make(), asked) for _, make, asked in ways] for _ in range(RUNS)), strict=True
        )
    ]
    rates = [len(asked) / time for (_, _, asked), time in zip(ways, least, strict=True)]
    print(f"{len(titles):,} distinct titles, {len(names):,} names")
    for (way, _, _), rate in zip(ways, rates, strict=True):
        print(f"{way:40} {rate:8,.0f} a second  {rate / rates[0]:6.2f}")
    print(f"At most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB of memory")


if __name__ == "__main__":
    main()
