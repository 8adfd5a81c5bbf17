"""What a run did, counted: for the ledger's row, for ``--json`` and for the progress line."""

from __future__ import annotations

import resource
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from scraper.crawl_state import CrawlProblem


class Cause(StrEnum):
    """Why a run ended or what it must tell; the gravest is the run's outcome. Declared from grave to harmless."""

    DEFECT = "defect"  # this program failed on an answer; the run went on without it
    DISK = "disk"  # too little free disk
    ERROR_BUDGET = "error_budget"  # too many failed requests
    BLOCKED = "blocked"  # a site's firewall refused us
    THROTTLED = "throttled"  # a site asked for a longer pause than the run may take
    UNREACHABLE = "unreachable"  # robots.txt or a whole site could not be reached
    DRIFT = "drift"  # a listing gave nothing, a layout was never seen before, a field fell silent
    SIGNAL = "signal"  # SIGINT or SIGTERM
    MAX_SECONDS = "max_seconds"
    MAX_PAGES = "max_pages"
    MAX_BYTES = "max_bytes"
    DONE = "done"  # nothing was left to do


@dataclass(slots=True)
class Report:
    """Counters of one run. ``requests`` counts everything sent, ``pages`` only attempts at pages."""

    run_id: int = 0
    started_at: str = ""
    ended_at: str | None = None
    pages: int = 0
    requests: int = 0
    conditional: int = 0  # requests with validators
    bytes: int = 0  # on the wire
    new: int = 0  # pages seen for the first time
    changed: int = 0  # pages that say something else than before
    unchanged: int = 0
    moved: int = 0  # pages found under another address than before
    returned: int = 0  # pages that were marked as gone and answer again
    gone: int = 0  # pages marked as gone in this run
    found: int = 0  # addresses that no one had named before
    disallowed: int = 0
    errors: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)  # pages attempted, by what found them first
    hosts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    causes: set[Cause] = field(default_factory=set)
    problems: list[CrawlProblem] = field(default_factory=list)
    repairs: tuple[str, ...] = ()
    queue: int = 0  # pages still due

    @property
    def outcome(self) -> Cause:
        """The gravest cause."""
        return next((cause for cause in Cause if cause in self.causes), Cause.DONE)

    def to_dict(self) -> dict[str, Any]:
        """For JSON: every counter, the outcome and the problems."""
        return {
            "run": self.run_id,
            "started_at": self.started_at,
            "ended_at": self.ended_at,
            "outcome": str(self.outcome),
            "causes": [str(cause) for cause in Cause if cause in self.causes],
            **{name: getattr(self, name) for name in _PLAIN},
            "verdicts": dict(sorted(self.verdicts.items())),
            "channels": dict(sorted(self.channels.items())),
            "hosts": {host: dict(sorted(counts.items())) for host, counts in sorted(self.hosts.items())},
            "problems": list(_problems(self.problems)),
            "repairs": list(self.repairs),
            "peak_memory_bytes": peak_memory(),
        }


_PLAIN = (
    *("pages", "requests", "conditional", "bytes", "new", "changed", "unchanged", "moved", "returned", "gone", "found"),
    *("disallowed", "errors", "queue"),
)
_MOST_PROBLEMS = 200


def peak_memory() -> int:
    """The most memory this program has held, in bytes.

    Linux hands ``ru_maxrss`` on from the program that started this one (getrusage(2)), so its own mark is read there.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        status = ""
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _problems(problems: Iterable[CrawlProblem]) -> Iterable[dict[str, str | None]]:
    for problem in list(problems)[:_MOST_PROBLEMS]:
        yield {"code": problem.code, "site": problem.site, "address": problem.address, "message": problem.message}
