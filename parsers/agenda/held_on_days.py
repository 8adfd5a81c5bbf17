"""Titles over the day and hours of what they name: "Opening" / "Tuesday 19 March, 18:30 – 20:00".

One title may have several such lines, each a session of its own: "Guided tours" / "Wed 20 March at 11:00, in English" /
"Thu 21 March at 14:00, in French". One line alone can be the page's own date: it counts where the page has a range of
days that holds it, and below the title of what is a part of a meeting, as an opening is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator

from parsers.agenda.day_hours import DatedEntry, day_and_hours, is_where
from parsers.agenda.lines import Line
from parsers.agenda.rooms import names_only_places, says_where
from parsers.agenda.session_kinds import names_session, role_in_session, session_kind
from parsers.agenda.shapes import is_somebody
from parsers.agenda.title_first import may_be_title
from parsers.agenda.untimed import heads_programme
from parsers.dates.deadlines import is_day_of_call
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention
from parsers.words.word_lists import WordLists

_LONGEST_TITLE = 110
_WORDS = WordLists("agenda")
_PARTS_OF_MEETINGS = frozenset(("plenary", "ceremony", "press_briefing", "side_event"))


def held_on_days(lines: list[Line], taken: Collection[int], page_title: str | None) -> dict[int, DatedEntry]:
    """The sessions by the places of the lines of their day and hours; ``taken`` are places that are read otherwise."""
    runs = [run for run in _runs(lines, taken) if _is_title(lines, run[0][1].title, page_title)]
    several = [run for run in runs if len({entry.day.days for _place, entry in run if entry.day is not None}) > 1]
    single = [run for run in runs if len(run) == 1 and names_session(lines[run[0][1].title].text)]
    parts = [run for run in single if _is_part(lines[run[0][1].title].text) and _within_range(lines, run[0][1].day)]
    held = [*several, *(single if several or parts else [])]
    return {place: entry for run in held for place, entry in run}


def _runs(lines: list[Line], taken: Collection[int]) -> Iterator[list[tuple[int, DatedEntry]]]:
    """Such lines below each other with their places, as entries whose title is over the first of them."""
    run: list[tuple[int, DatedEntry]] = []
    for place, line in enumerate(lines):
        hit = _on_day(line) if place and place not in taken else None
        if hit is not None:
            run.append((place, DatedEntry(run[0][1].title if run else place - 1, *hit, begun=True)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _on_day(line: Line) -> tuple[DateMention, TimeMention, int | None] | None:
    """A line's day and hours, and where a place stands behind them; None for lines that say more."""
    hit = day_and_hours(line, begins=True, tail=True)
    if hit is None or hit[2] is None:
        return hit
    behind = line.text[hit[2] :]
    if says_language(behind):
        return hit[0], hit[1], None
    return hit if is_where(behind) or says_where(behind) else None


def _is_title(lines: list[Line], place: int, page_title: str | None) -> bool:
    text = lines[place].text
    if text == page_title or len(text) > _LONGEST_TITLE or text[0].islower() or not may_be_title(lines, place):
        return False
    if lines[place].dates or heads_programme(lines[place]) or is_day_of_call(text) or is_somebody(text):
        return False
    return names_session(text) or not (says_where(text) or names_only_places(text))


def _is_part(title: str) -> bool:
    """Whether a title names what is part of a meeting: its opening, a reception, a press conference."""
    kind = session_kind(title)
    return (
        kind in _PARTS_OF_MEETINGS
        or role_in_session(title) != "panellist"
        or (kind == "other" and names_session(title))
    )


def _within_range(lines: list[Line], day: DateMention | None) -> bool:
    """Whether the page says a range of days with the day in it."""
    if day is None:
        return False
    (date,) = day.days[:1]
    return any(
        (first.month, first.day) <= (date.month, date.day) <= (last.month, last.day)
        for line in lines
        for mention in line.dates
        if mention.is_range and mention.days and None not in (mention.days[0].day, mention.days[-1].day)
        for first, last in ((mention.days[0], mention.days[-1]),)
    )


def says_language(words: str) -> bool:
    """Whether words behind hours say in which language something is held: "in English", "(French and Dutch)"."""
    return _spoken().match(words.strip(" .,;:|()–—-")) is not None


@functools.cache
def _spoken() -> re.Pattern[str]:
    named, before, joined = (_WORDS.any_of(f"spoken.{key}") for key in ("languages", "in_language", "and_language"))
    return re.compile(
        rf"{before}\s*{named}(?!\w).{{0,60}}$|{named}(?:\s*(?:[,،/&|]|{joined})\s*{named})*$", re.IGNORECASE
    )
