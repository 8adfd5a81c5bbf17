"""Attempts stored inside one transaction: which page, which record, is the body here already; then bytes, then row."""

from __future__ import annotations

import json
import sqlite3
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from scraper import warc
from scraper.capture import Attempt, Capture, Reference
from scraper.packing import Packed, Placed, pack
from scraper.pages import Pages, Sighting
from scraper.preparing import Identity, Prepared, identify, prepare
from scraper.rows import CARRIED, SELECT, insert_capture, newest_id, read_capture, timestamp
from scraper.urls import canonical
from scraper.warc_files import WarcAppender
from scraper.warc_records import new_record_id

MAX_NOTE = 2_000  # characters
# What a row that refers to another repeats of it.
_CONTENT = ("body_sha256", "text_sha256", "body_length", "payload_digest")
_SELECT_BODY = f"SELECT id, warc_file, warc_offset, {', '.join(_CONTENT)} FROM captures"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one attempt in `CaptureStore.add_many`."""

    capture: Capture | None  # None: it refers to a body that is not here, so nothing was stored
    is_new: bool  # False: the store held it already, ``capture`` is the one it holds


class Batch:
    """One transaction. Its attempts are stored in their order."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        pages: Pages,
        appender: WarcAppender,
        info_id: str,
        run_id: int | None,
    ) -> None:
        self._connection = connection
        self._pages = pages
        self._appender = appender
        self._info_id = info_id
        self._run_id = run_id
        self._next_id = newest_id(connection) + 1

    def take_in(self, attempts: list[Attempt], pool: ThreadPoolExecutor, *, once: bool) -> Iterator[Added]:
        """Store many, preparing and packing on the pool; with ``once``, only those that are not here."""
        known = [self.find(identity) for identity in pool.map(identify, attempts)] if once else [None] * len(attempts)
        found = [capture or pool.submit(prepare, attempt) for capture, attempt in zip(known, attempts, strict=True)]
        waiting: deque[Future[Packed] | Added] = deque()
        on_the_way: set[str] = set()

        def drain() -> Iterator[Added]:
            while waiting:
                item = waiting.popleft()
                yield item if isinstance(item, Added) else Added(self.insert(item.result()), is_new=True)
            on_the_way.clear()

        for here in found:
            if isinstance(here, Capture):
                waiting.append(Added(here, is_new=False))
                continue
            item = here.result()
            if item.body_sha256 is None or item.body_sha256 in on_the_way:
                yield from drain()  # it may refer to, or repeat, one whose row is not written yet
            waiting.append(self._take_in_one(item, pool, once=once))
            on_the_way.add(item.body_sha256 or "")
        yield from drain()

    def _take_in_one(self, item: Prepared, pool: ThreadPoolExecutor, *, once: bool) -> Future[Packed] | Added:
        if isinstance(item.attempt.refers_to, Reference):
            body = self._find_body(item.attempt.refers_to)
            if body is None:
                return Added(None, is_new=False)
            item = replace(item, attempt=replace(item.attempt, refers_to=body[0]), body_sha256=body[3])
        known = self.find(item.identity) if once else None
        return Added(known, is_new=False) if known else pool.submit(pack, self.place(item))

    def find(self, copy: Identity | None) -> Capture | None:
        """The capture that already holds this copy; see `CaptureStore.add_many`."""
        if copy is None:
            return None
        where = "c.address = ? AND c.via = ? AND c.body_sha256 IS ?"
        values: list[object] = [copy.address, copy.via, copy.body_sha256]
        if copy.via in ("warc", "wayback"):
            where += " AND c.captured_at = ? AND c.status IS ?"
            values += [timestamp(copy.captured_at), copy.status]
        row = self._connection.execute(f"{SELECT} WHERE {where} ORDER BY c.id LIMIT 1", values).fetchone()
        return read_capture(row) if row else None

    def place(self, item: Prepared) -> Placed:
        """Settle the page, fill in the row, and see whether the body lies in the store already."""
        attempt = item.attempt
        sighting = Sighting(
            address=item.address,
            final_address=item.final_address,
            at=timestamp(attempt.captured_at),
            verdict=attempt.verdict,
            live=attempt.via == "live",
            declared=item.declared,
            node_id=item.head.node_id,
            language=item.head.language,
            channel=attempt.channel,
            kind_hint=attempt.kind_hint,
        )
        row = self._row(item, self._pages.settle(sighting))
        body_at, refers_to = self._refer(item, row)
        metadata = {name: row[name] for name in CARRIED if row[name] is not None}
        metadata |= {name: value for name, value in sighting.evidence.items() if value is not None}
        if body_at is not None:
            metadata["body_at"] = body_at
        record_id = new_record_id() if item.payload is not None else None
        return Placed(item, row, metadata, self._info_id, record_id, refers_to)

    def insert(self, packed: Packed) -> Capture:
        """Write the members, then the row."""
        offsets = [self._appender.append(member) for member in packed.members]
        row = dict(packed.placed.row)
        if packed.placed.record_id is not None:
            row["warc_file"] = self._appender.file
            row["warc_offset"] = offsets[packed.main]
            row["warc_length"] = len(packed.members[packed.main])
            row["record_id"] = packed.placed.record_id
            row["record_sha256"] = packed.sha256
        return insert_capture(self._connection, row)

    def _row(self, item: Prepared, page_id: int) -> dict[str, Any]:
        attempt = item.attempt
        capture_id, self._next_id = self._next_id, self._next_id + 1
        return {
            "id": capture_id,
            "page_id": page_id,
            "address": item.address,
            "final_address": item.final_address,
            "captured_at": timestamp(attempt.captured_at),
            "status": item.status,
            "via": attempt.via,
            "verdict": str(attempt.verdict),
            "content_type": item.content_type,
            "etag": item.headers.get("etag"),
            "last_modified": item.headers.get("last-modified"),
            "server_date": item.headers.get("date"),
            "body_sha256": item.body_sha256,
            "text_sha256": item.text_sha256,
            "body_length": item.body_length,
            "payload_digest": item.payload_digest,
            "run_id": self._run_id,
            "redirects": json.dumps([[canonical(hop.address), hop.status] for hop in attempt.exchanges[:-1]]),
            "note": attempt.note[:MAX_NOTE] if attempt.note else None,
        }

    def _refer(self, item: Prepared, row: dict[str, Any]) -> tuple[list[object] | None, Mapping[str, str] | None]:
        """Have the row refer to the capture that holds its body, if one does and can still be read.

        Returns (file, offset) of that body's record, and its WARC headers that a revisit record names.
        """
        found = self._stored_body(item)
        if found is None:
            return None, None
        capture_id, file, offset, *content = found
        try:
            original = warc.read_record(self._appender.folder, file, offset)
        except warc.DamagedRecordError:
            return None, None  # the body is stored once more instead, where one came
        row["refers_to"] = capture_id
        row.update(zip(_CONTENT, content, strict=True))
        return [file, offset], {
            "id": original.headers.get("warc-record-id", "").strip("<>"),
            "address": original.headers.get("warc-target-uri", ""),
            "date": original.headers.get("warc-date", ""),
            "payload_digest": original.headers.get("warc-payload-digest", ""),
        }

    def _stored_body(self, item: Prepared) -> tuple[Any, ...] | None:
        """The row that holds the body of this attempt: named by it, or of the same bytes."""
        if item.answer is None:
            return None
        if isinstance(item.attempt.refers_to, int):
            return self._one(
                "WHERE id = (SELECT ifnull(refers_to, id) FROM captures WHERE id = ?) "
                "AND warc_file NOT NULL AND body_length > 0",
                item.attempt.refers_to,
            )
        if not item.body_length:
            return None
        return self._one(
            "WHERE payload_digest = ? AND refers_to IS NULL AND body_sha256 = ? AND status NOT NULL "
            "ORDER BY id LIMIT 1",
            item.payload_digest,
            item.body_sha256,
        )

    def _find_body(self, reference: Reference) -> tuple[Any, ...] | None:
        """The row that holds the body another maker's revisit record speaks of: by address and time, or by digest."""
        found = None
        if reference.address and reference.captured_at:
            found = self._one(
                "WHERE id = (SELECT ifnull(refers_to, id) FROM captures "
                "WHERE address = ? AND captured_at = ? AND body_length > 0 ORDER BY id LIMIT 1)",
                canonical(reference.address),
                timestamp(reference.captured_at),
            )
        if found is None and reference.payload_digest:
            found = self._one(
                "WHERE payload_digest = ? AND refers_to IS NULL ORDER BY id LIMIT 1",
                reference.payload_digest,
            )
        return found

    def _one(self, where: str, *values: object) -> tuple[Any, ...] | None:
        """Id, place and content columns of one capture."""
        row: tuple[Any, ...] | None = self._connection.execute(f"{_SELECT_BODY} {where}", values).fetchone()
        return row
