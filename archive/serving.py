"""Datasette on a built archive, set up as measured to be quick on two cores.

Datasette is an extra (``serve``) and is imported here only when something is served. The
file is opened as immutable: a build never writes into it but puts another file in its place. `Following` notices that
and goes over to the new file, so a server need not be restarted after a build.
"""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive import info
from archive.dictionary import METADATA
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

DATABASE = "archive"  # its name in addresses, whatever the file is called
WEB = Path(__file__).parent.parent / "web"

# Suggesting facets costs seconds on large tables, so facets are named in the metadata instead; a million rows are
# facetted well under a second with indexes. CSV is not cut off: a cut file looks like a whole one.
SETTINGS: dict[str, Any] = {
    "suggest_facets": False,
    "facet_time_limit_ms": 1000,
    "sql_time_limit_ms": 2000,
    "max_returned_rows": 1000,
    "default_page_size": 25,
    "truncate_cells_html": 400,
    "default_cache_ttl": 600,
    "max_csv_mb": 0,
    "num_sql_threads": 3,
}
# A public server answers the prepared queries only: one statement can take gigabytes in spite of its time limit.
# Free SQL is for the file, which anyone can download.
PUBLIC_SETTINGS: dict[str, Any] = {**SETTINGS, "default_allow_sql": False, "force_https_urls": True}

_TIME_LIMITS = ("sql_time_limit_ms", "facet_time_limit_ms")


def make_datasette(
    archive: Path, *, public: bool = False, web: Path | None = WEB, seconds: float | None = None
) -> Datasette:
    """A Datasette that serves this archive under the name `DATABASE`, with the pages of ``web``, or its own alone.

    A question may take that many ``seconds``, or as many as `SETTINGS` says.
    Raises ArchiveError where there is no archive, where it cannot be read, or where the extra is not installed.
    """
    datasette_class, database_class, metadata_from = _datasette()
    settings = PUBLIC_SETTINGS if public else SETTINGS
    with closing(info.open_archive(archive)) as connection:
        counts = dict(connection.execute("SELECT name, row_count FROM described_tables WHERE row_count IS NOT NULL"))
    datasette = datasette_class(
        [],
        inspect_data={
            DATABASE: {
                "hash": _digest(archive),
                "size": archive.stat().st_size,
                "tables": {name: {"count": count} for name, count in counts.items()},
            }
        },
        metadata=_settled(metadata_from(METADATA.read_text(encoding="utf-8"))),
        settings=settings if seconds is None else {**settings, **dict.fromkeys(_TIME_LIMITS, int(seconds * 1000))},
        template_dir=_folder(web, "templates"),
        plugins_dir=_folder(web, "plugins"),
        static_mounts=[("static", static)] if (static := _folder(web, "static")) else None,
    )
    datasette.remove_database("_memory")  # the stand-in for no files
    database = database_class(datasette, str(archive), is_mutable=False)
    _hold_open(database, SETTINGS["num_sql_threads"])
    datasette.add_database(database, name=DATABASE)
    return datasette


class _Settled(dict[str, Any]):
    """What nobody changes, and is its own copy: Datasette copies all metadata several times for each request."""

    def __deepcopy__(self, memo: dict[int, Any]) -> _Settled:
        return self


def _settled(metadata: dict[str, Any]) -> dict[str, Any]:
    """The metadata with its longest part settled: what the columns mean."""
    for database in metadata.get("databases", {}).values():
        for table in database.get("tables", {}).values():
            table["columns"] = _Settled(table.get("columns", {}))
    return metadata


def _hold_open(database: Database, count: int) -> None:
    """Open the file for all threads that will ask it, now: Datasette does so at a thread's first question, when another
    file may lie in its place, or none.
    """
    opened = [database.connect() for _ in range(count)]
    later = database.connect

    def connect(write: bool = False) -> Any:
        return opened.pop() if opened and not write else later(write)

    database.connect = connect


def _datasette() -> tuple[type[Datasette], type[Database], Callable[[str], dict[str, Any]]]:
    try:
        from datasette.app import Datasette
        from datasette.database import Database
        from datasette.utils import parse_metadata
    except ImportError as error:
        raise ArchiveError(
            f"serving needs Datasette, which is not installed ({error})",
            hint="Install it: make run, or .venv/bin/pip install --require-hashes -r requirements/serve.txt",
        ) from error
    return Datasette, Database, parse_metadata


def _folder(web: Path | None, name: str) -> str | None:
    return str(web / name) if web is not None and (web / name).is_dir() else None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


class Following:
    """An ASGI application that serves the archive that lies at a path now, or that ``archive`` names when it is asked.

    The path is looked at no more than once a second. Requests under way finish on the file on which they began; that
    one is closed after the last of them.
    """

    _EVERY_SECONDS = 1.0

    def __init__(self, archive: Path | Callable[[], Path], *, public: bool = False, web: Path | None = WEB) -> None:
        """Raises ArchiveError as `make_datasette` does, and as ``archive`` does."""
        self._where = archive if callable(archive) else lambda: archive
        self._public = public
        self._web = web
        self._looked = time.monotonic()
        path = self._where()
        self._identity = _identity(path)
        self._current = _Served(make_datasette(path, public=public, web=web))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            await self._follow()
        await self._current.answer(scope, receive, send)

    async def _follow(self) -> None:
        if time.monotonic() - self._looked < self._EVERY_SECONDS:
            return
        self._looked = time.monotonic()
        try:
            path = self._where()
        except ArchiveError:
            return  # nothing to go over to
        identity = _identity(path)
        if identity is None or identity == self._identity:
            return
        before, self._identity = self._identity, identity  # so that one request opens it, and the others go on
        try:
            datasette = await asyncio.to_thread(make_datasette, path, public=self._public, web=self._web)
        except ArchiveError:
            self._identity = before  # whatever lies there now is no archive: the one before goes on being served
            return
        old, self._current = self._current, _Served(datasette)
        old.retire()


class _Served:
    """One Datasette, closed once it is retired and nothing is under way."""

    def __init__(self, datasette: Datasette) -> None:
        self._datasette = datasette
        self._app: Callable[[Scope, Receive, Send], Awaitable[None]] = datasette.app()
        self._under_way = 0
        self._retired = False

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way -= 1
            self._close_if_done()

    def retire(self) -> None:
        self._retired = True
        self._close_if_done()

    def _close_if_done(self) -> None:
        if self._retired and not self._under_way:
            if self._datasette.executor is not None:
                self._datasette.executor.shutdown(wait=False)
            for database in self._datasette.databases.values():
                database.close()


def _identity(path: Path) -> tuple[int, int, int] | None:
    """What changes when another file takes the place; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises ArchiveError where that cannot be, saying why."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends at once (TCP_NODELAY) where the protocol is named; the rest of an answer would wait 40 ms otherwise.
    opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
        opened.listen(128)
    except OSError as error:
        opened.close()
        raise ArchiveError(
            f"cannot listen on {host}:{port}: {os.strerror(error.errno) if error.errno else error}",
            hint=f"Is it in use? Choose another port: iom-archive serve --port {port + 1}",
        ) from error
    return opened
