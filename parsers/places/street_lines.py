"""Streets and addresses on a line that says where: what of it is no venue."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.places.forms import Where, place_words
from parsers.places.words import location_words
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("venue_lines")


_ADDRESS_LEFT = re.compile(rf"[\s,،]+(?:{leading('at')}{leading('definite')}?)?$", re.IGNORECASE)


@functools.cache
def _on_street() -> re.Pattern[str]:
    return re.compile(rf"\s+{_WORDS.leading('line.on_street')}(?:{leading('definite')})?[^\W\da-zß-ÿ][^,]{{2,40}}$")


def without_address(where: Where) -> Where:
    """A place whose venue is the building alone: no street behind it, no town named already, no "à" left over."""
    if where.venue is None:
        return where
    name = _ADDRESS_LEFT.sub("", f"{where.venue} ")
    while "," in name:
        head, _comma, part = name.rpartition(",")
        if not (_is_street(part.strip()) or (where.city is not None and fold(part.strip()) == fold(where.city))):
            break
        name = _ADDRESS_LEFT.sub("", f"{head} ")
    parts = name.split(",")
    at = next((number for number, part in enumerate(parts) if number and _is_numbered_street(part)), None)
    if at is not None and all(place_words("venue").isdisjoint(words_of(part)) for part in parts[at:]):
        name = ",".join(parts[:at])  # a quarter stands behind the street
    street = _on_street().search(name)
    if street is not None and words_of(name[: street.start()]) & place_words("venue"):
        name = name[: street.start()]
    if name == where.venue or not name:
        return where
    start = where.venue_span[0]
    return replace(where, venue=name, venue_span=(start, start + len(name)) if where.venue_span != (0, 0) else (0, 0))


def has_street(text: str) -> bool:
    """Whether a line holds a street with a house's number between its commas, as addresses do."""
    return any(map(_is_numbered_street, text.split(",")[1:]))


def _is_numbered_street(part: str) -> bool:
    return re.search(r"\d", part) is not None and not place_words("street").isdisjoint(words_of(part))


def _is_street(part: str) -> bool:
    """Whether a part of an address is a street or a house's number, and no room."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", part)]
    if not place_words("venue").isdisjoint(words):
        return False
    if re.search(r"\d", part) or not place_words("street").isdisjoint(words):
        return True
    return not location_words("streets").isdisjoint((*words[:1], *words[-1:]))  # "Castille Place", "place de la Gare"


def words_of(text: str) -> set[str]:
    """The words of a text, folded."""
    return {fold(word) for word in re.findall(r"[^\W\d_]+", text)}
