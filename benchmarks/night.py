"""A night in which every page was looked at and none had changed: build, check and snapshot, in time and memory.

The pages are generated (`benchmarks.pages`), one in ten with a full agenda, the others press releases, so that they give
about as many rows each as those of the bundled sample. They are taken in and published once; then each gets a capture
that says that it is unchanged (304), and the night's work after the crawl is measured in a process of its own. Memory is
that of the whole process tree, resident sets added up.

``BENCH_FULL=1`` takes 25,000 pages instead of 2,500. ``python -m benchmarks night`` runs it alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archive.build import build
from archive.settings import DataFolder
from archive.snapshots.shelf import Shelf
from archive.snapshots.taking import Published, take
from benchmarks import Table
from benchmarks.build import Peak, import_pages, processor_seconds
from scraper.store import Attempt, CaptureStore, Exchange

EVENT_EVERY = 10  # pages; the others are press releases
PAGES = 25_000 if os.environ.get("BENCH_FULL") else 2_500
MOST_SECONDS = 120 if PAGES >= 25_000 else 30
MOST_MEMORY = 500  # MB
_NIGHT = datetime(2029, 1, 1, tzinfo=UTC)  # after all pages


def run() -> list[Table]:
    """Publish, look at every page once more, publish again."""
    columns = (
        "night",
        "pages",
        "build s",
        "check and snapshot s",
        "wall s",
        "CPU s",
        "MB",
        "archive MB",
        "snapshot MB",
    )
    table = Table("a night after the crawl", columns, [], note="memory: resident sets of all processes added up")
    with tempfile.TemporaryDirectory() as folder:
        import_pages(Path(folder), 0, PAGES, EVENT_EVERY)
        for name in ("the first", "no page changed"):
            if name != "the first":
                _look_again(Path(folder))
            figures = _night(folder)
            data = DataFolder(Path(folder))
            newest = Shelf(data.snapshots).all()[-1]
            megabytes = sum(path.stat().st_size for path in newest.path.rglob("*") if path.is_file()) / 1e6
            table.rows.append(
                (
                    name,
                    f"{PAGES:,}",
                    *(f"{figures[key]:.1f}" for key in ("build", "snapshot", "wall", "cpu")),
                    f"{figures['memory']:.0f}",
                    f"{data.archive.stat().st_size / 1e6:.0f}",
                    f"{megabytes:.0f}",
                )
            )
    table.limits = [
        (f"at most {MOST_SECONDS} s: {figures['wall']:.1f}", figures["wall"] <= MOST_SECONDS),
        (f"at most {MOST_MEMORY} MB: {figures['memory']:.0f}", figures["memory"] <= MOST_MEMORY),
    ]
    return [table]


def _look_again(folder: Path) -> None:
    """A capture for each page that says that it is unchanged."""
    with CaptureStore(folder, write=True) as store:
        store.start_run("crawl")
        seen = [capture for capture in store.captures() if capture.verdict == "ok"]
        attempts = (
            Attempt(
                address=capture.address,
                captured_at=_NIGHT + timedelta(seconds=number),
                via="live",
                verdict="not_modified",
                exchanges=(Exchange(capture.address, 304, ()),),
                refers_to=capture.id,
            )
            for number, capture in enumerate(seen)
        )
        kept = sum(1 for _ in store.add_many(attempts))
        store.finish_run(0, {"not_modified": kept})


def _night(folder: str) -> dict[str, float]:
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.night", folder], stdout=subprocess.PIPE, text=True)
    peak = Peak(process.pid)
    out, _ = process.communicate()
    memory = peak.stop()
    if process.returncode:
        raise RuntimeError(f"the night ended with {process.returncode}")
    return {**json.loads(out), "memory": memory}


def _main(folder: str) -> None:
    data, before, begun = DataFolder(Path(folder)), processor_seconds(), time.perf_counter()
    build(data)
    built = time.perf_counter()
    outcome = take(data)
    ended = time.perf_counter()
    if not isinstance(outcome, Published):
        raise SystemExit(f"nothing was published: {outcome}")
    told = {"build": built - begun, "snapshot": ended - built, "wall": ended - begun}
    print(json.dumps({**told, "cpu": processor_seconds() - before}))


if __name__ == "__main__":
    _main(sys.argv[1])
