"""The databases of a snapshot: the whole archive, the same without full texts, and a small one for phones.

All are plain SQLite files with ``journal_mode`` delete that open read-only, without extensions, from any folder.
"""

from __future__ import annotations

import dataclasses
import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from archive import ddl, info, schema
from archive.schema import TABLES, VIEWS
from archive.tables import Table

INDEX_LIMIT = 50_000_000  # bytes
TEXTS = "revision_texts"

# What a browser on a phone wants; evidence, texts, captures and problems are in the large files.
_INDEX_TABLES = (
    *("pages", "events", "sessions", "press_releases", "event_mentions", "people", "organizations", "places"),
    *("countries", "series", "themes", "appearances", "involvements", "documents", "taggings", "quality"),
    *("archive_info", "described_tables", "described_columns"),
)
_INDEX_VIEWS = {"agenda": ("sessions", "events", "appearances"), "speakers": ("appearances", "pages", "sessions")}
_LEFT_OUT_FIRST = ("taggings", "documents", "involvements", "event_mentions", "appearances", "sessions", "people")


def copy_whole(archive: Path, target: Path) -> None:
    """All rows, compacted. The same archive gives the same bytes; a running writer does not disturb."""
    with closing(info.open_archive(archive)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def copy_without_texts(source: Path, target: Path) -> None:
    """All rows but the full texts of pages, also out of full-text search. Quoted words of evidence stay."""
    with _new(target, source) as connection:
        for statement in ddl.create_tables():
            connection.execute(statement)
        _copy(connection, (table for table in TABLES.values() if table.name != TEXTS))
        _state(connection, "edition", "without texts", "Which edition this is: full texts of pages are left out.")
        _count_rows(connection, [TEXTS, "archive_info"])
        for statements in (ddl.create_indexes(), ddl.create_search()):
            for statement in statements:
                connection.execute(statement)


def make_index(source: Path, target: Path, limit: int = INDEX_LIMIT) -> tuple[str, ...]:
    """A small database of events, releases, sessions and people; the tables that had to be left out to keep it small.

    Columns that lead to what is not in it are left out as well.
    """
    written: list[int] = []

    def fits(number: int) -> bool:
        """Write it without so many tables; whether it is small enough."""
        left_out = _LEFT_OUT_FIRST[:number]
        target.unlink(missing_ok=True)
        _write_index(source, target, _index_tables(left_out), left_out)
        written.append(number)
        return target.stat().st_size < limit

    if fits(0):
        return ()
    # Each try writes a whole file, so the fewest tables to leave out are found by halving.
    number = 1 + bisect_left(range(1, len(_LEFT_OUT_FIRST)), True, key=fits)
    if written[-1] != number:
        fits(number)
    return _LEFT_OUT_FIRST[:number]


def _index_tables(left_out: Collection[str]) -> dict[str, Table]:
    names = [name for name in _INDEX_TABLES if name not in left_out]
    return {name: _narrowed(TABLES[name], names) for name in names}


def _narrowed(table: Table, names: Collection[str]) -> Table:
    """The table without the columns that lead to tables that are not there."""
    columns = tuple(column for column in table.columns if column.references is None or column.references in names)
    kept = {column.name for column in columns}
    return dataclasses.replace(
        table, columns=columns, indexes=tuple(names for names in table.indexes if kept.issuperset(names))
    )


def _write_index(source: Path, target: Path, tables: dict[str, Table], left_out: Collection[str]) -> None:
    views = [VIEWS[name] for name, needs in _INDEX_VIEWS.items() if tables.keys() >= set(needs)]
    with _new(target, source) as connection:
        for table in tables.values():
            connection.execute(ddl.create_table(table))
        for view in views:
            connection.execute(ddl.create_view(view))
        _copy(connection, tables.values())
        _keep_described(connection, tables, [view.name for view in views])
        _state(connection, "edition", "index", "Which edition this is: the small one, without texts and evidence.")
        if left_out:
            _state(connection, "left_out", ", ".join(left_out), "Tables left out to keep this file small.")
        _count_rows(connection, ["archive_info", "described_tables", "described_columns"])
        for statements in (ddl.create_indexes(tables.values()), ddl.create_search(tables.values())):
            for statement in statements:
                connection.execute(statement)


def _keep_described(connection: sqlite3.Connection, tables: dict[str, Table], views: list[str]) -> None:
    """Describe what is there, and nothing else."""
    kept = [*((table.name, column.name) for table in tables.values() for column in table.columns)]
    kept += [(view, column) for view in views for column in VIEWS[view].columns]
    connection.execute("CREATE TEMP TABLE kept (table_name TEXT, name TEXT)")
    connection.executemany("INSERT INTO kept VALUES (?, ?)", kept)
    connection.execute(
        "DELETE FROM described_columns WHERE (table_name, name) NOT IN (SELECT table_name, name FROM kept)"
    )
    connection.execute("DELETE FROM described_tables WHERE name NOT IN (SELECT table_name FROM kept)")


@contextmanager
def _new(target: Path, source: Path) -> Iterator[sqlite3.Connection]:
    """A new file being filled from ``source``, which is attached under that name."""
    with closing(sqlite3.connect(target, isolation_level=None, uri=True)) as connection:
        # Worth nothing until it is whole, so it needs no journal; it is flushed to the disk before it is published.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA application_id = {info.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION:d}")
        connection.execute("ATTACH ? AS source", (f"{source.absolute().as_uri()}?mode=ro",))
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
        connection.execute("ANALYZE main")


def _copy(connection: sqlite3.Connection, tables: Iterable[Table]) -> None:
    for table in tables:
        columns = ", ".join(ddl.quoted(column.name) for column in table.columns)
        connection.execute(
            f"INSERT INTO main.{table.name} ({columns}) SELECT {columns} FROM source.{table.name} ORDER BY rowid"  # noqa: S608
        )


def _state(connection: sqlite3.Connection, name: str, value: str, meaning: str) -> None:
    connection.execute("INSERT OR REPLACE INTO archive_info VALUES (?, ?, ?)", (name, value, meaning))


def _count_rows(connection: sqlite3.Connection, tables: Iterable[str]) -> None:
    for name in tables:
        connection.execute(
            f"UPDATE described_tables SET row_count = (SELECT count(*) FROM {name}) WHERE name = ?",  # noqa: S608
            (name,),
        )
