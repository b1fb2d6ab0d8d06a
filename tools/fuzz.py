"""Give the program what nobody would write, and see that it answers or refuses in its own words.

    python tools/fuzz.py [TARGET ...] [--cases N] [--seed S] [--seconds N]
    python tools/fuzz.py TARGET --coverage -- [LIBFUZZER OPTION ...]

Every case follows from its seed and number, which are printed with what goes wrong: an exception
other than the project's own, exit code 70, output beside an error, characters in an error that a
terminal would obey, an answer that its schema does not allow, or a case that takes too long. Ends
with 1 if anything did. With --coverage, atheris (the extra `fuzz`) looks for cases that reach new
lines.
"""

import argparse
import contextlib
import sys
import time
from itertools import dropwhile, takewhile
from typing import Any

from measure.fuzzing import TARGETS, FromBytes, wrong
from mlroles.core.model.errors import MlrolesError


def by_coverage(target: str) -> None:
    """Let atheris choose the cases of a target."""
    import atheris

    def one(data: bytes) -> None:
        with contextlib.suppress(MlrolesError):
            TARGETS[target][0](FromBytes(data))

    atheris.instrument_all()
    options = [*dropwhile(lambda word: word != "--", sys.argv)][1:]
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


def main() -> None:
    """Run what is asked for; the exit code says whether all went well."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("target", nargs="*", choices=[*TARGETS, []], default=[])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--coverage", action="store_true")
    given: Any = parser.parse_args([*takewhile(lambda word: word != "--", sys.argv[1:])])
    if given.coverage:
        by_coverage(*given.target)
    found = 0
    until = time.time() + given.seconds
    for told in wrong(given.cases, given.seed, given.target or list(TARGETS), until):
        found += 1
        print(told, flush=True)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
