"""The table of how much of a skill is asked for, and what its signs and others mean."""

from collections.abc import Mapping, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, Code, Requirement, Role
from mlroles.core.model.vocabulary import LEVELS, RACI, RaciLetter, Rung
from mlroles.present.page.blocks import (
    Block,
    Cell,
    Column,
    Prose,
    Toned,
    dots,
    labelled,
    numbers,
    short,
    shortened,
    tabled,
)

NO_SHARES: Mapping[str, float] = {}


def weightiest(needs: Sequence[Requirement], rung: Rung) -> list[Requirement]:
    """What is asked for, what matters most first."""
    return sorted(needs, key=lambda n: (not n.essential, -n.importance, -n.at(rung)))


def needs_table(
    needs: Sequence[tuple[str | Toned, Requirement]],
    rungs: Sequence[Rung],
    shares: Mapping[str, float] = NO_SHARES,
) -> tuple[Block, ...]:
    """A row for each need: name, importance, whether it is essential, and its levels at rungs.

    `shares` is skill id -> the share of adverts that name it; the column stands only where one of
    the needs has one.
    """
    show_shares = any(need.skill in shares for _, need in needs)
    rows: list[tuple[Cell, ...]] = [
        (
            name,
            dots(need.importance, 5),
            Toned(text="essential" if need.essential else "", tone="accent"),
            *(level_told(need, rung) for rung in rungs),
            *([f"{shares[need.skill]:.0%}" if need.skill in shares else ""] if show_shares else []),
        )
        for name, need in needs
    ]
    columns = (
        Column(least_width=33),
        Column(keep=True),
        Column(keep=True),
        *(Column(title=rung, align="center", keep=True) for rung in rungs),
        *(numbers("adverts") if show_shares else ()),
    )
    return tabled(columns, rows)


def level_told(need: Requirement | None, rung: Rung) -> str:
    """The level that is asked for at a rung: a number, "?" where it is not known, "–" if none."""
    if need is None:
        return "–"
    return str(need.known(rung) or "?")


def legend() -> Block:
    """What the dots and the numbers of the table mean."""
    levels = ", ".join(f"{level} {name}" for level, (name, _) in LEVELS.items())
    return Prose(text=f"● importance, of 5; levels {levels}", tone="dim")


RACI_LEGEND = ", ".join(f"{letter} {word}" for letter, word in RACI.items())
"""What the letters of activities mean."""


def letter_cell(letter: RaciLetter | None) -> Cell:
    """What a role does in an activity, if anything; who answers for it stands out."""
    return Toned(text=letter or "", tone="strong" if letter == "A" else "plain")


def stage_name(catalogue: Catalogue, activity: Activity) -> str:
    """The name of the stage that an activity belongs to; empty where it has none."""
    return catalogue.stages[activity.stage].name if activity.stage else ""


CLASSIFICATIONS = {
    "onet-soc": "O*NET-SOC",
    "esco": "ESCO",
    "onet-technology": "O*NET",
    "esco-skill": "ESCO",
}


def codes_block(codes: Sequence[Code]) -> tuple[Block, ...]:
    """A line for each code."""
    rows = []
    for code in codes:
        told = " ".join(filter(None, [code.code, code.label]))
        match = "no counterpart" if code.match == "none" else f"{code.match} match"
        text = f"{told} ({match})" if told else match
        note = f"; {code.note}" if code.note else ""
        rows.append((CLASSIFICATIONS[code.scheme], text + note))
    return labelled(rows)


def sentence(names: Sequence[str], most: int) -> str:
    """The first names in a row, with small first letters except at the start and in shorthand."""
    told = [n if n[:2].isupper() else n[0].lower() + n[1:] for n in map(short, names)]
    text = shortened(told, most)
    return text[:1].upper() + text[1:]


def labels(roles: Sequence[Role]) -> list[str]:
    """What the roles are called in columns: without a last word that all of them share."""
    names = [short(role.name) for role in roles]
    first = [name.rpartition(" ")[0] for name in names]
    shared = len({name.rpartition(" ")[2] for name in names}) == 1 and all(first)
    return first if shared else names
