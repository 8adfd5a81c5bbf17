"""``iom-archive update``: the nightly job, from the crawl to the published snapshot."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import click

from archive import exit_codes, progress
from archive.checks.gate import limits_of
from archive.commands.crawl import Wanted, exit_code, run_crawl
from archive.errors import ArchiveError
from archive.nights import Incident, Night, Reports
from archive.options import sites_option, texts_option, trial_options
from archive.settings import DataFolder
from archive.snapshots.taking import Wishes
from archive.update import Crawled, update
from scraper.fetching import identity
from scraper.ping import PingError, check, ping
from scraper.report import Report
from scraper.sites import Sites

_SHOWN_INCIDENTS = 20


@click.command()
@click.option("--site", "names", multiple=True, metavar="NAME", help="Only this site; again for more; 'all' for all.")
@click.option("--contact", envvar="IOM_ARCHIVE_CONTACT", help="Your mail address or page, sent with each request.")
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    help="End after that long; the crawl leaves the rest time.",
)
@click.option("--max-pages", type=click.IntRange(1), help="Crawl at most that many pages.")
@click.option("--delay", type=click.FloatRange(0), help="Seconds between requests, if more than data/sites.toml says.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that read pages.  [default: one for each core]")
@click.option(
    "--ping",
    "ping_address",
    envvar="IOM_ARCHIVE_PING",
    metavar="URL",
    help="Ask for this address when all is well, and for URL/fail when not. Also IOM_ARCHIVE_PING.",
)
@click.option(
    "--ping-failure",
    "failure_address",
    envvar="IOM_ARCHIVE_PING_FAILURE",
    metavar="URL",
    help="Ask for this address instead of URL/fail.",
)
@click.option(
    "--address",
    envvar="IOM_ARCHIVE_SNAPSHOTS",
    metavar="URL",
    help="Where the folder of snapshots is published. Also IOM_ARCHIVE_SNAPSHOTS.",
)
@click.option(
    "--keep-days",
    type=click.IntRange(0),
    metavar="N",
    help="Remove the data of older snapshots, but for the last of a month.",
)
@texts_option
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@sites_option
@trial_options
@click.pass_context
def command(
    ctx: click.Context,
    names: tuple[str, ...],
    contact: str | None,
    max_seconds: float | None,
    max_pages: int | None,
    delay: float | None,
    workers: int | None,
    ping_address: str | None,
    failure_address: str | None,
    address: str | None,
    keep_days: int | None,
    texts: bool,
    as_json: bool,
    sites_file: Path | None,
    connect_to: str | None,
    concurrency: int,
    pretend_now: str | None,
) -> None:
    """Do the night's work: crawl, build, check, and publish a snapshot.

    Either a sound snapshot is published, or the last one stands and the exit code says why (docs/operate.md). A run
    may be killed at any time; the next one goes on where it was. Each run leaves a report in the folder reports/.
    """
    folder: DataFolder = ctx.obj
    wanted = Wanted(names, contact, delay, sites_file, connect_to, concurrency, pretend_now)
    sites, options, clock = wanted.checked()
    for monitor in filter(None, (ping_address, failure_address)):
        _checked(monitor)
    wishes = Wishes(texts=texts, address=address, keep_days=keep_days, limits=limits_of(sites_file))

    def crawl(seconds: float | None) -> Crawled:
        bounded = replace(options, max_seconds=seconds, max_pages=max_pages)
        return _crawled(run_crawl(folder, sites, bounded, clock))

    with progress.shown(quiet=as_json) as shown:
        night = update(
            folder, crawl, wishes=wishes, clock=clock, max_seconds=max_seconds, workers=workers, progress=shown
        )
    _tell_monitor(
        folder, night, sites, identity(options.version, options.contact)["User-Agent"], ping_address, failure_address
    )
    click.echo(json.dumps(night.to_dict(), indent=2, ensure_ascii=False) if as_json else night.summary)
    if not as_json:
        _show_incidents(night)
    ctx.exit(exit_codes.ERROR if night.exit_code is None else night.exit_code)


def _crawled(report: Report) -> Crawled:
    problems = report.to_dict()["problems"]
    incidents = [Incident("crawl", problem["code"], problem["message"]) for problem in problems]
    incidents += [Incident("crawl", "repaired", repair) for repair in report.repairs]
    code = exit_code(report)
    if code and not problems:
        incidents.append(Incident("crawl", str(report.outcome), f"the crawl ended early: {report.outcome}"))
    figures = {key: value for key, value in report.to_dict().items() if key not in ("problems", "repairs")}
    return Crawled(code, figures, incidents)


def _show_incidents(night: Night) -> None:
    for incident in night.incidents[:_SHOWN_INCIDENTS]:
        click.echo(f"{incident.step}: {incident.code}: {incident.message}", err=True)
    if len(night.incidents) > _SHOWN_INCIDENTS:
        click.echo(f"... and {len(night.incidents) - _SHOWN_INCIDENTS} further incidents, in the report", err=True)


def _checked(address: str) -> None:
    try:
        check(address)
    except PingError as error:
        raise ArchiveError(f"--ping: {error}", hint="For example: https://hc-ping.com/your-number") from error


def _tell_monitor(
    folder: DataFolder, night: Night, sites: Sites, user_agent: str, good: str | None, bad: str | None
) -> None:
    """Tell the operator's monitor. Should it not answer, that stands in the report and changes nothing else."""
    address = good if night.is_success else bad or (f"{good.rstrip('/')}/fail" if good else None)
    if address is None:
        return
    try:
        asyncio.run(ping(address, sites.limits, user_agent=user_agent))
    except PingError as error:
        night.incidents.append(Incident("ping", "ping_failed", str(error)))
        click.echo(f"iom-archive: the monitor was not told: {error}", err=True)
        try:
            Reports(folder.reports).write(night)
        except OSError:
            return  # the message above has told
