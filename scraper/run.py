"""What the parts of one crawl share: its settings, its memory, its counters, and the word to stop."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from scraper.capture import Attempt, Capture
from scraper.client import Answer
from scraper.clock import Clock
from scraper.crawl_state import CrawlProblem, CrawlState
from scraper.discovery import Admission
from scraper.frontier import Frontier, Settlement
from scraper.guard import Origin
from scraper.report import Cause, Report
from scraper.sites import Limits, Site
from scraper.store import CaptureStore
from scraper.together import Together

_MOST_FREE_SHARE_BYTES = 10 << 30  # a share of a huge disk asks for no more than this


class StoppedError(Exception):
    """The run was told to stop while it waited."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the operator asked of this run. ``delay`` None means the floor of the sites file."""

    sites: tuple[Site, ...]
    contact: str
    version: str
    delay: float | None = None
    trial: Origin | None = None
    concurrency: int = 1
    max_pages: int | None = None
    max_seconds: float | None = None
    max_bytes: int | None = None
    recheck: bool = False


class Stopper:
    """The word to stop: requests in hand are finished, waiting ends at once."""

    def __init__(self, report: Report) -> None:
        self._event = asyncio.Event()
        self._report = report

    @property
    def stopped(self) -> bool:
        """Whether the run shall stop."""
        return self._event.is_set()

    def stop(self, cause: Cause) -> None:
        """Stop the run, for this cause."""
        self._report.causes.add(cause)
        self._event.set()

    async def pause(self, seconds: float) -> None:
        """Wait that long.

        Raises:
            StoppedError: the run shall stop; the pause was not waited for.
        """
        if seconds > 0:
            try:
                async with asyncio.timeout(seconds):
                    await self._event.wait()
            except TimeoutError:
                return
        if self.stopped:
            raise StoppedError


@dataclass(slots=True)
class Run:
    """One crawl."""

    options: Options
    limits: Limits
    clock: Clock
    store: CaptureStore
    state: CrawlState
    frontier: Frontier
    admission: Admission
    report: Report
    stopper: Stopper
    _writer: ThreadPoolExecutor | None = field(init=False)  # where requests run at once, one thread writes for all
    _keep_together: Together[Attempt, Capture] = field(init=False)
    _settle_together: Together[Settlement, int] = field(init=False)
    _known_problems: set[CrawlProblem] = field(default_factory=set)
    closed: dict[str, Cause] = field(default_factory=dict)  # hosts that are not asked any more
    unhealthy: set[str] = field(default_factory=set)  # sites whose silence must not be read as "gone"
    healthy: set[str] = field(default_factory=set)  # sites of which a channel gave what it should

    def __post_init__(self) -> None:
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer") if self.options.concurrency > 1 else None
        self._keep_together = Together(self.store.add_together, self._writer)
        self._settle_together = Together(self.frontier.settle_all, self._writer)

    async def keep(self, attempt: Attempt) -> Capture:
        """Store an attempt and count it. When this returns it is durable."""
        capture = await self._keep_together(attempt)
        self.report.verdicts[attempt.verdict] += 1
        return capture

    async def settle(self, settlement: Settlement) -> int:
        """Write down what an attempt showed of a page; returns how many addresses it named that were unknown."""
        return await self._settle_together(settlement)

    async def finish(self) -> None:
        """Wait until everything that was handed in is written."""
        await self._keep_together.finish()
        await self._settle_together.finish()
        if self._writer:
            self._writer.shutdown()

    def count(self, host: str, answer: Answer) -> None:
        """Count one exchange."""
        report = self.report
        report.requests += 1
        report.bytes += len(answer.wire)
        report.hosts[host]["requests"] += 1
        report.hosts[host]["bytes"] += len(answer.wire)
        if any(name.lower() in ("if-none-match", "if-modified-since") for name, _ in answer.request_headers):
            report.conditional += 1
        most = self.options.max_bytes
        if most is not None and report.bytes >= most:
            self.stopper.stop(Cause.MAX_BYTES)

    def problem(self, code: str, message: str, *, site: str | None = None, address: str | None = None) -> None:
        """Record a problem of this run, each only once."""
        problem = CrawlProblem(code, message, site, address)
        if problem in self._known_problems:
            return
        self._known_problems.add(problem)
        self.report.problems.append(problem)
        self.state.report(self.report.run_id, problem)

    def drift(self, code: str, message: str, *, site: str, address: str | None = None) -> None:
        """Record a problem that says the site has changed: the run ends non-zero and marks nothing as gone there."""
        self.problem(code, message, site=site, address=address)
        self.report.causes.add(Cause.DRIFT)
        self.unhealthy.add(site)

    def close_host(self, host: str, cause: Cause, reason: str) -> None:
        """Ask this host nothing more in this run."""
        if host in self.closed:
            return
        self.closed[host] = cause
        self.report.causes.add(cause)
        sites = [site for site in self.options.sites if host in (site.host, *site.aliases)]
        self.unhealthy.update(site.name for site in sites)
        self.problem(f"host_{cause}", f"{host}: {reason}", site=sites[0].name if sites else None)

    def is_open(self, site: Site) -> bool:
        """Whether the site's host may still be asked."""
        return site.host not in self.closed

    def failed(self) -> None:
        """Count a failed request against the run's budget."""
        self.report.errors += 1
        if self.report.errors >= self.limits.error_budget:
            self.stopper.stop(Cause.ERROR_BUDGET)

    def check_disk(self, folder: Path) -> None:
        """Stop the run while there is still room to write down that it stopped."""
        disk = os.statvfs(folder)
        free = disk.f_bavail * disk.f_frsize
        share = min(disk.f_blocks * disk.f_frsize * self.limits.minimum_free_share, _MOST_FREE_SHARE_BYTES)
        least = max(self.limits.minimum_free_bytes, share) if self.limits.minimum_free_bytes else 0
        if free < least:
            self.problem("disk", f"{free:,} bytes free at {folder}, less than {int(least):,}")
            self.stopper.stop(Cause.DISK)
