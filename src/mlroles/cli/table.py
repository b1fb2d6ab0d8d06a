"""The table of commands: where each is, which panel of the help it stands in, and examples."""

from typing import NamedTuple


class Command(NamedTuple):
    """One command; its help is the docstring of its function."""

    function: str
    """Module in `mlroles.cli.commands` and name of the function in it."""
    panel: str
    examples: tuple[str, ...]
    """Real calls, the simplest first, one of them with a pipe."""


class Group(NamedTuple):
    """Commands that share their first word."""

    help: str
    panel: str


EXPLORE, PLAN, MARKET = "Explore", "Plan a move", "Read the market"
TEAM, CATALOGUE = "Build a team", "Catalogue"

GROUPS: dict[str, Group] = {
    "profile": Group("Write down what you can do, and check it.", PLAN),
    "team": Group("Check a team, plan one, or see the templates of teams.", TEAM),
    "export": Group("Write the catalogue or its JSON Schema, for other programs.", CATALOGUE),
    "new": Group("Write the template of a new entry, to be filled in.", CATALOGUE),
    "import": Group("Make a catalogue of a public classification's files.", CATALOGUE),
}
"""First word of commands of two words -> what they are for."""

COMMANDS: dict[str, Command] = {
    "list": Command(
        "listing:list_entries",
        EXPLORE,
        (
            "mlroles list",
            "mlroles list --stage deploy --skill kubernetes",
            "mlroles list skills --kind database",
            "mlroles list --json | jq -r '.[].name'",
        ),
    ),
    "show": Command(
        "show:show",
        EXPLORE,
        (
            "mlroles show mlops",
            "mlroles show 'data scientist' --section skills --level senior",
            "mlroles show kubernetes docker",
            "mlroles show mlops --json | jq '.skills[] | select(.essential) | .name'",
        ),
    ),
    "compare": Command(
        "compare:compare",
        EXPLORE,
        (
            "mlroles compare devops mlops",
            "mlroles compare mlops 'ml engineer' devops --only differences",
            "mlroles compare devops mlops --json | jq '.pairs[0].readiness'",
        ),
    ),
    "search": Command(
        "search:search",
        EXPLORE,
        (
            "mlroles search 'model deploy'",
            "mlroles search pyhton --kind skill --limit 3",
            "mlroles search drift --json | jq -r '.[] | [.score, .id] | @tsv'",
        ),
    ),
    "normalize": Command(
        "normalize:normalize",
        MARKET,
        (
            "echo 'Sr. MLE II (Remote, US) - Ads Ranking' | mlroles normalize",
            "mlroles normalize titles.csv --column job_title -o roles.csv",
            "mlroles normalize titles.txt --json | jq -r '.[] | [.role, .level] | @tsv'",
        ),
    ),
    "pay": Command(
        "pay:pay",
        EXPLORE,
        (
            "mlroles pay mlops",
            "mlroles pay 'data scientist' --country GB --level senior",
            "mlroles pay 'data engineer' devops 'ml engineer'",
            "mlroles pay ml-engineer --json | jq '.[0].figures[] | [.rung, .median]'",
        ),
    ),
    "guide": Command(
        "guide:guide",
        EXPLORE,
        (
            "mlroles guide",
            "mlroles guide green-talent",
            "mlroles guide sources",
            "mlroles guide sources --json | jq -r '.[] | [.id, .licence] | @tsv'",
        ),
    ),
    "gap": Command(
        "gap:gap",
        PLAN,
        (
            "mlroles gap data-scientist ml-engineer",
            "mlroles gap ml-engineer@mid ml-engineer@senior",
            "mlroles gap --have 'python:3, sql, k8s:2' mlops --why",
            "mlroles gap devops mlops --json | jq '.items[] | [.status, .skill]'",
        ),
    ),
    "match": Command(
        "match:match",
        PLAN,
        (
            "mlroles match --have 'python:3, sql, k8s:2'",
            "mlroles match --have 'python:3, sql:3, statistics:3, excel:4' --country US",
            "mlroles match --have 'docker:3, k8s:3, bash:3, git:3' --json | jq -r '.[0].name'",
        ),
    ),
    "path": Command(
        "path:path",
        PLAN,
        (
            "mlroles path data-analyst ml-engineer",
            "mlroles path data-analyst ml-engineer --floor-pay 0.9 --avoid mlops",
            "mlroles path --have 'python:3, sql:3, statistics:2, excel:4' data-scientist",
            "mlroles path devops ml-engineer --json | jq '.moves[] | [.name, .readiness]'",
        ),
    ),
    "next-skill": Command(
        "next_skill:next_skill",
        PLAN,
        (
            "mlroles next-skill --have 'python:3, sql:3, statistics:2, git:2'",
            "mlroles next-skill --have 'python:3, sql:3, statistics:2, git:2' --level junior --why",
            "mlroles next-skill --have 'python:3, sql, git' --json | jq -r '.[0].name'",
        ),
    ),
    "profile new": Command(
        "profile:new",
        PLAN,
        (
            "mlroles profile new",
            "mlroles profile new data-analyst@junior -o profile.yaml",
            "mlroles profile new mlops | mlroles profile check -",
        ),
    ),
    "profile check": Command(
        "profile:check",
        PLAN,
        (
            "mlroles profile check 'python:3, sql'",
            "mlroles profile check 'python:3, sql' --json | jq .assumed",
        ),
    ),
    "team check": Command(
        "team_check:check",
        TEAM,
        (
            "mlroles team check --seats 'data-engineer:2 mlops@senior'",
            "mlroles team check --seats mlops --template climate-and-energy-product --green",
            "mlroles team check --seats 'devops ml-engineer' --what-if '+mlops -devops'",
            "mlroles team check --seats mlops --json | jq '.next_hire[0].role'",
        ),
    ),
    "team plan": Command(
        "team_plan:plan",
        TEAM,
        (
            "mlroles team plan --template first-model",
            "mlroles team plan --template regulated --max 5",
            "mlroles team plan --template first-model --budget 600000 --junior-share 0.4",
            "mlroles team plan --template platform --json | jq '.plan.seats[].role.id'",
        ),
    ),
    "team templates": Command(
        "team_templates:templates",
        TEAM,
        (
            "mlroles team templates",
            "mlroles team templates first-model",
            "mlroles team templates --json | jq -r '.[].id'",
        ),
    ),
    "boundary": Command(
        "boundary:boundary",
        TEAM,
        (
            "mlroles boundary mlops devops",
            "mlroles boundary mlops devops 'ml engineer' --full",
            "mlroles boundary mlops devops --json | jq -r '.contested[].name'",
        ),
    ),
    "graph": Command(
        "graph:graph",
        TEAM,
        (
            "mlroles graph --around mlops",
            "mlroles graph routes --family operations",
            "mlroles graph similarity --least 0.3 --format mermaid",
            "mlroles graph handoffs --json | jq -r '.edges[] | [.from, .to] | @tsv'",
        ),
    ),
    "catalogue": Command(
        "catalogue:catalogue",
        CATALOGUE,
        (
            "mlroles catalogue",
            "mlroles catalogue --json | jq '.counts'",
            "mlroles catalogue --clear-cache",
        ),
    ),
    "validate": Command(
        "validate:validate",
        CATALOGUE,
        (
            "mlroles validate",
            "mlroles validate --strict --json | jq length",
            "mlroles validate --explain unknown-reference",
            "mlroles validate --explain all",
        ),
    ),
    "export json": Command(
        "export_json:export_json",
        CATALOGUE,
        (
            "mlroles export json",
            "mlroles export json -o catalogue.json",
            "mlroles export json | jq '.roles | length'",
        ),
    ),
    "export schema": Command(
        "export_schema:export_schema",
        CATALOGUE,
        (
            "mlroles export schema",
            "mlroles export schema --of role -o role.schema.json",
            "mlroles export schema --of skill | jq '.[\"$defs\"].Skill.required'",
        ),
    ),
    "new role": Command(
        "new_role:new_role",
        CATALOGUE,
        (
            "mlroles new role llm-engineer",
            "mlroles new role llm-engineer -o llm-engineer.yaml",
            "mlroles new role llm-engineer | grep -c '# mandatory'",
        ),
    ),
    "new team": Command(
        "new_team:new_team",
        CATALOGUE,
        (
            "mlroles new team",
            "mlroles new team -o team.yaml",
            "mlroles new team | mlroles team check -",
        ),
    ),
    "import esco": Command(
        "imports:import_esco",
        CATALOGUE,
        (
            "mlroles import esco esco-1.2.0 -o esco",
            "mlroles import esco esco-1.2.0 -o esco && mlroles list skills --catalogue esco",
            "mlroles import esco esco-1.2.0 -o esco --json | jq .counts",
        ),
    ),
    "import onet": Command(
        "imports:import_onet",
        CATALOGUE,
        (
            "mlroles import onet onet-29.2 -o onet",
            "mlroles import onet onet-29.2 -o onet && mlroles list --catalogue onet",
            "mlroles import onet onet-29.2 -o onet --json | jq .counts",
        ),
    ),
}
"""Name -> command, in the order of the help; a name of two words is a command of a group."""
