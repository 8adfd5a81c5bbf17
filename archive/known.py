"""What the ledger knows, page by page: the input of a build.

Reads one snapshot of the ledger, so a crawl may go on meanwhile.
"""

from __future__ import annotations

import json
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

from archive import exit_codes, schema
from archive.errors import ArchiveError
from archive.page_context import KnownOfPage
from archive.settings import USUAL
from scraper.capture import NO_PAGES, NOT_MODIFIED, OK, Capture, KnownAddress, KnownPage
from scraper.ledger import Ledger, LedgerError, LedgerIsNewerError

_PAGE = ", ".join(field.name for field in fields(KnownPage))
_CAPTURE = ", ".join(field.name for field in fields(Capture))
# The ledger knows listings, feeds and the like as pages too; the archive is of those that they tell of.
_ARE_PAGES = f"merged_into IS NULL AND ifnull(kind_hint, '') NOT IN ({', '.join(map(repr, NO_PAGES))})"


class KnownPages:
    """One snapshot of a ledger."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        merged = dict(connection.execute("SELECT id, merged_into FROM pages WHERE merged_into IS NOT NULL"))
        self._former: dict[int, list[int]] = {}
        for page_id in sorted(merged):
            self._former.setdefault(_end(page_id, merged), []).append(page_id)

    def pages(self) -> Iterator[KnownOfPage]:
        """Every page with its addresses and captures, in the order of the pages' numbers, in flat memory."""
        pages = self._connection.execute(f"SELECT {_PAGE} FROM pages WHERE {_ARE_PAGES} ORDER BY id")  # noqa: S608
        for row in pages:
            page = KnownPage(*row)
            former = tuple(self._former.get(page.id, ()))
            numbers = (page.id, *former)
            yield KnownOfPage(page, tuple(self._addresses(numbers)), tuple(self._captures(numbers)), former)

    def _addresses(self, numbers: tuple[int, ...]) -> Iterator[KnownAddress]:
        for number in numbers:
            rows = self._connection.execute(
                "SELECT address, channel, first_seen FROM addresses WHERE page_id = ? ORDER BY first_seen, address",
                (number,),
            )
            for address, channel, first_seen in rows:
                yield KnownAddress(address=address, page_id=numbers[0], channel=channel, first_seen=first_seen)

    def _captures(self, numbers: tuple[int, ...]) -> list[Capture]:
        found = []
        for number in numbers:
            rows = self._connection.execute(
                f"SELECT {_CAPTURE} FROM captures WHERE page_id = ?",  # noqa: S608
                (number,),
            )
            for row in rows:
                values = dict(zip((field.name for field in fields(Capture)), row, strict=True))
                values["page_id"] = numbers[0]
                values["redirects"] = tuple((address, status) for address, status in json.loads(values["redirects"]))
                found.append(Capture(**values))
        return sorted(found, key=lambda capture: (capture.captured_at, capture.id))

    def counts(self) -> tuple[int, int]:
        """Numbers of pages and of captures."""
        pages: int = self._connection.execute(f"SELECT count(*) FROM pages WHERE {_ARE_PAGES}").fetchone()[0]  # noqa: S608
        captures: int = self._connection.execute("SELECT count(*) FROM captures").fetchone()[0]
        return pages, captures

    def held_by_host(self) -> dict[str, int]:
        """Numbers of pages with a good capture, however it came in, by host."""
        return dict(
            self._connection.execute(
                f"SELECT site, count(*) FROM pages WHERE {_ARE_PAGES} AND last_seen IS NOT NULL GROUP BY site"  # noqa: S608
            )
        )

    def last_captures(self) -> tuple[str | None, str | None]:
        """Times of the last attempt and of the last good one; a time to come is a wrong one, and says nothing."""
        any_, good = self._connection.execute(
            "SELECT max(captured_at), max(captured_at) FILTER (WHERE verdict IN (?, ?)) FROM captures"
            " WHERE captured_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+1 day')",
            (OK, NOT_MODIFIED),
        ).fetchone()
        return any_, good

    def verdicts(self) -> dict[str, int]:
        """Captures by verdict, the most frequent first."""
        return dict(
            self._connection.execute("SELECT verdict, count(*) FROM captures GROUP BY verdict ORDER BY 2 DESC, 1")
        )

    def runs(self) -> Iterator[schema.Run]:
        """Every run that is over, or was cut off."""
        rows = self._connection.execute(
            "SELECT runs.id, command, started_at, ended_at, exit_code, version, counts,"
            " (SELECT count(*) FROM captures WHERE run_id = runs.id) FROM runs ORDER BY id"
        )
        for number, command, started_at, ended_at, exit_code, version, counts, captures in rows:
            yield schema.Run(
                id=number,
                command=command,
                started_at=started_at,
                ended_at=ended_at,
                exit_code=exit_code,
                version=version,
                capture_count=captures,
                counts=counts,
            )

    def fingerprint(self) -> str:
        """Hash of all that a build reads here. Captures are append-only, so their number and the last one do."""
        digest = sha256()
        for query in (
            "SELECT count(*), max(id) FROM captures",
            f"SELECT {_PAGE}, merged_into FROM pages ORDER BY id",  # noqa: S608
            "SELECT * FROM addresses ORDER BY address",
            "SELECT * FROM runs ORDER BY id",
        ):
            for row in self._connection.execute(query):
                digest.update(repr(row).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def _end(page_id: int, merged: dict[int, int]) -> int:
    """The page that a merged one ended up in."""
    seen = set()
    while page_id in merged and page_id not in seen:
        seen.add(page_id)
        page_id = merged[page_id]
    return page_id


def _command(folder: Path) -> str:
    """How the command is called for this data folder."""
    return "iom-archive" if folder == USUAL else f"iom-archive --data {shlex.quote(str(folder))}"


@contextmanager
def known_pages(ledger: Path) -> Iterator[KnownPages]:
    """Open a snapshot of the ledger. Raises ArchiveError where there is none, or none that can be read."""
    if not ledger.exists():
        raise ArchiveError(
            f"there are no captures yet in {ledger.parent}",
            hint=f"Bring some in first: {_command(ledger.parent)} import data/sample/sample.warc.gz",
            exit_code=exit_codes.NOTHING,
        )
    try:
        opened = Ledger(ledger, write=False)
    except LedgerIsNewerError as error:
        raise ArchiveError(str(error), hint=error.hint, exit_code=exit_codes.NEWER_DATA) from error
    except LedgerError as error:
        raise ArchiveError(str(error), hint=error.hint, exit_code=exit_codes.ERROR) from error
    try:
        opened.connection.execute("BEGIN")
        yield KnownPages(opened.connection)
    finally:
        opened.close()
