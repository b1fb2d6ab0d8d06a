"""O*NET's detailed work activities as activities, and its tasks as what a role does in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mlroles.catalogue.imports.onet_entries import CODE, ONET
from mlroles.catalogue.imports.tables import Row, note
from mlroles.catalogue.imports.wording import Ids, clean
from mlroles.core.model.entries import Activity, Responsibility
from mlroles.core.model.imported import Finding

LONGEST_STATEMENT = 119
"""The characters of a task that says what an activity is in an occupation."""


class Task(NamedTuple):
    """A task of an occupation; those that belong to its core come first."""

    supplemental: bool
    number: str
    text: str


def work(
    tables: Mapping[str, Iterable[Row]], findings: list[Finding]
) -> tuple[list[Activity], dict[str, list[Responsibility]]]:
    """The activities in which any occupation is; code of an occupation -> what it does in them.

    O*NET says who does something, so every responsibility has the letter R. It is said in the
    words of the occupation's first core task that leads to the activity and is short enough, or
    else in those of the activity.
    """
    titles = {row["DWA ID"]: _statement(row["DWA Title"]) for row in tables["DWA Reference.txt"]}
    tasks = {(row[CODE], row["Task ID"]): _task(row) for row in tables["Task Statements.txt"]}
    doing: dict[str, dict[str, list[Task]]] = defaultdict(lambda: defaultdict(list))
    unknown = 0
    for row in tables["Tasks to DWAs.txt"]:
        task = tasks.get((row[CODE], row["Task ID"]))
        if task and row["DWA ID"] in titles:
            doing[row[CODE]][row["DWA ID"]].append(task)
        else:
            unknown += 1
    what = "links between tasks and activities of which one is in no file"
    note(findings, unknown, what, "left out", fault=True)

    ids = Ids()
    used = sorted({dwa for found in doing.values() for dwa in found}, key=titles.__getitem__)
    activity_ids = {dwa: ids.give(titles[dwa], dwa) for dwa in used}
    activities = [
        Activity(id=activity_ids[dwa], name=titles[dwa], statement=titles[dwa], sources=[ONET])
        for dwa in used
    ]
    duties: dict[str, list[Responsibility]] = defaultdict(list)
    for code, found in doing.items():
        for dwa in sorted(found, key=lambda dwa: (min(found[dwa]), titles[dwa])):
            short = [t.text for t in sorted(found[dwa]) if len(t.text) <= LONGEST_STATEMENT]
            duties[code].append(
                Responsibility(
                    activity=activity_ids[dwa],
                    raci="R",
                    statement=short[0] if short else titles[dwa],
                )
            )
    return sorted(activities, key=lambda activity: activity.id), duties


def _task(row: Row) -> Task:
    core = row.get("Task Type") == "Core"
    return Task(supplemental=not core, number=row["Task ID"].zfill(8), text=_statement(row["Task"]))


def _statement(text: str) -> str:
    return clean(text).rstrip(".")
