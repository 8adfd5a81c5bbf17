"""The days of an event and of each item of its agenda, with what tells a year or a day that is not printed."""

from __future__ import annotations

import datetime
import itertools
import re
from dataclasses import dataclass, field

from parsers.agenda.day_runs import BASIS, spread_over_range
from parsers.agenda.item_zones import set_zones
from parsers.agenda.items import Agenda, AgendaItem
from parsers.assembly.reading import Reading
from parsers.dates.events import AgendaDay, EventDates, Years, event_dates, resolve
from parsers.dates.weekdays import only_weekday
from parsers.record import Evidence, Record
from parsers.words.phrases import Tokens

_LONGEST_EVENT = 60  # days in which a weekday or a day of the month tells the day

_SESSION_DATE = re.compile(r"sessions/\d+/date")


def drop_posting_day(agenda: Agenda, posted: tuple[int, int]) -> None:
    """The day of the page's posting, which stands on a line of its own, is none of the programme's."""
    own = {id(mention) for mention, line in agenda.days if line.start <= posted[0] < line.start + len(line.text)}
    if not own:
        return
    agenda.days = [(mention, line) for mention, line in agenda.days if id(mention) not in own]
    for item in agenda.items:
        if id(item.day) in own:
            item.day = None


def read_dates(reading: Reading, years: Years, tokens: Tokens, posted: tuple[int, int] | None) -> None:
    """Give the agenda's days their years, find the event's first and last day, and date the items.

    ``posted`` is the span of a date that stands as an event's would and is the page's own.
    """
    page, record, agenda = reading.page, reading.record, reading.agenda
    named = _named_days(agenda, years)
    skip = set(agenda.claimed)
    if posted is not None:
        skip |= {index for index, block in enumerate(page.blocks) if block.start <= posted[0] < block.end}
    dates = event_dates(page, record.kind, agenda, named.days, years, skip, tokens)
    _set_event_dates(record, dates)
    for item in agenda.items:
        _date_item(record, item, _day_of_item(item, agenda, named, years, dates))
        record.sessions.append(item.session)
    _date_before_second_day(record, agenda, dates)
    _spread_over_event(record, agenda, dates)
    set_zones(page, record, agenda)


@dataclass(slots=True)
class _NamedDays:
    """The days that the lines of an agenda name."""

    days: list[AgendaDay] = field(default_factory=list)  # of a range, the first and the last
    by_mention: dict[int, AgendaDay] = field(default_factory=dict)  # by the id of the mention
    by_number: dict[int, AgendaDay] = field(default_factory=dict)  # "Day 2"
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)  # where a mention stands, by its id


def _named_days(agenda: Agenda, years: Years) -> _NamedDays:
    named = _NamedDays()
    for mention, line in agenda.days:
        span = (line.start + mention.start, line.start + mention.end)
        named.spans[id(mention)] = span
        iso, basis = resolve(mention, years, span[0])
        if not iso and mention.day_number is not None:
            first = named.by_number.get(1)
            iso, basis = _counted_on(first.iso if first else None, mention.day_number, line.text)
        if not iso:
            continue
        named.days += [AgendaDay(day, span, basis) for day in dict.fromkeys((iso[0], iso[-1]))]
        named.by_mention[id(mention)] = AgendaDay(iso[0], span, basis)
        if mention.day_number is not None:
            named.by_number[mention.day_number] = AgendaDay(iso[0], span, basis)
    return named


def _day_of_item(
    item: AgendaItem, agenda: Agenda, named: _NamedDays, years: Years, dates: EventDates
) -> AgendaDay | None:
    known = named.by_mention.get(id(item.day))
    if known is not None:
        return known
    if item.day is not None and item.day.days:
        span = agenda.span_of_day(item)
        iso, basis = resolve(item.day, years, span[0])
        if iso:
            return AgendaDay(iso[0], span, basis)
    at = named.spans.get(id(item.day)) or agenda.span_of_day(item)
    return _day_without_date(item, at, named.by_number, dates)


def _counted_on(first: str | None, number: int, text: str) -> tuple[list[str], str | None]:
    """The day of a heading "Day 2 – Friday", counted from that of the first day; the weekday must fit."""
    if first is None:
        return [], None
    day = datetime.date.fromisoformat(first) + datetime.timedelta(days=number - 1)
    if only_weekday(text) != day.weekday():
        return [], None
    return [day.isoformat()], "counted from the first day, and the weekday fits"


