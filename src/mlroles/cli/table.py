"""The table of commands: where each is, which panel of the help it stands in, and examples."""

from collections.abc import Mapping
from importlib import import_module
from types import GenericAlias
from typing import Any, NamedTuple

from mlroles.cli.help.examples import EXAMPLES


class Command(NamedTuple):
    """One command; its help is the docstring of its function, which the help lists quote."""

    function: str
    """Module in `mlroles.cli.commands` and name of the function in it."""
    panel: str
    help: str
    """The first line of its docstring: the list of commands loads none of them."""
    calls: Mapping[str, str]
    """Real calls, the simplest first, one of them with a pipe, each with what it shows."""

    @property
    def examples(self) -> tuple[str, ...]:
        """The calls alone."""
        return tuple(self.calls)


class Group(NamedTuple):
    """Commands that share their first word."""

    help: str
    panel: str


EXPLORE, PLAN, MARKET = "Explore", "Plan a move", "Read the market"
TEAM, CATALOGUE = "Build a team", "Catalogue"
PANEL = "Output"
"""Where the options stand that all commands share."""
LONGEST_SUMMARY = 45
"""The characters of what a shell shows beside a name that it completes."""

GROUPS: dict[str, Group] = {
    "profile": Group("Create and check your skill profile.", PLAN),
    "team": Group("Check or plan a team, or see the templates.", TEAM),
    "export": Group("Export the catalogue or its JSON Schema.", CATALOGUE),
    "new": Group("Write the template of a role, a team or another entry.", CATALOGUE),
    "import": Group("Import a public classification.", CATALOGUE),
}
"""First word of commands of two words -> what they are for."""

ROWS: dict[str, tuple[str, str, str]] = {
    "list": ("listing:list_entries", EXPLORE, "List roles, skills, stages, families or teams."),
    "show": ("show:show", EXPLORE, "Show a role or a skill, or several."),
    "compare": ("compare:compare", EXPLORE, "Compare two or more roles side by side."),
    "search": ("search:search", EXPLORE, "Search roles and skills; misspellings are fine."),
    "pay": ("pay:pay", EXPLORE, "Show pay by level, with sample size and source."),
    "guide": (
        "guide:guide",
        EXPLORE,
        "Read the guide: how roles work together, and what is changing.",
    ),
    "gap": ("gap:gap", PLAN, "Show what is missing for a move, skill by skill."),
    "match": ("match:match", PLAN, "Find the roles that fit your skills."),
    "path": ("path:path", PLAN, "Find the best route to a role, in at most three moves."),
    "next-skill": ("next_skill:next_skill", PLAN, "Rank the skills to learn next."),
    "profile new": ("profile:new", PLAN, "Write a profile to fill in, with comments."),
    "profile check": ("profile:check", PLAN, "Show what is understood of your profile."),
    "normalize": ("normalize:normalize", MARKET, "Match job titles to roles."),
    "decode": ("decode:decode", MARKET, "Say what job an advert really is; read a CV."),
    "team check": ("team_check:check", TEAM, "Check what a team covers and who is missing."),
    "team plan": ("team_plan:plan", TEAM, "Plan whom to hire, for a purpose or within a budget."),
    "team templates": ("team_templates:templates", TEAM, "List the team templates, or show one."),
    "boundary": ("boundary:boundary", TEAM, "Show who does what, and who hands over what."),
    "graph": ("graph:graph", TEAM, "Draw how roles are connected."),
    "catalogue": ("catalogue:catalogue", CATALOGUE, "Show what is loaded."),
    "validate": (
        "validate:validate",
        CATALOGUE,
        "Check a catalogue; list each problem, where it is and how to fix it.",
    ),
    "export json": ("export_json:export_json", CATALOGUE, "Write the whole catalogue as JSON."),
    "export schema": (
        "export_schema:export_schema",
        CATALOGUE,
        "Write the JSON Schema of a file or an answer.",
    ),
    "new catalogue": (
        "new:new_catalogue",
        CATALOGUE,
        "Write the catalogue.yaml that makes a folder a catalogue.",
    ),
    "new role": ("new_role:new_role", CATALOGUE, "Write a template for a role of your own."),
    "new skill": (
        "new:new_skill",
        CATALOGUE,
        "Write the template of a skill or tool, for a file under skills/.",
    ),
    "new activity": (
        "new:new_activity",
        CATALOGUE,
        "Write the template of an activity, for activities.yaml.",
    ),
    "new handoff": (
        "new:new_handoff",
        CATALOGUE,
        "Write the template of a hand-off, for handoffs.yaml.",
    ),
    "new family": (
        "new:new_family",
        CATALOGUE,
        "Write the template of a family of roles, for families.yaml.",
    ),
    "new source": (
        "new:new_source",
        CATALOGUE,
        "Write the template of a source, for sources.yaml.",
    ),
    "new team-template": (
        "new:new_template",
        CATALOGUE,
        "Write a team template to fill in, for teams/.",
    ),
    "new topic": ("new:new_topic", CATALOGUE, "Write a page of the guide to fill in, for guide/."),
    "new team": ("new_team:new_team", CATALOGUE, "Write a team file to start from."),
    "import esco": (
        "imports:import_esco",
        CATALOGUE,
        "Import ESCO 1.2, the European classification, from its English CSV files.",
    ),
    "import onet": (
        "imports:import_onet",
        CATALOGUE,
        "Import O*NET 27 or later, the American classification, from its text files.",
    ),
}
"""Name -> module and function, panel of the help, first line of its help; in that order."""

