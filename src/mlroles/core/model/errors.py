"""The one family of errors: each says what happened, what to do, and the exit code."""

from collections.abc import Sequence


class MlrolesError(Exception):
    """Base of all errors that a user can cause or fix.

    `what` says what happened, `remedy` what to do about it, `exit_code` is what the program
    ends with, and `details` are lines to be shown before the two.
    """

    exit_code = 70

    def __init__(self, what: str, remedy: str, details: Sequence[str] = ()) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.details = tuple(details)


class NothingFound(MlrolesError):
    """The answer is no."""

    exit_code = 1


class AskedWrongly(MlrolesError):
    """The request cannot be answered as it was put: a wrong option or combination."""

    exit_code = 2


class UnknownName(AskedWrongly):
    """No entry has this name."""


class AmbiguousName(AskedWrongly):
    """More than one entry has this name."""


class UnreadableFile(MlrolesError):
    """The catalogue or another file cannot be read, or the answer cannot be written."""

    exit_code = 3


class InvalidFile(UnreadableFile):
    """A file of the user's own holds errors; `details` names each with its place and remedy."""


class InvalidCatalogue(UnreadableFile):
    """The catalogue's files hold errors; `details` names each with its place and remedy."""
