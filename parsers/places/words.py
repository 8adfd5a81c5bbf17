"""The words of data/vocab/location.toml, as the readers of places ask for them."""

from __future__ import annotations

import functools

from parsers.words.phrases import Phrase, PhraseMatcher, fold, tokenise
from parsers.words.vocabulary import load


@functools.cache
def location_words(key: str) -> frozenset[str]:
    """A list of location.toml, folded."""
    return frozenset(fold(word) for word in load("location")[key])


@functools.cache
def _phrases() -> PhraseMatcher[None]:
    table = load("location")
    return PhraseMatcher(
        Phrase(word, None, group) for group in ("not_online", "elsewhere", "here") for word in table[group]
    )


def says(group: str, text: str) -> bool:
    """Whether a text holds a phrase of ``not_online`` or ``elsewhere``."""
    found = _phrases().find_groups(tokenise(text))
    return any(
        not any(other.start <= match.start and match.end <= other.end for other in found["here"])
        for match in found[group]
    )


@functools.lru_cache(maxsize=512)
def is_place_field(field: str) -> bool:
    """Whether a field's machine name or label is that of a place."""
    folded = fold(field)
    return folded != "body" and any(fold(part) in folded for part in load("location")["fields"])
