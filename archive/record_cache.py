"""``cache/records.db``: what the parsers made of each body, so that nothing is parsed twice.

The file can be deleted at any time, also in the middle of a build; a damaged one is made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_PER_TRANSACTION = 200


class RecordCache:
    """Readings (`archive.readings`) by key. Written by one process at a time."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._waiting = 0
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError:
            self._remove()
            self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # losing it costs time only
            connection.execute(
                "CREATE TABLE IF NOT EXISTS readings"
                " (key BLOB PRIMARY KEY, version TEXT NOT NULL, reading BLOB NOT NULL) STRICT"
            )
            connection.execute("SELECT count(*) FROM readings WHERE version IS NULL").fetchone()
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The cached ones of these keys."""
        found = {}
        for key in keys:
            with suppress(sqlite3.DatabaseError):
                row = self._connection.execute("SELECT reading FROM readings WHERE key = ?", (key,)).fetchone()
                if row is not None:
                    found[key] = row[0]
        return found

    def put(self, version: str, readings: dict[bytes, bytes]) -> None:
        """Keep these; made durable every few hundred, so that a build that was cut off has not worked for nothing."""
        if not readings:
            return
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)",
            [(key, version, reading) for key, reading in readings.items()],
        )
        self._waiting += len(readings)
        if self._waiting >= _PER_TRANSACTION:
            self._commit()

    def keep_only(self, version: str) -> None:
        """Forget what other versions of the parsers read."""
        self._commit()
        gone = self._connection.execute("DELETE FROM readings WHERE version <> ?", (version,)).rowcount
        if gone:
            self._connection.execute("VACUUM")

    def close(self) -> None:
        """Keep what waits and close the file."""
        self._commit()
        self._connection.close()

    def _commit(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._waiting = 0
