"""Which section of an advert a heading or a sentence belongs to: English, German and French."""

import re
from itertools import repeat
from typing import Literal

from mlroles.core.finding.words import plain, word_set

Section = Literal[
    "requirements",
    "nice to have",
    "duties",
    "benefits",
    "about the firm",
    "equal opportunity",
    "none",
]
"""What a part of an advert is about; "equal opportunity" are all notices, such as of privacy."""

BOILERPLATE: frozenset[Section] = frozenset(["benefits", "about the firm", "equal opportunity"])
"""The sections that say nothing of the work: nothing is found in them."""

# In the order in which they decide: "preferred qualifications" are nice to have.
_PHRASES: dict[Section, str] = {
    "equal opportunity": """
        equal opportunity, equal opportunities, equal employment opportunity, eeo, eoe, diversity,
        inclusion, accommodation, accommodations, privacy, disclaimer, disclaimers, notice, legal,
        background check, physical requirements, physical demands, work environment,
        working environment, working conditions, how to apply, application process,
        interview process, hiring process, recruitment process, logistics, datenschutz, bewerbung,
        kontakt, candidature, chancengleichheit, egalite des chances, work authorization
    """,
    "benefits": """
        benefits, perks, rewards, we offer, we provide, offer you, compensation, salary, pay range,
        why join, you ll love, why you should join, why us, why work, join us, in it for you, pay,
        wir bieten, bieten wir, unser angebot, angebot, deine vorteile, vorteile, nous offrons,
        nous proposons, avantages, remuneration, verguetung, vergutung, das erwartet dich bei uns
    """,
    "about the firm": """
        about us, the company, our company, the firm, the organization, the organisation,
        the client, our client, company description, company overview, company summary,
        who we are, who are we, our mission, our values, our story, our culture, our vision,
        how we work, how we re different, come work with us, uber uns, wer wir sind, wir sind,
        das unternehmen, unternehmen, einleitung, qui sommes nous, l entreprise, entreprise,
        a propos de nous, a propos
    """,
    "nice to have": """
        nice to have, nice to haves, nice if, good to have, great to have, preferred, preferably,
        desired,
        desirable, desirables, optional, bonus points, bonus skills, bonus qualifications,
        bonus experience, stand out, a plus, pluses, plus points, extra points, extra credit,
        preferences,
        you may also have, may also have, would be great, would be nice, von vorteil,
        wunschenswert, idealerweise, les plus, un plus, atouts, atout, souhaite,
        souhaitees, apprecie
    """,
    "requirements": """
        requirements, requirement, qualifications, qualification, required, prerequisites, criteria,
        must have, must haves, minimum, skills, skill, experience, expertise, knowledge, education,
        abilities, competencies, competences, competence, qualities, you bring, you ll bring,
        you will bring, you need, you ll need, you will need, you have, you ll have, you will have,
        you should have, you possess, you are, who you are, about you, looking for, we look for,
        ideal candidate, right candidate, successful candidate, strong candidates,
        candidate profile,
        profile, profil, tech stack, technology stack, our stack, stack, technologies, tools,
        anforderungen, qualifikation, qualifikationen, kenntnisse, voraussetzungen, mitbringst,
        mitbringen, bringst du mit, bringen sie mit, fahigkeiten, erfahrung, competences requises,
        vous avez, recherchons, recherche, prerequis, pre requis, formation, certifications,
        expectations
    """,
    "duties": """
        responsibilities, responsibility, responsible for, duties, deliverables, accountabilities,
        functions, you ll do, you will do, you do, will you do, you ll be doing, you will be doing,
        you ll work on, you will work on, you ll own, you ll build, the role, this role, your role,
        the job, the position, this position, the opportunity, the challenge, role overview,
        job overview, position overview, overview, job description, role description, description,
        position description, position summary, job summary, role summary, summary, job purpose,
        role purpose, position purpose, job details, in this role, you will, you ll, your tasks,
        tasks, day to day, a day in the life, key objectives, your impact, your mission, impact,
        aufgaben, aufgabenbereich, tatigkeiten, verantwortung, erwartet dich, erwartet sie,
        missions, mission, taches, responsabilites, le poste, poste, descriptif, vos missions, role
    """,
}
_SECTION_OF: dict[tuple[str, ...], tuple[int, Section]] = {
    tuple(phrase.split()): (rank, section)
    for rank, (section, phrases) in enumerate(_PHRASES.items())
    for phrase in re.split(r",\s*", phrases.strip())
}
_FILLING = word_set("""
a about additional all also an and are as at basic be brief business can complete core das day de
dein deine der des die du essential et everything for from full general good great hard here ihnen
ihr ihre in into is it job key la le les ll main major minimum mit more most mostly must notre of
on or other our overall personal position pour primary principal professional re related relevant
required role s sie soft some specific strong summary technical technische that the their things to
und unser unsere various vos votre was we what while who why will with work working you your zu
""")
"""Words that may stand beside the phrases above in a heading that nothing else marks as one."""
_OF_HEADINGS = _FILLING.union(*_SECTION_OF)

