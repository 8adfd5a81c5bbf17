"""The data dictionary, from the descriptions in `archive.schema`, in three forms.

- ``described_tables`` and ``described_columns`` inside every archive (`describe`);
- ``docs/data-dictionary.md`` (`markdown`);
- the lower part of ``datasette-metadata.yml`` (`metadata`), below the line `MARK`; what stands above it is written by
  hand.

``python -m archive.dictionary`` writes the last two anew; a test fails while they are stale.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from archive.ddl import indexes
from archive.ids import hash_id
from archive.schema import TABLES, VIEWS, DescribedColumn, DescribedTable
from archive.tables import Column, Table, View

ROOT = Path(__file__).parent.parent
DICTIONARY = ROOT / "docs" / "data-dictionary.md"
METADATA = ROOT / "datasette-metadata.yml"
MARK = "      # From here on written by `python -m archive.dictionary`; change archive/schema.py instead.\n"

LICENSE = "Facts are free to use; quoted words and documents belong to IOM and their authors"
SOURCE = "International Organization for Migration (IOM)"
SOURCE_URL = "https://www.iom.int/"


def describe(connection: sqlite3.Connection) -> Iterator[object]:
    """Rows that describe the file they stand in, with the numbers of rows as they are now."""
    for table in TABLES.values():
        described = table.name.startswith("described_")
        rows = _described_rows(table.name) if described else _count(connection, table.name)
        yield DescribedTable(
            name=table.name,
            title=table.title,
            one_row=table.row,
            description=table.description or None,
            row_count=rows,
        )
    for view in VIEWS.values():
        yield DescribedTable(
            name=view.name, title=view.title, one_row=view.row, description=view.description, row_count=None
        )
    yield from _columns()


def _columns() -> Iterator[DescribedColumn]:
    for table in TABLES.values():
        for position, column in enumerate(table.columns, 1):
            yield DescribedColumn(
                id=hash_id("column", table.name, column.name),
                table_name=table.name,
                position=position,
                name=column.name,
                type=column.type,
                meaning=column.meaning,
                unit=column.unit,
                null_means=column.null,
                points_to=column.references,
            )
    for view in VIEWS.values():
        for position, (name, meaning) in enumerate(view.columns.items(), 1):
            yield DescribedColumn(
                id=hash_id("column", view.name, name),
                table_name=view.name,
                position=position,
                name=name,
                type=None,
                meaning=meaning,
                unit=None,
                null_means=None,
                points_to=None,
            )


def _described_rows(name: str) -> int:
    return len(TABLES) + len(VIEWS) if name == "described_tables" else len(list(_columns()))


def _count(connection: sqlite3.Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    return count


# docs/data-dictionary.md


def markdown() -> str:
    """The dictionary for people."""
    parts = [
        "# Data dictionary\n\n"
        "Written from `archive/schema.py` by `python -m archive.dictionary`. Every archive holds the same in its\n"
        "tables `described_tables` and `described_columns`.\n\n"
        "What a page does not say is null. Ids are whole numbers that stay: see `archive/ids.py`. Dates are ISO 8601\n"
        "days, times 24-hour `HH:MM` as the place's clock shows them, instants UTC with `Z`. A column without a\n"
        "meaning of null is never null.\n\n"
        "| table | one row is | columns |\n|---|---|---|\n"
        + "".join(
            f"| [`{name}`](#{name}) | {_lower(row)} | {columns} |\n"
            for name, row, columns in [
                *((table.name, table.row, len(table.columns)) for table in TABLES.values()),
                *((view.name, view.row, len(view.columns)) for view in VIEWS.values()),
            ]
        )
    ]
    parts += [_table_markdown(table) for table in TABLES.values()]
    parts += [_view_markdown(view) for view in VIEWS.values()]
    return "\n".join(parts)


def _table_markdown(table: Table) -> str:
    lines = [f"## {table.name}\n", f"{table.row} {table.description}".strip() + "\n"]
    lines += ["| column | type | meaning | written as | null means |", "|---|---|---|---|---|"]
    lines += [_column_markdown(column) for column in table.columns]
    return "\n".join(lines) + "\n"


def _column_markdown(column: Column) -> str:
    meaning = column.meaning
    if column.key:
        meaning = f"**Key.** {meaning}"
    if column.references:
        meaning += f" → [`{column.references}`](#{column.references})"
    cells = (f"`{column.name}`", column.type, meaning, column.unit or "", column.null or "")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _view_markdown(view: View) -> str:
    lines = [f"## {view.name}\n", f"A view. {view.row} {view.description}\n", "| column | meaning |", "|---|---|"]
    lines += [f"| `{name}` | {meaning} |" for name, meaning in view.columns.items()]
    return "\n".join(lines) + "\n"


def _lower(text: str) -> str:
    return text[0].lower() + text[1:].rstrip(".")


# datasette-metadata.yml


def metadata() -> str:
    """What Datasette shall know of each table and view, as the lines of YAML below `MARK`."""
    lines: list[str] = []
    for table in TABLES.values():
        lines += _table_metadata(table)
    for view in VIEWS.values():
        lines += _view_metadata(view)
    return "".join(f"      {line}\n" for line in lines)


def _table_metadata(table: Table) -> Iterator[str]:
    yield f"{table.name}:"
    yield from _about(table.title, f"{table.row} {table.description}".strip())
    if table.label:
        yield f"  label_column: {table.label}"
    if table.sort:
        yield f"  {'sort_desc' if table.sort.startswith('-') else 'sort'}: {table.sort.lstrip('-')}"
    if table.facets:
        yield f"  facets: {json.dumps(table.facets)}"
    yield f"  sortable_columns: {json.dumps(_sortable(table))}"
    if table.search and table.search.content:
        yield f"  fts_table: {table.name}_fts"
        yield f"  fts_pk: {table.key}"
    yield "  columns:"
    for column in table.columns:
        yield f"    {column.name}: {_quoted(_sentence(column))}"


def _sortable(table: Table) -> list[str]:
    """Columns with an index: sorting by another would read the whole table."""
    return [table.key, *dict.fromkeys(columns[0] for columns in indexes(table) if columns[0] != table.key)]


def _sentence(column: Column) -> str:
    parts = [column.meaning]
    if column.unit:
        parts.append(f"In: {column.unit}.")
    if column.null:
        parts.append(f"Null: {column.null}.")
    return " ".join(parts)


def _view_metadata(view: View) -> Iterator[str]:
    yield f"{view.name}:"
    yield from _about(view.title, f"{view.row} {view.description}")
    if view.hidden:
        yield "  hidden: true"
    if view.sort:
        yield f"  {'sort_desc' if view.sort.startswith('-') else 'sort'}: {view.sort.lstrip('-')}"
    yield "  columns:"
    for name, meaning in view.columns.items():
        yield f"    {name}: {_quoted(meaning)}"


def _about(title: str, description: str) -> Iterator[str]:
    yield f"  title: {_quoted(title)}"
    yield f"  description: {_quoted(description)}"
    yield f"  license: {_quoted(LICENSE)}"
    yield f"  source: {_quoted(SOURCE)}"
    yield f"  source_url: {_quoted(SOURCE_URL)}"


def _quoted(text: str) -> str:
    """A JSON string is a YAML string."""
    return json.dumps(text, ensure_ascii=False)


def written_by_hand(text: str) -> str:
    """The part of datasette-metadata.yml that people write: up to and including the mark."""
    before, mark, _ = text.partition(MARK)
    return before + (mark or MARK)


def main() -> None:
    """Write both files anew."""
    DICTIONARY.write_text(markdown(), encoding="utf-8")
    METADATA.write_text(written_by_hand(METADATA.read_text(encoding="utf-8")) + metadata(), encoding="utf-8")


if __name__ == "__main__":
    main()
