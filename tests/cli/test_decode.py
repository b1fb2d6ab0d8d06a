"""`decode`: documents of every kind in, pages and records out; bad input is told in two lines."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from documents import ADVERT, CV, docx, encrypted, paragraph, pdf, write_examples

ANALYSTS = ("data-analyst", "bi-developer")
"""Either is a fair reading of the advert."""
EXAMPLES = ("advert.txt", "advert.html", "cv.txt", "cv.pdf", "cv.docx", "resume.json")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an advert and a CV in several formats, which is the current one."""
    write_examples(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def decoded(run: Run, *arguments: str) -> dict[str, object]:
    done = run("decode", *arguments, "--json")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def named(answer: dict[str, object]) -> set[str]:
    skills = answer["skills"]
    assert isinstance(skills, list)
    return {one["skill"]["id"] for one in skills if one["kind"] == "named"}


def test_an_advert(run: Run, here: Path) -> None:
    """The title claims one role, the text tells of another; evidence stands where it says."""
    found = decoded(run, "advert.txt")
    assert found["document"] == "advert"
    assert found["title"] == "Senior Machine Learning Engineer"
    assert found["claimed"] == {"id": "ml-engineer", "name": "Machine Learning Engineer"}
    assert found["roles"][0]["role"]["id"] in ANALYSTS  # type: ignore[index]
    assert {"sql", "excel", "tableau", "python", "statistics"} <= named(found)
    assert not named(found) & {"java", "javascript"}
    for skill in found["skills"]:  # type: ignore[attr-defined]
        for passage in skill["evidence"]:
            assert ADVERT[passage["start"] : passage["end"]] == passage["text"]
    assert (found["file"], found["row"], found["input"]) == ("advert.txt", None, {})


@pytest.mark.parametrize("name", ["advert.html", "cv.pdf", "cv.docx"])
def test_every_format_says_the_same(run: Run, here: Path, name: str) -> None:
    """A text in another format names the same skills."""
    plain = f"{name.partition('.')[0]}.txt"
    found, expected = decoded(run, name), decoded(run, plain)
    assert named(found) == named(expected)
    assert found["document"] == expected["document"]
    assert found["title"] == expected["title"]


def test_a_cv_becomes_a_profile(run: Run, here: Path) -> None:
    """Only what is named counts, at the level that the text supports; `--have` reads it back."""
    found = decoded(run, "cv.txt")
    assert found["document"] == "cv"
    levels = {one["skill"]["id"]: one["level"] for one in found["skills"]}  # type: ignore[attr-defined]
    assert {"python", "sql", "apache-kafka", "git", "docker", "apache-airflow"} <= set(levels)
    assert (levels["python"], levels["sql"], levels["git"]) == (4, 3, None)
    done = run("decode", "cv.txt", "-o", "profile.yaml")
    assert (done.exit_code, done.stderr) == (0, "wrote profile.yaml\n")
    written = json.loads(run("profile", "check", "profile.yaml", "--json").stdout)
    read = json.loads(run("profile", "check", "cv.docx", "--json").stdout)
    skills = {one["skill"]["id"]: (one["level"], one["assumed"]) for one in written["skills"]}
    assert skills == {one["skill"]["id"]: (one["level"], one["assumed"]) for one in read["skills"]}
    assert skills["python"] == (4, False)
    assert skills["git"] == (2, True)
    evidence = {one["skill"]["id"]: one["evidence"] for one in read["skills"]}
    assert evidence["docker"] == "Moved 40 jobs to Apache Airflow and Docker"


def test_what_it_is_can_be_said(run: Run, here: Path) -> None:
    """`--as` decides where it does not show; a CV claims no role and asks for nothing."""
    found = decoded(run, "advert.txt", "--as", "CV")
    assert (found["document"], found["title"], found["pay"]) == ("cv", None, None)
    assert all(one["required"] is None for one in found["skills"])  # type: ignore[attr-defined]
    assert decoded(run, "cv.txt", "--as", "advert")["document"] == "advert"
    assert decoded(run, "advert.txt", "--title", "DBA")["claimed"]["id"] == (  # type: ignore[index]
        "database-administrator"
    )


def test_a_resume_is_read_whole(run: Run, here: Path) -> None:
    """Work, projects and keywords; a heading over keywords is no skill."""
    found = decoded(run, "resume.json")
    assert found["document"] == "cv"
    assert {"python", "apache-spark", "docker", "sql", "aws"} <= named(found)
    assert "cloud-computing" not in named(found)


@pytest.mark.parametrize("file", ["cv.txt", "cv.pdf", "cv.docx", "resume.json", "advert.html"])
def test_documents_are_skills_held(run: Run, here: Path, file: str) -> None:
    """Wherever skills are taken, a document may be given."""
    for call in (["match"], ["gap", "data-engineer"], ["next-skill"], ["decode", "advert.txt"]):
        done = run(*call, "--have", file, "--json")
        assert done.exit_code == 0, done.stderr
    answer = json.loads(done.stdout)["have"]
    assert answer["skills"]
    assert 0 <= answer["readiness"] <= 1


def test_shortfalls_of_an_advert_add_up(run: Run, here: Path) -> None:
    """Readiness is 1 less what each skill that it asks for costs."""
    held = decoded(run, "advert.txt", "--have", "sql:4, excel:4, python:3")["have"]
    assert isinstance(held, dict)
    costs = sum(one["shortfall"] for one in held["skills"])
    assert held["readiness"] == pytest.approx(1 - costs, abs=1e-9)
    assert {one["skill"]["id"] for one in held["skills"] if not one["shortfall"]} >= {"sql"}


def test_the_page(run: Run, here: Path) -> None:
    """At most 40 lines; the numbers of --why add up; marks show the evidence."""
    done = run("decode", "advert.txt", "--have", "cv.txt", COLUMNS=80)
    page = done.stdout.splitlines()
    assert "0.4.0" not in done.stderr
    assert page[0].startswith(("Reads as Data Analyst", "Reads as BI Developer"))
    assert "titled ML Engineer" in page[0]
    assert len(page) <= 40
    assert max(map(len, page)) <= 80
    text = run("decode", "advert.txt", "--highlight").stdout
    assert "[SQL]" in text
    assert "Acme Rail keeps trains on time." in text
    found = decoded(run, "advert.txt", "--why")
    for role in found["roles"]:  # type: ignore[attr-defined]
        assert sum(one["weight"] for one in role["evidence"]) == pytest.approx(role["score"])


def test_too_little_and_other_languages_are_said(run: Run, here: Path) -> None:
    """No role is guessed from a few words, or from a language that is not read."""
    (here / "short.txt").write_text("We need somebody with Python.")
    found = decoded(run, "short.txt")
    assert found["too_little_to_tell"] is True
    assert (found["roles"], found["missing"], found["unusual"]) == ([], [], [])
    assert named(found) == {"python"}
    assert "Too little text to tell the role" in run("decode", "short.txt").stdout
    spanish = (
        "Buscamos una persona para nuestro equipo de datos. Trabajarás con Python, SQL, Spark,"
        " Airflow, Kafka y Docker para construir las tuberías de datos de la empresa, y serás"
        " responsable de la calidad de los informes que se entregan a los clientes.\n"
    )
    (here / "anuncio.txt").write_text(spanish * 3, "utf-8")
    found = decoded(run, "anuncio.txt")
    assert (found["language"], found["roles"]) == ("es", [])
    assert "Written in Spanish" in run("decode", "anuncio.txt").stdout


def test_a_doubtful_reading_says_so(run: Run, here: Path) -> None:
    """Below one half it reads most as a role; a title whose adverts were not counted is told."""
    text = "Data Annotator\n\nYou rate texts by chatbots and label images. {}\n"
    (here / "doubt.txt").write_text(text.format("Python, SQL and Excel are welcome."))
    first = run("decode", "doubt.txt", COLUMNS=100).stdout.splitlines()[0]
    assert first.startswith("Reads most as ")
    assert first.endswith("titled Data Annotator (no figures on its adverts)")


def test_a_title_among_other_terms(run: Run, here: Path) -> None:
    """A line of terms begins with the title."""
    (here / "terms.txt").write_text(
        "Data Engineer | Outside IR35 | £550-£650/day | 6 months | Hybrid, Leeds (2 days)\n"
        "\nMust have:\nSnowflake (3+ years), dbt, Airflow, SQL, Python\n"
    )
    found = decoded(run, "terms.txt")
    assert found["claimed"]["id"] == "data-engineer"  # type: ignore[index]
    assert found["pay"]["low"] == 550  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "Requirements\n- Years of experience with SQL and strong statistics\n- Python",
        "- A background in statistics\n- SQL, Python",
    ],
)
def test_what_is_asked_for_is_no_title(run: Run, here: Path, text: str) -> None:
    """A title stands before the first heading, and in no list."""
    (here / "asks.txt").write_text(text)
    found = decoded(run, "asks.txt")
    assert found["title"] is None
    assert named(found) == {"statistics", "sql", "python"}


