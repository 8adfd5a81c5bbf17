"""The channels by which pages become known: feeds, sitemaps and listings, read one step at a time.

No channel is trusted alone. A listing is walked from its newest end until a page names nothing that it had not named
before; the first walk goes to the very end, over as many runs as it takes, and is checked against the number of items
that the listing says it holds. A channel that falls silent is a problem, never a reason to think pages gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import islice

from scraper.again import until_settled
from scraper.capture import Capture
from scraper.clock import from_text, to_text
from scraper.crawl_state import ChannelState, FileState
from scraper.discovery import (
    Candidate,
    ChannelError,
    Entry,
    read_feed,
    read_sitemap,
    with_page,
)
from scraper.fetching import Fetched, Fetcher
from scraper.frontier import Offer, sitemap_rank
from scraper.reading import Card, ListingFacts, read_listing
from scraper.run import Run
from scraper.sites import Channel, Site
from scraper.urls import AddressError, resolve
from scraper.verdicts import Known, Verdict, judge_exchange
from scraper.visits import Look, attempt_of
from scraper.warc import DamagedRecordError

_LISTING_RANKS = 100_000
_BATCH = 500  # entries of a sitemap that are taken in at once
_INDEX = -1  # stands for the number of items of a sitemap that names others
Told = Callable[[str, Verdict, str], None]  # address, verdict, why
Ended = Callable[[Site, Verdict, str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """One file of a channel. ``body`` is None when it is unchanged (``items`` then says what it held) or unusable."""

    verdict: Verdict
    reason: str | None
    body: bytes | None = None
    content_type: str | None = None
    capture: Capture | None = None
    items: int = 0
    final_address: str = ""

    @property
    def unchanged(self) -> bool:
        """Whether the server says that nothing changed."""
        return self.verdict is Verdict.NOT_MODIFIED


class ChannelReader:
    """Reads the files of channels for one run.

    ``told`` hears the verdict on each request, ``ended`` the last one on each file.
    """

    def __init__(self, run: Run, fetcher: Fetcher, told: Told, ended: Ended) -> None:
        self._run = run
        self._fetcher = fetcher
        self._told = told
        self._ended = ended

    async def read(self, site: Site, channel: Channel, address: str, *, conditional: bool = True) -> Reading:
        """Fetch one file of a channel, conditionally where it was read before, and store each attempt."""
        look = Look(whole=not conditional)
        reading = await until_settled(
            self._run, partial(self._attempt, channel, address, look), lambda reading: reading.verdict, look.heed
        )
        self._ended(site, reading.verdict, reading.reason or "")
        return reading

    async def _attempt(self, channel: Channel, address: str, look: Look) -> Reading:
        run = self._run
        known_file = None if look.whole else run.state.file(address)
        validators, known = self._validators(known_file)
        fetched = await self._fetcher.fetch(address, validators=validators, plain=look.plain, fresh=look.fresh)
        judgement = None
        if fetched.answer and fetched.unpacked:
            judgement = judge_exchange(fetched.answer, fetched.unpacked, known)
        verdict = fetched.verdict or (judgement.verdict if judgement else Verdict.CHANNEL)
        reason = fetched.reason or (judgement.reason if judgement else None)
        capture = None
        if fetched.exchanges or verdict not in (Verdict.DISALLOWED, Verdict.REFUSED):
            refers_to = known_file.capture_id if verdict is Verdict.NOT_MODIFIED and known_file else None
            capture = await run.keep(attempt_of(run, fetched, verdict, reason, channel.name, channel.kind, refers_to))
        self._told(address, verdict, reason or "")
        if fetched.long_pause:
            raise fetched.long_pause
        return self._reading(fetched, verdict, reason, capture, known_file)

    def remember(self, channel: Channel, address: str, reading: Reading, items: int) -> None:
        """Keep the validators of a file that was read whole."""
        capture = reading.capture
        if capture and (capture.etag or capture.last_modified):
            now = to_text(self._run.clock.now())
            state = FileState(capture.id, capture.etag, capture.last_modified, items, now)
            self._run.state.save_file(address, channel.name, state)

    def stored(self, address: str) -> bytes | None:
        """The body of a file as it was last read whole; None when it cannot be read any more."""
        known = self._run.state.file(address)
        try:
            return self._run.store.read_body(self._run.store.capture(known.capture_id)) if known else None
        except DamagedRecordError:
            return None

    def _validators(self, file: FileState | None) -> tuple[dict[str, str], Known]:
        if file is None or self._too_old(file.full_at):
            return {}, Known()
        validators = {}
        if file.etag:
            validators["If-None-Match"] = file.etag
        if file.last_modified:
            validators["If-Modified-Since"] = file.last_modified
        return validators, Known(validators_sent=bool(validators), body_is_sound=True)

    def _too_old(self, full_at: str) -> bool:
        return self._run.clock.now() - from_text(full_at) > timedelta(days=self._run.limits.full_fetch_days)

    def _reading(
        self, fetched: Fetched, verdict: Verdict, reason: str | None, capture: Capture | None, file: FileState | None
    ) -> Reading:
        if verdict is Verdict.NOT_MODIFIED:
            return Reading(verdict, None, capture=capture, items=file.items if file else 0)
        if verdict is not Verdict.CHANNEL or fetched.answer is None or fetched.unpacked is None:
            return Reading(verdict, reason)
        content_type = fetched.answer.header("content-type")
        body = fetched.unpacked.body
        return Reading(verdict, None, body, content_type, capture, final_address=fetched.final_address)


class ChannelWork:
    """One channel in one run: `step` reads one file and says whether there is more to read."""

    def __init__(self, run: Run, reader: ChannelReader, site: Site, channel: Channel) -> None:
        self.run = run
        self.reader = reader
        self.site = site
        self.channel = channel
        self.state: ChannelState = run.state.channel(channel.name)
        self.is_urgent = True  # read before pages are; a walk's later steps are not

    async def step(self) -> bool:
        """Read one file. Returns whether there is more."""
        raise NotImplementedError

    @property
    def is_due(self) -> bool:
        """Whether the channel is to be read in this run at all."""
        return True

    def offer(self, entries: Sequence[tuple[Candidate, int, str | None]]) -> int:
        """Offer candidates with rank and moment to the frontier; returns how many were unknown."""
        offers = [Offer(candidate, self.channel.name, rank=rank, moment=moment) for candidate, rank, moment in entries]
        found = self.run.frontier.offer(offers)
        self.run.report.found += found
        return found

    def gave(self, items: int, **changes: object) -> None:
        """Write down that the channel gave that many items, and complain when they are too few."""
        now = to_text(self.run.clock.now())
        proven = self.state.ok_at is not None or self.channel.expected
        problem = None
        if items == 0:
            problem = f"{self.channel.name} gave no items"
        elif items < self.channel.floor:
            problem = f"{self.channel.name} gave {items} items, fewer than {self.channel.floor}"
        if problem and proven:
            code = f"{self.channel.kind}_empty" if items == 0 else f"{self.channel.kind}_short"
            self.run.drift(code, problem, site=self.site.name, address=self.channel.address)
        if not problem:
            self.run.healthy.add(self.site.name)
        self.save(
            read_at=now,
            items=items,
            most=max(self.state.most, items),
            ok_at=self.state.ok_at if problem else now,
            problem=problem,
            **changes,
        )

    def failed(self, reading: Reading) -> None:
        """Write down that the channel could not be read, and complain if it ever could or should."""
        reason = reading.reason or str(reading.verdict)
        if self.state.ok_at is not None or self.channel.expected:
            message = f"{self.channel.name} could not be read: {reason}"
            self.run.problem("channel_failed", message, site=self.site.name, address=self.channel.address)
            self.run.unhealthy.add(self.site.name)
        self.save(read_at=to_text(self.run.clock.now()), problem=reason)

    def save(self, **changes: object) -> None:
        """Keep changes of the channel's state."""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.run.state.save_channel(self.state)


