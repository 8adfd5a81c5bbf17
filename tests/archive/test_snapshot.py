"""Snapshots: files that open everywhere and say the same, deltas that lead from one to the next, no half ones."""

from __future__ import annotations

import asyncio
import csv
import errno
import gzip
import hashlib
import json
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest
import yaml
import zstandard
from click.testing import CliRunner
from datasette.app import Datasette
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import exit_codes
from archive.checks import gate
from archive.checks.subject import Limits
from archive.cli import main_group
from archive.errors import ArchiveError
from archive.schema import TABLES
from archive.settings import DataFolder
from archive.snapshots import databases, delta, files, retention
from archive.snapshots.exports import csv_path, exported, parquet_path
from archive.snapshots.shelf import DATABASE, Shelf, Snapshot
from archive.snapshots.taking import INDEX, REPORT, WITHOUT_TEXTS, Outcome, Published, Refused, Unchanged, Wishes, take
from tests.archive.conftest import PEOPLE, SHEETS
from tests.archive.sheets import SITE, Sheet, build_sheets, keep

ROOT = Path(__file__).parents[2]
FIRST, SECOND = datetime(2026, 11, 20, 3, tzinfo=UTC), datetime(2026, 11, 21, 3, tzinfo=UTC)
LENIENT = Limits(least_rows=10_000, size_shrink=0.9, size_growth=9)
SECRET = "Nobody but this text says quetzalcoatlus."  # a line of the text of a page
# Their only dates are those of the snapshot itself.
DATED = {
    "snapshot.json",
    "CITATION.cff",
    "croissant.json",
    "datapackage.json",
    "README.md",
    "DATA-CHANGELOG.md",
    "SHA256SUMS",
}


@pytest.fixture(scope="module", autouse=True)
def no_slow_checks() -> Iterator[None]:
    """The gate has tests of its own; here it goes without the two checks that take seconds."""
    slow = {name: gate.CHECKS[name] for name in ("public pages", "labelled pages")}
    for name in slow:
        del gate.CHECKS[name]  # type: ignore[attr-defined]
    yield
    gate.CHECKS.update(slow)  # type: ignore[attr-defined]


def lenient(**wishes: Any) -> Wishes:
    return Wishes(limits=LENIENT, **wishes)


def publish(data: DataFolder, now: datetime, **wishes: Any) -> Published:
    outcome = take(data, lenient(**wishes), now=now)
    assert isinstance(outcome, Published), outcome
    return outcome


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """Two snapshots. Between them a release changed, an event came, an agenda item went. Only to be looked at."""
    data = DataFolder(tmp_path_factory.mktemp("shelf"))
    keep(
        data,
        [*SHEETS, Sheet("events/formula", title="=SUM(A1:A9)", start_date="2024-02-03", lines=[SECRET])],
        at="2024-10-10T08:00:00",
    )
    build_sheets(data)
    publish(data, FIRST, address="https://data.example.org/snapshots")
    idm = SHEETS[0]
    changed = [
        Sheet(**{**SHEETS[2].__dict__, "title": "Ministers met in Geneva"}),
        Sheet(**{**idm.__dict__, "sessions": idm.sessions[:1]}),
        Sheet("events/another", title="Another workshop", start_date="2024-12-01"),
    ]
    keep(data, changed, at="2024-10-12T08:00:00")
    build_sheets(data)
    publish(data, SECOND, address="https://data.example.org/snapshots")
    return data


@pytest.fixture(scope="module")
def second(shelf: DataFolder) -> Snapshot:
    found = Shelf(shelf.snapshots).latest()
    assert found is not None
    return found


@pytest.fixture
def fresh(shelf: DataFolder, tmp_path: Path) -> DataFolder:
    """A data folder with the archive and no snapshot yet."""
    shutil.copy(shelf.archive, tmp_path / "archive.db")
    return DataFolder(tmp_path)


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM described_tables WHERE row_count IS NOT NULL")
        ]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


