"""Paragraphs of old static pages whose every line ends in a ``<br>``, as they were typed: about 60 letters a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from parsers.page import Block, Link

_NARROWEST, _WIDEST = 45, 90  # characters of the longest line
_LONGER = 0.15  # share of lines that may be longer all the same
_LEAST = 4  # lines that do not end their paragraph
_SLACK = 8  # characters by which a full line may fall short of the longest
_FULL = 0.6  # share of these lines that are full
_PROGRAMME = 3  # lines that begin with an hour
_HOUR_FIRST = re.compile(r"(?:[^\W\d]+\s)?[\d٠-٩]{1,2}\s?[:.hH]\s?[\d٠-٩]{2}(?!\d)")
_SMALL = 0.4  # share of lines that begin in a small letter
# What begins a line of its own: an item of a programme or a list, a label.
_BEGINS = re.compile(r"\d{1,2}\s?[:.hH]\s?\d\d\b|[•·▪*–-]\s|\d{1,2}[.)]\s|[A-ZÀ-Þ][\w'’ -]{1,30}\s?:\s")


def without_wraps(blocks: list[Block]) -> list[Block]:
    """The blocks with lines made one where the next word would not have fitted, if the page is typed so."""
    pairs = [(one, other) for one, other in pairwise(blocks) if _in_one_paragraph(one, other)]
    if len(pairs) < _LEAST:
        return blocks
    lengths = [len(block.text) for pair in pairs for block in pair]
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    if width < _NARROWEST or sum(length > width for length in lengths) > _LONGER * len(lengths):
        return blocks
    full = sum(_is_full(one, other, width) for one, other in pairs)
    if full < max(_LEAST, _FULL * len(pairs)) or _mostly_capitals([other.text[0] for _one, other in pairs]):
        return blocks
    if sum(_HOUR_FIRST.match(other.text) is not None for _one, other in pairs) >= _PROGRAMME:
        return blocks
    return list(_rewrapped(blocks, width))


def _mostly_capitals(letters: list[str]) -> bool:
    """Whether lines begin in capitals, as items of a list do; where running text was broken, most do not."""
    cased = [letter for letter in letters if letter.isupper() or letter.islower()]
    return sum(letter.islower() for letter in cased) < _SMALL * len(cased)


def _in_one_paragraph(one: Block, other: Block) -> bool:
    return (
        other.joined
        and one.kind == other.kind == "paragraph"
        and one.table is other.table is None
        and (one.field, one.label) == (other.field, other.label)
    )


def _is_full(one: Block, other: Block, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    return len(one.text) + 1 + len(other.text.split(maxsplit=1)[0]) > width - _SLACK


def _rewrapped(blocks: list[Block], width: int) -> Iterator[Block]:
    waiting: Block | None = None
    last: Block | None = None  # the last line in it
    for block in blocks:
        if waiting is not None and last is not None and _goes_on(last, block, width):
            _append(waiting, block)
        else:
            if waiting is not None:
                yield waiting
            waiting = block
        last = Block(block.kind, block.text, label=block.label, table=block.table, field=block.field)
    if waiting is not None:
        yield waiting


def _goes_on(line: Block, following: Block, width: int) -> bool:
    if not _in_one_paragraph(line, following) or _BEGINS.match(following.text):
        return False
    return _is_full(line, following, width) or following.text[0].islower()


def _append(block: Block, line: Block) -> None:
    """Put a line behind a block's text."""
    shift = len(block.text) + 1
    block.text = f"{block.text} {line.text}"
    runs = [*block.bold, *((a + shift, b + shift) for a, b in line.bold)]
    if block.bold and line.bold and block.bold[-1][1] + 1 == line.bold[0][0] + shift:
        at = len(block.bold)
        runs[at - 1 : at + 1] = [(runs[at - 1][0], runs[at][1])]
    block.bold = tuple(runs)
    block.links = (*block.links, *(Link(link.start + shift, link.end + shift, link.url) for link in line.links))
