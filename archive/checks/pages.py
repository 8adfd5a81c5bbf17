"""Whether every kind of public page answers: asked of Datasette in this process, as a visitor would ask.

The way begins at the front page, at each table, view, prepared query and the first row of each table, and follows the
links and files of every page, one or two of each kind: addresses count as one kind when they differ in numbers,
codes and parameters' values alone.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urldefrag, urljoin, urlsplit

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
_MOST = 600  # pages asked for in all
_SHOWN = 8
_HOST = "http://archive.test"
_LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"))


def public_pages_answer(subject: Subject) -> Check:
    """Each kind of page answers with success."""
    try:
        datasette = make_datasette(subject.archive, public=True)
    except ArchiveError as error:
        return Check("public pages", _WHY, False, False, {}, (f"not checked: {error.message}",))
    try:
        walk = _Walk(datasette, deque(_starts(subject, datasette)))
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

    datasette: Datasette
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
        response = await self.datasette.client.get(path, follow_redirects=True)
        self.asked += 1
        if response.status_code >= 400:
            self.failed.append((path, response.status_code))
        elif response.headers.get("content-type", "").startswith("text/html"):
            for found in _links(path, response.text):
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
            if address.startswith(_HOST + "/") and not address.endswith(f"/{DATABASE}.db"):
                yield address.removeprefix(_HOST)


def _kind(path: str) -> str:
    """What addresses of one kind have in common: no numbers, no codes of countries and themes, no values."""
    parts = urlsplit(path)
    shape = re.sub(r"\d+", "0", parts.path)
    shape = re.sub(r"^/(country|series|theme)/[^.]+?(?=\.[a-z.]+$|$)", r"/\1/x", shape)
    names: list[Any] = sorted({re.sub(r"\d+", "0", name) for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return f"{shape}?{'&'.join(names)}"
