"""The text of a JSON Resume: what a person would read in it, in the order of a CV."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mlroles.catalogue.text.one_file import invalid
from mlroles.catalogue.text.plain_text import as_read

_RESUME = re.compile(r'\s*\{.*"(?:basics|work|volunteer|education)"\s*:\s*[\[{]', re.DOTALL)
PARTS = {
    "work": "Experience",
    "volunteer": "Volunteering",
    "projects": "Projects",
    "skills": "Skills",
    "education": "Education",
    "certificates": "Certificates",
    "publications": "Publications",
    "awards": "Awards",
}
"""Fields of a résumé -> the headings that CVs have for them."""
_BESIDE = (
    "name",
    "position",
    "title",
    "area",
    "studyType",
    "entity",
    "institution",
    "organization",
)
"""What stands in the first line of an entry."""


def is_resume(start: str) -> bool:
    """Whether a text that begins so is a JSON Resume."""
    return bool(_RESUME.match(start))


def resume_text(text: str, name: str) -> str:
    """The text of a JSON Resume. Raises `InvalidFile` where it is no sound JSON."""
    from mlroles.catalogue.text.reading import read_document  # few texts are data

    document = read_document(text.encode(), name if name.endswith(".json") else f"{name}.json")
    if document.problems:
        raise invalid(name, list(document.problems))
    return as_read("\n".join(_lines(document.data)).strip())


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    basics = data.get("basics")
    if isinstance(basics, dict):
        yield from (basics[key] for key in ("name", "label", "summary") if _is_text(basics, key))
    for part, heading in PARTS.items():
        entries = data.get(part)
        if isinstance(entries, list) and entries:
            yield from ("", heading, "")
            for entry in entries:
                yield from _entry(entry)


def sentences(data: Mapping[str, Any]) -> Iterator[str]:
    """What a résumé says in sentences rather than as a list of skills."""
    basics = data.get("basics")
    if isinstance(basics, dict) and _is_text(basics, "summary"):
        yield basics["summary"]
    for part in ("work", "projects", "volunteer"):
        for entry in data.get(part) or ():
            if isinstance(entry, dict):
                yield from _told(entry)


def _told(entry: Mapping[str, Any]) -> Iterator[str]:
    yield from (entry[key] for key in ("description", "summary") if _is_text(entry, key))
    yield from (f"- {text}" for text in _texts(entry, "highlights"))


def _entry(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield f"- {entry}"
    if not isinstance(entry, dict):
        return
    keywords = [word for key in ("keywords", "courses", "roles") for word in _texts(entry, key)]
    first = ", ".join(entry[key] for key in _BESIDE if _is_text(entry, key))
    first += f" ({entry['level']})" if _is_text(entry, "level") else ""
    dates = " – ".join(entry[key] for key in ("startDate", "endDate") if _is_text(entry, key))
    head = f"{first} {dates}".strip()
    yield f"{head}:" if keywords and head else head
    yield from (f"- {word}" for word in keywords)
    yield from _told(entry)


def _is_text(data: Mapping[str, Any], key: str) -> bool:
    return isinstance(data.get(key), str) and bool(data[key].strip())


def _texts(data: Mapping[str, Any], key: str) -> list[str]:
    found = data.get(key)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
