"""Sitemaps, feeds, listings and addresses, read from bytes that anybody may have written."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.discovery import Admission, ChannelError, is_trap, read_feed, read_moment, with_page
from scraper.discovery import read_sitemap as entries_of_sitemap
from scraper.reading import read_listing, read_page
from scraper.sites import SitesError, load_sites, registrable_domain

SITES = load_sites()
BASE = "https://www.iom.int/news/base"


def admission(*names: str) -> Admission:
    return Admission(SITES, SITES.select(names))


# sitemaps


def read_sitemap(body: bytes) -> list[tuple[str, str, str | None]]:
    return [(kind, entry.address, entry.moment) for kind, entry in entries_of_sitemap(body)]


def sitemap(inner: str, root: str = "urlset") -> bytes:
    return f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</{root}>'.encode()


def test_a_sitemap_names_pages_with_their_last_change() -> None:
    found = read_sitemap(
        sitemap(
            "<url><loc> https://www.iom.int/a </loc><lastmod>2026-05-23T10:00:00+02:00</lastmod></url>"
            "<url><lastmod>2026-05-23</lastmod><loc>https://www.iom.int/b</loc></url>"
            "<url><loc>https://www.iom.int/c</loc><lastmod>yesterday</lastmod></url><url></url>"
            '<url><loc>https://www.iom.int/d</loc><i:image xmlns:i="x"><i:loc>https://www.iom.int/d.jpg</i:loc></i:image></url>'
        )
    )
    assert found == [
        ("page", "https://www.iom.int/a", "2026-05-23T08:00:00.000Z"),
        ("page", "https://www.iom.int/b", "2026-05-23T00:00:00.000Z"),
        ("page", "https://www.iom.int/c", None),
        ("page", "https://www.iom.int/d", None),
    ]


def test_an_index_names_sitemaps_and_both_may_be_gzipped() -> None:
    body = sitemap("<sitemap><loc>https://www.iom.int/sitemap.xml?page=1</loc></sitemap>", "sitemapindex")
    assert read_sitemap(body) == read_sitemap(gzip.compress(body, mtime=0))
    assert read_sitemap(body) == [("sitemap", "https://www.iom.int/sitemap.xml?page=1", None)]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not xml",
        b"<html><body>Page not found</body></html>",
        sitemap("<url><loc>https://www.iom.int/a</loc>")[:-9],
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url></urlset>',
        gzip.compress(sitemap(""), mtime=0)[:-9],
    ],
)
def test_what_is_no_sitemap_says_so(body: bytes) -> None:
    with pytest.raises(ChannelError):
        read_sitemap(body)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_sitemap_or_none(body: bytes) -> None:
    try:
        read_sitemap(body)
    except ChannelError as error:
        assert str(error)


# feeds


def test_a_feed_names_pages_newest_first() -> None:
    feed = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>IOM</title>
      <item><title>A</title><link>https://www.iom.int/news/a</link><pubDate>Thu, 23 May 2026 10:00:00 +0200</pubDate></item>
      <item><title>B</title><link>/news/b</link></item><item><title>without a link</title></item></channel></rss>"""
    assert [(entry.address, entry.moment) for entry in read_feed(feed)] == [
        ("https://www.iom.int/news/a", "2026-05-23T08:00:00.000Z"),
        ("/news/b", None),
    ]


@pytest.mark.parametrize("body", [b"", b"/etc/passwd", b"https://www.iom.int/rss.xml", b"<html><body>x</body></html>"])
def test_what_is_no_feed_says_so_and_is_never_opened_as_a_file(body: bytes) -> None:
    with pytest.raises(ChannelError):
        read_feed(body)


def test_a_feed_without_items_is_a_feed() -> None:
    assert read_feed(b'<rss version="2.0"><channel><title>IOM</title></channel></rss>') == ()


# addresses


@pytest.mark.parametrize(
    ("printed", "address", "kind"),
    [
        ("/news/slug", "https://www.iom.int/news/slug", "press_release"),
        ("https://iom.int/news/slug?utm_source=x#top", "https://www.iom.int/news/slug", "press_release"),
        ("http://www.iom.int/es/news/slug/", "https://www.iom.int/es/news/slug", "press_release"),
        (
            "/fr/news/migrants/refugies-vulnerables",
            "https://www.iom.int/fr/news/migrants/refugies-vulnerables",
            "press_release",
        ),
        ("/idm-second-session-2024", "https://www.iom.int/idm-second-session-2024", "event"),
        ("/youth-and-migration-engaging-youth-key-partners-migration-governance", None, "event"),  # a seed
        ("/speeches/of-the-director", "https://www.iom.int/speeches/of-the-director", "speech"),
        ("/es/node/111731", "https://www.iom.int/es/node/111731", "page"),
        ("https://donate.iom.int/news/slug", "https://www.iom.int/news/slug", "press_release"),
    ],
)
def test_addresses_that_are_pages(printed: str, address: str | None, kind: str) -> None:
    candidate = admission().candidate(printed, base=BASE)
    assert candidate is not None
    assert candidate.address == (address or f"https://www.iom.int{printed}")
    assert candidate.kind == kind


