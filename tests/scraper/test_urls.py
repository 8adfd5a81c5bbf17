"""Canonical addresses: what is one page and what is not."""

from datetime import UTC, datetime

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from scraper.urls import (
    AddressError,
    canonical,
    is_front_page,
    language_of,
    memento,
    node_of,
    path_of,
    resolve,
)

ONE_PAGE = [
    "https://www.iom.int/news/council-opens",
    "http://www.iom.int/news/council-opens",
    "https://iom.int/news/council-opens",
    "HTTPS://WWW.IOM.INT/news/council-opens",
    "https://www.iom.int:443/news/council-opens",
    "http://www.iom.int:80/news/council-opens",
    "https://www.iom.int/news/council-opens/",
    "https://www.iom.int//news/./council-opens",
    "https://www.iom.int/news/x/../council-opens",
    "https://www.iom.int/news/council-opens#main-content",
    "https://www.iom.int/news/council-opens?utm_source=x&utm_medium=y",
    "https://www.iom.int/news/council-opens?fbclid=IwAR0",
    "https://www.iom.int/news/council%2Dopens",
    "https://www.iom.int./news/council-opens?unknown=1",
    "  https://www.iom.int/news/council-opens\n",
]


@pytest.mark.parametrize("address", ONE_PAGE)
def test_spellings_of_one_page(address):
    assert canonical(address) == "https://www.iom.int/news/council-opens"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.iom.int/news/a", "https://www.iom.int/news/b"),
        ("https://www.iom.int/news/a", "https://www.iom.int/fr/news/a"),
        ("https://www.iom.int/news/a", "https://ukraine.iom.int/news/a"),
        ("https://www.iom.int/news/a", "https://www.iom.int/news/A"),
        ("https://www.iom.int/search?page=1", "https://www.iom.int/search?page=2"),
        ("https://www.iom.int/search?type[0]=press_release", "https://www.iom.int/search?type[0]=blog_list"),
        ("https://www.iom.int/a%2Fb", "https://www.iom.int/a/b"),
        ("https://www.iom.int:8443/a", "https://www.iom.int/a"),
        ("https://old.example.org/show.asp?id=5", "https://old.example.org/show.asp?id=6"),
        ("https://old.example.org/show.asp?12345", "https://old.example.org/show.asp?12346"),
        ("https://old.example.org/?q=%E9", "https://old.example.org/?q=%E8"),
    ],
)
def test_different_pages_stay_apart(one, other):
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("https://www.iom.int", "https://www.iom.int/"),
        ("https://iom.int/?page=0", "https://www.iom.int/"),
        ("https://www.iom.int/?q=node/5", "https://www.iom.int/node/5"),
        ("https://www.iom.int/index.php?q=fr/node/5&page=2", "https://www.iom.int/fr/node/5?page=2"),
        ("https://www.iom.int/search?page=2&keywords=&created=All", "https://www.iom.int/search?created=All&page=2"),
        ("https://www.iom.int/search?type%5B0%5D=x", "https://www.iom.int/search?type%5B0%5D=x"),
        ("https://mena.iom.int/ar/news/خبر", "https://mena.iom.int/ar/news/%D8%AE%D8%A8%D8%B1"),
        ("https://mena.iom.int/ar/news/%d8%ae%d8%a8%d8%b1", "https://mena.iom.int/ar/news/%D8%AE%D8%A8%D8%B1"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("https://www.iom.int/100% sure", "https://www.iom.int/100%25%20sure"),
        ("https://old.example.org/show.asp?12345", "https://old.example.org/show.asp?12345"),
        ("https://old.example.org/p?b=2&a=1&utm_campaign=z", "https://old.example.org/p?a=1&b=2"),
        ("http://[2001:DB8::1]:80/a", "https://[2001:db8::1]/a"),
    ],
)
def test_canonical_form(address, form):
    assert canonical(address) == form


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("mailto:info@iom.int", "not an http"),
        ("ftp://iom.int/x", "not an http"),
        ("javascript:alert(1)", "not an http"),
        ("/news/x", "not an http"),
        ("https:///news/x", "no host"),
        ("https://user:secret@iom.int/", "credentials"),
        ("https://iom.int/a\x00b", "control characters"),
        ("https://iom.int:99999/", "not an address"),
        ("https://io m.int/", "not a host name"),
        ("https://a..b/", "not a host name"),
        ("https://[::1/", "not an address"),
        ("https://iom.int/\ud800", "control characters"),
    ],
)
def test_what_is_no_address(address, why):
    with pytest.raises(AddressError, match=why):
        canonical(address)


