"""How a snapshot is cited: one sentence, and ``CITATION.cff`` (https://citation-file-format.github.io, 1.2.0)."""

from __future__ import annotations

import json
from typing import Any

from archive.sample import Sample

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
    sample = f" {notice(manifest)}" if manifest["sample"] else ""
    return (
        f"{AUTHORS} ({day[:4]}): {TITLE}, snapshot {manifest['name']} (data as of {str(manifest['as_of'])[:10]}), "
        f"sha256 {manifest['database_sha256']}.{where}{sample}"
    )


def notice(manifest: dict[str, Any]) -> str | None:
    """What is not to be cited of a snapshot that holds pages of the bundled sample."""
    return Sample(**manifest["sample"]).notice if manifest["sample"] else None


def description(manifest: dict[str, Any]) -> str:
    """What the data are, and what is not to be cited of them."""
    return " ".join(filter(None, (DESCRIPTION, notice(manifest))))


def cff(manifest: dict[str, Any]) -> str:
    """The file. YAML strings are written as JSON strings, which they may be."""
    message = "If you use these data, please cite the snapshot and the source pages."
    if (not_cited := notice(manifest)) is not None:
        message = not_cited if Sample(**manifest["sample"]).whole else f"{not_cited} {message}"
    lines = [
        "cff-version: 1.2.0",
        f"message: {_text(message)}",
        "type: dataset",
        f"title: {_text(TITLE)}",
        f"abstract: {_text(description(manifest))}",
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
