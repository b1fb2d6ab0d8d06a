"""Turn the texts of publications into texts, sentences and ids of the catalogue."""

import re
from collections.abc import Iterable
from html import unescape
from itertools import chain, count
from unicodedata import normalize

LONGEST_ID = 60

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
_TAG = re.compile(r"<[^<>]+>")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SPELT_OUT = {"+": " plus ", "#": " sharp ", "&": " and ", "'": "", "’": ""}
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(])")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Z]|e\.g|i\.e|etc|vs|incl|Dr|Mr|Mrs|No|St|U\.S)\.$")


def clean(text: str) -> str:
    """A text on one line: no mark-up, no invisible characters, single spaces."""
    text = unescape(_TAG.sub("", text)).translate(_UNSEEN)
    return " ".join(_CONTROL.sub("", text).split())


def first_sentence(text: str) -> tuple[str, str]:
    """A clean text as its first sentence and what follows, which may be empty."""
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[: end.start()]):
            return text[: end.start()], text[end.end() :]
    return text, ""


def in_order(names: Iterable[str], other_than: str = "") -> list[str]:
    """Clean names, each once whatever its case, sorted, without one that stands elsewhere."""
    found = {name.casefold(): name for name in sorted(map(clean, names), reverse=True)}
    for unwanted in ("", other_than.casefold()):
        found.pop(unwanted, None)
    return [found[folded] for folded in sorted(found)]


def kebab(label: str) -> str:
    """What a label looks like as an id: at most 60 characters, cut between words."""
    for sign, words in _SPELT_OUT.items():
        label = label.replace(sign, words)
    plain = normalize("NFKD", label).encode("ascii", "ignore").decode().casefold()
    return _cut("-".join(re.findall(r"[a-z0-9]+", plain)), LONGEST_ID)


class Ids:
    """Gives every entry an id that no other has."""

    def __init__(self) -> None:
        """Begin with all ids free."""
        self._taken: set[str] = set()
        self.marked = 0
        """How many ids carry a mark, since another entry had the plain one."""

    def give(self, label: str, mark: str) -> str:
        """The id of a label; where it is taken (or empty), with a mark that tells it apart."""
        id = kebab(label)
        if not id or id in self._taken:
            self.marked += 1
            marks = filter(None, chain([kebab(mark)], map(str, count(2))))
            id = next(free for free in (_marked(id, m) for m in marks) if free not in self._taken)
        self._taken.add(id)
        return id


def _marked(id: str, mark: str) -> str:
    return f"{_cut(id, LONGEST_ID - len(mark) - 1)}-{mark}".lstrip("-")


def _cut(id: str, longest: int) -> str:
    if len(id) > longest:
        id = id[: longest + 1].rpartition("-")[0] or id[:longest]
    return id
