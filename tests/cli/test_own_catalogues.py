"""Catalogues with rungs and stages of their own, alone and over another one."""

import json
from pathlib import Path

import pytest

from conftest import Run
from mlroles.catalogue.load import load
from mlroles.catalogue.text.yaml_text import written
from mlroles.cli import complete
from mlroles.core.finding.normalise import Normaliser

LADDERS = {
    "two": {"engineer": "Engineer", "senior-engineer": "Senior Engineer"},
    "five": {
        "ic1": "Engineer I",
        "ic2": "Engineer II",
        "ic3": "Senior Engineer",
        "ic4": "Staff Engineer",
        "ic5": "Principal Engineer",
    },
    "nine": {f"l{number}": "" for number in range(1, 10)},
}
USUAL = {"two": "engineer", "five": "ic3", "nine": "l5"}
"""The rung that is meant where none is named: the middle one, the lower of two."""

SOURCED = {"sources": ["acme"]}


def by_rung(rungs: list[str], highest: int) -> dict[str, int]:
    """Levels that rise from 1 to the highest."""
    return {r: 1 + round((highest - 1) * n / (len(rungs) - 1)) for n, r in enumerate(rungs)}


def role(
    name: str, activity: str, importance: int, tool: str, rungs: list[str]
) -> dict[str, object]:
    return {
        "name": name,
        "definition": f"A {name.lower()} works.",
        "family": "engineering",
        "lifecycle": {"make": importance // 2, "operate": 3 - importance // 2},
        "responsibilities": [
            {"activity": activity, "raci": "A", "statement": "Do the work for its users"}
        ],
        "skills": [
            {
                "skill": "design",
                "importance": importance,
                "essential": True,
                "levels": by_rung(rungs, 4),
            },
            {
                "skill": "operations",
                "importance": 6 - importance,
                "essential": True,
                "essential_from": rungs[-1],
                "levels": by_rung(rungs, 3),
            },
        ],
        "tools": [{"skill": tool, "importance": importance, "levels": by_rung(rungs, 4)}],
        "rungs": [
            {
                "rung": rung,
                "title": f"{name} {place}",
                "years_from": place,
                "scope": "Some of it",
                "autonomy": "Some of it",
            }
            for place, rung in enumerate(rungs)
        ],
        "pay": [
            {
                "country": "GB",
                "currency": "GBP",
                "basis": "earned",
                "rung": rung,
                "year": "2026",
                "n": 40,
                "median": 40_000 + 10_000 * place,
                "source": "acme",
            }
            for place, rung in enumerate(rungs[:-1])
        ],
        "reviewed": "2026-01-15",
        **SOURCED,
    }


def skill(name: str, levels: bool = True) -> dict[str, object]:
    told = [f"You can {name} {how}" for how in ("with help", "by the book", "alone", "for all")]
    more = {"level_statements": told} if levels else {}
    return {"id": name, "name": name.title(), "definition": f"{name}.", **more, **SOURCED}


@pytest.fixture(params=LADDERS)
def ladder(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, list[str]]:
    """A catalogue with a ladder of its own: its path and its rungs, lowest first."""
    named = LADDERS[request.param]
    rungs = list(named)
    engineering = {"id": "engineering", "name": "Engineering", "definition": "Those who build."}
    source = {"id": "acme", "title": "Ladder", "publisher": "Acme", "published": "2026-01-15"}
    steps = [{"id": rung, **({"name": name} if name else {})} for rung, name in named.items()]
    seats = [
        {"role": "backend-engineer", "rung": rungs[-1], "people": 2, "without": "Nothing is."},
        {"role": "site-engineer", "rung": rungs[0], "without": "Nothing runs."},
    ]
    activities = [
        {
            "id": id,
            "name": id.title(),
            "stage": stage,
            **SOURCED,
            "statement": "Do the work for its users",
        }
        for id, stage in (("build", "make"), ("run", "operate"))
    ]
    stages = [
        {"id": id, "name": name, "definition": f"{name}.", **SOURCED}
        for id, name in (("find", "Discovery"), ("make", "Making"), ("operate", "Operation"))
    ]
    handoff = {"id": "service", "from_role": "backend-engineer", "to_role": "site-engineer"}
    handoff |= {"artefact": "a service", "stage": "operate", "accepted_when": "it starts"}
    files: dict[str, object] = {
        "catalogue.yaml": {"name": "Acme", "rungs": steps},
        "families.yaml": [engineering],
        "sources.yaml": [{**source, "horizon_years": 9, "licence": "internal"}],
        "activities.yaml": {"stages": stages, "activities": activities},
        "handoffs.yaml": [{**handoff, **SOURCED}],
        "skills/practice.yaml": [skill("design"), skill("operations")],
        "skills/language.yaml": [skill("go", levels=False), skill("perl", levels=False)],
        "roles/backend-engineer.yaml": role("Backend Engineer", "build", 5, "go", rungs),
        "roles/site-engineer.yaml": role("Site Engineer", "run", 2, "perl", rungs),
        "teams/product.yaml": {
            "name": "Product",
            "goal": "Build a product.",
            "seats": seats,
            "stages": [],
            "reviewed": "2026-01-15",
            **SOURCED,
        },
    }
    for file, data in files.items():
        path = tmp_path / "acme" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(data) + "\n", "utf-8")
    return str(tmp_path / "acme"), rungs


