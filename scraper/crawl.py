"""A crawl from start to end: lanes, order, bounds, and what is concluded when it is over.

Each registrable domain has a lane of its own, because each is paced on its own. A lane first reads what announces new
pages (feeds, the heads of listings, sitemaps), then visits pages in the frontier's order; a listing is walked further
down only while few unseen pages wait. State lies in the ledger alone, so a crawl that is killed goes on where it was.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import sqlite3
import ssl
import traceback
from collections import Counter, defaultdict, deque
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from scraper.channels import ChannelReader, ChannelWork, SitemapWork, works_of
from scraper.client import Client
from scraper.clock import Clock, from_text, to_text
from scraper.crawl_state import CrawlState
from scraper.discovery import Admission
from scraper.fetching import Fetcher, HostClosedError, identity
from scraper.frontier import Frontier, Offer, Seen, Settlement, Work
from scraper.gate import Gate, LongPauseError
from scraper.guard import Guard, Resolver
from scraper.report import Cause, Report
from scraper.run import Options, Run, StoppedError, Stopper
from scraper.sites import Channel, Site, Sites, registrable_domain
from scraper.store import CaptureStore
from scraper.urls import host_of
from scraper.verdicts import CONSEQUENCES, Verdict
from scraper.visits import PageVisitor

_WAITING = 24  # unseen pages from listings: with fewer waiting, a listing is walked on
_KEPT_MEMORY = 2 << 20  # bytes of the largest block that glibc keeps for the next page
_BATCH = 50  # rows drawn from the frontier at a time
_DISK_EVERY = 50  # attempts
_HOST_FAILURES = 5  # addresses of one host in a row that no answer came for
_LAYOUTS_PROVEN = 10  # pages of a kind seen before, for an unknown layout to mean something
_LAYOUT_PAGES, _LAYOUT_SHARE = 3, 0.2  # pages of one run with unknown layouts: at least that many, and that share
_GONE_SHARE, _GONE_FEW = 0.2, 5  # more of a site's pages gone in one run is an outage, not housekeeping
_FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a run would fetch, and why."""

    address: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would fetch. ``due`` counts pages, also those that the plan leaves out."""

    due: int
    steps: tuple[Step, ...]


@dataclass(slots=True)
class Lane:
    """One registrable domain: its sites, its gate, its channels still to read, its pages in hand."""

    domain: str
    sites: list[Site]
    gate: Gate
    channels: deque[ChannelWork] = field(default_factory=deque)
    pages: deque[Work] = field(default_factory=deque)
    in_hand: set[str] = field(default_factory=set)
    busy: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False


class Crawl:
    """One run over the selected sites. Make it, then `run` it once; `report` and `lanes` may be looked at meanwhile."""

    def __init__(
        self,
        store: CaptureStore,
        sites: Sites,
        options: Options,
        *,
        clock: Clock | None = None,
        resolver: Resolver | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self.report = Report()
        clock = clock or Clock()
        self._sites = sites
        self._client = Client(sites.limits, ssl_context=ssl_context)
        admission = Admission(sites, options.sites)
        self.run_state = Run(
            options=options,
            limits=sites.limits,
            clock=clock,
            store=store,
            state=CrawlState(store.ledger, clock),
            frontier=Frontier(store.ledger, clock, sites.limits),
            admission=admission,
            report=self.report,
            stopper=Stopper(self.report),
        )
        self._gates: dict[str, Gate] = {}
        self._fetcher = Fetcher(
            client=self._client,
            guard=Guard(admission.hosts, trial=options.trial, resolver=resolver),
            gate_of=lambda host: self._gate(registrable_domain(host)),
            state=self.run_state.state,
            limits=sites.limits,
            clock=clock,
            identity=identity(options.version, options.contact),
            schemes={host: site.scheme for site in options.sites for host in (site.host, *site.aliases)},
            known_hosts=admission.known_hosts,
            keep=self.run_state.keep,
            count=self.run_state.count,
        )
        self._reader = ChannelReader(self.run_state, self._fetcher, self._told, self._ended)
        self._visitor = PageVisitor(self.run_state, self._fetcher, self._told)
        self._blocked: Counter[str] = Counter()  # answers in a row, by host
        self._failures: Counter[str] = Counter()
        self._gone: Counter[str] = Counter()  # by site
        self._visited: Counter[str] = Counter()
        self._greeted: set[str] = set()
        self._started = clock.monotonic()
        self.lanes: list[Lane] = []

    @property
    def pages_per_minute(self) -> float:
        """Pages of this run so far, by the minutes that it took."""
        minutes = (self.run_state.clock.monotonic() - self._started) / 60
        return self.report.pages / minutes if minutes > 0 else 0.0

    def stop(self, cause: Cause = Cause.SIGNAL) -> None:
        """Finish the requests in hand, then end."""
        self.run_state.stopper.stop(cause)

    async def run(self) -> Report:
        """Crawl until nothing is due or a bound is met. What was fetched is stored when this returns or raises."""
        run, report = self.run_state, self.report
        # Parsing takes and frees a few megabytes for each page. glibc hands them back to the system every time, which
        # costs as much as the parsing, until it has seen a larger block come and go (mallopt(3), M_MMAP_THRESHOLD).
        bytes(_KEPT_MEMORY)
        report.run_id = run.store.start_run("crawl")
        report.started_at, report.repairs = to_text(run.clock.now()), run.store.repairs
        run.check_disk(run.store.captures_dir.parent)
        with _full_disk_stops(run):
            self._begin()
        deadline = None
        if run.options.max_seconds is not None:
            loop = asyncio.get_running_loop()
            deadline = loop.call_later(run.options.max_seconds, run.stopper.stop, Cause.MAX_SECONDS)
        try:
            async with asyncio.TaskGroup() as group:
                for lane in self.lanes:
                    for _ in range(run.options.concurrency if lane.gate.delay == 0 else 1):
                        group.create_task(self._work(lane))
        finally:
            if deadline:
                deadline.cancel()
            await run.finish()
            await self._client.close()
        with _full_disk_stops(run):
            self._conclude()
        return report

    def plan(self, limit: int) -> Plan:
        """What a run would read and visit now, at most ``limit`` pages; nothing is sent or written."""
        run = self.run_state
        names = [site.name for site in run.options.sites]
        channels = [work.channel for site in run.options.sites for work in self._works(site)]
        seeds = [offer.candidate for offer in self._seeds() if run.frontier.is_unknown(offer.candidate.address)]
        works = run.frontier.due(names, limit)
        steps = [Step(channel.address, channel.kind, f"{channel.kind} {channel.name}") for channel in channels]
        pages = [Step(seed.address, seed.kind, "new, found by seed") for seed in seeds]
        pages += [Step(work.address, work.kind, work.why) for work in works]
        return Plan(sum(run.frontier.count_due(names).values()) + len(seeds), (*steps, *pages[:limit]))

    # before

    def _begin(self) -> None:
        run = self.run_state
        by_domain: defaultdict[str, list[Site]] = defaultdict(list)
        for site in run.options.sites:
            until = run.state.blocked_until(site.host)
            if until:
                run.close_host(site.host, Cause.BLOCKED, f"refused us, left alone until {until:%Y-%m-%d %H:%M} UTC")
            by_domain[registrable_domain(site.host)].append(site)
        self.report.found += run.frontier.offer(self._seeds())
        self.report.found += run.frontier.adopt(run.admission)
        if run.options.recheck:
            run.frontier.recheck_all([site.name for site in run.options.sites])
        for domain, sites in by_domain.items():
            lane = Lane(domain, sites, self._gate(domain))
            lane.channels.extend(work for site in sites if run.is_open(site) for work in self._works(site))
            self.lanes.append(lane)

    def _seeds(self) -> list[Offer]:
        run = self.run_state
        return [
            Offer(candidate, "seed", rank=-1)
            for site in run.options.sites
            for seed in site.seeds
            if (candidate := run.admission.candidate(seed))
        ]

    def _works(self, site: Site) -> list[ChannelWork]:
        return works_of(self.run_state, self._reader, site)

    def _gate(self, domain: str) -> Gate:
        gate = self._gates.get(domain)
        if gate is None:
            run = self.run_state
            floor = run.limits.floor_seconds if run.options.delay is None else run.options.delay
            gate = Gate(
                domain,
                run.limits,
                run.clock,
                run.state,
                floor=floor,
                slots=run.options.concurrency,
                pause=run.stopper.pause,
            )
            self._gates[domain] = gate
        return gate

    # the lanes

    async def _work(self, lane: Lane) -> None:
        """Do one job of the lane after the other."""
        run = self.run_state
        while not run.stopper.stopped and not lane.ended:
            job = self._next(lane)
            if job is None:
                if not lane.busy:
                    lane.changed.set()
                    return
                lane.changed.clear()
                await lane.changed.wait()
                continue
            lane.busy += 1
            try:
                with _full_disk_stops(run):
                    await job()
            except StoppedError:
                pass
            except HostClosedError as closed:
                run.close_host(closed.host, Cause.UNREACHABLE, closed.reason)
                self._forget(lane, closed.host)
            except LongPauseError as pause:
                run.problem("throttled", str(pause), site=lane.sites[0].name)
                run.unhealthy.update(site.name for site in lane.sites)
                self.report.causes.add(Cause.THROTTLED)
                lane.ended = True
            finally:
                lane.busy -= 1
                lane.changed.set()

    def _next(self, lane: Lane) -> Callable[[], Awaitable[None]] | None:
        """The lane's next job: an announcing channel, a further page of a listing while few pages wait, or a page."""
        for index, work in enumerate(lane.channels):
            if work.is_urgent or (index == 0 and self._few_waiting(lane)):
                del lane.channels[index]
                return lambda: self._read(lane, work)
        if not lane.pages:
            lane.pages.extend(self._draw(lane))
        if lane.pages:
            work_page = lane.pages.popleft()
            lane.in_hand.add(work_page.address)
            return lambda: self._visit(lane, work_page)
        if lane.channels:
            work = lane.channels.popleft()
            return lambda: self._read(lane, work)
        return None

    def _few_waiting(self, lane: Lane) -> bool:
        open_sites = [site.name for site in lane.sites if self.run_state.is_open(site)]
        return self.run_state.frontier.new_and_listed(open_sites, _WAITING) < _WAITING

    def _draw(self, lane: Lane) -> list[Work]:
        open_sites = [site.name for site in lane.sites if self.run_state.is_open(site)]
        if not open_sites:
            return []
        rows = self.run_state.frontier.due(open_sites, _BATCH + len(lane.in_hand))
        return [row for row in rows if row.address not in lane.in_hand][:_BATCH]

    async def _read(self, lane: Lane, work: ChannelWork) -> None:
        """One step of a channel; a channel with more to read goes to the end of the line."""
        if not self.run_state.is_open(work.site):
            return
        if work.site.name not in self._greeted:
            self._greeted.add(work.site.name)
            await self._add_robots_sitemaps(lane, work.site)
        if await work.step():
            lane.channels.append(work)
        lane.pages.clear()  # the newest come first

    async def _add_robots_sitemaps(self, lane: Lane, site: Site) -> None:
        """Sitemaps that only robots.txt names."""
        known = {channel.address for channel in site.sitemaps}
        for address in (await self._fetcher.rules(site.host)).sitemaps:
            if address not in known and self.run_state.admission.belongs(address):
                name = f"{site.name}/sitemap/{address.partition('://')[2]}"
                channel = Channel(name, "sitemap", address, expected=False)
                extra = SitemapWork(self.run_state, self._reader, site, channel)
                if extra.is_due:
                    lane.channels.append(extra)

    async def _visit(self, lane: Lane, work: Work) -> None:
        run, report = self.run_state, self.report
        site = next(site for site in lane.sites if site.name == work.site)
        if not run.is_open(site):
            lane.in_hand.discard(work.address)
            return
        most = run.options.max_pages
        if most is not None and report.pages >= most:
            run.stopper.stop(Cause.MAX_PAGES)
            return
        report.pages += 1
        report.channels[work.channel.split("/")[1] if "/" in work.channel else work.channel] += 1
        try:
            outcome = await self._visitor.visit(work, site)
        except (StoppedError, HostClosedError, LongPauseError):
            report.pages -= 1
            raise
        except (OSError, sqlite3.Error, MemoryError):
            raise
        except Exception as error:  # one answer that this program cannot take must not end a run of thousands
            await self._stumbled(work, error)
            return
        finally:
            lane.in_hand.discard(work.address)
        verdict = outcome.judgement.verdict
        if verdict in (Verdict.DISALLOWED, Verdict.REFUSED):
            report.pages -= 1  # nothing was sent
            return
        self._visited[site.name] += 1
        if verdict is Verdict.GONE:
            self._gone[site.name] += 1
        self._ended(site, verdict, outcome.judgement.reason or "")
        if report.pages % _DISK_EVERY == 0:
            run.check_disk(run.store.captures_dir)
        if most is not None and report.pages >= most:
            run.stopper.stop(Cause.MAX_PAGES)

    async def _stumbled(self, work: Work, error: Exception) -> None:
        """Record a defect of this program, and leave the page for another day."""
        run = self.run_state
        where = traceback.extract_tb(error.__traceback__)[-1]
        message = f"{type(error).__name__}: {error} (at {Path(where.filename).name}:{where.lineno})"
        run.problem("defect", message, site=work.site, address=work.address)
        run.report.causes.add(Cause.DEFECT)
        run.failed()
        await run.settle(Settlement(work, Seen(Verdict.REJECTED, None)))

    # what verdicts mean for hosts

    def _told(self, address: str, verdict: Verdict, reason: str) -> None:
        """Hear the verdict on each request: a firewall that refuses us again and again is left alone."""
        run, host = self.run_state, host_of(address)
        run.report.hosts[host][str(verdict)] += 1
        if verdict is not Verdict.BLOCKED:
            self._blocked[host] = 0
            return
        self._blocked[host] += 1
        if self._blocked[host] >= run.limits.blocked_in_a_row and host not in run.closed:
            until = run.state.block(host, timedelta(hours=run.limits.blocked_pause_hours), reason)
            run.close_host(host, Cause.BLOCKED, f"{reason}; left alone until {until:%Y-%m-%d %H:%M} UTC")

    def _ended(self, site: Site, verdict: Verdict, reason: str) -> None:
        """Hear the last verdict on each address: several in a row without an answer, or one without a name or
        trust, close a host for this run.
        """
        if not CONSEQUENCES[verdict].host:
            self._failures[site.host] = 0
            return
        self._failures[site.host] += 1
        if verdict in (Verdict.DNS, Verdict.TLS) or self._failures[site.host] >= _HOST_FAILURES:
            self.run_state.close_host(site.host, Cause.UNREACHABLE, f"{verdict}: {reason}")

    def _forget(self, lane: Lane, host: str) -> None:
        lane.channels = deque(work for work in lane.channels if work.site.host != host)
        lane.pages.clear()

    # after

    def _conclude(self) -> None:
        run, report = self.run_state, self.report
        self._judge_layouts()
        self._judge_silence()
        self._mark_gone()
        names = [site.name for site in run.options.sites]
        report.queue = sum(run.frontier.count_due(names).values())
        report.ended_at = to_text(run.clock.now())
        report.causes.add(Cause.DONE)

    def _judge_layouts(self) -> None:
        """Pages in a layout never seen before: one is an editor's whim, several are a redesign."""
        run = self.run_state
        groups: defaultdict[tuple[str, str, str], dict[str, tuple[int, str]]] = defaultdict(dict)
        for (site, kind, language, layout, first), pages in self._visitor.layouts.items():
            groups[site, kind, language][layout] = (pages, first)
        for (site, kind, language), layouts in groups.items():
            known = run.state.layouts(site, kind, language)
            unknown = {layout: seen for layout, seen in layouts.items() if layout not in known}
            pages = sum(count for count, _ in unknown.values())
            share = pages / sum(count for count, _ in layouts.values())
            if sum(known.values()) >= _LAYOUTS_PROVEN and pages >= _LAYOUT_PAGES and share >= _LAYOUT_SHARE:
                _, example = next(iter(unknown.values()))
                message = f"{pages} pages of kind {kind} in language {language} have a layout never seen before"
                run.drift("unknown_layout", message, site=site, address=example)
            for layout, (count, first) in layouts.items():
                run.state.learn_layout(site, kind, language, layout, first, count)

    def _judge_silence(self) -> None:
        """A site that always had news and has none for weeks: a cache, a listing that stands still, or we."""
        run = self.run_state
        for site in run.options.sites:
            newest = run.frontier.newest(site.name)
            if site.quiet_days is None or newest is None:
                continue
            days = (run.clock.now() - from_text(newest)).total_seconds() / 86400
            if days > site.quiet_days:
                run.drift("nothing_new", f"{site.name}: no new page for {days:.0f} days", site=site.name)

    def _mark_gone(self) -> None:
        """Mark pages as gone, where the evidence is repeated and the site is otherwise in good health."""
        run, healthy = self.run_state, []
        for site in run.options.sites:
            gone, visited = self._gone[site.name], self._visited[site.name]
            if gone > max(_GONE_FEW, visited * _GONE_SHARE):
                message = f"{gone} of {visited} pages answered 404 or 410 in one run: none is marked as gone"
                run.drift("mass_gone", message, site=site.name)
            has_channels = bool(site.listings or site.feeds or site.sitemaps)
            if site.name not in run.unhealthy and (site.name in run.healthy or not has_channels):
                healthy.append(site.name)
        if healthy:
            self.report.gone += len(run.frontier.mark_gone(healthy))


@contextlib.contextmanager
def _full_disk_stops(run: Run) -> Iterator[None]:
    """A full disk ends the run; what was stored before stays."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL_DISK:
            raise
        run.stopper.stop(Cause.DISK)
    except sqlite3.OperationalError as error:
        if "full" not in str(error):
            raise
        run.stopper.stop(Cause.DISK)
