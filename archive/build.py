"""From captures to ``archive.db``.

    ledger, captures ──▶ pages in order ──▶ worker processes: read, parse, correct, make rows ──▶ archive.db.part
                             │                        ▲
                             └── cache/records.db ────┘ what was parsed before
    then: indexes, what spans pages, full-text search, checks ──▶ archive.db, swapped in whole

The file is written aside and takes the old one's place by one rename after all checks, so a build that dies leaves the
old archive serving. The same input gives the same rows. A build whose input has not changed is told by its fingerprint
and does nothing; after any other one, only what was never parsed is parsed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import parsers
from archive import corrections as corrections_file
from archive import ddl, exit_codes, info, quality, schema
from archive.corrections import Corrections, Outcome, WithheldPage
from archive.derive import derive
from archive.dictionary import describe
from archive.disk import sync
from archive.errors import ArchiveError
from archive.facts import correction_row
from archive.ids import bucket_of, hash_id
from archive.known import KnownPages, known_pages
from archive.page_context import KnownOfPage, PageRows
from archive.page_reader import Done, Job, Limits, Parse, Task, key_of, readable, readings_of
from archive.progress import Progress, Silent
from archive.reading_pool import ReadingPool
from archive.record_cache import RecordCache
from archive.rows import page_rows
from archive.settings import DataFolder
from archive.tables import table_of
from scraper.lock import LockedError, hold

_CACHE_KIB = 32 * 1024  # SQLite's page cache while building
_ROWS_AT_ONCE = 5_000
_MANY_CAPTURES = 20


@dataclass(frozen=True, slots=True)
class Parser:
    """What reads a page, and which version of it that is: the same version reads the same body the same way."""

    parse: Parse
    version: str
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def current(cls) -> Parser:
        """The parsers of this program."""
        return cls(parsers.parse_capture, parsers.version())


@dataclass(slots=True)
class BuildReport:
    """What a build did. ``rows`` are counts by table."""

    changed: bool
    parsed: int = 0  # bodies
    reused: int = 0  # readings of earlier builds, for bodies that were not parsed anew
    rows: dict[str, int] = field(default_factory=dict)
    problems: dict[str, int] = field(default_factory=dict)


def build(
    data: DataFolder,
    *,
    progress: Progress | None = None,
    workers: int | None = None,
    anew: bool = False,
    parser: Parser | None = None,
) -> BuildReport:
    """Make ``archive.db`` of all captures. With ``anew`` also if nothing has changed, and without the cache.

    Raises ArchiveError: no captures, corrections of a wrong form, another build at work, an archive of a newer
    version, a full disk.
    """
    parser = parser or Parser.current()
    try:
        # The captures first: where there are none, not even the folder of the lock is made.
        with known_pages(data.ledger) as known, hold(data.cache / "build.lock", command="build"):
            made = info.Made(_fingerprint(data, known, parser), parser.version, _now())
            if _is_current(data.archive, made) and not anew:
                return _report(data.archive, changed=False)
            build_ = _Build(data, known, parser, made, progress or Silent())
            build_.run(workers, anew=anew)
            return _report(data.archive, changed=True, parsed=build_.parsed, reused=build_.reused)
    except LockedError as error:
        raise ArchiveError(f"another build is at work: {error}", exit_code=exit_codes.LOCKED) from error
    except BrokenProcessPool as error:
        raise ArchiveError(
            "the processes that read pages end as soon as they begin",
            hint="Is there enough memory? The archive of before still stands.",
            exit_code=exit_codes.ERROR,
        ) from error
    except sqlite3.OperationalError as error:
        if "disk is full" in str(error):
            raise ArchiveError(
                f"the disk is full: {error}", hint="The archive of before still stands.", exit_code=exit_codes.DISK
            ) from error
        raise


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _fingerprint(data: DataFolder, known: KnownPages, parser: Parser) -> str:
    """Hash of everything that the archive's rows depend on."""
    digest = sha256(f"{schema.VERSION} {parser.version} {known.fingerprint()}".encode())
    own = sorted(Path(__file__).parent.glob("*.py"))
    measured = quality.path_for(data.root)
    for path in (*own, *sorted(data.corrections.glob("*.toml")), *([measured] if measured else [])):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _is_current(path: Path, made: info.Made) -> bool:
    """Whether an archive of this very input is there. Raises ArchiveError for one of a newer version."""
    try:
        with closing(info.open_archive(path)) as connection:
            return info.read(connection).get("input_fingerprint") == made.fingerprint
    except ArchiveError as error:
        if error.exit_code == exit_codes.NEWER_DATA:
            raise
        return False


