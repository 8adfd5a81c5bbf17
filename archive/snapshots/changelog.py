"""``DATA-CHANGELOG.md``: what changed from snapshot to snapshot, in words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.snapshots.delta import Delta
from archive.snapshots.shelf import Snapshot

FILE = "DATA-CHANGELOG.md"
_HEAD = """# Changes of the data

The newest snapshot first. Only what the pages say counts here; that a page was looked at once more does not. Each
row that differs, with its old and new values, stands in `delta.ndjson.gz` of the snapshot.
"""
_LEFT_OUT = "Earlier changes are left out here, because a page or a person was taken out of the archive.\n"
_NAMED = {"events": "name", "press_releases": "headline"}
_MOST_NAMED = 20  # of each kind of change


def write(
    target: Path, manifest: dict[str, Any], delta: Delta | None, lines: Path | None, previous: Snapshot | None
) -> None:
    """Write the changelog: this snapshot's part above all that the one before said.

    What it said may name a page or a person that was taken out since: then it is left out.
    """
    earlier = ""
    if delta is not None and delta.without_earlier_values:
        earlier = _LEFT_OUT
    elif previous is not None and (previous.path / FILE).exists():
        earlier = (previous.path / FILE).read_text(encoding="utf-8").removeprefix(_HEAD)
    own = "\n".join(_section(manifest, delta, lines, previous))
    target.write_text(f"{_HEAD}\n{own}\n{earlier}", encoding="utf-8")


def _section(
    manifest: dict[str, Any], delta: Delta | None, lines: Path | None, previous: Snapshot | None
) -> Iterator[str]:
    rows = manifest["rows"]
    yield f"## {manifest['name']}\n"
    yield (
        f"As of {manifest['as_of']}: {rows['pages']:,} pages, {rows['events']:,} events, "
        f"{rows['sessions']:,} sessions, {rows['press_releases']:,} press releases, "
        f"{rows['appearances']:,} appearances of {rows['people']:,} people."
    )
    if delta is None or lines is None or previous is None:
        yield "\nThe first snapshot.\n"
        return
    yield f"\nCompared with {delta.previous}:\n"
    yield from _programs(manifest, previous.manifest)
    if not delta.of_the_pages:
        yield "- no change in what the pages say"
    for name, table in delta.of_the_pages.items():
        changed = table.changed - table.checked_only
        parts = ((table.added, "added"), (changed, "changed"), (table.gone, "gone"))
        yield f"- {name}: " + ", ".join(f"{number:,} {what}" for number, what in parts if number)
        parts_of_form = ((table.columns_added, "new column"), (table.columns_gone, "column gone"))
        yield from (f"  - {what}: {column}" for columns, what in parts_of_form for column in columns)
    yield from _named(lines)
    yield ""


def _programs(now: dict[str, Any], then: dict[str, Any]) -> Iterator[str]:
    for key, words in (("schema_version", "form of the tables"), ("parser_version", "parsers and vocabularies")):
        if now[key] != then[key]:
            yield f"- {words}: {then[key]} → {now[key]}"


def _named(lines: Path) -> Iterator[str]:
    """The names of events and releases that came or went."""
    found: dict[tuple[str, str], list[str]] = {}
    with gzip.open(lines, "rt", encoding="utf-8") as stream:
        for line in stream:
            # The lines of large tables are many, so they are looked at before they are read.
            if not line.startswith(tuple(f'{{"table":"{name}"' for name in _NAMED)):
                continue
            change = json.loads(line)
            if row := change.get("row"):
                words = f"{row[_NAMED[change['table']]] or 'without a title'} <{row['address']}>"
                found.setdefault((change["op"], change["table"]), []).append(" ".join(words.split()))
    for (op, table), names in found.items():
        yield f"\n{op.capitalize()} {table.replace('_', ' ')}:\n"
        yield from (f"- {name}" for name in names[:_MOST_NAMED])
        if len(names) > _MOST_NAMED:
            yield f"- … and {len(names) - _MOST_NAMED:,} more"
