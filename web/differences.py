"""Two revisions of a page side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_CONTEXT = 3
_MOST_WORDS = 400  # in a line whose words are compared one by one
_MOST_PAIRS = 4_000_000  # of lines, up to which each is compared with each

Pieces = list[tuple[str, bool]]  # text, and whether it differs


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the comparison. A side that has no such line is None; ``gap`` counts equal lines left out."""

    kind: Literal["same", "changed", "gap"]
    before: Pieces | None = None
    after: Pieces | None = None
    before_number: int | None = None
    after_number: int | None = None
    gap: int = 0


def side_by_side(before: str, after: str) -> list[Line]:
    """Rows for all lines that differ, with a few equal ones round them. Empty where nothing differs."""
    old, new = before.split("\n"), after.split("\n")
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > _MOST_PAIRS)
    rows: list[Line] = []
    for place, (tag, i1, i2, j1, j2) in enumerate(codes := matcher.get_opcodes()):
        if tag == "equal":
            rows += _equal(old, i1, i2, j1, first=place == 0, last=place == len(codes) - 1)
        else:
            rows += _changed(old[i1:i2], new[j1:j2], i1, j1)
    return rows if any(row.kind == "changed" for row in rows) else []


def _equal(old: Sequence[str], i1: int, i2: int, j1: int, *, first: bool, last: bool) -> list[Line]:
    ahead, behind = (0 if first else _CONTEXT), (0 if last else _CONTEXT)
    size = i2 - i1
    shown = [
        Line("same", [(old[i1 + n], False)], [(old[i1 + n], False)], i1 + n + 1, j1 + n + 1)
        for n in range(size)
        if n < ahead or n >= size - behind
    ]
    left_out = size - len(shown)
    if left_out:
        shown.insert(min(ahead, len(shown)), Line("gap", gap=left_out))
    return shown


def _changed(old: Sequence[str], new: Sequence[str], i1: int, j1: int) -> list[Line]:
    rows = []
    for number, (one, other) in enumerate(zip_longest(old, new)):
        left, right = _words(one, other)
        rows.append(
            Line(
                "changed",
                left,
                right,
                i1 + number + 1 if one is not None else None,
                j1 + number + 1 if other is not None else None,
            )
        )
    return rows


def _words(one: str | None, other: str | None) -> tuple[Pieces | None, Pieces | None]:
    """Both lines in pieces, with the words marked that the other lacks."""
    if one is None or other is None:
        return ([(one, True)] if one is not None else None), ([(other, True)] if other is not None else None)
    left, right = _WORDS.findall(one), _WORDS.findall(other)
    if max(len(left), len(right)) > _MOST_WORDS:
        return [(one, True)], [(other, True)]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < 0.3:
        return [(one, True)], [(other, True)]
    pieces: tuple[Pieces, Pieces] = ([], [])
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        for side, text in zip(pieces, ("".join(left[i1:i2]), "".join(right[j1:j2])), strict=True):
            if text:
                side.append((text, tag != "equal"))
    return pieces
