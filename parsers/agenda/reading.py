"""The agenda: programmes, session lists and lists of side events, whatever way their blocks nest.

One walk over the page's lines with a small state: the day, the open item, the role that a label above has announced.
Layouts differ in where a time, a title and the people stand; what each line *is* is told by the line alone:

    day line      "Tuesday, 2 December 2008", "24 April 2012|Day 1", the label of a tab or accordion panel
    head line     "19 September 2024 | Title" (a side event), followed by "Time: 10.30-12.00 EDT"
    time line     "10:00 - 13:00", the title behind it, on the next line, or (lists of side events) on the line before
    label line    "Moderator: A B", "Speakers:", "Co-organizers: X, Y", "Venue: Z"
    people line   "A B, Minister of Labour, Kenya (Remarks)"
    prose         the description of the open item

In a table a column's header may give what its cells are: a day, a role, the organisers. Every block in the agenda's
region ends up claimed by a fact or listed as a leftover.
"""

from __future__ import annotations

from parsers.agenda.day_lines import take_day_line
from parsers.agenda.item_lines import take_inside
from parsers.agenda.items import Agenda, Words, add_people
from parsers.agenda.labelled_days import take_labelled_day
from parsers.agenda.lines import Line
from parsers.agenda.settling import settle
from parsers.agenda.table_cells import take_calendar_row, take_column_header, take_date_cell
from parsers.agenda.time_lines import take_time_line
from parsers.agenda.untimed import title_of
from parsers.agenda.walk import Walk
from parsers.dates.finding import find_dates
from parsers.page import Page
from parsers.people.lines import read_people


def read_agenda(page: Page) -> Agenda:
    """Read every agenda item of a page. Years and zones are left to `parsers.assembly`, which sees the whole page."""
    walk = Walk(page)
    for place, line in enumerate(walk.lines):
        walk.place = place
        _enter_panel(walk, line)
        _step(walk, line)
    walk.close()
    settle(walk.agenda, walk.lines, page.title)
    return walk.agenda


def _step(walk: Walk, line: Line) -> None:
    if line.block.kind in ("field_label", "field_value", "caption") and not line.of_entry:
        return
    if walk.place in walk.calendar:
        take_calendar_row(walk, line, walk.calendar[walk.place])
    elif walk.item is not None and walk.item.table not in (None, line.block.table):
        walk.close()
    if walk.place in walk.taken:
        return
    if line.block.kind == "cell" and (take_column_header(walk, line) or take_date_cell(walk, line)):
        return
    if walk.place in walk.entries:
        _take_entry(walk, line)
        return
    if walk.place in walk.untimed:
        walk.close()
        _take_untimed(walk, line)
        return
    if walk.place in walk.hours_behind and take_time_line(walk, line):  # "Recap of the first day (9:00 – 9:30)"
        return
    if take_day_line(walk, line) or take_labelled_day(walk, line) or take_time_line(walk, line):
        return
    if walk.item is not None:
        take_inside(walk, walk.item, line)
    elif walk.agenda.days and line.index - walk.agenda.days[-1][1].index <= 2:
        walk.context = Words(line.text, (line.start, line.end))


def _take_entry(walk: Walk, line: Line) -> None:
    """An entry of a list of events: its day, its hours, its room, and its title on the line above or below."""
    entry = walk.entries[walk.place]
    walk.close()
    if entry.day is not None:
        walk.set_day(entry.day, line)
    title_line = walk.lines[entry.title]
    item = walk.open(line, entry.time, (title_line.text, 0), title_line=title_line)
    item.set_out = entry.day is None or entry.begun
    item.side_event = not item.set_out
    if entry.room is not None:
        item.take_venue(line.text[entry.room :], line, entry.room)
    if entry.venue is not None:
        item.take_venue(walk.lines[entry.venue].text, walk.lines[entry.venue])
        walk.claim(walk.lines[entry.venue])


def _take_untimed(walk: Walk, line: Line) -> None:
    """An item of a programme without hours, perhaps with those who give it behind its colon."""
    walk.close()
    title, people = title_of(line.text)
    item = walk.open(line, None, (title, 0))
    item.headed = True
    if people is not None:
        add_people(item, line, read_people(line.text[people:]), None, people)


def _enter_panel(walk: Walk, line: Line) -> None:
    """A panel's label may be the day of what stands in it, and ends what stood before."""
    if line.block.label == walk.panel:
        return
    walk.panel = line.block.label
    walk.panel_day = None
    if line.block.kind != "label":
        walk.close()
    if walk.panel:
        mentions = [m for m in find_dates(walk.panel) if m.days or m.day_number is not None]
        walk.panel_day = mentions[0] if mentions else None
        if walk.panel_day is not None and (start := _start_of_label(walk, line)) is not None:
            walk.agenda.day_spans[id(walk.panel_day)] = (start + walk.panel_day.start, start + walk.panel_day.end)


def _start_of_label(walk: Walk, line: Line) -> int | None:
    """Where the label stands whose panel begins at the line."""
    for block in reversed(walk.page.blocks[: line.index + 1]):
        if block.text == walk.panel:
            return block.start
    return None