MOST_WORDS = 8
"""The most words of a heading."""

_SAID: dict[Section, str] = {
    "equal opportunity": """
        affirmative action, all qualified applicants, background check, committed to diversity,
        committed to creating, discriminate, diversity and inclusion, diverse and inclusive,
        inclusive environment,
        discrimination, equal employment, equal opportunit, equal-opportunit, gender identity,
        privacy notice, privacy policy, protected veteran, reasonable accommodation,
        regardless of, schwerbehindert, sexual orientation, unabhängig von, without regard
    """,
    "benefits": """
        401 (k, 401(k, 401k, bonus program, bonus scheme,
        competitive compensation, competitive pay, competitive salary, dental, free food,
        free lunch, health insurance, nous offrons, paid holiday, paid leave, paid time off,
        paid vacation, parental leave, pension plan, pension scheme, salary range, stock options,
        unlimited pto, we offer, wir bieten
    """,
    "about the firm": """
        founded in, headquarter, our clients include, our customers include, our mission is
    """,
}
_CUES: dict[str, list[tuple[str, Section]]] = {}
"""The first word of phrases -> these, and what they speak of."""
for _section, _phrases in _SAID.items():
    for _phrase in re.split(r",\s*", _phrases.strip()):
        _CUES.setdefault(_phrase.split()[0], []).append((_phrase, _section))
_OF_FIRMS = "company|firm|largest|leader in|leading|provider|start-?up"
# It begins with one of two letters, which makes the search twice as fast.
_IS_A_FIRM = re.compile(
    rf"(?:is(?<=\bis)|are(?<=\bare)) (?:a|an|the|one of)\b.{{0,60}}\b(?:{_OF_FIRMS})\b"
)

_LONGEST = max(map(len, _SECTION_OF))
_WORD = re.compile(r"\w+")


def section_of(line: str, marked: bool) -> Section | None:
    """The section that a heading opens, or None if it opens none that is known.

    A line that nothing marks as a heading (no colon, no emphasis) must consist of the words of
    headings alone: "Required skills" is one, "Skills in Python" is none.
    """
    words = _WORD.findall(plain(line))
    if marked and words == ["bonus"]:
        return "nice to have"
    if not 0 < len(words) <= MOST_WORDS or words[0] in ("no", "not"):
        return None
    if not (marked or _OF_HEADINGS.issuperset(words) or "at" in words or words[0] == "about"):
        return None  # as most lines are
    known = [word in _FILLING for word in words]
    best: tuple[int, Section] | None = None
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            if found := _SECTION_OF.get(tuple(words[start:end])):
                best = min(best, found) if best else found
                known[start:end] = [True] * (end - start)
                break
    if best and (marked or all(known) or ("at" in words and all(known[: words.index("at")]))):
        return best[1]
    if words[0] == "about" and 1 < len(words) < 4 and line.split()[-1][:1].isupper():
        return "about the firm"
    return None


def said_in(text: str) -> list[tuple[int, Section]]:
    """Where a text speaks of benefits, the firm or notices in so many words, in order."""
    lower = text.lower()
    found: list[tuple[int, Section]] = []
    cues = [one for first, cues in _CUES.items() if first in lower for one in cues]
    for phrase, section in cues:
        at = lower.find(phrase)
        while at >= 0:
            found.append((at, section))
            at = lower.find(phrase, at + 1)
    found += zip((one.start() for one in _IS_A_FIRM.finditer(lower)), repeat("about the firm"))
    return sorted(found)
