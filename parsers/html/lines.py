"""The line that is being read: its text in pieces, with marks where bold runs and links begin and end, until it ends
and becomes a block.

`Lines` is the lower half of the builder: it knows text and borders, no elements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from unicodedata import is_normalized, normalize

from parsers.clean import clean, normalise
from parsers.html.links import Addresses
from parsers.html.tables import Table
from parsers.page import Block, BlockKind, Link

MAX_TEXT = 2_000_000  # characters kept of one page
MAX_BLOCKS = 20_000

# Marks in a line beside its text. A link's start is its address in a tuple.
BOLD_ON, BOLD_OFF, LINK_OFF = 1, 2, 3

# Kinds whose later lines belong to the first: the rest of a list item or a cell.
_ONE_ELEMENT = frozenset(("item", "cell", "term", "definition", "caption", "heading"))
_BREAKS_PARAGRAPH = frozenset(("paragraph", "heading", "field_value", "field_label", "caption", "label"))


@dataclass(slots=True)
class Context:
    """What a line becomes where the builder stands."""

    kind: BlockKind = "paragraph"
    level: int = 0
    field: str | None = None
    long: bool = True  # inside the field, text is running text and not the field's value
    table: Table | None = None
    row: int = 0
    column: int = 0
    colspan: int = 1
    depth: int = 0  # of the element that set it
    lines: int = 0  # lines already read in it


@dataclass(slots=True)
class Capture:
    """The caption of a tab or an accordion panel, while it is read; borders within it are blanks."""

    depth: int
    scope: int  # depth of the element whose content the caption labels, where no panel is named
    target: str
    own_id: str


@dataclass(slots=True)
class Lines:
    """The blocks of a page so far, and the line that is being read."""

    addresses: Addresses
    blocks: list[Block] = field(default_factory=list)
    cut: bool = False  # there was more text than is kept

    _line: list[Any] = field(default_factory=list)
    _has_text: bool = False
    _fresh: bool = True  # nothing was read yet since the last border
    _breaks: int = 0
    _bold: int = 0
    _link: str | None = None
    _alternative: str | None = None  # name of the linked file, should the link show nothing else
    _line_bold: bool = False  # the line began bold
    _line_link: str | None = None  # the line began in this link
    _large: list[int] = field(default_factory=list)  # levels of the large letters that are open
    _line_large: int = 0  # the line began in large letters of this level
    _large_until: int | None = None  # pieces of the line when they ended
    _times: list[tuple[str, bool]] = field(default_factory=list)  # time, whether it ends a range
    _context: Context = field(default_factory=Context)
    _label: str | None = None
    _capture: Capture | None = None
    _size: int = 0

    def _bold_on(self) -> None:
        self._bold += 1
        if self._bold == 1:
            self._line.append(BOLD_ON)

    def _bold_off(self) -> None:
        if self._bold:
            self._bold -= 1
            if self._bold == 0:
                self._line.append(BOLD_OFF)

    def _link_off(self) -> None:
        if self._link is None:
            return
        if self._alternative is not None:
            if not self._link_shows_text():
                self._line.append(self._alternative)
                self._has_text = True
            self._alternative = None
        self._link = None
        self._line.append(LINK_OFF)

    def _link_shows_text(self) -> bool:
        for piece in reversed(self._line):
            if type(piece) is tuple:
                return False
            if type(piece) is str and not piece.isspace():
                return True
        return False

    def _break(self) -> None:
        if self._capture is not None:
            self._line.append(" ")
            return
        if self._has_text:
            self._flush()
            self._breaks = 1
        else:
            self._breaks += 1

    def _preformatted(self, text: str) -> None:
        """Text in pre: blank lines part paragraphs; lines that fill the page's width are one paragraph."""
        for number, paragraph in enumerate(re.split(r"\n[ \t\r]*\n", text)):
            if number:
                self._boundary()
            lines = paragraph.split("\n")
            wrapped = [len(line.rstrip()) >= 55 for line in lines]
            if self.cut:
                return
            for index, line in enumerate(lines):
                if self.cut:
                    return
                if index:
                    if wrapped[index - 1] and (line.lstrip()[:1].islower() or wrapped[index]):
                        self._line.append(" ")
                    else:
                        self._break()
                if line:
                    self._line.append(line)
                    self._has_text = self._has_text or not line.isspace()

    def _boundary(self) -> None:
        """The border of an element that stands on lines of its own."""
        if self._capture is not None:
            self._line.append(" ")
            return
        if self._has_text:
            self._flush()
        elif self._line:
            self._reset_line()
        self._fresh = True
        self._breaks = 0

    def _reset_line(self) -> None:
        self._line.clear()
        self._has_text = False
        self._line_bold = self._bold > 0
        self._line_link = self._link
        self._line_large = self._large[-1] if self._large else 0
        self._large_until = None

    def _flush(self) -> None:
        """End the line and make it a block."""
        if self._capture is not None:
            self._line.append(" ")
            return
        if not self._has_text:
            if self._line:
                self._reset_line()
            return
        line = self._line
        if len(line) == 1 and self._line_link is None:
            text = clean(unescape(line[0]) if "&" in line[0] else line[0])
            bold: tuple[tuple[int, int], ...] = ((0, len(text)),) if self._line_bold else ()
            links: tuple[Link, ...] = ()
        else:
            text, bold, links = composed(line, self._line_bold, self._line_link)
        context = self._context
        kind = context.kind
        level = context.level if kind in ("item", "heading") else 0
        if self._line_large and kind == "paragraph" and len(text) <= 200 and self._is_large():
            kind, level = "heading", self._line_large
        self._reset_line()
        if not text:
            return
        one = context.kind in _ONE_ELEMENT and context.lines > 0
        table = context.table
        block = Block(
            kind,
            text,
            0,
            level,
            self._label,
            table.number if table is not None else None,
            context.row,
            context.column,
            context.colspan,
            False,
            context.field,
            None,
            None,
            bold,
            links,
            one or not self._fresh,
            self._breaks > 1 or (self._fresh and (one or kind in _BREAKS_PARAGRAPH)),
        )
        if self._times:
            self._set_times(block)
        context.lines += 1
        self._fresh = False
        self._breaks = 0
        self._emit(block)

    def _set_times(self, block: Block) -> None:
        starts = [value for value, end in self._times if not end]
        ends = [value for value, end in self._times if end]
        block.datetime = starts[0] if starts else None
        block.datetime_end = ends[0] if ends else starts[1] if len(starts) > 1 else None
        self._times.clear()

    def _emit(self, block: Block) -> None:
        if self.cut:
            return
        room = MAX_TEXT - self._size
        if len(block.text) > room:
            self.cut = True
            block = Block(block.kind, block.text[:room].rstrip(), level=block.level, label=block.label)
        if block.text:
            self.blocks.append(block)
        self._size += len(block.text)
        self.cut = self.cut or len(self.blocks) >= MAX_BLOCKS

    def _is_large(self) -> bool:
        """Whether all of the line is in large letters."""
        if self._large_until is None:
            return True
        return not any(type(piece) is str and not piece.isspace() for piece in self._line[self._large_until :])


