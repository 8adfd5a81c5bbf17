"""Where the titles stand in a list of events whose entries have labels for their day and hours."""

from __future__ import annotations

from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.agenda.title_first import may_be_title
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention

_FEWEST = 2
_BELOW = 3  # lines under a day among which its hours stand


def titles_over_labels(lines: list[Line]) -> frozenset[int]:
    """The places of titles right above a labelled day with hours, where two or more such days stand on the page."""
    found = [(place, hit) for place, line in enumerate(lines) if (hit := labelled_day(line)) is not None]
    entries = [place for place, (_day, time) in found if place and _has_hours(lines, place, time)]
    if len(entries) < _FEWEST:
        return frozenset()
    return frozenset(place - 1 for place in entries if may_be_title(lines, place - 1))


def labelled_day(line: Line) -> tuple[DateMention, TimeMention | None] | None:
    """The one day behind the label "Date:", and the hours behind it where they stand on the line."""
    label = line.label
    if label is None or label.meaning != "date" or label.rest >= len(line.text) or not line.dates:
        return None
    day = line.dates[0]
    if not day.names_days or day.is_range or not ONLY_SEPARATORS.match(line.text[label.rest : day.start]):
        return None
    times = [time for time in line.times if time.start >= day.end]
    return day, times[0] if times else None


def _has_hours(lines: list[Line], place: int, time: TimeMention | None) -> bool:
    below = lines[place + 1 : place + 1 + _BELOW]
    return time is not None or any(
        other.label is not None and other.label.meaning == "time" and other.times for other in below
    )
