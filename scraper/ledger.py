"""The ledger: a SQLite file with one row for each page, address, capture, WARC file and run.

`Ledger` opens the file, brings its schema up to date and hands out transactions. It knows nothing of what WARC files
hold (`scraper.warc`) nor of when two addresses are one page (`scraper.pages`).

``captures`` is append-only: triggers refuse every update and delete. The tables from ``frontier`` on are the crawler's
working state and may be thrown away; everything else is the record of what happened.

Changing the schema: append one script to `MIGRATIONS`, never edit one that was released. Add columns and tables; do
not rename or drop. Each script runs in one transaction together with the step of ``user_version``.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CACHE = 250  # KiB of each connection: a crawl looks at few rows, and the system caches the file

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE pages (
        id           INTEGER PRIMARY KEY,          -- 53-bit hash of its first address (scraper.pages)
        number       INTEGER NOT NULL UNIQUE,      -- 1 for the first page that became known, and so on
        address      TEXT NOT NULL,                -- canonical address
        site         TEXT NOT NULL,                -- host of the canonical address
        node_id      INTEGER,                      -- Drupal's number
        language     TEXT,                         -- hint: from the path, else the page's lang
        kind_hint    TEXT,                         -- hint: event, press_release, other
        first_seen   TEXT NOT NULL,
        last_seen    TEXT,                         -- last capture with the verdict ok or not_modified
        last_checked TEXT,                         -- last attempt of any outcome
        gone_at      TEXT,                         -- set by the crawler on repeated evidence only
        gone_count   INTEGER NOT NULL DEFAULT 0,   -- sightings of "gone" in a row
        failures     INTEGER NOT NULL DEFAULT 0,   -- attempts in a row that were neither ok nor not_modified
        checks       INTEGER NOT NULL DEFAULT 0,   -- attempts in all
        merged_into  INTEGER REFERENCES pages (id) -- the page that this one was found to be
    ) STRICT;
    CREATE UNIQUE INDEX pages_by_node ON pages (site, node_id, language)
        WHERE node_id IS NOT NULL AND language IS NOT NULL AND merged_into IS NULL;
    CREATE INDEX pages_by_merged_into ON pages (merged_into) WHERE merged_into IS NOT NULL;

    CREATE TABLE addresses (
        address    TEXT PRIMARY KEY,               -- canonical form (scraper.urls)
        page_id    INTEGER NOT NULL REFERENCES pages (id),
        channel    TEXT,                           -- what found it first: listing, sitemap, feed, seed, link, ...
        first_seen TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX addresses_by_page ON addresses (page_id);

    CREATE TABLE runs (
        id         INTEGER PRIMARY KEY,
        command    TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at   TEXT,                           -- null: still running, or killed
        host       TEXT NOT NULL,
        pid        INTEGER NOT NULL,
        version    TEXT NOT NULL,
        exit_code  INTEGER,
        counts     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts))
    ) STRICT;

    CREATE TABLE warc_files (
        name       TEXT PRIMARY KEY,
        length     INTEGER NOT NULL,               -- bytes that rows speak for; what lies beyond was never acknowledged
        info_id    TEXT NOT NULL,                  -- WARC-Record-ID of its warcinfo record
        started_at TEXT NOT NULL,
        closed_at  TEXT                            -- null: may be appended to
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE captures (
        id             INTEGER PRIMARY KEY,
        page_id        INTEGER NOT NULL REFERENCES pages (id),
        address        TEXT NOT NULL,
        final_address  TEXT NOT NULL,
        captured_at    TEXT NOT NULL,
        status         INTEGER,
        via            TEXT NOT NULL CHECK (via IN ('live', 'warc', 'wayback', 'text', 'html')),
        verdict        TEXT NOT NULL,
        content_type   TEXT,
        etag           TEXT,
        last_modified  TEXT,
        server_date    TEXT,
        body_sha256    TEXT,
        text_sha256    TEXT,
        body_length    INTEGER,
        payload_digest TEXT,
        warc_file      TEXT REFERENCES warc_files (name),
        warc_offset    INTEGER,
        warc_length    INTEGER,
        record_id      TEXT,
        record_sha256  TEXT,
        run_id         INTEGER REFERENCES runs (id),
        refers_to      INTEGER REFERENCES captures (id),
        redirects      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(redirects)),
        note           TEXT,
        CHECK ((warc_file IS NULL) = (warc_offset IS NULL)),
        CHECK ((warc_file IS NULL) = (warc_length IS NULL))
    ) STRICT;
    CREATE INDEX captures_by_page ON captures (page_id, id);
    CREATE INDEX captures_by_address ON captures (address, captured_at);
    CREATE INDEX captures_by_payload ON captures (payload_digest)
        WHERE refers_to IS NULL AND payload_digest IS NOT NULL;
    CREATE INDEX captures_by_run ON captures (run_id) WHERE run_id IS NOT NULL;
    CREATE INDEX captures_by_refers_to ON captures (refers_to) WHERE refers_to IS NOT NULL;
    CREATE UNIQUE INDEX captures_by_record ON captures (warc_file, warc_offset) WHERE warc_file IS NOT NULL;
    CREATE TRIGGER captures_stay_as_they_are BEFORE UPDATE ON captures
        BEGIN SELECT RAISE (ABORT, 'captures are append-only'); END;
    CREATE TRIGGER captures_stay BEFORE DELETE ON captures
        BEGIN SELECT RAISE (ABORT, 'captures are append-only'); END;

    -- The crawler's working state (scraper.frontier, scraper.crawl_state).
    CREATE TABLE frontier (
        address       TEXT PRIMARY KEY,            -- canonical; what is fetched
        page_id       INTEGER NOT NULL REFERENCES pages (id),
        site          TEXT NOT NULL,               -- name in data/sites.toml
        kind          TEXT NOT NULL,               -- press_release, event, speech, page
        channel       TEXT NOT NULL,               -- what found it first
        depth         INTEGER NOT NULL,            -- links followed since a seed, listing, feed or sitemap
        rank          INTEGER NOT NULL,            -- order among new pages, newest first
        found_at      TEXT NOT NULL,
        hint          TEXT,                        -- latest moment of change that a channel told
        due_at        TEXT NOT NULL,
        priority      INTEGER NOT NULL,            -- 0 new, 1 changed, 2 failed before, 3 re-check, 4 second look
        tries         INTEGER NOT NULL DEFAULT 0,  -- failures in a row
        verdict       TEXT,                        -- of the last attempt
        checked_at    TEXT,
        interval_days REAL NOT NULL DEFAULT 1,     -- to the next re-check
        capture_id    INTEGER REFERENCES captures (id), -- last ok one: what a 304 would confirm
        etag          TEXT,                        -- its validators
        last_modified TEXT,
        body_length   INTEGER,
        text_sha256   TEXT,
        node_id       INTEGER,
        full_at       TEXT,                        -- last time it was fetched whole
        suspected     TEXT,                        -- text_sha256 that awaits a second look
        suspected_at  TEXT,                        -- when that was seen first
        gone_since    TEXT,                        -- first of the "gone" in a row
        gone_seen     TEXT,                        -- last of them
        gone_status   INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX frontier_by_due ON frontier (priority, rank, due_at);
    CREATE INDEX frontier_by_page ON frontier (page_id);
    CREATE INDEX frontier_by_text ON frontier (text_sha256) WHERE text_sha256 IS NOT NULL;
    CREATE INDEX frontier_by_suspected ON frontier (suspected) WHERE suspected IS NOT NULL;

    CREATE TABLE found (                           -- every channel that names an address
        address TEXT NOT NULL,
        channel TEXT NOT NULL,                     -- www/listing/news, www/sitemap/sitemap.xml, seed, link, twin, ...
        at      TEXT NOT NULL,
        PRIMARY KEY (address, channel)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX found_by_channel ON found (channel);

    CREATE TABLE channels (
        name        TEXT PRIMARY KEY,              -- www/listing/news
        read_at     TEXT,                          -- last attempt
        ok_at       TEXT,                          -- last time it gave what a healthy one gives
        items       INTEGER,                       -- what it last gave
        most        INTEGER NOT NULL DEFAULT 0,    -- the most it ever gave
        total       INTEGER,                       -- of a listing: what it says it holds
        next_page   INTEGER,                       -- of a listing: where its first walk goes on; null when done
        complete_at TEXT,                          -- of a listing: when its first walk came to the end
        problem     TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE channel_files (                   -- validators of listings' first pages, feeds and sitemap files
        address       TEXT PRIMARY KEY,
        channel       TEXT NOT NULL,
        capture_id    INTEGER NOT NULL REFERENCES captures (id),
        etag          TEXT,
        last_modified TEXT,
        items         INTEGER NOT NULL,
        full_at       TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE gates (
        domain       TEXT PRIMARY KEY,             -- registrable domain
        last_request TEXT,
        not_before   TEXT,
        throttled    INTEGER NOT NULL DEFAULT 0    -- 429 and 503 in a row
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE robots (
        host        TEXT PRIMARY KEY,
        fetched_at  TEXT NOT NULL,
        status      INTEGER,                       -- null: no answer
        text        TEXT,                          -- null: nothing may be fetched
        note        TEXT,
        good_at     TEXT,                          -- the last copy that could be read
        good_status INTEGER,
        good_text   TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE hosts (
        host          TEXT PRIMARY KEY,
        blocked_until TEXT,
        blocks        INTEGER NOT NULL DEFAULT 0,  -- pauses in a row that a firewall caused
        reason        TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE layouts (
        site       TEXT NOT NULL,
        kind       TEXT NOT NULL,
        language   TEXT NOT NULL,
        layout     TEXT NOT NULL,                  -- scraper.reading: the way down to the content
        first_seen TEXT NOT NULL,
        address    TEXT NOT NULL,                  -- first page that had it
        pages      INTEGER NOT NULL,
        PRIMARY KEY (site, kind, language, layout)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE crawl_problems (
        id      INTEGER PRIMARY KEY,
        run_id  INTEGER NOT NULL REFERENCES runs (id),
        at      TEXT NOT NULL,
        code    TEXT NOT NULL,                     -- listing_empty, unknown_layout, sitemap_shrank, ...
        site    TEXT,
        address TEXT,
        message TEXT NOT NULL
    ) STRICT;
    CREATE INDEX crawl_problems_by_run ON crawl_problems (run_id);
    """,
)


