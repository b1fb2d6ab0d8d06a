"""What people type is understood, or answered with what they may have meant."""

import json
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conftest import Run
from mlroles.cli.main import app


def ids(run: Run, *arguments: str) -> list[str]:
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    data = json.loads(done.stdout)
    return [entry["id"] for entry in (data if isinstance(data, list) else [data])]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["data", "scientist"], ["data-scientist"]),
        (["mlops", "data", "engineer"], ["mlops-engineer", "data-engineer"]),
        (["machine", "learning", "engineer", "k8s"], ["ml-engineer", "kubernetes"]),
        (["data", "scientist@SENIOR"], ["data-scientist"]),
        (["devops,mlops"], ["devops-engineer", "mlops-engineer"]),
        (["data", "scientist,", "ml", "engineer"], ["data-scientist", "ml-engineer"]),
        (["devops vs mlops"], ["devops-engineer", "mlops-engineer"]),
        (["devops", "VS", "data", "analyst"], ["devops-engineer", "data-analyst"]),
    ],
)
def test_names_without_quotes(run: Run, words: list[str], found: list[str]) -> None:
    """Words are joined until they are a name; commas and vs stand between names."""
    assert ids(run, "show", *words) == found


def test_a_role_at_a_level(run: Run) -> None:
    """ROLE@RUNG in any case and any word for the rung is the same as --rung, and --level."""
    for call in (["mlops@senior"], ["MLOps@Sr"], ["mlops", "--rung", "SENIOR"]):
        told = run("show", *call, "--json", "--fields", "id,rung").stdout
        assert json.loads(told) == {"id": "mlops-engineer", "rung": "senior"}
    same = run("compare", "devops", "mlops", "--level", "senior", "--json").stdout
    for call in (["devops@senior", "mlops"], ["devops", "mlops", "--rung", "experienced"]):
        assert run("compare", *call, "--json").stdout == same
    assert (
        run("pay", "devops@lead", "--json").stdout
        == run("pay", "devops", "--rung", "staff", "--json").stdout
    )


@pytest.mark.parametrize("command", ["show", "compare", "pay"])
def test_several_levels_are_refused(run: Run, command: str) -> None:
    """What is measured at one level says so."""
    for call in (["devops@senior", "mlops@mid"], ["devops@senior", "mlops", "--rung", "mid"]):
        done = run(command, *call)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "senior and mid are asked for" in done.stderr


def test_the_level_of_a_move_is_the_usual_one(run: Run) -> None:
    """--rung holds for the roles that say none."""
    both = run("gap", "devops@senior", "mlops@senior", "--json").stdout
    assert run("gap", "devops", "mlops", "--rung", "senior", "--json").stdout == both
    assert run("gap", "devops@senior", "mlops", "--level", "Senior", "--json").stdout == both
    assert run("gap", "devops", "mlops", "--rung", "lead", "--json").stdout != both


@pytest.mark.parametrize(
    "call",
    [
        ["boundary", "mlops@senior", "devops", "--full"],
        ["graph", "--around", "mlops@senior"],
        ["path", "data-analyst", "ml-engineer", "--avoid", "mlops@senior", "--full"],
    ],
    ids=lambda call: call[0],
)
def test_where_a_level_changes_nothing(run: Run, call: list[str]) -> None:
    """It is taken, and said to change nothing."""
    done = run(*call, "--json")
    without = run(*(word.replace("@senior", "") for word in call), "--json")
    assert (done.exit_code, done.stdout) == (0, without.stdout)
    assert "level" in done.stderr
    assert without.stderr == ""


