"""Relations between roles as a report that holds a graph."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.readiness import COMFORTABLE
from mlroles.core.roles.relations import Relation, RelationKind, Relations
from mlroles.present.page.blocks import Edge, Graph, Node, Page, Section, counted
from mlroles.present.page.common import Payload
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS

TITLES: dict[RelationKind, tuple[str, str]] = {
    "handoffs": ("Hand-offs", "who hands what to whom"),
    "routes": ("Routes in", "where people come from, and their readiness for the move"),
    "similarity": ("Similarity", "which roles are alike, from 0 to 1"),
}


def relations_report(catalogue: Catalogue, found: Relations) -> Report:
    """The relations as a tree, a drawing, or rows; weak ones are counted."""
    title, subtitle = TITLES[found.kind]
    around = f" of {found.around.name}" if found.around else ""
    return Report(
        pages=lambda: (
            Page(
                title=title + around,
                subtitle=subtitle,
                sections=(
                    Section(title="", blocks=(_graph(catalogue, found),), note=_note(found)),
                ),
            ),
        ),
        data=lambda: relations_payload(catalogue, found),
        records=lambda: Records(
            columns=("from", "from_name", "to", "to_name", "weight", "label"),
            rows=tuple(
                (
                    relation.start.id,
                    relation.start.name,
                    relation.end.id,
                    relation.end.name,
                    weight_shown(relation),
                    ", ".join(h.artefact for h in relation.handoffs) or relation.reason,
                )
                for relation in found.relations
            ),
        ),
        graph=lambda: _graph(catalogue, found),
        next_step=_next_step(found),
    )


def _next_step(found: Relations) -> str:
    if found.around:
        return f"mlroles graph {found.kind} --around {found.around.id} -o {found.kind}.svg"
    return f"mlroles graph {found.kind} --around {found.roles[0].id}"


def _graph(catalogue: Catalogue, found: Relations) -> Graph:
    """Roles by family; of a graph without directions each edge leads from the role before."""
    order = {role.id: position for position, role in enumerate(found.roles)}
    if found.around:
        order[found.around.id] = -1
    roles = sorted(found.roles, key=lambda role: order[role.id])
    return Graph(
        nodes=tuple(
            Node(
                id=role.id,
                label=role.name,
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
    label = ", ".join(handoff.artefact for handoff in relation.handoffs)
    comfortable = kind == "routes" and weight is not None and weight >= COMFORTABLE
    return Edge(
        start=relation.start.id,
        end=relation.end.id,
        label=label if weight is None else f"{weight:.2f}",
        weight=0.5 if weight is None else weight,
        kind="main" if comfortable else "plain",
    )


def _note(found: Relations) -> str:
    told = counted(len(found.relations), "edge", "edges")
    if found.left_out:
        told += f"; {found.left_out} that weigh less than {found.least:g} are left out"
    return told


def weight_shown(relation: Relation) -> float | None:
    """A weight as it is written, or None where the relation has none."""
    return None if relation.weight is None else round(relation.weight, DIGITS)


def relations_payload(catalogue: Catalogue, found: Relations) -> Payload:
    """Roles as nodes, relations as edges, and how many were left out."""
    return {
        "kind": found.kind,
        "directed": found.kind != "similarity",
        "around": found.around.id if found.around else None,
        "nodes": [
            {
                "id": role.id,
                "name": role.name,
                "family": role.family,
                "family_name": catalogue.families[role.family].name,
            }
            for role in found.roles
        ],
        "edges": [
            {
                "from": relation.start.id,
                "from_name": relation.start.name,
                "to": relation.end.id,
                "to_name": relation.end.name,
                "weight": weight_shown(relation),
                "reason": relation.reason,
                "handoffs": [
                    {
                        "id": handoff.id,
                        "artefact": handoff.artefact,
                        "stage": handoff.stage,
                        "accepted_when": handoff.accepted_when,
                    }
                    for handoff in relation.handoffs
                ],
            }
            for relation in found.relations
        ],
        "least": found.least,
        "left_out": found.left_out,
    }
