"""Which rung of a catalogue's ladder the words of a job title mean."""

import re
from collections.abc import Callable

from mlroles.core.finding.title import LEVELS, read_title
from mlroles.core.finding.words import plain
from mlroles.core.model.ladder import Ladder, LadderRung
from mlroles.core.model.vocabulary import Rung

_NUMERALS = dict(
    zip("123456789", ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"], strict=True)
)
_LEVEL = frozenset({"level", "lvl", "niveau", "grade", "nivel"})


def rung_told(ladder: Ladder, told: str, meant: str | None = None) -> Rung | None:
    """The rung that words of seniority mean, such as "staff" or "Level 2"; None if none does.

    That is the one with these words in the shortest of its names. Failing that it is what they
    mean where nobody names rungs (`meant`, where that is known), if the ladder has such a rung,
    or one alone of which its name says so.
    """
    phrase, words = "-".join(re.findall(r"\w+", plain(told))), _words(told)
    meant = meant or next((rung for rung in LEVELS if phrase in LEVELS[rung].split()), None)
    lengths = {
        rung.id: min(map(len, names))
        for rung in ladder.rungs
        if (names := [name for name in map(_words, _names(rung)) if words and words <= name])
    }
    shortest = [rung for rung in lengths if lengths[rung] == min(lengths.values())]
    if len(shortest) == 1:
        return shortest[0]
    if meant in ladder.ids:
        return meant
    said = [rung.id for rung in ladder.rungs if meant and meant in map(_level, _names(rung))]
    return said[0] if len(said) == 1 else None


def own_words(ladder: Ladder, is_head: Callable[[str], bool]) -> dict[str, Rung]:
    """What titles hold for a rung of this ladder and no other, such as "ic3" -> the rung.

    `is_head` says whether a word names a profession; such a word is never a rung.
    """
    written = ((name, rung.id) for rung in ladder.rungs for name in _names(rung))
    return {
        name.casefold(): rung
        for name, rung in written
        if not _level(name) and not any(map(is_head, re.findall(r"\w+", plain(name))))
    }


def _names(rung: LadderRung) -> list[str]:
    return [rung.id, *([rung.name] if rung.name else []), *rung.alternate_names]


def _words(text: str) -> frozenset[str]:
    found = (_NUMERALS.get(word, word) for word in re.findall(r"[^\W_]+", plain(text)))
    return frozenset(found) - _LEVEL


def _level(name: str) -> str | None:
    """What a name says of seniority where nobody names rungs; a code such as "l5" says nothing."""
    if re.fullmatch(r"[a-z]+\d+", name.casefold()):
        return None
    return read_title(name.replace("-", " "), lambda _: True).level
