"""What an advert or a CV says, on one screen: the likeliest role first, then the skills."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mlroles.core.adverts.cv import sentence_of
from mlroles.core.adverts.decode import FEWEST_FINDINGS, READ, Decoded, Usual
from mlroles.core.adverts.found import FoundSkill, Passage, Reason, RoleShare
from mlroles.core.adverts.roles import FIGURES
from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.profile import Profile, remarks
from mlroles.core.moves.readiness import Readiness
from mlroles.present.adverts.answer import SECTIONS, DecodedAnswer, Origin, decoded_answer, weighed
from mlroles.present.moves.profile import written_profile
from mlroles.present.moves.readiness import joined_names, line, readiness_words
from mlroles.present.moves.start import have_words, quoted
from mlroles.present.page.blocks import (
    Block,
    Cell,
    Column,
    Lines,
    Meter,
    Page,
    Section,
    Table,
    Toned,
    counted,
    dim,
    numbers,
    prose,
    short,
    strong,
)
from mlroles.present.page.report import Report

LANGUAGES = dict(
    re.findall(
        r"(\w\w) (\w+)",
        "ar Arabic, de German, el Greek, en English, es Spanish, fr French, he Hebrew, hi Hindi,"
        " it Italian, ja Japanese, ko Korean, nl Dutch, pl Polish, pt Portuguese, ru Russian,"
        " sv Swedish, uk Ukrainian, zh Chinese",
    )
)
"""What languages are called in English."""
MOST_NAMES, MOST_SUGGESTED, MOST_ROLES, MOST_REASONS, MOST_ROWS = 14, 5, 3, 3, 16
"""What the screen has room for: names in a line, suggested skills, roles, reasons for each, and
skills of a CV."""
TELLING = 0.1
"""The weight of a reason that has a row of its own in a calculation."""
LEAD = 24
"""The most characters of a sentence that are shown before a skill."""
BAR, NAME = 12, 20
"""The columns of a bar, and of a name at least."""
CLEAR = 0.5
"""The probability below which it is only said which role a text reads most as."""
LEAST_SHARE = 0.01
"""The probability below which a role is not worth a line."""
FORMULA = "probability: the exponential of Σ, over those of all roles (--full) together"
MARKS = "[ ] a skill    { } what tells the role"


def decoded_report(
    catalogue: Catalogue,
    decoded: Decoded,
    origin: Origin,
    ready: Readiness | None = None,
    held: Profile | None = None,
    have: Sequence[str] = (),
    why: bool = False,
    full: bool = False,
    highlight: bool = False,
) -> Report:
    """A text on one screen; with `why` each reason for a role, with `full` everything.

    With `highlight` the text itself, with its evidence marked. `ready` says how far the skills
    that are `held`, and were typed as `have`, meet what is asked for.
    """

    def pages() -> tuple[Page, ...]:
        if highlight:
            found = [_text(decoded)]
        else:
            found = [_roles(catalogue, decoded, full)]
            found += _why(catalogue, decoded, full) if why else []
            found.append(_stated(decoded))
            found += _skills_of_cv(catalogue, decoded, full) if decoded.kind == "cv" else []
            found += _skills(catalogue, decoded, full) if decoded.kind == "advert" else []
            found += _compared(catalogue, decoded, full)
            found += _held(catalogue, ready) if ready else []
        shown = tuple(section for section in found if section.blocks)
        return (Page(title=_title(catalogue, decoded), fact=decoded.rung or "", sections=shown),)

    given = origin.file or "-"
    return Report(
        pages=pages,
        kinds=(DecodedAnswer,),
        document=True,
        new=True,
        table="skills",
        sections=SECTIONS,
        data=lambda: decoded_answer(catalogue, decoded, origin, ready, full or why),
        yaml=(lambda: written_profile(catalogue.ladder, decoded.profile))
        if decoded.kind == "cv"
        else None,
        remarks=(*_language(decoded), *(remarks(catalogue, held) if held else ())),
        left_out="" if full or why or not decoded.roles else "--full gives every role and reason",
        more="" if full else "--full everything   --why the calculation   --highlight the text",
        next_steps=tuple(_next_steps(decoded, quoted(given), have)),
    )


def _title(catalogue: Catalogue, decoded: Decoded) -> str:
    for told in _language(decoded):
        return told[0].upper() + told[1:]
    start = "CV: " if decoded.kind == "cv" else ""
    if decoded.too_little_to_tell:
        return f"{start}Too little text to tell the role"
    if not decoded.roles:
        return f"{start}No role can be told: this catalogue has no figures of adverts"
    share = decoded.roles[0]
    reads = "reads" if start else "Reads"
    most = "" if share.probability >= CLEAR else " most"
    told = f"{start}{reads}{most} as {role_words(catalogue, share)} ({share.probability:.0%})"
    if not decoded.claim:
        return told
    claim = decoded.claim.role
    if claim is None:
        return f"{told}; its title names no role"
    if claim.id == decoded.role:
        return f"{told}, as titled"
    figures = catalogue.adverts[FIGURES]
    counted = claim.id in figures.adverts or claim.id in figures.counted_as
    return f"{told}, titled {short(claim.name)}{'' if counted else ' (no figures on its adverts)'}"


def _language(decoded: Decoded) -> tuple[str, ...]:
    """The remark on a text in a language that is not matched to roles."""
    language = decoded.stated.language
    if not language or language in READ:
        return ()
    return (f"written in {LANGUAGES.get(language, language)}: no role is told",)


def role_words(catalogue: Catalogue, share: RoleShare) -> str:
    """What a role is called, or the work that is none of the roles'."""
    return short(catalogue.role_names.get(share.role, share.role))


