"""Small words (data/vocab/small_words.toml) as parts of regular expressions."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from parsers.words.patterns import ANY_APOSTROPHE, alternatives
from parsers.words.vocabulary import load


def _listed(keys: Iterable[str]) -> set[str]:
    return {word for key in keys for word in load("small_words")[key]}


def _pattern(words: Iterable[str]) -> str:
    return alternatives(words, r"\s+", ANY_APOSTROPHE)


@functools.cache
def any_of(*keys: str) -> str:
    """Any of the words, as a group that captures nothing."""
    return f"(?:{_pattern(_listed(keys))})"


@functools.cache
def leading(*keys: str) -> str:
    """Any of the words with the blank behind it; elided ones ("l'") need none."""
    whole = _pattern(word for word in _listed(keys) if not word.endswith("'"))
    elided = _pattern(word for word in _listed(keys) if word.endswith("'"))
    return rf"(?:(?:{whole})\s+|(?:{elided})\s*)" if elided else rf"(?:(?:{whole})\s+)"


@functools.cache
def word_set(*keys: str) -> frozenset[str]:
    """The words as a set, lower case."""
    return frozenset(word.casefold() for word in _listed(keys))
