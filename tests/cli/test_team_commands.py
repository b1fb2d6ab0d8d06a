"""The commands that build a team: files with places, formats, and the JSON that scripts rely on."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from mlroles.core.catalogue import Catalogue

TEAM = """\
name: Churn
template: first-model
seats:
  - role: data engineer
    people: 2
  - {role: data-scientist, rung: senior}
  - role: ml-engineer
    name: Ada
    share: 0.5
    skills: {python: 4, k8s: 1}
"""
SEATS = "data-engineer:2 data-scientist@senior ml-engineer"


def ask(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def in_rows(run: Run, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*arguments, "-f", "csv").stdout)))


@pytest.fixture
def team(tmp_path: Path) -> str:
    """A team file."""
    file = tmp_path / "team.yaml"
    file.write_text(TEAM, "utf-8")
    return str(file)


def test_check_of_a_file(run: Run, team: str) -> None:
    """The keys that scripts rely on, and what they stand for."""
    found = ask(run, "team", "check", team, "--full")
    assert (found["name"], found["template"]["id"]) == ("Churn", "first-model")
    assert found["nearest"] is None
    told = [(p["person"], p["people"], p["share"]) for p in found["people"]]
    assert told == [(None, 2, 1), (None, 1, 1), ("Ada", 1, 0.5)]
    assert found["people"][2]["readiness"] is not None
    paid = [round(p["pay"]["median"] * p["people"] * p["share"]) for p in found["people"]]
    assert sum(paid) == found["pay"]["total"]
    assert {"stage", "depth", "accountable", "holes"} <= found["stages"][0].keys()
    holes = {hole["id"] for stage in found["stages"] for hole in stage["holes"]}
    assert holes == {a["id"] for a in found["activities"] if not a["accountable"]}
    first = found["next_hire"][0]
    assert first["role"] == {"id": "ml-product-manager", "name": "Machine Learning Product Manager"}
    assert first["score"] == sum(part["score"] for part in first["parts"])
    filled = {part["part"]: part["fills"] for part in first["parts"]}
    assert holes == {activity["id"] for activity in filled["holes"]}
    assert all(part["count"] == len(part["fills"]) for part in first["parts"])
    assert first["pay"]["country"] == "US"
    assert found["what_if"] is None
    for key in ("single_points", "overlaps", "missing_skills", "handoffs_missing", "green"):
        assert isinstance(found[key], list)


def test_a_check_is_brief_unless_asked_for_all(run: Run) -> None:
    """What is left out is said, and --full has it; the scores are there either way."""
    words = ["team", "check", "--seats", "ml-engineer data-engineer:2 mlops sre data-analyst"]
    brief, full = (run(*words, "--json", *more) for more in ((), ("--full",)))
    assert len(brief.stdout.encode()) <= 20_000
    assert "--full gives all" in brief.stderr
    assert not full.stderr
    few, whole = json.loads(brief.stdout), json.loads(full.stdout)
    assert (few["activities"], few["mentoring"]["room"]) == (None, None)
    assert whole["activities"]
    for key in ("missing_skills", "handoffs_missing"):
        assert [entry for entry in few[key] if entry not in whole[key]] == []
    scores = [[part["score"] for part in hire["parts"]] for hire in whole["next_hire"]]
    shown = [[part["score"] for part in hire["parts"]] for hire in few["next_hire"]]
    assert shown == scores[: len(shown)]


def test_parts_of_a_check_are_rows(run: Run) -> None:
    """Each list is a table; with several there is none to choose by itself."""
    words = ["team", "check", "--seats", "ml-engineer data-engineer:2"]
    refused = run(*words, "-f", "csv")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "choose one with --section" in refused.stderr
    found = ask(run, *words, "--full")
    holes = [hole["id"] for stage in found["stages"] for hole in stage["holes"]]
    for section, expected in (
        ("holes", holes),
        ("people", [person["role"]["id"] for person in found["people"]]),
        ("next-hire", [hire["role"]["id"] for hire in found["next_hire"]]),
        ("handoffs-missing", [handoff["id"] for handoff in found["handoffs_missing"]]),
        ("missing-skills", [missing["skill"]["id"] for missing in found["missing_skills"]]),
    ):
        rows = list(
            csv.DictReader(io.StringIO(run(*words, "-f", "csv", "--section", section).stdout))
        )
        ids = [row.get("id") or row.get("role.id") or row.get("skill.id") for row in rows]
        assert sorted(map(str, ids)) == sorted(expected)
        part = ask(run, *words, "--section", section)
        assert section.replace("-", "_") in part or "stages" in part
        assert "mentoring" not in part


def test_parts_of_a_plan_are_rows(run: Run) -> None:
    """Seats by themselves; what is not covered by its name."""
    words = ["team", "plan", "regulated", "--max", "5"]
    found = ask(run, *words)["plan"]
    for section, expected in (
        ([], [seat["role"]["id"] for seat in found["seats"]]),
        (["--section", "not-covered"], [activity["id"] for activity in found["not_covered"]]),
    ):
        rows = in_rows(run, *words, *section)
        assert [row.get("role.id") or row["id"] for row in rows] == expected
    part = ask(run, *words, "--section", "seats")
    assert part["plan"]["seats"] == found["seats"]
    assert "not_covered" not in part["plan"]


def test_check_of_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch, team: str) -> None:
    """A dash reads the team from a pipe."""

    class Piped(io.StringIO):
        buffer = io.BytesIO(TEAM.encode())

    with monkeypatch.context() as patch:
        from mlroles.catalogue.files import whole_file

        patch.setattr(whole_file, "sys", type("Shell", (), {"stdin": Piped()}))
        piped = ask(run, "team", "check", "-")
    assert piped == ask(run, "team", "check", team)


def test_seats_in_a_line_are_a_team(run: Run) -> None:
    """As a file with the same seats; what-if tells before and after."""
    found = ask(run, "team", "check", "--seats", SEATS, "--template", "first-model")
    changed = ask(
        run,
        "team",
        "check",
        "--seats",
        SEATS,
        "--template",
        "First model in production",
        "--what-if",
        "-data-scientist",
    )
    told = changed.pop("what_if")
    assert changed == {key: value for key, value in found.items() if key != "what_if"}
    assert told["changes"] == "-data-scientist"
    assert told["after"]["holes"] == told["before"]["holes"] + len(told["opened"])
    assert told["after"]["people"] == 3


@pytest.mark.parametrize(
    ("old", "new", "place", "remedy"),
    [
        ("data engineer", "data enginer", "4:5: error[unknown-reference]", "did you mean"),
        ("k8s", "k9s", "10:25: error[unknown-reference]", ""),
        ("rung: senior", "rung: boss", "6:28: error[unknown-reference]", "choose"),
        ("people: 2", "persons: 2", "5:5: error[shape]", ""),
        ("name: Ada", "name: Ada\n    people: 2", "9:5: error[unknown-reference]", "seat for each"),
        (
            "first-model",
            "frist-model",
            "2:1: error[unknown-reference]",
            "did you mean 'first-model'?",
        ),
    ],
)
def test_problems_of_a_file_have_places(
    run: Run, tmp_path: Path, old: str, new: str, place: str, remedy: str
) -> None:
    """Every slip is told with its line, and nothing is answered."""
    file = tmp_path / "team.yaml"
    file.write_text(TEAM.replace(old, new), "utf-8")
    result = run("team", "check", str(file))
    assert (result.exit_code, result.stdout) == (3, "")
    assert f"{file}:{place}" in result.stderr
    assert remedy in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["check"], 2, "no team is given"),
        (["check", "x.yaml", "--seats", "mlops"], 2, "both a file and --seats are given"),
        (["check", "x.yaml"], 3, "there is no file"),
        (["check", "--seats", "mlopsx"], 2, "no role called"),
        (["check", "--seats", "mlops", "--template", "frist-model"], 2, "'first-model'?"),
        (["check", "--seats", "mlops", "--what-if", "devops"], 2, "write '+devops'"),
        (["plan", "none-such"], 2, "no team template called"),
        (["plan", "--template", "first-model", "--budget", "10"], 1, "a budget of 10"),
        (["plan", "--template", "first-model", "--budget", "-5"], 2, "'-5' is not an amount"),
        (["plan", "--template", "first-model", "--country", "XX"], 2, "choose from"),
        (["templates", "none-such"], 2, "no team template called"),
        (["check", "--seats", "mlops", "-f", "dot"], 2, "has no graph"),
    ],
)
def test_wrong_input(run: Run, arguments: list[str], code: int, told: str) -> None:
    """What happened and what to do, and an empty answer."""
    result = run("team", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr


def test_plan(run: Run) -> None:
    """Seats, what is given up, the runner-up and in what it is worse."""
    found = ask(run, "team", "plan", "--template", "regulated", "--max", "5")
    assert len(found["plan"]["seats"]) == 5
    assert found["plan"]["not_covered"]
    assert found["runner_up_is_worse_in"] == "missed"
    assert len(found["to_cover_everything"]["seats"]) == 10
    answered = [a["id"] for seat in found["plan"]["seats"] for a in seat["activities"]]
    assert len(answered) == len(set(answered))
    assert len(answered) + len(found["plan"]["not_covered"]) == found["activities"]


def test_plan_from_a_team(run: Run, team: str) -> None:
    """The people of a file stay; the plan adds to them, after the nearest template."""
    found = ask(run, "team", "plan", "--team", team)
    there = [seat for seat in found["plan"]["seats"] if seat["there"]]
    people = ask(run, "team", "check", team)["people"]
    assert sum(seat["people"] for seat in there) == sum(person["people"] for person in people)
    assert len(there) < len(found["plan"]["seats"])
    costs = [
        seat["people"] * seat["share"] * seat["pay"]["median"] for seat in found["plan"]["seats"]
    ]
    assert round(sum(costs)) == found["plan"]["cost"]
    assert not found["plan"]["not_covered"]


def test_plan_without_a_template_lists_them(run: Run) -> None:
    """Nothing else can be said; a template may also be the argument."""
    assert ask(run, "team", "plan") == ask(run, "team", "templates")
    by_option = ask(run, "team", "plan", "--template", "first-model")
    assert ask(run, "team", "plan", "first-model") == by_option


def test_templates(run: Run, bundled: Catalogue) -> None:
    """All of them, or one by any of its names."""
    assert [team["id"] for team in ask(run, "team", "templates")] == list(bundled.teams)
    assert ask(run, "team", "templates", "climate")["skills"]
    assert ask(run, "list", "teams") == ask(run, "team", "templates")


def test_boundary(run: Run) -> None:
    """Letters of each role, hand-offs, what one does alone, what is contested."""
    found = ask(run, "boundary", "mlops", "devops")
    assert found.keys() >= {"activities", "handoffs", "only", "contested"}
    for activity in found["activities"]:
        doing = {duty["role"]["id"] for duty in activity["duties"]}
        assert doing <= {"mlops-engineer", "devops-engineer"}
    contested = [a["id"] for a in found["activities"] if a["contested"]]
    assert contested == [a["id"] for a in found["contested"]]
    three = ask(run, "boundary", "mlops", "devops", "sre")
    assert [only["role"]["id"] for only in three["only"]][2] == "site-reliability-engineer"
    brief = run("boundary", "mlops", "devops", "--json")
    full = run("boundary", "mlops", "devops", "--json", "--full")
    assert len(brief.stdout.encode()) <= 20_000
    assert "--full gives all" in brief.stderr
    assert not full.stderr
    whole = json.loads(full.stdout)
    assert all(activity in whole["activities"] for activity in found["activities"])
    assert {a["id"] for a in whole["activities"] if a["contested"]} == set(contested)


def test_graph(run: Run, tmp_path: Path) -> None:
    """Nodes and edges with names; a drawing goes into a file by its ending."""
    found = ask(run, "graph", "routes", "--around", "mlops")
    ids = {role["id"] for role in found["roles"]}
    assert {edge[end]["id"] for edge in found["edges"] for end in ("from", "to")} == ids
    assert run("graph", "similarity", "-f", "mermaid").stdout.startswith("flowchart LR\n")
    file = tmp_path / "handoffs.svg"
    assert run("graph", "-o", str(file)).exit_code == 0
    assert file.read_text("utf-8").startswith("<svg ")
    assert run("graph", "handoffs", "--family", "nothing").exit_code == 2


def test_every_format(run: Run, team: str) -> None:
    """Each answers in all formats, and keeps within 80 columns."""
    for words in (
        ["team", "check", team, "--full", "--green"],
        ["team", "check", team, "--what-if", "+mlops"],
        ["team", "plan", "--template", "first-model", "--junior-share", "0.4"],
        ["team", "templates"],
        ["team", "templates", "first-model"],
        ["boundary", "mlops", "devops", "sre", "--full"],
        ["graph", "routes"],
    ):
        several = words[0] == "boundary" or words[1] == "check"
        rows = ["--section", "activities"] if several else []
        for format in ("plain", "csv", "markdown", "jsonl"):
            assert run(*words, *rows, "-f", format).stdout.endswith("\n")
        for columns in (60, 80, 120):
            text = run(*words, "-f", "table", COLUMNS=columns).stdout
            assert max(map(len, text.splitlines())) <= columns


def test_a_check_says_what_it_measures_against(run: Run) -> None:
    """The template, how it was chosen, what a hire would fill, and a next command that works."""
    words = ["team", "check", "--seats", f"{SEATS} software-engineer"]
    nearest = run(*words, "-f", "table").stdout
    assert "The nearest template: " in nearest
    named = run(*words, "--template", "regulated", "-f", "table").stdout
    assert "for: Models in a regulated industry" in named
    assert "Measured against the template you named" in named
    found = ask(run, *words, "--template", "regulated")
    holes = sum(len(stage["holes"]) for stage in found["stages"])
    count = sum(stage["activities"] for stage in found["stages"])
    assert f"{count - holes} of {count} activities covered" in named


def test_a_plan_says_what_it_leaves_open(run: Run) -> None:
    """What is assumed for unknown pay, and juniors whom nobody can teach."""
    words = ["team", "plan", "data-labelling-operation", "--budget", "1m"]
    found, page = ask(run, *words), run(*words, "-f", "table").stdout
    plan = found["plan"]
    unknown = [seat for seat in plan["seats"] if not seat["pay"]]
    assert all(seat["assumed"] == (seat in unknown) for seat in plan["seats"])
    assert sum(seat["cost"] for seat in unknown) == plan["assumed"]
    assert plan["cost"] + plan["assumed"] <= found["budget"]
    assert f"{plan['assumed']:,} more assumed" in " ".join(page.split())
    alone, *_ = plan["juniors"]["alone"]
    assert f"Nobody is left to teach 2 juniors: {alone['name']}" in page


def test_a_new_team_can_be_checked(run: Run, tmp_path: Path) -> None:
    """The file to start from is sound as it is, and so is all that stands in its comments."""
    text = run("new", "team").stdout
    uncommented = re.sub(r"(?m)^( *)# (?!optional|mandatory|A team|'mlroles)", r"\1", text)
    uncommented = uncommented.replace("people: 2", "people: 1")  # a name is one person's
    for name, content in (("as-it-is", text), ("all", uncommented)):
        file = tmp_path / f"{name}.yaml"
        file.write_text(content, "utf-8")
        assert ask(run, "team", "check", str(file))["name"] == "My team"
    assert ask(run, "team", "check", str(file))["people"][0]["person"] == "Ada"
