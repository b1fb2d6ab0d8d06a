"""The sentences of the bundled catalogue can be read aloud in one breath."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from mlroles.core.catalogue import Catalogue
from mlroles.core.roles.guide import passages

MOST_WORDS = 45


def texts(value: Any) -> Iterator[str]:
    """Every text in an entry, at all depths."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_no_sentence_is_too_long(bundled: Catalogue) -> None:
    """What takes more words is said in two sentences."""
    written = [*bundled.roles.values(), *bundled.skills.values(), *bundled.activities.values()]
    written += [*bundled.handoffs.values(), *bundled.teams.values()]
    told = list(texts(msgspec.to_builtins(written)))
    told += [one.text for topic in bundled.topics.values() for one in passages(topic.text)]
    sentences = [sentence for text in told for sentence in re.split(r"(?<=[.!?])\s+", text)]
    assert sentences
    assert [one for one in sentences if len(one.split()) > MOST_WORDS] == []
