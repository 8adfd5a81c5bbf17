"""Our pages against stock Datasette, on one made-up archive of 100,000 pages and 1,000,000 appearances.

Both are served by one process each, on the same file, and asked one request after the other: 200 different ones of each
kind, made from the file's own rows. Stock Datasette gets the same file with its indexes, facet suggestion off (else it
takes seconds), and answers with what it has nearest: the row, the table with the same filter, its own search. On table
pages it counts the same facets, and leaves out what takes it longer than a second, which is the limit of ours as well.

``BENCH_FULL=1`` takes the full size; without it a tenth, with the same limits. ``python -m benchmarks web`` runs it
alone. The file is kept in the temporary folder for the next run.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx

from archive.serving import listen
from benchmarks import Table, table_pages
from benchmarks.archive_generator import Size, generate

PAGES, APPEARANCES = (100_000, 1_000_000) if os.environ.get("BENCH_FULL") else (10_000, 100_000)
REQUESTS = 200
THING_MS, LIST_MS, SEARCH_MS = 30, 50, 150
LARGEST_KB = 150
PAINT_MS = 500
ROOT = Path(__file__).parent.parent

_SERVE = """
import sys, uvicorn
from pathlib import Path
from archive.serving import Following
uvicorn.run(Following(Path(sys.argv[1])), host="127.0.0.1", port=int(sys.argv[2]), log_level="error", workers=1)
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of request: what is asked of us, what of stock Datasette, and how long ours may take."""

    name: str
    ours: Sequence[str]
    stock: Sequence[str]
    limit: int


def run() -> list[Table]:
    """Measure both servers."""
    path = archive_file()
    kinds = list(_kinds(path))
    table = Table(
        f"web: {PAGES:,} pages, {APPEARANCES:,} appearances, {path.stat().st_size / 1e9:.1f} GB, {REQUESTS} requests each",
        ("request", "ours p50 ms", "ours p95 ms", "limit ms", "largest kB", "stock p50 ms", "stock p95 ms"),
        [],
    )
    with _ours(path) as mine, _stock(path) as theirs:
        for kind in kinds:
            own, size = _times(mine, kind.ours)
            other, _ = _times(theirs, kind.stock) if kind.stock else ([], 0)
            table.rows.append(
                (
                    kind.name,
                    *_shown(own),
                    kind.limit,
                    f"{size / 1000:.0f}",
                    *(_shown(other) if other else ("-", "-")),
                )
            )
            table.limits.append((f"{kind.name}: p95 at most {kind.limit} ms", _p95(own) <= kind.limit))
            table.limits.append((f"{kind.name}: at most {LARGEST_KB} kB", size <= LARGEST_KB * 1000))
        paint = _first_paint(mine, kinds[1].ours[0])
        if paint is not None:
            table.limits.append((f"first contentful paint {paint:.0f} ms, at most {PAINT_MS}", paint <= PAINT_MS))
    return [table]


def archive_file() -> Path:
    """The made-up archive, made if the one of this very form is not there."""
    digest = sha256(f"{PAGES} {APPEARANCES}".encode())
    for source in (*sorted((ROOT / "archive").glob("*.py")), ROOT / "benchmarks" / "archive_generator.py"):
        digest.update(source.read_bytes())
    path = Path(tempfile.gettempdir()) / f"iom-archive-made-{digest.hexdigest()[:12]}.db"
    if not path.exists():
        for old in path.parent.glob("iom-archive-made-*.db*"):
            old.unlink()
        generate(path, Size.of(PAGES, APPEARANCES), workers=2)
    return path


def _kinds(path: Path) -> Iterator[Kind]:
    """Requests from the rows of the file; the same ones on every run."""
    chance = random.Random(7)
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:

        def some(sql: str) -> list[str]:
            found = [str(row[0]) for row in connection.execute(sql)]
            return [chance.choice(found) for _ in range(REQUESTS)]

        events, releases = some("select id from events"), some("select id from press_releases")
        people = [*some("select id from people")[: REQUESTS // 2]]
        # half of the people by chance, half of those whom one sees most, whose pages are the heaviest
        people += some("select id from people order by appearance_count desc limit 200")[: REQUESTS // 2]
        countries = some("select code from countries order by event_count desc limit 120")
        themes = some("select scheme || '/' || code from themes where page_count > 0")
        bodies = some("select id from organizations order by appearance_count desc limit 400")
        series = some("select code from series")
        years = some("select distinct year from events where year is not null")
        tables = list(table_pages.addresses(connection, random.Random(7), REQUESTS, PAGES / 100_000))
    languages = [chance.choice(("en", "fr", "es", "ar")) for _ in range(REQUESTS)]
    roles = [chance.choice(("panellist", "moderator", "quoted", "mentioned")) for _ in range(REQUESTS)]
    yield Kind("home", ["/"] * REQUESTS, ["/"] * REQUESTS, THING_MS)
    yield Kind("event", [f"/event/{one}" for one in events], [f"/archive/events/{one}" for one in events], THING_MS)
    yield Kind(
        "release",
        [f"/release/{one}" for one in releases],
        [f"/archive/press_releases/{one}" for one in releases],
        THING_MS,
    )
    yield Kind("person", [f"/person/{one}" for one in people], [f"/archive/people/{one}" for one in people], THING_MS)
    yield Kind(
        "events by country and year",
        [f"/events?country={c}&year={y}" for c, y in zip(countries, years, strict=True)],
        [f"/archive/events?country={c}&year={y}&_sort_desc=start_date" for c, y in zip(countries, years, strict=True)],
        LIST_MS,
    )
    yield Kind(
        "events by language and year",
        [f"/events?language={c}&year={y}" for c, y in zip(languages, years, strict=True)],
        [f"/archive/events?language={c}&year={y}&_sort_desc=start_date" for c, y in zip(languages, years, strict=True)],
        LIST_MS,
    )
    yield Kind(
        "speakers by theme and country",
        [f"/speakers?theme={t}&country={c}" for t, c in zip(themes, countries, strict=True)],
        [],
        LIST_MS,
    )
    yield Kind(
        "speakers by role and year",
        [f"/speakers?role={r}&year={y}" for r, y in zip(roles, years, strict=True)],
        [f"/archive/appearances?role={r}&year={y}&_sort_desc=date" for r, y in zip(roles, years, strict=True)],
        LIST_MS,
    )
    yield Kind("theme", [f"/theme/{one}" for one in themes], [], LIST_MS)
    yield Kind(
        "country", [f"/country/{one}" for one in countries], [f"/archive/countries/{one}" for one in countries], LIST_MS
    )
    yield Kind(
        "organisation",
        [f"/organization/{one}" for one in bodies],
        [f"/archive/organizations/{one}" for one in bodies],
        LIST_MS,
    )
    yield Kind("series", [f"/series/{one}" for one in series], [f"/archive/series/{one}" for one in series], LIST_MS)
    words = _searches(people, countries)
    yield Kind(
        "search",
        [f"/search?{urlencode({'q': word, **more})}" for word, more in words],
        [f"/archive/search_index?_search={quote(word.replace('*', ''))}" for word, _ in words],
        SEARCH_MS,
    )
    for name, ours, stock in tables:
        yield Kind(name, ours, stock, LIST_MS)


def _searches(people: Sequence[str], countries: Sequence[str]) -> list[tuple[str, dict[str, str]]]:
    """Words on nearly every page, rare ones, names, phrases, beginnings; with and without filters. All different."""
    words = [
        *(
            "migration",
            "participants",
            "meeting",
            "people",
            "talk",
            "cooperation",
            '"labour migration"',
            '"migration data"',
        ),
        *(
            "drought",
            "kenya",
            "nairobi",
            "remittances",
            "censuses",
            "o'neill",
            "al-masri",
            "antonio vitorino",
            "walesa",
        ),
        *("migration kenya", "labour OR health", "return -health", "coffee", "registration", "reintegrat*", "statist*"),
        *("climate mobility", "geneva", "diaspora", "skills partnerships", "mayors", "visas"),
    ]
    filters: list[dict[str, str]] = [{}, {"type": "event"}, {"type": "person"}, {"language": "en"}, {"year": "2015"}]
    filters += [{"country": code} for code in dict.fromkeys(countries[:20])]
    filters += [{"theme": "iom-archive/labour-migration"}, {"theme": "gcm/5", "type": "event"}]
    asked = [(word, more) for more in filters for word in words]
    return asked[:REQUESTS]


def _times(base: str, paths: Sequence[str]) -> tuple[list[float], int]:
    """Milliseconds of each request after a few to warm up, and the largest answer in bytes without its pictures."""
    taken, largest = [], 0
    with httpx.Client(base_url=base, timeout=60) as client:
        for path in paths[:3]:
            client.get(path)
        for path in paths:
            begun = time.perf_counter()
            answer = client.get(path)
            taken.append((time.perf_counter() - begun) * 1000)
            if answer.status_code != 200:
                raise RuntimeError(f"{base}{path}: {answer.status_code}")
            largest = max(largest, len(_without_pictures(answer.content)))
    return taken, largest


def _shown(values: Sequence[float]) -> tuple[str, str]:
    return f"{statistics.median(values):.1f}", f"{_p95(values):.1f}"


def _without_pictures(body: bytes) -> bytes:
    while (start := body.find(b"<svg")) >= 0:
        body = body[:start] + body[body.index(b"</svg>", start) + 6 :]
    return body


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


@contextmanager
def _server(command: Sequence[str], port: int) -> Iterator[str]:
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            if process.poll() is not None:
                raise RuntimeError(f"ended before it served: {' '.join(command)}")
            try:
                httpx.get(f"{base}/-/versions.json", timeout=5)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield base
    finally:
        process.terminate()
        process.wait(20)


def _ours(path: Path) -> AbstractContextManager[str]:
    port = _free_port()
    return _server([sys.executable, "-c", _SERVE, str(path), str(port)], port)


def _stock(path: Path) -> AbstractContextManager[str]:
    """Datasette as it comes, in a folder of its own so that it finds nothing of ours."""
    folder = Path(tempfile.mkdtemp(prefix="stock-"))
    (folder / "archive.db").symlink_to(path)
    port = _free_port()
    command = [sys.executable, "-m", "datasette", "-i", str(folder / "archive.db"), "-p", str(port)]
    settings = ("suggest_facets", "off"), ("sql_time_limit_ms", "5000"), ("facet_time_limit_ms", "1000")
    return _server([*command, *(part for pair in settings for part in ("--setting", *pair))], port)


def _free_port() -> int:
    with listen("127.0.0.1", 0) as opened:
        return int(opened.getsockname()[1])


def _first_paint(base: str, path: str) -> float | None:
    """Milliseconds to the first contentful paint of an event's page, the median of five; None without a browser."""
    program = shutil.which("chromium")
    if program is None:
        return None
    from playwright.sync_api import sync_playwright

    ask = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        taken = []
        for _ in range(5):
            page = browser.new_context().new_page()
            page.goto(base + path)
            page.wait_for_timeout(300)
            taken.append(float(page.evaluate(ask)))
        browser.close()
    return statistics.median(taken)


def main() -> None:
    """Run it alone."""
    for table in run():
        print(table.text())


if __name__ == "__main__":
    main()
