"""Tell a job title from its frame: seniority, contract, place, team, code and gender mark."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from mlroles.core.finding.words import STOP_WORDS, plain, stem
from mlroles.core.model.vocabulary import Rung, Value

Part = Literal["level", "contract", "place", "team", "code", "gender"]

LEVELS: dict[Rung, str] = {
    "junior": "junior jr entry-level graduate fresher trainee apprentice intern internship"
    " werkstudent working-student praktikant praktikum stagiaire alternance new-grad"
    " l1 l2 l3",
    "mid": "mid mid-level middle intermediate l4",
    "senior": "senior sr snr experienced l5",
    "lead": "lead staff principal distinguished chief head l6 l7",
}
NUMERALS: dict[str, Rung] = {
    **dict.fromkeys(("i", "1"), "junior"),
    **dict.fromkeys(("ii", "2"), "mid"),
    **dict.fromkeys(("iii", "3"), "senior"),
    **dict.fromkeys(("iv", "v", "4", "5"), "lead"),
}
"""What a numeral behind a title says of its rung."""

FRAME: dict[Part, str] = {
    "contract": "freelance freelancer contract contractor contracting part-time full-time temporary"
    " temp permanent perm fixed-term long-term short-term w2 c2c c2h intern internship"
    " werkstudent working-student praktikum alternance vollzeit teilzeit ftc maternity-cover"
    " elternzeitvertretung seasonal casual direct-hire contract-to-hire 1099",
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

_NOISE = """
urgent urgently hiring wanted vacancy job jobs position role opening opportunity required needed new
now apply salary
"""
NOISE = frozenset(_NOISE.split())
"""Words about the advert, not about the work."""

IN_NAMES_TOO = frozenset({"lead", "head", "chief", "staff"})
"""Words of rank that are part of some names, such as Head of Data; they go on counting a little."""

PERSON_OF = {
    "engineering": "engineer",
    "science": "scientist",
    "analytics": "analyst",
    "analysis": "analyst",
    "architecture": "architect",
}
"""Line of work -> who does it; for titles such as Data Science Intern."""

_OF_PERSONS = ("er", "or", "ist", "ian", "ant", "ee", "eur", "ive", "vp", "svp", "dir")
_NO_PERSONS = frozenset({"summer", "winter", "computer", "center", "career", "cancer", "user"})

ASIDE, HARDLY = 0.5, 0.25
"""How much a word counts that is not in the title proper, and a word of rank that may be."""

MOST_WORDS = 100
"""Words of a text that are read; no title is as long."""

_SEPARATOR = re.compile(r"[()\[\]{}|;:@,\u2013\u2014\u2022\u00b7]|\s[-~/]|-\s")
_BEGINS_SEGMENT = frozenset(["in", "at", "for", "with"])
_TOKEN = re.compile(r"[^\W_]+[+#]*")
_CODE = re.compile(r"(?=\w*\d{3})\w{4,}")
_YEAR_OR_PAY = re.compile(r"20\d\d|\d+k")
_STATE = re.compile(
    r"A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]"
    r"|UT|V[AT]|W[AIVY]"
)


class Title(Value, frozen=True, kw_only=True):
    """A title taken apart; what is not told is None."""

    level: Rung | None
    contract: str | None
    place: str | None
    team: str | None
    code: str | None
    gender: str | None
    words: dict[str, float]
    """What is left to be sought: folded word -> how much it counts, above 0 and up to 1."""


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    """Folded."""
    segment: int


def _phrases() -> Iterator[tuple[tuple[str, ...], tuple[Part, Rung | None]]]:
    for part, phrases in FRAME.items():
        yield from ((tuple(phrase.split("-")), (part, None)) for phrase in phrases.split())
    for rung, phrases in LEVELS.items():
        yield from ((tuple(phrase.split("-")), ("level", rung)) for phrase in phrases.split())


_PHRASES = dict(_phrases())
_LONGEST = {words[0]: 1 for words in _PHRASES}
_LONGEST |= {words[0]: len(words) for words in sorted(_PHRASES, key=len)}


def read_title(text: str, is_head: Callable[[str], bool]) -> Title:
    """Take a title apart: the first, and most often the only, way to read it; see `readings`."""
    return next(readings(text, is_head))


def readings(text: str, is_head: Callable[[str], bool]) -> Iterator[Title]:
    """The ways in which a title may be read, the likeliest first.

    `is_head` says of a folded word whether some name ends in it: the first segment with such a
    word is the title proper, or one of the next ones is. What stands in other segments counts
    half; what belongs to the frame does not count, unless there is nothing else. Where no word
    says what somebody is, the line of work stands for who does it: science for scientist.
    """
    tokens = list(islice(_tokens(text), MOST_WORDS))
    found: dict[Part, list[str]] = {}
    levels: list[Rung] = []
    rest: list[_Token] = []
    at = 0
    while at < len(tokens):
        part, length, rung = _frame_at(text, tokens, at, is_head)
        if part:
            found.setdefault(part, []).append(text[tokens[at].start : tokens[at + length - 1].end])
        if rung:
            levels.append(rung)
        word = tokens[at].word
        if (not part or word in IN_NAMES_TOO) and not (
            word in NOISE or _YEAR_OR_PAY.fullmatch(word)
        ):
            rest.append(tokens[at])
        at += length
    if not rest:
        yield _title(text, tokens, None, found, levels)
        return
    heads = [token.segment for token in rest if is_head(stem(token.word))]
    for proper in dict.fromkeys(heads or [rest[0].segment]):
        yield _title(text, rest, proper, found, levels)
    if not any(_is_person(token.word, is_head) for token in rest):
        done_by = [token._replace(word=PERSON_OF.get(token.word, token.word)) for token in rest]
        if done_by != rest:
            proper = next(token.segment for token in done_by if token.word in PERSON_OF.values())
            yield _title(text, done_by, proper, found, levels)


def _is_person(word: str, is_head: Callable[[str], bool]) -> bool:
    """Whether a folded word says what somebody is, in a name or by its ending."""
    if word in IN_NAMES_TOO or word in PERSON_OF:
        return False
    return is_head(stem(word)) or (stem(word).endswith(_OF_PERSONS) and word not in _NO_PERSONS)


def _title(
    text: str,
    rest: list[_Token],
    proper: int | None,
    frame: dict[Part, list[str]],
    levels: list[Rung],
) -> Title:
    """A title of which that segment is the proper one; None if all is frame."""
    words: dict[str, float] = {}
    for token in rest:
        if token.word not in STOP_WORDS:
            weight = 1.0 if proper in (None, token.segment) else ASIDE
            weight = HARDLY if token.word in IN_NAMES_TOO else weight
            words[stem(token.word)] = max(words.get(stem(token.word), 0.0), weight)
    teams: dict[int, list[_Token]] = {}
    for token in rest:
        if proper not in (None, token.segment) and token.word not in STOP_WORDS | IN_NAMES_TOO:
            teams.setdefault(token.segment, []).append(token)
    found = {**frame, "team": [text[team[0].start : team[-1].end] for team in teams.values()]}
    told = {part: ", ".join(dict.fromkeys(texts)) for part, texts in found.items() if texts}
    return Title(
        level=levels[0] if levels else None,
        contract=told.get("contract"),
        place=told.get("place"),
        team=told.get("team"),
        code=told.get("code"),
        gender=told.get("gender"),
        words=words,
    )


def _tokens(text: str) -> Iterator[_Token]:
    segment, end = 0, 0
    for match in _TOKEN.finditer(text):
        word = plain(match[0])
        if end and (_SEPARATOR.search(text, end, match.start()) or word in _BEGINS_SEGMENT):
            segment += 1
        yield _Token(match.start(), match.end(), word, segment)
        end = match.end()


def _frame_at(
    text: str, tokens: list[_Token], at: int, is_head: Callable[[str], bool]
) -> tuple[Part | None, int, Rung | None]:
    """The part of the frame that begins at a token, how many tokens it takes, and its rung."""
    token = tokens[at]
    if _is_of_code(text, tokens, at):
        return "code", 1, None
    for length in range(_LONGEST.get(token.word, 0), 0, -1):
        phrase = tuple(t.word for t in tokens[at : at + length])
        if phrase in _PHRASES:
            part, rung = _PHRASES[phrase]
            return part, len(phrase), rung
    if token.word in NUMERALS and at:
        before = tokens[at - 1]
        if before.segment == token.segment and is_head(stem(before.word)):
            return "level", 1, NUMERALS[token.word]
    if token.word == "director":  # goes on counting: it is what somebody is
        return None, 1, "lead"
    if _CODE.fullmatch(token.word) and not _YEAR_OR_PAY.fullmatch(token.word):
        return "code", 1, None
    if token.segment and _STATE.fullmatch(text[token.start : token.end]):
        return "place", 1, None
    return None, 1, None


def _is_of_code(text: str, tokens: list[_Token], at: int) -> bool:
    """Whether a token begins a code, as JR does in JR-0001234."""
    if at + 1 == len(tokens):
        return False
    token, after = tokens[at : at + 2]
    return text[token.end : after.start] == "-" and after.word.isdigit() and len(after.word) > 3
