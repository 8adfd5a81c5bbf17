"""``quality.json``: how well each field is read, as it was last measured. The build takes it into the archive.

It lies in the data folder, or else beside the vocabularies that came with the program, because the figures are the
parsers' own. `iom-archive evaluate --write` makes it. The file is a list of objects with the columns of the table
`quality` (`archive.schema.Quality`) but ``id``::

    [{"labels": "kept aside", "field": "start_date", "language": null, "pages": 40, "expected": 31, "found": 30,
      "correct": 29, "precision": 0.967, "recall": 0.935, "f1": 0.951, "f1_low": 0.88, "f1_high": 0.99}]
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from archive.errors import ArchiveError
from archive.ids import hash_id
from archive.schema import Quality

FILE = "quality.json"
_BUNDLED = Path(__file__).resolve().parent.parent / "data" / FILE
_COLUMNS = tuple(field.name for field in fields(Quality) if field.name != "id")


def path_for(folder: Path) -> Path | None:
    """The file that holds for a data folder; None if nothing was measured."""
    return next((path for path in (folder / FILE, _BUNDLED) if path.exists()), None)


def load(folder: Path) -> list[Quality]:
    """What was measured; nothing if there is no file. Raises ArchiveError for a file of another form."""
    path = path_for(folder)
    if path is None:
        return []
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        return sorted((_quality(entry) for entry in entries), key=lambda row: row.id)
    except (ValueError, TypeError, AttributeError) as error:
        raise ArchiveError(
            f"{path} cannot be used: {error}",
            hint="`iom-archive evaluate --write` makes it; delete it to build without.",
        ) from error


def _quality(entry: dict[str, Any]) -> Quality:
    missing, unknown = set(_COLUMNS) - set(entry), set(entry) - set(_COLUMNS)
    if missing or unknown:
        raise ValueError(f"an entry lacks {sorted(missing)} or has {sorted(unknown)} in excess")
    number = hash_id("quality", str(entry["labels"]), str(entry["field"]), str(entry["language"]))
    return Quality(id=number, **entry)
