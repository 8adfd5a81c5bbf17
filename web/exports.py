"""Whole tables and lists as files, row by row, however long: CSV, newline-delimited JSON, JSON.

Datasette cuts CSV off; a cut file looks like a whole one. Here nothing is cut, memory stays flat, and a transfer has a
connection of its own, so that slow readers keep nobody from reading pages.

CSV is safe to open in a spreadsheet: a text that a spreadsheet would take for a formula gets an apostrophe in front, as
OWASP advises. JSON has the text as it is.
"""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import Any

from web.reading import Value

_ROWS_AT_ONCE = 2_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Write = Callable[[str], Awaitable[None]]
Chunks = Callable[[Sequence[str], Iterable[Sequence[Value]]], Iterator[str]]


def safe(value: Value) -> Value:
    """A value as a cell of CSV: never a formula. Numbers stay numbers."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def csv_text(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """A whole CSV file, for short lists."""
    return "".join(csv_chunks(head, rows))


def csv_chunks(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """CSV after RFC 4180, some thousand rows at a time."""
    yield _csv([head])
    rows = iter(rows)
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield _csv(some)


def ndjson_chunks(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """One JSON object on each line."""
    rows = iter(rows)
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield "".join(_object(head, row) + "\n" for row in some)


def json_chunks(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """One JSON array."""
    before = "["
    rows = iter(rows)
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield before + ",\n".join(_object(head, row) for row in some)
        before = ",\n"
    yield ("[" if before == "[" else "") + "]\n"


FORMS: dict[str, tuple[Chunks, str]] = {
    "csv": (csv_chunks, "text/csv; charset=utf-8"),
    "ndjson": (ndjson_chunks, "application/x-ndjson; charset=utf-8"),
    "json": (json_chunks, "application/json; charset=utf-8"),
}


async def stream(path: str, sql: str, values: Sequence[Value], chunks: Chunks, write: Write) -> None:
    """Send all rows of a statement, made in a thread of its own."""
    loop = asyncio.get_running_loop()
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True, check_same_thread=False)
    with closing(connection):
        cursor = await loop.run_in_executor(None, connection.execute, sql, values)
        head = [column[0] for column in cursor.description]
        pieces = chunks(head, cursor)
        while (piece := await loop.run_in_executor(None, next, pieces, None)) is not None:
            await write(piece)


def _csv(rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([safe(value) for value in row] for row in rows)
    return text.getvalue()


def _object(head: Sequence[str], row: Sequence[Value]) -> str:
    return json.dumps(dict(zip(head, row, strict=True)), ensure_ascii=False)
