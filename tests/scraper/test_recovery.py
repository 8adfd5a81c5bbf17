"""Killed processes, torn files, lost ledgers: what was acknowledged stays, what was not is mended and told."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from scraper.store import CaptureStore
from scraper.verifying import verify
from scraper.warc_records import gzip_member
from tests.scraper.makers import attempt, exchange, page, rows, warc_files

A = "https://www.iom.int/news/council-opens"

# Stores captures for ever, and says of each, once it is stored: id, hash of its body.
WRITER = """
import random, sys
from pathlib import Path
from scraper.store import CaptureStore
from tests.scraper.makers import attempt, exchange, page
mode, root, seed = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
rng = random.Random(seed)
def attempts():
    number = 0
    while True:
        number += 1
        address = f"https://www.iom.int/news/{seed}-{number}"
        body = page(f"Title {seed} {number % 50}", text=" ".join(str(rng.random()) for _ in range(rng.randrange(2000))))
        hop = exchange(address + "-old", b"", 301)
        yield attempt(address, exchanges=(hop, exchange(address, body)), at=number)
with CaptureStore(root, write=True) as store:
    many = (added.capture for added in store.add_many(attempts())) if mode == "many" else map(store.add, attempts())
    for capture in many:
        sys.stdout.write(f"{capture.id} {capture.body_sha256}\\n")
        sys.stdout.flush()
