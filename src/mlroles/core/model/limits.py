"""The most that is taken of anything from outside, so that no input takes all memory or time."""

from typing import NamedTuple


class Limit(NamedTuple):
    """A number that nothing from outside may exceed, and what it is a limit of."""

    most: int
    unit: str
    of: str

    def __str__(self) -> str:
        """The limit as people read it: 20 MB, 1,000 characters."""
        if self.unit == "bytes" and self.most >= 1_000_000:
            return f"{self.most // 1_000_000:,} MB"
        return f"{self.most:,} {self.unit}".rstrip()


FILE = Limit(5_000_000, "bytes", "a profile, résumé, team file or advert")
LARGE_FILE = Limit(100_000_000, "bytes", "a catalogue's file, an imported table, titles as JSON")
LINE = Limit(1_000_000, "bytes", "a line of a file of titles or texts")
UNTITLED = Limit(100_000, "records", "before the first of them has a title")
TEXT = Limit(1_000_000, "characters", "of an advert or a CV")
UNPACKED = Limit(20_000_000, "bytes", "of a Word file once it is unpacked")
PAGES = Limit(200, "pages", "of a PDF file")
TITLE = Limit(1_000, "characters", "a title, or what is searched for")
SKILLS = Limit(2_000, "skills", "in a profile, a résumé or --have")
PEOPLE = Limit(500, "people", "in a team")
AMOUNT = Limit(10**12, "", "an amount of money")
NESTING = Limit(50, "levels", "of values in one another, in YAML and JSON")
LAYERS = Limit(20, "catalogues", "in layers")
PROBLEMS_SHOWN = Limit(20, "errors", "shown of a file that a command reads")
PROBLEMS_LISTED = Limit(1_000, "errors", "on a page of validate; JSON has them all")
WORDS_SHOWN = Limit(20, "words", "shown that are not skills")
MESSAGE = Limit(2_000, "characters", "shown of a line of an error")

LIMITS = tuple(value for value in globals().values() if isinstance(value, Limit))
"""All of them, in the order of the documents."""
