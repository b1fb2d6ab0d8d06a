"""What is loaded, as a report."""

from mlroles.core.model.layer import Layer
from mlroles.core.state import COUNTED, Cleared, CompiledCopy, LayerState, State
from mlroles.present.page.blocks import Block, Cell, Column, Fields, Page, Section, Table, strong
from mlroles.present.page.common import Payload
from mlroles.present.page.report import Records, Report

NOUNS = {"handoffs": "hand-offs", "topics": "guide topics", "teams": "team templates"}
HEADINGS = {**NOUNS, "teams": "teams"}
SHOWN = ("roles", "skills", "activities", "handoffs", "teams", "sources")
"""The collections that have a column in the table of layers."""
MOST_NAMED = 8
"""The entries that a layer replaces or takes away and that are named on the page."""
UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def state_report(state: State) -> Report:
    """The layers of a catalogue, what is in it, and its compiled copy."""
    return Report(
        pages=lambda: _pages(state),
        data=lambda: _payload(state),
        records=lambda: Records(
            columns=("layer", "version", "path", *COUNTED, "replaced", "removed"),
            rows=tuple(
                (
                    one.layer.name,
                    one.layer.version,
                    one.layer.path,
                    *(one.layer.added.get(collection, 0) for collection in COUNTED),
                    " ".join(one.layer.replaced),
                    " ".join(one.layer.removed),
                )
                for one in state.layers
            ),
        ),
        next_step="mlroles validate --strict",
    )


def cleared_report(cleared: Cleared) -> Report:
    """The compiled copies that were removed."""
    copies = f"{cleared.files} compiled cop{'y' if cleared.files == 1 else 'ies'}"
    rows = (("Removed", f"{copies}, {_size(cleared.bytes)}"), ("From", cleared.folder))
    page = Page(title="", sections=(Section(title="", blocks=(Fields(rows=rows),)),))
    return Report(
        pages=lambda: (page,),
        data=lambda: {
            "folder": cleared.folder,
            "removed": cleared.files,
            "bytes": cleared.bytes,
        },
        records=lambda: Records(
            columns=("folder", "removed", "bytes"),
            rows=((cleared.folder, cleared.files, cleared.bytes),),
        ),
    )


def _pages(state: State) -> tuple[Page, ...]:
    columns = (
        *(Column(title="layer"), Column(title="version", keep=True)),
        *(Column(title=HEADINGS.get(c, c), align="right", keep=True) for c in SHOWN),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            strong(one.layer.name),
            one.layer.version or "",
            *(f"{count:,}" if (count := one.layer.added.get(c)) else "–" for c in SHOWN),
        )
        for one in state.layers
    )
    layers: list[Block] = [Table(columns=columns, rows=rows)]
    if changes := tuple(row for one in state.layers for row in _changes(one.layer)):
        layers.append(Fields(rows=changes))
    counts = [_number(count, NOUNS.get(c, c)) for c, count in state.counts.items() if count]
    where = tuple(
        (one.layer.name, one.layer.path or "comes with the program") for one in state.layers
    )
    dates = sorted(date for one in state.layers for _, date in one.sources)
    told = [("In all", ", ".join(counts)), ("Names", f"{state.names:,} lead to a role or skill")]
    if dates:
        told.append(
            ("Facts", f"of {' to '.join(sorted({dates[0], dates[-1]}))}; see mlroles guide sources")
        )
    return (
        Page(
            title="Catalogue",
            subtitle=" + ".join(_named(one) for one in state.layers),
            sections=(
                Section(title="Layers, and what each adds", blocks=tuple(layers)),
                Section(title="All together", blocks=(Fields(rows=tuple(told)),)),
                Section(title="Where it lies", blocks=(Fields(rows=(*where, _copy(state.copy))),)),
            ),
        ),
    )


def _named(one: LayerState) -> str:
    return " ".join(filter(None, [one.layer.name, one.layer.version]))


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


def _payload(state: State) -> Payload:
    copy = state.copy
    return {
        "layers": [
            {
                "name": one.layer.name,
                "version": one.layer.version,
                "path": one.layer.path,
                "added": {c: one.layer.added.get(c, 0) for c in COUNTED},
                "replaced": one.layer.replaced,
                "removed": one.layer.removed,
                "dropped": one.layer.dropped,
                "mentions": one.layer.mentions,
                "sources": [{"id": id, "published": date} for id, date in one.sources],
            }
            for one in state.layers
        ],
        "counts": {c: state.counts[c] for c in COUNTED},
        "names": state.names,
        "compiled_copy": (
            {"file": copy.file, "bytes": copy.bytes, "age_seconds": copy.age_seconds}
            if copy
            else None
        ),
    }
