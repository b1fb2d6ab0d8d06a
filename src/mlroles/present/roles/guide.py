"""The guide as reports: the list of topics, one topic, and all sources."""

from collections.abc import Sequence
from itertools import groupby

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Source, Topic
from mlroles.core.model.names import choose
from mlroles.core.roles.guide import SOURCES_TOPIC, Passage, links, passages
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Fields,
    Page,
    Prose,
    Section,
    Table,
    Toned,
)
from mlroles.present.page.common import Payload, source_payload
from mlroles.present.page.report import Records, Report

SOURCES_SUMMARY = "Where every fact of this catalogue comes from, on which terms, and of when."


def guide_report(catalogue: Catalogue, topic: str | None) -> Report:
    """The topics, or one of them by id or title. Raises `AskedWrongly` for an unknown one."""
    if topic is None:
        return _list(catalogue)
    by_title = {t.title: t.id for t in catalogue.topics.values()}
    known = [*catalogue.topics, SOURCES_TOPIC]
    wanted = choose(topic, [*known, *by_title], "topic of the guide", listed=known)
    if wanted == SOURCES_TOPIC:
        return _sources(list(catalogue.sources.values()))
    return _topic(catalogue, catalogue.topics[by_title.get(wanted, wanted)])


def _list(catalogue: Catalogue) -> Report:
    rows = [(t.id, t.title, t.summary) for t in catalogue.topics.values()]
    rows.append((SOURCES_TOPIC, "Sources", SOURCES_SUMMARY))

    def pages() -> tuple[Page, ...]:
        cells: list[tuple[Cell, ...]] = [
            (Toned(text=id, tone="strong"), summary) for id, _, summary in rows
        ]
        table = Table(columns=(Column(keep=True), Column()), rows=tuple(cells))
        return (Page(title="", sections=(Section(title="", blocks=(table,)),)),)

    return Report(
        pages=pages,
        data=lambda: [{"id": id, "title": title, "summary": text} for id, title, text in rows],
        records=lambda: Records(columns=("id", "title", "summary"), rows=tuple(rows)),
        next_step=f"mlroles guide {rows[0][0]}",
    )


def _topic(catalogue: Catalogue, topic: Topic) -> Report:
    """One topic, and the commands that show what it speaks of."""
    found: dict[str, dict[str, str]] = {"role": {}, "skill": {}, "topic": {}}
    for link in links(topic.text):
        found[link.kind][link.id] = _name(catalogue, link.kind, link.id)
    sources = [catalogue.sources[id] for id in topic.sources]
    text = list(passages(topic.text))

    def pages() -> tuple[Page, ...]:
        sections = _sections(text)
        rows: list[tuple[Cell, ...]] = [
            (name, Toned(text=f"mlroles {verb} {id}", tone="accent"))
            for kind, verb in (("role", "show"), ("skill", "show"), ("topic", "guide"))
            for id, name in found[kind].items()
        ]
        if rows:
            table = Table(columns=(Column(), Column(keep=True)), rows=tuple(rows))
            sections.append(Section(title="See", blocks=(table,)))
        told = tuple(f"{s.title}. {s.publisher}, {s.published}" for s in sources)
        sections.append(
            Section(
                title="Sources", blocks=(Bullets(items=told),), note=f"Reviewed {topic.reviewed}"
            )
        )
        return (Page(title=topic.title, subtitle=topic.summary, sections=tuple(sections)),)

    def data() -> Payload:
        return {
            "id": topic.id,
            "title": topic.title,
            "summary": topic.summary,
            "text": [{"kind": passage.kind, "text": passage.text} for passage in text],
            "roles": _linked(found["role"]),
            "skills": _linked(found["skill"]),
            "topics": _linked(found["topic"]),
            "sources": [source_payload(source) for source in sources],
            "reviewed": topic.reviewed,
        }

    first = next(iter(found["role"]), None)
    return Report(
        pages=pages,
        data=data,
        records=lambda: Records(
            columns=("kind", "text"), rows=tuple((p.kind, p.text) for p in text)
        ),
        next_step=f"mlroles show {first}" if first else "mlroles guide",
    )


def _name(catalogue: Catalogue, kind: str, id: str) -> str:
    if kind == "topic":
        return "Sources" if id == SOURCES_TOPIC else catalogue.topics[id].title
    return catalogue.role_names[id] if kind == "role" else catalogue.skills[id].name


def _linked(names: dict[str, str]) -> list[Payload]:
    return [{"id": id, "name": name} for id, name in names.items()]


def _sections(text: Sequence[Passage]) -> list[Section]:
    """The passages under their headings; items that follow each other are one list."""
    sections = []
    title, blocks = "", list[Block]()
    for kind, members in groupby(text, key=lambda passage: passage.kind):
        texts = tuple(passage.text for passage in members)
        if kind == "heading":
            for heading in texts:
                sections.append(Section(title=title, blocks=tuple(blocks)))
                title, blocks = heading, []
        elif kind == "item":
            blocks.append(Bullets(items=texts))
        else:
            blocks += [Prose(text=paragraph) for paragraph in texts]
    sections.append(Section(title=title, blocks=tuple(blocks)))
    return [section for section in sections if section.title or section.blocks]


def _sources(sources: Sequence[Source]) -> Report:
    def pages() -> tuple[Page, ...]:
        sections = []
        for source in sources:
            rows = [("From", f"{source.publisher}, {source.published}")]
            rows.append(("Licence", source.licence))
            rows.append(("Holds", f"{source.horizon_years} years"))
            rows += [("Address", source.url)] if source.url else []
            rows += [("Credit", source.credit)] if source.credit else []
            title = Prose(text=f"{source.title} ({source.id})", tone="strong")
            sections.append(Section(title="", blocks=(title, Fields(rows=tuple(rows)))))
        return (Page(title="Sources", subtitle=SOURCES_SUMMARY, sections=tuple(sections)),)

    columns = ("id", "title", "publisher", "published", "horizon_years", "licence", "url", "credit")
    return Report(
        pages=pages,
        data=lambda: [source_payload(source) for source in sources],
        records=lambda: Records(
            columns=columns,
            rows=tuple(tuple(getattr(source, name) for name in columns) for source in sources),
        ),
        next_step="mlroles show mlops-engineer --sources",
    )
