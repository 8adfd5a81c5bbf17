"""Where the words stand that say a session's hours, room and kind, and which part a body has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from parsers.agenda.items import Agenda, AgendaItem
from parsers.page import Page
from parsers.record import Evidence, Record
from parsers.words.sentences import sentences


def session_evidence(record: Record, agenda: Agenda) -> Iterator[Evidence]:
    """Where the title, hours, room, kind and people of each session stand: the agenda's first, then those of prose."""
    for number, session in enumerate(record.sessions):
        item = agenda.items[number] if number < len(agenda.items) else None
        base = f"sessions/{number}"
        yield Evidence(f"{base}/title", *session.title_span, rule="agenda")
        if item is not None:
            yield from _item_evidence(base, item)
        elif session.kind != "other":
            yield Evidence(f"{base}/kind", *session.span, rule="prose")
        for place, person in enumerate(session.people):
            yield Evidence(f"{base}/people/{place}", person.line_start, person.line_end, person.rule)


def _item_evidence(base: str, item: AgendaItem) -> Iterator[Evidence]:
    """Where the hours, the room and the kind of an agenda's item stand."""
    session = item.session
    hours = item.hours_at or session.span
    if session.start:
        yield Evidence(f"{base}/start", *hours, rule="time line")
    if session.end:
        yield Evidence(f"{base}/end", *hours, rule="time line")
    if session.timezone and item.zone_at:
        yield Evidence(f"{base}/timezone", *item.zone_at, rule="time line")
    if session.venue and item.venue_at:
        yield Evidence(f"{base}/venue", *item.venue_at, rule="agenda")
    if item.kind:
        yield Evidence(f"{base}/kind", *item.kind.at, rule="session kind", basis=item.kind.basis)


# Rules by which nothing but its place says that a body holds a meeting or issues a text.
_IMPLIED = {
    "issuer": "the body that the release speaks for",
    "named in the lead": "the body that the release speaks for",
    "own meeting": "the meeting is its own",
    "acting body": "the body that acts in the text",
}


def role_evidence(page: Page, record: Record) -> Iterator[Evidence]:
    """Where the part of each body is told: by a label above it, or in the sentence that names it."""
    starts = [block.start for block in page.blocks]
    bodies = [(f"organizations/{place}", body) for place, body in enumerate(record.organizations)]
    for number, session in enumerate(record.sessions):
        bodies += [(f"sessions/{number}/organizers/{place}", body) for place, body in enumerate(session.organizers)]
    for fact, body in bodies:
        place = body.told_start if body.told_end else body.start
        block = page.blocks[max(0, bisect_right(starts, place) - 1)]
        within = (span for span in sentences(block.text) if place - block.start < span[1])
        start, end = next(within, (0, len(block.text)))
        span = block.start + start, block.start + end
        yield Evidence(f"{fact}/role", *span, body.rule, _IMPLIED.get(body.rule))
