"""The nightly job in the life of an archive: changes, outages, a block, a redesign, kills, a full disk.

`tests.archive.nightly.Life` looks at everything on the disk after each night. ``IOM_ARCHIVE_TEST_NIGHTS=30`` lives
through thirty nights instead of the eight that matter most.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive import exit_codes
from archive.cli import main_group
from archive.settings import DataFolder
from archive.snapshots.shelf import Shelf
from archive.update import Crawled, update
from scraper.lock import hold
from tests.archive.nightly import LABELLED, Ended, Life
from tests.archive.sheets import Sheet, keep
from tests.standin import Trial, a_trial
from tests.standin.server import ROOT

MANY = int(os.environ.get("IOM_ARCHIVE_TEST_NIGHTS", "8")) >= 30


@pytest.fixture
def life() -> Iterator[Life]:
    # Each page is looked at every night, so that each change of the stand-in is seen in the night after it.
    with a_trial(40, recheck_days=0.9, life_seconds=7200) as trial:
        yield Life(trial)


def quiet(life: Life) -> None:
    """A night in which nothing changes."""
    ended = life.night()
    assert (ended.code, ended.outcome) == (exit_codes.OK, "published")
    assert ended.report["delta"].get("tables", {}) == {}


def changes(life: Life) -> None:
    """New pages, a text that is edited, an address that is moved."""
    number = life.published
    life.publish(f"release-{number}")
    life.publish(f"forum-{number}", kind="event")
    life.edit(life.paths()[4], f"Another paragraph, number {number}.")
    life.edit(life.paths("event")[2], f"A note on the programme, number {number}.")
    life.move(life.paths()[7], f"/news/moved-{number}")
    ended = life.night()
    assert (ended.code, ended.outcome) == (exit_codes.OK, "published")
    assert ended.report["delta"]["tables"]["pages"]["added"] == 2


def deletion(life: Life) -> None:
    """A page that is taken down is gone on the second sight, a day later."""
    before = set(life.gone)
    life.delete(life.paths()[8])
    assert life.night().code == exit_codes.OK
    assert life.gone == before
    assert life.night().code == exit_codes.OK
    assert life.gone == life.deleted


def block(life: Life) -> None:
    """A firewall stands before the site; what was published then comes the night after."""
    life.trial.site.spoil("*", "challenge")
    life.publish(f"behind-the-wall-{life.published}")
    ended = life.night(blind=True)
    assert ended.code == exit_codes.BLOCKED
    assert ("crawl", "host_blocked") in ended.incidents
    is_told(life, ended, "host_blocked")
    life.trial.site.mend()
    assert life.night().code == exit_codes.OK


def outage(life: Life) -> None:
    """The site answers 503 for a night."""
    life.trial.site.spoil("*", "error_503")
    life.edit(life.paths()[3], f"Written during the outage before number {life.published}.")
    ended = life.night(blind=True)
    assert ended.code == exit_codes.UNREACHABLE
    is_told(life, ended, "host_unreachable")
    life.trial.site.mend()
    assert life.night().code == exit_codes.OK


def mass_removal(life: Life) -> None:
    """Half the site answers 404 for one night: an outage, and no reason to call anything gone."""
    before = set(life.gone)
    for path in life.paths()[:12]:
        life.trial.site.spoil(path, "gone_404")
    ended = life.night()
    assert ended.code == exit_codes.DRIFT
    is_told(life, ended, "mass_gone")
    life.trial.site.mend()
    assert life.night().code == exit_codes.OK
    assert life.gone == before


def redesign(life: Life) -> None:
    """The site looks otherwise one day. What can no longer be read is not published; the snapshot before stands."""
    life.trial.site.redesign()
    stands = Shelf(life.trial.data / "snapshots").all()[-1].name
    life.edited |= {address for address in life.trial.site.addresses() if address not in life.new}
    first = life.night(blind=True)
    assert first.code == exit_codes.DRIFT
    is_told(life, first, "unknown_layout")
    stands = first.report["snapshot"]
    second = life.night(blind=True)
    assert (second.code, second.outcome) == (exit_codes.CHECK_FAILED, "refused")
    assert second.report["snapshot"] == stands
    is_told(life, second, "check_failed")
    life.trial.site._design.clear()
    # The archive tells of every text that was seen, also of those of the redesign, though never published.
    assert life.night().outcome == "published"


def killed_in_the_crawl(life: Life) -> None:
    """SIGKILL while pages come in. The next run goes on, and says that there was a kill."""
    site = life.trial.site
    life.publish(f"before-the-kill-{life.published}")
    asked = len(site.log)
    life.killed(lambda: len(site.log) > asked + 15)
    assert "killed" in [code for _, code in after_a_kill(life).incidents]


def killed_in_the_snapshot(life: Life) -> None:
    """SIGKILL while the snapshot is written. The next run publishes it without another crawl."""
    life.edit(life.paths()[2], f"Edited before kill number {life.published}.")
    snapshots = life.trial.data / "snapshots"
    life.killed(lambda: any(snapshots.glob(".*.part/*")), program=LABELLED)  # it takes long enough to be met
    life.trial.site.clear_log()
    ended = after_a_kill(life)
    assert ("crawl", "taken_up") in ended.incidents
    assert life.trial.site.log == [], "the crawl was whole, so nobody is asked again"


def after_a_kill(life: Life) -> Ended:
    found = life.status()["nights"][0]
    assert (found["ended_at"], found["outcome"]) == (None, "cut off, or still at work")
    ended = life.night()
    assert (ended.code, ended.outcome) == (exit_codes.OK, "published")
    is_told(life, ended, "killed")
    return ended


def full_disk(life: Life) -> None:
    """The disk fills up while the archive or the snapshot is written."""
    before = [snapshot.name for snapshot in Shelf(life.trial.data / "snapshots").all()]
    life.blind = True
    ended = life.full_disk(spare_kilobytes=1500)
    if ended is None:
        return  # no small disk can be mounted here; test_a_full_disk says so
    assert ended.code == exit_codes.DISK
    is_told(life, ended, "disk")
    assert [snapshot.name for snapshot in Shelf(life.trial.data / "snapshots").all()] == before
    assert life.night().code == exit_codes.OK


def is_told(life: Life, ended: Ended, code: str) -> None:
    """The incident stands in the report, in its file, and in `status`."""
    assert code in {found for _, found in ended.incidents}
    kept = json.loads(max((life.trial.data / "reports").glob("*.json")).read_text())
    assert kept["incidents"] == ended.report["incidents"]
    night = life.status()["nights"][0]
    assert night["exit_code"] == ended.code
    assert code in {incident["code"] for incident in night["incidents"]}


SHORT: list[Callable[[Life], None]] = [changes, block, killed_in_the_snapshot, redesign]
LONG: list[Callable[[Life], None]] = [
    *(quiet, changes, deletion, outage, killed_in_the_crawl, changes, block, mass_removal, full_disk, changes),
    *(killed_in_the_snapshot, outage, quiet, deletion, changes, redesign, changes, quiet, changes),
]


def test_nights(life: Life) -> None:
    first = life.night(program=LABELLED)
    assert (first.code, first.outcome) == (exit_codes.OK, "published")
    assert first.report["steps"][-1]["figures"]["checks"]["labelled pages"] == "passed"
    for happening in LONG if MANY else SHORT:
        happening(life)
    assert life.gone <= life.deleted
    reports = list((life.trial.data / "reports").glob("*.json"))
    assert len(reports) >= (30 if MANY else 8)
    runs = life.trial.rows("SELECT count(*) AS n FROM runs WHERE command = 'update'")[0]["n"]
    assert runs == len(reports)
    assert life.status()["last_success"] is not None


def test_a_full_disk_publishes_nothing_and_the_next_night_goes_on(life: Life) -> None:
    assert life.night().outcome == "published"
    before = Shelf(life.trial.data / "snapshots").latest()
    ended = life.full_disk(spare_kilobytes=1500)
    if ended is None:
        pytest.skip("a small disk cannot be mounted here")
    assert ended.code == exit_codes.DISK
    is_told(life, ended, "disk")
    assert Shelf(life.trial.data / "snapshots").latest() == before
    assert life.night().outcome == "published"


FILLS_ITS_DISK = """
import sys
from pathlib import Path
from archive.nights import Night, Reports

