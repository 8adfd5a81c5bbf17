"""The form of a place that is read, and what all readings of places share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from parsers.places.countries import AMMAN, country_of_demonym
from parsers.words import lexicon
from parsers.words.lexicon import City, CountryName, Venue
from parsers.words.patterns import alternatives
from parsers.words.phrases import Match, Tokens, fold, tokenise
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists


@cache
def place_words(key: str) -> frozenset[str]:
    """A word list of places.toml, folded."""
    return frozenset(fold(word) for word in load("places")[key].split())


@dataclass(slots=True, frozen=True)
class Where:
    """A place read from a line or a sentence; every part may be missing, spans are (0, 0) then.

    ``city`` is as printed, ``country`` a code. A part that the words do not state but imply has a basis:
    ``country_basis`` "country of the city", ``city_basis`` "city of the venue" (``city`` is then the name in the venue
    table, its span the venue's). ``online`` is also set for hybrid meetings; ``start``:``end`` are all words that
    were read.
    """

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    online: bool = False
    country_basis: str | None = None
    city_basis: str | None = None
    venue_span: tuple[int, int] = (0, 0)
    city_span: tuple[int, int] = (0, 0)
    country_span: tuple[int, int] = (0, 0)
    online_span: tuple[int, int] = (0, 0)
    start: int = 0
    end: int = 0
    rule: str = ""

    def shifted(self, offset: int) -> Where:
        """The same with all spans moved, for a text that is a part of another."""

        def move(span: tuple[int, int]) -> tuple[int, int]:
            return (span[0] + offset, span[1] + offset) if span != (0, 0) else span

        return replace(
            self,
            venue_span=move(self.venue_span),
            city_span=move(self.city_span),
            country_span=move(self.country_span),
            online_span=move(self.online_span),
            start=self.start + offset,
            end=self.end + offset,
        )


@cache
def date_words() -> re.Pattern[str]:
    """Words and figures of dates beside a place."""
    return re.compile(rf"\d|\b{WordLists('venue_lines').plain('line.months')}\b", re.I)


def with_country_of_city(where: Where, city: City) -> Where:
    """The same with the country of its city, marked as inferred."""
    if not city.countries:
        return where
    return replace(where, country=city.countries[0], country_basis="country of the city")


def is_surely_city(city: Match[City], text: str) -> bool:
    """Whether a city's name is neither a word nor that of a person, state, street or quarter, as printed."""
    if city.payload.ambiguous and text[city.start : city.end] != AMMAN:
        return False
    return not names_street(text, city.start, city.end)


def are_other_cities(one: str | None, other: str | None) -> bool:
    """Whether two names are those of two cities, not of one in two languages."""
    if one is None or other is None or fold(one) == fold(other):
        return False
    known = [lexicon.whole(name, "city") for name in (one, other)]
    return known[0] is None or known[1] is None or known[0].name != known[1].name


def names_street(text: str, start: int, end: int) -> bool:
    """Whether a town's name is that of a street, square or quarter: "rue de Genève", "Barrio Lima", "Paris Street".

    "Une rue de Genève" is one of the town's own.
    """
    if _street_behind().match(text, end) is not None:
        return True
    before = text[max(0, start - _LONGEST_STREET_WORD) : start]
    folded = fold(before)
    if not any(word in folded for word in _street_words()):
        return False
    found = _street_before().search(before)
    return found is not None and _OF_SOME.search(before, 0, found.start()) is None


_LONGEST_STREET_WORD = 32
_OF_SOME = re.compile(rf"{leading('indefinite')}$", re.I)


@cache
def _street_words() -> tuple[str, ...]:
    table = load("location")
    return tuple({fold(word) for key in ("named_before", "quarters") for word in table[key]})


@cache
def _street_before() -> re.Pattern[str]:
    table = load("location")
    streets, quarters = alternatives(table["named_before"]), alternatives(table["quarters"])
    of = rf"(?:{leading('of')}{leading('definite')}?)?"
    return re.compile(rf"(?<!\w)(?:[بل]|ال)?(?:(?:{streets})\s+{of}|(?:{quarters})\s+)$", re.I)


@cache
def _street_behind() -> re.Pattern[str]:
    names = alternatives(word.capitalize() for word in load("location")["named_behind"])
    return re.compile(rf"\s+(?:{names})(?!\w)")


def city_of_venue(tokens: Tokens, where: Where, offset: int = 0) -> Where:
    """The city of a known building, as an inference; ``offset`` is where the tokens' text begins in the page."""
    match: Match[Venue] | None = next(iter(lexicon.found(tokens, "venue")), None)
    if match is None:
        return where
    return replace(
        where,
        city=match.payload.city,
        country=match.payload.country,
        city_span=(match.start + offset, match.end + offset),
        city_basis="city of the venue",
        country_basis="country of the city",
    )


def may_be_city(text: str, part: tuple[int, int]) -> bool:
    """Whether a part reads like a city's name: few capitalised words, none of a venue or a body."""
    printed = text[part[0] : part[1]]
    words = [fold(word) for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", printed)]  # "Pont-à-Mousson" is one
    if not words or len(words) > 3 or re.search(r"\d", printed):
        return False
    if len(words) > 1 and words[0] in word_set("definite") and printed.istitle():
        words = words[1:]  # "La Marsa"
    if any(word in place_words("venue") or word in place_words("not_a_city") for word in words):
        return False
    tokens = tokenise(printed)
    if lexicon.found(tokens, "organization") or lexicon.found(tokens, "online") or lexicon.found(tokens, "venue"):
        return False
    return printed[0].isupper() or printed[0].lower() == printed[0].upper()


@cache
def _to_country() -> re.Pattern[str]:
    capital = WordLists("places").plain("capital.capital_of")
    return re.compile(rf"\s*[,،(]?\s*(?:{leading('the_en')}?{capital}\s*)?{leading('to_country')}?", re.I)


def country_after(tokens: Tokens, end: int) -> Match[CountryName] | None:
    """The country right behind a city: "Montevideo, Uruguay", "Dakar (Sénégal)", "La Somone, au Sénégal"."""
    gap = _to_country().match(tokens.text, end)
    reached = gap.end() if gap else end
    if "\n" in tokens.text[end:reached]:
        return None
    found: Match[CountryName] | None = by_start(tokens, "country").get(reached)
    return found if found is not None and found.payload.code else None


def by_start(tokens: Tokens, group: str) -> dict[int, Match[Any]]:
    """The matches of a group by where they begin, kept with the tokens."""
    key = f"{group} by start"
    known: dict[int, Match[Any]] | None = tokens.memo.get(key)
    if known is None:
        known = tokens.memo[key] = {match.start: match for match in lexicon.found(tokens, group)}
    return known


_MOST_MENTIONS = 50


def country_beside(text: str | Tokens, city: str) -> tuple[str, int, int] | None:
    """The country that a text prints behind a city's name, with its span: "La Somone, au Sénégal" → ("SN", …); or in an
    adjective before it: "the Peruvian town of Manta", "la ville sénégalaise de La Somone".

    For cities that no vocabulary has.
    """
    tokens = tokenise(text) if isinstance(text, str) else text
    start = tokens.text.find(city)
    for _ in range(_MOST_MENTIONS):
        if start < 0:
            break
        country = country_after(tokens, start + len(city))
        if country is not None and country.payload.code:
            return country.payload.code, country.start, country.end
        start = tokens.text.find(city, start + len(city))
    return _adjective_beside(tokens.text, city)


def _adjective_beside(text: str, city: str) -> tuple[str, int, int] | None:
    """The country in an adjective beside the word for a town before its name; in Arabic behind the name."""
    at = text.find(city)
    while at >= 0:
        behind = _ARABIC_ADJECTIVE.match(text, at + len(city))
        for match in (*(form.search(text, max(0, at - _TOWN), at) for form in _town_before()), behind):
            code = country_of_demonym(match["adjective"]) if match is not None else None
            if match is not None and code is not None:
                return code, *match.span("adjective")
        at = text.find(city, at + len(city))
    return None


_ARABIC_ADJECTIVE = re.compile(r"\s(?P<adjective>ال[\u0620-\u064a]{3,14}ة)(?!\w)")
_TOWN = 60  # characters before a town's name in which the word for it stands


@cache
def _town_before() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Belgian city of ", "Kenyan coastal town of "; "ville côtière sénégalaise de ", "ciudad peruana de "."""
    towns, adjective = alternatives(load("location")["towns"]), r"(?P<adjective>[^\W\d_]{4,16})"
    return (
        re.compile(rf"(?<!\w){adjective}(?:\s\w+)?\s(?:{towns})\s{any_of('of_en')}\s$"),
        re.compile(rf"(?<!\w)(?:{towns})(?:\s\w+)?\s{adjective}\s(?:de\s|d['’])$"),
    )


def with_whole_name(where: Where) -> Where:
    """A venue that its town's name was taken out of, whole again ("Hall of the University of" Dhaka), and without the
    first half of a town's ("Lion Centre in New" Cairo).
    """
    venue, (start, end) = where.venue, where.venue_span
    if venue is None or where.city is None or end == 0 or not 0 < where.city_span[0] - end <= 1:
        return where
    if _ENDS_IN_OF.search(venue) is not None and end - start == len(venue):
        return replace(where, venue=f"{venue} {where.city}", venue_span=(start, where.city_span[1]))
    half = _HALF_OF_TOWN.search(venue)
    if half is None:
        return where
    name = venue[: half.start()]
    return replace(where, venue=name, venue_span=(start, start + len(name)))


_ENDS_IN_OF = re.compile(rf"\s{any_of('of')}$")
_HALF_OF_TOWN = re.compile(rf"\s{any_of('at')}\s+[A-ZÀ-Þ][\w’'-]*$")
