"""Atom feeds (RFC 4287). Every feed and entry has an id that stays and an instant, also where the data has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from web.citations import ARCHIVE

TYPE = "application/atom+xml; charset=utf-8"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01T00:00:00Z"  # for what has no instant: Atom demands one


@dataclass(frozen=True, slots=True)
class Item:
    """One entry. ``updated`` is an instant or a day."""

    id: str
    title: str
    address: str
    updated: str | None
    summary: str | None = None
    language: str | None = None


def write(title: str, address: str, page: str, items: Sequence[Item]) -> str:
    """A feed. ``address`` is its own, ``page`` that of the same for people."""
    updated = max((_instant(item.updated) for item in items), default=_NEVER)
    return "".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n',
            f"<title>{_plain(title)}, {ARCHIVE}</title>\n<id>{_plain(address)}</id>\n",
            f'<link rel="self" type="application/atom+xml" href={_quoted(address)}/>\n',
            f'<link rel="alternate" type="text/html" href={_quoted(page)}/>\n',
            f"<updated>{updated}</updated>\n<author><name>{ARCHIVE}</name></author>\n",
            *(_entry(item) for item in items),
            "</feed>\n",
        )
    )


def _entry(item: Item) -> str:
    language = f" xml:lang={_quoted(item.language)}" if item.language else ""
    summary = f"<summary{language}>{_plain(item.summary)}</summary>" if item.summary else ""
    return (
        f"<entry><title{language}>{_plain(item.title)}</title><id>{_plain(item.id)}</id>"
        f'<link rel="alternate" type="text/html" href={_quoted(item.address)}/>'
        f"<updated>{_instant(item.updated)}</updated>{summary}</entry>\n"
    )


def _instant(text: str | None) -> str:
    if not text:
        return _NEVER
    return text if "T" in text else f"{text}T00:00:00Z"


def _plain(text: str) -> str:
    """Escaped, without the characters that XML 1.0 cannot hold."""
    return str(escape(_NOT_XML.sub("", text)))


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("", text))
