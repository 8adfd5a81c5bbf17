"""Tables of text captures that have lost their borders, but kept their head: "TimeTopicFacilitator".

The head says how many cells a row has, so that "9:30 – 10:45Module 1: Nets and ropesMs. A B, Guild of Ropes" is
parted where letters meet as no word has them ("ropesMs.", "GuildHall", "IOMAfrica"), each part a cell of its column.
Where the head's words stand apart, a row ends in somebody with a title; where each has a line, so has each cell.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import pairwise

from parsers.dates.finding import find_dates
from parsers.dates.times import find_times
from parsers.page import Block
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.small_words import any_of
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("agenda")
_LONGEST_HEAD = 90  # characters of a head
_BETWEEN_ROWS = 4  # lines between two rows: days, parts of the programme, what goes on
_NEAR = 3  # signs before a day or an hour that begins a row
_AR = "\u0621-\u064a"
_SMALL = "a-zß-öø-ÿāăąćčďđēęěğīıłńňōőřśşšţťūůűźżž"
# Where letters meet as no word has them: "sceneMs", "scene?Guild", "IOMAfrica", "2020Guild", "الضحيةالمدرب".
_BORDER = re.compile(
    rf"(?<=[{_SMALL}\])”»\"?!…])(?=[{CAPITALS}“«\"¿¡])"
    rf"|(?<=[{_SMALL}]{{2}}\.)(?=[{CAPITALS}])"
    rf"|(?<=[{CAPITALS}]{{2}})(?=[{CAPITALS}][{_SMALL}]{{2}})"
    rf"|(?<=\d)(?=[{CAPITALS}][{_SMALL}]{{2}})"
    rf"|(?<=[{_SMALL}]\))(?=[{CAPITALS}])"
    rf"|(?<=[ةى])(?=[{_AR}])|(?<=[؟?!)»”])(?=[{_AR}])"
)
_PIECE_OF_WORD = re.compile(r"[^\W\d_]*$")


@dataclass(slots=True)
class _Head:
    """The names of a table's columns, and how they stand: ``glued``, ``spaced`` or ``lines``."""

    columns: list[str]
    form: str


def part_rows(blocks: list[Block], number: int) -> list[Block]:
    """The blocks, rows below such a head as cells of tables; ``number`` is that of the first such table."""
    found: list[Block] = []
    head: _Head | None = None
    row = since = at = 0
    number -= 1
    while at < len(blocks):
        block = blocks[at]
        begun = _head_at(blocks, at)
        if begun is not None:
            head, row, since = begun, 0, 0
            number += 1
            found.extend(_cells(head.columns, number, 0, block))
            at += len(head.columns) if head.form == "lines" else 1
            continue
        cells = _row_at(blocks, at, head) if head is not None and block.kind in _LINES else None
        if cells is None:
            since += 1
            head = head if since <= _BETWEEN_ROWS else None
            found.append(block)
            at += 1
            continue
        row, since = row + 1, 0
        found.extend(_cells(cells, number, row, block))
        at += sum(map(bool, cells)) if head is not None and head.form == "lines" else 1
    return found


_LINES = ("paragraph", "item")


def _head_at(blocks: list[Block], at: int) -> _Head | None:
    """The head that begins at a block."""
    if blocks[at].kind not in (*_LINES, "heading"):
        return None
    found = _columns(blocks[at].text)
    if found is None:
        return None
    columns, glued = found
    if len(columns) > 1:
        spaced = len(columns) >= _FEWEST_SPACED and _of_people(columns[-1])
        return _Head(columns, "glued") if glued else _Head(columns, "spaced") if spaced else None
    below = [_columns(block.text, first=False) for block in blocks[at + 1 : at + _MOST_COLUMNS]]
    for names in below:
        if names is None or len(names[0]) != 1:
            break
        columns += names[0]
    return _Head(columns, "lines") if len(columns) >= _FEWEST_SPACED and _of_people(columns[-1]) else None