def _report(path: Path, *, changed: bool, parsed: int = 0, reused: int = 0) -> BuildReport:
    with closing(info.open_archive(path)) as connection:
        rows = dict(connection.execute("SELECT name, row_count FROM described_tables WHERE row_count IS NOT NULL"))
        problems = dict(connection.execute("SELECT code, count(*) FROM problems GROUP BY code ORDER BY 2 DESC, 1"))
    return BuildReport(changed, parsed, reused, rows, problems)


class _Build:
    """One build. ``run`` is its table of contents."""

    def __init__(
        self, data: DataFolder, known: KnownPages, parser: Parser, made: info.Made, progress: Progress
    ) -> None:
        self._data = data
        self._known = known
        self._parser = parser
        self._made = made
        self._progress = progress
        self._part = data.archive.with_name(data.archive.name + ".part")
        self._corrections: Corrections = corrections_file.load(data.corrections)
        self._withheld = {entry.page: entry for entry in self._corrections.withheld}
        self._left_out: set[str] = set()  # all addresses of withheld pages that are known
        self.parsed = self.reused = 0

    def run(self, workers: int | None, *, anew: bool) -> None:
        """Make the archive; ``parsed`` and ``reused`` count bodies on the way."""
        quality_rows = quality.load(self._data.root)
        self._part.unlink(missing_ok=True)
        try:
            with closing(self._create()) as connection:
                themes = self._load(connection, workers, anew=anew)
                self._insert(connection, [*self._known.runs(), *quality_rows])
                self._index(connection)
                self._progress.stage("joining pages")
                self._withheld_pages(connection)
                derive(connection, themes)
                self._corrections_without_page(connection)
                self._search(connection)
                self._describe(connection)
                self._check(connection)
            self._swap()
        finally:
            self._part.unlink(missing_ok=True)

    def _create(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._part, isolation_level=None)
        # The file is worth nothing until it is whole, so it needs no journal; it is made durable before the swap.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute(f"PRAGMA application_id = {info.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION:d}")
        connection.execute("BEGIN")
        for statement in ddl.create_tables():
            connection.execute(statement)
        connection.execute("CREATE TEMP TABLE links (page_id INTEGER, address TEXT)")
        return connection

    # loading

    def _load(self, connection: sqlite3.Connection, workers: int | None, *, anew: bool) -> set[tuple[str, str]]:
        """Read all pages into the tables; the themes that they have."""
        pages, _ = self._known.counts()
        self._progress.stage("reading pages", pages)
        job = Job(self._data.captures, self._corrections, self._parser.version, self._parser.parse, self._parser.limits)
        themes: set[tuple[str, str]] = set()
        writer = _RowWriter(connection)
        with (
            closing(RecordCache(self._data.cache / "records.db")) as cache,
            ReadingPool(job, pages, workers) as pool,
        ):
            for rows, done in self._numbered(pool.read(self._tasks(cache, anew=anew))):
                writer.write(rows)
                themes.update(rows.themes)
                cache.put(self._parser.version, done.fresh)
                self.parsed += len(done.fresh)
                self._progress.advance()
            writer.flush()
            cache.keep_only(self._parser.version)
        return themes

    def _tasks(self, cache: RecordCache, *, anew: bool) -> Iterator[Task]:
        for page in self._known.pages():
            if self._is_withheld(page):
                continue
            keys = {key_of(capture, self._parser.version) for capture in readable(page)}
            cached = {} if anew else cache.get(sorted(keys))
            self.reused += len(cached)
            yield Task(page, cached)

    def _is_withheld(self, known: KnownOfPage) -> bool:
        if not self._withheld:
            return False
        addresses = {address.address for address in known.addresses}
        if addresses.isdisjoint(self._withheld):
            return False
        self._left_out |= addresses
        return True

    def _numbered(self, results: Iterable[tuple[Task, Done]]) -> Iterator[tuple[PageRows, Done]]:
        """The pages' rows, numbered anew where two pages met in one id (`archive.ids`)."""
        bucket = -1
        taken: set[tuple[str, int]] = set()
        for task, done in results:
            rows, salt = done.rows, 0
            if bucket_of(rows.page_id) != bucket:
                bucket, taken = bucket_of(rows.page_id), set()
            while not taken.isdisjoint(rows.numbers()):
                salt += 1
                encoded = task.cached | done.fresh
                readings = readings_of(task.known, encoded, self._parser.version)
                rows = page_rows(task.known, readings, self._corrections, self._parser.version, salt)
            taken |= rows.numbers()
            yield rows, done

    def _insert(self, connection: sqlite3.Connection, rows: Iterable[object]) -> None:
        for row in rows:
            table = table_of(type(row))
            connection.execute(ddl.insert(table), table.values(row))

    # after the load

    def _index(self, connection: sqlite3.Connection) -> None:
        statements = list(ddl.create_indexes())
        self._progress.stage("indexing", len(statements))
        for statement in statements:
            connection.execute(statement)
            self._progress.advance()

    def _corrections_without_page(self, connection: sqlite3.Connection) -> None:
        """List the corrections of pages that the archive does not know."""
        for address, found in self._corrections.by_page.items():
            if address in self._left_out or address in self._withheld:
                continue
            if connection.execute("SELECT 1 FROM page_addresses WHERE address = ?", (address,)).fetchone():
                continue
            for correction in found:
                number = hash_id("correction", address, correction.number)
                message = f"a correction speaks of a page that the archive does not know: {address}"
                problem = schema.Problem(
                    id=hash_id("problem", number),
                    stage="correct",
                    code="correction_without_page",
                    message=message,
                    words=None,
                    page_id=None,
                    revision_id=None,
                    capture_id=None,
                    run_id=None,
                    span_start=None,
                    span_end=None,
                )
                self._insert(connection, [correction_row(Outcome(correction, []), None, number), problem])

    def _withheld_pages(self, connection: sqlite3.Connection) -> None:
        """Say that pages are left out, and why, but not which: other pages' links to them as translations go too."""
        addresses = {*self._left_out, *self._withheld}
        connection.executemany("DELETE FROM translations WHERE address = ?", ((address,) for address in addresses))
        self._insert(connection, [_withheld_row(entry, self._left_out) for entry in self._corrections.withheld])

    def _search(self, connection: sqlite3.Connection) -> None:
        statements = list(ddl.create_search())
        self._progress.stage("full-text search", len(statements))
        for statement in statements:
            connection.execute(statement)
            self._progress.advance()

    def _describe(self, connection: sqlite3.Connection) -> None:
        self._insert(connection, info.statements(connection, self._made))
        self._insert(connection, describe(connection))
        connection.execute("COMMIT")
        connection.execute("ANALYZE")

    def _check(self, connection: sqlite3.Connection) -> None:
        """Refuse to publish a file that is not sound."""
        self._progress.stage("checking")
        self._check_reading(connection)
        loose = connection.execute("PRAGMA foreign_key_check").fetchmany(3)
        wrong = [row[0] for row in connection.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
        for name in ddl.search_tables():
            connection.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")  # noqa: S608
        if loose or wrong:
            raise ArchiveError(
                f"the archive that was built is not sound, so it was thrown away: {[*loose, *wrong]}",
                hint="The archive of before still stands. Please report this: it is a defect.",
                exit_code=exit_codes.ERROR,
            )

    def _check_reading(self, connection: sqlite3.Connection) -> None:
        """Where most of many captures cannot be read, the fault is not theirs and the old archive the better one."""
        good = connection.execute("SELECT count(*) FROM captures WHERE verdict = 'ok'").fetchone()[0]
        unread, reason = connection.execute(
            "SELECT count(*), min(message) FROM problems WHERE code = 'unreadable'"
        ).fetchone()
        if good >= _MANY_CAPTURES and unread * 2 > good:
            raise ArchiveError(
                f"{unread} of {good} captures could not be read, for example: {reason}",
                hint="The archive of before still stands. `iom-archive verify` checks the captures.",
                exit_code=exit_codes.ERROR,
            )

    def _swap(self) -> None:
        """Put the new file in the old one's place, on the disk as well."""
        sync(self._part)
        self._part.replace(self._data.archive)
        sync(self._data.root)


def _withheld_row(entry: WithheldPage, left_out: set[str]) -> schema.Correction:
    return schema.Correction(
        id=hash_id("withheld page", entry.number),
        page_id=None,
        target="page",
        action="withhold",
        read=None,
        value=None,
        why=entry.why,
        by=entry.by,
        decided=entry.on,
        applied=entry.page in left_out,
    )


class _RowWriter:
    """Collects rows and inserts many at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._inserts = {table.name: ddl.insert(table) for table in schema.TABLES.values()}
        self._waiting: dict[str, list[tuple[object, ...]]] = {}
        self._count = 0

    def write(self, page: PageRows) -> None:
        """Take the rows of one page; sorted by id, as the table keeps them."""
        for name, rows in page.tables.items():
            self._waiting.setdefault(name, []).extend(sorted(rows))
            self._count += len(rows)
        if page.links:
            self._connection.executemany(
                "INSERT INTO links VALUES (?, ?)", [(page.page_id, address) for address in page.links]
            )
        if self._count >= _ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Insert what waits."""
        for name, rows in self._waiting.items():
            self._connection.executemany(self._inserts[name], rows)
        self._waiting.clear()
        self._count = 0
