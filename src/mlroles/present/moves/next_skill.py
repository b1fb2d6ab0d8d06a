"""The skills that open most doors as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.next_skill import Raise, Reason, RoleGain
from mlroles.core.moves.profile import Profile
from mlroles.present.moves.readiness import first, joined_names
from mlroles.present.moves.start import quoted, remarks
from mlroles.present.page.answer import Scalar
from mlroles.present.page.blocks import Cell, Column, Page, Section, Table, strong
from mlroles.present.page.common import Payload
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS, rounded_parts

ON_A_PAGE = 8
SHOWN = 2
"""How many roles are named that a skill brings nearer."""

TOLD: dict[Reason, str] = {
    "newly viable": "fewer roles become viable",
    "gain": "less gain",
    "adverts": "the same gain, fewer adverts",
    "name": "a tie; in order of id",
}
COLUMNS = ("skill", "name", "level", "newly_viable", "gain", "adverts", "behind_by")


def next_skill_report(
    catalogue: Catalogue,
    start: Profile,
    found: Sequence[Raise],
    rung: Rung,
    have: str,
    limit: int | None = None,
    why: bool = False,
) -> Report:
    """The skills to raise by one level, at most `limit` (0: all); a page has the best otherwise.

    With `why` the readiness for each role before and after.
    """
    all_of_them = len(found)
    shown = first(found, limit, ON_A_PAGE)
    found = first(found, limit, 0)

    def pages() -> tuple[Page, ...]:
        sections = [_table(catalogue, shown, all_of_them)]
        if why:
            sections += [_gains(catalogue, one) for one in shown]
        return (
            Page(
                title=f"The next skill for {start.name or f'{len(start.skills)} skills'}",
                subtitle=f"each raised by one level, measured on all roles at {rung} level",
                sections=tuple(sections),
            ),
        )

    return Report(
        pages=pages,
        data=lambda: [_payload(catalogue, one, rung) for one in found],
        records=lambda: Records(columns=COLUMNS, rows=tuple(_row(catalogue, o) for o in found)),
        remarks=remarks(catalogue, start),
        next_step=(
            f"mlroles show {shown[0].skill}" if shown else f"mlroles match --have {quoted(have)}"
        ),
        nothing_found="" if shown else "no skill raised by one level gains anything",
    )


def _table(catalogue: Catalogue, shown: Sequence[Raise], all_of_them: int) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for one in shown:
        told = TOLD[one.behind_by] if one.behind_by in ("adverts", "name") else ""
        names = [f"{catalogue.role_names[g.role]} {g.after:.2f}" for g in one.gains]
        rows.append(
            (
                strong(catalogue.skills[one.skill].name),
                str(one.level),
                str(len(one.newly_viable) or "–"),
                f"{one.gain:+.2f}",
                f"{one.adverts:.0%}" if one.adverts is not None else "",
                f"{joined_names(names, SHOWN)}{f' ({told})' if told else ''}",
            )
        )
    columns = (
        Column(),
        Column(title="to", align="right", keep=True),
        Column(title="opens", align="right", keep=True),
        Column(title="gain", align="right", keep=True),
        Column(title="adverts", align="right", keep=True),
        Column(title="readiness for"),
    )
    note = (
        "opens: roles that become viable (0.58); gain: in readiness, over all roles; adverts:"
        " of these roles, at least so many name it"
    )
    if len(shown) < all_of_them:
        note += f"; {all_of_them - len(shown)} more with --limit 0"
    return Section(title="", blocks=(Table(columns=columns, rows=tuple(rows)),), note=note)


def _gains(catalogue: Catalogue, one: Raise) -> Section:
    """The readiness for each role before and after, which add up to the gain."""
    rows = tuple(
        (
            catalogue.role_names[gain.role],
            f"{gain.before:.4f}",
            f"{gain.after:.4f}",
            f"{adds:+.4f}",
            "becomes viable" if gain.opens else "",
        )
        for gain, adds in zip(one.gains, _adds(one), strict=True)
    )
    columns = (
        Column(),
        *(Column(title=t, align="right", keep=True) for t in ("before", "after", "gain")),
        Column(keep=True),
    )
    title = f"{catalogue.skills[one.skill].name} to {one.level}: {one.gain:+.4f}"
    return Section(title=title, blocks=(Table(columns=columns, rows=rows),))


def _row(catalogue: Catalogue, one: Raise) -> tuple[Scalar, ...]:
    return (
        one.skill,
        catalogue.skills[one.skill].name,
        one.level,
        " ".join(one.newly_viable),
        round(one.gain, DIGITS),
        round(one.adverts, DIGITS) if one.adverts is not None else None,
        one.behind_by,
    )


def _payload(catalogue: Catalogue, one: Raise, rung: Rung) -> Payload:
    return {
        "skill": one.skill,
        "name": catalogue.skills[one.skill].name,
        "level": one.level,
        "rung": rung,
        "newly_viable": [
            {"role": role, "name": catalogue.role_names[role]} for role in one.newly_viable
        ],
        "gain": round(one.gain, DIGITS),
        "gains": [
            _gain(catalogue, gain, adds) for gain, adds in zip(one.gains, _adds(one), strict=True)
        ],
        "adverts": round(one.adverts, DIGITS) if one.adverts is not None else None,
        "behind_by": one.behind_by,
    }


def _adds(one: Raise) -> list[float]:
    """What each role gains, rounded so that it adds up to the gain as it is shown."""
    return rounded_parts([gain.after - gain.before for gain in one.gains], one.gain)


def _gain(catalogue: Catalogue, gain: RoleGain, adds: float) -> Payload:
    return {
        "role": gain.role,
        "name": catalogue.role_names[gain.role],
        "before": round(gain.before, DIGITS),
        "after": round(gain.after, DIGITS),
        "gain": adds,
    }