def _date_item(record: Record, item: AgendaItem, day: AgendaDay | None, number: int | None = None) -> None:
    """Give an item its day; ``number`` is its place in the record, without one the next."""
    if day is None:
        return
    item.session.date = day.iso
    fact = f"sessions/{len(record.sessions) if number is None else number}/date"
    basis = "; ".join(filter(None, (item.day_basis, day.basis))) or None
    record.evidence.append(Evidence(fact, *day.span, rule="day line", basis=basis))


def _day_without_date(
    item: AgendaItem, at: tuple[int, int], by_number: dict[int, AgendaDay], dates: EventDates
) -> AgendaDay | None:
    """The day that "Day 2" counts to, or "Martes 22" names (``at``), within the event; its only day; else None."""
    if item.day_of_month is not None:
        iso = _day_of_month(dates, *item.day_of_month)
        return AgendaDay(iso, at, "the day of the event that it fits") if iso else None
    if item.day is not None:
        number = item.day.day_number
        if number is None or item.day.days:
            return None
        if number in by_number:
            return by_number[number]
        iso = _counted(dates, number) if dates.start is not None else None
        return AgendaDay(iso, at, "counted from the event's first day") if iso else None
    if dates.start is not None and (dates.end is None or dates.end == dates.start):
        return AgendaDay(dates.start, dates.span, _as_event("the event's only day", dates))
    return None


def _date_before_second_day(record: Record, agenda: Agenda, dates: EventDates) -> None:
    """Items that stand before the event's second day, and under no day of their own, are those of its first."""
    undated = list(itertools.takewhile(lambda item: item.session.date is None, agenda.items))
    following = agenda.items[len(undated)].session.date if len(undated) < len(agenda.items) else None
    if dates.start is None or following is None or any(item.day or item.day_of_month for item in undated):
        return
    first = datetime.date.fromisoformat(dates.start)
    if datetime.date.fromisoformat(following) - first == datetime.timedelta(days=1):
        day = AgendaDay(dates.start, dates.span, _as_event("the event's first day", dates))
        for number, item in enumerate(undated):
            _date_item(record, item, day, number)


def _spread_over_event(record: Record, agenda: Agenda, dates: EventDates) -> None:
    """Date the items of a programme that names no day but the event's first and last."""
    one = {id(item.day) for item in agenda.items} if agenda.items else set()
    day = agenda.items[0].day if len(one) == 1 else None
    whole = day is None or (day.is_range and day.day_number is None)
    if len(one) != 1 or not whole or any(item.day_of_month for item in agenda.items):
        return
    if dates.start is None or dates.end is None:
        return
    days = spread_over_range(agenda.items, dates.start, dates.end)
    if days is not None:
        record.evidence = [entry for entry in record.evidence if not _SESSION_DATE.fullmatch(entry.fact)]
        for number, (item, iso) in enumerate(zip(agenda.items, days, strict=True)):
            _date_item(record, item, AgendaDay(iso, dates.span, _as_event(BASIS, dates)), number)


def _as_event(reason: str, dates: EventDates) -> str:
    return f"{reason}; {dates.basis}" if dates.basis else reason


def _day_of_month(dates: EventDates, weekday: int, number: int | None) -> str | None:
    """The event's only day with this weekday, and this number where one is printed."""
    if dates.start is None:
        return None
    first = datetime.date.fromisoformat(dates.start)
    last = datetime.date.fromisoformat(dates.end or dates.start)
    if (last - first).days > _LONGEST_EVENT:
        return None
    days = (first + datetime.timedelta(days=number) for number in range((last - first).days + 1))
    fitting = [day for day in days if day.weekday() == weekday and number in (None, day.day)]
    return fitting[0].isoformat() if len(fitting) == 1 else None


def _counted(dates: EventDates, number: int) -> str | None:
    first = datetime.date.fromisoformat(dates.start or "")
    day = (first + datetime.timedelta(days=number - 1)).isoformat()
    return None if dates.end is not None and day > dates.end else day


def _set_event_dates(record: Record, dates: EventDates) -> None:
    if dates.start is None:
        return
    record.start_date, record.end_date = dates.start, dates.end
    record.date_text, record.date_basis = dates.text, dates.basis or dates.basis_of_end
    record.evidence.append(Evidence("start_date", *dates.span, rule=dates.rule, basis=dates.basis))
    if dates.end is not None:
        record.evidence.append(
            Evidence("end_date", *(dates.end_span or dates.span), rule=dates.rule, basis=dates.basis_of_end)
        )
