"""Each code has an explanation, and the example in it breaks the rule that it is about."""

import re
from pathlib import Path

import pytest

from catalogue.test_rules import problems_of, reported_while_reading
from mlroles.catalogue.checking.explain import explain, explanations
from mlroles.catalogue.checking.lints import LINTS
from mlroles.catalogue.checking.rules import RULES
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.problem import Explanation

EXPLAINED = explanations()


def break_rule(explained: Explanation, folder: Path) -> None:
    """Change the sound catalogue as the example of an explanation says."""
    file = folder / explained.file
    match explained.code:
        case "missing-file":
            file.unlink()
        case "empty-catalogue":
            for role in file.iterdir():
                role.unlink()
        case "encoding":
            file.write_text(file.read_text("utf-8"), "utf-16")
        case _:
            before = file.read_text("utf-8") if file.exists() else ""
            file.write_text(changed(before, explained.example), "utf-8")


def changed(text: str, example: str) -> str:
    """A file in which the fields, or the entries, of an example stand instead of the old ones."""
    if example.startswith(("---", "#")):
        return example
    start = re.compile(r"^(- id: \S+|\w+):?", re.MULTILINE)
    told = {found[1] for found in start.finditer(example)}
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    kept = [part for part in parts if not (found := start.match(part)) or found[1] not in told]
    return "".join(kept) + example


def test_every_code_is_explained() -> None:
    """No code goes without an explanation, and no explanation without a code."""
    assert EXPLAINED.keys() == {*RULES, *LINTS, *reported_while_reading()}


@pytest.mark.parametrize("code", EXPLAINED)
def test_the_example_breaks_the_rule(code: str, sound_copy: Path) -> None:
    """What the explanation shows is reported under its code, with its severity, at its file."""
    explained = EXPLAINED[code]
    break_rule(explained, sound_copy)
    found = [problem for problem in problems_of(sound_copy) if problem.rule == code]
    assert found
    assert {problem.severity for problem in found} == {explained.severity}
    assert explained.file in {problem.place.file for problem in found}


@pytest.mark.parametrize("code", EXPLAINED)
def test_an_explanation_says_all(code: str) -> None:
    """What is demanded, why and what to do are sentences, and none says the same as another."""
    (told,) = explain(code)
    sentences = [told.demands, told.why, told.remedy]
    assert all(sentence.strip().endswith((".", "'.", ".'")) for sentence in sentences)
    assert len(set(sentences)) == len(sentences)
    assert max(map(len, told.example.split("\n"))) <= 76


def test_unknown_codes_are_asked_wrongly() -> None:
    """A slip gets suggestions, nonsense the way to the list of all codes."""
    with pytest.raises(AskedWrongly) as slip:
        explain("unkown-reference")
    assert slip.value.remedy == "did you mean 'unknown-reference'?"
    with pytest.raises(AskedWrongly) as nonsense:
        explain("E501")
    assert "--explain all" in nonsense.value.remedy
    assert [told.code for told in explain("all")] == list(EXPLAINED)
