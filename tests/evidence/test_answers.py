"""The JSON contract holds on ESCO and O*NET as it does on the catalogue that comes along."""

from pathlib import Path

import pytest

from conftest import Run
from contract import check, names

pytestmark = [pytest.mark.evidence, pytest.mark.slow, pytest.mark.xdist_group("imported")]

ROLES = {
    "esco": ("data-scientist", "data-analyst", "baker"),
    "onet": ("data-scientists", "statisticians", "bakers"),
}
SKILLS = {
    "esco": "python computer programming:3, data models:2, communicate with customers:3",
    "onet": "mathematics:3, programming:3, writing:2",
}
CALLS = (
    "list",
    "list skills",
    "list families",
    "list stages",
    "list teams",
    "show A B C",
    "show A --sources",
    "show A --rung senior",
    "compare A B",
    "compare A B C --rung senior",
    "search data",
    "search learning --limit 0",
    "normalize titles.txt",
    "pay A",
    "guide",
    "guide sources",
    "gap A B",
    "gap B@junior C@lead --full",
    "path B A",
    "boundary A B",
    "graph similarity --around A",
    "graph routes --around A",
    "catalogue",
    "validate",
    "match --have S",
    "match --have S --limit 0",
    "next-skill --have S",
    "profile check S",
)
"""Calls, in which A, B and C are roles and S is what somebody can do."""


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("call", CALLS)
def test_an_imported_catalogue_answers_by_the_contract(
    run: Run,
    imported: dict[str, str],
    name: str,
    call: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each answer passes its schema, whatever the publication does not tell."""
    words = dict(zip("ABC", ROLES[name], strict=True)) | {"S": SKILLS[name]}
    arguments = []
    for word in call.split():
        one, at, rung = word.partition("@")
        arguments.append(words.get(one, one) + at + rung)
    if not names(arguments):
        pytest.skip("its class is still to come")
    (tmp_path / "titles.txt").write_text("Data Scientist\nHead Baker (part-time)\nnothing\n")
    monkeypatch.chdir(tmp_path)
    check(run, arguments, MLROLES_CATALOGUE=imported[name])
