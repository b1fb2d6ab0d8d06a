"""Relations between roles as a report that holds a graph."""

from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Id, about
from mlroles.core.moves.readiness import COMFORTABLE
from mlroles.core.roles.relations import Relation, RelationKind, Relations
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import Edge, Graph, Node, Page, Section, counted, short
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import rounded
from mlroles.present.page.shapes import HandOffAnswer, Named, Score, answered, handoff_answer

TITLES: dict[RelationKind, tuple[str, str]] = {
    "handoffs": ("Hand-offs", "who hands what to whom"),
    "routes": ("Routes in", "where people come from, and their readiness for the move"),
    "similarity": ("Similarity", "which roles are alike, from 0 to 1"),
}


class NodeAnswer(Answer, frozen=True, kw_only=True):
    """A role that a relation leads to or from."""

    id: Id
    name: str
    family: Named


class EdgeAnswer(Answer, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """A relation between two roles."""

    start: Annotated[Named, about("where it has no direction, the first by id")]
    end: Named
    weight: Annotated[
        Score | None, about("readiness of a route, similarity of two roles; null for hand-offs")
    ]
    label: Annotated[str | None, about("what is handed over, or why people take this route")]
    handoffs: list[HandOffAnswer]


class GraphAnswer(Answer, frozen=True, kw_only=True):
    """Roles, and what connects them."""

    kind: RelationKind
    directed: bool
    around: Named | None
    least: Annotated[float, about("the weight below which relations are left out")]
    left_out: Annotated[int, about("how many relations weigh less")]
    roles: list[NodeAnswer]
    edges: list[EdgeAnswer]


def relations_report(catalogue: Catalogue, found: Relations) -> Report:
    """The relations as a tree, a drawing, or rows; weak ones are counted."""
    title, subtitle = TITLES[found.kind]
    around = f" of {found.around.name}" if found.around else ""

    def pages() -> tuple[Page, ...]:
        section = Section(title="", blocks=(_graph(catalogue, found),), note=_note(found))
        return (Page(title=title + around, subtitle=subtitle, sections=(section,)),)

    return Report(
        pages=pages,
        kinds=(GraphAnswer,),
        document=True,
        data=lambda: _answer(catalogue, found),
        table="edges",
        graph=lambda: _graph(catalogue, found),
        next_step=_next_step(found),
    )


def _next_step(found: Relations) -> str:
    if found.around:
        return f"mlroles graph {found.kind} --around {found.around.id} -o {found.kind}.svg"
    return f"mlroles graph {found.kind} --around {found.roles[0].id}"


def _graph(catalogue: Catalogue, found: Relations) -> Graph:
    """Roles by family; of a graph without directions each edge leads from the role before."""
    roles = sorted(found.roles, key=lambda role: role is not found.around)
    return Graph(
        nodes=tuple(
            Node(
                id=role.id,
                label=short(role.name),
                group=catalogue.families[role.family].name,
                tone="strong" if role is found.around else "plain",
            )
            for role in roles
        ),
        edges=tuple(_edge(relation, found.kind) for relation in found.relations),
        directed=found.kind != "similarity",
        groups=tuple(family.name for family in catalogue.families.values()),
        main=f"comfortable: {COMFORTABLE:g} and more",
    )


def _edge(relation: Relation, kind: RelationKind) -> Edge:
    weight = relation.weight
    comfortable = kind == "routes" and weight is not None and weight >= COMFORTABLE
    return Edge(
        start=relation.start.id,
        end=relation.end.id,
        label=_label(relation) if weight is None else f"{weight:.2f}",
        weight=0.5 if weight is None else weight,
        kind="main" if comfortable else "plain",
    )


def _note(found: Relations) -> str:
    told = counted(len(found.relations), "link", "links")
    if found.left_out:
        told += f"; {found.left_out} that weigh less than {found.least:g} are left out"
    return told


def _answer(catalogue: Catalogue, found: Relations) -> GraphAnswer:
    """Roles as nodes, relations as edges, and how many were left out."""
    return answered(
        catalogue,
        GraphAnswer,
        found,
        directed=found.kind != "similarity",
        edges=[
            filled(
                EdgeAnswer,
                relation,
                weight=rounded(relation.weight),
                label=_label(relation) or relation.reason,
                handoffs=[handoff_answer(catalogue, handoff) for handoff in relation.handoffs],
            )
            for relation in found.relations
        ],
    )


def _label(relation: Relation) -> str:
    return ", ".join(handoff.artefact for handoff in relation.handoffs)
