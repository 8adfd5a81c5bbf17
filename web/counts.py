"""How many rows of a table have which values, counted once for each file.

The file never changes while it is served, so the distinct combinations of the columns that the metadata names as facets
of a table are counted once. From these come the facets of Datasette's table pages (`web.facets`) and the number of rows
above them: SQLite counts four hundred thousand entries of an index anew for each page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from datasette.database import Results
from datasette.utils import escape_sqlite

from web.site import site_of

_KEPT = 512  # narrowings of one table whose counts are kept
# The question for the number of rows of a table page that is narrowed by values of columns.
_COUNTING = re.compile(r"select count\(\*\) from (?P<table>\w+) where (?P<conditions>.+) ")
_CONDITION = re.compile(r'"(?P<column>\w+)" = :(?P<name>p\d+)')

Values = tuple[Any, ...]
Ranked = list[tuple[Any, int]]


class Counts:
    """How many rows of a table have which combination of values in some of its columns."""

    def __init__(self, columns: Sequence[str], combinations: Sequence[tuple[Values, int]]) -> None:
        self.columns = tuple(columns)
        self._combinations = combinations
        # Of each column, the combinations by its values as they stand in an address; null is no value.
        self._by_value: list[dict[str, list[tuple[Values, int]]]] = [{} for _ in self.columns]
        for combination in combinations:
            for known, value in zip(self._by_value, combination[0], strict=True):
                if value is not None:
                    known.setdefault(str(value), []).append(combination)
        self.narrowed = lru_cache(_KEPT)(self._narrowed)

    def _narrowed(self, wanted: frozenset[tuple[str, str]]) -> tuple[int, dict[str, Ranked]]:
        """How many rows have the wanted values, and of each column its values among them, the most frequent first."""
        places = [(self.columns.index(column), text) for column, text in wanted]
        fitting = min((self._by_value[place].get(text, []) for place, text in places), key=len, default=None)
        total = 0
        counters: list[Counter[Any]] = [Counter() for _ in self.columns]
        for values, times in self._combinations if fitting is None else fitting:
            if all(values[place] is not None and str(values[place]) == text for place, text in places):
                total += times
                for counter, value in zip(counters, values, strict=True):
                    counter[value] += times
        return total, {column: _ranked(counter) for column, counter in zip(self.columns, counters, strict=True)}


def _ranked(counter: Counter[Any]) -> Ranked:
    """In the order of Datasette: by number, then by value."""
    found = [(value, times) for value, times in counter.items() if value is not None]
    return sorted(found, key=lambda entry: (-entry[1], entry[0]))


async def counts_of(datasette: Any, database: str, table: str) -> Counts | None:
    """The counts of a table by the facets that its metadata names; None where it names none or its file may change."""
    named = (datasette.table_metadata(database, table) or {}).get("facets") or ()
    columns = tuple(dict.fromkeys(one for one in named if isinstance(one, str)))
    asked = datasette.databases[database]
    if not columns or asked.is_mutable:
        return None

    def ask(connection: Any) -> Counts:
        return site_of(datasette).once(f"counts of {database}.{table}", lambda: _count(connection, table, columns))

    found: Counts = await asked.execute_fn(ask)
    return found


def _count(connection: Any, table: str, columns: Sequence[str]) -> Counts:
    """Count. It takes as long as it takes: a facet that is left out would not be missed."""
    names = ", ".join(map(escape_sqlite, columns))
    rows = connection.execute(f"select {names}, count(*) from {escape_sqlite(table)} group by {names}")
    return Counts(columns, [(tuple(row[:-1]), row[-1]) for row in rows])


def quoted(column: str) -> str:
    """A column as Datasette writes it in a condition."""
    escaped = str(escape_sqlite(column))
    return f'"{column}"' if escaped == column else escaped


def answer_from_counts(datasette: Any) -> None:
    """Let the archive's database answer the number of rows of a table page from the counts, where they know it."""
    database = datasette.databases[site_of(datasette).database]
    ask_sqlite = database.execute

    async def execute(sql: str, params: Any = None, **how: Any) -> Any:
        number = await _counted(datasette, database.name, sql, params)
        if number is None:
            return await ask_sqlite(sql, params, **how)
        return Results([(number,)], False, (("count(*)",),))

    database.execute = execute


async def _counted(datasette: Any, database: str, sql: str, params: Any) -> int | None:
    """The answer to ``select count(*)`` with nothing but values of counted columns; None to any other statement, and
    where no row is known: a value may be spelt otherwise than in the file ("02019").
    """
    asked = _COUNTING.fullmatch(sql)
    conditions = [_CONDITION.fullmatch(one) for one in asked["conditions"].split(" and ")] if asked else []
    if not asked or not all(conditions) or not isinstance(params, Mapping):
        return None
    wanted = frozenset((one["column"], str(params[one["name"]])) for one in conditions if one)
    counts = await counts_of(datasette, database, asked["table"])
    if counts is None or not all(column in counts.columns for column, _ in wanted):
        return None
    return counts.narrowed(wanted)[0] or None
