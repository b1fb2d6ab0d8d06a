"""A template tells of every field, and is a sound entry once its blanks are filled in."""

import re
from pathlib import Path

import pytest

from catalogue.test_rules import problems_of
from conftest import Run
from mlroles.catalogue.reading.files import TYPES
from mlroles.catalogue.templates.template import template
from mlroles.catalogue.text.yaml_text import read
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.shape import choices, fields

STAGES = ("frame", "data", "label", "build", "evaluate", "deploy", "monitor", "govern")
ANSWERS: dict[str, list[str]] = {
    "name": ["LLM Engineer"],
    "definition": ["An LLM engineer builds software on language models."],
    "summary": ["LLM engineers choose a model, feed it and measure what it answers."],
    "family": ["modelling"],
    "role": ["data-engineer"],
    "scheme": ["esco"],
    "match": ["none"],
    **{stage: ["1"] for stage in STAGES},
    "activity": ["evaluate-model"],
    "raci": ["R"],
    "statement": ["Collect answers that were wrong, to ask for them again"],
    "skill": ["statistics", "python"],
    "importance": ["3", "4"],
    "junior": ["1", "1"],
    "mid": ["2", "2"],
    "senior": ["3", "3"],
    "lead": ["4", "4"],
    "title": ["Junior", "LLM engineer", "Senior", "Lead"],
    "years_from": ["0", "2", "5", "8"],
    "scope": ["A prompt", "A feature", "A product", "Several products"],
    "autonomy": ["With help", "Alone", "Helps others", "Decides"],
    "education": ["Practice in software"],
    "degree_required": ["unknown"],
    "reason": ["Software carries over; models have to be learned"],
    "industries": ["[finance]"],
    "reviewed": ["2025-01-31"],
}
"""What somebody writes into the blanks of a role, field by field from top to bottom."""

BLANK = re.compile(r"( *)(?:- )?(\w+):")


def fill_in(text: str) -> str:
    """Write an answer behind every field that has no value and nothing below it."""
    left = {name: list(answers) for name, answers in ANSWERS.items()}
    lines = text.replace("# essential:", "essential: true").split("\n")
    told = [line for line in lines if not line.lstrip().startswith("#")]
    for position, line in enumerate(told):
        below = told[position + 1] if position + 1 < len(told) else ""
        blank = BLANK.fullmatch(line)
        if blank and len(below) - len(below.lstrip(" -")) <= len(line) - len(line.lstrip(" -")):
            told[position] = f"{line} {left[blank[2]].pop(0)}"
    assert not any(left.values()), left
    return "\n".join(told)


def test_a_role_is_sound_once_filled_in(run: Run, sound_copy: Path) -> None:
    """Blank, each mandatory field is an error at its place; filled in, nothing is wrong."""
    result = run("new", "role", "llm-engineer", "--catalogue", str(sound_copy))
    file = sound_copy / "roles" / "llm-engineer.yaml"
    file.write_text(result.stdout, "utf-8")
    problems = problems_of(sound_copy)
    assert {problem.place.file for problem in problems} == {"roles/llm-engineer.yaml"}
    may_be_empty = 1 + sum(len(ANSWERS[rung]) for rung in LADDER.ids)  # a summary, and levels
    assert len(problems) >= sum(map(len, ANSWERS.values())) - may_be_empty
    file.write_text(fill_in(result.stdout), "utf-8")
    assert [problem.lines() for problem in problems_of(sound_copy)] == []


@pytest.mark.parametrize("collection", TYPES)
def test_every_field_is_told(collection: str) -> None:
    """A template without values has a comment for each field, with the words to choose from."""
    kind = TYPES[collection]
    text = template(kind, {})
    for field in fields(kind):
        assert re.search(rf"^(# )?{field.name}:", text, re.MULTILINE), field.name
        assert all(word in text for word in choices(field.type))
    mandatory = {field.name for field in fields(kind) if field.required}
    assert read(text, "new.yaml").data.keys() == mandatory  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("id", "what", "remedy"),
    [
        ("LLM Engineer", "'LLM Engineer' cannot be an id", "did you mean 'llm-engineer'?"),
        ("+++", "'+++' cannot be an id", "joined by hyphens"),
        ("ml-engineer", "a role 'ml-engineer' already", "edit roles/ml-engineer.yaml"),
    ],
)
def test_wrong_ids(run: Run, id: str, what: str, remedy: str) -> None:
    """An id has its form and is free."""
    result = run("new", "role", id)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert what in first
    assert remedy in second


def test_a_file_is_not_replaced(run: Run, tmp_path: Path) -> None:
    """With -o the template is written whole, and nothing is lost without --force."""
    file = tmp_path / "llm-engineer.yaml"
    assert run("new", "role", "llm-engineer", "-o", str(file)).exit_code == 0
    text = file.read_text("utf-8")
    assert text == run("new", "role", "llm-engineer").stdout
    assert run("new", "role", "other", "-o", str(file)).exit_code == 2
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("kind", "file", "fill"),
    [
        ("activity", "activities.yaml", {"name": "Plan", "statement": "Plan demand with sales"}),
        (
            "handoff",
            "handoffs.yaml",
            {
                "artefact": "Plan",
                "from_role": "data-engineer",
                "to_role": "data-scientist",
                "stage": "data",
                "accepted_when": "It is agreed",
            },
        ),
        ("skill", "skills/practice.yaml", {"name": "Plan", "definition": "Planning demand."}),
    ],
)
def test_other_entries(
    run: Run, tmp_path: Path, kind: str, file: str, fill: dict[str, str]
) -> None:
    """Filled in and put into a layer that `new catalogue` made, each is sound."""
    made = run("new", "catalogue", "Acme")
    assert made.stdout.startswith("# yaml-language-server: $schema=manifest.schema.json\n")
    (tmp_path / "catalogue.yaml").write_text(made.stdout, "utf-8")
    text = run("new", kind, "plan-demand").stdout
    assert text.startswith("# yaml-language-server: $schema=")
    assert f"/{kind}.schema.json" in text or f"={kind}.schema.json" in text
    for field, value in fill.items():
        text = re.sub(rf"(?m)^( *){field}:$", rf"\g<1>{field}: {value}", text)
    text = re.sub(r"(?m)^ *(?:level_statements|stage|artefact):$\n", "", text)
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, "utf-8")
    done = run("validate", str(tmp_path))
    assert done.exit_code == 0, done.stdout
    loaded = run("catalogue", "--catalogue", str(tmp_path), "--json").stdout
    assert '"Acme"' in loaded


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("skill", "skills/practice.yaml"),
        ("activity", "activities.yaml"),
        ("handoff", "handoffs.yaml"),
        ("family", "families.yaml"),
        ("source", "sources.yaml"),
        ("role", "roles/mine.yaml"),
        ("team-template", "teams/mine.yaml"),
        ("topic", "guide/mine.md"),
    ],
)
def test_every_kind_of_entry_has_a_template(run: Run, tmp_path: Path, kind: str, file: str) -> None:
    """Put where it belongs, a template is read, and lacks nothing but what is blank."""
    (tmp_path / "catalogue.yaml").write_text("extends: bundled\n", "utf-8")
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    text = run("new", kind, "mine", "--catalogue", str(tmp_path)).stdout
    path.write_text(text, "utf-8")
    told = run("validate", str(tmp_path)).stdout
    blank = [line for line in text.splitlines() if re.fullmatch(r"[ -]*\w+:", line)]
    assert f"{path}:" in told
    assert "no field called" not in told
    assert 0 < told.count("error[shape]") <= len(blank)
    assert told.count("error[") == told.count("error[shape]")
