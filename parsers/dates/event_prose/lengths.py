"""The first day of a meeting of several days from its last one: "a two-day workshop which ended yesterday"."""

from __future__ import annotations

import datetime
import functools

from parsers.dates.event_candidates import EventDates
from parsers.dates.event_prose.sentence import Sentence
from parsers.words.phrases import fold
from parsers.words.vocabulary import LANGUAGES, load

_BEFORE, _BEHIND = 140, 80  # characters beside a day in which the length may stand
_SATURDAY, _SUNDAY = 5, 6


def count_back(closed: EventDates, sentence: Sentence) -> None:
    """Give a release's meeting that closed its first day, if its sentence tells the meeting's one length.

    A length over a whole week-end tells no first day: courses pause there.
    """
    if not sentence.is_release or not closed.closes or closed.opens or not closed.is_one_day or closed.start is None:
        return
    length = _told_length(closed, sentence)
    first = _days_before(closed.start, length) if length is not None else None
    if first is not None:
        closed.start, closed.end, closed.end_span = first, closed.start, closed.span


def _told_length(closed: EventDates, sentence: Sentence) -> int | None:
    near = (max(sentence.start, closed.span[0] - _BEFORE), min(sentence.end, closed.span[1] + _BEHIND))
    lengths = {
        length
        for match in sentence.cues.within("meeting_few_days", *near)
        if (length := _length(sentence.page.quote(match.start, match.end))) is not None
    }
    return lengths.pop() if len(lengths) == 1 else None


def _days_before(last: str, length: int) -> str | None:
    end = datetime.date.fromisoformat(last)
    days = [end - datetime.timedelta(days=step) for step in range(length)]
    if {_SATURDAY, _SUNDAY} <= {day.weekday() for day in days}:
        return None
    return days[-1].isoformat()


def _length(words: str) -> int | None:
    folded = fold(words).replace("-", " ")
    return next((number for word, number in _numbers().items() if word in folded), None)


@functools.cache
def _numbers() -> dict[str, int]:
    tables = [load("event_dates")["lengths"][code] for code in LANGUAGES]
    return {fold(word): number for table in tables for number, words in enumerate(table, start=2) for word in words}
