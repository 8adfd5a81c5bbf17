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
    assert "iom-archive import" in errors

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
    assert "iom-archive import" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) in ([], [tmp_path / "cache"])


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
