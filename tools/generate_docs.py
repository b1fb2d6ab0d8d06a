"""Write NOTICE and the parts of docs/ that follow from the program, or check that they still do.

    python tools/generate_docs.py [--check]

With --check nothing is written, and the script ends with 1 if something would be.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from mlroles.catalogue.checking.explain import explanations
from mlroles.catalogue.files.paths import bundled_folder
from mlroles.catalogue.load import load
from mlroles.catalogue.templates.template import template
from mlroles.cli.table import COMMANDS
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

TOP = Path(__file__).parent.parent
DOCS = TOP / "docs"
DATA = TOP / "src" / "mlroles" / "data"
PUBLISHED = TOP / "tests" / "catalogue" / "imports" / "published"
"""Made-up publications, in folders named as the real ones are, for what reads them."""
KEYS = TOP / "tools" / "json_keys.yaml"

PROFILE = (
    "python:3, sql:3, excel:3, data visualisation:3, communication:3, data cleaning:3, statistics"
)
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

FEW = "python:3, sql, pyhton"
"""Skills for the examples of those commands that are given some."""

EXAMPLES = {
    "list": ["list"],
    "list skills": ["list", "skills"],
    "list stages": ["list", "stages"],
    "list families": ["list", "families"],
    "list teams": ["list", "teams"],
    "show ROLE": ["show", "mlops-engineer"],
    "show ROLE --sources": ["show", "mlops-engineer", "--sources"],
    "show SKILL": ["show", "kubernetes"],
    "compare": ["compare", "devops-engineer", "mlops-engineer", "data-engineer"],
    "search": ["search", "model deploy"],
    "team check": ["team", "check", "--seats", "devops ml-engineer", "--template", "first-model"],
    "team plan": ["team", "plan", "--template", "regulated", "--max", "5", "--budget", "900000"],
    "team templates": ["team", "templates"],
    "boundary": ["boundary", "mlops-engineer", "devops-engineer"],
    "graph": ["graph", "handoffs", "--around", "mlops-engineer"],
    "normalize": ["normalize", "tests/screens/normalize/input.csv"],
    "pay": ["pay", "mlops-engineer"],
    "gap": ["gap", "data-analyst", "data-scientist"],
    "match": ["match", "--have", PROFILE],
    "path": ["path", "data-analyst", "ml-engineer"],
    "next-skill": ["next-skill", "--have", PROFILE],
    "profile check": ["profile", "check", FEW],
    "guide": ["guide"],
    "guide TOPIC": ["guide", "green-talent"],
    "guide sources": ["guide", "sources"],
    "catalogue": ["catalogue"],
    "catalogue --clear-cache": ["catalogue", "--clear-cache"],
    "validate": ["validate", "tests/screens/validate/changes"],
    "validate --explain": ["validate", "--explain", "shape"],
    "import esco": ["import", "esco", "esco-1.2.0", "-o", "esco"],
}
"""What docs/json.md describes, and the call whose output it shows."""

MORE = {
    "team check": [
        ["team", "check", "--seats", "data-engineer@junior:3 nlp-engineer data-engineer@senior"],
        [
            "team",
            "check",
            "--seats",
            "devops sre",
            "--green",
            "--what-if",
            "+nlp-engineer -sre +mlops",
        ],
        ["team", "check", "--seats", "data-engineer nlp-engineer", "--what-if", "-nlp-engineer"],
    ],
    "team plan": [
        ["team", "plan", "--template", "first-model", "--junior-share", "0.5"],
        ["team", "plan", "--template", "climate", "--max", "1"],
        ["team", "plan", "--template", "climate", "--max", "1", "--budget", "130000"],
    ],
    "gap": [["gap", "--have", FEW, "ml-engineer"]],
    "path": [
        ["path", "--have", FEW, "ml-engineer"],
        [*EXAMPLES["path"], "--floor-pay", "0.9"],
    ],
    "match": [["match", "--have", FEW]],
    "graph": [["graph", "routes"], ["graph", "similarity"]],
}
"""Further calls of a command, in whose output the other keys and types are seen."""


CACHE_FOLDER = "~/.cache/mlroles"
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
    with TemporaryDirectory() as folder:
        shutil.copytree(PUBLISHED, folder, dirs_exist_ok=True)
        Path(folder, "tests").symlink_to(TOP / "tests")
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", check=False, env=environment, cwd=folder
        )
    if done.returncode > 1:  # 1 is an answer too: it is "no"
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


def json_contract() -> Iterator[str]:
    """docs/json.md: real output of every command, cut short, and what each key means."""
    meanings = yaml.safe_load(KEYS.read_text("utf-8"))
    yield meanings["introduction"]
    for title, arguments in EXAMPLES.items():
        data = settled(json.loads(run(*arguments, "--json")))
        yield f"## {title}\n"
        yield f"`mlroles {shlex.join(arguments)} --json`, lists cut to their first entry:\n"
        yield f"```json\n{json.dumps(shortened(data), ensure_ascii=False, indent=2)}\n```\n"
        yield "| key | type | meaning |\n| --- | --- | --- |"
        types = key_types(whole(title, data), meanings["keys"][title])
        types |= meanings["unseen_types"].get(title, {})
        for path, meaning in meanings["keys"][title].items():
            yield f"| `{path}` | {types[path]} | {meaning} |"
        yield ""


def settled(data: Any) -> Any:
    """Data in which nothing depends on the machine or the hour: an example stands for it."""
    examples = {"file": CACHE_FOLDER + "/catalogue-1f2e3d4c", "folder": CACHE_FOLDER}
    examples |= {"bytes": 1_700_000, "age_seconds": 60, "removed": 1}
    for part in (data, data.get("compiled_copy")) if isinstance(data, dict) else ():
        if isinstance(part, dict) and "bytes" in part:
            part.update({key: value for key, value in examples.items() if key in part})
    return data


def whole(title: str, data: Any) -> list[Any]:
    """Enough output to see every key and type: all roles or skills for `show`, all pairs."""
    catalogue = load(bundled_folder())
    if title == "compare":
        return [data, json.loads(run("compare", *catalogue.roles, "--json"))]
    if title == "pay":
        return [data, json.loads(run("pay", *catalogue.roles, "--level", "lead", "--json"))]
    if title == "guide TOPIC":
        return [json.loads(run("guide", topic, "--json")) for topic in catalogue.topics]
    if title in MORE:
        return [data, *(json.loads(run(*words, "--json")) for words in MORE[title])]
    if title not in ("show ROLE", "show SKILL"):
        return [data]
    names = list(catalogue.roles if title == "show ROLE" else catalogue.skills)
    calls = [["show", *names, "--json"], ["show", *names, "--level", "senior", "--json"]]
    return [entry for call in calls for entry in json.loads(run(*call))]


def shortened(data: Any) -> Any:
    """Data whose lists hold their first entry, and whose long texts are cut."""
    if isinstance(data, dict):
        return {key: shortened(value) for key, value in data.items()}
    if isinstance(data, list):
        return [shortened(item) for item in data[:1]]
    if isinstance(data, str) and len(data) > 80:
        return data[:77].rsplit(" ", 1)[0] + " …"
    return data


def key_types(samples: list[Any], documented: dict[str, str]) -> dict[str, str]:
    """Path of every key in the samples -> its JSON types.

    `<name>` in a documented path stands for keys that are data, such as the ids of roles.
    Raises `SystemExit` where a key is not documented.
    """
    free = {
        path[: match.start()]: path[: match.end()]
        for path in documented
        for match in re.finditer(r"\.<\w+>", path)
    }
    found: dict[str, set[str]] = {}

    def walk(value: Any, path: str) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                inner = free[path] if path in free else f"{path}.{key}".lstrip(".")
                found.setdefault(inner, set()).add(json_type(item))
                walk(item, inner)
        elif isinstance(value, list):
            for item in value:
                if not isinstance(item, dict):
                    found.setdefault(f"{path}[]", set()).add(json_type(item))
                walk(item, f"{path}[]")

    for sample in samples:
        walk(sample, "")
    if missing := sorted(found.keys() - documented.keys()):
        sys.exit(f"tools/json_keys.yaml does not say what these keys mean: {', '.join(missing)}")
    if gone := sorted(documented.keys() - found.keys()):
        sys.exit(f"tools/json_keys.yaml speaks of keys that there are not: {', '.join(gone)}")
    return {path: " or ".join(sorted(types)) for path, types in found.items()}


def json_type(value: Any) -> str:
    """The name that JSON has for the type of a value."""
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")


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
