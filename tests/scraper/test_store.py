"""The capture store: what goes in comes out, byte for byte, and other tools can read it."""

import gzip
import hashlib
import io
import json
import sqlite3
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from scraper import warc_files as warc_files_module
from scraper import warc_records as warc
from scraper.capture import Attempt, Exchange
from scraper.preparing import prepare, read_decoded
from scraper.store import CaptureStore, read_body
from scraper.urls import AddressError
from tests.scraper.makers import NOON, attempt, exchange, page, rows, warc_files

A = "https://www.iom.int/news/council-opens"


@pytest.fixture
def store(tmp_path):
    with CaptureStore(tmp_path, write=True) as opened:
        yield opened


def records(root):
    found = []
    for path in warc_files(root):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests="raise"):
                found.append((record, record.content_stream().read()))
    return found


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/pdf"])
def test_a_body_that_was_read_before_is_told_as_if_read_now(kind):
    body = page(address=A, node=7, lang="fr")
    now = attempt(A, exchanges=(exchange(A, body, zipped=True, Content_Type=kind),))
    before = replace(now, decoded=read_decoded(body, kind))
    assert replace(prepare(before), attempt=now) == prepare(now)
    assert (prepare(now).head.node_id, prepare(now).declared) == ((7, A) if "html" in kind else (None, None))


def test_a_capture_comes_back_as_it_went_in(store):
    body = page()
    capture = store.add(
        Attempt(
            "http://IOM.int/news/council-opens/?utm_source=x",
            datetime(2026, 3, 1, 13, 0, 0, 999, tzinfo=UTC),
            "live",
            "ok",
            exchanges=(exchange(A, body, zipped=True, ETag='"abc"', Last_Modified="Sat, 28 Feb 2026 10:00:00 GMT"),),
            channel="listing",
            note="a note",
        )
    )
    assert capture.address == capture.final_address == A
    assert (capture.captured_at, capture.status, capture.via, capture.verdict) == (
        "2026-03-01T13:00:00Z",
        200,
        "live",
        "ok",
    )
    assert capture.body_sha256 == hashlib.sha256(body).hexdigest()
    assert capture.body_length == len(body)
    assert (capture.etag, capture.last_modified) == ('"abc"', "Sat, 28 Feb 2026 10:00:00 GMT")
    assert capture.server_date == "Sun, 01 Mar 2026 12:00:01 GMT"
    assert capture.content_type == "text/html; charset=utf-8"
    assert capture.note == "a note"
    assert store.read_body(capture) == body
    assert read_body(store.captures_dir, capture.warc_file, capture.warc_offset) == body
    assert store.capture(capture.id) == capture
    assert list(store.captures()) == [capture]
    assert store.max_capture_id() == capture.id == 1


def test_bytes_are_stored_as_received_and_digests_hold_for_other_tools(tmp_path):
    wire = gzip.compress(page(), mtime=0)
    with CaptureStore(tmp_path, write=True) as store:
        store.add(attempt(A, exchanges=(exchange(A, page(), zipped=True, Set_Cookie="session=1"),)))
    found = records(tmp_path)
    assert [record.rec_type for record, _ in found] == ["warcinfo", "response", "request"]
    info, response, request = (record for record, _ in found)
    assert response.rec_headers.protocol == "WARC/1.1"
    assert response.rec_headers.get_header("WARC-Target-URI") == A
    assert response.rec_headers.get_header("WARC-Warcinfo-ID") == info.rec_headers.get_header("WARC-Record-ID")
    assert request.rec_headers.get_header("WARC-Concurrent-To") == response.rec_headers.get_header("WARC-Record-ID")
    assert request.http_headers.get_header("User-Agent").startswith("test/1")
    raw = gzip.decompress(warc_files(tmp_path)[0].read_bytes())
    assert wire in raw
    whole_folder = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for secret in (b"session=1", b"secret=1", b"Cookie:"):
        assert secret not in raw
        assert secret not in whole_folder


