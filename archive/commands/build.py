"""``iom-archive build``: make archive.db from what was captured."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from archive import progress
from archive.build import BuildReport, build
from archive.settings import DataFolder

_TOLD = (
    ("pages", "pages"),
    ("events", "events"),
    ("sessions", "sessions"),
    ("press_releases", "press releases"),
    ("people", "people"),
    ("appearances", "appearances"),
    ("organizations", "organisations"),
    ("documents", "documents"),
)


@click.command()
@click.option("--anew", is_flag=True, help="Parse and build everything anew, also what has not changed.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that read pages.  [default: one for each core]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@click.pass_obj
def command(data: DataFolder, anew: bool, workers: int | None, as_json: bool) -> None:
    """Make archive.db from all captures.

    The old archive stays in use until the new one is whole and checked. What has not changed is not parsed again.
    """
    with progress.shown(quiet=as_json) as shown:
        report = build(data, progress=shown, workers=workers, anew=anew)
    if as_json:
        click.echo(json.dumps({"archive": str(data.archive), **asdict(report)}))
    else:
        _tell(data, report)


def _tell(data: DataFolder, report: BuildReport) -> None:
    if not report.changed:
        click.echo(f"{data.archive} is up to date: captures, parsers and corrections are as they were.")
        return
    counts = ", ".join(f"{report.rows.get(table, 0):,} {words}" for table, words in _TOLD)
    click.echo(f"{data.archive}: {counts}.")
    rest = f"; {report.reused:,} were parsed before" if report.reused else ""
    click.echo(f"Parsed {report.parsed:,} bodies{rest}.")
    unread = report.problems.get("unreadable", 0)
    if unread:
        click.echo(f"{unread:,} captures could not be read; `iom-archive status` says which.", err=True)
