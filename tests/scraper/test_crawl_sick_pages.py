"""Pages that come back wrong: each fault on one page of a site that was crawled in good health the day before.

One crawl meets them all; every test asks three things: what was stored, what was not overwritten, which counter moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from scraper.unpacking import read_text
from tests.standin import Ran, Trial, a_trial, redirect_to, sites_file
from tests.standin.trial import QUICK

# fault, verdict, whether the body or what came of it is kept in the WARC file
SICK = {
    "short_length": "truncated",
    "short_chunked": "truncated",
    "reset": "truncated",
    "no_length_cut": "suspect",
    "half": "suspect",
    "empty": "truncated",
    "gzip_cut": "encoding",
    "gzip_crc": "encoding",
    "brotli": "encoding",
    "bomb": "truncated",
    "double_bomb": "encoding",
    "endless": "truncated",
    "drip": "truncated",
    "hang": "timeout",
    "big_header": "protocol",
    "bad_status": "protocol",
    "early_close": "protocol",
    "soft_404": "soft_404",
    "consent_wall": "interstitial",
    "challenge": "blocked",
    "incapsula_202": "blocked",
    "waf_header": "blocked",
    "waf_403": "blocked",
    "gone_404": "gone",
    "withheld": "withheld",
    "error_500": "server_error",
    "error_503": "server_error",
    "teapot": "rejected",
    "pdf": "not_a_page",
    "deep": "hostile",
    "redirect_loop": "rejected",
}
NO_ANSWER = {"hang", "big_header", "bad_status", "early_close"}
TRUNCATED = {"short_length": "disconnect", "short_chunked": "disconnect", "reset": "disconnect"} | {
    "endless": "length",
    "drip": "time",
}
MAX_WIRE, MAX_BODY = 2_000_000, 4_000_000


@dataclass
class Ward:
    """The crawl in good health, and the one that met the faults."""

    trial: Trial
    healthy: Ran
    sick: Ran
    paths: dict[str, str]
    before: dict[str, dict[str, object]]


@pytest.fixture(scope="module")
def ward() -> Iterator[Ward]:
    with a_trial(130, max_wire_bytes=MAX_WIRE, max_body_bytes=MAX_BODY, attempts=2) as trial:
        healthy = trial.crawl("--concurrency", "4")
        impatient = {"read_seconds": 3.0, "total_seconds": 8.0, "slow_after_seconds": 1.0}
        bounds = {"blocked_in_a_row": 100, "max_wire_bytes": MAX_WIRE, "max_body_bytes": MAX_BODY, "attempts": 2}
        sites_file(trial.sites, **{**QUICK, **impatient, **bounds})
        paths = [path for host, path in trial.site.pages if path.startswith("/news/")]
        # A fault a page, each between two pages in good health: a host that fails ten times in a row is left alone.
        chosen = dict(zip(SICK, paths[::2], strict=False))
        assert len(chosen) == len(SICK)
        before = {path: trial.known(path) for path in chosen.values()}
        for fault, path in chosen.items():
            trial.site.spoil(path, fault)
        trial.site.forward(hours=20)
        sick = trial.crawl("--recheck", "--concurrency", "4")
        yield Ward(trial, healthy, sick, chosen, before)


def test_the_site_in_good_health_comes_in_whole(ward: Ward) -> None:
    assert ward.healthy.code == 0
    assert ward.healthy.verdicts["ok"] == 130


@pytest.mark.parametrize("fault", SICK)
def test_a_sick_page_is_kept_as_evidence_and_changes_nothing(ward: Ward, fault: str) -> None:
    path = ward.paths[fault]
    captures = ward.trial.captures(path)
    assert [row["verdict"] for row in captures].count("ok") == 1, "only the healthy capture may count"
    assert captures[-1]["verdict"] == SICK[fault]
    assert captures[-1]["note"] or SICK[fault] == "gone"
    if fault in NO_ANSWER:
        assert captures[-1]["warc_file"] is None and captures[-1]["status"] is None
    else:
        assert captures[-1]["warc_file"] is not None
    known = ward.trial.known(path)
    for name in ("capture_id", "etag", "text_sha256", "node_id", "body_length"):
        assert known[name] == ward.before[path][name], f"{name} was overwritten"
    assert ward.trial.page(path)["gone_at"] is None
    assert ward.sick.verdicts[SICK[fault]] >= 1


@pytest.mark.parametrize(("fault", "why"), TRUNCATED.items())
def test_a_body_that_stops_early_says_why_in_the_warc_file(ward: Ward, fault: str, why: str) -> None:
    assert f"WARC-Truncated: {why}".encode() in ward.trial.warc_bytes()
    assert f"({why})" in ward.trial.last(ward.paths[fault])["note"]


def test_an_endless_body_is_cut_at_the_cap(ward: Ward) -> None:
    assert ward.trial.last(ward.paths["endless"])["body_length"] == MAX_WIRE


def test_a_page_that_shrank_is_fetched_a_second_time_before_it_is_believed(ward: Ward) -> None:
    for fault in ("no_length_cut", "half"):
        looks = [row["verdict"] for row in ward.trial.captures(ward.paths[fault])]
        assert looks == ["ok", "suspect", "suspect"]


def test_transport_errors_are_tried_again_but_not_for_ever(ward: Ward) -> None:
    assert [row["verdict"] for row in ward.trial.captures(ward.paths["early_close"])] == ["ok", "protocol", "protocol"]


def test_damaged_codings_are_tried_again_without_a_coding(ward: Ward) -> None:
    asked = [
        request.headers["accept-encoding"] for request in ward.trial.site.log if request.path == ward.paths["gzip_cut"]
    ]
    assert asked == ["gzip", "gzip", "identity"]


def test_the_healthy_pages_in_between_were_all_confirmed(ward: Ward) -> None:
    assert ward.sick.verdicts["not_modified"] >= 130 - len(SICK)
    assert ward.sick.report["gone"] == 0
    assert ward.sick.report["errors"] > 0


def test_bombs_and_endless_bodies_take_little_memory(ward: Ward) -> None:
    assert ward.sick.report["peak_memory_bytes"] < 150_000_000


# faults that are healed by asking again, or that are no fault of the page


def test_a_page_labelled_gzip_that_is_none_is_got_without_a_coding() -> None:
    with a_trial(24) as trial:
        path = next(path for _, path in trial.site.pages if path.startswith("/news/"))
        trial.site.spoil(path, "gzip_lie")
        ran = trial.crawl()
        assert [row["verdict"] for row in trial.captures(path)] == ["encoding", "ok"]
        assert trial.known(path)["verdict"] == "ok"
        assert ran.verdicts["encoding"] == 1 and ran.verdicts["ok"] == 24


def test_a_short_outage_is_healed_within_the_run() -> None:
    with a_trial(24) as trial:
        path = next(path for _, path in trial.site.pages if path.startswith("/news/"))
        trial.site.spoil(path, "error_500", times=2)
        ran = trial.crawl()
        assert ran.code == 0
        assert [row["verdict"] for row in trial.captures(path)] == ["server_error", "server_error", "ok"]


def test_charsets_are_read_by_what_the_page_itself_says() -> None:
    with a_trial(24) as trial:
        paths = [path for _, path in trial.site.pages if path.startswith("/news/")]
        trial.site.spoil(paths[0], "latin")
        trial.site.spoil(paths[1], "arabic")
        ran = trial.crawl()
        assert ran.code == 0
        raw = trial.warc_bytes()
        assert "Réunion à Abidjan, Côte d’Ivoire".encode("cp1252") in raw, "the bytes are kept as they came"
        assert "اجتماع المنظمة".encode("cp1256") in raw
    text = read_text("Réunion à Abidjan, d’été".encode("cp1252"), "text/html; charset=utf-8")
    assert (text.text, text.source, text.replaced) == ("Réunion à Abidjan, d’été", "repair", 0)
    page = '<meta charset="windows-1256"><p>اجتماع</p>'
    text = read_text(page.encode("cp1256"), "text/html")
    assert (text.text, text.source, text.replaced) == (page, "meta", 0)
    marked = read_text(b"\xef\xbb\xbfCaf\xc3\xa9", "text/html; charset=latin-1")
    assert (marked.text, marked.source) == ("Café", "bom")


def test_hostile_markup_is_no_reason_to_stop() -> None:
    with a_trial(24) as trial:
        path = next(path for _, path in trial.site.pages if path.startswith("/news/"))
        trial.site.spoil(path, "nulls")
        ran = trial.crawl()
        assert ran.code == 0
        assert trial.last(path)["verdict"] == "ok"


def test_cookies_are_neither_kept_nor_sent() -> None:
    with a_trial(24) as trial:
        trial.site.spoil("*", "cookies")
        ran = trial.crawl("--max-pages", "5")
        assert b"visitor-42" not in trial.warc_bytes()
        assert b"visitor-42" not in (trial.data / "ledger.db").read_bytes()
        assert "visitor-42" not in ran.stdout + ran.stderr
        assert not any("cookie" in request.headers for request in trial.site.log)


def test_a_redirect_from_https_down_to_http_is_not_followed() -> None:
    with a_trial(24) as trial:
        path = next(path for _, path in trial.site.pages if path.startswith("/news/"))
        trial.site.spoil(path, redirect_to("http://www.iom.int/news/plain"))
        ran = trial.crawl()
        assert trial.last(path)["verdict"] == "refused"
        assert trial.last(path)["status"] == 302
        assert "/news/plain" not in trial.site.paths()
        assert ran.verdicts["ok"] == 23
