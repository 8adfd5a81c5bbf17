"""Two archives, served for real on a port of this machine.

``sample`` is built from the bundled WARC file by the commands that a user runs; ``made`` is a made-up archive of 400
pages (`benchmarks.archive_generator`) with long lists and the oddities that the sample lacks. Both are made once for
all test processes.
"""

from __future__ import annotations

import asyncio
import fcntl
import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from click.testing import CliRunner

from archive.cli import main_group
from archive.serving import Following, listen
from benchmarks.archive_generator import Size, generate

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample" / "sample.warc.gz"


class Site:
    """One served archive: its address, a client, and its rows."""

    def __init__(self, base: str, archive: Path) -> None:
        self.base = base
        self.archive = archive
        self.client = httpx.Client(base_url=base, timeout=30)
        self.connection = sqlite3.connect(f"file:{archive}?mode=ro", uri=True, check_same_thread=False)

    def get(self, path: str, **options: object) -> httpx.Response:
        return self.client.get(path, **options)  # type: ignore[arg-type]

    def text(self, path: str) -> str:
        """The page at a path, which must be there."""
        answer = self.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:300]}"
        return answer.text

    def value(self, sql: str, *values: object) -> object:
        row = self.connection.execute(sql, values).fetchone()
        return row[0] if row else None

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return self.connection.execute(sql, values).fetchall()


@contextmanager
def served(archive: Path, *, public: bool = False) -> Iterator[Site]:
    """Serve an archive from a thread for as long as the block runs."""
    socket = listen("127.0.0.1", 0)
    server = uvicorn.Server(
        uvicorn.Config(Following(archive, public=public), log_level="warning", lifespan="on", proxy_headers=False)
    )
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[socket])), daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    site = Site(f"http://127.0.0.1:{socket.getsockname()[1]}", archive)
    try:
        yield site
    finally:
        site.client.close()
        site.connection.close()
        server.should_exit = True
        thread.join(10)
        socket.close()


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A file that the first test process makes and all others use."""
    folder = factory.getbasetemp()
    if folder.name.startswith("popen-"):  # a process of pytest-xdist: the folder above is everybody's
        folder = folder.parent
    path = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            part = path.with_name(f"{name}.making")
            make(part)
            part.rename(path)
    return path


def build_sample(path: Path) -> None:
    folder = path.with_name("sample-data")
    for arguments in (["import", str(SAMPLE)], ["build"]):
        done = CliRunner().invoke(main_group, ["--data", str(folder), *arguments])
        assert done.exit_code == 0, done.output
    (folder / "archive.db").rename(path)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "sample.db", build_sample)


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "made.db", lambda path: generate(path, Size.of(400, 4_000)))


@pytest.fixture(scope="session")
def sample(sample_file: Path) -> Iterator[Site]:
    with served(sample_file) as site:
        yield site


@pytest.fixture(scope="session")
def made(made_file: Path) -> Iterator[Site]:
    with served(made_file) as site:
        yield site


@pytest.fixture(scope="session")
def public(sample_file: Path) -> Iterator[Site]:
    with served(sample_file, public=True) as site:
        yield site


def page_types(site: Site) -> dict[str, str]:
    """One address of each kind of page."""
    event = site.value("select id from events order by session_count desc, id limit 1")
    release = site.value("select id from press_releases order by appearance_count desc, id limit 1")
    person = site.value("select id from people order by appearance_count desc, id limit 1")
    organization = site.value("select id from organizations order by involvement_count desc, id limit 1")
    revision = site.value("select id from revisions order by id limit 1")
    changed = site.rows("select page_id, number from revisions where previous_id is not null order by id limit 1")[0]
    session = site.value("select id from sessions order by appearance_count desc, id limit 1")
    theme = site.rows("select scheme, code from themes order by page_count desc, id limit 1")[0]
    country = site.value("select code from countries order by event_count desc, code limit 1")
    series = site.value("select code from series order by event_count desc, code limit 1")
    evidence = site.rows(
        "select row_id, id from evidence where table_name = 'events' and field = 'start_date' order by id limit 1"
    )[0]
    return {
        "home": "/",
        "event": f"/event/{event}",
        "release": f"/release/{release}",
        "person": f"/person/{person}",
        "organization": f"/organization/{organization}",
        "country": f"/country/{country}",
        "theme": f"/theme/{theme[0]}/{theme[1]}",
        "series": f"/series/{series}",
        "search": "/search?q=migration",
        "search without words": "/search",
        "search without results": "/search?q=xyzzy+migration&year=1999",
        "events": "/events",
        "releases": "/releases",
        "speakers": "/speakers?role=panellist",
        "people": "/people",
        "organizations": "/organizations",
        "documents": "/documents",
        "nothing left": "/events?year=1950&status=cancelled",
        "countries": "/countries",
        "themes": "/themes",
        "all series": "/series",
        "pictures": "/pictures",
        "picture": "/pictures/map",
        "evidence of an event": f"/evidence/events/{evidence[0]}",
        "evidence of a fact": f"/evidence/events/{evidence[0]}?field=start_date",
        "evidence of a session": f"/evidence/sessions/{session}",
        "text": f"/text/{revision}",
        "comparison": f"/page/{changed[0]}/changes/{changed[1]}",
        "changes": "/changes",
        "coverage": "/coverage",
        "quality": "/quality",
        "about": "/about",
        "data": "/data",
        "data dictionary": "/data-dictionary",
        "api": "/api",
        "exports": "/exports",
        "feeds": "/feeds",
        "correction": f"/correct?of=/event/{event}&evidence={evidence[1]}",
        "tables": "/archive",
        "table": "/archive/events",
        "filtered table": "/archive/appearances?role=panellist&_facet=year&_sort=date",
        "row": f"/archive/events/{event}",
        "prepared question": "/archive/search?q=migration&type=&year=",
        "prepared question without rows": "/archive/speakers_on_a_theme?theme=xyzzy&country=QQ",
        "name that is not known": "/events?contry=KE",
    }


LINK = re.compile(r'(?:href|src|action)="([^"]*)"')
