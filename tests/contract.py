"""The JSON contract as its schemas: which answer a call gives, and what is wrong with it."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from conftest import Run
from mlroles.catalogue.templates.schemas import json_schema
from mlroles.cli.table import ANSWERS, answer_class


def check(run: Run, arguments: Sequence[str], **environment: object) -> Any:
    """The answer of a call, which one of the schemas of its command allows; no key is unknown.

    A list may be answered where the schema is of one of its entries, as `show` does.
    """
    done = run(*arguments, "--json", **environment)
    assert done.exit_code <= 1, done.stderr
    if not done.stdout:  # the answer is "no", and there is nothing to show
        return None
    data = json.loads(done.stdout)
    part = "--section" in arguments or "--fields" in arguments
    for entry in data if isinstance(data, list) else [data]:
        problems = {name: _problem(entry, name, part) for name in names(arguments)}
        assert None in problems.values(), problems
    return data


def names(arguments: Sequence[str], known: Iterable[str] = ANSWERS) -> list[str]:
    """The answers that a call may give."""
    one, two = arguments[0], " ".join(arguments[:2])
    return [a for a in known if a in (one, two) or a.startswith((f"{one} ", f"{two} "))]


def _problem(entry: object, name: str, part: bool) -> str | None:
    error = next(_validator(name, part).iter_errors(entry), None)
    return error and f"{error.json_path}: {error.message[:300]}"


@cache
def _validator(name: str, part: bool) -> Draft202012Validator:
    """The schema of an answer, or of an entry where it is a list, that allows no other keys."""
    schema = json_schema(answer_class(name), name)
    for kind in schema["$defs"].values():
        if "properties" in kind:
            kind["additionalProperties"] = False
            if part:
                del kind["required"]
    Draft202012Validator.check_schema(schema)
    entry = schema.get("items", {"$ref": schema["$ref"]} if "$ref" in schema else {})
    return Draft202012Validator({**entry, "$defs": schema["$defs"]})
