"""Lists of events whose every entry is a title over labelled lines: "Date: Thursday, 8 May", "Time: 3 p.m.".

One such entry is the page's own event. Two or more are items of a list.
"""

from __future__ import annotations

from parsers.agenda.lines import Line
from parsers.agenda.time_lines import title_before
from parsers.agenda.titles_over_labels import labelled_day
from parsers.agenda.walk import Walk


def take_labelled_day(walk: Walk, line: Line) -> bool:
    """Open the entry whose labels begin at the line, and take the line if it is an entry's day; whether it was."""
    entry = walk.titles_over_labels.get(walk.place)
    title = title_before(walk, line) if entry is not None else None
    if entry is not None and title is not None:
        _open(walk, line, title, walk.lines[entry.day])
        walk.day_ahead = entry.day
    if walk.day_ahead != walk.place:
        return False
    walk.claim(line)
    return True


def _open(walk: Walk, line: Line, title: Line, day_line: Line) -> None:
    found = labelled_day(day_line)
    if found is None:
        return
    day, hours = found
    walk.close()
    walk.set_day(day, day_line)
    item = walk.open(line, None, (title.text, 0), title_line=title)
    item.side_event = True
    if hours is not None:
        walk.give_time(item, day_line, hours)
    if title.index in walk.agenda.leftovers:
        walk.agenda.leftovers.remove(title.index)
