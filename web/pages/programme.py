"""The sessions of a page as a programme: by day, each with everybody and everything in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from web.pages import shared
from web.reading import Reader, Row


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

    @property
    def people(self) -> list[Row]:
        """Its people, chairs first."""
        return [person for group in self.groups for person in group.members]


@dataclass(slots=True)
class ProgrammeDay:
    """The sessions of one day; ``date`` is None where the page gives none."""

    date: str | None
    sessions: list[Meeting] = field(default_factory=list)


@dataclass(slots=True)
class Content:
    """What stands on a page: its sessions, and what belongs to the page as a whole."""

    sessions: list[Meeting]  # in the order of the page
    people: list[Row]  # in no session
    bodies: list[Row]
    documents: list[Row]
    themes: list[tuple[str, list[Row]]]

    @property
    def days(self) -> list[ProgrammeDay]:
        """Days in their order, what has no day last; within a day the order of the page."""
        return _by_day(self.sessions)

    @property
    def groups(self) -> list[shared.Group]:
        """People in no session, by role."""
        return shared.by_role(self.people)

    @property
    def parts(self) -> list[shared.Group]:
        """Bodies by role, without those that a session names in the same role."""
        told = {(body["organization_id"], body["role"]) for one in self.sessions for body in one.bodies}
        return shared.by_part(body for body in self.bodies if (body["organization_id"], body["role"]) not in told)


def load(read: Reader, page_id: int) -> Content:
    """Everything on one page."""
    people = shared.people_of(read, page_id)
    bodies = shared.involvements_of(read, page_id)
    documents = shared.documents_of(read, page_id)
    sessions = [
        Meeting(row, shared.by_role(people[row["id"]]), bodies[row["id"]], documents[row["id"]])
        for row in read.rows("select * from sessions where page_id = ? order by position", page_id)
    ]
    return Content(sessions, people[None], bodies[None], documents[None], shared.themes_of(read, page_id))


def _by_day(sessions: Iterable[Meeting]) -> list[ProgrammeDay]:
    found: dict[str | None, ProgrammeDay] = {}
    for session in sessions:
        date = session.row["date"]
        found.setdefault(date, ProgrammeDay(date)).sessions.append(session)
    return sorted(found.values(), key=lambda day: (day.date is None, day.date or ""))
