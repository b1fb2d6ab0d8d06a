"""What is typed in bash, put together again: bash takes ROLE@RUNG apart before it asks."""

from collections.abc import MutableMapping

SPLITS_AT = "@"
BEFORE = "MLROLES_TYPED_BEFORE"
"""The variable with what stands before the part of the current word that bash will replace."""


def put_together(environment: MutableMapping[str, str]) -> None:
    """Join the words that bash split at '@', count the current one anew, and set `BEFORE`."""
    words = environment.get("COMP_WORDS", "").split("\n")
    current = int(told) if (told := environment.get("COMP_CWORD", "")).isdecimal() else 0
    joined: list[str] = []
    place, before = current, ""
    for number, word in enumerate(words):
        goes_on = bool(joined) and number > 1 and SPLITS_AT in (word, words[number - 1])
        if number == current and goes_on:
            before = joined[-1].removesuffix(SPLITS_AT)  # bash replaces the '@' too
        if number <= current and goes_on:
            place -= 1
        joined[-1:] = [joined[-1] + word] if goes_on else [*joined[-1:], word]
    environment.update({"COMP_WORDS": "\n".join(joined), "COMP_CWORD": str(place), BEFORE: before})
