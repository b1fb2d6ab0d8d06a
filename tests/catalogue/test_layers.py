"""Catalogues lie over each other: what one adds, replaces and takes away, and how that is said."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from conftest import SOUND, Run
from mlroles.catalogue.checking.validate import validate
from mlroles.catalogue.load import load
from mlroles.catalogue.reading.layers import draft_of
from mlroles.catalogue.reading.removal import take_away
from mlroles.catalogue.store.json_text import to_json
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import InvalidCatalogue, UnknownName, UnreadableFile
from mlroles.core.model.layer import Removals
from mlroles.core.roles.provenance import provenance

OURS = {
    "catalogue.yaml": """\
name: Acme
version: "7"
extends: bundled
removes:
  roles: [statistician]
  skills: [tableau]
  activities: [build-dashboards]
""",
    "sources.yaml": """\
- {id: acme, title: Ladder, publisher: Acme, published: "2026", horizon_years: 3, licence: internal}
""",
    "roles/forecaster.yaml": """\
name: Forecaster
definition: A forecaster forecasts.
family: science
tools:
  - {skill: python, importance: 5, essential: true}
sources: [acme]
reviewed: "2026"
""",
    "roles/data-analyst.yaml": """\
name: Acme Analyst
definition: An Acme analyst answers questions.
family: analytics
sources: [acme]
reviewed: "2026"
""",
    "pay.yaml": """\
- role: ml-engineer
  pay:
    - country: US
      currency: USD
      basis: earned
      rung: mid
      year: "2026"
      n: 50
      median: 1000
      source: acme
