"""What is wrong at one place of the catalogue's files, and how to fix it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from mlroles.core.model.vocabulary import Value

Severity = Literal["error", "warning"]


class Place(Value, frozen=True, kw_only=True):
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(Value, frozen=True, kw_only=True):
    """A breach of one rule. A warning is one that only the strict mode reports."""

    place: Place
    severity: Severity
    rule: str
    message: str
    remedy: str

    def lines(self) -> tuple[str, str]:
        """The two lines that a person reads."""
        return f"{self.place}: {self.severity}[{self.rule}]: {self.message}", f"  {self.remedy}"

    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by place, then by rule."""
        return self.place.file, self.place.line, self.place.column, self.rule, self.message


def an_error(place: Place, rule: str, message: str, remedy: str) -> Problem:
    """A problem that makes a catalogue unusable."""
    return Problem(place=place, severity="error", rule=rule, message=message, remedy=remedy)


class Explanation(Value, frozen=True, kw_only=True):
    """What there is to say of the rule behind a code."""

    code: str
    severity: Severity
    demands: str
    why: str
    file: str
    example: str
    """What `file` would hold to break the rule."""
    remedy: str


class Checked(Value, frozen=True, kw_only=True):
    """What a check of a catalogue found."""

    strict: bool
    """Whether warnings were looked for, and count."""
    problems: Sequence[Problem]
    """Ordered by place; their files are as they can be opened from where one is."""
    file: str | None
    """The file whose problems alone were asked for; None for all of the catalogue."""
    entry: str | None = None
    """Where the file holds a single entry and lies in no catalogue: what it is and belongs into."""
    sizes: Mapping[str, int]
    """Collection -> how many entries could be read."""

    def count(self, severity: Severity) -> int:
        """How many problems are of a severity."""
        return sum(problem.severity == severity for problem in self.problems)

    @property
    def sound(self) -> bool:
        """Whether the catalogue passes: no errors and, where it is strict, no warnings."""
        return not self.problems
