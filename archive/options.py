"""Options of the command line that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]

sites_option = click.option(
    "--sites", "sites_file", type=click.Path(dir_okay=False, path_type=Path), help="Another file than data/sites.toml."
)
texts_option = click.option(
    "--texts/--no-texts", default=True, help="Publish the full texts of pages, or leave them out everywhere."
)
_TRIAL = (
    click.option("--connect-to", metavar="ORIGIN", help="Trial: ask this local copy (http://127.0.0.1:8000) instead."),
    click.option(
        "--concurrency", type=click.IntRange(1, 64), default=1, help="Trial with --delay 0: requests at once."
    ),
    click.option("--pretend-now", metavar="MOMENT", help="Trial: take this moment (ISO 8601) for now."),
)


def trial_options(command: Command) -> Command:
    """Options of a trial against a local copy of the sites, which ``archive.commands.crawl`` checks."""
    for option in reversed(_TRIAL):
        command = option(command)
    return command
