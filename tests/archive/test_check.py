"""The gate: a sound archive passes, and each kind of harm is found by the check that is there for it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive import exit_codes, serving
from archive.checks import labels, pages
from archive.checks.gate import CHECKS, judge, limits_of
from archive.checks.result import Check
from archive.checks.subject import Limits, Subject, opened
from archive.cli import main_group
from archive.errors import ArchiveError
from archive.settings import DataFolder
from tests.archive.sheets import Sheet, build_sheets, keep

QUICK = tuple(name for name in CHECKS if name not in ("public pages", "labelled pages"))
FIXTURES = Path(__file__).parents[1] / "fixtures" / "held_out"
SHARP = Limits(least_rows=1)


@pytest.fixture
def copy(built: DataFolder, tmp_path: Path) -> Path:
    """A copy of the built archive, to be harmed."""
    return shutil.copy(built.archive, tmp_path / "archive.db")


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def check(built: DataFolder, path: Path, name: str, *, limits: Limits = SHARP, before: bool = True) -> Check:
    """One check of ``path``, against the archive as it was built."""
    report = judge(built, path, before=built.archive if before else None, limits=limits, only=[name])
    return report.checks[0]


@pytest.fixture(scope="module")
def subject(built: DataFolder) -> Iterator[Subject]:
    with opened(built, built.archive, None, Limits()) as found:
        yield found


def test_a_sound_archive_passes_every_check_that_can_be_made(built: DataFolder, copy: Path) -> None:
    report = judge(built, copy, before=built.archive, against="2024-10-10", limits=SHARP, only=QUICK)
    assert [(check.name, check.status) for check in report.checks] == [(name, "passed") for name in QUICK]
    assert report.passed
    assert all(check.why and check.figures for check in report.checks if check.name != "lost rows")


HARM: list[tuple[str, str, str]] = [
    ("schema", "DROP INDEX events_by_start_date", "events_by_start_date is missing"),
    ("schema", "CREATE TABLE extra (x)", "extra is not described"),
    ("schema", "PRAGMA user_version = 0", "user_version is 0"),
    ("foreign keys", "DELETE FROM countries WHERE code = 'CH'", "names a row of countries"),
    ("full-text search", "UPDATE events SET name = 'another' WHERE id = (SELECT min(id) FROM events)", "events_fts"),
    ("full-text search", "UPDATE revision_texts SET text = 'another'", "revision_texts_fts"),
    ("rows", "DELETE FROM sessions", "sessions: 0 instead of 2, 100% less"),
    ("rows", "UPDATE pages SET kind = 'other'", "pages of www.iom.int, event: 0 instead of"),
    ("lost rows", "DELETE FROM sessions WHERE kind = 'panel'", "sessions: 1 rows lost without a reason"),
    ("lost rows", "DELETE FROM captures WHERE id = 1", "captures: 1 rows lost without a reason, such as 1"),
    ("fill rates", "UPDATE events SET venue = NULL", "events.venue (event): filled in 0% of"),
    ("fill rates", "UPDATE appearances SET position = NULL", "appearances.position"),
    ("fill rates", "UPDATE events SET session_count = 0", "events.session_count"),
]


@pytest.mark.parametrize(("name", "harm", "note"), HARM)
def test_harm_is_found_by_the_check_that_is_there_for_it(
    built: DataFolder, copy: Path, name: str, harm: str, note: str
) -> None:
    change(copy, harm)
    found = check(built, copy, name)
    assert found.status == "failed"
    assert any(note in line for line in found.notes), found.notes


def test_a_file_that_shrank_fails_and_one_that_grew_warns(built: DataFolder, copy: Path) -> None:
    change(copy, "CREATE TABLE filling AS SELECT randomblob(2000000)")
    assert check(built, copy, "size").status == "warning"
    swapped = judge(built, built.archive, before=copy, limits=SHARP, only=["size"]).checks[0]
    assert swapped.status == "failed"
    assert swapped.figures["change"] < -0.2


def test_a_page_full_of_leftovers_is_found(built: DataFolder, copy: Path) -> None:
    change(
        copy,
        "INSERT INTO problems SELECT id, 'parse', 'leftover', 'nothing claimed it', 'x', page_id, id, NULL, NULL, 0, 1"
        " FROM revisions",
    )
    found = check(built, copy, "leftovers")
    assert found.status == "failed"
    assert found.figures["share"] == 1


def _events(count: int, first: int, **fields: object) -> list[Sheet]:
    return [Sheet(f"events/{first + number}", start_date="2024-05-06", **fields) for number in range(count)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("newest", "status"),
    [
        (_events(4, 200, venue="Hall B"), "passed"),
        (_events(4, 200), "failed"),  # the venue fell silent
        (_events(1, 200), "passed"),  # one page says nothing
    ],
)
def test_a_field_that_falls_silent_on_the_newest_pages_is_found(
    tmp_path: Path, newest: list[Sheet], status: str
) -> None:
    data = DataFolder(tmp_path)
    keep(data, _events(4, 0), at="2024-01-01T08:00:00")  # too long ago to count
    keep(data, _events(20, 100, venue="Hall A"), at="2024-05-01T08:00:00")
    keep(data, newest, at="2024-05-20T08:00:00")
    build_sheets(data)
    limits = Limits(least_rows=2)
    found = judge(data, data.archive, before=None, limits=limits, only=["newest pages"]).checks[0]
    assert found.status == status, found
    assert (found.figures["events"], found.figures["events before"]) == (len(newest), 20)
    if status == "failed":
        assert found.notes[0].startswith("events.venue: filled on 0% of the 4 texts of the last week, 100% in")


def test_floors_come_from_the_sites_file(built: DataFolder, tmp_path: Path) -> None:
    sites = tmp_path / "sites.toml"
    site = '[[site]]\nname = "www"\nhost = "www.iom.int"\nfloors = {{ event = {} }}\n'
    for least, status in ((1, "passed"), (1000, "failed")):
        sites.write_text(site.format(least))
        assert check(built, built.archive, "floors", limits=limits_of(sites)).status == status
    sites.write_text(site.format('"many"'))
    with pytest.raises(ArchiveError, match="whole number"):
        limits_of(sites)
    assert limits_of().floors == {}


REASONS: list[tuple[str, tuple[str, ...]]] = [
    ("page changed", ("UPDATE pages SET revision_id = NULL WHERE id = (SELECT event_id FROM sessions)",)),
    ("newer parsers", ("UPDATE revisions SET parser_version = 'next'",)),
    (
        "correction",
        (
            "INSERT INTO corrections SELECT 1, event_id, 't', 'remove', 'x', NULL, 'why', 'A', '2026-11-21', 1 FROM sessions LIMIT 1",
        ),
    ),
]


@pytest.mark.parametrize(("reason", "cause"), REASONS)
def test_a_lost_row_with_a_reason_is_none_to_worry_about(
    built: DataFolder, copy: Path, reason: str, cause: tuple[str, ...]
) -> None:
    change(copy, *cause, "DELETE FROM sessions WHERE kind = 'panel'")
    found = check(built, copy, "lost rows", limits=Limits())
    assert found.passed, found.notes
    assert found.figures == {"sessions": {reason: 1}}
    if reason == "newer parsers":  # many at once are not taken on trust
        assert check(built, copy, "lost rows").status == "failed"


def test_a_page_that_became_another_one_is_not_lost(built: DataFolder, copy: Path) -> None:
    one, other = (built_id(built, path) for path in ("events/undated", "events/idm-2024"))
    change(
        copy,
        f"INSERT INTO merged_pages VALUES ({one}, {other})",
        *(
            f"DELETE FROM {table} WHERE page_id = {one}"
            for table in ("page_addresses", "captures", "revisions", "events")
        ),
        f"DELETE FROM pages WHERE id = {one}",
    )
    found = check(built, copy, "lost rows", limits=Limits())
    assert found.passed, found.notes
    assert found.figures["pages"] == {"page found to be another one": 1}
    change(copy, "DELETE FROM merged_pages")
    assert not check(built, copy, "lost rows", limits=Limits()).passed


def test_what_a_release_no_longer_says_is_no_loss_without_a_reason(built: DataFolder, copy: Path) -> None:
    release = built_id(built, "news/opening")
    then = shutil.copy(copy, copy.with_name("then.db"))
    with closing(sqlite3.connect(then)) as connection, connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(sessions)")]
        values = ", ".join({"id": "7", "page_id": str(release), "event_id": "NULL"}.get(name, name) for name in names)
        connection.execute(f"INSERT INTO sessions SELECT {values} FROM sessions LIMIT 1")
    change(copy, f"UPDATE pages SET revision_id = NULL WHERE id = {release}")
    found = judge(built, copy, before=then, limits=Limits(), only=["lost rows"]).checks[0]
    assert found.passed, found.notes
    assert found.figures == {"sessions": {"page changed": 1}}


def test_a_correction_of_a_page_that_nobody_knows_excuses_no_loss(built: DataFolder, copy: Path) -> None:
    unknown = "INSERT INTO corrections VALUES (1, NULL, 't', 'set', NULL, 'x', 'why', 'A', '2026-11-21', 0)"
    change(copy, unknown, "DELETE FROM sessions WHERE kind = 'panel'")
    assert check(built, copy, "lost rows", limits=Limits()).status == "failed"


def built_id(built: DataFolder, path: str) -> int:
    with closing(sqlite3.connect(built.archive)) as connection:
        query = "SELECT id FROM pages WHERE address = ?"
        return int(connection.execute(query, (f"https://www.iom.int/{path}",)).fetchone()[0])


def test_labelled_pages_are_compared_with_what_was_published(subject: Subject, tmp_path: Path) -> None:
    folder = tmp_path / "labelled"
    folder.mkdir()
    for path in sorted(FIXTURES.glob("event-card-atolls-*")):
        shutil.copy(path, folder)
    data = DataFolder(tmp_path)
    here = Subject(data, subject.archive, subject.connection, Limits(), has_before=False)
    row = {"labels": "kept aside", "language": None, "pages": 3, "expected": 3, "found": 3, "correct": 3}
    rates = {"precision": 1.0, "recall": 1.0, "f1_low": None, "f1_high": None}
    fields = [{**row, **rates, "field": name, "f1": f1} for name, f1 in (("kind", 0.5), ("title", 0.1))]
    (tmp_path / "quality.json").write_text(json.dumps(fields))
    assert labels.labelled_pages_read_as_before(here, folder).passed
    fields.append({**row, **rates, "field": "a field that nobody reads", "f1": 0.9})
    (tmp_path / "quality.json").write_text(json.dumps(fields))
    found = labels.labelled_pages_read_as_before(here, folder)
    assert found.status == "failed"
    assert found.notes == ("a field that nobody reads: F1 is 0.000, published is 0.900",)
    empty = labels.labelled_pages_read_as_before(here, tmp_path / "none")
    assert (empty.status, empty.notes) == ("warning", ("not checked: there are no labelled pages here",))


def test_every_kind_of_public_page_is_asked_for(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    # A machine that is busy tonight is no reason to publish nothing.
    monkeypatch.setitem(serving.PUBLIC_SETTINGS, "sql_time_limit_ms", 1)
    found = pages.public_pages_answer(subject)
    assert not any("answers 503" in note for note in found.notes), found.notes
    assert found.figures["kinds"] > 100
    assert found.figures["asked"] > 200
    # Whatever fails names the page and where its link stands.
    assert all(" answers " in note for note in found.notes)


def test_a_public_page_that_fails_stops_the_snapshot(built: DataFolder, copy: Path) -> None:
    change(copy, "DROP VIEW agenda")
    found = check(built, copy, "public pages", before=False)
    assert found.status == "failed"
    assert any("/archive/agenda answers 404" in note for note in found.notes)


def test_without_datasette_the_pages_are_not_taken_for_sound(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasette.app", None)
    found = pages.public_pages_answer(subject)
    assert found.status == "warning"
    assert found.notes[0].startswith("not checked: serving needs Datasette")


def test_a_failing_check_can_be_accepted_with_a_reason(built: DataFolder, copy: Path) -> None:
    change(copy, "DELETE FROM sessions")
    report = judge(
        built, copy, before=built.archive, limits=SHARP, only=["rows", "lost rows"], accept={"rows": "They were none."}
    )
    assert [check.status for check in report.checks] == ["accepted", "failed"]
    assert not report.passed
    with pytest.raises(ArchiveError, match="no check is called 'rwos'"):
        judge(built, copy, before=None, accept={"rwos": "x"})


def run(data: DataFolder, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main_group, ["--data", str(data.root), *arguments])
    return done.exit_code, done.output


def test_the_command_says_what_is_wrong(built: DataFolder, copy: Path) -> None:
    data = DataFolder(copy.parent)
    only = [word for name in QUICK for word in ("--only", name)]
    code, said = run(data, "check", *only)
    assert code == exit_codes.OK
    assert "there is no snapshot to compare with" in said
    change(copy, "DROP INDEX events_by_start_date")
    code, said = run(data, "check", "--json", *only)
    assert code == exit_codes.CHECK_FAILED
    report = json.loads(said)
    assert not report["passed"]
    assert [check["name"] for check in report["checks"] if check["status"] == "failed"] == ["schema"]
    code, said = run(data, "check", *only)
    assert "FAILED  schema" in said


def test_the_command_says_where_there_is_no_archive(tmp_path: Path) -> None:
    code, said = run(DataFolder(tmp_path), "check")
    assert code == exit_codes.NOTHING
    assert "iom-archive build" in said


def test_looking_leaves_the_archive_as_it_was(built: DataFolder, copy: Path) -> None:
    then = copy.read_bytes(), copy.stat().st_mtime_ns
    judge(built, copy, before=built.archive, only=QUICK)
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == then
    assert [path.name for path in copy.parent.iterdir()] == ["archive.db"]
