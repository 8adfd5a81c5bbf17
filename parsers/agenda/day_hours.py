"""Lines that are a day and its hours, perhaps with a room behind: "Tuesday 10 October | 13:15 – 14:30 | Room 7"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.agenda.lines import Line
from parsers.agenda.rooms import names_place, says_where
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention
from parsers.words import lexicon
from parsers.words.phrases import tokenise
from parsers.words.word_lists import WordLists

LONGEST = 160  # characters of such a line
SEPARATORS = " |/,;:·•–—-()،"
_LONGEST_ROOM = 60
_WORDS = WordLists("agenda")
_ROOM_CODE = re.compile(r"[A-Z]{1,2}[ -]?\d{1,3}[A-Za-z]?")
_DOTTED = re.compile(r"(?<!\d)([01]?\d|2[0-3])\.([0-5]\d)\s*$")


@functools.cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*(?:h|{_WORDS.plain('time.unit', 'time.short_unit')})\b)?\.?", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class DatedEntry:
    """An entry: the place of its title, its day and hours, and where its room stands in their line.

    Its day is None where the heading above has it. ``begun``: its line says only when it begins, as those of all do;
    then ``venue`` is the place of the line below the title where that says where it is held.
    """

    title: int
    day: DateMention | None
    time: TimeMention
    room: int | None
    begun: bool = False
    venue: int | None = None


def day_and_hours(
    line: Line, *, begins: bool = False, tail: bool = False
) -> tuple[DateMention, TimeMention, int | None] | None:
    """The one day and the one range of hours that a line consists of, but for a room behind them.

    With ``begins`` the hour at which it begins is enough, and with that no room follows but with ``tail``.
    """
    if line.block.table is not None or line.block.kind.startswith("field_") or len(line.text) > LONGEST:
        return None
    if line.label is not None or len(line.dates) != 1:
        return None
    times = line.times or (_dotted_hour(line.text) if begins else [])
    if len(times) != 1:
        return None
    day, time = line.dates[0], times[0]
    if day.is_range or not day.names_days or day.published_hint or day.stamp_hint:
        return None
    (start, stop), (begin, end) = sorted(((day.start, day.end), (time.start, time.end)))
    if line.text[:start].strip(SEPARATORS) or _at_hour().sub("", line.text[stop:begin]).strip(SEPARATORS):
        return None
    unit = _unit().match(line.text, end)
    end = unit.end() if unit is not None else end
    room = line.text[end:].strip(SEPARATORS + ".")
    if time.finish is None and not begins and not (room and says_where(room)):
        return None
    if room and begins and not tail:
        return None
    if len(room) > _LONGEST_ROOM or (room and line.text[end:].lstrip()[:1] not in SEPARATORS):
        return None
    return day, time, line.text.index(room, end) if room else None


def _dotted_hour(text: str) -> list[TimeMention]:
    """ "1 December, 18.15" """
    hour = _DOTTED.search(text)
    return (
        [TimeMention(hour.start(), hour.end(), f"{int(hour[1]):02}:{hour[2]}", rule="hour of an entry")] if hour else []
    )


@functools.cache
def _at_hour() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.plain('day.at_hour')}(?!\w)", re.IGNORECASE)


def is_where(words: str) -> bool:
    """Whether words behind hours are a room, its code ("R14") or the net."""
    return (
        names_place(words)
        or _ROOM_CODE.fullmatch(words.strip(SEPARATORS)) is not None
        or bool(lexicon.found(tokenise(words), "online"))
    )
