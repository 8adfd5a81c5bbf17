"""One page: fetched, judged, stored, settled in the frontier; again at once where that may help.

`PageVisitor.visit` is the heart of a crawl. It asks conditionally where it can confirm what the store holds, learns how
the site says "not found" before it believes a page, and lets only a page that is believed change what is known.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from urllib.parse import urlsplit

from scraper.again import until_settled
from scraper.capture import Attempt, Capture, Decoded, KnownPage
from scraper.clock import from_text
from scraper.discovery import probe_path, unique
from scraper.fetching import Fetched, Fetcher, HostClosedError
from scraper.frontier import Offer, Seen, Settlement, Work
from scraper.gate import LongPauseError
from scraper.preparing import read_decoded
from scraper.reading import PageFacts, content_words, read_page
from scraper.run import Run, StoppedError
from scraper.sites import Site
from scraper.urls import language_of
from scraper.verdicts import (
    CONSEQUENCES,
    Judgement,
    Known,
    Probe,
    Setting,
    Verdict,
    block_sign,
    judge_exchange,
    judge_page,
)
from scraper.warc import DamagedRecordError

_MARKERS_PROVEN = 5  # pages of a site that said which node they are, before a page that does not is doubted
_PROBE_LASTS = 20  # attempts after which a probe is made anew before a page without its marks is believed
_MOST_LAYOUTS = 1000
_KIND_HINTS = {"press_release": "press_release", "event": "event", "speech": "other"}


@dataclass(slots=True)
class Look:
    """How the next attempt at one address asks."""

    whole: bool = False  # without validators
    fresh: bool = False  # past every cache
    plain: bool = False  # without content coding

    def heed(self, verdict: Verdict) -> None:
        """Ask the way that the last verdict calls for."""
        again = CONSEQUENCES[verdict].again
        if again == "whole":
            self.whole = self.fresh = True
        elif again == "plain":
            self.plain = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one attempt came to."""

    judgement: Judgement
    final_address: str  # of the last answer
    capture: Capture | None
    facts: PageFacts
    whole: bool


@dataclass(slots=True)
class _ProbeSlot:
    lock: asyncio.Lock
    probe: Probe | None = None
    made_at: int = 0  # attempts of the run so far