def test_a_cv_shows_the_words_at_a_skill(run: Run, here: Path) -> None:
    """Of a long sentence, those from a little before the skill on."""
    (here / "life.txt").write_text(
        "Lebenslauf\n\n2019–2023 Rebuilt the nightly batch of a bank as streaming jobs on Kafka\n"
    )
    page = run("decode", "life.txt", COLUMNS=100).stdout
    assert "Apache Kafka" in page
    assert "… as streaming jobs on Kafka" in page


def test_several_files_and_a_folder(run: Run, here: Path) -> None:
    """A record each, in order; what cannot be read is told, and the rest goes on."""
    (here / "bad.pdf").write_bytes(b"%PDF-1.7")
    (here / "empty.txt").write_text("")
    (here / "image.png").write_bytes(b"\x89PNG\0")
    done = run("decode", "advert.txt", "bad.pdf", "cv.pdf", "empty.txt", "nowhere.txt", "--json")
    assert [one["file"] for one in json.loads(done.stdout)] == ["advert.txt", "cv.pdf"]
    assert done.exit_code == 3
    for told in ("'bad.pdf'", "'empty.txt' is empty", "'nowhere.txt'", "3 of the inputs"):
        assert told in done.stderr
    done = run("decode", ".", "-f", "jsonl")
    files = [json.loads(line)["file"] for line in done.stdout.splitlines()]
    rows = ["./adverts.jsonl"] * 2
    assert files == sorted(
        ["./advert.html", "./advert.txt", *rows, *(f"./{f}" for f in EXAMPLES[2:])]
    )
    assert done.exit_code == 3


