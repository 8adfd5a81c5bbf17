"""WARC files made by others, read record by record, with every fault named and nothing after it lost.

FastWARC finds the records; what it would pass over in silence is checked here: a record shorter than it says, a file
that ends inside one, damaged gzip data (reading goes on at the next gzip member that begins a record), bytes that do
not match the record's own digest.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fastwarc.stream_io import ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord

SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".wacz")
MAX_BLOCK = 64 << 20  # bytes of one record; no page comes near
_CHUNK = 256 << 10
_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
_DIGEST = re.compile(r"(sha1|sha256|sha512|md5):([A-Za-z0-9=]+)", re.IGNORECASE)
_RECORD_START = re.compile(rb"WARC/1\.[01]\r\n(?=[A-Za-z-]+:)")


@dataclass(frozen=True, slots=True)
class ForeignRecord:
    """One whole record."""

    number: int  # in its file, from 1
    headers: dict[str, str]  # names in lower case
    block: bytes

    @property
    def kind(self) -> str:
        """WARC-Type."""
        return self.headers.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        """WARC-Target-URI. Some makers write it in angle brackets, as WARC 1.0 told them to."""
        return self.headers.get("warc-target-uri", "").strip().strip("<>")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the file that is not a whole record."""

    reason: str
    address: str | None = None  # of the record, where it is known
    swallowed: bool = False  # the damaged record seems to hold the beginning of another


def is_warc(path: Path, start: bytes) -> bool:
    """Whether a file is a WARC by its name or its first bytes."""
    return path.name.lower().endswith(SUFFIXES) or start.startswith(b"WARC/")


def read_file(path: Path) -> Iterator[ForeignRecord | Fault]:
    """Every record and fault of a file, in order; the file may be plain, gzip, zstd or a WACZ package."""
    with path.open("rb") as stream:
        start = stream.read(4)
        stream.seek(0)
        if start.startswith(b"PK"):
            yield from _read_package(stream)
        else:
            yield from _read_stream(stream, start)


def _read_package(stream: IO[bytes]) -> Iterator[ForeignRecord | Fault]:
    """The WARC files inside a WACZ package (specs.webrecorder.net/wacz/1.1.1), which are stored, not deflated."""
    try:
        with zipfile.ZipFile(stream) as package:
            names = [name for name in package.namelist() if name.lower().endswith(SUFFIXES)]
            if not names:
                yield Fault("foreign: a zip file without a WARC inside")
            for name in names:
                with package.open(name) as inner:
                    start = inner.read(4)
                    inner.seek(0)
                    yield from _read_stream(inner, start)
    except (zipfile.BadZipFile, EOFError, OSError, zlib.error, NotImplementedError, RuntimeError) as error:
        yield Fault(f"truncated or damaged package: {error}")


def _read_stream(stream: IO[bytes], start: bytes) -> Iterator[ForeignRecord | Fault]:
    reader = _Reader()
    if start.startswith(_GZIP):
        position: int | None = 0
        while position is not None:
            inflated = _Inflated(stream, position)
            yield from reader.read(inflated)
            position = inflated.resume_at()
    elif start.startswith(_ZSTD):
        yield from reader.read(ZstdReader(stream))
    elif start.startswith(b"WARC"):
        position = 0
        while position is not None:
            stream.seek(position)
            yield from reader.read(stream)
            position = _next_start(stream, reader.resume_from) if reader.resume_from is not None else None
    else:
        yield Fault("foreign: not a WARC file, though it is named like one")
        return
    if not reader.count and not reader.faults:
        yield Fault("empty: no record in it")


