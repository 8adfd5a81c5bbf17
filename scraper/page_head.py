"""What the head of an HTML page says of its own identity, read cheaply from the bytes.

The rule for a page's own address, which the parsers follow too when they are given a file without one:

1. ``<link rel="canonical" href="…">``
2. ``<meta property="og:url" content="…">``
3. ``<!-- saved from url=(0042)https://… -->``, which browsers write at the top of a page they save

The first of these that is an absolute http(s) address counts; a relative one is resolved against the next in the list
that is absolute. 1 and 2 count only before ``<body``, outside comments and scripts; 3 only in the first 2,048 bytes.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from scraper.urls import AddressError, canonical, node_of, resolve

_HEAD_BYTES = 256 << 10
_COMMENT_OR_SCRIPT = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)", re.I | re.S
)
# Tags end at the next angle bracket of either kind, or hostile pages would be read in quadratic time.
_BODY = re.compile(rb"<body\b[^<>]*>?", re.I)
_HTML = re.compile(rb"<html\b[^<>]*>", re.I)
_TAG = re.compile(rb"<(link|meta)\b[^<>]*>", re.I)
_ATTRIBUTE = re.compile(r"([a-zA-Z:_-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{1,5}\)(\S+?)\s*-->", re.I)
_BODY_NODE = re.compile(r"(?:^|\s)page-node-(\d{1,12})(?:\s|$)")
_CURRENT_PATH = re.compile(rb'"currentPath":"(?:[a-z-]{2,7}\\?/)?node\\?/(\d{1,12})"')
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page's identity in its own words; None where it does not say."""

    address: str | None = None  # absolute, by the rule above, not canonicalised
    declared: str | None = None  # the same, but from rel=canonical and og:url alone: what the site itself says
    node_id: int | None = None  # Drupal's number
    language: str | None = None  # primary subtag of html lang, "fr"


def read_head(body: bytes) -> PageHead:
    """Read the identity of the HTML page ``body``. Anything that is not HTML gives an empty one."""
    body = _as_utf8(body)
    head, body_tag = _head_and_body_tag(body)
    links = _links(head)
    candidates = [links.get("canonical"), links.get("og:url"), _saved_from(body)]
    html_tag = _HTML.search(head)
    attributes = _attributes(html_tag[0]) if html_tag else {}
    declared = _first_absolute(candidates[:2], candidates[1:])
    return PageHead(
        address=declared or _first_absolute(candidates[2:], []),
        declared=declared,
        node_id=_node_id(links.get("shortlink"), body, body_tag),
        language=_language(attributes.get("lang") or attributes.get("xml:lang")),
    )


def _as_utf8(body: bytes) -> bytes:
    """Pages in UTF-16 say so by their first two bytes (the WHATWG Encoding Standard); all else is read as ASCII."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if body.startswith(mark):
            return body[2:].decode(encoding, "replace").encode("utf-8", "replace")
    return body


def _head_and_body_tag(body: bytes) -> tuple[bytes, re.Match[bytes] | None]:
    """What stands before ``<body``, without comments and scripts; and that tag."""
    first = _BODY.search(body, 0, _HEAD_BYTES)
    for end in (first.end() if first else _HEAD_BYTES, _HEAD_BYTES):  # the first may stand in a comment or script
        cleaned = _COMMENT_OR_SCRIPT.sub(b"", body[:end])
        body_tag = _BODY.search(cleaned)
        if body_tag:
            return cleaned[: body_tag.start()], body_tag
    return cleaned, None


def _links(head: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _TAG.finditer(head):
        attributes = _attributes(tag[0])
        if tag[1].lower() == b"link":
            for relation in attributes.get("rel", "").lower().split():
                found.setdefault(relation, attributes.get("href", "").strip())
        elif (attributes.get("property") or attributes.get("name", "")).lower() == "og:url":
            found.setdefault("og:url", attributes.get("content", "").strip())
    return found


def _attributes(tag: bytes) -> dict[str, str]:
    text = tag.decode("utf-8", "replace")
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        found.setdefault(match[1].lower(), html.unescape(match[2] or match[3] or match[4] or ""))
    return found


def _saved_from(body: bytes) -> str | None:
    match = _SAVED_FROM.search(body[:2048])
    return match[1].decode("utf-8", "replace") if match else None


def _first_absolute(candidates: list[str | None], bases: list[str | None]) -> str | None:
    for candidate in candidates:
        if not candidate:
            continue
        if _is_absolute(candidate):
            return candidate
        base = next((base for base in bases if base and _is_absolute(base)), None)
        if base and (resolved := resolve(base, candidate)):
            return resolved
    return None


def _is_absolute(address: str | None) -> bool:
    try:
        canonical(address or "")
    except AddressError:
        return False
    return True


def _node_id(shortlink: str | None, body: bytes, body_tag: re.Match[bytes] | None) -> int | None:
    """From the shortlink, Drupal 8+'s settings, or Drupal 7's class on the body element; in this order."""
    if shortlink and (address := resolve("https://site.invalid/", shortlink)):
        node = node_of(canonical(address))
        if node is not None:
            return node
    settings = _CURRENT_PATH.search(body)
    if settings:
        return int(settings[1])
    classes = _BODY_NODE.search(_attributes(body_tag[0]).get("class", "")) if body_tag else None
    return int(classes[1]) if classes else None


def _language(declared: str | None) -> str | None:
    primary = (declared or "").strip().lower().replace("_", "-").partition("-")[0]
    return primary if _LANGUAGE.fullmatch(primary) else None
