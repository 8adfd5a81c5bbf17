"""The grammar of dates: from tokens (`parsers.dates.tokens`) to `DateMention`.

Three kinds of phrases, each a method of `Phrase`:

- ``words``: days and months in words, single, listed or as ranges, day first or month first, years shared between them;
- ``numeric_run``: numbers with a year, day first unless the calendar or the weekday beside it proves otherwise;
- ``slashed``: day and month with a slash and no year, only in brackets or beside a weekday, "yesterday" or "on".

Patterns are regular expressions over the tokens' kinds, one character for each token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.dates.forms import DateMention, PartialDate
from parsers.dates.tokens import Token
from parsers.dates.words import (
    ABBREVIATIONS,
    BLANK,
    DASH,
    DIGIT,
    FUNCTION,
    IN,
    NUMBERED,
    ON,
    SHY,
    alternation,
    level,
    words_of,
)

_LEAD = re.compile(r"[wb][.,]*o*(?:(?:-|,?a)o*[wb][.,]*o*)?(\(?)o*(?=[dmb])")
_EITHER_AS_WEEKDAY = re.compile(r"b[.,]*o*\(?o*do*m")
_DAY_MONTH = re.compile(r"(d)(?:[-/.]|o*)([mb])(?:(?:[-/]|\.?,?o*)(Y))?")
_MONTH_DAY = re.compile(r"([mb])(?:-|\.?,?o*)(d)(?![/mb])(?:(?:[-/]|,?o*)(Y))?")
_MONTH_YEAR = re.compile(r"([mb])(?:[-/]|\.?,?o*)(Y)")
_MONTH_TO_MONTH = re.compile(r"([mb])(?=(?:-|a)[mb](?:[-/]|\.?,?o*)Y)")
_YEAR_AFTER = re.compile(r",?o*(Y)")
_JOIN = re.compile(r"\.?(,?a(?!-)|,|/|a?-)o*(?=[wbdm])")
_WEEKDAY_AFTER = re.compile(r",?(\(?)([wb])(\)?)(?![.,(]*o*[dmbN])")
_NUMERIC_RUN = re.compile(r"(?:([wbv])[.,]*o*\(?o*)?((?:(?:d\.?|d/d|p)-o*)?No*(?:(?:-|,?a|,)o*(?:[wbv][.,]*o*)?N)*)")
_SLASHED = re.compile(
    r"(?:([wb])[.,]*o*(?:(?:-|,?a)o*[wb][.,]*o*)?)?"
    r"(\(?)o*((?:d(?:-|,?a|,)o*)*d/d(?:(?:-|,?a|,)o*(?:d/d|d))*)(\)?)"
)
_CLOCK_AFTER = re.compile(
    rf"{BLANK}*-{BLANK}*{DIGIT}{{1,2}}:{DIGIT}{{2}}(?![{DIGIT[1:-1]}:])(?!{BLANK}*(?:{DASH}|(?:{alternation(words_of('range'))})\b){BLANK}*{DIGIT})"
)

Reading = tuple[str, tuple[PartialDate, ...]]  # its rule and its days
Read = tuple[list[DateMention], int]  # mentions, and the token after them


@dataclass(slots=True)
class _Day:
    """One day or month of a word phrase while it is read. ``first`` and ``last`` are its tokens."""

    day: int | None
    month: int | None
    year: int | None
    first: int
    last: int
    weekday: int | None = None
    opened: bool = False  # a bracket stands between weekday and date: "Monday (30 March)"
    month_first: bool = False
    shy: bool = False  # its month is a word like "may" in small letters: wants a year or a weekday beside it
    joined_by: str = ""  # what stands before it: "-", "a", ",a", "," or "/"
    tight: bool = False  # no blank beside the dash or slash before it
    shared: bool = False  # has its month from its neighbour
    own_year: bool = False

    def partial(self) -> PartialDate:
        return PartialDate(self.year, self.month or 0, self.day)

    def in_later_month_than(self, other: _Day) -> bool:
        return (self.month or 0) > (other.month or 0)


class Phrase:
    """The tokens around a place where a date may stand, and what can be read from one of them on."""

    def __init__(self, text: str, found: list[Token], relative_ends: Iterable[int] = ()) -> None:
        self.text = text
        self.tokens = found
        self.kinds = "".join(token.kind for token in found)
        self.relative_ends = relative_ends

    def mentions(self, first: int) -> list[DateMention]:
        """Every date from token ``first`` on."""
        mentions: list[DateMention] = []
        in_numbers = "N" in self.kinds or "/" in self.kinds
        index = first
        while index < len(self.tokens):
            kind = self.kinds[index]
            read: Read | None = None
            if in_numbers and kind in "wbvdpN(":
                read = self.numeric_run(index) or self.slashed(index)
            if read is None and kind in "wbdm":
                read = self.words(index)
            if read is None:
                index += 1
                continue
            mentions.extend(read[0])
            index = max(read[1], index + 1)
        return mentions

    # --- "from 26 to 28 November 2024", "October 15th, 2020", "May 2024"

    def words(self, index: int) -> Read | None:
        """Days and months in words, from token ``index`` on."""
        days: list[_Day] = []
        position, joined_by = index, ""
        while (day := self._day(position)) is not None:
            day.joined_by = joined_by
            days.append(day)
            if day.month is None and days[0].month_first:
                self._take_year(day)
            join = _JOIN.match(self.kinds, day.last + 1)
            if join is None or (join[1] == "/" and not self._tight(join.start(1), join.end(1))):
                break
            if join[1] == "-" and self._begins_sentence(join.end(1), join.end()):
                break
            position, joined_by = join.end(), "-" if join[1] == "a-" else join[1]  # "el 3 y hasta el 5"
        if not days:
            return None
        if not any(day.month for day in days):
            return [], days[-1].last + 1  # numbers alone: nothing begins among them either
        for left, right in pairwise(days):
            right.tight = self._tight(left.last + 1, right.first)
        groups = [self._without_strangers(group) for group in (_groups(days) if len(days) > 1 else [days])]
        mentions = [mention for group in groups if group for mention in self._mentions(group)]
        return (mentions, days[-1].last + 1) if mentions else None

    def _begins_sentence(self, start: int, end: int) -> bool:
        """Whether a word with a capital stands behind the dash: "Rabat, 9 mai 2018 – Du 2 au 4 mai", a dateline."""
        return end > start and self._printed(start)[:1].isupper()

    def _take_year(self, day: _Day) -> None:
        """The year behind the last day of a month-first list or range: "September 6 – 8, 2017"."""
        hit = _YEAR_AFTER.match(self.kinds, day.last + 1)
        if hit is not None:
            day.year, day.own_year, day.last = self.tokens[hit.start(1)].value, True, hit.start(1)

    def _day(self, index: int) -> _Day | None:
        """One day with its month and year, a month with its year, or a day's number alone."""
        first, weekday, opened = index, None, False
        if self.kinds[index : index + 1] == "w" or _EITHER_AS_WEEKDAY.match(self.kinds, index):
            lead = _LEAD.match(self.kinds, index)
            if lead is None:
                return None
            weekday, opened, index = self._weekday(index), bool(lead[1]), lead.end()
        day = self._day_month(index) or self._month_day(index) or self._month(index)
        if day is None and self.kinds[index : index + 1] == "d":
            day = _Day(self.tokens[index].value, None, None, index, index)
        if day is None or (day.day is not None and day.day > (39 if day.year else 31)):
            return None
        day.first, day.weekday, day.opened = first, weekday, opened
        return day

    def _day_month(self, index: int) -> _Day | None:
        hit = _DAY_MONTH.match(self.kinds, index)
        if hit is None or not self._tight(index + 1, hit.start(2)):
            return None
        return self._dated(hit, index, hit.start(2), hit.start(3))

    def _month_day(self, index: int) -> _Day | None:
        hit = _MONTH_DAY.match(self.kinds, index)
        if hit is None or not self._joined(index, hit.start(2)):
            return None
        day = self._dated(hit, hit.start(2), index, hit.start(3))
        day.month_first = True
        return day

    def _month(self, index: int) -> _Day | None:
        hit = _MONTH_YEAR.match(self.kinds, index)
        if hit is not None and self._joined(index, hit.start(2)):
            return self._dated(hit, None, index, hit.start(2))
        hit = _MONTH_TO_MONTH.match(self.kinds, index)
        return self._dated(hit, None, index, -1) if hit else None

    def _dated(self, hit: re.Match[str], day: int | None, month: int, year: int) -> _Day:
        """A `_Day` from the tokens of its day, month and year (-1: no year)."""
        value = self.tokens[month].value
        before_year = max(month, day or 0)
        if year >= 0 and not (
            self._joined(month, year) if before_year == month else self._tight(before_year + 1, year)
        ):
            year = -1
        return _Day(
            self.tokens[day].value if day is not None else None,
            value[0] if isinstance(value, tuple) else value,
            self.tokens[year].value if year >= 0 else None,
            hit.start(),
            year if year >= 0 else before_year,
            shy=self._printed(month) in SHY,
            own_year=year >= 0,
        )

    def _joined(self, month: int, target: int) -> bool:
        """Whether what stands between a month and the number after it joins them; a full stop only abbreviates."""
        if self.kinds[month + 1] == "." and level(self._printed(month)) not in ABBREVIATIONS:
            return False
        return self._tight(month + 1, target)

    def _tight(self, start: int, end: int) -> bool:
        """Whether no dash, slash or stop among the tokens has a blank beside it (a blank may follow a stop)."""
        for index in range(start, end):
            token = self.tokens[index]
            if token.kind not in "-/.":
                continue
            if self.tokens[index - 1].end != token.start:
                return False
            following = self.tokens[index + 1].start if index + 1 < len(self.tokens) else -1
            if token.kind != "." and (token.end - token.start != 1 or following != token.end):
                return False
            if token.kind == "." and self.kinds[index - 1] == "d" and following != token.end:
                return False
        return True

    def _without_strangers(self, group: list[_Day]) -> list[_Day]:
        """The group without numbers that are no days of it: "Session 2 – 10 May", "May 5 and 20 people"."""
        first, last = group[0], group[-1]
        article = self.kinds[max(0, first.first - 1) : first.first] == "o"  # "para el 4 y 5", not "para 4 – 5 May"
        numbered = not article and level(self._word_before(first.first)) in NUMBERED
        if first.shared and not first.month_first and numbered:
            group = group[1:]
        if group and last.month_first and not last.own_year and last.weekday is None and self._noun_follows(last.last):
            if last.shared:
                group = group[:-1]
            elif len(group) == 1 and level(self._word_before(first.first)) in IN:
                return []
        return group

    def _mentions(self, group: list[_Day]) -> list[DateMention]:
        """The mentions of days that belong together."""
        between = len(group) == 2 and self._between(group[0].first)
        if between:
            group[1].joined_by = "-"
        if len(group) > 1:
            _share_years(group)
        if any(day.shy and day.year is None and day.weekday is None for day in group):
            return []
        units = _units(group) if len(group) > 1 else [group]
        mentions = [self._mention(unit) for unit in units]
        if len(mentions) == 1 and len(units[0]) == 1 and mentions[0].weekday is None:
            mentions = [self._with_weekday_after(mentions[0], group[-1].last + 1)]
        return mentions

    def _mention(self, unit: list[_Day]) -> DateMention:
        first, last = unit[0], unit[-1]
        is_range = len(unit) == 2 and last.joined_by == "-"
        start, end = self.tokens[first.first].start, self.tokens[last.last].end
        closed = self.kinds[last.last + 1 : last.last + 2] == ")"
        if first.opened and closed:
            end = self.tokens[last.last + 1].end
        days = tuple(day.partial() for day in unit)
        problem = self._problem(days, is_range, start, end)
        bracketed = closed and (first.opened or self.kinds[max(0, first.first - 1) : first.first] == "(")
        return DateMention(
            start,
            end,
            () if problem else days,
            is_range=is_range and not problem,
            weekday=first.weekday,
            weekday_fits=None if problem else weekday_fits(days[0], first.weekday),
            bracketed=bracketed,
            clock_follows=_CLOCK_AFTER.match(self.text, end) is not None,
            rule=_word_rule(unit, is_range),
            problem=problem,
        )

    def _problem(self, days: Sequence[PartialDate], is_range: bool, start: int, end: int) -> str | None:
        if not all(day.possible() for day in days):
            return f"the calendar has no such day: {self.text[start:end]}"
        if is_range and _backwards(days):
            return f"the range runs backwards: {self.text[start:end]}"
        return None

    def _with_weekday_after(self, mention: DateMention, index: int) -> DateMention:
        """The mention with the weekday that stands behind it: "18 December 2014 (Thursday)"."""
        hit = _WEEKDAY_AFTER.match(self.kinds, index)
        if hit is None or hit.start(2) == index or bool(hit[1]) != bool(hit[3]) or mention.problem:
            return mention
        weekday = self._weekday(hit.start(2))
        return replace(
            mention,
            end=self.tokens[hit.end() - 1].end,
            weekday=weekday,
            weekday_fits=weekday_fits(mention.days[0], weekday),
        )

    # --- "Ven, 05/18/2018 - 10:08", "10.12.2018", "2018-11-30"

    def numeric_run(self, index: int) -> Read | None:
        """Dates in numbers with a year, from token ``index`` on."""
        hit = _NUMERIC_RUN.match(self.kinds, index)
        if hit is None:
            return None
        run = self.tokens[hit.start(2) : hit.end(2)]
        leading = _leading(run)
        readings = _numeric_readings([token.value for token in run if token.kind == "N"], leading)
        if not readings and leading is None:
            run = run[:1]  # one of several may be possible all the same
            readings = _numeric_readings([run[0].value], None)
        while run[-1].kind == "o":
            run.pop()
        is_range = any(token.kind == "-" for token in run)
        weekday = self._weekday(index) if hit[1] else None
        mention = self._numeric_mention(self.tokens[index].start, run[-1].end, readings, weekday, is_range)
        return [mention], hit.start(2) + len(run)

    # --- "(27-30/11)", "Thursday (11/29)", "yesterday (8/12)"

    def slashed(self, index: int) -> Read | None:
        """Days and months with a slash and no year, from token ``index`` on."""
        hit = _SLASHED.match(self.kinds, index)
        if hit is None or bool(hit[2]) != bool(hit[4]):
            return None
        inner = self.tokens[hit.start(3) : hit.end(3)]
        beside = bool(hit[1]) or self._after_relative(inner[0].start)
        if not (hit[2] or beside or self._after_preposition(index, inner)) or not self._tight_slashes(hit):
            return None
        readings = _slashed_readings(inner)
        if not beside and (not readings or _is_share(inner)):
            return None
        weekday = self._weekday(index) if hit[1] else None
        start, end = (index, hit.end()) if hit[1] else (hit.start(3), hit.end(3))
        mention = self._numeric_mention(
            self.tokens[start].start, self.tokens[end - 1].end, readings, weekday, is_range="-" in hit[3]
        )
        return [replace(mention, bracketed=bool(hit[2]))], hit.end()

    def _numeric_mention(
        self, start: int, end: int, readings: Sequence[Reading], weekday: int | None, is_range: bool
    ) -> DateMention:
        """The mention in its likeliest reading: one that the weekday proves, else the first of them."""
        if is_range:
            readings = [reading for reading in readings if not _backwards(reading[1])]
        if not readings:
            problem = f"the calendar has no such day: {self.text[start:end]}"
            return DateMention(start, end, weekday=weekday, rule="numeric date", problem=problem)
        clock_follows = _CLOCK_AFTER.match(self.text, end) is not None
        likely = [reading for reading in readings if weekday_fits(reading[1][0], weekday)] or list(readings)
        if weekday is not None and clock_follows:  # the stamps of old sites print the month first
            likely.sort(key=lambda reading: reading[0] != "month/day/year")
        rule, days = likely[0]
        others = [other for _, other in likely[1:] if other != days]
        return DateMention(
            start,
            end,
            days,
            is_range=is_range and len(days) == 2,
            weekday=weekday,
            weekday_fits=weekday_fits(days[0], weekday),
            clock_follows=clock_follows,
            alternatives=tuple(others),
            rule=rule,
        )

    # --- what stands around

    def _weekday(self, index: int) -> int:
        value = self.tokens[index].value
        weekday: int = value[1] if isinstance(value, tuple) else value
        return weekday

    def _printed(self, index: int) -> str:
        token = self.tokens[index]
        return self.text[token.start : token.end]

    def _word_before(self, index: int) -> str:
        while index > 0 and self.kinds[index - 1] in ".o":
            index -= 1
        return self._printed(index - 1) if index > 0 else ""

    def _noun_follows(self, index: int) -> bool:
        """Whether a word in small letters that is no preposition or the like follows: "20 people"."""
        if self.kinds[index + 1 : index + 2] != "x":
            return False
        word = self._printed(index + 1)
        return word.isalpha() and word.islower() and level(word) not in FUNCTION

    def _between(self, index: int) -> bool:
        while index > 0 and self.kinds[index - 1] == "o":
            index -= 1
        return index > 0 and self.kinds[index - 1] == "F"

    def _after_relative(self, position: int) -> bool:
        return any(
            end <= position <= end + 4 and not self.text[end:position].strip(" ,(") for end in self.relative_ends
        )

    def _after_preposition(self, index: int, inner: Sequence[Token]) -> bool:
        """Whether "on", "le", "el" stands before, and days and months are written with two digits."""
        if index == 0 or any(token.kind == "d" and token.end - token.start != 2 for token in inner):
            return False
        return level(self._printed(index - 1)) in ON

    def _tight_slashes(self, hit: re.Match[str]) -> bool:
        return all(
            self.kinds[index] != "/" or self._tight(index, index + 1) for index in range(hit.start(3), hit.end(3))
        )


