"""One attempt to get one address: guard, robots.txt, gate, request, redirects; nothing skipped on any hop.

`Fetcher.fetch` gives back every exchange of the attempt and, where nothing of the body needs to be read, its verdict.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from scraper.capture import Attempt, Capture, Exchange
from scraper.client import Answer, Client, TransportError
from scraper.clock import Clock, to_text
from scraper.crawl_state import CrawlState, FileState
from scraper.gate import Gate, LongPauseError
from scraper.guard import Guard, NameLookupError, RefusedError, Route
from scraper.robots import PRODUCT, Rules, choose, nothing_allowed, rules_from_answer
from scraper.sites import Limits
from scraper.unpacking import ACCEPTED, Unpacked, unpack
from scraper.verdicts import Verdict, block_sign

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AS_THEY_ARE = "%/:=&?~+!$,;'@()*[]"  # what an address may hold unescaped, its escapes included
_FAILURES = {
    "tls": Verdict.TLS,
    "timeout": Verdict.TIMEOUT,
    "unreachable": Verdict.UNREACHABLE,
    "protocol": Verdict.PROTOCOL,
}


class HostClosedError(Exception):
    """This host is not asked any more in this run; ``verdict`` says why."""

    def __init__(self, host: str, verdict: Verdict, reason: str) -> None:
        super().__init__(f"{host}: {reason}")
        self.host = host
        self.verdict = verdict
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one attempt brought. ``verdict`` is None when an answer came whose meaning is still to be judged."""

    address: str
    final_address: str
    exchanges: tuple[Exchange, ...] = ()
    answer: Answer | None = None
    unpacked: Unpacked | None = None
    verdict: Verdict | None = None
    reason: str | None = None
    long_pause: LongPauseError | None = None  # the domain wants peace for longer than this run may wait

    @property
    def redirected(self) -> bool:
        """Whether the answer came from another address than was asked for first."""
        return len(self.exchanges) > 1


