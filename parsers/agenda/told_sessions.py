"""Sessions that an event's running text tells with their hours: "At 18:00 there is a screening of the film “Nets”".

Only for pages without a programme. Most hours in a text are those of the whole meeting ("the workshop begins at 9:00"),
so that the session must be one that is never the meeting itself or be said to come beside it; "the ceremony begins at
10:00" counts only where another one is told too. One that is told with its own day counts where the page has several,
or where it is always a part ("the award ceremony will take place on 3 May at 15:00"). No Arabic: there the verb stands
first, and the meeting behind it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.agenda.items import AgendaItem, KindWords
from parsers.agenda.session_kinds import session_kind
from parsers.dates.finding import find_dates
from parsers.dates.times import TimeMention, find_times
from parsers.dates.zones import label_of
from parsers.page import Block, Page
from parsers.record import Session
from parsers.words.phrases import fold
from parsers.words.sentences import sentences
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("agenda")
_SHORTEST, _LONGEST = 40, 2000  # characters of a paragraph
_LONGEST_LINE = 120  # characters of a line with the event's days
_REACH = 200  # characters beside an hour in which its session stands
_DIGIT = re.compile(r"\d")
_LANGUAGES = ("en", "fr", "es")


@dataclass(slots=True, frozen=True)
class _Told:
    """A session with its hour; offsets in the sentence. ``beside``: said to come beside others."""

    time: TimeMention
    noun: str
    title: str
    at: int
    beside: bool


def told_items(page: Page) -> list[AgendaItem]:
    """The sessions that a page's running text tells with their hours, in its order."""
    title = fold(page.title or "")
    found: list[tuple[AgendaItem, bool]] = []
    several_days: bool | None = None
    for block in page.blocks:
        if block.kind != "paragraph" or not _SHORTEST <= len(block.text) <= _LONGEST or not _DIGIT.search(block.text):
            continue
        if _nouns().search(block.text) is None:
            continue
        for start, end in sentences(block.text):
            text = block.text[start:end]
            for told in _in_sentence(text):
                if fold(told.noun) in title:
                    continue
                item = _item(block, start, text, told)
                beside = told.beside or (item.day is not None and _part().fullmatch(told.noun) is not None)
                if not beside and item.day is not None:
                    several_days = _has_several_days(page) if several_days is None else several_days
                    beside = several_days
                found.append((item, beside))
    if len(found) == 1 and not found[0][1]:
        return []
    return [item for item, _beside in found]


def _has_several_days(page: Page) -> bool:
    """Whether a short line of the page names its days: "12-14 May 2021"."""
    short = (block.text for block in page.blocks if len(block.text) <= _LONGEST_LINE and _DIGIT.search(block.text))
    return any(day.is_range and day.names_days for text in short for day in find_dates(text))


@functools.cache
def _part() -> re.Pattern[str]:
    return re.compile(_any("parts"), re.IGNORECASE)


def tells_session(rest: str) -> bool:
    """Whether the words behind an hour tell a session in a sentence: "[At 18:00] there is a screening"."""
    return _is().match(rest) is not None or _the_session().match(rest) is not None


def _item(block: Block, offset: int, sentence: str, told: _Told) -> AgendaItem:
    base = block.start + offset
    at = base + told.at
    hours = (base + told.time.start, base + told.time.end)
    session = Session(told.title, session_kind(told.noun), start=told.time.begin, end=told.time.finish)
    session.title_span = (at, at + len(told.title))
    session.span = (min(hours[0], at), max(hours[1], session.title_span[1]))
    item = AgendaItem(session, time=told.time, hours_at=hours)
    item.kind = KindWords(session.title_span) if session.kind != "other" else None
    zone = label_of(told.time.zones)
    if zone is not None:
        session.timezone, item.zone_at = zone, hours
    days = [day for day in find_dates(sentence) if day.names_days]
    if len(days) == 1 and len(days[0].days) == 1:
        item.day = days[0]
    return item


