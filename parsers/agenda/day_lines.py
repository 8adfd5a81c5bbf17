"""Lines that name a day: headings of a programme's days, "<day> | <title>", lines of lists of days and titles."""

from __future__ import annotations

import functools
import re

from parsers.agenda.dated_lists import DatedTitle, hours_above
from parsers.agenda.held_on_days import says_language
from parsers.agenda.items import Words
from parsers.agenda.labels import BODY_LABELS
from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.agenda.rooms import names_only_places, place_at_end, room_pattern
from parsers.agenda.shapes import SENTENCE
from parsers.agenda.walk import Walk
from parsers.dates.deadlines import heads_deadlines, is_day_of_call
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.times import TimeMention
from parsers.places.countries import country_of
from parsers.words.word_lists import WordLists

_WORDS = WordLists("agenda")
_IN_BRACKETS = re.compile(r"\([^()]*\)\W*")  # "26 October (Lima time)"


def take_day_line(walk: Walk, line: Line) -> bool:
    """Take the line as one that names a day; whether it was."""
    dated = walk.dated.get(walk.place)
    if dated is not None:
        return _dated_title(walk, line, dated)
    found = line.day()
    if found is None:
        return _day_of_month_line(walk, line) or _day_behind_words(walk, line)
    mention, rest, offset = found
    if rest and (is_day_of_call(rest) or _is_below_deadlines(walk, line)):
        return False
    times = [time for time in line.times if time.start >= mention.end]
    if times and line.block.kind != "label":
        return _day_and_time(walk, line, mention, times[0]) or _day_and_hours_over_title(walk, line, mention, times[0])
    if rest and not _IN_BRACKETS.fullmatch(rest) and _heads_side_event(walk, rest):
        walk.close()
        walk.set_day(mention, line)
        walk.open(line, None, (rest, offset)).side_event = True
        return True
    if not _only_names_day(walk, line, rest):
        return False
    walk.close()
    walk.set_day(mention, line)
    start = line.start + offset
    walk.context = Words(rest, (start, line.end)) if rest and not _IN_BRACKETS.fullmatch(rest) else None
    return True


def _is_below_deadlines(walk: Walk, line: Line) -> bool:
    """Whether a day stands in a list of a call's days: dated lines below "Key dates"."""
    for above in reversed(walk.lines[max(0, walk.place - _LONGEST_CALL) : walk.place]):
        if heads_deadlines(above.text):
            return True
        if not above.dates or line.times:
            return False
    return False


_LONGEST_CALL = 8  # days in the list of a call


def _dated_title(walk: Walk, line: Line, dated: DatedTitle) -> bool:
    """A line of a list of days and titles; its hours may be stated once, above the list."""
    walk.close()
    walk.set_day(dated.day, line)
    place = place_at_end(dated.title)
    item = walk.open(line, dated.time, (dated.title[: place.title_end] if place else dated.title, dated.offset))
    if place is not None:
        item.take_venue(place.room, line, dated.offset)
    item.listed = True
    hours = hours_above(walk.lines, min(walk.dated)) if dated.time is None else None
    if hours is not None:
        walk.give_hours(item, *hours)
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
    if any(walk.place < place <= walk.place + _DAY_HEADS for place in walk.untimed):
        return True
    return any(following.shows_time() for following in walk.following(_DAY_HEADS))


_DAY_HEADS = 9  # lines
_BEHIND_WORDS = re.compile(r"(?:[,،:|–—]|\s-|\()\s*$")
_LONGEST_HEAD = 90  # characters
_DIGIT = re.compile(r"\d")


def _day_behind_words(walk: Walk, line: Line) -> bool:
    """ "Senior officials | 21 August", "Premier jour, 5 novembre": a head over timed lines that ends in its day."""
    if len(line.text) > _LONGEST_HEAD or not _DIGIT.search(line.text) or line.times or line.label is not None:
        return False
    following = next(iter(walk.following(1)), None)
    if following is None or following.leading_time() is None or not line.dates:
        return False
    mention = line.dates[0]
    head = line.text[: mention.start]
    if not mention.names_days or mention.is_range or mention.relative or mention.published_hint or mention.stamp_hint:
        return False
    if not _BEHIND_WORDS.search(head) or not ONLY_SEPARATORS.match(line.text[mention.end :]) or is_day_of_call(head):
        return False
    walk.close()
    walk.set_day(mention, line)
    walk.context = Words(_BEHIND_WORDS.sub("", head).strip(), (line.start, line.start + mention.start))
    return True


def _day_of_month_line(walk: Walk, line: Line) -> bool:
    """ "Martes 22": the month is known from the event's dates only."""
    day = line.weekday_and_number()
    if day is None or not any(following.shows_time() for following in walk.following(4)):
        return False
    walk.close()
    walk.day, walk.day_of_month = None, day
    walk.agenda.weekdays.append((day, line))
    walk.agenda.day_spans[id(day)] = (line.start, line.end)
    walk.claim(line)
    return True


