"""Ending a step early: by a time limit, or by a signal.

A step that is ended gets an exception at once and cleans up behind itself, as after Ctrl-C: each step writes aside and
swaps in whole, so nothing half done is left. What must not be left half done at all, as the start of a process, stands
in `undivided`.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class StoppedError(BaseException):
    """The step shall end now. Like KeyboardInterrupt no ``Exception``, so that nothing on the way takes it for one."""


class SignalledError(StoppedError):
    """SIGINT or SIGTERM."""


class TimeUpError(StoppedError):
    """The time limit."""


class Deadline:
    """A moment that a whole run must not pass; None for no limit."""

    def __init__(self, seconds: float | None) -> None:
        self._end = None if seconds is None else time.monotonic() + seconds

    def left(self) -> float | None:
        """Seconds that are left, none below zero; None without a limit."""
        return None if self._end is None else max(0.0, self._end - time.monotonic())


class _Held:
    """What came while it had to wait."""

    depth = 0
    waiting: type[StoppedError] | None = None


@contextmanager
def undivided() -> Iterator[None]:
    """Let the block come to its end first; what would have ended it is raised behind it. Only in the main thread."""
    _Held.depth += 1
    try:
        yield
    finally:
        _Held.depth -= 1
        if not _Held.depth and _Held.waiting is not None:
            waiting, _Held.waiting = _Held.waiting, None
            raise waiting


@contextmanager
def stoppable(deadline: Deadline) -> Iterator[None]:
    """Let signals and the deadline end the block. Only in the main thread.

    Raises:
        SignalledError, TimeUpError: inside the block, wherever it is.
    """
    left = deadline.left()
    if left == 0.0:
        raise TimeUpError
    before = {number: signal.signal(number, _raise_signalled) for number in _SIGNALS}
    before[signal.SIGALRM] = signal.signal(signal.SIGALRM, _raise_time_up)
    try:
        if left is not None:
            signal.setitimer(signal.ITIMER_REAL, left)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def _raise_signalled(number: int, frame: FrameType | None) -> None:
    _stop(SignalledError)


def _raise_time_up(number: int, frame: FrameType | None) -> None:
    _stop(TimeUpError)


def _stop(error: type[StoppedError]) -> None:
    if _Held.depth:
        _Held.waiting = error
    else:
        raise error
