"""Tell a job title from its frame: seniority, contract, place, team, code and gender mark."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice
from typing import Literal, NamedTuple

from mlroles.core.finding.words import MEANINGS, STOP_WORDS, plain, stem, word_set
from mlroles.core.model.vocabulary import Rung, Value

Part = Literal["level", "contract", "place", "team", "code", "gender"]

LEVELS: dict[Rung, str] = {
    "junior": "junior jr jnr entry-level graduate fresher trainee apprentice intern internship"
    " werkstudent werkstudentin working-student praktikant praktikantin praktikum stagiaire stage"
    " alternance alternant alternante apprenti apprentie debutant debutante azubi auszubildende"
    " auszubildender berufseinsteiger absolvent becario becaria practicas practicante stagista"
    " tirocinio tirocinante apprendista neolaureato estagiario estagiaria estagio stagiair"
    " afstudeerder starter new-grad co-op l1 l2 l3",
    "mid": "mid mid-level middle intermediate medior confirme confirmee pleno semi-senior"
    " semisenior ssr l4",
    "senior": "senior sr snr experienced experimente experimentee seniore l5",
    "lead": "lead staff principal distinguished chief head vp svp evp vice-president"
    " senior-vice-president senior-director sr-director senior-staff sr-staff senior-principal"
    " sr-principal senior-vp sr-vp l6 l7",
}
"""Rung of the bundled ladder -> the words and phrases that mean it."""

NUMERALS: dict[str, Rung] = {
    **dict.fromkeys(("i", "1"), "junior"),
    **dict.fromkeys(("ii", "2"), "mid"),
    **dict.fromkeys(("iii", "3"), "senior"),
    **dict.fromkeys(("iv", "v", "4", "5"), "lead"),
}
"""What a numeral after a title says of its rung."""

NO_LEVEL = """
lead-generation lead-gen lead-time lead-management technical-staff staff-augmentation early-stage
late-stage multi-stage stage-manager stage-hand stage-technician head-office head-start head-hunter
principal-component middle-east middle-office middle-school graduate-school graduate-program
"""
"""Phrases whose words mean no rung."""

FRAME: dict[Part, str] = {
    "contract": "freelance freelancer contract contractor contracting part-time full-time"
    " temporary temp permanent perm fixed-term long-term short-term w2 c2c c2h cdi cdd vollzeit"
    " teilzeit ftc maternity-cover elternzeitvertretung seasonal casual direct-hire"
    " contract-to-hire 1099",
    "place": "remote remotely fully-remote hybrid on-site onsite in-office work-from-home wfh"
    " home-office telecommute nationwide worldwide global emea apac latam amer dach usa us u-s uk"
    " united-states united-kingdom eu europe european-union canada mexico brazil argentina"
    " colombia chile germany deutschland france spain portugal italy netherlands belgium austria"
    " switzerland poland romania bulgaria hungary czech-republic czechia slovakia serbia croatia"
    " greece turkey ukraine estonia latvia lithuania sweden norway denmark finland ireland"
    " scotland wales england israel uae dubai saudi-arabia egypt nigeria kenya south-africa india"
    " pakistan bangladesh sri-lanka china hong-kong taiwan japan south-korea singapore malaysia"
    " thailand vietnam indonesia philippines australia new-zealand new-york new-york-city nyc"
    " san-francisco sf bay-area los-angeles seattle boston chicago austin dallas houston denver"
    " atlanta miami washington-dc toronto vancouver montreal london manchester edinburgh dublin"
    " paris berlin munich hamburg amsterdam madrid barcelona lisbon zurich warsaw krakow prague"
    " vienna stockholm copenhagen bangalore bengaluru hyderabad pune mumbai delhi gurgaon noida"
    " chennai tokyo sydney melbourne kuala-lumpur",
    "gender": "all-genders m-w-d w-m-d m-f-d f-m-d m-w-x f-m-x m-f-x m-w f-m m-f w-m h-f f-h gn"
    " d-f-m m-d-w d-m-w d-w-m f-d-m m-d-f m-f-x-d m-w-d-x m-f-d-x f-m-d-x w-m-x male-only"
    " female-only x-f-m x-m-f h-f-nb m-w-divers",
}
"""Part of a frame -> the words and phrases that belong to it."""

NOISE = word_set("""
urgent urgently hiring wanted vacancy job jobs position role opening opportunity required needed
new now apply salary exp yr yrs
""")
"""Words about the advert, not about the work."""

IN_NAMES_TOO = word_set("lead head chief staff vp svp evp president")
"""Words of rank that some names have, such as Head of Data; they still count a little."""

ASIDE, HARDLY = 0.5, 0.25
"""How much words outside the title proper count, and words of rank anywhere."""

MOST_WORDS = 100
"""Words of a text that are read; no title is longer."""

_SEPARATOR = re.compile(r"[()\[\]{}|;:@,\u2013\u2014\u2022\u00b7]|\s[-~+]|-\s")
_BEGINS_SEGMENT = word_set("in at for with")
_JOINS_PERSONS = re.compile(
    r"\s*(/|&|\+|\band\b|\bor\b|\bund\b|\bet\b|\by\b|\boder\b|\bou\b)", re.I
)
"""What stands between two roles: analyst/engineer, analyst and engineer."""
_TOKEN = re.compile(r"(?:\b[dl]['\u2019](?=\w))?([rR]\s?&\s?[dD]\b|[^\W_]+[+#]*)")
_GENDERED = re.compile(r"[/(*:\u00b7.]-?(in|innen|e|se|euse|rice|trice|ne|a)\b\)?", re.I)
"""The other ending of what somebody is: Entwickler/in, Ingénieur(e), Développeur/se."""
_CODE = re.compile(r"(?=\w*\d{3})\w{4,}")
_BEFORE_CODE = word_set("req ref id jr job jobid requisition r")
_SPAN = re.compile(r"(month|mth|mo|year|yr|week|wk|monat|jahr|mois|ans?|mese|meses|maanden)e?s?")
_EXPERIENCE = word_set("exp experience erfahrung")
_YEAR_OR_PAY = re.compile(r"20\d\d|\d+k")
_STATE = re.compile(
    r"A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]"
    r"|UT|V[AT]|W[AIVY]"
)

_CLOSE = re.compile(r"[-\s,/.#]{0,3}")
"""What may stand between two pieces of the frame that are one."""


class Title(Value, frozen=True, kw_only=True):
    """A title taken apart; what it does not say is None."""

    level: Rung | None
    contract: str | None
    place: str | None
    team: str | None
    code: str | None
    gender: str | None
    words: dict[str, float]
    """What is left to be sought: folded word -> how much it counts, above 0 and up to 1."""


class Token(NamedTuple):
    """A word of a title."""

    start: int
    end: int
    word: str
    """Folded, and in the singular."""
    folded: str
    written: str
    segment: int


class Read(NamedTuple):
    """A title whose frame is set aside; which segment is the title proper is still open."""

    text: str
    frame: dict[Part, list[tuple[int, int]]]
    """The pieces of each part, as where they start and end."""
    level: Rung | None
    told: str
    """The words that state the level; empty where none do."""
    rest: list[Token]
    """What is left, without small words; all words if there are no others."""

    def title(self, proper: int | None, words: dict[str, float]) -> Title:
        """The title of which that segment is the proper one; other segments describe the team."""
        teams: dict[int, tuple[int, int]] = {}
        for token in self.rest:
            if proper not in (None, token.segment) and token.word not in IN_NAMES_TOO:
                start = teams.get(token.segment, (token.start, 0))[0]
                teams[token.segment] = start, token.end
        pieces = self.frame | {"team": list(teams.values())}

        def told(part: Part) -> str | None:
            if part not in pieces:
                return None
            found = [self.text[start:end] for start, end in pieces[part]]
            return ", ".join(dict.fromkeys(found)) or None

        return Title(
            level=self.level,
            contract=told("contract"),
            place=told("place"),
            team=told("team"),
            code=told("code"),
            gender=told("gender"),
            words=words,
        )


Segments = Mapping[int, Sequence[str]]
"""Number of a segment of a title -> the folded words that are sought."""


def proper_of(segments: Segments, is_head: Callable[[str], bool]) -> int | None:
    """The segment that is the title proper: the first that says what somebody is, or the first."""
    heads = (number for number, words in segments.items() if any(map(is_head, words)))
    return next(heads, next(iter(segments), None))


def weights(segments: Segments, proper: int | None) -> dict[str, float]:
    """How much each word of a title counts, of which that segment is the proper one."""
    found: dict[str, float] = {}
    for number, words in segments.items():
        for word in words:
            weight = HARDLY if word in IN_NAMES_TOO else 1.0 if number == proper else ASIDE
            found[word] = max(found.get(word, 0.0), weight)
    return found


def _phrases() -> Iterator[tuple[tuple[str, ...], tuple[Part | None, Rung | None]]]:
    """Each phrase with the part that it belongs to and its rung; later ones replace others."""
    table: list[tuple[Part | None, Rung | None, str]] = [
        *((part, None, phrases) for part, phrases in FRAME.items()),
        *(("level", rung, phrases) for rung, phrases in LEVELS.items()),
        *(
            ("level", rung, f"{word}-{numeral}")
            for word in ("level", "lvl", "niveau", "grade", "nivel")
            for numeral, rung in NUMERALS.items()
        ),
        (None, "lead", "director"),  # goes on counting: it is what somebody is
        (None, None, NO_LEVEL),
    ]
    for part, rung, phrases in table:
        yield from ((tuple(phrase.split("-")), (part, rung)) for phrase in phrases.split())


_PHRASES = dict(_phrases())
_LONGEST = {words[0]: len(words) for words in sorted(_PHRASES, key=len)}


def read_title(text: str, is_head: Callable[[str], bool]) -> Title:
    """Take a title apart.

    `is_head` says of a folded word whether some name ends in it: the first segment with such a
    word is the title proper. What stands in other segments counts half; what belongs to the
    frame does not count, unless there is nothing else.
    """
    found = read(text, is_head)
    segments = {
        number: [token.word for token in tokens]
        for number, tokens in groupby(found.rest, key=lambda token: token.segment)
    }
    proper = proper_of(segments, is_head)
    return found.title(proper, weights(segments, proper))


def _without_initials(text: str) -> str:
    """A title without initials of the words before them: machine learning (ML)."""
    if "(" not in text:
        return text

    def plainer(found: re.Match[str]) -> str:
        before = _TOKEN.findall(text[: found.start()])[-len(found[1]) :]
        repeats = "".join(word[:1] for word in before).upper() == found[1]
        return " " * len(found[0]) if repeats else found[0]

    return re.sub(r"\(\s*([A-Z]{2,5})\s*\)", plainer, text)


def read(text: str, is_head: Callable[[str], bool]) -> Read:
    """Set the frame of a title aside; see `read_title`."""
    tokens = list(islice(_tokens(_without_initials(text), is_head), MOST_WORDS))
    frame: dict[Part, list[tuple[int, int]]] = {}
    level: Rung | None = None
    told = ""
    rest: list[Token] = []
    at = 0
    while at < len(tokens):
        part, length, rung = _frame_at(text, tokens, at, is_head)
        if part:
            piece = tokens[at].start, tokens[at + length - 1].end
            pieces = frame.setdefault(part, [])
            if pieces and _CLOSE.fullmatch(text, pieces[-1][1], piece[0]):
                pieces[-1] = pieces[-1][0], piece[1]
            else:
                pieces.append(piece)
        if rung and not level:
            level, told = rung, " ".join(token.folded for token in tokens[at : at + length])
        rest += (
            token
            for token in tokens[at : at + length]
            if (not part or token.word in IN_NAMES_TOO or token.word == "director")
            and not _form(token.written).noise
        )
        at += length
    if not rest:
        return Read(text, frame, level, told, [token._replace(segment=0) for token in tokens])
    shouted = text.isupper()
    sought = [
        token
        for token in rest
        if token.word not in STOP_WORDS or (token.written.isupper() and not shouted)
    ]
    return Read(text, frame, level, told, sought or rest)


class _Form(NamedTuple):
    """A word as it is written, and what can be said of it wherever it stands."""

    folded: str
    stem: str
    meant: str
    """What its stem stands for."""
    noise: bool
    """Whether it is about the advert, a year or the pay."""
    code: bool
    """Whether it is the number of an advert."""


@lru_cache(maxsize=10_000)
def _form(written: str) -> _Form:
    folded = plain(written)
    one = stem(folded)
    noise = one in NOISE or _YEAR_OR_PAY.fullmatch(one) is not None
    code = _CODE.fullmatch(folded) is not None and not _YEAR_OR_PAY.fullmatch(folded)
    return _Form(folded, one, MEANINGS.get(one, one), noise, code)


def _tokens(text: str, is_head: Callable[[str], bool]) -> Iterator[Token]:
    segment, end, head, seen = 0, 0, False, False
    for match in _TOKEN.finditer(text):
        start, written = match.start(1), match[1]
        form = _form(written)
        word, meant = form.folded, form.meant
        between = text[end:start]
        if end and head and between != " ":
            gendered = _GENDERED.match(text, end)
            if gendered and gendered.start(1) == start:
                end = gendered.end()
                continue
        if end and (
            (between != " " and _SEPARATOR.search(between))
            or word in _BEGINS_SEGMENT
            or (head and _JOINS_PERSONS.match(text, end))
            or (seen and "/" in between)
        ):
            segment, seen = segment + 1, False
        head = meant not in IN_NAMES_TOO and is_head(meant)
        seen = seen or head
        end = match.end()
        yield Token(start, end, form.stem, word, written, segment)


def _frame_at(
    text: str, tokens: list[Token], at: int, is_head: Callable[[str], bool]
) -> tuple[Part | None, int, Rung | None]:
    """The part of the frame that begins at a token, how many tokens it takes, and its rung."""
    token = tokens[at]
    word = token.folded
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and after.word.isdigit() and len(after.word) > 2:
        between = text[token.end : after.start]
        if word in _BEFORE_CODE or (between == "-" and len(after.word) > 3):
            return "code", 2, None
    if after and word.isdigit() and _SPAN.fullmatch(after.folded):
        of_life = [one.folded for one in tokens[at + 2 : at + 4]]
        return (None, 2, None) if _EXPERIENCE & set(of_life) else ("contract", 2, None)
    for length in range(_LONGEST.get(word, 0), 0, -1):
        phrase = tuple(t.folded for t in tokens[at : at + length])
        if phrase in _PHRASES:
            part, rung = _PHRASES[phrase]
            return part, len(phrase), rung
    if word in NUMERALS and at:
        before = tokens[at - 1]
        if before.segment == token.segment and is_head(before.word):
            return "level", 1, NUMERALS[word]
    if _form(token.written).code:
        return "code", 1, None
    if token.segment and _STATE.fullmatch(token.written):
        return "place", 1, None
    return None, 1, None