class FeedWork(ChannelWork):
    """An RSS or Atom feed: the newest pages, at once."""

    async def step(self) -> bool:
        """Read the feed."""
        reading = await self.reader.read(self.site, self.channel, self.channel.address)
        if reading.unchanged:
            self.gave(reading.items)
            return False
        if reading.body is None:
            self.failed(reading)
            return False
        try:
            entries = read_feed(reading.body)
        except ChannelError as error:
            self.failed(replace(reading, reason=str(error)))
            return False
        candidates = [
            (candidate, position, entry.moment)
            for position, entry in enumerate(entries)
            if (candidate := self.run.admission.candidate(entry.address, base=self.channel.address))
        ]
        self.offer(candidates)
        self.reader.remember(self.channel, self.channel.address, reading, len(entries))
        self.gave(len(entries))
        return False


class SitemapWork(ChannelWork):
    """A sitemap, or an index of them: every page with its last change, once a day."""

    def __init__(self, run: Run, reader: ChannelReader, site: Site, channel: Channel) -> None:
        super().__init__(run, reader, site, channel)
        self._todo: list[tuple[str, int]] = [(channel.address, 0)]
        self._seen: set[str] = set()
        self._items = 0
        self._incomplete: str | None = None

    @property
    def is_due(self) -> bool:
        """Whether the last reading is older than ``sitemap_hours``."""
        if self.state.read_at is None or self.run.options.recheck:
            return True
        return self.run.clock.now() - from_text(self.state.read_at) > timedelta(hours=self.run.limits.sitemap_hours)

    async def step(self) -> bool:
        """Read one sitemap file."""
        address, depth = self._todo.pop(0)
        self._seen.add(address)
        reading = await self.reader.read(self.site, self.channel, address)
        if reading.unchanged and reading.items == _INDEX:
            # An index may stay the same while the files that it names change: what it named is in the store.
            reading = replace(reading, body=self.reader.stored(address))
        if reading.unchanged and reading.body is None:
            self._items += max(0, reading.items)
        else:
            self._take(address, depth, reading)
        if self._todo:
            return True
        self._finish(reading)
        return False

    def _take(self, address: str, depth: int, reading: Reading) -> None:
        if reading.body is None:
            self._incomplete = f"{address}: {reading.reason or reading.verdict}"
            return
        pages, is_index = 0, False
        try:
            entries = read_sitemap(reading.body)
            while batch := list(islice(entries, _BATCH)):
                named = [entry for kind, entry in batch if kind == "page"]
                self._offer(named)
                pages += len(named)
                for kind, entry in batch:
                    if kind == "sitemap":
                        is_index = True
                        self._add(entry, depth + 1)
        except ChannelError as error:
            self._incomplete = f"{address}: {error}"
            return
        self._items += pages
        if not reading.unchanged:
            self.reader.remember(self.channel, address, reading, _INDEX if is_index else pages)

    def _offer(self, entries: Sequence[Entry]) -> None:
        now = to_text(self.run.clock.now())
        self.offer(
            [
                (candidate, sitemap_rank(entry.moment, now), entry.moment)
                for entry in entries
                if (candidate := self.run.admission.candidate(entry.address))
            ]
        )

    def _add(self, entry: Entry, depth: int) -> None:
        if depth > 3 or len(self._seen) + len(self._todo) >= self.run.limits.max_sitemaps:
            return
        if entry.address in self._seen or not self.run.admission.belongs(entry.address):
            return
        known = self.run.state.file(entry.address)
        if known and known.items >= 0 and entry.moment and self._still_holds(known, entry.moment):
            self._items += known.items
        else:
            self._todo.append((entry.address, depth))

    def _still_holds(self, known: FileState, changed: str) -> bool:
        """Whether a file was read whole well after it changed, and not so long ago that its date must be doubted.

        A date may be a day without a time, in any zone, so a day and a half must lie between.
        """
        read_at = from_text(known.full_at)
        age = self.run.clock.now() - read_at
        return read_at - from_text(changed) > timedelta(hours=36) and age < timedelta(days=self.run.limits.recheck_days)

    def _finish(self, reading: Reading) -> None:
        before, drop = self.state.items, self.run.limits.sitemap_drop
        if self._incomplete and self._items == 0:
            self.failed(replace(reading, reason=self._incomplete))
            return
        if self._incomplete:
            message = f"{self.channel.name} could be read in part only: {self._incomplete}"
            self.run.problem("sitemap_incomplete", message, site=self.site.name)
            self.save(read_at=to_text(self.run.clock.now()), problem=message)
            return
        if before and self._items < before * (1 - drop):
            message = f"{self.channel.name} names {self._items} pages, {before} the time before"
            self.run.drift("sitemap_shrank", message, site=self.site.name, address=self.channel.address)
        self.gave(self._items)


