"""Times that are ones only in a row: "09.30 Adoption of the agenda", "15 h Clôture", "0830 Registration".

Alone, "9.30" may be a price or the number of a section, "1945" a year. Several lines that begin with one, in the order
of the clock, are a programme's; lines whose time needs no other count as their neighbours.
"""

from __future__ import annotations

import functools
import re
from itertools import islice, pairwise

from parsers.agenda.lines import Line
from parsers.dates.times import TimeMention
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.word_lists import WordLists

_FEWEST = 3
_EARLIEST = "07:00"  # of a programme's first item: sections are numbered from 1
_LATEST = "17:00"  # of the first item in digits alone: what follows may be years
_WORDS = WordLists("agenda")
_HOUR = r"(?:[01]?\d|2[0-3])"
_BARE, _WHOLE, _IN_DIGITS = "bare time in a row", "whole hour in a row of times", "digits in a row of times"
_NEARBY = 12  # lines
_SHORT = 40  # characters
_CAPITAL = re.compile(rf"[“”\"'«¿¡(]?[{CAPITALS}\u0620-\u064a]")


@functools.cache
def _clock_first() -> re.Pattern[str]:
    several = alternatives(
        form for form in _WORDS.forms("time.unit") + _WORDS.forms("time.short_unit") if form[-1] == "s"
    )
    return re.compile(
        rf"\W{{0,3}}(?:(?P<hour>{_HOUR})\.(?P<minute>[0-5][05])|(?P<full>{_HOUR})\s?[hH](?!\w)"
        r"|(?P<military>[01]\d|2[0-3])(?P<minutes>[0-5][05])(?:\s?[-–—]\s?(?P<until>(?:[01]\d|2[0-3])[0-5][05]))?(?=\W))"
        rf"(?:\s*(?:h|{several}|uhr)\b\.?)?(?P<end>)\s*(?:[:–—|-]\s*)?[:–—|-]?\s+(?=\S)",
        re.IGNORECASE,
    )


@functools.cache
def _hours() -> re.Pattern[str]:
    """ "10 heures - 11 heures" alone on its line."""
    unit, before = rf"(?:h|{_WORDS.plain('time.unit')})", _WORDS.plain("time.from_hour")
    return re.compile(
        rf"\W{{0,3}}(?:{before} )?(?P<hour>{_HOUR})\s?{unit}\s?(?:[-–—]|à|a)\s?(?P<until>{_HOUR})\s?{unit}\W*",
        re.IGNORECASE,
    )


@functools.cache
def _hour_alone() -> re.Pattern[str]:
    """ "9 h :" alone on its line."""
    unit = _WORDS.plain("time.unit", languages=("fr", "es"))
    return re.compile(rf"\W{{0,3}}(?P<hour>{_HOUR})\s?(?:h|{unit})\W*", re.IGNORECASE)


def mark_bare_clocks(lines: list[Line]) -> None:
    """Give the lines of such rows their time."""
    found = {place: mention for place, line in enumerate(lines) if (mention := _clock(line)) is not None}
    if len(found) < _FEWEST:
        whole = sum(mention.rule == _WHOLE for mention in found.values())
        for place, mention in found.items():
            others = whole - (mention.rule == _WHOLE)
            if mention.rule in (_BARE, _WHOLE) and _stands_between(lines, place, mention, others):
                lines[place].clock = mention
        return
    for group in _by_day(lines, found):
        begins = [found[place].begin for place in group]
        in_digits = all(found[place].rule == _IN_DIGITS for place in group)
        if begins[0] < _EARLIEST or (in_digits and begins[0] > _LATEST):
            continue
        if all(first <= second for first, second in pairwise(begins)):
            for place in group:
                lines[place].clock = found[place]


def _clock(line: Line) -> TimeMention | None:
    text = line.text
    if not text[:4].strip(" •·-–|([")[:1].isdigit() or line.block.kind.startswith("field_"):
        return None
    hours = _hours().fullmatch(text) if len(text) < _SHORT and not line.times else None
    if hours is not None and int(hours["hour"]) < int(hours["until"]):
        begin, finish = (f"{int(hours[name]):02}:00" for name in ("hour", "until"))
        return TimeMention(0, len(text), begin, finish, rule=_BARE)
    alone = _hour_alone().fullmatch(text) if len(text) < _SHORT and not line.times else None
    if alone is not None:
        return TimeMention(0, len(text), f"{int(alone['hour']):02}:00", rule=_WHOLE)
    match = _clock_first().match(text)
    if match is None or _CAPITAL.match(text, match.end()) is None:
        return None
    if line.times and line.times[0].start < match.end():
        return None
    hour, minute = match["hour"] or match["full"] or match["military"], match["minute"] or match["minutes"] or "00"
    until = f"{match['until'][:2]}:{match['until'][2:]}" if match["until"] else None
    rule = _IN_DIGITS if match["military"] else _BARE
    return TimeMention(0, match.start("end"), f"{int(hour):02}:{minute}", until, rule=rule)


def _stands_between(lines: list[Line], place: int, mention: TimeMention, others: int) -> bool:
    """Whether the times of the lines before and behind, up to where a day ends, leave room for one more.

    ``others`` are lines that may be such times as well.
    """
    before = _times_beside(lines[max(0, place - _NEARBY) : place][::-1])
    behind = _times_beside(lines[place + 1 : place + 1 + _NEARBY])
    first = not before and mention.finish is None and mention.rule != _WHOLE
    if first and not (behind and place and lines[place - 1].names_day()):
        return False
    if len(before) + len(behind) + others + 1 < _FEWEST and not ((before or behind) and _is_of_programme(lines)):
        return False
    return (not before or before[0] <= mention.begin) and (not behind or mention.begin <= behind[0])


def _is_of_programme(lines: list[Line]) -> bool:
    """Whether a page has a programme whatever one line is: several of its lines begin with a time."""
    timed = (line for line in lines if line.leading_time() is not None)
    return sum(1 for _line in islice(timed, _FEWEST)) == _FEWEST


def _times_beside(lines: list[Line]) -> list[str]:
    times = []
    for line in lines:
        if line.names_day():
            break
        leading = line.leading_time()
        if leading is not None:
            times.append(leading[0].begin)
    return times


def _by_day(lines: list[Line], found: dict[int, TimeMention]) -> list[list[int]]:
    """The places of ``found`` in groups, parted where a line names a day."""
    groups: list[list[int]] = [[]]
    before = 0
    for place in found:
        if groups[-1] and any(line.block.kind == "label" or line.names_day() for line in lines[before + 1 : place]):
            groups.append([])
        groups[-1].append(place)
        before = place
    return groups
