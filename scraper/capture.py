"""What passes in and out of the capture store: `Exchange` and `Attempt` go in, `Capture` comes out.

An *exchange* is one request and its answer, byte for byte. An *attempt* is one try to get one address: the exchanges
it took (redirects first, the answer last), or none if nothing came back. A *capture* is what the ledger keeps of an
attempt: one row, for ever, whatever came of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from scraper.page_head import PageHead

Via = Literal["live", "warc", "wayback", "text", "html"]
Truncation = Literal["length", "time", "disconnect", "unspecified"]  # WARC 1.1 section 5.13, WARC-Truncated
Headers = tuple[tuple[str, str], ...]

OK = "ok"  # the verdict of a capture that may change what is known of its page; every other verdict may not
# Kind hints of addresses that tell of pages and are none themselves.
NO_PAGES = ("robots", "sitemap", "feed", "listing", "probe")
NOT_MODIFIED = "not_modified"  # a 304: the page still is what an earlier capture says


@dataclass(frozen=True, slots=True)
class Exchange:
    """One HTTP request and its answer as they went over the wire."""

    address: str  # as requested, not canonicalised
    status: int
    headers: Headers  # in the order received; cookies and credentials are dropped when the exchange is stored
    body: bytes = b""  # as received: content-encoding kept, transfer-encoding removed
    reason: str = ""
    protocol: str = "HTTP/1.1"
    method: str = "GET"
    request_headers: Headers = ()  # empty: no request record is written
    ip: str | None = None
    truncated: Truncation | None = None  # why the body is not whole


@dataclass(frozen=True, slots=True)
class Reference:
    """Another maker's word for where a body lies that came again unchanged (a WARC revisit record)."""

    address: str | None  # WARC-Refers-To-Target-URI, or the revisit's own
    captured_at: datetime | None  # WARC-Refers-To-Date
    payload_digest: str | None  # WARC-Payload-Digest, "sha1:..."


@dataclass(frozen=True, slots=True)
class Decoded:
    """What there is to know of a decoded body. It is not kept itself: many attempts may wait for the disk."""

    sha256: str
    length: int  # bytes
    text_sha256: str | None = None  # `scraper.fingerprint`; None where there is no text to read
    head: PageHead | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to get one address, or one imported copy of it. ``CaptureStore.add`` makes a `Capture` of it."""

    address: str  # where the attempt began, not canonicalised
    captured_at: datetime  # aware; kept in UTC to the second
    via: Via
    verdict: str  # "ok", "not_modified", "gone", "blocked", ...: the crawler's words; "ok" alone can change a page
    exchanges: tuple[Exchange, ...] = ()  # redirects first, the answer last; empty if nothing came back
    resource: bytes | None = None  # a file instead of an exchange: a text capture, a page saved by a browser
    content_type: str | None = None  # of the resource
    refers_to: int | Reference | None = None  # the capture (by id) whose body a 304, or an imported revisit, confirms
    channel: str | None = None  # what made the address known: "listing", "sitemap", "feed", "seed", "link", "import"
    kind_hint: str | None = None  # "event", "press_release", "other": a guess from where the address was found
    note: str | None = None  # one line for people: the error, the file it came from
    decoded: Decoded | None = None  # where the caller has read the body already


@dataclass(frozen=True, slots=True)
class Capture:
    """One row of the ledger's `captures`."""

    id: int
    page_id: int  # the page as known today: pages found to be one are resolved
    address: str  # canonical form of where the attempt began
    final_address: str  # canonical form of where it ended; the same without redirects
    captured_at: str  # UTC, "2026-11-21T10:11:12Z"
    status: int | None  # of the last answer; None for files and where no answer came
    via: Via
    verdict: str
    content_type: str | None
    etag: str | None
    last_modified: str | None  # header as it stands
    server_date: str | None  # header as it stands: the server's clock, not ours
    body_sha256: str | None  # of the decoded body; a revisit or 304 repeats that of the capture it refers to
    text_sha256: str | None  # of the text without what changes on every fetch (`scraper.fingerprint`)
    body_length: int | None  # bytes of the decoded body
    payload_digest: str | None  # WARC-Payload-Digest of the bytes as received, "sha1:..."
    warc_file: str | None  # name below captures/; None where no answer came
    warc_offset: int | None
    warc_length: int | None  # bytes of the record's gzip member
    record_id: str | None  # WARC-Record-ID without the angle brackets
    record_sha256: str | None  # of the record's gzip member as it lies in the file
    run_id: int | None
    refers_to: int | None  # capture that holds the body, if this one is a revisit or a 304
    redirects: tuple[tuple[str, int], ...]  # (address, status) of each hop before the answer
    note: str | None

    @property
    def has_body(self) -> bool:
        """Whether a body can be read, its own or that of the capture it refers to."""
        return self.warc_file is not None and bool(self.body_length)


@dataclass(frozen=True, slots=True)
class KnownPage:
    """One row of the ledger's `pages`."""

    id: int
    address: str  # canonical address: what the page says of itself, else the first it was known under
    site: str  # host of the canonical address
    node_id: int | None
    language: str | None  # a hint: from the path, else the page's own lang
    kind_hint: str | None
    first_seen: str
    last_seen: str | None  # last time it answered with itself
    last_checked: str | None  # last attempt of any outcome
    gone_at: str | None


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """One row of the ledger's `addresses`."""

    address: str  # canonical form
    page_id: int
    channel: str | None  # what found it first
    first_seen: str
