"""A page's text with the words that say a fact marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
_LONG = 60_000  # characters up to which a text is shown in full
_AROUND = 12  # lines shown round marked ones where it is not


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a line. ``first`` is the beginning of the first marked words of the text."""

    text: str
    marked: bool = False
    first: bool = False


def marked_lines(text: str, spans: Iterable[Span]) -> list[list[Piece] | None]:
    """The lines of ``text`` in pieces; None stands for lines left out of a long text.

    Spans may overlap and may run over the end of a line; what lies outside the text is ignored.
    """
    merged = _merged(spans, len(text))
    first = merged[0][0] if merged else -1
    lines: list[list[Piece] | None] = []
    position = 0
    for line in text.split("\n"):
        lines.append(_pieces(line, position, merged, first))
        position += len(line) + 1
    return lines if len(text) <= _LONG else _shortened(lines)


def quotation(text: str, span: Span, around: int = 160) -> tuple[str, str, str]:
    """The words with what stands before and after them."""
    start, end = span
    before, after = text[max(0, start - around) : start], text[end : end + around]
    if start > around:
        before = "…" + before.partition(" ")[2]
    if end + around < len(text):
        after = after.rpartition(" ")[0] + "…"
    return before, text[start:end], after


def _merged(spans: Iterable[Span], length: int) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        start, end = max(start, 0), min(end, length)
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _pieces(line: str, position: int, spans: Sequence[Span], first: int) -> list[Piece]:
    pieces, done = [], 0
    for start, end in spans:
        inside_from, inside_to = max(start - position, 0), min(end - position, len(line))
        if inside_from >= inside_to:
            continue
        if inside_from > done:
            pieces.append(Piece(line[done:inside_from]))
        pieces.append(Piece(line[inside_from:inside_to], marked=True, first=position + inside_from == first))
        done = inside_to
    if done < len(line):
        pieces.append(Piece(line[done:]))
    return pieces


def _shortened(lines: list[list[Piece] | None]) -> list[list[Piece] | None]:
    """The first lines and those near marked ones."""
    kept = set(range(_AROUND))
    for number, line in enumerate(lines):
        if line and any(piece.marked for piece in line):
            kept |= set(range(number - _AROUND, number + _AROUND + 1))
    short: list[list[Piece] | None] = []
    for number, line in enumerate(lines):
        if number in kept:
            short.append(line)
        elif not short or short[-1] is not None:
            short.append(None)
    return short
