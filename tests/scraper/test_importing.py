"""Imports: every kind of file, every refusal, and nothing twice."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from scraper.importing import find_sources, import_sources
from scraper.store import CaptureStore
from scraper.verifying import verify
from tests.scraper.makers import page, warc_files
from tests.scraper.warc_makers import ForeignWarc, by_hand, http, members

A = "https://www.iom.int/news/council-opens"
TEXT = f"URL: {A}\n\nCouncil opens\nDelegates of forty states met.\n".encode()


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def take(tmp_path, inbox):
    """Imports the inbox (or what is given) into one archive; outcomes as (result, file name, reason)."""

    def take_it(*paths, url=None):
        with CaptureStore(tmp_path / "data", write=True) as store:
            outcomes = list(import_sources(store, find_sources(paths or [inbox]), address=url))
        return [
            (outcome.result, str(outcome.source).replace(str(inbox) + "/", ""), outcome.reason) for outcome in outcomes
        ]

    return take_it


@pytest.fixture
def captures(tmp_path):
    def read():
        with CaptureStore(tmp_path / "data") as store:
            return list(store.captures())

    return read


def body(tmp_path, capture):
    with CaptureStore(tmp_path / "data") as store:
        return store.read_body(capture)


def test_a_text_capture(take, captures, inbox, tmp_path):
    path = inbox / "one.txt"
    path.write_bytes(TEXT)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert take() == [("imported", "one.txt", None)]
    [capture] = captures()
    assert (capture.address, capture.via, capture.verdict, capture.status) == (A, "text", "ok", None)
    assert capture.captured_at == datetime.fromtimestamp(1_700_000_000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert capture.content_type == "text/plain"
    assert body(tmp_path, capture) == TEXT


def test_a_files_time_to_come_is_no_captures(take, captures, inbox):
    path = inbox / "one.txt"
    path.write_bytes(TEXT)
    os.utime(path, (4_070_908_800, 4_070_908_800))  # 1 January 2099
    [(result, name, reason)] = take()
    assert (result, name) == ("imported", "one.txt")
    assert "2099-01-01, is to come" in reason
    [capture] = captures()
    assert capture.captured_at <= datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert take()[0][0] == "known"


@pytest.mark.parametrize(
    "start", ["\ufeffURL: {}\n\nText", "\n\n  URL: {}\r\n\r\nText", "URL:{}\rText", "URL: {} \nText"]
)
def test_url_lines(take, captures, inbox, start):
    (inbox / "one.txt").write_bytes(start.format(A).encode())
    assert take() == [("imported", "one.txt", None)]
    assert captures()[0].address == A


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (f'<link rel="canonical" href="{A}">', None),
        (f'<meta property="og:url" content="{A}">', None),
        (f"<!-- saved from url=(0042){A} -->", None),
        ("", A),
        ('<link rel="canonical" href="https://www.iom.int/other">', A),
    ],
)
def test_saved_pages(take, captures, inbox, tmp_path, head, url):
    content = f"<!DOCTYPE html><html><head>{head}</head><body><p>Text</p></body></html>".encode()
    (inbox / "page.html").write_bytes(content)
    assert take(inbox / "page.html", url=url) == [("imported", "page.html", None)]
    [capture] = captures()
    assert (capture.address, capture.via, capture.content_type) == (A, "html", "text/html")
    assert body(tmp_path, capture) == content


def test_a_page_saved_from_the_wayback_machine_is_the_page_it_shows(take, captures, inbox):
    saved = f"<!-- saved from url=(0061)https://web.archive.org/web/20120424103000/{A} --><html><body>x</body></html>"
    (inbox / "page.html").write_text(saved)
    assert take() == [("imported", "page.html", None)]
    [capture] = captures()
    assert (capture.address, capture.captured_at) == (A, "2012-04-24T10:30:00Z")


def test_html_without_its_suffix_and_text_under_a_strange_name(take, inbox):
    (inbox / "download").write_bytes(page(address=A))
    (inbox / "capture.md").write_bytes(TEXT)
    assert take() == [("imported", "capture.md", None), ("imported", "download", None)]


REFUSED = {
    "empty.txt": (b"", "empty: the file has no bytes"),
    "blank.html": (b" \n\n ", "empty: nothing but white space"),
    "only-url.txt": (f"URL: {A}\n\n \n".encode(), "empty: no text after the URL line"),
    "no-url.txt": (b"Council opens\n", "no address: its first line is not “URL: https://…”"),
    "utf-16.txt": (f"URL: {A}\n\nDelegates met.\n".encode("utf-16"), "unreadable: UTF-16 text; save it as UTF-8"),
    "bad-url.txt": (b"URL: /news/x\n\nText", "no address: not an http or https address"),
    "credentials.txt": (b"URL: https://user:word@iom.int/x\n\nText", "no address: credentials in the address"),
    "no-address.html": (b"<html><body>x</body></html>", "no address: neither rel=canonical, og:url nor"),
    "photo.png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "foreign: neither text, HTML nor WARC, but binary data"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "foreign: neither text, HTML nor WARC, but binary data"),
    "report.pdf": (b"%PDF-1.7\n", "foreign: a PDF document"),
    "page.mhtml": (b"From: <Saved by Blink>\n", "foreign: an MHTML archive"),
    "old.arc.gz": (b"\x1f\x8b\x08\x00", "foreign: an ARC file; convert it first"),
    "text.warc": (TEXT, "foreign: not a WARC file, though it is named like one"),
    "cut.warc.gz": (ForeignWarc().page(A, page()).data[:300], "truncated: the file ends inside"),
    "nothing.warc.gz": (
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00",
        "empty: no record",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_every_refusal_names_file_and_reason_and_the_rest_goes_on(take, captures, inbox, name):
    content, reason = REFUSED[name]
    (inbox / name).write_bytes(content)
    (inbox / "0-good.txt").write_bytes(TEXT)
    (inbox / "zz-good.txt").write_bytes(TEXT.replace(b"opens", b"closes"))
    first, refused, last = take()
    assert (first[0], last[0]) == ("imported", "imported")
    assert refused[:2] == ("failed", name)
    assert refused[2].startswith(reason)
    assert len(captures()) == 2


def test_what_cannot_be_opened(take, inbox, tmp_path):
    os.mkfifo(inbox / "pipe")
    (inbox / "loop").symlink_to("loop")
    assert take() == [
        ("failed", "loop", "unreadable: Too many levels of symbolic links"),
        ("failed", "pipe", "unreadable: not a file"),
    ]
    assert take(tmp_path / "gone.txt")[0][2] == "unreadable: there is no such file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(take, inbox):
    (inbox / "secret.txt").write_bytes(TEXT)
    (inbox / "secret.txt").chmod(0)
    assert take() == [("failed", "secret.txt", "unreadable: Permission denied")]


def test_a_file_too_large_for_a_page(take, inbox):
    with (inbox / "huge.html").open("wb") as stream:
        stream.write(b"<html>")
        stream.truncate((32 << 20) + 1)
    (inbox / "huge.html").open("r+b").write(b"<html>" + b" " * 5_000)
    assert take()[0][2] == "foreign: 32 MB, more than any page has"


def test_a_page_that_was_cut_is_kept_and_named(take, captures, inbox, tmp_path):
    content = page(address=A)[:-60] + b'<div class="nav'
    (inbox / "cut.html").write_bytes(content)
    [(result, name, reason)] = take()
    assert (result, name) == ("failed", "cut.html")
    assert reason.startswith("truncated: the page ends inside a tag")
    [capture] = captures()
    assert capture.verdict == "truncated"
    assert body(tmp_path, capture) == content


def test_a_challenge_page_is_kept_but_is_not_the_page(take, captures, inbox):
    challenge = (
        f'<html><head><title>Just a moment...</title><link rel="canonical" href="{A}"></head><body></body></html>'
    )
    (inbox / "page.html").write_text(challenge)
    [(result, _, reason)] = take()
    assert result == "imported"
    assert reason.startswith("kept as blocked")
    assert captures()[0].verdict == "blocked"


def test_folders_are_walked_in_order_and_labels_and_assets_are_passed_over(take, inbox):
    (inbox / "b").mkdir()
    for name in ("b/two.txt", "one.txt"):
        (inbox / name).write_bytes(TEXT.replace(b"opens", name.encode()))
    (inbox / "one.json").write_text("{}")
    (inbox / "saved.html").write_bytes(page(address=A))
    (inbox / "saved.json").write_text("{}")
    (inbox / "saved_files").mkdir()
    (inbox / "saved_files" / "logo.png").write_bytes(b"\x00")
    (inbox / ".hidden.txt").write_bytes(b"\x00")
    (inbox / ".git").mkdir()
    (inbox / ".git" / "x.txt").write_bytes(b"\x00")
    (inbox / "README.md").write_text("About these captures")
    (inbox / "lonely.json").write_text("{}")
    assert take() == [
        ("skipped", "README.md", "no capture: neither a URL line, HTML nor WARC"),
        ("skipped", "lonely.json", "no capture: neither a URL line, HTML nor WARC"),
        ("imported", "one.txt", None),
        ("imported", "saved.html", None),
        ("imported", "b/two.txt", None),
    ]


def test_importing_twice_adds_nothing(take, captures, inbox):
    (inbox / "one.txt").write_bytes(TEXT)
    (inbox / "copy-of-one.txt").write_bytes(TEXT)
    (inbox / "page.html").write_bytes(page(address=A))
    warc = ForeignWarc().page(A, page("W")).page(A + "/x", b"", status="301 Moved", headers=(("Location", A),))
    warc.page(A + "/404", b"<html>no", status="404 Not Found")
    (inbox / "w.warc.gz").write_bytes(warc.data)
    first = take()
    assert [result for result, *_ in first] == ["imported", "known", "imported", "imported", "imported", "imported"]
    before = captures()
    os.utime(inbox / "one.txt", (5, 5))  # a clone or a copy has another time
    assert {result for result, *_ in take()} == {"known"}
    (inbox / "again.warc").write_bytes(warc.data)
    assert {result for result, *_ in take()} == {"known"}
    assert captures() == before


def test_the_same_text_at_another_address_or_changed_is_another_capture(take, captures, inbox):
    (inbox / "one.txt").write_bytes(TEXT)
    (inbox / "two.txt").write_bytes(TEXT + b"More.")
    (inbox / "three.txt").write_bytes(TEXT.replace(b"/news/", b"/fr/news/"))
    take()
    assert len(captures()) == 3


def test_the_archives_own_files_are_not_imported(take, inbox, tmp_path):
    (inbox / "one.txt").write_bytes(TEXT)
    take()
    own = warc_files(tmp_path / "data")[0]
    assert take(own) == [("skipped", str(own), "belongs to this archive already")]


# WARC files


def test_a_warc_response(take, captures, inbox, tmp_path):
    headers = (("Content-Type", "text/html"), ("ETag", '"x"'), ("Set-Cookie", "a=b"))
    (inbox / "w.warc.gz").write_bytes(ForeignWarc().page(A, page(node=7), headers=headers).data)
    assert take() == [("imported", "w.warc.gz", None)]
    [capture] = captures()
    assert (capture.address, capture.via, capture.status, capture.verdict) == (A, "warc", 200, "ok")
    assert (capture.captured_at, capture.etag) == ("2020-05-01T10:00:00Z", '"x"')
    assert body(tmp_path, capture) == page(node=7)
    with CaptureStore(tmp_path / "data") as store:
        assert store.page(capture.page_id).node_id == 7


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("protocol", ["HTTP/1.0", "HTTP/1.1", "HTTP/2"])
def test_versions_and_protocols(take, captures, inbox, version, protocol):
    block = http(page(), f"{protocol} 200 OK")
    headers = {"WARC-Type": "response", "WARC-Target-URI": A, "WARC-Date": "2020-05-01T10:00:00.123456Z"}
    headers["Content-Type"] = "application/http;msgtype=response"
    (inbox / "w.warc").write_bytes(by_hand(headers, block, version=f"WARC/{version}"))
    assert take() == [("imported", "w.warc", None)]
    assert (captures()[0].status, captures()[0].captured_at) == (200, "2020-05-01T10:00:00Z")


def test_chunked_and_compressed_bodies(take, captures, inbox, tmp_path):
    import gzip

    packed = gzip.compress(page())
    chunked = b"%x\r\n" % len(packed) + packed + b"\r\n0\r\n\r\n"
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
    (inbox / "w.warc.gz").write_bytes(ForeignWarc().page(A, chunked, headers=headers).data)
    assert take() == [("imported", "w.warc.gz", None)]
    assert body(tmp_path, captures()[0]) == page()


def test_resources_and_what_is_not_for_us(take, captures, inbox):
    warc = ForeignWarc()
    warc.record("warcinfo", "", b"software: x")
    warc.record("resource", A, page("R"), Content_Type="text/html", WARC_Date="2020-05-01T10:00:00Z")
    warc.record("resource", A + "/t", TEXT, Content_Type="text/plain", WARC_Date="2020-05-01T10:00:00Z")
    warc.record("metadata", A, b"x: y").record("conversion", A, b"text").record("request", A, b"GET / HTTP/1.1\r\n\r\n")
    warc.record("response", "dns:www.iom.int", b"20200501 1.2.3.4", headers=())
    warc.page("https://www.iom.int/logo.png", b"\x89PNG", headers=(("Content-Type", "image/png"),))
    warc.page("https://www.iom.int/style.css", b"a{}", headers=(("Content-Type", "text/css"),))
    warc.page("https://www.iom.int/data", b'{"a":1}', headers=())
    warc.page("https://www.iom.int/untyped", b"<html>x</html>", headers=())
    (inbox / "w.warc.gz").write_bytes(warc.data)
    assert take() == [
        ("imported", "w.warc.gz", None),
        ("imported", "w.warc.gz", None),
        ("imported", "w.warc.gz", None),
        ("skipped", "w.warc.gz", "left out 3 records of other kinds than pages (images, styles, data)"),
    ]
    assert [(capture.via, capture.address) for capture in captures()] == [
        ("warc", A),
        ("text", A + "/t"),
        ("warc", "https://www.iom.int/untyped"),
    ]


def test_revisits_find_their_body_by_date_or_by_digest(take, captures, inbox, tmp_path):
    warc = ForeignWarc(version="1.1")
    warc.page(A, page("One"), "2020-05-01T10:00:00Z").page(A, page("Two"), "2020-05-02T10:00:00Z")
    by_date = {"WARC_Refers_To_Target_URI": A, "WARC_Refers_To_Date": "2020-05-01T10:00:00Z"}
    warc.record("revisit", A, b"", WARC_Date="2020-05-03T10:00:00Z", WARC_Payload_Digest="sha1:X", **by_date)
    warc.record("revisit", A, b"", status="304 Not Modified", WARC_Date="2020-05-05T10:00:00Z", **by_date)
    (inbox / "1.warc.gz").write_bytes(warc.data)
    assert [result for result, *_ in take()] == ["imported"] * 4
    digest = captures()[1].payload_digest
    old = ForeignWarc()
    old.record("revisit", A, b"", WARC_Date="2020-05-04T10:00:00Z", WARC_Payload_Digest=digest)
    old.record("revisit", A + "/never", b"", WARC_Date="2020-05-04T10:00:00Z", WARC_Payload_Digest="sha1:UNKNOWN")
    (inbox / "2.warc.gz").write_bytes(old.data)
    outcomes = take()
    assert [result for result, *_ in outcomes] == ["known"] * 4 + ["imported", "failed"]
    assert outcomes[-1][2] == "refers to a body that is not in the archive"
    assert [body(tmp_path, capture) for capture in captures()] == [
        page("One"),
        page("Two"),
        page("One"),
        page("One"),
        page("Two"),
    ]
    assert [capture.verdict for capture in captures()] == ["ok", "ok", "ok", "not_modified", "ok"]
    assert {result for result, *_ in take()} == {"known", "failed"}


def test_a_revisit_of_a_page_that_is_gone_says_gone(take, captures, inbox):
    warc = ForeignWarc(version="1.1")
    warc.page(A, page("One"), "2020-05-01T10:00:00Z")
    by_date = {"WARC_Refers_To_Target_URI": A, "WARC_Refers_To_Date": "2020-05-01T10:00:00Z"}
    warc.record("revisit", A, b"", status="404 Not Found", WARC_Date="2020-05-03T10:00:00Z", **by_date)
    (inbox / "1.warc.gz").write_bytes(warc.data)
    take()
    assert [capture.verdict for capture in captures()] == ["ok", "gone"]


@pytest.mark.parametrize(
    ("status", "payload", "verdict"),
    [
        ("301 Moved Permanently", b"", "moved"),
        ("404 Not Found", b"<html>no", "gone"),
        ("410 Gone", b"", "gone"),
        ("403 Forbidden", b"<html data-drupal-x>Access denied", "withheld"),
        ("429 Too Many Requests", b"", "throttled"),
        ("500 Internal Server Error", b"<html>", "server_error"),
        ("200 OK", b"", "truncated"),
        (
            "200 OK",
            b"<html><title>Page not found | Example</title><body class='page-not-found'></body></html>",
            "soft_404",
        ),
        ("200 OK", b"<html><script src='/_Incapsula_Resource?x'></script></html>", "blocked"),
    ],
)
def test_answers_that_are_not_the_page_are_kept_with_their_verdict(take, captures, inbox, status, payload, verdict):
    (inbox / "w.warc.gz").write_bytes(ForeignWarc().page(A, payload, status=status).data)
    assert take()[0][0] == "imported"
    assert captures()[0].verdict == verdict


@pytest.mark.parametrize(
    ("headers", "block", "reason"),
    [
        ({"WARC-Target-URI": "https:///x"}, http(page()), "no address: no host"),
        ({"WARC-Target-URI": A, "WARC-Date": "yesterday"}, http(page()), "no date: WARC-Date is 'yesterday'"),
        ({"WARC-Target-URI": A}, page(), "no HTTP answer in it"),
        (
            {"WARC-Target-URI": A, "WARC-Type": "continuation", "WARC-Segment-Number": "2"},
            page(),
            "a record in several",
        ),
        ({"WARC-Target-URI": A, "WARC-Type": "responce"}, page(), "WARC-Type is 'responce'"),
    ],
)
def test_records_that_cannot_be_used(take, captures, inbox, headers, block, reason):
    good = {"WARC-Type": "response", "WARC-Target-URI": A, "WARC-Date": "2020-05-01T10:00:00Z"}
    (inbox / "w.warc.gz").write_bytes(members(by_hand(good | headers, block), by_hand(good, http(page()))))
    refused, kept = take()
    assert refused[:2] == ("failed", "w.warc.gz")
    assert refused[2].startswith(reason)
    assert kept == ("imported", "w.warc.gz", None)


def test_a_damaged_warc_gives_everything_else_and_can_be_imported_again_mended(take, captures, inbox):
    warc = ForeignWarc()
    for number in range(5):
        warc.page(f"{A}-{number}", page(f"Title {number}"))
    data = bytearray(warc.data)
    data[warc.ends[1] + 400] ^= 0xFF
    (inbox / "w.warc.gz").write_bytes(data[: warc.ends[4] - 20])
    results = [result for result, *_ in take()]
    assert sorted(results) == ["failed", "failed", "imported", "imported", "imported"]
    (inbox / "w.warc.gz").write_bytes(warc.data)
    assert sorted(result for result, *_ in take()) == ["imported", "imported", "known", "known", "known"]
    assert len(captures()) == 5


def test_records_of_the_wayback_machine(take, captures, inbox):
    address = f"https://web.archive.org/web/20150102030405id_/{A}"
    (inbox / "w.warc.gz").write_bytes(ForeignWarc().page(address, page()).data)
    assert take() == [("imported", "w.warc.gz", None)]
    [capture] = captures()
    assert (capture.address, capture.via, capture.captured_at) == (A, "wayback", "2015-01-02T03:04:05Z")


# crashes

IMPORTER = """
import sys
from pathlib import Path
from scraper import store as module
from scraper.importing import find_sources, import_sources
module.BATCH_ATTEMPTS = 10
with module.CaptureStore(Path(sys.argv[1]), write=True) as store:
    for outcome in import_sources(store, find_sources([Path(sys.argv[2])])):
        print(outcome.result, flush=True)
"""


def test_an_import_killed_again_and_again_ends_as_one_that_was_not(tmp_path, inbox, take, captures):
    warc = ForeignWarc()
    for number in range(30):
        warc.page(f"{A}-w{number}", page(f"Title {number}", text=str(number) * 3_000))
        (inbox / f"{number:03}.html").write_bytes(page(f"Saved {number}", address=f"{A}-s{number}", text="x " * 2_000))
    (inbox / "w.warc.gz").write_bytes(warc.data)
    rng = random.Random(3)
    for _ in range(3):
        command = [sys.executable, "-c", IMPORTER, tmp_path / "data", inbox]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        process.stdout.readline()
        time.sleep(rng.random() * 0.1)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    take()
    assert {result for result, *_ in take()} == {"known"}
    found = captures()
    assert sorted(capture.address for capture in found) == sorted(f"{A}-{kind}{n}" for kind in "sw" for n in range(30))
    with CaptureStore(tmp_path / "data") as store:
        assert list(verify(store)) == []