folder = Path(sys.argv[1])
reports, night = Reports(folder / "reports"), Night("2026-10-01T03:00:00Z", "1")
reports.hold_room()
reports.write(night)
try:
    with (folder / "captures").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(1000))
except OSError:
    night.outcome, night.summary = "failed", "the disk is full " * 500
print(reports.write(night).read_text())
"""


def test_the_report_has_room_on_a_full_disk(tmp_path: Path) -> None:
    small_disk = 'mount -t tmpfs -o size=400k none "$1" || exit 99; exec "$2" -c "$3" "$1"'
    ran = subprocess.run(
        ["unshare", "-rm", "sh", "-c", small_disk, "sh", str(tmp_path), sys.executable, FILLS_ITS_DISK],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    if ran.returncode == 99 or "unshare" in ran.stderr:
        pytest.skip("a small disk cannot be mounted here")
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["outcome"] == "failed"


# one thing at a time


@pytest.fixture
def trial() -> Iterator[Trial]:
    with a_trial(24) as running:
        yield running


def test_a_second_run_is_told_who_is_at_work(trial: Trial) -> None:
    with hold(trial.data / "lock", command="update"):
        ran = subprocess.run(Life(trial).command(), capture_output=True, text=True, cwd=ROOT, check=False)
    assert ran.returncode == exit_codes.LOCKED
    assert "in use: update, process" in ran.stderr
    assert not (trial.data / "reports").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_night_clean(trial: Trial, number: int) -> None:
    life = Life(trial)
    trial.site.delay = 0.1
    running = subprocess.Popen(
        life.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=trial.environment()
    )
    while len(trial.site.log) < 6 and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(number)
    out, errors = running.communicate(timeout=60)
    assert running.returncode == exit_codes.INTERRUPTED, errors
    report = json.loads(out)
    assert report["outcome"] == "interrupted" and report["ended_at"]
    assert [step["name"] for step in report["steps"]] == ["crawl"]


def test_a_signal_ends_a_build_clean_and_the_next_run_goes_on(trial: Trial) -> None:
    life = Life(trial)
    part = trial.data / "archive.db.part"
    running = subprocess.Popen(
        life.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=trial.environment()
    )
    while not part.exists() and running.poll() is None:
        time.sleep(0.002)
    running.send_signal(signal.SIGTERM)
    out, errors = running.communicate(timeout=60)
    assert running.returncode == exit_codes.INTERRUPTED, errors
    assert [step["exit_code"] for step in json.loads(out)["steps"]] == [0, exit_codes.INTERRUPTED]
    assert not part.exists() and not (trial.data / "archive.db").exists()
    trial.site.clear_log()
    trial.site.forward(minutes=10)
    ended = life.night()
    assert (ended.code, trial.site.log) == (exit_codes.OK, []), ended.report["summary"]


def test_a_time_limit_ends_the_night_before_its_snapshot(trial: Trial) -> None:
    trial.site.delay = 0.2
    ended = Life(trial).night("--max-seconds", "2")
    assert ended.code == exit_codes.TIME_LIMIT
    assert ended.outcome == "interrupted"
    assert "more --max-seconds" in ended.report["summary"]


def test_a_crawl_that_is_bounded_leaves_the_other_steps_their_time(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    keep(data, [Sheet("events/one", title="A meeting")], at="2024-10-10T08:00:00")
    given: list[float | None] = []

    def crawl(seconds: float | None) -> Crawled:
        given.append(seconds)
        return Crawled(exit_codes.DISK, {})  # ends the night here

    update(data, crawl, max_seconds=1000)
    update(data, crawl)
    assert given[0] is not None and 800 < given[0] <= 900
    assert given[1] is None


def test_what_nobody_foresaw_is_told_and_stands_in_the_report(tmp_path: Path) -> None:
    def crawl(seconds: float | None) -> Crawled:
        raise RuntimeError("no idea")

    night = update(DataFolder(tmp_path), crawl)
    assert (night.exit_code, night.outcome) == (exit_codes.ERROR, "failed")
    assert "RuntimeError: no idea" in night.summary
    kept = json.loads(next((tmp_path / "reports").glob("*.json")).read_text())
    assert "no idea" in "".join(kept["steps"][0]["figures"]["traceback"])
    with sqlite3.connect(tmp_path / "ledger.db") as ledger:
        assert ledger.execute("SELECT command, exit_code FROM runs").fetchall() == [("update", exit_codes.ERROR)]


def test_a_ledger_of_a_newer_version_is_refused_and_told(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ledger.db") as ledger:
        ledger.execute("PRAGMA user_version = 999")
    night = update(DataFolder(tmp_path), lambda seconds: Crawled(0, {}))
    assert night.exit_code == exit_codes.NEWER_DATA
    assert "newer version" in night.summary


# the monitor


class Monitor:
    """A monitor that notes what it is asked for."""

    def __init__(self) -> None:
        asked = self.asked = []  # type: list[str]

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture
def monitor() -> Iterator[Monitor]:
    running = Monitor()
    yield running
    running.server.shutdown()
    running.server.server_close()


def test_the_monitor_hears_of_good_and_of_bad_nights(trial: Trial, monitor: Monitor) -> None:
    life = Life(trial)
    assert life.night("--ping", f"{monitor.address}/abc").code == exit_codes.OK
    assert monitor.asked == ["/abc"]
    trial.site.spoil("*", "challenge")
    assert life.night("--ping", f"{monitor.address}/abc", blind=True).code == exit_codes.BLOCKED
    assert monitor.asked == ["/abc", "/abc/fail"]
    nobody = life.night("--ping", "http://127.0.0.1:9/x", "--ping-failure", "http://127.0.0.1:9/y", blind=True)
    assert nobody.code == exit_codes.BLOCKED
    assert len(monitor.asked) == 2
    assert ("ping", "ping_failed") in nobody.incidents
    is_told(life, nobody, "ping_failed")


# status


def test_status_is_stale_when_the_last_good_night_is_too_long_ago(trial: Trial) -> None:
    life = Life(trial)

    def status(limit: str) -> tuple[int, str]:
        result = CliRunner().invoke(main_group, ["--data", str(trial.data), "status", "--max-age", limit])
        return result.exit_code, result.output

    trial.site.spoil("*", "challenge")
    assert life.night(blind=True).code == exit_codes.CHECK_FAILED, "nothing was seen, so there is nothing to publish"
    code, said = status("100000")
    assert code == exit_codes.STALE, "captures there are, but there was no good night"
    assert "there was no good night yet" in said and "no good night yet" in said
    trial.site.mend()
    life.trial.site.forward(days=1)
    assert life.night().code == exit_codes.OK
    assert status("100000")[0] == exit_codes.OK
    code, said = status("0.5")
    assert code == exit_codes.STALE
    assert "the last good night was" in said and "host_blocked" in said
