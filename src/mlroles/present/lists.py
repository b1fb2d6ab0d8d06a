"""Lists of roles, skills, life-cycle stages and families as reports."""

from collections.abc import Sequence
from itertools import groupby

from mlroles.core.catalogue import Catalogue
from mlroles.core.model import Role, Skill
from mlroles.core.vocabulary import STAGES
from mlroles.present.blocks import Column, Page, Section, Table, Toned
from mlroles.present.payload import Payload, role_summary_payload, skill_summary_payload
from mlroles.present.report import Records, Report

PLURALS = {
    "language": "Languages",
    "framework": "Frameworks",
    "platform": "Platforms",
    "tool": "Tools",
    "database": "Databases",
    "concept": "Concepts",
    "practice": "Practices",
    "human": "Human skills",
}


def roles_report(catalogue: Catalogue, roles: Sequence[Role]) -> Report:
    """Roles by family, each with its definition."""
    width = max((len(role.name) for role in roles), default=0)
    sections = [
        Section(
            title=catalogue.families[family].name,
            blocks=(
                _table(width, [(Toned(text=r.name, tone="strong"), r.definition) for r in members]),
            ),
        )
        for family, members in groupby(roles, key=lambda role: role.family)
    ]
    return Report(
        pages=lambda: (Page(title="", sections=tuple(sections)),),
        data=lambda: [role_summary_payload(catalogue, role) for role in roles],
        records=lambda: Records(
            columns=("id", "name", "family", "definition"),
            rows=tuple((role.id, role.name, role.family, role.definition) for role in roles),
        ),
        next_step=f"mlroles show {roles[0].id}" if roles else "ask for less at once: mlroles list",
        nothing_found="" if roles else "no role has all of this",
    )


def skills_report(catalogue: Catalogue, skills: Sequence[Skill]) -> Report:
    """Skills by kind, each with the number of roles that ask for it and its definition."""
    width = max((len(skill.name) for skill in skills), default=0)
    sections = [
        Section(
            title=PLURALS[kind],
            blocks=(
                _table(width, [(Toned(text=s.name, tone="strong"), s.definition) for s in members]),
            ),
        )
        for kind, members in groupby(skills, key=lambda skill: skill.kind)
    ]
    return Report(
        pages=lambda: (Page(title="", sections=tuple(sections)),),
        data=lambda: [skill_summary_payload(catalogue, skill) for skill in skills],
        records=lambda: Records(
            columns=("id", "name", "kind", "roles", "definition"),
            rows=tuple(
                (s.id, s.name, s.kind, len(catalogue.requirements(s)), s.definition) for s in skills
            ),
        ),
        next_step=f"mlroles show {skills[0].id}" if skills else "see mlroles list skills",
        nothing_found="" if skills else "there is no skill of this kind",
    )


def stages_report(catalogue: Catalogue) -> Report:
    """The stages of a model's life in their order, with the roles that lead each."""
    rows = [
        (
            catalogue.stages[stage],
            [r for r in catalogue.roles.values() if getattr(r.lifecycle, stage) == 3],
        )
        for stage in STAGES
    ]
    return _plain_report(
        [
            {
                "id": stage.id,
                "name": stage.name,
                "definition": stage.definition,
                "led_by": [{"id": role.id, "name": role.name} for role in leaders],
            }
            for stage, leaders in rows
        ],
        f"mlroles list --stage {STAGES[0]}",
    )


def families_report(catalogue: Catalogue) -> Report:
    """The families of roles, with their members."""
    return _plain_report(
        [
            {
                "id": family.id,
                "name": family.name,
                "definition": family.definition,
                "roles": [
                    {"id": role.id, "name": role.name}
                    for role in catalogue.roles.values()
                    if role.family == family.id
                ],
            }
            for family in catalogue.families.values()
        ],
        f"mlroles list --family {next(iter(catalogue.families), '')}",
    )


def _plain_report(data: list[Payload], next_step: str) -> Report:
    texts = [(str(d["id"]), str(d["name"]), str(d["definition"])) for d in data]
    table = _table(0, [(Toned(text=name, tone="strong"), text) for _, name, text in texts])
    return Report(
        pages=lambda: (Page(title="", sections=(Section(title="", blocks=(table,)),)),),
        data=lambda: data,
        records=lambda: Records(columns=("id", "name", "definition"), rows=tuple(texts)),
        next_step=next_step,
    )


def _table(width: int, rows: Sequence[tuple[Toned, str]]) -> Table:
    return Table(
        columns=(Column(title="", keep=True, least_width=width), Column(title="")),
        rows=tuple(rows),
    )
