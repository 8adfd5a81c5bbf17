"""Regular expressions for any of a vocabulary's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.words.phrases import fold


def alternatives(words: Iterable[str], blank: str = r"\ ") -> str:
    """Any of the words as printed, the longest first; ``blank`` is the pattern for a blank inside of them.

    To be put into a group.
    """
    return "|".join(re.escape(word).replace(r"\ ", blank) for word in sorted(words, key=len, reverse=True))


def by_first_letter(words: Iterable[str]) -> str:
    """`alternatives` of many words, grouped by first letter: a word that none of them begins with is done with after
    one look at each letter.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in groups.items())


def whole_words(words: Iterable[str], *, hyphens_join: bool = False) -> re.Pattern[str]:
    """Any of the words at word borders, for a text that `fold` has folded; case and diacritics do not matter.

    With ``hyphens_join`` a hyphen is no border: "vice" is no word of "vice-minister".
    """
    letter = r"[\w-]" if hyphens_join else r"\w"
    return re.compile(f"(?<!{letter})(?:{alternatives(map(fold, words))})(?!{letter})")
