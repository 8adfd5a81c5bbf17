"""Sessions moved to another day: "Nets – POSTPONED to Tuesday 10 December, same time", or on a line below the title.

The words are ``moved`` of data/vocab/session_kinds.toml.
"""

from __future__ import annotations

import functools
import re

from parsers.agenda.items import Agenda, AgendaItem
from parsers.agenda.lines import Line
from parsers.dates.finding import DateMention, find_dates
from parsers.words.patterns import alternatives
from parsers.words.vocabulary import load

_LONGEST = 120  # characters of a notice
_FARTHEST = 30  # characters between its words and its day
_BEFORE = re.compile(r"(?:^|[,;:.(\[–—*!-])\W*$")


def take_new_day(agenda: Agenda, item: AgendaItem, line: Line) -> bool:
    """Give an item the day of a line below it that says that it is moved: "Postponed to 10 December"."""
    found = _moved(line.text) if len(line.text) <= _LONGEST and line.dates else None
    if found is None or found[0] > 0:
        return False
    _give(agenda, item, found[2], line.start + found[1])
    said = _said_before().match(item.session.title)
    if said is not None:
        item.session.title = item.session.title[said.end() :]
        end = item.session.title_span[1]
        item.session.title_span = (end - len(item.session.title), end)
    return True


def part_new_days(agenda: Agenda) -> None:
    """Take the notices off the titles that end in one, and give their items the days that they name."""
    for item in agenda.items:
        session = item.session
        found = _moved(session.title)
        if found is None or not found[0]:
            continue
        start = session.title_span[0]
        _give(agenda, item, found[2], start + found[1])
        session.title = session.title[: found[0]].rstrip(" ,;:.([–—*-")
        session.title_span = (start, start + len(session.title))


def _give(agenda: Agenda, item: AgendaItem, day: DateMention, offset: int) -> None:
    item.day, item.day_of_month = day, None
    agenda.day_spans[id(day)] = (offset + day.start, offset + day.end)


def _moved(text: str) -> tuple[int, int, DateMention] | None:
    """Where a notice at the end of a text begins and its words end, and the day, counted from there."""
    notices = list(_notice().finditer(text)) if _may_move().search(text) else []
    notice = notices[-1] if notices else None
    if notice is None or not _BEFORE.search(text, 0, notice.start()):
        return None
    days = [day for day in find_dates(text[notice.end() :]) if day.names_days and not day.is_range]
    if len(days) != 1 or days[0].start > _FARTHEST:
        return None
    before = len(text[: notice.start()].rstrip(" ,;:.([–—*!-"))
    return before, notice.end(), days[0]


@functools.cache
def _said_before() -> re.Pattern[str]:
    """What stands before the title of a session that is moved: "Postponed: Nets", "[REPORTÉ] Filets"."""
    moved = alternatives(load("session_kinds")["moved"]["words"])
    return re.compile(rf"[\[(*\s]*(?:{moved})(?:\s*[\])*]+\s*[:–—-]?|\s*[:–—]|\s+-)\s+(?=\S)", re.IGNORECASE)


@functools.cache
def _may_move() -> re.Pattern[str]:
    return re.compile(alternatives(load("session_kinds")["moved"]["words"]), re.IGNORECASE)


@functools.cache
def _notice() -> re.Pattern[str]:
    words = load("session_kinds")
    subjects = alternatives([*words["cancelled"]["subjects"], *words["moved"]["subjects"]])
    moved = alternatives(words["moved"]["words"])
    return re.compile(rf"(?<!\w)(?:(?:{subjects})\s+)*(?:{moved})(?!\w)", re.IGNORECASE)
