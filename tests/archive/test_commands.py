"""The commands as users run them: what they print, write, and leave behind as exit code."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from archive import exit_codes
from archive.cli import main_group
from archive.commands.status import _table
from archive.settings import DataFolder
from tests.archive.sheets import Sheet, keep

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-c", "from archive.cli import main; main()"]


def run(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, "--data", str(data), *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )


def invoke(data: Path, *arguments: str) -> tuple[int, str, str]:
    """The same inside this process, for what needs no process of its own."""
    result = CliRunner().invoke(main_group, ["--data", str(data), *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_status_before_and_after(built: DataFolder, tmp_path: Path) -> None:
    code, _, errors = invoke(tmp_path, "status")
    assert code == exit_codes.NOTHING
    assert "no captures yet" in errors
    assert f"iom-archive --data {tmp_path} import" in errors

    code, out, _ = invoke(built.root, "status")
    assert code == exit_codes.OK
    for line in (
        r"Captures in .*: 8 of 7 pages",
        r"8 ok",
        r"last good capture 2024-10-12T09:00:00Z, \d+ days ago",
        r"last run: import of .*, 1 captures, ended with exit code 0",
        r"2 events with 2 sessions, 3 press releases",
        r"6 people in 7 appearances",
        r"2024 +1 +3 +0",
        r"en +2 +1 +1",
        r"1  unreadable",
        r"events/broken: the parser failed: RuntimeError: no idea",
    ):
        assert re.search(line, out), line


def test_status_counts_pages_without_a_year_by_themselves(built: DataFolder) -> None:
    """They are not earlier than the others: nobody knows."""
    years = {"unknown": {"event": 5, "other": 7}, **{str(year): {"event": 1} for year in range(2008, 2022)}}
    lines = _table("year", years, 10)
    assert [line.split() for line in lines[2:4]] == [["earlier", "4", "0", "0"], ["2012", "1", "0", "0"]]
    assert [line.split() for line in lines[-2:]] == [["2021", "1", "0", "0"], ["unknown", "5", "0", "7"]]
    _, out, _ = invoke(built.root, "status")
    assert [line.split() for line in re.findall(" (?:2024|unknown) .*", out)] == [
        ["2024", "1", "3", "0"],
        ["unknown", "1", "0", "1"],
    ]


def test_status_for_machines_and_its_age_limit(built: DataFolder) -> None:
    code, out, _ = invoke(built.root, "status", "--json", "--max-age", "1")
    assert code == exit_codes.STALE
    found = json.loads(out)
    assert found["stale"] is True
    assert found["counts"]["events"] == 2
    assert found["problems"]["unreadable"] == 1
    assert found["captures_not_built"] == 0
    assert invoke(built.root, "status", "--max-age", "100000")[0] == exit_codes.OK


def test_a_capture_of_a_day_to_come_is_no_freshness(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    keep(data, [Sheet("events/a")], at="2024-10-10T08:00:00")
    keep(data, [Sheet("events/b")], at="2099-01-01T00:00:00")
    code, out, _ = invoke(tmp_path, "status", "--json", "--max-age", "1")
    found = json.loads(out)
    assert code == exit_codes.STALE
    assert found["last_good_capture"] == found["last_capture"] == "2024-10-10T08:00:00Z"
    assert found["age_days"] > 1


def test_status_of_a_downloaded_archive(built: DataFolder, tmp_path: Path) -> None:
    shutil.copy(built.archive, tmp_path / "archive.db")
    code, out, _ = invoke(tmp_path, "status", "--json")
    assert code == exit_codes.OK
    assert json.loads(out)["last_good_capture"] == "2024-10-12T09:00:00Z"


def test_build_without_captures(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == exit_codes.NOTHING
    assert f"iom-archive --data {tmp_path} import" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
    none = tmp_path / "there is none"
    code, _, errors = invoke(none, "build")
    assert code == exit_codes.NOTHING
    assert f"iom-archive --data '{none}' import data/sample/sample.warc.gz" in errors
    assert not none.exists()


def test_build_says_what_was_parsed_before_if_anything_was(built: DataFolder, tmp_path: Path) -> None:
    data = tmp_path / "data"
    invoke(data, "import", str(ROOT / "data" / "sample" / "sample.warc.gz"))
    _, first, _ = invoke(data, "build")
    bodies = re.search(r"^Parsed (\d+) bodies\.$", first, re.MULTILINE)
    assert bodies, first
    (data / "archive.db").unlink()
    assert f"Parsed 0 bodies; {bodies[1]} were parsed before." in invoke(data, "build")[1]
    assert f"Parsed {bodies[1]} bodies.\n" in invoke(data, "build", "--anew")[1]


def test_corrections_of_a_wrong_form_stop_the_build_with_their_place(built: DataFolder, tmp_path: Path) -> None:
    shutil.copytree(built.root, tmp_path / "data")
    (tmp_path / "data" / "corrections").mkdir()
    (tmp_path / "data" / "corrections" / "mine.toml").write_text("[[correction]]\nfield = 'title'\n")
    code, _, errors = invoke(tmp_path / "data", "build")
    assert code == exit_codes.USAGE
    assert "mine.toml: [[correction]] number 1 lacks" in errors


@pytest.fixture
def served(built: DataFolder) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*PROGRAM, "--data", str(built.root), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    yield process
    process.kill()
    process.communicate()


def test_serve_prints_its_address_answers_and_stops(served: subprocess.Popen[str]) -> None:
    assert served.stdout is not None
    line = served.stdout.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/(?= )", line)
    assert address, line
    response = httpx.get(f"{address[0]}archive/events.json?_shape=array", trust_env=False)
    assert response.status_code == 200
    assert len(response.json()) == 2
    served.send_signal(signal.SIGINT)
    _, errors = served.communicate()
    assert served.returncode == exit_codes.OK
    assert "Traceback" not in errors


def test_serve_says_what_is_wrong(tmp_path: Path, built: DataFolder) -> None:
    code, _, errors = invoke(tmp_path, "serve")
    assert code == exit_codes.NOTHING
    assert "iom-archive build" in errors
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, errors = invoke(built.root, "serve", "--port", str(taken.getsockname()[1]))
    assert code == exit_codes.USAGE
    assert "in use" in errors
    assert "--port" in errors