def answer(run: Run, path: str, *arguments: str) -> dict[str, object]:
    result = run(*arguments, "--json", "--catalogue", path)
    assert result.exit_code == 0, result.stderr
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_every_answer_follows_the_ladder(run: Run, ladder: tuple[str, list[str]]) -> None:
    """The rungs of the catalogue are those of its answers, and the middle one is the usual one."""
    path, rungs = ladder
    usual = USUAL[next(name for name, named in LADDERS.items() if list(named) == rungs)]
    assert run("validate", path).exit_code == 0
    assert answer(run, path, "catalogue")["rungs"] == rungs
    shown = answer(run, path, "show", "backend-engineer")
    assert list(shown["skills"][0]["levels"]) == rungs
    assert [one["rung"] for one in shown["rungs"]] == rungs
    compared = answer(run, path, "compare", "backend-engineer", "site-engineer")
    assert compared["rung"] == usual
    gap = answer(run, path, "gap", f"backend-engineer@{rungs[0]}", f"site-engineer@{rungs[-1]}")
    assert gap["to"]["rung"] == rungs[-1]
    assert gap["rungs"] == len(rungs) - 1
    assert {one["skill"]["id"] for one in gap["skills"]} >= {"operations"}  # essential up there
    way = answer(run, path, "path", "backend-engineer", "site-engineer", "--highest", rungs[-1])
    assert way["to"]["rung"] == usual
    held = ("--have", "design:4,operations:3,go:4")
    match = answer(run, path, "match", *held)
    assert match["matches"][0]["stands_at"] in rungs[-2:]
    assert run("next-skill", "--have", "go:1", "--catalogue", path).exit_code == 0
    listed = run(
        "show", "backend-engineer", "--section", "skills", "-f", "csv", "--catalogue", path
    )
    assert [c for c in listed.stdout.splitlines()[0].split(",") if c.startswith("levels.")] == [
        f"levels.{rung}" for rung in rungs
    ]


def test_the_ends_of_the_ladder(run: Run, ladder: tuple[str, list[str]]) -> None:
    """The highest rung is paid at least what the one below is, and the lowest one is mentored."""
    path, rungs = ladder
    pay = answer(run, path, "pay", f"site-engineer@{rungs[-1]}")
    assert [one["bound"] for one in pay[0]["at"]] == ["at least"]
    assert pay[0]["figures"][0]["rung"] == rungs[-2]
    checked = answer(run, path, "team", "check", "--seats", f"site-engineer@{rungs[0]}")
    assert [one["rung"] for one in checked["people"]] == [rungs[0]]
    assert checked["mentoring"]["alone"]
    planned = answer(run, path, "team", "plan", "product", "--country", "GB")
    assert {one["rung"] for one in planned["plan"]["seats"]} <= set(rungs)


