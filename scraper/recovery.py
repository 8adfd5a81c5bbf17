"""What happens when the store is opened for writing: bytes and rows are brought together again.

The ledger knows how far each WARC file was acknowledged. Whole records beyond that get their row from what they carry
with them; a torn record at the end is cut off; nothing that any row speaks of is ever touched. An empty ledger beside
full WARC files is the same case: every record gets its row again, with the id it had.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scraper import warc
from scraper.ledger import Ledger
from scraper.pages import Pages, Sighting
from scraper.rows import CARRIED, insert_capture, newest_id
from scraper.warc_files import own_files


def recover(ledger: Ledger, pages: Pages, captures_dir: Path) -> Iterator[str]:
    """Mend what a killed process left; one sentence for each thing mended or found wrong."""
    known = dict(ledger.connection.execute("SELECT name, length FROM warc_files"))
    files = {path.name: path for path in own_files(captures_dir)}
    for name in sorted(known.keys() - files.keys()):
        yield from _retire(ledger, name, f"captures/{name} is missing")
    for name, path in files.items():
        size, acknowledged = path.stat().st_size, known.get(name, 0)
        if size < acknowledged:
            yield from _retire(ledger, name, f"captures/{name} is {acknowledged - size:,} bytes shorter than it was")
        elif size > acknowledged or name not in known:
            yield from _Tail(ledger, pages, path, acknowledged, is_known=name in known).take_up()


def _retire(ledger: Ledger, name: str, finding: str) -> Iterator[str]:
    """Never append to a damaged file again; say so once."""
    with ledger.transaction() as connection:
        cursor = connection.execute(
            "UPDATE warc_files SET closed_at = strftime('%Y-%m-%dT%H:%M:%SZ') WHERE name = ? AND closed_at IS NULL",
            (name,),
        )
    if cursor.rowcount:
        yield f"{finding}; iom-archive verify names what was lost"


@dataclass(slots=True)
class _Tail:
    """What lies beyond the acknowledged bytes of one file."""

    ledger: Ledger
    pages: Pages
    path: Path
    start: int
    is_known: bool  # to the ledger; else it lost it, or was killed while beginning the file
    end: int = 0
    info_id: str = ""
    started_at: str = ""
    adopted: int = 0
    torn: int = 0
    damage: list[str] = field(default_factory=list)

    def take_up(self) -> Iterator[str]:
        """Give rows to the whole records, cut off a torn end; one transaction for the file."""
        name = self.path.name
        with self.ledger.transaction() as connection:
            if not self.is_known:
                connection.execute("INSERT INTO warc_files VALUES (?, 0, '', '', NULL)", (name,))
            self.end = self.start
            for member in self._members():
                self._adopt(connection, member)
                self.end = member.offset + member.length
            self._write_down(connection)
        if self.torn:
            with self.path.open("r+b") as stream:
                stream.truncate(self.end)
        if not self.end:
            self.path.unlink()  # not even its first record was whole
        if self.torn:
            yield f"captures/{name}: cut off {self.torn:,} bytes of a record that a killed run had not finished"
        yield from self.damage
        if self.adopted:
            captures = f"{self.adopted:,} capture{'s' * (self.adopted != 1)}"
            yield f"captures/{name}: recorded {captures} that were stored, but that the ledger did not know"

    def _members(self) -> Iterator[warc.Member]:
        """Every whole record, also after a damaged stretch; finds out what the end is."""
        position = self.start
        while True:
            try:
                for member in warc.members(self.path, position):
                    position = member.offset + member.length
                    yield member
                return
            except warc.DamagedRecordError as damage:
                following = warc.next_member(self.path, damage.offset + 1)
                if following is None and (damage.torn or self.is_known):
                    self.torn = self.path.stat().st_size - damage.offset
                    return
                self.damage.append(f"captures/{self.path.name} is damaged at byte {damage.offset:,}: {damage.reason}")
                if following is None:
                    self.end = self.path.stat().st_size  # kept as it is; what it held may yet be read by other means
                    return
                position = following

    def _write_down(self, connection: sqlite3.Connection) -> None:
        name = self.path.name
        if not self.end:
            connection.execute("DELETE FROM warc_files WHERE name = ?", (name,))
            return
        connection.execute(
            "UPDATE warc_files SET length = ?1, info_id = iif(?2 = '', info_id, ?2), "
            "started_at = iif(?3 = '', started_at, ?3) WHERE name = ?4",
            (self.end, self.info_id, self.started_at, name),
        )
        if self.damage:
            connection.execute(
                "UPDATE warc_files SET closed_at = strftime('%Y-%m-%dT%H:%M:%SZ') WHERE name = ?", (name,)
            )

    def _adopt(self, connection: sqlite3.Connection, member: warc.Member) -> None:
        """Insert the row that a record carries; records without one (requests, redirects) need none."""
        record = warc.parse_record(member.content, self.path.name, member.offset)
        record_id = record.headers.get("warc-record-id", "").strip("<>")
        if record.kind == "warcinfo":
            self.info_id, self.started_at = record_id, record.headers.get("warc-date", "")
            return
        carried = record.metadata
        if "captured_at" not in carried:
            return
        row: dict[str, Any] = {name: carried.get(name) for name in CARRIED}
        row["id"] = max(row["id"], newest_id(connection) + 1)  # the id it had, as long as that was not given again
        row["page_id"] = self.pages.settle(Sighting.carried(carried), page_id=carried["page_id"])
        row["run_id"] = _existing_run(connection, row["run_id"])
        row["refers_to"] = _referred(connection, carried)
        row |= {"warc_file": self.path.name, "warc_offset": member.offset, "warc_length": member.length}
        row |= {"record_id": record_id, "record_sha256": member.sha256}
        insert_capture(connection, row)
        self.adopted += 1


def _existing_run(connection: sqlite3.Connection, run_id: int | None) -> int | None:
    row = connection.execute("SELECT id FROM runs WHERE id = ?", (run_id,)).fetchone()
    return int(row[0]) if row else None


def _referred(connection: sqlite3.Connection, carried: dict[str, Any]) -> int | None:
    """The capture whose record holds the body of a revisit."""
    if "body_at" not in carried:
        return None
    row = connection.execute(
        "SELECT id FROM captures WHERE warc_file = ? AND warc_offset = ?", tuple(carried["body_at"])
    ).fetchone()
    return int(row[0]) if row else None