def test_each_record_is_one_gzip_member_that_can_be_cut_out(tmp_path):
    with CaptureStore(tmp_path, write=True) as store:
        captures = [store.add(attempt(f"{A}-{number}", page(f"Title {number}"))) for number in range(3)]
    data = warc_files(tmp_path)[0].read_bytes()
    for capture in captures:
        member = data[capture.warc_offset : capture.warc_offset + capture.warc_length]
        assert hashlib.sha256(member).hexdigest() == capture.record_sha256
        [record] = ArchiveIterator(io.BytesIO(member))
        assert record.rec_headers.get_header("WARC-Record-ID") == f"<{capture.record_id}>"


def test_warcio_check_accepts_the_files(tmp_path):
    with CaptureStore(tmp_path, write=True) as store:
        first = store.add(attempt(A))
        store.add(attempt(A, at=1))
        store.add(attempt(A, at=2, verdict="not_modified", exchanges=(exchange(A, status=304),), refers_to=first.id))
        store.add(attempt("https://www.iom.int/x", verdict="gone", exchanges=(exchange(A, b"gone", 404),)))
    done = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", *map(str, warc_files(tmp_path))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "fail" not in done.stdout


def test_the_same_bytes_again_become_a_revisit(tmp_path):
    with CaptureStore(tmp_path, write=True) as store:
        first = store.add(attempt(A))
        again = store.add(attempt(A, at=60))
        elsewhere = store.add(attempt("https://ukraine.iom.int/news/council-opens", at=90))
        assert (again.refers_to, elsewhere.refers_to) == (first.id, first.id)
        assert again.body_sha256 == first.body_sha256
        assert again.text_sha256 == first.text_sha256
        assert store.read_body(again) == store.read_body(elsewhere) == page()
    revisits = [record for record, _ in records(tmp_path) if record.rec_type == "revisit"]
    assert len(revisits) == 2
    headers = revisits[0].rec_headers
    assert headers.get_header("WARC-Profile") == warc.IDENTICAL
    assert headers.get_header("WARC-Refers-To") == f"<{first.record_id}>"
    assert headers.get_header("WARC-Refers-To-Target-URI") == A
    assert headers.get_header("WARC-Refers-To-Date") == "2026-03-01T12:00:00Z"
    assert headers.get_header("WARC-Payload-Digest") == first.payload_digest


def test_a_304_stands_for_the_body_it_confirms(tmp_path):
    with CaptureStore(tmp_path, write=True) as store:
        first = store.add(attempt(A))
        revisit = store.add(attempt(A, at=1))
        confirmed = store.add(
            attempt(A, at=2, verdict="not_modified", exchanges=(exchange(A, status=304),), refers_to=revisit.id)
        )
        assert confirmed.refers_to == first.id  # never a revisit of a revisit
        assert (confirmed.status, confirmed.body_sha256) == (304, first.body_sha256)
        assert store.read_body(confirmed) == page()
    [record] = [
        record for record, _ in records(tmp_path) if record.rec_headers.get_header("WARC-Profile") == warc.NOT_MODIFIED
    ]
    assert record.http_headers.get_statuscode() == "304"


def test_a_304_that_nothing_was_asked_for_stands_alone(store):
    capture = store.add(attempt(A, verdict="bad_304", exchanges=(exchange(A, status=304),)))
    assert (capture.refers_to, capture.body_sha256) == (None, None)
    assert store.read_body(capture) == b""