def _day_and_time(walk: Walk, line: Line, mention: DateMention, time: TimeMention) -> bool:
    """A line with a day and a time is an item of its own where a title stands on it."""
    rest = line.text[time.end :].strip(" |,:–—-()")
    between = line.text[mention.end : time.start].strip(" |,:–—-()")
    between = _at_hour().sub("", between)
    rest = _without_earlier_day(rest)
    if len(rest) <= 3 or between or find_dates(rest) or says_language(rest):
        return False
    if room_pattern().search(rest) or country_of(rest.rsplit(",", 1)[-1]):
        return False
    listed = _is_one_of_several(walk, line, time)
    if not listed and (SENTENCE.search(rest) or (line.block.kind == "paragraph" and line.index < 3)):
        return False
    told = _TOLD_BEHIND.search(rest) if SENTENCE.search(rest) else None
    title = rest[: told.start()] if told is not None else rest
    place = place_at_end(title)
    walk.close()
    walk.set_day(mention, line)
    item = walk.open(line, time, (title[: place.title_end] if place else title, line.text.find(rest, time.end)))
    item.set_out = True
    if place is not None:
        item.take_venue(place.room, line, time.end)
    if told is not None:
        walk.close()
        walk.agenda.claimed.discard(line.index)  # what the sentence tells of people is prose
    return True


# "Launch reception, with a greeting by the mayor.", "Round table “Ropes”. A B will lead it."
_TOLD_BEHIND = re.compile(r"[,،]\s+(?=[^\WA-ZÀ-Þ\d_])|(?<=[^\W\d_]{3})[.!?؟]\s+(?=\S)")


@functools.cache
def _at_hour() -> re.Pattern[str]:
    return re.compile(rf"^{_WORDS.plain('day.at_hour')}$", re.IGNORECASE)


def _day_and_hours_over_title(walk: Walk, line: Line, mention: DateMention, time: TimeMention) -> bool:
    """A line that is a day and its hours, over a head, in a list of such: "Tue 3 Dec · 10:00–11:15" / "Herders"."""
    if not _is_over_title(walk, walk.place):
        return False
    if sum(_is_over_title(walk, place) for place in range(len(walk.lines))) < _FEWEST_OVER_TITLES:
        return False
    walk.close()
    walk.set_day(mention, line)
    walk.open(line, time, None).side_event = True
    return True


_FEWEST_OVER_TITLES = 2


def _is_over_title(walk: Walk, place: int) -> bool:
    line = walk.lines[place]
    if (
        line.block.kind.startswith("field_")
        or len(line.text) > _LONGEST_HEAD
        or not line.times
        or place + 1 >= len(walk.lines)
    ):
        return False
    found, time, title = line.day(), line.times[-1], walk.lines[place + 1]
    if found is None or found[0].is_range or time.finish is None or time.start < found[0].end:
        return False
    if (
        not (title.block.kind == "heading" or title.block.all_bold)
        or title.label is not None
        or title.day() is not None
    ):
        return False
    return not _BETWEEN.sub("", line.text[found[0].end : line.times[0].start]) and not _ZONE.sub(
        "", line.text[time.end :]
    )


_BETWEEN = re.compile(r"[\s|,;:·•()–—-]+")
_ZONE = re.compile(r"[\s().]+|(?<!\w)[A-Z]{2,5}(?!\w)")


_EARLIER = re.compile(r"\s*\(([^()]{4,80})\)?$")  # "(new time, previously 15 November)"
_BARS = re.compile(r"\s*(?:\([^()]{1,40}\)|[A-Z]{2,5})?\s*[|:–—·]")
_NEARBY = 12  # lines


def _without_earlier_day(title: str) -> str:
    bracket = _EARLIER.search(title)
    return title[: bracket.start()] if bracket is not None and find_dates(bracket[1]) else title


def _is_one_of_several(walk: Walk, line: Line, time: TimeMention) -> bool:
    """Whether a line "<day>, <hours> | <title>" stands among others like it; of two, one may give no end."""
    return (
        time.finish is not None
        and _has_bar(line, time)
        and any(
            other is not line
            and any(_has_bar(other, mention) for mention in other.times[:1])
            and other.day() is not None
            for other in walk.lines[max(0, walk.place - _NEARBY) : walk.place + 1 + _NEARBY]
        )
    )


def _has_bar(line: Line, time: TimeMention) -> bool:
    return _BARS.match(line.text, time.end) is not None


def _heads_side_event(walk: Walk, title: str) -> bool:
    """Whether "<day> | <title>" heads an item: its time or organisers are labelled on the next lines."""
    if not 4 <= len(title) <= 300 or _heads_programme(walk) or names_only_places(title) or is_day_of_call(title):
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


def _heads_programme(walk: Walk) -> bool:
    """Whether several lines below that begin with a time stand before the next day: a day's programme."""
    times = 0
    for following in walk.following(_NEARBY):
        if following.day() is not None or following.block.kind == "label":
            return False
        times += following.leading_time() is not None and following.label is None
        if times > 1:
            return True
    return False
