"""``iom-archive restore BACKUP``: put a backup into an empty data folder."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from archive.backup import restore
from archive.progress import in_kilobytes, shown
from archive.settings import DataFolder


@click.command(short_help="Restore a backup into an empty data folder.")
@click.argument("backup", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@click.pass_obj
def command(data: DataFolder, backup: Path, as_json: bool) -> None:
    """Put BACKUP, or the newest of the backups in that folder, into the data folder (--data DIR).

    Each file is checked by its hash first. Nothing is overwritten: a folder that holds captures already is refused.
    """
    with shown(quiet=as_json) as progress:
        progress.stage("restoring, kB")
        done = restore(data, backup, on_bytes=in_kilobytes(progress))
    if as_json:
        click.echo(json.dumps({**asdict(done), "backup": str(done.backup), "data": str(data.root)}))
        return
    click.echo(
        f"{data.root}: {done.captures:,} captures in {done.files:,} files, {done.bytes / 1e6:,.1f} MB, as backed up."
    )
    click.echo("Next: iom-archive verify, then iom-archive build.")
