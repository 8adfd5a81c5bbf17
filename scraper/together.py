"""Doing together what several tasks want at the same time: one durable write for all of them instead of one for each.

A commit costs the disk the same for one row as for twenty. While requests go one by one nothing is gathered and nothing
waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Together(Generic[Item, Result]):
    """Awaiting it with an item gives that item's result. ``do`` gets the items that came within ``wait`` seconds.

    ``do`` gives the results in the order of the items; if it raises, everyone who waits gets the exception.
    """

    def __init__(self, do: Callable[[Sequence[Item]], Sequence[Result]], *, wait: float, most: int) -> None:
        self._do = do
        self._wait = wait
        self._most = most
        self._pending: list[tuple[Item, asyncio.Future[Result]]] = []
        self._timer: asyncio.TimerHandle | None = None

    async def __call__(self, item: Item) -> Result:
        """Hand in one item and wait for its result."""
        if self._wait == 0:
            return self._do([item])[0]
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        self._pending.append((item, future))
        if len(self._pending) >= self._most:
            self._flush()
        elif self._timer is None:
            self._timer = loop.call_later(self._wait, self._flush)
        return await future

    def _flush(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        pending, self._pending = self._pending, []
        try:
            results = self._do([item for item, _ in pending])
        except Exception as error:  # handed on to each who waits
            for _, future in pending:
                if not future.done():
                    future.set_exception(error)
            return
        for (_, future), result in zip(pending, results, strict=True):
            if not future.done():
                future.set_result(result)
