"""What an import makes of a public classification, and what it found on the way."""

from mlroles.core.model.entries import Activity, Family, Role, Skill, Source
from mlroles.core.model.vocabulary import TOOL_KINDS, Value


class Finding(Value, frozen=True, kw_only=True):
    """Something of the publication that is not taken over as it is."""

    count: int
    what: str
    """Which of its contents."""
    done: str
    """What became of them."""
    fault: bool = False
    """Whether this is something missing or wrong in the files, and no choice of the import."""


class Counts(Value, frozen=True, kw_only=True):
    """How much there is in an imported catalogue."""

    roles: int
    role_names: int
    skills: int
    tools: int
    essential_requirements: int
    other_requirements: int
    activities: int
    responsibilities: int
    families: int


class Imported(Value, frozen=True, kw_only=True):
    """The entries of a catalogue made of a publication, each list sorted by id."""

    publication: str
    version: str
    """Its release, or the date of its newest entry."""
    roles: tuple[Role, ...]
    skills: tuple[Skill, ...]
    activities: tuple[Activity, ...]
    families: tuple[Family, ...]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]

    def counts(self) -> Counts:
        """How much there is."""
        essential = [n.essential for role in self.roles for n in (*role.skills, *role.tools)]
        tools = sum(skill.kind in TOOL_KINDS for skill in self.skills)
        return Counts(
            roles=len(self.roles),
            role_names=sum(1 + len(role.alternate_names) for role in self.roles),
            skills=len(self.skills) - tools,
            tools=tools,
            essential_requirements=sum(essential),
            other_requirements=len(essential) - sum(essential),
            activities=len(self.activities),
            responsibilities=sum(len(role.responsibilities) for role in self.roles),
            families=len(self.families),
        )
