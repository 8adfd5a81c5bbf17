"""Verify: every changed byte is found and named, and nothing else."""

import random
import sqlite3

import pytest

from scraper.capture import Exchange
from scraper.store import CaptureStore
from scraper.verifying import stored_bytes, verify
from tests.scraper.makers import attempt, exchange, page, warc_files

A = "https://www.iom.int/news/council-opens"


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    root = tmp_path_factory.mktemp("filled")
    with CaptureStore(root, write=True) as store:
        store.start_run("test")
        for number in range(20):
            store.add(attempt(f"{A}-{number}", page(f"Title {number}"), at=number))
        store.add(attempt(f"{A}-0", page("Title 0"), at=100))
        store.add(
            attempt(f"{A}-old", exchanges=(exchange(f"{A}-old", b"", 301), exchange(f"{A}-0", page("N"))), at=101)
        )
        store.add(attempt(f"{A}-1", verdict="dns", exchanges=(), at=102))
        store.add(
            attempt(f"{A}-1", verdict="truncated", at=103, exchanges=(Exchange(A, 200, (), b"cut", truncated="time"),))
        )
    return root


@pytest.fixture
def copied(filled, tmp_path):
    """A copy to damage."""
    import shutil

    shutil.copytree(filled, tmp_path / "data")
    return tmp_path / "data"


def found(root):
    with CaptureStore(root) as store:
        return list(verify(store))


def test_what_is_whole_is_whole(filled):
    with CaptureStore(filled) as store:
        read = []
        assert list(verify(store, on_bytes=read.append)) == []
        assert sum(read) == stored_bytes(store) == warc_files(filled)[0].stat().st_size


def test_every_flipped_byte_is_found_and_named(copied):
    path = warc_files(copied)[0]
    whole = path.read_bytes()
    with CaptureStore(copied) as store:
        records = [capture for capture in store.captures() if capture.warc_file]
    rng = random.Random(1)
    for _ in range(40):
        capture = rng.choice(records)
        position = capture.warc_offset + rng.randrange(capture.warc_length)
        data = bytearray(whole)
        data[position] ^= 1 << rng.randrange(8)
        path.write_bytes(data)
        [damage] = found(copied)
        assert (damage.file, damage.offset, damage.capture_id, damage.address) == (
            path.name,
            capture.warc_offset,
            capture.id,
            capture.address,
        ), position


def test_a_damaged_request_or_redirect_is_found_too(copied):
    path = warc_files(copied)[0]
    with CaptureStore(copied) as store:
        first, second, *_ = (capture for capture in store.captures() if capture.warc_file)
    data = bytearray(path.read_bytes())
    gap = first.warc_offset + first.warc_length
    assert gap < second.warc_offset
    data[(gap + second.warc_offset) // 2] ^= 0xFF
    path.write_bytes(data)
    [damage] = found(copied)
    assert (damage.file, damage.offset, damage.capture_id) == (path.name, gap, None)


@pytest.mark.parametrize("at", [0, 3, 4, 9])
def test_a_changed_gzip_header_is_found(copied, at):
    path = warc_files(copied)[0]
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)
    assert [damage.offset for damage in found(copied)] == [0]


def test_a_file_that_lost_its_end(copied):
    path = warc_files(copied)[0]
    with CaptureStore(copied) as store:
        last = [capture for capture in store.captures() if capture.warc_file][-1]
    path.write_bytes(path.read_bytes()[: last.warc_offset + 10])
    damages = found(copied)
    assert "ends" in damages[0].reason
    assert [damage.capture_id for damage in damages if damage.capture_id] == [last.id]


def test_a_missing_file_names_every_capture_in_it(copied):
    warc_files(copied)[0].unlink()
    damages = found(copied)
    assert damages[0].reason == "the file is missing"
    assert len([damage for damage in damages if damage.capture_id]) == 23
    assert {damage.reason for damage in damages[1:]} == {"lost with its file"}


def test_records_that_the_ledger_does_not_know(copied):
    for name in ("ledger.db", "ledger.db-wal", "ledger.db-shm"):
        (copied / name).unlink(missing_ok=True)
    with CaptureStore(copied, write=True) as store:
        store.add(attempt(A, page("Later"), at=500))
    path = warc_files(copied)[0]
    with path.open("ab") as stream:
        stream.write(b"more")
    [damage] = found(copied)
    assert "4 bytes that the ledger does not know of" in damage.reason
    (copied / "captures" / "iom-20200101000000-00009.warc.gz").write_bytes(b"x")
    assert "does not know this file" in found(copied)[-1].reason


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("body_sha256", "0" * 64, "body does not match"),
        ("record_sha256", "0" * 64, "bytes do not match"),
        ("record_id", "urn:uuid:x", "another record"),
        ("captured_at", "2001-01-01T00:00:00Z", "its record says: captured_at"),
        ("verdict", "gone", "its record says: verdict"),
        ("note", "forged", "its record says: note"),
        ("warc_offset", 7, "damaged gzip data"),
    ],
)
def test_a_row_that_was_tampered_with(copied, column, value, reason):
    connection = sqlite3.connect(copied / "ledger.db", isolation_level=None)
    connection.execute("DROP TRIGGER captures_stay_as_they_are")
    connection.execute(f"UPDATE captures SET {column} = ? WHERE id = 5", (value,))
    connection.close()
    assert any(reason in damage.reason and damage.capture_id == 5 for damage in found(copied))


def test_a_damaged_ledger_is_damage_not_a_crash(copied):
    with CaptureStore(copied, write=True):
        pass  # folds the write-ahead log in
    path = copied / "ledger.db"
    data = bytearray(path.read_bytes())
    data[4096 * 5 : 4096 * 30] = b"\xff" * (4096 * 25)
    path.write_bytes(data)
    damages = found(copied)
    assert damages
    assert "the ledger" in damages[0].reason