@pytest.mark.parametrize(
    ("call", "what", "remedy"),
    [
        (
            ["show", "data", "scientst"],
            "no role or skill called 'data scientst'",
            "'Data Scientist'?",
        ),
        (["compare", "a,b"], "no role called 'a'", "mlroles"),
        (["mlops"], "'mlops' is a role, not a command", "mlroles show mlops"),
        (["data", "scientist", "--json"], "is a role", "mlroles show 'data scientist'"),
        (["Python"], "'Python' is a skill", "mlroles show Python"),
        (["gap", "mlops", "ML Ops"], "both are 'MLOps Engineer' at mid level", "different"),
        (["path", "mlops", "mlops"], "both are 'MLOps Engineer' at mid level", "different"),
        (["show", "mlops", "--section", "salary"], "no section called 'salary'", "'pay'?"),
        (["show", "mlops", "--section", "skils"], "no section called 'skils'", "'skills'"),
        (["guide", "mlops"], "no topic of the guide", "'mlops-and-devops'?"),
        (["list", "--family", "ops"], "no family called 'ops'", "'operations'?"),
        (["list", "--stage", "deployment"], "no life-cycle stage", "'deploy'?"),
        (["list", "skills", "--kind", "databases"], "no kind of skill", "'database'?"),
        (["list", "--sort", "demnad"], "--sort cannot be 'demnad'", "'demand'?"),
        (["list", "-f", "jsn"], "--format cannot be 'jsn'", "'json'"),
        (["search", "x", "--kind", "rol"], "--kind cannot be 'rol'", "'role'?"),
        (["pay", "mlops", "--country", "Germny"], "no country called 'Germny'", "'Germany'?"),
        (["pay", "mlops", "--country", "Germany"], "no figures for the country 'DE'", "US"),
        (["show", "mlops", "--rung", "boss"], "no level of seniority called 'boss'", "junior, mid"),
        (["match", "--have", "sql", "--pay-floor", "much"], "'much' is not an amount", "165k"),
        (["path", "a", "b", "--keep-pay", "most"], "'most' is not a share", "90%"),
        (["lst"], "there is no command 'lst'", "'list'?"),
        (["import", "esko"], "there is no command 'esko'", "'esco'?"),
        (["match"], "the option --have is missing", "for example: mlroles match --have"),
        (["list", "--formt", "csv"], "there is no option --formt", "'--format'"),
        (["match", "--have"], "the option --have needs a value", "mlroles"),
        (["new", "team", "x"], "too much is given: x", "mlroles new team --help"),
        (["search", "x", "--limit", "many"], "--limit: 'many' is not a whole number", "--help"),
        (
            ["compare", "mlopz", "devopz"],
            "no role called 'mlopz'; no role called 'devopz'",
            "DevOps",
        ),
        (["team", "check", "x.yaml", "--seats", "sre"], "both a file and --seats", "not both"),
        (["list", "--limit", "5"], "there is no option --limit", "mlroles list | head"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else "",
)
def test_a_mistake_is_answered(run: Run, call: list[str], what: str, remedy: str) -> None:
    """Two lines in the words of this program: what happened, and what may be meant."""
    done = run(*call)
    assert (done.exit_code, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert what in first
    assert remedy in second


def test_help_and_version_in_other_words(run: Run) -> None:
    """As other programs call them."""
    assert run("help", "show").stdout == run("show", "--help").stdout
    assert run("help", "team", "plan").stdout == run("team", "plan", "--help").stdout
    assert run("help").stdout == run("--help").stdout
    version = run("--version").stdout
    assert version.startswith("mlroles ")
    assert run("version").stdout == run("-v").stdout == version


@pytest.mark.parametrize("country", ["uk", "GB", "United Kingdom", "gbr", "england"])
def test_countries_by_name(run: Run, country: str) -> None:
    """In any of their usual names, in any case."""
    (one,) = json.loads(run("pay", "data-scientist", "--country", country, "--json").stdout)
    assert one["country"] == "GB"


def test_amounts_and_shares(run: Run) -> None:
    """As people write them; the old name of an option is still taken."""
    match = ["match", "--have", "python:3, sql:3", "--json", "--pay-floor"]
    path = ["path", "data-analyst", "ml-engineer", "--json"]
    plan = ["team", "plan", "first-model", "--json", "--budget"]
    for calls in (
        [[*match, typed] for typed in ("150000", "150k", "150,000", "$150K")],
        [[*path, *typed] for typed in (["--keep-pay", "90%"], ["--floor-pay", "0.9"])],
        [[*plan, "500k", "--junior-share", "40%"], [*plan, "500,000", "--junior-share", "0.4"]],
    ):
        first, *others = [run(*call) for call in calls]
        assert first.exit_code == 0, first.stderr
        assert all(other.stdout == first.stdout for other in others)


def test_lists_are_split_at_commas(run: Run) -> None:
    """Wherever several are taken, and in any case."""
    for call, option, values in (
        (["list"], "--skill", ["Python", "SQL"]),
        (["list"], "--stage", ["Deploy", "data"]),
        (["list"], "--family", ["DATA", "Operations"]),
        (["list", "skills"], "--kind", ["Tool", "database"]),
    ):
        one, other = values
        found = ids(run, *call, option, f"{one}, {other}")
        assert found == ids(run, *call, option, one.lower(), option, other)
        assert found != ids(run, *call, option, one)
    assert run("list", "--sort", "PAY").stdout == run("list", "--sort", "pay").stdout


def test_have_adds_up(run: Run, tmp_path: Path) -> None:
    """Said several times, in a list, in files and on standard input: the highest level counts."""
    file = tmp_path / "profile.yaml"
    file.write_text("role: data-analyst\nskills: {sql: 3, git: 2}\n")
    call = ["match", "--json", "--have"]
    whole = run(*call, "python:3, sql:3, git:2, k8s").stdout
    assert run(*call, "python:3", "--have", "sql:3,git:2", "--have", "k8s").stdout == whole
    check = ["profile", "check", f"{file}, -, python:3, sql:1, git", "--json"]
    told = json.loads(CliRunner().invoke(app, check, input="git:2\n").stdout)
    assert {one.get("level") for one in told["skills"]} == {2, 3}
    assert told["assumed"] == []


def test_a_title_in_place_of_a_file(run: Run, tmp_path: Path) -> None:
    """A title is taken as one; what looks like a file is a file."""
    for title in ("Senior ML Engineer", "MLE", "ML/AI Engineer (m/w/d)", "Node.js Developer"):
        (found,) = json.loads(run("normalize", title, "--json").stdout)
        assert found["title"] == title
    for file in ("titles.csv", str(tmp_path / "titles"), "./titles", "no titles.txt"):
        assert run("normalize", file).exit_code == 3


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ("show data scientist", "Data Scientist"),
        ("show mlops --rung staff", "lead"),
        ("show mlops --rung principal", "lead"),
        ("show mlops --rung sr", "senior"),
        ("compare mlops,devops", "MLOps Engineer | DevOps Engineer"),
        ("compare mlops vs devops", "MLOps Engineer | DevOps Engineer"),
        ("pay mlops --country USA", "US, all levels"),
        ("pay 'data engineer' --country uk", "GB, all levels"),
        ("normalize 'Senior ML Engineer'", "ML Engineer"),
        ("normalize Senior ML Engineer", "ML Engineer"),
        ("team plan", "small-product-team"),
        ("team plan first-model --budget 500k --junior-share 40%", "Plan for: First model"),
        ("team check --seats '2x data-engineer'", "Team of 2"),
        ("team check --seats 'data engineer:2, mlops'", "Team of 3"),
    ],
)
def test_what_is_meant_is_understood(run: Run, call: str, shown: str) -> None:
    """In the words that people use for it."""
    done = run(*shlex.split(call), "-f", "table", COLUMNS=100)
    assert done.exit_code == 0, done.stderr
    assert shown in done.stdout


def test_a_role_is_not_a_skill(run: Run) -> None:
    """A role in a list of skills is named as one, with where its skills are."""
    done = run("match", "--have", "devops:2")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "'devops' is a role" in done.stderr
    assert "mlroles show devops-engineer --section skills" in done.stderr


def test_a_budget_that_is_too_small(run: Run) -> None:
    """The answer is no, and says what would help."""
    done = run("team", "plan", "first-model", "--budget", "10000")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the least that helps costs" in done.stderr


def test_a_catalogue_on_standard_input(run: Run) -> None:
    """It is not read from there, and the error says so."""
    done = run("validate", "-")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "a catalogue cannot be read from standard input" in done.stderr
