"""Find roles and skills by a query, a misspelt name, or the beginning of a name."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from mlroles.core.finding.engine import CANDIDATES, Engine, Scored, Sought
from mlroles.core.finding.index import KINDS, Index
from mlroles.core.finding.reasons import Hit, Reason, hit_of
from mlroles.core.finding.words import forms_of, join, stem, word_set, words_of
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.limits import TITLE
from mlroles.core.model.names import EntryKind

LEAST_LIKENESS = 0.4
"""The least likeness to a name at which an entry is suggested."""

SUGGESTION_MARGIN = 0.15
"""How far behind the best suggestion another one may be."""

MOST_SUGGESTIONS = 3

PERSON = word_set("person people someone somebody one who")
"""Words of a query that ask for a role, not for a skill."""

ASKED = 0.1
"""The score of a role for a skill that it asks for, times the importance from 1 to 5."""

SMALLEST_SCORE = 0.1
"""The least score of a hit; below it hardly a word is shared with the query."""


def search(
    index: Mapping[str, bytes], query: str, kind: EntryKind | None = None, limit: int = 10
) -> tuple[list[Hit], int]:
    """Find the entries that a query means: the best `limit` (0: all), and how many there are.

    The best come first. `kind` is "role", "skill" or None for both. Equal scores are ordered by
    the length of the name, then roles before skills, then as they stand in the catalogue. Raises
    `AskedWrongly` for a query that is too long.
    """
    if len(query) > TITLE.most:
        raise AskedWrongly(f"the query is longer than {TITLE}", "give a few words")
    engine = Engine(Index(index))
    forms = forms_of(query)
    if kind is None and PERSON & {word for word, _ in forms}:
        kind = "role"
        forms = [form for form in forms if form[0] not in PERSON]
    found: dict[tuple[EntryKind, int], tuple[Scored, Sought]] = {}
    words = [word for _, word in forms]
    joined = join(words, engine.is_word, always=True)  # java script is read both ways
    for reading in [words] if joined == words else [words, joined]:
        for one in KINDS if kind is None else (kind,):
            sought = engine.sought(one, dict.fromkeys(reading, 1.0))
            for scored in engine.best(one, sought, CANDIDATES, others=()):
                before = found[one, scored.entry][0].score if (one, scored.entry) in found else 0.0
                if scored.score >= SMALLEST_SCORE and scored.score > before:
                    found[one, scored.entry] = scored, sought
    users = _users(engine, query) if kind != "skill" else {}
    for role in list(users):
        if ("role", role) in found:
            if found["role", role][0].score >= users[role].score:
                del users[role]
            else:
                del found["role", role]
    # Equal scores are ordered by name, so names are read only among the best.
    best = sorted(found.items(), key=lambda item: -item[1][0].score)
    least = best[limit - 1][1][0].score if 0 < limit < len(best) else 0.0
    pairs = {stem(a + b): f"{a} {b}" for (a, _), (b, _) in pairwise(forms)}
    written = pairs | {word: form for form, word in forms}  # two words may be read as one
    hits = [
        hit_of(engine, one, sought, scored, written)
        for (one, _), (scored, sought) in best
        if scored.score >= least
    ]
    hits += users.values()
    hits.sort(key=lambda hit: (-hit.score, len(hit.name), KINDS.index(hit.kind)))
    return hits[: limit or None], len(found) + len(users)


def _users(engine: Engine, query: str) -> dict[int, Hit]:
    """The roles that ask for the skill that a query names, by number and by importance."""
    roles, skills = engine.index.shelves["role"], engine.index.shelves["skill"]
    sought = engine.sought("skill", dict.fromkeys(words_of(query), 1.0))
    found: dict[int, Hit] = {}
    for skill in engine.best("skill", sought, MOST_SUGGESTIONS):
        if skill.by_name == 1.0:
            called = skills.name(skill.entry)
            for role, importance in skills.uses[skill.entry]:
                points = importance * ASKED
                reason = Reason(word=query, field="skill", text=called, points=points)
                hit = Hit(
                    kind="role",
                    id=roles.ids[role],
                    name=roles.name(role),
                    score=points,
                    explain=partial(list, (reason,)),
                )
                found.setdefault(role, hit)
    return found


def suggestions(
    index: Mapping[str, bytes] | Engine, name: str, kind: EntryKind | None = None
) -> list[str]:
    """What the entries are called that may be meant by a name that none has, best first.

    At most three, none that is far behind the first, and none at all for nonsense. Whoever asks
    for many names makes the engine once.
    """
    engine = index if isinstance(index, Engine) else Engine(Index(index))
    found = _by_name(engine, name, kind)
    best = found[0][0] if found else 0.0
    near = [called for score, _, _, called in found if score >= best - SUGGESTION_MARGIN]
    return list(dict.fromkeys(near))[:MOST_SUGGESTIONS]


def completions(
    index: Mapping[str, bytes], typed: str, kind: EntryKind | None = None
) -> list[tuple[str, EntryKind, str]]:
    """What may be typed on, best first: (id or other name, kind, what the entry is called).

    First the ids that begin as what is typed, in alphabetical order, then what entries are called,
    and only where there is neither their other names; the short ones first, in lower case and
    without spaces unless one was typed, as they resolve too.
    """
    shelves = Index(index).shelves
    start = typed.casefold()
    offered: list[tuple[str, EntryKind, str]] = []
    others: list[tuple[bool, int, str, EntryKind, str]] = []
    for one in KINDS if kind is None else (kind,):
        shelf = shelves[one]
        begun = sorted((id, entry) for entry, id in enumerate(shelf.ids) if id.startswith(start))
        offered += [(id, one, shelf.name(entry)) for id, entry in begun]
        met = {entry for _, entry in begun}
        for entry, written in zip(shelf.name_entries, shelf.names, strict=True):
            name = written.lower() if " " in start else "-".join(written.lower().split())
            if name.startswith(start) and entry not in met:
                called = shelf.name(entry)
                others.append((written != called, len(name), name, one, called))
    named: dict[tuple[EntryKind, str], str] = {}
    others.sort()
    only_own = offered or not all(other for other, *_ in others)
    for other, _, name, one, called in others:
        if not (other and only_own):
            named.setdefault((one, called), name)
    return offered + [(name, one, called) for (one, called), name in named.items()]


def _by_name(
    engine: Engine, name: str, kind: EntryKind | None
) -> list[tuple[float, int, EntryKind, str]]:
    """The entries with a name that is like this one: (likeness, entry, kind, what it is called)."""
    words = dict.fromkeys(words_of(name), 1.0)
    found = []
    for one in KINDS if kind is None else (kind,):
        shelf = engine.index.shelves[one]
        for scored in engine.best(one, engine.sought(one, words), CANDIDATES, others=()):
            if scored.by_name >= LEAST_LIKENESS:
                called = shelf.name(scored.entry)
                found.append((scored.by_name, scored.entry, one, called))
    return sorted(found, key=lambda item: (-item[0], len(item[3]), item[2], item[1]))
