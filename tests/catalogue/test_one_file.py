"""A user's own file is read into a class of the model, or every problem in it is told."""

from pathlib import Path

import pytest

from mlroles.catalogue.text.one_file import read_one
from mlroles.core.model.entries import EntryRequirements
from mlroles.core.model.errors import InvalidFile, UnreadableFile


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    """YAML and JSON alike."""
    yaml = tmp_path / "entry.yaml"
    yaml.write_text("education: any\ndegree_required: false\nroutes_in: []\n", "utf-8")
    json = tmp_path / "entry.json"
    json.write_text('{"education": "any", "degree_required": false, "routes_in": []}', "utf-8")
    expected = EntryRequirements(education="any", degree_required=False, routes_in=[])
    assert read_one(str(yaml), EntryRequirements) == expected
    assert read_one(str(json), EntryRequirements) == expected


def test_all_problems_are_told_in_order(tmp_path: Path) -> None:
    """Each with its place and remedy."""
    file = tmp_path / "entry.yaml"
    file.write_text("education: 5\ndegree_requird: false\nroutes_in: []\n", "utf-8")
    with pytest.raises(InvalidFile) as raised:
        read_one(str(file), EntryRequirements)
    assert raised.value.exit_code == 3
    assert raised.value.what == f"{file} has 2 errors"
    assert raised.value.details == (
        f"{file}:1:1: error[shape]: 5 is not text",
        "  put quotes around it",
        f"{file}:2:1: error[shape]: no field called 'degree_requird' here",
        "  did you mean 'degree_required'?",
    )


def test_what_is_not_there_or_no_text(tmp_path: Path) -> None:
    """A missing file, a folder and bytes that are no text each say what they are."""
    with pytest.raises(UnreadableFile, match="there is no file"):
        read_one(str(tmp_path / "none.yaml"), EntryRequirements)
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_one(str(tmp_path), EntryRequirements)
    binary = tmp_path / "entry.yaml"
    binary.write_bytes(b"education: \xff\xfe")
    with pytest.raises(InvalidFile) as raised:
        read_one(str(binary), EntryRequirements)
    assert "error[encoding]" in raised.value.details[0]


def test_names_that_there_are_not_have_a_place(tmp_path: Path) -> None:
    """What a sound value names is looked up where the caller can; the place is told."""
    file = tmp_path / "entry.yaml"
    file.write_text("education: magic\ndegree_required: false\nroutes_in: []\n", "utf-8")

    def names(value: EntryRequirements) -> list[tuple[tuple[str, ...], str, str]]:
        return [(("education",), f"{value.education!r} is no education", "go to school")]

    with pytest.raises(InvalidFile) as raised:
        read_one(str(file), EntryRequirements, names)
    assert raised.value.details == (
        f"{file}:1:1: error[unknown-reference]: 'magic' is no education",
        "  go to school",
    )