""",
}


ROLE = """\
name: Forecaster
definition: A forecaster forecasts.
family: data
sources: [editorial]
reviewed: "2026"
"""


def written(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return str(folder)


@pytest.fixture
def ours(tmp_path: Path) -> str:
    return written(tmp_path / "acme", OURS)


def test_a_layer_adds_and_replaces(ours: str, bundled: Catalogue) -> None:
    """What it does not speak of stays as it is; what has an id from below takes its place."""
    catalogue = load(ours)
    added = {"forecaster"}
    assert set(catalogue.roles) == set(bundled.roles) - {"statistician"} | added
    assert list(catalogue.roles) == sorted(catalogue.roles)
    assert catalogue.role("data analyst").name == "Acme Analyst"
    assert catalogue.roles["data-analyst"].skills == []
    assert catalogue.roles["mlops-engineer"].rungs == bundled.roles["mlops-engineer"].rungs
    assert catalogue.layers[1].replaced == ["pay/ml-engineer", "roles/data-analyst"]
    assert catalogue.layers[1].added["roles"] == 1
    assert (catalogue.layers[1].name, catalogue.layers[1].version) == ("Acme", "7")


def test_pay_replaces_a_country_alone(ours: str, bundled: Catalogue) -> None:
    """Figures of other countries stay, and the role keeps all else."""
    now, before = (c.roles["ml-engineer"].pay for c in (load(ours), bundled))
    assert [pay.median for pay in now if pay.country == "US"] == [1000]
    assert [p for p in now if p.country != "US"] == [p for p in before if p.country != "US"]


def test_what_is_taken_away_is_named_nowhere(ours: str) -> None:
    """No entry speaks of it any more; hand-offs of a role go with it, and it is said."""
    catalogue = load(ours)
    text = to_json(catalogue)
    for id in ("statistician", "tableau", "build-dashboards"):
        assert not re.search(rf'[":]{id}[")]', text), id
    layer = catalogue.layers[1]
    assert layer.removed == ["activities/build-dashboards", "roles/statistician", "skills/tableau"]
    assert layer.dropped == ["handoffs/analysis-plan"]
    assert layer.mentions > 5
    assert not validate(draft_of(ours))


@pytest.mark.parametrize("collection", ["roles", "skills", "activities", "teams", "topics"])
def test_any_entry_can_be_taken_away(collection: str) -> None:
    """Each by itself, the rest is sound without it."""
    for id in draft_of(str(SOUND)).entries[collection]:
        draft = draft_of(str(SOUND))
        removed = take_away(draft, Removals(**{collection: [id]}), None)
        assert removed.removed == [f"{collection}/{id}"]
        assert not validate(draft), id


def test_a_team_of_nobody_goes_too(bundled: Catalogue) -> None:
    """It is said with the hand-offs."""
    draft = draft_of()
    team = bundled.teams["first-model"]
    gone = Removals(roles=sorted({seat.role for seat in team.seats}))
    assert "teams/first-model" in take_away(draft, gone, None).dropped
    assert not validate(draft)


def test_many_entries_can_be_taken_away(bundled: Catalogue) -> None:
    """A fifth of the bundled roles and skills at once; no reference is left behind."""
    draft = draft_of()
    gone = Removals(roles=list(bundled.roles)[::5], skills=list(bundled.skills)[::5])
    assert len(take_away(draft, gone, None).removed) == len(gone.roles) + len(gone.skills)
    assert not validate(draft)


def test_facts_say_their_layer(ours: str) -> None:
    """The entry tells, pay for itself, and a hand-off for itself."""
    catalogue = load(ours)
    layers = {(o.field, o.layer) for o in provenance(catalogue, catalogue.roles["ml-engineer"])}
    assert ("skills", "bundled") in layers
    assert ("pay", "Acme") in layers
    assert ("pay", "bundled") in layers
    assert {o.layer for o in provenance(catalogue, catalogue.roles["forecaster"])} == {"Acme"}


def test_a_name_that_was_taken_away_says_so(ours: str) -> None:
    """Nobody is sent to look for a slip of the keyboard."""
    for ask in (load(ours).role, load(ours).entry):
        with pytest.raises(UnknownName, match="taken away by the layer 'Acme'"):
            ask("Statistician")
    with pytest.raises(UnknownName, match="taken away"):
        load(ours).skill("tableau")


def test_what_names_an_entry_that_is_gone_is_told_why(ours: str) -> None:
    """The layer itself may not speak of what it takes away."""
    tools = "tools:\n  - {skill: tableau, importance: 2}\n"
    role = OURS["roles/forecaster.yaml"].replace("tools:\n", tools)
    written(Path(ours), {"roles/forecaster.yaml": role})
    with pytest.raises(InvalidCatalogue) as raised:
        load(ours)
    assert raised.value.details == (
        "roles/forecaster.yaml:5:6: error[unknown-reference]: no skill called 'tableau'",
        "  the layer 'Acme' takes it away: name another",
    )


def test_unknown_ids_are_errors_with_their_places(ours: str) -> None:
    """In what is taken away and in pay alike."""
    written(
        Path(ours),
        {
            "catalogue.yaml": "extends: bundled\nremoves:\n  roles:\n    - statistican\n",
            "pay.yaml": OURS["pay.yaml"].replace("ml-engineer", "ml-enginer"),
        },
    )
    with pytest.raises(InvalidCatalogue) as raised:
        load(ours)
    assert raised.value.details == (
        "catalogue.yaml:4:7: error[unknown-reference]: no role called 'statistican' below",
        "  did you mean 'statistician'?",
        "pay.yaml:1:3: error[unknown-reference]: no role called 'ml-enginer'",
        "  did you mean 'ml-engineer'?",
    )


def test_places_after_a_removal_are_right(ours: str, tmp_path: Path) -> None:
    """An error in a list of which an item was taken away is told where it stands."""
    role = OURS["roles/forecaster.yaml"].replace(
        "tools:\n",
        "tools:\n  - {skill: tableau, importance: 2}\n  - {skill: nosuch, importance: 2}\n",
    )
    lower = written(tmp_path / "lower", {**OURS, "roles/forecaster.yaml": role})
    Path(lower, "catalogue.yaml").write_text("extends: bundled\n", "utf-8")
    upper = written(tmp_path / "upper", {"catalogue.yaml": "removes:\n  skills: [tableau]\n"})
    with pytest.raises(InvalidCatalogue) as raised:
        load([lower, upper])
    assert [line for line in raised.value.details if "nosuch" in line] == [
        f"{lower}/roles/forecaster.yaml:6:6: error[unknown-reference]: no skill called 'nosuch'"
    ]


def test_several_layers_and_the_variable(
    ours: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """The option may be repeated; the variable separates paths as PATH does."""
    text = OURS["roles/data-analyst.yaml"].replace("Acme Analyst", "Top Analyst")
    upper = written(tmp_path / "upper", {"roles/data-analyst.yaml": text})
    assert load([ours, upper]).roles["data-analyst"].name == "Top Analyst"
    assert [layer.name for layer in load([ours, upper]).layers] == ["bundled", "Acme", "upper"]
    told = run("--catalogue", ours, "--catalogue", upper, "list", "--family", "analytics")
    assert "Top Analyst" in told.stdout
    monkeypatch.setenv("MLROLES_CATALOGUE", os.pathsep.join([ours, upper]))
    assert load().roles["data-analyst"].name == "Top Analyst"


def test_a_catalogue_in_one_file(ours: str, tmp_path: Path) -> None:
    """What is exported loads again to the same, and may be a layer too."""
    catalogue = load(ours)
    file = tmp_path / "whole.json"
    file.write_text(to_json(catalogue), "utf-8")
    again = load(str(file))
    for collection in ("roles", "skills", "handoffs", "teams", "topics", "sources", "stages"):
        assert getattr(again, collection) == getattr(catalogue, collection), collection
    small = tmp_path / "small.yaml"
    small.write_text(
        "extends: bundled\nremoves: {roles: [statistician]}\nskills:\n"
        "  - {id: abacus, kind: tool, name: Abacus, definition: Beads., sources: [editorial]}\n",
        "utf-8",
    )
    over = load(str(small))
    assert over.skill("abacus").kind == "tool"
    assert "statistician" not in over.roles
    assert over.layers[1].name == "small"


def test_one_file_with_errors(tmp_path: Path) -> None:
    """Each has its place, in JSON too."""
    file = tmp_path / "wrong.json"
    file.write_text('{"extends": "bundled",\n "roles": [{"id": "x"}],\n "rolls": []}', "utf-8")
    with pytest.raises(InvalidCatalogue) as raised:
        load(str(file))
    places = [line.partition(": error")[0] for line in raised.value.details[::2]]
    assert places == ["wrong.json:2:12"] * 5 + ["wrong.json:3:2"]


def test_standing_alone_needs_its_own_sources(tmp_path: Path) -> None:
    """Without 'extends' nothing is there but what is written."""
    folder = written(
        tmp_path / "alone",
        {
            "families.yaml": "- {id: crafts, name: Crafts, definition: Work with hands.}\n",
            "sources.yaml": OURS["sources.yaml"],
            "activities.yaml": "stages: []\nactivities: []\n",
            "roles/potter.yaml": "name: Potter\ndefinition: A potter makes pots.\nfamily: crafts\n"
            "sources: [acme]\nreviewed: '2026'\n",
        },
    )
    catalogue = load(folder)
    assert list(catalogue.roles) == ["potter"]
    assert [layer.path for layer in catalogue.layers] == [folder]


@pytest.mark.parametrize("wrong", ["version: 2026.1\n", "removes: {roles: [a, 1]}\n"])
def test_one_wrong_field_of_a_manifest_is_one_error(tmp_path: Path, wrong: str) -> None:
    """That it extends the bundled catalogue is known all the same, and no file is missed."""
    folder = written(tmp_path, {"catalogue.yaml": f"extends: bundled\n{wrong}"})
    assert [problem.rule for problem in validate(draft_of(folder))] == ["shape"]


@pytest.mark.parametrize("manifest", ["extend: bundled\n", "- extends\n", "extends: [\n"])
def test_where_nobody_knows_what_lies_below_nothing_is_missed(
    tmp_path: Path, manifest: str
) -> None:
    """Neither files nor what entries name: all of it may be there."""
    files = {name: OURS[name] for name in ("sources.yaml", "roles/forecaster.yaml")}
    folder = written(tmp_path, {"catalogue.yaml": manifest, **files})
    problems = validate(draft_of(folder))
    assert {problem.place.file for problem in problems} == {"catalogue.yaml"}


def test_a_skill_of_another_kind_moves_in_the_roles_below(tmp_path: Path) -> None:
    """The highest layer says whether it is a skill or a tool; places in the roles stay right."""
    skill = "- {id: python, name: Python, definition: A snake., sources: [editorial]}\n"
    files = {"catalogue.yaml": "extends: bundled\n", "skills/concept.yaml": skill}
    draft = draft_of(written(tmp_path, files))
    assert validate(draft) == []
    role = draft.entries["roles"]["data-engineer"]
    assert role.skills[-1].skill == "python"
    assert "python" not in [need.skill for need in role.tools]
    below = draft_of().entries["roles"]["data-engineer"].tools
    at = [need.skill for need in below].index("python")
    moved = draft.place("roles", "data-engineer", "skills", len(role.skills) - 1)
    assert str(moved) == f"bundled/{draft_of().place('roles', 'data-engineer', 'tools', at)}"


@pytest.mark.parametrize(
    ("extends", "below"),
    [
        ("../base", ["base"]),
        ('["../base"]', ["base"]),
        ("\n  - bundled\n  - ../base", ["bundled", "base"]),
    ],
)
def test_what_a_catalogue_extends(tmp_path: Path, extends: str, below: list[str]) -> None:
    """Paths from its own folder, the lowest first, and what those extend in their turn."""
    shutil.copytree(SOUND, tmp_path / "base")
    written(tmp_path / "mid", {"catalogue.yaml": f"extends: {extends}\n"})
    top = {"catalogue.yaml": "extends: ../mid\n", "roles/forecaster.yaml": ROLE}
    catalogue = load(written(tmp_path / "top", top))
    assert [layer.name for layer in catalogue.layers] == [*below, "mid", "top"]
    assert "forecaster" in catalogue.roles
    assert "data-engineer" in catalogue.roles


def test_a_catalogue_does_not_extend_itself(tmp_path: Path) -> None:
    """Not by way of another one either; and what it extends is there."""
    one = written(tmp_path / "one", {"catalogue.yaml": "extends: ../two\n"})
    written(tmp_path / "two", {"catalogue.yaml": "extends: [../one]\n"})
    with pytest.raises(UnreadableFile, match="extends itself"):
        load(one)
    with pytest.raises(UnreadableFile, match="there is no catalogue at"):
        load(written(tmp_path / "one", {"catalogue.yaml": "extends: ../nowhere\n"}))


def test_a_single_file_extends_a_path(tmp_path: Path) -> None:
    """As JSON too."""
    shutil.copytree(SOUND, tmp_path / "base")
    (tmp_path / "top.json").write_text('{"name": "Top", "extends": "base", "roles": []}')
    assert len(load(str(tmp_path / "top.json")).roles) == 3


def test_a_folder_may_be_named_by_its_manifest(ours: str, tmp_path: Path) -> None:
    """Its roles are not passed over; a file of that name that lies alone is a whole catalogue."""
    assert "forecaster" in load(os.path.join(ours, "catalogue.yaml")).roles
    whole = {"catalogue.yaml": "extends: bundled\nsources: []\n"}
    alone = written(tmp_path / "alone", whole)
    assert load(os.path.join(alone, "catalogue.yaml")).roles


def test_what_a_layer_says_twice_is_an_error(ours: str) -> None:
    """The second would silently win over the first, or take away what is gone already."""
    manifest = "extends: bundled\nremoves: {roles: [statistician, statistician, xyzzy]}\n"
    pay = OURS["pay.yaml"]
    written(Path(ours), {"catalogue.yaml": manifest, "pay.yaml": pay + pay})
    with pytest.raises(InvalidCatalogue) as raised:
        load(ours)
    assert raised.value.details == (
        "catalogue.yaml:2:33: error[repeated-item]: 'statistician' stands in this list twice",
        "  keep one of them",
        "catalogue.yaml:2:47: error[unknown-reference]: no role called 'xyzzy' below",
        "  remove it here",
        "pay.yaml:11:3: error[repeated-item]: "
        "the pay of 'ml-engineer' in US stands in this file twice",
        "  write all of it in one place",
    )


def test_nothing_is_left_of_the_pay_of_a_removed_role(ours: str, tmp_path: Path) -> None:
    """Neither the role nor where its pay came from."""
    assert "pay/ml-engineer/US" in load(ours).origins
    manifest = {"catalogue.yaml": "removes: {roles: [ml-engineer]}\n"}
    upper = written(tmp_path / "upper", manifest)
    assert not [known for known in load([ours, upper]).origins if "ml-engineer" in known]


def test_a_ladder_of_two_rungs(run: Run, tmp_path: Path) -> None:
    """What is not told of a rung is unknown, and a hand-off needs no stage."""
    role = ROLE.replace("family: data", "family: science") + (
        "skills:\n"
        "  - {skill: statistics, importance: 4, essential: true, levels: {mid: 2, senior: 4}}\n"
        "rungs:\n"
        "  - {rung: mid, title: Forecaster, years_from: 2, scope: One product, autonomy: Alone}\n"
        "  - {rung: senior, title: Senior, years_from: 5, scope: All of them, autonomy: Leads}\n"
    )
    handoff = (
        "- {id: forecast, artefact: Forecast, from_role: forecaster, to_role: data-analyst,"
        " accepted_when: It is there, sources: [editorial]}\n"
    )
    files = {"catalogue.yaml": "extends: bundled\n", "roles/forecaster.yaml": role}
    folder = written(tmp_path, {**files, "handoffs.yaml": handoff})
    shown = run("show", "forecaster", "--catalogue", folder, "--json")
    assert shown.exit_code == 0, shown.stderr
    answer = json.loads(shown.stdout)
    levels = {"junior": None, "mid": 2, "senior": 4, "lead": None}
    assert answer["skills"][0]["levels"] == levels
    assert answer["handoffs"][0]["stage"] is None
    done = run("match", "--have", "statistics:2", "--catalogue", folder, "--json", "--limit", "0")
    listed = json.loads(done.stdout)["matches"]
    (found,) = [one for one in listed if one["role"]["id"] == "forecaster"]
    assert found["rung"] == "mid"
    for call in (
        "boundary forecaster data-analyst",
        "graph handoffs",
        "path data-analyst forecaster",
    ):
        assert run(*call.split(), "--catalogue", folder).exit_code == 0


def test_only_the_stages_that_are_used_are_described(tmp_path: Path) -> None:
    """A catalogue need not describe all of a model's life."""
    folder = Path(shutil.copytree(SOUND, tmp_path / "base"))
    assert validate(draft_of(str(folder))) == []
    activities = (folder / "activities.yaml").read_text("utf-8")
    for role in (folder / "roles").iterdir():
        role.write_text(re.sub(r"(?m)^lifecycle:.*\n(?:  .*\n)*", "", role.read_text("utf-8")))
    stage = re.search(r"(?m)^  - id: label\n(?:    .*\n)+", activities)
    assert stage
    (folder / "activities.yaml").write_text(activities.replace(stage[0], ""), "utf-8")
    assert [p.rule for p in validate(draft_of(str(folder)))] == []
