"""Whether every kind of public page answers: asked of Datasette in this process, as a visitor would ask.

The way begins at the front page, at each table, view, prepared query and the first row of each table, and follows the
links and files of every page, one or two of each kind: addresses count as one kind when they differ in numbers,
codes and parameters alone. Datasette's own sorting and filtering of tables is not followed. Of files no more than the
beginning is asked for: a whole table takes seconds and hundreds of megabytes.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from archive.checks.result import Check
from archive.checks.subject import Subject
from archive.errors import ArchiveError
from archive.schema import TABLES, VIEWS
from archive.serving import DATABASE, make_datasette

if TYPE_CHECKING:
    from datasette.app import Datasette

_WHY = "Data that nobody can look at is not published."
_OF_A_KIND = 2  # pages asked for of each kind
_MOST = 1500  # pages asked for in all
_SHOWN = 8
_PATIENCE = 120.0  # seconds for a question: what else this machine does tonight is no fault of the data
_HOST = "http://archive.test"
_LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"))


def public_pages_answer(subject: Subject) -> Check:
    """Each kind of page answers with success."""
    try:
        datasette = make_datasette(subject.archive, public=True, seconds=_PATIENCE)
    except ArchiveError as error:
        return Check("public pages", _WHY, False, False, {}, (f"not checked: {error.message}",))
    try:
        with _unmapped():
            walk = _Walk(datasette.app(), deque(_starts(subject, datasette)))
            asyncio.run(walk.run())
    finally:
        for database in datasette.databases.values():
            database.close()
        if datasette.executor is not None:
            datasette.executor.shutdown(wait=False)
    notes = [
        f"{path} answers {status}" + (f", linked from {walk.found_on[path]}" if path in walk.found_on else "")
        for path, status in walk.failed[:_SHOWN]
    ]
    figures = {"asked": walk.asked, "kinds": len(walk.kinds), "failed": len(walk.failed)}
    return Check("public pages", _WHY, True, not walk.failed, figures, tuple(notes))


@contextmanager
def _unmapped() -> Iterator[None]:
    """Read the file as little as is asked for: mapped, as a server has it, all of it would count as our memory."""
    from datasette import hookimpl
    from datasette.plugins import pm

    class Unmapped:
        __name__ = "unmapped"  # Datasette takes plugins for modules

        @hookimpl(trylast=True)  # type: ignore[untyped-decorator]
        def prepare_connection(self, conn: sqlite3.Connection) -> None:
            conn.execute("PRAGMA mmap_size = 0")

    plugin = Unmapped()
    pm.register(plugin)
    try:
        yield
    finally:
        pm.unregister(plugin)


def _starts(subject: Subject, datasette: Datasette) -> Iterator[str]:
    yield from ("/", f"/{DATABASE}", "/robots.txt", "/sitemap.xml")
    for name in (*TABLES, *VIEWS):
        yield f"/{DATABASE}/{name}"
    for name, table in TABLES.items():
        row = subject.connection.execute(f"SELECT {table.key} FROM {name} LIMIT 1").fetchone()  # noqa: S608
        if row:
            yield f"/{DATABASE}/{name}/{quote(str(row[0]), safe='')}"
    queries = asyncio.run(datasette.get_canned_queries(DATABASE, None))
    for name, query in queries.items():
        parameters = "&".join(f"{parameter}=" for parameter in query.get("params", ()))
        yield f"/{DATABASE}/{name}?{parameters}"


@dataclass(slots=True)
class _Walk:
    """One visit to everything. The starts are all asked for; of what they lead to, some of each kind."""

    app: App
    waiting: deque[str]
    known: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, int]] = field(default_factory=list)
    found_on: dict[str, str] = field(default_factory=dict)
    asked: int = 0

    async def run(self) -> None:
        self.known.update(self.waiting)
        self.kinds.update(map(_kind, self.waiting))
        while self.waiting and self.asked < _MOST:
            await self._ask(self.waiting.popleft())

    async def _ask(self, path: str) -> None:
        answer = await _get(self.app, path)
        self.asked += 1
        if answer.status >= 400:
            self.failed.append((path, answer.status))
        elif answer.location:
            self._meet(answer.location.removeprefix(_HOST), path)
        elif answer.is_page:
            for found in _links(path, answer.body.decode("utf-8", "replace")):
                self._meet(found, path)

    def _meet(self, path: str, found_on: str) -> None:
        kind = _kind(path)
        if path not in self.known and self.kinds[kind] < _OF_A_KIND:
            self.known.add(path)
            self.kinds[kind] += 1
            self.found_on[path] = found_on
            self.waiting.append(path)


def _links(path: str, html: str) -> Iterator[str]:
    """Addresses of this site in a page. Downloads of the whole file are left to whoever serves it."""
    tree = LexborHTMLParser(html)
    for tag, attribute in _LINKS:
        for node in tree.css(f"{tag}[{attribute}]"):
            if node.attributes.get("rel") == "nofollow":
                continue
            address, _ = urldefrag(urljoin(_HOST + path, node.attributes[attribute] or ""))
            if address.startswith(_HOST + "/") and not _is_left_out(address.removeprefix(_HOST)):
                yield address.removeprefix(_HOST)


def _is_left_out(path: str) -> bool:
    return path.startswith(f"/{DATABASE}.db") or (path.startswith(f"/{DATABASE}/") and "?" in path)


def _kind(path: str) -> str:
    """What addresses of one kind have in common: no numbers, no codes of countries and themes, no parameters."""
    parts = urlsplit(path)
    shape = re.sub(r"\d+", "0", parts.path)
    shape = re.sub(r"^/(country|series|theme)/[^.]+?(?=\.[a-z.]+$|$)", r"/\1/x", shape)
    shape = re.sub(rf"^/{DATABASE}/([a-z_]+)/[^.]+", r"/row/\1/x", shape)
    return shape + "?" * bool(parts.query)


# one request, without a network and without reading what is not needed

App = Callable[[dict[str, Any], Callable[[], Awaitable[Any]], Callable[[Any], Awaitable[None]]], Awaitable[None]]


@dataclass(slots=True)
class _Answer:
    status: int = 0
    location: str | None = None
    is_page: bool = False
    body: bytearray = field(default_factory=bytearray)


async def _get(app: App, path: str) -> _Answer:
    """Ask for a path as a browser does, and hang up once a file has begun to come."""
    answer, enough, parts = _Answer(), asyncio.Event(), urlsplit(path)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = {bytes(name).lower(): bytes(value).decode("latin-1") for name, value in message["headers"]}
            answer.status = message["status"]
            answer.location = headers.get(b"location") if 300 <= answer.status < 400 else None
            answer.is_page = headers.get(b"content-type", "").startswith("text/html")
        elif answer.is_page:
            answer.body += message.get("body", b"")
        if message["type"] == "http.response.body" and (not answer.is_page or not message.get("more_body")):
            enough.set()

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "headers": [(b"host", _HOST.removeprefix("http://").encode())],
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 80),
    }
    asked = asyncio.ensure_future(app(scope, receive, send))
    waited = asyncio.ensure_future(enough.wait())
    await asyncio.wait((asked, waited), return_when=asyncio.FIRST_COMPLETED)
    waited.cancel()
    if not asked.done():
        asked.cancel()
    (failure,) = await asyncio.gather(asked, return_exceptions=True)
    if isinstance(failure, Exception):
        answer.status = 500
    return answer
