"""Calls whose answers docs/json.md describes and the tests of the JSON contract check."""

PROFILE = (
    "python:3, sql:3, excel:3, data visualisation:3, communication:3, data cleaning:3, statistics"
)
FEW = "python:3, sql, pyhton"
"""Skills for the commands that are given some, the second with one that there is not."""

CALLS: dict[str, list[str]] = {
    "list": ["list"],
    "list skills": ["list", "skills"],
    "list stages": ["list", "stages"],
    "list families": ["list", "families"],
    "list teams": ["list", "teams"],
    "show role": ["show", "mlops-engineer"],
    "show skill": ["show", "kubernetes"],
    "show sources": ["show", "mlops-engineer", "--sources"],
    "compare": ["compare", "devops-engineer", "mlops-engineer", "data-engineer"],
    "search": ["search", "model deploy"],
    "normalize": ["normalize", "titles.txt"],
    "decode": ["decode", "advert.txt", "--have", PROFILE],
    "decode all": ["decode", "adverts.jsonl"],
    "decode summary": ["decode", "adverts.jsonl", "--summary"],
    "pay": ["pay", "mlops-engineer"],
    "guide": ["guide"],
    "guide topic": ["guide", "green-talent"],
    "guide sources": ["guide", "sources"],
    "gap": ["gap", "data-analyst", "data-scientist"],
    "match": ["match", "--have", PROFILE],
    "path": ["path", "data-analyst", "ml-engineer"],
    "next-skill": ["next-skill", "--have", PROFILE],
    "profile check": ["profile", "check", FEW],
    "team check": ["team", "check", "--seats", "devops ml-engineer", "--template", "first-model"],
    "team plan": ["team", "plan", "--template", "regulated", "--max", "5", "--budget", "900000"],
    "team templates": ["team", "templates"],
    "boundary": ["boundary", "mlops-engineer", "devops-engineer"],
    "graph": ["graph", "handoffs", "--around", "mlops-engineer"],
    "catalogue": ["catalogue"],
    "catalogue cleared": ["catalogue", "--clear-cache"],
    "validate": ["validate"],
    "validate explain": ["validate", "--explain", "shape"],
    "import": ["import", "esco", "esco-1.2.0", "-o", "esco"],
}
"""Name of an answer -> a call that gives it."""

MORE: list[list[str]] = [
    ["show", "ml-engineer@senior", "kubernetes"],
    ["search", "nonsense qqq", "--limit", "0"],
    ["search", "data", "--limit", "0"],
    ["pay", "data-scientist", "devops", "--rung", "lead"],
    ["decode", "cv.docx", "--full"],
    ["decode", "advert.html", "cv.pdf", "resume.json"],
    ["match", "--have", "cv.docx"],
    ["gap", "--have", FEW, "ml-engineer"],
    ["gap", "data-analyst", "ml-engineer@senior", "--full", "--why"],
    ["match", "--have", FEW],
    ["match", "--have", PROFILE, "--limit", "0", "--why"],
    ["next-skill", "--have", PROFILE, "--limit", "0", "--why"],
    ["path", "--have", FEW, "ml-engineer"],
    ["path", "data-analyst", "ml-engineer", "--keep-pay", "90%"],
    ["team", "check", "--seats", "data-engineer@junior:3 nlp-engineer data-engineer@senior"],
    ["team", "check", "--seats", "devops sre", "--green", "--what-if", "+nlp-engineer -sre +mlops"],
    ["team", "check", "--seats", "data-engineer nlp-engineer", "--what-if", "-nlp-engineer"],
    ["team", "plan", "--template", "first-model", "--junior-share", "0.5"],
    ["team", "plan", "--template", "climate", "--max", "1"],
    ["team", "plan", "--template", "climate", "--max", "1", "--budget", "130000"],
    ["team", "templates", "first-model"],
    ["graph", "routes"],
    ["graph", "similarity"],
    ["validate", "--strict"],
    ["validate", "--explain", "all"],
]
"""Further calls, whose answers have other parts."""
