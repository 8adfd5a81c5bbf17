"""Bytes to text: which encoding a page is in, and what it costs when nobody says.

The order, and why:

1. A byte order mark says so itself.
2. Bytes that are valid UTF-8 are UTF-8, whatever a header claims: a longer text of another encoding is hardly ever
   valid UTF-8 by chance. (Encodings of seven bits, which are always valid UTF-8, are believed when declared.)
3. The encoding of the Content-Type header, then that of the page's own ``<meta>`` or XML declaration, where the bytes
   are valid in it.
4. UTF-8 with some bad bytes, where most of what is not ASCII is good UTF-8 (a page cut within a letter, one pasted
   word).
5. windows-1252, the tongue of old static pages.

Labels are read as the WHATWG Encoding Standard reads them (``iso-8859-1`` means windows-1252), by w3lib.
"""

from __future__ import annotations

from dataclasses import dataclass

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom

# Encodings in which ASCII bytes mean other letters, so that "valid UTF-8" proves nothing.
_SEVEN_BITS = ("iso2022", "utf_16", "utf-16", "utf_32", "utf-32")
_ASCII = bytes(range(128))


@dataclass(slots=True, frozen=True)
class Decoded:
    """A page's text, its encoding (Python's name), who named it, and how many letters were lost (U+FFFD)."""

    text: str
    encoding: str
    source: str  # "bom", "bytes", "header", "meta", "fallback"
    lost: int


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """The text of ``body``; ``content_type`` is the HTTP header's value. Never raises."""
    mark, start = read_bom(body)
    if mark is not None and start is not None:
        return _decoded(body[len(start) :].decode(mark, "replace"), mark, "bom")
    text = _strict(body, "utf-8")
    if text is not None and b"\x1b" not in body and b"\x00" not in body:
        return _decoded(text, "utf-8", "bytes")
    declared = _declared(body, content_type)
    for encoding, source in declared:
        if encoding.startswith(_SEVEN_BITS) and (other := _strict(body, encoding)) is not None:
            return _decoded(other, encoding, source)
    if text is not None:
        return _decoded(text, "utf-8", "bytes")
    for encoding, source in declared:
        if encoding != "utf-8" and (text := _strict(body, encoding)) is not None:
            return _decoded(text, encoding, source)
    text = body.decode("utf-8", "replace")
    good = len(body.translate(None, _ASCII)) - text.count("\ufffd")
    if text.count("\ufffd") * 2 < good:
        return _decoded(text, "utf-8", "bytes")
    return _decoded(body.decode("cp1252", "replace"), "cp1252", "fallback")


def _declared(body: bytes, content_type: str | None) -> list[tuple[str, str]]:
    header = http_content_type_encoding(content_type) if content_type else None
    meta = html_body_declared_encoding(body[:4096])
    return [(name, source) for name, source in ((header, "header"), (meta, "meta")) if name]


def _strict(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _decoded(text: str, encoding: str, source: str) -> Decoded:
    return Decoded(text, encoding, source, text.count("\ufffd"))
