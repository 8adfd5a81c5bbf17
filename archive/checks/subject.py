"""What is judged: a built archive, beside the last one that was published."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from archive import info
from archive.settings import DataFolder


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may change from one snapshot to the next. Shares are 0 to 1."""

    least_rows: int = 20  # of fewer rows no share is worth anything
    fill_drop: float = 0.20  # of a field's fill rate
    rows_shrink: float = 0.10  # of a table
    size_shrink: float = 0.20  # of the file
    size_growth: float = 0.50
    leftovers: float = 0.50  # of the pages that were read
    leftovers_rise: float = 0.10
    lost_by_parsers: float = 0.05  # of a table's rows, when newer parsers no longer read them
    quality_drop: float = 0.03  # of a field's F1
    floors: Mapping[tuple[str, str], int] = field(default_factory=dict)  # (host, kind) -> pages


@dataclass(frozen=True, slots=True)
class Subject:
    """The archive, open for reading; the one before it is attached as ``before`` if there is one."""

    data: DataFolder
    archive: Path
    connection: sqlite3.Connection
    limits: Limits
    has_before: bool

    def columns(self, table: str, schema: str = "main") -> frozenset[str]:
        """Columns of a table as the file has them; none if it has no such table."""
        return frozenset(row[1] for row in self.connection.execute(f"PRAGMA {schema}.table_info({table})"))

    def common(self, table: str) -> bool:
        """Whether both files have the table."""
        return self.has_before and bool(self.columns(table, "before"))


@contextmanager
def opened(data: DataFolder, archive: Path, before: Path | None, limits: Limits) -> Iterator[Subject]:
    """Open both files. Raises ArchiveError where one is missing, damaged or of a newer version."""
    if before is not None:
        info.open_archive(before).close()
    with closing(info.open_archive(archive)) as connection:
        if before is not None:
            connection.execute("ATTACH ? AS before", (f"{before.absolute().as_uri()}?mode=ro",))
        yield Subject(data, archive, connection, limits, before is not None)
