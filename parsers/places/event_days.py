"""Whether words tell of the event's own days or of other ones: what sets its place apart from places of other years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from parsers.dates.finding import find_dates
from parsers.dates.forms import DateMention, PartialDate

_BESIDE = timedelta(days=10)  # before and behind the event; a deadline or an arrival lies there
_DIGIT = re.compile(r"\d")
_MONTH = 31


@dataclass(frozen=True, slots=True)
class EventDays:
    """First and last day of an event."""

    first: date
    last: date

    def told_in(self, text: str) -> bool | None:
        """True where a text names one of the days, False where it names days far from them only; else None."""
        if not _DIGIT.search(text):
            return None
        mentions = [mention for mention in find_dates(text) if mention.days and mention.problem is None]
        if any(self._holds(mention) for mention in mentions):
            return True
        return False if mentions and all(self._is_far(mention) for mention in mentions) else None

    def _spans(self, mention: DateMention) -> list[tuple[date, date]]:
        """First and last day of a mention, in the event's years where it prints none."""
        spans = []
        for year in sorted({self.first.year, self.last.year}):
            days = [bounds for day in mention.days if (bounds := _bounds(day, year)) is not None]
            if days:
                spans.append((min(days)[0], max(bounds[1] for bounds in days)))
        return spans

    def _holds(self, mention: DateMention) -> bool:
        return mention.names_days and any(
            first <= self.last and self.first <= last for first, last in self._spans(mention)
        )

    def _is_far(self, mention: DateMention) -> bool:
        spans = self._spans(mention)
        return bool(spans) and all(last < self.first - _BESIDE or self.last + _BESIDE < first for first, last in spans)


def event_days(start: str | None, end: str | None) -> EventDays | None:
    """The days of an event from its ISO days; None where its first day is not known."""
    if start is None:
        return None
    first = date.fromisoformat(start)
    return EventDays(first, max(first, date.fromisoformat(end)) if end else first)


def _bounds(day: PartialDate, year: int) -> tuple[date, date] | None:
    """A day, or first and last day of a month without one, in its own year or else in ``year``."""
    year = day.year or year
    if day.day is not None:
        exact = day.in_year(year)
        return None if exact is None else (exact, exact)
    if not day.possible():
        return None
    first = date(year, day.month, 1)
    return first, (first + timedelta(days=_MONTH)).replace(day=1) - timedelta(days=1)
