"""One durable write for what several tasks want at the same time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scraper.ledger import Ledger
from scraper.together import Together


class Worker:
    """Doubles numbers; holds its first batch until it is let go, and fails on a negative number."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.go_on = threading.Event()

    def __call__(self, items: Sequence[int]) -> list[int]:
        self.batches.append(list(items))
        if len(self.batches) == 1:
            self.go_on.wait(30)
        if min(items) < 0:
            raise OSError("the disk is full")
        return [2 * item for item in items]


def test_what_comes_while_the_worker_is_busy_is_done_in_one_go_and_in_order() -> None:
    worker = Worker()

    async def main() -> list[int]:
        with ThreadPoolExecutor(1) as pool:
            together = Together(worker, pool)
            tasks = [asyncio.create_task(together(number)) for number in range(20)]
            await asyncio.sleep(0)  # the loop goes on while the worker is held
            worker.go_on.set()
            return await asyncio.gather(*tasks)

    assert asyncio.run(main()) == [2 * number for number in range(20)]
    assert [number for batch in worker.batches for number in batch] == list(range(20))
    assert len(worker.batches) <= 2


def test_everyone_whose_write_failed_is_told_and_the_next_are_done() -> None:
    worker = Worker()
    worker.go_on.set()

    async def main() -> list[int | BaseException]:
        with ThreadPoolExecutor(1) as pool:
            together = Together(worker, pool)
            failed = await asyncio.gather(together(-1), together(5), return_exceptions=True)
            return [*failed, await together(4)]

    one, other, later = asyncio.run(main())
    assert isinstance(one, OSError) and isinstance(other, OSError)
    assert later == 8


def test_what_nobody_waits_for_any_more_is_still_done() -> None:
    worker = Worker()

    async def main() -> None:
        with ThreadPoolExecutor(1) as pool:
            together = Together(worker, pool)
            waiting = [asyncio.create_task(together(number)) for number in (1, 2)]
            await asyncio.sleep(0)
            for task in waiting:
                task.cancel()
            worker.go_on.set()
            await together.finish()

    asyncio.run(main())
    assert sorted(number for batch in worker.batches for number in batch) == [1, 2]


def test_without_a_worker_each_is_done_at_once() -> None:
    worker = Worker()
    worker.go_on.set()
    assert asyncio.run(Together(worker, None)(7)) == 14
    with pytest.raises(OSError):
        asyncio.run(Together(worker, None)(-7))


def test_a_reader_sees_what_is_committed_and_waits_for_no_writer(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.db", write=True)
    count = "SELECT count(*) FROM gates"
    with ledger.transaction() as connection:
        connection.execute("INSERT INTO gates (domain) VALUES ('iom.int')")
        assert ledger.reader.execute(count).fetchone() == (0,)
    assert ledger.reader.execute(count).fetchone() == (1,)
    ledger.close()
    assert not (tmp_path / "ledger.db-wal").exists(), "the log is folded in by the last to close"