def test_a_damaged_original_is_stored_once_more_instead_of_referred_to(tmp_path):
    with CaptureStore(tmp_path, write=True) as store:
        first = store.add(attempt(A))
    path = warc_files(tmp_path)[0]
    data = bytearray(path.read_bytes())
    data[first.warc_offset + first.warc_length // 2] ^= 0xFF
    path.write_bytes(data)
    with CaptureStore(tmp_path, write=True) as store:
        again = store.add(attempt(A, at=1))
        assert again.refers_to is None
        assert store.read_body(again) == page()


def test_redirects_are_kept_in_the_row_and_in_the_file(tmp_path):
    hop = exchange("http://iom.int/old", b"moved", 301, Location="https://www.iom.int/node/7")
    second = exchange("https://www.iom.int/node/7", b"", 302, Location=A)
    with CaptureStore(tmp_path, write=True) as store:
        capture = store.add(attempt("http://iom.int/old", exchanges=(hop, second, exchange(A, page()))))
        assert capture.redirects == (("https://www.iom.int/old", 301), ("https://www.iom.int/node/7", 302))
        assert (capture.address, capture.final_address) == ("https://www.iom.int/old", A)
        assert store.read_body(capture) == page()
    targets = [
        record.rec_headers.get_header("WARC-Target-URI")
        for record, _ in records(tmp_path)
        if record.rec_type == "response"
    ]
    assert targets == ["http://iom.int/old", "https://www.iom.int/node/7", A]


def test_an_attempt_without_an_answer_leaves_its_row(store):
    capture = store.add(attempt(A, verdict="dns", exchanges=(), note="the name does not resolve"))
    assert (capture.status, capture.warc_file, capture.body_sha256, capture.has_body) == (None, None, None, False)
    assert capture.note == "the name does not resolve"
    assert store.read_body(capture) == b""


def test_a_capped_body_is_marked(tmp_path):
    cut = Exchange(A, 200, (("Content-Type", "text/html"),), b"<html><p>begin", reason="OK", truncated="length")
    with CaptureStore(tmp_path, write=True) as store:
        store.add(attempt(A, verdict="truncated", exchanges=(cut,)))
    [response] = [record for record, _ in records(tmp_path) if record.rec_type == "response"]
    assert response.rec_headers.get_header("WARC-Truncated") == "length"


def test_hostile_headers_and_addresses_cannot_forge_records(tmp_path):
    answer = Exchange(
        A + "\n",
        200,
        (("Content-Type", "text/html"), ("X-Evil", "a\r\nSet-Cookie: b\r\n\r\nWARC/1.1\r\n"), ("X-Latin", "caf\xe9")),
        page(),
        reason="OK\r\nX: y",
    )
    with CaptureStore(tmp_path, write=True) as store:
        capture = store.add(attempt(A, exchanges=(answer,)))
        assert store.read_body(capture) == page()
    [(response, _)] = [found for found in records(tmp_path) if found[0].rec_type == "response"]
    assert [name for name, _ in response.http_headers.headers] == ["Content-Type", "X-Evil", "X-Latin"]
    assert b"caf\xe9" in gzip.decompress(warc_files(tmp_path)[0].read_bytes())


def test_captures_cannot_be_changed_or_removed(tmp_path, store):
    store.add(attempt(A))
    for statement in ("UPDATE captures SET verdict = 'gone'", "DELETE FROM captures"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.ledger.connection.execute(statement)


def test_no_address_no_capture(tmp_path, store):
    with pytest.raises(AddressError):
        store.add(attempt("mailto:info@example.org"))
    assert list(store.captures()) == []
    assert store.add(attempt(A)).id == 1


def test_many_at_once_in_order_and_each_body_readable(tmp_path):
    attempts = [attempt(f"{A}-{number}", page(f"Title {number % 70}"), at=number) for number in range(300)]
    with CaptureStore(tmp_path, write=True) as store:
        added = [item.capture for item in store.add_many(attempts)]
    with CaptureStore(tmp_path) as store:
        captures = list(store.captures())
        assert captures == added
        assert [capture.id for capture in captures] == list(range(1, 301))
        for number, capture in enumerate(captures):
            assert store.read_body(capture) == page(f"Title {number % 70}")
        assert sum(capture.refers_to is not None for capture in captures) == 230
        assert [capture.id for capture in store.captures(after_id=298)] == [299, 300]


def test_a_failure_among_many_keeps_nothing_of_its_batch_and_the_store_goes_on(tmp_path):
    def attempts():
        yield attempt(A)
        yield attempt("mailto:nobody@example.org")

    with CaptureStore(tmp_path, write=True) as store:
        with pytest.raises(AddressError):
            list(store.add_many(attempts()))
        assert list(store.captures()) == []
        assert warc_files(tmp_path) == []
        capture = store.add(attempt(A))
        assert store.read_body(capture) == page()
        size = warc_files(tmp_path)[0].stat().st_size
        with pytest.raises(AddressError):
            list(store.add_many(attempts()))
        assert warc_files(tmp_path)[0].stat().st_size == size
    with CaptureStore(tmp_path, write=True) as store:
        assert store.repairs == ()


def test_a_full_file_is_followed_by_another(tmp_path, monkeypatch):
    monkeypatch.setattr(warc_files_module, "MAX_LENGTH", 3_000)
    with CaptureStore(tmp_path, write=True) as store:
        for number in range(12):
            store.add(attempt(f"{A}-{number}", page(f"Title {number}")))
    files = warc_files(tmp_path)
    assert len(files) > 2
    assert all(path.stat().st_size < 6_000 for path in files)
    with CaptureStore(tmp_path, write=True) as store:
        assert store.repairs == ()
        captures = list(store.captures())
        assert {capture.warc_file for capture in captures} <= {path.name for path in files}
        assert [store.read_body(capture) for capture in captures] == [page(f"Title {n}") for n in range(12)]
    open_files = rows(tmp_path, "SELECT count(*) FROM warc_files WHERE closed_at IS NULL")
    assert open_files == [(1,)]


def test_several_threads_may_store(tmp_path):
    with CaptureStore(tmp_path, write=True) as store, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: store.add(attempt(f"{A}-{number}", page(f"T {number}"))), range(40)))
        assert {store.read_body(capture) for capture in store.captures()} == {
            page(f"T {number}") for number in range(40)
        }


