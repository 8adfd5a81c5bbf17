"""Datasette's facets of whole tables, from counts that are taken once for each file (`web.counts`).

Datasette counts anew on every request: a million rows for each facet, and one that takes too long is left out. Here the
default facets of a table are read from the counts, as long as the rows are narrowed by nothing but values of the same
columns. Everything else is asked of Datasette itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from datasette.facets import ColumnFacet
from datasette.utils import escape_sqlite, path_with_removed_args

from web.counts import Ranked, counts_of, quoted

# What else narrows the rows: by words, by SQL, by rows of another table.
_NARROWING = ("_search", "_where", "_through", "_fts_table", "_fts_pk")


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
        counts = await counts_of(self.ds, self.database, self.table) if self.table else None
        wanted = self._wanted(counts.columns) if counts else None
        if counts is None or wanted is None:
            return {}
        total, known = counts.narrowed(wanted)
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
            conditions = [f"{quoted(column)} = :p{place}" for place, (column, _) in enumerate(sorted(wanted))]
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
        asked = self.get_querystring_pairs()
        kept = [(key, value) for key, value in asked if value and key != "_next"]
        start = self.ds.absolute_url(self.request, self.ds.urls.path(self.request.path))
        for value, times in shown:
            chosen = (column, str(value))
            selected = chosen in asked
            led = [pair for pair in kept if pair != chosen] if selected else [*kept, chosen]
            yield {
                "value": value,
                "label": labels.get((column, value), value),
                "count": times,
                "toggle_url": f"{start}?{urlencode(led)}" if led else start,
                "selected": selected,
            }


def _column(config: dict[str, Any]) -> str:
    asked = config["config"]
    return str(asked.get("column") or asked["simple"])


def with_counts(classes: list[list[type]]) -> list[list[type]]:
    """The classes of facets of all plugins, with ours in the place of the one that it extends."""
    return [[CountedFacet if one is ColumnFacet else one for one in some] for some in classes]
