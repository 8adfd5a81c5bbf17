"""Take a snapshot: copy, judge, write every file aside, publish in one rename."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from archive import corrections, dictionary, exit_codes, info
from archive.checks.gate import judge
from archive.checks.result import Report
from archive.checks.subject import Limits
from archive.disk import sync_tree
from archive.errors import ArchiveError
from archive.progress import Progress, Silent
from archive.sample import Sample, sample_in
from archive.settings import DataFolder
from archive.snapshots import changelog, citation, croissant, databases, datapackage, delta, exports, readme, retention
from archive.snapshots.delta import Delta
from archive.snapshots.exports import csv_path, parquet_path
from archive.snapshots.files import compress, replace_json, required, sha256, write_json
from archive.snapshots.shelf import DATABASE, MANIFEST, Shelf, Snapshot
from scraper.lock import LockedError, hold

WITHOUT_TEXTS = "iom-archive-without-texts.db"
INDEX = "iom-archive-index.db"
REPORT = "check.json"  # in the folder of snapshots: the last gate's report, whatever came of it

_SQLITE, _ZSTD, _PARQUET = "application/vnd.sqlite3", "application/zstd", "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class Published:
    """A snapshot was made. ``delta`` is None for the first one."""

    snapshot: Snapshot
    report: Report
    delta: Delta | None
    thinned: tuple[str, ...] = ()  # older snapshots whose data was removed


@dataclass(frozen=True, slots=True)
class Refused:
    """The gate stopped it: the last snapshot stands as it was."""

    report: Report


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The archive is the one of the last snapshot."""

    snapshot: Snapshot


