"""What one captured body says, and the form in which that is cached.

A `Reading` is what the parsers make of a body: the page's text and its record. It depends on the body, its address, its
content type and the version of the parsers, and on nothing else, so it is kept under a key of these four
(`reading_key`) as compressed JSON: `encode`, `decode`. Records are written as plain lists, fields in their order;
another order is another version of the parsers and so another key.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from dataclasses import dataclass, fields
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from parsers.page import Page
from parsers.record import (
    Appearance,
    Document,
    Evidence,
    Involvement,
    Location,
    Problem,
    Record,
    Session,
    Tagging,
)
from scraper.urls import AddressError, canonical, host_of

FORM = 1  # counts up when the cached form changes


@dataclass(slots=True)
class Reading:
    """What one body says. ``failure`` says why it could not be read; then there is no record."""

    text: str = ""
    node_id: int | None = None
    layout: str | None = None
    translations: dict[str, str] | None = None  # language -> address
    links: list[str] | None = None  # addresses on the page's own site that its content links to, each once
    problems: list[str] | None = None  # what was wrong with the bytes
    record: Record | None = None
    failure: str | None = None


def reading_key(body_sha256: str, address: str, content_type: str | None, version: str) -> bytes:
    """Key of a reading in the cache."""
    parts = (str(FORM), version, body_sha256, address, content_type or "")
    return blake2b("\n".join(parts).encode(), digest_size=20).digest()


def reading_of(page: Page, record: Record) -> Reading:
    """What the archive keeps of a parsed page."""
    return Reading(
        text=page.text,
        node_id=page.node_id,
        layout=page.fingerprint or None,
        translations=dict(page.alternates),
        links=_own_links(page),
        problems=list(page.problems),
        record=record,
    )


def _own_links(page: Page) -> list[str]:
    """Canonical addresses, in the order of the page."""
    host = host_of(page.url)
    site = host.removeprefix("www.")  # quick to look for; canonical addresses decide
    found: dict[str, None] = {}
    for block in page.blocks:
        for link in block.links:
            if site and site in link.url:
                with suppress(AddressError):
                    found[canonical(link.url)] = None
    return [address for address in found if host_of(address) == host]


_FLAT: tuple[type, ...] = (
    Evidence, Problem, Appearance, Involvement, Document, Session, Location, Tagging, Record, Reading
)  # fmt: skip
_VALUES = {kind: attrgetter(*(field.name for field in fields(kind))) for kind in _FLAT}


def encode(reading: Reading) -> bytes:
    """The cached form of a reading."""
    text = json.dumps(reading, default=_values, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _values(thing: object) -> Any:
    return _VALUES[type(thing)](thing)


def decode(blob: bytes) -> Reading:
    """The reading of a cached form. Raises ValueError where it is damaged."""
    try:
        reading = Reading(*json.loads(zlib.decompress(blob).decode("utf-8", "surrogatepass")))
        if reading.record is not None:
            reading.record = _record(reading.record)
    except (zlib.error, TypeError, LookupError) as error:
        raise ValueError(f"damaged reading: {error}") from error
    return reading


def _record(values: Any) -> Record:
    record = Record(*values)
    record.location = Location(*_list(record.location))
    record.sessions = [_session(item) for item in record.sessions]
    record.people = [_appearance(item) for item in record.people]
    record.organizations = [Involvement(*_list(item)) for item in record.organizations]
    record.documents = [Document(*_list(item)) for item in record.documents]
    record.taggings = [Tagging(*_list(item)) for item in record.taggings]
    record.evidence = [Evidence(*_list(item)) for item in record.evidence]
    record.problems = [Problem(*_list(item)) for item in record.problems]
    return record


def _appearance(values: Any) -> Appearance:
    person = Appearance(*_list(values))
    if person.country_span is not None:
        start, end = person.country_span
        person.country_span = (start, end)
    return person


def _session(values: Any) -> Session:
    session = Session(*values)
    session.organizers = [Involvement(*_list(item)) for item in session.organizers]
    session.people = [_appearance(item) for item in session.people]
    session.documents = [Document(*_list(item)) for item in session.documents]
    start, end = session.span
    session.span = (start, end)
    start, end = session.title_span
    session.title_span = (start, end)
    return session


def _list(item: Any) -> list[Any]:
    """JSON gives lists where the dataclass says dataclass."""
    values: list[Any] = item
    return values
