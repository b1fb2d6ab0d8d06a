"""Move what a role asks for between skills and tools where a higher layer gave a skill its kind."""

from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.text.document import Document
from mlroles.core.model.entries import Requirement, Role
from mlroles.core.model.shape import Path
from mlroles.core.model.vocabulary import TOOL_KINDS, replace

FIELDS = ("skills", "tools")


def sort_by_kind(draft: Draft) -> None:
    """Put the requirements of roles below into the list in which their skills belong now.

    Two publications may call one skill a concept and a tool; the highest layer decides.
    """
    for role in list(draft.entries["roles"].values()):
        placed = {
            field: [(field, at) for at in range(len(getattr(role, field)))] for field in FIELDS
        }
        for field, other in (FIELDS, FIELDS[::-1]):
            misplaced = [at for at in placed[field] if at[0] == field and _belongs(draft, role, at)]
            placed[field] = [at for at in placed[field] if at not in misplaced]
            placed[other] += misplaced
        moved: dict[Path, tuple[Document, Path]] = {}
        lists: dict[str, list[Requirement]] = {}
        for field, places in placed.items():
            lists[field] = [getattr(role, old)[at] for old, at in places]
            for new, place in enumerate(places):
                moved[field, new] = draft.locate("roles", role.id, place)
        if any(lists[field] != getattr(role, field) for field in FIELDS):
            draft.change("roles", replace(role, **lists), moved)


def _belongs(draft: Draft, role: Role, place: tuple[str, int]) -> bool:
    """Whether a requirement belongs to the other list, by the word of a layer above the role's."""
    field, at = place
    skill = draft.entries["skills"].get(getattr(role, field)[at].skill)
    if skill is None or (skill.kind in TOOL_KINDS) == (field == "tools"):
        return False
    return draft.origins.get(f"skills/{skill.id}", 0) > draft.origins.get(f"roles/{role.id}", 0)
