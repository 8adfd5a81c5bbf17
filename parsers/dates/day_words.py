"""Words for days: "Day 2", "First day" (`find_day_numbers`) and "yesterday", "this week" (`find_relatives`)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from parsers.dates.words import BLANK, DASH, DIGIT, alternation, leading, level, month_names, words_of
from parsers.words.vocabulary import LANGUAGES, load


class Hit(NamedTuple):
    """One word for a day: its span and its value, the number of a day or the name of a relative day."""

    start: int
    end: int
    value: int | str


_MOST_DAYS = 20
_LONGEST_ORDINAL = 16
_SHORT = 400
_ROMAN = ("", "I", "II", "III", "IV", "V")
_STEMS = alternation(name[:3] for name in month_names())
_ORDINAL = alternation(words_of("ordinal"))
_JOINS = alternation((*words_of("range"), *words_of("and")))
_MONTH_FOLLOWS = re.compile(
    rf"(?:{_ORDINAL})?(?P<join>{BLANK}*(?:{DASH}|,|{_JOINS}){BLANK}*{DIGIT}{{1,2}}(?:{_ORDINAL})?)?"
    rf"(?:{BLANK}*|-){leading('month_of')}?(?:{_STEMS})",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(rf"(?<![^\W\d_])[^\W\d_a-zà-ÿ][^\W\d_]*{BLANK}\Z")


def find_day_numbers(text: str, language: str | None = None) -> list[Hit]:
    """The numbered days of an agenda: "Day 2", "DAY ONE", "Jour 2", "Día 1", "First day" at the head of a line."""
    hits: list[Hit] = []
    for key, words in _day_keys(_languages(language, text)):
        if key not in text:
            continue
        position = text.find(key)
        while position >= 0:
            hit = _day_number(text, position, words)
            if hit is not None:
                hits.append(hit)
            position = text.find(key, position + len(key))
    return _in_order(hits) if hits else hits


def _day_number(text: str, position: int, words: _DayWords) -> Hit | None:
    """The numbered day whose word for a day stands at ``position``."""
    if text[position - 1 : position].isalpha() and position:
        return None
    match = words.number.match(text, position)
    if match is not None and not (match["digits"] and _is_a_date(text, match)):
        if match["roman"]:
            number = _ROMAN.index(match["roman"])
        else:
            number = int(match["digits"]) if match["digits"] else words.numbers[level(match["word"])]
        return Hit(position, match.end(), number) if 0 < number <= _MOST_DAYS else None
    head = text[max(text.rfind("\n", 0, position) + 1, position - _LONGEST_ORDINAL) : position]
    match = words.ordinal.match(head)
    whole = words.day.match(text, position)
    if match is None or whole is None or text[position - len(head) - 1 : position - len(head)] not in ("", "\n"):
        return None
    return Hit(position - len(head) + match.start("word"), whole.end(), words.numbers[level(match["word"])])


def find_relatives(text: str, language: str | None = None) -> list[Hit]:
    """Words for a day or week as seen from the day of publication: "yesterday", "cette semaine", "اليوم"."""
    hits: list[Hit] = []
    for key, phrases in _relative_keys(_languages(language, text)):
        if key not in text:
            continue
        position = text.find(key)
        while position >= 0:
            hit = next((hit for phrase in phrases if (hit := phrase.at(text, position))), None)
            if hit and not _is_another_word(text, hit):
                hits.append(hit)
            position = text.find(key, position + len(key))
    return _in_order(hits) if hits else hits


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
    """The words that number days in one language. ``keys`` are what is searched for: as few as possible."""

    keys: tuple[str, ...]
    number: re.Pattern[str]  # "Day 2", "Day Two"
    ordinal: re.Pattern[str]  # "Second " at the head of a line
    day: re.Pattern[str]
    numbers: dict[str, int]


def _languages(language: str | None, text: str) -> tuple[str, ...]:
    """The languages whose words to look for: those that the text can be in, by what no long text goes without."""
    if language in LANGUAGES:
        return (language,)
    arabic = not text.isascii() and ("ا" in text or "أ" in text or "م" in text or "ي" in text)
    if len(text) < _SHORT or " de " in text:
        return LANGUAGES if arabic else LANGUAGES[:-1]
    return ("en", "ar") if arabic else ("en",)


@cache
def _day_keys(codes: tuple[str, ...]) -> tuple[tuple[str, _DayWords], ...]:
    """What to search for in some languages, with the words that each key stands for."""
    return tuple((key, _day_words(code)) for code in codes for key in _day_words(code).keys)


@cache
def _relative_keys(codes: tuple[str, ...]) -> tuple[tuple[str, list[_Relative]], ...]:
    """What to search for in some languages, with the phrases that each key may be of."""
    return tuple(item for code in codes for item in _relative_words(code).items())


def _relative_words(code: str) -> dict[str, list[_Relative]]:
    """The relative words of a language by their search key, a word that other phrases share and few others hold."""
    relative = load("calendar")[code]["relative"]
    shared = Counter(word for phrases in relative.values() for phrase in phrases for word in phrase.lower().split())
    keyed: dict[str, list[_Relative]] = {}
    for value, phrases in relative.items():
        for printed in phrases:
            phrase = printed.lower()
            # "this" and "last" stand in every text, "morning" and "week" do not.
            word = max(reversed(phrase.split()), key=lambda word: (shared[word] if len(word) > 4 else 0, len(word)))
            offset = phrase.index(word)
            if offset or code == "ar":
                keys = [word]
            elif len(word) <= 4:
                keys = [word, word.capitalize()]
            else:
                keys, offset = [word[1:]], 1  # its first letter may be a capital
            for key in keys:
                keyed.setdefault(key, []).append(_Relative(phrase.replace("’", "'"), offset, value))
    return keyed


@cache
def _day_words(code: str) -> _DayWords:
    calendar = load("calendar")[code]
    numbers = {level(word): number for number, words in enumerate(calendar["days"], start=1) for word in words}
    words, days = alternation(word for names in calendar["days"] for word in names), alternation(calendar["day"])
    number = re.compile(
        rf"""(?:{days}){BLANK}*[-#:]?{BLANK}*
             (?:(?P<digits>{DIGIT}{{1,2}})(?![{DIGIT[1:-1]}]|[:./h]{DIGIT}|{_ORDINAL})|(?P<word>{words})(?![^\W\d_])
             |(?P<roman>(?-i:I{{1,3}}|IV|V))(?={BLANK}*(?:[:|,(]|{DASH}|\n|\Z)))""",
        re.VERBOSE | re.IGNORECASE,
    )
    ordinal = re.compile(rf"{BLANK}*(?:[•*-]{BLANK}*)?(?P<word>{words}){BLANK}+\Z", re.IGNORECASE)
    day = re.compile(rf"(?:{days})(?![^\W\d_])", re.IGNORECASE)
    forms = {form for word in calendar["day"] for form in _cases(word)}
    keys = {form for form in forms if not any(form != other and form.startswith(other) for other in forms)}
    return _DayWords(tuple(sorted(keys)), number, ordinal, day, numbers)


def _cases(word: str) -> set[str]:
    forms = {word, word.upper(), word.lower()}
    if not word.isascii() and not level(word).isascii():
        return forms
    return forms | {level(word).capitalize(), level(word).upper()}


def _is_a_date(text: str, match: re.Match[str]) -> bool:
    """Whether a day's name and a date stand side by side: "Migrants Day 18 December", "Migrants Day 10-12 December".

    A dash with blanks is no range here: "Day 1 – 11 October" is the first day.
    """
    following = _MONTH_FOLLOWS.match(text, match.end())
    if following is None:
        return False
    if not following["join"]:
        return True
    name = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
    return name is not None and not following["join"].startswith((" ", "\u00a0", ","))


def _is_another_word(text: str, hit: Hit) -> bool:
    """Whether the word stands for something else: "por la mañana", "اليوم العالمي" (International Day)."""
    before = text[max(0, hit.start - 4) : hit.start].lower()
    word = text[hit.start : hit.end]
    calendar = load("calendar")
    if word.lower() in calendar["es"]["morning"]:
        return before.endswith(tuple(calendar["es"]["the_morning"]))
    if word in calendar["ar"]["day"]:
        number = re.match(rf"{BLANK}*({DIGIT}+)", text[hit.end : hit.end + 8])
        return int(number[1]) <= _MOST_DAYS if number else _named_day().match(text, hit.end) is not None
    return before.endswith("-")


@cache
def _named_day() -> re.Pattern[str]:
    """What follows the Arabic "day", the same word as "today", in names: "the World … Day", "the first day"."""
    calendar = load("calendar")["ar"]
    words = alternation((*(word for names in calendar["days"] for word in names), *calendar["day_names"]))
    weekdays = alternation(word for names in calendar["weekdays"] for word in names)
    return re.compile(rf"{BLANK}+(?!(?:{weekdays})(?!\w))(?:(?:{words})(?!\w)|ال\w+ي(?!\w))")


def _in_order(hits: list[Hit]) -> list[Hit]:
    ordered: list[Hit] = []
    for hit in sorted(hits):
        if not ordered or hit.start >= ordered[-1].end:
            ordered.append(hit)
    return ordered
