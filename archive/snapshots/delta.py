"""What differs between two databases, row by row, for machines.

``delta.ndjson.gz`` has one JSON object a line, by table in the order of the data dictionary, within a table gone,
changed and added rows, each in the order of the key::

    {"table": "events", "op": "gone",    "key": 5, "row": {"id": 5, "name": "…", …}}
    {"table": "events", "op": "changed", "key": 6, "old": {"name": "…"}, "new": {"name": "…"}}
    {"table": "events", "op": "added",   "key": 7, "row": {"id": 7, "name": "…", …}}

``old`` and ``new`` hold the columns that differ. `apply` makes the later rows of the earlier ones. A column that one of
the two files lacks counts as null there. Where a page or a person was taken out since, no line says what was there
before: ``row`` of what is gone and ``old`` are left out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from archive import info
from archive.corrections import Corrections
from archive.ddl import quoted
from archive.snapshots.exports import exported
from archive.snapshots.files import gzipped
from archive.tables import Table

FILE = "delta.ndjson.gz"
SUMMARY = "delta.json"

# Columns and tables that tell of the work (a page was looked at once more), not of what the pages say.
CHECKING = {
    "pages": {"last_seen", "last_checked", "capture_count"},
    "events": {"captured_at"},
    "press_releases": {"captured_at"},
    "revisions": {"last_capture_id", "last_captured_at", "capture_count", "parser_version"},
}
OF_THE_WORK = {"captures", "runs", "quality", "archive_info", "described_tables", "described_columns"}

Row = dict[str, Any]


@dataclass(slots=True)
class TableDelta:
    """How many rows of a table differ. ``checked_only`` of the changed ones tell of nothing but another look."""

    added: int = 0
    changed: int = 0
    gone: int = 0
    checked_only: int = 0
    columns_added: list[str] = field(default_factory=list)
    columns_gone: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone or self.columns_added or self.columns_gone)


@dataclass(slots=True)
class Delta:
    """The difference in numbers. ``previous`` names the earlier snapshot."""

    previous: str
    without_earlier_values: bool = False  # because of a page or person that was taken out
    tables: dict[str, TableDelta] = field(default_factory=dict)

    @property
    def of_the_pages(self) -> dict[str, TableDelta]:
        """What differs in what the pages say: tables with more than work done."""
        return {
            name: table
            for name, table in self.tables.items()
            if name not in OF_THE_WORK and (table.added or table.gone or table.changed > table.checked_only)
        }

    def to_dict(self) -> dict[str, Any]:
        """As ``delta.json`` has it: only tables that differ."""
        return {
            "previous": self.previous,
            "without_earlier_values": self.without_earlier_values,
            "tables": {name: asdict(table) for name, table in self.tables.items()},
        }


def write(now: Path, before: Path, previous: str, target: Path, stated: Corrections | None = None) -> Delta:
    """Compare two databases and write the lines. Raises ArchiveError where one cannot be read.

    ``stated`` says which pages and people are taken out; what ``before`` held of them is not told.
    """
    delta = Delta(previous)
    info.open_archive(before).close()
    with closing(info.open_archive(now)) as connection, gzipped(target) as stream:
        connection.execute("ATTACH ? AS before", (f"{before.absolute().as_uri()}?mode=ro",))
        delta.without_earlier_values = _holds_what_was_taken_out(connection, stated or Corrections())
        for table in exported():
            counted = TableDelta()
            for line in _lines(connection, table, counted):
                if delta.without_earlier_values:
                    line.pop("old", None)
                    if line["op"] == "gone":
                        del line["row"]
                stream.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
            if counted:
                delta.tables[table.name] = counted
    return delta


def _holds_what_was_taken_out(connection: sqlite3.Connection, stated: Corrections) -> bool:
    """Whether the earlier database holds a page that is withheld, or names a person who is left out."""
    addresses = [entry.page for entry in stated.withheld]
    held = f"SELECT 1 FROM before.page_addresses WHERE address IN ({', '.join('?' * len(addresses))})"  # noqa: S608
    if connection.execute(held, addresses).fetchone():
        return True
    blocked = stated.blocked
    names = connection.execute("SELECT name FROM before.people_names") if blocked.keys else ()
    texts = connection.execute("SELECT text FROM before.revision_texts") if blocked.keys else ()
    return any(blocked.names(name) for (name,) in names) or any(blocked.finds(text) for (text,) in texts)


def _lines(connection: sqlite3.Connection, table: Table, counted: TableDelta) -> Iterator[Row]:
    name, key = table.name, table.key
    then = [row[1] for row in connection.execute(f"PRAGMA before.table_info({name})")]
    now = [column.name for column in table.columns]
    if not then:
        connection.execute(f"CREATE TEMP VIEW IF NOT EXISTS no_{name} AS SELECT * FROM main.{name} WHERE 0")  # noqa: S608
    before = f"before.{name}" if then else f"no_{name}"
    counted.columns_added = [column for column in now if column not in then]
    counted.columns_gone = [column for column in then if column not in now]
    for row in _only_in(connection, before, f"main.{name}", key, then or now):
        counted.gone += 1
        yield {"table": name, "op": "gone", "key": row[key], "row": row}
    for number, old, new in _changed(connection, before, name, key, now, then):
        counted.changed += 1
        counted.checked_only += CHECKING.get(name, set()).issuperset(new)
        yield {"table": name, "op": "changed", "key": number, "old": old, "new": new}
    for row in _only_in(connection, f"main.{name}", before, key, now):
        counted.added += 1
        yield {"table": name, "op": "added", "key": row[key], "row": row}


def _only_in(connection: sqlite3.Connection, here: str, there: str, key: str, columns: list[str]) -> Iterator[Row]:
    names = ", ".join(map(quoted, columns))
    query = (
        f"SELECT {names} FROM {here} AS here "  # noqa: S608
        f"WHERE NOT EXISTS (SELECT 1 FROM {there} AS there WHERE there.{key} = here.{key}) ORDER BY {key}"
    )
    for row in connection.execute(query):
        yield dict(zip(columns, row, strict=True))


def _changed(
    connection: sqlite3.Connection, before: str, name: str, key: str, now: list[str], then: list[str]
) -> Iterator[tuple[Any, Row, Row]]:
    columns = [column for column in (*now, *(column for column in then if column not in now)) if column != key]
    olds = [f"was.{quoted(column)}" if column in then else "NULL" for column in columns]
    news = [f"now.{quoted(column)}" if column in now else "NULL" for column in columns]
    if not columns or not then:
        return
    differ = " OR ".join(f"{new} IS NOT {old}" for old, new in zip(olds, news, strict=True))
    query = (
        f"SELECT now.{key}, {', '.join(olds)}, {', '.join(news)} FROM main.{name} AS now "  # noqa: S608
        f"JOIN {before} AS was ON was.{key} = now.{key} WHERE {differ} ORDER BY now.{key}"
    )
    for number, *values in connection.execute(query):
        pairs = zip(columns, values[: len(columns)], values[len(columns) :], strict=True)
        differing = [(column, old, new) for column, old, new in pairs if old != new]
        yield number, {column: old for column, old, _ in differing}, {column: new for column, _, new in differing}


def apply(rows: Mapping[Any, Row], lines: Iterable[Row]) -> dict[Any, Row]:
    """The later rows of one table by key, from the earlier ones and the lines that speak of that table.

    Raises KeyError where the lines do not belong to these rows.
    """
    later = dict(rows)
    for line in lines:
        if line["op"] == "gone":
            del later[line["key"]]
        elif line["op"] == "added":
            later[line["key"]] = line["row"]
        else:
            later[line["key"]] = {**later[line["key"]], **line["new"]}
    return later