Outcome = Published | Refused | Unchanged


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an operator can choose.

    ``address`` is where the folder of snapshots is published; ``keep_days`` as `archive.snapshots.retention` says;
    ``accept`` names checks that may fail this time, each with the reason.
    """

    texts: bool = True
    anew: bool = False  # also when nothing has changed
    address: str | None = None
    keep_days: int | None = None
    accept: Mapping[str, str] = field(default_factory=dict)
    limits: Limits | None = None
    index_limit: int = databases.INDEX_LIMIT


def take(
    data: DataFolder, wishes: Wishes | None = None, *, now: datetime | None = None, progress: Progress | None = None
) -> Outcome:
    """Publish the archive as a snapshot, if it changed and the gate lets it pass.

    Raises ArchiveError: no archive, one of a newer version, a missing library, another snapshot at work, a full disk.
    """
    for module in ("pyarrow", "zstandard"):
        required(module)
    try:
        with hold(data.cache / "snapshot.lock", command="snapshot"):
            return _Taking(data, wishes or Wishes(), now or datetime.now(UTC), progress or Silent()).run()
    except LockedError as error:
        raise ArchiveError(f"another snapshot is being taken: {error}", exit_code=exit_codes.LOCKED) from error
    except (OSError, sqlite3.OperationalError) as error:
        if getattr(error, "errno", None) not in (errno.ENOSPC, errno.EDQUOT) and "disk is full" not in str(error):
            raise
        raise ArchiveError(
            f"the disk is full: {error}",
            hint="The snapshots of before still stand. Make room, or let old ones go: --keep-days.",
            exit_code=exit_codes.DISK,
        ) from error


class _Taking:
    """One snapshot being made. ``run`` is its table of contents."""

    def __init__(self, data: DataFolder, wishes: Wishes, now: datetime, progress: Progress) -> None:
        self._data = data
        self._wishes = wishes
        self._now = now.astimezone(UTC).replace(microsecond=0)
        self._progress = progress
        self._shelf = Shelf(data.snapshots)
        self._shelf.tidy()
        self._last = self._shelf.latest()
        self._name = self._shelf.next_name(self._now.date())
        self._files: dict[str, dict[str, Any]] = {}

    def run(self) -> Outcome:
        stated = self._stated()
        if self._last is not None and not self._wishes.anew and self._is_unchanged(self._last, stated):
            return Unchanged(self._last)
        part = self._shelf.part(self._name)
        try:
            self._progress.stage("copying the archive")
            self._copy(part)
            report = self._judge_and_make_editions(part)
            if not report.passed:
                return Refused(report)
            delta_ = self._delta(part)
            rows = self._tables(part, delta_)
            self._progress.stage("describing")
            self._describe(part, stated, rows, delta_, report)
            self._progress.stage("flushing to the disk")
            for path in part.rglob("*"):
                path.chmod(0o755 if path.is_dir() else 0o444)
            sync_tree(part)
            snapshot = self._shelf.publish(part, self._name)
        finally:
            if part.exists():
                shutil.rmtree(part)
        return Published(snapshot, report, delta_, self._thin_out())

    def _stated(self) -> dict[str, str | None]:
        with closing(info.open_archive(self._data.archive)) as connection:
            return info.read(connection)

    def _is_unchanged(self, last: Snapshot, stated: dict[str, str | None]) -> bool:
        manifest = last.manifest
        now = {**stated, "texts": self._wishes.texts}
        return all(manifest[name] == now[name] for name in ("input_fingerprint", "built_at", "texts"))

    # the data

    def _copy(self, part: Path) -> None:
        if self._wishes.texts:
            databases.copy_whole(self._data.archive, part / DATABASE)
        else:
            databases.copy_without_texts(self._data.archive, part / DATABASE)

    def _judge_and_make_editions(self, part: Path) -> Report:
        """Both at once, on two cores: the gate seldom refuses. SQLite and Zstandard leave the interpreter's lock."""
        with ThreadPoolExecutor(2, thread_name_prefix="edition") as pool:
            try:
                compressed = pool.submit(compress, part / DATABASE, part / f"{DATABASE}.zst")
                without = pool.submit(self._without_texts, part) if self._wishes.texts else None
                index = pool.submit(databases.make_index, part / DATABASE, part / INDEX, self._wishes.index_limit)
                report = self._judge(part)
                if report.passed:
                    self._progress.stage("making the editions")
                    compressed.result()
                    if without is not None:
                        without.result()
                    self._add_editions(part, index.result())
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
        return report

    def _judge(self, part: Path) -> Report:
        """The very file that would be published is judged. What the gate says is kept, whatever it is."""
        report = judge(
            self._data,
            part / DATABASE,
            before=self._last.database if self._last else None,
            against=self._last.name if self._last else None,
            limits=self._wishes.limits,
            accept=self._wishes.accept,
            progress=self._progress,
        )
        told = {"snapshot": self._name if report.passed else None, "at": self._instant(), **report.to_dict()}
        replace_json(self._data.snapshots / REPORT, told)
        return report

    def _add_editions(self, part: Path, left_out: tuple[str, ...]) -> None:
        lacking = "the archive without the full texts of pages, as SQLite"
        same = "the same as {}, compressed with Zstandard"
        self._add(part, DATABASE, "the whole archive, as SQLite" if self._wishes.texts else lacking, _SQLITE)
        self._add(part, f"{DATABASE}.zst", same.format(DATABASE), _ZSTD)
        if self._wishes.texts:
            self._add(part, WITHOUT_TEXTS, lacking, _SQLITE)
            self._add(part, f"{WITHOUT_TEXTS}.zst", same.format(WITHOUT_TEXTS), _ZSTD)
        what = "events, press releases, sessions and people for phones and browsers, as SQLite"
        self._add(part, INDEX, what + (f"; without {', '.join(left_out)}" if left_out else ""), _SQLITE)

    def _without_texts(self, part: Path) -> None:
        databases.copy_without_texts(part / DATABASE, part / WITHOUT_TEXTS)
        compress(part / WITHOUT_TEXTS, part / f"{WITHOUT_TEXTS}.zst")

    def _delta(self, part: Path) -> Delta | None:
        if self._last is None:
            return None
        self._progress.stage("comparing with the snapshot before")
        stated = corrections.load(self._data.corrections)
        found = delta.write(part / DATABASE, self._last.database, self._last.name, part / delta.FILE, stated)
        self._add(part, delta.FILE, f"each row that differs from {self._last.name}", "application/x-ndjson")
        return found

    def _tables(self, part: Path, delta_: Delta | None) -> dict[str, int]:
        unchanged = {table.name for table in exports.exported()} - delta_.tables.keys() if delta_ else set()
        return exports.export(part / DATABASE, part, self._progress, last=self._last, unchanged=unchanged)

    # what describes it

    def _describe(
        self, part: Path, stated: dict[str, str | None], rows: dict[str, int], delta_: Delta | None, report: Report
    ) -> None:
        for name in rows:
            self._add(part, csv_path(name), f"table {name} as CSV, compressed with gzip", "text/csv")
            self._add(part, parquet_path(name), f"table {name} as Parquet", _PARQUET)
        with closing(info.open_archive(part / DATABASE)) as connection:
            manifest = self._manifest(stated, rows, sample_in(connection))
        write_json(part / REPORT, report.to_dict())
        write_json(part / delta.SUMMARY, delta_.to_dict() if delta_ else {"previous": None, "tables": {}})
        (part / retention.DICTIONARY).write_text(dictionary.markdown(), encoding="utf-8")
        lines = part / delta.FILE if delta_ else None
        changelog.write(part / changelog.FILE, manifest, delta_, lines, self._last)
        (part / citation.FILE).write_text(citation.cff(manifest), encoding="utf-8")
        write_json(part / datapackage.FILE, datapackage.describe(manifest, self._files))
        write_json(part / croissant.FILE, croissant.describe(manifest, self._files))
        (part / readme.FILE).write_text(readme.write(manifest, self._files), encoding="utf-8")
        write_json(part / MANIFEST, manifest)
        paths = sorted(path.relative_to(part).as_posix() for path in part.rglob("*") if path.is_file())
        known = {path: file["sha256"] for path, file in self._files.items()}
        sums = "".join(f"{known.get(path) or sha256(part / path)}  {path}\n" for path in paths)
        (part / retention.SUMS).write_text(sums, encoding="utf-8")

    def _manifest(self, stated: dict[str, str | None], rows: dict[str, int], sample: Sample | None) -> dict[str, Any]:
        base = self._wishes.address
        return {
            "name": self._name,
            "made_at": self._instant(),
            "address": f"{base.rstrip('/')}/{self._name}/" if base else None,
            "previous": self._last.name if self._last else None,
            "texts": self._wishes.texts,
            "sample": asdict(sample) if sample else None,
            "as_of": stated["as_of"],
            "built_at": stated["built_at"],
            "schema_version": int(stated["schema_version"] or 0),
            "parser_version": stated["parser_version"],
            "software_version": version("iom-archive"),
            "input_fingerprint": stated["input_fingerprint"],
            "tables_written_by": exports.writer(),
            "database_sha256": self._files[DATABASE]["sha256"],
            "rows": rows,
            "files": list(self._files.values()),
        }

    def _add(self, part: Path, path: str, what: str, media_type: str) -> None:
        self._files[path] = {
            "path": path,
            "bytes": (part / path).stat().st_size,
            "sha256": sha256(part / path),
            "media_type": media_type,
            "what": what,
        }

    def _instant(self) -> str:
        return self._now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def _thin_out(self) -> tuple[str, ...]:
        if self._wishes.keep_days is None:
            return ()
        outdated = retention.outdated(self._shelf, self._now.date(), self._wishes.keep_days)
        for snapshot in outdated:
            retention.thin_out(snapshot, self._now)
        return tuple(snapshot.name for snapshot in outdated)
