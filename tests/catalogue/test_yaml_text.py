"""YAML is read strictly: nothing turns into something else, and everything has its place."""

import pytest
import yaml

from mlroles.catalogue.text import yaml_text
from mlroles.catalogue.text.yaml_text import Document, read
from mlroles.core.model.limits import NESTING

LOADERS = {"python": yaml.SafeLoader, "c": getattr(yaml, "CSafeLoader", yaml.SafeLoader)}


@pytest.fixture(autouse=True, params=LOADERS)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """All holds for both readers of the YAML library: the fast one is not there everywhere."""
    monkeypatch.setattr(yaml_text, "_LOADER", LOADERS[request.param])


def value(text: str) -> object:
    document = read(text, "file.yaml")
    assert not document.problems
    return document.data


def rules(document: Document) -> list[str]:
    return [
        f"{problem.place.line}:{problem.place.column} {problem.rule}"
        for problem in document.problems
    ]


def place(document: Document, *path: str | int) -> str:
    found = document.place(path)
    return f"{found.line}:{found.column}"


@pytest.mark.parametrize(
    "text",
    [
        "no", "No", "yes", "on", "off", "y", "n", "True", "FALSE", "Null", "NULL",
        "2025-01-31", "2025-01-31T10:00:00", "12:30:45",
        "1e3", "1.5e3", "1_000", "007", "0x1F", "0b11", "0o17", "+5", ".5", "5.",
        ".nan", ".inf", "-.inf",
        "1.10.2", "=", "<<", "1234567890123456", "0123.5",
    ],
)  # fmt: skip
def test_text_stays_as_it_is_written(text: str) -> None:
    """What only looks like a truth value, a date or a number is text."""
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("0", 0), ("-12", -12), ("999999999999999", 999_999_999_999_999),
        ("0.5", 0.5), ("-3.25", -3.25), ("10.0", 10.0),
    ],
)  # fmt: skip
def test_these_alone_are_no_text(text: str, meant: object) -> None:
    """true, false, null and plain numbers are what they look like."""
    found = value(text)
    assert found == meant
    assert type(found) is type(meant)


def test_a_version_is_a_number_until_it_is_quoted() -> None:
    """1.10 is a decimal, which no field for text accepts; with quotes it keeps its zero."""
    assert value("1.10") == 1.1
    assert value("'1.10'") == "1.10"


