"""Lists of events whose every entry is a title over labelled lines: "Date: Thursday, 8 May", "Time: 3 p.m.".

One such entry is the page's own event. Two or more are items of a list.
"""

from __future__ import annotations

from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.agenda.time_lines import title_before
from parsers.agenda.walk import Walk
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention

_FEWEST = 2
_BELOW = 3  # lines under a day among which its hours stand


def take_labelled_day(walk: Walk, line: Line) -> bool:
    """Take the line as the labelled day of the title above it, in a list of such; whether it was."""
    found = _labelled_day(line)
    if found is None or not _has_hours(walk, walk.place, found[1]):
        return False
    before = title_before(walk, line)
    if before is None or sum(_is_entry(walk, place) for place in range(len(walk.lines))) < _FEWEST:
        return False
    walk.close()
    walk.set_day(found[0], line)
    walk.open(line, found[1], (before.text, 0), title_line=before).side_event = True
    if before.index in walk.agenda.leftovers:
        walk.agenda.leftovers.remove(before.index)
    return True


def _is_entry(walk: Walk, place: int) -> bool:
    found = _labelled_day(walk.lines[place])
    return found is not None and _has_hours(walk, place, found[1])


def _labelled_day(line: Line) -> tuple[DateMention, TimeMention | None] | None:
    """The one day behind the label "Date:", and the hours behind it where they stand on the line."""
    label = line.label
    if label is None or label.meaning != "date" or label.rest >= len(line.text) or not line.dates:
        return None
    day = line.dates[0]
    if not day.names_days or day.is_range or not ONLY_SEPARATORS.match(line.text[label.rest : day.start]):
        return None
    times = [time for time in line.times if time.start >= day.end]
    return day, times[0] if times else None


def _has_hours(walk: Walk, place: int, time: TimeMention | None) -> bool:
    below = walk.lines[place + 1 : place + 1 + _BELOW]
    return time is not None or any(
        other.label is not None and other.label.meaning == "time" and other.times for other in below
    )
