"""What the reports on moves have in common: who starts, what a move is called, and its pay."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import LEVELS, Rung
from mlroles.core.moves.profile import ASSUMED_LEVEL, Profile
from mlroles.core.pay.change import PayChange
from mlroles.present.page.blocks import joined
from mlroles.present.page.common import Payload, figure_payload
from mlroles.present.page.rounding import DIGITS


def start_name(catalogue: Catalogue, start: Profile) -> str:
    """What stands for the start in a title: the role, or how many skills are held."""
    if start.name:
        return start.name
    if start.role:
        return catalogue.role_names[start.role]
    count = len(start.skills)
    return f"{count} skill{'s' if count != 1 else ''}"


def start_words(start: Profile, have: str | None) -> str:
    """The start as one types it: a position, or what was given as skills held."""
    if have is not None:
        return f"--have {quoted(have)}"
    return f"{start.role}@{start.rung}"


def quoted(word: str) -> str:
    """A word as a shell takes it for one."""
    plain = word.replace("-", "").replace("_", "").replace(".", "").replace("/", "").isalnum()
    return word if plain or word == "-" else "'" + word.replace("'", "'\\''") + "'"


def remarks(catalogue: Catalogue, profile: Profile) -> tuple[str, ...]:
    """What has to be said of the words of a profile: unknown ones and assumed levels."""
    told = []
    for unknown in profile.unknown:
        if unknown.role:
            see = f"'mlroles show {unknown.role} --section skills'"
            told.append(f"{unknown.word!r} is a role and does not count; its skills: {see}")
            continue
        meant = " or ".join(map(repr, unknown.suggestions))
        advice = f"; did you mean {meant}?" if meant else "; see 'mlroles list skills'"
        told.append(f"{unknown.word!r} is no skill and does not count{advice}")
    for heading in profile.headings:
        skill = catalogue.skills_called(heading)[0]
        how = "and counts" if skill.id in profile.skills else "and does not count"
        told.append(f"{heading!r} is a heading over other skills {how} as {skill.name}")
    if profile.evidence:
        names = joined([catalogue.skills[skill].name for skill in profile.evidence])
        told.append(f"found in the text of the résumé: {names}")
    if profile.assumed:
        names = joined([catalogue.skills[skill].name for skill in profile.assumed])
        level = f"{ASSUMED_LEVEL} ({LEVELS[ASSUMED_LEVEL][0]})"
        told.append(f"level {level} is assumed for {names}; say another as in 'sql:3'")
    return tuple(told)


def start_payload(catalogue: Catalogue, start: Profile) -> Payload:
    """Where somebody starts: a role at a rung, or skills of their own."""
    return {
        "role": start.role,
        "name": catalogue.role_names[start.role] if start.role else None,
        "level": start.rung,
        "person": start.name,
        "skills": len(start.skills),
        **words_payload(catalogue, start),
    }


def profile_payload(catalogue: Catalogue, start: Profile) -> Payload:
    """What somebody can do, with what was not understood and what was assumed."""
    return {
        "skills": [
            {"skill": skill, "name": catalogue.skills[skill].name, "level": level}
            for skill, level in sorted(start.skills.items())
        ],
        **words_payload(catalogue, start),
    }


def words_payload(catalogue: Catalogue, start: Profile) -> Payload:
    """The words that mean no skill, and the levels that were not said."""
    return {
        "assumed": [
            {"skill": skill, "name": catalogue.skills[skill].name, "level": ASSUMED_LEVEL}
            for skill in start.assumed
        ],
        "unknown": [
            {"word": one.word, "suggestions": list(one.suggestions)} for one in start.unknown
        ],
    }


def position_payload(role: Role, rung: Rung) -> Payload:
    """A role at a rung."""
    return {"role": role.id, "name": role.name, "level": rung}


def change_payload(change: PayChange | None) -> Payload | None:
    """What one position pays beside another, or None where it is unknown."""
    if change is None:
        return None
    return {
        "ratio": round(change.ratio, DIGITS),
        "pooled": change.pooled,
        "from": figure_payload(change.origin),
        "to": figure_payload(change.target),
    }


def change_told(change: PayChange | None) -> str:
    """What one position pays beside another, in words."""
    if change is None:
        return "pay unknown"
    a, b = change.origin, change.target
    pooled = ", all rungs pooled" if change.pooled else ""
    told = f"{change.ratio:.2f} × as much: {a.currency} {a.median:,} → {b.median:,}"
    return f"{told} ({b.basis} medians, {b.country} {b.year}{pooled}; n {a.n:,} and {b.n:,})"
