"""Where each fact of a record stands, and the table, row and column that it became.

The record's own evidence, and the spans that its people, bodies, documents and themes carry. A fact's path in the
record (``sessions/3/start``) leads to its row by the path of the thing that it is a fact of (``sessions/3``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from archive.country_evidence import OF_BODY_OR_POST, state_in_line
from archive.names import name_key
from parsers import record as read
from parsers.record import Evidence

Targets = Mapping[str, tuple[str, int]]


class RecordEvidence:
    """All evidence of a record; ``text`` is that of the page as it was read."""

    def __init__(self, record: read.Record, text: str) -> None:
        self.record = record
        self.text = text

    def __iter__(self) -> Iterator[Evidence]:
        """What the record says itself, then the spans that its people, bodies, documents and themes carry."""
        for item in self.record.evidence:
            if not _PERSON.fullmatch(item.fact):  # what a person's facts rest on is told apart below
                yield item
        for number, session in enumerate(self.record.sessions):
            yield Evidence(f"sessions/{number}", *session.title_span, "agenda")
            yield from self._people_evidence(f"sessions/{number}/people", session.people)
            yield from _spans(f"sessions/{number}/organizers", session.organizers, "agenda")
            yield from self._document_evidence(f"sessions/{number}/documents", session.documents)
        yield from self._people_evidence("people", self.record.people)
        yield from _spans("organizations", self.record.organizations, "organizations")
        yield from self._document_evidence("documents", self.record.documents)
        yield from _spans("taggings", self.record.taggings, "themes")

    def _people_evidence(self, path: str, people: list[read.Appearance]) -> Iterator[Evidence]:
        """The name's own span, the line for the role, and post and body where they stand in that line."""
        for place, person in enumerate(people):
            fact, rule = f"{path}/{place}", person.rule or "people"
            line = (person.line_start, person.line_end)
            yield Evidence(fact, person.start, person.end, rule)
            yield Evidence(f"{fact}/role", *line, rule)
            body = self._within(line, person.organization)
            post = self._within(line, person.position)
            if body:
                yield Evidence(f"{fact}/organization", *body, rule)
            if post:
                yield Evidence(f"{fact}/position", *post, rule)
            if person.country and person.country_span:
                yield Evidence(f"{fact}/country", *person.country_span, "states", "the state of the page")
            elif person.country:
                span, basis = self._state(person, line, [span for span in (body, post) if span])
                yield Evidence(f"{fact}/country", *span, rule, basis)

    def _document_evidence(self, path: str, documents: list[read.Document]) -> Iterator[Evidence]:
        """The label's own span, for its kind too, and the name of whom a document belongs to."""
        yield from _spans(path, documents, "link")
        for place, document in enumerate(documents):
            if document.kind != "other":
                yield Evidence(f"{path}/{place}/kind", document.start, document.end, "document kind")
            owner = self._owner(document)
            if owner is not None:
                yield Evidence(f"{path}/{place}/owner", owner.start, owner.end, "beside the name")

    def _owner(self, document: read.Document) -> read.Appearance | None:
        """Whom a document belongs to, as named nearest to it."""
        sessions = (person for session in self.record.sessions for person in session.people)
        same = [person for person in (*sessions, *self.record.people) if person.name == document.owner]
        return min(same, key=lambda person: abs(person.end - document.start), default=None)

    def _state(
        self, person: read.Appearance, line: tuple[int, int], holders: list[tuple[int, int]]
    ) -> tuple[tuple[int, int], str | None]:
        """The words that say for which state a person speaks, on their line or on another that names them."""
        text, code, key = self.text, str(person.country), name_key(person.name)
        found = state_in_line(text, line, person.end, code, holders)
        sessions = (other for session in self.record.sessions for other in session.people)
        others = (*sessions, *self.record.people) if found is None else ()
        for other in others:
            if other.country == code and name_key(other.name) == key:
                found = state_in_line(text, (other.line_start, other.line_end), other.end, code, [])
                if found is not None:
                    break
        return found or (holders[0] if holders else line, OF_BODY_OR_POST)

    def _within(self, line: tuple[int, int], words: str | None) -> tuple[int, int] | None:
        """Where words stand in a line; the line where they are not found as they are; None without words."""
        if not words:
            return None
        start = self.text.find(words, *line)
        return (start, start + len(words)) if start >= 0 else line


def _spans(path: str, things: Iterable[Any], rule: str) -> Iterator[Evidence]:
    for place, thing in enumerate(things):
        yield Evidence(f"{path}/{place}", thing.start, thing.end, getattr(thing, "rule", None) or rule)


def holder_of(fact: str, targets: Targets) -> tuple[str, int, str] | None:
    """Table, row and column of the fact at a path; None where it is not published.

    ``targets``: the table and row of each thing that has one, by its path.
    """
    path, rest = fact, ""
    while path not in targets:
        if not path:
            return None
        path, _, last = path.rpartition("/")
        rest = f"{last}/{rest}" if rest else last
        if last.isdigit():
            return None  # the fact's session or person has no row
    table, row_id = targets[path]
    column = _COLUMNS[table].get(rest)
    if column is None and table in ("events", "press_releases"):
        table, column = "pages", _COLUMNS["pages"].get(rest)
    return (table, row_id, column) if column else None


_PERSON = re.compile(r"(?:sessions/\d+/)?people/\d+")
_PLACE = {"location/city": "city", "location/country": "country"}
_SAME = {name: name for name in ("published", "language", "date_text", "status", "series", "start_date", "end_date")}
# Field of the record -> column, for each table; "" is the thing as a whole.
_COLUMNS: dict[str, dict[str, str]] = {
    "pages": {"title": "title", "kind": "kind", "language": "language"},
    "events": {**_SAME, **_PLACE, "title": "name", "location/venue": "venue", "location/online": "mode"},
    "press_releases": {
        **_PLACE,
        "title": "headline",
        "published": "published",
        "language": "language",
        "series": "series",
        "start_date": "event_start_date",
        "end_date": "event_end_date",
        "date_text": "date_text",
    },
    "sessions": {
        "": "title",
        "title": "title",
        "kind": "kind",
        "date": "date",
        "start": "start_time",
        "end": "end_time",
        "timezone": "timezone",
        "start_utc": "start_utc",
        "end_utc": "end_utc",
        "venue": "venue",
    },
    "appearances": {
        "": "name_text",
        "name": "name",
        "name_text": "name_text",
        "role": "role",
        "position": "position",
        "organization": "organization_text",
        "country": "country",
    },
    "involvements": {"": "name_text", "name": "name_text", "role": "role"},
    "documents": {
        **{name: name for name in ("label", "kind", "language")},
        "": "label",
        "url": "address",
        "owner": "owner_text",
    },
    "taggings": {"": "theme_id"},
}
