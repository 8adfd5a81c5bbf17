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
    """Any of the words as printed, the longest first, to be put into a group.

    ``blank`` and ``apostrophe`` are the patterns for those inside of words, such as `ANY_APOSTROPHE`.
    """
    return "|".join(re.escape(word).replace(r"\ ", blank).replace("'", apostrophe) for word in _longest_first(words))


def by_first_letter(words: Iterable[str]) -> str:
    """`alternatives` of many words, grouped by first letter: a word that none of them begins with is done with after
    one look at each letter.
    """
    groups: dict[str, list[str]] = {}
    for word in _longest_first(words):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in groups.items())


def whole_words(words: Iterable[str], *, hyphens_join: bool = False) -> re.Pattern[str]:
    """Any of the words at word borders, for a text that `fold` has folded; case and diacritics do not matter.

    With ``hyphens_join`` a hyphen is no border: "vice" is no word of "vice-minister".
    """
    letter = r"[\w-]" if hyphens_join else r"\w"
    return re.compile(f"(?<!{letter})(?:{alternatives(map(fold, words))})(?!{letter})")


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
