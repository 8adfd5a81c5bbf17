"""One record of another maker's WARC as an attempt of ours, if it is one of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum

from scraper.capture import Attempt, Exchange, Reference, Truncation, Via
from scraper.decoding import dechunk
from scraper.foreign_warc import ForeignRecord
from scraper.passing_verdict import verdict_of_exchange, verdict_of_file
from scraper.urls import AddressError, canonical, memento, path_of
from scraper.warc import HttpMessage, first_headers, parse_http

_HTML = ("text/html", "application/xhtml+xml")
_ASSET = re.compile(
    r"\.(?:css|js|mjs|json|xml|rss|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|eot|otf|mp[34]|m4[av]|webm|pdf|docx?|xlsx?|"
    r"pptx?|zip|gz|map|txt)",
    re.IGNORECASE,
)
_REDIRECTS = (301, 302, 303, 307, 308)


class NotForUs(Enum):
    """Records that are passed over."""

    NO_CONTENT = "no content"  # requests, warcinfo, metadata: they only accompany
    OTHER_CONTENT = "other content"  # images, styles, scripts, data


@dataclass(frozen=True, slots=True)
class Unusable:
    """A record that should have been a capture."""

    reason: str


def attempt_of(record: ForeignRecord) -> Attempt | Unusable | NotForUs:
    """What a record is to us."""
    if record.kind in ("warcinfo", "request", "metadata", "conversion"):
        return NotForUs.NO_CONTENT
    if record.kind not in ("response", "resource", "revisit", "continuation"):
        return Unusable(f"WARC-Type is {record.kind!r}, which no standard knows")
    scheme, colon, _ = record.address.partition(":")
    if colon and scheme.lower() not in ("http", "https"):
        return NotForUs.NO_CONTENT  # dns:, whois:, urn: and what else crawlers write down
    if record.kind == "continuation" or record.headers.get("warc-segment-number"):
        return Unusable("a record in several segments, which is not supported")
    try:
        canonical(record.address)
    except AddressError as error:
        return Unusable(f"no address: {error}")
    date = read_date(record.headers.get("warc-date", ""))
    if date is None:
        return Unusable(f"no date: WARC-Date is {record.headers.get('warc-date', '')!r}")
    found = _resource(record, date) if record.kind == "resource" else _http(record, date)
    if isinstance(found, Attempt):
        found = _of_original(found)
        if found.captured_at > datetime.now(UTC) + CLOCK_DIFFERENCE:
            return Unusable(f"a date to come: {found.captured_at:%Y-%m-%d}")
    return found


CLOCK_DIFFERENCE = timedelta(days=1)  # by which another machine's clock may be ahead


def read_date(text: str) -> datetime | None:
    """A WARC-Date: ISO 8601 in UTC, with fractions of a second in WARC 1.1, shortened by some makers."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)?Z?", text.strip())
    if not match:
        return None
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2] or '00:00'}").replace(tzinfo=UTC)
    except ValueError:
        return None


def _resource(record: ForeignRecord, date: datetime) -> Attempt | Unusable | NotForUs:
    content_type = record.headers.get("content-type", "")
    kind = _media_type(content_type)
    is_text = kind == "text/plain" and record.block.lstrip().startswith(b"URL:")
    if not is_text and kind not in _HTML:
        return NotForUs.OTHER_CONTENT
    if not record.block.strip():
        return Unusable("empty: a page without a body")
    verdict = None if is_text else verdict_of_file(record.block)
    return Attempt(
        address=record.address,
        captured_at=date,
        via="text" if is_text else "warc",
        verdict=verdict.verdict if verdict else "ok",
        resource=record.block,
        content_type=content_type,
        channel="import",
        note=verdict.reason if verdict else None,
    )


def _http(record: ForeignRecord, date: datetime) -> Attempt | Unusable | NotForUs:
    message = parse_http(record.block)
    headers = first_headers(message.headers)
    if message.status is None and record.kind == "revisit":
        message = HttpMessage("HTTP/1.1", 200, "OK", message.headers, b"")  # some makers leave the head out
    if message.status is None:
        return Unusable("no HTTP answer in it")
    if not _is_of_a_page(record, message.status, headers.get("content-type"), message.payload):
        return NotForUs.OTHER_CONTENT
    payload = dechunk(message.payload) if "chunked" in headers.get("transfer-encoding", "").lower() else message.payload
    exchange = Exchange(
        address=record.address,
        status=message.status,
        headers=message.headers,
        body=payload,
        reason=message.reason,
        protocol=message.protocol,
        ip=record.headers.get("warc-ip-address"),
        truncated=_truncation(record.headers.get("warc-truncated")),
    )
    reference = _reference(record, date) if record.kind == "revisit" else None
    verdict = verdict_of_exchange(exchange, is_revisit=reference is not None)
    return Attempt(
        address=record.address,
        captured_at=date,
        via="warc",
        verdict=verdict.verdict,
        exchanges=(exchange,),
        refers_to=reference,
        channel="import",
        note=verdict.reason,
    )


def _is_of_a_page(record: ForeignRecord, status: int, content_type: str | None, payload: bytes) -> bool:
    kind = _media_type(content_type or "")
    if kind:
        return kind in _HTML
    if _ASSET.search(path_of(canonical(record.address))[-8:]):
        return False
    return status in _REDIRECTS or record.kind == "revisit" or not payload or payload.lstrip()[:1] == b"<"


def _reference(record: ForeignRecord, date: datetime) -> Reference:
    """Where the body lies: WARC 1.1 names address and date; WARC 1.0 only the digest."""
    refers_to_date = read_date(record.headers.get("warc-refers-to-date", ""))
    address = record.headers.get("warc-refers-to-target-uri", record.address).strip("<>")
    try:
        canonical(address)
    except AddressError:
        address = record.address
    digest = record.headers.get("warc-payload-digest", "")
    if digest.lower().startswith("sha1:"):
        digest = "sha1:" + digest[5:].upper()
    return Reference(address, refers_to_date if refers_to_date != date else None, digest or None)


def _of_original(attempt: Attempt) -> Attempt:
    """A recorded page of the Wayback Machine is a copy of the page it shows, at the time in its address."""
    copy = memento(attempt.address)
    if copy is None:
        return attempt
    exchanges: Iterable[Exchange] = (replace(exchange, address=copy.original) for exchange in attempt.exchanges)
    via: Via = "wayback"
    return replace(attempt, address=copy.original, captured_at=copy.captured_at, via=via, exchanges=tuple(exchanges))


def _truncation(stated: str | None) -> Truncation | None:
    if not stated:
        return None
    known: dict[str, Truncation] = {"length": "length", "time": "time", "disconnect": "disconnect"}
    return known.get(stated.strip().lower(), "unspecified")


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()
