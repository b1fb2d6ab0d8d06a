"""What `show` answers: roles and skills, one or several, whole or in part."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.names import Entry
from mlroles.core.model.vocabulary import Rung
from mlroles.present.page.blocks import Page
from mlroles.present.page.report import Report
from mlroles.present.roles.entry_answer import RoleAnswer, SkillAnswer, role_answer, skill_answer
from mlroles.present.roles.sections import FIELDS, ROLE_SECTIONS, SKILL_SECTIONS


def entries_report(
    catalogue: Catalogue, entries: Sequence[Entry], full: bool = False, rung: Rung | None = None
) -> Report:
    """Roles and skills, at all rungs or one; their pages in brief or in full."""
    kinds = {RoleAnswer: ROLE_SECTIONS, SkillAnswer: SKILL_SECTIONS}
    asked = {RoleAnswer if isinstance(entry, Role) else SkillAnswer for entry in entries}
    known = [name for kind, names in kinds.items() if kind in asked for name in names]

    def data() -> object:
        found = [_answer(catalogue, entry, rung) for entry in entries]
        return found[0] if len(found) == 1 else found

    def pages() -> tuple[Page, ...]:
        from mlroles.present.roles.role_page import role_page
        from mlroles.present.roles.skill_page import skill_page

        return tuple(
            role_page(catalogue, entry, full, rung)
            if isinstance(entry, Role)
            else skill_page(catalogue, entry, full, rung)
            for entry in entries
        )

    return Report(
        kinds=tuple(kind for kind in kinds if kind in asked),
        document=True,
        data=data,
        pages=pages,
        sections={name: FIELDS.get(name, (name,)) for name in known},
        next_step=_next_step(catalogue, entries),
    )


def _answer(catalogue: Catalogue, entry: Entry, rung: Rung | None) -> RoleAnswer | SkillAnswer:
    if isinstance(entry, Role):
        return role_answer(catalogue, entry, rung)
    return skill_answer(catalogue, entry, rung)


def _next_step(catalogue: Catalogue, entries: Sequence[Entry]) -> str:
    first = entries[0]
    if len(entries) > 1 and all(isinstance(entry, Role) for entry in entries):
        return f"mlroles compare {' '.join(entry.id for entry in entries)}"
    if isinstance(first, Role):
        others = [d.role for d in first.not_to_be_confused_with]
        return f"mlroles compare {first.id} {others[0]}" if others else "mlroles list"
    roles = catalogue.requirements(first)
    return f"mlroles show {roles[0][0].id}" if roles else "mlroles list skills"
