"""Which snapshots there are: ``data/snapshots/YYYY-MM-DD[.N]/``, and ``latest.json`` that names the last one.

A folder gets its name only when it is whole, so every folder with such a name is a good snapshot. What a killed run
left is swept away by the next one, and ``latest.json`` is set right if the run died just before it.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from archive import exit_codes
from archive.disk import sync
from archive.errors import ArchiveError
from archive.snapshots.files import replace_json

DATABASE = "iom-archive.db"
MANIFEST = "snapshot.json"
LATEST = "latest.json"
THINNED = "removed.json"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d*))?")


@dataclass(frozen=True)
class Snapshot:
    """One snapshot on the disk."""

    path: Path

    @property
    def name(self) -> str:
        """``2026-11-21``, ``2026-11-21.2`` for the second of a day."""
        return self.path.name

    @property
    def order(self) -> tuple[str, int]:
        """Day and number within the day; later snapshots have the greater one."""
        found = _NAME.fullmatch(self.name)
        assert found is not None  # noqa: S101
        return found[1], int(found[2] or 1)

    @property
    def day(self) -> date:
        """The day that it is named after."""
        return date.fromisoformat(self.order[0])

    @property
    def database(self) -> Path:
        """The main database."""
        return self.path / DATABASE

    @property
    def is_whole(self) -> bool:
        """Whether its data files are still there; of old snapshots an operator may keep the description alone."""
        return self.database.exists()

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What ``snapshot.json`` says. Raises ArchiveError where it cannot be read."""
        try:
            found: dict[str, Any] = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))
            return found
        except (OSError, ValueError) as error:
            raise ArchiveError(
                f"the snapshot {self.path} is damaged: {error}",
                hint="Restore the folder from a copy, or move it away; snapshots are never changed here.",
                exit_code=exit_codes.DAMAGED,
            ) from error


class Shelf:
    """The folder of snapshots."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Snapshot]:
        """Every snapshot, the oldest first."""
        if not self.folder.is_dir():
            return []
        found = [Snapshot(path) for path in self.folder.iterdir() if _NAME.fullmatch(path.name) and path.is_dir()]
        return sorted(found, key=lambda snapshot: snapshot.order)

    def latest(self) -> Snapshot | None:
        """The newest snapshot that has its data."""
        return next((snapshot for snapshot in reversed(self.all()) if snapshot.is_whole), None)

    def next_name(self, day: date) -> str:
        """A name for a new snapshot of this day."""
        numbers = [snapshot.order[1] for snapshot in self.all() if snapshot.day == day]
        return f"{day}.{max(numbers) + 1}" if numbers else str(day)

    def tidy(self) -> None:
        """Sweep away what killed runs left, and let ``latest.json`` name the newest snapshot."""
        if not self.folder.is_dir():
            return
        for path in self.folder.glob(".*.part"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        latest = self.latest()
        if latest is not None and self._named() != latest.name:
            self._name(latest)

    def part(self, name: str) -> Path:
        """A new folder to make a snapshot in; nobody sees it as one."""
        part = self.folder / f".{name}.part"
        part.mkdir(parents=True)
        return part

    def publish(self, part: Path, name: str) -> Snapshot:
        """Give a finished folder, already flushed to the disk, its name, and let ``latest.json`` name it."""
        snapshot = Snapshot(self.folder / name)
        part.rename(snapshot.path)
        sync(self.folder)
        self._name(snapshot)
        return snapshot

    def _named(self) -> str | None:
        try:
            name = json.loads((self.folder / LATEST).read_text(encoding="utf-8"))["name"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return str(name)

    def _name(self, snapshot: Snapshot) -> None:
        manifest = snapshot.manifest
        database = next(file for file in manifest["files"] if file["path"] == DATABASE)
        replace_json(
            self.folder / LATEST,
            {
                "name": snapshot.name,
                "as_of": manifest["as_of"],
                "schema_version": manifest["schema_version"],
                "manifest": f"{snapshot.name}/{MANIFEST}",
                "database": {**database, "path": f"{snapshot.name}/{DATABASE}"},
            },
        )
