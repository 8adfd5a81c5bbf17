"""Pages made to break a reader: every one gives a page, in bounded time and memory, and says what was wrong."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.html import MAX_MARKUP, read_html
from parsers.html.lines import MAX_BLOCKS, MAX_TEXT
from parsers.html.tokens import balanced, is_hostile
from parsers.page import Page

DEEP = "too deep: elements nested deeper than 400 were read without their place"
HOSTILE = {
    "nested": (b"<div>" * 100_000 + b"<p>heart</p>" + b"</div>" * 100_000, DEEP),
    "nested, unclosed": (b"<body>" + b"<span>" * 60_000 + b"heart", DEEP),
    "nested tables": (b"<table><tr><td>" * 20_000 + b"heart", DEEP),
    "nested details": (b"<details><summary>heart</summary>" * 30_000, DEEP),
    "one line": (b"heart " * 3_400_000, f"too large: read {MAX_MARKUP} of 20400000 characters"),
    "paragraphs": (b"<p>heart</p>" * 150_000, "too many tags: the first 250000 were read"),
    "null bytes": (b"\x00" * 1_000_000 + b"<p>he\x00art</p>", None),
    "a script in every attribute": (b"<p onclick='<script>alert(1)</script>' title=\"</p><script>\">heart</p>" * 5_000, None),
    "attributes": (b"<main><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">heart</p></main>", None),
    "open comments": (b"<p>heart</p>" + b"<!--" * 100_000 + b"<p>", None),
    "open scripts": (b"<p>heart<p>" + b"<script>" * 50_000, None),
    "open quotes": (b"<p>heart</p>" + b'<a href="' * 100_000, None),
    "brackets": (b"<p>heart</p>" + b"<" * 2_000_000, None),
    "entities": (b"heart &amp;&bogus;&#x10FFFF;&#xD800;&#0;&lt" * 10_000, None),
    "open fonts": (b"<p>heart</p>" + b"".join(b"<p><font a%d=1>x</p>" % n for n in range(4_000)), None),
    "cells": (b"<table>" + (b"<tr>" + b"<td>heart</td>" * 40 + b"</tr>") * 1_000, None),
    "spans of cells": (b"<table>" + b"<tr><td colspan=1000 rowspan=65534>heart</td></tr>" * 1_000, None),
    "tabs": (b"".join(b'<a href="#t%d">x</a><div id="t%d">heart</div>' % (n, n) for n in range(10_000)), None),
    "headings": (b"<p>heart</p>" + b"<h1>" * 60_000, DEEP),
    "broken letters": ("<p>heart é è ê ë</p>".encode() + b"<p>\xe2\x82</p>", "bad characters: 1"),
}  # fmt: skip


def check(page: Page) -> None:
    """What holds for every page: blocks and spans quote the text, and the text is clean."""
    assert page.text == "\n".join(block.text for block in page.blocks)
    assert len(page.text) <= MAX_TEXT + MAX_BLOCKS
    assert len(page.blocks) <= MAX_BLOCKS + 1
    for block in page.blocks:
        assert block.text
        assert page.quote(block.start, block.end) == block.text
        assert block.text == " ".join(block.text.split())
        assert unicodedata.is_normalized("NFC", block.text)
        spans = [*block.bold, *((link.start, link.end) for link in block.links)]
        for start, end in spans:
            assert block.start <= start < end <= block.end
            assert page.quote(start, end) == page.quote(start, end).strip()
        assert list(block.bold) == sorted(block.bold)
    page.text.encode()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages(name: str) -> None:
    body, problem = HOSTILE[name]
    page = read_html(body, "https://www.iom.int/x")
    check(page)
    assert "heart" in page.text
    if problem is not None:
        assert problem in page.problems


def test_hostile_pages_take_little_memory() -> None:
    lines = (
        "import resource",
        "from parsers.html import read_html",
        "from tests.parsers.test_html_hostile import HOSTILE",
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss",
        "for name in ('one line', 'paragraphs', 'nested details', 'cells'): read_html(HOSTILE[name][0], None)",
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300  # megabytes above the pages themselves


@pytest.mark.parametrize(
    "body",
    [b"", b"   ", b"<!DOCTYPE html>", b"<html><head><title>x</title></head></html>", b"<main></main>", b"\xff\xfe"],
)
def test_pages_without_text_say_so(body: bytes) -> None:
    page = read_html(body, None)
    check(page)
    assert page.blocks == []
    assert page.problems == ["no text"]


def test_the_reader_for_hostile_pages_reads_ordinary_markup_like_the_other() -> None:
    markup = (
        "<main><h1>Title</h1><p>One<p>Two <b>bold</b><br>Three<ul><li>Four<li>Five<ul><li>Six</ul></ul>"
        "<table><tr><td>09:00<td>Opening<tr><td>10:00<td>Panel</table><dl><dt>Date<dd>3 June</dl>"
        "<details><summary>Day 1</summary><p>Seven</details><a href='/x.pdf'>Eight</a></main>"
    )
    ordinary = read_html(markup.encode(), "https://www.iom.int/x")
    padding = "<i></i>" * 76_000
    assert is_hostile(markup + padding)
    hostile = read_html(markup.replace("</main>", padding + "</main>").encode(), "https://www.iom.int/x")
    assert hostile.blocks == ordinary.blocks
    assert hostile.title == ordinary.title == "Title"


NAMES = """div p b strong span a ul ol li table tr td th thead h1 h2 dl dt dd details summary button nav section br img
time figcaption main article script style svg select form pre font fieldset legend caption aside footer em"""
TAGS = st.sampled_from(NAMES.split())
ATTRIBUTES = st.sampled_from(
    (
        "", ' class="field field--name-field-date"', ' class="field__label"', ' class="field__item"', ' class="accordion-button"', ' id="a"',
        ' href="#a"', ' href="/x.pdf"', " href='http://[x'", ' class="tab-pane"', ' data-bs-toggle="tab" data-bs-target="#a"', ' role="tab"',
        ' colspan="3" rowspan="2"', ' datetime="2024-01-01"', ' class="visually-hidden"', ' class="node node--view-mode-full" data-history-node-id="1"',
        ' aria-labelledby="a"', ' data-preamble="Date"', ' class="paragraph paragraph--type--accordion-item"', ' size="5"', ' style="font-weight:bold"',
        ' class="label"', ' class="date"', ' class="tag"', " class=", ' title="a > b"', " checked", ' id="content"',
    )
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(
        (
            "Date",
            "3 June 2024",
            "Related items",
            "News",
            "Global",
            "09:00",
            " ",
            "\n",
            "&nbsp;",
            "&amp;",
            "e\u0301",
            "\u0301",
            "\u200b",
            "Day 1",
            "<",
            "&#x200d;",
            "x " * 30,
        )
    ),
    st.text(max_size=12),
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Markup that opens, closes and nests anyhow, out of what the reader knows."""
    parts = []
    for _ in range(draw(st.integers(0, 25))):
        tag = draw(TAGS)
        kind = draw(st.integers(0, 5))
        if kind == 0:
            parts.append(f"</{tag}>")
        elif kind <= 3:
            parts.append(f"<{tag}{draw(ATTRIBUTES)}>")
        parts.append(draw(WORDS))
    return "".join(parts)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(markup())
def test_any_markup_gives_a_page(text: str) -> None:
    check(read_html(text.encode("utf-8", "surrogatepass"), "https://www.iom.int/x"))


@settings(max_examples=150, deadline=None)
@given(markup())
def test_any_markup_gives_balanced_tokens(text: str) -> None:
    parts, _ = balanced(text)
    assert len(parts) % 2 == 1
    open_names: list[str] = []
    for tag in parts[1::2]:
        name = tag.split()[0] if tag.strip() else ""
        if name.startswith("/"):
            assert open_names.pop() == name[1:]
        elif name and name[0] not in "!?" and name not in ("br", "img"):
            open_names.append(name)
    assert open_names == []


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.none() | st.sampled_from(("text/html", "text/html; charset=utf-16", "x; charset=cp1256")),
)
def test_any_bytes_give_a_page(body: bytes, content_type: str | None) -> None:
    check(read_html(body, None, content_type))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_page(text: str) -> None:
    check(read_html(text.encode("utf-8", "surrogatepass"), text))
