"""The zones of a programme's times, the moments that they make, and what is odd about them."""

from __future__ import annotations

import datetime

from parsers.agenda.items import Agenda, AgendaItem
from parsers.dates.page_zone import zone_of_page
from parsers.dates.zones import compare, remark, to_utc
from parsers.page import Page
from parsers.record import Evidence, Problem, Record


def set_zones(page: Page, record: Record, agenda: Agenda) -> None:
    """The page's zone for times without one; UTC times where the zone is known; what is odd about zones.

    That a zone is not in use is said once, at the first of its sessions.
    """
    out_of_use: set[str] = set()
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
        _zone_conflict(record, item, session.date)
        unused = remark(session.date, session.timezone) if session.timezone not in out_of_use else None
        if unused is not None and item.time is not None:
            out_of_use.add(session.timezone)
            record.problems.append(Problem("zone_not_in_use", unused, *session.span))


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


def _zone_conflict(record: Record, item: AgendaItem, day: str) -> None:
    """Two zones that do not agree on one time."""
    mention = item.time
    if mention is None or mention.also is None or not (mention.zones and mention.also.zones):
        return
    message = compare(day, (mention.begin, mention.zones[0]), (mention.also.begin, mention.also.zones[0]))
    if message is not None:
        record.problems.append(Problem("zone_conflict", message, *item.session.span))


def _span_of_date(record: Record) -> tuple[int, int]:
    """Where the words of the event's date stand; (0, 0) where it has none."""
    return next(((entry.start, entry.end) for entry in record.evidence if entry.fact == "start_date"), (0, 0))