@pytest.mark.parametrize("word", ["true", "null", "12", "0.5", ""])
@pytest.mark.parametrize("form", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"])
def test_quoted_is_text(word: str, form: str) -> None:
    """Quotes and blocks make text of everything."""
    assert value(form.format(word)) == word


def test_huge_numbers_do_not_become_infinite() -> None:
    """A number that is too long to be kept exactly stays as it is written."""
    for text in ("9" * 5000, "9" * 400 + ".5", "-" + "9" * 16):
        assert value(text) == text


def test_collections() -> None:
    """Lists and mappings are lists and dicts, in the order of the file."""
    assert value("b: [1, {c: no}]\na:\n  - x\n  -\n") == {"b": [1, {"c": "no"}], "a": ["x", None]}


def test_keys_are_text() -> None:
    """A key is the text that is written, whatever it looks like."""
    assert value("1: a\ntrue: b\nnull: c\n~: d\n2025-01-01: e\n'': f\n") == {
        "1": "a",
        "true": "b",
        "null": "c",
        "~": "d",
        "2025-01-01": "e",
        "": "f",
    }


def test_a_value_stands_where_its_key_is() -> None:
    """The place of a field is that of its key, the place of an item that of its beginning."""
    document = read("# a comment\na: 1\nb:\n  - x\n  - c: {d: 1, e: 2}\n", "file.yaml")
    assert place(document, "a") == "2:1"
    assert place(document, "b") == "3:1"
    assert place(document, "b", 0) == "4:5"
    assert place(document, "b", 1) == "5:5"
    assert place(document, "b", 1, "c", "e") == "5:15"


def test_what_is_not_there_stands_in_what_is_around_it() -> None:
    """The place of a missing field is that of the entry that lacks it."""
    document = read("- a: 1\n- b: 2\n", "file.yaml")
    assert place(document, 1, "missing", "deeper") == "2:3"
    assert place(document, 7) == "1:1"


def test_columns_count_characters() -> None:
    """Letters outside ASCII count one each, and a line ends with LF or CRLF."""
    document = read("é: 1\r\nüü: {ß: 1, 日本: 2}\r\n", "file.yaml")
    assert place(document, "üü", "ß") == "2:6"
    assert place(document, "üü", "日本") == "2:12"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\na: 2\na: 3\n", ["2:1 repeated-key", "3:1 repeated-key"]),
        ("{a: {b: 1, b: 2}}", ["1:12 repeated-key"]),
        ("a: &x 1\nb: *x\nc: *x\n", ["2:4 alias", "3:4 alias"]),
        ("&x a: *x\n", ["1:7 alias"]),
        ("a: &x [*x]\n", ["1:8 alias"]),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", ["3:7 alias"]),
        ("a: &x 1\n*x : 2\n", ["2:1 key"]),
        ("a: &x 1\nb: [&y 2]\n", ["1:4 alias", "2:5 alias"]),
        ("? [a, b]\n: 1\n", ["1:3 key"]),
        ("a: {{ b }}\n", ["1:5 key"]),
        ("a: !!str 1\nb: !mine {}\nc: !!set {}\n", ["1:4 tag", "2:4 tag", "3:4 tag"]),
        ("!!python/object/apply:os.system [exit]\n", ["1:1 tag"]),
        ("a: 1\n---\nb: 2\n", ["2:1 yaml-syntax"]),
        ("a: b: c\n", ["1:5 yaml-syntax"]),
        ("a: [1, 2\n", ["2:1 yaml-syntax"]),
        ('a: "b\n', ["2:1 yaml-syntax"]),
        ("a: @b\n", ["1:4 yaml-syntax"]),
        ("a: b\0c\n", ["1:5 yaml-syntax"]),
        ("é: 1\nü: b\x07c\n", ["2:5 yaml-syntax"]),
        ("a: *nowhere\n", ["1:4 alias"]),
        ("a: !nowhere!x 1\n", ["1:4 yaml-syntax"]),
        ("a: &x 1\nb: *x\nc: [\n", ["2:4 alias", "4:1 yaml-syntax"]),
    ],
)
def test_problems(text: str, problems: list[str]) -> None:
    """What is wrong is reported at its place, all of it, and nothing of the data is trusted."""
    document = read(text, "file.yaml")
    assert rules(document) == problems
    assert document.data is None


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "--- # x\n...\n"])
def test_empty_document(text: str) -> None:
    """A file without a value holds nothing, and that is no problem of its YAML."""
    assert value(text) is None


@pytest.mark.parametrize("form", ["[", "- ", "{a: ", "? ", "[{a: ", "{["])
def test_deep_nesting_ends_in_a_report(form: str) -> None:
    """However deep values stand in one another, the reader neither crashes nor hangs."""
    document = read(form * 20_000, "file.yaml")
    assert {problem.rule for problem in document.problems} <= {"yaml-syntax", "key"}
    assert document.problems


def test_nesting_that_is_allowed() -> None:
    """The limit is the number of levels, brackets being one each."""
    assert value("[" * NESTING.most + "]" * NESTING.most)
    document = read("[" * (NESTING.most + 2) + "]" * (NESTING.most + 2), "file.yaml")
    assert rules(document) == [f"1:{NESTING.most + 2} yaml-syntax"]


def test_aliases_that_multiply_cost_nothing() -> None:
    """A file of nine lines that stands for a thousand million items is not unfolded."""
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    document = read("\n".join(lines), "file.yaml")
    assert {problem.rule for problem in document.problems} == {"alias"}
