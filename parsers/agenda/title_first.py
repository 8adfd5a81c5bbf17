"""Programmes whose titles stand before their hours: on the line above them, or on the same line.

One line alone could be anything ("Open house (9:00 – 17:00)"), and hours between two titles belong to either. A row of
them tells: all hours end a title, or follow one, the first of a day as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.agenda.session_kinds import names_session
from parsers.agenda.shapes import SENTENCE, WORD, is_prose
from parsers.dates.times import TimeMention
from parsers.documents.labels import is_document_label
from parsers.words.word_lists import WordLists

_FEWEST = 3  # lines that make a row
_LONGEST = 200  # characters of a title's line
_OPENS = " (|,–—-[:.…"  # what may stand between a title and its hours
_WORDS = WordLists("agenda")
_BRACKET = re.compile(r"[(\[]\s*$")


def hours_behind_titles(lines: list[Line]) -> dict[int, TimeMention]:
    """By their places, the lines that end in their hours, "Opening session (9:00 – 9:30)", where several do."""
    found = {place: mention for place, line in enumerate(lines) if (mention := _last_hours(line)) is not None}
    if len(found) < _FEWEST:
        return {}
    leading = sum(line.block.table is None and line.leading_time() is not None for line in lines)
    return found if leading < len(found) and _mostly_later(list(found.values())) else {}


def _last_hours(line: Line) -> TimeMention | None:
    """The range, or time in brackets, that a line ends in behind the words of a title."""
    if (
        line.block.table is not None
        or len(line.text) > _LONGEST
        or not line.times
        or line.block.kind.startswith("field_")
    ):
        return None
    mention, label = line.times[-1], line.label
    if label is not None and label.meaning in ("time", "date") and label.rest <= mention.start:
        return None
    before = line.text[: mention.start]
    if mention.finish is None and not _BRACKET.search(before):
        return None
    title = before[: title_end(line.text, mention)]
    if len(title) == len(before) or not ONLY_SEPARATORS.match(line.text[mention.end :]):
        return None
    undated = not any(date.days for date in line.dates)
    alone = len(line.times) == 1 and undated and not SENTENCE.search(title)
    return mention if alone and WORD.search(title) else None


def title_end(text: str, mention: TimeMention) -> int:
    """Where the title ends that stands before hours on its line: before their bracket, dash, and "from"."""
    before = _from_hour().sub("", text[: mention.start])
    return len(before.rstrip(_OPENS))


@cache
def _from_hour() -> re.Pattern[str]:
    words = _WORDS.plain("day.at_hour", "time.before_time", "time.time_labels")
    return re.compile(rf"(?<=[\s(\[]){words}\s*$", re.IGNORECASE)


def _mostly_later(hours: list[TimeMention]) -> bool:
    """Whether hours follow each other, but for where a day begins."""
    back = sum(later.begin < earlier.begin for earlier, later in pairwise(hours))
    return back * _FEWEST <= len(hours)


def titles_above_hours(lines: list[Line]) -> dict[int, int]:
    """The places of lines of hours with the place of the title right above each, where all of a page's stand so."""
    alone = [place for place, line in enumerate(lines) if _is_hours(line)]
    if len(alone) < _FEWEST or not all(may_be_title(lines, place - 1) for place in alone):
        return {}
    days = list(_by_day(lines, alone))
    begin = any(_begins_with_title(lines, first) for first, _last in days)
    end = all(_ends_with_hours(lines, last) for _first, last in days)
    return {place: place - 1 for place in alone} if begin and end else {}


def _is_hours(line: Line) -> bool:
    """Whether a line outside of tables is hours and nothing else."""
    if line.of_entry or line.block.table is not None or line.block.kind.startswith("field_"):
        return False
    leading = line.leading_time()
    return leading is not None and not WORD.search(line.text[leading[1] :])


def may_be_title(lines: list[Line], place: int) -> bool:
    """Whether the line at a place can be a title: words, no hours, no day, no label and no sentence."""
    if place < 0:
        return False
    line = lines[place]
    text = line.text.strip()
    if line.block.table is not None or line.block.kind.startswith("field_") or not 3 <= len(text) <= _LONGEST:
        return False
    if line.times or line.names_day():
        return False
    named = names_session(text) or (line.label is None and not is_document_label(text))
    words = text.rstrip("?؟ ")
    return named and not is_prose(words) and not SENTENCE.search(words)


def _by_day(lines: list[Line], places: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last line of hours of each day that a heading names."""
    first = last = places[0]
    for place in places[1:]:
        if any(line.names_day() for line in lines[last + 1 : place]):
            yield first, last
            first = place
        last = place
    yield first, last


def _begins_with_title(lines: list[Line], first: int) -> bool:
    """Whether what stands over a day's first hours is a title by its words or form."""
    line = lines[first - 1]
    return names_session(line.text) or line.block.kind == "heading" or line.block.all_bold


def _ends_with_hours(lines: list[Line], last: int) -> bool:
    """Whether no title that could be theirs follows a day's last hours."""
    following = lines[last + 1] if last + 1 < len(lines) else None
    if following is None or not may_be_title(lines, last + 1):
        return True
    return not (names_session(following.text) or following.block.kind == "heading")
