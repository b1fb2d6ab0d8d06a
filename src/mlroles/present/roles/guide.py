"""The guide as reports: the list of topics, one topic, and all sources."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Source, Topic
from mlroles.core.model.vocabulary import Id, about
from mlroles.core.roles.guide import SOURCES_TOPIC, Passage, PassageKind, links, passages
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Column,
    Page,
    Prose,
    Section,
    counted,
    labelled,
    linked,
    strong,
    tabled,
)
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import Named, SourceAnswer, reference, source_answer

SOURCES_SUMMARY = "Where every fact of this catalogue comes from, on which terms, and of when."


class ListedTopic(Answer, frozen=True, kw_only=True):
    """A topic in the list of the guide."""

    id: Id
    name: Annotated[str, about("its title")]
    summary: str


class PassageAnswer(Answer, frozen=True, kw_only=True):
    """A paragraph, a heading, an item of a list or a row of a table."""

    kind: PassageKind
    text: str
    cells: Annotated[
        list[str], about("of a row; the first row of a table holds the titles of its columns")
    ]


class TopicAnswer(Answer, frozen=True, kw_only=True):
    """A topic of the guide."""

    id: Id
    name: Annotated[str, about("its title")]
    summary: str
    text: list[PassageAnswer]
    roles: Annotated[list[Named], about("those that the text links to")]
    skills: Annotated[list[Named], about("those that the text links to")]
    topics: Annotated[list[Named], about("those that the text links to")]
    sources: list[SourceAnswer]
    reviewed: Annotated[str, about("when it was last looked at")]


def topics_report(catalogue: Catalogue) -> Report:
    """The list of topics."""
    listed = [filled(ListedTopic, t, name=t.title) for t in catalogue.topics.values()]
    listed.append(ListedTopic(id=SOURCES_TOPIC, name="Sources", summary=SOURCES_SUMMARY))

    def pages() -> tuple[Page, ...]:
        rows = [(strong(topic.id), topic.summary) for topic in listed]
        blocks = tabled((Column(keep=True), Column()), rows)
        title = f"The guide, {counted(len(listed), 'topic', 'topics')}"
        return (Page(title=title, sections=(Section(title="", blocks=blocks),)),)

    return Report(
        kinds=(ListedTopic,),
        pages=pages,
        data=lambda: listed,
        next_step=f"mlroles guide {listed[0].id}",
    )


def topic_report(catalogue: Catalogue, topic: Topic) -> Report:
    """One topic, and the commands that show what it speaks of."""
    found: dict[str, dict[str, Named]] = {"role": {}, "skill": {}, "topic": {}}
    for link in links(topic.text):
        found[link.kind][link.id] = _linked(catalogue, link.kind, link.id)
    sources = [catalogue.sources[id] for id in topic.sources]
    text = list(passages(topic.text))

    def pages() -> tuple[Page, ...]:
        sections = _sections(text)
        names = [one.name for kind in found.values() for one in kind.values()]
        if names:
            see = Prose(text=", ".join(names))
            sections.append(Section(title="See also", blocks=(see,), layout="label"))
        named = (linked(f"{s.title}. {s.publisher}, {s.published}", s.url) for s in sources)
        told = Bullets(items=tuple(named))
        reviewed = f"Reviewed {topic.reviewed}"
        sections.append(Section(title="Sources", blocks=(told,), note=reviewed))
        return (Page(title=topic.title, subtitle=topic.summary, sections=tuple(sections)),)

    def data() -> TopicAnswer:
        return filled(
            TopicAnswer,
            topic,
            name=topic.title,
            text=[
                PassageAnswer(kind=passage.kind, text=passage.text, cells=list(passage.cells))
                for passage in text
            ],
            roles=[*found["role"].values()],
            skills=[*found["skill"].values()],
            topics=[*found["topic"].values()],
            sources=[source_answer(source) for source in sources],
        )

    steps = [(f"mlroles show {id}", "a role that it speaks of") for id in [*found["role"]][:1]]
    return Report(
        kinds=(TopicAnswer,),
        document=True,
        pages=pages,
        data=data,
        table="text",
        next_steps=(*steps, ("mlroles guide", "all topics")),
    )


def _linked(catalogue: Catalogue, kind: str, id: str) -> Named:
    if kind != "topic":
        return reference(catalogue, kind, id)
    return Named(id=id, name="Sources" if id == SOURCES_TOPIC else catalogue.topics[id].title)


def _sections(text: Sequence[Passage]) -> list[Section]:
    """The passages under their headings; items that follow each other are one list."""
    sections = []
    title, blocks = "", list[Block]()
    for kind, group in groupby(text, key=lambda passage: passage.kind):
        members = list(group)
        texts = tuple(passage.text for passage in members)
        if kind == "heading":
            for heading in texts:
                sections.append(Section(title=title, blocks=tuple(blocks)))
                title, blocks = heading, []
        elif kind == "item":
            blocks.append(Bullets(items=texts))
        elif kind == "row":
            titles, *rows = [passage.cells for passage in members]
            columns = tuple(Column(title=title) for title in titles)
            filled = tuple((*row, *[""] * len(titles))[: len(titles)] for row in rows)
            blocks += tabled(columns, filled)
        else:
            blocks += [Prose(text=paragraph) for paragraph in texts]
    sections.append(Section(title=title, blocks=tuple(blocks)))
    return [section for section in sections if section.title or section.blocks]


def sources_report(sources: Collection[Source], full: bool = False) -> Report:
    """All sources with their dates, a line each; in full with licence, address and credit."""

    def pages() -> tuple[Page, ...]:
        sections = [_in_full(source) for source in sources] if full else [_in_lines(sources)]
        return (Page(title="Sources", subtitle=SOURCES_SUMMARY, sections=tuple(sections)),)

    return Report(
        kinds=(SourceAnswer,),
        document=True,
        pages=pages,
        data=lambda: [source_answer(source) for source in sources],
        more="" if full else "--full licences, addresses and credit lines",
        next_steps=(("mlroles show mlops-engineer --sources", "the sources of one role"),),
    )


def _in_lines(sources: Iterable[Source]) -> Section:
    rows = [(s.id, s.published, linked(s.title, s.url)) for s in sources]
    columns = (Column(keep=True), Column(keep=True, optional=True), Column(cut=True))
    return Section(title="", blocks=tabled(columns, rows))


def _in_full(source: Source) -> Section:
    told = {
        "From": f"{source.publisher}, {source.published}",
        "Licence": source.licence,
        "Holds": f"{source.horizon_years} years",
        "Address": source.url,
        "Credit": source.credit,
        "Since then": source.successor,
    }
    rows = labelled((label, text) for label, text in told.items() if text)
    title = Prose(text=f"{source.title} ({source.id})", tone="strong")
    return Section(title="", blocks=(title, *rows))
