"""From the bytes of an HTTP body to the page's bytes: Content-Encoding undone, bounded, forgiving.

For bodies that are already stored: whatever can be decoded is, so that a torn or mislabelled body still shows what it
holds. Whether a body may count as whole is decided when it is fetched.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastwarc.stream_io import BrotliReader, ZstdReader

MAX_BODY = 16 << 20  # bytes; no page comes near, a decompression bomb does
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"


def decode(body: bytes, content_encoding: str | None, *, limit: int = MAX_BODY) -> bytes:
    """The page's bytes: at most ``limit`` of them, as far as they can be decoded.

    A body that does not look encoded the way its header says is returned as it stands: tools that save pages often keep
    the header of an encoding that they have undone.
    """
    for coding in reversed([part.strip().lower() for part in (content_encoding or "").split(",")]):
        if coding in ("gzip", "x-gzip") and body.startswith(_GZIP):
            body = _inflate(body, 31, limit)
        elif coding == "deflate":
            # "deflate" means zlib (RFC 9110 section 8.4.1.2), and bare deflate on some servers
            body = _inflate(body, 15, limit) or _inflate(body, -15, limit) or body
        elif coding == "br" or (coding == "zstd" and body.startswith(_ZSTD)):
            body = _read(_reader(coding, body), limit) or body
    return body[:limit]


def dechunk(body: bytes) -> bytes:
    """``Transfer-Encoding: chunked`` undone (RFC 9112 section 7.1); the body as it stands if it is not chunked."""
    chunks: list[bytes] = []
    position = 0
    while True:
        end = body.find(b"\r\n", position, position + 64)
        size_text = body[position:end].partition(b";")[0].strip() if end >= 0 else b""
        try:
            size = int(size_text, 16) if size_text.isalnum() else -1
        except ValueError:
            size = -1
        if size < 0:
            # Not chunked at all, or torn between two chunks: keep what came.
            return b"".join(chunks) if chunks else body
        if size == 0:
            return b"".join(chunks)
        chunks.append(body[end + 2 : end + 2 + size])
        position = end + 2 + size + 2


def _inflate(body: bytes, window: int, limit: int) -> bytes:
    """Every gzip member or zlib stream in ``body``, one after the other, up to the first fault."""
    pieces: list[bytes] = []
    length = 0
    while body and length < limit:
        stream = zlib.decompressobj(window)
        try:
            piece = stream.decompress(body, limit - length)
        except zlib.error:
            piece = _up_to_fault(body, window, limit - length)
            pieces.append(piece)
            break
        pieces.append(piece)
        length += len(piece)
        body = stream.unused_data if window == 31 else b""
    return b"".join(pieces)


def _up_to_fault(body: bytes, window: int, limit: int) -> bytes:
    """What decodes before a fault: ``decompress`` keeps nothing of a piece it fails in, so go in small pieces."""
    stream = zlib.decompressobj(window)
    pieces: list[bytes] = []
    length = 0
    for start in range(0, len(body), 256):
        try:
            piece = stream.decompress(body[start : start + 256], limit - length)
        except zlib.error:
            break
        pieces.append(piece)
        length += len(piece)
        if length >= limit or stream.eof:
            break
    return b"".join(pieces)


def _reader(coding: str, body: bytes) -> BrotliReader | ZstdReader:
    from fastwarc.stream_io import BrotliReader, ZstdReader  # here, because it is large and we never ask for these

    return BrotliReader(io.BytesIO(body)) if coding == "br" else ZstdReader(io.BytesIO(body))


def _read(reader: BrotliReader | ZstdReader, limit: int) -> bytes:
    pieces: list[bytes] = []
    length = 0
    try:
        while length < limit and (piece := reader.read(min(65536, limit - length))):
            pieces.append(piece)
            length += len(piece)
    except (OSError, ValueError):
        pass  # torn or mislabelled: keep what came
    return b"".join(pieces)
