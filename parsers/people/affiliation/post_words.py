"""The words that posts are made of: "Director", "ministre", "youth advocate".

A post is told by the word that heads it, wherever that stands: "Director of Ports", "IOM Director General". Some posts
are held for a state ("Ambassador"), some for nobody ("baker"). The words are in posts.toml and post_words.toml.
"""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")


def folded_words(key: str, *languages: str) -> str:
    """Any of the words of a list in post_words.toml, for a text that `fold` has folded, to be put into a group."""
    return alternatives({fold(form) for form in _WORDS.forms(key, *languages)})


@functools.cache
def heads() -> re.Pattern[str]:
    """Any word that heads a post, in a folded text."""
    return _words_pattern(load("posts")["heads"])


def head_of_post(text: str) -> tuple[int, int] | None:
    """Span of the first word that heads a post, in the folded text; None where the words name none."""
    match = heads().search(fold(text))
    return match.span() if match else None


def holds_state_post(position: str) -> bool:
    """Whether a post is one that is held for a state: "ministre", "ambassador"."""
    return _state_posts().search(fold(position)) is not None


@functools.cache
def _state_posts() -> re.Pattern[str]:
    return _words_pattern(load("posts")["state"])


def has_state_stem(post: str) -> bool:
    """Whether a word is built as a state's posts are: "vice-minister", "Permanent Observer". What stands behind
    such a post belongs to it.
    """
    return _state_stems().search(fold(post)) is not None


@functools.cache
def _state_stems() -> re.Pattern[str]:
    return re.compile(rf"(?<!ad)(?:{folded_words('stem.state', 'en', 'fr', 'es')})")


def is_private(post: str) -> bool:
    """Whether a post is a trade or a state of life, that nobody holds for a state: "baker", "youth advocate"."""
    folded = fold(post)
    private = private_posts().search(folded)
    if private is None:
        return False
    return (
        _official().match(folded) is None or re.search(rf"\s{leading('of', 'for')}", folded[: private.start()]) is None
    )


@functools.cache
def private_posts() -> re.Pattern[str]:
    """Any word for a trade or a state of life, in a folded text."""
    return _words_pattern(load("posts")["private"])


def is_trade(words: str) -> bool:
    """Whether the first of some words in small letters is a trade by its ending: "cardiologue à Gand", "alfarera"."""
    first = re.match(r"[^\W\d_-]+", words)
    if first is None or len(first[0]) < _SHORTEST_TRADE or not words[0].islower():
        return False
    return fold(first[0]).endswith(_trade_endings()) and fold(first[0]) not in _no_trades()


_SHORTEST_TRADE = 6  # letters


@functools.cache
def _trade_endings() -> tuple[str, ...]:
    return tuple(map(fold, [*load("posts")["suffixes"], *_WORDS.forms("trade.endings")]))


@functools.cache
def _no_trades() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("trade.none")))


@functools.cache
def _official() -> re.Pattern[str]:
    """ "Secretary of Migrant Workers": what an official deals with is not what one is."""
    return re.compile(rf"(?:{folded_words('official.posts')})\b")


def _words_pattern(words: list[str]) -> re.Pattern[str]:
    """Any of the words, whole, with a prefix or without: "ambassador", "vice-president"."""
    forms = alternatives(map(fold, words))
    prefixes = alternatives(load("posts")["prefixes"])
    return re.compile(rf"(?<![\w-])(?:(?:{prefixes})-)?(?:{forms})(?![\w])")
