"""The words of dates, compiled from ``data/vocab/calendar.toml`` once.

What the other modules of dates look up lives here: one dictionary of words with their kind and value, and the small
word sets that decide doubtful cases. Words are compared levelled: lower case, Latin accents off, Arabic vowel marks off
and the forms of alef made one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from parsers.words.patterns import ANY_APOSTROPHE, alternatives
from parsers.words.vocabulary import LANGUAGES, load

DIGIT = "[0-9٠-٩۰-۹]"
# Blanks and marks without width, line ends aside: no date or time runs over a line.
BLANK = "[ \\t\\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u202a-\\u202f\\u205f\\u2060\\u2066-\\u2069\\u3000\\ufeff]"
DASH = "[-\\u2010-\\u2015\\u2212\\u2e3a\\ufe58\\ufe63\\uff0d]"

# Kinds of words; a kind is one letter, so that a phrase can be read as a string of kinds.
MONTH, WEEKDAY, EITHER, SHORT_WEEKDAY = "m", "w", "b", "v"  # EITHER: "mar" is March and Tuesday
AND, RANGE, BETWEEN, OF = "a", "-", "F", "o"

_ALEF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ـ": None, "ى": "ي"})
_ARABIC_MARKS = re.compile("[\u064b-\u0652\u0670]")


def level(word: str) -> str:
    """The word in the form in which words are compared."""
    word = word.lower().replace("’", "'")
    if word.isascii():
        return word
    if "\u0600" <= word[0] <= "\u06ff":
        return _ARABIC_MARKS.sub("", word.translate(_ALEF))
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def words_of(key: str) -> tuple[str, ...]:
    """The list ``key`` of every language, as printed."""
    calendar = load("calendar")
    return tuple(word for language in LANGUAGES for word in calendar[language].get(key, ()))


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, blanks between words free in number and kind."""
    forms = {form for word in words for form in (word.lower(), level(word))}
    return alternatives(forms, f"{BLANK}+", ANY_APOSTROPHE)


def leading(*keys: str) -> str:
    """Any word of the lists with the blank behind it, as a group; elided ones ("l'") need none."""
    words = [word.replace("’", "'") for key in keys for word in words_of(key)]
    whole = alternation(word for word in words if not word.endswith("'"))
    elided = alternation(word for word in words if word.endswith("'"))
    return rf"(?:(?:{whole}){BLANK}|{elided})" if elided else rf"(?:(?:{whole}){BLANK})"


def month_names() -> tuple[str, ...]:
    """Every name and abbreviation of a month, as printed."""
    calendar = load("calendar")
    return tuple(name for code in LANGUAGES for names in calendar[code]["months"] for name in names)


def _levelled(key: str) -> frozenset[str]:
    return frozenset(level(word) for word in words_of(key))


SHY = frozenset(load("calendar")["shy"])


def _compile() -> tuple[dict[str, tuple[str, Any]], dict[str, int], frozenset[str]]:
    calendar = load("calendar")
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    short: set[str] = set()
    for language in calendar.values():
        if not isinstance(language, dict):
            continue
        for number, names in enumerate(language.get("months", ()), start=1):
            months.update((level(name), number) for name in names)
            # "Sept. 2020", "déc. 2020": what is no language's full name may carry a full stop
            short.update(level(name) for name in names[1:] if level(name).isascii() and len(name) <= 5)
        for number, names in enumerate(language.get("weekdays", ())):
            weekdays.update((level(name), number) for name in names)
    full = {level(names[0]) for code in LANGUAGES for names in calendar[code]["months"]}
    words: dict[str, tuple[str, Any]] = {}
    for key, kind in (("of", OF), ("range", RANGE), ("and", AND), ("between", BETWEEN)):
        words.update((level(word), (kind, None)) for word in words_of(key))
    for word, weekday in weekdays.items():
        words[word] = (SHORT_WEEKDAY if len(word) == 2 else WEEKDAY, weekday)
    for word, month in months.items():
        words[word] = (EITHER, (month, weekdays[word])) if word in weekdays else (MONTH, month)
    for word in (SHY & weekdays.keys()) - months.keys():  # "they sat": a weekday with its capital only
        words[word.capitalize()] = words[word.upper()] = words.pop(word)
    for word in list(words):
        words.setdefault(word.replace("'", "’"), words[word])
    return words, months, frozenset(short - full)


WORDS, MONTHS, ABBREVIATIONS = _compile()
WORD_PARTS = frozenset(part for words in WORDS for part in words.split())
MONTH_TAILS = frozenset(name.split()[-1] for name in MONTHS)
ON = _levelled("on")
IN = _levelled("in")
NUMBERED = _levelled("numbered")
FUNCTION = _levelled("function")


def look_up(word: str) -> tuple[str, Any] | None:
    """Kind and value of a word of dates, None for any other word."""
    if len(word) > 14:
        return None
    found = WORDS.get(word) or WORDS.get(word.lower())
    if found is None and not word.isascii():
        found = WORDS.get(level(word))
    return found
