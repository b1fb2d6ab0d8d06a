"""What an import makes of a public classification, and what it found on the way."""

from collections import Counter

from mlroles.core.model import Activity, Family, Role, Skill, Source
from mlroles.core.vocabulary import TOOL_KINDS, Value


class Finding(Value, frozen=True, kw_only=True):
    """Something of the publication that is not taken over as it is."""

    count: int
    what: str
    """Which of its contents."""
    done: str
    """What became of them."""
    fault: bool = False
    """Whether this is a mistake in the publication."""


class Imported(Value, frozen=True, kw_only=True):
    """The entries of a catalogue made of a publication, each list sorted by id."""

    publication: str
    roles: tuple[Role, ...]
    skills: tuple[Skill, ...]
    activities: tuple[Activity, ...]
    families: tuple[Family, ...]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]

    def counts(self) -> dict[str, int]:
        """How much there is of each sort, by the name of the sort."""
        needs = [need for role in self.roles for need in (*role.skills, *role.tools)]
        kinds = Counter(skill.kind in TOOL_KINDS for skill in self.skills)
        return {
            "roles": len(self.roles),
            "role_names": sum(1 + len(role.alternate_names) for role in self.roles),
            "skills": kinds[False],
            "tools": kinds[True],
            "essential_requirements": sum(need.essential for need in needs),
            "other_requirements": sum(not need.essential for need in needs),
            "activities": len(self.activities),
            "responsibilities": sum(len(role.responsibilities) for role in self.roles),
            "families": len(self.families),
        }
