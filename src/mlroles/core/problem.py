"""What is wrong at one place of the catalogue's files, and how to mend it."""

from typing import Literal

from mlroles.core.vocabulary import Value


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
    severity: Literal["error", "warning"]
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
