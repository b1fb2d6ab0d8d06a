"""Real calls of each command, which its help ends with."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "list": (
        "mlroles list",
        "mlroles list --stage deploy --skill kubernetes",
        "mlroles list skills --kind database",
        "mlroles list --json | jq -r '.[].name'",
    ),
    "show": (
        "mlroles show mlops",
        "mlroles show 'data scientist' --section skills --rung senior",
        "mlroles show kubernetes docker",
        "mlroles show mlops --json | jq '.skills[] | select(.essential) | .name'",
    ),
    "compare": (
        "mlroles compare devops mlops",
        "mlroles compare mlops 'ml engineer' devops --only differences",
        "mlroles compare devops mlops --json | jq '.moves[] | [.to.id, .readiness]'",
    ),
    "search": (
        "mlroles search 'model deploy'",
        "mlroles search pyhton --kind skill --limit 3",
        "mlroles search drift --json | jq -r '.[] | [.score, .id] | @tsv'",
    ),
    "normalize": (
        "mlroles normalize titles.txt",
        "mlroles normalize titles.csv --column job_title -o roles.csv",
        "mlroles normalize titles.txt --json | jq -r '.[] | [.role.id, .rung] | @tsv'",
    ),
    "pay": (
        "mlroles pay mlops",
        "mlroles pay data-scientist@senior --country GB",
        "mlroles pay 'data engineer' devops 'ml engineer'",
        "mlroles pay ml-engineer --json | jq '.[0].figures[] | [.rung, .median]'",
    ),
    "guide": (
        "mlroles guide",
        "mlroles guide green-talent",
        "mlroles guide sources",
        "mlroles guide sources --json | jq -r '.[] | [.id, .licence] | @tsv'",
    ),
    "gap": (
        "mlroles gap data-scientist ml-engineer",
        "mlroles gap ml-engineer@mid ml-engineer@senior",
        "mlroles gap --have 'python:3, sql, k8s:2' mlops --why",
        "mlroles gap devops mlops --json | jq '.items[] | [.status, .skill]'",
    ),
    "match": (
        "mlroles match --have 'python:3, sql, k8s:2'",
        "mlroles match --have 'python:3, sql:3, statistics:3, excel:4' --country US",
        "mlroles match --have 'docker:3, k8s:3, bash:3, git:3' --json | jq -r '.matches[0].name'",
    ),
    "path": (
        "mlroles path data-analyst ml-engineer",
        "mlroles path data-analyst ml-engineer --keep-pay 90% --avoid mlops",
        "mlroles path --have 'python:3, sql:3, statistics:2, excel:4' data-scientist",
        "mlroles path devops ml-engineer --json | jq '.moves[] | [.name, .readiness]'",
    ),
    "next-skill": (
        "mlroles next-skill --have 'python:3, sql:3, statistics:2, git:2'",
        "mlroles next-skill --have 'python:3, sql:3, statistics:2, git:2' --for data-analyst --why",
        "mlroles next-skill --have 'python:3, sql, git' --json | jq -r '.skills[0].name'",
    ),
    "profile new": (
        "mlroles profile new",
        "mlroles profile new data-analyst@junior -o profile.yaml",
        "mlroles profile new mlops | mlroles profile check -",
    ),
    "profile check": (
        "mlroles profile check 'python:3, sql'",
        "mlroles profile check 'python:3, sql' --json | jq .assumed",
    ),
    "team check": (
        "mlroles team check --seats 'data-engineer:2 mlops@senior'",
        "mlroles team check --seats mlops --template climate-and-energy-product --green",
        "mlroles team check --seats 'devops ml-engineer' --what-if '+mlops -devops'",
        "mlroles team check --seats mlops --json | jq '.next_hire[0].role'",
    ),
    "team plan": (
        "mlroles team plan --template first-model",
        "mlroles team plan --template regulated --max 5",
        "mlroles team plan --template first-model --budget 600000 --junior-share 0.4",
        "mlroles team plan --template platform --json | jq '.plan.seats[].role.id'",
    ),
    "team templates": (
        "mlroles team templates",
        "mlroles team templates first-model",
        "mlroles team templates --json | jq -r '.[].id'",
    ),
    "boundary": (
        "mlroles boundary mlops devops",
        "mlroles boundary mlops devops 'ml engineer' --full",
        "mlroles boundary mlops devops --json | jq -r '.handoffs[].artefact'",
    ),
    "graph": (
        "mlroles graph --around mlops",
        "mlroles graph routes --family operations",
        "mlroles graph similarity --least 0.3 --format mermaid",
        "mlroles graph handoffs --json | jq -r '.edges[] | [.from.id, .to.id] | @tsv'",
    ),
    "catalogue": (
        "mlroles catalogue",
        "mlroles catalogue --json | jq '.counts'",
        "mlroles catalogue --clear-cache",
    ),
    "validate": (
        "mlroles validate",
        "mlroles validate --strict --json | jq length",
        "mlroles validate --explain unknown-reference",
        "mlroles validate --explain all",
    ),
    "export json": (
        "mlroles export json",
        "mlroles export json -o catalogue.json",
        "mlroles export json | jq '.roles | length'",
    ),
    "export schema": (
        "mlroles export schema",
        "mlroles export schema --of role -o role.schema.json",
        "mlroles export schema --of skill | jq '.[\"$defs\"].Skill.required'",
    ),
    "new catalogue": (
        "mlroles new catalogue 'Acme ladder'",
        "mlroles new catalogue 'Acme ladder' -o catalogue.yaml",
        "mlroles new catalogue | grep extends",
    ),
    "new skill": (
        "mlroles new skill demand-planning",
        "mlroles new skill demand-planning -o practice.yaml",
        "mlroles new skill demand-planning | grep -c '# mandatory'",
    ),
    "new activity": (
        "mlroles new activity plan-demand",
        "mlroles new activity plan-demand -o activities.yaml",
        "mlroles new activity plan-demand | grep -c '# mandatory'",
    ),
    "new handoff": (
        "mlroles new handoff demand-plan",
        "mlroles new handoff demand-plan -o handoffs.yaml",
        "mlroles new handoff demand-plan | grep -c '# mandatory'",
    ),
    "new role": (
        "mlroles new role llm-engineer",
        "mlroles new role llm-engineer -o llm-engineer.yaml",
        "mlroles new role llm-engineer | grep -c '# mandatory'",
    ),
    "new team": (
        "mlroles new team",
        "mlroles new team -o team.yaml",
        "mlroles new team | mlroles team check -",
    ),
    "import esco": (
        "mlroles import esco esco-1.2.0 -o esco",
        "mlroles import esco esco-1.2.0 -o esco && mlroles list skills --catalogue esco",
        "mlroles import esco esco-1.2.0 -o esco --json | jq .counts",
    ),
    "import onet": (
        "mlroles import onet onet-29.2 -o onet",
        "mlroles import onet onet-29.2 -o onet && mlroles list --catalogue onet",
        "mlroles import onet onet-29.2 -o onet --json | jq .counts",
    ),
}
"""Name -> its calls, the simplest first, one of them with a pipe."""
