"""Lines with a clock time: an item's title stands behind it, on the next line, or (lists of side events) before it."""

from __future__ import annotations

import functools
import re

from parsers.agenda.items import AgendaItem
from parsers.agenda.labels import BODY_LABELS, label_at
from parsers.agenda.lines import ONLY_SEPARATORS, Line
from parsers.agenda.rooms import room_pattern
from parsers.agenda.session_kinds import names_session
from parsers.agenda.shapes import SENTENCE, WORD, is_prose, is_somebody
from parsers.agenda.title_first import title_end
from parsers.agenda.told_sessions import tells_session
from parsers.agenda.untimed import heads_programme
from parsers.agenda.walk import Walk
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention
from parsers.words.patterns import ANY_APOSTROPHE, CAPITALS, alternatives
from parsers.words.word_lists import WordLists

_WORDS = WordLists("agenda")
_CLOSED = ")] :–—-"  # behind hours in brackets
_BESIDE_TITLE = " |/,:–—-•"  # cells of a lost table stand between bars or slashes
_LONG_TITLE = 400
_LONGEST_REST = 200  # characters behind a single time, where no word says what item they are
_HEAD = 60  # characters in which a title says what it is of


@functools.cache
def _zone_words() -> re.Pattern[str]:
    time, units = _WORDS.plain("time.zone"), ("time.unit", "time.short_unit")
    several = alternatives(form for key in units for form in _WORDS.forms(key, "en", "es") if form[-1] == "s")
    return re.compile(
        rf"^\((?:EDT|EST|ET|CET|CEST|GMT|UTC|[A-Z]{{2,4}}(?: {time})?)\)\s*"
        rf"|^(?:(?:{_WORDS.plain('time.zone_of')} )?{time}|(?:{several}|h)\.?)$",
        re.IGNORECASE,
    )


@functools.cache
def _place_of_hours() -> re.Pattern[str]:
    """What stands beside the hours of several places: "(Londres)", "à Paris", "in Manila", "heure de Genève"."""
    before, inside = alternatives(_WORDS.forms("time.in_place"), " ", ANY_APOSTROPHE), _WORDS.plain("time.inside_place")
    word = rf"[{CAPITALS}\u0620-\u064a][\w'’-]*"
    return re.compile(rf"\([^()\d]{{2,40}}\)|(?<!\w)(?:(?:{before})\s*){word}(?: (?:{inside} )?{word}){{0,2}}")


@functools.cache
def _words_of_hours() -> re.Pattern[str]:
    """The same: "soit", "or"."""
    return re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.forms('time.otherwise'))})(?!\w)", re.IGNORECASE)


def take_time_line(walk: Walk, line: Line) -> bool:
    """Take the line as one whose time heads an item; whether it was."""
    if walk.place in walk.hours_behind or walk.place in walk.titles_above:
        return _title_first(walk, line)
    if line.label is not None and line.label.meaning == "time" and line.times:
        return _labelled_time(walk, line)
    leading = line.leading_time()
    if leading is None:
        return _part_of_day(walk, line) or _trailing_time(walk, line)
    mention, end = leading
    if _same_hours_elsewhere(walk, line, mention):
        walk.claim(line)
        return True
    rest = line.text[end:]
    if mention.finish is None and not _single_time_counts(walk, line, rest):
        return False
    title = _zone_words().sub("", rest.strip(_BESIDE_TITLE).lstrip(_CLOSED)).strip(_BESIDE_TITLE)
    title = title if WORD.search(rest) else ""
    headed = _side_event_above(walk)
    if headed is not None and (not title or _is_place(walk, rest, title)):
        walk.give_time(headed, line, mention)
        headed.take_venue(title, line, end)
        return True
    if not title:
        return _lone_time(walk, line, mention)
    if title_before(walk, line) is not None and _is_place(walk, rest, title):
        return _open_before(walk, line, mention, venue=(title, end))
    if not _may_be_title(walk, title, line):
        return False
    walk.close()
    walk.open(line, mention, (title, line.text.find(title, end)))
    return True


def _title_first(walk: Walk, line: Line) -> bool:
    """Open an item whose title stands before its hours, as that of all items here does."""
    walk.close()
    mention = walk.hours_behind.get(walk.place)
    if mention is not None:
        walk.open(line, mention, (line.text[: title_end(line.text, mention)], 0))
        return True
    leading, title_line = line.leading_time(), walk.lines[walk.titles_above[walk.place]]
    if leading is not None:
        walk.open(line, leading[0], (title_line.text, 0), title_line=title_line)
    return True


