"""Lists whose every line is a day and a title: "7 October: Markets on both sides", "Jeudi 12 décembre – Projection".

One such line says little: it may be a deadline, a news item or a line of a history. Several in a row, in the order of
their days, are the items of a series or of a week's programme.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.agenda.lines import Line
from parsers.dates.deadlines import is_day_of_call, is_deadline
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.times import TimeMention
from parsers.words.phrases import Phrase, PhraseMatcher, tokenise
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_FEWEST = 3
_APART = 2  # lines of description between two items, at most
_LONGEST = 320
_TITLE = 220  # characters
_HEAD = 100  # characters in which the day and its separator stand
_DIGIT_FIRST = re.compile(r".{0,24}\d")
# A town or a feast may stand between the day and the title: "Mercredi 18 décembre, Journée des migrants : Concours".
_SEPARATOR = re.compile(r"(?:,\s[^:–—|]{3,60}?)?(?:\s?[:|]\s*|\s?[–—]\s?|\s-\s|\.\s-\s)(?=\W{0,2}[^\W_])")
_TRAILING = re.compile(r"[\s(,–—-]*$")
_ABOVE = 12  # lines above a list that may state the hours of all its items


@dataclass(slots=True, frozen=True)
class DatedTitle:
    """A line of such a list: its day, the title and its offset in the line, the hours if they stand on the line."""

    day: DateMention
    title: str
    offset: int
    time: TimeMention | None


def dated_lists(lines: list[Line]) -> dict[int, DatedTitle]:
    """The lines that are items of such lists, by their place in ``lines``."""
    found: dict[int, DatedTitle] = {}
    run: dict[int, DatedTitle] = {}
    for place, line in enumerate(lines):
        entry = _entry(line)
        if entry is None:
            if line.leading_time() is not None:
                run = {}  # a day's heading over timed items
            continue
        if run and (place - max(run) > _APART + 1 or not _follows(run[max(run)].day, entry.day)):
            found |= _whole(lines, run)
            run = {}
        run[place] = entry
    return found | _whole(lines, run)


def hours_above(lines: list[Line], place: int) -> tuple[Line, TimeMention] | None:
    """The hours that a line above a list gives for all its items, with it: the only range, or those with a label."""
    above = [line for line in lines[max(0, place - _ABOVE) : place] if not line.block.kind.startswith("field_")]
    for line in above:
        if line.label is not None and line.label.meaning == "time" and line.times:
            return line, line.times[0]
    ranges = [(line, time) for line in above for time in line.times if time.finish is not None]
    return ranges[0] if len(ranges) == 1 else None


@functools.cache
def _histories() -> PhraseMatcher[None]:
    return PhraseMatcher(Phrase(word, None) for word in load("session_kinds")["dated"]["history"])


@functools.cache
def _before_day() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{WordLists('agenda').plain('day.before_day')}\s+)?", re.IGNORECASE)


def _entry(line: Line) -> DatedTitle | None:
    text = line.text
    if len(text) > _LONGEST or not _DIGIT_FIRST.match(text) or line.block.kind not in ("paragraph", "item", "heading"):
        return None
    dates = find_dates(text[:_HEAD])
    if not dates or not _before_day().fullmatch(text[: dates[0].start]):
        return None
    day = dates[0]
    separator = _SEPARATOR.match(text, day.end)
    if separator is None or not day.names_days or day.published_hint or day.stamp_hint:
        return None
    title, time = text[separator.end() :], None
    if line.times:
        time = line.times[-1]
        if time.start < separator.end() or not _TRAILING.match(text[time.end :].rstrip(" .)")):
            return None
        title = _TRAILING.sub("", text[separator.end() : time.start])
    if not 4 <= len(title) <= _TITLE or _is_sentence(title):
        return None
    return DatedTitle(day, title, separator.end(), time)


def _is_sentence(title: str) -> bool:
    return title.endswith(".") and len(title.split()) > 6


def _follows(one: DateMention, other: DateMention) -> bool:
    """Whether a day comes after another, years aside where they are not printed."""
    first, second = one.days[-1], other.days[0]
    if first.year and second.year and first.year != second.year:
        return second.year == first.year + 1 and first.month > second.month
    year_ends = first.month >= 11 and second.month <= 2
    return year_ends or (first.month, first.day or 0) <= (second.month, second.day or 0)


def _whole(lines: list[Line], run: dict[int, DatedTitle]) -> dict[int, DatedTitle]:
    """A run of lines if it is such a list, without its deadlines."""
    if len(run) < _FEWEST:
        return {}
    first = min(run)
    heads = [line for line in lines[max(0, first - 2) : first] if len(line.text) < 80]
    if any(_histories().find(tokenise(head.text)) or is_deadline(head.text) for head in heads):
        return {}
    kept = {place: entry for place, entry in run.items() if not is_day_of_call(entry.title)}
    return kept if 2 * len(kept) > len(run) and len(kept) > 1 else {}
