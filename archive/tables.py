"""How a table is described: a dataclass whose fields say what each column means.

`archive.schema` describes every table this way, once. From there come the rows that the build writes (instances of the
dataclass, checked by mypy), the DDL (`archive.ddl`), the data dictionary and Datasette's metadata
(`archive.dictionary`). SQL types follow from the annotations: ``int`` INTEGER, ``str`` TEXT, ``float`` REAL, ``bool``
INTEGER that is 0 or 1; ``| None`` alone makes a column nullable, and ``null`` then says what that means.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, dataclass_transform, get_args, get_origin, get_type_hints

_SQL_TYPES: dict[type, Literal["INTEGER", "TEXT", "REAL"]] = {
    int: "INTEGER",
    bool: "INTEGER",
    str: "TEXT",
    float: "REAL",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column, as the dictionary tells it."""

    name: str
    type: Literal["INTEGER", "TEXT", "REAL"]
    meaning: str
    null: str | None  # what null means; None: the column is never null
    unit: str | None  # how a value is written, or counted: "ISO 8601 day", "characters"
    references: str | None  # table that the column points to
    key: bool
    unique: bool
    index: bool
    truth: bool  # 0 or 1


@dataclass(frozen=True, slots=True)
class Search:
    """Full-text search over a table: ``<table>_fts``.

    ``stem`` is for prose (a search for "migrant" finds "migrants"); names are searched as they are spelt.
    ``content`` is the table or view that holds the columns, where it is not the table itself.
    """

    columns: tuple[str, ...]
    stem: bool
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its columns, and how Datasette shows it."""

    name: str
    title: str
    row: str  # one row is ...
    description: str
    columns: tuple[Column, ...]
    label: str | None
    sort: str | None  # column, with a leading "-" for the largest first
    facets: tuple[str, ...]
    search: Search | None
    indexes: tuple[tuple[str, ...], ...]
    unique: tuple[tuple[str, ...], ...]
    values: Callable[[Any], tuple[Any, ...]]  # an instance's values in the order of the columns

    @property
    def key(self) -> str:
        """Name of the primary key's column."""
        return next(column.name for column in self.columns if column.key)


@dataclass(frozen=True, slots=True)
class View:
    """One view: tables joined into flat rows, for those who would rather not."""

    name: str
    title: str
    row: str
    description: str
    columns: dict[str, str]  # name -> meaning
    sql: str  # the select
    sort: str | None = None
    hidden: bool = False


T = TypeVar("T")
_TABLES: dict[type, Table] = {}


def column(
    meaning: str,
    *,
    null: str | None = None,
    unit: str | None = None,
    references: str | None = None,
    key: bool = False,
    unique: bool = False,
    index: bool = False,
) -> Any:
    """Describe a field of a table's dataclass. Columns that point to another table always get an index."""
    return dataclasses.field(
        metadata={
            "meaning": meaning,
            "null": null,
            "unit": unit,
            "references": references,
            "key": key,
            "unique": unique,
            "index": index or (references is not None and not key),
        }
    )


@dataclass_transform(field_specifiers=(column,))
def table(
    name: str,
    *,
    title: str,
    label: str | None = None,
    sort: str | None = None,
    facets: tuple[str, ...] = (),
    search: Search | None = None,
    indexes: tuple[tuple[str, ...], ...] = (),
    unique: tuple[tuple[str, ...], ...] = (),
) -> Callable[[type[T]], type[T]]:
    """Make a class the row type of a table. The docstring's first line says what a row is, the rest is its description.

    Every facet gets an index. Raises TypeError for a nullable column that does not say what null means, or the reverse.
    """

    def describe(row_type: type[T]) -> type[T]:
        row_type = dataclass(slots=True)(row_type)
        hints = get_type_hints(row_type)
        columns = tuple(
            _column(
                field.name,
                hints[field.name],
                {**field.metadata, "index": field.metadata["index"] or field.name in facets},
            )
            for field in dataclasses.fields(row_type)  # type: ignore[arg-type]
        )
        first, _, rest = (row_type.__doc__ or "").strip().partition("\n")
        _TABLES[row_type] = Table(
            name=name,
            title=title,
            row=first.strip(),
            description=" ".join(rest.split()),
            columns=columns,
            label=label,
            sort=sort,
            facets=facets,
            search=search,
            indexes=indexes,
            unique=unique,
            values=attrgetter(*(column.name for column in columns)),
        )
        return row_type

    return describe


def _column(name: str, hint: Any, said: dict[str, Any]) -> Column:
    nullable = get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)
    if nullable != (said["null"] is not None):
        raise TypeError(f"column {name}: a column that may be null says what null means, and no other does")
    kind = next(arg for arg in get_args(hint) if arg is not type(None)) if nullable else hint
    return Column(name=name, type=_SQL_TYPES[kind], truth=kind is bool, **said)


def table_of(row_type: type) -> Table:
    """The description of a row type."""
    return _TABLES[row_type]


def described() -> dict[str, Table]:
    """Every described table by name, in the order of description."""
    return {table.name: table for table in _TABLES.values()}
