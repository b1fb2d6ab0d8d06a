"""What `show` answers: roles and skills, one or several, whole or in part."""

from collections.abc import Iterator, Sequence

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
        return tuple(_page(catalogue, entry, full, rung) for entry in entries)

    return Report(
        kinds=tuple(kind for kind in kinds if kind in asked),
        document=True,
        data=data,
        pages=pages,
        sections={name: FIELDS.get(name, (name,)) for name in known},
        more="" if full else _more(entries),
        next_steps=_next_steps(catalogue, entries),
    )


def _answer(catalogue: Catalogue, entry: Entry, rung: Rung | None) -> RoleAnswer | SkillAnswer:
    if isinstance(entry, Role):
        return role_answer(catalogue, entry, rung)
    return skill_answer(catalogue, entry, rung)


def _page(catalogue: Catalogue, entry: Entry, full: bool, rung: Rung | None) -> Page:
    if not isinstance(entry, Role):
        from mlroles.present.roles.skill_page import skill_page

        return skill_page(catalogue, entry, full, rung)
    if full:
        from mlroles.present.roles.role_sections import full_role_page

        return full_role_page(catalogue, entry, rung)
    from mlroles.present.roles.role_page import role_page

    return role_page(catalogue, entry, rung)


def _more(entries: Sequence[Entry]) -> str:
    if len(entries) > 1:
        return "--section NAME   --full"
    entry = entries[0]
    if isinstance(entry, Role):
        counts = {"skills": entry.skills, "tools": entry.tools}
        told = [f"{name} ({len(needs)})" for name, needs in counts.items() if needs]
        known = {"rungs": entry.rungs, "outlook": entry.outlook, "codes": entry.codes}
        told += [name for name, there in known.items() if there]
        return f"--section {', '.join(told)} …   --full"
    return "--section roles, related, codes, sources   --full"


def _next_steps(catalogue: Catalogue, entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """What to look at next; asked for only where somebody may read it."""
    first = entries[0]
    if len(entries) > 1 and all(isinstance(entry, Role) for entry in entries):
        yield f"mlroles compare {' '.join(entry.id for entry in entries)}", "side by side"
    elif isinstance(first, Role):
        from mlroles.core.roles.neighbours import nearest

        if near := nearest(catalogue, first):
            does = f"nearest role, {near[1]:.2f}"
            yield f"mlroles compare {first.id} {near[0].id}", does
        yield f"mlroles gap YOUR-ROLE {first.id}", "what you would need"
    elif roles := catalogue.requirements(first):
        yield f"mlroles show {roles[0][0].id}", "the role that it matters most to"
        yield f"mlroles list --skill {first.id}", "all roles that ask for it"
