"""The gate on a clock that tests can turn."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from scraper.clock import Clock
from scraper.gate import Gate, GateState, LongPauseError, retry_after_seconds
from scraper.sites import Limits

START = datetime(2026, 10, 1, 12, tzinfo=UTC)
LIMITS = Limits(floor_seconds=3.0)


class TurnedClock(Clock):
    """Time passes only when somebody sleeps, or when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.wall, self.ticks = START, 1000.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.ticks

    async def sleep(self, seconds: float) -> None:
        assert seconds >= 0, "a negative pause"
        self.slept.append(seconds)
        self.pass_(seconds)

    def pass_(self, seconds: float) -> None:
        self.ticks += seconds
        self.wall += timedelta(seconds=seconds)


@dataclass
class Memory:
    states: dict[str, GateState] = field(default_factory=dict)

    def load_gate(self, domain: str) -> GateState:
        return self.states.get(domain, GateState())

    def save_gate(self, domain: str, state: GateState) -> None:
        self.states[domain] = state


def ask(gate: Gate, clock: TurnedClock, seconds: float = 0.1) -> float:
    """One request that takes so long; returns when it was sent."""

    async def go() -> float:
        async with gate.turn():
            sent = clock.monotonic()
            clock.pass_(seconds)
            return sent

    return asyncio.run(go())


def gate(clock: TurnedClock, memory: Memory, floor: float = 3.0) -> Gate:
    return Gate("iom.int", LIMITS, clock, memory, floor=floor)


def test_the_first_request_waits_for_nothing_and_the_next_for_the_floor() -> None:
    clock, memory = TurnedClock(), Memory()
    one = gate(clock, memory)
    first, second = ask(one, clock), ask(one, clock)
    assert clock.slept == [pytest.approx(3.0)]
    assert second - first == pytest.approx(3.1), "the pause is counted from the end of the answer"


def test_a_slow_answer_makes_a_longer_pause_up_to_a_ceiling() -> None:
    clock, memory = TurnedClock(), Memory()
    one = gate(clock, memory)
    ask(one, clock, 2.0)
    ask(one, clock, 60.0)
    ask(one, clock)
    assert clock.slept == [pytest.approx(10.0), pytest.approx(30.0)]


def test_crawl_delay_counts_up_to_a_ceiling() -> None:
    clock, memory = TurnedClock(), Memory()
    one = gate(clock, memory)
    one.crawl_delay = 10.0
    assert one.delay == 10.0
    one.crawl_delay = 100_000.0
    assert one.delay == LIMITS.crawl_delay_ceiling_seconds


def test_a_pause_lasts_over_a_restart() -> None:
    clock, memory = TurnedClock(), Memory()
    first = ask(gate(clock, memory), clock)
    clock.pass_(1.0)
    second = ask(gate(clock, memory), clock)
    assert second - first >= 3.0


def test_a_clock_set_back_makes_no_endless_pause_and_one_set_forward_no_negative_one() -> None:
    for jump in (-timedelta(hours=1), timedelta(hours=1), -timedelta(days=3650)):
        clock, memory = TurnedClock(), Memory()
        ask(gate(clock, memory), clock)
        clock.wall += jump
        ask(gate(clock, memory), clock)
        assert all(0 <= pause <= 3.0 for pause in clock.slept), jump


def test_a_clock_that_jumps_within_a_run_changes_no_pause() -> None:
    clock, memory = TurnedClock(), Memory()
    one = gate(clock, memory)
    ask(one, clock)
    clock.wall -= timedelta(hours=1)
    ask(one, clock)
    assert clock.slept == [pytest.approx(3.0)]


def test_throttling_waits_for_the_longer_of_wish_and_doubling_pause() -> None:
    clock, memory = TurnedClock(), Memory()
    one = gate(clock, memory)
    ask(one, clock)
    one.throttled("60", None)
    ask(one, clock)
    one.throttled(None, None)  # the second in a row: 10 s
    ask(one, clock)
    assert clock.slept == [pytest.approx(60.0), pytest.approx(10.0)]
    one.relieved()
    assert memory.states["iom.int"].throttled == 0


def test_a_wish_beyond_the_ceiling_ends_the_run_and_holds_for_the_next_but_for_a_day_at_most() -> None:
    clock, memory = TurnedClock(), Memory()
    with pytest.raises(LongPauseError, match=r"until 2026-10-02 12:00 UTC"):
        gate(clock, memory).throttled("99999999999999999999", None)
    clock.pass_(3600)
    with pytest.raises(LongPauseError):
        ask(gate(clock, memory), clock)
    assert clock.slept == []
    clock.pass_(23 * 3600)
    ask(gate(clock, memory), clock)


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        ("120", None, 120.0),
        (" 0 ", None, 0.0),
        ("soon", None, None),
        ("-1", None, None),
        ("1.5", None, None),
        ("", None, None),
        (None, None, None),
        ("Thu, 01 Oct 2026 12:00:30 GMT", None, 30.0),
        ("Thu, 01 Oct 2026 11:00:00 GMT", None, 0.0),
        # The server's clock is an hour ahead: only its own date says what it means.
        ("Thu, 01 Oct 2026 13:00:30 GMT", "Thu, 01 Oct 2026 13:00:00 GMT", 30.0),
        ("Thu, 99 Oct 2026 12:00:30 GMT", None, None),
        ("1" * 400, None, 111111111111.0),
    ],
)
def test_retry_after_is_read_as_it_is_meant_or_not_at_all(
    value: str | None, date: str | None, seconds: float | None
) -> None:
    assert retry_after_seconds(value, date, START) == seconds


def test_without_a_floor_as_many_pass_as_there_are_slots() -> None:
    clock, memory = TurnedClock(), Memory()
    one = Gate("iom.int", LIMITS, clock, memory, floor=0.0, slots=4)
    inside, most = 0, 0

    async def go() -> None:
        nonlocal inside, most
        async with one.turn():
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    async def main() -> None:
        await asyncio.gather(*(go() for _ in range(12)))

    asyncio.run(main())
    assert most == 4 and clock.slept == []
