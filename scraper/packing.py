"""An attempt as WARC records, one gzip member each, ready to be appended."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scraper import warc_records
from scraper.preparing import Prepared
from scraper.warc import digest

_COMPRESSED = ("gzip", "x-gzip", "br", "zstd")


@dataclass(frozen=True, slots=True)
class Placed:
    """An attempt that has its row, but for where its record will lie."""

    prepared: Prepared
    row: dict[str, Any]
    metadata: dict[str, Any]  # what the record carries of the row
    info_id: str  # of the file's warcinfo record
    record_id: str | None  # None: nothing came back, so there is no record
    refers_to: Mapping[str, str] | None  # the record that holds the body: see `warc_records.revisit`


@dataclass(frozen=True, slots=True)
class Packed:
    """The gzip members of an attempt."""

    placed: Placed
    members: tuple[bytes, ...]
    main: int  # which of them the row speaks of
    sha256: str | None  # of that one


def pack(placed: Placed) -> Packed:
    """Make the records: each redirect with its request, then the answer with its own."""
    if placed.record_id is None:
        return Packed(placed, (), 0, None)
    attempt, date, info_id = placed.prepared.attempt, placed.row["captured_at"], placed.info_id
    records: list[bytes] = []
    for hop in attempt.exchanges[:-1]:
        hop_id = warc_records.new_record_id()
        records.append(warc_records.response(hop, hop_id, date, info_id, digest(hop.body), {}))
        if hop.request_headers:
            records.append(warc_records.request(hop, warc_records.new_record_id(), date, info_id, hop_id))
    main = len(records)
    records.append(_main_record(placed, placed.record_id, date))
    answer = placed.prepared.answer
    if answer is not None and answer.request_headers:
        records.append(warc_records.request(answer, warc_records.new_record_id(), date, info_id, placed.record_id))
    members = tuple(
        warc_records.gzip_member(record, is_compressed=number == main and _came_compressed(placed))
        for number, record in enumerate(records)
    )
    return Packed(placed, members, main, hashlib.sha256(members[main]).hexdigest())


def _came_compressed(placed: Placed) -> bool:
    """Whether the main record holds a body that is compressed already."""
    return placed.refers_to is None and placed.prepared.headers.get("content-encoding") in _COMPRESSED


def _main_record(placed: Placed, record_id: str, date: str) -> bytes:
    prepared, info_id, metadata = placed.prepared, placed.info_id, placed.metadata
    if prepared.answer is None:
        payload = prepared.payload or b""
        content_type = prepared.content_type or "application/octet-stream"
        return warc_records.resource(
            prepared.attempt.address, payload, content_type, record_id, date, info_id, digest(payload), metadata
        )
    if placed.refers_to is not None:
        return warc_records.revisit(prepared.answer, record_id, date, info_id, placed.refers_to, metadata)
    payload_digest = prepared.payload_digest or digest(prepared.answer.body)
    return warc_records.response(prepared.answer, record_id, date, info_id, payload_digest, metadata)
