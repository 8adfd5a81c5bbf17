"""Regular expressions for any of a vocabulary's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from parsers.words.phrases import fold

ANY_APOSTROPHE = "['’]"
# The capital letters of Latin, Greek and Cyrillic, to be put into a character class: "Ţareuca", "Łódź", "İzmir".
CAPITALS = "".join(
    chr(c)
    for first, last in ((0x41, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF))
    for c in range(first, last + 1)
    if chr(c).isupper()
)


def alternatives(words: Iterable[str], blank: str = r"\ ", apostrophe: str = "'") -> str:
    """Any of the words as printed, to be put into a group; where several fit, the longest.

    ``blank`` and ``apostrophe`` are the patterns for those inside of words, such as `ANY_APOSTROPHE`.
    """
    spelt = {" ": blank, "'": apostrophe}
    return branching([[spelt.get(c) or re.escape(c) for c in word] for word in longest_first(words)])


def branching(rows: Iterable[Sequence[str]]) -> str:
    """Any of some rows of patterns, a row's patterns one behind the other, what several begin with once: "de(?:l|)".

    Rows are tried in their order, but for those with the same beginning or the same end, which are tried together: a
    text that has not this beginning is done with after one look, and thousands of phrases are compiled quickly.
    """
    groups: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        groups.setdefault(row[0].casefold() if row else "", []).append(row)
    parts: list[tuple[list[str], str]] = []  # beginnings, and what follows each of them: "(?:a|b|c)"
    known: dict[str, list[str]] = {}
    for group in groups.values():
        shared = _shared(group)
        if len(group) == 1 or not shared:
            parts += [(["".join(row)], "") for row in group]  # "The" and "the" are tried in their order
            continue
        beginning, rest = "".join(group[0][:shared]), f"(?:{branching([row[shared:] for row in group])})"
        if rest in known:
            known[rest].append(beginning)
        else:
            known[rest] = [beginning]
            parts.append((known[rest], rest))
    return "|".join(f"(?:{'|'.join(begun)}){rest}" if len(begun) > 1 else begun[0] + rest for begun, rest in parts)


def _shared(rows: list[Sequence[str]]) -> int:
    """How many patterns all rows begin with."""
    return next((at for at, column in enumerate(zip(*rows, strict=False)) if len(set(column)) > 1), min(map(len, rows)))


def whole_words(words: Iterable[str], *, hyphens_join: bool = False) -> re.Pattern[str]:
    """Any of the words at word borders, for a text that `fold` has folded; case and diacritics do not matter.

    With ``hyphens_join`` a hyphen is no border: "vice" is no word of "vice-minister".
    """
    letter = r"[\w-]" if hyphens_join else r"\w"
    return re.compile(f"(?<!{letter})(?:{alternatives(map(fold, words))})(?!{letter})")


def longest_first(words: Iterable[str]) -> list[str]:
    """The words, long ones before short ones, those of one length in their order of letters."""
    return sorted(words, key=lambda word: (-len(word), word))
