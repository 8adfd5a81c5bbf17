"""The first day of a meeting of several days from its last one: "a two-day workshop which ended yesterday"."""

from __future__ import annotations

import datetime
import functools

from parsers.prose.cues import Cues
from parsers.words.phrases import fold
from parsers.words.vocabulary import LANGUAGES, load

_BEFORE, _BEHIND = 140, 80  # characters beside a day in which the length may stand
_SATURDAY, _SUNDAY = 5, 6


def first_day(last: str, text: str, found: Cues, at: int, span: tuple[int, int]) -> str | None:
    """The ISO day on which a meeting began that ended on ``last``, if the sentence at ``at`` tells its one length.

    ``span`` is where the day stands. A length over a whole week-end tells no first day: courses pause there.
    """
    near = (max(at, span[0] - _BEFORE), min(at + len(text), span[1] + _BEHIND))
    lengths = {
        length
        for match in found.within("meeting_few_days", *near)
        if (length := _length(text[match.start - at : match.end - at])) is not None
    }
    if len(lengths) != 1:
        return None
    end = datetime.date.fromisoformat(last)
    days = [end - datetime.timedelta(days=step) for step in range(lengths.pop())]
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
