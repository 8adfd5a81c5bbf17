"""What an archive holds, how fresh it is, and what is wrong: the figures behind ``iom-archive status``."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from archive import exit_codes, info
from archive.errors import ArchiveError
from archive.known import known_pages
from archive.nights import Night, Reports
from archive.settings import DataFolder

UNKNOWN = "unknown"  # year or language of pages that say none
_SHOWN_PROBLEMS = 5
_SHOWN_NIGHTS = 10
_COUNTED = (
    *("pages", "captures", "revisions", "events", "sessions", "press_releases", "people", "appearances"),
    *("organizations", "places", "documents", "event_mentions", "problems"),
)


@dataclass(slots=True)
class Holdings:
    """The state of one data folder. Times are UTC, ISO 8601; None where there is nothing to tell."""

    captures_in_ledger: int = 0
    pages_in_ledger: int = 0
    last_capture: str | None = None  # any attempt
    last_good_capture: str | None = None
    last_run: dict[str, Any] | None = None
    verdicts: dict[str, int] = field(default_factory=dict)
    archive: str | None = None  # path, if there is one
    built_at: str | None = None
    captures_not_built: int = 0  # made since the last build
    counts: dict[str, int] = field(default_factory=dict)
    by_year: dict[str, dict[str, int]] = field(default_factory=dict)  # year -> kind -> pages
    by_language: dict[str, dict[str, int]] = field(default_factory=dict)  # language -> kind -> pages
    problems: dict[str, int] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)  # the first few, for people
    gone: int = 0
    nights: list[dict[str, Any]] = field(default_factory=list)  # the last runs of `update`, the latest first
    last_success: str | None = None  # end of the last run of `update` in which all went well

    @property
    def fresh_as_of(self) -> str | None:
        """What an operator's limit is held against: the last good night, or where there are none the last capture."""
        return self.last_success if self.nights else self.last_good_capture

    def age_days(self, now: datetime | None = None) -> float | None:
        """Days since `fresh_as_of`; None if there never was such a moment."""
        if self.fresh_as_of is None:
            return None
        return days_since(self.fresh_as_of, now)


def days_since(moment: str, now: datetime | None = None) -> float:
    """Days from an ISO 8601 moment until ``now``; none where a clock was ahead."""
    return max(0.0, ((now or datetime.now(UTC)) - datetime.fromisoformat(moment)).total_seconds() / 86_400)


def holdings(data: DataFolder) -> Holdings:
    """Look at a data folder. Raises ArchiveError where there is nothing at all, or nothing that can be read."""
    found = Holdings()
    _look_at_nights(data, found)
    _look_at_ledger(data, found)
    if data.archive.exists():
        found.archive = str(data.archive)
        with closing(info.open_archive(data.archive)) as connection:
            _look_at_archive(connection, found)
    return found


def _look_at_nights(data: DataFolder, found: Holdings) -> None:
    for night in Reports(data.reports).latest_first():
        if len(found.nights) < _SHOWN_NIGHTS:
            found.nights.append(_told(night))
        if found.last_success is None and night.is_success:
            found.last_success = night.ended_at
        if found.last_success and len(found.nights) == _SHOWN_NIGHTS:
            return


def _told(night: Night) -> dict[str, Any]:
    return {
        "started_at": night.started_at,
        "ended_at": night.ended_at,
        "outcome": night.outcome or "cut off, or still at work",
        "exit_code": night.exit_code,
        "step": night.steps[-1].name if night.steps else None,
        "snapshot": night.snapshot,
        "incidents": [
            {"step": incident.step, "code": incident.code, "message": incident.message} for incident in night.incidents
        ],
    }


def _look_at_ledger(data: DataFolder, found: Holdings) -> None:
    try:
        with known_pages(data.ledger) as known:
            found.pages_in_ledger, found.captures_in_ledger = known.counts()
            found.last_capture, found.last_good_capture = known.last_captures()
            found.verdicts = known.verdicts()
            runs = list(known.runs())
    except ArchiveError as error:
        # A downloaded archive has no ledger, and says all there is to say.
        if error.exit_code == exit_codes.NOTHING and data.archive.exists():
            return
        raise
    if runs:
        last = runs[-1]
        found.last_run = {
            "command": last.command,
            "started_at": last.started_at,
            "ended_at": last.ended_at,
            "exit_code": last.exit_code,
            "captures": last.capture_count,
        }


def _look_at_archive(connection: sqlite3.Connection, found: Holdings) -> None:
    stated = info.read(connection)
    found.built_at = stated.get("built_at")
    found.last_good_capture = found.last_good_capture or stated.get("as_of")
    rows = dict(connection.execute("SELECT name, row_count FROM described_tables WHERE row_count IS NOT NULL"))
    found.counts = {name: rows.get(name, 0) for name in _COUNTED}
    found.captures_not_built = max(0, found.captures_in_ledger - found.counts["captures"])
    found.by_year = _by(connection, "year")
    found.by_language = _by(connection, "language")
    found.problems = dict(connection.execute("SELECT code, count(*) FROM problems GROUP BY code ORDER BY 2 DESC, 1"))
    found.unreadable = [
        f"{address}: {message}"
        for address, message in connection.execute(
            "SELECT captures.address, message FROM problems JOIN captures ON captures.id = capture_id"
            " WHERE code = 'unreadable' ORDER BY captures.captured_at DESC LIMIT ?",
            (_SHOWN_PROBLEMS,),
        )
    ]
    found.gone = connection.execute("SELECT count(*) FROM pages WHERE gone_at IS NOT NULL").fetchone()[0]


def _by(connection: sqlite3.Connection, column: str) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    query = f"SELECT {column}, kind, count(*) FROM pages WHERE kind IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"  # noqa: S608
    for value, kind, count in connection.execute(query):
        table.setdefault(UNKNOWN if value is None else str(value), {})[kind] = count
    return table
