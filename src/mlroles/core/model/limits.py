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
        return f"{self.most:,} {self.unit}"


FILE = Limit(5_000_000, "bytes", "a profile, a résumé, a team file, an advert or standard input")
CATALOGUE_FILE = Limit(100_000_000, "bytes", "a file of a catalogue, a table that is imported")
TITLES_AT_ONCE = Limit(100_000_000, "bytes", "titles as one JSON text, or in UTF-16")
UNTITLED = Limit(100_000, "records", "records before the first that has a title")
LINE = Limit(1_000_000, "bytes", "a line of titles, of CSV or of JSONL")
TEXT = Limit(1_000_000, "characters", "the text of an advert or a CV")
UNPACKED = Limit(20_000_000, "bytes", "a Word file once it is unpacked")
PAGES = Limit(200, "pages", "a PDF file")
TITLE = Limit(1_000, "characters", "a title, and what is searched for")
SKILLS = Limit(2_000, "skills", "a profile, a résumé or `--have`")
AMOUNT = Limit(10**12, "units of money", "an amount that is typed")
PEOPLE = Limit(500, "people", "a team")
NESTING = Limit(50, "levels", "values within one another in YAML and JSON")
LAYERS = Limit(20, "catalogues", "catalogues that lie over one another")
MESSAGE = Limit(2_000, "characters", "a line on standard error; what is longer is cut")
PROBLEMS_SHOWN = Limit(20, "errors", "errors of a file or catalogue that a command names")
PROBLEMS_LISTED = Limit(1_000, "errors", "errors on a page of `validate`; JSON has them all")
WORDS_SHOWN = Limit(20, "words", "words that mean nothing here and are named on standard error")

LIMITS = tuple(value for value in globals().values() if isinstance(value, Limit))
"""All of them, in the order of the documents."""
