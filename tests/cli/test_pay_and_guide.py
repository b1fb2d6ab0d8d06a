"""What `pay`, `guide` and `show --sources` answer, and what they refuse."""

import json

import pytest

from conftest import SOUND, Run
from mlroles.cli.commands import show


def test_pay_as_json(run: Run) -> None:
    """One entry for each role, with all figures and with the rungs that lack one."""
    result = run("pay", "data-engineer", "data-scientist", "--json", MLROLES_CATALOGUE=SOUND)
    engineer, scientist = json.loads(result.stdout)
    assert [figure["rung"] for figure in engineer["figures"]] == ["mid", "senior", None, None]
    assert engineer["too_few"] == ["junior", "lead"]
    assert {figure["country"] for figure in engineer["figures"]} == {"US"}
    assert scientist["figures"][0]["median"] == 125000


def test_pay_in_another_country(run: Run) -> None:
    """The country is found whatever its case; what a role lacks there is said."""
    result = run("pay", "data-engineer", "--country", "nl", MLROLES_CATALOGUE=SOUND)
    assert [line.split("\t")[1:3] for line in result.stdout.splitlines()] == [["NL", "EUR"]]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["ml-engineer"], 1, "no figure of 30 adverts or more is known for ML Engineer in US"),
        (["data-scientist", "--country", "NL"], 1, "known for Data Scientist in NL"),
        (["data-engineer", "--country", "XX"], 2, "'XX'"),
        (["python"], 2, "'python' is a skill, not a role"),
    ],
)
def test_pay_refuses(run: Run, arguments: list[str], code: int, told: str) -> None:
    """Two lines, the right exit code, and nothing on standard output."""
    result = run("pay", *arguments, MLROLES_CATALOGUE=SOUND)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_pay_says_what_it_does_not_know(run: Run) -> None:
    """A role without figures has no row, which is said; where none has any, the answer is empty."""
    result = run("pay", "ml-engineer", "data-scientist", "ds-", MLROLES_CATALOGUE=SOUND)
    assert result.exit_code == 2
    result = run("pay", "ml-engineer", "data-scientist", "ml engineer", MLROLES_CATALOGUE=SOUND)
    assert {line.split("\t")[0] for line in result.stdout.splitlines()} == {"data-scientist"}
    assert "no figure of 30 adverts or more is known for ML Engineer" in result.stderr
    empty = run("pay", "ml-engineer", "--json", MLROLES_CATALOGUE=SOUND)
    assert (empty.exit_code, json.loads(empty.stdout)) == (1, [])


def test_ranking_by_pay_where_none_is_known(run: Run) -> None:
    """Roles whose pay is unknown are listed as such."""
    result = run(
        "list",
        "--sort",
        "pay",
        "--skill",
        "docker",
        "--stage",
        "monitor",
        "-f",
        "table",
        "--family",
        "modelling",
        MLROLES_CATALOGUE=SOUND,
    )
    assert result.exit_code == 0
    assert "unknown" in result.stdout


def test_sources_of_chosen_fields(run: Run) -> None:
    """--section chooses fields; a field without sources and a rung are refused."""
    call = ("show", "data-engineer", "--sources")
    result = run(*call, "--section", "pay", "--section", "codes", "--json", MLROLES_CATALOGUE=SOUND)
    entry = json.loads(result.stdout)
    assert {field["field"] for field in entry["fields"]} <= {"pay", "codes"}
    assert run(*call, "--section", "nonsense", MLROLES_CATALOGUE=SOUND).exit_code == 2
    assert run(*call, "--level", "mid", MLROLES_CATALOGUE=SOUND).exit_code == 2


def test_guide_is_found_by_title_too(run: Run) -> None:
    """A topic answers to its id and its title; what it links comes with it."""
    by_id = run("guide", "working-together", "--json", MLROLES_CATALOGUE=SOUND)
    by_title = run("guide", "Working Together", "--json", MLROLES_CATALOGUE=SOUND)
    assert by_id.stdout == by_title.stdout
    topic = json.loads(by_id.stdout)
    assert [role["id"] for role in topic["roles"]] == ["data-engineer", "data-scientist"]
    assert [skill["id"] for skill in topic["skills"]] == ["statistics"]
    assert topic["text"][1] == {"kind": "heading", "text": "What goes back", "cells": []}


def test_topics_of_the_program_are_always_there(run: Run) -> None:
    """With a catalogue of one's own too, with links to what it has and the sources."""
    listed = run("guide", "--catalogue", str(SOUND), "--fields", "id", "-f", "csv").stdout
    assert "how-scores-work" in listed.split()
    done = run("guide", "how-scores-work", "--catalogue", str(SOUND), "--json")
    assert done.exit_code == 0
    topic = json.loads(done.stdout)
    assert topic["sources"]
    assert "(role:" not in done.stdout


def test_unknown_topic_lists_the_known_ones(run: Run) -> None:
    """A miss says what there is."""
    result = run("guide", "pay", MLROLES_CATALOGUE=SOUND)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "choose from working-together, how-scores-work, sources" in result.stderr
    result = run("guide", "working-togther", MLROLES_CATALOGUE=SOUND)
    assert "did you mean 'working-together'" in result.stderr


def test_sources_have_licence_and_date(run: Run) -> None:
    """Every source of the bundled catalogue is listed with what one needs to check it."""
    sources = json.loads(run("guide", "sources", "--json").stdout)
    assert len(sources) >= 30
    for source in sources:
        assert source["licence"]
        assert source["published"]


def test_age_of_each_field(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The age is counted to today, and what is past its source's horizon is marked."""
    monkeypatch.setattr(show, "strftime", lambda _: "2028-02-01")
    result = run("show", "data-engineer", "--sources", "--json", MLROLES_CATALOGUE=SOUND)
    entry = json.loads(result.stdout)
    fields = {(field["field"], field["source"]["id"]): field for field in entry["fields"]}
    definition = fields["definition", "editorial"]
    assert (definition["date"], definition["age_years"]) == ("2025-01-31", 3.1)
    assert definition["too_old"]
    assert ("definition", "example-survey-2024") not in fields
    assert fields["entry", "example-survey-2024"]["age_years"] == 3.2
    assert fields["pay", "example-survey-2024"]["date"] == "2023"


def test_lists_of_roles_in_another_order(run: Run) -> None:
    """By pay and by demand the largest comes first, and what is unknown last."""
    order = {}
    for key in ("name", "pay", "demand"):
        result = run("list", "--sort", key, MLROLES_CATALOGUE=SOUND)
        order[key] = [line.split("\t")[0] for line in result.stdout.splitlines()]
    assert order["name"] == ["data-engineer", "data-scientist", "ml-engineer"]
    assert order["pay"] == ["data-engineer", "data-scientist", "ml-engineer"]
    assert order["demand"] == ["data-scientist", "data-engineer", "ml-engineer"]
