"""What holds of every record, whatever the capture was."""

import datetime
import re

from parsers.page import Page
from parsers.record import Appearance, Document, Involvement, Record

KINDS = ("event", "press_release", "other")
ROLES = (
    "chair", "moderator", "panellist", "speaker", "opening", "closing", "host", "quoted", "mentioned", "contact",
)  # fmt: skip
INVOLVED = ("organizer", "co_organizer", "host", "partner", "sponsor", "participant")
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z")


def check_record(page: Page, record: Record) -> None:
    """Assert that a record is one: its values real, its spans inside the page, its quotations those of the page."""
    check_blocks(page)
    assert record.kind in KINDS
    for start, end in spans_of(record):
        assert 0 <= start <= end <= len(page.text), (start, end)
    _check_dates(page, record)
    _check_sessions(record)
    people = [*record.people, *(person for session in record.sessions for person in session.people)]
    for person in people:
        _check_person(page, person)
    for body in [*record.organizations, *(body for session in record.sessions for body in session.organizers)]:
        _check_body(page, body)
    for document in [*record.documents, *(one for session in record.sessions for one in session.documents)]:
        _check_document(document)
    assert len({(person.name, person.role) for person in record.people}) == len(record.people)
    country = record.location.country
    assert country is None or re.fullmatch("[A-Z]{2}", country)
    for words in (record.location.city, record.location.venue):
        assert words is None or words.strip()
    for evidence in record.evidence:
        assert evidence.fact
        assert evidence.rule
    _check_told(record)
    for problem in record.problems:
        assert re.fullmatch("[a-z_]+", problem.code)
        assert problem.message
    record.to_dict()


def _check_told(record: Record) -> None:
    """Each value of a session and the part of each body has words that say it."""
    told = {evidence.fact for evidence in record.evidence}
    for number, session in enumerate(record.sessions):
        values = {name: getattr(session, name) for name in ("title", "date", "start", "end", "timezone", "venue")}
        values["kind"] = session.kind if session.kind != "other" else None
        for name, value in values.items():
            assert value is None or f"sessions/{number}/{name}" in told, (name, value)
        for place, _body in enumerate(session.organizers):
            assert f"sessions/{number}/organizers/{place}/role" in told
    for place, _body in enumerate(record.organizations):
        assert f"organizations/{place}/role" in told


def check_blocks(page: Page) -> None:
    """Assert that the page's text is that of its blocks and that their marks lie inside of them."""
    assert page.text == "\n".join(block.text for block in page.blocks)
    for block in page.blocks:
        assert block.text
        assert page.quote(block.start, block.end) == block.text
        for start, end in [*block.bold, *((link.start, link.end) for link in block.links)]:
            assert block.start <= start < end <= block.end


def spans_of(record: Record) -> list[tuple[int, int]]:
    """Every span that a record points to."""
    spans = [(evidence.start, evidence.end) for evidence in record.evidence]
    spans += [(p.start, p.end) for p in record.problems if p.start is not None and p.end is not None]
    spans += [(body.start, body.end) for body in record.organizations]
    spans += [(document.start, document.end) for document in record.documents]
    spans += [(tagging.start, tagging.end) for tagging in record.taggings]
    people = list(record.people)
    for session in record.sessions:
        spans += [session.span, session.title_span]
        spans += [(body.start, body.end) for body in session.organizers]
        spans += [(document.start, document.end) for document in session.documents]
        people += session.people
    for person in people:
        spans += [(person.start, person.end), (person.line_start, person.line_end)]
    return spans


def _check_dates(page: Page, record: Record) -> None:
    for day in (record.published, record.start_date, record.end_date):
        assert day is None or datetime.date.fromisoformat(day).isoformat() == day
    if record.end_date is not None:
        assert record.start_date is not None
        assert record.end_date >= record.start_date
    if record.date_text is not None:
        assert record.date_text in page.text


def _check_sessions(record: Record) -> None:
    for session in record.sessions:
        assert session.title.strip()
        assert session.date is None or datetime.date.fromisoformat(session.date).isoformat() == session.date
        for time in (session.start, session.end):
            assert time is None or _TIME.fullmatch(time), time
        for moment in (session.start_utc, session.end_utc):
            assert moment is None or _UTC.fullmatch(moment), moment
        assert session.end is None or session.start is not None
        assert session.end_utc is None or (session.start_utc is not None and session.end_utc >= session.start_utc)


def _check_person(page: Page, person: Appearance) -> None:
    assert person.name.strip()
    assert person.role in ROLES
    assert person.rule
    assert person.country is None or re.fullmatch("[A-Z]{2}", person.country)
    assert person.name_text is None or person.name_text in page.text
    assert page.quote(person.start, person.end).strip()
    assert person.line_start <= person.start <= person.end
    for words in (person.position, person.organization):
        assert words is None or words.strip()


def _check_body(page: Page, body: Involvement) -> None:
    assert body.name.strip()
    assert body.role in INVOLVED
    assert body.rule
    assert page.quote(body.start, body.end).strip()


def _check_document(document: Document) -> None:
    assert document.kind
    assert document.url is None or ":" in document.url
