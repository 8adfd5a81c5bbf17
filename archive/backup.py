"""Backups of what cannot be made again: captures, ledger, corrections. Everything else is built from these.

    TARGET/2026-11-21T03-00-00Z/
      manifest.json       what it is and the bytes and SHA-256 of each file
      ledger.db           copied with SQLite's own backup, so a crawl may go on meanwhile
      captures/*.warc.gz  each as far as that copy of the ledger speaks of it
      corrections/*       and sites.toml, quality.json where the data folder has its own

Each backup is whole by itself. Files that the backup before holds with the same bytes are linked, not copied, so a
nightly backup costs what the night brought. A backup gets its name when it is whole and on the disk.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from archive import exit_codes
from archive.disk import sync, sync_tree
from archive.errors import ArchiveError, is_full_disk
from archive.settings import DataFolder
from scraper.ledger import Ledger, LedgerError, LedgerIsNewerError
from scraper.lock import LockedError, hold

MANIFEST = "manifest.json"
FORM = 1  # of the manifest
_NAME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z")
_OWN_FILES = ("sites.toml", "quality.json")
_STAGE = ".restore.part"
_BLOCK = 1 << 20

OnBytes = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup. ``linked_bytes`` of its ``bytes`` are shared with the one before."""

    path: Path
    files: int
    bytes: int
    linked_bytes: int
    captures: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back."""

    backup: Path
    files: int
    bytes: int
    captures: int


def stored_bytes(data: DataFolder) -> int:
    """About how many bytes a backup reads."""
    return sum(path.stat().st_size for path in data.captures.glob("*.warc.gz")) if data.captures.is_dir() else 0


def back_up(
    data: DataFolder, target: Path, *, now: datetime | None = None, on_bytes: OnBytes = lambda count: None
) -> Backup:
    """Make a backup below ``target``. A crawl may go on meanwhile.

    Raises ArchiveError: nothing to back up, a ledger that cannot be read, captures that are missing, a full disk, a
    target that cannot be written to or lies inside what is backed up.
    """
    name = (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    path, part = target / name, target / f".{name}.part"
    if path.exists():
        raise ArchiveError(f"there is a backup of this very second already: {path}", hint="Run it again.")
    _check_ledger(data)
    if target.resolve().is_relative_to(data.root.resolve()):
        raise ArchiveError(
            f"a backup in {target} would lie in the folder that it is made of, {data.root}",
            hint="What takes the one takes the other: name a folder elsewhere, best on another disk.",
        )
    before = _latest(target)
    _make_room(target, part)
    try:
        copied = _Copying(part, before, on_bytes)
        _copy_ledger(data.ledger, part / "ledger.db")
        copied.add("ledger.db")
        lengths, captures = _stored(part / "ledger.db")
        for file, length in lengths:
            copied.copy(data.captures / file, f"captures/{file}", length)
        for source, relative in _own_files(data):
            copied.copy(source, relative, source.stat().st_size)
        manifest = {
            "form": FORM,
            "made_at": name,
            "software_version": version("iom-archive"),
            "captures": captures,
            "files": copied.files,
        }
        (part / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        sync_tree(part)
        part.rename(path)
        sync(target)
    except OSError as error:
        raise _full(error) from None
    finally:
        if part.exists():
            shutil.rmtree(part)
    total = sum(file["bytes"] for file in copied.files)
    return Backup(path, len(copied.files), total, copied.linked_bytes, captures)


def restore(data: DataFolder, backup: Path, *, on_bytes: OnBytes = lambda count: None) -> Restored:
    """Put a backup into a data folder that has no captures yet. Every file is checked by its hash before it counts.

    ``backup`` is one backup, or the folder of them: then the newest. One that was cut off is finished by the next.
    Raises ArchiveError: no backup, a damaged one, a folder that holds an archive already, a full disk.
    """
    backup = _find(backup)
    manifest = _manifest(backup)
    try:
        with hold(data.lock, command="restore"):
            stage = data.root / _STAGE
            if not (stage / MANIFEST).exists() or (stage / MANIFEST).read_bytes() != (backup / MANIFEST).read_bytes():
                _refuse_to_overwrite(data, backup, manifest)
                shutil.rmtree(stage, ignore_errors=True)
                _stage(backup, manifest, stage, on_bytes)
            _put_in_place(data, manifest, stage)
    except LockedError as error:
        raise ArchiveError(str(error), hint="Restore into another folder.", exit_code=exit_codes.LOCKED) from error
    except OSError as error:
        raise _full(error) from None
    files = manifest["files"]
    return Restored(backup, len(files), sum(file["bytes"] for file in files), int(manifest["captures"]))


# making one


def _make_room(target: Path, part: Path) -> None:
    """A new folder for the backup; what killed runs left is swept away."""
    try:
        for left in target.glob(".*.part") if target.is_dir() else ():
            shutil.rmtree(left)
        part.mkdir(parents=True)
    except OSError as error:
        if is_full_disk(error):
            raise _full(error) from None
        raise ArchiveError(
            f"no backup can be made in {target}: {error.strerror}", hint="Name a folder that can be written to."
        ) from error


def _check_ledger(data: DataFolder) -> None:
    if not data.ledger.exists():
        raise ArchiveError(
            f"there is nothing to back up in {data.root}: it has no ledger",
            hint="If there are WARC files in captures/, any command that writes makes the ledger anew.",
            exit_code=exit_codes.NOTHING,
        )
    try:
        Ledger(data.ledger, write=False).close()
    except LedgerIsNewerError as error:
        raise ArchiveError(str(error), hint=error.hint, exit_code=exit_codes.NEWER_DATA) from error
    except LedgerError as error:
        raise ArchiveError(str(error), hint=error.hint, exit_code=exit_codes.DAMAGED) from error


def _copy_ledger(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as read,
        closing(sqlite3.connect(target)) as write,
    ):
        read.backup(write)
        write.execute("PRAGMA journal_mode = DELETE")  # one file, which opens read-only
        found = write.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise ArchiveError(
                f"{source} is damaged: {found}",
                hint="Restore an older backup, or move the ledger away: it is made anew from the WARC files.",
                exit_code=exit_codes.DAMAGED,
            )


def _stored(ledger: Path) -> tuple[list[tuple[str, int]], int]:
    """WARC files with the bytes that the ledger speaks for, and the number of captures."""
    with closing(sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        files = connection.execute("SELECT name, length FROM warc_files WHERE length > 0 ORDER BY name").fetchall()
        return files, connection.execute("SELECT count(*) FROM captures").fetchone()[0]


def _own_files(data: DataFolder) -> Iterator[tuple[Path, str]]:
    if data.corrections.is_dir():
        for path in sorted(data.corrections.rglob("*")):
            if path.is_file():
                yield path, path.relative_to(data.root).as_posix()
    for name in _OWN_FILES:
        if (data.root / name).is_file():
            yield data.root / name, name


class _Copying:
    """Files going into one backup."""

    def __init__(self, part: Path, before: Path | None, on_bytes: OnBytes) -> None:
        self._part = part
        self._before = before
        self._known = {file["path"]: file for file in _manifest(before)["files"]} if before else {}
        self._on_bytes = on_bytes
        self.files: list[dict[str, Any]] = []
        self.linked_bytes = 0

    def add(self, relative: str) -> None:
        """Write down a file that lies there already."""
        path = self._part / relative
        self._note(relative, path.stat().st_size, _hash(path))

    def copy(self, source: Path, relative: str, length: int) -> None:
        """Copy the first ``length`` bytes, or link the file of the backup before if it holds the same."""
        target = self._part / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        if not source.exists():
            raise ArchiveError(
                f"{source} is missing, and the ledger speaks of it",
                hint="Restore it from a backup of before; `iom-archive verify` names what was lost.",
                exit_code=exit_codes.DAMAGED,
            )
        digest = _hash(source, length, self._on_bytes)
        if not self._link(relative, target, length, digest) and _copy(source, target, length) != digest:
            raise ArchiveError(
                f"{source} changed while it was copied", hint="Run it again.", exit_code=exit_codes.ERROR
            )
        self._note(relative, length, digest)

    def _link(self, relative: str, target: Path, length: int, digest: str) -> bool:
        """Share the file of the backup before, if it holds these bytes; whether it did."""
        same = self._known.get(relative, {})
        if self._before is None or (same.get("bytes"), same.get("sha256")) != (length, digest):
            return False
        source = self._before / relative
        try:
            if source.stat().st_size != length:
                return False
            os.link(source, target)
        except OSError:
            return False  # a disk without hard links, or a backup that somebody thinned out
        self.linked_bytes += length
        return True

    def _note(self, relative: str, length: int, digest: str) -> None:
        self.files.append({"path": relative, "bytes": length, "sha256": digest})


def _latest(target: Path) -> Path | None:
    found = sorted(path for path in target.iterdir() if _NAME.fullmatch(path.name)) if target.is_dir() else []
    return found[-1] if found else None


# putting one back


def _find(path: Path) -> Path:
    if (path / MANIFEST).exists():
        return path
    found = _latest(path)
    if found is None:
        raise ArchiveError(f"there is no backup in {path}", exit_code=exit_codes.NOTHING)
    return found


def _manifest(backup: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((backup / MANIFEST).read_text(encoding="utf-8"))
        form = found["form"]
        paths = [str(file["path"]) for file in found["files"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{backup} is no whole backup: {error!r}", exit_code=exit_codes.DAMAGED) from error
    if form > FORM:
        raise ArchiveError(
            f"{backup} was made by a newer version", hint="Update iom-archive.", exit_code=exit_codes.NEWER_DATA
        )
    for path in paths:
        if path.startswith("/") or ".." in Path(path).parts:
            raise ArchiveError(f"{backup} names a file outside of it: {path}", exit_code=exit_codes.DAMAGED)
    return found


def _refuse_to_overwrite(data: DataFolder, backup: Path, manifest: dict[str, Any]) -> None:
    captures = next(data.captures.iterdir(), None) if data.captures.is_dir() else None
    there = [path for path in (data.ledger, captures) if path is not None and path.exists()]
    there += [
        data.root / file["path"]
        for file in manifest["files"]
        if (data.root / file["path"]).exists() and _hash(data.root / file["path"]) != file["sha256"]
    ]
    if there:
        raise ArchiveError(
            f"{there[0]} is there already, and nothing is overwritten",
            hint=f"Restore into another folder: iom-archive --data DIR restore {backup}",
        )


def _stage(backup: Path, manifest: dict[str, Any], stage: Path, on_bytes: OnBytes) -> None:
    """Copy everything aside, checked; the manifest last, which says that all is there."""
    stage.mkdir(parents=True)
    damaged = []
    for file in manifest["files"]:
        target = stage / file["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            digest = _copy(backup / file["path"], target, file["bytes"])
        except FileNotFoundError:
            digest = "missing"
        on_bytes(file["bytes"])
        if digest != file["sha256"]:
            damaged.append(file["path"])
    if damaged:
        shutil.rmtree(stage)
        raise ArchiveError(
            f"the backup {backup} is damaged, so nothing was restored: {', '.join(damaged[:5])}",
            hint="Take an older backup.",
            exit_code=exit_codes.DAMAGED,
        )
    sync_tree(stage)
    shutil.copyfile(backup / MANIFEST, stage / f"{MANIFEST}.part")
    sync(stage / f"{MANIFEST}.part")
    (stage / f"{MANIFEST}.part").rename(stage / MANIFEST)
    sync(stage)


def _put_in_place(data: DataFolder, manifest: dict[str, Any], stage: Path) -> None:
    """Move what was staged; the ledger last, so that captures never lack behind it."""
    folders = {data.root}
    for file in sorted(manifest["files"], key=lambda file: file["path"] == "ledger.db"):
        source, target = stage / file["path"], data.root / file["path"]
        if source.exists():  # else an earlier run moved it before it was killed
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)
            folders.add(target.parent)
    for folder in folders:
        sync(folder)
    shutil.rmtree(stage)


# bytes


def _hash(path: Path, length: int | None = None, on_bytes: OnBytes = lambda count: None) -> str:
    """SHA-256 of the first ``length`` bytes. Raises ArchiveError if there are fewer."""
    digest = hashlib.sha256()
    for block in _blocks(path, length):
        digest.update(block)
        on_bytes(len(block))
    return digest.hexdigest()


def _copy(source: Path, target: Path, length: int) -> str:
    """Copy the first ``length`` bytes; their hash."""
    digest = hashlib.sha256()
    with target.open("xb") as stream:
        for block in _blocks(source, length, whole=False):
            digest.update(block)
            stream.write(block)
    return digest.hexdigest()


def _blocks(path: Path, length: int | None, *, whole: bool = True) -> Iterator[bytes]:
    left = path.stat().st_size if length is None else length
    with path.open("rb") as stream:
        while left and (block := stream.read(min(_BLOCK, left))):
            left -= len(block)
            yield block
    if left and whole:
        raise ArchiveError(
            f"{path} is {left:,} bytes shorter than the ledger says",
            hint="`iom-archive verify` names what was lost.",
            exit_code=exit_codes.DAMAGED,
        )


def _full(error: OSError) -> BaseException:
    """The same error, or one for people where the disk is full."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return error
    return ArchiveError(
        f"the disk is full: {error}",
        hint="Nothing that was there before has changed. Make room and run it again.",
        exit_code=exit_codes.DISK,
    )
