"""A CV is told from an advert, and becomes a profile of what it names."""

import pytest

from measure.extraction import marked
from mlroles.catalogue.files.paths import bundled_folder
from mlroles.catalogue.load import load
from mlroles.core.adverts.cv import cv_profile, kind_of, without_headings
from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.found import FoundSkill, Passage
from mlroles.core.adverts.skills import SkillFinder
from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.profile import ASSUMED_LEVEL


def test_adverts_and_cvs_are_told_apart(bundled: Catalogue) -> None:
    """No advert is taken for a CV; most CVs are known, and `--as` is there for the others."""
    kinds = {
        folder: [kind_of(read_document(one.text)) for one in marked(bundled, folder)]
        for folder in ("adverts", "cvs")
    }
    assert len(kinds["adverts"]) >= 60
    assert set(kinds["adverts"]) == {"advert"}
    assert kinds["cvs"].count("cv") >= 12


@pytest.mark.parametrize("title", ["Curriculum Vitae – Luca B.", "LEBENSLAUF", "# Résumé"])
def test_a_text_may_say_that_it_is_a_cv(title: str) -> None:
    """In any language, if it has one more sign of a CV."""
    assert kind_of(read_document(f"{title}\n\nAcme, 2020–2024: Python, SQL")) == "cv"


SPANS = "Acme, 2020–2024\nBeta, 2018–2020\nGamma, 2016–2018\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SPANS, "cv"),
        ("Acme, 2020–2024\nBeta, 2018–2020", "advert"),
        ("Acme, 2020–2024\nBeta, 2018–2020\nBuilt models for banks", "cv"),
        ("Work experience\nAcme, 2020–2024\njane@acme.org", "cv"),
        ("Work experience\nAcme, 2020–2024\nHobbies: chess", "cv"),
        ("Built models. Led people. Wrote code. Hobbies: chess. jane@acme.org", "advert"),
        # Of what employers say each thing weighs two signs.
        (SPANS + "You will like it", "cv"),
        (SPANS + "You will like it. We offer tea", "advert"),
        (SPANS + "Work experience\nEducation\nYou will like it. We offer tea", "cv"),
        (SPANS + "Education\nYou will like it. We offer tea", "advert"),
        ("CV required\nAcme, 2020–2024\nBeta, 2018–2020", "advert"),
    ],
)
def test_signs_of_a_cv(text: str, kind: str) -> None:
    """Headings, spans of years, what somebody did and their own words, against an employer's."""
    assert kind_of(read_document(text)) == kind


TEXT = "Machine learning:\n\nBuilt it in Python and SQL.\nPython every day.\n"


def found(word: str, *, level: int | None = None, suggested: bool = False) -> FoundSkill:
    start = TEXT.index(word)
    return FoundSkill(
        skill=word.lower().replace(" ", "-"),
        finding="suggested" if suggested else "named",
        evidence=(Passage(words=word, start=start, end=start + len(word)),),
        required=True,
        level=level,
    )


def test_only_what_is_named_beside_headings_counts() -> None:
    """A level is what the text supports, and each skill has the sentence that shows it."""
    document = read_document(TEXT)
    assert document.sentences[0].heading
    profile = cv_profile(
        document,
        [found("Machine learning"), found("Python", level=3), found("SQL", suggested=True)],
    )
    assert profile.skills == {"python": 3}
    assert profile.assumed == ()
    assert profile.evidence == {"python": "Built it in Python and SQL."}


def test_the_words_that_say_a_level_are_shown() -> None:
    """Not those that name the skill first."""
    text = "You used Python there.\nExpert in Python."
    place = Passage(words="Python", start=text.rindex("Python"), end=len(text) - 1)
    one = found_in(text)
    assert one.level_place == place
    assert cv_profile(read_document(text), [one]).evidence == {"python": "Expert in Python."}


def found_in(text: str) -> FoundSkill:
    """The one skill that a text names."""
    (skill,) = SkillFinder(load(bundled_folder()))(read_document(text))
    return skill


@pytest.mark.parametrize("level", [None, 1, 4])
def test_a_level_that_is_not_told_is_assumed(level: int | None) -> None:
    """As in every profile; nothing in a CV is asked for."""
    document = read_document(TEXT)
    (one,) = without_headings(document, [found("Python", level=level)])
    assert one.required is None
    profile = cv_profile(document, [one])
    assert profile.skills == {"python": level or ASSUMED_LEVEL}
    assert profile.assumed == (() if level else ("python",))
