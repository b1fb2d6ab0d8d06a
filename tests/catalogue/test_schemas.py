"""The JSON Schema accepts what the validator finds well shaped, and nothing else."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis.strategies import booleans, floats, sampled_from
from jsonschema import Draft202012Validator

from catalogue.test_rules import CASES, build, problems_of
from conftest import SOUND, Run
from mlroles.catalogue.checking.validate import check
from mlroles.catalogue.files.paths import bundled_folder, catalogue_files, meant_by_name, read_files
from mlroles.catalogue.load import load
from mlroles.catalogue.reading.files import TYPES
from mlroles.catalogue.templates.schemas import SHAPES, UNSETTLED, json_schema, schema_text
from mlroles.catalogue.text.reading import read_document
from mlroles.cli.table import ANSWERS, answer_class
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.shape import choices, convert, fields, shape_problems

SCHEMAS = {name: json_schema(shape.kind, name, shape.leave_out) for name, shape in SHAPES.items()}
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}


def schema_of(file: str) -> str:
    """The schema that describes a file of a catalogue."""
    folder = file.partition("/")[0]
    (name,) = (
        name
        for name, shape in SHAPES.items()
        if shape.file == file or shape.file.removeprefix("the head of ").startswith(f"{folder}/<")
    )
    return name


def accepted(folder: Path) -> dict[str, bool]:
    """File -> whether its schema accepts it, for all that can be read."""
    found = {}
    for file, content in read_files(str(folder), catalogue_files(str(folder))).items():
        if file == "adverts.json":  # figures that a script writes have no schema
            continue
        document = read_document(content, file)
        if not (document.problems or meant_by_name(file.partition("/")[0])):
            if file.endswith(".md"):
                document.data.pop("text", None)
            found[file] = VALIDATORS[schema_of(file)].is_valid(document.data)
    return found


@pytest.mark.parametrize("name", SHAPES)
def test_schemas_are_schemas(name: str) -> None:
    """Each is valid in its dialect, bears a name of its own, and lets no unknown field pass."""
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:mlroles:{name}"
    for part in schema["$defs"].values():
        assert part["additionalProperties"] is False
    kind = get_args(SHAPES[name].kind) or [SHAPES[name].kind]
    top = schema["$defs"][kind[0].__name__]
    assert not {*top["properties"], *top["required"]} & set(SHAPES[name].leave_out)


@pytest.mark.parametrize("case", [None, *CASES], ids=lambda case: case.name if case else "sound")
def test_schema_and_validator_agree(case: Path | None, sound_copy: Path) -> None:
    """A file is refused by its schema exactly where the validator finds fault with its shape."""
    if case:
        build(case, sound_copy)
    found = problems_of(sound_copy)
    misshapen = {p.place.file for p in found if p.rule in ("shape", "named-by-file")}
    misnamed = {p.place.file for p in found if p.rule in ("ending", "unknown-kind")}
    for file, sound in accepted(sound_copy).items():
        if file not in misnamed and file != "roles/ML Engineer.yaml":  # its name is what is wrong
            assert sound == (file not in misshapen), file


WRONG: tuple[Any, ...] = (
    *(None, True, 0, 1, -1, 5, 1.5, 0.5, "", "x", "X y", "2024", "2025-01", "US", "unknown", "mid"),
    *([], {}, [1], ["a-b"], {"a": 1}, "a" * 61, "a" * 130),
)
"""What may stand at a wrong place; not 1.0, which JSON Schema alone takes for a whole number."""


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every mapping and list within data, with each of its keys or positions."""
    for key in data if isinstance(data, dict) else range(len(data)):
        yield data, key
        if isinstance(data[key], dict | list):
            yield from places(data[key])


@given(
    file=sampled_from(
        ["roles/data-engineer.yaml", "skills/practice.yaml", "teams/first-model.yaml"]
    ),
    where=floats(0, 1, exclude_max=True),
    value=sampled_from(WRONG),
    remove=booleans(),
)
def test_schema_and_validator_agree_on_any_change(
    file: str, where: float, value: Any, remove: bool
) -> None:
    """Whatever is put or left out at any place, both refuse it or neither does."""
    data = read_document((SOUND / file).read_bytes(), file).data
    found = list(places(data))
    holder, key = found[int(where * len(found))]
    if remove:
        del holder[key]
    else:
        holder[key] = deepcopy(value)
    name = schema_of(file)
    accepts = VALIDATORS[name].is_valid(data)
    for entry in data if isinstance(data, list) else [data]:
        if isinstance(entry, dict):  # what the file's name says
            entry |= {key: "practice" if key == "kind" else "x" for key in SHAPES[name].leave_out}
    assert accepts == (not any(shape_problems(data, SHAPES[name].kind)))