def _same_hours_elsewhere(walk: Walk, line: Line, mention: TimeMention) -> bool:
    """Whether a line only says an hour again in another zone: "14:00 CEST" below "08:00 EDT", both in one cell.

    "10:00 a 11:30 (Ciudad de Guatemala) / 17:00 a 18:30 (Londres)" is such a line and the hours themselves.
    """
    if len(line.times) > 1:
        outside = _place_of_hours().sub(
            " ", f"{line.text[mention.end : line.times[1].start]} | {line.text[line.times[-1].end :]}"
        )
        return not _words_of_hours().sub("", outside).strip(" |/,;:.()–—-")
    item, before = walk.item, walk.lines[walk.place - 1]
    again = item is not None and not item.session.title and item.time is not None and before.leading_time() is not None
    return again and line.block.joined and bool(mention.zones) and not line.text[mention.end :].strip(" |,:–—-")


def _side_event_above(walk: Walk) -> AgendaItem | None:
    """The item that the line right above has opened, "<day> | <title>", where its hours are still to come."""
    item = walk.item
    if item is None or not item.side_event or item.time is not None or item.readings or not item.lines:
        return None
    return item if item.lines[-1] is walk.lines[walk.place - 1] else None


def _is_place(walk: Walk, rest: str, title: str) -> bool:
    """Whether what stands behind a time is its place: a room's name, or words behind a bar or comma in a list."""
    if len(title) > 90:
        return False
    if room_pattern().search(title):
        return True
    mark = rest.lstrip()[:1]
    return mark in ("|", ",", "،") and not names_session(title) and (mark == "|" or _heads_entry(walk))


def _heads_entry(walk: Walk) -> bool:
    """Whether the line before is the head of a list's entry: in bold, or with a label under its time."""
    following = next(iter(walk.following(1)), None)
    label = following.label if following is not None else None
    return walk.lines[walk.place - 1].block.all_bold or (
        label is not None and (label.kind == "role" or label.meaning in (*BODY_LABELS, "venue"))
    )


def _single_time_counts(walk: Walk, line: Line, rest: str) -> bool:
    """A time without an end heads an item only where others do too, or in a day's programme."""
    inside = walk.item is not None or walk.day is not None
    if len(rest) >= (_LONG_TITLE if inside and names_session(rest[:_HEAD]) else _LONGEST_REST):
        return False
    if inside or line.block.kind in ("cell", "term", "heading"):
        return True
    if tells_session(rest):
        return False
    nearby = walk.lines[max(0, walk.place - 12) : walk.place + 12]
    return any(other is not line and other.leading_time() for other in nearby)


def _labelled_time(walk: Walk, line: Line) -> bool:
    """ "Time: 10.30-12.00 EDT" belongs to the item opened above, else to the title right above."""
    if walk.item is not None and walk.item.time is None and not walk.item.readings:
        walk.give_time(walk.item, line, line.times[0])
        return True
    return _open_before(walk, line, line.times[0])


def _lone_time(walk: Walk, line: Line, mention: TimeMention) -> bool:
    """A time alone on its line: the title follows, or (in lists of side events) stands right before."""
    following = next(iter(walk.following(1)), None)
    if _title_stands_before(walk, line, following):
        return _open_before(walk, line, mention)
    outside = walk.item is None and walk.day is None and walk.day_of_month is None and line.block.kind != "cell"
    if following is not None and outside and is_prose(following.text):
        return False
    walk.close()
    walk.open(line, mention, None)
    return True


def _title_stands_before(walk: Walk, line: Line, following: Line | None) -> bool:
    before = title_before(walk, line)
    if before is None:
        return False
    if following is None or following.leading_time() is not None or following.day() is not None:
        return before.index in walk.agenda.leftovers or walk.item is None or before not in walk.item.lines
    label = following.label
    if label is not None and (label.kind == "role" or label.meaning in (*BODY_LABELS, "venue")):
        return True
    return is_prose(following.text)


