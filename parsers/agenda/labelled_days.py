"""Lists of events whose every entry is a title over labelled lines: "Date: Thursday, 8 May", "Time: 3 p.m.".

One such entry is the page's own event. Two or more are items of a list.
"""

from __future__ import annotations

from parsers.agenda.lines import Line
from parsers.agenda.time_lines import title_before
from parsers.agenda.titles_over_labels import labelled_day
from parsers.agenda.walk import Walk


def take_labelled_day(walk: Walk, line: Line) -> bool:
    """Take the line as the labelled day of the title above it, in a list of such; whether it was."""
    found = labelled_day(line)
    before = title_before(walk, line) if walk.place - 1 in walk.titles_over_labels else None
    if found is None or before is None:
        return False
    walk.close()
    walk.set_day(found[0], line)
    walk.open(line, found[1], (before.text, 0), title_line=before).side_event = True
    if before.index in walk.agenda.leftovers:
        walk.agenda.leftovers.remove(before.index)
    return True
