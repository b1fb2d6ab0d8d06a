"""Files are read quickly where that says the same as reading them thoroughly."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.catalogue.text.reading import read_document
from mlroles.catalogue.text.yaml_text import Document, Unusual, read, read_quickly

RULES = Path(__file__).parent / "rules"


def agree(text: str) -> bool:
    """Whether the quick reader gives what the thorough one gives; False where it gives up."""
    thorough = read(text, "any.yaml")
    try:
        data = read_quickly(text)
    except Unusual:
        return False
    assert (data, ()) == (thorough.data, thorough.problems)
    return True


@pytest.mark.parametrize("folder", sorted(RULES.iterdir()), ids=lambda folder: folder.name)
def test_examples_are_read_alike(folder: Path) -> None:
    """The files of the rules' examples; the quick reader gives up only where there is a reason."""
    for file in folder.rglob("*.yaml"):
        text = file.read_bytes().decode("utf-8", "ignore")
        assert agree(text) or read(text, file.name).problems or "\\" in text


@given(st.text(alphabet="ab:-#'\"[]{},\n \\!&*|>0.~\x07é", max_size=40))
def test_no_text_is_read_differently(text: str) -> None:
    """Whatever is written, the quick reader is never more lenient."""
    agree(text)


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(plain, st.booleans())
def test_json_comes_through(data: object, escaped: bool) -> None:
    """What is written as JSON is read, or the characters that no text may hold are named."""
    text = json.dumps(data, ensure_ascii=escaped).encode("utf-8", "replace")
    document = read_document(text, "any.json")
    assert document.data == data or {p.rule for p in document.problems} <= {
        "control-character",
        "yaml-syntax",
        "key",
    }
    assert document.data == data or document.problems


def told(document: Document) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.rule}" for p in document.problems]


def test_json_is_strict_too() -> None:
    """A repeated key, a constant that is no number and broken brackets have their places."""
    assert told(read_document(b'{"a": 1,\n "a": 2}', "x.json")) == ["2:2 repeated-key"]
    assert told(read_document(b'{"a": "\\u001b"}', "x.json")) == ["1:7 control-character"]
    assert told(read_document(b'{"a": [1, 2}', "x.json")) == ["1:12 yaml-syntax"]
    assert read_document(b'{"a": NaN}', "x.json").data == {"a": "NaN"}
