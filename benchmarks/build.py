"""Import and build of thousands of captures: linear in their number, flat in memory, on all cores, quick when repeated.

The captures are generated pages (`benchmarks.pages`). Import and build run as processes of their own, as users do,
and the memory is that of the whole process tree (resident sets added up, so what processes share counts twice).

``BENCH_FULL=1`` takes 10,000 and 20,000 captures instead of 2,500 and 5,000. ``python -m benchmarks build`` runs it
alone.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archive.build import build
from archive.settings import DataFolder
from benchmarks import Table
from benchmarks.pages import ORIGIN, page, release
from scraper.store import Attempt, CaptureStore

SIZES = (10_000, 20_000) if os.environ.get("BENCH_FULL") else (2_500, 5_000)
MOST_MEMORY = 400  # MB
MOST_GROWTH = 2.3  # time for twice the captures
MOST_REPEATED = 0.05  # of a full build
LEAST_CORES = 1.4  # of two, kept busy on average
_SAMPLE_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Step:
    """What one process tree took."""

    wall: float  # seconds
    cpu: float  # seconds of processor time, all processes together
    memory: float  # MB at the peak

    @property
    def cores(self) -> float:
        """Cores that were busy on average."""
        return self.cpu / self.wall


def run() -> list[Table]:
    """Measure both sizes, each in a folder of its own."""
    table = Table(
        "import and build",
        (
            "captures",
            "import s",
            "build s",
            "captures/s",
            "build CPU s",
            "cores",
            "build MB",
            "again s",
            "one new s",
            "archive MB",
        ),
        [],
        note="memory: resident sets of all processes added up; again: nothing has changed; one new: one capture more",
    )
    builds, repeated = [], []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            taken_in = _step("import", folder, 0, size)
            built = _step("build", folder)
            again = _step("build", folder)
            _step("import", folder, size, size + 1)
            one_new = _step("build", folder)
            megabytes = DataFolder(Path(folder)).archive.stat().st_size / 1e6
        builds.append(built)
        repeated.append(again)
        table.rows.append(
            (
                f"{size:,}",
                f"{taken_in.wall:.1f}",
                f"{built.wall:.1f}",
                f"{size / built.wall:.0f}",
                f"{built.cpu:.1f}",
                f"{built.cores:.2f}",
                f"{built.memory:.0f}",
                f"{again.wall:.2f}",
                f"{one_new.wall:.1f}",
                f"{megabytes:.0f}",
            )
        )
    growth = builds[1].cpu / builds[0].cpu
    table.limits = [
        (
            f"twice the captures take at most {MOST_GROWTH} times the processor time: {growth:.2f}",
            growth <= MOST_GROWTH,
        ),
        (f"at most {MOST_MEMORY} MB: {builds[-1].memory:.0f}", builds[-1].memory <= MOST_MEMORY),
        (
            f"memory is flat: {builds[-1].memory / builds[0].memory:.2f} times that of half as many",
            builds[-1].memory <= builds[0].memory * 1.25,
        ),
        (
            f"a build after no change takes at most {MOST_REPEATED:.0%} of a full one:"
            f" {repeated[-1].wall / builds[-1].wall:.1%}",
            repeated[-1].wall <= MOST_REPEATED * builds[-1].wall,
        ),
    ]
    if (os.cpu_count() or 1) > 1:
        table.limits.append(
            (f"at least {LEAST_CORES} cores busy: {builds[-1].cores:.2f}", builds[-1].cores >= LEAST_CORES)
        )
    return [table]


def _step(what: str, folder: str, *arguments: int) -> Step:
    """Run one step as a process of its own and watch it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.build", what, folder, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
    )
    peak = Peak(process.pid)
    out, _ = process.communicate()
    memory = peak.stop()
    if process.returncode:
        raise RuntimeError(f"{what} ended with {process.returncode}")
    return Step(**json.loads(out), memory=memory)


class Peak:
    """Samples the memory of a process and its descendants."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """The peak in MB; 0 where /proc does not tell."""
        self._done.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._done.wait(_SAMPLE_SECONDS):
            self._peak = max(self._peak, sum(map(_resident, _family(self._pid))))


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * resource.getpagesize() / 1e6


def import_pages(folder: Path, first: int, end: int, event_every: int = 1) -> None:
    """Store generated pages, an hour apart: events, or one of so many and press releases between them."""
    begin = datetime(2024, 1, 1, tzinfo=UTC)
    attempts = (
        Attempt(
            address=f"{ORIGIN}/{'news' if number % event_every else 'events'}/generated-{number}",
            captured_at=begin + timedelta(hours=number),
            via="html",
            verdict="ok",
            resource=release(number) if number % event_every else page(number),
            content_type="text/html; charset=utf-8",
        )
        for number in range(first, end)
    )
    with CaptureStore(folder, write=True) as store:
        store.start_run("import")
        kept = sum(1 for _ in store.add_many(attempts))
        store.finish_run(0, {"ok": kept})


def _main(what: str, folder: str, *numbers: str) -> None:
    start, before = time.perf_counter(), processor_seconds()
    if what == "import":
        import_pages(Path(folder), *map(int, numbers))
    else:
        build(DataFolder(Path(folder)))
    print(json.dumps({"wall": time.perf_counter() - start, "cpu": processor_seconds() - before}))


def processor_seconds() -> float:
    """Processor time of this process and of those that it has waited for."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


if __name__ == "__main__":
    _main(*sys.argv[1:])
