"""Measure how many titles a second are normalised, beside RapidFuzz over the same names.

Run it as `python tools/bench_titles.py FILE`, with a title on each line; without a file it makes
titles of the catalogue's names and of words around them.
"""

import sys
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


def speed(answer: Callable[[str], object], titles: Sequence[str]) -> float:
    """How many titles are answered in a second of CPU."""
    start = process_time()
    for title in titles:
        answer(title)
    return len(titles) / (process_time() - start)


def main() -> None:
    """Print titles a second, and how many times as fast each way is as RapidFuzz's WRatio."""
    catalogue = load()
    names = [utils.default_process(n) for r in catalogue.roles.values() for n in names_of(r)]
    if len(sys.argv) > 1:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    else:
        own = [name for role in catalogue.roles.values() for name in names_of(role)]
        lines = [f"{a} {name} {b}".strip() for name, a, b in product(own[::7], BEFORE, BEHIND)]
    titles = list(dict.fromkeys(lines))[:5000]
    repeated = titles[: len(titles) // 20] * 20

    def fuzzy(scorer: Callable[..., float]) -> Callable[[str], object]:
        return lambda title: process.extractOne(utils.default_process(title), names, scorer=scorer)

    few = titles[:400]
    ways = [
        ("RapidFuzz extractOne, WRatio", speed(fuzzy(fuzz.WRatio), few)),
        ("RapidFuzz extractOne, token_set_ratio", speed(fuzzy(fuzz.token_set_ratio), few)),
        ("mlroles, distinct titles", speed(Normaliser(catalogue.index), titles)),
        ("mlroles, each title 20 times", speed(Normaliser(catalogue.index), repeated)),
    ]
    print(f"{len(titles):,} distinct titles, {len(names)} names")
    for way, rate in ways:
        print(f"{way:40} {rate:8,.0f} a second  {rate / ways[0][1]:6.2f}")


if __name__ == "__main__":
    main()
