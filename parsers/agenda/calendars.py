"""Tables whose every row is an item: its day and its title, perhaps its hours and its place, in any order of columns.

"Busia | Training for officers | 6–8 February" and "Wednesday 18 December | Cairo | Meeting of young people" are rows of
such tables; a programme, whose rows share a day and have hours each, is none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.agenda.labels import label_at
from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.dates.deadlines import is_day_of_call
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_FEWEST = 2
_FEWEST_OF_TWO = 3  # rows of a table of two columns, which may be a list of anything
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(slots=True, frozen=True)
class CalendarRow:
    """A row: the places of its cells among the lines. ``taken`` are those that say nothing more."""

    day: DateMention
    day_at: int
    title_at: int
    time: TimeMention | None
    time_at: int | None
    venue_at: int | None
    taken: frozenset[int]


_Rows = dict[int, dict[int, int]]  # row -> column -> place of the cell's first line


def calendar_rows(lines: list[Line]) -> dict[int, CalendarRow]:
    """The rows of such tables, by the place of their first cell among ``lines``."""
    tables: dict[int, _Rows] = {}
    for place, line in enumerate(lines):
        block = line.block
        if block.table is not None and block.kind == "cell":
            tables.setdefault(block.table, {}).setdefault(block.row, {}).setdefault(block.column, place)
    found: dict[int, CalendarRow] = {}
    for rows in tables.values():
        if len(rows) >= _FEWEST:
            found |= _rows_of(lines, rows)
    return found


def _rows_of(lines: list[Line], rows: _Rows) -> dict[int, CalendarRow]:
    days = _day_column(lines, rows)
    if days is None:
        return {}
    day_column, dated = days
    headers = {
        column: lines[place].text for row, cells in rows.items() if row < min(dated) for column, place in cells.items()
    }
    body = [rows[row] for row in dated]
    times = next(
        (
            column
            for column in body[0]
            if column != day_column and all(_is_time(lines[cells[column]]) for cells in body if column in cells)
        ),
        None,
    )
    left = [column for column in sorted(body[0]) if column not in (day_column, times)]
    title = _title_column(lines, body, headers, left)
    if title is None:
        return {}
    venue = next((column for column in left if column != title and _header(headers, column) == "venue"), None)
    found = {}
    for row, cells in ((row, rows[row]) for row in dated):
        if title not in cells or is_day_of_call(lines[cells[title]].text):
            continue
        day_line = lines[cells[day_column]]
        time_at = cells.get(times) if times is not None else None
        leading = lines[time_at].leading_time() if time_at is not None else None
        time = leading[0] if leading is not None else next(iter(day_line.times), None)
        places = [column for column in left if _header(headers, column) == "place" or column == venue]
        places += [column for column in left if column in cells and _is_town(lines[cells[column]])]
        columns = {day_column, title, times, *places}
        taken = frozenset(cells[column] for column in columns if column in cells)
        found[min(cells.values())] = CalendarRow(
            dated[row],
            cells[day_column],
            cells[title],
            time,
            time_at,
            cells.get(venue) if venue is not None else None,
            taken,
        )
    return found


def _day_column(lines: list[Line], rows: _Rows) -> tuple[int, dict[int, DateMention]] | None:
    """The column whose cell is a day in every row but the head, and those days by row."""
    days: dict[int, DateMention] = {}
    columns = set()
    for row, cells in rows.items():
        dated = {column: day for column, place in cells.items() if (day := _only_day(lines[place])) is not None}
        if len(dated) == 1 and len(cells) > 1:
            column, days[row] = next(iter(dated.items()))
            columns.add(column)
        elif dated or days:
            return None
    fewest = _FEWEST if len(next(iter(rows.values()))) > 2 else _FEWEST_OF_TWO
    distinct = {day.days for day in days.values()}
    if len(columns) != 1 or len(days) < fewest or len(rows) - len(days) > 1 or len(distinct) < fewest:
        return None
    return columns.pop(), days


def _only_day(line: Line) -> DateMention | None:
    """The day that a cell consists of, hours aside."""
    found = line.day() if line.block.colspan == 1 else None
    if found is None or not found[0].days:
        return None
    rest = found[1]
    for time in line.times:
        rest = rest.replace(line.text[time.start : time.end], "")
    return found[0] if ONLY_SEPARATORS.match(rest) else None


def _is_time(line: Line) -> bool:
    leading = line.leading_time()
    return leading is not None and ONLY_SEPARATORS.match(line.text[leading[1] :]) is not None


def _is_town(line: Line) -> bool:
    text = line.text.strip()
    return lexicon.whole(text, "city") is not None or country_of(text) is not None


def _title_column(
    lines: list[Line], body: Iterable[dict[int, int]], headers: dict[int, str], left: list[int]
) -> int | None:
    """The column that its head calls a title; else the first that is neither a place nor anything else known."""
    named = next((column for column in left if _header(headers, column) == "title"), None)
    if named is not None:
        return named
    free = [column for column in left if _header(headers, column) is None]
    for column in [*free, *(column for column in left if _header(headers, column) in ("place", "venue"))]:
        cells = [lines[row[column]] for row in body if column in row]
        towns = sum(_is_town(cell) for cell in cells)
        words = sum(_LETTERS.search(cell.text) is not None and len(cell.text) > 6 for cell in cells)
        if 2 * towns < len(cells) and 2 * words > len(cells):
            return column
    return None


def _header(headers: dict[int, str], column: int) -> str | None:
    """What a column's head says that its cells are: ``title``, ``place``, ``venue``, ``other``; None where nothing."""
    if column not in headers:
        return None
    folded = fold(headers[column]).strip(" :.*")
    meaning = _heads().get(folded)
    if meaning is not None:
        return meaning
    return "other" if label_at(f"{headers[column]}:") is not None else None


@functools.cache
def _heads() -> dict[str, str]:
    table = load("session_kinds")["column"]
    return {fold(word): meaning for meaning in ("title", "place", "venue", "other") for word in table[meaning]}
