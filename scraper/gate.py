"""The gate: every request to one registrable domain passes here, one at a time and never too soon.

Pages, robots.txt, sitemaps and each hop of a redirect all wait at the same gate. The pause is counted from the end of
the last answer and is the longest of: the floor, the site's Crawl-delay, five times the time of the last answer, and
what a 429 or 503 asked for. When the last request was sent and until when the domain wants peace is kept in the ledger,
so that a restart makes no pause shorter.
"""

from __future__ import annotations

import asyncio
import email.utils
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from scraper.clock import Clock
from scraper.sites import Limits

LONGEST_PEACE = timedelta(hours=24)  # whatever Retry-After says, try again after that long


class LongPauseError(Exception):
    """The domain wants a longer pause than this run may take; ``until`` says how long."""

    def __init__(self, domain: str, until: datetime) -> None:
        super().__init__(f"{domain} wants no requests until {until:%Y-%m-%d %H:%M} UTC")
        self.domain = domain
        self.until = until


@dataclass(frozen=True, slots=True)
class GateState:
    """What is kept of a gate over restarts."""

    last_request: datetime | None = None
    not_before: datetime | None = None
    throttled: int = 0  # 429 and 503 in a row


class GateMemory(Protocol):
    """Where gates keep their state."""

    def load_gate(self, domain: str) -> GateState:
        """The state last saved, the empty one at first."""

    def save_gate(self, domain: str, state: GateState) -> None:
        """Keep the state durably."""


class Gate:
    """The gate of one domain.

    ``floor`` in seconds; 0 is for trials only and lets ``slots`` requests pass at once. ``pause`` waits that many
    seconds, or raises to end the waiting.
    """

    def __init__(
        self,
        domain: str,
        limits: Limits,
        clock: Clock,
        memory: GateMemory,
        *,
        floor: float,
        slots: int = 1,
        pause: Callable[[float], Awaitable[None]] | None = None,
    ) -> None:
        self.domain = domain
        self.crawl_delay = 0.0
        self._limits = limits
        self._clock = clock
        self._memory = memory
        self._floor = floor
        self._pause = pause or clock.sleep
        self._turn = asyncio.Semaphore(slots if floor == 0 else 1)
        self._state = memory.load_gate(domain)
        self._latency = 0.0
        self._free_at = clock.monotonic() + self._left_from_before()
        self.waiting_until: float | None = None  # monotonic; None while nobody waits

    @property
    def delay(self) -> float:
        """Seconds from the end of one answer to the next request."""
        if self._floor == 0:
            return 0.0
        by_latency = min(self._limits.latency_factor * self._latency, self._limits.latency_ceiling_seconds)
        asked = min(self.crawl_delay, self._limits.crawl_delay_ceiling_seconds)
        return max(self._floor, by_latency, asked)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for this domain's turn; the request belongs inside the block.

        Raises:
            LongPauseError: the domain wants peace for longer than this run may wait.
        """
        async with self._turn:
            await self._wait()
            if self._floor > 0:
                self._state = replace(self._state, last_request=self._clock.now())
                self._memory.save_gate(self.domain, self._state)
            started = self._clock.monotonic()
            try:
                yield
            finally:
                ended = self._clock.monotonic()
                self._latency = ended - started
                self._free_at = max(self._free_at, ended + self.delay)

    def throttled(self, retry_after: str | None, server_date: str | None) -> None:
        """The domain answered 429 or 503: wait for the longer of what it asked for and a pause that doubles.

        Raises:
            LongPauseError: that is longer than this run may wait. The moment is kept for the next run.
        """
        times = self._state.throttled
        own = self._limits.retry_seconds * 2.0 ** min(times, 20)
        asked = retry_after_seconds(retry_after, server_date, self._clock.now())
        pause = min(timedelta(seconds=min(max(own, asked or 0.0), 1e9)), LONGEST_PEACE)
        until = self._clock.now() + pause
        self._state = replace(self._state, not_before=until, throttled=times + 1)
        self._memory.save_gate(self.domain, self._state)
        if pause.total_seconds() > self._limits.retry_after_ceiling_seconds:
            raise LongPauseError(self.domain, until)
        self._free_at = max(self._free_at, self._clock.monotonic() + pause.total_seconds())

    def relieved(self) -> None:
        """An answer came that was neither 429 nor 503: the next pause starts small again."""
        if self._state.throttled or self._state.not_before:
            self._state = replace(self._state, throttled=0, not_before=None)
            self._memory.save_gate(self.domain, self._state)

    async def _wait(self) -> None:
        try:
            # Read again after each sleep: a 429 to another request may have moved the moment.
            while (left := self._free_at - self._clock.monotonic()) > 0:
                if left > self._limits.retry_after_ceiling_seconds:
                    raise LongPauseError(self.domain, self._clock.now() + timedelta(seconds=left))
                self.waiting_until = self._free_at
                await self._pause(left)
        finally:
            self.waiting_until = None

    def _left_from_before(self) -> float:
        """Seconds that a pause begun by an earlier run still lasts. A clock set back makes it no longer than whole."""
        now, left = self._clock.now(), 0.0
        if self._state.last_request:
            left = min(max(0.0, self.delay - (now - self._state.last_request).total_seconds()), self.delay)
        if self._state.not_before:
            peace = min(max(timedelta(), self._state.not_before - now), LONGEST_PEACE)
            left = max(left, peace.total_seconds())
        return left


def retry_after_seconds(value: str | None, server_date: str | None, now: datetime) -> float | None:
    """Seconds that a ``Retry-After`` asks for (RFC 9110, section 10.2.3), None when it says nothing usable.

    A date is compared with the answer's own ``Date``, because the server's clock may be wrong.
    """
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:12])
    moment = _http_date(value)
    if moment is None:
        return None
    reference = _http_date(server_date) if server_date else None
    return max(0.0, (moment - (reference or now)).total_seconds())


def _http_date(value: str) -> datetime | None:
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