def title_before(walk: Walk, line: Line) -> Line | None:
    """The unclaimed line right above that can be a title."""
    if walk.place == 0 or line.block.table is not None:
        return None
    before = walk.lines[walk.place - 1]
    if before.index in walk.agenda.claimed or before.label is not None or before.day() or before.leading_time():
        return None
    if before.block.kind not in ("paragraph", "heading", "item", "label") or not 4 <= len(before.text) <= 220:
        return None
    if before.text == walk.page.title or _is_value(walk, before) or heads_programme(before):
        return None
    if is_somebody(before.text) or _says_what().match(before.text):
        return None
    if SENTENCE.search(before.text) and not before.text.endswith("?"):
        return None
    if any(date.is_range and date.days[0].year is not None for date in before.dates):
        return None  # "On the margins of the Forum, New York, 17–20 May 2022"
    first = before.text[0]
    return before if not first.islower() or before.block.kind == "heading" else None


@functools.cache
def _says_what() -> re.Pattern[str]:
    """ "What: Launch of the atlas", over "When:": the whole event."""
    return re.compile(rf"\W{{0,3}}{_WORDS.any_of('label.what')}\s?:", re.IGNORECASE)


def _is_value(walk: Walk, line: Line) -> bool:
    """Whether a line is what a field's label stands over: "Organizer" / "Harbour Institute"."""
    return line.index > 0 and walk.page.blocks[line.index - 1].kind == "field_label"


def _open_before(walk: Walk, line: Line, mention: TimeMention, venue: tuple[str, int] | None = None) -> bool:
    """Open an item whose title is the line before; ``venue`` is its room's words and their offset in the line."""
    before = title_before(walk, line)
    if before is None:
        return False
    if before.index in walk.agenda.leftovers:
        walk.agenda.leftovers.remove(before.index)
    walk.close()
    item = walk.open(line, mention, (before.text, 0), title_line=before)
    if venue is not None:
        item.take_venue(venue[0], line, venue[1])
    item.side_event = True
    day = _day_before_time(line, mention)
    if day is not None:
        item.day = day
        walk.agenda.day_spans[id(day)] = (line.start + day.start, line.start + day.end)
    return True


def _day_before_time(line: Line, time: TimeMention) -> DateMention | None:
    """The day that stands with a time on its line: "When: 12 November 2024, 11:30–12:45"."""
    days = [date for date in line.dates if date.days and date.days[0].day is not None and date.end <= time.start]
    return days[0] if len(days) == 1 and not days[0].is_range and not days[0].bracketed else None


def _trailing_time(walk: Walk, line: Line) -> bool:
    """ "Lunch, 12:30 - 14:00", "Panel 1: X (10:00 – 11:30)": a range at the end of a line that names an item."""
    if not line.times or len(line.text) > 200 or (walk.day is None and walk.item is None):
        return False
    mention = line.times[-1]
    if mention.finish is None or mention.start < 4 or not ONLY_SEPARATORS.match(line.text[mention.end :]):
        return False
    title = line.text[: mention.start].rstrip(" (|,–—-[:")
    if line.label is not None or SENTENCE.search(title) or not _may_be_title(walk, title, line):
        return False
    set_off = line.block.kind in ("heading", "item", "cell", "label") or line.block.all_bold
    if not (set_off or names_session(title)):
        return False
    walk.close()
    walk.open(line, mention, (title, 0))
    return True


def _part_of_day(walk: Walk, line: Line) -> bool:
    """ "Afternoon: visit to the port", below a day of a programme: an item without hours."""
    if walk.day is None and walk.day_of_month is None:
        return False
    part = _parts_of_day().match(line.text) if ":" in line.text[:_HEAD] or "–" in line.text[:_HEAD] else None
    title = line.text[part.end() :] if part is not None else ""
    if part is None or len(title) > _LONGEST_REST or line.times or not WORD.search(title) or is_prose(title):
        return False
    if label_at(title) is not None:
        return False
    walk.close()
    walk.open(line, None, (title, part.end()))
    return True


@functools.cache
def _parts_of_day() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}{_WORDS.any_of('time.parts_of_day')}\s*(?::|\s[–—-]\s)\s*(?=\S)", re.IGNORECASE)


def _may_be_title(walk: Walk, title: str, line: Line) -> bool:
    if len(title) > _LONG_TITLE or not WORD.search(title):
        return False
    alone = walk.item is None and walk.day is None and walk.day_of_month is None
    return not (alone and line.block.kind == "paragraph" and len(title) > 160 and SENTENCE.search(title))
