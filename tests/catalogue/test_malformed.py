"""Whatever stands in a catalogue's files, the answer is a list of problems, never a crash."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.catalogue.checking.validate import validate
from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.store.compiled import read_compiled, write_compiled
from mlroles.catalogue.text.yaml_text import read
from mlroles.core.model.problem import Problem
from mlroles.core.model.shape import Path as Steps

SOUND = Path(__file__).parent / "sound"
TEXTS = {file.relative_to(SOUND).as_posix(): file.read_bytes() for file in SOUND.rglob("*.yaml")}
DATA = {file: read(content.decode(), file).data for file, content in TEXTS.items()}

NEVER_RIGHT = {
    "nothing": b"",
    "comment": b"# nothing but this\n",
    "text": b"just text\n",
    "number": b"42\n",
    "null": b"null\n",
    "list of nulls": b"- null\n-\n- ~\n",
    "list of texts": b"- a\n- 1\n- true\n",
    "list of lists": b"[[[]], [[{}]], []]\n",
    "list of empty mappings": b"- {}\n- {}\n",
    "list of mappings": b"- id: a\n  name: b\n- id: [c]\n- id: {d: e}\n- id: null\n",
    "empty mapping": b"{}\n",
    "mapping of nulls": b"id:\nname:\nstages:\nactivities:\nskills:\ntools:\nlevels:\n",
    "mapping of wrong types": b"id: 1\nstages: {a: 1}\nactivities: no\nskills: [1, null, [2]]\n",
    "numbers for keys": b"1: 2\n3.5: 4\ntrue: false\nnull: null\n",
    "list for a key": b"? [a]\n: b\n",
    "deep": b"[" * 5000,
    "huge number": b"- id: " + b"9" * 5000 + b"\n",
    "not a number": b"- .nan\n- .inf\n- 1e999\n",
    "tabs": b"\tid: a\n\tname: b\n",
    "not UTF-8": b"name: Caf\xe9\n",
    "not UTF-8 after a mark": b"\xef\xbb\xbf\xffname: a\n",
    "UTF-16": "name: a\n".encode("utf-16"),
    "a zero byte": b"name: a\0b\n",
    "noise": bytes(range(256)),
    "two documents": b"name: a\n---\nname: b\n",
    "Python object": b"!!python/object/apply:os.abort []\n",
    "alias": b"- &a {id: a}\n- *a\n",
    "alias of itself": b"&a [*a]\n",
    "merge key": b"- &a {id: a}\n- <<: *a\n  name: b\n",
    "unfinished": b"- {id: a, name: [",
}


def problems_of(texts: dict[str, bytes]) -> list[Problem]:
    return validate(Draft(texts), strict=True)


@pytest.mark.parametrize("content", NEVER_RIGHT.values(), ids=NEVER_RIGHT)
def test_a_file_of_something_else_is_reported(content: bytes) -> None:
    """A file that holds anything but what belongs there has problems, and causes no others.

    What names the entries that should have been in it is not reported.
    """
    for file in TEXTS:
        problems = problems_of({**TEXTS, file: content})
        files = {problem.place.file for problem in problems}
        # A catalogue may do without stages and activities, so a file without them is sound.
        assert files == (set() if (file, content) == ("activities.yaml", b"{}\n") else {file})
        assert all(problem.place.line <= content.count(b"\n") + 2 for problem in problems)


def test_marks_and_line_ends_of_windows_are_read() -> None:
    """A byte-order mark at the beginning and CRLF at the end of lines change nothing."""
    windows = {file: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n") for file, text in TEXTS.items()}
    assert problems_of(windows) == []
    assert Draft(windows).catalogue() == Draft(TEXTS).catalogue()


@pytest.mark.parametrize(
    "wrong", [b"- {\xff", "- {é: 1, é".encode("latin-1"), b"- {\b", b"- {*a : 1}"]
)
def test_a_byte_order_mark_takes_no_column(wrong: bytes) -> None:
    """A problem in the first line is where an editor shows it, mark or no mark."""
    bare, marked = (
        problems_of({**TEXTS, "families.yaml": mark + wrong}) for mark in (b"", BOM_UTF8)
    )
    assert bare == marked
    assert str(bare[0].place) == "families.yaml:1:4"


def steps(data: Any, path: Steps = ()) -> Iterator[Steps]:
    """The paths of all values in plain data."""
    yield path
    items = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else ())
    )
    for key, item in items:
        yield from steps(item, (*path, key))


PLACES = [(file, path) for file in sorted(DATA) for path in steps(DATA[file])]
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]))
    | st.sampled_from(["python", "data", "editorial", "data-engineer", "exact", "none", "A", "no"]),
    lambda items: st.lists(items) | st.dictionaries(st.sampled_from(["id", "name", "x"]), items),
    max_leaves=5,
)


def changed(data: Any, path: Steps, value: object) -> Any:
    """A copy of plain data with another value at a path."""
    if not path:
        return value
    first, *rest = path
    if isinstance(data, dict):
        return {**data, first: changed(data[first], tuple(rest), value)}
    assert isinstance(first, int)
    return [*data[:first], changed(data[first], tuple(rest), value), *data[first + 1 :]]


@given(st.sampled_from(PLACES), ANYTHING)
def test_any_value_anywhere(place: tuple[str, Steps], value: object) -> None:
    """A wrong value is reported; with a right one, the catalogue survives being written down."""
    file, path = place
    text = json.dumps(changed(DATA[file], path, value), ensure_ascii=False)
    draft = Draft({**TEXTS, file: text.encode()})
    if not any(problem.severity == "error" for problem in validate(draft, strict=True)):
        catalogue = draft.catalogue()
        with TemporaryDirectory() as folder:
            write_compiled(f"{folder}/file", "key", catalogue)
            assert read_compiled(f"{folder}/file", "key", draft.catalogue) == catalogue


@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_any_bytes_anywhere(file: str, data: st.DataObject) -> None:
    """Bytes that are lost or strewn in are either no harm or reported."""
    text = TEXTS[file]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    noise = data.draw(
        st.binary(max_size=4) | st.sampled_from([b"\t", b": ", b"- ", b"*a", b"{", b'"'])
    )
    draft = Draft({**TEXTS, file: text[:start] + noise + text[end:]})
    for problem in validate(draft, strict=True):
        assert problem.message
        assert problem.remedy
