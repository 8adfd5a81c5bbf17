"""What a date is read into: `PartialDate`, a day as far as the words say it, and `DateMention`, its place in a text."""

from __future__ import annotations

import calendar as gregorian
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day as far as the words say it. ``year`` or ``day`` is None where they do not; a month alone has no day."""

    year: int | None
    month: int
    day: int | None

    def possible(self) -> bool:
        """Whether the calendar has this day; 29 February without a year is possible."""
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= gregorian.monthrange(self.year or 2000, self.month)[1]

    def in_year(self, year: int) -> date | None:
        """The day in ``year``; None for a month alone, and for 29 February of a common year."""
        if self.day is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def iso(self) -> str | None:
        """``YYYY-MM-DD``, None unless year and day are known."""
        day = self.in_year(self.year) if self.year else None
        return day.isoformat() if day else None


# How many days the words for a day lie from the day of publication.
STEPS = {"before_yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date, range or list of days, or word for a day, as it stands in the text.

    ``days`` holds the days of a list in order, the first and last day of a range, nothing where the words name no
    calendar day ("Day 2", "yesterday") or an impossible one (``problem`` says which). ``weekday`` (0 is Monday) is that
    of the first day; ``weekday_fits`` says whether it is right, None where no weekday or no year is printed.
    ``alternatives`` are other readings of ``days`` that nothing printed rules out: "07/10/2018" without a weekday.
    """

    start: int
    end: int
    days: tuple[PartialDate, ...] = ()
    is_range: bool = False
    weekday: int | None = None
    weekday_fits: bool | None = None
    day_number: int | None = None
    relative: str | None = None  # before_yesterday, yesterday, today, tomorrow, this_week, next_week, last_week
    bracketed: bool = False  # stands alone in brackets: "(27-30/11)", "Monday (30 March)"
    published_hint: bool = False  # "Posted on", "Publié le" stands before it
    stamp_hint: bool = False  # "Draft agenda", "updated on" stands before it: no day of an event
    clock_follows: bool = False  # " - 10:08" stands after it, as in the stamps of old sites
    alternatives: tuple[tuple[PartialDate, ...], ...] = ()
    rule: str = ""
    problem: str | None = None

    @property
    def names_days(self) -> bool:
        """Whether it names calendar days: neither a month alone nor "Day 2"."""
        return bool(self.days) and self.days[0].day is not None
