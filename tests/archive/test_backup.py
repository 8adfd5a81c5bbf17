"""Backup and restore, and everything made anew from the WARC files alone."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive import exit_codes
from archive.backup import Backup, back_up, restore
from archive.build import build
from archive.cli import main_group
from archive.errors import ArchiveError
from archive.schema import TABLES
from archive.settings import DataFolder
from scraper.store import CaptureStore
from scraper.verifying import verify
from tests.archive.conftest import SHEETS
from tests.archive.sheets import Sheet, build_sheets, keep

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample" / "sample.warc.gz"
PAGES = ROOT / "data" / "sample" / "pages"
NIGHT = datetime(2026, 11, 21, 3, tzinfo=UTC)
CORRECTION = """[[correction]]
page = "https://www.iom.int/events/undated"
field = "start_date"
value = "2024-01-05"
why = "The poster says so."
by = "A. Reviewer"
on = 2026-11-21
"""


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """A data folder with captures and a correction."""
    made = DataFolder(tmp_path / "data")
    keep(made, SHEETS, at="2024-10-10T08:00:00")
    made.corrections.mkdir()
    (made.corrections / "dates.toml").write_text(CORRECTION)
    return made


def run(data: DataFolder, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main_group, ["--data", str(data.root), *arguments])
    return done.exit_code, done.output


def tables(data: DataFolder) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the built archive but what tells of the build itself."""
    with closing(sqlite3.connect(data.archive)) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY {table.key}").fetchall()
            for name, table in TABLES.items()
            if name != "archive_info"
        }


def is_sound(data: DataFolder) -> bool:
    with CaptureStore(data.root) as store:
        return not list(verify(store))


# backup and restore


def test_what_is_restored_is_what_was_backed_up(data: DataFolder, tmp_path: Path) -> None:
    build_sheets(data)
    code, said = run(data, "backup", str(tmp_path / "backups"))
    assert code == exit_codes.OK
    assert "6 captures in 3 files" in said
    other = DataFolder(tmp_path / "other")
    code, said = run(other, "restore", str(tmp_path / "backups"))
    assert code == exit_codes.OK, said
    assert is_sound(other)
    build_sheets(other)
    assert tables(other) == tables(data)
    assert tables(other)["corrections"]
    assert sorted(path.name for path in other.root.iterdir() if path.is_dir()) == ["cache", "captures", "corrections"]
    keep(other, [Sheet("news/later", kind="press_release")])  # work goes on there
    assert is_sound(other)


def test_a_later_backup_shares_what_the_one_before_holds(data: DataFolder, tmp_path: Path) -> None:
    first = back_up(data, tmp_path / "backups", now=NIGHT)
    second = back_up(data, tmp_path / "backups", now=NIGHT + timedelta(days=1))
    assert (first.linked_bytes, second.linked_bytes > 0) == (0, True)
    (warc,) = (first.path / "captures").iterdir()
    assert (second.path / "captures" / warc.name).samefile(warc)
    shutil.rmtree(first.path)  # each is whole by itself
    other = DataFolder(tmp_path / "other")
    assert restore(other, tmp_path / "backups").backup == second.path
    assert is_sound(other)


def test_a_backup_beside_a_running_import_holds_what_is_acknowledged(data: DataFolder, tmp_path: Path) -> None:
    with CaptureStore(data.root, write=True) as store:  # the lock is held, the log is not folded in
        store.start_run("import")
        (warc,) = data.captures.iterdir()
        with warc.open("ab") as stream:
            stream.write(b"\x1f\x8b half a record")
        made = back_up(data, tmp_path / "backups")
        os.truncate(warc, warc.stat().st_size - 15)
    other = DataFolder(tmp_path / "other")
    assert restore(other, made.path).captures == 6
    assert is_sound(other)


