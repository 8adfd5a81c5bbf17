"""What a page says of its own identity."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.page_head import PageHead, read_head

HERE = "https://www.iom.int/news/council-opens"
SAVED = f"<!-- saved from url=(0042){HERE} -->"


def head(inside, before="<!DOCTYPE html>", body="<body><p>Text"):
    return f'{before}<html lang="en-GB"><head>{inside}</head>{body}'.encode()


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        (head(f'<link rel="canonical" href="{HERE}" />'), HERE),
        (head(f"<LINK HREF='{HERE}' REL='Canonical'>"), HERE),
        (head(f"<link rel=canonical href={HERE}>"), HERE),
        (head(f'<link rel="alternate canonical" href=" {HERE} ">'), HERE),
        (head('<link rel="canonical" href="https://x.example/?a=1&amp;b=2">'), "https://x.example/?a=1&b=2"),
        (head(f'<meta property="og:url" content="{HERE}">'), HERE),
        (head(f'<meta name="og:url" content="{HERE}">'), HERE),
        (head("", before=SAVED), HERE),
        (head("", before="<!DOCTYPE html>\n" + SAVED + "\n"), HERE),
        (head(f'<meta property="og:url" content="https://b.example/"><link rel="canonical" href="{HERE}">'), HERE),
        (head('<meta property="og:url" content="https://b.example/x">', before=SAVED), "https://b.example/x"),
        (
            head(
                '<link rel="canonical" href="/news/council-opens"><meta property="og:url" content="https://www.iom.int/n">'
            ),
            HERE,
        ),
        (head('<link rel="canonical" href="/news/other">', before=SAVED), "https://www.iom.int/news/other"),
        (head('<link rel="canonical" href="/news/other">'), None),
        (head('<link rel="canonical" href="javascript:alert(1)">', before=SAVED), HERE),
        (head('<link rel="canonical" href="">', before=SAVED), HERE),
        (head(f'<!-- <link rel="canonical" href="{HERE}"> -->'), None),
        (head(f'<script>var a = \'<link rel="canonical" href="{HERE}">\';</script>'), None),
        (head(f'<!-- <body> --><link rel="canonical" href="{HERE}">'), HERE),
        (head("", body=f'<body><link rel="canonical" href="{HERE}">'), None),
        (head("", body="<body>" + " " * 3000 + SAVED), None),
        (head(f'<link rel="canonical" href="{HERE}">').decode().encode("utf-16"), HERE),
        (f'<link rel="canonical" href="{HERE}"><p>no head at all'.encode(), HERE),
        (b"", None),
        (b"plain text", None),
    ],
)
def test_address(markup, address):
    assert read_head(markup).address == address


def test_what_the_site_declares_is_not_where_it_was_saved_from():
    assert read_head(head("", before=SAVED)).declared is None
    assert read_head(head(f'<link rel="canonical" href="{HERE}">', before=SAVED)).declared == HERE


@pytest.mark.parametrize(
    ("markup", "node"),
    [
        (head('<link rel="shortlink" href="https://www.iom.int/node/12" />'), 12),
        (head('<link rel="shortlink" href="/fr/node/12">'), 12),
        (
            head(
                "", body='<body><script>{"path":{"baseUrl":"\\/","currentPath":"node\\/13","isFront":false}}</script>'
            ),
            13,
        ),
        (head("", body='<body><script>{"currentPath":"node/13"}</script>'), 13),
        (head("", body='<body class="html not-front page-node page-node-14 node-type-event">'), 14),
        (head("", body='<body class="page-node-type-event page-node-1x">'), None),
        (head('<link rel="shortlink" href="/go">', body='<article data-history-node-id="9">a teaser</article>'), None),
    ],
)
def test_node_number(markup, node):
    assert read_head(markup).node_id == node


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ('<html lang="fr">', "fr"),
        ('<html xml:lang="es" dir="ltr">', "es"),
        ('<html lang="pt_BR">', "pt"),
        ('<html lang="">', None),
        ("<html>", None),
        ('<html lang="x!">', None),
    ],
)
def test_language(tag, language):
    assert read_head(f"{tag}<head></head><body>".encode()).language == language


@given(st.binary(max_size=400) | st.text(alphabet="<>!-/ =\"'abcdehlnoprty:", max_size=400).map(str.encode))
def test_any_bytes_are_read(body):
    assert isinstance(read_head(body), PageHead)


HOSTILE = """
import resource
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
from scraper.fingerprint import text_fingerprint
from scraper.page_head import read_head
from scraper.passing_verdict import is_cut, verdict_of_file
for piece in (b"<!--", b"<script>", b"<link ", b"<meta '", b'<link rel="', b"<body ", b"<title ", b"<div>", b"<a href='", b"<!"):
    body = piece * 60_000
    read_head(body)
    is_cut(body)
    verdict_of_file(body)
    text_fingerprint(body, "text/html")
"""


def test_hostile_pages_are_read_in_bounded_time():
    """Patterns that backtrack, and parsers that are quadratic, would need hours for these."""
    assert subprocess.run([sys.executable, "-c", HOSTILE], check=False).returncode == 0
