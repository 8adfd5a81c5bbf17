"""Addresses of Datasette's own table pages, with the facets that they show unasked, and the same of stock Datasette.

Stock Datasette knows no facets and no order of a table, so its addresses name them.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from itertools import cycle, islice
from urllib.parse import urlencode

from archive.ddl import indexes
from archive.schema import TABLES
from archive.tables import Table

_LARGE = 50_000  # rows of the full archive: smaller tables are no question of speed
_LARGEST = "appearances"
Addresses = tuple[str, list[str], list[str]]


def addresses(connection: sqlite3.Connection, chance: random.Random, size: int, share: float) -> Iterator[Addresses]:
    """What is measured, with as many addresses of ours and of stock Datasette as ``size`` says.

    The largest table is measured alone, the other large ones in turn. ``share`` is that of the full archive.
    """
    counts = dict(connection.execute("select name, row_count from described_tables"))
    large = [table for table in TABLES.values() if (counts[table.name] or 0) >= _LARGE * share]
    others = [table for table in large if table.name != _LARGEST]
    for name, tables in ((f"table {_LARGEST}", [TABLES[_LARGEST]]), ("other large tables", others)):
        faceted = [table for table in tables if table.facets]
        for asked, questions in (
            ("", [(table, {}) for table in tables]),
            (", one facet chosen", [one for table in faceted for one in _narrowed(connection, table, chance)]),
            (", sorted", [(table, order) for table in tables for order in _orders(table)]),
        ):
            chance.shuffle(questions)
            chosen = list(islice(cycle(questions), size))
            yield f"{name}{asked}", [_ours(*one) for one in chosen], [_stock(*one) for one in chosen]


def _narrowed(
    connection: sqlite3.Connection, table: Table, chance: random.Random
) -> Iterator[tuple[Table, dict[str, str]]]:
    """Each facet with its most frequent value, which costs most, and some others."""
    for facet in table.facets:
        found = connection.execute(
            f"select {facet} from {table.name} where {facet} is not null group by 1 order by count(*) desc"
        )
        values = [str(row[0]) for row in found]
        for value in (*values[:1], *chance.sample(values, min(2, len(values)))):
            yield table, {facet: value}


def _orders(table: Table) -> Iterator[dict[str, str]]:
    """Every order that a table is offered in."""
    for column in dict.fromkeys([table.key, *(columns[0] for columns in indexes(table))]):
        yield {"_sort": column}
        yield {"_sort_desc": column}


def _ours(table: Table, asked: dict[str, str]) -> str:
    return f"/archive/{table.name}?{urlencode(asked)}"


def _stock(table: Table, asked: dict[str, str]) -> str:
    order = {}
    if table.sort and not any(key.startswith("_sort") for key in asked):
        order = {"_sort_desc" if table.sort.startswith("-") else "_sort": table.sort.lstrip("-")}
    facets = [("_facet", facet) for facet in table.facets]
    return f"/archive/{table.name}?{urlencode([*asked.items(), *order.items(), *facets])}"
