"""What the shell offers while somebody types: names of entries, with descriptions."""

import os
from collections.abc import Callable, Iterable, Iterator

import typer

from mlroles.catalogue.load import load
from mlroles.cli.bash import BEFORE
from mlroles.cli.table import section_names, summary
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.names import EntryKind
from mlroles.core.model.vocabulary import SKILL_KINDS
from mlroles.core.pay.figures import countries as countries_known
from mlroles.core.roles.guide import SOURCES_TOPIC

Offer = tuple[str, str]


class _Offered(str):
    """A value to be offered: Typer would drop one without what stands before an '@' in bash."""

    def startswith(self, *_: object) -> bool:
        return True


Completer = Callable[[typer.Context, str], list[Offer]]


def _completer(offers: Callable[[Catalogue], Iterator[Offer]]) -> Completer:
    return _safely(
        lambda catalogue, typed: [
            offer for offer in offers(catalogue) if offer[0].casefold().startswith(typed.casefold())
        ]
    )


def _safely(offers: Callable[[Catalogue, str], Iterable[Offer]]) -> Completer:
    def complete(ctx: typer.Context, incomplete: str) -> list[Offer]:
        # Somebody who is typing must not see an error, whatever is wrong with the catalogue.
        try:
            catalogue = load(ctx.params.get("catalogue") or ctx.find_root().params.get("catalogue"))
            # Typer reads descriptions as markup: a name in brackets would vanish, or be an error.
            return [
                (_as_typed(value, incomplete), summary(told).replace("[", "\\["))
                for value, told in offers(catalogue, incomplete)
            ]
        except Exception:
            return []

    return complete


def _as_typed(value: str, typed: str) -> str:
    """A value in the case of what was typed, as shells want it; names resolve in any case."""
    if value.casefold().startswith(typed.casefold()):
        value = typed + value[len(typed) :]
    return _Offered(value.removeprefix(os.environ.get(BEFORE, "")))


def _named(kind: EntryKind | None) -> Completer:
    """Offer entries by any name that begins as what is typed, the likest first."""

    def offers(catalogue: Catalogue, typed: str) -> Iterator[Offer]:
        from mlroles.core.finding.search import completions  # only a Tab needs it

        for written, found, name in completions(catalogue.index, typed, kind):
            yield written, name if kind else f"{name} ({found})"

    return _safely(offers)


def _positions(catalogue: Catalogue, typed: str) -> Iterator[Offer]:
    """Roles by any name, or the rungs of the one that is typed."""
    from mlroles.core.finding.search import completions  # only a Tab needs it

    role, at, begun = typed.partition("@")
    if at:
        rungs = (offer for offer in _rungs(catalogue) if offer[0].startswith(begun.casefold()))
        yield from ((f"{role}@{rung}", told) for rung, told in rungs)
    else:
        yield from ((id, name) for id, _, name in completions(catalogue.index, typed, "role"))


def _families(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((family.id, family.name) for family in catalogue.families.values())


def _stages(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((stage.id, stage.name) for stage in catalogue.stages.values())


def _rungs(catalogue: Catalogue) -> Iterator[Offer]:
    yield from ((rung.id, rung.name or "") for rung in catalogue.ladder.rungs)


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
    from mlroles.catalogue.checking.explain import explanations

    return [
        (code, summary(explained.demands))
        for code, explained in explanations().items()
        if code.startswith(incomplete.casefold())
    ]


def sections(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """The sections of the command; no catalogue is needed to know them."""
    command = ctx.command_path.partition(" ")[2]
    return [(name, "") for name in section_names(command) if name.startswith(incomplete)]


entries = _named(None)
roles = _named("role")
positions = _safely(_positions)
skills = _named("skill")
families = _completer(_families)
stages = _completer(_stages)
rungs = _completer(_rungs)
kinds = _completer(_kinds)
countries = _completer(_countries)
topics = _completer(_topics)
teams = _completer(_teams)
