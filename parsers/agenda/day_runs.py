"""Programmes whose days have come apart from their hours.

* labels of tabs in a row, "Day 1", "Day 2", and the items of all days below them (text captures of a page with tabs);
* a range of days and no day headings at all.

In both the hours begin anew with each day. Where they do so as often as there are days, each run of items has its day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.agenda.items import Agenda, AgendaItem
from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.dates.finding import DateMention

BASIS = "the hours begin anew on each day"
_MORNING = 120  # minutes by which a day may begin later than the one before it
_MOST_DAYS = 7


def spread_over_labels(agenda: Agenda) -> None:
    """Give the items below days named in a row the day of their run, where there are as many runs as days."""
    for row, items in _labels_in_a_row(agenda):
        runs = _runs(items)
        if len(runs) != len(row):
            continue
        for label, run in zip(row, runs, strict=True):
            for item in run:
                item.day, item.day_of_month, item.day_basis = label.day, label.weekday, BASIS
        known = {id(day) for day, _line in agenda.days}
        agenda.days += [
            (label.day, label.line) for label in row if label.day is not None and id(label.day) not in known
        ]
        agenda.days.sort(key=lambda day: day[1].start + day[0].start)


@dataclass(slots=True)
class _Label:
    """A line that names one day, or one of the days that it names; ``weekday`` is a day without its month."""

    line: Line
    day: DateMention | None = None
    weekday: tuple[int, int | None] | None = None


def _labels_in_a_row(agenda: Agenda) -> Iterator[tuple[list[_Label], list[AgendaItem]]]:
    """Days between which no item stands, two or more of them, with the items of the last line of theirs."""
    labels = [_Label(line, day=mention) for mention, line in agenda.days]
    labels += [_Label(line, weekday=weekday) for weekday, line in agenda.weekdays]
    labels.sort(key=lambda label: label.line.start)
    starts = sorted(item.session.span[0] for item in agenda.items)
    row: list[_Label] = []
    for number, label in enumerate(labels):
        row = [] if label.day is not None and label.day.is_range else [*row, *_days_of_line(label)]
        following = labels[number + 1].line.start if number + 1 < len(labels) else None
        if following is not None and not any(label.line.start <= start < following for start in starts):
            continue
        if len(row) > 1:
            yield row, [item for item in agenda.items if _is_of(item, label)]
        row = []


def _days_of_line(label: _Label) -> list[_Label]:
    """The days that a label's line names, one after the other: "Day 1 | Day 2"."""
    others = [day for day in label.line.dates if label.day is not None and day.start > label.day.end]
    end = label.day.end if label.day is not None else 0
    for day in others:
        if day.is_range or day.bracketed or not ONLY_SEPARATORS.match(label.line.text[end : day.start]):
            return [label]
        end = day.end
    return [label, *(_Label(label.line, day=day) for day in others)]


def _is_of(item: AgendaItem, label: _Label) -> bool:
    return item.day is label.day if label.day is not None else item.day is None and item.day_of_month is label.weekday


def spread_over_range(items: list[AgendaItem], first: str, last: str) -> list[str] | None:
    """The day of each item of a programme that runs from ``first`` to ``last`` and names no day in between.

    None where the hours do not begin anew on each of its days. Days are ISO 8601.
    """
    start = datetime.date.fromisoformat(first)
    count = (datetime.date.fromisoformat(last) - start).days + 1
    runs = _runs(items)
    if not 1 < count <= _MOST_DAYS or len(runs) != count:
        return None
    return [(start + datetime.timedelta(days=number)).isoformat() for number, run in enumerate(runs) for _item in run]


def _runs(items: list[AgendaItem]) -> list[list[AgendaItem]]:
    """The items, parted where the hours begin anew: earlier than before, and early in the day.

    One run where they go back without beginning anew, as those of parallel rooms in an afternoon do.
    """
    runs: list[list[AgendaItem]] = []
    first = before = -1
    for item in items:
        minutes = _minutes(item)
        if minutes is None:
            if not runs:
                runs.append([])
        elif not runs or minutes < before:
            if first >= 0 and minutes > first + _MORNING:
                return [items]
            runs.append([])
            first = minutes
        before = before if minutes is None else minutes
        runs[-1].append(item)
    return runs


def _minutes(item: AgendaItem) -> int | None:
    """When an item begins, in minutes of the day."""
    if item.session.start is None:
        return None
    hour, minute = item.session.start.split(":")
    return int(hour) * 60 + int(minute)
