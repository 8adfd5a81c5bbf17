"""Tables of text captures, whose cells stand between bars, "| 09.00 - 09.30 | Registration |", or tabs."""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.clean import clean
from parsers.page import Block

_ROW = re.compile(r"^\s*\|(?P<cells>.*\|.*)$")
_RULE = re.compile(r"^[\s|:=+-]*$")  # "|---|:---:|" under a table's head
_FEWEST = 2  # rows
_FEWEST_CELLS = 3  # of the longest row between tabs: a tab can stand between an hour and its title as well
_HOUR = re.compile(r"\s*\d{1,2}\s?[:.hH]\s?\d\d")
_BULLET = re.compile(r"\s*[•·▪‣◦●*–-]?\s*$")


def bars_for_tabs(lines: list[str]) -> list[str]:
    """The lines, rows of a programme whose cells stand between tabs as rows between bars.

    A line with no tab among them, such as a day, is a row of one cell.
    """
    rows = [number for number, line in enumerate(lines) if "\t" in line and _is_tabbed(line)]
    if len(rows) < _FEWEST or max(len(_between_tabs(lines[number])) for number in rows) < _FEWEST_CELLS:
        return lines
    if sum(_HOUR.match(lines[number]) is not None for number in rows) < _FEWEST:
        return lines
    made = list(lines)
    for number in rows:
        made[number] = f"| {' | '.join(cell.strip() for cell in lines[number].split(chr(9)))} |"
    for before, after in pairwise(rows):
        between = [number for number in range(before + 1, after) if lines[number].strip()]
        if len(between) == 1 and after - before <= _NEAR and _HOUR.match(lines[after]):
            for number in range(before + 1, after):
                made[number] = f"| {lines[number].strip()} | |" if number in between else "| | |"
    return made


_NEAR = 4  # lines between two rows with a day between them


def _between_tabs(line: str) -> list[str]:
    return [cell for cell in line.split("\t") if cell.strip()]


def _is_tabbed(line: str) -> bool:
    first, _tab, rest = line.partition("\t")
    return bool(rest.strip()) and "|" not in line and _BULLET.match(first) is None


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
