"""Bytes on the disk: hashes, compression that gives the same bytes every time, and writes that a power cut respects."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from archive.disk import sync
from archive.errors import ArchiveError

_ZSTD_LEVEL = 6
_ZSTD_THREADS = 2  # fixed: the bytes depend on whether there are threads
_GZIP_LEVEL = 6
_BLOCK = 1 << 20


def sha256(path: Path) -> str:
    """Hash of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_json(path: Path, value: Any) -> None:
    """Write JSON for people and machines: indented, in the order given, with a line end."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def replace_json(path: Path, value: Any) -> None:
    """Put JSON in a file's place, whole or not at all; nothing half is left where the disk is full."""
    part = path.with_name(f".{path.name}.part")
    try:
        write_json(part, value)
        sync(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync(path.parent)


@contextmanager
def gzipped(path: Path) -> Iterator[IO[bytes]]:
    """A gzip file to write into, without the name and time that would make its bytes differ."""
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", _GZIP_LEVEL, raw, mtime=0) as stream,
        io.BufferedWriter(stream, _BLOCK) as buffered,
    ):
        yield buffered


def compress(source: Path, target: Path) -> None:
    """Write a Zstandard copy. Raises ArchiveError where the library is not installed."""
    zstandard = required("zstandard")
    compressor = zstandard.ZstdCompressor(level=_ZSTD_LEVEL, threads=_ZSTD_THREADS, write_checksum=True)
    with source.open("rb") as read, target.open("wb") as write:
        compressor.copy_stream(read, write, size=source.stat().st_size)


def required(module: str) -> Any:
    """A library of the extra ``snapshot``. Raises ArchiveError where it is not installed."""
    import importlib

    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ArchiveError(
            f"snapshots need {module.partition('.')[0]}, which is not installed ({error})",
            hint="Install it, in a checkout: .venv/bin/pip install --require-hashes -r requirements/operate.txt",
        ) from error
