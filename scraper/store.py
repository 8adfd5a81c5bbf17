"""The capture store: bytes into WARC files, one row for each attempt into the ledger, and out again.

Bytes come first, the row after: a row never speaks of bytes that are not on the disk. A killed process leaves at most a
torn record at the end of one WARC file, which is cut off the next time the store is opened for writing, and whole
records without a row, which get theirs then (`scraper.recovery`).

An attempt passes three steps: `scraper.preparing` (decode, hash, read what the page says of itself), `scraper.batch`
(which page, and does the body lie here already) and `scraper.packing` (WARC records, gzip). The first and the last need
no database, so `add_many` runs them on all cores: hashing, compressing and parsing leave the interpreter's lock.
"""

from __future__ import annotations

import json
import os
import socket
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from scraper import __version__, lock, warc, warc_files, warc_records
from scraper.batch import Added, Batch
from scraper.capture import Attempt, Capture, Exchange, KnownAddress, KnownPage
from scraper.ledger import Ledger
from scraper.packing import pack
from scraper.pages import Pages
from scraper.preparing import prepare
from scraper.recovery import recover
from scraper.rows import SELECT, newest_id, read_capture, timestamp
from scraper.urls import canonical

__all__ = ["Added", "Attempt", "Capture", "CaptureStore", "Exchange", "KnownAddress", "KnownPage", "read_body"]

BATCH_ATTEMPTS = 256  # stored and made durable together
BATCH_BYTES = 24 << 20
_ROWS = 1_000  # read at a time


def read_body(captures_dir: Path, warc_file: str, offset: int) -> bytes:
    """The decoded body of the record at ``offset`` of ``captures_dir / warc_file``; follows revisits.

    Needs no ledger, so any process can call it.

    Raises:
        DamagedRecordError: the bytes there are not the whole record that was written.
    """
    record = warc.read_record(captures_dir, warc_file, offset)
    if record.kind != "revisit":
        return record.body
    place = record.metadata.get("body_at")
    if not isinstance(place, list):
        raise warc.DamagedRecordError(warc_file, offset, "a revisit record that does not say of what")
    original = warc.read_record(captures_dir, str(place[0]), int(place[1]))
    if original.kind == "revisit":
        raise warc.DamagedRecordError(warc_file, offset, "a revisit of a revisit")
    return original.body


