"""Texts of publications as texts and ids of the catalogue, and as YAML that reads back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.catalogue.imports.wording import Ids, clean, first_sentence, in_order, kebab
from mlroles.catalogue.text.document import Document
from mlroles.catalogue.text.yaml_text import read
from mlroles.catalogue.text.yaml_writing import listing, mapping

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SCALARS = st.one_of(st.text().map(clean), st.booleans(), st.none(), st.integers(-9, 9))
ITEMS = st.dictionaries(st.sampled_from("abc"), SCALARS, min_size=1)
VALUES = st.one_of(SCALARS, ITEMS, st.lists(SCALARS), st.lists(ITEMS, min_size=1))
DATA = st.dictionaries(st.sampled_from(["one", "two", "three"]), VALUES, min_size=1)


def read_back(text: str) -> Document:
    document = read(text, "x.yaml")
    assert not document.problems, (text, document.problems)
    return document


@given(DATA)
def test_what_is_written_reads_back(data: dict[str, object]) -> None:
    """Any clean text, number or word, at any place."""
    assert read_back("".join(mapping(data))).data == data
    assert read_back("".join(listing([data, data]))).data == [data, data]


@pytest.mark.parametrize("text", ["no", "Null", "~", "1.10", "2024-01-01", "a: b", "a #b", "- a"])
def test_text_stays_text(text: str) -> None:
    """What YAML takes for something else is quoted, for whoever reads it."""
    assert '"' in "".join(mapping({"name": text}))
    assert read_back("".join(mapping({"name": text}))).data == {"name": text}


@given(st.lists(st.tuples(st.text(max_size=90), st.text(max_size=12))))
def test_ids_are_valid_and_differ(labels: list[tuple[str, str]]) -> None:
    """Whatever the labels and marks are."""
    ids = Ids()
    given_ids = [ids.give(label, mark) for label, mark in labels]
    assert len(set(given_ids)) == len(given_ids)
    assert all(ID.fullmatch(id) and len(id) <= 60 for id in given_ids)


@pytest.mark.parametrize(
    ("label", "id"),
    [
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("Q&A", "q-and-a"),
        ("répétiteur", "repetiteur"),
        ("customer’s needs", "customers-needs"),
        ("a" * 59 + " longer", "a" * 59),
        ("b" * 70, "b" * 60),
    ],
)
def test_ids_are_as_one_expects(label: str, id: str) -> None:
    """Signs that tell names apart are spelt out; accents go; words stay whole."""
    assert kebab(label) == id


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One. Two.", "One.", "Two."),
        ("One only", "One only", ""),
        ("In the U.S. Army. They march.", "In the U.S. Army.", "They march."),
        ("Fruit, e.g. Apples. More.", "Fruit, e.g. Apples.", "More."),
        ("By J. Smith? Yes! So.", "By J. Smith?", "Yes! So."),
        ("Version 1.2 of it. New", "Version 1.2 of it.", "New"),
    ],
)
def test_first_sentence(text: str, first: str, rest: str) -> None:
    """Abbreviations do not end one, and nothing is lost."""
    assert first_sentence(text) == (first, rest)


def test_texts_are_clean() -> None:
    """Mark-up, entities, soft hyphens, odd spaces and control characters go."""
    assert clean("a\u00a0b\u200b <b>bold</b>\r\n\x07c\u00ad &amp; d ") == "a b bold c & d"


def test_names_stand_once() -> None:
    """Whatever their case; without what stands elsewhere and without nothing."""
    assert in_order(["b", "A ", "B", "", "c"], other_than="C") == ["A", "B"]
