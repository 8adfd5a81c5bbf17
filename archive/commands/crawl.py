"""``iom-archive crawl``: find the pages of the sites, fetch them politely, keep every capture."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import click

from archive import exit_codes
from archive.errors import ArchiveError
from archive.opening import open_store
from archive.options import sites_option, trial_options
from archive.settings import DataFolder
from scraper import __version__
from scraper.clock import Clock, from_text
from scraper.crawl import Crawl
from scraper.guard import Origin
from scraper.ledger import LedgerError
from scraper.report import Cause, Report
from scraper.run import Options
from scraper.sites import Site, Sites, SitesError, load_sites
from scraper.store import CaptureStore

_CODES = {
    Cause.DEFECT: exit_codes.ERROR,
    Cause.DISK: exit_codes.DISK,
    Cause.ERROR_BUDGET: exit_codes.ERROR_BUDGET,
    Cause.BLOCKED: exit_codes.BLOCKED,
    Cause.THROTTLED: exit_codes.THROTTLED,
    Cause.UNREACHABLE: exit_codes.UNREACHABLE,
    Cause.DRIFT: exit_codes.DRIFT,
    Cause.SIGNAL: exit_codes.INTERRUPTED,
}
_CONTACT = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|https?://[^\s<>()]+\.[^\s<>()]+")
_TERMINAL_SECONDS, _PLAIN_SECONDS = 0.5, 30.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an operator asked of a crawl, as it stands on the command line."""

    names: tuple[str, ...] = ()
    contact: str | None = None
    delay: float | None = None
    sites_file: Path | None = None
    connect_to: str | None = None
    concurrency: int = 1
    pretend_now: str | None = None

    def checked(self) -> tuple[Sites, Options, Clock]:
        """The sites, the options without bounds, and the clock. Raises ArchiveError for what makes no sense."""
        sites = _sites(self.sites_file)
        options = Options(
            sites=tuple(_selected(sites, self.names)),
            contact=_contact(self.contact or sites.contact),
            version=__version__,
            delay=self.delay,
            trial=_trial(self.connect_to, self.delay, self.concurrency, self.pretend_now, sites),
            concurrency=self.concurrency,
        )
        return sites, options, Clock(_moment(self.pretend_now) if self.pretend_now else None)


