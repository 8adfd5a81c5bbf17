"""Tables of text captures, whose cells stand between bars: "| 09.00 - 09.30 | Registration |"."""

from __future__ import annotations

import re

from parsers.clean import clean
from parsers.page import Block

_ROW = re.compile(r"^\s*\|(?P<cells>.*\|.*)$")
_RULE = re.compile(r"^[\s|:=+-]*$")  # "|---|:---:|" under a table's head
_FEWEST = 2  # rows


def is_bar_row(line: str) -> bool:
    """Whether a line can be a row: it begins with a bar, and has another."""
    return _ROW.match(line) is not None


def read_bar_table(lines: list[str], start: int, number: int, label: str | None) -> tuple[list[Block], int] | None:
    """The cells of the table whose first row is line ``start``, and the line behind it; None where one row is all.

    ``number`` is the table's on the page. A row with one cell that is not empty is as wide as the table.
    """
    end = start
    while end < len(lines) and is_bar_row(lines[end]):
        end += 1
    rows = [_cells(line) for line in lines[start:end]]
    if len(rows) < _FEWEST:
        return None
    headed = len(rows) > 1 and _RULE.match(lines[start + 1]) is not None
    width = max(len(cells) for cells in rows)
    blocks: list[Block] = []
    row = 0
    for line, cells in zip(lines[start:end], rows, strict=True):
        if _RULE.match(line):
            continue
        wide = len([cell for cell in cells if cell]) == 1 and bool(cells[0])
        for column, text in enumerate(cells):
            if text:
                block = Block("cell", text, label=label, table=number, row=row, column=column, gap=not blocks)
                block.colspan = width if wide else 1
                block.header = headed and row == 0
                blocks.append(block)
        row += 1
    return blocks, end


def _cells(line: str) -> list[str]:
    match = _ROW.match(line)
    cells = match["cells"].rstrip().removesuffix("|").split("|") if match else []
    return [clean(cell) for cell in cells]
