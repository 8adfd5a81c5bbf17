"""How much of one page the grammar is given: enough for every page that people wrote, never more.

The longest page that is known has 15,000 characters, its longest line 1,000. A page of megabytes is an accident or an
attack; what stands beyond these bounds is left out, and the page says so. The capture keeps every byte.

A line longer than `LONGEST_LINE` is parted at a blank, behind a full stop where there is one: the parts are lines of
one element, as those that a ``<br>`` parts. Grammars may look at a whole line for each fact in it, so that the length
of lines bounds the time that a page takes; `parsers.words.sentences` bounds that of sentences in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.page import Block, Link, Page, assemble

MOST_TEXT = 200_000  # characters of a page that are read
MOST_BLOCKS = 10_000
LONGEST_LINE = 4_000  # characters


def keep_within(page: Page) -> Page:
    """The page, cut to what is read of one; `Page.problems` tells what was cut. Most pages stay as they are."""
    large = len(page.text) > MOST_TEXT or len(page.blocks) > MOST_BLOCKS
    if not large and all(len(block.text) <= LONGEST_LINE for block in page.blocks):
        return page
    before, lines = len(page.text), len(page.blocks)
    kept: list[Block] = []
    room = MOST_TEXT
    longest = 0
    for block in page.blocks:
        longest = max(longest, len(block.text))
        for start, end in _parts(block.text[:room]):
            if room > 0:
                kept.append(_part(block, start, min(end, start + room)))
            room -= end - start + 1
        if room <= 0 or len(kept) >= MOST_BLOCKS:
            break
    page.blocks = kept[:MOST_BLOCKS]
    assemble(page)
    if large:
        page.problems.append(
            f"too large: kept {len(page.text)} of {before} characters, {len(page.blocks)} lines of {lines}"
        )
    if longest > LONGEST_LINE:
        page.problems.append(f"too long a line: {longest} characters, parted after at most {LONGEST_LINE}")
    return page


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most `LONGEST_LINE` characters that make up a line, the blanks between them left out."""
    start = 0
    while len(text) - start > LONGEST_LINE:
        stop = start + LONGEST_LINE
        sentence = text.rfind(". ", start + LONGEST_LINE // 2, stop) + 1
        end = sentence or text.rfind(" ", start + 1, stop)
        if end <= start:
            end = stop  # a word without an end
        yield start, end
        start = end + text.startswith(" ", end)
    rest = start + len(text[start:].rstrip())
    if rest > start:
        yield start, rest


def _part(block: Block, start: int, end: int) -> Block:
    """The part of a block between two offsets of its text, bold runs and links relative to it as `assemble` wants."""
    first, last = block.start + start, block.start + end
    text = block.text[start:end]
    bold = [(max(a, first) - first, min(b, last) - first) for a, b in block.bold if a < last and first < b]
    links = [
        Link(max(link.start, first) - first, min(link.end, last) - first, link.url)
        for link in block.links
        if link.start < last and first < link.end
    ]
    return replace(
        block,
        text=text,
        bold=tuple((a, b) for a, b in bold if text[a:b].strip()),
        links=tuple(link for link in links if text[link.start : link.end].strip()),
        joined=block.joined or start > 0,
        gap=block.gap and start == 0,
    )
