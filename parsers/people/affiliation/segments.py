"""An affiliation cut into segments at its commas, semicolons, dashes and bars.

"Deputy Minister of Labour, Government of Kenya" has two, "Directora – OIM Perú" has two as well. Brackets are kept
whole, and so is the name of an office with a dash inside: "OIM - Spain".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.places.countries import country_of


@dataclass(slots=True)
class Segment:
    """A part of an affiliation, with its span in the text."""

    text: str
    start: int
    end: int


BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^\[\]]*)\]")
ACRONYM = re.compile(r"[\s,]*[A-Z]{2,8}\s*")
_SEPARATOR = re.compile(r"[,،;؛|•:/\s–—](?:(?<=[–—])|(?<!\s)(?=\s|$)|(?<=\s)[-–—](?=\s)|(?<=[,،;؛])(?=[^\W\d_]))")


def blank_brackets(text: str, fill: str = " ") -> str:
    """The text with what stands in brackets blanked out, offsets kept."""
    if "(" not in text and "[" not in text:
        return text
    return BRACKET.sub(lambda match: fill * len(match.group()), text)


def segments_of(text: str, start: int) -> list[Segment]:
    """The segments from ``start`` on, without the signs around them; empty ones are left out."""
    found: list[Segment] = []
    blanked = text[:start] + blank_brackets(text[start:])
    position = start
    for match in _SEPARATOR.finditer(blanked, start):
        if match.group()[-1] in "-–—" and _is_office(blanked[position : match.start()], blanked[match.end() :]):
            continue
        _add_segment(found, text, position, match.start())
        position = match.end()
    _add_segment(found, text, position, len(text))
    return found


def _add_segment(found: list[Segment], text: str, start: int, end: int) -> None:
    piece = text[start:end].strip(" .,;:|•").lstrip("-–— ")
    piece = piece.rstrip(")").rstrip() if piece.endswith(")") and "(" not in piece else piece
    if "(" in piece and ")" not in piece:
        piece = piece[: piece.index("(")].rstrip(" ,;:–—-") or piece[1:]  # the text is cut in "Chile (Presentat"
    if piece:
        offset = text.find(piece, start)
        found.append(Segment(" ".join(piece.split()), offset, offset + len(piece)))


def _is_office(left: str, right: str) -> bool:
    """Whether a dash stands inside the name of an office: "OIM - Spain", "UNICEF – Kenya"."""
    if not ACRONYM.fullmatch(left):
        return False
    return country_of(re.split(r"[,;)]", right, maxsplit=1)[0].strip()) is not None
