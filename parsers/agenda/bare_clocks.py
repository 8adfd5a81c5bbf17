"""Times that are ones only in a row: "09.30 Adoption of the agenda", "15 h Clôture".

Alone, "9.30" may be a price or the number of a section. Several lines that begin with one, in the order of the
clock, are a programme's.
"""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.agenda.lines import Line
from parsers.dates.times import TimeMention
from parsers.words.patterns import CAPITALS

_FEWEST = 3
_EARLIEST = "07:00"  # of a programme's first item: sections are numbered from 1
_CLOCK = re.compile(
    r"\W{0,3}(?:(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5][05])|(?P<full>[01]?\d|2[0-3])\s?[hH](?!\w))"
    r"(?:\s*(?:h|hs|hrs|hours|heures|horas|uhr)\b\.?)?(?P<end>)\s*[:–—|-]?\s+(?=\S)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(rf"[“”\"'«¿¡(]?[{CAPITALS}\u0620-\u064a]")


def mark_bare_clocks(lines: list[Line]) -> None:
    """Give the lines of such rows their time."""
    found = {place: mention for place, line in enumerate(lines) if (mention := _clock(line)) is not None}
    if len(found) < _FEWEST:
        return
    for group in _by_day(lines, found):
        begins = [found[place].begin for place in group]
        if begins[0] >= _EARLIEST and all(first <= second for first, second in pairwise(begins)):
            for place in group:
                lines[place].clock = found[place]


def _clock(line: Line) -> TimeMention | None:
    text = line.text
    if not text[:4].strip(" •·-–|([")[:1].isdigit() or line.block.kind.startswith("field_"):
        return None
    match = _CLOCK.match(text)
    if match is None or _CAPITAL.match(text, match.end()) is None:
        return None
    if line.times and line.times[0].start < match.end():
        return None
    hour, minute = match["hour"] or match["full"], match["minute"] or "00"
    return TimeMention(0, match.start("end"), f"{int(hour):02}:{minute}", rule="bare time in a row")


def _by_day(lines: list[Line], found: dict[int, TimeMention]) -> list[list[int]]:
    """The places of ``found`` in groups, parted where a line names a day."""
    groups: list[list[int]] = [[]]
    before = 0
    for place in found:
        if groups[-1] and any(line.block.kind == "label" or line.day() for line in lines[before + 1 : place]):
            groups.append([])
        groups[-1].append(place)
        before = place
    return groups
