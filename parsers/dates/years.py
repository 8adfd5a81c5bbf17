"""Years: those that a text prints (`find_years`), and the year of a date that lacks one (`infer_year`).

A page's evidence is collected once (`year_evidence`): days printed with their year, years in the title, in prose and in
the address. For each date without a year the evidence is weighed: a dated day counts more the nearer it is, a printed
weekday rules out the years that it does not fit. Where the page yields no year, or two that are as good, none is given;
no clock is ever asked. How much each kind of evidence weighs, and why, is told in docs/dates.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parsers.dates.finding import find_calendar_dates
from parsers.dates.forms import STEPS, DateMention, PartialDate
from parsers.dates.weekdays import tells_of_future
from parsers.dates.words import BLANK, DIGIT, alternation, leading, month_names, words_of
from parsers.page import Page


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """A year that a page prints: its span in ``Page.text`` (0, 0 for the address), and what it says about the page.

    ``strength`` from 0 (says nothing about the page's own time) to 4 (the year of the title). ``source`` is for people:
    "the title", "a dated day on the page". ``day`` is the day or month that stands with the year, if one does, ``last``
    the last day of a range that it begins. ``ahead``: a month that a sentence tells of as still to come.
    """

    year: int
    start: int
    end: int
    strength: float
    source: str
    day: PartialDate | None = None
    last: PartialDate | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class YearReading:
    """An inferred year and what it rests on: ``basis`` for people, and the span of the words (None: no words)."""

    year: int
    basis: str
    start: int | None = None
    end: int | None = None
    strength: float = 0.0


@dataclass(frozen=True, slots=True)
class CompletedDates:
    """A mention's days as ISO days. ``basis`` says what gave the year; None where it is printed."""

    days: tuple[str, ...]
    basis: str | None
    rule: str


_MOST = 300  # dates and years that are weighed; what a longer page says further down adds nothing
EARLIEST = 1995  # IOM's first web pages; an older year on a page is history

# Strengths; the whole table is explained in docs/dates.md.
_TITLE = 4.0
_DATED = 2.0
_STAMP = 1.5
_MEETING = 3.0
_IN = 1.55
_ADDRESS = 1.0
_WEEKDAYS = 3.0
_AHEAD = 5  # years behind the last one told; what lies further off is a plan's: "the 2030 Agenda"
_NEEDED = 2.0
_CLEAR_LEAD = 0.3


# --- evidence ---------------------------------------------------------------------------------------------------------


def find_years(text: str) -> list[tuple[int, int, int]]:
    """Every year 1900-2099 that ``text`` prints, as (year, start, end): no part of a number, a symbol or an amount."""
    return [
        (int(hit.group()), hit.start(), hit.end())
        for hit in _YEAR.finditer(text)
        if not _NOT_A_YEAR.search(text[max(0, hit.start() - 6) : hit.start()])
    ]


def only_year(text: str) -> int | None:
    """The one year that a text prints, None for several, and where it is told as that of another time: "In 2015"."""
    places = [(year, start) for year, start, _end in find_years(text)]
    places += [(int(hit[1]), hit.start(1)) for hit in _SLASH_YEAR.finditer(text)]
    if len({year for year, _start in places}) != 1:
        return None
    return places[0][0] if any(not _is_background(text, start) for _year, start in places) else None


def _is_background(text: str, start: int) -> bool:
    """Whether words before a year, its month aside, tell of the past: "since January 2021", "En 2023"."""
    before = _MONTH_BEFORE.sub("", text[max(0, start - 60) : start])
    return _IN_BEFORE.search(before) is not None or _LONG_AGO.search(before) is not None


def year_evidence(page: Page) -> list[YearEvidence]:
    """Everything on a page that tells a year, in the order of the page, the address last."""
    return collect_evidence(page.text, find_calendar_dates(page.text), title=page.title, url=page.url)


def collect_evidence(
    text: str, mentions: Iterable[DateMention], *, title: str | None = None, url: str = ""
) -> list[YearEvidence]:
    """The evidence of a text with its dates; `year_evidence` for what is not a `Page`."""
    dates = list(mentions)
    evidence = [
        _dated(text, mention, day)
        for mention in dates[:_MOST]
        if mention.weekday_fits is not False
        for day in dict.fromkeys(mention.days)
        if (day.year or 0) >= EARLIEST
    ]
    heading = _heading(text, title)
    starts = [mention.start for mention in dates]
    for year, start, end in find_years(text)[:_MOST]:
        before = bisect_right(starts, start)
        if year >= EARLIEST and not (before and start < dates[before - 1].end):
            evidence.append(_printed(text, year, start, end, heading))
    if title and heading is None:
        evidence += [YearEvidence(y, 0, 0, _TITLE, "the title") for y, _, _ in _title_years(title) if y >= EARLIEST]
    evidence += _told_by_picture(text, title, evidence)
    evidence.sort(key=lambda item: item.start)
    if slug := _SLUG_YEAR.search(url):
        evidence.append(YearEvidence(int(slug[1]), 0, 0, _ADDRESS, "the address"))
    evidence += _told_by_weekdays(dates, evidence)
    return [item for item in evidence if item.strength > 0]


def _told_by_picture(text: str, title: str | None, evidence: Sequence[YearEvidence]) -> list[YearEvidence]:
    """The year of a report that the title names, where a picture on the page is of that year: "Photo: IOM/2024".

    Either alone says little: reports are launched in the year before too, and pictures may be old.
    """
    named = {year for year, _, _ in find_years(title)} if title else set()
    if len(named) != 1:
        return []
    year = named.pop()
    if any(item.year > year and (item.strength > 0 or item.day is not None) for item in evidence):
        return []
    pictures = [hit for hit in _PICTURE.finditer(text) if year == int(hit["year"] or hit["slashed"])]
    source = "the year of a picture and in the title"
    return [YearEvidence(year, *hit.span(), _MEETING, source) for hit in pictures[:1]]


def _told_by_weekdays(mentions: Iterable[DateMention], evidence: Sequence[YearEvidence]) -> list[YearEvidence]:
    """The one printed year that all days with a weekday fit: "Tuesday (24/11)" on a page that prints 2020 and 2021.

    Years told of the past count where no other one fits; years to come, "the 2030 Agenda", do not.
    """
    dated = [one for one in mentions if one.weekday is not None and one.days and one.days[0].year is None]
    if not dated:
        return []
    told = {item.year for item in evidence if item.strength > 0}
    others = {item.year for item in evidence} - told
    for years in (told, {year for year in others if not told or year <= max(told) + _AHEAD}):
        fitting = [year for year in years if all(_fits(one, year) for one in dated)]
        if len(fitting) == 1:
            best = max((item for item in evidence if item.year == fitting[0]), key=lambda item: item.strength)
            return [replace(best, strength=_WEEKDAYS, source=f"{best.source}, which the page's weekdays fit", day=None)]
        if fitting:
            break
    return []


def _fits(mention: DateMention, year: int) -> bool:
    """Whether a mention's first day has its weekday in a year, in one of its readings."""
    days = (reading[0].in_year(year) for reading in (mention.days, *mention.alternatives))
    return any(day is not None and day.weekday() == mention.weekday for day in days)


_YEAR = re.compile(
    rf"[12١٢۱۲](?:(?<=[1١۱])[9٩۹]|(?<=[2٢۲])[0٠۰]){DIGIT}{{2}}(?![{DIGIT[1:-1]}%]|[.,:/]{DIGIT}|s\b)"
    r"(?:(?<![\w.,:/+-]....)|(?<=[-–(]....))"
)
_SLASH_YEAR = re.compile(r"/((?:19|20)\d\d)\b")
_NOT_A_YEAR = re.compile(rf"(?:[$€£#]|USD|EUR|CHF|{DIGIT}{BLANK}|\+{DIGIT}+-?|[A-Z]/){BLANK}?\Z")
_SLUG_YEAR = re.compile(r"[-/]((?:19|20)\d\d)/?(?:[?#].*)?\Z")
_MEETINGS, _STANDING = alternation(words_of("meetings")), alternation(words_of("standing"))
_LONG_AGO = re.compile(
    rf"(?<![^\W_])(?:{alternation(words_of('long_ago'))})(?:{BLANK}+{leading('article')})?{BLANK}*\Z", re.IGNORECASE
)
_FOUNDING = re.compile(
    rf"(?<![^\W_])(?:{alternation(words_of('founding'))})(?![^\W_])[^.;:()]*?{BLANK}(?:{alternation(words_of('in_year'))}){BLANK}*\Z",
    re.IGNORECASE,
)
_HISTORY = re.compile(rf"(?<![^\W_])(?:{alternation(words_of('history'))}){BLANK}*\Z", re.IGNORECASE)
_HISTORY_OF_A_MONTH = re.compile(
    rf"(?<![^\W_])(?:{alternation(words_of('history'))})(?![^\W_])[^.;:,\n]*{BLANK}(?:{alternation(words_of('in_month'))}){BLANK}*\Z",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(rf"(?<![^\W_])(?:{alternation(words_of('this_year'))})(?![^\W_])", re.IGNORECASE)
_THIS = re.compile(rf"(?<![^\W_])(?:{alternation(words_of('this'))}){BLANK}+\Z", re.IGNORECASE)
_MEETING_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{_MEETINGS})(?:{BLANK}+(?:(?:{alternation(words_of('to_year'))})\b{BLANK}*){{0,3}}|{BLANK}*[-–—(:]{BLANK}*)\Z",
    re.IGNORECASE,
)
_CAPITAL_WORD = r"[^\W\d_a-zà-ÿ][^\s.;:]*"
_SMALL_WORD = alternation(words_of("in_names"))
_NAME = rf"(?:{_CAPITAL_WORD}{BLANK}+(?:(?:{_CAPITAL_WORD}|{_SMALL_WORD}){BLANK}+){{0,5}}?)?"
_MEETING_AFTER = re.compile(rf"{BLANK}+{_NAME}(?i:{_MEETINGS})(?![^\W_])")
_STANDING_BEFORE = re.compile(rf"(?<![^\W_])(?:{_STANDING})(?:{BLANK}+[^\W_]\S*){{0,4}}{BLANK}*\(?\Z", re.IGNORECASE)
_STANDING_AFTER = re.compile(rf"{BLANK}+{_NAME}(?i:{_STANDING})(?![^\W_])")
_IN_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{alternation(words_of('within'))}){BLANK}+\Z",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{alternation(month_names())})\.?,?(?:{BLANK}+(?:{alternation(words_of('of'))}))?{BLANK}+\Z",
    re.IGNORECASE,
)
_SPAN_OF_YEARS = re.compile(rf"{BLANK}?[-–/]{BLANK}?{DIGIT}{{2,4}}(?!{DIGIT})")
_PICTURE = re.compile(
    rf"(?<![^\W_])(?:{alternation(words_of('picture'))})(?![^\W_])[^\n]{{0,40}}?(?<!{DIGIT})(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?:©|\(c\))[^\n.]{{0,40}}?(?:(?<=/)|(?<!\d))(?P<slashed>(?:19|20)\d\d)\s?/\s?[^\W\d_]",
    re.IGNORECASE,
)
_CREDIT_BEFORE = re.compile(rf"(?:©|\(c\)|{alternation(words_of('credit'))}|/)[^.\n]{{0,40}}\Z", re.IGNORECASE)


