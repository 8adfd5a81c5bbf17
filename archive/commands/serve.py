"""``iom-archive serve``: show the archive in Datasette."""

from __future__ import annotations

from contextlib import suppress

import click

from archive.serving import DATABASE, Following, listen
from archive.settings import DataFolder


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", "-p", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0: any free port.")
@click.option("--public", is_flag=True, help="For the open internet: prepared queries only, https links.")
@click.pass_obj
def command(data: DataFolder, host: str, port: int, public: bool) -> None:
    """Serve archive.db with Datasette until it is stopped (Ctrl-C).

    A later build is picked up without a restart.
    """
    application = Following(data.archive, public=public)
    opened = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The archive is at http://{shown}:{opened.getsockname()[1]}/{DATABASE}  (stop with Ctrl-C)")

    import uvicorn

    config = uvicorn.Config(application, log_level="warning", lifespan="on", workers=1, proxy_headers=public)
    server = uvicorn.Server(config)
    with opened, suppress(KeyboardInterrupt):  # Ctrl-C is the way to stop it
        server.run(sockets=[opened])
