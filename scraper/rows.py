"""Rows of the ledger's `captures`: their columns, written and read in one place."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from scraper.capture import Capture

COLUMNS = tuple(field.name for field in fields(Capture))
# Columns that say where the bytes lie. All others travel with the record (`scraper.warc.METADATA`), so that a ledger
# can be made anew from WARC files.
PLACE = ("warc_file", "warc_offset", "warc_length", "record_id", "record_sha256", "refers_to")
CARRIED = tuple(name for name in COLUMNS if name not in PLACE)
_SELECTED = ", ".join(f"c.{name}" if name != "page_id" else "ifnull(p.merged_into, p.id)" for name in COLUMNS)
_INSERT = f"INSERT INTO captures ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
SELECT = f"SELECT {_SELECTED} FROM captures AS c JOIN pages AS p ON p.id = c.page_id"  # noqa: S608


def read_capture(row: tuple[Any, ...]) -> Capture:
    """A row that `SELECT` gave."""
    values = dict(zip(COLUMNS, row, strict=True))
    values["redirects"] = tuple((str(address), int(status)) for address, status in json.loads(values["redirects"]))
    return Capture(**values)


def insert_capture(connection: sqlite3.Connection, row: Mapping[str, Any]) -> Capture:
    """Write one row, whose page is resolved; columns that it lacks are null."""
    values = tuple(row.get(name) for name in COLUMNS)
    connection.execute(_INSERT, values)
    return read_capture(values)


def newest_id(connection: sqlite3.Connection) -> int:
    """The newest capture's id, 0 if there is none."""
    return int(connection.execute("SELECT ifnull(max(id), 0) FROM captures").fetchone()[0])


def timestamp(time: datetime) -> str:
    """UTC to the second, as every time in the ledger is written."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