def test_unknown_rungs_are_told(run: Run, ladder: tuple[str, list[str]], tmp_path: Path) -> None:
    """A rung of another ladder is none here, wherever it stands."""
    path, rungs = ladder
    known = f"choose from {', '.join(rungs)}"
    for typed in (
        ["show", "site-engineer@chief"],
        ["compare", "backend-engineer", "site-engineer", "--rung", "chief"],
        ["path", "backend-engineer", "site-engineer", "--highest", "chief"],
        ["team", "check", "--seats", "site-engineer@chief"],
    ):
        result = run(*typed, "--catalogue", path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert known in result.stderr
    file = Path(path, "roles", "site-engineer.yaml")
    text = file.read_text("utf-8")
    file.write_text(text.replace(f"rung: {rungs[0]}", "rung: chief"), "utf-8")
    told = run("validate", path)
    assert told.exit_code == 1
    assert "error[unknown-rung]: no rung called 'chief'" in told.stdout
    assert known in told.stdout


def test_what_is_written_follows_the_ladder(run: Run, ladder: tuple[str, list[str]]) -> None:
    """Templates, profiles, exports and completion hold the catalogue's rungs."""
    path, rungs = ladder
    new = run("new", "role", "sleeper", "--catalogue", path).stdout
    assert all(f"  - rung: {rung}\n" in new and f"      {rung}:\n" in new for rung in rungs)
    profile = run("profile", "new", f"site-engineer@{rungs[0]}", "--catalogue", path).stdout
    assert f"rung: {rungs[0]}" in profile
    exported = Path(path).with_suffix(".json")
    assert run("export", "json", "-o", str(exported), "--catalogue", path).exit_code == 0
    assert load(str(exported)).ladder == load(path).ladder
    offered = complete._positions(load(path), "site-engineer@")
    assert [value for value, _ in offered] == [f"site-engineer@{rung}" for rung in rungs]


@pytest.mark.parametrize("ladder", ["two"], indirect=True)
def test_every_answer_follows_the_stages(run: Run, ladder: tuple[str, list[str]]) -> None:
    """Stages are those of the catalogue, in its order; what a role leaves out is unknown."""
    path = ladder[0]
    stages = answer(run, path, "list", "stages")
    assert [one["id"] for one in stages] == ["find", "make", "operate"]
    shown = answer(run, path, "show", "backend-engineer")
    assert shown["lifecycle"] == {"find": None, "make": 2, "operate": 1}
    page = run("show", "backend-engineer", "-f", "table", "--catalogue", path, COLUMNS=80).stdout
    names, signs = page.split("\n")[3:5]
    assert (names.split(), signs.split()) == (
        ["Discovery", "Making", "Operation"],
        ["?", "••", "•"],
    )
    listed = answer(run, path, "list", "--stage", "making")
    assert [one["id"] for one in listed] == ["backend-engineer"]
    columns = run("list", "-f", "csv", "--catalogue", path).stdout.splitlines()[0]
    assert "lifecycle.find,lifecycle.make,lifecycle.operate" in columns
    between = answer(run, path, "boundary", "backend-engineer", "site-engineer")
    assert between["handoffs"][0]["stage"] == {"id": "operate", "name": "Operation"}
    drawn = answer(run, path, "graph", "handoffs", "--stage", "operate")
    assert len(drawn["edges"]) == 1
    checked = answer(run, path, "team", "check", "--seats", "backend-engineer", "--full")
    assert [one["stage"]["id"] for one in checked["stages"]] == ["make", "operate"]
    new = run("new", "role", "sleeper", "--catalogue", path).stdout
    assert "lifecycle:\n  find:\n  make:\n  operate:\n" in new
    schema = json.loads(run("export", "schema", "--of", "handoff", "--catalogue", path).stdout)
    stage = schema["$defs"]["HandOff"]["properties"]["stage"]
    assert ["find", "make", "operate"] in [one.get("enum") for one in stage["anyOf"]]


@pytest.mark.parametrize("ladder", ["two"], indirect=True)
def test_unknown_stages_are_told(run: Run, ladder: tuple[str, list[str]], tmp_path: Path) -> None:
    """A stage of another catalogue is none here, wherever it stands."""
    path = ladder[0]
    for typed in (["list", "--stage", "deploy"], ["graph", "handoffs", "--stage", "deploy"]):
        result = run(*typed, "--catalogue", path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "choose from find, make, operate" in result.stderr
    team = tmp_path / "team.yaml"
    team.write_text("seats:\n  - {role: site-engineer}\nstages: [make, deploy]\n", "utf-8")
    result = run("team", "check", str(team), "--catalogue", path)
    assert result.exit_code == 3
    assert f"{team}:3:16: error[unknown-reference]" in result.stderr
    handoffs = Path(path, "handoffs.yaml")
    handoffs.write_text(handoffs.read_text("utf-8").replace("operate", "deploy"), "utf-8")
    assert "no stage called 'deploy'" in run("validate", path).stdout


@pytest.mark.parametrize(
    ("ladder", "title", "rung"),
    [
        ("five", "Senior Backend Engineer", "ic3"),
        ("five", "Sr Site Engineer", "ic3"),
        ("five", "Backend Engineer II", "ic2"),
        ("five", "Backend Engineer, Level 2", "ic2"),
        ("five", "Staff Backend Engineer", "ic4"),
        ("five", "Site Engineer (IC4)", "ic4"),
        ("five", "Principal Site Engineer", "ic5"),
        ("five", "Lead Site Engineer", None),
        ("five", "Site Engineer", None),
        ("two", "Sr. Backend Engineer", "senior-engineer"),
        ("two", "Staff Backend Engineer", None),
        ("nine", "Backend Engineer L9", "l9"),
        ("nine", "L6 Backend Engineer", "l6"),
        ("nine", "Senior Backend Engineer", None),
    ],
    indirect=["ladder"],
)
def test_titles_tell_the_rungs_of_the_catalogue(
    ladder: tuple[str, list[str]], title: str, rung: str | None
) -> None:
    """Where its own words, or those of its names, say so; otherwise none."""
    catalogue = load(ladder[0])
    found = Normaliser(catalogue.index, ladder=catalogue.ladder)(title)
    assert found.role is not None
    assert found.frame.level == rung


LAYER = """
name: Acme
extends: bundled
rungs:
  - {id: engineer, name: Engineer, former_ids: [junior, mid]}
  - {id: senior-engineer, name: Senior Engineer, former_ids: [senior]}
  - {id: principal, former_ids: [lead]}
"""


def test_a_ladder_over_another_one(run: Run, tmp_path: Path) -> None:
    """The rungs below take the names of those that stand for them, the last of several counting."""
    layer = tmp_path / "catalogue.yaml"
    layer.write_text(LAYER, "utf-8")
    below = load().role("mlops")
    shown = load(str(tmp_path)).role("mlops")
    for mine, theirs in zip(shown.requirements, below.requirements, strict=True):
        levels = theirs.levels
        assert mine.levels == {
            "engineer": levels["mid"],
            "senior-engineer": levels["senior"],
            "principal": levels["lead"],
        }
    assert [one.rung for one in shown.rungs] == ["engineer", "senior-engineer", "principal"]
    assert run("team", "plan", "first-model", "--catalogue", str(tmp_path)).exit_code == 0
    layer.write_text(LAYER.replace("[junior, mid]", "[junior]"), "utf-8")
    told = run("validate", str(tmp_path))
    assert told.exit_code == 1
    assert told.stdout.count("error[") == 1
    assert f"{layer}:4:1: error[unknown-rung]" in told.stdout


@pytest.mark.parametrize(
    ("rungs", "told"),
    [
        ("[{id: a}, {id: a}]", "the id 'a' is taken"),
        ("[{id: all}]", "the id 'all' is what figures of all rungs together are called"),
        ("[{id: Senior}]", "'Senior' does not have the right form"),
        ("senior", "is not a list"),
    ],
)
def test_ladders_that_are_none(run: Run, tmp_path: Path, rungs: str, told: str) -> None:
    """What is wrong with a ladder is told once, at its place."""
    (tmp_path / "catalogue.yaml").write_text(f"extends: bundled\nrungs: {rungs}\n", "utf-8")
    result = run("validate", str(tmp_path))
    assert result.exit_code == 1
    assert told in result.stdout