def composed(
    line: list[Any], bold: bool, link: str | None
) -> tuple[str, tuple[tuple[int, int], ...], tuple[Link, ...]]:
    """A line of several pieces as clean text with the spans of its bold runs and links."""
    out: list[str] = []
    length = 0
    blank = False
    bold_from = link_from = -1  # -1: waits for the first letter
    runs: list[list[int]] = []
    links: list[Link] = []
    for piece in line:
        if type(piece) is str:
            if "&" in piece:
                piece = unescape(piece)
            if piece.isascii() and piece.isprintable() and "  " not in piece:
                text = piece.strip()
            else:
                piece = normalise(piece)
                text = " ".join(piece.split())
            if not text:
                blank = blank or bool(piece)
                continue
            if length and (blank or piece[0].isspace()):
                out.append(" ")
                length += 1
            if bold and bold_from < 0:
                bold_from = length
            if link is not None and link_from < 0:
                link_from = length
            out.append(text)
            length += len(text)
            blank = piece[-1].isspace()
        elif piece == BOLD_ON:
            bold = True
        elif piece == BOLD_OFF:
            if bold_from >= 0:
                runs.append([bold_from, length])
            bold, bold_from = False, -1
        elif piece == LINK_OFF:
            if link is not None and link_from >= 0:
                links.append(Link(link_from, length, link))
            link, link_from = None, -1
        else:
            if link is not None and link_from >= 0:
                links.append(Link(link_from, length, link))
            link, link_from = piece[0], -1
    if bold_from >= 0:
        runs.append([bold_from, length])
    if link is not None and link_from >= 0:
        links.append(Link(link_from, length, link))
    text = "".join(out)
    spans = _merged(runs, text) if len(runs) > 1 else tuple((a, b) for a, b in runs)
    if not is_normalized("NFC", text):  # letters that were parted by a tag
        return _renormalised(text, spans, links)
    return text, spans, tuple(links)


def _merged(runs: list[list[int]], text: str) -> tuple[tuple[int, int], ...]:
    """Bold runs, joined where nothing but a blank parts them."""
    merged = [runs[0]]
    for run in runs[1:]:
        if text[merged[-1][1] : run[0]].strip():
            merged.append(run)
        else:
            merged[-1][1] = run[1]
    return tuple((a, b) for a, b in merged)


def _renormalised(
    text: str, runs: tuple[tuple[int, int], ...], links: list[Link]
) -> tuple[str, tuple[tuple[int, int], ...], tuple[Link, ...]]:
    """The same in NFC; a span that held nothing but an accent is gone."""

    def moved(position: int) -> int:
        return len(normalize("NFC", text[:position]))

    spans = ((moved(a), moved(b)) for a, b in runs)
    moved_links = (Link(moved(link.start), moved(link.end), link.url) for link in links)
    return (
        normalize("NFC", text),
        tuple((a, b) for a, b in spans if a < b),
        tuple(link for link in moved_links if link.start < link.end),
    )
