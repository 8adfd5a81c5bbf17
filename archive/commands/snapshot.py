"""``iom-archive snapshot``: publish the archive as files that people download and cite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from archive import exit_codes
from archive.checks.gate import CHECKS, limits_of
from archive.commands.check import lines
from archive.options import sites_option, texts_option
from archive.progress import shown
from archive.settings import DataFolder
from archive.snapshots.taking import Outcome, Published, Refused, Unchanged, Wishes, take


def _accepted(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for value in values:
        name, _, why = (part.strip() for part in value.partition("="))
        if not why:
            raise click.BadParameter(f"{value!r} gives no reason; write it as 'fill rates=the site was redesigned'")
        if name not in CHECKS:
            raise click.BadParameter(f"no check is called {name!r}; there are: {', '.join(CHECKS)}")
        found[name] = why
    return found


@click.command(short_help="Publish the archive as a dated snapshot.")
@texts_option
@click.option(
    "--address",
    envvar="IOM_ARCHIVE_SNAPSHOTS",
    metavar="URL",
    help="Where the folder of snapshots is published, for citations. Also IOM_ARCHIVE_SNAPSHOTS.",
)
@click.option(
    "--keep-days",
    type=click.IntRange(0),
    metavar="N",
    help="Remove the data of snapshots older than this, but for the last of each month.  [default: keep all]",
)
@click.option(
    "--accept",
    multiple=True,
    metavar="CHECK=WHY",
    callback=_accepted,
    help="Publish although this check fails; the reason is published as well. Again for more.",
)
@sites_option
@click.option("--anew", is_flag=True, help="Also when the archive is that of the last snapshot.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@click.pass_context
def command(
    ctx: click.Context,
    texts: bool,
    address: str | None,
    keep_days: int | None,
    accept: dict[str, str],
    sites_file: Path | None,
    anew: bool,
    as_json: bool,
) -> None:
    """Check archive.db and publish it below snapshots/ of the data folder; docs/snapshots.md says what each file is.

    Exit code 6 if a required check fails: then nothing is published but the report, snapshots/check.json.
    """
    data: DataFolder = ctx.obj
    wishes = Wishes(
        texts=texts, anew=anew, address=address, keep_days=keep_days, accept=accept, limits=limits_of(sites_file)
    )
    with shown(quiet=as_json) as progress:
        outcome = take(data, wishes, progress=progress)
    click.echo(json.dumps(as_dict(outcome), ensure_ascii=False) if as_json else "\n".join(_told(outcome)))
    ctx.exit(exit_codes.CHECK_FAILED if isinstance(outcome, Refused) else exit_codes.OK)


def as_dict(outcome: Outcome) -> dict[str, Any]:
    """What came of it, as JSON has it."""
    if isinstance(outcome, Refused):
        return {"outcome": "refused", "check": outcome.report.to_dict()}
    found = {"snapshot": outcome.snapshot.name, "path": str(outcome.snapshot.path)}
    if isinstance(outcome, Unchanged):
        return {"outcome": "unchanged", **found}
    return {
        "outcome": "published",
        **found,
        "check": outcome.report.to_dict(),
        "delta": outcome.delta.to_dict() if outcome.delta else None,
        "removed_data_of": list(outcome.thinned),
    }


def _told(outcome: Outcome) -> list[str]:
    if isinstance(outcome, Unchanged):
        return [f"{outcome.snapshot.path} is up to date: the archive is as it was."]
    if isinstance(outcome, Refused):
        return [*lines(outcome.report), "Nothing was published. Once reviewed: --accept 'CHECK=WHY' lets a check pass."]
    return list(_published(outcome))


def _published(outcome: Published) -> list[str]:
    files = outcome.snapshot.manifest["files"]
    total = sum(file["bytes"] for file in files)
    told = [f"{outcome.snapshot.path}: {len(files)} files, {total / 1e6:,.1f} MB."]
    if outcome.delta is not None:
        changes = outcome.delta.of_the_pages
        parts = [
            f"{name} +{table.added:,} ~{table.changed - table.checked_only:,} -{table.gone:,}"
            for name, table in changes.items()
        ]
        told.append(f"Compared with {outcome.delta.previous}: {'; '.join(parts) or 'no change in what the pages say'}.")
    for check in outcome.report.checks:
        if check.status in ("warning", "accepted"):
            told.append(f"{check.status}: {check.name}: {'; '.join(check.notes)}")
    if outcome.thinned:
        told.append(f"Removed the data of {', '.join(outcome.thinned)}.")
    return told
