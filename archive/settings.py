"""Where one archive lives. Every path of the data folder is named here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

USUAL = Path("data")  # where the commands look unless they are told otherwise


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One archive's folder: ledger, captures, the built database, snapshots. Many folders on one machine never meet."""

    root: Path

    @property
    def ledger(self) -> Path:
        """The crawl's state and one row for each capture."""
        return self.root / "ledger.db"

    @property
    def captures(self) -> Path:
        """WARC files."""
        return self.root / "captures"

    @property
    def archive(self) -> Path:
        """The built database that is served."""
        return self.root / "archive.db"

    @property
    def cache(self) -> Path:
        """What can be deleted at any time: parsed records by body hash and parser version."""
        return self.root / "cache"

    @property
    def snapshots(self) -> Path:
        """Published snapshots, one folder each."""
        return self.root / "snapshots"

    @property
    def reports(self) -> Path:
        """What each run of the nightly job did, one JSON file each."""
        return self.root / "reports"

    @property
    def corrections(self) -> Path:
        """Reviewed human corrections, kept in version control."""
        return self.root / "corrections"

    @property
    def lock(self) -> Path:
        """Held by the one process that writes here."""
        return self.root / "lock"
