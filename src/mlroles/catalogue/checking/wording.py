"""What must hold for the sentences of a good catalogue."""

from collections.abc import Iterator

from mlroles.catalogue.checking.rules import Breach
from mlroles.catalogue.reading.draft import Draft
from mlroles.core.model.problem import Place
from mlroles.core.model.vocabulary import LEVELS, TOOL_KINDS

_NO_VERBS = """
a an the this these all any each every some many various in on at of for to from with by as and or
is are has have must should will can may not no our your their his her its responsible accountable
able ability experience experienced expertise knowledge proficient proficiency familiar familiarity
skilled strong good excellent high ownership data pipeline pipelines
"""
NO_VERBS = frozenset(_NO_VERBS.split())
"""Words that a statement cannot begin with, since none of them is a verb in the imperative."""
NOUN_ENDINGS = ("ing", "tion", "tions", "ment", "ments", "ness", "ity", "ance", "ence")
_VERBS_LIKE_NOUNS = """
advance augment balance bring caption comment complement condition cross-reference document enhance
experiment finance implement influence instrument licence mention partition position question
re-implement reference ring-fence segment sequence supplement transition
"""
VERBS_LIKE_NOUNS = frozenset(_VERBS_LIKE_NOUNS.split())
LONGEST = 119
"""The characters of a statement that stands on one line of a page."""
FEWEST_WORDS = 3
"""A verb, its object, and what else the object is or is for."""


def level_statements(draft: Draft) -> Iterator[Breach]:
    """A skill has four statements of the form "You can …"; a tool may have none."""
    for id, skill in draft.entries["skills"].items():
        count = len(skill.level_statements)
        place = draft.place("skills", id, "level_statements")
        if count != len(LEVELS) and (count or skill.kind not in TOOL_KINDS):
            told = f"{id!r} has {count} of the {len(LEVELS)} level statements"
            yield place, told, "write one for each level"
        for position, statement in enumerate(skill.level_statements):
            place = draft.place("skills", id, "level_statements", position)
            if not statement.startswith("You can "):
                told = "this level statement does not begin with 'You can'"
                yield place, told, "write what somebody can do who has reached the level"
            if statement.endswith("."):
                yield place, "this level statement ends with a full stop", "remove the full stop"


def statement_form(draft: Draft) -> Iterator[Breach]:
    """A statement is a verb, its object and its purpose."""
    for place, statement in _statements(draft):
        words = statement.removeprefix("You can ").split() or [""]
        first = words[0].strip(",.;:").casefold()
        noun = first.endswith(NOUN_ENDINGS) and first not in VERBS_LIKE_NOUNS
        third_person = first.endswith("s") and not first.endswith(("ss", "us"))
        if first in NO_VERBS or noun or third_person:
            told = f"a statement begins with {words[0]!r}, which tells nobody to do anything"
            yield place, told, "begin with a verb: 'Build …', 'Check …'"
        elif len(words) < FEWEST_WORDS:
            told = f"the statement {statement!r} has no object or no purpose"
            yield place, told, "say what is done to what, and what for"
        if len(statement) > LONGEST:
            told = f"this statement has {len(statement)} characters"
            yield place, told, f"say it in at most {LONGEST}, or make it two"


def _statements(draft: Draft) -> Iterator[tuple[Place, str]]:
    for id, role in draft.entries["roles"].items():
        for position, duty in enumerate(role.responsibilities):
            yield (
                draft.place("roles", id, "responsibilities", position, "statement"),
                duty.statement,
            )
    for id, activity in draft.entries["activities"].items():
        yield draft.place("activities", id, "statement"), activity.statement
    for id, skill in draft.entries["skills"].items():
        for position, statement in enumerate(skill.level_statements):
            if statement.startswith("You can "):  # the rule above speaks of the others
                yield draft.place("skills", id, "level_statements", position), statement