def rows(path: Path, table: str) -> dict[Any, dict[str, Any]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        key = TABLES[table].key
        return {row[key]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")}


# what is there


def test_a_file_that_finds_no_room_leaves_the_one_before_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "check.json"
    files.replace_json(path, {"passed": True})

    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "sync", full)
    with pytest.raises(OSError, match="No space left"):
        files.replace_json(path, {"passed": False})
    assert [entry.name for entry in tmp_path.iterdir()] == ["check.json"]
    assert json.loads(path.read_text()) == {"passed": True}


def test_a_snapshot_has_every_file_that_it_names_and_no_other(second: Snapshot) -> None:
    sums = dict(reversed(line.split("  ", 1)) for line in (second.path / "SHA256SUMS").read_text().splitlines())
    found = {path.relative_to(second.path).as_posix() for path in second.path.rglob("*") if path.is_file()}
    assert found == {*sums, "SHA256SUMS"}
    assert {name: hashlib.sha256((second.path / name).read_bytes()).hexdigest() for name in sums} == sums
    for file in second.manifest["files"]:
        assert (file["sha256"], file["bytes"]) == (sums[file["path"]], (second.path / file["path"]).stat().st_size)
    assert {
        *(csv_path(table.name) for table in exported()),
        *(parquet_path(table.name) for table in exported()),
    } < found


def test_latest_names_the_last_one(shelf: DataFolder, second: Snapshot) -> None:
    latest = json.loads((shelf.snapshots / "latest.json").read_text())
    assert (latest["name"], second.name) == ("2026-11-21", "2026-11-21")
    database = shelf.snapshots / latest["database"]["path"]
    assert hashlib.sha256(database.read_bytes()).hexdigest() == latest["database"]["sha256"]
    assert [snapshot.name for snapshot in Shelf(shelf.snapshots).all()] == ["2026-11-20", "2026-11-21"]


def test_sqlite_pandas_duckdb_and_datasette_count_the_same(shelf: DataFolder, second: Snapshot) -> None:
    wanted = counts(shelf.archive)
    assert counts(second.database) == wanted
    served = Datasette([], immutables=[str(second.database)])
    try:
        response = asyncio.run(served.client.get("/iom-archive.json"))
        tables = {table["name"]: table["count"] for table in response.json()["tables"]}
        assert {name: tables[name] for name in wanted} == wanted
    finally:
        for database in served.databases.values():
            database.close()
    with duckdb.connect() as duck:
        for table in exported():
            as_csv, as_parquet = second.path / csv_path(table.name), second.path / parquet_path(table.name)
            assert len(pandas.read_csv(as_csv)) == wanted[table.name]
            assert len(pandas.read_parquet(as_parquet)) == wanted[table.name]
            found = duck.execute(
                f"SELECT (SELECT count(*) FROM '{as_csv}'), (SELECT count(*) FROM '{as_parquet}')"
            ).fetchone()
            assert found == (wanted[table.name], wanted[table.name])


def test_parquet_and_csv_hold_the_very_values(second: Snapshot) -> None:
    for table in exported():
        wanted = list(rows(second.database, table.name).values())
        wanted.sort(key=lambda row: row[table.key])
        parquet = pandas.read_parquet(second.path / parquet_path(table.name), dtype_backend="pyarrow")
        found = parquet.astype(object).where(parquet.notna(), None).to_dict("records")
        assert found == wanted
        with gzip.open(second.path / csv_path(table.name), "rt", encoding="utf-8", newline="") as stream:
            as_words = [["" if value is None else value for value in row.values()] for row in wanted]
            read = list(csv.reader(stream))[1:]
        numbers = [position for position, column in enumerate(table.columns) if column.type == "REAL"]
        for row, words in zip(as_words, read, strict=True):
            for position, (value, word) in enumerate(zip(row, words, strict=True)):
                assert (float(word) == value) if position in numbers and word else (word == str(value))


def test_words_that_look_like_a_formula_stay_as_they_are(second: Snapshot) -> None:
    events = pandas.read_csv(second.path / csv_path("events"))
    assert "=SUM(A1:A9)" in set(events["name"])


def test_databases_open_read_only_without_extensions_or_a_journal(second: Snapshot, tmp_path: Path) -> None:
    for name in (DATABASE, WITHOUT_TEXTS, INDEX):
        file = Path(shutil.copy(second.path / name, tmp_path))
        tmp_path.chmod(0o555)
        try:
            with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
                assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
                found = connection.execute(
                    "SELECT count(*) FROM events_fts WHERE events_fts MATCH 'dialogue'"
                ).fetchone()
                assert found == (1,)
                described = dict(connection.execute("SELECT name, row_count FROM described_tables"))
            assert {name: number for name, number in described.items() if number is not None} == counts(file)
        finally:
            tmp_path.chmod(0o755)


@pytest.mark.parametrize("name", [DATABASE, WITHOUT_TEXTS])
def test_compressed_copies_are_the_same(second: Snapshot, name: str) -> None:
    with (second.path / f"{name}.zst").open("rb") as stream:
        assert zstandard.ZstdDecompressor().stream_reader(stream).read() == (second.path / name).read_bytes()


def test_an_edition_without_texts_holds_none(second: Snapshot) -> None:
    assert SECRET.encode() in second.database.read_bytes()
    for name in (WITHOUT_TEXTS, INDEX):
        content = (second.path / name).read_bytes()
        assert SECRET.encode() not in content
        assert b"quetzalcoatlu" not in content  # nor in the index of words
    assert b"quetzalcoatlu" in second.database.read_bytes()
    with_, without = counts(second.database), counts(second.path / WITHOUT_TEXTS)
    differing = {name for name in with_ if with_[name] != without[name]}
    assert differing == {"revision_texts", "archive_info"}


def test_a_whole_snapshot_without_texts(fresh: DataFolder) -> None:
    outcome = publish(fresh, SECOND, texts=False)
    for path in outcome.snapshot.path.rglob("*"):
        if path.is_file():
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            assert SECRET.encode() not in content, path
    assert not (outcome.snapshot.path / WITHOUT_TEXTS).exists()
    assert isinstance(take(fresh, lenient(texts=False), now=SECOND), Unchanged)
    assert isinstance(take(fresh, lenient(), now=SECOND), Published)  # now with texts


def test_the_small_database_stays_small(second: Snapshot, tmp_path: Path) -> None:
    size = (second.path / INDEX).stat().st_size
    left_out = databases.make_index(second.database, tmp_path / "small.db", limit=size)
    assert left_out == ("taggings",)
    assert (tmp_path / "small.db").stat().st_size < size
    order = databases._LEFT_OUT_FIRST
    for number in range(2, len(order)):
        size = (tmp_path / "small.db").stat().st_size
        assert databases.make_index(second.database, tmp_path / "small.db", limit=size)[:number] == order[:number]
    assert databases.make_index(second.database, tmp_path / "small.db", limit=1) == order
    databases.make_index(second.database, tmp_path / "small.db", limit=(second.path / INDEX).stat().st_size)
    with closing(sqlite3.connect(tmp_path / "small.db")) as connection:
        told = dict(connection.execute("SELECT name, value FROM archive_info"))
        described = {name for (name,) in connection.execute("SELECT name FROM described_tables")}
    assert (told["edition"], told["left_out"]) == ("index", "taggings")
    assert "taggings" not in described


# the same bytes


def test_the_same_archive_gives_the_same_bytes_but_for_declared_dates(shelf: DataFolder, tmp_path: Path) -> None:
    made = []
    for number, now in enumerate((FIRST, SECOND)):
        data = DataFolder(tmp_path / str(number))
        data.root.mkdir()
        shutil.copy(shelf.archive, data.archive)
        made.append(publish(data, now).snapshot.path)
    one, other = (
        {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file()} for path in made
    )
    assert one.keys() == other.keys()
    assert {name for name in one if one[name] != other[name]} == DATED - {"check.json"}
    for name in DATED - {"SHA256SUMS"}:
        dated = one[name].decode().replace("2026-11-20", "2026-11-21").replace("2026.1120", "2026.1121")
        assert dated == other[name].decode(), name


# what changed


def lines(snapshot: Snapshot) -> list[dict[str, Any]]:
    with gzip.open(snapshot.path / delta.FILE, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def test_the_delta_leads_from_one_snapshot_to_the_next(shelf: DataFolder, second: Snapshot) -> None:
    first = Shelf(shelf.snapshots).all()[0]
    changes = lines(second)
    for table in exported():
        own = [line for line in changes if line["table"] == table.name]
        assert delta.apply(rows(first.database, table.name), own) == rows(second.database, table.name)
    summary = json.loads((second.path / delta.SUMMARY).read_text())
    assert summary["previous"] == first.name
    events = [line for line in changes if line["table"] == "events" and line["op"] == "added"]
    assert [line["row"]["name"] for line in events] == ["Another workshop"]
    (release,) = (line for line in changes if line["table"] == "press_releases")
    assert (release["old"]["headline"], release["new"]["headline"]) == (
        "Ministers meet in Geneva",
        "Ministers met in Geneva",
    )
    assert [line["row"]["title"] for line in changes if line["table"] == "sessions" and line["op"] == "gone"] == [
        "Lunch"
    ]
    assert summary["tables"]["sessions"]["gone"] == 1
    assert json.loads((first.path / delta.SUMMARY).read_text()) == {"previous": None, "tables": {}}


def test_the_changelog_tells_it_in_words(second: Snapshot) -> None:
    told = (second.path / "DATA-CHANGELOG.md").read_text()
    assert told.index("## 2026-11-21") < told.index("## 2026-11-20")
    assert "- Another workshop <https://www.iom.int/events/another>" in told
    assert "- sessions: 1 gone" in told
    assert "The first snapshot." in told


def test_looking_again_is_no_change_of_the_pages(shelf: DataFolder, tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    for name in ("ledger.db", "archive.db"):
        shutil.copy(shelf.root / name, tmp_path)
    shutil.copytree(shelf.captures, data.captures)
    shutil.copytree(shelf.snapshots, data.snapshots)
    keep(data, [SHEETS[1]], at="2024-10-13T08:00:00", verdict="not_modified", refers_to=2)
    build_sheets(data)
    found = publish(data, SECOND).delta
    assert found is not None
    assert found.of_the_pages == {}
    assert found.tables["captures"].added == 1
    assert found.tables["pages"].changed == found.tables["pages"].checked_only == 1
    assert "no change in what the pages say" in (data.snapshots / "2026-11-21.2" / "DATA-CHANGELOG.md").read_text()


def test_what_was_taken_out_passes_the_gate_and_stands_in_no_later_file(shelf: DataFolder, tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    for name in ("ledger.db", "archive.db"):
        shutil.copy(shelf.root / name, tmp_path)
    shutil.copytree(shelf.captures, data.captures)
    shutil.copytree(shelf.snapshots, data.snapshots)
    data.corrections.mkdir()
    signed = 'why = "Asked for."\nby = "A. Reviewer"\non = 2026-11-22\n'
    page = f'[[withheld_page]]\npage = "{SITE}/events/another"\n'
    person = '[[blocked_person]]\nname = "omar AL-MASRI"\n'
    (data.corrections / "asked.toml").write_text(page + signed + person + signed)
    build_sheets(data)
    taken = publish(data, datetime(2026, 11, 22, tzinfo=UTC))
    (lost,) = (check for check in taken.report.checks if check.name == "lost rows")
    assert lost.figures["pages"] == {"page withheld by a correction": 1}
    assert lost.figures["appearances"] == {"person left out by a correction": 1}
    found = lines(taken.snapshot)
    assert {line["op"] for line in found} == {"gone", "changed", "added"}
    assert not any("old" in line or (line["op"] == "gone" and "row" in line) for line in found)
    for path in taken.snapshot.path.rglob("*"):
        if path.is_file() and path.suffix not in (".zst", ".parquet"):
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            for words in ("events/another", "Another workshop", "Omar al-Masri", "omar al-masri"):
                assert words.encode() not in content, (path.name, words)
    keep(data, [Sheet("events/third", title="A third", start_date="2024-12-02")], at="2024-10-14T08:00:00")
    build_sheets(data)
    after = publish(data, datetime(2026, 11, 23, tzinfo=UTC))
    assert after.delta is not None and not after.delta.without_earlier_values
    assert "A third" in (after.snapshot.path / "DATA-CHANGELOG.md").read_text()


def test_tables_that_did_not_change_are_shared_and_the_same_as_if_made_anew(shelf: DataFolder, tmp_path: Path) -> None:
    def taken(name: str) -> tuple[Path, Path]:
        """A snapshot before and one after another look at a page, of which nothing but that was new."""
        data = DataFolder(tmp_path / name)
        data.root.mkdir()
        shutil.copy(shelf.archive, data.archive)
        first = publish(data, FIRST).snapshot.path
        if name == "damaged":
            (first / csv_path("sessions")).chmod(0o644)
            (first / csv_path("sessions")).write_bytes(b"damaged")
        if name == "alone":
            shutil.rmtree(data.snapshots)
        with closing(sqlite3.connect(data.archive)) as connection, connection:
            connection.execute("UPDATE pages SET last_checked = '2026-11-21T00:00:00Z'")
            connection.execute("UPDATE archive_info SET value = 'later' WHERE name = 'input_fingerprint'")
        return first, publish(data, SECOND).snapshot.path

    first, shared = taken("shared")
    _, alone = taken("alone")
    _, mended = taken("damaged")
    for table in exported():
        for path in (csv_path(table.name), parquet_path(table.name)):
            assert (shared / path).read_bytes() == (alone / path).read_bytes() == (mended / path).read_bytes()
            is_linked = (shared / path).stat().st_ino == (first / path).stat().st_ino
            assert is_linked == (table.name not in ("pages", "archive_info")), path
    before = (shared / csv_path("sessions")).read_bytes()
    shutil.rmtree(first)
    assert (shared / csv_path("sessions")).read_bytes() == before


TEXT = st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=5)
STATES = st.dictionaries(st.text("AB", min_size=2, max_size=3), st.tuples(TEXT, TEXT, st.integers(0, 3)), max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=STATES, after=STATES)
def test_any_delta_applied_to_the_old_rows_gives_the_new_ones(
    second: Snapshot, tmp_path: Path, before: dict[str, Any], after: dict[str, Any]
) -> None:
    files = []
    for name, state in (("before", before), ("after", after)):
        files.append(tmp_path / f"{name}.db")
        if not files[-1].exists():
            shutil.copy(second.path / INDEX, files[-1])
            files[-1].chmod(0o644)
        values = [(code, code, region, part, number, 0, 0) for code, (region, part, number) in state.items()]
        with closing(sqlite3.connect(files[-1])) as connection, connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("DELETE FROM countries")
            connection.executemany("INSERT INTO countries VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    with closing(sqlite3.connect(files[1])) as connection:
        connection.execute("ATTACH ? AS before", (str(files[0]),))
        counted = delta.TableDelta()
        found = [json.loads(json.dumps(line)) for line in delta._lines(connection, TABLES["countries"], counted)]
    then, now = (rows(file, "countries") for file in files)
    assert delta.apply(then, found) == now
    assert (counted.added, counted.gone) == (len(now.keys() - then.keys()), len(then.keys() - now.keys()))
    assert counted.changed == sum(then[code] != now[code] for code in then.keys() & now.keys())


def test_a_table_or_column_that_the_earlier_snapshot_lacks_is_told(second: Snapshot, tmp_path: Path) -> None:
    earlier = Path(shutil.copy(second.database, tmp_path / "earlier.db"))
    earlier.chmod(0o644)
    with closing(sqlite3.connect(earlier)) as connection, connection:
        of_mode = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'events' AND sql LIKE '%mode%'"
        for (index,) in connection.execute(of_mode).fetchall():
            connection.execute(f"DROP INDEX {index}")
        connection.execute("ALTER TABLE events DROP COLUMN mode")
        connection.execute("DROP TABLE quality")
        connection.execute("DROP TABLE themes")
    found = delta.write(second.database, earlier, "2026-01-01", tmp_path / "delta.gz")
    assert found.tables["events"].columns_added == ["mode"]
    assert found.tables["themes"].added == counts(second.database)["themes"]
    with gzip.open(tmp_path / "delta.gz", "rt") as stream:
        changes = [json.loads(line) for line in stream]
    assert delta.apply({}, [line for line in changes if line["table"] == "themes"]) == rows(second.database, "themes")


# the gate before it


def test_a_failed_gate_publishes_its_problems_and_no_data(shelf: DataFolder, tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    shutil.copytree(shelf.snapshots, data.snapshots)
    shutil.copy(shelf.archive, data.archive)
    with closing(sqlite3.connect(data.archive)) as connection, connection:
        connection.execute("DELETE FROM sessions")
        connection.execute("UPDATE archive_info SET value = 'x' WHERE name = 'input_fingerprint'")
    latest = (data.snapshots / "latest.json").read_bytes()
    there = sorted(path.name for path in data.snapshots.iterdir())
    outcome = take(data, lenient(), now=SECOND)
    assert isinstance(outcome, Refused)
    assert {check.name for check in outcome.report.failed} == {"full-text search", "foreign keys", "lost rows"}
    assert sorted(path.name for path in data.snapshots.iterdir()) == there
    assert (data.snapshots / "latest.json").read_bytes() == latest
    told = json.loads((data.snapshots / REPORT).read_text())
    assert (told["passed"], told["snapshot"], told["against"]) == (False, None, "2026-11-21")
    accept = dict.fromkeys(("full-text search", "foreign keys", "lost rows"), "A trial.")
    published = publish(data, SECOND, accept=accept)
    told = json.loads((published.snapshot.path / REPORT).read_text())
    assert {check["accepted"] for check in told["checks"] if check["status"] == "accepted"} == {"A trial."}


def test_an_archive_that_did_not_change_gives_no_new_snapshot(fresh: DataFolder) -> None:
    first = publish(fresh, FIRST)
    outcome: Outcome = take(fresh, lenient(), now=SECOND)
    assert outcome == Unchanged(first.snapshot)
    assert publish(fresh, FIRST, anew=True).snapshot.name == "2026-11-20.2"


# crashes

CRASH = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from archive.checks import gate
from archive.checks.subject import Limits
from archive.settings import DataFolder
from archive.snapshots import {module}
from archive.snapshots.taking import Wishes, take

def die(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)

del gate.CHECKS["public pages"], gate.CHECKS["labelled pages"]
{patch} = die
take(DataFolder(Path(sys.argv[1])), Wishes(limits=Limits(least_rows=10_000)), now=datetime(2026, 11, 20, 3, tzinfo=UTC))
"""


@pytest.mark.parametrize(
    ("module", "patch", "is_published"),
    [
        ("taking", "taking.judge", False),
        ("databases", "databases.copy_without_texts", False),
        ("exports", "exports.export", False),
        ("taking", "taking.sync_tree", False),
        ("shelf", "shelf.Shelf.publish", False),
        ("shelf", "shelf.Shelf._name", True),
    ],
)
def test_a_killed_run_leaves_no_half_snapshot(fresh: DataFolder, module: str, patch: str, is_published: bool) -> None:
    code = CRASH.format(module=module, patch=patch)
    done = subprocess.run([sys.executable, "-c", code, str(fresh.root)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    shelf = Shelf(fresh.snapshots)
    assert [snapshot.name for snapshot in shelf.all()] == ["2026-11-20"] * is_published
    assert not (fresh.snapshots / "latest.json").exists()
    outcome = take(fresh, lenient(), now=FIRST)
    assert isinstance(outcome, Unchanged if is_published else Published)
    assert json.loads((fresh.snapshots / "latest.json").read_text())["name"] == "2026-11-20"
    assert not list(fresh.snapshots.glob(".*"))
    assert [snapshot.name for snapshot in shelf.all()] == ["2026-11-20"]


def test_a_missing_library_is_named(fresh: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ArchiveError, match="snapshots need pyarrow") as error:
        take(fresh)
    assert "requirements/operate.txt" in str(error.value.hint)
    assert not fresh.snapshots.exists()


# retention


def test_old_snapshots_keep_their_description_and_the_last_of_each_month_all(fresh: DataFolder) -> None:
    days = [date(2026, 9, 1), date(2026, 9, 20), date(2026, 10, 5), date(2026, 10, 6), date(2026, 11, 20)]
    first = publish(fresh, datetime(2026, 8, 31, tzinfo=UTC)).snapshot
    for day in days:
        shutil.copytree(first.path, fresh.snapshots / str(day))
    shelf = Shelf(fresh.snapshots)
    today = date(2026, 11, 21)
    assert [old.name for old in retention.outdated(shelf, today, 30)] == ["2026-09-01", "2026-10-05"]
    assert retention.outdated(shelf, today, 365) == []
    assert [old.name for old in retention.outdated(shelf, today + timedelta(days=900), 0)] == [
        "2026-09-01",
        "2026-10-05",
    ]
    outcome = publish(fresh, SECOND, anew=True, keep_days=30)
    assert outcome.thinned == ("2026-09-01", "2026-10-05")
    old = Snapshot(fresh.snapshots / "2026-09-01")
    assert not old.is_whole
    assert old.manifest["database_sha256"] == first.manifest["database_sha256"]
    assert {"CITATION.cff", "SHA256SUMS", "removed.json", "README.md"} < {path.name for path in old.path.iterdir()}
    assert not (old.path / "csv").exists()
    assert shelf.next_name(date(2026, 9, 1)) == "2026-09-01.2"  # a name is never given twice


# what describes it


def test_the_data_package_describes_the_files(second: Snapshot) -> None:
    package = json.loads((second.path / "datapackage.json").read_text())
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["version"] == "2026-11-21"
    assert package["homepage"] == "https://data.example.org/snapshots/2026-11-21/"
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert list(resources) == [table.name for table in exported()]
    for name, resource in resources.items():
        content = (second.path / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        header = gzip.decompress(content).decode().splitlines()[0]
        assert header == ",".join(f'"{field["name"]}"' for field in resource["schema"]["fields"])
        for key in resource["schema"].get("foreignKeys", ()):
            assert key["reference"].get("resource", name) in resources


def test_croissant_describes_the_files(second: Snapshot) -> None:
    croissant = json.loads((second.path / "croissant.json").read_text())
    files = {file["@id"]: file for file in croissant["distribution"]}
    assert files[DATABASE]["contentUrl"] == f"https://data.example.org/snapshots/2026-11-21/{DATABASE}"
    for name, file in files.items():
        assert file["sha256"] == hashlib.sha256((second.path / name).read_bytes()).hexdigest()
    records = {records["name"]: records for records in croissant["recordSet"]}
    assert list(records) == [table.name for table in exported()]
    for name, described in records.items():
        columns = pandas.read_parquet(second.path / parquet_path(name)).columns
        assert [field["source"]["extract"]["column"] for field in described["field"]] == list(columns)
        assert {field["source"]["fileObject"]["@id"] for field in described["field"]} <= files.keys()


def test_the_citation_has_the_shape_of_the_format(second: Snapshot) -> None:
    cff = yaml.safe_load((second.path / "CITATION.cff").read_text())
    assert {"cff-version", "message", "title", "authors"} <= cff.keys()  # required by the schema of version 1.2.0
    assert cff["cff-version"] == "1.2.0"
    assert cff["type"] == "dataset"
    assert all(set(author) == {"name"} for author in cff["authors"])
    assert (cff["version"], str(cff["date-released"])) == ("2026-11-21", "2026-11-21")
    assert cff["identifiers"][0]["value"] == f"sha256:{hashlib.sha256(second.database.read_bytes()).hexdigest()}"


def test_validators_accept_both_descriptions(fresh: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    frictionless = pytest.importorskip("frictionless", reason="heavy; docs/snapshots.md says how to run this by hand")
    mlcroissant = pytest.importorskip("mlcroissant")
    snapshot = publish(fresh, SECOND).snapshot  # without an address, so that its files are looked for beside it
    monkeypatch.chdir(snapshot.path)
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.flatten(["name", "message"])
    dataset = mlcroissant.Dataset(jsonld="croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    assert len(list(dataset.records("events"))) == len(rows(snapshot.database, "events"))


# the command


def test_the_command_publishes_and_says_what(fresh: DataFolder, tmp_path: Path) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(main_group, ["--data", str(fresh.root), "snapshot", *arguments])
        return done.exit_code, done.output

    code, said = run("--json")
    assert code == exit_codes.OK
    told = json.loads(said)
    assert (told["outcome"], told["check"]["passed"], told["delta"]) == ("published", True, None)
    assert (Path(told["path"]) / DATABASE).exists()
    assert "is up to date" in run()[1]
    assert run("--accept", "rows")[0] == exit_codes.USAGE
    code, said = run("--accept", "foo=bar")
    assert code == exit_codes.USAGE
    assert "no check is called 'foo'; there are: schema, foreign keys" in said
    sites = tmp_path / "sites.toml"
    sites.write_text('[[site]]\nname = "www"\nhost = "www.iom.int"\nfloors = { event = 9999 }\n')
    code, said = run("--anew", "--sites", str(sites))
    assert code == exit_codes.CHECK_FAILED
    assert "FAILED  floors" in said
    assert "Nothing was published." in said


# the documentation

DOCS = (ROOT / "docs" / "snapshots.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", re.findall(r"```python\n(.+?)```", DOCS, re.DOTALL))
def test_examples_in_python_run_as_they_stand(second: Snapshot, code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=second.path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def has_r() -> bool:
    asked = ["Rscript", "-e", "quit(status = !requireNamespace('RSQLite', quietly = TRUE))"]
    return (
        shutil.which("Rscript") is not None and not subprocess.run(asked, capture_output=True, check=False).returncode
    )


@pytest.mark.skipif(not has_r(), reason="R with RSQLite is not installed (Debian: apt-get install r-cran-rsqlite)")
def test_r_opens_it_as_documented_and_counts_the_same(second: Snapshot) -> None:
    (code,) = re.findall(r"```r\n(.+?)```", DOCS, re.DOTALL)
    counting = """
    for (path in list.files("csv", full.names = TRUE)) {
      name <- sub(".csv.gz", "", basename(path), fixed = TRUE)
      in_database <- dbGetQuery(archive, paste("SELECT count(*) AS n FROM", name))$n
      cat("\n", name, in_database, nrow(read.csv(gzfile(path))))
    }
    cat("\nlargest", format(dbGetQuery(archive, "SELECT max(id) AS id FROM events")$id, digits = 17))
    """
    done = subprocess.run(
        ["Rscript", "-e", code + counting], cwd=second.path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    wanted = counts(second.database)
    assert PEOPLE[0] in done.stdout
    for table in exported():
        assert f"\n {table.name} {wanted[table.name]} {wanted[table.name]}" in done.stdout
    assert f"largest {max(rows(second.database, 'events'))}" in done.stdout


def test_examples_for_the_shell_run_as_they_stand(second: Snapshot) -> None:
    for code in re.findall(r"```sh\n(.+?)```", DOCS, re.DOTALL):
        if shutil.which(code.split()[0]):
            done = subprocess.run(["sh", "-c", code], cwd=second.path, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            assert done.stdout.strip()


def test_every_file_and_every_check_is_explained(second: Snapshot) -> None:
    for path in second.path.iterdir():
        assert f"`{path.name}" in DOCS or (path.suffix == ".zst" and "*.db.zst" in DOCS), path.name
    for name in (*gate.CHECKS, "public pages", "labelled pages"):
        assert f"| {name} |" in DOCS


# the bundled sample


@pytest.fixture(scope="module")
def of_the_sample(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """An archive of the bundled sample, as ``make run`` builds it. Only to be looked at."""
    folder = tmp_path_factory.mktemp("of-the-sample")
    for arguments in (["import", str(ROOT / "data" / "sample" / "sample.warc.gz")], ["build"]):
        done = CliRunner().invoke(main_group, ["--data", str(folder), *arguments])
        assert done.exit_code == 0, done.output
    return DataFolder(folder)


def descriptions(snapshot: Snapshot) -> dict[str, str]:
    """The files that people and programs cite a snapshot by."""
    names = ("README.md", "CITATION.cff", "datapackage.json", "croissant.json")
    return {name: (snapshot.path / name).read_text(encoding="utf-8") for name in names}


def test_a_snapshot_of_the_sample_is_not_to_be_cited(of_the_sample: DataFolder, tmp_path: Path) -> None:
    shutil.copy(of_the_sample.archive, tmp_path / "archive.db")
    outcome = publish(DataFolder(tmp_path), FIRST)
    pages = counts(of_the_sample.archive)["pages"]
    notice = f"All {pages} pages are of the bundled sample, reconstructed to try the archive with: not to be cited."
    assert outcome.snapshot.manifest["sample"] == {"pages": pages, "of": pages}
    for name, text in descriptions(outcome.snapshot).items():
        assert notice in text, name
    assert "Cite it" not in (outcome.snapshot.path / "README.md").read_text()
    assert "please cite" not in yaml.safe_load((outcome.snapshot.path / "CITATION.cff").read_text())["message"]
    (warning,) = (check for check in outcome.report.checks if check.status == "warning")
    assert warning.name == "sample pages"
    assert warning.notes[0].startswith(notice)


def test_a_snapshot_with_some_pages_of_the_sample_says_how_many(of_the_sample: DataFolder, tmp_path: Path) -> None:
    mixed = Path(shutil.copy(of_the_sample.archive, tmp_path / "archive.db"))
    with closing(sqlite3.connect(mixed)) as connection, connection:
        kept = connection.execute("SELECT id FROM pages ORDER BY id LIMIT 2").fetchall()
        connection.execute(
            "UPDATE captures SET body_sha256 = 'fetched' WHERE page_id NOT IN (?, ?)", [one[0] for one in kept]
        )
        pages = connection.execute("SELECT count(*) FROM pages").fetchone()[0]
    outcome = publish(DataFolder(tmp_path), FIRST)
    for name, text in descriptions(outcome.snapshot).items():
        assert f"2 of {pages} pages are of the bundled sample" in text, name
    assert "Cite it, and the source pages that you quote" in (outcome.snapshot.path / "README.md").read_text()


def test_other_snapshots_say_nothing_of_the_sample(second: Snapshot) -> None:
    assert second.manifest["sample"] is None
    for name, text in descriptions(second).items():
        assert "sample" not in text, name
    assert "Cite it, and the source pages that you quote" in (second.path / "README.md").read_text()


def test_check_says_that_it_is_the_sample_and_lets_it_pass(of_the_sample: DataFolder) -> None:
    done = CliRunner().invoke(main_group, ["--data", str(of_the_sample.root), "check", "--only", "sample pages"])
    assert done.exit_code == exit_codes.OK
    assert "warning  sample pages" in done.output
    assert "reconstructed to try the archive with: not to be cited" in done.output