class Fetcher:
    """Fetches for one run. ``keep`` stores attempts at robots.txt, ``count`` is told of every exchange."""

    def __init__(
        self,
        *,
        client: Client,
        guard: Guard,
        gate_of: Callable[[str], Gate],
        state: CrawlState,
        limits: Limits,
        clock: Clock,
        identity: Mapping[str, str],
        schemes: Mapping[str, str],
        known_hosts: frozenset[str],
        keep: Callable[[Attempt], Awaitable[Capture]],
        count: Callable[[str, Answer], None],
    ) -> None:
        self._client = client
        self._guard = guard
        self._gate_of = gate_of
        self._state = state
        self._limits = limits
        self._clock = clock
        self._identity = identity
        self._schemes = schemes
        self._known_hosts = known_hosts
        self._keep = keep
        self._count = count
        self._rules: dict[str, tuple[Rules, datetime]] = {}  # with when it was last tried to read them
        self._reading: dict[str, asyncio.Lock] = {}

    async def fetch(
        self, address: str, *, validators: Mapping[str, str] | None = None, plain: bool = False, fresh: bool = False
    ) -> Fetched:
        """Ask for a canonical address and follow where it leads.

        ``validators`` make it conditional, ``plain`` asks for no content coding, ``fresh`` past every cache.

        Raises:
            HostClosedError: robots.txt of the host cannot be read, so nothing may be fetched from it.
            LongPauseError: the domain wants peace for longer than this run may wait; nothing was sent.
        """
        headers = {**self._identity, "Accept-Encoding": "identity" if plain else ACCEPTED, **(validators or {})}
        if fresh:
            headers["Cache-Control"] = "no-cache"
        return await self._follow(self._spelled(address), headers, ask_robots=True)

    async def rules(self, host: str) -> Rules:
        """The host's robots.txt, read again when it is older than a day; the last good copy while it cannot be read."""
        lock = self._reading.setdefault(host, asyncio.Lock())
        async with lock:
            now = self._clock.now()
            rules, read_at = self._rules.get(host) or self._rules_of_before(host)
            if rules is None or now - read_at > timedelta(hours=self._limits.robots_hours):
                rules, read_at = await self._read_robots(host), now
            self._rules[host] = (rules, read_at)
        gate = self._gate_of(host)
        gate.crawl_delay = max(gate.crawl_delay, rules.crawl_delay or 0.0)
        return rules

    def _rules_of_before(self, host: str) -> tuple[Rules | None, datetime]:
        """The copy that an earlier run read, if it could be read."""
        last, _ = self._state.load_robots(host)
        return (last, last.fetched_at) if last and last.text is not None else (None, self._clock.now())

    @property
    def _last_good(self) -> timedelta:
        return timedelta(days=self._limits.robots_last_good_days)

    async def _follow(self, url: str, headers: Mapping[str, str], *, ask_robots: bool) -> Fetched:
        address, origin = url, None
        exchanges: list[Exchange] = []

        def ended(verdict: Verdict, reason: str) -> Fetched:
            return Fetched(address, url, tuple(exchanges), verdict=verdict, reason=reason)

        for _ in range(self._limits.max_redirects + 1):
            try:
                self._guard.check(url, origin=origin)
                host = urlsplit(url).hostname or ""
                if ask_robots:
                    rules = await self.rules(host)
                    if rules.text is None and origin is None:
                        raise HostClosedError(host, Verdict.UNREACHABLE, rules.note or "robots.txt cannot be read")
                    if not rules.allows(url):
                        return ended(Verdict.DISALLOWED, f"robots.txt of {host} disallows {url}")
                route = await self._guard.route(url, origin=origin)
            except RefusedError as error:
                return ended(self._refusal(url, error, redirected=origin is not None), str(error))
            except NameLookupError as error:
                return ended(Verdict.DNS, str(error))
            try:
                answer, pause = await self._ask(route, headers)
            except TransportError as error:
                return ended(_FAILURES[error.kind], str(error))
            exchanges.append(_exchange(url, answer))
            location = answer.header("location")
            if answer.status not in _REDIRECTS or not location:
                unpacked = unpack(answer.wire, answer.header("content-encoding"), self._limits.max_body_bytes)
                return Fetched(address, url, tuple(exchanges), answer, unpacked, long_pause=pause)
            origin, url = url, target(url, location)
        return ended(Verdict.REJECTED, f"more than {self._limits.max_redirects} redirects")

    async def _ask(self, route: Route, headers: Mapping[str, str]) -> tuple[Answer, LongPauseError | None]:
        gate = self._gate_of(route.host)
        async with gate.turn():
            answer = await self._client.get(route, headers)
        self._count(route.host, answer)
        if answer.status == 429 or (answer.status == 503 and answer.header("retry-after") is not None):
            try:
                gate.throttled(answer.header("retry-after"), answer.header("date"))
            except LongPauseError as pause:
                return answer, pause
        elif answer.status < 500:
            gate.relieved()
        return answer, None

    async def _read_robots(self, host: str) -> Rules:
        url = f"{self._schemes.get(host, 'https')}://{host}/robots.txt"
        headers = {**self._identity, "Accept-Encoding": ACCEPTED}
        last, _ = self._state.load_robots(host)
        file = self._state.file(url) if last and last.text is not None else None
        if file and file.etag:
            headers["If-None-Match"] = file.etag
        fetched = await self._follow(url, headers, ask_robots=False)
        unchanged = file is not None and fetched.answer is not None and fetched.answer.status == 304
        fresh = last.as_of(self._clock.now()) if unchanged and last else self._meaning(host, fetched)
        capture = await self._keep(
            Attempt(
                address=url,
                captured_at=self._clock.now(),
                via="live",
                verdict=str(Verdict.NOT_MODIFIED if unchanged else fetched.verdict or _robots_verdict(fresh)),
                exchanges=fetched.exchanges,
                refers_to=file.capture_id if unchanged and file else None,
                channel="robots",
                kind_hint="robots",
                note=fresh.note,
            )
        )
        self._state.save_robots(fresh)
        if capture.etag and capture.status == 200:
            at = to_text(self._clock.now())
            self._state.save_file(url, "robots", FileState(capture.id, capture.etag, None, 1, at))
        if fetched.long_pause:
            raise fetched.long_pause
        _, good = self._state.load_robots(host)
        return choose(fresh, good, self._last_good)

    def _meaning(self, host: str, fetched: Fetched) -> Rules:
        now = self._clock.now()
        answer, unpacked = fetched.answer, fetched.unpacked
        if answer is None or unpacked is None:
            if fetched.verdict in (Verdict.REFUSED, Verdict.REDIRECTED_AWAY, Verdict.MOVED, Verdict.REJECTED):
                # A robots.txt that redirects too often or to where we don't go is "unavailable", as a 404 is.
                return rules_from_answer(host, now, 404, b"", None)
            return nothing_allowed(host, now, fetched.reason or "no answer")
        sign = block_sign(answer, unpacked.body) if answer.status != 404 else None
        if sign:
            return nothing_allowed(host, now, sign)
        if answer.status == 200 and (unpacked.fault or answer.truncated not in (None, "length")):
            return nothing_allowed(host, now, unpacked.fault or "the body stopped early")
        return rules_from_answer(host, now, answer.status, unpacked.body, answer.header("content-type"))

    def _refusal(self, url: str, error: RefusedError, *, redirected: bool) -> Verdict:
        if redirected and error.elsewhere:
            return Verdict.MOVED if urlsplit(url).hostname in self._known_hosts else Verdict.REDIRECTED_AWAY
        return Verdict.REFUSED

    def _spelled(self, address: str) -> str:
        """A canonical address with the scheme that its site is asked by."""
        parts = urlsplit(address)
        return urlunsplit(parts._replace(scheme=self._schemes.get(parts.hostname or "", "https")))


def identity(version: str, contact: str) -> dict[str, str]:
    """The headers that say who asks. ``contact`` is a mail address or the address of a page."""
    headers = {
        "User-Agent": f"{PRODUCT}/{version} (archive of IOM meetings and press releases; contact: {contact})",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    }
    return headers | ({"From": contact} if "@" in contact else {})


def target(url: str, location: str) -> str:
    """Where a ``Location`` leads. Servers write spaces and raw UTF-8 into it; a request line can hold neither."""
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return quote(urljoin(url, location.strip()).partition("#")[0], safe=_AS_THEY_ARE)
    except ValueError:
        return location


def _robots_verdict(rules: Rules) -> Verdict:
    return Verdict.CHANNEL if rules.text is not None else Verdict.SERVER_ERROR


def _exchange(url: str, answer: Answer) -> Exchange:
    return Exchange(
        address=url,
        status=answer.status,
        headers=answer.headers,
        body=answer.wire,
        reason=answer.reason,
        protocol=answer.http_version,
        request_headers=answer.request_headers,
        ip=answer.host,
        truncated=answer.truncated,
    )
