"""Each table as CSV and as Parquet, from one reading of the database.

Both hold every row and column in the order of the key, with the same values: whole numbers, numbers, and words; days
and instants are ISO 8601 words. In CSV (RFC 4180, UTF-8, gzip) words stand in quotation marks and null is an empty
field without them, so null and the empty word differ. CSV is for machines: words that a spreadsheet would take for a
formula ("=SUM…") stand as they are, because a file that changes its data cannot be cited.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import zlib
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from hashlib import sha256 as new_hash
from pathlib import Path
from typing import Any

from archive import ddl, schema, tables
from archive.progress import Progress, Silent
from archive.schema import TABLES
from archive.snapshots import files
from archive.snapshots.files import gzipped, required
from archive.snapshots.shelf import Snapshot
from archive.tables import Table

LEFT_OUT = {"search_index"}  # made for the machine, and made anew from the other tables
_ROWS = 20_000  # to a row group
_LONG_ROWS = {"revision_texts": 500}
_THREADS = 2


def exported() -> list[Table]:
    """The tables that are exported, in the order of the data dictionary."""
    return [table for table in TABLES.values() if table.name not in LEFT_OUT]


def csv_path(table: str) -> str:
    """Where a table's CSV lies below the snapshot's folder."""
    return f"csv/{table}.csv.gz"


def parquet_path(table: str) -> str:
    """Where a table's Parquet file lies below the snapshot's folder."""
    return f"parquet/{table}.parquet"


def writer() -> str:
    """What writes the files, as a hash: where it is the same, the same rows give the same bytes."""
    digest = new_hash(f"{required('pyarrow').__version__} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for module in (__file__, files.__file__, schema.__file__, tables.__file__):
        digest.update(Path(module).read_bytes())
    return digest.hexdigest()


def export(
    database: Path,
    folder: Path,
    progress: Progress | None = None,
    *,
    last: Snapshot | None = None,
    unchanged: Collection[str] = (),
) -> dict[str, int]:
    """Write all tables below ``folder``; the numbers of rows. Raises ArchiveError where pyarrow is not installed.

    ``unchanged`` names tables whose rows are those of the snapshot ``last``. If its files came from this very `writer`
    and still have their hashes, they are linked (copied where the disk has no links) and not written again.
    """
    required("pyarrow")
    progress = progress or Silent()
    wanted = exported()
    progress.stage("exporting tables", len(wanted))
    for name in ("csv", "parquet"):
        (folder / name).mkdir()
    reusable = unchanged if last is not None and last.manifest.get("tables_written_by") == writer() else ()
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="export") as pool:
        under_way = {
            table.name: pool.submit(_provide, database, folder, table, last if table.name in reusable else None)
            for table in wanted
        }
        rows = {}
        for name, future in under_way.items():
            rows[name] = future.result()
            progress.advance()
    return rows


def _provide(database: Path, folder: Path, table: Table, last: Snapshot | None) -> int:
    if last is not None and _take_over(last, folder, (csv_path(table.name), parquet_path(table.name))):
        return int(last.manifest["rows"][table.name])
    return _export(database, folder, table)


def _take_over(last: Snapshot, folder: Path, paths: Collection[str]) -> bool:
    """Bring files of the last snapshot here; False if one is not what it was."""
    hashes = {file["path"]: file["sha256"] for file in last.manifest["files"]}
    try:
        for path in paths:
            try:
                os.link(last.path / path, folder / path)
            except OSError:
                shutil.copyfile(last.path / path, folder / path)
            if files.sha256(folder / path) != hashes.get(path):
                raise OSError(f"{last.path / path} is damaged")
    except OSError:
        for path in paths:
            (folder / path).unlink(missing_ok=True)
        return False
    return True


def _export(database: Path, folder: Path, table: Table) -> int:
    arrow, csv, parquet = required("pyarrow"), required("pyarrow.csv"), required("pyarrow.parquet")
    types = {"INTEGER": arrow.int64(), "TEXT": arrow.string(), "REAL": arrow.float64()}
    form = arrow.schema(
        [arrow.field(column.name, types[column.type], nullable=column.null is not None) for column in table.columns]
    )
    count = 0
    with ExitStack() as stack:
        connection = stack.enter_context(closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)))
        as_csv = stack.enter_context(gzipped(folder / csv_path(table.name)))
        # pyarrow closes what it writes to, and the gzip file needs to be closed after it.
        csv_writer = stack.enter_context(csv.CSVWriter(arrow.PythonFile(_Open(as_csv), mode="w"), form))
        parquet_writer = stack.enter_context(
            parquet.ParquetWriter(folder / parquet_path(table.name), form, compression="zstd")
        )
        for rows in _batches(connection, table):
            columns = [
                arrow.array(values, field.type) for values, field in zip(zip(*rows, strict=True), form, strict=True)
            ]
            batch = arrow.record_batch(columns, schema=form)
            csv_writer.write(batch)
            parquet_writer.write_batch(batch)
            count += len(rows)
    return count


def _batches(connection: sqlite3.Connection, table: Table) -> Iterator[list[tuple[Any, ...]]]:
    columns = ", ".join(ddl.quoted(column.name) for column in table.columns)
    cursor = connection.execute(f"SELECT {columns} FROM {table.name} ORDER BY {table.key}")  # noqa: S608
    while rows := cursor.fetchmany(_LONG_ROWS.get(table.name, _ROWS)):
        yield rows


class _Open:
    """A stream that stays open when told to close."""

    closed = False

    def __init__(self, stream: Any) -> None:
        self.write = stream.write
        self.flush = stream.flush

    def close(self) -> None:
        """Leave it open: whoever opened it closes it."""
