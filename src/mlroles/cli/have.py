"""Who starts a move, from what is typed: a position, or skills that somebody has."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.names import roles_typed
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.errors import AskedWrongly, UnknownName
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.position import rung_typed
from mlroles.core.moves.profile import Profile, remarks, role_profile

HAVE_HELP = (
    "The skills you have: 'python:3, sql, k8s:2', a file (profile.yaml, resume.json), or - for"
    " standard input; repeat it to add more."
)
Have = Annotated[list[str] | None, typer.Option("--have", metavar="SKILLS", help=HAVE_HELP)]
Held = Annotated[list[str], typer.Option("--have", metavar="SKILLS", help=HAVE_HELP)]
Ends = Annotated[
    list[str],
    typer.Argument(
        metavar="FROM TO",
        help="Two roles, ROLE or ROLE@RUNG. With --have only TO.",
        autocompletion=complete.positions,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", min=0, metavar="N", help="Show at most N; 0 for all. By default the best."
    ),
]


def start_and_target(
    catalogue: Catalogue, ends: Sequence[str], have: Sequence[str] | None, usual: str | None = None
) -> tuple[Profile, tuple[Role, Rung]]:
    """Who starts and where to: FROM TO, or the skills held and TO alone.

    `usual` is what is typed for the rung of roles that none is typed with. Raises `AskedWrongly`
    where a position is unknown, there are too few or too many, or both are the same.
    """
    ladder = catalogue.ladder
    rung = rung_typed(ladder, usual) if usual else ladder.usual
    try:
        found = [(role, at or rung) for role, at in roles_typed(catalogue, ends)]
    except UnknownName as error:
        instead = "; to start from skills: --have 'python:3, sql' TO" if not have else ""
        raise UnknownName(error.what, error.remedy + instead) from None
    wanted = 1 if have else 2
    if len(found) != wanted:
        what = "a move leads from one role to another: FROM TO"
        if have:
            what = "with --have only the role to reach is named"
        raise AskedWrongly(what, "such as 'data-scientist ml-engineer@senior'")
    if found[1:] == found[:1]:
        role, rung = found[0]
        raise AskedWrongly(
            f"both are {role.name!r} at {rung} level", "name two different roles, or levels of one"
        )
    if not have:
        return role_profile(*found[0]), found[1]
    return skills_held(catalogue, have), found[0]


def skills_held(catalogue: Catalogue, have: Sequence[str]) -> Profile:
    """The skills that somebody has. Raises `AskedWrongly` where none of the words is a skill."""
    from mlroles.catalogue.text.profile_file import read_profile  # roles need no profile to be read

    found = read_profile(catalogue, ", ".join(have))
    if not found.skills:
        raise AskedWrongly(
            "none of these words is a skill", "see 'mlroles list skills'", remarks(catalogue, found)
        )
    return found
