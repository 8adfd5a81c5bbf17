"""Names that stand together and share what follows: "A B and C D, co-editors"."""

from __future__ import annotations

import re

from parsers.people.names import looks_like_name, match_name, strip_honorifics, without_degree
from parsers.words.small_words import any_of

_AND = re.compile(rf"\s+(?:{any_of('and_alone')}|و)\s+", re.IGNORECASE)
_PAIR = re.compile(r"\s+[ye]\s+")  # "y" is a particle of names as well: "José Ortega y Gasset"


def names_at(text: str, match: re.Match[str]) -> tuple[list[tuple[int, int]], int]:
    """The name, or two names joined by "and" that share what follows ("A B and C D, co-editors")."""
    first = (match.start(), without_degree(text, match.start(), match.end()))
    joiner = _AND.match(text, match.end())
    pair = _PAIR.search(text, match.start(), match.end())
    if pair is not None and all(
        " " in text[a:b].strip() for a, b in ((match.start(), pair.start()), (pair.end(), match.end()))
    ):
        return [(match.start(), pair.start()), (pair.end(), match.end())], match.end()  # "Ana Ruiz y Luis Gil"
    if joiner:
        second_start, _titles = strip_honorifics(text, joiner.end())
        second = match_name(text, second_start)
        if second and looks_like_name(second.group()) and looks_like_name(text[first[0] : first[1]]):
            return [first, (second.start(), second.end())], second.end()
    return [first], match.end()
