"""``croissant.json``: the Parquet files as a Croissant dataset (https://docs.mlcommons.org/croissant, version 1.0)."""

from __future__ import annotations

from typing import Any

from archive import schema
from archive.dictionary import LICENSE, SOURCE, SOURCE_URL
from archive.snapshots.citation import AUTHORS, KEYWORDS, TITLE, description, sentence
from archive.snapshots.exports import exported, parquet_path
from archive.tables import Column, Table

FILE = "croissant.json"
_TYPES = {"INTEGER": "sc:Integer", "REAL": "sc:Float", "TEXT": "sc:Text"}
_ENCODINGS = {"application/vnd.apache.parquet": "application/x-parquet"}  # the name that Croissant knows
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def describe(manifest: dict[str, Any], files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The dataset; ``files`` has bytes, sha256, media type and meaning by path."""
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "iom-events-archive",
        "alternateName": TITLE,
        "description": description(manifest),
        "version": _version(manifest["name"]),
        "datePublished": manifest["made_at"],
        "creator": {"@type": "sc:Organization", "name": AUTHORS},
        "isBasedOn": {"@type": "sc:WebSite", "name": SOURCE, "url": SOURCE_URL},
        "url": manifest["address"] or SOURCE_URL,
        "license": LICENSE,
        "citeAs": sentence(manifest),
        "keywords": list(KEYWORDS),
        "isLiveDataset": False,
        "distribution": [_file(manifest, file) for file in files.values()],
        "recordSet": [_records(table) for table in exported()],
    }


def _version(name: str) -> str:
    """``2026-11-21.2`` as a semantic version: 2026.1121.2, which sorts the same way."""
    day, _, number = name.partition(".")
    year, month, of_month = day.split("-")
    return f"{year}.{int(month + of_month)}.{int(number or 1)}"


def _file(manifest: dict[str, Any], file: dict[str, Any]) -> dict[str, Any]:
    base = f"{manifest['address'].rstrip('/')}/" if manifest["address"] else ""
    return {
        "@type": "cr:FileObject",
        "@id": file["path"],
        "name": file["path"],
        "description": file["what"],
        "contentUrl": base + file["path"],
        "contentSize": f"{file['bytes']} B",
        "encodingFormat": _ENCODINGS.get(file["media_type"], file["media_type"]),
        "sha256": file["sha256"],
    }


def _records(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.row} {table.description}".strip(),
        "key": {"@id": f"{table.name}/{table.key}"},
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    kind = _TYPES[column.type]
    if column.unit == schema.DAY:
        kind = "sc:Date"
    elif column.unit == schema.INSTANT:
        kind = "sc:DateTime"
    meaning = [column.meaning]
    if column.references:
        # Said in words: references that run in a circle (page, revision, page) keep mlcroissant from reading at all.
        meaning.append(f"Points to {column.references}/{schema.TABLES[column.references].key}.")
    if column.null:
        meaning.append(f"Null: {column.null}.")
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": " ".join(meaning),
        "dataType": kind,
        "source": {"fileObject": {"@id": parquet_path(table.name)}, "extract": {"column": column.name}},
    }
