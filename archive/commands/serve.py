"""``iom-archive serve``: show the archive in Datasette."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from archive import exit_codes
from archive.errors import ArchiveError
from archive.serving import Following, listen
from archive.settings import DataFolder
from archive.snapshots.shelf import Shelf


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", "-p", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0: any free port.")
@click.option("--public", is_flag=True, help="For the open internet: prepared queries only, https links.")
@click.option("--published", is_flag=True, help="Serve the last snapshot, which passed the checks, not archive.db.")
@click.pass_obj
def command(data: DataFolder, host: str, port: int, public: bool, published: bool) -> None:
    """Serve archive.db with Datasette until it is stopped (Ctrl-C).

    A later build, or with --published a later snapshot, is picked up without a restart.
    """
    application = Following(partial(_last_snapshot, data) if published else data.archive, public=public)
    opened = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The archive is at http://{shown}:{opened.getsockname()[1]}/  (stop with Ctrl-C)")

    import uvicorn

    config = uvicorn.Config(application, log_level="warning", lifespan="on", workers=1, proxy_headers=public)
    server = uvicorn.Server(config)
    with opened, suppress(KeyboardInterrupt):  # Ctrl-C is the way to stop it
        server.run(sockets=[opened])


def _last_snapshot(data: DataFolder) -> Path:
    snapshot = Shelf(data.snapshots).latest()
    if snapshot is None:
        raise ArchiveError(
            f"there is no snapshot yet in {data.snapshots}",
            hint="Make one first: iom-archive update, or iom-archive build and iom-archive snapshot",
            exit_code=exit_codes.NOTHING,
        )
    return snapshot.database
