"""Days of a programme with hours whose own items have none: "19-20 May" over "Plenary and adoption of the Declaration".

Right below such a day, behind days with hours, lines that name sessions are its items.
"""

from __future__ import annotations

from parsers.agenda.lines import Line
from parsers.agenda.untimed import ends_programme, may_be_item
from parsers.dates.forms import DateMention, PartialDate

_LONGEST_DAY = 60  # characters of the day's line
_SOON, _MONTH = 4, 30  # days
_FAR = 40  # lines between the last hour and such a day


def items_of_whole_days(lines: list[Line]) -> dict[int, bool]:
    """The places of the lines that are items of days without hours, as `untimed.untimed_items` tells them."""
    found: dict[int, bool] = {}
    timed: int | None = None  # the place of the last hour below a day
    day: PartialDate | None = None  # of that hour
    for place, line in enumerate(lines[:-1]):
        if line.leading_time() is not None:
            timed = place if day is not None else None
        elif len(line.text) <= _LONGEST_DAY and (mention := _day_alone(line)) is not None:
            before, day = day, mention.days[0]
            if timed is None or place - timed > _FAR or any(map(ends_programme, lines[timed + 1 : place])):
                timed = None
                continue
            if _has_hours(lines, place) or before is None or not _is_soon(before, day):
                continue
            for below in range(place + 1, len(lines)):
                if not may_be_item(lines[below]) or (lines[below].block.gap and below > place + 1):
                    break
                found[below] = True
    return found


def _has_hours(lines: list[Line], place: int) -> bool:
    """Whether an hour stands anywhere below a day, up to the next one."""
    for line in lines[place + 1 : place + 1 + _FAR]:
        if line.shows_time():
            return True
        if len(line.text) <= _LONGEST_DAY and _day_alone(line) is not None:
            return False
    return False


def _day_alone(line: Line) -> DateMention | None:
    """The day, or days, that a line is and nothing else."""
    day = line.day() if not line.block.kind.startswith("field_") and line.block.table is None else None
    return day[0] if day is not None and not day[1] and not line.times and day[0].names_days else None


def _is_soon(before: PartialDate, day: PartialDate) -> bool:
    """Whether a day lies a few days behind another: one of the same meeting, not of what comes next month."""
    apart = ((day.month or 0) - (before.month or 0)) * _MONTH + (day.day or 0) - (before.day or 0)
    return 0 < apart <= _SOON