@pytest.mark.parametrize(
    "printed",
    [
        *("/", "/fr", "/news", "/search?page=4", "/about-us", "/project/forum-on-x", "/user/login", "/news/x.pdf"),
        *("https://storyteller.iom.int/stories/x", "https://ukraine.iom.int/news/x", "https://evil.example/news/x"),
        *("javascript:void(0)", "mailto:a@b.c", "ftp://www.iom.int/news/x", "/news/" + "a" * 700, "/news/a/a/a"),
        *("/news/1/2/3/4/5/6/7/8/9", "https://[broken/news/x", ""),
    ],
)
def test_addresses_that_are_none_of_ours(printed: str) -> None:
    assert admission().candidate(printed, base=BASE) is None


def test_a_site_that_is_named_becomes_one_of_ours() -> None:
    candidate = admission("ukraine").candidate("https://ukraine.iom.int/news/x")
    assert candidate is not None and candidate.site.name == "ukraine"
    assert admission("ghana").candidate("https://ghana.iom.int/news/x") is not None, "any country site, by its name"
    assert admission("ghana.iom.int").hosts == {"ghana.iom.int"}
    for name in ("donate", "not a label", "evil.example.org"):
        with pytest.raises(SitesError):
            SITES.select([name])


@given(st.text(max_size=80))
def test_any_text_is_an_address_of_ours_or_none(printed: str) -> None:
    candidate = admission().candidate(printed, base=BASE)
    assert candidate is None or candidate.address.startswith("https://")


def test_traps() -> None:
    assert is_trap("https://www.iom.int/a/b/a/b/a/b")
    assert not is_trap("https://www.iom.int/fr/news/a/b")


def test_pages_of_a_listing() -> None:
    assert with_page("https://x.int/news", 0) == "https://x.int/news"
    assert with_page("https://x.int/news", 2) == "https://x.int/news?page=2"
    assert with_page("https://x.int/search?a=b", 2) == "https://x.int/search?a=b&page=2"


def test_moments() -> None:
    assert read_moment("2026-05-23") == "2026-05-23T00:00:00.000Z"
    assert read_moment("2026-05-23T10:00:00Z") == "2026-05-23T10:00:00.000Z"
    for text in ("", "23/05/2026", "2026-13-01", "0000-00-00", "9" * 40):
        assert read_moment(text) is None


@pytest.mark.parametrize(
    ("host", "domain"),
    [("www.iom.int", "iom.int"), ("iom.int", "iom.int"), ("a.b.un.org", "un.org"), ("www.iom.org.ua", "iom.org.ua")],
)
def test_one_owner_one_domain(host: str, domain: str) -> None:
    assert registrable_domain(host) == domain


# listings and pages


def test_a_listing_of_the_search_page() -> None:
    card = (
        '<div class="card"><a href="/news/{0}"><img></a><div class="article-detail"><div class="tag">News</div>'
        '<h5 class="title"><a href="/news/{0}"> Title  {0} </a></h5></div></div>'
    )
    listing = read_listing(
        f'<div class="view-header">Displaying 721 - 732 of 20 317</div>{card.format("a")}{card.format("b")}'
        '<ul class="pager__items"><li class="pager__item--next"><a href="?page=61" rel="next">Next</a></li></ul>'.encode(),
        "text/html; charset=utf-8",
    )
    assert [(item.link, item.title) for item in listing.cards] == [("/news/a", "Title a"), ("/news/b", "Title b")]
    assert (listing.first, listing.last, listing.total, listing.has_next) == (721, 732, 20317, True)


@pytest.mark.parametrize(
    "row",
    [
        '<div class="views-row"><h3><a href="/events/x">X</a></h3></div>',
        '<div class="views-row"><span class="views-field-title"><a href="/events/x">X</a></span></div>',
        '<ul class="table-row"><li class="specifics"><h2 class="h5"><a href="/events/x">X</a></h2></li></ul>',
        '<main><article><h2><a href="/events/x">X</a></h2></article></main>',
    ],
)
def test_listings_in_other_markup(row: str) -> None:
    assert [card.link for card in read_listing(row.encode(), "text/html").cards] == ["/events/x"]


def test_an_empty_listing_and_one_too_deep() -> None:
    assert read_listing(b'<div class="view-empty">No results</div>', "text/html").cards == ()
    assert read_listing(b"<div>" * 100_000, "text/html").cards == ()


def test_the_marks_of_a_page() -> None:
    facts = read_page(
        b"""<html lang="fr-CH"><head><title>Titre | OIM</title><link rel="canonical" href="https://www.iom.int/fr/news/x">
        <link rel="alternate" hreflang="en" href="https://www.iom.int/news/x"></head><body class="path-node">
        <header><nav><a href="/menu">Menu</a></nav></header><main><div data-history-node-id="12"
        class="node node--type-press-release"><p>Texte <a href="/idm-2024">lien</a> <a href="mailto:a@b.c">m</a></p></div></main>
        <footer><a href="/foot">x</a></footer></body></html>""",
        "text/html",
    )
    assert (facts.title, facts.language, facts.canonical) == ("Titre | OIM", "fr", "https://www.iom.int/fr/news/x")
    assert (facts.node_id, facts.node_type, facts.has_marker, facts.has_end) == (12, "press-release", True, True)
    assert facts.links == ("/idm-2024",)
    assert facts.alternates == ("https://www.iom.int/news/x",)
    assert read_page(b"<div>" * 100_000, None).too_deep


@given(st.binary(max_size=2000))
def test_any_bytes_are_some_page(body: bytes) -> None:
    read_page(body, "text/html")
    read_listing(body, None)
