"""Parts of bodies, by the words that they begin or end with, and the bodies that they are parts of.

* units: "Department of Labour", "Labour Mobility Division";
* offices of a body in a place or for a field: "IOM Regional Office in Cairo", "Bureau for Relations with Emigrants";
* a body with its place: "OIM en Colombia".
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import find_organizations
from parsers.people.affiliation.post_words import folded_words
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")
_OFFICES = _WORDS.forms("head.office")
_CAPITAL_OFFICES = [form.capitalize() for form in _OFFICES]
_OFFICE = re.compile(rf"(?:\w+ )?(?:{alternatives([*_OFFICES, *_CAPITAL_OFFICES])})\b")
_OFFICE_FOR = re.compile(rf"(?:{alternatives(_CAPITAL_OFFICES)})\s{leading('of', 'for')}{leading('definite')}?")
_PLACE_ONLY = re.compile(rf"\s+{leading('at')}.*")


def starts_as_unit(folded: str) -> bool:
    """Whether folded words begin with a unit's: "Department of Labour", "the Visa Section"."""
    return _units().match(folded) is not None


@functools.cache
def _units() -> re.Pattern[str]:
    forms = alternatives(map(fold, load("posts")["units"]))
    return re.compile(rf"^{leading('the')}?(?:[\w-]+ )?(?:{forms})\b")


def ends_as_unit(words: str) -> bool:
    """Whether words end with a unit's: "Labour Mobility Division"."""
    return _unit_end().search(words) is not None


def may_be_unit(words: str) -> bool:
    """Whether words end or begin with what a unit is called where its body stands behind it: "Ferry Services"."""
    return _part().search(words) is not None


@functools.cache
def _part() -> re.Pattern[str]:
    begins = _WORDS.leading("unit.part", languages=["fr"])
    return re.compile(rf"\s{_WORDS.any_of('unit.part', languages=['en'])}$|^{begins}")


def names_owned_part(words: str) -> bool:
    """Whether words are a part that the body behind it owns, which elsewhere may be a body: "Ferry Data Group"."""
    return _owned_part().search(words) is not None


@functools.cache
def _owned_part() -> re.Pattern[str]:
    begins = _WORDS.leading("unit.owned", languages=["fr", "es"])
    return re.compile(rf"\s{_WORDS.any_of('unit.owned', languages=['en'])}$|^{begins}")


@functools.cache
def _unit_end() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('unit.end')}$")


def starts_as_office(words: str) -> bool:
    """Whether words begin with an office: "Bureau de l'OIM en France", "Regional Office of …"."""
    return _OFFICE.match(words) is not None


def names_office(words: str) -> bool:
    """Whether words are an office with its field, and not with its place: "Bureau for Relations with Emigrants"."""
    named = _OFFICE_FOR.match(words)
    return named is not None and not names_place(words[named.end() :])


def owner_of_office(body: str) -> str | None:
    """The body whose office the words name: "IOM" of "IOM Regional Office in Cairo"; None for other words."""
    if not _office_word().search(fold(body)):
        return None
    known = find_organizations(body, slot=True)
    if not known or names_united_nations(known[0].name) or _office_word().search(fold(known[0].name)):
        return None
    return known[0].name


@functools.cache
def _office_word() -> re.Pattern[str]:
    return re.compile(folded_words("head.office"))


def names_united_nations(body: str) -> bool:
    """Whether a body is the United Nations as a whole, whose name belongs to titles: "UN Resident Coordinator"."""
    return _united().match(body) is not None


@functools.cache
def _united() -> re.Pattern[str]:
    return re.compile(f"{_WORDS.any_of('united.names')}$")


def names_place(words: str) -> bool:
    """Whether words are a country or a known city, and nothing else."""
    return country_of(words) is not None or lexicon.whole(words, "city") is not None


def ends_in_place(text: str, end: int) -> bool:
    """Whether nothing but a place stands behind a body that ends there: "OIM en Colombia"."""
    return _PLACE_ONLY.fullmatch(text, end) is not None


@functools.lru_cache(maxsize=1024)
def without_place(organization: str) -> str:
    """A known body without the country behind it: "OIM" of "OIM en Colombia"."""
    known = find_organizations(organization, slot=True)
    if known and known[0].start == 0 and ends_in_place(organization, known[0].end):
        return organization[: known[0].end]
    return organization


@functools.lru_cache(maxsize=1024)
def without_seat(organization: str) -> str:
    """A known body without the word for its seat and the place of that: "IOM" of "IOM Headquarters in Geneva"."""
    for forms in (_seat_behind(), _seat_before()):
        named = forms.fullmatch(organization)
        if named is not None and lexicon.whole(named["body"], "organization") is not None:
            return named["body"]
    return organization


@functools.cache
def _seat_behind() -> re.Pattern[str]:
    at = rf"(?:{leading('at')}{leading('definite')}?)?"
    return re.compile(rf"(?P<body>.+?)(?:['’]s?)?[\s,–-]+\(?{at}{_WORDS.any_of('unit.seat')}\)?{_SEAT_PLACE}")


@functools.cache
def _seat_before() -> re.Pattern[str]:
    of = rf"{leading('of')}{leading('definite')}?"
    return re.compile(rf"{leading('definite')}?{_WORDS.any_of('unit.seat')}\s{of}(?P<body>\S+(?:\s\S+)*?){_SEAT_PLACE}")


_SEAT_PLACE = rf"(?:,?\s+(?:{leading('at', 'of')}|(?<=,\s))\S.*)?"
