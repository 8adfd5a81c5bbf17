"""Lines: blocks with what their words are (dates, times, a label), each found once and only when asked for.

A block in which a lost table or a hurried editor has run several lines together ("... in exile? Moderator: Mr A B.
Panellists: ...") gives one line for each role that is labelled in it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from parsers.agenda.entry_fields import entry_fields
from parsers.agenda.labels import Label, label_at
from parsers.agenda.session_kinds import names_session
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.times import TimeMention, find_times
from parsers.page import Block, Page
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, word_set
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

ONLY_SEPARATORS = re.compile(r"^[\s|,;:()\[\]–—\-/.•*]*$")
_LONGEST = 400  # characters of a line that can still be a day or a time line
_LONGEST_DAY = 160  # characters of a line that names a day, but for "<day>, <hours>: <title and people>"
_DAY_AND_HOURS = re.compile(r"[^:|]{6,40}[,|]\s\D{0,8}\d{1,2}\s?[:hH.]\s?\d\d\D{1,5}\d{1,2}\s?[:hH.]\s?\d\d\s?[:|]\s")
_WORDS = WordLists("agenda")
# Cheap conditions before dear ones: most lines are neither days nor times.
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CLOCK_FIRST = re.compile(r"\W{0,3}\d{1,2}\s?[:hH]\s?\d\d(?!\d)")
_ENDS_IN_NUMBER = re.compile(r"\d(?:st|nd|rd|th)?[ :.–—-]*$")
_LONGEST_WEEKDAY = 16  # characters of a line that is a weekday and nothing else
_DOTTED = re.compile(r"\s*([01]?\d|2[0-3])\.([0-5]\d)\s*$")


class Line:
    """One line of a page.

    ``start`` is its offset in ``Page.text``, ``index`` its block's number, ``part`` its own number in the block.
    ``of_entry``: it is what a field of an entry holds (`entry_fields`), whose name is its label.
    """

    __slots__ = (
        "_dates",
        "_digits",
        "_label",
        "_times",
        "block",
        "clock",
        "index",
        "of_entry",
        "part",
        "start",
        "text",
    )

    def __init__(self, block: Block, index: int, start: int, text: str, part: int, field: Label | None = None) -> None:
        self.block = block
        self.index = index
        self.part = part
        self.start = start
        self.text = text
        self.clock: TimeMention | None = None  # a time that its neighbours make one
        self._digits = _DIGIT.search(text) is not None
        self._dates: list[DateMention] | None = None
        self._times: list[TimeMention] | None = None
        self._label: Label | bool | None = field or False
        self.of_entry = field is not None

    @property
    def end(self) -> int:
        """Offset in ``Page.text`` after the line."""
        return self.start + len(self.text)

    @property
    def dates(self) -> list[DateMention]:
        """The dates in the line; none where it is too long to be more than prose."""
        if self._dates is None:
            self._dates = find_dates(self.text) if len(self.text) < _LONGEST else []
        return self._dates

    @property
    def times(self) -> list[TimeMention]:
        """The clock times in the line."""
        if self._times is None:
            self._times = find_times(self.text) if self._digits and len(self.text) < _LONGEST else []
        return self._times

    @property
    def label(self) -> Label | None:
        """The label that the line starts with."""
        if self._label is False:
            self._label = label_at(self.text) if len(self.text) < 3 * _LONGEST else None
        return self._label if isinstance(self._label, Label) else None

    @property
    def links(self) -> list[tuple[int, int]]:
        """Spans of the links in the line's text."""
        return [(link.start - self.start, link.end - self.start) for link in self.block.links]

    def day(self) -> tuple[DateMention, str, int] | None:
        """The day that the line names as its subject, the words left over and their offset; None for other lines."""
        if self.of_entry or (len(self.text) > _LONGEST_DAY and not _DAY_AND_HOURS.match(self.text)):
            return None
        if not (self._digits or _day_word().match(self.text)):
            return None
        if _CLOCK_FIRST.match(self.text) or not self.dates:
            return None
        mention = self.dates[0]
        before = self.text[: mention.start].strip(" |,:–—-•()")
        if before and not _before_day().fullmatch(before):
            return None
        if mention.bracketed and mention.day_number is None:  # "Day 1 (20 June)" is a day's heading
            return None
        if mention.relative or mention.stamp_hint or mention.published_hint:
            return None
        if (not mention.days and mention.day_number is None) or (mention.days and mention.days[0].day is None):
            return None
        end = mention.end
        if len(self.dates) > 1 and ONLY_SEPARATORS.match(self.text[end : self.dates[1].start]):
            end = self.dates[1].end
        rest = self.text[end:]
        offset = end + len(rest) - len(rest.lstrip(" |,:–—-"))
        return mention, self.text[offset:].strip(), offset

    def names_day(self) -> bool:
        """Whether the line is the heading of a day, with its month or without."""
        return self.day() is not None or self.weekday_and_number() is not None

    def weekday_and_number(self) -> tuple[int, int | None] | None:
        """Weekday and day of the month of a heading without a month, "Martes 22", or of a weekday alone, "Mardi :"."""
        if len(self.text) > 40:
            return None
        if not self._digits:
            weekday = _weekdays().get(fold(self.text).strip(" :.-–—*")) if len(self.text) <= _LONGEST_WEEKDAY else None
            return (weekday, None) if weekday is not None and not self.text[0].islower() else None
        if not _ENDS_IN_NUMBER.search(self.text):
            return None
        match = _weekday_line().fullmatch(fold(self.text).strip(" :.-–—"))
        return (_weekdays()[match.group(1)], int(match.group(2))) if match else None

    def leading_time(self) -> tuple[TimeMention, int] | None:
        """The time that the line starts with, and the offset of what follows it."""
        if self.clock is not None:
            return self.clock, self.clock.end
        if not self.times:
            dotted = _DOTTED.fullmatch(self.text) if self.block.kind in ("cell", "term") else None
            if dotted is None:
                return None
            hour, minute = dotted.groups()
            return TimeMention(0, len(self.text), f"{int(hour):02}:{minute}", rule="dotted time in a table"), len(
                self.text
            )
        mention = self.times[0]
        before = self.text[: mention.start]
        if len(before) > 24 or not _before_time().fullmatch(before):
            return None
        return mention, mention.end

    def shows_time(self) -> bool:
        """Whether a time heads the line, or a short line gives a time with its end."""
        if self.leading_time() or (self.label is not None and self.label.meaning == "time"):
            return True
        return len(self.text) < 140 and any(time.finish for time in self.times)


