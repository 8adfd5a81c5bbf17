"""Reading the archive: plain SQL on one connection, within a time limit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

Value = str | int | float | bytes | None
Row = sqlite3.Row


class TooSlow(Exception):  # noqa: N818  an outcome that is shown to people, no defect
    """A statement ran into the time limit."""


class Reader:
    """Runs statements on a connection. Rows can be read by name, also in templates."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def connection(self) -> sqlite3.Connection:
        """For what is asked of any archive, served or not."""
        return self._connection

    def rows(self, sql: str, *values: Value, **named: Value) -> list[Row]:
        """All rows. Values stand for ``?``, named values for ``:name``. Raises TooSlow."""
        try:
            return self._connection.execute(sql, named or values).fetchall()
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise TooSlow from error
            raise

    def row(self, sql: str, *values: Value, **named: Value) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, *values, **named)
        return found[0] if found else None

    def value(self, sql: str, *values: Value, **named: Value) -> Any:
        """The first value of the first row; None without a row."""
        found = self.row(sql, *values, **named)
        return None if found is None else found[0]

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """Rows one by one, for what is too long for memory."""
        yield from self._connection.execute(sql, values)
