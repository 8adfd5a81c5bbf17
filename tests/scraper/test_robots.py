"""robots.txt by RFC 9309: which rules count, and what the status of the answer means."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scraper.robots import MAX_BYTES, choose, nothing_allowed, rules_from_answer

NOW = datetime(2026, 10, 1, tzinfo=UTC)
SITE = "https://www.iom.int"


def rules(text: str | bytes, status: int = 200, content_type: str = "text/plain"):  # type: ignore[no-untyped-def]
    body = text.encode() if isinstance(text, str) else text
    return rules_from_answer("www.iom.int", NOW, status, body, content_type)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /search/", "/search?type=x", True),
        ("User-agent: *\nDisallow: /search/", "/search/node", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),  # 2.2.2: the most specific match wins
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf?y", True),
        ("User-agent: iom-archive\nDisallow: /\n\nUser-agent: *\nAllow: /", "/news/x", False),  # our own group
        ("User-agent: IOM-Archive\nDisallow: /news", "/news/x", False),  # names know no case
        ("User-agent: other\nDisallow: /", "/news/x", True),
        ("User-agent: a\nUser-agent: iom-archive\nDisallow: /x", "/x", False),  # groups of several names
        ("User-agent: iom-archive\nDisallow: /x\nUser-agent: iom-archive\nDisallow: /y", "/y", False),  # merged
        ("User-agent: *\nDisallow:", "/anything", True),
        ("\ufeffUser-agent: *\nDisallow: /news", "/news/x", False),
        ("Disallow: /before-any-group", "/before-any-group", True),
        ("User-agent: *\r\nDisallow: /crlf\r\n", "/crlf", False),
        ("User-agent: * # all\nDisallow: /c # said why", "/c", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("", "/anything", True),
        ("complete nonsense\n\x00\x01", "/anything", True),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert rules(text).allows(SITE + path) is allowed


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (410, True), (401, True), (302, True), (429, False)])
def test_statuses_that_stand_for_rules(status: int, allowed: bool) -> None:
    assert rules("User-agent: *\nDisallow: /", status=status).allows(f"{SITE}/news/x") is allowed


@pytest.mark.parametrize("status", [500, 502, 503, 599])
def test_a_server_in_trouble_allows_nothing_but_robots_txt_itself(status: int) -> None:
    found = rules("User-agent: *\nAllow: /", status=status)
    assert not found.allows(f"{SITE}/news/x")
    assert found.allows(f"{SITE}/robots.txt")
    assert found.text is None


def test_an_html_page_holds_no_rules_and_the_operator_is_told() -> None:
    found = rules("<!DOCTYPE html><html><body>Disallow: /</body></html>", content_type="text/html")
    assert found.allows(f"{SITE}/news/x")
    assert "HTML" in (found.note or "")


def test_what_lies_beyond_the_limit_is_not_read_and_no_line_is_cut_in_two() -> None:
    text = "User-agent: *\nDisallow: /early\n" + "#" * (MAX_BYTES - 60) + "\nDisallow: /late-and-cut-in-two\n"
    found = rules(text)
    assert not found.allows(f"{SITE}/early")
    assert found.allows(f"{SITE}/late")


def test_bytes_that_are_no_utf_8_are_read_as_far_as_they_go() -> None:
    assert not rules(b"User-agent: *\nDisallow: /caf\xe9\nDisallow: /news\n").allows(f"{SITE}/news/x")


def test_crawl_delay_and_sitemaps() -> None:
    found = rules("User-agent: *\nCrawl-delay: 10\nSitemap: https://www.iom.int/sitemap.xml\n")
    assert found.crawl_delay == 10.0
    assert found.sitemaps == ("https://www.iom.int/sitemap.xml",)
    assert rules("User-agent: *\nCrawl-delay: never\n").crawl_delay is None
    assert rules("User-agent: *\nCrawl-delay: -5\n").crawl_delay is None


def test_the_last_good_copy_stands_in_for_a_while() -> None:
    good = rules("User-agent: *\nDisallow: /no\n")
    down = nothing_allowed("www.iom.int", NOW + timedelta(days=5), "no answer")
    chosen = choose(down, good, timedelta(days=30))
    assert chosen.allows(f"{SITE}/yes") and not chosen.allows(f"{SITE}/no")
    assert "copy of 2026-10-01" in (chosen.note or "")
    late = nothing_allowed("www.iom.int", NOW + timedelta(days=31), "no answer")
    assert choose(late, good, timedelta(days=30)) is late
    assert choose(down, None, timedelta(days=30)) is down
    fresh = rules("User-agent: *\nDisallow: /\n")
    assert choose(fresh, good, timedelta(days=30)) is fresh
