"""Lists of events whose every entry has a line of its day and its hours, and its title on the line above or below.

"Boats that come home" / "Tuesday 10 October | 13:15 – 14:30 | Room 7". One such line is the page's own date. Two or
more of them, all with a title on the same side, are the entries of a list.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.agenda.lines import Line
from parsers.agenda.rooms import room_pattern
from parsers.agenda.title_first import may_be_title
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention
from parsers.words.word_lists import WordLists

_FEWEST = 2
_LONGEST = 160  # characters of such a line
_LONGEST_ROOM = 60
_WORDS = WordLists("agenda")
_UNIT = re.compile(r"(?:\s*(?:hrs?|hs?|hours?|heures?|horas?)\b)?\.?", re.IGNORECASE)
_SEPARATORS = " |,;:·•–—-()،"


@dataclass(slots=True, frozen=True)
class DatedEntry:
    """An entry: the place of its title, its day and hours, and where its room stands in their line."""

    title: int
    day: DateMention
    time: TimeMention
    room: int | None


def dated_entries(lines: list[Line]) -> dict[int, DatedEntry]:
    """The entries of such a list by the places of the lines of their days and hours."""
    found = {place: hit for place, line in enumerate(lines) if (hit := _day_and_hours(line)) is not None}
    if len(found) < _FEWEST or len({hit[0].days for hit in found.values()} | {hit[1] for hit in found.values()}) < 2:
        return {}
    rooms = [lines[place].text[room:] for place, (_day, _time, room) in found.items() if room is not None]
    if 2 * sum(room_pattern().search(room) is not None for room in rooms) < len(rooms):
        return {}  # titles
    side = 1 if all(_is_title(lines, place + 1) for place in found) else -1
    if side < 0 and not all(_is_title(lines, place - 1) for place in found):
        return {}
    return {place: DatedEntry(place + side, *hit) for place, hit in found.items()}


def _is_title(lines: list[Line], place: int) -> bool:
    return place < len(lines) and may_be_title(lines, place)


def _day_and_hours(line: Line) -> tuple[DateMention, TimeMention, int | None] | None:
    """The one day and the one range of hours that a line consists of, but for a room behind them."""
    if line.block.table is not None or line.block.kind.startswith("field_") or len(line.text) > _LONGEST:
        return None
    if line.label is not None or len(line.times) != 1 or len(line.dates) != 1:
        return None
    day, time = line.dates[0], line.times[0]
    if day.is_range or not day.names_days or day.published_hint or day.stamp_hint or time.finish is None:
        return None
    (start, stop), (begin, end) = sorted(((day.start, day.end), (time.start, time.end)))
    if line.text[:start].strip(_SEPARATORS) or _at_hour().sub("", line.text[stop:begin]).strip(_SEPARATORS):
        return None
    unit = _UNIT.match(line.text, end)
    end = unit.end() if unit is not None else end
    room = line.text[end:].strip(_SEPARATORS + ".")
    if len(room) > _LONGEST_ROOM or (room and line.text[end:].lstrip()[:1] not in _SEPARATORS):
        return None
    return day, time, line.text.index(room, end) if room else None


@functools.cache
def _at_hour() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.plain('day.at_hour')}(?!\w)", re.IGNORECASE)
