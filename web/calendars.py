"""Events and sessions as iCalendar (RFC 5545).

Days without a clock time become all-day entries. Sessions whose zone is known stand in UTC, others in floating time,
the clock of the place, as the page prints it. What has no day has no place in a calendar and is left out; an end before
its start is a slip on the page and is left out too. UIDs come from ids that never change, so a calendar that is fetched
again updates its entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Timezone, TimezoneStandard
from icalendar import Event as Entry

from web.reading import Row

TYPE = "text/calendar; charset=utf-8"
_PRODUCT = "-//IOM events archive//EN"
_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE", "rescheduled": "CONFIRMED"}
_LOWEST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Slot:
    """One entry of a calendar. ``start`` is a day or an instant, ``end`` the day after the last, or an instant."""

    uid: str
    summary: str
    start: date | datetime
    end: date | datetime | None
    stamp: datetime
    address: str
    place: str | None = None
    description: str | None = None
    status: str | None = None


def write(name: str, slots: Iterable[Slot]) -> bytes:
    """A calendar. One without entries still is a valid calendar."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _plain(name))
    calendar.add("x-wr-calname", _plain(name))
    for slot in slots:
        calendar.add_component(_entry(slot))
    if not calendar.subcomponents:
        calendar.add_component(_utc())  # RFC 5545 section 3.6 asks for at least one component
    return bytes(calendar.to_ical())


def of_event(event: Row, sessions: Iterable[Row], base: str) -> list[Slot]:
    """The event as a whole and each of its sessions."""
    whole = of_events([event], base)
    return whole + [slot for session in sessions if (slot := _of_session(session, event, base))]


def of_events(events: Iterable[Row], base: str) -> list[Slot]:
    """Events as all-day entries."""
    return [slot for event in events if (slot := _of_event(event, base))]


def _of_event(event: Row, base: str) -> Slot | None:
    first = _day(event["start_date"])
    if first is None:
        return None
    last = _day(event["end_date"]) or first
    return Slot(
        uid=f"event-{event['id']}@iom-events-archive",
        summary=event["name"] or event["address"],
        start=first,
        end=_next(max(first, last)),
        stamp=_stamp(event),
        address=f"{base}/event/{event['id']}",
        place=", ".join(filter(None, (event["venue"], event["city"], event["country_name"]))) or None,
        description=f"Read from {event['address']}",
        status=event["status"],
    )


def _of_session(session: Row, event: Row, base: str) -> Slot | None:
    start = _instant(session["start_utc"]) or _local(session["date"], session["start_time"])
    end = _instant(session["end_utc"]) if session["start_utc"] else _local(session["date"], session["end_time"])
    first: date | datetime | None = start or _day(session["date"])
    if first is None:
        return None
    if start is None or end is None or end <= start:
        end = None
    return Slot(
        uid=f"session-{session['id']}@iom-events-archive",
        summary=session["title"],
        start=first,
        end=end if start else _next(first),
        stamp=_stamp(event),
        address=f"{base}/event/{event['id']}#session-{session['id']}",
        place=session["venue"] or event["venue"],
        description=event["name"],
        status=event["status"],
    )


def _entry(slot: Slot) -> Entry:
    entry = Entry()
    entry.add("uid", slot.uid)
    entry.add("dtstamp", slot.stamp)
    entry.add("last-modified", slot.stamp)
    entry.add("summary", _plain(slot.summary))
    entry.add("dtstart", slot.start)
    if slot.end is not None:
        entry.add("dtend", slot.end)
    entry.add("url", slot.address)
    if slot.place:
        entry.add("location", _plain(slot.place))
    if slot.description:
        entry.add("description", _plain(slot.description))
    if slot.status in _STATUS:
        entry.add("status", _STATUS[slot.status])
    entry.add("transp", "TRANSPARENT")
    return entry


def _utc() -> Timezone:
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001  a zone's own rule is in local time
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    zone = Timezone()
    zone.add("tzid", "Etc/UTC")
    zone.add_component(standard)
    return zone


def _stamp(event: Row) -> datetime:
    return _instant(event["captured_at"]) or _LOWEST


def _day(text: str | None) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text) if text else None
    return None


def _next(day: date) -> date | None:
    """The day after; None after the last that there is: an entry without an end lasts its day."""
    return day + timedelta(days=1) if day < date.max else None


def _instant(text: str | None) -> datetime | None:
    with suppress(ValueError, OverflowError):
        return datetime.fromisoformat(text).astimezone(UTC) if text else None
    return None


def _local(day: str | None, clock: str | None) -> datetime | None:
    """A time on the clock of the place; its zone is not known."""
    with suppress(ValueError):
        return datetime.fromisoformat(f"{day}T{clock}") if day and clock else None
    return None


def _plain(text: str) -> str:
    """One line without control characters, which no calendar may hold."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
