"""One event: its facts, its programme by day, who was there, where all this is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from web import calendars, structured
from web.asking import Answer, Ask, File, Page
from web.citations import source_author
from web.pages import programme, shared
from web.pages.programme import Content
from web.reading import Reader, Row
from web.shell import citation_of
from web.wording import days, shortened

JSON = "application/json; charset=utf-8"
_EVENT = """
    select events.*, series.name as series_name, countries.name as country_name
    from events left join series on series.code = events.series left join countries on countries.code = events.country
    where events.id = ?
"""


@dataclass(slots=True)
class Event:
    """One event with all that is known of it."""

    row: Row
    content: Content

    @property
    def name(self) -> str:
        """Name, or the address where the page prints none."""
        return str(self.row["name"] or self.row["address"])

    @property
    def path(self) -> str:
        """Permanent address."""
        return f"/event/{self.row['id']}"


def load(read: Reader, event_id: int) -> Event | None:
    """One event, or None."""
    row = read.row(_EVENT, event_id)
    return Event(row, programme.load(read, event_id)) if row else None


def _found(ask: Ask) -> Event | None:
    return load(ask.read, ask.number("id"))


def page(ask: Ask) -> Answer:
    """The page of one event."""
    event = _found(ask)
    if event is None:
        return shared.moved(ask, ask.number("id"), "event")
    row = event.row
    when = days(row["start_date"], row["end_date"])
    where = ", ".join(filter(None, (row["city"], row["country_name"])))
    return Page(
        "event.html",
        event.name,
        {
            "event": row,
            "content": event.content,
            "evidence": shared.fields_with_evidence(ask.read, "events", row["id"]),
            "source": shared.source_of(ask.read, row["id"]),
            "releases": _releases(ask.read, row["id"]),
            "neighbours": _neighbours(ask.read, row),
            "jsonld": structured.embedded(structured.event(event, ask.base)),
        },
        description=shortened(f"{event.name}. {when}. {where}".strip(". "), 200),
        cite=citation_of(
            ask,
            event.name,
            event.path,
            kind="Event",
            author=source_author(row["address"]),
            issued=row["start_date"] or row["published"],
            source=row["address"],
            captured=row["captured_at"],
            language=row["language"],
        ),
        formats=(
            ("Calendar", f"{event.path}.ics", "text/calendar"),
            ("JSON", f"{event.path}.json", "application/json"),
            ("JSON-LD", f"{event.path}.jsonld", "application/ld+json"),
        ),
        canonical=event.path,
    )


def as_json(ask: Ask) -> Answer:
    """All that is known of one event, nested."""
    event = _found(ask)
    if event is None:
        return shared.moved(ask, ask.number("id"), "event")
    return File(structured.dumps(structured.event_record(event)), JSON)


def as_jsonld(ask: Ask) -> Answer:
    """The event in the words of schema.org."""
    event = _found(ask)
    if event is None:
        return shared.moved(ask, ask.number("id"), "event")
    return File(structured.dumps(structured.event(event, ask.base)), "application/ld+json")


def as_calendar(ask: Ask) -> Answer:
    """The event and its sessions for a calendar."""
    event = _found(ask)
    if event is None:
        return shared.moved(ask, ask.number("id"), "event")
    entries = calendars.of_event(event.row, [one.row for one in event.content.sessions], ask.base)
    return File(calendars.write(event.name, entries), calendars.TYPE, f"event-{event.row['id']}.ics")


def _releases(read: Reader, event_id: int) -> list[Row]:
    return read.rows(
        """
        select press_releases.id, headline, press_releases.address, published, language, basis, words
        from event_mentions join press_releases on press_releases.id = press_release_id
        where event_id = ? order by published limit 50
        """,
        event_id,
    )


def _neighbours(read: Reader, event: Row) -> dict[str, Any]:
    """The meetings of the same series before and after this one."""
    if not event["series"] or not event["start_date"]:
        return {}
    around = """
        select id, name, address, start_date, language from events where series = ? and start_date {} ? and id != ?
    """
    before, after = (
        read.row(
            f"{around.format(sign)} order by start_date {order} limit 1",
            event["series"],
            event["start_date"],
            event["id"],
        )
        for sign, order in (("<", "desc"), (">", "asc"))
    )
    return {"before": before, "after": after}