_FEWEST_SPACED, _MOST_COLUMNS = 3, 6


def _row_at(blocks: list[Block], at: int, head: _Head) -> list[str] | None:
    """The cells of the row that begins at a block; None where none does."""
    if head.form != "lines":
        return _row(blocks[at].text, head)
    cells = [blocks[at].text]
    if not _is_hours(cells[0]):
        return None
    for block in blocks[at + 1 : at + len(head.columns)]:
        if (
            block.kind not in _LINES
            or block.gap
            or _is_hours(block.text)
            or (len(cells) > 1 and _is_no_cell(block.text))
        ):
            break
        cells.append(block.text)
    return cells if len(cells) > 1 else None


def _is_hours(text: str) -> bool:
    hours = next(iter(find_times(text)), None) if len(text) <= _LONGEST_HOURS and text[:1].isdigit() else None
    return hours is not None and not text[hours.end :].strip(" .:–—-")


_LONGEST_HOURS = 30  # characters


def _is_no_cell(text: str) -> bool:
    """Whether a line behind the title is a label and what it labels, or a day."""
    return ":" in text[:_LONGEST_HOURS] or bool(find_dates(text[:_LONGEST_HOURS]))


def _cells(cells: list[str], number: int, row: int, line: Block) -> list[Block]:
    made: list[Block] = []
    for column, text in enumerate(cells):
        if text:
            gap = line.gap and not made
            made.append(
                Block("cell", text, label=line.label, table=number, row=row, column=column, header=row == 0, gap=gap)
            )
    return made


@functools.cache
def _head_words() -> re.Pattern[str]:
    forms = {*_WORDS.forms("column.column_names"), *_WORDS.forms("column.people"), *_WORDS.forms("column.hours")}
    return re.compile(alternatives({*(form[0].upper() + form[1:] for form in forms), *map(str.upper, forms)}))


@functools.cache
def _of_hours() -> frozenset[str]:
    return frozenset(form.casefold() for form in _WORDS.forms("column.hours"))


@functools.cache
def _of_dates() -> frozenset[str]:
    return frozenset(form.casefold() for form in _WORDS.forms("column.dates"))


@functools.cache
def _people_words() -> frozenset[str]:
    labels = (form for forms in load("roles")["label"].values() for form in forms)
    return frozenset(map(str.casefold, (*_WORDS.forms("column.people"), *labels)))


def _of_people(name: str) -> bool:
    return name.casefold() in _people_words()


def _columns(text: str, *, first: bool = True) -> tuple[list[str], bool] | None:
    """The names of columns that a line is made of, and whether they are glued; None for other lines.

    ``first``: the first of them must be that of days or hours.
    """
    text = text.strip()
    if len(text) > _LONGEST_HEAD or not text:
        return None
    words: list[str] = []
    at = 0
    glued = False
    while at < len(text):
        match = _head_words().match(text, at)
        if match is None:
            return None
        end = match.end()
        while end < len(text) and text[end] in " /|":
            end += 1
        glued = glued or end == match.end() < len(text)
        words.append(match.group())
        at = end
    return (words, glued) if not first or words[0].casefold() in _of_hours() | _of_dates() else None


def _row(text: str, head: _Head) -> list[str] | None:
    """The cells of a row on one line below a head; None for a line that is none."""
    cells: list[str] = []
    at = 0
    for number, name in enumerate(head.columns):
        end = at
        if number < len(head.columns) - 1 and name.casefold() in _of_dates():
            day = next(iter(find_dates(text[at:])), None)
            end = at + day.end if day is not None and day.start <= _NEAR else at
        elif number < len(head.columns) - 1 and name.casefold() in _of_hours():
            hours = next(iter(find_times(text[at:])), None)
            end = at + hours.end if hours is not None and hours.start <= _NEAR else at
        else:
            break
        cells.append(text[at:end].strip())
        at = end
    rest = text[at:].strip(" :–—-|")
    if not any(cells) or not rest:
        return None
    if head.form == "glued":
        return [*cells, *_parted(rest, len(head.columns) - len(cells))]
    for title in _spaced_titles().finditer(rest):
        if not _LEADS_ON.search(rest[: title.start()]):
            return [
                *cells,
                rest[: title.start()].strip(),
                *[""] * (len(head.columns) - len(cells) - 2),
                rest[title.start() :],
            ]
    return None