def _roles(catalogue: Catalogue, decoded: Decoded, full: bool) -> Section:
    """The likeliest roles with what speaks most for each, or why there are none."""
    rows: list[tuple[Cell, ...]] = [
        (
            role_words(catalogue, share),
            Meter(share=share.probability),
            f"{share.probability:.0%}",
            dim(", ".join(_said(catalogue, reason) for reason in _strongest(share))),
        )
        for share in (decoded.roles if full else decoded.roles[:MOST_ROLES])
        if share.probability >= LEAST_SHARE
    ]
    bars = Column(keep=True, least_width=BAR, most_width=BAR, optional=True)
    columns = (Column(keep=True), bars, *numbers(""), Column(cut=True, optional=True))
    blocks: tuple[Block, ...] = (Table(columns=columns, rows=tuple(rows)),) if rows else ()
    if decoded.too_little_to_tell:
        told = f"It takes {FEWEST_FINDINGS} skills or telling words, in English, German or French."
        return Section(title="", blocks=prose(told), name="roles")
    return Section(title="", blocks=blocks, name="roles")


def _strongest(share: RoleShare) -> list[Reason]:
    told = [reason for reason in share.reasons if reason.weight > 0]
    return sorted(told, key=lambda reason: -reason.weight)[:MOST_REASONS]


def _said(catalogue: Catalogue, reason: Reason) -> str:
    skill = catalogue.skills.get(reason.what) if reason.kind == "skill" else None
    return short(skill.name) if skill else reason.what


def _stated(decoded: Decoded) -> Section:
    stated = decoded.stated
    told = []
    if stated.years is not None:
        more = " or more" if decoded.kind == "advert" else ""
        told.append(f"{counted(stated.years, 'year', 'years')}{more}")
    if stated.degree_required is not None:
        told.append("a degree" if stated.degree_required else "degree not essential")
    if pay := stated.pay:
        ends = dict.fromkeys(one for one in (pay.low, pay.high) if one)
        amounts = [f"{one:,.2f}".removesuffix(".00") for one in ends]
        bound = "" if pay.low and pay.high else "from " if pay.low else "up to "
        period = f" a{'n' * (pay.period == 'hour')} {pay.period}" if pay.period else ""
        told.append(f"{bound}{pay.currency or ''} {'–'.join(amounts)}{period}".strip())
    if stated.language in READ and stated.language != "en":
        told.append(f"written in {LANGUAGES.get(stated.language, stated.language)}")
    return line("Stated", ", ".join(told), "stated") if told else Section(title="", blocks=())


def _skills(catalogue: Catalogue, decoded: Decoded, full: bool) -> Iterator[Section]:
    """What an advert asks for, what is nice to have, and what it names or suggests besides."""
    for title, found in (
        ("Asked for", [f for f in decoded.named if f.required]),
        ("Nice to have", [f for f in decoded.named if f.required is False]),
        ("Named", [f for f in decoded.named if f.required is None]),
        ("Suggested", [f for f in decoded.skills if f.finding == "suggested"]),
    ):
        names = [_with_level(catalogue, one) for one in found]
        most = MOST_SUGGESTED if title == "Suggested" else MOST_NAMES
        if names:
            yield line(title, joined_names(names, len(names) if full else most))


def _with_level(catalogue: Catalogue, found: FoundSkill) -> str:
    name = short(catalogue.skills[found.skill].name)
    return f"{name}\N{NO-BREAK SPACE}{found.level}" if found.level else name


def _skills_of_cv(catalogue: Catalogue, decoded: Decoded, full: bool) -> Iterator[Section]:
    """Each skill that counts, its level, and the words that show it."""
    profile = decoded.profile
    held = sorted(profile.skills, key=lambda skill: (-profile.skills[skill], skill))
    shown = held if full or len(held) <= MOST_ROWS + 1 else held[:MOST_ROWS]
    places = {found.skill: found.place for found in decoded.named}
    rows: list[tuple[Cell, ...]] = [
        (
            short(catalogue.skills[skill].name),
            "–" if skill in profile.assumed else str(profile.skills[skill]),
            dim(_around(decoded, places[skill])),
        )
        for skill in shown
    ]
    if len(held) > len(shown):
        rows.append((f"and {len(held) - len(shown)} more", "", ""))
    columns = (Column(), *numbers("level"), Column(cut=True))
    note = "level: – where the text says none" if profile.assumed else ""
    blocks: tuple[Block, ...] = (Table(columns=columns, rows=tuple(rows)),) if rows else ()
    title = counted(len(held), "skill", "skills")
    yield Section(title=title, blocks=blocks, note=note, name="skills")


