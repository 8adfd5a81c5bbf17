"""Whether the stored captures still are what was stored: every byte of every record is read and hashed again.

SQLite's own checks find almost no flipped bytes in its pages' content, and WARC readers pass over torn records, so
nothing is taken on trust here: the compressed bytes of each record, its digest, the hash of its decoded body, the
records between (requests, redirects), the ledger, and that files and ledger speak of the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scraper import warc
from scraper.capture import Capture
from scraper.rows import CARRIED, SELECT, read_capture
from scraper.store import CaptureStore
from scraper.warc_files import own_files

# The run, the page and the id of a row may differ from what its record carries, if the ledger was made anew.
_COMPARED = tuple(name for name in CARRIED if name not in ("id", "page_id", "run_id"))
_WINDOW = 64  # records under way at a time


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is not as it was stored."""

    reason: str
    file: str | None = None  # below captures/; None: the ledger
    offset: int | None = None
    capture_id: int | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a file: one capture's record, or the records between two."""

    file: str
    start: int
    end: int
    capture: Capture | None = None


def verify(store: CaptureStore, *, on_bytes: Callable[[int], None] = lambda count: None) -> Iterator[Damage]:
    """Everything that is damaged, file by file, in flat memory. ``on_bytes`` is told how much of the files is read."""
    try:
        yield from _verify_ledger(store.ledger.connection)
        yield from _verify_files(store, on_bytes)
    except sqlite3.DatabaseError as error:
        yield Damage(f"the ledger cannot be read to its end: {error}")


def stored_bytes(store: CaptureStore) -> int:
    """Bytes of all WARC files that the ledger speaks of."""
    return int(store.ledger.connection.execute("SELECT ifnull(sum(length), 0) FROM warc_files").fetchone()[0])


def _verify_files(store: CaptureStore, on_bytes: Callable[[int], None]) -> Iterator[Damage]:
    """Every record, checked on all cores, in the order of the files."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="verify") as pool:
        under_way: deque[tuple[_Stretch, Future[list[Damage]]]] = deque()

        def finish_one() -> list[Damage]:
            stretch, future = under_way.popleft()
            on_bytes(stretch.end - stretch.start)
            return future.result()

        for found in _stretches(store):
            if isinstance(found, Damage):
                while under_way:
                    yield from finish_one()
                yield found
                continue
            under_way.append((found, pool.submit(_check, store.captures_dir, found)))
            if len(under_way) >= _WINDOW:
                yield from finish_one()
        while under_way:
            yield from finish_one()


def _verify_ledger(connection: sqlite3.Connection) -> Iterator[Damage]:
    for (finding,) in connection.execute("PRAGMA integrity_check"):
        if finding != "ok":
            yield Damage(f"the ledger is damaged: {finding}")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Damage(f"the ledger is damaged: row {row} of {table} names a row of {parent} that is not there")


def _stretches(store: CaptureStore) -> Iterator[_Stretch | Damage]:
    connection = store.ledger.connection
    files = connection.execute("SELECT name, length FROM warc_files ORDER BY name").fetchall()
    for name, length in files:
        path = store.captures_dir / name
        size = path.stat().st_size if path.exists() else -1
        if size < 0:
            yield Damage("the file is missing", name)
        elif size < length:
            yield Damage(f"the file ends {length - size:,} bytes early", name, size)
        elif size > length:
            what = "bytes that the ledger does not know of (was it copied without its ledger.db-wal?)"
            yield Damage(f"{size - length:,} {what}; the next import or crawl takes them up", name, length)
        yield from _file_stretches(connection, name, length, is_there=size >= 0)
    known = {name for name, _ in files}
    for path in own_files(store.captures_dir):
        if path.name not in known:
            yield Damage("the ledger does not know this file; the next import or crawl takes it up", path.name)


def _file_stretches(connection: sqlite3.Connection, file: str, length: int, *, is_there: bool) -> Iterator[_Stretch]:
    """The file from its first to its last acknowledged byte. Of a missing file only the captures' records."""
    position = 0
    last = -1
    while True:
        rows = connection.execute(
            f"{SELECT} WHERE c.warc_file = ? AND c.warc_offset > ? ORDER BY c.warc_offset LIMIT 500", (file, last)
        ).fetchall()
        for capture in map(read_capture, rows):
            last = capture.warc_offset or 0
            if last > position and is_there:
                yield _Stretch(file, position, last)
            position = last + (capture.warc_length or 0)
            yield _Stretch(file, last, position, capture)
        if not rows:
            break
    if position < length and is_there:
        yield _Stretch(file, position, length)


