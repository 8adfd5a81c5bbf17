"""One event: its facts, its programme by day, who was there, where all this is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from web import calendars, structured
from web.asking import Answer, Ask, File, Page
from web.pages import shared
from web.reading import Reader, Row
from web.shell import citation_of, source_author
from web.wording import days, shortened

JSON = "application/json; charset=utf-8"
_EVENT = """
    select events.*, series.name as series_name, countries.name as country_name
    from events left join series on series.code = events.series left join countries on countries.code = events.country
    where events.id = ?
"""


@dataclass(slots=True)
class Meeting:
    """One session with everybody and everything in it."""

    row: Row
    groups: list[shared.Group]
    bodies: list[Row]
    documents: list[Row]

    @property
    def parts(self) -> list[shared.Group]:
        """Its bodies by role."""
        return shared.by_part(self.bodies)


@dataclass(slots=True)
class ProgrammeDay:
    """The sessions of one day; ``date`` is None where the page gives none."""

    date: str | None
    sessions: list[Meeting] = field(default_factory=list)


@dataclass(slots=True)
class Event:
    """One event with all that is known of it."""

    row: Row
    programme: list[ProgrammeDay]
    people: list[Row]  # in no session
    bodies: list[Row]
    documents: list[Row]
    themes: list[tuple[str, list[Row]]]

    @property
    def name(self) -> str:
        """Name, or the address where the page prints none."""
        return str(self.row["name"] or self.row["address"])

    @property
    def path(self) -> str:
        """Permanent address."""
        return f"/event/{self.row['id']}"

    @property
    def parts(self) -> list[shared.Group]:
        """Bodies by role, without those that a session names in the same role."""
        told = {(body["organization_id"], body["role"]) for one in self.sessions for body in one.bodies}
        return shared.by_part(body for body in self.bodies if (body["organization_id"], body["role"]) not in told)

    @property
    def sessions(self) -> list[Meeting]:
        """All sessions, in the order of the page."""
        return sorted((one for day in self.programme for one in day.sessions), key=lambda one: one.row["position"])


def load(read: Reader, event_id: int) -> Event | None:
    """One event, or None."""
    row = read.row(_EVENT, event_id)
    if row is None:
        return None
    people = shared.people_of(read, event_id)
    bodies = shared.involvements_of(read, event_id)
    documents = shared.documents_of(read, event_id)
    sessions = [
        Meeting(session, shared.by_role(people[session["id"]]), bodies[session["id"]], documents[session["id"]])
        for session in read.rows("select * from sessions where event_id = ? order by position", event_id)
    ]
    return Event(row, _by_day(sessions), people[None], bodies[None], documents[None], shared.themes_of(read, event_id))


def _by_day(sessions: Iterable[Meeting]) -> list[ProgrammeDay]:
    """Days in their order, what has no day last; within a day the order of the page."""
    found: dict[str | None, ProgrammeDay] = {}
    for session in sessions:
        date = session.row["date"]
        found.setdefault(date, ProgrammeDay(date)).sessions.append(session)
    return sorted(found.values(), key=lambda day: (day.date is None, day.date or ""))


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
            "programme": event.programme,
            "groups": shared.by_role(event.people),
            "bodies": event.parts,
            "documents": event.documents,
            "themes": event.themes,
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
    entries = calendars.of_event(event.row, [one.row for one in event.sessions], ask.base)
    return File(calendars.write(event.name, entries), calendars.TYPE, f"event-{event.row['id']}.ics")


def _releases(read: Reader, event_id: int) -> list[Row]:
    return read.rows(
        """
        select press_releases.id, headline, published, language, basis, words
        from event_mentions join press_releases on press_releases.id = press_release_id
        where event_id = ? order by published limit 50
        """,
        event_id,
    )


def _neighbours(read: Reader, event: Row) -> dict[str, Any]:
    """The meetings of the same series before and after this one."""
    if not event["series"] or not event["start_date"]:
        return {}
    around = "select id, name, start_date, language from events where series = ? and start_date {} ? and id != ?"
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