def _around(decoded: Decoded, place: Passage) -> str:
    """The sentence that names a skill, from a few words before it on."""
    text, start = decoded.document.text, sentence_of(decoded.document, place).start
    end = sentence_of(decoded.document, place).end
    if place.start - start <= LEAD:
        return " ".join(text[start:end].split())
    return "… " + " ".join(text[place.start - LEAD : end].split()[1:])


def _compared(catalogue: Catalogue, decoded: Decoded, full: bool) -> Iterator[Section]:
    """What is usual for the likeliest role and missing, and what is unusual."""
    for title, name, found in (
        ("Usual, missing", "missing", decoded.missing),
        ("Unusual here", "unusual", decoded.unusual),
    ):
        if names := [_with_share(catalogue, usual) for usual in found]:
            text = joined_names(names, len(names) if full else MOST_NAMES // 2)
            yield line(title, text, name)


def _with_share(catalogue: Catalogue, usual: Usual) -> str:
    name = short(catalogue.skills[usual.skill].name)
    if usual.share is not None:
        return f"{name}\N{NO-BREAK SPACE}{usual.share:.0%}"
    return f"{name} (essential)" if usual.essential else name


def _held(catalogue: Catalogue, ready: Readiness) -> Iterator[Section]:
    yield line("You", f"readiness {readiness_words(ready, ready.verdict)}", "have")
    names = catalogue.skills
    for title, parts in (
        ("You meet", [p for p in ready.parts if p.counted >= p.needed]),
        ("In part", [p for p in ready.parts if 0 < p.counted < p.needed]),
        ("You lack", [p for p in ready.parts if not p.counted]),
    ):
        if found := [short(names[part.skill].name) for part in parts]:
            yield line(title, joined_names(found, MOST_NAMES), "have")


def _why(catalogue: Catalogue, decoded: Decoded, full: bool) -> Iterator[Section]:
    """The reasons for the likeliest roles, with the numbers that add up to the score.

    Those that weigh little share a row unless all is to be shown.
    """
    columns = (Column(least_width=NAME), *numbers("weight"), Column(cut=True))
    shown = decoded.roles if full else decoded.roles[:MOST_ROLES]
    for share in shown:
        reasons = weighed(share)
        told = [one for one in reasons if full or abs(one[1]) >= TELLING]
        rows: list[tuple[Cell, ...]] = [
            (
                _said(catalogue, reason),
                f"{weight:+.4f}",
                dim(reason.passage.words),
            )
            for reason, weight in told
        ]
        if little := len(reasons) - len(told):
            rest = share.score - sum(weight for _, weight in told)
            rows.append(
                (counted(little, "other", "others"), f"{rest:+.4f}", dim("each under 0.1; --full"))
            )
        rows.append((strong("Σ"), strong(f"{share.score:+.4f}"), ""))
        title = f"{role_words(catalogue, share)}, {share.probability:.1%}"
        block = Table(columns=columns, rows=tuple(rows))
        yield Section(title=title, blocks=(block,), note=FORMULA * (share is shown[-1]), name="why")


def _text(decoded: Decoded) -> Section:
    """The text, with marks around the words that show skills and the likeliest role."""
    text = decoded.document.text
    spans = {(p.start, p.end): "[]" for found in decoded.named for p in found.evidence}
    for reason in decoded.roles[0].reasons if decoded.roles else ():
        if reason.weight > 0:
            place = reason.passage
            free = all(place.end <= start or end <= place.start for start, end in spans)
            spans |= {(place.start, place.end): "{}"} if free else {}
    rows: list[list[str | Toned]] = [[]]
    at = 0
    for (start, end), marks in sorted(spans.items()):
        if start >= at:
            _append(rows, text[at:start])
            rows[-1].append(strong(f"{marks[0]}{' '.join(text[start:end].split())}{marks[1]}"))
            at = end
    _append(rows, text[at:])
    return Section(title="", blocks=(Lines(rows=tuple(map(tuple, rows))),), note=MARKS, name="text")


def _append(rows: list[list[str | Toned]], text: str) -> None:
    """Go on with a text, in new rows where it has line breaks."""
    first, *others = text.replace("\t", " ").split("\n")
    rows[-1].append(first.rstrip("\r"))
    rows += ([other.rstrip("\r")] for other in others)


def _next_steps(decoded: Decoded, given: str, have: Iterable[str]) -> Iterator[tuple[str, str]]:
    if decoded.kind == "cv":
        yield f"mlroles match --have {given}", "the roles that you are nearest to"
        yield f"mlroles decode {given} -o profile.yaml", "a profile to correct"
    elif decoded.role:
        yield f"mlroles show {decoded.role}", "what the role is"
        target = f"{decoded.role}@{decoded.rung}" if decoded.rung else decoded.role
        if have:
            yield f"mlroles gap {have_words([*have])} {target}", "what you lack for it"
