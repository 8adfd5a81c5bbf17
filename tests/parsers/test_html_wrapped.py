"""Paragraphs whose lines a page breaks by hand become one line again; lists of short lines stay lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.html import read_html
from parsers.html.wrapped import without_wraps
from parsers.page import Block, Link

TYPED = """Forty magistrates and police inspectors are meeting in<br>
Port-au-Prince, Haiti, from 15 to 17 November 2004 to work<br>
through the text that makes it a <b>crime to lend out a child as<br>
an unpaid servant</b>, says the <a href="/law">law that was<br>
printed last spring</a>.</p>
<p>Some 300,000 boys and girls are thought to live with families<br>
other than their own; the estimate dates from 1998."""


def lines_of(body: str) -> list[str]:
    page = read_html(f"<html><body><p>{body}</p></body></html>".encode(), "https://www.iom.int/x")
    return [block.text for block in page.blocks]


def test_lines_that_are_full_are_one_paragraph() -> None:
    assert lines_of(TYPED) == [
        "Forty magistrates and police inspectors are meeting in Port-au-Prince, Haiti, from 15 to 17 November 2004 to work "
        "through the text that makes it a crime to lend out a child as an unpaid servant, says the law that was printed last "
        "spring.",
        "Some 300,000 boys and girls are thought to live with families other than their own; the estimate dates from 1998.",
    ]


def test_bold_runs_and_links_stay_where_they_are() -> None:
    page = read_html(f"<html><body><p>{TYPED}</p></body></html>".encode(), "https://www.iom.int/x")
    block = page.blocks[0]
    assert [page.quote(*run) for run in block.bold] == ["crime to lend out a child as an unpaid servant"]
    assert " ".join(page.quote(link.start, link.end) for link in block.links) == "law that was printed last spring"


@pytest.mark.parametrize(
    "lines",
    [
        [
            "10:00 – 10:30 Opening",
            "10:30 – 12:00 Panel 1: The needs of those who came home",
            "12:00 – 13:00 Lunch",
            "13:00 Panel 2",
        ],
        [
            "10:00 – 10:45 Opening by the ministers of labour of the region",
            "10:45 – 12:00 Panel on the first year of the common register",
            "12:00 – 13:00 Lunch in the garden of the school of the town",
            "13:00 – 14:30 Panel on the money that is sent home each month",
            "14:30 – 16:00 Workshop on the words of the new common forms",
            "16:00 – 16:30 Closing by the mayor of the town of the lake",
        ],
        [
            "Ms. Anna Berg, Minister of Labour",
            "Mr. Li Wei, IOM",
            "Dr. Omar Sy, Director of Health, Ministry of Health, Mali",
            "Eva",
        ],
        ["A paragraph whose lines are far too long to be typed by hand on a page of any width that people use, " * 2]
        * 6,
    ],
)
def test_lists_and_whole_paragraphs_are_left_alone(lines: list[str]) -> None:
    assert lines_of("<br>".join(lines)) == [line.strip() for line in lines]


@given(st.lists(st.tuples(st.text("ab .,:", min_size=1, max_size=70).filter(str.strip), st.booleans()), max_size=20))
def test_no_word_is_lost_and_spans_lie_inside(lines: list[tuple[str, bool]]) -> None:
    blocks = []
    for words, joined in lines:
        text = words.strip()
        span = (0, len(text))
        blocks.append(Block("paragraph", text, bold=(span,), links=(Link(*span, "https://x.example"),), joined=joined))
    before = " ".join(block.text for block in blocks).split()
    after = without_wraps(blocks)
    assert " ".join(block.text for block in after).split() == before
    for block in after:
        for start, end in [*block.bold, *((link.start, link.end) for link in block.links)]:
            assert 0 <= start < end <= len(block.text)
