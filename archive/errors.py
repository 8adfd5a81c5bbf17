"""Errors that are shown to people: what was wrong, where, what to do next; never a traceback."""

from __future__ import annotations

import errno
import sqlite3
from typing import IO, Any

import click

from archive import exit_codes


class ArchiveError(click.ClickException):
    """Ends the command with one message and ``exit_code``. ``hint`` says what to do next."""

    def __init__(self, message: str, *, hint: str | None = None, exit_code: int = exit_codes.USAGE) -> None:
        super().__init__(message)
        self.hint = hint
        self.exit_code = exit_code  # type: ignore[misc]  # click declares it on the class

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message, and the hint on a line of its own, to standard error."""
        click.echo(f"iom-archive: {self.message}", err=True)
        if self.hint:
            click.echo(f"  {self.hint}", err=True)


def is_full_disk(error: BaseException | None) -> bool:
    """Whether there was no room left: for a file, within a quota, or as SQLite tells it."""
    return getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) or (
        isinstance(error, sqlite3.OperationalError) and "disk is full" in str(error)
    )