# --- days of a word phrase ---


def _groups(days: list[_Day]) -> list[list[_Day]]:
    """The days in groups that belong together, each with its month; numbers that get no month are dropped."""
    for left, right in reversed(list(pairwise(days))):
        if left.month is None and right.month is not None and right.day is not None and not right.month_first:
            left.month, left.shy, left.shared = right.month, right.shy, True
    for left, right in pairwise(days):
        if right.month is None and left.month is not None and left.month_first:
            right.month, right.month_first, right.shared = left.month, True, True
    listed = any("a" in day.joined_by for day in days)
    groups: list[list[_Day]] = []
    previous: _Day | None = None
    for day in days:
        if day.month is None:
            previous = None
            continue
        if previous is None or not _belong(previous, day, listed):
            groups.append([])
        groups[-1].append(day)
        previous = day
    return [group for group in groups if not all(day.shared for day in group)]


def _belong(left: _Day, right: _Day, listed: bool) -> bool:
    """Whether two days that stand side by side are of one list or range."""
    if (left.day is None) != (right.day is None):
        return False
    one_month = right.shared if right.month_first else left.shared
    if right.joined_by == "," and one_month and not listed:  # "item 5, 10 May"
        return False
    # "Session – 30 - 5 May": a number that cannot begin the range; "30-5 May" is a mistake to be told
    return not (right.joined_by == "-" and one_month and not right.tight and (left.day or 0) >= (right.day or 0))


