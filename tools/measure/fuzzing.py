"""What nobody would write, for every reader of the program, and what must not come of it."""

import contextlib
import io
import json
import random
import shlex
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from typer.testing import CliRunner

from mlroles.catalogue.load import load
from mlroles.catalogue.store.json_text import to_json
from mlroles.catalogue.text.one_file import read_one
from mlroles.catalogue.text.profile_file import read_profile
from mlroles.cli.main import app
from mlroles.cli.table import COMMANDS
from mlroles.cli.titles import read_titles
from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.language import language_of
from mlroles.core.adverts.stated import stated_in
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.normalise import Normaliser
from mlroles.core.finding.search import search, suggestions
from mlroles.core.model.errors import MlrolesError
from mlroles.core.moves.match import match
from mlroles.core.moves.profile import profile, remarks
from mlroles.core.moves.skill_words import split_list
from mlroles.core.teams.file import TeamFile
from mlroles.core.teams.team import name_problems, team_of
from mlroles.present.page.visible import visible

TOP = Path(__file__).parent.parent.parent
sys.path[:0] = [str(TOP / "tests")]
from contract import check  # noqa: E402

LONGEST = 10.0
"""The seconds that a case may take, on a machine that has other work too."""
ODD = (
    *("", " ", "\t", "\n", "\r\n", "\0", "\x1b[2J", "\x9b", "\u202e", "\u200b", "\ufeff"),
    *("'\"`\\/@:;,.|&+=#()[]{}<>%*?!~-–0123459"),
    *("--", "//", "%s", "$(x)", "-1", "1e999", "nan", "inf", "9" * 40, "٣", "½", "1_000", "\ud800"),
    *("é", "e\u0301", "ß", "ǅ", "ﬁ", "İ", "ı", "日本", "👩\u200d💻", "𝐌𝐋", "A" * 300, "a " * 50),
    *("true", "null", "yes", "!!python/object:os.system", "&a", "*a", "<<", "---", "...", "(" * 80),
    *("../../etc/passwd", "/dev/null", "con", "[]", "{}", "=1+1", "@SUM(1)", "2026-13-45"),
)
"""What stands at the edges of what is read."""


class Wrong(AssertionError):
    """A case that did not end as it should."""


def mutated(chance: random.Random, text: str, others: list[str]) -> str:
    """A text with a few changes: odd pieces, and parts cut, doubled, swapped or from elsewhere."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 1, 2, 5, 20, 200)))
        piece = chance.choice(
            (
                lambda: chance.choice(ODD),
                lambda: "",
                lambda: text[start:end] * chance.choice((2, 3, 50)),  # noqa: B023
                lambda: chance.choice(others)[:200],
                lambda: chr(chance.choice((chance.randrange(0x250), chance.randrange(0x110000)))),
                lambda: text[start:end][::-1],  # noqa: B023
                lambda: text[start:end].swapcase(),  # noqa: B023
            )
        )()
        text = text[:start] + piece + text[end:]
    return text


@cache
def bundled() -> Catalogue:
    """The catalogue that comes with the program."""
    return load()


@cache
def names() -> list[str]:
    """What entries are called, by every name."""
    entries = [*bundled().roles.values(), *bundled().skills.values()]
    return [name for entry in entries for name in (entry.id, entry.name)]


@cache
def titles() -> list[str]:
    """Titles as people write them."""
    files = [TOP / "tests/core" / name for name in ("titles.tsv", "titles_abroad.tsv")]
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return [line.split("\t")[0] for line in lines] + names()


@cache
def normaliser() -> Normaliser:
    """What reads titles, made once: most of its work is at the start."""
    return Normaliser(bundled().index)


def in_file(use: Callable[[str], object], content: str, ending: str) -> None:
    """Let something read a file with this content and ending."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        path.write_bytes(content.encode("utf-8", "surrogatepass"))
        use(str(path))


