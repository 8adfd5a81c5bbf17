"""Regular expressions for any of a vocabulary's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    """Any of the words as printed, to be put into a group: the longest first, grouped by first letter, so that a place
    of a text where none of them begins is done with after one look at each letter.

    ``blank`` and ``apostrophe`` are the patterns for those inside of words, such as `ANY_APOSTROPHE`.
    """
    groups: dict[str, list[str]] = {}
    for word in _longest_first(words):
        groups.setdefault(word[:1].casefold(), []).append(word)
    parts = []
    for group in groups.values():
        spelt = [re.escape(word).replace(r"\ ", blank).replace("'", apostrophe) for word in group]
        first = group[0][:1]
        if len(group) == 1 or not first.isalnum() or any(word[:1] != first for word in group):
            parts += spelt  # "The" and "the" are tried in their order, whatever case the pattern asks for
        else:
            parts.append(f"{first}(?:{'|'.join(word[1:] for word in spelt)})")
    return "|".join(parts)


def whole_words(words: Iterable[str], *, hyphens_join: bool = False) -> re.Pattern[str]:
    """Any of the words at word borders, for a text that `fold` has folded; case and diacritics do not matter.

    With ``hyphens_join`` a hyphen is no border: "vice" is no word of "vice-minister".
    """
    letter = r"[\w-]" if hyphens_join else r"\w"
    return re.compile(f"(?<!{letter})(?:{alternatives(map(fold, words))})(?!{letter})")


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
