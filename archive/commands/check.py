"""``iom-archive check``: whether the archive is fit to be published."""

from __future__ import annotations

import json
from pathlib import Path

import click

from archive import exit_codes
from archive.checks.gate import CHECKS, judge, limits_of
from archive.checks.result import Report
from archive.options import sites_option
from archive.progress import shown
from archive.settings import DataFolder
from archive.snapshots.shelf import Shelf

_MARKS = {"passed": "ok", "failed": "FAILED", "warning": "warning", "accepted": "accepted"}


@click.command(short_help="Check whether the archive is fit to be published.")
@click.option("--only", metavar="NAME", multiple=True, help=f"Only this check, again for more: {', '.join(CHECKS)}.")
@sites_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@click.pass_context
def command(ctx: click.Context, only: tuple[str, ...], sites_file: Path | None, as_json: bool) -> None:
    """Check archive.db, by itself and against the last snapshot. Changes nothing.

    Exit code 6 if a required check fails: `iom-archive snapshot` would refuse to publish.
    """
    data: DataFolder = ctx.obj
    last = Shelf(data.snapshots).latest()
    with shown(quiet=as_json) as progress:
        report = judge(
            data,
            data.archive,
            before=last.database if last else None,
            against=last.name if last else None,
            limits=limits_of(sites_file),
            only=only,
            progress=progress,
        )
    click.echo(json.dumps(report.to_dict(), ensure_ascii=False) if as_json else "\n".join(lines(report)))
    ctx.exit(exit_codes.OK if report.passed else exit_codes.CHECK_FAILED)


def lines(report: Report) -> list[str]:
    """The report for people."""
    told = [f"compared with snapshot {report.against}" if report.against else "there is no snapshot to compare with"]
    for check in report.checks:
        told.append(f"{_MARKS[check.status]:>9}  {check.name}")
        told += [f"           {note}" for note in check.notes]
        if check.status == "failed":
            told.append(f"           {check.why}")
        if check.accepted and not check.passed:
            told.append(f"           accepted: {check.accepted}")
    return told
