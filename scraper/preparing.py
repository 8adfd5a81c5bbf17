"""An attempt read and hashed: everything that can be told from it alone, without the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from scraper import warc
from scraper.capture import OK, Attempt, Decoded, Exchange, Via
from scraper.decoding import decode
from scraper.fingerprint import text_fingerprint
from scraper.page_head import PageHead, read_head
from scraper.urls import AddressError, canonical

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells whether a copy is stored already; see `scraper.store.CaptureStore.add_many`."""

    address: str  # canonical
    via: Via
    captured_at: datetime
    status: int | None
    body_sha256: str | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An attempt with its hashes and what the page says of itself."""

    attempt: Attempt
    address: str  # canonical
    final_address: str  # canonical
    answer: Exchange | None
    headers: Mapping[str, str]  # of the answer, names in lower case
    content_type: str | None
    payload: bytes | None  # as received; None: there is nothing to store
    payload_digest: str | None
    body_sha256: str | None
    body_length: int | None
    text_sha256: str | None
    head: PageHead
    declared: str | None  # canonical

    @property
    def status(self) -> int | None:
        """Of the answer."""
        return self.answer.status if self.answer else None

    @property
    def identity(self) -> Identity:
        """What tells whether it is stored already."""
        attempt = self.attempt
        return Identity(self.address, attempt.via, attempt.captured_at, self.status, self.body_sha256)


def identify(attempt: Attempt) -> Identity | None:
    """The quick part of `prepare`; None if the body lies elsewhere and is not known yet. Raises AddressError."""
    if attempt.refers_to is not None:
        return None
    answer, headers = _answer(attempt)
    body = _body(attempt, answer, headers)
    body_sha256 = hashlib.sha256(body).hexdigest() if body is not None else None
    address = canonical(attempt.address)
    return Identity(address, attempt.via, attempt.captured_at, answer.status if answer else None, body_sha256)


def prepare(attempt: Attempt) -> Prepared:
    """Decode, hash and read. Raises AddressError."""
    answer, headers = _answer(attempt)
    content_type = headers.get("content-type") if answer else attempt.content_type
    payload = answer.body if answer else attempt.resource
    decoded = attempt.decoded or _decoded(attempt, answer, headers, content_type)
    head = (decoded.head if decoded else None) or PageHead()
    return Prepared(
        attempt=attempt,
        address=canonical(attempt.address),
        final_address=canonical(answer.address if answer else attempt.address),
        answer=answer,
        headers=headers,
        content_type=content_type,
        payload=payload,
        payload_digest=warc.digest(payload or b"") if decoded else None,
        body_sha256=decoded.sha256 if decoded else None,
        body_length=decoded.length if decoded else None,
        text_sha256=decoded.text_sha256 if decoded else None,
        head=head,
        declared=_canonical_or_none(head.declared),
    )


def read_decoded(
    body: bytes, content_type: str | None, *, text_sha256: str | None = None, head: PageHead | None = None
) -> Decoded:
    """What an ok capture's body tells; ``text_sha256`` and ``head`` where they are known already."""
    if not _is_page(content_type, body):
        return _unread(body)
    text = text_sha256 or text_fingerprint(body, content_type)
    return replace(_unread(body), text_sha256=text, head=head or read_head(body))


def _decoded(
    attempt: Attempt, answer: Exchange | None, headers: Mapping[str, str], content_type: str | None
) -> Decoded | None:
    body = _body(attempt, answer, headers)
    if body is None:
        return None
    # Only an ok capture tells of its page, so nothing else is worth parsing: a bomb or an endless body least of all.
    return read_decoded(body, content_type) if attempt.verdict == OK else _unread(body)


def _unread(body: bytes) -> Decoded:
    return Decoded(hashlib.sha256(body).hexdigest(), len(body))


def _answer(attempt: Attempt) -> tuple[Exchange | None, dict[str, str]]:
    """The answer and its headers."""
    answer = attempt.exchanges[-1] if attempt.exchanges else None
    return answer, warc.first_headers(answer.headers) if answer else {}


def _body(attempt: Attempt, answer: Exchange | None, headers: Mapping[str, str]) -> bytes | None:
    """The decoded body; None where none came."""
    if not _has_body(attempt, answer):
        return None
    payload = answer.body if answer else attempt.resource
    return decode(payload or b"", headers.get("content-encoding"))


def _has_body(attempt: Attempt, answer: Exchange | None) -> bool:
    """Whether a body came, an empty one included. A 304 has none (RFC 9110 section 15.4.5), nor has a revisit."""
    if answer is None:
        return attempt.resource is not None
    return answer.status != 304 and attempt.refers_to is None


def _is_page(content_type: str | None, body: bytes) -> bool:
    """Whether the text of a body can be read: HTML or plain text, by its header, or by its look where none came."""
    if not content_type:
        return body.lstrip()[:1] == b"<"
    return content_type.partition(";")[0].strip().lower() in _PAGE_TYPES


def _canonical_or_none(address: str | None) -> str | None:
    try:
        return canonical(address) if address else None
    except AddressError:
        return None