def _heading(text: str, title: str | None) -> tuple[int, int] | None:
    start = text.find(title) if title else -1
    return (start, start + len(title)) if title and start >= 0 else None


def _title_years(title: str) -> list[tuple[int, int, int]]:
    return [
        (year, start, end)
        for year, start, end in find_years(title)
        if not (_STANDING_BEFORE.search(title[:start]) or _STANDING_AFTER.match(title, end))
    ]


def _tells_of_the_past(text: str, mention: DateMention) -> bool:
    """Whether words before a day point to another time: "since 3 May 2001", "since the war began in May 2001".

    A day with its weekday is none of those.
    """
    if mention.weekday is None and _HISTORY.search(text[max(0, mention.start - 24) : mention.start]):
        return True
    if not mention.names_days and _HISTORY_OF_A_MONTH.search(text[max(0, mention.start - 80) : mention.start]):
        return True
    return _STANDING_BEFORE.search(text[max(0, mention.start - 40) : mention.start]) is not None


def _dated(text: str, mention: DateMention, day: PartialDate) -> YearEvidence:
    """A day that is printed with its year."""
    strength, source = _DATED, "a dated day on the page"
    if mention.published_hint:
        strength, source = _DATED + 1, "the date of publication on the page"
    elif mention.stamp_hint:
        strength, source = _STAMP, "a dated draft on the page"
    elif _tells_of_the_past(text, mention):
        strength, source = _DATED / 4, "a day of another time on the page"
    last = mention.days[-1] if mention.is_range and day == mention.days[0] else None
    ahead = day.day is None and strength == _DATED and _is_ahead(text, mention.start)
    return YearEvidence(day.year or 0, mention.start, mention.end, strength, source, day, last, ahead)


