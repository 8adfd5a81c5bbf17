"""Where the titles stand in a list of events whose entries have labels for their day and hours.

The labelled lines follow the title in any order: "Venue:" or "Time:" may stand before "Date:".
"""

from __future__ import annotations

from dataclasses import dataclass

from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.agenda.title_first import may_be_title
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention

_FEWEST = 2
_BELOW = 3  # lines under a day among which its hours stand
_ABOVE = 3  # labelled lines between a title and its day


@dataclass(frozen=True, slots=True)
class LabelledEntry:
    """The places of an entry's title and of its labelled day."""

    title: int
    day: int


def titles_over_labels(lines: list[Line]) -> dict[int, LabelledEntry]:
    """The entries by the place of their first labelled line, where a page has two or more whose days have hours."""
    found = [(place, hit) for place, line in enumerate(lines) if (hit := labelled_day(line)) is not None]
    entries = [(LabelledEntry(_title_over(lines, place), place), time) for place, (_day, time) in found if place]
    timed = [entry for entry, time in entries if time is not None or _has_hours(lines, entry)]
    if len(timed) < _FEWEST:
        return {}
    if any(lines[entry.day].of_entry and _is_link(lines[entry.title]) for entry in timed):
        return {}  # a listing of pages
    return {entry.title + 1: entry for entry in timed if may_be_title(lines, entry.title)}


def _is_link(line: Line) -> bool:
    return any(end - start >= len(line.text) - 2 for start, end in line.links)


def _title_over(lines: list[Line], day: int) -> int:
    """The place of the next line above a labelled day that has no label; that right above it where all have one."""
    above = range(day - 1, max(-1, day - _ABOVE - 2), -1)
    return next((place for place in above if lines[place].label is None), day - 1)


def labelled_day(line: Line) -> tuple[DateMention, TimeMention | None] | None:
    """The one day behind the label "Date:", and the hours behind it where they stand on the line."""
    label = line.label
    if label is None or label.meaning != "date" or label.rest >= len(line.text) or not line.dates:
        return None
    day = line.dates[0]
    if not day.names_days or day.is_range or not ONLY_SEPARATORS.match(line.text[label.rest : day.start]):
        return None
    times = [time for time in line.times if time.start >= day.end]
    return day, times[0] if times else None


def _has_hours(lines: list[Line], entry: LabelledEntry) -> bool:
    labels = lines[entry.title + 1 : entry.day + 1 + _BELOW]
    return any(line.label is not None and line.label.meaning == "time" and line.times for line in labels)