def a_title(chance: random.Random) -> None:
    """A title, to the normaliser; one in twenty among rows of a file."""
    text = mutated(chance, chance.choice(titles()), titles())
    if chance.random() > 0.05:
        found = normaliser()(text)
        if found.title != text:
            raise Wrong(found.title)
        return
    kind = chance.choice((".txt", ".csv", ".tsv", ".json", ".jsonl", ""))
    rows = [chance.choice(titles()) for _ in range(chance.randint(0, 4))] + [text]
    written = {
        ".json": json.dumps([{"title": row} for row in rows]),
        ".jsonl": "\n".join(json.dumps({"title": row}) for row in rows),
        ".csv": "title,note\n" + "\n".join(f'"{row}",x' for row in rows),
        ".tsv": "title\tnote\n" + "\n".join(rows),
    }.get(kind, "\n".join(rows))
    with contextlib.redirect_stderr(io.StringIO()) as told:
        content = mutated(chance, written, titles())
        in_file(lambda path: list(read_titles(path).rows), content, kind)
    harmless(told.getvalue())


def skills(chance: random.Random) -> None:
    """A list of skills, as it is typed."""
    count = chance.randint(1, 5)
    listed = ", ".join(chance.choice(names()) + chance.choice(ODD) for _ in range(count))
    found = profile(bundled(), split_list(mutated(chance, listed, names())))
    if not all(1 <= level <= 4 for level in found.skills.values()):
        raise Wrong(found)
    remarks(bundled(), found)
    if chance.random() < 0.02:
        match(bundled(), found)


PROFILES = (
    "name: x\nrole: mlops\nrung: mid\nskills:\n  python: 3\n  sql:\n",
    '{"basics": {"name": "x"}, "skills": [{"name": "Web", "level": "Master", "keywords": ["Go"]}],'
    ' "work": [{"highlights": ["Built pipelines with Airflow and SQL"], "keywords": ["Spark"]}]}',
    'skill,level\npython,3\n"sql",expert\n',
    "- python: 3\n- SQL (advanced)\n# Tools\n* Docker & Kubernetes\n",
    '{"skills": {"Languages": ["Python", "SQL"], "Tools": null}}',
)


def a_profile(chance: random.Random) -> None:
    """A profile, a résumé, a table or a list, in a file."""
    ending = chance.choice((".yaml", ".json", ".csv", ".txt", ".md", ""))
    content = mutated(chance, chance.choice(PROFILES), names())
    in_file(partial(read_profile, bundled()), content, ending)


TEAMS = (
    "name: x\ntemplate: first-model\nseats:\n  - {role: mlops, rung: senior, people: 2}\n"
    "  - role: data-engineer\n    name: Ada\n    skills: {python: 4, sql: 0}\nstages: [deploy]\n"
    "accountable: {model-rollout: mlops}\nleaves_out: [data-labelling]\n",
)


def a_team(chance: random.Random) -> None:
    """A team file."""

    def use(path: str) -> None:
        team_of(bundled(), read_one(path, TeamFile, lambda team: name_problems(bundled(), team)))

    content = mutated(chance, chance.choice(TEAMS), names())
    in_file(use, content, chance.choice((".yaml", ".json")))


@cache
def sound() -> list[str]:
    """A small catalogue in one file, and the files of it one by one."""
    folder = TOP / "tests/catalogue/sound"
    parts = [path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file()]
    return [to_json(load(str(folder)))] * len(parts) + parts


def a_catalogue(chance: random.Random) -> None:
    """A catalogue in one file; what is accepted must answer."""

    def use(path: str) -> None:
        catalogue = load(path)
        for role in list(catalogue.roles)[:3]:
            catalogue.role(role)
        search(catalogue.index, chance.choice(names()))

    content = mutated(chance, chance.choice(sound()), sound())
    in_file(use, content, chance.choice((".json", ".yaml")))


ADVERTS = (
    "Senior MLOps Engineer (m/f/d)\n\nAbout us\nWe hire.\n\nRequirements\n* 5+ years of Python"
    " and SQL\n- a degree in computer science or equivalent\n\nNice to have: Go, Terraform.\n"
    "Salary: $150,000 - $180,000 a year. Remote, Berlin. No visa sponsorship.\n",
    "Data Scientist\n\nIhre Aufgaben\n• Modelle bauen\nIhr Profil\n• Studium\n60.000 € brutto\n",
)


