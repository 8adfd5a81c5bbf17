"""Lines that name a day: headings of a programme's days, "<day> | <title>", lines of lists of days and titles."""

from __future__ import annotations

import re

from parsers.agenda.dated_lists import DatedTitle, hours_above
from parsers.agenda.labels import BODY_LABELS
from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.agenda.shapes import ROOM, SENTENCE
from parsers.agenda.walk import Walk
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.times import TimeMention
from parsers.places.countries import country_of

_IN_BRACKETS = re.compile(r"\([^()]*\)\W*")  # "26 October (Lima time)"


def take_day_line(walk: Walk, line: Line) -> bool:
    """Take the line as one that names a day; whether it was."""
    dated = walk.dated.get(walk.place)
    if dated is not None:
        return _dated_title(walk, line, dated)
    found = line.day()
    if found is None:
        return _day_of_month_line(walk, line)
    mention, rest, offset = found
    times = [time for time in line.times if time.start >= mention.end]
    if times and line.block.kind != "label":
        return _day_and_time(walk, line, mention, times[0])
    if rest and not _IN_BRACKETS.fullmatch(rest) and _heads_side_event(walk, rest):
        walk.close()
        walk.set_day(mention, line)
        walk.open(line, None, (rest, offset)).side_event = True
        return True
    if not _only_names_day(walk, line, rest):
        return False
    walk.close()
    walk.set_day(mention, line)
    walk.context = rest if rest and not _IN_BRACKETS.fullmatch(rest) else None
    return True


def _dated_title(walk: Walk, line: Line, dated: DatedTitle) -> bool:
    """A line of a list of days and titles; its hours may be stated once, above the list."""
    walk.close()
    walk.set_day(dated.day, line)
    item = walk.open(line, dated.time, (dated.title, dated.offset))
    item.listed = True
    hours = hours_above(walk.lines, min(walk.dated)) if dated.time is None else None
    if hours is not None:
        item.session.start, item.session.end = hours.begin, hours.finish
        item.session.timezone = hours.zones[0] if hours.zones else walk.zone
    if walk.place == max(walk.dated):
        walk.close()
    return True


def _only_names_day(walk: Walk, line: Line, rest: str) -> bool:
    if len(rest) > 90 or (len(rest) > 40 and SENTENCE.search(rest)):
        return False
    if rest and len(rest) >= 60 and not (line.block.kind in ("heading", "label") or line.block.all_bold):
        return False
    if line.block.kind == "label" or line.block.colspan > 1:
        return True
    if any(block.kind == "field_label" for block in walk.page.blocks[line.index + 1 : line.index + 6]):
        return False  # the posting date over a card
    return any(following.shows_time() for following in walk.following(9))


def _day_of_month_line(walk: Walk, line: Line) -> bool:
    """ "Martes 22": the month is known from the event's dates only."""
    day = line.weekday_and_number()
    if day is None or not any(following.shows_time() for following in walk.following(4)):
        return False
    walk.close()
    walk.day, walk.day_of_month = None, day
    walk.claim(line)
    return True


def _day_and_time(walk: Walk, line: Line, mention: DateMention, time: TimeMention) -> bool:
    """A line with a day and a time is an item of its own where a title stands on it."""
    rest = line.text[time.end :].strip(" |,:–—-()")
    between = line.text[mention.end : time.start].strip(" |,:–—-()")
    between = re.sub(r"^(?:at|from|de|à|a las|من)$", "", between, flags=re.IGNORECASE)
    if len(rest) <= 3 or between or SENTENCE.search(rest) or find_dates(rest) or ROOM.search(rest):
        return False
    if country_of(rest.rsplit(",", 1)[-1]) or (line.block.kind == "paragraph" and line.index < 3):
        return False
    walk.close()
    walk.set_day(mention, line)
    walk.open(line, time, (rest, line.text.find(rest, time.end)))
    return True


def _heads_side_event(walk: Walk, title: str) -> bool:
    """Whether "<day> | <title>" heads an item: its time or organisers are labelled on the next lines."""
    if not 4 <= len(title) <= 300:
        return False
    for following in walk.following(3):
        if following.day():
            return False
        label = following.label
        if label is not None and label.meaning in ("time", *BODY_LABELS, "speaker", "panellist", "venue"):
            return True
        leading = following.leading_time()
        if leading and ONLY_SEPARATORS.match(following.text[leading[1] :]):
            return True
    return False