def test_rows(run: Run, here: Path) -> None:
    """JSONL, JSON and CSV: the title is the claim, the other fields come back, bad rows too."""
    rows = [json.loads(line) for line in Path("adverts.jsonl").read_text().splitlines()]
    (here / "rows.jsonl").write_text(
        f"{json.dumps(rows[0])}\n{{broken\n[1]\n{json.dumps(rows[1])}\n"
    )
    done = run("decode", "rows.jsonl", "--json")
    found = json.loads(done.stdout)
    assert [(one["row"], one["input"]) for one in found] == [
        (1, {"id": 1}),
        (2, {}),
        (3, {}),
        (4, {"id": 2}),
    ]
    assert [bool(one["roles"]) for one in found] == [True, False, False, False]
    assert found[0]["claimed"]["id"] == "ml-engineer"
    assert done.exit_code == 3
    assert "2 of the inputs cannot be read" in done.stderr
    (here / "rows.json").write_text(json.dumps(rows))
    assert [one["roles"] for one in json.loads(run("decode", "rows.json", "--json").stdout)] == [
        found[0]["roles"],
        [],
    ]
    (here / "rows.csv").write_text(f'id,title,body text\n7,MLE,"{rows[0]["description"]}"\n')
    done = run("decode", "rows.csv", "--column", "body text", "-f", "csv")
    head, row = done.stdout.splitlines()
    assert head.startswith("id,file,row,document,title,claimed.id,role.id,role.name,probability,")
    assert row.startswith("7,rows.csv,1,advert,MLE,ml-engineer,")
    assert row.split(",")[6] in ANALYSTS
    done = run("decode", "rows.csv", "--column", "nothing")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "there is no column 'nothing'" in done.stderr


def test_cells_that_are_pages(run: Run, here: Path) -> None:
    """Job boards hand out descriptions as parts of web pages."""
    row = {"description": "<p>You know <b>SQL</b>.</p><script>python</script><ul><li>Go</li></ul>"}
    (here / "a.jsonl").write_text(json.dumps(row) + "\n")
    (found,) = json.loads(run("decode", "a.jsonl", "--json").stdout)
    assert named(found) == {"sql", "go"}


def test_summary(run: Run, here: Path) -> None:
    """Shares over all, and terms that no name in the catalogue covers."""
    texts = [f"Requirements:\n- Experience with SQL and Frobnicator {n}\n" for n in range(3)]
    (here / "a.jsonl").write_text("".join(json.dumps({"text": one}) + "\n" for one in texts))
    found = json.loads(run("decode", "a.jsonl", "--summary", "--json").stdout)
    assert (found["n"], found["unread"], found["too_little_to_tell"]) == (3, 0, 3)
    (sql,) = [one for one in found["skills"] if one["skill"]["id"] == "sql"]
    assert (sql["n"], sql["share"]) == (3, 1.0)
    assert found["unknown"] == [{"term": "Frobnicator", "n": 3, "share": 1.0}]
    page = run("decode", "a.jsonl", "--summary")
    assert "Frobnicator" in page.stdout
    assert page.stderr == ""


