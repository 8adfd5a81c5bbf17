"""One writer for each data folder: an ``flock`` on its file ``lock``, which says who holds it.

The kernel lets go of the lock when its holder dies, however it dies, so a lock is never stale. The text in the file is
for people only. A process that holds the lock may take it again (a night's job takes it once around all its steps).
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

_held: dict[Path, int] = {}  # locks this process holds, and how many times over
_descriptors: dict[Path, int] = {}  # the open files that hold them
_guard = threading.Lock()


class LockedError(Exception):
    """Another process holds the lock. ``str()`` says which."""


@contextmanager
def hold(path: Path, *, command: str = "") -> Iterator[None]:
    """Hold the lock ``path`` while the block runs; never wait for it.

    Raises:
        LockedError: at once, if another process holds it.
    """
    acquire(path, command=command)
    try:
        yield
    finally:
        release(path)


def acquire(path: Path, *, command: str = "") -> None:
    """Take the lock, or take it once more; `release` must follow as many times. Raises LockedError."""
    key = path.absolute()
    with _guard:
        if key in _descriptors:
            _held[key] += 1
            return
        key.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(key, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = _holder(descriptor)
            os.close(descriptor)
            raise LockedError(f"the data folder is in use{holder}") from None
        _write_holder(descriptor, command)
        _descriptors[key] = descriptor
        _held[key] = 1


def release(path: Path) -> None:
    """Give the lock back once; the last time frees it."""
    key = path.absolute()
    with _guard:
        _held[key] -= 1
        if not _held[key]:
            del _held[key]
            descriptor = _descriptors.pop(key)
            os.ftruncate(descriptor, 0)
            os.close(descriptor)


def _write_holder(descriptor: int, command: str) -> None:
    started = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    holder = {"pid": os.getpid(), "host": socket.gethostname(), "started": started, "command": command}
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(holder).encode() + b"\n", 0)


def _holder(descriptor: int) -> str:
    """``: crawl, process 123 on host, since 2026-…``; empty if the file does not say (yet)."""
    try:
        holder = json.loads(os.pread(descriptor, 4096, 0))
        what = holder["command"] or "a run"
        return f": {what}, process {holder['pid']} on {holder['host']}, since {holder['started']}"
    except (ValueError, KeyError, TypeError):
        return ""
