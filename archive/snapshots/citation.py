"""How a snapshot is cited: one sentence, and ``CITATION.cff`` (https://citation-file-format.github.io, 1.2.0)."""

from __future__ import annotations

import json
from typing import Any

FILE = "CITATION.cff"
TITLE = "IOM events archive"
AUTHORS = "IOM events archive contributors"
DESCRIPTION = (
    "Who met about migration, when, on what, and what was said to the press: meetings, sessions, people and press "
    "releases of the International Organization for Migration (IOM) as rows, each fact linked to the words that say it."
)
KEYWORDS = ("migration", "IOM", "international organizations", "events", "press releases", "speakers")


def sentence(manifest: dict[str, Any]) -> str:
    """One sentence for a list of references."""
    day = str(manifest["made_at"])[:10]
    where = f" {manifest['address']}" if manifest["address"] else ""
    return (
        f"{AUTHORS} ({day[:4]}): {TITLE}, snapshot {manifest['name']} (data as of {str(manifest['as_of'])[:10]}), "
        f"sha256 {manifest['database_sha256']}.{where}"
    )


def cff(manifest: dict[str, Any]) -> str:
    """The file. YAML strings are written as JSON strings, which they may be."""
    lines = [
        "cff-version: 1.2.0",
        f"message: {_text('If you use these data, please cite the snapshot and the source pages.')}",
        "type: dataset",
        f"title: {_text(TITLE)}",
        f"abstract: {_text(DESCRIPTION)}",
        "authors:",
        f"  - name: {_text(AUTHORS)}",
        f"version: {_text(manifest['name'])}",
        f"date-released: {_text(str(manifest['made_at'])[:10])}",
        "keywords:",
        *(f"  - {_text(keyword)}" for keyword in KEYWORDS),
    ]
    if manifest["address"]:
        lines += [f"url: {_text(manifest['address'])}"]
    lines += [
        "identifiers:",
        "  - type: other",
        f"    value: {_text('sha256:' + manifest['database_sha256'])}",
        f"    description: {_text('SHA-256 of iom-archive.db')}",
    ]
    return "\n".join(lines) + "\n"


def _text(value: Any) -> str:
    return json.dumps(str(value), ensure_ascii=False)
