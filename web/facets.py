"""Datasette's facets of whole tables, from counts that are taken once for each file.

Datasette counts anew on every request: a million rows for each facet, and one that takes too long is left out. The file
never changes while it is served, so the distinct combinations of the columns that the metadata names as facets of a
table are counted once. From these come its default facets, as long as the rows are narrowed by nothing but values of
the same columns. Everything else is asked of Datasette itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from datasette.facets import ColumnFacet
from datasette.utils import escape_sqlite, path_with_added_args, path_with_removed_args

from web.site import site_of

_KEPT = 512  # narrowings of one table whose counts are kept
# What else narrows the rows: by words, by SQL, by rows of another table.
_NARROWING = ("_search", "_where", "_through", "_fts_table", "_fts_pk")

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


class CountedFacet(ColumnFacet):  # type: ignore[misc]  # Datasette has no types
    """The column facet of Datasette, which knows the counts of the metadata's facets."""

    _only: dict[str, Any] | None = None

    def get_configs(self) -> list[dict[str, Any]]:
        """The facets that are asked for; the one that is worked on, while it is."""
        configs: list[dict[str, Any]] = super().get_configs() if self._only is None else [self._only]
        return configs

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The facets, and the columns for which counting took too long."""
        known = await self._known()
        if not known:
            results: tuple[list[dict[str, Any]], list[str]] = await super().facet_results()
            return results
        found, late = [], []
        for config in self.get_configs():
            column = _column(config)
            if column in known:
                found.append(await self._result(column, config["source"], known[column]))
            else:
                self._only = config
                more, missed = await super().facet_results()
                self._only = None
                found += more
                late += missed
        return found, late

    async def _known(self) -> dict[str, Ranked]:
        """Counts of the metadata's facets over the rows that are asked for; nothing where they are not known."""
        named = (_column(one) for one in self.get_configs() if one["source"] == "metadata")
        columns = tuple(dict.fromkeys(column for column in named if not column.startswith("_")))
        database = self.ds.databases[self.database]
        if not columns or not self.table or database.is_mutable:
            return {}
        wanted = self._wanted(columns)
        if wanted is None:
            return {}
        table = self.table

        def ask(connection: Any) -> tuple[int, dict[str, Ranked]]:
            key = f"facets of {self.database}.{table}"
            counts: Counts = site_of(self.ds).once(key, lambda: _count(connection, table, columns))
            return counts.narrowed(wanted)

        total, known = await database.execute_fn(ask)
        # Nothing is found of a value that is spelt otherwise than in the file ("02019"). If the numbers of rows differ,
        # another plugin narrows the rows as well.
        return known if total and self.row_count in (None, total) else {}

    def _wanted(self, columns: Sequence[str]) -> frozenset[tuple[str, str]] | None:
        """The values that the rows are narrowed to; None if they are narrowed by anything else."""
        wanted = []
        for key, value in self.get_querystring_pairs():
            if key.startswith(_NARROWING):
                return None
            if key.startswith("_") and "__" not in key:
                continue  # says how to show the rows, not which
            column = key.removesuffix("__exact")
            if column not in columns:
                return None
            wanted.append((column, value))
        if "_next" not in self.request.args:
            # What Datasette made of it, to be sure.
            conditions = [f"{_quoted(column)} = :p{place}" for place, (column, _) in enumerate(sorted(wanted))]
            where = f"where {' and '.join(conditions)} " if conditions else ""
            expected = f" from {escape_sqlite(self.table)} {where}"
            if not self.sql.endswith(expected) or len(self.params) != len(wanted):
                return None
        return frozenset(wanted)

    async def _result(self, column: str, source: str, ranked: Ranked) -> dict[str, Any]:
        """One facet in the form that Datasette gives it.

        On later pages of a list Datasette counts the rows that are left; here it is all of them, and links lead to the
        first page.
        """
        size = self.get_facet_size()
        shown = ranked[:size]
        labels = await self.ds.expand_foreign_keys(self.database, self.table, column, [value for value, _ in shown])
        return {
            "name": column,
            "type": self.type,
            "hideable": source != "metadata",
            "toggle_url": self.ds.urls.path(path_with_removed_args(self.request, {"_facet": column})),
            "results": list(self._values(column, shown, labels)),
            "truncated": len(ranked) > size,
        }

    def _values(self, column: str, shown: Ranked, labels: dict[tuple[str, Any], Any]) -> Iterator[dict[str, Any]]:
        pairs = self.get_querystring_pairs()
        for value, times in shown:
            selected = (column, str(value)) in pairs
            change = path_with_removed_args if selected else path_with_added_args
            path = change(self.request, {column: str(value)})
            if "_next" in self.request.args and "?" in path:
                path = path_with_removed_args(self.request, {"_next"}, path=path)
            yield {
                "value": value,
                "label": labels.get((column, value), value),
                "count": times,
                "toggle_url": self.ds.absolute_url(self.request, self.ds.urls.path(path)),
                "selected": selected,
            }


def _column(config: dict[str, Any]) -> str:
    asked = config["config"]
    return str(asked.get("column") or asked["simple"])


def _quoted(column: str) -> str:
    """A column as Datasette writes it in a condition."""
    escaped = str(escape_sqlite(column))
    return f'"{column}"' if escaped == column else escaped


def _count(connection: Any, table: str, columns: Sequence[str]) -> Counts:
    """Count. It takes as long as it takes: a facet that is left out would not be missed."""
    names = ", ".join(map(escape_sqlite, columns))
    rows = connection.execute(f"select {names}, count(*) from {escape_sqlite(table)} group by {names}")
    return Counts(columns, [(tuple(row[:-1]), row[-1]) for row in rows])


def with_counts(classes: list[list[type]]) -> list[list[type]]:
    """The classes of facets of all plugins, with ours in the place of the one that it extends."""
    return [[CountedFacet if one is ColumnFacet else one for one in some] for some in classes]
