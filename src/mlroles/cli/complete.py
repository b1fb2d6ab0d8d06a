"""What the shell offers while somebody types: names of entries, with descriptions."""

from collections.abc import Callable, Iterator

import typer

from mlroles.catalogue.load import load
from mlroles.core.catalogue import Catalogue
from mlroles.core.guide import SOURCES_TOPIC
from mlroles.core.names import kind_of
from mlroles.core.pay import countries as countries_known
from mlroles.core.vocabulary import SKILL_KINDS

Offer = tuple[str, str]
Completer = Callable[[typer.Context, str], list[Offer]]


def _completer(offers: Callable[[Catalogue], Iterator[Offer]]) -> Completer:
    def complete(ctx: typer.Context, incomplete: str) -> list[Offer]:
        # Somebody who is typing must not see an error, whatever is wrong with the catalogue.
        try:
            catalogue = load(ctx.params.get("catalogue") or ctx.find_root().params.get("catalogue"))
            # Typer reads descriptions as markup: a name in brackets would vanish, or be an error.
            return [
                (value, told.replace("[", "\\["))
                for value, told in offers(catalogue)
                if value.casefold().startswith(incomplete.casefold())
            ]
        except Exception:
            return []

    return complete


def _entries(catalogue: Catalogue) -> Iterator[Offer]:
    for entry in catalogue.entries():
        yield entry.id, f"{entry.name} ({kind_of(entry)})"


def _roles(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((role.id, role.name) for role in catalogue.roles.values())


def _skills(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((skill.id, skill.name) for skill in catalogue.skills.values())


def _families(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((family.id, family.name) for family in catalogue.families.values())


def _stages(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((stage.id, stage.name) for stage in catalogue.stages.values())


def _sections(_: Catalogue) -> Iterator[Offer]:
    from mlroles.present.entries import SECTIONS

    yield from ((section, "") for section in SECTIONS)


def _kinds(_: Catalogue) -> Iterator[Offer]:
    yield from ((kind, "") for kind in SKILL_KINDS)


def _countries(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((country, "") for country in countries_known(catalogue.roles.values()))


def _topics(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((topic.id, topic.title) for topic in catalogue.topics.values())
    yield SOURCES_TOPIC, "All sources, with licence and date"


def _teams(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((team.id, team.name) for team in catalogue.teams.values())


def codes(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """The codes of the validator; no catalogue is needed to know them."""
    from mlroles.catalogue.explain import explanations

    return [
        (code, explained.demands)
        for code, explained in explanations().items()
        if code.startswith(incomplete.casefold())
    ]


entries = _completer(_entries)
roles = _completer(_roles)
skills = _completer(_skills)
families = _completer(_families)
stages = _completer(_stages)
sections = _completer(_sections)
kinds = _completer(_kinds)
countries = _completer(_countries)
topics = _completer(_topics)
teams = _completer(_teams)
