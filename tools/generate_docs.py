"""Write NOTICE and the parts of docs/ that follow from the program, or check that they still do.

    python tools/generate_docs.py [--check]

With --check nothing is written, and the script ends with 1 if something would be.
"""

import os
import re
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import typer
import yaml

from measure.json_calls import CALLS
from mlroles import __version__
from mlroles.catalogue.checking.explain import explanations
from mlroles.catalogue.files.paths import bundled_folder
from mlroles.catalogue.load import load
from mlroles.catalogue.templates.template import template
from mlroles.cli.help.page import calls, own_options, topic
from mlroles.cli.help.topics import START_HERE
from mlroles.cli.main import app
from mlroles.cli.table import ANSWERS, COMMANDS, answer_class
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import (
    Activity,
    Family,
    HandOff,
    Role,
    Skill,
    Source,
    Stage,
    TeamTemplate,
    Topic,
)
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.vocabulary import SKILL_KINDS

TOP = Path(__file__).parent.parent
DOCS = TOP / "docs"
DATA = TOP / "src" / "mlroles" / "data"
REFERENCE = {"id", "name"}
"""The keys of a reference to an entry, which is not described again and again."""

HOMEPAGE = "https://github.com/mlroles/mlroles"
TOPICS_IN_MANUAL = {
    "start": "GETTING STARTED",
    "output": "OUTPUT OPTIONS",
    "environment": "ENVIRONMENT",
    "exit-codes": "EXIT STATUS",
    "limits": "LIMITS",
}
"""Topic of the help -> its heading in the manual page."""

LICENCES = {
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY-NC-SA 4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "CC BY-NC-ND 4.0": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    "Open Government Licence v3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "Commission Decision 2011/833/EU": "https://eur-lex.europa.eu/eli/dec/2011/833/oj",
    "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0",
}
"""Licence, as what is said of a source's terms begins with it -> its text."""
OWN_CACHE = TemporaryDirectory()
"""Where compiled copies lie meanwhile, so that those of whoever runs this stay as they are."""