@functools.cache
def _day_word() -> re.Pattern[str]:
    return re.compile(rf"\W*{_WORDS.plain('day.day_words', 'day.ordinals')}\b", re.IGNORECASE)


@functools.cache
def _before_time() -> re.Pattern[str]:
    words, glued = _WORDS.plain("time.time_labels", "time.before_time"), _WORDS.plain("time.glued")
    return re.compile(rf"\W{{0,3}}(?:{words}\s*:?\s*|{glued}\s*|[a-z]\)\s*)?\W{{0,2}}", re.IGNORECASE)


@functools.cache
def _before_day() -> re.Pattern[str]:
    words = alternatives(load("session_kinds")["day"]["before"])
    numbered = rf"{_WORDS.plain('day.day_words')}\s*\d{{1,2}}(?!\d)"  # "Jour 2 | mardi 5 mars", whose "2 mar" is no day
    return re.compile(rf"{_WORDS.leading('day.opens')}?(?:{numbered}|{words}|\W)+", re.IGNORECASE)


@functools.cache
def _weekdays() -> dict[str, int]:
    """Weekday names of all languages, folded; Monday is 0."""
    return {
        fold(name): number
        for words in load("calendar").values()
        if isinstance(words, dict) and "weekdays" in words
        for number, forms in enumerate(words["weekdays"])
        for name in forms
        if len(name) > 3
    }


@functools.cache
def _weekday_line() -> re.Pattern[str]:
    return re.compile(rf"({alternatives(_weekdays())}),? (?:{any_of('day_the')} )?(\d{{1,2}})(?:st|nd|rd|th)?")


@functools.cache
def _inner_labels(*, titled: bool) -> re.Pattern[str]:
    """A role's label, or "Moderated by", in the middle of a line, behind the end of a sentence or of a title.

    With ``titled`` a label counts anywhere where somebody with a title stands behind it.
    """
    labels = [
        form
        for role, forms in load("roles")["label"].items()
        if role not in ("opening", "closing", "host")
        for form in forms
        if form[0].isupper()
    ]
    before_by = alternatives([form for role in ("moderator", "chair") for form in load("roles")["by"][role]])
    parted = r"(?:(?<=[.?!;)”»])\s+|\s+[–—|-]\s+)"
    behind = rf"{parted}(?=(?:{alternatives(labels)})s?\s?:\s|(?:{before_by}) {any_of('by_whom')} )"
    anywhere = rf"(?<=\w)\s+(?=(?:{alternatives(labels)})s?\s?:\s+(?:{_titles()})\s)"
    return re.compile(f"{behind}|{anywhere}" if titled else behind)


def _titles() -> str:
    return alternatives(title for title in load("honorifics")["before"] if title[0].isupper())


@functools.cache
def _titled() -> re.Pattern[str]:
    """A colon before somebody with a title."""
    return re.compile(rf":\s+(?:{_titles()})\s")


_MAY_LABEL = (":", *(f" {by} " for by in sorted(word_set("by_whom"))))


def _gives_people(text: str) -> bool:
    """Whether words are a role's label and whom it labels: "Speakers: A B, ODI; C D, MPI"."""
    label = label_at(text)
    return label is not None and label.role is not None and label.rest < len(text)


def lines_of(page: Page) -> Iterator[Line]:
    """The page's lines in order, without the names of its entries' fields."""
    fields = entry_fields(page)
    for index, block in enumerate(page.blocks):
        text = block.text
        if fields and (index in fields or index + 1 in fields):
            if index in fields:
                yield Line(block, index, block.start, text, 0, fields[index])
            continue
        if len(text) > 1500 or len(text) < 30 or not any(words in text for words in _MAY_LABEL):
            yield Line(block, index, block.start, text, 0)
            continue
        start = 0
        part = 0
        for match in _inner_labels(titled=_titled().search(text) is not None).finditer(text):
            dashed = bool(match.group().strip())
            if not dashed and text[match.start() - 1].isalnum() and label_at(text[start:]) is not None:
                continue  # "IOM Speaker: Dr. A B"
            if dashed and not _gives_people(text[start : match.start()]):
                continue  # "Nets of the south - Moderator: A B": a title
            if not _LETTERS.search(text[start : match.start()]) and names_session(text[match.end() :]):
                continue  # "12.00 Keynote address: Ms. A B"
            yield Line(block, index, block.start + start, text[start : match.start()], part)
            start, part = match.end(), part + 1
        yield Line(block, index, block.start + start, text[start:], part)
