"""Worker processes that read pages on all cores, and survive every page.

Pages go out in batches and come back in the order in which they went out, with a bounded number under way, so memory
stays flat. Should a worker die, everything under way is lost with it; the batch that was waited for is then read page
by page with nothing beside it, and of a page that kills again each body by itself. The body that does it is named in
the page's rows and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import islice
from types import TracebackType
from typing import Self

from archive.page_reader import Done, Job, Task, key_of, read_alone, read_pages, readable, start
from archive.stopping import undivided

_BATCH_PAGES = 8
_PAGES_PER_WORKER = 10  # fewer pages than this are not worth another process


class ReadingPool:
    """Reads pages in worker processes."""

    def __init__(self, job: Job, pages: int, workers: int | None = None) -> None:
        """``pages`` is about how many there will be; ``workers`` defaults to what cores and pages ask for."""
        self._job = job
        self._workers = workers or max(1, min(_cores(), pages // _PAGES_PER_WORKER))
        self._executor = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._executor.shutdown(wait=True, cancel_futures=True)
        except RuntimeError:
            # Stopped while its threads were being started: there is nothing to wait for, and why it stopped counts.
            if error is None:
                raise

    def read(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Done]]:
        """Each task with what came of it, in order."""
        batches = _batches(tasks)
        under_way: deque[tuple[list[Task], Future[list[Done]]]] = deque()
        while True:
            for batch in islice(batches, 2 * self._workers + 1 - len(under_way)):
                under_way.append((batch, self._submit(batch)))
            if not under_way:
                return
            batch, future = under_way.popleft()
            try:
                yield from zip(batch, future.result(), strict=True)
            except BrokenProcessPool:
                lost = [waiting for waiting, _ in under_way]
                self._restart()
                for task in batch:
                    yield task, self._read_carefully(task)
                under_way = deque((waiting, self._submit(waiting)) for waiting in lost)

    def _read_carefully(self, task: Task) -> Done:
        """Read one page with nothing else under way."""
        try:
            return self._submit([task]).result()[0]
        except BrokenProcessPool:
            self._restart()
        alone: dict[bytes, bytes] = {}
        for capture in readable(task.known):
            key = key_of(capture, self._job.parser_version)
            if key in task.cached or key in alone:
                continue
            try:
                with undivided():
                    alone_read = self._executor.submit(read_alone, capture)
                reading = alone_read.result()
            except BrokenProcessPool:
                self._restart()
                task.fatal[capture.id] = "reading it killed the process: too slow, too large, or a crash"
            else:
                if reading is not None:
                    alone[key] = reading
        done = self._submit([replace(task, cached=task.cached | alone)]).result()[0]
        return replace(done, fresh=done.fresh | alone)

    def _submit(self, batch: list[Task]) -> Future[list[Done]]:
        try:
            with undivided():  # it may start a process, which would wait for the rest of what it is told
                return self._executor.submit(read_pages, batch)
        except BrokenProcessPool as error:  # broken by a batch that is still to be waited for
            failed: Future[list[Done]] = Future()
            failed.set_exception(error)
            return failed

    def _start(self) -> ProcessPoolExecutor:
        # "spawn" gives workers that share nothing with this process, on every platform alike.
        return ProcessPoolExecutor(
            self._workers, multiprocessing.get_context("spawn"), initializer=start, initargs=(self._job,)
        )

    def _restart(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._start()


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    tasks = iter(tasks)
    while batch := list(islice(tasks, _BATCH_PAGES)):
        yield batch


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
