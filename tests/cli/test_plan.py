"""Plan a move: what gap, match, path, next-skill and profile answer, in every format."""

import csv
import io
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from mlroles.core.catalogue import Catalogue

MINE = "python:3, sql:3, statistics:2, excel:3, communication:3, eda:3, data cleaning:3"


def ask(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_gap_can_be_worked_out_by_hand(run: Run) -> None:
    """From the numbers beside it: weights, what counts, shortfalls and the readiness."""
    for call in (["data-scientist", "ml engineer"], ["--have", MINE, "data-scientist@senior"]):
        found = ask(run, "gap", *call, "--full")
        items = [item for item in found["skills"] if item["counted"] is not None]
        unsaid = [one["skill"] for one in found["skills"] if one["status"] == "UNSAID"]
        assert unsaid == found["ask"]
        total = sum(item["importance"] * item["needed"] for item in items)
        for item in items:
            assert item["weight"] == item["importance"] * item["needed"]
            counted = item["held"]
            if item["through"]:
                others = {other["skill"]["id"]: other["held"] for other in found["skills"]}
                counted = others[item["through"]["id"]] * item["through_weight"]
            counted = min(counted, item["needed"])
            assert item["counted"] == pytest.approx(counted, abs=1e-4)
            short = item["weight"] / total * (1 - counted / item["needed"])
            assert item["shortfall"] == pytest.approx(short, abs=1e-4)
        taken = sum(item["shortfall"] for item in found["skills"])
        assert round(1 - taken, 4) == found["readiness"]


def test_a_gap_in_full_says_where_to_learn_what_is_essential(run: Run) -> None:
    """On the page as in JSON; without --full the answer leaves it out."""
    found = ask(run, "gap", "data-analyst", "ml engineer", "--full")
    costly = [one["skill"] for one in found["skills"] if one["essential"] and one["shortfall"]]
    assert {place["skill"]["id"] for place in found["learn"]} <= {skill["id"] for skill in costly}
    assert found["learn"]
    page = run("gap", "data-analyst", "ml engineer", "--full", "-f", "markdown").stdout
    assert all(place["url"] in page.replace("\\", "") for place in found["learn"])
    assert ask(run, "gap", "data-analyst", "ml engineer")["learn"] == []


def test_why_prints_what_json_holds(run: Run) -> None:
    """The table of --why has the same numbers, and their sum."""
    found = ask(run, "gap", "devops", "mlops")
    page = run("gap", "devops", "mlops", "--why", "-f", "markdown").stdout
    for item in found["skills"]:
        if item["essential"]:
            told = [item["importance"], item["needed"], item["weight"], item["held"]]
            row = " | ".join([item["skill"]["name"], *map(str, told), f"{item['counted']:.4g}"])
            assert f"| {row} | {item['shortfall']:.4f} |" in page
    assert f"= {found['readiness']:.4f}" in page


def test_promotion_is_a_gap_within_a_role(run: Run) -> None:
    """Without a rung it is mid; the class of the transition is an advancement."""
    found = ask(run, "gap", "ml engineer", "ml-engineer@senior")
    assert (found["from"]["rung"], found["to"]["rung"]) == ("mid", "senior")
    assert found["kind"] == "advancement"
    assert found["rungs"] == 1
    assert {"SURPLUS", "MISSING"}.isdisjoint(item["status"] for item in found["skills"])


def test_a_path_is_as_its_moves_say(run: Run) -> None:
    """The hardest is the lowest readiness; parts add up; the direct move stands beside."""
    found = ask(run, "path", "data-analyst", "ml-engineer", "--full")
    moves = found["moves"]
    assert 1 <= len(moves) <= 3
    assert (moves[-1]["role"]["id"], moves[-1]["rung"]) == ("ml-engineer", "mid")
    assert found["hardest"] == min(move["readiness"] for move in moves)
    assert (
        found["direct"]["readiness"] == ask(run, "gap", "data-analyst", "ml-engineer")["readiness"]
    )
    for move in moves:
        taken = sum(part["shortfall"] for part in move["shortfalls"])
        assert round(1 - taken, 4) == move["readiness"]


def test_paths_are_drawn(run: Run) -> None:
    """As Mermaid and DOT, with each move and the direct one."""
    mermaid = run("path", "data-analyst", "ml-engineer", "-f", "mermaid").stdout
    assert mermaid.startswith("flowchart LR\n")
    assert "==>" in mermaid
    assert "-.->" in mermaid
    assert run("path", "data-analyst", "ml-engineer", "-f", "dot").stdout.startswith("digraph {")
    assert run("gap", "devops", "mlops", "-f", "dot").exit_code == 2


def test_other_ways_stand_beside_the_advice(run: Run) -> None:
    """The best with one stop and with two, each with years; a stretch is said first."""
    found = ask(run, "path", "data-engineer", "ml-engineer")
    for way in found["alternatives"]:
        assert way["hardest"] == min(move["readiness"] for move in way["moves"])
        assert way["years"] == way["moves"][-1]["years"]
    assert found["no_short_way"] is False
    hard = run("path", "ml-product-manager", "mlops", "-f", "markdown").stdout
    assert "No short way" in hard
    held = ask(run, "path", "data-analyst", "ml-engineer@senior", "--highest", "junior")
    assert {move["rung"] for move in held["moves"][:-1]} <= {"junior"}


def test_matches_and_what_is_filtered(run: Run, bundled: Catalogue) -> None:
    """The nearest first, where a page has only the best; by family and pay."""
    answer = ask(run, "match", "--have", MINE)
    found = answer["matches"]
    assert found == ask(run, "match", "--have", MINE, "--limit", "0")["matches"][: len(found)]
    assert found[:2] == ask(run, "match", "--have", MINE, "--limit", "2")["matches"]
    assert not answer["too_little_to_tell"]
    for one in ask(run, "match", "--have", MINE, "--full")["matches"]:
        taken = sum(part["shortfall"] for part in one["shortfalls"])
        assert round(1 - taken, 4) == one["readiness"] <= one["range"][1]
    data = ask(run, "match", "--have", MINE, "--family", "data", "--limit", "0")["matches"]
    assert {bundled.roles[one["role"]["id"]].family for one in data} == {"data"}
    rich = run("match", "--have", MINE, "--pay-floor", "120000", "--json")
    assert all(one["pay"]["median"] >= 120_000 for one in json.loads(rich.stdout)["matches"])
    assert "left out, since their pay in US is unknown" in rich.stderr


def test_too_little_to_tell(run: Run) -> None:
    """A short list is answered with what to add, in words and in JSON."""
    few = "python:3, sql"
    assert "too few skills to judge" in run("match", "--have", few, "-f", "table").stdout
    found = ask(run, "match", "--have", few)
    assert found["too_little_to_tell"]
    assert found["to_add"]
    assert found["matches"]


def test_next_skills_are_ranked(run: Run) -> None:
    """By their gain for the goals, to two places; the gains of the goals add up to it."""
    found = ask(run, "next-skill", "--have", MINE, "--limit", "0")
    assert found["goals"][0]["weight"] == 1
    gains = [round(one["gain"], 2) for one in found["skills"]]
    assert all(better >= worse - 0.0101 for better, worse in pairwise(gains))
    for one in found["skills"]:
        assert round(sum(gain["score"] for gain in one["parts"]), 4) == one["gain"]
    aim = ask(run, "next-skill", "--have", MINE, "--for", "mlops@junior")
    assert [(one["role"]["id"], one["rung"]) for one in aim["goals"]] == [
        ("mlops-engineer", "junior")
    ]


CALLS = (
    ("gap", "--have", "pyhton:3, sql:2, git:3", "mlops"),
    ("path", "--have", "pyhton:3, sql:2, git:3", "mlops"),
    ("match", "--have", "pyhton:3, sql:2, git:3"),
    ("next-skill", "--have", "pyhton:3, sql:2, git:3"),
)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
@pytest.mark.parametrize("form", ["json", "csv", "plain", "markdown", "table"])
def test_unknown_words_are_told_in_every_format(run: Run, call: tuple[str, ...], form: str) -> None:
    """On standard error, with suggestions; the answer stands on standard output."""
    result = run(*call, "-f", form)
    assert result.exit_code == 0, result.stderr
    assert result.stdout
    assert "no skill called 'pyhton'; it does not count; did you mean 'Python'" in result.stderr
    if form == "csv":
        rows = list(csv.reader(io.StringIO(result.stdout)))
        assert len({len(row) for row in rows}) == 1


def test_lists_add_up(run: Run, tmp_path: Path) -> None:
    """`--have` may be repeated; a level that is said counts before one that is assumed."""
    file = tmp_path / "me.txt"
    file.write_text("python, docker:3")
    found = ask(run, "match", "--have", str(file), "--have", "python:1, sql:3")["profile"]
    held = {one["skill"]["id"]: one["level"] for one in found["skills"]}
    assert held == {"python": 1, "docker": 3, "sql": 3}
    assert found["assumed"] == []


OWN = ("data-analyst", "head-of-ml@lead", "mlops@junior", "software-engineer@senior")


@pytest.mark.parametrize("start", OWN)
def test_answers_stay_small(run: Run, tmp_path: Path, start: str) -> None:
    """At most 20 kB unless more is asked for, and standard error says so."""
    file = tmp_path / "me.yaml"
    assert run("profile", "new", start, "-o", str(file)).exit_code == 0
    mine = ["--have", str(file)]
    moves = [[start, "ml-engineer@lead"], [*mine, "ai-engineer"]]
    for call in (["match", *mine], ["next-skill", *mine], *(["gap", *m] for m in moves)):
        done = run(*call, "--json")
        assert len(done.stdout.encode()) <= 20_000
        assert call[0] == "next-skill" or "gives all" in done.stderr
    for move in moves:
        assert len(run("path", *move, "--json").stdout.encode()) <= 20_000


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["gap", "data-scientist@senor"], 2, "did you mean 'senior'?"),
        (["gap", "data-scientist"], 2, "FROM TO"),
        (["gap", "--have", "sql", "mlops", "devops"], 2, "only the role to reach"),
        (["gap", "--have", "foo, bar", "mlops"], 2, "none of these words is a skill"),
        (["gap", "--have", "sql:7", "mlops"], 2, "1 awareness, 2 working"),
        (["gap", "--have", "nowhere.yaml", "mlops"], 3, "there is no file"),
        (["gap", "--have", "sql", "mlops", "--country", "XX"], 2, "no figures"),
        (["gap", "devops", "mlops", "--country", "XX"], 2, "no figures for the country 'XX'"),
        (["match", "--have", MINE, "--pay-floor", "9999999"], 1, "no role fulfils"),
        (["path", "ml-engineer", "data-analyst", "--keep-pay", "90%"], 1, "less than 90%"),
        (["path", "mlops", "devops", "--via", "sre", "--avoid", "sre"], 2, "give one of the two"),
        (["next-skill"], 2, "--have"),
    ],
)
def test_mistakes_teach(run: Run, arguments: list[str], code: int, told: str) -> None:
    """In lines on standard error, with the right exit code and nothing else."""
    result = run(*arguments)
    assert result.exit_code == code
    assert told in result.stderr
    assert result.stdout == ""


def test_a_profile_is_written_and_checked(run: Run, tmp_path: Path) -> None:
    """What `new` writes `check` reads; a word that means nothing makes the answer no."""
    file = tmp_path / "me.yaml"
    assert run("profile", "new", "data-analyst@junior", "-o", str(file)).exit_code == 0
    found = ask(run, "profile", "check", str(file))
    assert (found["role"]["id"], found["rung"], found["unknown"]) == ("data-analyst", "junior", [])
    file.write_text(file.read_text("utf-8") + "  pyhton: 3\n", "utf-8")
    wrong = run("profile", "check", str(file), "--json")
    assert wrong.exit_code == 1
    assert json.loads(wrong.stdout)["unknown"][0]["suggestions"][0] == "Python"
    moved = ask(run, "gap", "--have", str(file), "data-scientist")
    assert moved["pay"]["ratio"] > 1
