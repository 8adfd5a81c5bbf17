"""From one page's readings to its rows: a pure function, so that any process can do it and the order never matters.

`page_rows` takes what the ledger knows of a page and what its captures say, and gives the rows of every table that
belong to this page alone. What spans pages (people, bodies, places, mentions, counts) is derived from these rows after
the load (`archive.derive`).
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from archive import schema
from archive.corrections import Corrections
from archive.facts import FactWriter
from archive.page_context import KnownOfPage, KnownText, PageContext, PageRows
from archive.privacy import Numbers, phone_numbers
from archive.readings import Reading
from scraper.capture import NOT_MODIFIED, OK, Capture


def page_rows(
    known: KnownOfPage, readings: dict[int, Reading], corrections: Corrections, parser_version: str, salt: int = 0
) -> PageRows:
    """All rows of one page. ``readings`` are those of its ok captures that have a body, by the capture's id."""
    return _PageWriter(PageContext(known, corrections, salt), readings, parser_version).write()


class _PageWriter:
    """Writes one page's rows. Its methods are in the order of the tables."""

    def __init__(self, context: PageContext, readings: dict[int, Reading], parser_version: str) -> None:
        self.context = context
        self.known = context.known
        self.page = context.page
        self.ids = context.ids
        self.rows = context.rows
        self.readings = readings
        self.parser_version = parser_version

    def write(self) -> PageRows:
        """The page's rows."""
        revisions = self._revisions()
        current = max(revisions, key=lambda revision: _ok_time(revision.captures), default=None)
        revision_of = self._captures(revisions)
        self._addresses()
        self._revision_rows(revisions)
        facts = FactWriter(self.context, current) if current is not None else None
        if facts is not None:
            facts.write()
        self._page(current, len(revisions), facts)
        self._unreadable(revision_of)
        return self.rows

    # pages, addresses, captures, revisions

    def _page(self, current: KnownText | None, revision_count: int, facts: FactWriter | None) -> None:
        page, record = self.page, facts.record if facts else None
        self.rows.add(
            schema.Page(
                id=page.id,
                address=page.address,
                host=page.site,
                kind=record.kind if record else None,
                title=self.context.plain_or_none(record.title) if record else None,
                language=record.language if record else None,
                expected_kind=page.kind_hint,
                year=facts.year if facts else None,
                revision_id=current.id if current else None,
                revision_count=revision_count,
                capture_count=len(self.known.captures),
                first_seen=page.first_seen,
                last_seen=page.last_seen,
                last_checked=page.last_checked,
                gone_at=page.gone_at,
                node_id=(current.reading.node_id if current else None) or page.node_id,
                layout=current.reading.layout if current else None,
            )
        )
        for former in self.known.merged:
            self.rows.add(schema.MergedPage(id=former, page_id=page.id))

    def _addresses(self) -> None:
        for known in self.known.addresses:
            self.rows.add(
                schema.PageAddress(
                    id=self.ids.give("address", known.address),
                    page_id=self.page.id,
                    address=known.address,
                    canonical=known.address == self.page.address,
                    channel=known.channel,
                    first_seen=known.first_seen,
                )
            )

    def _revisions(self) -> list[KnownText]:
        """The page's distinct texts in the order of their first capture."""
        # A number that has its label in one place of the page stands without it in another, or in a fact.
        numbers = (phone_numbers(reading.text) for reading in self.readings.values())
        self.context.numbers = Numbers(frozenset().union(*numbers))
        found: dict[str, KnownText] = {}
        for capture in self.known.captures:
            reading = self.readings.get(capture.id)
            if capture.verdict != OK or reading is None or reading.record is None:
                continue
            digest = sha256(reading.text.encode("utf-8", "surrogatepass")).hexdigest()
            revision = found.get(digest)
            if revision is None:
                number = self.ids.give("revision", digest)
                revision = found[digest] = KnownText(number, self.context.plain(reading.text), reading, [], digest)
            revision.reading = reading  # the same text with other markup: what its last capture says
            revision.captures.append(capture)
        self._confirmations(list(found.values()))
        return list(found.values())

    def _confirmations(self, revisions: list[KnownText]) -> None:
        """Add the captures that say that a text still stands (304) to their revision."""
        by_body = {capture.body_sha256: revision for revision in revisions for capture in revision.captures}
        for capture in self.known.captures:
            if capture.verdict == NOT_MODIFIED and (revision := by_body.get(capture.body_sha256)):
                revision.captures.append(capture)
        for revision in revisions:
            revision.captures.sort(key=lambda capture: (capture.captured_at, capture.id))

    def _captures(self, revisions: list[KnownText]) -> dict[int, int]:
        revision_of = {capture.id: revision.id for revision in revisions for capture in revision.captures}
        for capture in self.known.captures:
            self.rows.add(
                schema.Capture(
                    id=capture.id,
                    page_id=self.page.id,
                    address=capture.address,
                    final_address=capture.final_address,
                    captured_at=capture.captured_at,
                    via=capture.via,
                    status=capture.status,
                    verdict=capture.verdict,
                    content_type=capture.content_type,
                    body_bytes=capture.body_length,
                    body_sha256=capture.body_sha256,
                    revision_id=revision_of.get(capture.id),
                    run_id=capture.run_id,
                    warc_file=capture.warc_file,
                    warc_offset=capture.warc_offset,
                )
            )
        return revision_of

    def _revision_rows(self, revisions: list[KnownText]) -> None:
        before: KnownText | None = None
        for number, revision in enumerate(revisions, 1):
            record = revision.reading.record
            lines = Counter(revision.text.splitlines())
            lines_before = Counter(before.text.splitlines()) if before else lines
            self.rows.add(
                schema.Revision(
                    id=revision.id,
                    page_id=self.page.id,
                    number=number,
                    title=self.context.plain_or_none(record.title) if record else None,
                    language=record.language if record else None,
                    first_capture_id=revision.captures[0].id,
                    last_capture_id=revision.captures[-1].id,
                    first_captured_at=revision.captures[0].captured_at,
                    last_captured_at=revision.captures[-1].captured_at,
                    capture_count=len(revision.captures),
                    characters=len(revision.text),
                    text_sha256=revision.text_sha256,
                    parser_version=self.parser_version,
                    previous_id=before.id if before else None,
                    lines_added=(lines - lines_before).total() if before else None,
                    lines_removed=(lines_before - lines).total() if before else None,
                )
            )
            self.rows.add(schema.RevisionText(id=revision.id, text=revision.text))
            before = revision

    def _unreadable(self, revision_of: dict[int, int]) -> None:
        """One problem for each ok capture that gave no text."""
        for capture in self.known.captures:
            reading = self.readings.get(capture.id)
            if capture.verdict == OK and capture.id not in revision_of:
                failure = reading.failure if reading else None
                self.context.problem("read", "unreadable", failure or "the capture has no body", capture=capture)


def _ok_time(captures: list[Capture]) -> tuple[str, int]:
    """Time of the last capture that gave the text itself."""
    return max((capture.captured_at, capture.id) for capture in captures if capture.verdict == OK)
