"""Lines of text captures in which a lost table, or the end of the page, has glued cells and lines to each other.

"…transitions.10:45 - 12:30Panel 1: NetsSpeakers: Ms. A B, IOMMr. C D, ODI" is parted at times and at labels of people;
where that shows a lost table, also before titles of people, "Welcome by", days, and the description behind a title.
What the head of a lost table says of its columns is read first (`parsers.text.lost_tables`).
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from itertools import pairwise

from parsers.page import Block, Page
from parsers.text.lost_tables import glued_titles, part_rows
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.small_words import any_of
from parsers.words.vocabulary import load

_TIME = r"(?<![\d:/])(?<!\d\.)\d{1,2}[:.h]\d{2}"
TIME_RANGE = re.compile(rf"{_TIME}\s*(?:[ap]\.?m\.?)?\s*[-–—]\s*\d{{1,2}}[:.h]\d{{2}}(?:\s*[ap]\.?m\.?)?")
_HOUR_FIRST = re.compile(rf"\d{{1,2}}[:.h]\d{{2}}(?![AP]M)(?=[{CAPITALS}\u0621-\u064a][^\W\d_])")
_GLUED_TITLE = re.compile(r"(?<=[a-zà-ÿ)])(?=[A-ZÀ-Þ][a-zà-ÿ’']* [a-z])")
_BEFORE = r"(?<=[a-zà-ÿ)\]”\"?!.…])"
_LAST = 3  # lines of a page to which its furniture may be glued


def split_glued(page: Page) -> None:
    """Part the blocks of a page that hold several lines."""
    blocks: list[Block] = []
    tables = 1 + max((block.table for block in page.blocks if block.table is not None), default=-1)
    for block in part_rows(page.blocks, tables):
        cell = block.table is not None and block.table >= tables
        for number, piece in enumerate(_pieces(block.text, in_table=cell and not block.header)):
            if number == 0:
                block.text = piece
                blocks.append(block)
            elif cell:
                blocks.append(replace(block, text=piece, joined=True, gap=False))
            else:
                blocks.append(Block("paragraph", piece, label=block.label, joined=True))
    for block in blocks[-_LAST:]:
        block.text = _glued_furniture().sub("", block.text)
    page.blocks = blocks


def role_forms() -> str:
    """A label of people with its colon: "Speakers:", "Modératrice :"."""
    forms = alternatives(form for forms in load("roles")["label"].values() for form in forms if not form[0].islower())
    return rf"(?:{forms})\s?:"


@functools.cache
def _glued_label() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-zà-ÿA-Z)\]”\"?!.…])(?={role_forms()})")


@functools.cache
def _glued_by() -> re.Pattern[str]:
    forms = alternatives(form for forms in load("roles")["by"].values() for form in forms if form[0].isupper())
    return re.compile(rf"{_BEFORE}(?=(?:{forms}) {any_of('by')} )")


@functools.cache
def _glued_day() -> re.Pattern[str]:
    weekdays = {
        name[0].upper() + name[1:]
        for words in load("calendar").values()
        if isinstance(words, dict) and "weekdays" in words
        for forms in words["weekdays"]
        for name in forms
        if name.isascii() or name[0].lower() != name[0].upper()
    }
    days = alternatives(name for name in weekdays if len(name) > 3)
    numbered = alternatives(load("calendar")[language]["day"][0] for language in ("en", "fr", "es"))
    return re.compile(
        rf"{_BEFORE}(?=(?:{days}),? (?:{any_of('day_the')} )?\d{{1,2}}(?!\d)|(?:{numbered}) \d{{1,2}}(?!\d))"
    )


@functools.cache
def _glued_furniture() -> re.Pattern[str]:
    lines = {line for lines in load("page")["lines"].values() for line in lines if " " in line}
    return re.compile(
        rf"(?<=[^\W\d_{CAPITALS}])(?:{alternatives(lines)})\W*$|(?<=[.!?)”»])(?:{alternatives(lines)})\W*$"
    )


def _pieces(text: str, *, in_table: bool) -> list[str]:
    cuts = set()
    glued_table = in_table
    for match in TIME_RANGE.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if before and not before.isspace() and before not in "([|,–-/":
            cuts.add(match.start())
            glued_table = True
        elif after.isalpha() and not after.islower():
            glued_table = True
    glued_table = glued_table or _HOUR_FIRST.match(text) is not None
    if ":" in text:
        cuts.update(match.start() for match in _glued_label().finditer(text))
    if cuts or glued_table:
        cuts.update(match.start() for match in glued_titles().finditer(text))
    if glued_table:
        cuts.update(match.start() for pattern in (_glued_by(), _glued_day()) for match in pattern.finditer(text))
    edges = [0, *sorted(cuts), len(text)]
    pieces = [text[a:b].strip() for a, b in pairwise(edges)]
    if glued_table:
        pieces = [part for piece in pieces for part in _title_and_prose(piece)]
    return [piece for piece in pieces if piece]


def _title_and_prose(piece: str) -> list[str]:
    """A title and the description that lost its blank before it ("ReceptionThe grand finale of ...")."""
    if not piece.rstrip().endswith((".", "…")):
        return [piece]
    for match in _GLUED_TITLE.finditer(piece):
        if match.start() > 6 and len(piece) - match.start() > 60:
            return [piece[: match.start()], piece[match.start() :]]
    return [piece]
