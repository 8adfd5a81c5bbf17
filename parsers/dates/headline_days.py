"""The day in a release's first sentence: its event's, whatever the verb, unless words make it that of the background.

"La OIM donó este jueves …": as a newspaper's, a release's first sentence says what happened and when. Its day counts if
it lies close to the day of publication and nothing says that it is another's: a verb of saying, "since", "after", a
clause on a noun ("the floods that hit the coast on Monday"), the days in which people were counted.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable

from parsers.dates.event_candidates import EventDates
from parsers.dates.finding import DateMention
from parsers.dates.words import words_of
from parsers.prose.cues import Cues
from parsers.words.patterns import alternatives
from parsers.words.vocabulary import LANGUAGES, load

_BEFORE, _AHEAD, _AHEAD_SEVERAL = 10, 7, 45  # days between publication and what a first sentence tells of
_SPEAKING = 18  # characters beside a day in which a verb of saying makes it that of a quotation
_SINCE = 12  # characters before a range in which the "since" stands that belongs to it
_OF_ANOTHER = ("meeting_other", "meeting_background")
_LEAD = 24  # characters before a day in which "until", "as of" stand


def is_headline_day(
    dates: EventDates,
    mention: DateMention,
    published: str | None,
    found: Cues,
    text: str,
    at: int,
    clause: int,
) -> bool:
    """Whether the first day of a release's first sentence is its event's.

    ``text`` is the sentence, ``at`` where it begins in the page, ``clause`` where the clause of the day does.
    """
    date, end, stop = at + mention.start, at + mention.end, at + len(text)
    several = mention.is_range or len(mention.days) > 1
    if not _is_near(dates, mention, published, several=several):
        return False
    speaking = (max(clause, date - _SPEAKING), date if several else end + _SPEAKING)  # nobody says a thing for days
    if any(_is_verb_of_saying(text[said.start - at : said.end - at]) for said in found.within("say", *speaking)):
        return False
    if several and found.any_overlap("meeting_counted", at, stop):
        return False
    if any(found.any_overlap(group, clause, begins(mention, found, date)) for group in _OF_ANOTHER):
        return False
    before = _set_off().sub("", text[clause - at : mention.start])
    limit = _between() if several else _limit()
    return _clause_on_a_noun().search(before) is None and limit.search(before[-_LEAD:]) is None


def is_until(text: str, start: int) -> bool:
    """Whether words right before a day say that something goes on up to it: "open until", "by", "hasta el"."""
    return _until().search(text, max(0, start - _LEAD), start) is not None


def begins(mention: DateMention, found: Cues, date: int) -> int:
    """Where a date begins in the page, the "since" before a range too: "desde el lunes hasta ayer"."""
    if not mention.is_range:
        return date
    since = found.within("meeting_since", date - _SINCE, date)
    return since[-1].start if since else date


def _is_verb_of_saying(word: str) -> bool:
    """Whether a verb tells that somebody spoke: not "agreed", nor the "States" of a name."""
    return not word[:1].isupper() and word not in _acts()


def _is_near(dates: EventDates, mention: DateMention, published: str | None, *, several: bool) -> bool:
    if dates.start is None:
        return False
    if published is None:
        return mention.days[-1].year is not None
    if dates.start == dates.end == published and mention.days and mention.days[0].year is not None:
        return False  # a dateline's
    known = datetime.date.fromisoformat(published)
    first, last = datetime.date.fromisoformat(dates.start), datetime.date.fromisoformat(dates.end or dates.start)
    return (
        -_BEFORE <= (first - known).days <= (_AHEAD_SEVERAL if several else _AHEAD)
        and (last - first).days <= _AHEAD_SEVERAL
    )


def _words(key: str) -> list[str]:
    return [word for code in LANGUAGES for word in load("event_dates")["headline"][code][key]]


@functools.cache
def _clause_on_a_noun() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_words('relative'))})(?!\w)", re.IGNORECASE)


@functools.cache
def _set_off() -> re.Pattern[str]:
    """A clause on a noun between commas: ", whose borders had been closed, "."""
    return re.compile(rf"[,،]\s+(?:{alternatives(_words('relative'))})(?!\w)[^,،;]*[,،]", re.IGNORECASE)


@functools.cache
def _acts() -> frozenset[str]:
    return frozenset(_words("acts"))


@functools.cache
def _limit() -> re.Pattern[str]:
    return _leading([*_words("until"), *_words("limits")])


@functools.cache
def _until() -> re.Pattern[str]:
    return _leading(_words("until"))


@functools.cache
def _between() -> re.Pattern[str]:
    return _leading(words_of("between"))


def _leading(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words right before a day."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?:\s+(?:the|le|el|la|día|يوم))?\s+\Z", re.IGNORECASE)
