"""Cut a text into the words that searching compares: folded, singular, without small words."""

import re
from collections.abc import Callable
from math import log

_WORD = re.compile(r"[^\W_]+[+#]*")

_STOP_WORDS = """
a an and as at by for from in is of on or that the to w with
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that say nothing of what is sought."""


def plain(text: str) -> str:
    """A text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize  # few texts need it

    return "".join(c for c in normalize("NFKD", text).casefold() if not combining(c))


def stem(word: str) -> str:
    """A folded word in the singular, as far as that can be seen from its end."""
    if word[-1:] in "+#":  # C, C++ and C# are three languages
        return word.replace("+", "plus").replace("#", "sharp")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def forms_of(text: str) -> list[tuple[str, str]]:
    """The words of a text in their order, each folded and as a stem.

    The small ones are there only if there are no others.
    """
    found = _WORD.findall(plain(text))
    return [(word, stem(word)) for word in found if word not in STOP_WORDS] or [
        (word, word) for word in found
    ]


def words_of(text: str) -> list[str]:
    """The stems of the words of a text in their order; see `forms_of`."""
    return [word for _, word in forms_of(text)]


def join(words: list[str], is_word: Callable[[str], bool], always: bool = False) -> list[str]:
    """Words in which two that stand together are one where that is a word: dev ops is devops.

    Two long words that are words of their own stay two unless it is `always` done: sales person
    says more than salesperson.
    """
    joined: list[str] = []
    fresh = False
    for word in words:
        both = stem(joined[-1] + word) if fresh else ""
        sure = fresh and (
            always or len(joined[-1]) <= 3 or not (is_word(joined[-1]) and is_word(word))
        )
        if sure and is_word(both):
            joined[-1] = both
            fresh = False
        else:
            joined.append(word)
            fresh = True
    return joined


def trigrams(word: str) -> set[str]:
    """All runs of three characters of a word between two spaces: `ai` is ` ai`, `ai `."""
    padded = f" {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def rarity(count: int, have: int) -> float:
    """How much a word says that `have` of `count` documents have: 1 for all, more for fewer."""
    return log((1 + count) / (1 + have)) + 1
