"""The JSON contract: the keys that scripts rely on are there, with what they stand for."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.readiness import held_by, readiness
from mlroles.core.roles.similarity import similarity

RUNGS = ["junior", "mid", "senior", "lead"]
ROLE_KEYS = {
    *("id", "name", "alternate_names", "definition", "family", "lifecycle", "responsibilities"),
    *("skills", "tools", "handoffs", "rungs", "codes", "sources"),
}


def ask(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_list(run: Run, bundled: Catalogue) -> None:
    """An array of all roles."""
    roles = ask(run, "list")
    assert {role["id"] for role in roles} == set(bundled.roles)
    for role in roles:
        assert {"id", "name", "family", "definition", "alternate_names"} <= role.keys()
    mlops = next(role for role in roles if role["id"] == "mlops-engineer")
    assert mlops["name"] == "MLOps Engineer"
    assert "MLOps" in mlops["alternate_names"]


def test_list_skills(run: Run, bundled: Catalogue) -> None:
    """An array of all skills, with the roles that ask for each."""
    skills = ask(run, "list", "skills")
    assert {skill["id"] for skill in skills} == set(bundled.skills)
    kubernetes = next(skill for skill in skills if skill["id"] == "kubernetes")
    assert {"id", "name", "kind", "alternate_names", "roles"} <= kubernetes.keys()
    assert {"id": "mlops-engineer", "name": "MLOps Engineer"} in kubernetes["roles"]


def test_show_one_and_several(run: Run) -> None:
    """One name gives an object, several an array of the same objects."""
    one, other = ask(run, "show", "mlops"), ask(run, "show", "kubernetes")
    assert ask(run, "show", "mlops", "kubernetes") == [one, other]


def test_every_role_has_every_key(run: Run, bundled: Catalogue) -> None:
    """Whatever there is to say, the keys are the same for all roles, and so for all skills."""
    roles = ask(run, "show", *bundled.roles)
    assert len({frozenset(role) for role in roles}) == 1
    assert roles[0].keys() >= ROLE_KEYS
    for role in roles:
        for need in [*role["skills"], *role["tools"]]:
            assert need.keys() >= {"id", "name", "kind", "importance", "essential", "levels"}
            assert list(need["levels"]) == RUNGS
    assert len({frozenset(skill) for skill in ask(run, "show", *bundled.skills)}) == 1


def test_show_section_picks_keys(run: Run) -> None:
    """With --section the others stay away."""
    picked = ask(run, "show", "mlops", "--section", "tools", "--section", "context")
    assert picked.keys() == {"type", "id", "name", "rung", "tools", "industries", "green"}


@pytest.mark.parametrize("option", ["--rung", "--level"])
def test_show_at_one_rung(run: Run, option: str) -> None:
    """--rung leaves that rung in levels, rungs and pay, beside the pay of all together."""
    senior, whole = ask(run, "show", "mlops", option, "Senior"), ask(run, "show", "mlops")
    assert (senior["rung"], whole["rung"]) == ("senior", None)
    for need, all_of_it in zip(senior["skills"], whole["skills"], strict=True):
        assert need["levels"] == {"senior": all_of_it["levels"]["senior"]}
    assert senior["rungs"] == [one for one in whole["rungs"] if one["rung"] == "senior"]
    assert {pay["rung"] for pay in senior["pay"]} == {"senior", None}
    uses = ask(run, "show", "git", option, "senior")["roles"]
    assert all(list(use["levels"]) == ["senior"] for use in uses)


def test_lists_are_of_one_kind(run: Run, bundled: Catalogue) -> None:
    """Roles of a stage lead there; options take several values between commas."""
    for stage in ask(run, "list", "stages"):
        leading = {role["id"] for role in stage["roles"]}
        working = {role["id"] for role in ask(run, "list", "--stage", stage["id"])}
        engaged = {r.id: r.lifecycle[stage["id"]] for r in bundled.roles.values()}
        assert leading == {id for id, much in engaged.items() if much == 3}
        assert working == {id for id, much in engaged.items() if much >= 2}
    both = ask(run, "list", "--skill", "python,sql", "--family", "data,analytics")
    assert {role["family"]["id"] for role in both} == {"data", "analytics"}
    apart = ("--skill", "Python", "--skill", "SQL", "--family", "analytics", "--family", "data")
    assert both == ask(run, "list", *apart)


def test_compare(run: Run, bundled: Catalogue) -> None:
    """Roles, pairs with similarity, parts and readiness, what is shared and what is not."""
    answer = ask(run, "compare", "devops", "mlops")
    assert {"roles", "pairs", "moves", "skills", "activities"} <= answer.keys()
    assert [role["id"] for role in answer["roles"]] == ["devops-engineer", "mlops-engineer"]
    (pair,) = answer["pairs"]
    assert [role["id"] for role in pair["roles"]] == ["devops-engineer", "mlops-engineer"]
    assert list(pair["parts"]) == ["skills", "tools", "activities"]
    devops, mlops = bundled.role("devops"), bundled.role("mlops")
    assert pair["similarity"] == round(similarity(bundled, devops, mlops).score, 4)
    there = readiness(bundled, held_by(devops, "mid"), mlops).score
    back = readiness(bundled, held_by(mlops, "mid"), devops).score
    assert [move["readiness"] for move in answer["moves"]] == [round(there, 4), round(back, 4)]
    assert [move["from"]["id"] for move in answer["moves"]] == ["devops-engineer", "mlops-engineer"]


@pytest.mark.parametrize("names", [("devops", "mlops"), ("data scientist", "ml engineer")])
def test_a_comparison_is_small_unless_full(run: Run, names: tuple[str, str]) -> None:
    """It is at most 20 kB and says what it leaves out; scores are whole; --full has it all."""
    short = run("compare", *names, "--json")
    assert len(short.stdout.encode()) <= 20_000
    assert "--full gives all" in short.stderr
    whole = run("compare", *names, "--json", "--full")
    assert not whole.stderr
    brief, full = json.loads(short.stdout), json.loads(whole.stdout)
    for name in ("similarity", "rank", "parts"):
        assert brief["pairs"][0][name] == full["pairs"][0][name]
    ids = [skill["id"] for skill in full["skills"]]
    assert {skill["id"] for skill in brief["skills"]} < set(ids)
    assert len(ids) == len(set(ids))
    for skill in full["skills"]:
        assert skill["asked_by"] == ("all" if len(skill["roles"]) == 2 else "one")


def test_a_comparison_of_many_names(run: Run) -> None:
    """Names may stand between commas or around 'vs'."""
    two = ask(run, "compare", "devops", "mlops")
    assert ask(run, "compare", "devops, mlops") == two
    assert ask(run, "compare", "devops vs mlops") == two


def test_compare_only_differences(run: Run) -> None:
    """--only differences holds for JSON as for the screen."""
    whole = ask(run, "compare", "devops", "mlops", "--full")
    less = ask(run, "compare", "devops", "mlops", "--full", "--only", "differences")
    assert less["pairs"] == whole["pairs"]
    assert len(less["skills"]) < len(whole["skills"])
    assert all(skill in whole["skills"] for skill in less["skills"])


def test_search(run: Run) -> None:
    """Hits with the reasons for each."""
    hits = ask(run, "search", "model deploy", "--limit", "3")
    assert len(hits) == 3
    for hit in hits:
        assert list(hit) == ["id", "name", "kind", "definition", "score", "parts"]
        assert sum(part["score"] for part in hit["parts"]) == pytest.approx(hit["score"])
    assert {hit["kind"] for hit in ask(run, "search", "data", "--kind", "role")} == {"role"}


def test_search_says_how_many_there_are(run: Run) -> None:
    """A list that --limit cuts is said to be cut, in every format; 0 gives all of it."""
    whole = run("search", "data", "--limit", "0", "--json")
    count = len(json.loads(whole.stdout))
    assert whole.stderr == ""
    for format in ("json", "csv", "table"):
        cut = run("search", "data", "--limit", "3", "-f", format)
        assert cut.stderr == f"mlroles: 3 of {count} results; --limit 0 shows all\n"
    assert count > 3


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_text_is_utf8_as_it_is(run: Run, sound_copy: Path, format: str) -> None:
    """Nothing is escaped that need not be."""
    file = sound_copy / "families.yaml"
    file.write_text(file.read_text("utf-8").replace("name: Data", "name: Données"), "utf-8")
    told = run("list", "families", "-f", format, "--catalogue", str(sound_copy)).stdout
    assert "Données" in told
