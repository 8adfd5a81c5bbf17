"""``reports/``: one JSON file for each run of ``iom-archive update``, written after each of its steps.

A report without an end is one of a run that was killed, or is still at work. It says which steps were done, so the next
run need not do them again, and which incidents there were, so that ``iom-archive status`` can tell. ``room`` beside
them takes up the space that the report of a night needs which fills the disk.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from archive import exit_codes
from archive.errors import is_full_disk

PUBLISHED = "published"  # a sound snapshot was published
UNCHANGED = "unchanged"  # all is well, and the last snapshot says all there is to say
REFUSED = "refused"  # the gate stopped the snapshot
INTERRUPTED = "interrupted"  # a signal or the time limit ended the run
FAILED = "failed"
_FINISHED = (PUBLISHED, UNCHANGED, REFUSED)
_KEPT = 800  # two years of nights
_ROOM = 128 * 1024  # bytes; a report is a few kilobytes


@dataclass(slots=True)
class Incident:
    """Something that an operator should know of. ``step`` is where it happened, ``code`` of which sort it is."""

    step: str
    code: str
    message: str


@dataclass(slots=True)
class Step:
    """One step. ``exit_code`` None: not ended. ``figures`` are its own counts."""

    name: str
    started_at: str
    seconds: float = 0.0
    exit_code: int | None = None
    figures: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Night:
    """One run of the nightly job. Times are UTC, ISO 8601; ``ended_at`` None: killed, or still at work."""

    started_at: str
    version: str
    ended_at: str | None = None
    outcome: str | None = None
    exit_code: int | None = None
    summary: str = ""
    snapshot: str | None = None  # the snapshot that was published, or that still stands
    delta: dict[str, Any] = field(default_factory=dict)  # what it says anew, as the snapshot counts it
    steps: list[Step] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    peak_memory_bytes: int = 0

    @property
    def is_success(self) -> bool:
        """Whether everything went as it should, from the crawl to the snapshot."""
        return self.exit_code == exit_codes.OK

    def step(self, name: str) -> Step | None:
        """The step of that name, if the night came to it."""
        return next((step for step in self.steps if step.name == name), None)

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


class Reports:
    """The reports of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._room = folder / "room"

    def path(self, night: Night) -> Path:
        """Where the report of a night lies: named by the moment at which it began."""
        name = "".join(c for c in night.started_at.partition(".")[0] if c.isdigit() or c == "T")
        return self._folder / f"{name}Z.json"

    def write(self, night: Night) -> Path:
        """Write the report as it is now, whole or not at all; on a full disk in the room held for it.

        Raises:
            OSError: it could not be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            return self._write(night)
        except OSError as error:
            if not is_full_disk(error) or not self._room.exists():
                raise
            self._room.unlink()
            return self._write(night)

    def hold_room(self) -> None:
        """Take up space for a later `write`, as far as there is some."""
        if self._room.exists():
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._room.write_bytes(os.urandom(_ROOM))  # nothing that a file system would pack
        except OSError:
            self._room.unlink(missing_ok=True)

    def _write(self, night: Night) -> Path:
        path = self.path(night)
        part = path.with_suffix(".part")
        try:
            with part.open("w", encoding="utf-8") as file:
                json.dump(night.to_dict(), file, indent=2, ensure_ascii=False)
                file.write("\n")
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return path

    def prune(self) -> None:
        """Remove the oldest beyond two years of nights."""
        for path in self._paths()[:-_KEPT]:
            path.unlink(missing_ok=True)

    def latest_first(self) -> Iterator[Night]:
        """Every night that can be read."""
        for path in reversed(self._paths()):
            try:
                stored = json.loads(path.read_text(encoding="utf-8"))
                stored["steps"] = [Step(**step) for step in stored["steps"]]
                stored["incidents"] = [Incident(**incident) for incident in stored["incidents"]]
                yield Night(**stored)
            except (OSError, ValueError, TypeError, KeyError):
                continue  # of another version, or damaged: it is a diary, nothing depends on it

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("*T*Z.json"))


def begun_crawl(last: Night | None, now: datetime, within: timedelta) -> Night | None:
    """The last night, if it was cut short after its crawl, not long ago: its crawl need not be done again."""
    if last is None or last.outcome in _FINISHED:
        return None
    crawl = last.step("crawl")
    if crawl is None or crawl.exit_code is None or crawl.exit_code in (exit_codes.DISK, exit_codes.INTERRUPTED):
        return None
    done = datetime.fromisoformat(crawl.started_at) + timedelta(seconds=crawl.seconds)
    return last if timedelta() <= now - done <= within else None
