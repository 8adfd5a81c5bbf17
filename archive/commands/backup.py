"""``iom-archive backup TARGET``: copy what cannot be made again."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from archive.backup import back_up, stored_bytes
from archive.progress import in_kilobytes, shown
from archive.settings import DataFolder


@click.command(short_help="Back up captures, ledger and corrections.")
@click.argument("target", type=click.Path(file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@click.pass_obj
def command(data: DataFolder, target: Path, as_json: bool) -> None:
    """Make a backup below the folder TARGET, named after the time; a crawl may go on meanwhile.

    Each backup is whole. What the one before holds as well is linked, not copied. The archive and its snapshots are
    not in it: the archive is built from the rest, snapshots are files that any tool copies.
    """
    with shown(quiet=as_json) as progress:
        progress.stage("backing up, kB", stored_bytes(data) >> 10)
        made = back_up(data, target, on_bytes=in_kilobytes(progress))
    if as_json:
        click.echo(json.dumps({**asdict(made), "path": str(made.path)}))
        return
    click.echo(f"{made.path}: {made.captures:,} captures in {made.files:,} files, {made.bytes / 1e6:,.1f} MB.")
    if made.linked_bytes:
        new = made.bytes - made.linked_bytes
        click.echo(f"{new / 1e6:,.1f} MB of it are new; the rest is shared with the backup before.")
