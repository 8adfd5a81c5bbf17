"""What time it is, and waiting: the one place where the crawler asks.

Days and moments come from the wall clock (UTC), pauses from the monotonic one, so that a clock set back never makes a
pause endless or negative. A trial against a local copy of the site may pretend another day (`Clock(start=...)`).
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Wall time in UTC and monotonic seconds. With ``start``, wall time begins there and runs on at its usual pace."""

    def __init__(self, start: datetime | None = None) -> None:
        self._shift = (start.astimezone(UTC) - datetime.now(UTC)) if start else timedelta()

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC) + self._shift

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait that many seconds, not at all when negative."""
        await asyncio.sleep(max(0.0, seconds))


def to_text(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds and a ``Z``: sorts as text in the order of time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_text(text: str) -> datetime:
    """The moment that `to_text` wrote; also accepts any ISO 8601 moment, read as UTC when it names no zone."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
