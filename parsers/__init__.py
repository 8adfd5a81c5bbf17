"""The reading side: bytes → `Page` (blocks) → `Record`. Knows language and layout, no network, no SQL.

Pure: the same bytes and address give the same record, on any machine and at any time. The only files read are the
vocabularies in ``data/vocab``. Imports nothing of `scraper`, `archive` or `web`.

Three steps:

1. **Page**: `html` reads HTML of any era (`decode` its bytes), `text` reads text captures; both give a `page.Page`:
   `clean` text in blocks, its links (`addresses`), bounded by `budget`.
2. **Grammar**, a folder for each question: `dates` when, `places` where, `people` and `prose` who, `organizations`
   which bodies, `agenda` which sessions, `documents` which files. `kinds`, `series` and `themes` say what a page is and
   is about, `digests` which releases are many in one, `language` which one it is in. Words are data, found by `words`.
3. **Record**: `assembly` runs the grammars in order and sets facts and evidence side by side (`fact_spans` finds that
   of sessions and of what bodies do), less what a `cut` text leaves in halves; `record.Record` is the form.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parsers.assembly import Reading
    from parsers.page import Page
    from parsers.record import Record

# The grammar is loaded on first use, so that a module that needs one piece of it does not pay for all.


def read(body: bytes, url: str | None, content_type: str | None = None) -> Page:
    """The page in a capture's body: a text capture where its type or its ``URL:`` line says so, else HTML."""
    from parsers.budget import keep_within
    from parsers.html import read_html
    from parsers.text.reading import address_of, read_text

    if (content_type or "").startswith("text/plain") or body[:64].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"URL:"):
        text = body.decode("utf-8", "replace")
        if address_of(text) is not None or url is not None:
            return keep_within(read_text(text, url))
    return keep_within(read_html(body, url, content_type))


def read_record(body: bytes, url: str | None, content_type: str | None = None) -> Reading:
    """The page, its record and what each rule claimed."""
    from parsers.assembly import assemble_record

    reading = assemble_record(read(body, url, content_type))
    reading.record.parser_version = version()
    return reading


def parse_capture(body: bytes, url: str | None, content_type: str | None = None) -> tuple[Page, Record]:
    """The page in a capture's body, and what it says."""
    reading = read_record(body, url, content_type)
    return reading.page, reading.record


def parse(body: bytes, url: str | None, content_type: str | None = None) -> Record:
    """What the page in a capture's body says."""
    return read_record(body, url, content_type).record


@functools.cache
def version() -> str:
    """Twelve hex digits that change whenever a parser or a vocabulary does: records are cached under it."""
    digest = hashlib.sha256()
    room = Path(__file__).parent
    for path in sorted([*room.rglob("*.py"), *(room.parent / "data" / "vocab").glob("*.t[os][mv]*")]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
