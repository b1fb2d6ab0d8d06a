"""Tell the language of a text by its smallest words, or by its script."""

import re

from mlroles.core.finding.words import word_set

_SMALL_WORDS = {
    "en": "the and of to you with for are our will we is be on as this your have that an or at",
    "de": "der die das und mit für sie wir bei von ist zu im ein eine den dich sowie oder auf",
    "fr": "le les des et vous pour une dans du nous en est au avec sur votre la notre vos aux ou",
    "es": "el los las y para con una del que por en se nuestro tu es como al su más experiencia",
    "it": "il di che per con una del della e le gli nel sono dei alla siamo è lavoro esperienza",
    "nl": "de het een en van je met voor wij op is bij zijn jij ons onze aan ervaring naar wat",
    "pl": "i w na z do się oraz dla jest że od o nie pracy doświadczenie znajomość po przez lub",
    "pt": "o os as e para com uma do da em que você não por são mais dos nossa ou experiência",
    "sv": "och att vi du som en är med för på av ett har det till dig vår om i erfarenhet",
}
_WORDS_OF = {language: word_set(words) for language, words in _SMALL_WORDS.items()}

_SCRIPTS = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af",
    "zh": "\u4e00-\u9fff",
    "uk": "іїєґІЇЄҐ",
    "ru": "\u0400-\u04ff",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "ar": "\u0600-\u06ff",
    "hi": "\u0900-\u097f",
}
"""Language -> the characters that identify it, the narrower script first."""
_OF_A_SCRIPT = re.compile(f"[{''.join(_SCRIPTS.values())}]")

_ENOUGH, _MOST = 3, 3000
"""How many small words identify a language, and how many characters are looked at."""


def language_of(text: str) -> str | None:
    """The language of a text, such as "en"; None where too few words identify it."""
    start = text[:_MOST]
    for language, characters in _SCRIPTS.items() if _OF_A_SCRIPT.search(start) else ():
        if 20 * len(re.findall(f"[{characters}]", start)) > len(start):
            return language
    words = set(start.lower().split())
    known = {language: len(words & small) for language, small in _WORDS_OF.items()}
    best = max(known, key=lambda language: known[language])
    return best if known[best] >= _ENOUGH else None