def an_advert(chance: random.Random) -> None:
    """The text of an advert."""
    text = mutated(chance, chance.choice(ADVERTS), [*ADVERTS, *names()])
    language_of(text)
    stated_in(read_document(text))


PARAGRAPH = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{}</w:t><w:tab/><w:br/></w:r></w:p>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(chance: random.Random, text: str) -> bytes:
    """A Word file of a text, with changes in its XML or in the packed file."""
    lines = "".join(PARAGRAPH.format(escape(line)) for line in text.splitlines())
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{lines}</w:body></w:document>'
    if chance.random() < 0.5:
        xml = mutated(chance, xml, [*ADVERTS, "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<w:tbl>"])
    held = BytesIO()
    with ZipFile(held, "w", chance.choice((ZIP_STORED, ZIP_DEFLATED))) as archive:
        archive.writestr("word/document.xml", xml.encode("utf-8", "replace"))
    content = bytearray(held.getvalue())
    for _ in range(chance.choice((0, 0, 1, 3))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def a_document(chance: random.Random) -> None:
    """An advert or a CV in a file: text, web page, Word, JSON, rows."""
    text = mutated(chance, chance.choice(ADVERTS), [*ADVERTS, *PROFILES, *names()])
    ending = chance.choice((".txt", ".html", ".docx", ".jsonl", ".csv", ".md", ".pdf", ""))
    tags = text.replace("\n", chance.choice(("<br>", "<p>", "</li><li>", "<!--", "<script>")))
    written = {
        ".html": f"<!DOCTYPE html><html><body><ul><li>{tags}</ul></body></html>",
        ".jsonl": json.dumps({"description": text, "title": "x"}),
        ".csv": f'title,description\nx,"{text}"\n',
        ".pdf": f"%PDF-1.4\n{text}\n%%EOF",
    }.get(ending, text)
    content = mutated(chance, written, [*ADVERTS]).encode("utf-8", "replace")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        path.write_bytes(packed(chance, text) if ending == ".docx" else content)
        options = chance.choice(([], ["--json"], ["--highlight"], ["--summary"], ["--full"]))
        as_it_should(["decode", str(path), *options])


def words(chance: random.Random) -> None:
    """What is looked for, and what is misspelt."""
    text = mutated(chance, chance.choice(names()), names())
    search(bundled().index, text, chance.choice((None, "role", "skill")))
    suggestions(bundled().index, text)
    with contextlib.suppress(MlrolesError):
        bundled().entry(text)


@cache
def calls() -> list[list[str]]:
    """The examples of every command, without pipes and without files that would be written."""
    lines = [call for row in COMMANDS.values() for call in row.calls]
    found = [shlex.split(line.partition(" | ")[0])[1:] for line in lines]
    return [call for call in found if not {"-o", "import"} & {*call}]


OPTIONS = shlex.split(
    "--json --format csv table markdown html tsv plain svg --full --why --limit --section --fields"
    " --rung senior --country GB --family --stage --have python:3 --seats mlops:2 --what-if +mlops"
    " --budget 500k --top 2 --raw --color --no-pager --keep-pay 90% --help --version --catalogue id"
)


def invoked(arguments: list[str]) -> tuple[int, str, str]:
    """The program in this process: its exit code, standard output and standard error."""
    done = CliRunner().invoke(app, arguments, input="", env={"COLUMNS": "80"})
    return done.exit_code, done.stdout, done.stderr


def a_call(chance: random.Random) -> None:
    """A command line."""
    call = list(chance.choice(calls()))
    for _ in range(chance.choice((1, 1, 2, 4))):
        piece = chance.choice((*OPTIONS, chance.choice(names()), chance.choice(ODD)))
        if chance.random() < 0.3:
            piece = mutated(chance, piece, names())
        call[(at := chance.randint(0, len(call))) : at + chance.randint(0, 1)] = [piece]
    if {"-o", "--output", "import"} & {*call} or any(w.startswith(("-o", "--outp")) for w in call):
        return
    as_it_should([word.replace("\0", "0").encode("utf-8", "replace").decode() for word in call])


def as_it_should(call: list[str]) -> None:
    """Run the program, and raise `Wrong` where it does not end as it should."""
    code, out, err = invoked(call)
    # Of many texts, those that can be read are answered.
    if code not in (0, 1, 2, 3) or (code in (2, 3) and out and "decode" not in call):
        raise Wrong(f"{code}: {shlex.join(call)}: {err[-300:]}")
    harmless(err)


def an_answer(chance: random.Random) -> None:
    """A right call with other names: its JSON is what its schema says."""
    roles, skills = list(bundled().roles), list(bundled().skills)
    one, two = chance.sample(roles, 2)
    have = ",".join(f"{skill}:{chance.randint(1, 4)}" for skill in chance.sample(skills, 3))
    seats = " ".join(chance.sample(roles, chance.randint(1, 3)))
    call = chance.choice(
        (
            *(["show", one], ["show", chance.choice(skills)], ["pay", one], ["search", one]),
            *([command, one, two] for command in ("compare", "gap", "path", "boundary")),
            *([command, "--have", have] for command in ("match", "next-skill")),
            *(["profile", "check", have], ["normalize", chance.choice(titles())]),
            ["team", "check", "--seats", seats],
        )
    )
    check(lambda *words, **_: CliRunner().invoke(app, list(words)), call)


def harmless(told: str) -> None:
    """Raise `Wrong` for what a terminal would obey, and for messages without end."""
    if visible(told, "\n\t") != told or len(told) > 200_000:
        raise Wrong(told[:500])


TARGETS: dict[str, tuple[Callable[[random.Random], None], int]] = {
    "titles": (a_title, 500),
    "adverts": (an_advert, 150),
    "documents": (a_document, 40),
    "teams": (a_team, 100),
    "profiles": (a_profile, 70),
    "catalogues": (a_catalogue, 50),
    "skills": (skills, 50),
    "calls": (a_call, 40),
    "words": (words, 30),
    "answers": (an_answer, 10),
}
"""Target -> what a case of it is, and how many of a thousand cases are its."""


def case(target: str, seed: int, number: int) -> str:
    """Run one case; what went wrong, or nothing."""
    chance = random.Random(f"{target} {seed} {number}")
    start = time.perf_counter()
    try:
        TARGETS[target][0](chance)
    except MlrolesError as error:
        if not (error.what.strip() and error.remedy.strip()):
            return "an error without words"
    except Exception as error:
        return f"{type(error).__name__}: {error!s:.300}"
    seconds = time.perf_counter() - start
    return f"took {seconds:.1f} s" if seconds > LONGEST else ""


def wrong(cases: int, seed: int, targets: list[str], until: float = 1e18) -> Iterator[str]:
    """What went wrong in so many cases, each with what is needed to run it again."""
    of_all = sum(TARGETS[target][1] for target in targets)
    for target in targets:
        count, done = cases * TARGETS[target][1] // of_all, 0
        for done in range(count):
            if time.time() > until:
                break
            if told := case(target, seed, done):
                yield f"{target} --seed {seed}, case {done}: {told}"
        print(f"{target}: {done + 1:,} cases", file=sys.stderr, flush=True)


class FromBytes(random.Random):
    """Chance that is written down: a byte changed changes one choice."""

    def __init__(self, data: bytes) -> None:
        """Take the choices; where they end, the first of everything is chosen."""
        super().__init__(0)
        self._data = iter(data)

    def getrandbits(self, k: int) -> int:
        """The next number of so many bits."""
        count = (k + 7) // 8
        return int.from_bytes(next(self._data, 0) for _ in range(count)) >> (count * 8 - k)

    def random(self) -> float:
        """The next number from 0 to 1."""
        return self.getrandbits(16) / 2**16
