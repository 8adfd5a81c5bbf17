"""From characters to tokens of dates: numbers, months, weekdays, joining words, punctuation.

A token's kind is one letter:

=====  ======================================================================================
``d``  number of one or two digits, its ordinal ending included: a day, or a month in "27/11"
``Y``  year 1900-2099
``N``  numeric date with a year: "2018-11-30", "30/11/2018", "05/18/2018", "30.11.18"
``p``  day and month before a dash and a numeric date: "28.02. - 01.03.2019"
``m``  month; ``w`` weekday; ``b`` "mar", which is either; ``v`` weekday of two letters
``a``  and; ``-`` dash, or a word like "to"; ``o`` of, the, de; ``F`` between
``x``  anything else that ends a date: other words and numbers, clock times, amounts
=====  ======================================================================================

and the punctuation ``, . / ( ) : ; |`` is its own kind. Blanks give no token.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from parsers.dates.words import (
    AND,
    BLANK,
    DASH,
    DIGIT,
    OF,
    RANGE,
    WORDS,
    alternation,
    look_up,
    month_names,
    words_of,
)
from parsers.words.patterns import ANY_APOSTROPHE, alternatives

_UPPER = "A-ZÀ-ÖØ-Þ"
_LOWER = "a-zß-öø-ÿœ"
_ARABIC_WORD = "[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff][\u0621-\u0652\u0670-\u06d3\u06fa-\u06ff]*"
_CLOCK_FOLLOWS = f"(?={DIGIT}{{1,2}}[:.h]{DIGIT}{{2}})"  # "2 December 200810:00", a lost cell border

_AMOUNTS = rf"[aApP](?:\.{BLANK}?[mM]|[mM])|[hH]|{alternation(words_of('durations'))}"


def _elided(key: str) -> str:
    """The words of a list with an apostrophe in them: no word of a text is read over one otherwise."""
    return alternatives((word for word in words_of(key) if "'" in word), f"{BLANK}+", ANY_APOSTROPHE)


_TOKEN = re.compile(
    rf"""{BLANK}*+(?:
    (?P<of>(?i:{_elided("of")}))
    |(?P<until>(?i:{_elided("range")}))
    |(?P<pair>{alternation(name for name in month_names() if " " in name)})
    |(?P<word>[{_UPPER}]?[{_LOWER}]+|[{_UPPER}]+(?![{_LOWER}])|{_ARABIC_WORD}|[^\W\d_])
    |(?P<iso>(?P<iy>{DIGIT}{{4}})(?P<is>[-/.])(?P<im>{DIGIT}{{1,2}})(?P=is)(?P<id>{DIGIT}{{1,2}})(?!{DIGIT})
        (?:T{DIGIT}{{2}}:{DIGIT}{{2}}(?::{DIGIT}{{2}}(?:\.{DIGIT}+)?)?(?:Z\b|[+-]{DIGIT}{{2}}:?{DIGIT}{{2}})?)?)
    |(?P<numeric>(?P<na>{DIGIT}{{1,2}})(?P<ns>[-/.])(?P<nb>{DIGIT}{{1,2}})(?P=ns)(?P<ny>{DIGIT}{{4}})
        (?:(?!{DIGIT})|{_CLOCK_FOLLOWS}))
    |(?P<short>(?P<sa>{DIGIT}{{2}})(?P<ss>[/.])(?P<sb>{DIGIT}{{2}})(?P=ss)(?P<sy>{DIGIT}{{2}})(?![{DIGIT[1:-1]}:./]))
    |(?P<partial>(?P<pa>{DIGIT}{{1,2}})\.(?P<pb>{DIGIT}{{1,2}})\.?(?={BLANK}?(?:{DASH}|to\b|au\b|al\b|bis\b){BLANK}?
        {DIGIT}{{1,2}}\.{DIGIT}{{1,2}}\.{DIGIT}{{4}}))
    |(?P<glued>(?:19|20){DIGIT}{{2}}{_CLOCK_FOLLOWS})
    |(?P<other>{DIGIT}+(?:[:.٫hH]{DIGIT}+|[,٬]{DIGIT}{{3}}(?!{DIGIT}))+
        |{DIGIT}{{1,2}}{BLANK}?(?:{_AMOUNTS})(?![{_LOWER}])
        |{DIGIT}+{BLANK}?%)
    |(?P<day>(?P<number>{DIGIT}{{1,2}})(?!{DIGIT})(?:\.?{BLANK}?(?i:{alternation(words_of("ordinal"))})(?![{_LOWER}]))?)
    |(?P<year>{DIGIT}{{4}}(?!{DIGIT}))
    |(?P<digits>{DIGIT}+)
    |(?P<dash>{DASH}+)
    |(?P<mark>[^\n]))""",
    re.VERBOSE,
)

_MARKS = {",": ",", "،": ",", ".": ".", "/": "/", "(": "(", ")": ")", ":": ":", ";": ";", "|": "|", "&": AND}
_PREFIXES = "وبلف"  # "and", "in", "for", "then" are written in one with the Arabic word that follows


class Token(NamedTuple):
    """One token: its kind, its value and its span. Values: number, month, weekday, tuple of them, or the word."""

    kind: str
    value: Any
    start: int
    end: int


_new = tuple.__new__  # a third of the time of Token(...)


def tokens(text: str, start: int, end: int, candidate: int) -> list[Token]:
    """The tokens from ``start`` to the first ``x`` after ``candidate``, but not beyond ``end``."""
    found: list[Token] = []
    position = start
    match, known_word = _TOKEN.match, WORDS.get
    while position < end:
        hit = match(text, position, end)
        if hit is None:  # a line end
            break
        name = hit.lastgroup or "mark"
        start, position = hit.span(name)
        if name == "word" and (known := known_word(text[start:position])) is not None:
            token = _new(Token, (known[0], known[1], start, position))
        else:
            token = _READERS[name](hit, start, position, found)
        found.append(token)
        if token.kind == "x":
            if start > candidate:
                break
        elif token.kind in "m)" and len(found) > 2:
            _join_double_month(found)
    return found


def _join_double_month(found: list[Token]) -> None:
    """Make one token of a month that is named twice: "تشرين الثاني/نوفمبر", "كانون الثاني (يناير)"."""
    kinds = "".join(token.kind for token in found[-4:])
    size = 4 if kinds == "m(m)" else 3 if kinds.endswith("m/m") else 0
    if size and found[-size].value == found[-size + 2].value:
        first, last = found[-size], found[-1]
        del found[-size:]
        found.append(Token("m", first.value, first.start, last.end))


Reader = Callable[[re.Match[str], int, int, list[Token]], Token]


def _word(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    word = hit["word"]
    known = look_up(word)
    if known is None and word[0] in _PREFIXES and len(word) > 3:
        known = look_up(word[1:])
        if known is not None and word[0] == "و":
            before.append(Token(AND, None, start, start + 1))
            start += 1
    if known is None:
        return Token("x", word, start, end)
    return Token(*known, start, end)


def _pair(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    known = look_up(" ".join(hit.string[start:end].split()))
    kind, value = known or ("x", hit.string[start:end])
    return Token(kind, value, start, end)


def _day(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    if _stuck(hit.string, start, before) or _runs_on(hit.string, end):
        return Token("x", hit["number"], start, end)
    return Token("d", int(hit["number"]), start, end)


def _year(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    number = int(hit.string[start:end])
    decade = hit.string[end : end + 1] == "s" and not hit.string[end + 1 : end + 2].isalpha()
    if not 1900 <= number <= 2099 or decade or _stuck(hit.string, start, before):
        return Token("x", hit.string[start:end], start, end)
    return Token("Y", number, start, end)


def _iso(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    return _numeric_token(("iso", int(hit["iy"]), int(hit["im"]), int(hit["id"])), hit, start, end, before)


def _numeric(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    return _numeric_token(("numeric", int(hit["ny"]), int(hit["na"]), int(hit["nb"])), hit, start, end, before)


def _short(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    year, first, second = int(hit["sy"]), int(hit["sa"]), int(hit["sb"])
    day_first = 0 < first <= 31 and 0 < second <= 12
    month_first = hit["ss"] == "/" and 0 < first <= 12 and 0 < second <= 31
    if not day_first and not month_first:
        return Token("x", hit.string[start:end], start, end)
    century = 2000 if year < 50 else 1900
    return _numeric_token(("numeric", century + year, first, second), hit, start, end, before)


def _partial(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    if _stuck(hit.string, start, before):
        return Token("x", hit.string[start:end], start, end)
    return Token("p", (int(hit["pa"]), int(hit["pb"])), start, end)


def _numeric_token(
    value: tuple[str, int, int, int], hit: re.Match[str], start: int, end: int, before: list[Token]
) -> Token:
    if not 1900 <= value[1] <= 2099 or _stuck(hit.string, start, before):
        return Token("x", hit.string[start:end], start, end)
    return Token("N", value, start, end)


def _other(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    return Token("x", hit.string[start:end], start, end)


def _of(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    return Token(OF, None, start, end)


def _range(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    return Token(RANGE, None, start, end)


def _mark(hit: re.Match[str], start: int, end: int, before: list[Token]) -> Token:
    return Token(_MARKS.get(hit.string[start:end], "x"), hit.string[start:end], start, end)


_READERS: dict[str, Reader] = {
    "word": _word,
    "pair": _pair,
    "day": _day,
    "year": _year,
    "glued": _year,
    "iso": _iso,
    "numeric": _numeric,
    "short": _short,
    "partial": _partial,
    "other": _other,
    "digits": _other,
    "of": _of,
    "until": _range,
    "dash": _range,
    "mark": _mark,
}


def _stuck(text: str, start: int, before: list[Token]) -> bool:
    """Whether a number belongs to what is glued before it: "COP26", "P-5", "A/RES/73", "$5".

    A word of dates may be glued to it ("on10th", "Nov-24"), and so may a word in small letters that lost its blank.
    """
    if start == 0:
        return False
    previous = text[start - 1]
    last = before[-1] if before and before[-1].end == start else None
    if previous.isalpha():
        if last is None or last.kind != "x":
            return last is None
        return last.value == "Covid" or not (start > 3 and text[start - 3 : start].islower())
    if previous.isdecimal():
        return last is None or last.kind not in "YN"
    if previous in "-/" and last is not None:
        return len(before) > 1 and before[-2].end == last.start and before[-2].kind == "x"
    return previous in "$€£¥#§№°_+@=*"


def _runs_on(text: str, end: int) -> bool:
    """Whether letters that are no word of dates are glued after a number: "3D", "5G", "10days"."""
    if not text[end : end + 1].isalpha():
        return False
    hit = _TOKEN.match(text, end)
    if hit is None or hit.lastgroup != "word" or look_up(hit["word"]) is not None:
        return False
    return hit["word"].islower() or len(hit["word"]) < 3