def test_runs(tmp_path):
    with CaptureStore(tmp_path, write=True) as store:
        run = store.start_run("crawl")
        capture = store.add(attempt(A))
        store.finish_run(3, {"ok": 1})
        assert capture.run_id == run
        assert store.add(attempt(A, at=1)).run_id is None
    [(command, ended, code, counts)] = rows(tmp_path, "SELECT command, ended_at, exit_code, counts FROM runs")
    assert (command, code, json.loads(counts)) == ("crawl", 3, {"ok": 1})
    assert ended is not None


def test_memory_does_not_grow_with_the_number_of_captures(tmp_path, monkeypatch):
    monkeypatch.setattr("scraper.store.BATCH_ATTEMPTS", 10)
    bodies = (page(f"Title {number}", text=f"{number}-" * 25_000) for number in range(250))
    total = 0
    tracemalloc.start()
    with CaptureStore(tmp_path, write=True) as store:
        for added in store.add_many(attempt(f"{A}-{number}", body) for number, body in enumerate(bodies)):
            total += added.capture.body_length
        for capture in store.captures():
            store.read_body(capture)
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert highest < total / 2


def test_a_store_that_does_not_exist_says_what_to_do(tmp_path):
    from scraper.ledger import LedgerError

    with pytest.raises(LedgerError, match="no ledger") as caught:
        CaptureStore(tmp_path)
    assert "iom-archive import" in caught.value.hint


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip", "nonsense", "gzip"])
def test_what_cannot_be_decoded_is_kept_as_it_is(store, encoding):
    answer = Exchange(A, 200, (("Content-Type", "text/html"), ("Content-Encoding", encoding)), page())
    capture = store.add(attempt(A, exchanges=(answer,)))
    assert store.read_body(capture) == page()


def test_time_is_utc(store):
    from datetime import timedelta, timezone

    zone = timezone(timedelta(hours=5, minutes=30))
    assert store.add(Attempt(A, NOON.astimezone(zone), "live", "ok", exchanges=(exchange(A, page()),))).captured_at == (
        "2026-03-01T12:00:00Z"
    )
