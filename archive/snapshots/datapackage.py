"""``datapackage.json``: the CSV files as a Data Package (https://datapackage.org, version 2)."""

from __future__ import annotations

from typing import Any

from archive import schema
from archive.dictionary import LICENSE, SOURCE, SOURCE_URL
from archive.snapshots.citation import KEYWORDS, TITLE, description
from archive.snapshots.exports import csv_path, exported
from archive.tables import Column, Table

FILE = "datapackage.json"
_TYPES = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}


def describe(manifest: dict[str, Any], files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The package; ``files`` has bytes and sha256 by path."""
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "iom-events-archive",
        "title": TITLE,
        "description": f"{description(manifest)} Rights: {LICENSE}.",
        "version": manifest["name"],
        "created": manifest["made_at"],
        "keywords": list(KEYWORDS),
        "sources": [{"title": SOURCE, "path": SOURCE_URL}],
        "contributors": [{"title": "IOM events archive contributors", "roles": ["creator"]}],
        "resources": [
            _resource(table, manifest["rows"][table.name], files[csv_path(table.name)]) for table in exported()
        ],
    }
    if manifest["address"]:
        package["homepage"] = manifest["address"]
    return package


def _resource(table: Table, rows: int, file: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": f"{table.row} {table.description}".strip(),
        "path": file["path"],
        "format": "csv",
        "compression": "gz",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file["bytes"],
        "hash": f"sha256:{file['sha256']}",
        "rowCount": rows,
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": [table.key],
        "missingValues": [""],
    }
    keys = [
        {"fields": [column.name], "reference": _reference(table, column.references)}
        for column in table.columns
        if column.references
    ]
    if keys:
        described["foreignKeys"] = keys
    return described


def _reference(table: Table, to: str) -> dict[str, Any]:
    fields = [schema.TABLES[to].key]
    return {"fields": fields} if to == table.name else {"resource": to, "fields": fields}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.meaning}
    if column.unit == schema.DAY:
        field["type"] = "date"
    elif column.unit == schema.INSTANT:
        field["type"] = "datetime"
    if column.unit:
        field["unit"] = column.unit
    if column.null:
        field["nullMeans"] = column.null
    constraints = {"required": column.null is None} if column.type != "TEXT" else {}
    if column.unique or column.key:
        constraints["unique"] = True
    return {**field, "constraints": constraints} if constraints else field