@click.command("crawl")
@click.option("--site", "names", multiple=True, metavar="NAME", help="Only this site; again for more; 'all' for all.")
@click.option("--contact", envvar="IOM_ARCHIVE_CONTACT", help="Your mail address or page, sent with each request.")
@click.option("--max-pages", type=click.IntRange(1), help="Stop after that many pages.")
@click.option("--max-seconds", type=click.FloatRange(0), help="Stop after that long.")
@click.option("--max-bytes", type=click.IntRange(1), help="Stop after that many bytes on the wire.")
@click.option("--delay", type=click.FloatRange(0), help="Seconds between requests, if more than data/sites.toml says.")
@click.option("--recheck", is_flag=True, help="Look at every known page again, due or not.")
@click.option("--dry-run", is_flag=True, help="Print what would be fetched and why; fetch nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@sites_option
@trial_options
@click.pass_obj
def command(
    folder: DataFolder,
    names: tuple[str, ...],
    contact: str | None,
    max_pages: int | None,
    max_seconds: float | None,
    max_bytes: int | None,
    delay: float | None,
    recheck: bool,
    dry_run: bool,
    as_json: bool,
    sites_file: Path | None,
    connect_to: str | None,
    concurrency: int,
    pretend_now: str | None,
) -> None:
    """Find the event and press-release pages of the sites and keep what they say.

    A crawl may be stopped, killed or started again at any time: it goes on where it was. Without a bound it ends when
    nothing is due. Exit codes: docs/operate.md.
    """
    wanted = Wanted(
        names=names,
        contact="nobody@example.org" if dry_run else contact,
        delay=delay,
        sites_file=sites_file,
        connect_to=connect_to,
        concurrency=concurrency,
        pretend_now=pretend_now,
    )
    sites, options, clock = wanted.checked()
    options = replace(options, max_pages=max_pages, max_seconds=max_seconds, max_bytes=max_bytes, recheck=recheck)
    if dry_run:
        _print_plan(folder, sites, options, clock, as_json=as_json)
        return
    report = run_crawl(folder, sites, options, clock)
    click.echo(json.dumps(report.to_dict(), indent=2, ensure_ascii=False) if as_json else summary(report))
    code = exit_code(report)
    if code:
        click.get_current_context().exit(code)


def run_crawl(folder: DataFolder, sites: Sites, options: Options, clock: Clock) -> Report:
    """Crawl into the data folder, with a progress line on standard error.

    Raises:
        ArchiveError: another run holds the folder, its ledger cannot be used, or the disk is full.
    """
    with open_store(folder, "crawl", write=True) as store:
        crawl = Crawl(store, sites, options, clock=clock)
        report = asyncio.run(_watched(crawl))
        try:
            store.finish_run(exit_code(report), report.to_dict())
        except sqlite3.OperationalError as error:
            # On a full disk not even the end of the run can be written down; the exit code still tells.
            if Cause.DISK not in report.causes:
                raise
            click.echo(f"iom-archive: the end of the run could not be written down: {error}", err=True)
    return report


def exit_code(report: Report) -> int:
    """The exit code for a crawl's outcome: one for each cause that someone should look at, else 0."""
    return _CODES.get(report.outcome, exit_codes.OK)


def summary(report: Report) -> str:
    """What a crawl did, in a few lines."""
    lines = [
        f"{report.outcome}: {report.pages} pages ({report.new} new, {report.changed} changed, "
        f"{report.unchanged} unchanged, {report.gone} gone), {report.requests} requests, "
        f"{report.bytes / 1e6:.1f} MB; {report.queue} pages still due"
    ]
    if report.verdicts:
        lines.append("verdicts: " + ", ".join(f"{name} {count}" for name, count in report.verdicts.most_common()))
    lines += [f"problem: {problem.message}" for problem in report.problems[:20]]
    if len(report.problems) > 20:
        lines.append(f"... and {len(report.problems) - 20} further problems (--json shows more)")
    return "\n".join(lines)


async def _watched(crawl: Crawl) -> Report:
    """Run the crawl with signals that stop it clean and a line that shows where it is."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, crawl.stop)
    if not sys.stderr.isatty():
        return await _with_ticks(crawl, _PLAIN_SECONDS, lambda: click.echo(_progress(crawl), err=True))
    # Only where somebody looks on: these weigh more than the crawl's own modules.
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    console = Console(stderr=True)
    with Live(console=console, auto_refresh=False, transient=True) as live:
        return await _with_ticks(
            crawl, _TERMINAL_SECONDS, lambda: live.update(Text(_progress(crawl), no_wrap=True), refresh=True)
        )


async def _with_ticks(crawl: Crawl, seconds: float, show: Callable[[], None]) -> Report:
    async def tick() -> None:
        while True:
            await asyncio.sleep(seconds)
            show()

    ticking = asyncio.create_task(tick())
    try:
        return await crawl.run()
    finally:
        ticking.cancel()


def _progress(crawl: Crawl) -> str:
    report, clock = crawl.report, crawl.run_state.clock
    names = [site.name for site in crawl.run_state.options.sites]
    waiting = [
        f"{lane.domain} in {lane.gate.waiting_until - clock.monotonic():.0f} s"
        for lane in crawl.lanes
        if lane.gate.waiting_until is not None
    ]
    parts = [
        f"{report.pages} pages",
        f"{crawl.pages_per_minute:.1f}/min",
        f"{report.new} new, {report.changed} changed",
        f"{sum(crawl.run_state.frontier.count_due(names).values())} due",
    ]
    if report.errors:
        parts.append(f"{report.errors} errors")
    if waiting:
        parts.append("waiting for " + ", ".join(waiting))
    return " · ".join(parts)


def _print_plan(folder: DataFolder, sites: Sites, options: Options, clock: Clock, *, as_json: bool) -> None:
    """Print what a run would do, without a request and without writing anything."""
    limit = options.max_pages or 50
    if folder.ledger.exists():
        try:
            store = CaptureStore(folder.root)
        except LedgerError as error:
            raise ArchiveError(str(error), hint=error.hint) from error
        with store:
            plan = Crawl(store, sites, options, clock=clock).plan(limit)
    else:
        import tempfile  # here, because a crawl has no use for it

        with tempfile.TemporaryDirectory() as empty, CaptureStore(Path(empty), write=True) as store:
            plan = Crawl(store, sites, options, clock=clock).plan(limit)
    if as_json:
        steps = [{"address": step.address, "kind": step.kind, "why": step.why} for step in plan.steps]
        click.echo(json.dumps({"due": plan.due, "plan": steps}, indent=2, ensure_ascii=False))
        return
    for step in plan.steps:
        click.echo(f"{step.why:<36} {step.address}")
    click.echo(f"{plan.due} pages are due; nothing was fetched")


def _sites(path: Path | None) -> Sites:
    try:
        return load_sites(path)
    except SitesError as error:
        raise ArchiveError(str(error), hint="docs/crawling.md explains the file.") from error


def _selected(sites: Sites, names: tuple[str, ...]) -> list[Site]:
    try:
        return sites.select(names)
    except SitesError as error:
        raise ArchiveError(str(error)) from error


def _contact(contact: str | None) -> str:
    if not contact:
        raise ArchiveError(
            "a crawl needs a contact address, so that the site's owner can reach you",
            hint="Use --contact you@example.org, set IOM_ARCHIVE_CONTACT, or write it into data/sites.toml.",
        )
    if not _CONTACT.fullmatch(contact) or not contact.isascii():
        raise ArchiveError(f"{contact!r} is neither a mail address nor the address of a page")
    return contact


def _trial(
    connect_to: str | None, delay: float | None, concurrency: int, pretend_now: str | None, sites: Sites
) -> Origin | None:
    """The local copy to ask, and the rules of trials: only there may pauses be short, days pretended, requests many."""
    if connect_to is None:
        if delay is not None and delay < sites.limits.floor_seconds:
            raise ArchiveError(
                f"--delay {delay:g} is less than the floor of {sites.limits.floor_seconds:g} seconds in the sites file",
                hint="Shorter pauses are for trials with --connect-to only.",
            )
        if pretend_now or concurrency > 1:
            raise ArchiveError("--pretend-now and --concurrency are for trials with --connect-to only")
        return None
    if concurrency > 1 and delay != 0:
        raise ArchiveError("--concurrency needs --delay 0: with a pause, requests go one by one")
    try:
        return Origin.parse(connect_to)
    except ValueError as error:
        raise ArchiveError(f"--connect-to: {error}") from error


def _moment(text: str) -> datetime:
    try:
        return from_text(text)
    except ValueError as error:
        raise ArchiveError(f"--pretend-now: {text!r} is no ISO 8601 moment, such as 2026-11-21T03:00:00Z") from error