def _in_sentence(text: str) -> Iterator[_Told]:
    for time in find_times(text) if _DIGIT.search(text) else ():
        begin = max(0, time.start - _REACH)
        before, behind = text[begin : time.start], text[time.end : time.end + _REACH]
        head, tail = _head().search(_without_day(before)), None
        if head is not None:
            offset = begin
        else:
            offset = time.end
            at = _at().search(before)
            tail = _tail(before[: at.start()] if at is not None else before, behind) if at is not None else None
        match = head or tail
        if match is None:
            continue
        name = "title" if match["title"] else "np"
        words = match[name].strip()
        said = head is None or (head["beside"] or head["follows"]) is not None
        beside = said and match.re is not _the_session()
        yield _Told(time, match["noun"], words, offset + match.start(name), beside)


def _without_day(before: str) -> str:
    """The words before an hour without the day between them and it: "will take place [on Friday 3 May] at"."""
    days = [day for day in find_dates(before) if day.names_days] if _DIGIT.search(before) else []
    if not days:
        return before
    head = _before_day().sub("", before[: days[-1].start]).rstrip(" ,،")
    return f"{head} {before[days[-1].end :].lstrip(' ,،')}"


@functools.cache
def _before_day() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('on_day')})\s*$", re.IGNORECASE)


def _tail(before: str, behind: str) -> re.Match[str] | None:
    """The session behind its hour: "[At 18:00] there is a screening", "[followed at 18:00] by a reception"."""
    if _followed().search(before):
        return _by().match(behind)
    if _opens().search(before):
        return _with().match(behind)
    return _is().match(behind) or _the_session().match(behind)


def _any(*keys: str) -> str:
    return _WORDS.any_of(*(f"told.{key}" for key in keys), languages=_LANGUAGES)


@functools.cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any('nouns')}", re.IGNORECASE)


@functools.cache
def _session() -> str:
    """A session's words: up to two words, the noun, what it is of, a title in quotation marks."""
    of = rf"(?:{leading('of')}|{_WORDS.leading('told.about', languages=_LANGUAGES)}){leading('definite')}?"
    word = rf"(?!{_any('begins', 'follows', 'ends')})[^\s,.;:“”«»\"]+"
    of = rf"(?:\s+{of}{word}(?:\s+{word}){{0,7}}?)?"
    quoted = r"(?:\s*[“«\"][^“”«»\"]{2,100}[”»\"])?"
    title = r"(?:,\s+[“«\"]\s?(?P<title>[^“”«»\"]{2,100}?)\s?[”»\"],?)?"
    return rf"(?P<np>(?:[^\W\d_]+[ -]){{0,2}}?(?P<noun>{_any('nouns')}){of}{quoted}){title}"


@functools.cache
def _end() -> str:
    return rf"(?=\s*(?:[.,;:!]|$)|\s+{_any('ends', 'begins', 'follows')})"


@functools.cache
def _article() -> str:
    return leading("definite", "indefinite")


@functools.cache
def _at() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=\W)){_any('at')}\s+$", re.IGNORECASE)


@functools.cache
def _followed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any('followed')},?\s*$", re.IGNORECASE)


@functools.cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any('opens')}\s*$", re.IGNORECASE)


def _behind(before: str) -> re.Pattern[str]:
    return re.compile(rf",?\s+{before}{_article()}{_session()}{_end()}", re.IGNORECASE)


@functools.cache
def _by() -> re.Pattern[str]:
    return _behind(_WORDS.leading("told.followed_by", languages=_LANGUAGES))


@functools.cache
def _with() -> re.Pattern[str]:
    return _behind(_WORDS.leading("told.opens_with", languages=_LANGUAGES))


@functools.cache
def _is() -> re.Pattern[str]:
    return _behind(_WORDS.leading("told.is", languages=_LANGUAGES))


@functools.cache
def _the_session() -> re.Pattern[str]:
    """ "[At 10:30] the laying of wreaths begins" """
    return re.compile(rf",?\s+{_article()}{_session()}\s+{_any('begins')}", re.IGNORECASE)


@functools.cache
def _head() -> re.Pattern[str]:
    """The session before its hour: "there will be a screening from", "A round table, “Nets”, follows at"."""
    beside = rf"(?:(?P<beside>{_any('is')})\s+)?"
    verb = rf"(?:\s+(?:{_any('begins')}|(?P<follows>{_any('follows')})))?"
    return re.compile(rf"(?<!\w){beside}{_article()}{_session()}{verb}\s+{_any('at')}\s+$", re.IGNORECASE)