def run(*arguments: str) -> str:
    """Standard output of the program, free of what the shell around it may hold."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("FORCE_COLOR", "NO_COLOR", "GITHUB_ACTIONS", "MLROLES_CATALOGUE")
    }
    environment |= {"TYPER_USE_RICH": "0", "COLUMNS": "90", "PYTHONUTF8": "1"}
    environment["XDG_CACHE_HOME"] = OWN_CACHE.name
    command = [sys.executable, "-m", "mlroles", *arguments]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env=environment
    )
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def cli() -> Iterator[str]:
    """docs/cli.md: the help of every command."""
    yield "# Commands\n"
    yield "What `mlroles --help` and the help of each command say.\n"
    for name in ["", *COMMANDS]:
        yield f"## mlroles {name}".rstrip() + "\n"
        lines = run(*name.split(), "--help").rstrip().splitlines()
        yield "\n".join(["```text", *(line.rstrip() for line in lines), "```\n"])
    yield f"## Limits\n\n```text\n{topic('limits').partition(chr(10) * 2)[2].rstrip()}\n```\n"


def manual() -> Iterator[str]:
    """docs/mlroles.1: the help of every command, and the topics of the help, as a manual page."""
    program: Any = typer.main.get_command(app)
    top = program.make_context("mlroles", [], resilient_parsing=True)
    yield f'.TH MLROLES 1 "" "mlroles {__version__}" "User Commands"'
    yield ".SH NAME\nmlroles \\- explore careers in machine learning"
    yield ".SH SYNOPSIS\n.B mlroles\n[OPTIONS] COMMAND [ARGS]..."
    yield f".SH DESCRIPTION\n{roff(program.help)}"
    yield from verbatim("".join(calls(START_HERE)))
    yield ".SH COMMANDS"
    for name, row in COMMANDS.items():
        command, ctx = program, top
        for word in name.split():
            command = command.get_command(ctx, word)
            ctx = command.make_context(word, [], parent=ctx, resilient_parsing=True)
        usage = " ".join(command.collect_usage_pieces(ctx))
        yield f'.SS "mlroles {name} {roff(usage)}"\n{roff(command.help)}'
        for _, (option, told) in own_options(command, ctx):
            yield f".TP\n.B {roff(option)}\n{roff(told)}"
        yield from verbatim("".join(calls(row.calls)))
    for name, heading in TOPICS_IN_MANUAL.items():
        yield f".SH {heading}"
        yield from verbatim(topic(name).partition("\n\n")[2])
    yield '.SH SEE ALSO\n.BR jq (1), " " fzf (1)\n.PP'
    yield roff(f"The documents: {HOMEPAGE}")


def verbatim(text: str) -> Iterator[str]:
    """Lines of a manual page that stay as they are."""
    yield f".PP\n.nf\n{roff(text.rstrip())}\n.fi"


def roff(text: str) -> str:
    """A text for a manual page: nothing in it is an instruction."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return re.sub(r"(?m)^(?=[.'])", r"\\&", text)


def json_contract() -> Iterator[str]:
    """docs/json.md: the keys of every answer, then the objects that several answers share."""
    yield (DOCS / "json.md").read_text("utf-8").split("\n## ")[0].rstrip() + "\n"
    kinds = [answer_class(name) for name in ANSWERS]
    tops, objects = msgspec.json.schema_components(kinds, ref_template="{name}")
    headings = {one: name for name, top in zip(ANSWERS, tops, strict=True) for one in refs(top)}
    uses = Counter(one for item in objects.values() for one in refs(item))
    shared = [one for one in objects if uses[one] > 1 and one not in headings]
    shared = [one for one in shared if set(objects[one]["properties"]) != REFERENCE]
    headings |= {one: spaced(one) for one in shared}

    def typed(schema: Any) -> str:
        if "$ref" in schema:
            one = schema["$ref"]
            if one in headings:
                return f"[{headings[one]}](#{headings[one].replace(' ', '-')})"
            return "`{id, name}`" if set(objects[one]["properties"]) == REFERENCE else "object"
        if "anyOf" in schema:
            return " or ".join(typed(option) for option in schema["anyOf"])
        if "enum" in schema:
            return "text" if isinstance(schema["enum"][0], str) else "number"
        if "items" in schema:
            return f"array of {typed(schema['items'])}"
        return str(schema["type"]).replace("integer", "number").replace("string", "text")

    def first_line(one: str) -> str:
        text: str = objects[one]["description"]
        return text.split("\n")[0]

    def rows(one: str, before: str = "") -> Iterator[str]:
        for key, schema in objects[one]["properties"].items():
            told = [one for one in refs(schema) if one not in headings]
            told = [one for one in told if set(objects[one]["properties"]) != REFERENCE]
            means = meaning(schema) or "; ".join(map(first_line, told))
            yield f"| `{before}{key}` | {typed(schema)} | {means}".rstrip() + " |"
            yield from (row for one in told for row in rows(one, f"{before}."))

    told: dict[str, str] = {}
    for name, top in zip(ANSWERS, tops, strict=True):
        (one,) = refs(top)
        form = "array" if top.get("type") == "array" else "object"
        yield f"## {name}\n\n`mlroles {shlex.join(CALLS[name])} --json`: an {form}.\n"
        if one in told:
            yield f"The same as [{told[one]}](#{told[one].replace(' ', '-')}).\n"
        else:
            told[one] = name
            yield from table(first_line(one), rows(one))
    yield "## Shared objects\n"
    for one in shared:
        yield f"### {headings[one]}\n"
        yield from table(first_line(one), rows(one))


def table(description: str, rows: Iterator[str]) -> Iterator[str]:
    """What an object is, and a row for each of its keys."""
    yield f"{description}\n"
    yield "| key | type | meaning |\n| --- | --- | --- |"
    yield from (*rows, "")


def refs(schema: Any) -> list[str]:
    """The objects that a schema names, in their order."""
    if isinstance(schema, list):
        return [one for part in schema for one in refs(part)]
    if not isinstance(schema, dict):
        return []
    named = [schema["$ref"]] if "$ref" in schema else []
    return named + [one for part in schema.values() for one in refs(part)]


SAID_ONCE = {
    "a whole number, 0 or more",
    "1 awareness, 2 working, 3 practitioner, 4 expert",
    "from 0 to 1, four decimal places",
    "between 0 and 1",
    "a rung of the catalogue; in the bundled one junior, mid, senior or lead",
}
"""What the introduction says of counts, levels, scores and rungs."""


LISTED_ONCE = (set(LADDER.ids), set(SKILL_KINDS))
"""Words that the introduction lists."""


def meaning(schema: Any) -> str:
    """What a key means, and the words that may stand there; ids and rungs are described once."""
    described = schema.get("description", "") if "pattern" not in schema else ""
    described = "" if described in SAID_ONCE else described
    words = next(enums(schema), [])
    listed = ", ".join(f"`{word}`" for word in words if set(words) not in LISTED_ONCE)
    return "; ".join(filter(None, [described, listed]))


def enums(schema: Any) -> Iterator[list[Any]]:
    """The lists of words in a schema."""
    for part in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(part, dict | list):
            yield from enums(part)
    if isinstance(schema, dict) and "enum" in schema:
        yield schema["enum"]


def spaced(name: str) -> str:
    """A class's name as words: PayFigure -> pay figure."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Answer")).lower()


def catalogue_template() -> Iterator[str]:
    """The annotated templates of docs/catalogue.md, one for each kind of file."""
    activities = yaml.safe_load((DATA / "activities.yaml").read_text("utf-8"))
    parts: list[tuple[str, Any, type, frozenset[str]]] = [
        ("roles/<id>.yaml", _role(), Role, frozenset({"id"})),
        ("skills/<kind>.yaml", _first("skills/practice"), Skill, frozenset({"kind"})),
        ("activities.yaml, under `stages`", activities["stages"][0], Stage, frozenset()),
        ("activities.yaml, under `activities`", activities["activities"][0], Activity, frozenset()),
        ("handoffs.yaml", _first("handoffs"), HandOff, frozenset()),
        ("teams/<id>.yaml", _first("teams/first-model"), TeamTemplate, frozenset({"id"})),
        ("guide/<topic>.md", _head("guide/green-talent"), Topic, frozenset({"id", "text"})),
        ("families.yaml", _first("families"), Family, frozenset()),
        ("sources.yaml", _first("sources"), Source, frozenset()),
    ]
    for title, data, kind, leave_out in parts:
        yield f"### {title}\n"
        text = template(kind, data, leave_out=leave_out)
        if title.startswith("guide"):
            yield f"```text\n---\n{text}---\n\nA [data engineer](role:data-engineer) …\n```\n"
        elif title.startswith(("roles", "activities", "teams")):
            yield f"```yaml\n{text}```\n"
        else:
            lines = text.rstrip("\n").split("\n")
            yield "```yaml\n" + "\n".join(["-", *(f"  {line}" for line in lines)]) + "\n```\n"


def codes() -> Iterator[str]:
    """The list in docs/catalogue.md of what the validator reports."""
    yield "## What validate reports\n"
    yield "| code | | what it demands |\n| --- | --- | --- |"
    for code, explained in explanations().items():
        yield f"| `{code}` | {explained.severity} | {explained.demands} |"


def _first(name: str) -> Any:
    data = yaml.safe_load((DATA / f"{name}.yaml").read_text("utf-8"))
    return data[0] if isinstance(data, list) else data


def _role() -> Any:
    """A role whose fields name only a source that the template keeps: its lists are cut short."""
    role = _first("roles/devops-engineer")
    return role | {"sources_of": {"definition": role["sources"][:1]}}


def _head(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.md").read_text("utf-8").split("---\n")[1])


def sources(catalogue: Catalogue) -> Iterator[str]:
    """docs/sources.md: where the facts come from, on which terms."""
    yield (DOCS / "sources.md").read_text("utf-8").split("## ")[0].rstrip() + "\n"
    for source in catalogue.sources.values():
        yield f"## {source.id}\n"
        yield f"- **{source.title}**, {source.publisher}, {source.published}"
        yield f"- Licence: {source.licence}"
        if source.url:
            yield f"- <{source.url}>"
        if source.credit:
            yield f"- Credit: {source.credit}"
        if source.successor:
            yield f"- Since then: {source.successor}"
        yield ""


def notice(catalogue: Catalogue) -> Iterator[str]:
    """NOTICE: the sources that are under a public licence, by licence, with their credit lines."""
    yield "mlroles is under the MIT licence; see LICENSE.\n"
    yield "The catalogue in mlroles/data takes facts and figures from the works below, under the"
    yield "licences given here. They were selected, counted and put into the catalogue's own words."
    yield "Of works that may not be changed or used commercially, only facts are cited."
    yield "No publisher endorses this catalogue. docs/sources.md lists all sources."
    for licence, url in LICENCES.items():
        yield f"\n{licence}\n<{url}>"
        for source in catalogue.sources.values():
            if re.match(rf"{re.escape(licence)}(?![-\w])", source.licence):
                yield f"\n  {source.title}, {source.publisher}, {source.published}"
                yield from [f"  <{source.url}>"] if source.url else []
                yield from [f"  {source.credit}"] if source.credit else []


def documents() -> dict[Path, str]:
    """File -> what it must hold."""
    guide = (DOCS / "catalogue.md").read_text("utf-8")
    before = guide.split("<!-- template -->")[0]
    catalogue = load(bundled_folder())
    return {
        DOCS / "cli.md": _joined(cli()),
        DOCS / "mlroles.1": _joined(manual()),
        DOCS / "json.md": _joined(json_contract()),
        DOCS / "catalogue.md": before
        + "<!-- template -->\n\n"
        + _joined(catalogue_template())
        + "\n"
        + _joined(codes()),
        TOP / "NOTICE": _joined(notice(catalogue)),
        DOCS / "sources.md": _joined(sources(catalogue)),
    }


def _joined(parts: Iterator[str]) -> str:
    return "\n".join(parts).rstrip("\n") + "\n"


def main() -> None:
    """Write or check, as the command line says."""
    texts = documents()
    stale = [f for f, text in texts.items() if not f.exists() or f.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        if stale:
            names = ", ".join(file.name for file in stale)
            sys.exit(f"{names}: not as the program is\nrun python tools/generate_docs.py")
        return
    for file in stale:
        file.write_text(texts[file], "utf-8")
        print(f"wrote {file.relative_to(TOP)}")


if __name__ == "__main__":
    main()
