"""Asking again at once for what failed in passing: growing pauses with full jitter, bounded in number and time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from scraper.run import Run
from scraper.verdicts import CONSEQUENCES, Verdict

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

Outcome = TypeVar("Outcome")
AT_ONCE = ("soon", "whole", "plain")
_LONGEST_SECONDS = 600.0  # all attempts at one address in one run
_TRIAL_SECONDS = 0.01


async def until_settled(
    run: Run,
    attempt: Callable[[], Awaitable[Outcome]],
    verdict_of: Callable[[Outcome], Verdict],
    prepare: Callable[[Verdict], None],
) -> Outcome:
    """Call ``attempt`` until its outcome's verdict is not one to ask again at once for.

    ``prepare`` hears each verdict before the next attempt. Each failure counts against the run's error budget. When the
    attempts are used up the last outcome is the outcome.
    """
    first = await attempt()
    consequence = CONSEQUENCES[verdict_of(first)]
    if consequence.again not in AT_ONCE and not consequence.error:
        return first
    done = [first]

    async def next_attempt() -> Outcome:
        return done.pop() if done else await attempt()

    outcome: Outcome = await _retrying(run, verdict_of, prepare)(next_attempt)
    return outcome


def _retrying(run: Run, verdict_of: Callable[[Any], Verdict], prepare: Callable[[Verdict], None]) -> AsyncRetrying:
    # Here, because most runs meet no failure and need not hold it.
    from tenacity import AsyncRetrying, retry_if_result, stop_after_attempt, stop_after_delay
    from tenacity.wait import wait_random_exponential

    def wanted(result: Any) -> bool:
        verdict = verdict_of(result)
        if CONSEQUENCES[verdict].error:
            run.failed()
        prepare(verdict)
        return CONSEQUENCES[verdict].again in AT_ONCE and not run.stopper.stopped

    def wait(state: RetryCallState) -> float:
        result = state.outcome.result() if state.outcome else None
        if result is not None and verdict_of(result) is Verdict.THROTTLED:
            return 0.0  # the gate waits
        in_a_hurry = run.options.trial is not None and run.options.delay == 0
        base = min(run.limits.retry_seconds, _TRIAL_SECONDS) if in_a_hurry else run.limits.retry_seconds
        return wait_random_exponential(multiplier=base, max=60)(state)

    return AsyncRetrying(
        retry=retry_if_result(wanted),
        stop=stop_after_attempt(run.limits.attempts) | stop_after_delay(_LONGEST_SECONDS),
        wait=wait,
        sleep=run.stopper.pause,
        retry_error_callback=lambda state: state.outcome.result() if state.outcome else None,
    )
