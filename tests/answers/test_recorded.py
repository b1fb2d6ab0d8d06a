"""What real questions are answered: a change of a rule or of the data shows which answers it moves.

Each line of a file holds a question, the answer in short, and a digest of its numbers, ids and
quotations. UPDATE_GOLDEN=1 writes the answers anew; the difference is to be read before it is
committed. The files are named after what is asked: a verb of the Python interface, whose arguments
stand between bars, or `command`, whose lines are typed behind the name of the program. In an
advert a backslash and an n begin a new line.
"""

import hashlib
import json
import os
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import mlroles
from conftest import Run
from measure.extraction import marked
from mlroles.core.catalogue import Catalogue

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.tsv"))
TEXTS = "adverts", "cvs"
DECIMALS = 6
"""So many are held: the order in which a version of Python adds changes the last ones."""
WIDTH = 72
"""The most characters of an answer in short."""


@pytest.fixture(scope="module")
def texts(bundled: Catalogue) -> dict[str, str]:
    """The marked adverts and CVs without their marks, by their names."""
    return {one.where: one.text for folder in TEXTS for one in marked(bundled, folder)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_answers(file: Path, run: Run, texts: dict[str, str]) -> None:
    """Every answer is the one that is written down."""
    ask = by_command(run) if file.stem == "command" else by_verb(mlroles.load(), file.stem, texts)
    lines = file.read_text("utf-8").splitlines()
    now = [told(line.split("\t")[0], ask) for line in lines]
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text("".join(f"{line}\n" for line in now), "utf-8")
    else:
        assert now == lines


def by_command(run: Run) -> Callable[[str], Any]:
    """Answers what is typed behind the name of the program, with its JSON or the refusal."""

    def ask(question: str) -> Any:
        result = run(*shlex.split(question), "--json")
        return json.loads(result.stdout or "[]") or result.stderr

    return ask


def by_verb(catalogue: mlroles.Catalogue, verb: str, texts: dict[str, str]) -> Callable[[str], Any]:
    """Answers "one | another | name=value" by a verb, with its value or the refusal."""

    normalise = mlroles.Normaliser(catalogue)

    def ask(question: str) -> Any:
        if verb == "normalize":
            return normalise(question).to_dict()
        words = question.split(" | ")
        named = dict(word.split("=", 1) for word in words if "=" in word)
        values = {name: int(text) if text.isdigit() else text for name, text in named.items()}
        plain: list[Any] = [
            texts.get(word, word.replace("\\n", "\n")) for word in words if "=" not in word
        ]
        try:
            return getattr(catalogue, verb)(*plain, **values).to_dict()
        except mlroles.MlrolesError as error:
            return f"{error.what}: {error.remedy}"

    return ask


def told(question: str, ask: Callable[[str], Any]) -> str:
    """A line of a file: the question, the answer in short, and the digest of all of it."""
    answer = ask(question)
    short = answer if isinstance(answer, str) else " ".join(in_short(answer))
    held = json.dumps(rounded(answer), ensure_ascii=False).encode()
    return "\t".join((question, cut(short), hashlib.sha256(held).hexdigest()[:10]))


def cut(text: str) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= WIDTH else line[: line.rindex(" ", 0, WIDTH)]


def in_short(answer: Any) -> Iterator[str]:
    """The ids and numbers of an answer in their order: those that say most come first."""
    match answer:
        case dict():
            for key, value in answer.items():
                if isinstance(value, dict | list):
                    yield from in_short(value)
                elif (key == "id" or isinstance(value, float)) and value is not None:
                    yield f"{value:.3g}" if isinstance(value, float) else value
        case list():
            for value in answer:
                yield from in_short(value)


def rounded(answer: Any) -> Any:
    """An answer without sentences of the catalogue, and with numbers of a few decimals."""
    match answer:
        case dict():
            said = {key for key in SENTENCES & answer.keys() if isinstance(answer[key], str)}
            return {key: rounded(answer[key]) for key in answer if key not in said}
        case list():
            return [rounded(value) for value in answer]
        case float():
            return round(answer, DECIMALS)
        case _:
            return answer


SENTENCES = {"definition", "summary", "statement", "green"}
"""The parts of an answer that say something in words of the catalogue."""
