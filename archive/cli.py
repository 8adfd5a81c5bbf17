"""``iom-archive``: the command line that ties the rooms together.

The commands live in `archive.commands`, one module each; this module finds them, keeps the options that all share and
turns failures into messages and exit codes (`archive.exit_codes`).
"""

from __future__ import annotations

import importlib
import pkgutil
import sqlite3
import sys
from pathlib import Path

import click

import archive.commands
from archive import exit_codes
from archive.settings import USUAL, DataFolder


class _Commands(click.Group):
    """Loads a command's module only when it is asked for, so that ``parse`` never pays for ``serve``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name.rstrip("_") for module in pkgutil.iter_modules(archive.commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        modules = {module.name.rstrip("_"): module.name for module in pkgutil.iter_modules(archive.commands.__path__)}
        if cmd_name not in modules:
            return None
        command = importlib.import_module(f"archive.commands.{modules[cmd_name]}").command
        assert isinstance(command, click.Command)  # noqa: S101
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--data",
    envvar="IOM_ARCHIVE_DATA",
    default=USUAL,
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the archive: ledger, captures, archive.db, snapshots. Also IOM_ARCHIVE_DATA.",
)
@click.version_option(package_name="iom-archive", message="iom-archive %(version)s")
@click.pass_context
def main_group(ctx: click.Context, data: Path) -> None:
    """Build and serve the archive of IOM's meetings and press releases."""
    ctx.obj = DataFolder(data)


def main() -> None:
    """Entry point. Exits with a code of `archive.exit_codes`."""
    try:
        main_group(prog_name="iom-archive")
    except sqlite3.DatabaseError as error:
        click.echo(f"iom-archive: the database could not be used: {error}", err=True)
        click.echo("  Is the disk full, or the file damaged? `iom-archive verify` checks the captures.", err=True)
        sys.exit(exit_codes.ERROR)
    except OSError as error:
        click.echo(f"iom-archive: {error}", err=True)
        sys.exit(exit_codes.ERROR)
