"""What `show` answers: roles and skills, one or several, whole or in part."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.names import Entry, choose
from mlroles.core.model.vocabulary import Rung
from mlroles.present.page.blocks import Page
from mlroles.present.page.common import Payload
from mlroles.present.page.report import Records, Report
from mlroles.present.roles.sections import ALWAYS, KEYS, ROLE_SECTIONS, SECTIONS, SKILL_SECTIONS


def entries_report(
    catalogue: Catalogue,
    entries: Sequence[Entry],
    sections: Sequence[str] = (),
    rung: Rung | None = None,
) -> Report:
    """Pages of roles and skills. Raises `AskedWrongly` for a section that none of them has."""
    known = [name for name in SECTIONS if any(name in _sections_of(entry) for entry in entries)]
    sections = [choose(section, known, "section here") for section in sections]

    def data() -> object:
        payloads = [_picked(_payload(catalogue, entry, rung), sections) for entry in entries]
        return payloads[0] if len(payloads) == 1 else payloads

    def pages() -> tuple[Page, ...]:
        from mlroles.present.roles.role_page import role_page
        from mlroles.present.roles.skill_page import skill_page

        return tuple(
            role_page(catalogue, entry, sections, rung)
            if isinstance(entry, Role)
            else skill_page(catalogue, entry, sections, rung)
            for entry in entries
        )

    def records() -> Records:
        from mlroles.present.roles.entry_records import entry_records

        return entry_records(catalogue, entries, sections, rung)

    return Report(pages=pages, data=data, records=records, next_step=_next_step(catalogue, entries))


def _sections_of(entry: Entry) -> dict[str, str]:
    return ROLE_SECTIONS if isinstance(entry, Role) else SKILL_SECTIONS


def _payload(catalogue: Catalogue, entry: Entry, rung: Rung | None) -> Payload:
    if isinstance(entry, Role):
        from mlroles.present.roles.role_json import role_payload

        return role_payload(catalogue, entry, rung)
    from mlroles.present.roles.role_json import skill_payload

    return skill_payload(catalogue, entry, rung)


def _picked(payload: Payload, sections: Sequence[str]) -> Payload:
    if not sections:
        return payload
    wanted = {key for section in sections for key in KEYS.get(section, (section,))}
    return {k: v for k, v in payload.items() if k in wanted or k in ALWAYS}


def _next_step(catalogue: Catalogue, entries: Sequence[Entry]) -> str:
    first = entries[0]
    if len(entries) > 1 and all(isinstance(entry, Role) for entry in entries):
        return f"mlroles compare {' '.join(entry.id for entry in entries)}"
    if isinstance(first, Role):
        others = [d.role for d in first.not_to_be_confused_with]
        return f"mlroles compare {first.id} {others[0]}" if others else "mlroles list"
    roles = catalogue.requirements(first)
    return f"mlroles show {roles[0][0].id}" if roles else "mlroles list skills"