def _check(captures_dir: Path, stretch: _Stretch) -> list[Damage]:
    if stretch.capture is None:
        return _check_between(captures_dir, stretch)
    reason = _fault_of_capture(captures_dir, stretch, stretch.capture)
    if reason is None:
        return []
    return [Damage(reason, stretch.file, stretch.start, stretch.capture.id, stretch.capture.address)]


def _fault_of_capture(captures_dir: Path, stretch: _Stretch, capture: Capture) -> str | None:
    """What is wrong with a capture's record; None if nothing is."""
    try:
        with (captures_dir / stretch.file).open("rb") as stream:
            stream.seek(stretch.start)
            stored = stream.read(stretch.end - stretch.start)
    except FileNotFoundError:
        return "lost with its file"
    if len(stored) < stretch.end - stretch.start:
        return "lost: the file ends before or inside its record"
    try:
        record = warc.read_record(captures_dir, stretch.file, stretch.start)
    except warc.DamagedRecordError as damage:
        return damage.reason
    fault = _fault_of_record(record, stored)
    if fault:
        return fault
    if capture.record_id != record.headers.get("warc-record-id", "").strip("<>"):
        return "another record lies in its place"
    if capture.refers_to is None and capture.body_sha256 not in (None, hashlib.sha256(record.body).hexdigest()):
        return "its body does not match the hash in the ledger"
    if capture.record_sha256 != hashlib.sha256(stored).hexdigest():
        return "its bytes do not match the hash in the ledger"
    differing = [name for name in _COMPARED if _in_ledger(capture, name) != record.metadata.get(name)]
    if differing:
        return f"its row in the ledger is not what its record says: {', '.join(differing)}"
    return None


def _in_ledger(capture: Capture, name: str) -> object:
    value = getattr(capture, name)
    return json.dumps([list(hop) for hop in value]) if name == "redirects" else value


def _check_between(captures_dir: Path, stretch: _Stretch) -> list[Damage]:
    """Records that no row speaks of: warcinfo, requests, redirects."""
    found = []
    position = stretch.start
    while position < stretch.end:
        try:
            for member in warc.members(captures_dir / stretch.file, position, stretch.end):
                record = warc.parse_record(member.content, stretch.file, member.offset)
                position = member.offset + member.length
                with (captures_dir / stretch.file).open("rb") as stream:
                    stream.seek(member.offset)
                    fault = _fault_of_record(record, stream.read(member.length))
                if fault:
                    address = record.headers.get("warc-target-uri")
                    found.append(Damage(f"a {record.kind} record: {fault}", stretch.file, member.offset, None, address))
            return found
        except warc.DamagedRecordError as damage:
            found.append(Damage(damage.reason, stretch.file, damage.offset))
            following = warc.next_member(captures_dir / stretch.file, damage.offset + 1)
            position = stretch.end if following is None else following
    return found


def _fault_of_record(record: warc.Record, stored: bytes) -> str | None:
    if not stored.startswith(warc.MEMBER_HEADER):
        return "its gzip header was changed"
    stated = record.headers.get("warc-block-digest")
    if stated and stated != record.block_digest:
        return "its bytes do not match its digest"
    return None
