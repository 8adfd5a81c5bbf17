"""Running the real command against the stand-in, and looking at what it left on disk.

`Trial` is one archive: a data folder, a sites file, and the command as a user would run it, in a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from scraper.clock import Clock
from scraper.crawl import Crawl
from scraper.guard import Origin
from scraper.report import Report
from scraper.run import Options
from scraper.sites import load_sites
from scraper.store import CaptureStore
from tests.standin.server import ROOT, WWW, StandIn, sites_file

CONTACT = "archive@example.org"
COMMAND = (sys.executable, "-c", "from archive.cli import main; main()")
QUICK = {
    "retry_seconds": 0.02,
    "connect_seconds": 30.0,  # generous, because tests share their machine
    "read_seconds": 30.0,
    "total_seconds": 60.0,
    "error_budget": 1000,
    "sitemap_hours": 0.0,
}


@dataclass(frozen=True)
class Ran:
    """What one run of the command gave."""

    code: int
    report: dict[str, Any]
    stdout: str
    stderr: str

    @property
    def verdicts(self) -> dict[str, int]:
        """Attempts by verdict."""
        return dict(self.report["verdicts"])

    @property
    def problem_codes(self) -> set[str]:
        """Codes of the problems that were reported."""
        return {problem["code"] for problem in self.report["problems"]}

    def problem(self, code: str) -> dict[str, str]:
        """The first problem of that code."""
        return next(problem for problem in self.report["problems"] if problem["code"] == code)


@dataclass
class Trial:
    """One archive and the stand-in that it is crawled from."""

    site: StandIn
    root: Path
    sites: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        """The archive's folder."""
        return self.root / "data"

    def arguments(self, *more: str, delay: float = 0.0) -> list[str]:
        """The command line of a crawl."""
        return [
            *(
                *COMMAND,
                "--data",
                str(self.data),
                "crawl",
                "--sites",
                str(self.sites),
                "--connect-to",
                self.site.origin,
            ),
            *("--contact", CONTACT, "--delay", str(delay), "--pretend-now", self.site.now.isoformat(), "--json", *more),
        ]

    def environment(self) -> dict[str, str]:
        """The command's environment."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("IOM_ARCHIVE", "COV_"))}
        return {**kept, **self.env}

    def crawl(self, *more: str, delay: float = 0.0, timeout: float = 120) -> Ran:
        """Run one crawl to its end."""
        ran = subprocess.run(
            self.arguments(*more, delay=delay),
            capture_output=True,
            text=True,
            timeout=timeout,
            cwd=ROOT,
            env=self.environment(),
            check=False,
        )
        if "Traceback" in ran.stderr:
            raise AssertionError(f"the command failed:\n{ran.stderr}")
        try:
            report = json.loads(ran.stdout)
        except ValueError:
            report = {}
        return Ran(ran.returncode, report, ran.stdout, ran.stderr)

    def start(self, *more: str, delay: float = 0.0) -> subprocess.Popen[str]:
        """Start a crawl and leave it running."""
        return subprocess.Popen(
            self.arguments(*more, delay=delay),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=self.environment(),
        )

    # what is on disk

    def rows(self, query: str, *values: object) -> list[dict[str, Any]]:
        """Rows of the ledger."""
        connection = sqlite3.connect(f"file:{self.data / 'ledger.db'}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(query, values)]
        finally:
            connection.close()

    def captures(self, path: str, host: str = WWW) -> list[dict[str, Any]]:
        """Every capture of an address, oldest first."""
        return self.rows("SELECT * FROM captures WHERE address = ? ORDER BY id", f"https://{host}{path}")

    def last(self, path: str, host: str = WWW) -> dict[str, Any]:
        """The latest capture of an address."""
        return self.captures(path, host)[-1]

    def known(self, path: str, host: str = WWW) -> dict[str, Any]:
        """What the frontier knows of a page."""
        return self.rows("SELECT * FROM frontier WHERE address = ?", f"https://{host}{path}")[0]

    def page(self, path: str, host: str = WWW) -> dict[str, Any]:
        """The page behind an address."""
        query = (
            "SELECT p.* FROM addresses AS a JOIN pages AS q ON q.id = a.page_id "
            "JOIN pages AS p ON p.id = ifnull(q.merged_into, q.id) WHERE a.address = ?"
        )
        return self.rows(query, f"https://{host}{path}")[0]

    def texts(self) -> dict[str, list[str]]:
        """For each page the texts that it has had, in order: its revisions."""
        query = (
            "SELECT p.address, c.text_sha256 FROM captures AS c JOIN pages AS q ON q.id = c.page_id "
            "JOIN pages AS p ON p.id = ifnull(q.merged_into, q.id) WHERE c.verdict = 'ok' ORDER BY c.id"
        )
        found: dict[str, list[str]] = {}
        for row in self.rows(query):
            texts = found.setdefault(row["address"], [])
            if not texts or texts[-1] != row["text_sha256"]:
                texts.append(row["text_sha256"])
        return found

    def warc_bytes(self) -> bytes:
        """Everything in the WARC files, decompressed."""
        import gzip

        return b"".join(gzip.open(path).read() for path in sorted((self.data / "captures").glob("*.gz")))


@contextmanager
def a_trial(
    count: int = 60,
    *,
    www: str = "",
    extra: str = "",
    seeds: tuple[str, ...] = (),
    certificate: str | None = None,
    life_seconds: float = 600.0,
    **limits: object,
) -> Iterator[Trial]:
    """A stand-in of ``count`` pages and an empty archive, gone when the block ends.

    The archive lies in memory where the system offers that, because tests write durably and disks are slow at it.
    """
    shm = Path("/dev/shm")
    folder = tempfile.mkdtemp(prefix="iom-archive-test-", dir=shm if os.access(shm, os.W_OK) else None)
    root = Path(folder)
    try:
        with StandIn(count, certificate=certificate, life_seconds=life_seconds) as site:
            sites = sites_file(root / "sites.toml", www=www, extra=extra, seeds=seeds, **{**QUICK, **limits})
            yield Trial(site, root, sites)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def crawl_here(of: Trial, *, days: int = 0, max_pages: int | None = None, **how: object) -> Report:
    """A crawl in this process, where the resolver and the trusted authorities can be chosen."""
    sites = load_sites(of.sites)
    options = Options(
        sites=tuple(sites.select()),
        contact="archive@example.org",
        version="0",
        delay=0.0,
        trial=how.pop("trial", Origin.parse(of.site.origin)),  # type: ignore[arg-type]
        max_pages=max_pages,
    )
    clock = Clock(of.site.now + timedelta(days=days))
    with CaptureStore(of.data, write=True) as store:
        crawl = Crawl(store, sites, options, clock=clock, **how)  # type: ignore[arg-type]
        report = asyncio.run(crawl.run())
        store.finish_run(0, report.to_dict())
    return report
