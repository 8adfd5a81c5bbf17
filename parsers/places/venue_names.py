"""Where a venue's name ends: before its own town, behind its letters in brackets."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.places.forms import Where, place_words
from parsers.places.words import location_words
from parsers.words import lexicon
from parsers.words.lexicon import City
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import Match, fold, tokenise
from parsers.words.small_words import leading
from parsers.words.vocabulary import load


def goes_on_with_town(text: str, start: int, stop: int, city: Match[City]) -> bool:
    """Whether a house without a word for one has its town in its name: "Hilton Colombo", not "UNHQ New York"."""
    if city.start - stop != 1 or text[stop] != " ":
        return False
    name = text[start:stop]
    words = name.split()
    known = not place_words("venue").isdisjoint({fold(word) for word in words}) or bool(
        lexicon.found(tokenise(name), "venue")
    )
    return not known and len(words) <= _BRAND and all(word[0].isupper() and not word.isupper() for word in words)


_BRAND = 3  # words of such a name before its town


def without_own_town(where: Where) -> Where:
    """A venue without the town behind it that is told anyway: "United Nations Headquarters *in New York*", "Hotel
    Azur *de Lima*".

    An office "in Geneva" has the town in its name, as a house without another name has: "Hotel de Lima".
    """
    if where.venue is None or where.city is None or where.city not in where.venue:
        return where
    for match in re.finditer(rf"(?<!\w){re.escape(where.city)}(?!\w)", where.venue):
        head = where.venue[: match.start()]
        before = _in_town().search(head) or (
            _hotel_of().search(head) if _ENDS.match(where.venue, match.end()) else None
        )
        if before is None:
            continue
        name = head[: before.start("joint")]
        if len(name.split()) < 2 or not location_words("offices").isdisjoint(fold(name).split()):
            return where
        return _ending(where, name)
    return where


_ENDS = re.compile(r"$|\s+[a-zà-ÿ]")


@functools.cache
def _in_town() -> re.Pattern[str]:
    """ "… in ", "… à ", "… في " at the end of what stands before a town."""
    words = alternatives(load("location")["before_town"])
    return re.compile(rf"(?P<joint>,?\s+(?:{words})\s+)$")


@functools.cache
def _hotel_of() -> re.Pattern[str]:
    """ "Hotel Azur de ": a hotel with a name of its own, and what joins it to its town."""
    hotels = alternatives(load("location")["hotels"])
    word = rf"[{CAPITALS}][\w’'-]*"
    return re.compile(rf"^(?i:{hotels})\s+(?:{word}\s+)*{word}(?P<joint>\s+(?:{leading('of')}))$")


def with_its_town(text: str, where: Where) -> Where:
    """A venue that has no name without the town behind it: "Facultad de Letras de la Universidad *de Tumbes*"."""
    venue, (start, end) = where.venue, where.venue_span
    if venue is None or where.city is None or end - start != len(venue):
        return where
    if location_words("of_their_town").isdisjoint(fold(venue).split()[-2:]):
        return where
    town = _OF.match(text, end)
    if town is None or not text.startswith(where.city, town.end()):
        return where
    return _ending(where, venue + town.group() + where.city)


_OF = re.compile(rf"\s+{leading('of')}")


def whole_brackets(text: str, where: Where) -> Where:
    """A venue with the letters in brackets behind it that stand for it, "United Nations Conference Centre (UNCC)", and
    with the end of brackets that it cut: "Grand Hotel (Ballroom 2".
    """
    venue, (start, end) = where.venue, where.venue_span
    if venue is None or end - start != len(venue):
        return where
    if venue.count("(") > venue.count(")"):
        return _ending(where, f"{venue})") if text.startswith(")", end) else where
    letters = _LETTERS.match(text, end)
    if letters is None or not _stand_for(letters[1], venue):
        return where
    return _ending(where, venue + letters.group())


_LETTERS = re.compile(r" \(([A-Z]{3,8})\)")


def _stand_for(letters: str, name: str) -> bool:
    """Whether letters are the first ones of a name's capitalised words."""
    return [word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()] == list(letters)


def _ending(where: Where, name: str) -> Where:
    start, end = where.venue_span
    return replace(where, venue=name, venue_span=(start, start + len(name)) if end else (0, 0))
