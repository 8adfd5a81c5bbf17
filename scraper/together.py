"""Doing together what several tasks want at the same time: one durable write for all of them instead of one for each.

A commit costs the disk the same for one row as for twenty, so what comes while the worker is busy is done in one go by
the next. The worker is a thread, so that requests and answers go on while it compresses and waits for the disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Together(Generic[Item, Result]):
    """Awaiting it with an item gives that item's result.

    ``do`` gets items in the order in which they came and gives their results in the same order; if it raises, everyone
    who waits for them gets the exception. Without a ``worker`` it is called at once for each item.
    """

    def __init__(self, do: Callable[[Sequence[Item]], Sequence[Result]], worker: Executor | None) -> None:
        self._do = do
        self._worker = worker
        self._waiting: list[tuple[Item, asyncio.Future[Result]]] = []
        self._at_work: asyncio.Task[None] | None = None

    async def __call__(self, item: Item) -> Result:
        """Hand in one item and wait for its result."""
        if self._worker is None:
            return self._do([item])[0]
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        self._waiting.append((item, future))
        if self._at_work is None:
            self._at_work = loop.create_task(self._work())
        return await future

    async def finish(self) -> None:
        """Wait until everything that was handed in is done, also what nobody waits for any more."""
        if self._at_work:
            await self._at_work

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            taken, self._waiting = self._waiting, []
            try:
                results = await loop.run_in_executor(self._worker, self._do, [item for item, _ in taken])
            except Exception as error:  # handed on to each who waits
                for _, future in taken:
                    if not future.done():
                        future.set_exception(error)
                continue
            for (_, future), result in zip(taken, results, strict=True):
                if not future.done():
                    future.set_result(result)
        self._at_work = None
