"""The capture store, opened for a command: what can go wrong becomes a message and an exit code."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import click

from archive import exit_codes
from archive.errors import ArchiveError, is_full_disk
from archive.settings import DataFolder
from scraper.ledger import LedgerError, LedgerIsNewerError
from scraper.lock import LockedError
from scraper.store import CaptureStore


@contextmanager
def open_store(data: DataFolder, command: str, *, write: bool) -> Iterator[CaptureStore]:
    """The folder's captures while the block runs; with ``write``, repairs are told on standard error.

    Raises:
        ArchiveError: another run holds the folder, its ledger cannot be used, or the disk is full.
    """
    try:
        store = CaptureStore(data.root, write=write, command=command)
    except LockedError as error:
        hint = "Wait for it to end, or use another folder: --data DIR."
        raise ArchiveError(str(error), hint=hint, exit_code=exit_codes.LOCKED) from None
    except LedgerIsNewerError as error:
        raise ArchiveError(str(error), hint=error.hint, exit_code=exit_codes.NEWER_DATA) from None
    except LedgerError as error:
        missing = not write and not data.ledger.exists()
        code = exit_codes.NOTHING if missing else exit_codes.ERROR
        raise ArchiveError(str(error), hint=error.hint, exit_code=code) from None
    with store, _full_disk_told():
        for repair in store.repairs:
            click.echo(f"repaired: {repair}", err=True)
        yield store


@contextmanager
def _full_disk_told() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if not is_full_disk(error):
            raise
        hint = "Make room and run it again: what was stored before is safe, and nothing is taken in twice."
        raise ArchiveError("the disk is full", hint=hint, exit_code=exit_codes.DISK) from error
