"""Cells of tables: headers that say what a column holds, cells of dates, further items at one time, rows of events."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.agenda.calendars import CalendarRow
from parsers.agenda.items import AgendaItem
from parsers.agenda.labels import Label, label_at
from parsers.agenda.lines import Line
from parsers.agenda.session_kinds import names_session
from parsers.agenda.shapes import SENTENCE, WORD
from parsers.agenda.walk import Walk
from parsers.dates.deadlines import is_day_of_call
from parsers.people.lines import read_people
from parsers.people.not_yet import is_not_yet_named
from parsers.words.phrases import fold
from parsers.words.word_lists import WordLists

_WORDS = WordLists("agenda")


@functools.cache
def _column_header() -> re.Pattern[str]:
    return re.compile(rf"^{_WORDS.plain('column.column_names')}$", re.IGNORECASE)


@functools.cache
def _date_column() -> re.Pattern[str]:
    return re.compile(rf"^{_WORDS.plain('column.dates')}$", re.IGNORECASE)


@functools.cache
def _note_column() -> re.Pattern[str]:
    return re.compile(rf"^{_WORDS.plain('column.notes')}\b", re.IGNORECASE)


def take_calendar_row(walk: Walk, line: Line, row: CalendarRow) -> None:
    """A row of a table of events: what its other cells say comes with the lines that follow."""
    day_line, title_line = walk.lines[row.day_at], walk.lines[row.title_at]
    walk.close()
    walk.set_day(row.day, day_line)
    item = walk.open(line, None, (title_line.text, 0), title_line=title_line)
    item.listed, item.table = True, line.block.table
    if row.time is not None:
        walk.give_time(item, walk.lines[row.time_at] if row.time_at is not None else day_line, row.time)
    if row.venue_at is not None:
        item.take_venue(walk.lines[row.venue_at].text, walk.lines[row.venue_at])
    for place in row.taken:
        walk.claim(walk.lines[place])


def take_column_header(walk: Walk, line: Line) -> bool:
    """A table's header cell: a day of its column, or words that say what the column's cells are."""
    block = line.block
    found = line.day()
    if found is not None and not found[1] and block.colspan == 1 and block.row <= 1 and _days_in_row(walk, line) > 1:
        walk.close()
        walk.column_days[(block.table, block.column)] = found[0]
        walk.agenda.days.append((found[0], line))
        walk.claim(line)
        return True
    text = line.text.strip().rstrip(":")
    if not (block.header or (_column_header().match(text) and block.row <= 1 and not line.times)):
        return False
    if found or line.leading_time() or (block.header and block.row > 1 and block.column == 0):
        return False
    walk.columns[(block.table, block.column)] = text
    walk.claim(line)
    return True


def _days_in_row(walk: Walk, line: Line) -> int:
    nearby = walk.lines[max(0, walk.place - 8) : walk.place + 9]
    return sum(
        other.block.table == line.block.table and other.block.row == line.block.row and other.day() is not None
        for other in nearby
    )


def take_date_cell(walk: Walk, line: Line) -> bool:
    """A cell of a column of dates: its row is an item of that day, often without a time."""
    header = walk.columns.get((line.block.table, line.block.column), "")
    found = line.day() if _date_column().match(header) else None
    if found is None or not _row_of_item(walk, line):
        return False
    walk.close()
    walk.set_day(found[0], line)
    walk.open(line, line.times[0] if line.times else None, None)
    return True


def _row_of_item(walk: Walk, line: Line) -> bool:
    """Whether the cells beside a date can be those of an item: words, and no deadline."""
    block = line.block
    nearby = walk.lines[max(0, walk.place - 8) : walk.place + 9]
    row = [other for other in nearby if (other.block.table, other.block.row) == (block.table, block.row)]
    behind = next((other for other in row if other.block.column > block.column), None)
    return (behind is None or WORD.search(behind.text) is not None) and not any(
        is_day_of_call(other.text) for other in row
    )


def column_label(walk: Walk, line: Line) -> Label | None:
    """What the header of the line's column labels its cells as."""
    header = walk.columns.get((line.block.table, line.block.column)) if line.block.table is not None else None
    if header and line.block.column and fold(header) in _people_columns():
        return Label("role", "panellist", header, 0)  # who gives an item: no item has a moderator only
    label = label_at(f"{header}:") if header else None
    if label is not None and label.meaning == "partner" and not _has_organizers(walk, line):
        return replace(label, meaning="co_organizer")  # the only column of bodies
    return label


def _has_organizers(walk: Walk, line: Line) -> bool:
    """Whether a column of the line's table is that of the organisers."""
    heads = (text for (table, _column), text in walk.columns.items() if table == line.block.table)
    labels = (label_at(f"{text}:") for text in heads)
    return any(label is not None and label.meaning in ("organizer", "host") for label in labels)


@functools.cache
def _people_columns() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("column.people")))


def take_item_in_row(walk: Walk, line: Line) -> bool:
    """A further row or title cell at one time (rowspan, parallel columns) is an item of its own."""
    item, block = walk.item, line.block
    if item is None or not item.session.title or item.time is None or block.joined or line.part:
        return False
    first = item.lines[0].block if item.lines else None
    if first is None or first.table != block.table:
        return False
    header = walk.columns.get((block.table, block.column), "")
    if column_label(walk, line) is not None or _note_column().match(header):
        return False
    if line.label is not None and (line.label.rest < len(line.text) or not names_session(line.text)):
        return False
    dated = (block.table, block.column) in walk.column_days
    new_row = block.row != first.row
    if not new_row and block.column <= first.column:
        return False
    if not names_session(line.text) and (read_people(line.text) or is_not_yet_named(line.text)):
        return False
    if len(line.text) > 200 or (SENTENCE.search(line.text) and len(line.text) > 90 and not dated):
        return False
    told = names_session(line.text) or block.all_bold or dated
    if not (told or (header and not new_row) or (new_row and block.column <= first.column)):
        return False
    _open_beside(walk, item, line)
    return True


def _open_beside(walk: Walk, item: AgendaItem, line: Line) -> None:
    """A new item at the same time as ``item``."""
    walk.close()
    beside = walk.open(line, None, (line.text, 0))
    beside.time, beside.day = item.time, walk.day_of(line) or item.day
    beside.hours_at, beside.zone_at, beside.day_of_month = item.hours_at, item.zone_at, item.day_of_month
    for name in ("start", "end", "timezone"):
        setattr(beside.session, name, getattr(item.session, name))