class PageVisitor:
    """Visits pages for one run; ``told`` hears the verdict on each request."""

    def __init__(self, run: Run, fetcher: Fetcher, told: Callable[[str, Verdict, str], None]) -> None:
        self._run = run
        self._fetcher = fetcher
        self._told = told
        self._probes: dict[tuple[str, str], _ProbeSlot] = {}
        self.layouts: Counter[tuple[str, str, str, str, str]] = Counter()  # site, kind, language, layout, first address
        self._first_with: dict[tuple[str, str, str, str], str] = {}

    async def visit(self, work: Work, site: Site) -> Outcome:
        """Visit one page, and write down what came of it.

        Raises:
            HostClosedError, LongPauseError, StoppedError: the page was not settled and stays due.
        """
        look = Look()
        outcome = await until_settled(
            self._run, partial(self._attempt, work, site, look), lambda outcome: outcome.judgement.verdict, look.heed
        )
        await self._settle(work, site, outcome)
        return outcome

    # one attempt

    async def _attempt(self, work: Work, site: Site, look: Look) -> Outcome:
        run = self._run
        run.report.hosts[site.host]["attempts"] += 1
        validators, known = self._known(work, look)
        fetched = await self._fetcher.fetch(work.address, validators=validators, plain=look.plain, fresh=look.fresh)
        facts, interruption = PageFacts(), None
        if fetched.verdict is not None:
            judgement = Judgement(fetched.verdict, fetched.reason)
        else:
            try:
                judgement, facts = await self._judge(work, site, fetched, known)
            except (StoppedError, HostClosedError, LongPauseError) as error:
                # The run ends before the site was probed: what came is kept, the page stays due.
                judgement, interruption = Judgement(Verdict.SUSPECT, f"could not be judged: {error}"), error
        capture = None
        if fetched.exchanges or judgement.verdict not in (Verdict.DISALLOWED, Verdict.REFUSED):
            refers_to = work.capture_id if judgement.verdict is Verdict.NOT_MODIFIED else None
            hint = _KIND_HINTS.get(work.kind)
            attempt = attempt_of(run, fetched, judgement.verdict, judgement.reason, work.channel, hint, refers_to)
            if judgement.verdict is Verdict.OK:
                attempt = replace(attempt, decoded=_decoded(fetched, facts))
            fetched = replace(fetched, unpacked=None)  # or each page that waits for the disk would hold its body
            capture = await run.keep(attempt)
        else:
            run.report.verdicts[judgement.verdict] += 1
        self._told(work.address, judgement.verdict, judgement.reason or "")
        if fetched.long_pause:
            raise fetched.long_pause
        if interruption:
            raise interruption
        return Outcome(judgement, fetched.final_address, capture, facts, whole=not validators)

    def _known(self, work: Work, look: Look) -> tuple[dict[str, str], Known]:
        """Validators to send, if the body that a 304 would confirm is there and sound."""
        run = self._run
        known = Known(work.node_id, work.body_length, suspected=self._suspected_long_ago(work))
        if look.whole or work.capture_id is None or not (work.etag or work.last_modified) or work.suspected:
            return {}, known
        age = run.clock.now() - from_text(work.full_at) if work.full_at else timedelta.max
        if age > timedelta(days=run.limits.full_fetch_days):
            return {}, known
        try:
            sound = bool(run.store.read_body(run.store.capture(work.capture_id)))
        except DamagedRecordError as error:
            run.problem("damaged_capture", f"the stored body cannot be confirmed: {error}", address=work.address)
            sound = False
        if not sound:
            return {}, known
        validators = {}
        if work.etag:
            validators["If-None-Match"] = work.etag
        if work.last_modified:
            validators["If-Modified-Since"] = work.last_modified
        return validators, Known(known.node_id, known.body_length, validators_sent=True, body_is_sound=True)

    def _suspected_long_ago(self, work: Work) -> str | None:
        if work.suspected is None or work.suspected_at is None:
            return None
        age = self._run.clock.now() - from_text(work.suspected_at)
        return work.suspected if age >= timedelta(hours=self._run.limits.gone_hours) else None

    async def _judge(self, work: Work, site: Site, fetched: Fetched, known: Known) -> tuple[Judgement, PageFacts]:
        answer, unpacked = fetched.answer, fetched.unpacked
        assert answer is not None and unpacked is not None  # noqa: S101 - fetched without a verdict
        judgement = judge_exchange(answer, unpacked, known)
        if judgement:
            return judgement, PageFacts()
        content_type = answer.header("content-type")
        facts = read_page(unpacked.body, content_type)
        expected = site.content_marker is not None and self._run.frontier.has_markers(site.name, _MARKERS_PROVEN)
        setting = self._setting(work, site, fetched, expected, facts)
        probe = None if facts.too_deep else await self._probe(work, site, doubtful=expected and not facts.has_marker)
        return judge_page(answer, unpacked, facts, known, setting, probe), facts

    def _setting(self, work: Work, site: Site, fetched: Fetched, expected: bool, facts: PageFacts) -> Setting:
        final = self._run.admission.settle(fetched.final_address)
        first = urlsplit(work.address).path.lstrip("/").partition("/")[0].lower()
        same = 0
        if facts.text_sha256 and not facts.has_marker:
            same = self._run.frontier.others_with_text(facts.text_sha256, {work.address, final})
        return Setting(
            address=work.address,
            final_address=final,
            prefix_language=first if first in site.languages else None,
            away=fetched.redirected and final != work.address and self._run.admission.is_away(final),
            marker_expected=expected,
            redirected=final != work.address,
            same_words=same,
        )

    async def _probe(self, work: Work, site: Site, *, doubtful: bool) -> Probe | None:
        """How the site says "not found" in this language: asked once in a run, and again when a page looks odd."""
        language = language_of(work.address)
        prefix = f"/{language}" if language else ""
        slot = self._probes.setdefault((site.host, prefix), _ProbeSlot(asyncio.Lock()))
        async with slot.lock:
            stale = doubtful and self._run.report.pages - slot.made_at > _PROBE_LASTS
            if slot.probe is None or stale:
                slot.made_at = self._run.report.pages
                slot.probe = await self._make_probe(site, prefix)
        return slot.probe

    async def _make_probe(self, site: Site, prefix: str) -> Probe:
        address = f"{site.origin}{probe_path(site.host, prefix)}"
        fetched = await self._fetcher.fetch(address)
        verdict, reason = fetched.verdict or Verdict.CHANNEL, fetched.reason
        if fetched.answer is not None and fetched.unpacked is not None:
            sign = block_sign(fetched.answer, fetched.unpacked.body)
            verdict, reason = (Verdict.BLOCKED, sign) if sign else (verdict, reason)
        if fetched.exchanges:
            await self._run.keep(attempt_of(self._run, fetched, verdict, reason, "probe", "probe", None))
        self._told(address, verdict, reason or "")
        if fetched.answer is None or fetched.unpacked is None or fetched.long_pause:
            return Probe(address, 0, PageFacts())
        body, content_type = fetched.unpacked.body, fetched.answer.header("content-type")
        words = frozenset(content_words(body, content_type))
        return Probe(address, fetched.answer.status, read_page(body, content_type), words)

    # afterwards

    async def _settle(self, work: Work, site: Site, outcome: Outcome) -> None:
        run, report = self._run, self._run.report
        verdict, capture = outcome.judgement.verdict, outcome.capture
        own_address, offers = None, list[Offer]()
        if verdict is Verdict.OK and capture is not None:
            page = run.store.page(capture.page_id)
            own_address = self._own_address(work, site, page)
            offers = list(self._offers(work, outcome))
            self._count_change(work, capture, page, own_address)
            run.state.unblock(site.host)
        elif verdict is Verdict.NOT_MODIFIED:
            report.unchanged += 1
            report.returned += run.frontier.is_gone(work.page_id)
        elif verdict is Verdict.DISALLOWED:
            report.disallowed += 1
        elif verdict is Verdict.REDIRECTED_AWAY:
            offers = list(self._redirect_target(work, outcome))
        if verdict in (Verdict.OK, Verdict.SUSPECT):
            self._count_layout(work, site, outcome)
        suspected = outcome.facts.text_sha256 if verdict is Verdict.SUSPECT else None
        seen = Seen(verdict, capture, outcome.facts.node_id, suspected, outcome.judgement.second_look, outcome.whole)
        report.found += await run.settle(Settlement(work, seen, own_address, tuple(offers)))

    def _own_address(self, work: Work, site: Site, page: KnownPage) -> str:
        """The address that the page goes by, if that is one of this site's pages; else the one asked for."""
        candidate = self._run.admission.candidate(page.address, default="page")
        if candidate and candidate.address == page.address and candidate.site.name == site.name:
            return page.address
        return work.address

    def _offers(self, work: Work, outcome: Outcome) -> Iterator[Offer]:
        """Language twins, and pages that the content links to."""
        admission, base = self._run.admission, outcome.final_address
        twins = unique(admission.candidate(link, base=base) for link in outcome.facts.alternates)
        yield from (Offer(twin, "twin", work.rank, work.depth) for twin in twins if twin.address != work.address)
        if work.depth >= self._run.limits.max_link_depth:
            return
        links = outcome.facts.links[: self._run.limits.max_new_links]
        linked = unique(admission.candidate(link, base=base) for link in links)
        yield from (
            Offer(candidate, "link", work.rank, work.depth + 1)
            for candidate in linked
            if candidate.address != work.address
        )

    def _redirect_target(self, work: Work, outcome: Outcome) -> Iterator[Offer]:
        candidate = self._run.admission.candidate(outcome.final_address)
        if candidate and candidate.address != work.address:
            yield Offer(candidate, "redirect", work.rank, work.depth)

    def _count_change(self, work: Work, capture: Capture, page: KnownPage, own_address: str) -> None:
        run, report = self._run, self._run.report
        if own_address != work.address:
            report.moved += 1
        report.returned += page.gone_at is not None
        before = run.frontier.text_of(capture.page_id)
        if before is None:
            report.new += 1
        elif before != capture.text_sha256:
            report.changed += 1
        else:
            report.unchanged += 1

    def _count_layout(self, work: Work, site: Site, outcome: Outcome) -> None:
        if not outcome.facts.layout:
            return
        key = (site.name, work.kind, site.language_of(urlsplit(work.address).path), outcome.facts.layout)
        if key not in self._first_with and len(self._first_with) >= _MOST_LAYOUTS:
            return
        first = self._first_with.setdefault(key, work.address)
        self.layouts[(*key, first)] += 1


def _decoded(fetched: Fetched, facts: PageFacts) -> Decoded | None:
    if fetched.answer is None or fetched.unpacked is None:
        return None
    content_type = fetched.answer.header("content-type")
    return read_decoded(fetched.unpacked.body, content_type, text_sha256=facts.text_sha256, head=facts.head)


def attempt_of(
    run: Run,
    fetched: Fetched,
    verdict: Verdict,
    reason: str | None,
    channel: str,
    kind_hint: str | None,
    refers_to: int | None,
) -> Attempt:
    """What the store keeps of a fetch."""
    return Attempt(
        address=fetched.address,
        captured_at=run.clock.now(),
        via="live",
        verdict=str(verdict),
        exchanges=fetched.exchanges,
        refers_to=refers_to,
        channel=channel,
        kind_hint=kind_hint,
        note=reason,
    )