def test_nothing_is_overwritten(data: DataFolder, tmp_path: Path) -> None:
    made = back_up(data, tmp_path / "backups")
    ledger = data.ledger.read_bytes()
    with pytest.raises(ArchiveError, match=r"ledger\.db is there already"):
        restore(data, made.path)
    assert data.ledger.read_bytes() == ledger
    for path, content in (("corrections/dates.toml", "# another"), ("captures/a.warc.gz", "")):
        other = DataFolder(tmp_path / path.partition("/")[0])
        (other.root / path).parent.mkdir(parents=True)
        (other.root / path).write_text(content)
        with pytest.raises(ArchiveError, match="nothing is overwritten"):
            restore(other, made.path)
        assert (other.root / path).read_text() == content
        assert not other.ledger.exists()
    # The same corrections, as a checkout has them, are in nobody's way.
    other = DataFolder(tmp_path / "checkout")
    shutil.copytree(data.corrections, other.corrections)
    restore(other, made.path)
    assert is_sound(other)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def lose(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


@pytest.mark.parametrize("harm", [flip, lose, cut])
@pytest.mark.parametrize("pattern", ["captures/*", "ledger.db", "corrections/*"])
def test_a_damaged_backup_is_refused_whole(
    data: DataFolder, tmp_path: Path, pattern: str, harm: Callable[[Path], None]
) -> None:
    made = back_up(data, tmp_path / "backups")
    (file,) = made.path.glob(pattern)
    harm(file)
    other = DataFolder(tmp_path / "other")
    with pytest.raises(ArchiveError, match="is damaged, so nothing was restored") as error:
        restore(other, made.path)
    assert error.value.exit_code == exit_codes.DAMAGED
    assert [path.name for path in other.root.iterdir()] == ["lock"]


def test_a_manifest_that_points_outside_is_refused(data: DataFolder, tmp_path: Path) -> None:
    made = back_up(data, tmp_path / "backups")
    manifest = json.loads((made.path / "manifest.json").read_text())
    manifest["files"][0]["path"] = "../../etc/passwd"
    (made.path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(ArchiveError, match="names a file outside of it"):
        restore(DataFolder(tmp_path / "other"), made.path)


def test_what_cannot_be_backed_up_is_named(data: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="nothing to back up") as nothing:
        back_up(DataFolder(tmp_path / "none"), tmp_path / "backups")
    assert nothing.value.exit_code == exit_codes.NOTHING
    (warc,) = data.captures.iterdir()
    cut(warc)
    with pytest.raises(ArchiveError, match="1 bytes shorter than the ledger says") as short:
        back_up(data, tmp_path / "backups")
    assert short.value.exit_code == exit_codes.DAMAGED
    warc.unlink()
    with pytest.raises(ArchiveError, match="is missing, and the ledger speaks of it"):
        back_up(data, tmp_path / "backups")
    assert not list((tmp_path / "backups").iterdir())  # no half backup
    assert run(DataFolder(tmp_path / "x"), "restore", str(tmp_path / "backups"))[0] == exit_codes.NOTHING


CRASH = """
import os, signal, sys
from pathlib import Path
from archive import backup
from archive.settings import DataFolder

def die(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)

real = Path.rename
def die_at_the_ledger(self, target):
    return die() if self.name == "ledger.db" else real(self, target)

backup.sync_tree = die if sys.argv[3] != "moving" else backup.sync_tree
Path.rename = die_at_the_ledger if sys.argv[3] == "moving" else real
data, folder = DataFolder(Path(sys.argv[1])), Path(sys.argv[2])
backup.back_up(data, folder) if sys.argv[3] == "backup" else backup.restore(data, folder)
"""


def killed(data: DataFolder, folder: Path, when: str) -> None:
    command = [sys.executable, "-c", CRASH, str(data.root), str(folder), when]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.parametrize("inside", ["", "captures", "backups/nightly"])
def test_a_backup_is_not_put_into_what_it_is_of(data: DataFolder, inside: str) -> None:
    before = sorted(data.root.rglob("*"))
    code, said = run(data, "backup", str(data.root / inside))
    assert code == exit_codes.USAGE
    assert "would lie in the folder that it is made of" in said and "name a folder elsewhere" in said
    assert sorted(data.root.rglob("*")) == before


def test_a_target_that_cannot_be_written_to_is_named(data: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, said = run(data, "backup", str(tmp_path / "file" / "backups"))
    assert code == exit_codes.USAGE
    assert f"no backup can be made in {tmp_path / 'file' / 'backups'}: Not a directory" in said
    assert "Errno" not in said


def test_the_first_backup_shares_with_none(data: DataFolder, tmp_path: Path) -> None:
    _, first = run(data, "backup", str(tmp_path / "backups"))
    assert "shared" not in first
    time.sleep(1.1)  # backups are named after the second
    _, second = run(data, "backup", str(tmp_path / "backups"))
    assert "the rest is shared with the backup before" in second


def test_a_killed_backup_is_none(data: DataFolder, tmp_path: Path) -> None:
    target = tmp_path / "backups"
    killed(data, target, "backup")
    code, _ = run(DataFolder(tmp_path / "other"), "restore", str(target))
    assert code == exit_codes.NOTHING
    made: Backup = back_up(data, target)
    assert list(target.iterdir()) == [made.path]


@pytest.mark.parametrize("when", ["staging", "moving"])
def test_a_killed_restore_is_finished_by_the_next(data: DataFolder, tmp_path: Path, when: str) -> None:
    made = back_up(data, tmp_path / "backups")
    other = DataFolder(tmp_path / "other")
    killed(other, made.path, when)
    assert not other.ledger.exists()  # so nobody takes it for whole
    restore(other, made.path)
    assert is_sound(other)
    assert sorted(path.name for path in other.root.iterdir()) == ["captures", "corrections", "ledger.db", "lock"]


# from the WARC files alone


def test_ledger_and_archive_are_made_anew_from_the_captures_folder(tmp_path: Path) -> None:
    """Row for row the same, but for the runs, which no WARC file tells of."""
    data = DataFolder(tmp_path)
    assert run(data, "import", str(SAMPLE))[0] == exit_codes.OK
    build(data, workers=1)
    was = tables(data)
    for name in ("ledger.db", "archive.db", "cache"):
        path = data.root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    code, said = run(data, "import", str(SAMPLE))  # nothing is taken in twice
    assert code == exit_codes.OK
    assert "recorded 32 captures that were stored" in said
    build(data, workers=1)
    now = tables(data)
    run_id = [column.name for column in TABLES["captures"].columns].index("run_id")
    assert {row[run_id] for row in now["captures"]} == {None}
    was["captures"] = [(*row[:run_id], None, *row[run_id + 1 :]) for row in was["captures"]]
    assert {name for name in was if was[name] != now[name]} <= {"runs", "described_tables"}


def test_importing_the_warc_files_elsewhere_gives_the_same_facts(tmp_path: Path) -> None:
    """As an archive of others would: every fact the same, to the id. What tells of the import itself is its own."""
    first, anew = DataFolder(tmp_path / "first"), DataFolder(tmp_path / "anew")
    assert run(first, "import", *map(str, sorted(PAGES.glob("idm-2024-*.html"))))[0] == exit_codes.OK
    assert run(anew, "import", *map(str, sorted(first.captures.iterdir())))[0] == exit_codes.OK
    for data in (first, anew):
        build(data, workers=1)
    was, now = tables(first), tables(anew)
    assert len(was["sessions"]) > 10
    assert {name for name in was if was[name] != now[name]} <= {"captures", "runs", "page_addresses"}
    own = {"via", "run_id", "warc_file", "warc_offset", "content_type"}
    kept = [number for number, column in enumerate(TABLES["captures"].columns) if column.name not in own]
    as_said = [[tuple(row[number] for number in kept) for row in rows["captures"]] for rows in (was, now)]
    assert as_said[0] == as_said[1]
