"""``archive_info``: what a built file says of itself, and reading it back without opening anything else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from archive import exit_codes, schema
from archive.errors import ArchiveError

APPLICATION_ID = 0x494F4D41  # "IOMA", for file(1)


@dataclass(frozen=True, slots=True)
class Made:
    """What a build is made of and when."""

    fingerprint: str  # hash of all input
    parser_version: str
    built_at: str


def statements(connection: sqlite3.Connection, made: Made) -> Iterator[schema.Info]:
    """What the file states, in the order in which people want to read it."""
    first, last = connection.execute(
        "select min(captured_at), max(captured_at) from captures where verdict = 'ok'"
    ).fetchone()
    for name, value, meaning in (
        ("title", "IOM events archive", "What this file is."),
        ("as_of", last, "Time of the newest good capture in it: it says nothing of what was published later."),
        ("first_capture", first, "Time of its oldest good capture."),
        ("built_at", made.built_at, "When the file was made. Two builds of the same input differ in this alone."),
        ("schema_version", str(schema.VERSION), "Version of the tables; the same as PRAGMA user_version."),
        ("software_version", version("iom-archive"), "Version of iom-archive that made it."),
        ("parser_version", made.parser_version, "Version of parsers and vocabularies: what is read from a page."),
        ("input_fingerprint", made.fingerprint, "Hash of captures, parsers, corrections and program it was made from."),
        ("sqlite_version", sqlite3.sqlite_version, "SQLite that wrote it."),
    ):
        yield schema.Info(name=name, value=value, meaning=meaning)


def open_archive(path: Path) -> sqlite3.Connection:
    """Open a built archive for reading.

    Raises ArchiveError where there is none, where it is no archive or damaged, and where a newer version wrote it.
    """
    if not path.exists():
        raise ArchiveError(
            f"there is no archive yet at {path}",
            hint="Make it from what was captured: iom-archive build",
            exit_code=exit_codes.NOTHING,
        )
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        form = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("SELECT count(*) FROM archive_info").fetchone()
    except sqlite3.DatabaseError as error:
        raise ArchiveError(
            f"{path} is no archive, or damaged: {error}",
            hint="Move it away and make it anew: iom-archive build",
            exit_code=exit_codes.DAMAGED,
        ) from error
    if form > schema.VERSION:
        connection.close()
        raise ArchiveError(
            f"{path} was made by a newer version (schema {form}, this program knows {schema.VERSION})",
            hint="Update iom-archive, or choose another --data folder.",
            exit_code=exit_codes.NEWER_DATA,
        )
    return connection


def read(connection: sqlite3.Connection) -> dict[str, str | None]:
    """What the file states, by name."""
    return dict(connection.execute("SELECT name, value FROM archive_info"))