def test_standard_input(run: Run, here: Path) -> None:
    """Documents and rows of any kind come through a pipe."""
    for name in (*EXAMPLES, "adverts.jsonl"):
        with open(name, "rb") as piped:
            done = subprocess.run(
                [sys.executable, "-m", "mlroles", "decode", "-", "--json"],
                stdin=piped,
                capture_output=True,
                check=True,
            )
        found = json.loads(done.stdout)
        first = found[0] if isinstance(found, list) else found
        assert first["file"] is None
        assert first["skills"]


@pytest.mark.parametrize(
    ("name", "content", "arguments", "code", "told"),
    [
        ("a.txt", b"", [], 3, "'a.txt' is empty"),
        ("a.txt", b"\0\1\2\3", [], 3, "'a.txt' is not text"),
        ("a.pdf", pdf([]), [], 3, "its pages are pictures"),
        ("a.pdf", encrypted(pdf(["Python and SQL every day"])), [], 3, "is encrypted"),
        ("a.docx", docx("<w:p>"), [], 3, "no sound Word file"),
        ("a.docx", docx(paragraph("x"), "<!DOCTYPE x>"), [], 3, "declares a document type"),
        ("a.html", b"<html><script>Python</script>", [], 3, "is empty"),
        ("a.txt", b"word " * 10_000_000, [], 3, "is larger than 5 MB"),
        ("a.txt", b"word " * 1_000_000, [], 3, "more than 1,000,000 characters"),
        ("a.csv", b"id,x\n1,2\n", [], 2, "none of the columns is called description"),
        ("a.jsonl", b'{"id": 1}\n', [], 3, "has a key 'description'"),
        ("a.txt", b"Python", ["--encoding", "klingon"], 2, "there is no encoding"),
        ("a.txt", b"Python", ["--as", "poem"], 2, "--as"),
        ("a.jsonl", b'{"text": "a"}\n', ["--highlight"], 2, "belongs to one text"),
        ("a.txt", b"Python", ["-f", "yaml"], 2, "no profile to write"),
        ("folder/a.png", b"", ["folder"], 3, "nothing to read in the folder 'folder'"),
    ],
    ids=range(16),
)
def test_bad_input(
    run: Run, here: Path, name: str, content: bytes, arguments: list[str], code: int, told: str
) -> None:
    """Two lines say what is wrong; nothing is written."""
    file = here / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    done = run("decode", *([] if arguments == ["folder"] else [name]), *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_nothing_escapes(run: Run, here: Path) -> None:
    """Control characters of a text are shown and not obeyed."""
    (here / "a.txt").write_bytes(b"Requirements\n- \x1b[31m Python\x1b]0;x\x07 and SQL\x9b\n")
    for arguments in (["--highlight"], [], ["--json"], ["--why"], ["-f", "html"]):
        done = run("decode", "a.txt", *arguments, FORCE_COLOR="0")
        assert not {*"\x1b\x07\x9b"} & {*done.stdout}
    assert r"\x1b[31m [Python]\x1b]0;x\x07" in run("decode", "a.txt", "--highlight").stdout


def test_records_stream_and_memory_is_flat(tmp_path: Path) -> None:
    """A record comes out as soon as its row went in; ten times the rows take no more memory."""
    row = json.dumps({"title": "MLE", "description": ADVERT + CV}) + "\n"
    call = [
        sys.executable,
        "-m",
        "mlroles",
        "decode",
        "-",
        "--column",
        "description",
        "-f",
        "jsonl",
    ]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as done:
        assert done.stdin
        assert done.stdout
        done.stdin.write(row * 2)
        done.stdin.flush()
        assert json.loads(done.stdout.readline())["row"] == 1
        done.kill()
    peaks = []
    for rows in (30, 300):
        file = tmp_path / "rows.jsonl"
        file.write_text(row * rows)
        code = (
            "import resource, sys; from mlroles.cli.main import app\n"
            "try: app()\nexcept SystemExit: pass\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        )
        command = [sys.executable, "-c", code, "decode", str(file), "-f", "jsonl"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        peaks.append(int(done.stderr.split()[-1]))
    assert peaks[1] < peaks[0] * 1.05 + 2000