class ListingWork(ChannelWork):
    """A listing with a pager: newest first, walked until nothing is unseen; the first time to its end."""

    def __init__(self, run: Run, reader: ChannelReader, site: Site, channel: Channel) -> None:
        super().__init__(run, reader, site, channel)
        self._page = 0
        self._pages_read = 0
        self._idle = 0  # pages in a row that named nothing new
        self._total: int | None = None
        self._in_first_walk = False  # past the head, on the way to the end
        self._looking_again = False

    async def step(self) -> bool:
        """Read one page of the listing."""
        address = with_page(self.channel.address, self._page)
        reading = await self.reader.read(self.site, self.channel, address, conditional=self._page == 0)
        self.is_urgent = False
        if reading.unchanged:
            self.gave(reading.items)
            return not self._looking_again and self._after_head()
        if reading.body is None:
            if self._page == 0:
                self.failed(reading)
            else:
                self._complain("listing_cut", f"page {self._page} could not be read: {reading.reason}")
            return False
        return self._take(read_listing(reading.body, reading.content_type), reading)

    def _take(self, facts: ListingFacts, reading: Reading) -> bool:
        page, self._pages_read = self._page, self._pages_read + 1
        if page == 0 and facts.total is not None:
            self.save(total=facts.total)
        fresh = self._offer(facts, reading)
        if page == 0 and not self._looking_again:
            self.reader.remember(self.channel, self.channel.address, reading, len(facts.cards))
            self.gave(len(facts.cards))
            if not facts.cards:
                return False
        if self._looking_again:
            return self._look_again(fresh)
        if self._total is not None and facts.total is not None and facts.total < self._total and page > 0:
            # Items were taken away while we walked: what stood on this page may have moved to the one before.
            self._total, self._page = facts.total, page - 1
            return True
        self._total = facts.total if facts.total is not None else self._total
        if not facts.cards or (not facts.has_next and (facts.total is None or (facts.last or 0) >= facts.total)):
            return self._reached_end(facts)
        if self._in_first_walk:
            return self._go_on(fresh)
        if fresh == 0:
            return self._after_head()
        if self.state.complete_at is None:
            self.save(next_page=max(self.state.next_page or 0, page + 1))
        return self._advance(page + 1)

    def _after_head(self) -> bool:
        """The newest items are known. Go on where the first walk stopped, one page before it."""
        if self.state.complete_at is None and self.state.next_page is not None:
            self._in_first_walk = True
            return self._advance(max(self._page + 1, self.state.next_page - 1))
        if self.state.complete_at is None:
            self._in_first_walk = True
            return self._advance(self._page + 1)
        return self._begin_again()

    def _go_on(self, fresh: int) -> bool:
        self._idle = 0 if fresh else self._idle + 1
        self.save(next_page=self._page + 1)
        if self._idle > 2:
            self._complain("listing_repeats", f"pages up to {self._page} name nothing new, though there is a next page")
            self.save(complete_at=to_text(self.run.clock.now()), next_page=None)
            return self._begin_again()
        return self._advance(self._page + 1)

    def _advance(self, page: int) -> bool:
        if page >= self.run.limits.max_listing_pages:
            self._complain("listing_endless", f"more than {self.run.limits.max_listing_pages} pages")
            self.save(complete_at=to_text(self.run.clock.now()), next_page=None)
            return False
        self._page = page
        return True

    def _reached_end(self, facts: ListingFacts) -> bool:
        if self.state.complete_at is None:
            self.save(complete_at=to_text(self.run.clock.now()), next_page=None)
            named, total = self.run.state.found_by(self.channel.name), facts.total or self._total
            if total is not None and named < total:
                self._complain("listing_incomplete", f"it says it holds {total} items, {named} were seen")
        return self._begin_again()

    def _begin_again(self) -> bool:
        """After a walk over several pages: items that came in meanwhile stand at the head now."""
        if self._pages_read < 2:
            return False
        self._looking_again, self._page = True, 0
        return True

    def _look_again(self, fresh: int) -> bool:
        return fresh > 0 and self._advance(self._page + 1)

    def _offer(self, facts: ListingFacts, reading: Reading) -> int:
        base = self.channel.address
        links = [link for card in facts.cards if (link := self._named(card, base))]
        fresh = self.run.frontier.note_found(self.channel.name, links)
        default = self.channel.gives
        candidates = [
            (candidate, self._rank(position), None)
            for position, card in enumerate(facts.cards)
            if (candidate := self.run.admission.candidate(card.link, base=base, default=default))
        ]
        self.offer(candidates)
        return fresh

    def _rank(self, position: int) -> int:
        """The order among all listings: how far down the listing an item stands, as listings reach equally far back."""
        place = self._page * self.channel.per_page + position
        total = self._total or self.state.total
        return place * _LISTING_RANKS // max(total, place + 1) if total else place * 10

    def _named(self, card: Card, base: str) -> str | None:
        address = resolve(base, card.link)
        try:
            return self.run.admission.settle(address) if address else None
        except AddressError:
            return None

    def _complain(self, code: str, what: str) -> None:
        self.run.problem(code, f"{self.channel.name}: {what}", site=self.site.name, address=self.channel.address)


def works_of(run: Run, reader: ChannelReader, site: Site) -> list[ChannelWork]:
    """The channels of a site that are due, feeds first."""
    works: list[ChannelWork] = [FeedWork(run, reader, site, channel) for channel in site.feeds]
    works += [ListingWork(run, reader, site, channel) for channel in site.listings]
    works += [SitemapWork(run, reader, site, channel) for channel in site.sitemaps]
    return [work for work in works if work.is_due]
