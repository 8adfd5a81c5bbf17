"""Fetching and storing: this crawler against Scrapy, over the same local site, politeness off, 16 requests at once.

Both read the sitemap and robots.txt, fetch every page and keep it. Scrapy keeps WARC records (warcio, gzip) or plain files,
neither of them made durable; the archive keeps WARC records and the ledger's rows, durable before the next page counts,
judges each page, hashes what it says and follows its links. The time is that from the first request for a page to the
last, as the server saw it; the memory is the highest resident set of the process.

``BENCH_FULL=1`` takes 2,000 and 20,000 pages instead of 1,000 and 4,000. ``python -m benchmarks crawl`` runs it alone.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import Table

SMALL, LARGE = (2_000, 20_000) if os.environ.get("BENCH_FULL") else (1_000, 4_000)
LEAST_SPEED = 1.5  # times Scrapy with WARC stored
MOST_MEMORY = 0.5  # of Scrapy's
MOST_GROWTH = 1.1  # of memory, from the small site to the large one
ROUNDS = 3
_ROOT = Path(__file__).parents[1]
_SITES = """
[limits]
minimum_free_bytes = 0
minimum_free_share = 0.0
[[site]]
name = "www"
host = "www.iom.int"
default = true
content_marker = "data-history-node-id"
sitemaps = [{ path = "/sitemap.xml" }]
rules = [{ kind = "press_release", pattern = "^/news/release-" }]
"""
_SPIDER = """
import io, sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from scrapy.crawler import CrawlerProcess
from scrapy.spiders import SitemapSpider
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

origin, folder, kind = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
warc = open(folder / "pages.warc.gz", "wb") if kind == "warc" else None
writer = WARCWriter(warc, gzip=True, warc_version="1.1") if warc else None


class Pages(SitemapSpider):
    name = "pages"
    sitemap_urls = [origin + "/sitemap.xml"]
    custom_settings = {
        "CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0, "ROBOTSTXT_OBEY": True,
        "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "COOKIES_ENABLED": False, "USER_AGENT": "bench",
    }

    def parse(self, response):
        if writer is None:
            (folder / urlsplit(response.url).path.rpartition("/")[2]).write_bytes(response.body)
            return
        headers = [(k.decode(), v.decode()) for k, values in response.headers.items() for v in values]
        http = StatusAndHeaders(f"{response.status} OK", headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(response.url, "response", payload=io.BytesIO(response.body), http_headers=http)
        sent = [(k.decode(), v.decode()) for k, values in response.request.headers.items() for v in values]
        line = StatusAndHeaders("GET " + urlsplit(response.url).path + " HTTP/1.1", sent, is_http_request=True)
        request = writer.create_warc_record(response.url, "request", http_headers=line)
        writer.write_request_response_pair(request, record)


process = CrawlerProcess()
process.crawl(Pages)
process.start()
"""


@dataclass(frozen=True, slots=True)
class Result:
    """One crawl: pages that the server gave, pages a second, processor time of a page in ms, highest resident set in MB."""

    pages: int
    speed: float
    processor: float
    memory: float


def run() -> list[Table]:
    """Compare, and see whether memory stays flat."""
    if importlib.util.find_spec("scrapy") is None:
        raise SystemExit("the crawl benchmark needs Scrapy: make bench installs it")
    ours, warc, files = _compare(SMALL)
    with _site(LARGE) as port:
        large, large_warc = _archive(port, LARGE), _scrapy(port, LARGE, "warc")
    rows = [
        _row("archive: WARC and ledger, durable", ours, warc),
        _row("Scrapy: WARC", warc, warc),
        _row("Scrapy: plain files", files, warc),
        _row("archive: WARC and ledger, durable", large, large_warc),
        _row("Scrapy: WARC", large_warc, large_warc),
    ]
    limits = [
        (f"at least {LEAST_SPEED} times Scrapy with WARC stored", ours.speed >= LEAST_SPEED * warc.speed),
        (f"at most {MOST_MEMORY} of Scrapy's memory, {SMALL:,} pages", ours.memory <= MOST_MEMORY * warc.memory),
        (f"at most {MOST_MEMORY} of Scrapy's memory, {LARGE:,} pages", large.memory <= MOST_MEMORY * large_warc.memory),
        (f"memory at most {MOST_GROWTH} times from {SMALL:,} to {LARGE:,}", large.memory <= MOST_GROWTH * ours.memory),
    ]
    columns = ("crawler", "pages", "pages/s", "ratio", "CPU ms/page", "memory MB", "ratio")
    title = f"Fetch and store pages of about 90 kB; {SMALL:,} pages: median of {ROUNDS}"
    return [Table(title, columns, rows, limits=limits)]


def _compare(count: int) -> tuple[Result, Result, Result]:
    """Median results of the archive, Scrapy with WARC, Scrapy with files; taking turns."""
    with _site(count) as port:
        rounds = [
            (_archive(port, count), _scrapy(port, count, "warc"), _scrapy(port, count, "files")) for _ in range(ROUNDS)
        ]
    ours, warc, files = (
        sorted(results, key=lambda result: result.speed)[ROUNDS // 2] for results in zip(*rounds, strict=True)
    )
    return ours, warc, files


def _archive(port: int, count: int) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        sites = Path(folder) / "sites.toml"
        sites.write_text(_SITES)
        command = [sys.executable, "-c", "from archive.cli import main; main()", "--data", f"{folder}/data", "crawl"]
        trial = ["--connect-to", f"http://127.0.0.1:{port}", "--delay", "0", "--concurrency", "16"]
        return _timed([*command, "--sites", str(sites), "--contact", "bench@example.org", *trial], port, count)


def _scrapy(port: int, count: int, kind: str) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        spider = Path(folder) / "spider.py"
        spider.write_text(_SPIDER)
        store = Path(folder) / "store"
        store.mkdir()
        return _timed([sys.executable, str(spider), f"http://127.0.0.1:{port}", str(store), kind], port, count)


def _timed(command: list[str], port: int, count: int) -> Result:
    process = subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/stats") as answer:
        stats = json.load(answer)
    if process.returncode or stats["served"] != count:
        raise RuntimeError(
            f"{command[:4]} served {stats['served']} of {count}, code {process.returncode}: {said[-2000:]}"
        )
    processor = (usage.ru_utime + usage.ru_stime) / count * 1000
    return Result(stats["served"], stats["served"] / stats["seconds"], processor, usage.ru_maxrss / 1024)


@contextmanager
def _site(count: int) -> Iterator[int]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.local_site", str(count)],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(30)


def _row(name: str, result: Result, peer: Result) -> tuple[object, ...]:
    return (
        *(name, result.pages, f"{result.speed:.0f}", f"{result.speed / peer.speed:.2f}"),
        *(f"{result.processor:.1f}", f"{result.memory:.0f}", f"{result.memory / peer.memory:.2f}"),
    )
