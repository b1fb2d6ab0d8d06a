"""What is loaded, as a report."""

from typing import Annotated

from mlroles.core.model.layer import Layer
from mlroles.core.model.vocabulary import Id, Rung, about
from mlroles.core.state import COUNTED, Cleared, CompiledCopy, State
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Page,
    Section,
    labelled,
    numbers,
    one_section,
    strong,
    tabled,
)
from mlroles.present.page.report import Report

NOUNS = {"handoffs": "hand-offs", "topics": "guide topics", "teams": "team templates"}
HEADINGS = {**NOUNS, "teams": "teams"}
SHOWN = ("roles", "skills", "activities", "handoffs", "teams", "sources")
"""The collections that have a column in the table of layers."""
MOST_NAMED = 8
"""The entries that a layer replaces or takes away and that are named on the page."""
UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


class EntryCounts(Answer, frozen=True, kw_only=True):
    """How many entries there are of each kind."""

    roles: int
    skills: int
    families: int
    stages: int
    activities: int
    handoffs: int
    teams: int
    topics: int
    sources: int


class DatedSource(Answer, frozen=True, kw_only=True):
    """A source, and the date of its facts."""

    id: Id
    name: str
    published: str


Keys = Annotated[list[str], about("collection and id, such as roles/ml-engineer")]


class LayerAnswer(Answer, frozen=True, kw_only=True):
    """One of the catalogues that are loaded over each other."""

    name: str
    version: str | None
    path: Annotated[str | None, about("null for the catalogue that comes with the program")]
    added: Annotated[EntryCounts, about("entries that no layer below has")]
    replaced: Annotated[Keys, about("entries of layers below that it replaces")]
    removed: Annotated[Keys, about("entries of layers below that it removes")]
    dropped: Annotated[Keys, about("entries that cannot be without those, and went with them")]
    mentions: Annotated[int, about("places in other entries that named a removed entry")]
    sources: list[DatedSource]


class CopyAnswer(Answer, frozen=True, kw_only=True):
    """The compiled copy of a catalogue, in the cache folder."""

    file: str
    bytes: int
    age_seconds: int


class CatalogueAnswer(Answer, frozen=True, kw_only=True):
    """What is loaded."""

    layers: Annotated[list[LayerAnswer], about("the lowest first")]
    counts: Annotated[EntryCounts, about("of all layers together")]
    rungs: Annotated[list[Rung], about("the career ladder, lowest first")]
    names: Annotated[int, about("names that lead to a role or skill")]
    compiled_copy: Annotated[CopyAnswer | None, about("null where none could be kept")]


class ClearedAnswer(Answer, frozen=True, kw_only=True):
    """The compiled copies that were removed."""

    folder: str
    removed: Annotated[int, about("how many")]
    bytes: int


def state_report(state: State) -> Report:
    """The layers of a catalogue, what is in it, and its compiled copy."""
    return Report(
        kinds=(CatalogueAnswer,),
        pages=lambda: _pages(state),
        data=lambda: _answer(state),
        table="layers",
        next_step="mlroles validate --strict",
    )


def cleared_report(cleared: Cleared) -> Report:
    """The compiled copies that were removed."""
    copies = f"{cleared.files} compiled cop{'y' if cleared.files == 1 else 'ies'}"
    rows = (("Removed", f"{copies}, {_size(cleared.bytes)}"), ("From", cleared.folder))
    return Report(
        kinds=(ClearedAnswer,),
        pages=lambda: one_section(labelled(rows)),
        data=lambda: filled(ClearedAnswer, cleared, removed=cleared.files),
    )


def _pages(state: State) -> tuple[Page, ...]:
    numbered = numbers(*(HEADINGS.get(c, c) for c in SHOWN))
    columns = (Column(title="layer"), Column(title="version", keep=True), *numbered)
    rows: list[tuple[Cell, ...]] = [
        (
            strong(one.layer.name),
            one.layer.version or "",
            *(f"{count:,}" if (count := one.layer.added.get(c)) else "–" for c in SHOWN),
        )
        for one in state.layers
    ]
    changes = [row for one in state.layers for row in _changes(one.layer)]
    counts = [_number(count, NOUNS.get(c, c)) for c, count in state.counts.items() if count]
    where = [(one.layer.name, one.layer.path or "comes with the program") for one in state.layers]
    dates = sorted(source.published for one in state.layers for source in one.sources)
    rungs = [f"{r.id} ({r.name})" if r.name else r.id for r in state.ladder.rungs]
    told = [("In all", ", ".join(counts)), ("Rungs", ", ".join(rungs))]
    told.append(("Names", f"{state.names:,} lead to a role or skill"))
    if dates:
        span = " to ".join(sorted({dates[0], dates[-1]}))
        told.append(("Facts", f"dated {span}; see mlroles guide sources"))
    layers = tabled(columns, rows) + labelled(changes)
    names = (f"{one.layer.name} {one.layer.version or ''}".rstrip() for one in state.layers)
    page = Page(
        title="Catalogue",
        subtitle=" + ".join(names),
        sections=(
            Section(title="Layers, and what each adds", blocks=layers),
            Section(title="All together", blocks=labelled(told)),
            Section(title="Location", blocks=labelled([*where, _copy(state.copy)])),
        ),
    )
    return (page,)


def _changes(layer: Layer) -> list[tuple[str, str]]:
    """What a layer replaces and takes away from those below."""
    told = []
    if layer.replaced:
        told.append((f"{layer.name} replaces", _some(layer.replaced)))
    if layer.removed:
        text = f"{_some(layer.removed)}; no longer named in {layer.mentions} places"
        if layer.dropped:
            text += f", and {_some(layer.dropped)} went with them"
        told.append((f"{layer.name} takes away", text))
    return told


def _some(names: list[str]) -> str:
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    return ", ".join([*names[:MOST_NAMED], *more])


def _copy(copy: CompiledCopy | None) -> tuple[str, str]:
    if copy is None:
        return "Compiled copy", "none: the cache folder cannot be written"
    return "Compiled copy", f"{copy.file}, {_size(copy.bytes)}, {_age(copy.age_seconds)} old"


def _size(count: int) -> str:
    if 0 < count < 100_000:
        return f"{max(1, round(count / 1_000))} kB"
    return f"{count / 1_000_000:.1f} MB" if count else "nothing"


def _number(count: int, plural: str) -> str:
    if count != 1:
        return f"{count:,} {plural}"
    return "1 " + (plural[:-3] + "y" if plural.endswith("ies") else plural[:-1])


def _age(seconds: int) -> str:
    unit, length = next((u for u in UNITS if seconds >= u[1]), UNITS[-1])
    count = seconds // length
    return f"{count} {unit}{'s' if count != 1 else ''}"


def _answer(state: State) -> CatalogueAnswer:
    return filled(
        CatalogueAnswer,
        state,
        layers=[
            filled(
                LayerAnswer,
                one.layer,
                added=dict.fromkeys(COUNTED, 0) | one.layer.added,
                sources=[filled(DatedSource, source, name=source.title) for source in one.sources],
            )
            for one in state.layers
        ],
        rungs=state.ladder.ids,
        compiled_copy=state.copy,
    )
