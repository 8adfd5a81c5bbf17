"""One served archive: its settings, its connection to Datasette, and what is worked out once because the file never
changes while it is served."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from datasette.utils import sqlite_timelimit

from archive.sample import Sample
from web.reading import Reader

T = TypeVar("T")
PLUGIN = "iom-archive"  # key of our settings under ``plugins:`` in the metadata
DATABASE = "archive"
_TRANSFERS = 4  # whole tables under way at once; further ones wait


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set: in the environment, or under ``plugins: {iom-archive: ...}`` in the metadata.

    ``address`` (``IOM_ARCHIVE_ADDRESS``) is where the archive is published, for citations and feeds: the host that was
    asked for if it is not set. ``corrections`` (``IOM_ARCHIVE_CORRECTIONS``) is a mail address, or the address of a
    form or issue tracker.
    """

    public: bool = False
    address: str | None = None
    corrections: str | None = None

    @classmethod
    def of(cls, datasette: Any) -> Settings:
        """The settings of a running Datasette. It is public where free SQL is off."""
        given = datasette.plugin_config(PLUGIN) or {}
        address = os.environ.get("IOM_ARCHIVE_ADDRESS") or given.get("address")
        corrections = os.environ.get("IOM_ARCHIVE_CORRECTIONS") or given.get("corrections")
        return cls(
            public=bool(given.get("public", not datasette.setting("default_allow_sql"))),
            address=str(address).rstrip("/") if address else None,
            corrections=str(corrections) if corrections else None,
        )


class Site:
    """What pages need to know beyond their request."""

    def __init__(self, datasette: Any) -> None:
        self.settings = Settings.of(datasette)
        self.sample: Sample | None = None
        self._datasette = datasette
        self.transfers = asyncio.Semaphore(_TRANSFERS)
        self._once: dict[str, Any] = {}
        self._lock = threading.RLock()

    @cached_property
    def _database(self) -> Any:
        """The archive, whatever its file is called."""
        databases = self._datasette.databases
        return databases.get(DATABASE) or next(
            database for name, database in databases.items() if not name.startswith("_")
        )

    @property
    def database(self) -> str:
        """The archive's name in Datasette's own addresses."""
        return str(self._database.name)

    @property
    def version(self) -> str:
        """Changes with the file that is served."""
        return str(self._database.hash or "unbuilt")[:16]

    @property
    def file(self) -> str:
        """Where the archive lies."""
        return str(self._database.path)

    @property
    def size(self) -> int:
        """Of the file, in bytes."""
        return int(self._database.size)

    def setting(self, name: str) -> Any:
        """A setting of Datasette."""
        return self._datasette.setting(name)

    def queries(self) -> list[tuple[str, str, str]]:
        """The prepared queries: name, title, description."""
        databases = self._datasette.metadata("databases") or {}
        prepared = databases.get(self.database, {}).get("queries", {})
        return [
            (name, query.get("title", name), query.get("description", ""))
            for name, query in prepared.items()
            if isinstance(query, dict)
        ]

    async def run(self, work: Callable[[Reader], T], *, limit_ms: int | None = None) -> T:
        """Do some reading in one of Datasette's threads, all statements together within the time limit."""
        limit = limit_ms or self.setting("sql_time_limit_ms")

        def in_thread(connection: Any) -> T:
            with sqlite_timelimit(connection, limit):
                return work(Reader(connection))

        result: T = await self._database.execute_fn(in_thread)
        return result

    def once(self, name: str, work: Callable[[], T]) -> T:
        """What ``work`` gives, worked out at most once for this file."""
        if name not in self._once:
            with self._lock:
                if name not in self._once:
                    self._once[name] = work()
        found: T = self._once[name]
        return found


_sites: WeakKeyDictionary[Any, Site] = WeakKeyDictionary()


def site_of(datasette: Any) -> Site:
    """The site that a Datasette serves."""
    if datasette not in _sites:
        _sites[datasette] = Site(datasette)
    return _sites[datasette]
