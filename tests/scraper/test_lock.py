"""One writer for each data folder."""

import json
import os
import signal
import subprocess
import sys

import pytest

from scraper import lock
from scraper.lock import LockedError

HOLDER = """
import sys, time
from pathlib import Path
from scraper import lock
with lock.hold(Path(sys.argv[1]), command="crawl"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path / "lock"], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()


def test_the_second_process_is_told_at_once_who_holds_it(tmp_path, holder):
    with pytest.raises(LockedError, match=rf"crawl, process {holder.pid} on \S+, since 20\d\d-"):
        lock.acquire(tmp_path / "lock")


def test_a_killed_holder_leaves_it_free(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with lock.hold(tmp_path / "lock", command="import"):
        assert json.loads((tmp_path / "lock").read_text())["command"] == "import"
    assert (tmp_path / "lock").read_text() == ""


def test_one_process_may_hold_it_more_than_once(tmp_path):
    path = tmp_path / "new" / "lock"
    with lock.hold(path, command="update"), lock.hold(path):
        assert json.loads(path.read_text())["pid"] == os.getpid()
    lock.acquire(path)
    lock.acquire(path)
    lock.release(path)
    other = subprocess.run([sys.executable, "-c", HOLDER, path], capture_output=True, text=True, check=False)
    assert "LockedError" in other.stderr
    lock.release(path)


def test_a_lock_that_says_nothing_still_locks(tmp_path, holder):
    (tmp_path / "lock").write_text("garbage")
    with pytest.raises(LockedError, match="in use"):
        lock.acquire(tmp_path / "lock")