_SENTENCE = 160  # characters before a month
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")


def _is_ahead(text: str, start: int) -> bool:
    """Whether the words of a sentence before a month tell of what is still to come: "will be told in January 2020"."""
    before = text[max(0, start - _SENTENCE) : start]
    return tells_of_future(_SENTENCE_ENDS.split(before)[-1])


def _printed(text: str, year: int, start: int, end: int, heading: tuple[int, int] | None) -> YearEvidence:
    """A year that stands alone, weighed by the words beside it."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60].split("\n")[0]
    before = before[before.rfind("\n") + 1 :]
    standing = _STANDING_BEFORE.search(before[-40:]) or _STANDING_AFTER.match(after)
    if heading and heading[0] <= start < heading[1]:
        return YearEvidence(year, start, end, 0 if standing else _TITLE, "the title")
    quoted = f"'{text[start - min(14, len(before)) : end]}'"
    if words := _THIS_YEAR.search(before[-40:]) or _THIS.search(before[-40:]):
        near = before[-40:][words.start() :]
        return YearEvidence(year, start, end, _MEETING, f"'{near}{text[start:end]}'")
    if standing or _SPAN_OF_YEARS.match(after) or _CREDIT_BEFORE.search(before) or before.endswith(("-", "–")):
        return YearEvidence(year, start, end, 0, quoted)
    if meeting := _MEETING_BEFORE.search(before):
        return YearEvidence(year, start, end, _MEETING, f"'{meeting.group()}{text[start:end]}'")
    if _LONG_AGO.search(before) or _FOUNDING.search(before):
        return YearEvidence(year, start, end, 0, quoted)
    if meeting := _MEETING_AFTER.match(after):
        return YearEvidence(year, start, end, _MEETING, f"'{text[start:end]}{meeting.group()}'")
    if inside := _IN_BEFORE.search(before):
        return YearEvidence(year, start, end, _IN, f"'{inside.group()}{text[start:end]}'")
    return YearEvidence(year, start, end, _ADDRESS, quoted)


# --- inference --------------------------------------------------------------------------------------------------------


def infer_year(
    day: PartialDate,
    weekday: int | None,
    evidence: Sequence[YearEvidence],
    published: str | None = None,
    *,
    at: int | None = None,
) -> YearReading | None:
    """The year of a day that is printed without one; None where the page yields none, or two that are as good.

    ``weekday`` is the weekday printed with the day (0 is Monday), ``published`` the page's own ISO date of publication,
    ``at`` the day's place in the text: evidence on the same line or close by counts more.
    """
    candidates: dict[int, list[YearReading]] = {}
    for item in evidence:
        reading = _weighed(day, item, at)
        candidates.setdefault(reading.year, []).append(reading)
    if published is not None and (reading_of_published := _from_published(day, published)) is not None:
        candidates.setdefault(reading_of_published.year, []).append(reading_of_published)
    ranked = sorted(
        (_summed(day, weekday, readings) for readings in candidates.values()),
        key=lambda reading: -reading.strength,
    )
    ranked = [reading for reading in ranked if reading.strength >= _NEEDED]
    if not ranked or (len(ranked) > 1 and ranked[0].strength - ranked[1].strength < _CLEAR_LEAD):
        return None
    return ranked[0]


def complete_dates(
    mention: DateMention, evidence: Sequence[YearEvidence], published: str | None = None, *, at: int | None = None
) -> CompletedDates | None:
    """The mention's days as ISO days, its year inferred where it lacks one and its doubtful order settled.

    Of two readings ("08/11" as 8 November or 11 August) the one counts that the weekday fits; beside "yesterday",
    "today" and "tomorrow" the one that the date of publication fits; else day before month. Such a word alone is
    counted from the date of publication. None for other mentions without days, for months, and where the page yields
    no year.
    """
    if not mention.days and not mention.problem and published is not None and mention.relative in STEPS:
        day = date.fromisoformat(published) + timedelta(days=STEPS[mention.relative])
        return CompletedDates((day.isoformat(),), f"seen from the published date {published}", mention.rule)
    readings = [mention.days, *mention.alternatives]
    if not mention.days or any(day.day is None for day in mention.days):
        return None
    if mention.days[0].year is not None:
        days = tuple(iso for day in mention.days if (iso := day.iso()) is not None)
        return CompletedDates(days, None, mention.rule) if len(days) == len(mention.days) else None
    if mention.relative in STEPS and published is not None and len(readings) > 1:
        readings.sort(key=lambda reading: _distance_to(reading[0], published))
    for reading in readings:
        year = infer_year(reading[0], mention.weekday, evidence, published, at=at)
        completed = _in_year(reading, year.year) if year else None
        if year is not None and completed is not None:
            other = "month/day, told by the weekday or the date of publication"
            return CompletedDates(completed, year.basis, mention.rule if reading == mention.days else other)
    return None


def _weighed(day: PartialDate, item: YearEvidence, at: int | None) -> YearReading:
    """The year that one piece of evidence gives the day, and how much it says so."""
    year, strength, source = item.year, item.strength, item.source
    if item.day is not None and item.day.day is not None and strength >= _STAMP:
        if (item.day.month, item.day.day) == (day.month, day.day):
            strength, source = strength + 4, "the same day elsewhere on the page"
        elif item.last is not None and _lies_in(day, item.day, item.last):
            strength, source = strength + 4, "a range of days on the page"
        else:
            near, distance = _nearest(day, date(item.year, item.day.month, item.day.day))
            if near is not None and distance <= 45:
                year = near
                strength += 2.5 if distance <= 10 else 2
    elif item.day is not None and item.day.month == day.month:
        strength += 1
    elif item.ahead and item.day is not None and item.day.month < day.month:
        year, source = year - 1, "a month to come on the page"
    if at is not None and item.end > item.start and strength >= _IN:
        gap = min(abs(item.start - at), abs(item.end - at))
        strength *= 2 if gap <= 25 else 1.6 if gap <= 60 else 1.25 if gap <= 200 else 1
    return YearReading(year, f"year from {source}", item.start, item.end, strength)


def _lies_in(day: PartialDate, first: PartialDate, last: PartialDate) -> bool:
    """Whether a day lies in a range of days of one year."""
    return first.year == last.year and (first.month, first.day or 0) < (day.month, day.day or 0) < (
        last.month,
        last.day or 0,
    )


def _from_published(day: PartialDate, published: str) -> YearReading | None:
    """The year that the date of publication gives: that of the nearest such day within three months, else its own."""
    known = date.fromisoformat(published)
    near, distance = _nearest(day, known)
    if near is not None and distance <= 92:
        return YearReading(near, f"published date {published}", strength=5.0)
    return YearReading(known.year, f"published date {published}", strength=_DATED)


def _summed(day: PartialDate, weekday: int | None, readings: Sequence[YearReading]) -> YearReading:
    """All that speaks for one year as one reading: the strongest, and a little for each further one."""
    best = max(readings, key=lambda reading: reading.strength)
    strength = best.strength + min(0.25 * (len(readings) - 1), 1.0)
    basis = best.basis
    known = day.in_year(best.year)
    if known is None:
        strength = 0.0
    elif weekday is not None:
        if known.weekday() != weekday:
            strength = 0.0
        else:
            strength += 2.0
            basis += ", and the weekday fits"
    return YearReading(best.year, basis, best.start, best.end, strength)


def _nearest(day: PartialDate, known: date) -> tuple[int | None, int]:
    """The year in which the day is nearest to a known one, and how many days lie between."""
    distances = [
        (abs((there - known).days), there.year)
        for year in (known.year, known.year - 1, known.year + 1)
        if 1 <= year <= 9999 and (there := day.in_year(year)) is not None
    ]
    if not distances:
        return None, 0
    distance, year = min(distances)
    return year, distance


def _distance_to(day: PartialDate, published: str) -> int:
    year, distance = _nearest(day, date.fromisoformat(published))
    return distance if year is not None else 400


def _in_year(days: Sequence[PartialDate], year: int) -> tuple[str, ...] | None:
    """The days as ISO days from ``year`` on; a range or list may run into the next year."""
    iso: list[str] = []
    previous: PartialDate | None = None
    for day in days:
        if day.year is not None:
            year = day.year
        elif previous is not None and (previous.month, previous.day or 0) > (day.month, day.day or 0):
            year += 1
        known = day.in_year(year)
        if known is None:
            return None
        iso.append(known.isoformat())
        previous = day
    return tuple(iso)
