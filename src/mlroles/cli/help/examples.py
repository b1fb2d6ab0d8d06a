"""Real calls of each command, which its help ends with."""

EXAMPLES: dict[str, dict[str, str]] = {
    "list": {
        "mlroles list": "all roles",
        "mlroles list --stage deploy --skill kubernetes": "who deploys with it",
        "mlroles list skills --kind database": "part of the skill list",
        "mlroles list --json | jq -r '.[].name'": "names only",
    },
    "show": {
        "mlroles show mlops": "a role on one screen",
        "mlroles show 'data scientist' --section skills --rung senior": "one part",
        "mlroles show kubernetes docker": "two skills",
        "mlroles show mlops --json | jq -r '.tools[].name'": "names of tools",
    },
    "compare": {
        "mlroles compare devops mlops": "skills, tools, pay",
        "mlroles compare mlops ml-engineer devops --only differences": "three roles",
        "mlroles compare devops mlops --json | jq '.pairs[0].similarity'": "a score",
    },
    "search": {
        "mlroles search 'model deploy'": "roles and skills",
        "mlroles search pyhton --kind skill --limit 3": "a slip is understood",
        "mlroles search drift --json | jq -r '.[].id'": "ids only",
    },
    "normalize": {
        "mlroles normalize 'Sr. MLE'": "one title",
        "mlroles normalize titles.txt": "a title on each line",
        "mlroles normalize titles.csv --column job_title -o roles.csv": "a table",
        "mlroles normalize titles.txt --json | jq -r '.[].role.id'": "role ids",
    },
    "pay": {
        "mlroles pay mlops": "one role, all levels",
        "mlroles pay data-scientist@senior --country GB": "one level in Britain",
        "mlroles pay 'data engineer' devops 'ml engineer'": "side by side",
        "mlroles pay mlops --json | jq '.[0].figures[].median'": "medians",
    },
    "guide": {
        "mlroles guide": "the topics",
        "mlroles guide green-talent": "one topic",
        "mlroles guide sources": "every source, with its licence",
        "mlroles guide sources --json | jq -r '.[].url'": "their addresses",
    },
    "gap": {
        "mlroles gap data-scientist ml-engineer": "from role to role",
        "mlroles gap ml-engineer@mid ml-engineer@senior": "a promotion",
        "mlroles gap --have 'python:3, sql, k8s:2' mlops --why": "from your skills",
        "mlroles gap devops mlops --json | jq .readiness": "a score",
    },
    "match": {
        "mlroles match --have 'python:3, sql:3, statistics:3'": "a short list",
        "mlroles match --have 'docker:3, k8s:3, bash:3, git:3' --limit 3": "the best",
        "mlroles match --have 'dbt:3, sql:3' --json | jq '.matches[0].role'": "one",
    },
    "path": {
        "mlroles path data-analyst ml-engineer": "the best route",
        "mlroles path data-analyst ml-engineer --keep-pay 90%": "without a pay cut",
        "mlroles path --have 'python:3, sql:3, excel:4' data-scientist": "from skills",
        "mlroles path devops ml-engineer --json | jq '.moves[].role.id'": "stops",
    },
    "next-skill": {
        "mlroles next-skill --have 'pytorch:3, numpy:3, git:2'": "what to learn",
        "mlroles next-skill --have 'sql:3, git:2, excel:4' --for data-analyst": "a goal",
        "mlroles next-skill --have 'pytorch, git' --json | jq '.skills[0]'": "the best",
    },
    "profile new": {
        "mlroles profile new": "an empty profile",
        "mlroles profile new data-analyst@junior -o profile.yaml": "a role's skills",
        "mlroles profile new mlops | mlroles profile check -": "is it understood?",
    },
    "profile check": {
        "mlroles profile check 'python:3, sql'": "a list",
        "mlroles profile check 'python:3, sql' --json | jq .assumed": "levels assumed",
    },
    "decode": {
        "mlroles decode advert.txt": "what job is this really?",
        "mlroles decode advert.html --have cv.pdf": "and what you have of it",
        "mlroles decode cv.docx -o profile.yaml": "a profile of a CV",
        "mlroles decode adverts.jsonl -f jsonl | jq '.roles[0].role.id'": "many",
    },
    "team check": {
        "mlroles team check --seats 'mlops devops:2'": "three people",
        "mlroles team check --seats mlops --template platform": "against a purpose",
        "mlroles team check --seats devops --what-if +mlops": "before and after",
        "mlroles team check --seats mlops --json | jq '.next_hire[0].role'": "one hire",
    },
    "team plan": {
        "mlroles team plan first-model": "for a purpose",
        "mlroles team plan regulated --max 5": "at most five people",
        "mlroles team plan first-model --budget 600k --junior-share 40%": "with limits",
        "mlroles team plan platform --json | jq '.plan.seats[].role.id'": "role ids",
    },
    "team templates": {
        "mlroles team templates": "the purposes",
        "mlroles team templates first-model": "one in full",
        "mlroles team templates --json | jq -r '.[].id'": "ids only",
    },
    "boundary": {
        "mlroles boundary mlops devops": "two roles",
        "mlroles boundary mlops devops 'ml engineer' --full": "three, in full",
        "mlroles boundary mlops devops --json | jq '.handoffs[].artefact'": "hand-offs",
    },
    "graph": {
        "mlroles graph --around mlops": "who hands what to whom",
        "mlroles graph routes --family operations": "moves within a family",
        "mlroles graph similarity --least 0.3 --format mermaid": "for a diagram",
        "mlroles graph handoffs --json | jq '.edges | length'": "how many links",
    },
    "catalogue": {
        "mlroles catalogue": "version, counts, sources",
        "mlroles catalogue --json | jq '.counts'": "counts only",
        "mlroles catalogue --clear-cache": "compiled copies are made again",
    },
    "validate": {
        "mlroles validate": "the catalogue in use",
        "mlroles validate --strict --json | jq length": "how many problems",
        "mlroles validate --explain unknown-reference": "one code",
        "mlroles validate --explain all": "every code",
    },
    "export json": {
        "mlroles export json": "everything",
        "mlroles export json -o catalogue.json": "a file that --catalogue reads",
        "mlroles export json | jq '.roles | length'": "how many roles",
    },
    "export schema": {
        "mlroles export schema": "of a whole catalogue",
        "mlroles export schema --of role -o role.schema.json": "for an editor",
        "mlroles export schema --of answer/gap | jq .title": "of an answer",
    },
    "new catalogue": {
        "mlroles new catalogue 'Acme ladder'": "its first file",
        "mlroles new catalogue 'Acme ladder' -o catalogue.yaml": "into a file",
        "mlroles new catalogue | grep extends": "the line that names what it extends",
    },
    "new skill": {
        "mlroles new skill demand-planning": "every field explained",
        "mlroles new skill demand-planning -o practice.yaml": "into a file",
        "mlroles new skill demand-planning | grep -c '# mandatory'": "fields to fill in",
    },
    "new activity": {
        "mlroles new activity plan-demand": "every field explained",
        "mlroles new activity plan-demand -o activities.yaml": "into a file",
        "mlroles new activity plan-demand | grep -c '# mandatory'": "fields to fill in",
    },
    "new family": {
        "mlroles new family forecasting": "every field explained",
        "mlroles new family forecasting -o families.yaml": "into a file",
        "mlroles new family forecasting | grep -c '# mandatory'": "fields to fill in",
    },
    "new source": {
        "mlroles new source acme-ladder": "every field explained",
        "mlroles new source acme-ladder -o sources.yaml": "into a file",
        "mlroles new source acme-ladder | grep -c '# mandatory'": "fields to fill in",
    },
    "new team-template": {
        "mlroles new team-template plan": "every field explained",
        "mlroles new team-template plan -o plan.yaml": "into a file",
        "mlroles new team-template plan | grep -c '# mandatory'": "fields to fill in",
    },
    "new topic": {
        "mlroles new topic our-ladder": "every field explained",
        "mlroles new topic our-ladder -o our-ladder.md": "into a file",
        "mlroles new topic our-ladder | grep -c '# mandatory'": "fields to fill in",
    },
    "new handoff": {
        "mlroles new handoff demand-plan": "every field explained",
        "mlroles new handoff demand-plan -o handoffs.yaml": "into a file",
        "mlroles new handoff demand-plan | grep -c '# mandatory'": "fields to fill in",
    },
    "new role": {
        "mlroles new role llm-engineer": "every field explained",
        "mlroles new role llm-engineer -o llm-engineer.yaml": "into a file",
        "mlroles new role llm-engineer | grep -c '# mandatory'": "fields to fill in",
    },
    "new team": {
        "mlroles new team": "every field explained",
        "mlroles new team -o team.yaml": "into a file",
        "mlroles new team | mlroles team check -": "check it at once",
    },
    "import esco": {
        "mlroles import esco esco-1.2.0 -o esco": "a catalogue in esco",
        "mlroles import esco esco-1.2.0 -o esco --force": "replace an earlier one",
        "mlroles import esco esco-1.2.0 -o esco --json | jq .counts": "what it holds",
    },
    "import onet": {
        "mlroles import onet onet-29.2 -o onet": "a catalogue in onet",
        "mlroles import onet onet-29.2 -o onet --force": "replace an earlier one",
        "mlroles import onet onet-29.2 -o onet --json | jq .counts": "what it holds",
    },
}
"""Name -> its calls, each with what it shows; the simplest first, one of them with a pipe."""
