"""Meetings and projects that a page only mentions: "the previous forum, organised by A", "held by A last year"."""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.prose_lists import SENTENCE
from parsers.page import Block
from parsers.words.lexicon import Cue
from parsers.words.patterns import alternatives
from parsers.words.phrases import Match
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_REACH = 160  # characters before and behind a verb in which its sentence tells the time


def tells_another_time(block: Block) -> bool:
    """Whether a block has words for another meeting or time at all: a quick look before `of_another_time`."""
    return _marks().search(block.text) is not None


def of_another_time(block: Block, cue: Match[Cue]) -> bool:
    """Whether words of involvement are those of another matter: an earlier or similar one, or a meeting of last year.

    "The previous project, funded by A", "a forum organised by A last year", "last year A organised a forum"; a project
    that began last year is the page's matter still.
    """
    text, start, end = block.text, cue.start - block.start, cue.end - block.start
    begin = max(0, start - _REACH)
    begin = max((mark.end() for mark in SENTENCE.finditer(text, begin, start)), default=begin)
    if _previous().search(text, begin, start) is not None:
        return True
    stop = SENTENCE.search(text, end, end + _REACH)
    stops = stop.start() if stop else min(len(text), end + _REACH)
    arabic = text[start] > "\u0600"  # verb, subject, time and meeting follow each other
    if _meeting_at_end().search(text, begin, start) is not None or (arabic and _noun().search(text, end, stops)):
        comma = text.find(",", end, stops)
        return _time().search(text, end, comma if comma > 0 else stops) is not None
    opening = _opens().match(text, begin)
    return opening is not None and _meeting_behind().match(text, end) is not None


@cache
def _nouns() -> str:
    words = {word for words in load("involvement")["meetings"].values() for word in words.split()}
    return rf"(?:(?:ال)?(?:{alternatives(words)})|{_WORDS.any_of('another.editions')})"


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_nouns()}(?!\w)", re.I)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('another.previous', 'another.time')}", re.I)


@cache
def _previous() -> re.Pattern[str]:
    """ "The previous forum, jointly", "la edición anterior, que": up to the verb or participle."""
    any_of = _WORDS.any_of
    behind = any_of("another.previous", languages=("fr", "es", "ar"))
    nouns = rf"(?:{_nouns()}|{any_of('another.works')})"
    return re.compile(
        rf"(?<!\w)(?:{any_of('another.previous')}\s+(?:[\w’'-]+\s+){{0,3}}?{nouns}|{nouns}\s+(?:[\w’'-]+\s+){{0,2}}?{behind})"
        rf"(?:\s+[\w’'-]+){{0,2}}?,?(?:\s+[\w’'-]+){{0,2}}?\s*$",
        re.I,
    )


@cache
def _meeting_at_end() -> re.Pattern[str]:
    """ "A forum (on ships), jointly": what is held stands before its participle."""
    return re.compile(rf"(?<!\w){_nouns()}(?:,?\s+[\w’'-]+){{0,4}}?,?\s*$", re.I)


@cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('another.time')}", re.I)


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"\s*{_WORDS.any_of('another.time')}", re.I)


@cache
def _meeting_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+[\w’'-]+){{1,4}}?\s+(?:l['’])?{_nouns()}(?!\w)", re.I)
