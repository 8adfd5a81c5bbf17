"""What the writers of one page's rows share: what is known of the page, its ids, and where the rows go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from archive import schema
from archive.corrections import Corrections
from archive.ids import PageIds
from archive.privacy import Numbers
from archive.readings import Reading
from archive.tables import table_of
from scraper.capture import Capture, KnownAddress, KnownPage


@dataclass(slots=True)
class KnownOfPage:
    """What the ledger knows of one page."""

    page: KnownPage
    addresses: tuple[KnownAddress, ...]
    captures: tuple[Capture, ...]  # in the order of their time
    merged: tuple[int, ...] = ()  # numbers of pages that were found to be this one


@dataclass(slots=True)
class PageRows:
    """Rows of one page, by table, as values in the order of the columns."""

    page_id: int
    tables: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)  # addresses on its site that a press release links to
    themes: list[tuple[str, str]] = field(default_factory=list)  # scheme and code of each

    def add(self, row: object) -> None:
        """Put one row into its table."""
        table = table_of(type(row))
        self.tables.setdefault(table.name, []).append(table.values(row))

    def numbers(self) -> set[tuple[str, int]]:
        """The ids that these rows take, table by table."""
        return {(name, row[0]) for name, rows in self.tables.items() if name != "captures" for row in rows}


@dataclass(slots=True)
class KnownText:
    """One distinct text of the page, with the captures that gave or confirmed it."""

    id: int
    text: str  # with contact details and blocked names blotted out
    reading: Reading
    captures: list[Capture]
    text_sha256: str


class PageContext:
    """One page while its rows are written."""

    def __init__(self, known: KnownOfPage, corrections: Corrections, salt: int = 0) -> None:
        self.known = known
        self.page = known.page
        self.blocked = corrections.blocked
        self.corrections = corrections.of(address.address for address in known.addresses)
        self.ids = PageIds(known.page.id, salt)
        self.rows = PageRows(known.page.id)
        self.numbers = Numbers()  # phone numbers on the page

    def plain(self, text: str) -> str:
        """``text`` as it may be published."""
        return self.numbers.blot(self.blocked.blot(text))

    def plain_or_none(self, text: str | None) -> str | None:
        """The same for what may be missing."""
        return self.plain(text) if text else None

    def problem(
        self,
        stage: str,
        code: str,
        message: str,
        *,
        revision: KnownText | None = None,
        capture: Capture | None = None,
        span: tuple[int | None, int | None] = (None, None),
    ) -> None:
        """Record something that went wrong or was not understood."""
        start, end = span
        words = None
        if revision is not None and start is not None and end is not None:
            words = revision.text[start:end]
        self.rows.add(
            schema.Problem(
                id=self.ids.give("problem", stage, code, message, capture.id if capture else 0, start or 0),
                stage=stage,
                code=code,
                message=self.plain(message),
                words=words or None,
                page_id=self.page.id,
                revision_id=revision.id if revision else None,
                capture_id=capture.id if capture else None,
                run_id=capture.run_id if capture else None,
                span_start=start if words else None,
                span_end=end if words else None,
            )
        )
