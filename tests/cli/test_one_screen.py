"""Pages fit a screen, keep within every width, break no word, and say how to see more."""

import re
import shlex
from itertools import combinations

import pytest

from conftest import Run
from mlroles.core.catalogue import Catalogue

WORD = re.compile(r"[^\W\d_]{3,}")
CUT = re.compile(r"\S*…")

PAGES = [
    "show mlops",
    "show data-annotator",
    "show kubernetes",
    "show mlops --full",
    "compare devops mlops",
    "compare devops mlops ml-engineer",
    "boundary devops mlops site-reliability-engineer",
    "list",
    "list --sort pay",
    "list teams",
    "gap data-analyst ml-engineer",
    "gap --have python:3,sql:2 mlops",
    "path data-analyst ml-engineer",
    "match --have python:3,sql:3,kubernetes:2,docker:3",
    "next-skill --have python:3,sql:2",
    "profile check python:3,sql",
    "search kubernetes",
    "pay ml-researcher",
    "pay data-engineer ml-engineer mlops",
    "normalize 'Senior ML Engineer'",
    "graph similarity",
    "validate --explain shape",
    "guide",
    "guide sources",
    "list stages",
    "list families",
    "guide future",
    "team check --seats data-scientist@junior,ml-engineer:2,mlops,data-engineer",
    "team check --seats data-scientist,mlops --template climate --full",
    "team check --seats data-scientist,mlops --what-if +ml-engineer",
    "team plan regulated --budget 600k --junior-share 20%",
    "team plan regulated --max 3 --full",
    "team templates",
    "team templates regulated",
]


MOST = {
    "show mlops": 40,
    "compare devops mlops": 44,
    "compare devops mlops ml-engineer": 60,
    "list": 44,
    "gap data-analyst ml-engineer": 40,
    "path data-analyst ml-engineer": 40,
    "match --have python:3,sql:3,kubernetes:2,docker:3": 40,
    "next-skill --have python:3,sql:2": 40,
    "team check --seats data-scientist@senior,ml-engineer:2,mlops,data-engineer": 40,
    "team plan small-product": 40,
    "boundary devops mlops": 40,
    "search kubernetes": 40,
    "pay data-engineer ml-engineer mlops": 40,
}
"""The lines that an answer takes at most at 80 columns."""


def lines_of(run: Run, *arguments: str, columns: int = 80) -> list[str]:
    result = run(*arguments, "-f", "table", COLUMNS=columns)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


def test_roles_and_skills_fit_a_screen(run: Run, bundled: Catalogue) -> None:
    """Each takes 40 lines at most, and its last line says how to see the rest."""
    for name in [*bundled.roles, *[*bundled.skills][::25]]:
        lines = lines_of(run, "show", name)
        assert len(lines) <= 40, name
        assert lines[-1].startswith("More   --section ")


def test_comparisons_and_boundaries_fit_a_screen(run: Run, bundled: Catalogue) -> None:
    """Two roles take 44 lines, three 60, a boundary 40."""
    for pair in [*combinations(bundled.roles, 2)][::29]:
        assert len(lines_of(run, "compare", *pair)) <= 44, pair
        assert len(lines_of(run, "boundary", *pair)) <= 40, pair
    for three in [*combinations(bundled.roles, 3)][::701]:
        assert len(lines_of(run, "compare", *three)) <= 60, three


@pytest.mark.parametrize("command", MOST)
def test_an_answer_fits_a_screen(run: Run, command: str) -> None:
    """At 80 columns, and it begins with what was asked."""
    lines = lines_of(run, *command.split())
    assert len(lines) <= MOST[command]
    assert lines[0].strip()


def test_the_program_alone_fits_a_screen(run: Run) -> None:
    """With calls to start with."""
    lines = run(COLUMNS=80).stdout.splitlines()
    assert len(lines) <= 40
    assert "Start here:" in lines


def test_lists_take_a_line_for_each(run: Run, bundled: Catalogue) -> None:
    """All roles fit a screen; of skills each has a line of its own."""
    assert len(lines_of(run, "list")) <= 44
    for line in lines_of(run, "list", "skills"):
        assert line[:4].strip() or not line
    names = {line.split("  ")[1] for line in lines_of(run, "list", "skills") if line[:2] == "  "}
    assert {skill.name for skill in bundled.skills.values() if len(skill.name) < 20} <= names


def test_topics_of_the_guide_fit_two_screens(run: Run, bundled: Catalogue) -> None:
    """Each can be read at one sitting."""
    for topic in bundled.topics:
        assert len(lines_of(run, "guide", topic)) <= 80, topic


def test_teams_fit_a_screen(run: Run, bundled: Catalogue) -> None:
    """Each template, its plan with and without limits, and a check against it: 40 lines."""
    seats = "data-scientist@senior,ml-engineer:2,mlops,data-engineer"
    for team in bundled.teams:
        for words in (
            ["templates", team],
            ["plan", team],
            ["plan", team, "--budget", "600k", "--junior-share", "20%"],
            ["check", "--seats", seats, "--template", team],
            ["check", "--seats", "ml-engineer", "--template", team, "--what-if", "+devops"],
        ):
            assert len(lines_of(run, "team", *words)) <= 40, words
    assert len(lines_of(run, "list", "teams")) == len(bundled.teams) + 3


@pytest.mark.parametrize("command", PAGES)
def test_no_word_is_broken(run: Run, command: str) -> None:
    """At every width all words are whole words of the widest page, and no line is too long."""
    arguments = shlex.split(command)
    whole = lines_of(run, *arguments, columns=1000)
    if command.startswith("team") and "--full" not in command:  # some columns are cut short
        whole += lines_of(run, *arguments, "--full", columns=1000)
    wide = set(WORD.findall("\n".join(whole).casefold()))
    for columns in (40, 60, 80, 120, 160):
        lines = lines_of(run, *arguments, columns=columns)
        assert max(map(len, lines)) <= columns
        words = WORD.findall(CUT.sub("", "\n".join(lines)).casefold())
        assert set(words) <= wide, (columns, set(words) - wide)


def test_the_nearest_role_comes_next(bundled: Catalogue) -> None:
    """The role that is compared next is the most alike of all."""
    from mlroles.core.roles.neighbours import nearest
    from mlroles.core.roles.similarity import similarity

    for role in bundled.roles.values():
        found = nearest(bundled, role)
        assert found
        others = (other for other in bundled.roles.values() if other is not role)
        assert found[1] == max(similarity(bundled, role, other).score for other in others)