def _share_years(group: list[_Day]) -> None:
    """Give each day the year that is printed for its neighbour: "28 December to 2 January 2020" begins in 2019."""
    for left, right in reversed(list(pairwise(group))):
        if left.year is None and right.year is not None:
            left.year = right.year - left.in_later_month_than(right)
    for left, right in pairwise(group):
        if right.year is None and left.year is not None and right.joined_by == "-":
            right.year = left.year + left.in_later_month_than(right)


def _units(group: list[_Day]) -> list[list[_Day]]:
    """The group as ranges, lists and single days: what becomes one mention each."""
    units: list[list[_Day]] = []
    listed = any("a" in day.joined_by for day in group)
    open_list = False
    for day in group:
        last = units[-1] if units else []
        if day.joined_by == "-" and (len(last) == 1 or open_list):
            if open_list and len(last) > 1:
                units.append([last.pop()])
            units[-1].append(day)
            open_list = False
        elif open_list and not (last[-1].own_year and day.own_year) and (listed or last[-1].shared or day.shared):
            last.append(day)
        else:
            units.append([day])
            open_list = True
    return units


def _word_rule(unit: Sequence[_Day], is_range: bool) -> str:
    if unit[0].day is None:
        form = "month"
    else:
        form = "month day" if unit[0].month_first else "day month"
    return f"{form}, range" if is_range else f"{form}, list" if len(unit) > 1 else form