class CaptureStore:
    """All captures of one data folder. Its methods may be called from several threads."""

    def __init__(self, data_root: Path, *, write: bool = False, command: str = "") -> None:
        """Open the store of ``data_root``.

        With ``write``, hold the folder's lock (`scraper.lock`, re-entrant in one process) until `close`, and mend
        what a killed process left (see `repairs`). ``command`` is what the lock says of its holder.

        Raises:
            LockedError: another process writes here.
            LedgerError: the ledger is missing (reading), damaged, or of another version.
        """
        self.captures_dir = data_root / "captures"
        self.repairs: tuple[str, ...] = ()  # what opening for writing found and mended, one sentence each
        self._appender = warc_files.WarcAppender(self.captures_dir)
        self._info_id = ""
        self._run_id: int | None = None
        self._lock_path = data_root / "lock" if write else None
        if self._lock_path:
            lock.acquire(self._lock_path, command=command)
        try:
            self.ledger = Ledger(data_root / "ledger.db", write=write)
            self._connection = self.ledger.connection
            self._guard = self.ledger.guard
            self._pages = Pages(self._connection)
            self._committed = Pages(self.ledger.reader)
            if write:
                self.repairs = tuple(recover(self.ledger, self._pages, self.captures_dir))
        except BaseException:
            self._unlock()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release files and lock. May be called again."""
        self._appender.close()
        self.ledger.close()
        self._unlock()

    # writing

    def start_run(self, command: str) -> int:
        """Begin a run; captures added from now on carry its id."""
        with self.ledger.transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO runs (command, started_at, host, pid, version) VALUES (?, ?, ?, ?, ?)",
                (command, timestamp(datetime.now(UTC)), socket.gethostname(), os.getpid(), __version__),
            )
        self._run_id = int(cursor.lastrowid or 0)
        return self._run_id

    def finish_run(self, exit_code: int, counts: Mapping[str, object]) -> None:
        """End the run that `start_run` began."""
        with self.ledger.transaction() as connection:
            connection.execute(
                "UPDATE runs SET ended_at = ?, exit_code = ?, counts = ? WHERE id = ?",
                (timestamp(datetime.now(UTC)), exit_code, json.dumps(counts), self._run_id),
            )
        self._run_id = None

    def know(
        self, address: str, *, channel: str | None = None, kind_hint: str | None = None, at: datetime | None = None
    ) -> int:
        """The id of the page under ``address`` (any spelling); page and address are made known if need be.

        Many calls inside one ``with store.ledger.transaction()`` are written together. Raises AddressError.
        """
        seen = timestamp(at or datetime.now(UTC))
        with self.ledger.transaction():
            return self._pages.know(canonical(address), seen, channel=channel, kind_hint=kind_hint)

    def add(self, attempt: Attempt) -> Capture:
        """Store one attempt durably: when this returns, bytes and row survive a power cut.

        Raises:
            AddressError: an address of the attempt is none.
            OSError: the disk is full or failing; nothing of the attempt was kept.
        """
        return self.add_together([attempt])[0]

    def add_together(self, attempts: Sequence[Attempt]) -> list[Capture]:
        """Store a few attempts in one transaction, all or none; durable as, and raises as, `add`."""
        prepared = [prepare(attempt) for attempt in attempts]
        with self._batch() as batch:
            return [batch.insert(pack(batch.place(item))) for item in prepared]

    def add_many(self, attempts: Iterable[Attempt], *, once: bool = False) -> Iterator[Added]:
        """Store many attempts on all cores, in their order; each is durable when it is yielded. Raises as `add`.

        With ``once``, an attempt that the store holds is not stored again. A file (via text or html) is held if its
        address has a capture with the same bytes; a dated copy (warc, wayback) if its address has one of the same
        second, status and bytes.
        """
        with ThreadPoolExecutor(max_workers=_cores(), thread_name_prefix="captures") as pool:
            for chunk in _chunks(attempts):
                with self._batch() as batch:
                    added = list(batch.take_in(chunk, pool, once=once))
                yield from added

    @contextmanager
    def _batch(self) -> Iterator[Batch]:
        """One transaction over both a WARC file and the ledger: bytes are on the disk before rows are committed."""
        before: tuple[str, int] | None = None
        try:
            with self.ledger.transaction(outermost=True) as connection:
                before = self._ready_file(connection)
                yield Batch(connection, self._pages, self._appender, self._info_id, self._run_id)
                self._appender.sync()
                connection.execute(
                    "UPDATE warc_files SET length = ? WHERE name = ?", (self._appender.length, self._appender.file)
                )
        except BaseException:
            with suppress(OSError):  # on a failing disk; the next run cuts it off
                self._appender.take_back(before)
            raise

    def _ready_file(self, connection: sqlite3.Connection) -> tuple[str, int]:
        """Have a file open that has room: the one at hand, the one last written to, or another. Its name and length."""
        if not self._appender.file:
            row = connection.execute(
                "SELECT name, length, info_id FROM warc_files WHERE closed_at IS NULL ORDER BY name DESC LIMIT 1"
            ).fetchone()
            if row:
                self._appender.open(row[0], row[1])
                self._info_id = row[2]
        if self._appender.file and self._appender.length < warc_files.MAX_LENGTH:
            return self._appender.file, self._appender.length
        return self._begin_file(connection), 0

    def _begin_file(self, connection: sqlite3.Connection) -> str:
        now = timestamp(datetime.now(UTC))
        connection.execute("UPDATE warc_files SET closed_at = ? WHERE closed_at IS NULL", (now,))
        number = connection.execute("SELECT count(*) FROM warc_files").fetchone()[0] + 1
        name = f"iom-{''.join(filter(str.isdigit, now))}-{number:05d}.warc.gz"
        self._info_id = warc_records.new_record_id()
        self._appender.create(name)
        software = f"iom-archive/{__version__}"
        self._appender.append(warc_records.gzip_member(warc_records.warcinfo(self._info_id, name, now, software)))
        connection.execute(
            "INSERT INTO warc_files (name, length, info_id, started_at) VALUES (?, 0, ?, ?)", (name, self._info_id, now)
        )
        return name

    def _unlock(self) -> None:
        if self._lock_path:
            lock.release(self._lock_path)
            self._lock_path = None

    # reading

    def captures(self, after_id: int = 0) -> Iterator[Capture]:
        """All captures with a greater id, in id order, in flat memory."""
        while True:
            with self._guard:
                rows = self._connection.execute(
                    f"{SELECT} WHERE c.id > ? ORDER BY c.id LIMIT {_ROWS}", (after_id,)
                ).fetchall()
            if not rows:
                return
            yield from map(read_capture, rows)
            after_id = rows[-1][0]

    def capture(self, capture_id: int) -> Capture:
        """One capture. Raises KeyError."""
        row = self.ledger.reader.execute(f"{SELECT} WHERE c.id = ?", (capture_id,)).fetchone()
        if row is None:
            raise KeyError(capture_id)
        return read_capture(row)

    def max_capture_id(self) -> int:
        """The newest capture's id, 0 if there is none."""
        with self._guard:
            return newest_id(self._connection)

    def count_captures(self) -> int:
        """How many captures there are."""
        with self._guard:
            return int(self._connection.execute("SELECT count(*) FROM captures").fetchone()[0])

    def read_body(self, capture: Capture) -> bytes:
        """The decoded body; of a revisit or 304, that of the capture it refers to; empty if there is none.

        Raises DamagedRecordError.
        """
        if capture.warc_file is None or capture.warc_offset is None:
            return b""
        return read_body(self.captures_dir, capture.warc_file, capture.warc_offset)

    def page(self, page_id: int) -> KnownPage:
        """One page; the id of a page that was found to be another gives that other. Raises KeyError."""
        return self._committed.page(page_id)

    def pages(self) -> Iterator[KnownPage]:
        """All pages, in id order."""
        return self._pages.all()

    def addresses(self, page_id: int) -> tuple[KnownAddress, ...]:
        """Every address the page is known under, oldest first."""
        with self._guard:
            return self._pages.addresses(page_id)


def _chunks(attempts: Iterable[Attempt]) -> Iterator[list[Attempt]]:
    chunk: list[Attempt] = []
    size = 0
    for attempt in attempts:
        chunk.append(attempt)
        size += len(attempt.resource or b"") + sum(len(exchange.body) for exchange in attempt.exchanges)
        if len(chunk) >= BATCH_ATTEMPTS or size >= BATCH_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _cores() -> int:
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
