"""Which snapshots keep their data. People cite snapshots, so the default is: all of them.

With a limit of days, older snapshots lose their data files, but for the last one of each month. What describes them
stays for ever: manifest, checksums, citation, changelog and delta, so that a citation always leads to an answer.
"""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from archive.snapshots import changelog, citation, croissant, datapackage, delta, readme
from archive.snapshots.files import replace_json
from archive.snapshots.shelf import MANIFEST, THINNED, Shelf, Snapshot

SUMS = "SHA256SUMS"
DICTIONARY = "data-dictionary.md"
CHECK = "check.json"
_STAYS = {
    *(MANIFEST, SUMS, CHECK, DICTIONARY, THINNED, changelog.FILE, citation.FILE, readme.FILE),
    *(datapackage.FILE, croissant.FILE, delta.FILE, delta.SUMMARY),
}


def outdated(shelf: Shelf, today: date, days: int) -> list[Snapshot]:
    """Snapshots older than ``days`` that are not the last of their month; never the latest one."""
    snapshots = [snapshot for snapshot in shelf.all() if snapshot.is_whole]
    last_of_month = {snapshot.day.strftime("%Y-%m"): snapshot.name for snapshot in snapshots}
    kept = set(last_of_month.values())
    first_kept = today - timedelta(days=days)
    return [snapshot for snapshot in snapshots if snapshot.day < first_kept and snapshot.name not in kept]


def thin_out(snapshot: Snapshot, now: datetime | None = None) -> None:
    """Remove the data files of a snapshot and say so in it. May be run again after it was killed."""
    going = [path for path in sorted(snapshot.path.iterdir()) if path.name not in _STAYS]
    replace_json(
        snapshot.path / THINNED,
        {
            "removed_at": (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "why": "The operator keeps the data of old snapshots for a limited time; their description stays.",
        },
    )
    # The database goes last: as long as it is there, the next run takes the work up again.
    for path in sorted(going, key=lambda path: path == snapshot.database):
        _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
