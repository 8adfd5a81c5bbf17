"""Speed and quality, each against a peer or a limit, in one run: ``make bench`` or ``python -m benchmarks [NAME …]``.

A benchmark is a module of this package with a function ``run() -> list[Table]``. Competitors are timed in turn within
each round (`timed`), so that what else the machine does at the moment hits all of them, and the lower quartile of the
rounds counts. Read the ratios, not the milliseconds.

=====================  ======================================================================
``parse``              page → record against lexbor parse plus all text, and BeautifulSoup
``build``              import and build of thousands of captures: time, memory, cores
``night``              build, check and snapshot after a night without changes: time, memory
``crawl``              fetching and storing against Scrapy: pages a second, memory
``main_text``          main-text precision and recall against trafilatura and others
``web``                the pages against stock Datasette on the same file
``pages``              generated pages (no benchmark)
``local_site``         a fast local site to crawl (no benchmark)
``archive_generator``  generated archives (no benchmark)
=====================  ======================================================================
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Table:
    """One result: columns, rows, and what must hold (``limits``: text, whether it held)."""

    title: str
    columns: Sequence[str]
    rows: list[Any]
    note: str = ""
    limits: list[tuple[str, bool]] = field(default_factory=list)

    def text(self) -> str:
        """The table as lines."""
        cells = [[str(value) for value in row] for row in (self.columns, *self.rows)]
        widths = [max(len(row[column]) for row in cells) for column in range(len(self.columns))]
        lines = [
            "  ".join(
                value.ljust(width) if column == 0 else value.rjust(width)
                for column, (value, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in cells
        ]
        lines.insert(1, "  ".join("-" * width for width in widths))
        verdicts = [f"{'ok  ' if held else 'MISS'}  {limit}" for limit, held in self.limits]
        return "\n".join(
            [self.title, *([self.note] if self.note else []), "", *lines, *([""] if verdicts else []), *verdicts]
        )


def timed(
    competitors: Mapping[str, Callable[[Any], object]], inputs: Sequence[Any], rounds: int = 9
) -> dict[str, float]:
    """Seconds of processor time for one input, by competitor: the lower quartile of the rounds.

    In each round all competitors take their turn, so that what else the machine does hits all of them.
    """
    seconds: dict[str, list[float]] = {name: [] for name in competitors}
    for function in competitors.values():
        function(inputs[0])
    for _ in range(rounds):
        for name, function in competitors.items():
            start = time.process_time()
            for item in inputs:
                function(item)
            seconds[name].append((time.process_time() - start) / len(inputs))
    return {name: sorted(values)[len(values) // 4] for name, values in seconds.items()}


def timed_apart(
    competitors: Mapping[str, Callable[[Any], object]], fresh: Callable[[int], Sequence[Any]], number: int, rounds: int
) -> dict[str, float]:
    """As `timed`, but no input is ever used twice: ``fresh(n)`` gives n further ones, ``number`` of them at each turn."""
    seconds: dict[str, list[float]] = {name: [] for name in competitors}
    for function in competitors.values():
        for item in fresh(number):  # vocabularies are loaded, what pages share is known
            function(item)
    for _ in range(rounds):
        for name, function in competitors.items():
            inputs = fresh(number)
            start = time.process_time()
            for item in inputs:
                function(item)
            seconds[name].append((time.process_time() - start) / len(inputs))
    return {name: sorted(values)[len(values) // 4] for name, values in seconds.items()}


def machine() -> str:
    """One line on the machine that the figures come from."""
    model = ""
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    except OSError:
        model = platform.processor()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {model}, load {load}"
    )
