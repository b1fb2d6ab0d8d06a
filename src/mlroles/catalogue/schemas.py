"""The JSON Schema of each kind of file that a catalogue has."""

import json
from collections.abc import Collection
from typing import Any, Literal, NamedTuple

from mlroles.catalogue.files import FILES, WholeFile
from mlroles.core.guide import Topic
from mlroles.core.model import Role, Skill
from mlroles.core.schema import json_schema
from mlroles.core.team import TeamTemplate
from mlroles.core.team_file import TeamFile

SchemaName = Literal[
    "catalogue",
    "manifest",
    "role",
    "skill",
    "activity",
    "handoff",
    "family",
    "team",
    "team-template",
    "topic",
    "pay",
    "source",
]


class Shape(NamedTuple):
    """What stands in a kind of file."""

    file: str
    kind: Any
    """A class of the model, or a list of one."""
    leave_out: Collection[str] = ()
    """Fields that come from the file's name, or do not stand in its head."""


SHAPES: dict[SchemaName, Shape] = {
    "catalogue": Shape("a catalogue in one file, as export json writes it", WholeFile),
    "manifest": Shape("catalogue.yaml", FILES["catalogue.yaml"]),
    "role": Shape("roles/<id>.yaml", Role, {"id"}),
    "skill": Shape("skills/<kind>.yaml", list[Skill], {"kind"}),
    "activity": Shape("activities.yaml", FILES["activities.yaml"]),
    "handoff": Shape("handoffs.yaml", FILES["handoffs.yaml"]),
    "family": Shape("families.yaml", FILES["families.yaml"]),
    "team": Shape("a team file, as team check reads it", TeamFile),
    "team-template": Shape("teams/<id>.yaml", TeamTemplate, {"id"}),
    "topic": Shape("the head of guide/<topic>.md", Topic, {"id", "text"}),
    "pay": Shape("pay.yaml", FILES["pay.yaml"]),
    "source": Shape("sources.yaml", FILES["sources.yaml"]),
}
"""Name of a schema -> what it describes."""


def schema_text(name: SchemaName) -> str:
    """A schema as JSON, indented, with a line break at its end."""
    file, kind, leave_out = SHAPES[name]
    schema = {"$comment": file, **json_schema(kind, name, leave_out)}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
