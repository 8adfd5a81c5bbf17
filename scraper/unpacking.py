"""From the bytes on the wire to a body that may count as whole, and from a body to text, with nothing silently lost.

HTTP clients hand out a gzip stream that was cut as if it were whole, and unpack any amount; this module does neither:
the stream must reach its end with a right checksum, and unpacking stops at a cap. (`scraper.decoding` reads bodies that
are already stored and takes what it can get; here it is decided what a fresh one is worth.)
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Literal

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding

ACCEPTED = "gzip"  # what we say in Accept-Encoding
Source = Literal["bom", "header", "meta", "default", "repair"]
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The body without its content coding. ``fault`` says what was wrong with the coding, None when it was sound.

    ``truncated`` is True when unpacking stopped at the cap; ``body`` then holds what came before it.
    """

    body: bytes
    fault: str | None = None
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A body as text, with the charset that was used, where that came from, and how many characters were unreadable."""

    text: str
    charset: str
    source: Source
    replaced: int


def unpack(wire: bytes, content_encoding: str | None, cap: int) -> Unpacked:
    """Undo a ``Content-Encoding`` of gzip or identity; ``cap`` is the most bytes to unpack.

    Any other coding, a coding applied twice, a stream that ends early, a wrong checksum and bytes after the end are
    faults, because the page behind them is not known.
    """
    codings = [name.strip().lower() for name in (content_encoding or "").split(",") if name.strip()]
    codings = [name for name in codings if name != "identity"]
    if not codings:
        return Unpacked(wire[:cap], truncated=len(wire) > cap)
    if codings not in (["gzip"], ["x-gzip"]):
        return Unpacked(b"", fault=f"content coding {', '.join(codings)} was not asked for")
    return gunzip(wire, cap)


def gunzip(wire: bytes, cap: int) -> Unpacked:
    """Unpack one or more gzip members up to ``cap`` bytes, checking end and checksum of each (RFC 1952)."""
    if not wire:
        return Unpacked(b"", fault="gzip stream is empty")
    pieces: list[bytes] = []
    length, rest = 0, wire
    while rest:
        member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            pieces.append(member.decompress(rest, cap + 1 - length))
        except zlib.error as error:
            return Unpacked(b"".join(pieces), fault=f"gzip stream damaged: {error}")
        length += len(pieces[-1])
        if length > cap:
            return Unpacked(b"".join(pieces)[:cap], truncated=True)
        if not member.eof:
            return Unpacked(b"".join(pieces), fault="gzip stream ends early")
        rest = member.unused_data.lstrip(b"\0")
        if rest and not rest.startswith(_GZIP_MAGIC):
            return Unpacked(b"".join(pieces), fault="bytes after the end of the gzip stream")
    return Unpacked(b"".join(pieces))


def read_text(body: bytes, content_type: str | None) -> Text:
    """Read a body as text: byte order mark, then the header's charset, then the page's own, then UTF-8.

    When that leaves unreadable characters, the page's own charset and then windows-1252 are tried, and the reading with
    the fewest is kept (source ``repair``). The order is that of the WHATWG encoding sniffing rules but for the repair.
    """
    mark, _ = read_bom(body)
    if mark:
        text = body.decode(mark, "replace").removeprefix("\ufeff")
        return Text(text, mark, "bom", text.count("\ufffd"))
    declared = html_body_declared_encoding(body[:4096])
    header = http_content_type_encoding(content_type)
    source: Source = "header" if header else "meta" if declared else "default"
    best = _read(body, header or declared or "utf-8", source)
    for charset in (declared, "cp1252"):
        if best.replaced and charset:
            best = min(best, _read(body, charset, "repair"), key=lambda reading: reading.replaced)
    return best


def _read(body: bytes, charset: str, source: Source) -> Text:
    name = resolve_encoding(charset) or "utf-8"
    text = body.decode(name, "replace")
    return Text(text, name, source, text.count("\ufffd"))
