"""WARC 1.1 records made: one for each thing that passed over the wire, each a gzip member of its own.

The ledger's row for a record rides along in its header `scraper.warc.METADATA`, so the ledger can be made anew from the
files alone. All else is plain WARC (ISO 28500:2017).
"""

from __future__ import annotations

import io
import json
import re
import uuid
import zlib
from collections.abc import Mapping
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.capture import Exchange, Headers
from scraper.warc import MEMBER_HEADER, METADATA, digest

# WARC 1.1 section 6.7.2 and 6.7.3
IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
# Never stored: headers that carry secrets or follow a visitor about, and the one whose coding is undone before storing.
DROPPED_HEADERS = {"set-cookie", "set-cookie2", "cookie", "authorization", "proxy-authorization", "transfer-encoding"}
_BREAKS = re.compile(r"[\r\n\0]+")


def new_record_id() -> str:
    """A WARC-Record-ID, without the angle brackets that it is written with."""
    return f"urn:uuid:{uuid.uuid4()}"


def warcinfo(record_id: str, file_name: str, date: str, software: str) -> bytes:
    """The record that a file begins with."""
    fields = {
        "software": software,
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "description": "Captures of IOM's event and press-release pages. Cookies and credentials are left out.",
    }
    block = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    headers = {"WARC-Record-ID": f"<{record_id}>", "WARC-Date": date, "WARC-Filename": file_name}
    return _record("warcinfo", "", headers, block, content_type="application/warc-fields")


def response(
    exchange: Exchange, record_id: str, date: str, info_id: str, payload_digest: str, metadata: Mapping[str, Any]
) -> bytes:
    """An answer with its body as received."""
    headers = _headers(record_id, date, info_id, metadata, payload_digest=payload_digest, ip=exchange.ip)
    if exchange.truncated:
        headers["WARC-Truncated"] = exchange.truncated
    return _record("response", exchange.address, headers, exchange.body, http=_answer_head(exchange))


def revisit(
    exchange: Exchange,
    record_id: str,
    date: str,
    info_id: str,
    refers_to: Mapping[str, str],
    metadata: Mapping[str, Any],
) -> bytes:
    """An answer whose body is an earlier record's: the same bytes again, or a 304.

    ``refers_to`` names that record: ``id``, ``address``, ``date`` and ``payload_digest``.
    """
    headers = _headers(record_id, date, info_id, metadata, payload_digest=refers_to["payload_digest"], ip=exchange.ip)
    headers["WARC-Profile"] = NOT_MODIFIED if exchange.status == 304 else IDENTICAL
    headers["WARC-Refers-To"] = f"<{refers_to['id']}>"
    headers["WARC-Refers-To-Target-URI"] = refers_to["address"]
    headers["WARC-Refers-To-Date"] = refers_to["date"]
    return _record("revisit", exchange.address, headers, b"", http=_answer_head(exchange))


def request(exchange: Exchange, record_id: str, date: str, info_id: str, concurrent_to: str) -> bytes:
    """The request that an answer answers."""
    headers = _headers(record_id, date, info_id, {}, ip=exchange.ip)
    headers["WARC-Concurrent-To"] = f"<{concurrent_to}>"
    target = re.sub(r"^https?://[^/?#]*", "", exchange.address.strip(), flags=re.IGNORECASE).partition("#")[0]
    line = f"{exchange.method} {target if target.startswith('/') else '/' + target} HTTP/1.1"
    return _record("request", exchange.address, headers, b"", http=_http_head(line, exchange.request_headers))


def resource(
    address: str,
    content: bytes,
    content_type: str,
    record_id: str,
    date: str,
    info_id: str,
    payload_digest: str,
    metadata: Mapping[str, Any],
) -> bytes:
    """A file that came without an HTTP exchange."""
    headers = _headers(record_id, date, info_id, metadata, payload_digest=payload_digest)
    return _record("resource", address, headers, content, content_type=content_type)


def gzip_member(record: bytes, *, is_compressed: bool = False) -> bytes:
    """One record as one gzip member; the same bytes for the same record.

    A body that came compressed gains nothing by being compressed once more: its record is stored as it is.
    """
    # Level 5 is a third quicker than 6, its files 1 % larger; level 0 is 0.5 % larger for a compressed body (measured).
    member = zlib.compress(record, 0 if is_compressed else 5, 31)
    return MEMBER_HEADER + member[len(MEMBER_HEADER) :]  # zlib writes the operating system into it


def _headers(
    record_id: str,
    date: str,
    info_id: str,
    metadata: Mapping[str, Any],
    *,
    payload_digest: str | None = None,
    ip: str | None = None,
) -> dict[str, str]:
    headers = {"WARC-Record-ID": f"<{record_id}>", "WARC-Date": date, "WARC-Warcinfo-ID": f"<{info_id}>"}
    if ip:
        headers["WARC-IP-Address"] = ip
    if payload_digest:
        headers["WARC-Payload-Digest"] = payload_digest
    if metadata:
        headers[METADATA] = json.dumps(metadata, separators=(",", ":"))
    return headers


class _HeadAsReceived(StatusAndHeaders):  # type: ignore[misc]
    """An HTTP head that warcio writes as it is; its own would percent-encode what is not ASCII."""

    def __init__(self, head: bytes) -> None:
        super().__init__("as received", [], protocol="")  # an empty one would count as none
        self.head = head

    def to_ascii_bytes(self, filter_func: object = None) -> bytes:
        return self.head


def _answer_head(exchange: Exchange) -> bytes:
    return _http_head(f"{exchange.protocol} {exchange.status} {exchange.reason}".rstrip(), exchange.headers)


def _http_head(first_line: str, headers: Headers) -> bytes:
    kept = (f"{name}: {value}" for name, value in headers if name.lower() not in DROPPED_HEADERS)
    lines = [first_line, *kept]
    # Bytes beyond ASCII are as received (RFC 9112 section 2.2).
    return "".join(f"{_one_line(line)}\r\n" for line in lines).encode("latin-1", "replace") + b"\r\n"


def _one_line(text: str) -> str:
    """A line break inside a value would forge a header."""
    return _BREAKS.sub(" ", text).strip()


def _record(
    kind: str,
    address: str,
    headers: dict[str, str],
    payload: bytes,
    *,
    http: bytes | None = None,
    content_type: str = "",
) -> bytes:
    head = http or b""
    headers["WARC-Block-Digest"] = digest(head + payload)
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version="1.1")
    record = writer.create_warc_record(
        _one_line(address),
        kind,
        payload=io.BytesIO(payload),
        length=len(payload),
        warc_content_type=content_type,
        warc_headers_dict=headers,
        http_headers=_HeadAsReceived(head) if http is not None else None,
    )
    writer.write_record(record)
    return out.getvalue()
