"""Short forms in brackets that tell how far a name reaches: "National Ship and Boat Institute (NASBI)" is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from parsers.words.phrases import fold
from parsers.words.small_words import any_of, word_set

_LETTERS = re.compile(r"\(([A-Z][A-Z/-]{2,11})\)\s*[,.]?\s*$")
_THE = re.compile(rf"\s*{any_of('the_en')}\s", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_MOST_OF_A_WORD = 3  # letters that one word gives: "NAtional"
_MOST_BEFORE = 9  # words that are looked at before "and" or a comma


def spelt_by_both(before: str, after: str) -> bool:
    """Whether the short form at the end of two parts has letters of both: "Ship" and "Boat Research Unit (SBRU)".

    One word of the first part may give none, not its last: "Vent *Debout* pour la Mer", "le Sel (VMS)". Behind an
    English article another name begins.
    """
    short = _LETTERS.search(after)
    if short is None or _THE.match(after) or before.rstrip().endswith(")"):
        return False
    letters = short[1].casefold().replace("-", "").replace("/", "")
    second = _words(after[: short.start()])
    if not second or len(second) > len(letters) or _spells(second, [], letters):
        return False
    if len(letters) >= _ENOUGH and _in_order(before, after[: short.start()], letters):
        return True
    return any(
        first[at][0] == letters[0] and _spells(first[at:], second, letters)
        for first in (_words(before)[-_MOST_BEFORE:], _words(before, but=_OF)[-_MOST_BEFORE:])
        for at in range(len(first) - 1, -1, -1)
    )


_ENOUGH = 4  # letters of a short form that may leave out words
_MOST_LEFT_OUT = 2


def _in_order(before: str, after: str, letters: str) -> bool:
    """Whether a short form's letters begin words of both parts, in their order, two words left out at most:
    "National Centre for Pilots, Sailors and Dock Workers (NCPSD)".
    """
    first = [word[0] for word in _words(before)[-_MOST_BEFORE:]]
    second = [word[0] for word in _words(after)]
    with_small = [word[0] for word in map(fold, _WORD.findall(before))][-_MOST_BEFORE:]
    if _left_out(second, letters) >= 0:
        return False
    for front in (first, with_small):
        for at in range(len(front) - 1):
            if front[at] == letters[0] and 0 <= _left_out([*front[at:], *second], letters) <= _MOST_LEFT_OUT:
                return letters[-1] in second
    return False


def _left_out(initials: list[str], letters: str) -> int:
    """How many of the initials a short form leaves out; -1 where it does not have them in this order."""
    at = 0
    for letter in letters:
        while at < len(initials) and initials[at] != letter:
            at += 1
        if at == len(initials):
            return -1
        at += 1
    return len(initials) - len(letters)


_OF = "of"  # gives a letter in some: "Ministry Of Harbours, Towns and Islands (MOHTI)"


def _words(text: str, but: str = "") -> list[str]:
    """The folded words of a name, small ones left out, ``but`` one."""
    folded = map(fold, _WORD.findall(text))
    return [word for word in folded if (word not in _small() and len(word) > 1) or word == but]


@cache
def _small() -> frozenset[str]:
    return frozenset(
        word.rstrip("'") for word in word_set("of", "for", "at", "and", "definite", "topic", "with", "by", "from")
    ) | {"d", "l"}


def _spells(first: Sequence[str], second: Sequence[str], letters: str) -> bool:
    """Whether the first letters of the words, one to three of each, make up the short form; one may give none."""
    words = [*first, *second]
    skipped = [words, *([*words[:at], *words[at + 1 :]] for at in range(1, len(first) - 1))]
    return any(_spelt(chosen, letters) for chosen in skipped)


def _spelt(words: Sequence[str], letters: str) -> bool:
    if not words:
        return not letters
    return any(
        words[0].startswith(letters[:count]) and _spelt(words[1:], letters[count:])
        for count in range(1, min(_MOST_OF_A_WORD, len(letters)) + 1)
    )