hosts = st.sampled_from(["iom.int", "www.iom.int", "ukraine.iom.int", "www.example.org", "example.org:8080"])
paths = st.text(alphabet=st.sampled_from("abzAZ09-._~%/ é;خ+&=:@"), max_size=30)
queries = st.text(alphabet=st.sampled_from("abpageq=&%E9[]0/é;+ "), max_size=30)


@given(st.sampled_from(["http", "https", "HTTP"]), hosts, paths, queries)
@example("https", "iom.int", "", "q=../..")
@example("https", "iom.int", "", "q=index.php&q=")
@example("https", "iom.int", "%%341/%2e%2e/%2E", "")
@example("https", "example.org", "", "%=%&=a&b")
def test_canonical_is_a_fixed_point(scheme, host, path, query):
    form = canonical(f"{scheme}://{host}/{path}?{query}")
    assert canonical(form) == form
    assert form.isascii()
    assert form.startswith("https://")


plain = st.text("ab1.-_~", min_size=1, max_size=6)


@given(st.sampled_from(["iom.int", "www.iom.int", "a.b1", "a..b", ".a.b"]) | plain, st.lists(plain, max_size=4))
@example("a." + "b" * 260 + ".int", ["x"])
@example("www.iom.int", ["a", "..", "b"])
@example("www.iom.int", ["index.php"])
def test_an_address_that_looks_canonical_is_taken_as_it_would_be_after_a_closer_look(host, segments):
    rest = f"{host}/{'/'.join(segments)}"
    try:
        looked_at = canonical(f"HTTPS://{rest}")  # no canonical form, so it is taken apart
    except AddressError:
        looked_at = None
    try:
        taken = canonical(f"https://{rest}")
    except AddressError:
        taken = None
    assert taken == looked_at


@given(st.text(max_size=60))
def test_any_text_gives_an_address_or_a_reason(text):
    try:
        form = canonical(text)
    except AddressError as error:
        assert str(error)
    else:
        assert canonical(form) == form


@given(hosts, paths, st.sampled_from(["utm_source=a", "fbclid=1", "gclid=x", "PHPSESSID=0"]))
def test_scheme_fragment_and_tracking_never_matter(host, path, tracking):
    assume(path == path.rstrip())
    plain = canonical(f"https://{host}/{path}")
    assert canonical(f"http://{host}/{path}?{tracking}#top") == plain


@pytest.mark.parametrize(
    ("address", "language", "node"),
    [
        ("https://www.iom.int/fr/news/loim-salue/refugies-vulnerables", "fr", None),
        ("https://www.iom.int/es/node/111731", "es", 111731),
        ("https://www.iom.int/node/7", None, 7),
        ("https://www.iom.int/idm-second-session-2024", None, None),
        ("https://www.iom.int/node/7/edit", None, None),
        ("https://www.iom.int/pt-br/news/x", "pt", None),
        ("https://www.iom.int/", None, None),
    ],
)
def test_reading_an_address(address, language, node):
    assert canonical(address) == address
    assert (language_of(address), node_of(address)) == (language, node)


def test_path_is_decoded():
    assert path_of(canonical("https://mena.iom.int/ar/news/خبر")) == "/ar/news/خبر"


@pytest.mark.parametrize(
    ("address", "front"),
    [
        ("https://www.iom.int/", True),
        ("https://www.iom.int/fr", True),
        ("https://www.iom.int/index.php", True),
        ("https://www.iom.int/news", False),
    ],
)
def test_front_pages(address, front):
    assert is_front_page(address) is front


@pytest.mark.parametrize(
    ("address", "original", "time"),
    [
        (
            "https://web.archive.org/web/20120424103000/http://www.iom.int/jahia/x",
            "http://www.iom.int/jahia/x",
            datetime(2012, 4, 24, 10, 30, tzinfo=UTC),
        ),
        (
            "http://web.archive.org/web/20120424103000id_/https:/www.iom.int/a?b=c",
            "https://www.iom.int/a?b=c",
            datetime(2012, 4, 24, 10, 30, tzinfo=UTC),
        ),
        ("https://web.archive.org/web/2012/iom.int/x", "http://iom.int/x", datetime(2012, 1, 1, tzinfo=UTC)),
    ],
)
def test_wayback_addresses(address, original, time):
    found = memento(address)
    assert found is not None
    assert (found.original, found.captured_at) == (original, time)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.iom.int/web/20120424103000/http://x",
        "https://web.archive.org/web/20129924/http://x.org/",
        "nothing",
    ],
)
def test_no_wayback_address(address):
    assert memento(address) is None


def test_links_are_resolved():
    assert resolve("https://www.iom.int/news/a", "../events/b") == "https://www.iom.int/events/b"
    assert resolve("https://www.iom.int/news/a", "mailto:x@example.org") is None
