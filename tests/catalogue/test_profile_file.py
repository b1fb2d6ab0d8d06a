"""A profile is read from a list, a file of ours, a JSON Resume, or standard input."""

import io
import json
import sys
from pathlib import Path

import pytest

from mlroles.catalogue.text.profile_file import read_profile
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly, InvalidFile, UnreadableFile
from mlroles.present.moves.profile import new_profile

RESUME = {
    "basics": {"name": "Ada"},
    "work": [{"name": "Mill", "position": "Analyst"}],
    "skills": [
        {"name": "Python", "level": "Master"},
        {"name": "Numbers", "level": "Intermediate", "keywords": ["SQL", "Excel"]},
        {"name": "k8s", "level": "a little"},
    ],
}


def written(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(text, "utf-8")
    return str(file)


def test_a_list(bundled: Catalogue) -> None:
    """What is no file's name is a list of skills."""
    assert read_profile(bundled, "python:3, sql").skills == {"python": 3, "sql": 2}
    with pytest.raises(AskedWrongly, match="no skill is named"):
        read_profile(bundled, " , ")


def test_what_is_written_is_read_back(bundled: Catalogue, tmp_path: Path) -> None:
    """The file of `profile new` is a profile, with the role that it was made for."""
    role = bundled.role("data analyst")
    found = read_profile(bundled, written(tmp_path, "me.yaml", new_profile(role, "junior")))
    assert (found.role, found.rung, found.unknown) == ("data-analyst", "junior", ())
    assert found.skills == {need.skill: need.levels.junior for need in (*role.skills, *role.tools)}
    assert read_profile(bundled, written(tmp_path, "new.yaml", new_profile())).role is None


def test_a_role_without_a_rung_is_mid(bundled: Catalogue, tmp_path: Path) -> None:
    """As everywhere."""
    text = "name: Ada\nrole: data analyst\nskills:\n  python:\n  C++: 1\n  foo: 2\n"
    found = read_profile(bundled, written(tmp_path, "me.yml", text))
    assert (found.name, found.role, found.rung) == ("Ada", "data-analyst", "mid")
    assert found.skills == {"python": 2, "c-plus-plus": 1}
    assert [one.word for one in found.unknown] == ["foo"]


def test_a_resume(bundled: Catalogue, tmp_path: Path) -> None:
    """Keywords have the level of their group; what is no level is not said; all is kept."""
    found = read_profile(bundled, written(tmp_path, "resume.json", json.dumps(RESUME)))
    assert found.name == "Ada"
    assert found.skills == {"python": 4, "sql": 2, "excel": 2, "kubernetes": 2}
    assert found.assumed == ("kubernetes",)
    assert [one.word for one in found.unknown] == ["Numbers"]


@pytest.mark.parametrize(
    "text",
    ['["python", {"name": "sql", "level": 3}]', "skills:\n  python:\n  sql: 3\n", "python, sql:3"],
)
def test_standard_input(bundled: Catalogue, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """It is seen what it is: JSON, a profile or a list."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert read_profile(bundled, "-").skills == {"python": 2, "sql": 3}


@pytest.mark.parametrize(
    ("name", "text", "place", "told"),
    [
        ("me.yaml", "rung: senor\nskills: {}\n", "1:1", "did you mean 'senior'?"),
        ("me.yaml", "skills:\n  python: 9\n", "2:3", "from 1 to 4"),
        ("me.yaml", "role: datta analyst\nskills: {sql: 2}\n", "1:1", "'Data Analyst'"),
        ("me.yaml", "skils: {sql: 2}\n", "1:1", "did you mean 'skills'?"),
        ("me.json", '{"skills": [{"level": 3, "keywords": "sql"}]}', "1:26", "a list"),
        ("me.json", "{", "2:1", ""),
    ],
)
def test_problems_have_a_place(
    bundled: Catalogue, tmp_path: Path, name: str, text: str, place: str, told: str
) -> None:
    """A file that is not what it should be is told with line, column and remedy."""
    with pytest.raises(InvalidFile) as caught:
        read_profile(bundled, written(tmp_path, name, text))
    details = "\n".join(caught.value.details)
    assert f"{name}:{place}: error" in details
    assert told in details


def test_no_such_file(bundled: Catalogue) -> None:
    """A file's name that leads nowhere is not taken for a skill."""
    with pytest.raises(UnreadableFile, match="there is no file"):
        read_profile(bundled, "nowhere.yaml")