# --- numeric dates ---


def _leading(run: Sequence[Token]) -> tuple[int, ...] | None:
    """The numbers of a first day without a year: the 25 of "25-27/05/21", the 28 and 2 of "28/02 - 01/03/2019"."""
    if run[0].kind == "p":
        return tuple(run[0].value)
    if run[0].kind != "d":
        return None
    return (run[0].value, run[2].value) if run[1].kind == "/" else (run[0].value,)


def _numeric_readings(values: Sequence[tuple[str, int, int, int]], leading: tuple[int, ...] | None) -> list[Reading]:
    """The possible readings of numeric dates, day first before month first; ``leading`` is as `_leading` gives it."""
    iso = all(form == "iso" for form, *_ in values)
    day_first = [PartialDate(y, a, b) if form == "iso" else PartialDate(y, b, a) for form, y, a, b in values]
    month_first = [PartialDate(year, a, b) for _, year, a, b in values]
    if leading is not None:
        day_first.insert(0, _before(day_first[0], *leading))
    if leading is not None and len(leading) == 2:
        month_first.insert(0, _before(month_first[0], *reversed(leading)))
    readings = [("year-month-day" if iso else "day/month/year", tuple(day_first))]
    if not iso and (leading is None or len(leading) == 2):
        readings.append(("month/day/year", tuple(month_first)))
    return [reading for reading in readings if all(day.possible() for day in reading[1])]