COMMANDS = {
    name: Command(function, panel, help, EXAMPLES[name])
    for name, (function, panel, help) in ROWS.items()
}
"""Name -> command, in the order of the help; a name of two words is a command of a group."""

ANSWERS: dict[str, str] = {
    "list": "roles.lists:ListedRole[]",
    "list skills": "roles.lists:ListedSkill[]",
    "list stages": "roles.lists:ListedStage[]",
    "list families": "roles.lists:ListedFamily[]",
    "show role": "roles.entry_answer:RoleAnswer",
    "show skill": "roles.entry_answer:SkillAnswer",
    "show sources": "roles.origins:OriginsAnswer",
    "compare": "roles.comparison_answer:ComparisonAnswer",
    "search": "finding.search:HitAnswer[]",
    "normalize": "finding.normalised:TitleAnswer[]",
    "decode": "adverts.answer:DecodedAnswer",
    "decode all": "adverts.answer:DecodedAnswer[]",
    "decode summary": "adverts.batch:DecodedSummary",
    "pay": "pay.pay:PayAnswer[]",
    "guide": "roles.guide:ListedTopic[]",
    "guide topic": "roles.guide:TopicAnswer",
    "guide sources": "roles.guide:SourceAnswer[]",
    "gap": "moves.gap_answer:GapAnswer",
    "match": "moves.match_answer:MatchesAnswer",
    "path": "moves.path_answer:PathAnswer",
    "next-skill": "moves.next_skill_answer:NextSkillsAnswer",
    "profile check": "moves.profile:CheckedProfile",
    "list teams": "teams.templates:TemplateAnswer[]",
    "team check": "teams.check_shapes:TeamCheckAnswer",
    "team plan": "teams.plan_answer:TeamPlanAnswer",
    "team templates": "teams.templates:TemplateAnswer[]",
    "boundary": "roles.boundary_answer:BoundaryAnswer",
    "graph": "roles.relations:GraphAnswer",
    "catalogue": "catalogue.state:CatalogueAnswer",
    "catalogue cleared": "catalogue.state:ClearedAnswer",
    "validate": "catalogue.problems:ProblemAnswer[]",
    "validate explain": "catalogue.problems:ExplanationAnswer",
    "import": "catalogue.imported:ImportAnswer",
}
"""Name of an answer -> module in `mlroles.present` and class of it in JSON; [] for a list of them.

An answer is called as its command; where a command has several, a word follows.
"""


def answer_class(name: str) -> Any:
    """The class of an answer, or a list type of it."""
    module, _, kind = ANSWERS[name].partition(":")
    found: Any = getattr(import_module(f"mlroles.present.{module}"), kind.removesuffix("[]"))
    return GenericAlias(list, (found,)) if kind.endswith("[]") else found


def section_names(command: str) -> tuple[str, ...]:
    """The sections that the answers of a command have, as `--section` names them."""
    from mlroles.present.page.answer import classes_within, tables  # only help and Tab need it

    answers = [name for name in ANSWERS if f"{name} ".startswith(f"{command} ")]
    kinds = tuple(kind for name in answers for kind in classes_within(answer_class(name)))
    modules = [import_module(kind.__module__) for kind in kinds]
    declared = [module.SECTIONS for module in modules if hasattr(module, "SECTIONS")]
    return tuple(declared[0] if declared else tables(kinds))


def summary(told: str) -> str:
    """The beginning of a sentence, short enough to stand beside what a shell offers."""
    told = told.split("\n")[0].split(". ")[0].rstrip(".")
    if len(told) <= LONGEST_SUMMARY:
        return told
    for mark in (";", ":", ",", " ("):
        if 12 < (end := told.find(mark)) <= LONGEST_SUMMARY:
            return told[:end]
    return told[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"
