"""Tables: where each cell stands, which rows are headers, and which tables only lay out a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from parsers.html.words import columns
from parsers.page import Block

# A cell of a layout table holds a page, a cell of a data table holds an entry.
_LAYOUT_BLOCKS = 14
_LAYOUT_CHARACTERS = 1500
_MAX_COLUMNS = 400


@dataclass(slots=True)
class Table:
    """A table that is being read: the place of its next cell, and what its end must know."""

    number: int
    first_block: int  # index of its first block
    presentation: bool = False
    row: int = -1
    column: int = 0
    in_head: bool = False
    nested: bool = False  # another table with text stands in it
    held: dict[int, int] = field(default_factory=dict)  # column -> rows for which a cell above still fills it
    widths: dict[int, int] = field(default_factory=dict)  # row -> its cells
    plain_cells: dict[int, int] = field(default_factory=dict)  # row -> its cells that are td
    head_rows: set[int] = field(default_factory=set)

    def start_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self.column = 0
        if self.held:
            self.held = {column: rows - 1 for column, rows in self.held.items() if rows > 1}

    def place_cell(self, colspan: int, rowspan: int, th: bool) -> int:
        """The column of the row's next cell; later cells are placed after it."""
        if self.row < 0:
            self.start_row()
        held = self.held
        while self.column in held and self.column < _MAX_COLUMNS:
            self.column += 1
        column = self.column
        self.column = min(column + colspan, _MAX_COLUMNS)
        if rowspan > 1:
            for covered in range(column, self.column):
                held[covered] = rowspan
        self.widths[self.row] = self.widths.get(self.row, 0) + 1
        if not th:
            self.plain_cells[self.row] = self.plain_cells.get(self.row, 0) + 1
        if self.in_head:
            self.head_rows.add(self.row)
        return column

    def finish(self, blocks: list[Block]) -> None:
        """Mark header cells among the table's blocks, or turn the blocks of a layout table into running text."""
        own = [block for block in blocks[self.first_block :] if block.table == self.number]
        if not own:
            return
        if self._is_layout(own):
            for block in own:
                block.table, block.row, block.column, block.colspan = None, 0, 0, 1
                if block.kind == "cell":
                    block.kind = "paragraph"
                    block.joined = block.joined and not block.gap
                    block.gap = block.gap or not block.joined
            return
        for block in own:
            if block.kind == "cell" and self._is_header_row(block.row):
                block.header = True
        self._mark_printed_header(own)

    def _is_layout(self, own: list[Block]) -> bool:
        if self.presentation or self.nested:
            return True
        if any(block.kind == "heading" and block.level == 1 for block in own):
            return True
        if max(self.widths.values()) == 1:
            return True
        cells = Counter((block.row, block.column) for block in own)
        rows = len({row for row, _ in cells})
        if rows == 1:
            return max(cells.values()) >= 3 or sum(len(block.text) for block in own) > 600
        if rows <= 3 and max(cells.values()) > _LAYOUT_BLOCKS:
            sizes: Counter[tuple[int, int]] = Counter()
            for block in own:
                sizes[block.row, block.column] += len(block.text)
            return max(sizes.values()) > _LAYOUT_CHARACTERS
        return False

    def _is_header_row(self, row: int) -> bool:
        """Whether a row of several cells stands in thead or is all th. (A lone wide cell is a heading, no header.)"""
        return self.widths.get(row, 0) > 1 and (row in self.head_rows or not self.plain_cells.get(row))

    def _mark_printed_header(self, own: list[Block]) -> None:
        """A first row of plain cells that names its columns ("Time", "Session") is a header too."""
        first = own[0].row
        head = [block for block in own if block.row == first]
        if len(head) < 2 or head[0].header or own[-1].row == first or any(block.kind != "cell" for block in head):
            return
        words = columns()
        if any(len(block.text) > 40 or any(map(str.isdigit, block.text)) for block in head):
            return
        named = sum(block.text.rstrip(": ").casefold() in words for block in head)
        if named == len(head) or (named and all(block.all_bold for block in head)):
            for block in head:
                block.header = True
