"""Days of calls: until when to register, apply or hand something in (data/vocab/deadlines.toml)."""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import whole_words
from parsers.words.phrases import Phrase, PhraseMatcher, fold, tokenise
from parsers.words.vocabulary import load

_VERB = 12  # characters of an Arabic verb before what closes


def is_deadline(text: str) -> bool:
    """Whether a line tells until when to register or hand something in, not when an event is."""
    return _deadlines().search(fold(text)) is not None


def is_day_of_call(text: str) -> bool:
    """Whether a line of a programme is about a call and no item: "Registration closes: 3 May", "Results announced"."""
    return bool(_days_of_calls().find(tokenise(text)))


def is_of_call(words: str) -> bool:
    """Whether the words of a sentence before a day are about a call: "Registration for observers closes on"."""
    return _calls().search(fold(words)) is not None


def is_last_day_of_call(words: str) -> bool:
    """Whether words of a sentence before a day make it the last one of a call: "Applications for support closed on"."""
    plain = fold(words)
    call = _asked().search(plain)
    return call is not None and _closes().search(plain, max(0, call.start() - _VERB)) is not None


def heads_deadlines(text: str) -> bool:
    """Whether a line is the head of a list of a call's days: "Important dates"."""
    return fold(text).strip(" :.") in _heads()


@functools.cache
def _asked() -> re.Pattern[str]:
    return whole_words(_listed("calls", "limits", "steps", "last_days"))


@functools.cache
def _closes() -> re.Pattern[str]:
    return whole_words(load("deadlines")["closes"])


@functools.cache
def _heads() -> frozenset[str]:
    return frozenset(fold(word) for word in load("deadlines")["heads"])


@functools.cache
def _calls() -> re.Pattern[str]:
    return whole_words(_listed("calls", "limits"))


@functools.cache
def _deadlines() -> re.Pattern[str]:
    return whole_words(_listed("last_days", "limits"))


@functools.cache
def _days_of_calls() -> PhraseMatcher[None]:
    return PhraseMatcher(Phrase(word, None) for word in _listed("last_days", "steps"))


def _listed(*keys: str) -> list[str]:
    return [word for key in keys for word in load("deadlines")[key]]
