"""A profile is read from a list, a file of ours, a JSON Resume, or standard input."""

import io
import json
import sys
from pathlib import Path

import pytest

from mlroles.catalogue.text.profile_file import read_profile
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly, InvalidFile, UnreadableFile
from mlroles.core.model.ladder import LADDER
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
    found = read_profile(bundled, written(tmp_path, "me.yaml", new_profile(LADDER, role, "junior")))
    assert (found.role, found.rung, found.unknown) == ("data-analyst", "junior", ())
    assert found.skills == {
        need.skill: need.levels["junior"] for need in (*role.skills, *role.tools)
    }
    assert read_profile(bundled, written(tmp_path, "new.yaml", new_profile(LADDER))).role is None


def test_a_role_without_a_rung_is_mid(bundled: Catalogue, tmp_path: Path) -> None:
    """As everywhere."""
    text = "name: Ada\nrole: data analyst\nskills:\n  python:\n  C++: 1\n  foo: 2\n"
    found = read_profile(bundled, written(tmp_path, "me.yml", text))
    assert (found.name, found.role, found.rung) == ("Ada", "data-analyst", "mid")
    assert found.skills == {"python": 2, "c-plus-plus": 1}
    assert [one.word for one in found.unknown] == ["foo"]


def test_a_resume(bundled: Catalogue, tmp_path: Path) -> None:
    """Keywords have the level of their group; what is no level is not said; headings are none."""
    found = read_profile(bundled, written(tmp_path, "resume.json", json.dumps(RESUME)))
    assert found.name == "Ada"
    assert found.skills == {"python": 4, "sql": 2, "excel": 2, "kubernetes": 2}
    assert found.assumed == ("kubernetes",)
    assert found.unknown == ()


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
        ("me.yaml", "skills:\n  python: 3\n  sql: quite good\n", "3:3", "1 awareness"),
        ("me.yaml", "skills:\n  - sql\n  - 7\n", "3:5", "write the name of a skill"),
        ("me.json", '{"skills": [{"docker": true}]}', "1:14", "1 awareness"),
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


@pytest.mark.parametrize(
    ("name", "text", "skills"),
    [
        (
            "a.json",
            '{"skills": {"Languages": ["R", {"SQL": 3}], "Tools": "Git"}}',
            {"r": 2, "sql": 3, "git": 2},
        ),
        (
            "a.json",
            '[{"name": "Git", "keywords": null}, {"name": "", "keywords": []}, null]',
            {"git": 2},
        ),
        (
            "a.json",
            '[{"name": "Git"}, {"skill": "SQL", "proficiency": "expert"}]',
            {"git": 2, "sql": 4},
        ),
        ("a.json", '{"skills": [{"level": 3, "keywords": "sql"}]}', {"sql": 3}),
        ("a.yaml", "- git: 3\n- sql\n- Cloud: [AWS]\n", {"git": 3, "sql": 2, "aws": 2}),
        ("a.json", '{"work": [{"highlights": ["Ran Apache Airflow"]}]}', {"apache-airflow": 2}),
        ("a.json", '{"projects": [{"keywords": ["SQL"]}]}', {"sql": 2}),
        (
            "a.csv",
            "Skill,Level,Years\nGit,3,2\nSQL\nDocker,expert\n",
            {"git": 3, "sql": 2, "docker": 4},
        ),
        (
            "a.csv",
            "category;skills;level\nx;Git;3\ny;SQL, Docker;2\n",
            {"git": 3, "sql": 2, "docker": 2},
        ),
        ("a.csv", "Git,3\nSQL,2\n", {"git": 3, "sql": 2}),
        ("a.tsv", "name\tproficiency\nGit\t3\n", {"git": 3}),
        ("Skills.MD", "## Tools\n- Git: 3\n- SQL\n", {"git": 3, "sql": 2}),
        ("skills", "Git, SQL:3", {"git": 2, "sql": 3}),
        ("skills.list", "skill,level\nGit,3\n", {"git": 3}),
    ],
)
def test_files_in_the_shapes_that_people_have(
    bundled: Catalogue, tmp_path: Path, name: str, text: str, skills: dict[str, int]
) -> None:
    """What a file is shows in its content; every skill in it is read."""
    found = read_profile(bundled, written(tmp_path, name, text))
    if "Cloud" in text:  # the name of a heading that is no skill's own
        assert found.headings == ("Cloud",)
    assert found.skills == skills
    assert found.unknown == ()


def test_evidence_is_kept(bundled: Catalogue, tmp_path: Path) -> None:
    """What is found in a sentence comes with it."""
    text = '{"work": [{"highlights": ["Ran it on Kubernetes"]}], "skills": ["SQL"]}'
    found = read_profile(bundled, written(tmp_path, "a.json", text))
    assert found.evidence == {"kubernetes": "Ran it on Kubernetes"}


def test_a_list_may_name_files(bundled: Catalogue, tmp_path: Path) -> None:
    """Several ways in make one profile, the highest level counts."""
    file = written(tmp_path, "me.yaml", "role: data analyst\nskills: {sql: 2, git: 3}\n")
    found = read_profile(bundled, f"sql:3, {file}, docker")
    assert found.skills == {"sql": 3, "git": 3, "docker": 2}
    assert found.role == "data-analyst"
    assert read_profile(bundled, "node.js").skills == {"node-js": 2}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("cv.pdf", b"%PDF-1.7 \0", "no sound PDF file"),
        ("cv.docx", b"PK\x03\x04\0", "cannot be unpacked"),
        ("cv.bin", b"\x01\0\x02", "is not text"),
        ("cv.rtf", b"{\\rtf1 Python}", "rich text format"),
        ("cv.txt", b"", "is empty"),
    ],
)
def test_files_that_are_not_read(
    bundled: Catalogue, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    """Each is refused with what it is and what is read."""
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(UnreadableFile, match=told):
        read_profile(bundled, str(file))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(bundled: Catalogue, tmp_path: Path, encoding: str) -> None:
    """The mark of an encoding is heeded, and what is no UTF-8 is read as Windows-1252."""
    file = tmp_path / "skills.txt"
    file.write_bytes("Python – expert\nSQL".encode(encoding))
    assert read_profile(bundled, str(file)).skills == {"python": 4, "sql": 2}


def test_no_such_file(bundled: Catalogue) -> None:
    """A file's name that leads nowhere is not taken for a skill."""
    with pytest.raises(UnreadableFile, match="there is no file"):
        read_profile(bundled, "nowhere.yaml")
    with pytest.raises(UnreadableFile, match="there is no file"):
        read_profile(bundled, "cv.pdf")
