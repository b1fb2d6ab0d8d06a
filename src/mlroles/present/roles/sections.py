"""The sections of a role and of a skill, as `--section` names them."""

ROLE_SECTIONS = {
    "definition": "",
    "lifecycle": "Along the life cycle",
    "responsibilities": "Responsibilities",
    "skills": "Skills",
    "tools": "Tools",
    "handoffs": "Hand-offs",
    "rungs": "Levels of seniority",
    "entry": "Ways in",
    "not_to_be_confused_with": "Not to be confused with",
    "pay": "Pay",
    "demand": "Demand",
    "outlook": "Outlook",
    "context": "Where it is found",
    "codes": "Codes",
    "sources": "Sources",
}
"""The sections of a role, as `--section` names them, with their headings."""

SKILL_SECTIONS = {
    "definition": "",
    "levels": "Levels",
    "learn": "Where to learn it",
    "roles": "Roles that need it",
    "related": "Related skills that count in part",
    "codes": "Codes",
    "sources": "Sources",
}
"""The sections of a skill."""

SECTIONS = tuple(ROLE_SECTIONS | SKILL_SECTIONS)

FIELDS = {
    "definition": (
        *("definition", "summary", "alternate_names", "alternate_name_kinds"),
        *("family", "speciality_of"),
    ),
    "entry": ("entry", "routes_in"),
    "context": ("industries", "green"),
    "sources": ("sources", "reviewed", "documentation"),
}
"""Section -> the fields of the answer that belong to it, where it is not just the one."""
