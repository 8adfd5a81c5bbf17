"""How far a long job is: a bar on a terminal, plain lines elsewhere, nothing for machines. Always on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import click


class Progress(Protocol):
    """Told by a job what it does and how far it is."""

    def stage(self, title: str, total: int | None = None) -> None:
        """A new part of the job begins; ``total`` steps are to come, None where nobody knows."""

    def advance(self, steps: int = 1) -> None:
        """That many steps more are done."""


class Silent:
    """Says nothing."""

    def stage(self, title: str, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, steps: int = 1) -> None:
        """Say nothing."""


class Lines:
    """One line for each part, and for each tenth of it where it has many steps."""

    _MANY = 1000

    def __init__(self) -> None:
        self._title, self._total, self._done = "", 0, 0

    def stage(self, title: str, total: int | None = None) -> None:
        """Begin a part."""
        self._title, self._total, self._done = title, total or 0, 0
        click.echo(f"{title} ({total:,})" if total else title, err=True)

    def advance(self, steps: int = 1) -> None:
        """Print a line whenever another tenth is done."""
        before, self._done = self._done, self._done + steps
        if self._total >= self._MANY and before * 10 // self._total < self._done * 10 // self._total:
            click.echo(f"{self._title}: {self._done:,} of {self._total:,}", err=True)


class Bar:
    """A live bar."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bars.add_task("", visible=False)

    def stage(self, title: str, total: int | None = None) -> None:
        """Begin a part."""
        self._bars.remove_task(self._task)
        self._task = self._bars.add_task(title, total=total)

    def advance(self, steps: int = 1) -> None:
        """Move the bar."""
        self._bars.advance(self._task, steps)

    def start(self) -> None:
        """Show the bar."""
        self._bars.start()

    def stop(self) -> None:
        """Take it away."""
        self._bars.stop()


def in_kilobytes(progress: Progress) -> Callable[[int], None]:
    """Turns counts of bytes into steps of a kilobyte, losing none."""
    rest = 0

    def on_bytes(count: int) -> None:
        nonlocal rest
        steps, rest = divmod(rest + count, 1024)
        progress.advance(steps)

    return on_bytes


@contextmanager
def shown(*, quiet: bool = False) -> Iterator[Progress]:
    """Progress as fits where standard error goes; ``quiet`` for none."""
    if quiet:
        yield Silent()
    elif sys.stderr.isatty():
        bar = Bar()
        bar.start()
        try:
            yield bar
        finally:
            bar.stop()
    else:
        yield Lines()