"""

# Dies by SIGKILL inside a function of the appender, after `writes` calls.
KILLED_IN = """
import os, signal, sys
from pathlib import Path
from scraper import warc_files
from scraper.store import CaptureStore
from tests.scraper.makers import attempt, page
root, where = Path(sys.argv[1]), sys.argv[2]
with CaptureStore(root, write=True) as store:
    store.add(attempt("https://www.iom.int/news/first", page("First")))
    original = warc_files.WarcAppender.append
    def half(self, data):
        original(self, data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
    def die(self):
        os.kill(os.getpid(), signal.SIGKILL)
    if where == "append":
        warc_files.WarcAppender.append = half
    else:
        warc_files.WarcAppender.sync = die
    store.add(attempt("https://www.iom.int/news/second", page("Second")))
"""


def run_and_kill(root, mode, seed, seconds):
    """What the writer acknowledged before it was killed."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, mode, root, str(seed)], stdout=subprocess.PIPE, text=True)
    first = process.stdout.readline()
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    lines = [first, *process.stdout.read().splitlines(keepends=True)]
    process.wait()
    return [line.split() for line in lines if line.endswith("\n")]


@pytest.mark.parametrize("mode", ["one", "many"])
def test_sigkill_at_any_moment_loses_nothing_acknowledged(tmp_path, mode):
    rng = random.Random(mode)
    acknowledged = {}
    for seed in range(4):
        acknowledged |= dict(run_and_kill(tmp_path, mode, seed, rng.random() * 0.3))
    with CaptureStore(tmp_path, write=True) as store:
        captures = {str(capture.id): capture for capture in store.captures()}
        assert len(acknowledged) > 4
        for capture_id, body_sha256 in acknowledged.items():
            assert captures[capture_id].body_sha256 == body_sha256
        assert list(verify(store)) == []
    with CaptureStore(tmp_path, write=True) as store:
        assert store.repairs == ()  # mended once and for all


def test_killed_inside_a_write(tmp_path):
    done = subprocess.run([sys.executable, "-c", KILLED_IN, tmp_path, "append"], check=False)
    assert done.returncode == -signal.SIGKILL
    with CaptureStore(tmp_path, write=True) as store:
        [told] = store.repairs
        assert "cut off" in told
        assert [store.read_body(capture) for capture in store.captures()] == [page("First")]
        assert store.read_body(store.add(attempt(A))) == page()
        assert list(verify(store)) == []


def test_killed_between_bytes_and_row(tmp_path):
    done = subprocess.run([sys.executable, "-c", KILLED_IN, tmp_path, "sync"], check=False)
    assert done.returncode == -signal.SIGKILL
    with CaptureStore(tmp_path, write=True) as store:
        [told] = store.repairs
        assert "recorded 1 capture that" in told
        _, second = store.captures()
        assert (second.address, store.read_body(second)) == ("https://www.iom.int/news/second", page("Second"))
        assert store.page(second.page_id).address == second.address
        assert list(verify(store)) == []


def filled(root):
    """A store with captures of every kind that has a record; its rows."""
    with CaptureStore(root, write=True) as store:
        first = store.add(attempt(A, page(address=A, node=7)))
        store.add(attempt(A, page(address=A, node=7), at=1))
        store.add(attempt(A, at=2, verdict="not_modified", exchanges=(exchange(A, status=304),), refers_to=first.id))
        store.add(attempt("https://www.iom.int/node/7", page("New", address=A, node=7), at=3))
        store.add(attempt(A, at=4, verdict="gone", exchanges=(exchange(A, b"<html>gone", 404),)))
        store.add(attempt(A, exchanges=(), via="text", resource=b"URL: x\n\nText", content_type="text/plain", at=5))
        store.add(
            attempt(
                "https://x.example/a",
                exchanges=(exchange("https://x.example/b", b"", 301), exchange(A, page("Z"))),
                at=6,
            )
        )
    return content(root)


def content(root):
    return (
        rows(root, "SELECT * FROM captures ORDER BY id"),
        rows(
            root,
            "SELECT id, number, address, node_id, language, first_seen, last_seen, merged_into FROM pages ORDER BY id",
        ),
        rows(root, "SELECT address, page_id, first_seen FROM addresses ORDER BY address"),
        rows(root, "SELECT name, length, info_id, started_at FROM warc_files ORDER BY name"),
    )


def drop_ledger(root):
    for path in root.glob("ledger.db*"):
        path.unlink()


def test_a_lost_ledger_is_made_anew_from_the_files(tmp_path):
    before = filled(tmp_path)
    drop_ledger(tmp_path)
    with CaptureStore(tmp_path, write=True) as store:
        assert any("recorded 7 captures" in told for told in store.repairs)
        assert list(verify(store)) == []
    assert content(tmp_path) == before


def test_damage_inside_a_file_costs_one_record_and_is_told_when_the_ledger_is_lost(tmp_path):
    captures = filled(tmp_path)[0]
    path = warc_files(tmp_path)[0]
    data = bytearray(path.read_bytes())
    offset, length = captures[3][17:19]
    data[offset + length // 2] ^= 0xFF
    path.write_bytes(data)
    drop_ledger(tmp_path)
    with CaptureStore(tmp_path, write=True) as store:
        assert any(f"damaged at byte {offset:,}" in told for told in store.repairs)
        kept = list(store.captures())
        assert [capture.record_id for capture in kept] == [row[19] for row in captures if row[0] != 4]
        assert path.read_bytes() == data  # nothing is cut off a file that goes on after the damage
        again = store.add(attempt(A, page("After"), at=99))
        assert again.warc_file != path.name  # a damaged file gets no more records
    with CaptureStore(tmp_path, write=True) as store:
        assert store.repairs == ()


@pytest.mark.parametrize("cut", [1, 9, 200])
def test_a_torn_tail_of_a_lost_ledger_is_cut_off(tmp_path, cut):
    filled(tmp_path)
    path = warc_files(tmp_path)[0]
    whole = path.stat().st_size
    with path.open("ab") as stream:
        stream.write(gzip_member(b"WARC/1.1\r\n" + os.urandom(400))[:-cut])
    drop_ledger(tmp_path)
    with CaptureStore(tmp_path, write=True) as store:
        assert any("cut off" in told for told in store.repairs)
        assert store.count_captures() == 7
    assert path.stat().st_size == whole


@pytest.mark.parametrize("tail", [b"\x00" * 5_000, b"\x1f", b"half a sector of something else"])
def test_what_a_power_cut_leaves_behind_the_last_record(tmp_path, tail):
    before = filled(tmp_path)
    path = warc_files(tmp_path)[0]
    size = path.stat().st_size
    with path.open("ab") as stream:
        stream.write(tail)
    with CaptureStore(tmp_path, write=True) as store:
        assert [f"cut off {len(tail):,} bytes" in told for told in store.repairs] == [True]
    assert path.stat().st_size == size
    assert content(tmp_path) == before


def test_a_file_whose_very_first_record_was_torn(tmp_path):
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "iom-20260301120000-00001.warc.gz").write_bytes(b"\x1f\x8b\x08\x00\x00")
    with CaptureStore(tmp_path, write=True) as store:
        assert len(store.repairs) == 1
        assert store.read_body(store.add(attempt(A))) == page()
    assert len(warc_files(tmp_path)) == 1


def test_a_file_that_lost_its_end_is_told_once_and_left_alone(tmp_path):
    filled(tmp_path)
    path = warc_files(tmp_path)[0]
    cut = path.read_bytes()[:-100]
    path.write_bytes(cut)
    with CaptureStore(tmp_path, write=True) as store:
        assert ["100 bytes shorter" in told for told in store.repairs] == [True]
        assert store.add(attempt(A, page("After"), at=99)).warc_file != path.name
    assert path.read_bytes() == cut
    with CaptureStore(tmp_path, write=True) as store:
        assert store.repairs == ()


def test_a_missing_file_is_told_once(tmp_path):
    filled(tmp_path)
    warc_files(tmp_path)[0].unlink()
    with CaptureStore(tmp_path, write=True) as store:
        assert ["is missing" in told for told in store.repairs] == [True]
        assert store.count_captures() == 7
        assert store.read_body(store.add(attempt(A, page("After"), at=99))) == page("After")


def test_a_ledger_copied_without_its_log_gets_its_rows_back(tmp_path):
    source, copy = tmp_path / "source", tmp_path / "copy"
    with CaptureStore(source, write=True) as store:
        for number in range(5):
            store.add(attempt(f"{A}-{number}", page(f"Title {number}")))
        copy.mkdir()
        shutil.copytree(source / "captures", copy / "captures")
        shutil.copy(source / "ledger.db", copy / "ledger.db")  # while it is open: its -wal holds the rows
    with CaptureStore(copy, write=True) as store:
        assert ["recorded 5 captures" in told for told in store.repairs] == [True]
        assert list(verify(store)) == []
    assert content(copy) == content(source)


def test_readers_mend_nothing(tmp_path):
    filled(tmp_path)
    path = warc_files(tmp_path)[0]
    with path.open("ab") as stream:
        stream.write(b"torn")
    size = path.stat().st_size
    with CaptureStore(tmp_path) as store:
        assert store.repairs == ()
        assert store.count_captures() == 7
    assert path.stat().st_size == size


def test_files_of_others_in_the_folder_are_left_alone(tmp_path):
    filled(tmp_path)
    other = tmp_path / "captures" / "somebody-elses.warc.gz"
    other.write_bytes(b"not ours")
    drop_ledger(tmp_path)
    with CaptureStore(tmp_path, write=True) as store:
        assert Counter(capture.warc_file for capture in store.captures()).keys() == {warc_files(tmp_path)[0].name}
    assert other.read_bytes() == b"not ours"