def test_the_bundled_catalogue_is_accepted() -> None:
    """No file that comes along is refused."""
    assert all(accepted(Path(bundled_folder())).values())


@pytest.mark.parametrize("collection", TYPES)
def test_every_field_is_described(collection: str) -> None:
    """A schema has the fields, meanings and words of the class that it is made from."""
    kind = TYPES[collection]
    told = SCHEMAS["catalogue"]["$defs"][kind.__name__]
    assert told["description"] == kind.__doc__
    assert list(told["properties"]) == [field.name for field in fields(kind)]
    for field in fields(kind):
        part: Any = told["properties"][field.name]
        assert (field.name in told["required"]) == field.required
        if "enum" in part:
            assert sorted(part["enum"]) == sorted(choices(field.type))


def test_exported_json_is_the_whole_catalogue(run: Run, bundled: Catalogue) -> None:
    """Every entry stands in the document, and reads back to what it was."""
    document = json.loads(run("export", "json").stdout)
    assert VALIDATORS["catalogue"].is_valid(document)
    assert document.keys() == TYPES.keys()
    for collection, kind in TYPES.items():
        assert not any(shape_problems(document[collection], list[kind]))  # type: ignore[valid-type]
        entries = getattr(bundled, collection)
        assert [entry["id"] for entry in document[collection]] == list(entries)
        for entry in document[collection]:
            assert convert(entry, kind) == entries[entry["id"]]


@pytest.mark.parametrize("catalogue", ["bundled", "sound"])
def test_exported_json_loads_again_to_the_same(run: Run, tmp_path: Path, catalogue: str) -> None:
    """As a file it is a catalogue that is sound in the strict mode, with every entry and name."""
    folder = bundled_folder() if catalogue == "bundled" else str(SOUND)
    file = tmp_path / "catalogue.json"
    run("export", "json", "--catalogue", folder, "-o", str(file))
    before, after = load(folder), load(str(file))
    for field in (*TYPES, "names", "role_names"):
        assert dict(getattr(after, field)) == dict(getattr(before, field)), field
        assert list(getattr(after, field)) == list(getattr(before, field)), field
    again = run("export", "json", "--catalogue", str(file)).stdout
    assert again == file.read_text("utf-8")
    assert [problem.lines() for problem in check([str(file)], strict=True).problems] == []


def test_exported_json_leaves_out_what_is_not_told(run: Run, sound_copy: Path) -> None:
    """A field at its default is not written; ids and kinds are; nothing is escaped needlessly."""
    families = sound_copy / "families.yaml"
    families.write_text(families.read_text("utf-8").replace("name: Data", "name: Données"), "utf-8")
    text = run("export", "json", "--catalogue", str(sound_copy)).stdout
    document = json.loads(text)
    docker = next(skill for skill in document["skills"] if skill["id"] == "docker")
    assert docker.keys() == {"id", "name", "kind", "definition", "sources"}
    assert '"name":"Données"' in text
    assert len(text.splitlines()) == sum(map(len, document.values())) + 2 * len(document)


def test_an_unknown_kind_names_the_known_ones(run: Run) -> None:
    """The remedy is the nearest kind."""
    result = run("export", "schema", "--of", "roel")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean 'role'?" in result.stderr
    assert run("export", "schema", "--of", "role").stdout == schema_text("role")


def test_no_version_of_the_library_shows() -> None:
    """Schemas hold nothing that only some versions write, and null comes last."""

    def check(schema: object) -> None:
        if isinstance(schema, list):
            for part in schema:
                check(part)
        elif isinstance(schema, dict):
            assert not schema.keys() & {*UNSETTLED}
            assert {"type": "null"} not in schema.get("anyOf", ())[:-1]
            told = schema.get("description", "")
            assert not isinstance(told, str) or "\n " not in told
            for key, part in schema.items():
                check([*part.values()] if key in ("properties", "$defs") else part)

    for name in SHAPES:
        check(json.loads(schema_text(name)))
    for name in ANSWERS:
        check(json.loads(schema_text(name, answer_class(name))))