class LedgerError(Exception):
    """The ledger cannot be used. ``str()`` says why, ``hint`` what to do."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class LedgerIsNewerError(LedgerError):
    """The file was written by a newer version of this program."""


class Ledger:
    """An open ledger. One writer at a time (`scraper.lock`); readers need nothing."""

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open ``path``; with ``write`` make the file if need be and bring its schema up to date.

        Raises:
            LedgerIsNewerError: a newer version of this program wrote the file.
            LedgerError: the file is missing (reading), is no ledger, is of an older version (reading), or lies
                where SQLite cannot keep a write-ahead log.
        """
        self.path = path
        self.guard = threading.RLock()  # one connection for all threads of this process
        if not write and not path.exists():
            raise LedgerError(f"there is no ledger at {path}", hint="Bring captures in first: iom-archive import PATH…")
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            self._prepare(write=write)
        except sqlite3.DatabaseError as error:
            self.connection.close()
            raise LedgerError(
                f"{path} cannot be read as a ledger: {error}",
                hint="Restore it from a backup, or move it away: the next import makes it anew from the WARC files.",
            ) from error
        except LedgerError:
            self.connection.close()
            raise
        self.reader = self._reader() if write else self.connection

    @contextmanager
    def transaction(self, *, outermost: bool = False) -> Iterator[sqlite3.Connection]:
        """One write transaction: committed at the end, rolled back on any exception.

        Inside another of the same thread it is part of that one, unless it must be the ``outermost``; another
        thread's waits. Raises RuntimeError for an outermost one inside another.
        """
        with self.guard:
            nested = self.connection.in_transaction
            if nested and outermost:
                raise RuntimeError("captures are stored in a transaction of their own, not inside another")
            self.connection.execute("SAVEPOINT inner_part" if nested else "BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("RELEASE inner_part" if nested else "COMMIT")
            except BaseException:
                if nested:
                    self.connection.execute("ROLLBACK TO inner_part")
                    self.connection.execute("RELEASE inner_part")
                else:
                    self.connection.rollback()
                raise

    def close(self) -> None:
        """Close the file; the write-ahead log is folded in by the last one to do so."""
        self.reader.close()
        self.connection.close()

    def _reader(self) -> sqlite3.Connection:
        """A second connection, which sees what is committed and waits for no transaction of another thread."""
        reader = sqlite3.connect(self.path, timeout=30, isolation_level=None, check_same_thread=False)
        reader.execute("PRAGMA query_only = ON")
        reader.execute(f"PRAGMA cache_size = -{_CACHE}")
        return reader

    def _prepare(self, *, write: bool) -> None:
        self.connection.execute("PRAGMA foreign_keys = ON")
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise LedgerIsNewerError(
                f"{self.path} was written by a newer version (schema {version}, this program knows {len(MIGRATIONS)})",
                hint="Update iom-archive; the older version must not touch the file.",
            )
        if not write:
            if version < len(MIGRATIONS):
                raise LedgerError(
                    f"{self.path} is of an older version (schema {version}, this program needs {len(MIGRATIONS)})",
                    hint="Any command that writes brings it up to date, for example: iom-archive import data/sample",
                )
            self.connection.execute("PRAGMA query_only = ON")
            return
        if version == 0 and self.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise LedgerError(f"{self.path} is a database, but not a ledger", hint="Choose another --data folder.")
        mode = self.connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if mode != "wal":
            raise LedgerError(
                f"SQLite cannot keep a write-ahead log beside {self.path} (journal mode stays {mode!r})",
                hint="The data folder must lie on a local disk, not on a network file system.",
            )
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        for number in range(version + 1, len(MIGRATIONS) + 1):
            self._migrate(number)

    def _migrate(self, number: int) -> None:
        """Run one script and its step of ``user_version`` in one transaction."""
        with self.transaction() as connection:
            for statement in statements(MIGRATIONS[number - 1]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number:d}")


def statements(script: str) -> Iterator[str]:
    """The single statements of an SQL script. (``executescript`` would commit the transaction it stands in.)"""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        raise ValueError(f"unfinished statement: {pending.strip()!r}")