class _Reader:
    """Counts records over the stretches of one file."""

    def __init__(self) -> None:
        self.count = 0
        self.faults = 0
        self.resume_from: int | None = None  # after a fault: bytes before this are done with

    def read(self, stream: IO[bytes] | _Inflated | ZstdReader) -> Iterator[ForeignRecord | Fault]:
        """One stretch: up to the end of the file, or to the first place where no record begins."""
        fault: str | None = None
        self.resume_from = None
        done = stream.tell()
        try:
            for record in ArchiveIterator(stream, parse_http=False, stream_detect=False, max_header_len=1 << 20):
                found = self._take(record)
                done = record.stream_pos + 1
                if isinstance(found, Fault):
                    if found.address is None:
                        fault = found.reason
                        break
                    self.faults += 1
                    if found.swallowed:
                        self.resume_from = done
                        yield found
                        return
                else:
                    done += len(found.block)
                yield found
        except (OSError, ValueError) as error:
            fault = f"damaged: after record {self.count} there is none ({error})"
        if isinstance(stream, _Inflated) and stream.fault:
            fault = stream.fault
        if fault:
            self.faults += 1
            self.resume_from = done
            before = f" ({self.count} whole record{'s' * (self.count != 1)} before it)" if self.count else ""
            yield Fault(fault + before)

    def _take(self, record: WarcRecord) -> ForeignRecord | Fault:
        headers = {name.lower(): value for name, value in record.headers.items()}
        length = headers.get("content-length", "")
        if not length.strip().isdigit():
            return Fault(f"truncated: the file ends inside record {self.count + 1}")
        address = headers.get("warc-target-uri", "").strip("<>") or f"record {self.count + 1}"
        if int(length) > MAX_BLOCK:
            self.count += 1
            return Fault(f"a record of {int(length) >> 20} MB, more than any page has", address)
        block = record.reader.read()
        if len(block) != int(length):
            return Fault(f"truncated: the file ends inside record {self.count + 1}")
        self.count += 1
        if not _digest_holds(headers.get("warc-block-digest", ""), block):
            swallowed = _RECORD_START.search(block) is not None
            return Fault("damaged: its bytes do not match its digest", address, swallowed)
        return ForeignRecord(self.count, headers, block)


def _next_start(stream: IO[bytes], start: int) -> int | None:
    """Where the next record begins in a plain file, at or after ``start``."""
    overlap = 64
    while True:
        stream.seek(start)
        chunk = stream.read(_CHUNK)
        match = _RECORD_START.search(chunk)
        if match:
            return start + match.start()
        if len(chunk) < _CHUNK:
            return None
        start += len(chunk) - overlap


class _Inflated(io.RawIOBase):
    """The bytes inside a gzip file of any number of members, up to the first fault, which it keeps."""

    def __init__(self, stream: IO[bytes], start: int) -> None:
        super().__init__()
        self._stream = stream
        self._stream.seek(start)
        self._unpacker = zlib.decompressobj(31)
        self._waiting = b""  # compressed bytes after the end of a member
        self._member = start  # where the present member begins
        self._consumed = start  # compressed bytes handed to the unpacker, from the start of the file
        self._position = 0
        self.fault: str | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def read(self, size: int = -1) -> bytes:
        """At least one byte, unless the end or a fault is reached."""
        limit = size if size > 0 else _CHUNK
        while not self.fault:
            if self._unpacker.eof:
                self._waiting = self._unpacker.unused_data
                self._member = self._consumed - len(self._waiting)
                self._unpacker = zlib.decompressobj(31)
            chunk = self._unpacker.unconsumed_tail or self._waiting or self._next()
            self._waiting = b""
            if not chunk:
                if self._consumed > self._member:
                    self.fault = "truncated: the file ends inside a gzip member"
                return b""
            try:
                piece = self._unpacker.decompress(chunk, limit)
            except zlib.error as error:
                self.fault = f"damaged: gzip data at byte {self._member:,} cannot be read ({error})"
                return b""
            if piece:
                self._position += len(piece)
                return piece
        return b""

    def resume_at(self) -> int | None:
        """After a fault: where the next member that holds a WARC record begins; None if there is none."""
        if not self.fault:
            return None
        position = self._member + 1
        while True:
            self._stream.seek(position)
            chunk = self._stream.read(_CHUNK)
            index = chunk.find(_GZIP)
            while index >= 0:
                if self._begins_record(position + index):
                    return position + index
                index = chunk.find(_GZIP, index + 1)
            if len(chunk) < len(_GZIP):
                return None
            position += len(chunk) - len(_GZIP) + 1

    def _begins_record(self, position: int) -> bool:
        self._stream.seek(position)
        try:
            return zlib.decompressobj(31).decompress(self._stream.read(4096), 5) == b"WARC/"
        except zlib.error:
            return False

    def _next(self) -> bytes:
        chunk = self._stream.read(_CHUNK)
        self._consumed += len(chunk)
        return chunk


def _digest_holds(stated: str, block: bytes) -> bool:
    """Whether ``block`` has the digest that its record states; True where that cannot be told."""
    match = _DIGEST.fullmatch(stated.strip())
    if not match:
        return True
    actual = hashlib.new(match[1].lower(), block, usedforsecurity=False).digest()
    text = match[2]
    if len(text) == 2 * len(actual):
        return text.lower() == actual.hex()
    try:
        return base64.b32decode(text.upper() + "=" * (-len(text) % 8)) == actual
    except binascii.Error:
        return True
