"""Small pages with a programme, as text and as HTML, and what is compared of their records."""

from __future__ import annotations

from parsers import parse_capture
from parsers.record import Record, Session

URL = "https://www.iom.int/a-workshop-2014"


def text_record(body: str) -> Record:
    """The record of a text capture."""
    return parse_capture(f"URL: {URL}\n\n{body}".encode(), None, "text/plain")[1]


def html_record(body: str) -> Record:
    """The record of an HTML page with this content below its title."""
    page = f"<html lang=en><body><main><h1>Workshop on Harbours 2014</h1>{body}</main></body></html>"
    return parse_capture(page.encode(), URL, "text/html")[1]


def when(record: Record) -> list[tuple[str | None, str | None, str | None, str]]:
    """Day, begin, end and title of each session."""
    return [(s.date, s.start, s.end, s.title) for s in record.sessions]


def who(session: Session) -> list[tuple[str, str]]:
    """Name and role of each person of a session."""
    return [(person.name, person.role) for person in session.people]
