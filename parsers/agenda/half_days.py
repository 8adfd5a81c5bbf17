"""Afternoons on a clock of twelve hours without "p.m.": "11:15 - 1:00 Panel", "1:00 - 3:00 Lunch", "3:00 Close".

An hour from one to seven that stands behind a later one of its day is one of the afternoon. A page that prints an hour
from 13 to 24 has a clock of twenty-four; once a page has turned over noon, its other days may begin after it.
"""

from __future__ import annotations

import itertools
import re

from parsers.agenda.items import AgendaItem
from parsers.dates.times import TimeMention
from parsers.dates.words import alternation, words_of

_TO = alternation(words_of("range"))
_HOURS = re.compile(rf"(?P<hour>\d{{1,2}})[:.]\d{{2}}(?:\s*(?:[-–—]|{_TO})\s*\d{{1,2}}[:.]\d{{2}})?")
_LATE_HOUR = re.compile(r"(?<![\d:.])(?:1[3-9]|2[0-3])\s?[:.hH]\s?[0-5]\d(?!\s?[aApP]\.?\s?[mM])")
_NOON, _LAST, _EVENING = 12 * 60, 7 * 60, 7 * 60 + 59  # no programme begins at one in the morning
_MORNING = 7 * 60


def turn_over_noon(items: list[AgendaItem]) -> None:
    """Give the items after noon their hours on the clock of twenty-four."""
    timed = [item for item in items if item.time is not None and item.session.start is not None and not item.listed]
    if not any(_early(item) for item in timed) or any(_LATE_HOUR.search(_printed(item)) for item in timed):
        return
    days = [list(group) for _day, group in itertools.groupby(timed, key=lambda item: (id(item.day), item.day_of_month))]
    turned = [_turn(day) for day in days]
    if not any(turned) and not any(
        item.time is not None and item.time.rule == "range, 12-hour clock" for item in timed
    ):
        return
    for day in days:
        if _early(day[0]) and not _printed(day[0]).startswith("0"):
            _turn(day, before=_NOON)


def _turn(day: list[AgendaItem], before: int = -1) -> bool:
    """Turn the items of a day that go back behind a morning; whether any does. ``before``: when the last one began."""
    turned = False
    for number, item in enumerate(day):
        begin = _minutes(item.session.start)
        late = _LAST if number < len(day) - 1 else _EVENING
        if before >= _MORNING and begin < before and begin <= late and begin + _NOON >= before and _early(item):
            item.session.start = _shifted(item.session.start)
            if item.session.end is not None and 0 <= _minutes(item.session.end) - begin < _NOON:
                item.session.end = _shifted(item.session.end)
            begin, turned = begin + _NOON, True
        before = begin
    return turned


def _early(item: AgendaItem) -> bool:
    """Whether an item begins between one and eight by a clock that names no half of the day."""
    time = item.time
    if time is None or not 60 <= _minutes(item.session.start) <= _EVENING:
        return False
    return _HOURS.fullmatch(_without_zones(_printed(item), time)) is not None


def _without_zones(words: str, time: TimeMention) -> str:
    for zone in time.zones:
        words = words.replace(zone, "")
    return words.strip(" ()")


def _printed(item: AgendaItem) -> str:
    """The words of an item's hours; nothing where they stand in none of its lines."""
    if item.hours_at is None:
        return ""
    start, end = item.hours_at
    line = next((line for line in item.lines if line.start <= start and end <= line.end), None)
    return line.text[start - line.start : end - line.start] if line is not None else ""


def _minutes(clock: str | None) -> int:
    hour, minute = (clock or "0:0").split(":")
    return int(hour) * 60 + int(minute)


def _shifted(clock: str | None) -> str:
    minutes = _minutes(clock) + _NOON
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
