"""The fingerprint of a page: the same while it says the same, another as soon as it says something else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.fingerprint import is_too_deep, text_fingerprint

HTML = "text/html; charset=utf-8"
PARAGRAPH = "Delegates of forty states met in Geneva to speak of labour mobility and of remittances. " * 4


def drupal(
    seed=0, *, text=PARAGRAPH, title="Council opens", link="/files/agenda.pdf", when="2026-03-01T12:00:00Z", related="A"
):
    """A page in the markup of a Drupal site, with all that differs from fetch to fetch drawn from ``seed``."""
    token = f"{random.Random(seed).getrandbits(128):x}"
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} | Example</title>
<meta name="token" content="{token}"><link rel="stylesheet" href="/css/css_{token}.css"></head>
<body class="path-node"><header><form action="/search?t={token}"><input name="form_build_id" value="form-{token}"></form>
<nav><ul><li><a href="/a?{token}">Menu {token}</a></li></ul></nav></header>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="node node--type-press-release js-view-dom-id-{token}">
<h1>{title}</h1><div class="date"><time datetime="{when}">1 March 2026</time></div>
<img src="/styles/large/photo.jpg?itok={token[:8]}"><p>{text}</p><a href="{link}?v={token}#top">Agenda</a>
<div class="visually-hidden">{token}</div><script>var t = "{token}";</script>
<div class="related-content"><a href="/news/{related}">Related {related}</a></div>
<article class="node node--view-mode-teaser">Teaser {related}</article></div></main>
<footer>{token}</footer><script type="application/json" data-drupal-selector="drupal-settings-json">{{"t":"{token}"}}</script>
</body></html>""".encode()


def test_what_changes_on_every_fetch_changes_nothing():
    assert len({text_fingerprint(drupal(seed, related=str(seed)), HTML) for seed in range(5)}) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"text": PARAGRAPH + "One more sentence."},
        {"text": PARAGRAPH.replace("forty", "fifty")},
        {"title": "Council closes"},
        {"link": "/files/agenda-rev1.pdf"},
        {"when": "2026-03-02T12:00:00Z"},
    ],
)
def test_what_the_page_says_changes_it(change):
    assert text_fingerprint(drupal(**change), HTML) != text_fingerprint(drupal(), HTML)


def test_white_space_and_markup_do_not_count():
    one = f"<html><body><p>{PARAGRAPH}</p></body></html>".encode()
    other = f"<html><body>\n<p>\n {PARAGRAPH.replace(' ', '  ')}</p>\n<hr></body></html>".encode()
    assert text_fingerprint(one, HTML) == text_fingerprint(other, HTML)


def test_a_page_without_a_main_region_counts_whole():
    one = f"<html><body><table><tr><td>{PARAGRAPH}</td></tr></table><main></main></body></html>".encode()
    assert text_fingerprint(one, HTML) != text_fingerprint(one.replace(b"forty", b"fifty"), HTML)


def test_old_pages_in_other_encodings():
    declared = '<html><head><meta charset="windows-1252"></head><body><p>Événement à Genève</p></body></html>'
    plain = declared.replace("windows-1252", "utf-8")
    assert text_fingerprint(declared.encode("cp1252"), "text/html") == text_fingerprint(plain.encode(), "text/html")


def test_text_captures():
    one = b"URL: https://www.iom.int/x\n\nDelegates  met.\r\n"
    assert text_fingerprint(one, "text/plain") == text_fingerprint(
        b"URL: https://www.iom.int/x Delegates met.", "text/plain"
    )
    assert text_fingerprint(one, "text/plain") != text_fingerprint(one + b"Again.", "text/plain")


@pytest.mark.parametrize("body", [b"", b"  \n"])
def test_nothing_has_none(body):
    assert text_fingerprint(body, HTML) is None


@pytest.mark.parametrize(
    ("body", "deep"),
    [
        (b"<div>" * 100_000 + b"x", True),
        (b"<div>" * 1_000 + b"x" + b"</div>" * 1_000, False),
        (b"<p>one" * 50_000, False),
        (b"<div><br><img></div>" * 30_000, False),
        (b"<ul>" + b"<li>item" * 50_000 + b"</ul>", False),
    ],
)
def test_depth(body, deep):
    assert is_too_deep(body) is deep
    assert text_fingerprint(body, HTML)


@given(
    st.recursive(
        st.just("x"),
        lambda inner: st.lists(inner, max_size=3).map(
            lambda parts: "".join(
                f"<{tag} class='related cookie'>{part}</{tag}>"
                for tag, part in zip(("nav", "aside", "div", "svg"), parts, strict=False)
            )
        ),
        max_leaves=12,
    )
)
def test_noise_inside_noise_is_removed_safely(markup):
    assert text_fingerprint(f"<html><body><main>{PARAGRAPH}{markup}</main></body></html>".encode(), HTML)


@given(
    st.binary(max_size=300),
    st.sampled_from([None, HTML, "text/plain", "text/html; charset=nonsense", "text/html; charset=utf-7"]),
)
def test_any_bytes_have_one(body, content_type):
    assert text_fingerprint(body, content_type) == text_fingerprint(body, content_type)
