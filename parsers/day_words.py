"""Words for days: "Day 2", "First day" (`find_day_numbers`) and "yesterday", "this week" (`find_relatives`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from parsers.date_words import BLANK, DASH, DIGIT, LANGUAGES, alternation, level, month_names, words_of
from parsers.vocabulary import load


class Hit(NamedTuple):
    """One word for a day: its span and its value, the number of a day or the name of a relative day."""

    start: int
    end: int
    value: int | str


_MOST_DAYS = 20
_STEMS = alternation(name[:3] for name in month_names())
_ORDINAL = alternation(words_of("ordinal"))
_MONTH_FOLLOWS = re.compile(
    rf"(?:{_ORDINAL})?(?:{BLANK}*(?:{DASH}|,|to|and|al?|au|et|y|إلى|و){BLANK}*{DIGIT}{{1,2}}(?:{_ORDINAL})?)?"
    rf"{BLANK}*(?:of{BLANK}|del?{BLANK}|d['’])?(?:{_STEMS})",
    re.IGNORECASE,
)


def find_day_numbers(text: str, language: str | None = None) -> list[Hit]:
    """The numbered days of an agenda: "Day 2", "DAY ONE", "Jour 2", "Día 1", "First day" at the head of a line."""
    hits: list[Hit] = []
    for code in _languages(language):
        words = _day_words(code)
        if not any(key in text for key in words.keys):
            continue
        for match in words.pattern.finditer(text):
            number = (
                int(match["digits"]) if match["digits"] else words.numbers[level(match["word"] or match["ordinal"])]
            )
            if number <= _MOST_DAYS and number > 0 and not _is_a_date(text, match):
                hits.append(Hit(match.start(), match.end(), number))
    return _in_order(hits)


def find_relatives(text: str, language: str | None = None) -> list[Hit]:
    """Words for a day or week as seen from the day of publication: "yesterday", "cette semaine", "اليوم"."""
    hits: list[Hit] = []
    for code in _languages(language):
        for key, phrases in _relative_words(code).items():
            position = text.find(key)
            while position >= 0:
                hit = next((hit for phrase in phrases if (hit := phrase.at(text, position))), None)
                if hit and not _is_another_word(text, hit):
                    hits.append(hit)
                position = text.find(key, position + len(key))
    return _in_order(hits)


class _Relative(NamedTuple):
    """A relative phrase. Its ``key`` is what is searched for, ``offset`` how far into the phrase it stands."""

    phrase: str
    offset: int
    value: str

    def at(self, text: str, position: int) -> Hit | None:
        start = position - self.offset
        end = start + len(self.phrase)
        if start < 0 or text[start:end].lower().replace("’", "'") != self.phrase:
            return None
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            return None
        return Hit(start, end, self.value)


class _DayWords(NamedTuple):
    keys: tuple[str, ...]
    pattern: re.Pattern[str]
    numbers: dict[str, int]


def _languages(language: str | None) -> Iterable[str]:
    return (language,) if language in LANGUAGES else LANGUAGES


@cache
def _relative_words(code: str) -> dict[str, list[_Relative]]:
    """The relative words of a language by their search key: the last word, without a letter that may be a capital."""
    keyed: dict[str, list[_Relative]] = {}
    for value, phrases in load("calendar")[code]["relative"].items():
        for printed in phrases:
            phrase = printed.lower().replace("’", "'")
            start = phrase.rfind(" ") + 1
            for form in {printed.lower(), phrase}:
                key = form[start + (start == 0 and code != "ar") :]
                keyed.setdefault(key, []).append(_Relative(phrase, len(form) - len(key), value))
    return keyed


@cache
def _day_words(code: str) -> _DayWords:
    calendar = load("calendar")[code]
    numbers = {level(word): number for number, words in enumerate(calendar["days"], start=1) for word in words}
    words = alternation(numbers)
    days = alternation(calendar["day"])
    pattern = re.compile(
        rf"""(?<![^\W\d_])(?:{days}){BLANK}*[-#:]?{BLANK}*
             (?:(?P<digits>{DIGIT}{{1,2}})(?![{DIGIT[1:-1]}]|[:./h]{DIGIT}|{_ORDINAL})|(?P<word>{words})(?![^\W\d_]))
            |^{BLANK}*(?:[•*-]{BLANK}*)?(?P<ordinal>{words}){BLANK}+(?:{days})(?![^\W\d_])""",
        re.VERBOSE | re.IGNORECASE | re.MULTILINE,
    )
    tails = {form[1:] if form.isascii() or code != "ar" else form for word in calendar["day"] for form in _cases(word)}
    return _DayWords(tuple(sorted(tails)), pattern, numbers)


def _cases(word: str) -> set[str]:
    return {word, word.upper(), word.lower(), level(word), level(word).upper()}


def _is_a_date(text: str, match: re.Match[str]) -> bool:
    """Whether a day's name and a date stand side by side: "International Migrants Day 18 December"."""
    if not match["digits"]:
        return False
    before = text[: match.start()][-2:]
    named = len(before) == 2 and before[0].isalpha() and before[1] == " "
    following = _MONTH_FOLLOWS.match(text, match.end())
    if following is None:
        return False
    return named or not any(mark in following.group() for mark in "-–—−,")


def _is_another_word(text: str, hit: Hit) -> bool:
    """Whether the word stands for something else: "por la mañana", "اليوم العالمي" (International Day)."""
    before = text[max(0, hit.start - 4) : hit.start].lower()
    word = text[hit.start : hit.end]
    if word.lower() == "mañana":
        return before.endswith(("la ", "esta "))
    if word == "اليوم":
        following = text[hit.end : hit.end + 4].strip()
        return following.startswith("ال") or following[:1].isdecimal()
    return before.endswith("-")


def _in_order(hits: list[Hit]) -> list[Hit]:
    ordered: list[Hit] = []
    for hit in sorted(hits):
        if not ordered or hit.start >= ordered[-1].end:
            ordered.append(hit)
    return ordered
