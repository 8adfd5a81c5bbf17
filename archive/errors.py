"""Errors that are shown to people: what was wrong, where, what to do next; never a traceback."""

from __future__ import annotations

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
