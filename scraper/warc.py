"""WARC records read back: by their offset in a file of ours, or one after the other.

Records are made in `scraper.warc_records` and appended in `scraper.warc_files`; those of other makers are found by
`scraper.foreign_warc`. FastWARC reads the record's own head; that the record is whole is checked here.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from scraper.capture import Headers
from scraper.decoding import decode

MAX_RECORD = 256 << 20  # bytes of one record, decompressed; ours end far below
METADATA = "WARC-JSON-Metadata"  # our own fields of a record; Webrecorder's tools use a header of that name, too
# What each gzip member of ours begins with: no name, no time, "unix". A flipped byte here would escape the checksum.
MEMBER_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
_CHUNK = 64 << 10


class DamagedRecordError(Exception):
    """The bytes at a place in a WARC file are not a whole record."""

    def __init__(self, file: str, offset: int, reason: str, *, torn: bool = False) -> None:
        super().__init__(f"{file} at byte {offset:,}: {reason}")
        self.file = file
        self.offset = offset
        self.reason = reason
        self.torn = torn  # the file ends inside the record: what a killed writer leaves

    def __reduce__(self) -> tuple[Any, ...]:
        return _damaged, (self.file, self.offset, self.reason, self.torn)


def _damaged(file: str, offset: int, reason: str, torn: bool) -> DamagedRecordError:
    return DamagedRecordError(file, offset, reason, torn=torn)


@dataclass(frozen=True, slots=True)
class Record:
    """One record read back."""

    kind: str  # "response", "request", "revisit", "resource", "warcinfo", ...
    headers: Mapping[str, str]  # of the WARC record, names in lower case
    http: Mapping[str, str]  # of the HTTP message, names in lower case; empty if there is none
    status: int | None
    payload: bytes  # as stored
    block_digest: str  # as computed now, "sha1:..."

    @property
    def metadata(self) -> dict[str, Any]:
        """Our own fields; empty for records of other makers."""
        try:
            found = json.loads(self.headers.get(METADATA.lower(), "{}"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def body(self) -> bytes:
        """The payload with its content encoding undone."""
        return decode(self.payload, self.http.get("content-encoding"))


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """An HTTP message taken apart."""

    protocol: str
    status: int | None  # None for a request, and where there is no status line
    reason: str
    headers: Headers
    payload: bytes


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member of a file: where it lies and what it holds."""

    offset: int
    length: int
    content: bytes
    sha256: str  # of the member as it lies in the file


def digest(data: bytes) -> str:
    """``sha1:`` and base 32, the form every WARC tool reads and compares."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def read_record(captures_dir: Path, file: str, offset: int) -> Record:
    """The record at ``offset`` of ``captures_dir / file``. Raises DamagedRecordError."""
    try:
        with (captures_dir / file).open("rb") as stream:
            stream.seek(offset)
            content, _ = _inflate_member(stream, file, offset)
    except FileNotFoundError:
        raise DamagedRecordError(file, offset, "the file is missing") from None
    return parse_record(content, file, offset)


def parse_record(content: bytes, file: str, offset: int) -> Record:
    """The record that a member's decompressed ``content`` is. Raises DamagedRecordError."""
    from fastwarc.warc import WarcRecord  # here, because it is large and a crawl that only writes needs none of it

    try:
        found = WarcRecord.from_bytes(content)
        block = found.reader.read()
    except (OSError, ValueError) as error:
        raise DamagedRecordError(file, offset, f"no WARC record: {error}") from None
    if len(block) != found.content_length or not content.endswith(b"\r\n\r\n"):
        raise DamagedRecordError(file, offset, "the record is cut short")
    headers = {name.lower(): value for name, value in found.headers.items()}
    kind = str(found.record_type) if str(found.record_type) in _KINDS else "unknown"
    if not headers.get("content-type", "").lower().startswith("application/http"):
        return Record(kind, headers, {}, None, block, digest(block))
    message = parse_http(block)
    return Record(kind, headers, first_headers(message.headers), message.status, message.payload, digest(block))


def parse_http(block: bytes) -> HttpMessage:
    """Take an HTTP message apart. Forgives bare line feeds, folded headers and a missing end of the head."""
    match = re.search(rb"\r?\n\r?\n", block)
    head, payload = (block[: match.start()], block[match.end() :]) if match else (block, b"")
    first_line, *lines = head.decode("latin-1").splitlines() or [""]
    headers: list[tuple[str, str]] = []
    for line in lines:
        if line[:1] in (" ", "\t") and headers:  # RFC 9112 section 5.2
            headers[-1] = (headers[-1][0], f"{headers[-1][1]} {line.strip()}")
            continue
        name, colon, value = line.partition(":")
        if colon and name.strip():
            headers.append((name.strip(), value.strip()))
    status_line = re.fullmatch(r"(HTTP/\d(?:\.\d)?) +(\d{3})(?: +(.*))?", first_line.strip())
    if status_line is None:
        return HttpMessage("", None, "", tuple(headers), payload)
    return HttpMessage(status_line[1], int(status_line[2]), status_line[3] or "", tuple(headers), payload)


def first_headers(headers: Headers) -> dict[str, str]:
    """The first header of each name, names in lower case."""
    found: dict[str, str] = {}
    for name, value in headers:
        found.setdefault(name.lower(), value)
    return found


def members(path: Path, start: int = 0, end: int | None = None) -> Iterator[Member]:
    """The gzip members of a file from ``start`` on. Raises DamagedRecordError at the first that is not whole."""
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size if end is None else end
        offset = start
        while offset < size:
            stream.seek(offset)
            content, length = _inflate_member(stream, path.name, offset)
            stream.seek(offset)
            yield Member(offset, length, content, hashlib.sha256(stream.read(length)).hexdigest())
            offset += length


def next_member(path: Path, start: int) -> int | None:
    """Where the next whole record of ours begins at or after ``start``; None if there is none."""
    overlap = len(MEMBER_HEADER) - 1
    with path.open("rb") as stream:
        position = start
        while True:
            stream.seek(position)
            chunk = stream.read(_CHUNK + overlap)
            index = chunk.find(MEMBER_HEADER)
            while index >= 0:
                if _is_record(stream, path.name, position + index):
                    return position + index
                index = chunk.find(MEMBER_HEADER, index + 1)
            if len(chunk) <= overlap:
                return None
            position += len(chunk) - overlap


def _is_record(stream: BinaryIO, file: str, offset: int) -> bool:
    stream.seek(offset)
    try:
        content, _ = _inflate_member(stream, file, offset)
    except DamagedRecordError:
        return False
    return content.startswith(b"WARC/")


def _inflate_member(stream: BinaryIO, file: str, offset: int) -> tuple[bytes, int]:
    """Decompressed content and compressed length of the member that begins here."""
    unpacker = zlib.decompressobj(31)
    pieces: list[bytes] = []
    size = read = 0
    try:
        while not unpacker.eof and (chunk := stream.read(_CHUNK)):
            read += len(chunk)
            pieces.append(unpacker.decompress(chunk, MAX_RECORD - size + 1))
            size += len(pieces[-1])
            if size > MAX_RECORD:
                raise DamagedRecordError(file, offset, f"a record of more than {MAX_RECORD >> 20} MB")
    except zlib.error as error:
        raise DamagedRecordError(file, offset, f"damaged gzip data ({error})") from None
    if not unpacker.eof:
        reason = "the file ends inside the record" if read else "the file ends before"
        raise DamagedRecordError(file, offset, reason, torn=True)
    return b"".join(pieces), read - len(unpacker.unused_data)


_KINDS = ("warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation")