_SMALL_WORDS = any_of("and", "with", "by", "of", "at", "for", "from", "to", "as", "definite", "indefinite")
_LEADS_ON = re.compile(rf"(?:^|\s)(?:{_SMALL_WORDS}|[,;:(–—-])\s*$", re.IGNORECASE)


def _borders(text: str) -> list[int]:
    found = {match.start() for match in glued_titles().finditer(text)}
    for match in _BORDER.finditer(text):
        piece = _PIECE_OF_WORD.search(text, 0, match.start())
        if piece is None or piece.group() not in _inner_capitals():
            found.add(match.start())
    return sorted(at for at in found if 0 < at < len(text))


def _parted(text: str, count: int) -> list[str]:
    """The last ``count`` cells of a row: the title, what lies between, the last one; "" for those that are empty."""
    borders = _borders(text)
    if count == 1 or not borders:
        return [text, *[""] * (count - 1)]
    titles = [match.start() for match in glued_titles().finditer(text)]
    if count == 2:  # the title and one more
        cut = titles[0] if titles and titles[0] in borders else borders[0]
        return [text[:cut].strip(), text[cut:].strip()]
    cuts = [borders[0], *borders[len(borders) - (count - 2) :]] if len(borders) > count - 1 else borders
    edges = [0, *cuts, len(text)]
    cells = [text[a:b].strip() for a, b in pairwise(edges)]
    return [*cells, *[""] * (count - len(cells))]


@functools.cache
def _inner_capitals() -> frozenset[str]:
    return frozenset(load("session_kinds")["cells"]["inner_capitals"])


@functools.cache
def _titles() -> tuple[list[str], list[str]]:
    """Titles of somebody, Latin with a capital and Arabic, but for those that are names or common words as well."""
    honorifics = load("honorifics")
    forms = set(honorifics["before"]).difference(honorifics["name_like"], honorifics["shared_ar"])
    latin = [form for form in forms if form[0] in CAPITALS and len(form) > 1]
    arabic = [form for form in forms if len(form) >= _LONG_ENOUGH and form[0] not in CAPITALS and not form.isascii()]
    return latin, arabic


_LONG_ENOUGH = 4  # letters of an Arabic title that is told within letters


@functools.cache
def glued_titles() -> re.Pattern[str]:
    """A title of somebody right behind a word, before a name: "ropes|Ms. A B", "!|Dr A B", "الختام|السيدة ريم"."""
    latin, arabic = _titles()
    behind_capital = [form for form in latin if len(form.rstrip(".")) > 1]  # "IOM. This" ends no "M."
    return re.compile(
        rf"(?<=[{_SMALL}\])”»\"?!…])(?=(?:{alternatives(latin)})\.? ?[{CAPITALS}])"
        rf"|(?<=[{CAPITALS}])(?=(?:{alternatives(behind_capital)})\.? [{CAPITALS}])"
        rf"|(?:(?<=[{_AR}]{{3}})|(?<=[؟?!)»”]))(?=(?:{alternatives(arabic)}) [{_AR}])"
    )


@functools.cache
def _spaced_titles() -> re.Pattern[str]:
    latin, arabic = _titles()
    return re.compile(
        rf"(?<=\s)(?:(?=(?:{alternatives(latin)})\.? [{CAPITALS}])|(?=(?:{alternatives(arabic)}) [{_AR}]))"
    )