def _before(last: PartialDate, day: int, month: int | None = None) -> PartialDate:
    """The first day of a range whose year stands at its last one; "28/12 - 03/01/2020" begins in 2019."""
    month = last.month if month is None else month
    return PartialDate((last.year or 0) - (month > last.month), month, day)


def _slashed_readings(inner: Sequence[Token]) -> list[Reading]:
    """The possible readings of days and months without a year, day first before month first."""
    pairs: list[tuple[int, int | None]] = []
    for index, token in enumerate(inner):
        if token.kind != "d":
            continue
        if index and inner[index - 1].kind == "/":
            pairs[-1] = (pairs[-1][0], token.value)
        else:
            pairs.append((token.value, None))
    day_first: list[PartialDate] = []
    month = 0
    for number, second in reversed(pairs):
        month = second if second is not None else month
        day_first.insert(0, PartialDate(None, month, number))
    month_first: list[PartialDate] = []
    month = 0
    for number, second in pairs:
        month = number if second is not None else month
        month_first.append(PartialDate(None, month, second if second is not None else number))
    readings = [("day/month", tuple(day_first)), ("month/day", tuple(month_first))]
    return [reading for reading in readings if all(day.possible() for day in reading[1])]


def _is_share(inner: Sequence[Token]) -> bool:
    """Whether "(1/2)" is rather the first of two parts than the first of February."""
    if len(inner) != 3 or any(token.end - token.start != 1 for token in inner):
        return False
    return bool(inner[0].value <= inner[2].value <= 5)


def _backwards(days: Sequence[PartialDate]) -> bool:
    first, last = days[0], days[-1]
    if first.year is None or last.year is None:
        return first.month == last.month and (first.day or 0) > (last.day or 0)
    return (first.year, first.month, first.day or 0) > (last.year, last.month, last.day or 0)


def weekday_fits(day: PartialDate, weekday: int | None) -> bool | None:
    """Whether the day is that weekday; None where weekday or year is not printed."""
    if weekday is None or day.year is None:
        return None
    known = day.in_year(day.year)
    return known.weekday() == weekday if known else None
