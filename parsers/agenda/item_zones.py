"""The zones of a programme's times, the moments that they make, and what is odd about them."""

from __future__ import annotations

import datetime

from parsers.agenda.items import Agenda, AgendaItem
from parsers.dates.page_zone import zone_of_page
from parsers.dates.zones import compare, remark, to_utc
from parsers.page import Page
from parsers.record import Evidence, Problem, Record


def set_zones(page: Page, record: Record, agenda: Agenda) -> None:
    """The page's zone for times without one; UTC times where the zone is known; what is odd about zones."""
    lacking = any(session.start and session.timezone is None for session in record.sessions)
    stated = zone_of_page(page, _span_of_date(record)) if lacking else None
    for number, item in enumerate(agenda.items):
        session = item.session
        if session.timezone is None and session.start and stated is not None:
            session.timezone = stated[0]
            record.evidence.append(Evidence(f"sessions/{number}/timezone", *stated[1:], rule="zone of the page"))
        if not (session.timezone and session.date and session.start):
            continue
        session.start_utc = to_utc(session.date, session.start, session.timezone)
        session.end_utc = _end_utc(item, session.date, session.timezone)
        _zone_problems(record, item, session.date)


def _end_utc(item: AgendaItem, day: str, zone: str) -> str | None:
    """The moment at which an item ends, on the next day where its hours pass midnight; None where they are odd."""
    start, end = item.session.start, item.session.end
    if start is None or end is None:
        return None
    if end < start:
        if item.time is None or item.time.problem is not None:
            return None
        day = (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
    return to_utc(day, end, zone)


def _zone_problems(record: Record, item: AgendaItem, day: str) -> None:
    """Two zones that do not agree on one time, a zone that is not in use on the day."""
    mention, session = item.time, item.session
    if mention is None:
        return
    found = []
    if mention.also is not None and mention.zones and mention.also.zones:
        first, second = (mention.begin, mention.zones[0]), (mention.also.begin, mention.also.zones[0])
        found.append(("zone_conflict", compare(day, first, second)))
    if session.timezone is not None:
        found.append(("zone_not_in_use", remark(day, session.timezone)))
    record.problems += [Problem(code, message, *session.span) for code, message in found if message is not None]


def _span_of_date(record: Record) -> tuple[int, int]:
    """Where the words of the event's date stand; (0, 0) where it has none."""
    return next(((entry.start, entry.end) for entry in record.evidence if entry.fact == "start_date"), (0, 0))
