"""A time limit or a signal ends a step at once, but never half way through what must not be divided."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from archive.page_reader import Job
from archive.reading_pool import ReadingPool
from archive.stopping import Deadline, SignalledError, StoppedError, TimeUpError, stoppable, undivided

ENDINGS = [(signal.SIGALRM, TimeUpError), (signal.SIGTERM, SignalledError), (signal.SIGINT, SignalledError)]


@pytest.mark.parametrize(("number", "error"), ENDINGS)
def test_a_signal_ends_the_block_at_once(number: int, error: type[StoppedError]) -> None:
    done = []
    with pytest.raises(error), stoppable(Deadline(None)):
        os.kill(os.getpid(), number)
        done.append("further")
    assert not done


@pytest.mark.parametrize(("number", "error"), ENDINGS)
def test_what_is_undivided_comes_to_its_end_first(number: int, error: type[StoppedError]) -> None:
    done = []
    with pytest.raises(error), stoppable(Deadline(None)):
        with undivided():
            with undivided():
                os.kill(os.getpid(), number)
            done.append("the block")
        done.append("further")
    assert done == ["the block"]


def test_without_a_signal_nothing_ends() -> None:
    with stoppable(Deadline(60)), undivided():
        pass
    with stoppable(Deadline(None)):
        done = True
    assert done


def test_a_worker_is_started_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = []

    class Executor:
        def submit(self, *_asked: Any) -> Future[list[Any]]:
            os.kill(os.getpid(), signal.SIGALRM)  # the limit strikes while the process is told what to do
            started.append("whole")
            return Future()

        def shutdown(self, **_how: bool) -> None:
            pass

    monkeypatch.setattr(ReadingPool, "_start", lambda _pool: Executor())
    job = Job.__new__(Job)  # the executor never looks at it
    with pytest.raises(TimeUpError), stoppable(Deadline(None)), ReadingPool(job, 1, 1) as pool:
        pool._submit([])
    assert started == ["whole"]
