"""Cut a text into the words that searching compares: folded, singular, without small words."""

import re
from collections.abc import Callable, Sequence
from math import log

_WORD = re.compile(r"\b[dl]['\u2019](?=\w)|(r\s?&\s?d\b|\d+(?:[-.]\d+)+|[^\W_]+[+#]*)")
"""A word, or a number such as 15-2051.00; an article that has lost its vowel is none: l'IA."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


STOP_WORDS = word_set("""
a an and as at by for from in is of on or that the to w with
au aux da das de dei del della den der des di die do dos du e een el en et for fur gli het il im
la las le les los mit o os para por pour und van von voor y zu zur
""")
"""Words that say nothing of what is sought, in the languages in which titles are written."""

_MEANINGS = """
account: acct
administrator: admin administrateur administratrice administrador administradora
administrator: amministratore beheerder
ai: ki ia
analyst: analyste analista analist analytiker analytikerin
architect: arch architekt architektin architecte arquitecto arquitecta arquiteto arquiteta
architect: architetto
artificial: artificielle artificiale kunstliche kunstlichen kunstlicher kunstmatige
assistant: asst
associate: assoc
behavior: behaviour
business: negocio biz
center: centre
color: colour
computer: ordinateur computacional
consultant: berater beraterin consulente consultor consultora
coordinator: coord
counselor: counsellor
data: daten dato donnee dado dati gegeven
database: datenbank db
developer: dev entwickler entwicklerin developpeur developpeuse desarrollador desarrolladora
developer: sviluppatore sviluppatrice desenvolvedor desenvolvedora ontwikkelaar
director: dir directeur directrice direktor direktorin directora diretor diretora direttore
engineer: eng engr engg ingenieur ingenieure ingenieurin ingeniero ingeniera ingegnere engenheiro
engineer: engenheira
fiber: fibre
head: leiter leiterin leitung
infrastructure: infra
intelligence: intelligenz inteligencia intelligenza intelligentie
jewelry: jewellery
labor: labour
language: langage sprache lenguaje
learning: lernen apprentissage aprendizaje aprendizado apprendimento leren
license: licence
machine: maschinell maschinelle maschinelles automatique automatico maquina machinaal
manager: mgr mngr gerente gestor
manufacturing: mfg
marketing: mktg
mold: mould
organization: organisation
pediatric: paediatric
product: produit producto produto prodotto produkt
programmer: programmierer programmiererin programmeur programador programadora programmatore
programme: program
project: projet proyecto projeto progetto projekt
representative: rep
researcher: forscher forscherin chercheur chercheuse investigador investigadora ricercatore
researcher: pesquisador pesquisadora onderzoeker postdoc
science: ciencia wissenschaft scienza
scientist: sci wissenschaftler wissenschaftlerin cientifico cientifica scienziato
scientist: scienziata cientista
service: svc
software: sw logiciel
statistician: statisticien statistiker estadistico statistico
supervisor: supv supvr
theatre: theater
tire: tyre
"""
MEANINGS = {
    other: word
    for word, others in (line.split(": ") for line in _MEANINGS.strip().splitlines())
    for other in others.split()
}
"""Short form, other spelling, or word of another language, folded and singular -> what is meant."""

PAIRS = {
    ("banco", "data"): "database",
    ("base", "data"): "database",
    ("business", "developer"): "sale",
    ("business", "development"): "sale",
}
"""Two words, each as in `MEANINGS`, that mean one: base de datos."""


def plain(text: str) -> str:
    """A text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize  # few texts need it

    return "".join(c for c in normalize("NFKD", text).casefold() if not combining(c))


def stem(word: str) -> str:
    """A folded word in the singular, as far as that can be seen from its end."""
    if word[-1:] in "+#":  # C, C++ and C# are three languages
        return word.replace("+", "plus").replace("#", "sharp")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def forms_of(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, folded and as stems; small words only if all are small."""
    found = list(filter(None, _WORD.findall(plain(text))))
    return [(word, stem(word)) for word in found if word not in STOP_WORDS] or [
        (word, word) for word in found
    ]


def words_of(text: str) -> list[str]:
    """The stems of the words of a text in their order; see `forms_of`."""
    return [word for _, word in forms_of(text)]


def join(words: list[str], is_word: Callable[[str], bool], always: bool = False) -> list[str]:
    """Words of which two that make a known word are joined; see `joined`."""
    return [word for word, _ in joined(words, is_word, always)]


def joined(
    words: Sequence[str], is_word: Callable[[str], bool], always: bool = False
) -> list[tuple[str, int]]:
    """Words, each with how many it is made of: two that make a known word are joined (dev ops).

    Two long known words are joined only if `always`: sales person says more than salesperson.
    All words are replaced by what they stand for; see `MEANINGS`.
    """
    found: list[tuple[str, int]] = []
    for word in words:
        if found and found[-1][1] == 1:
            before = found[-1][0]
            stay = not always and len(before) > 3 and is_word(before) and is_word(word)
            if not stay and is_word(both := stem(before + word)):
                found[-1] = both, 2
                continue
        found.append((word, 1))
    meant: list[tuple[str, int]] = []
    for word, taken in found:
        word = MEANINGS.get(word, word)
        if meant and (pair := PAIRS.get((meant[-1][0], word))):
            meant[-1] = pair, meant[-1][1] + taken
        else:
            meant.append((word, taken))
    return meant


def trigrams(word: str) -> set[str]:
    """All runs of three characters of a word between two spaces: `ai` is ` ai`, `ai `."""
    padded = f" {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def rarity(count: int, have: int) -> float:
    """How much a word says that `have` of `count` documents have: 1 for all, more for fewer."""
    return log((1 + count) / (1 + have)) + 1
