"""Addresses of links, absolute."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

_FILE = re.compile(
    r"\.(?:pdf|docx?|dotx?|odt|rtf|xlsx?|xlsm|ods|csv|pptx?|ppsx?|odp|zip|epub|mp3|mp4|m4a|wav|mov|avi|wmv|txt)(?:$|[?#;])",
    re.IGNORECASE,
)
_WAYBACK = re.compile(
    r"^(?:https?:)?//web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?://)|^/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?://)"
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def is_file(url: str) -> bool:
    """Whether an address ends like that of a file (document, table, slides, recording)."""
    return _FILE.search(url) is not None


def original(url: str) -> str:
    """An address without the Wayback Machine's prefix."""
    return _WAYBACK.sub("", url) if "/web/" in url else url


class Addresses:
    """Makes the links of one page absolute. ``base`` is the page's address, ``<base href>`` applied."""

    __slots__ = ("_base", "_origin")

    def __init__(self, base: str) -> None:
        self._base = base
        try:
            parts = urlsplit(base)
            self._origin = f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""
        except ValueError:
            self._base = self._origin = ""

    def absolute(self, href: str) -> str | None:
        """``href`` (entities not yet resolved) as an absolute address; None for what is no address on the web."""
        if "&" in href:
            href = unescape(href)
        href = original("%20".join(href.split()))
        if href[:1] == "/" and href[1:2] != "/" and self._origin and "/." not in href:
            return self._origin + href
        if href[:8].lower() == "https://" or href[:7].lower() == "http://":
            return href
        if not href or href[:1] == "#" or _SCHEME.match(href):
            return None  # mailto, tel, javascript, data
        try:
            url = urljoin(self._base, href)
        except ValueError:
            return None
        return url if url.lower().startswith(("http://", "https://", "//")) or not self._base else None
