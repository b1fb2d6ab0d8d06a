"""Cut a text into the words that searching compares: folded, singular, without small words."""

import re
from collections.abc import Callable

_WORD = re.compile(r"[^\W_]+[+#]*")

STOP_WORDS = frozenset(
    "a an and as at by for from in is it of on or that the to w who with".split()
)


def plain(text: str) -> str:
    """A text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize  # few texts need it

    return "".join(c for c in normalize("NFKD", text).casefold() if not combining(c))


def stem(word: str) -> str:
    """A folded word in the singular, as far as that can be seen from its end."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def words_of(text: str) -> list[str]:
    """The words of a text in their order; the small ones only if there are no others."""
    found = _WORD.findall(plain(text))
    return [stem(word) for word in found if word not in STOP_WORDS] or found


def join(words: list[str], is_word: Callable[[str], bool]) -> list[str]:
    """Words in which two that stand together are one where that is a word: dev ops is devops.

    Two long words that are words of their own stay two: sales person says more than salesperson.
    """
    joined: list[str] = []
    fresh = False
    for word in words:
        if (
            fresh
            and is_word(joined[-1] + word)
            and (len(joined[-1]) <= 3 or not (is_word(joined[-1]) and is_word(word)))
        ):
            joined[-1] += word
            fresh = False
        else:
            joined.append(word)
            fresh = True
    return joined


def trigrams(word: str) -> set[str]:
    """All runs of three characters of a word between two spaces: `ai` is ` ai`, `ai `."""
    padded = f" {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
