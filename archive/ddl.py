"""SQL that makes the tables of `archive.schema`: tables first, then the load, then indexes and full-text search.

Indexes and full-text search come after the load because that is several times quicker and leaves them compact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.schema import TABLES, VIEWS
from archive.tables import Column, Table, View

# Both tokenizers drop accents, also the stacked ones of Vietnamese (remove_diacritics 2). Letters that Unicode does not
# take apart (ł, ø) are found by the ASCII forms that are kept beside the names.
_STEMMED = "porter unicode61 remove_diacritics 2"
_AS_SPELT = "unicode61 remove_diacritics 2"


def create_tables() -> Iterator[str]:
    """One statement for each table and view."""
    yield from map(create_table, TABLES.values())
    yield from map(create_view, VIEWS.values())


def create_table(table: Table) -> str:
    """The statement that makes one table."""
    columns = [_column(column) for column in table.columns]
    unique = [f"UNIQUE ({', '.join(map(quoted, columns))})" for columns in table.unique]
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(columns + unique) + "\n) STRICT"


def create_view(view: View) -> str:
    """The statement that makes one view."""
    return f"CREATE VIEW {view.name} AS {' '.join(view.sql.split())}"


def create_indexes(tables: Iterable[Table] = TABLES.values()) -> Iterator[str]:
    """One statement for each index: on what points to another table, on facets, and on what tables are sorted by."""
    for table in tables:
        for columns in indexes(table):
            yield (
                f"CREATE INDEX {table.name}_by_{'_and_'.join(columns)} ON {table.name} "
                f"({', '.join(map(quoted, columns))})"
            )


def indexes(table: Table) -> list[tuple[str, ...]]:
    """Columns of each index of a table, without those that another index or key already begins with.

    A facet is indexed with the column that the table is sorted by: rows of one value are then read in their order. All
    facets of a table stand together in one index, from which their values are counted.
    """
    sort = () if table.sort is None else (table.sort.lstrip("-"),)
    facets = [(facet, *sort) for facet in table.facets]
    if len(table.facets) > 1 and not any(set(columns) == set(table.facets) for columns in table.indexes):
        facets.append(table.facets)
    single = [(column.name,) for column in table.columns if column.index or column.name in sort]
    begun = {columns[0] for columns in (*table.indexes, *facets, *table.unique)}
    begun |= {column.name for column in table.columns if column.key or column.unique}
    return [*table.indexes, *facets, *(columns for columns in single if columns[0] not in begun)]


def create_search(tables: Iterable[Table] = TABLES.values()) -> Iterator[str]:
    """Statements that make and fill each full-text index, then pack it."""
    for table in tables:
        if table.search is None:
            continue
        name, content = f"{table.name}_fts", table.search.content or table.name
        yield (
            f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(table.search.columns)}, "
            f'content="{content}", content_rowid="{table.key}", '
            f"tokenize='{_STEMMED if table.search.stem else _AS_SPELT}')"
        )
        yield f"INSERT INTO {name} ({name}) VALUES ('rebuild')"  # noqa: S608
        yield f"INSERT INTO {name} ({name}) VALUES ('optimize')"  # noqa: S608


def search_tables() -> list[str]:
    """Names of the full-text indexes."""
    return [f"{table.name}_fts" for table in TABLES.values() if table.search]


def insert(table: Table) -> str:
    """The statement that inserts one row, with its values in the order of the columns."""
    names = ", ".join(quoted(column.name) for column in table.columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608


def quoted(name: str) -> str:
    """An identifier as SQL wants it, also one that is a word of the language."""
    return f'"{name}"'


def _column(column: Column) -> str:
    words = [quoted(column.name), column.type]
    if column.key:
        words.append("PRIMARY KEY")
    if column.null is None and not (column.key and column.type == "INTEGER"):
        words.append("NOT NULL")
    if column.unique:
        words.append("UNIQUE")
    if column.truth:
        words.append(f"CHECK ({quoted(column.name)} IN (0, 1))")
    if column.references:
        # Datasette follows a key only if the column it points to is named.
        words.append(f"REFERENCES {column.references} ({TABLES[column.references].key})")
    return " ".join(words)
