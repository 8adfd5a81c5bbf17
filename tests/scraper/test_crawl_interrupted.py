"""Runs that end otherwise than they meant to: killed, stopped, bounded, locked out, out of disk, out of time."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from datetime import timedelta
from pathlib import Path

import pytest

from scraper import visits
from scraper.store import CaptureStore
from tests.standin import Request, Trial, a_trial
from tests.standin.trial import COMMAND, crawl_here

KILLS = int(os.environ.get("IOM_ARCHIVE_TEST_KILLS", "8"))  # 50 before a release


def ok_texts(trial: Trial) -> dict[str, list[str]]:
    return {page: sorted(set(texts)) for page, texts in trial.texts().items()}


def test_kills_at_random_moments_lose_no_acknowledged_capture() -> None:
    """SIGKILL again and again until the site is through; then everything is as if nobody had disturbed it."""
    dice, pages, hits = random.Random(11), 56 + KILLS * 8, 0
    with a_trial(pages) as undisturbed:
        undisturbed.crawl("--concurrency", "4")
        expected = ok_texts(undisturbed)
    with a_trial(pages) as trial:
        acknowledged: list[dict[str, object]] = []
        for _ in range(KILLS):
            running = trial.start("--concurrency", str(dice.choice([1, 4])))
            asked = len(trial.site.log)
            goal, deadline = asked + dice.randint(0, 14), time.monotonic() + 30
            while len(trial.site.log) < goal and running.poll() is None and time.monotonic() < deadline:
                time.sleep(dice.random() * 0.01)
            hits += running.poll() is None
            running.send_signal(signal.SIGKILL)
            running.communicate()
            if (trial.data / "ledger.db").exists():
                now = trial.rows("SELECT id, address, verdict, body_sha256, warc_file, warc_offset FROM captures")
                assert [row for row in now if row in acknowledged] == acknowledged, "an acknowledged capture was lost"
                acknowledged = now
        assert hits == KILLS, "each kill met a run at work"
        ran = trial.crawl("--concurrency", "4")
        assert ran.code == 0
        assert ok_texts(trial) == expected
        with CaptureStore(trial.data) as store:
            assert all(store.read_body(capture) for capture in store.captures() if capture.verdict == "ok")
        asked = [request.path for request in trial.site.page_requests()]
        repeated = len(asked) - len(set(asked))
        assert repeated <= KILLS * 4, "no more than what was in flight is asked for again"
        unfinished = trial.rows("SELECT count(*) AS n FROM runs WHERE ended_at IS NULL")[0]["n"]
        assert unfinished <= KILLS


def test_a_torn_file_is_repaired_and_said() -> None:
    with a_trial(24) as trial:
        trial.crawl("--max-pages", "5")
        warc = next((trial.data / "captures").glob("*.warc.gz"))
        with warc.open("ab") as file:
            file.write(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03torn")
        ran = trial.crawl("--concurrency", "2")
        assert ran.code == 0 and ran.report["repairs"]
        assert ran.report["new"] == 19


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_clean_after_the_request_in_hand(number: int) -> None:
    with a_trial(60) as trial:

        def stop(_: Request) -> None:
            if len(trial.site.log) == 8:
                running.send_signal(number)

        trial.site.on_request = stop
        running = trial.start(delay=0.1)
        out, error = running.communicate(timeout=60)
        assert running.returncode == 17, error
        assert '"signal"' in out
        assert trial.rows("SELECT exit_code FROM runs")[0]["exit_code"] == 17
        kept = trial.rows("SELECT count(*) AS n FROM captures")[0]["n"]
        assert kept == len(trial.site.log) == 8, "every answered request is kept"
        assert trial.site.page_requests() == []
        assert trial.crawl("--concurrency", "4").report["pages"] == 60


def test_bounds_end_the_run_with_success() -> None:
    with a_trial(60) as trial:
        assert trial.crawl("--max-pages", "4").report["pages"] == 4
        ran = trial.crawl("--max-bytes", "20000")
        assert (ran.code, ran.report["outcome"]) == (0, "max_bytes")
        assert 20_000 <= ran.report["bytes"] < 40_000
        started = time.monotonic()
        ran = trial.crawl("--max-seconds", "0.5", delay=5.0)
        assert (ran.code, ran.report["outcome"]) == (0, "max_seconds")
        assert time.monotonic() - started < 5 + 20, "a pause of the gate is not waited for"


def test_the_second_run_exits_at_once_and_says_who_holds_the_lock() -> None:
    with a_trial(24) as trial:
        first = trial.start(delay=0.5)
        while not trial.site.log and first.poll() is None:
            time.sleep(0.01)
        second = trial.crawl()
        assert second.code == 75
        assert f"process {first.pid} on" in second.stderr and "crawl" in second.stderr
        first.kill()
        first.communicate()
        assert trial.crawl("--concurrency", "4").code == 0, "a killed holder leaves no lock behind"


def test_a_run_stops_while_there_is_still_disk(tmp_path: Path) -> None:
    with a_trial(24, minimum_free_bytes=1 << 60) as trial:
        ran = trial.crawl()
        assert ran.code == 14
        assert trial.site.log == []
        assert "disk" in ran.problem_codes
        assert trial.rows("SELECT exit_code FROM runs") == [{"exit_code": 14}]


def test_a_disk_that_fills_up_ends_the_run_and_keeps_what_was_stored() -> None:
    with a_trial(120) as trial:
        full = trial.root / "small"
        full.mkdir()
        script = f'mount -t tmpfs -o size=2500k none {full} && shift 0 && exec "$@"'
        probe = subprocess.run(
            ["unshare", "-rm", "sh", "-c", f"mount -t tmpfs none {full}"], capture_output=True, check=False
        )
        if probe.returncode:
            pytest.skip("a small disk cannot be mounted here")
        again = "import sys, subprocess; r = subprocess.run(sys.argv[1:]); "
        check = (
            f"import sqlite3, os; d = os.path.join({str(full)!r}, 'ledger.db'); c = sqlite3.connect(d); "
            "print('KEPT', c.execute(\"SELECT count(*) FROM captures WHERE verdict = 'ok'\").fetchone()[0], "
            "c.execute('PRAGMA integrity_check').fetchone()[0], 'CODE', r.returncode)"
        )
        arguments = trial.arguments()
        arguments[arguments.index("--data") + 1] = str(full)
        ran = subprocess.run(
            ["unshare", "-rm", "sh", "-c", script, "sh", COMMAND[0], "-c", again + check, *arguments],
            capture_output=True,
            text=True,
            env=trial.environment(),
            cwd=Path(__file__).parents[2],
            check=False,
        )
        assert "Traceback" not in ran.stderr, ran.stderr
        said = ran.stdout.split("KEPT")[1].split()
        assert int(said[0]) > 10 and said[1] == "ok"
        assert said[-1] == "14", ran.stdout + ran.stderr


def test_a_reader_with_an_old_snapshot_does_not_stop_a_run() -> None:
    with a_trial(60) as trial:
        trial.crawl("--max-pages", "5")
        reader = sqlite3.connect(trial.data / "ledger.db")
        reader.execute("BEGIN")
        before = reader.execute("SELECT count(*) FROM captures").fetchone()
        ran = trial.crawl("--concurrency", "4")
        assert ran.code == 0 and ran.report["new"] == 55
        assert reader.execute("SELECT count(*) FROM captures").fetchone() == before
        reader.close()
        trial.crawl()
        log = trial.data / "ledger.db-wal"
        assert not log.exists() or log.stat().st_size < 5_000_000


def test_a_clock_that_was_set_back_loses_nothing_and_waits_no_longer() -> None:
    with a_trial(36) as trial:
        trial.crawl("--max-pages", "6", delay=0.02)
        trial.site.now -= timedelta(hours=1)
        started = time.monotonic()
        ran = trial.crawl("--max-pages", "6", delay=0.02)
        assert ran.report["new"] == 6
        assert time.monotonic() - started < 60
        assert trial.crawl("--concurrency", "4").report["new"] == 24


def test_a_damaged_capture_is_fetched_anew_instead_of_being_confirmed() -> None:
    with a_trial(24) as trial:
        trial.crawl("--concurrency", "4")
        path = next(path for _, path in trial.site.pages if path.startswith("/news/"))
        row = trial.last(path)
        warc = trial.data / "captures" / row["warc_file"]
        data = bytearray(warc.read_bytes())
        data[row["warc_offset"] + row["warc_length"] // 2] ^= 0xFF
        warc.write_bytes(data)
        trial.site.clear_log()
        trial.site.forward(days=2)
        ran = trial.crawl("--recheck", "--concurrency", "4")
        asked = [request for request in trial.site.log if request.path == path]
        assert [request.is_conditional for request in asked] == [False]
        assert trial.last(path)["verdict"] == "ok"
        assert "damaged_capture" in ran.problem_codes
        assert ran.report["changed"] == 0


def test_an_answer_of_304_that_nobody_asked_for_is_not_believed() -> None:
    with a_trial(24) as trial:
        path = next(path for _, path in trial.site.pages if path.startswith("/news/"))
        trial.site.spoil(path, "unasked_304")
        ran = trial.crawl("--concurrency", "4")
        assert [row["verdict"] for row in trial.captures(path)] == ["bad_304", "ok"]
        assert ran.verdicts["bad_304"] == 1


def test_a_ledger_made_anew_from_the_warc_files_is_crawled_on() -> None:
    with a_trial(36) as trial:
        trial.crawl("--concurrency", "4")
        texts = ok_texts(trial)
        for name in ("ledger.db", "ledger.db-wal", "ledger.db-shm"):
            (trial.data / name).unlink(missing_ok=True)
        trial.site.forward(days=1)
        ran = trial.crawl("--concurrency", "4")
        assert ran.code == 0 and ran.report["repairs"]
        assert ok_texts(trial) == texts
        assert ran.report["changed"] == 0


def test_a_folder_of_a_newer_version_is_left_alone() -> None:
    with a_trial(24) as trial:
        trial.crawl("--max-pages", "1")
        connection = sqlite3.connect(trial.data / "ledger.db")
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        before = shutil.disk_usage(trial.data), (trial.data / "ledger.db").read_bytes()
        ran = trial.crawl()
        assert ran.code == 16 and "newer version" in ran.stderr
        assert (trial.data / "ledger.db").read_bytes() == before[1]


def test_an_answer_that_this_program_stumbles_over_does_not_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with a_trial(24) as trial:
        path = next(path for _, path in trial.site.pages if path.startswith("/news/"))
        read = visits.read_page

        def stumbling(body: bytes, content_type: str | None) -> object:
            if f'href="https://www.iom.int{path}"'.encode() in body:
                raise ZeroDivisionError("a defect")
            return read(body, content_type)

        monkeypatch.setattr(visits, "read_page", stumbling)
        report = crawl_here(trial)
        assert report.new == 23 and str(report.outcome) == "defect"
        assert [problem.code for problem in report.problems] == ["defect"]
        assert "ZeroDivisionError: a defect" in report.problems[0].message
        assert trial.known(path)["tries"] == 1


def test_a_page_that_came_before_its_site_could_be_probed_is_kept_when_the_run_is_stopped() -> None:
    with a_trial(24) as trial:

        def stop(_: Request) -> None:
            if trial.site.page_requests():
                running.terminate()

        trial.site.on_request = stop
        running = trial.start(delay=0.1)
        running.communicate(timeout=60)
        kept = trial.rows("SELECT count(*) AS n FROM captures")[0]["n"]
        assert kept == len(trial.site.log)
        last = trial.rows("SELECT verdict, note FROM captures ORDER BY id DESC LIMIT 1")[0]
        assert last["verdict"] == "suspect" and "could not be judged" in last["note"]
        assert trial.crawl("--concurrency", "2").report["new"] == 24
