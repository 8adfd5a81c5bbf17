"""Where phone numbers and e-mail addresses stand in a text (words: data/vocab/contact_details.toml).

A number is somebody's where a label says so ("Tel", "Cel.", "هاتف"), and without a label where its form does: with a
plus sign or 00 before it, with the zero of a national number, in groups as North America writes them. What is a year, a
date, hours or a figure is none, unless a colon stands between it and a label.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parsers.words.word_lists import WordLists

_WORDS = WordLists("contact_details")

# Hyphens and dashes, narrow and fixed blanks, and the signs of direction that Arabic pages put around numbers.
_DASH = "\\-\u2010-\u2015\u2212"
_BLANK = " \t\u00a0\u2000-\u200a\u202f"
_SIGNS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INNER = f"{_BLANK}{_SIGNS}{_DASH}().·/"
_NUMBER = rf"[+(\d{_SIGNS}][\d{_INNER}]{{4,30}}\d\+?"
_LEAST_DIGITS, _LEAST_WITH_COLON = 7, 6
_NATIONAL_DIGITS = range(9, 13)

_ANY_NUMBER = re.compile(rf"\d[\d{_INNER}]{{4,}}\d")
_INTERNATIONAL = re.compile(
    rf"\(?(?:(?<!\d)\+[{_SIGNS}]?|(?<![\w,.:/{_DASH}])\(?00 ?(?=\(? ?[1-9])) ?\(? ?\d[\d{_INNER}]{{6,30}}\d|"
    rf"(?<![\w.,/:])\d[\d{_BLANK}{_DASH}().]{{7,30}}\d\+(?!\w)"
)
_NATIONAL = re.compile(
    rf"(?<![\w.,/:+{_DASH}])\(?[0٠۰](?![0٠۰])\d{{1,5}}/?[\d{_BLANK}{_SIGNS}{_DASH}().]{{4,30}}\d(?!\d|[/:]\d)"
)
_NORTH_AMERICAN = re.compile(
    rf"(?<![\w.,/{_DASH}])(?:\(\d{{3}}\)[{_BLANK}]?\d{{3}}[{_BLANK}.{_DASH}]\d{{4}}|\d{{3}}([.{_DASH}])\d{{3}}\1\d{{4}})"
    rf"(?![\w/{_DASH}]|[.,]\d)"
)

_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\(?(?:{_YEAR}\s?[{_DASH}/]\s?(?:{_YEAR}|\d\d)\b(?![{_DASH}./]\d)|{_YEAR}[{_DASH}./]\d\d?[{_DASH}./]\d\d?\b"
    rf"|\d\d?[{_DASH}./ ]\d\d?[{_DASH}./ ]{_YEAR}\b)"
)
_HOURS = re.compile(rf"\(?[0-2]?\d[.]?[0-5]\d\s?[{_DASH}/]\s?[0-2]?\d[.]?[0-5]\d(?!\d)")
_FIGURE = re.compile(rf"[1-9]\d{{0,2}}(?:[{_BLANK}.]\d{{3}})+")

_LOCAL, _LABEL = r"(?<![\w.+%-])[\w.+%-]{1,64}", r"[\w-]{1,63}"
_EMAIL = re.compile(rf"{_LOCAL}[ \u00a0]?[@\uff20][ \u00a0]?{_LABEL}(?:\.{_LABEL}){{1,8}}")


@dataclass(frozen=True, slots=True)
class Detail:
    """A contact detail: ``text[start:end]``; ``begin`` is where the words that announce it begin."""

    kind: Literal["email", "phone"]
    start: int
    end: int
    begin: int


def contact_details(text: str) -> tuple[Detail, ...]:
    """The contact details of a text, in no order; two may overlap."""
    return _of_short(text) if len(text) < _SHORT else _of_long(text)


def _details(text: str) -> tuple[Detail, ...]:
    return tuple(_find(text))


# A page's names and titles are asked about in many rows, its whole text three times in a row.
_SHORT = 300  # characters
_of_short = functools.lru_cache(maxsize=2048)(_details)
_of_long = functools.lru_cache(maxsize=4)(_details)


def _find(text: str) -> Iterator[Detail]:
    if "@" in text or "\uff20" in text:
        yield from (Detail("email", *found.span(), found.start()) for found in _EMAIL.finditer(text))
    folded = text.casefold()
    if any(sign in folded for sign in _at_words()):
        yield from (Detail("email", *found.span(), found.start()) for found in _in_words().finditer(text))
    if _ANY_NUMBER.search(text):
        yield from _phones(text)


def label_before(text: str, end: int) -> int:
    """Where the label of what stands at ``end`` begins, with the punctuation around it; ``end`` without one."""
    found = _last_label().search(text, max(0, end - _LABEL_LENGTH), end)
    return found.start() if found else end


_LABEL_LENGTH = 60


def _phones(text: str) -> Iterator[Detail]:
    for found in _INTERNATIONAL.finditer(text):
        if _digits(found[0]) >= _LEAST_DIGITS and not (found[0].endswith("+") and _FIGURE.fullmatch(found[0][:-1])):
            yield Detail("phone", *found.span(), found.start())
    for pattern in (_NATIONAL, _NORTH_AMERICAN):
        for found in pattern.finditer(text):
            of_form = pattern is _NORTH_AMERICAN or _is_national(found[0])
            if of_form and not _is_documents(text, found.start()):
                yield Detail("phone", *found.span(), found.start())
    for found in _labelled().finditer(text):
        yield from _numbers_behind(text, found)


def _is_national(number: str) -> bool:
    holds_date = any(_DATE.match(number, place) for place in range(len(number)) if number[place].isdigit())
    return _digits(number) in _NATIONAL_DIGITS and not holds_date and not _HOURS.match(number)


def _is_documents(text: str, start: int) -> bool:
    return _document().search(text, max(0, start - _LABEL_LENGTH), start) is not None


def _numbers_behind(text: str, label: re.Match[str]) -> Iterator[Detail]:
    """The number behind a label, and those that follow it behind a comma or "or"."""
    direct = label["colon"] is not None and label["words"] is None
    sure = label["label"] is not None
    at: int | None = label.end()
    first = True
    while at is not None and (number := _a_number().match(text, at)):
        words = number["number"].strip(_INNER_STRIP)
        least = _LEAST_WITH_COLON if direct and first else _LEAST_DIGITS
        # Words between label and number make the label one of something else: "Tel Aviv: 2 500 000".
        loose = not first or not sure or label["words"] is not None
        if _digits(words) < least or _HOURS.fullmatch(words):
            return
        if (_DATE.match(words) and not (direct and sure)) or (loose and not direct and _FIGURE.fullmatch(words)):
            return
        yield Detail("phone", *number.span(), label.start())
        following = _next_number().match(text, number.end())
        at, first = (following.end() if following else None), False


_INNER_STRIP = " \t\u00a0()"


def _digits(number: str) -> int:
    return sum(letter.isdigit() for letter in number)


@functools.cache
def _labelled() -> re.Pattern[str]:
    arabic = r"(?<!\w)[وفبلك]?(?:ال|ل)?"

    def words(key: str) -> str:
        latin = _WORDS.any_of(key, languages=("en", "fr", "es"))
        return rf"(?:\b{latin}|{arabic}{_WORDS.any_of(key, languages=['ar'])})"

    filler = rf"(?:{_WORDS.any_of('phone.filler')}|n[°º]|\([^()\d\n]{{1,30}}\))"
    return re.compile(
        rf"(?:(?P<label>{words('phone.label')})|{words('phone.word')})"
        rf"(?:[\s.{_DASH}{_SIGNS}]{{0,4}}{filler}){{0,3}}[\s.]{{0,3}}"
        rf"(?:(?P<words>(?:[\s(]{{1,2}}[^\W\d_]+){{1,2}})\)?(?=[\s.]{{0,2}}:))?"
        rf"(?:(?P<colon>[\s.]{{0,3}}:)|[,،;|])?[\s.:,،;{_DASH}|{_SIGNS}]{{0,8}}(?=[+(\d])",
        re.IGNORECASE,
    )


@functools.cache
def _a_number() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{_NUMBER})(?:[\s,;]{{0,2}}{_WORDS.any_of('phone.extension')}[.:\s]{{0,3}}\d{{1,6}})?",
        re.IGNORECASE,
    )


@functools.cache
def _next_number() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[,;،؛/|]|\s{_WORDS.any_of('phone.or')})\s?(?=[+(\d])", re.IGNORECASE)


@functools.cache
def _document() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('document.number')}[\s:.#°º]{{0,4}}$", re.IGNORECASE)


@functools.cache
def _at_words() -> tuple[str, ...]:
    at = _WORDS.forms("email.at")
    return (*(f"{word}{end}" for word in at for end in ")]}"), " at ", " arobase ", " arroba ", " @ ")


@functools.cache
def _in_words() -> re.Pattern[str]:
    """Addresses with words for their signs: in brackets, in capitals, or with an ending that only addresses have."""
    at, dot = _WORDS.any_of("email.at"), _WORDS.any_of("email.dot")
    bracketed_dot = rf" ?(?:\.|[\[({{] ?{dot} ?[\])}}]| {dot} ) ?"
    bracketed = rf"[\w.+%-]{{1,64}} ?[\[({{] ?{at} ?[\])}}] ?{_LABEL}(?:{bracketed_dot}{_LABEL}){{1,8}}"
    plain = rf"[\w.+%-]{{1,64}} {at} {_LABEL}(?: {dot} {_LABEL}){{0,3}} {dot} (?:int|org|com|net|edu|gov|info)\b"
    capitals = rf"[\w.+%-]{{1,64}} AT {_LABEL}(?: DOT {_LABEL}){{1,8}}"
    arroba = rf"[\w.+%-]{{1,64}} (?:arobase|arroba) {_LABEL}(?:(?:\.| {dot} ){_LABEL}){{1,8}}"
    return re.compile(rf"(?<![\w.+%-])(?:(?i:{bracketed})|(?i:{plain})|{capitals}|(?i:{arroba}))")


@functools.cache
def _last_label() -> re.Pattern[str]:
    words = _WORDS.any_of("phone.label", "phone.word", "email.label")
    return re.compile(rf"(?:[\s,،;:|({_DASH}]+(?:ال|ل)?{words}|^(?:ال|ل)?{words})?[\s,،;:.|({_DASH}]*$", re.IGNORECASE)
