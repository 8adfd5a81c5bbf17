"""Parts of the world that a post is held for, right before a name: "Director for West and Central Asia A B".

Their words have capitals as names do, so that the name begins behind the last of them.
"""

from __future__ import annotations

import functools
import re

from parsers.words.phrases import fold
from parsers.words.small_words import leading, word_set
from parsers.words.vocabulary import load

_JOINS = word_set("and", "of", "definite")
_ELISION = re.compile(r"\b[ld]['’](?=\w)")
_HYPHEN = re.compile(r"[-–/]")
# "… for Latin ", "… de la OIM para América del "
_HELD_FOR = re.compile(rf"[\w\s,'’()-]{{0,90}}?\b{leading('for', 'of', 'at')}[\w\s,'’-]{{0,60}}")
_LEAST = 2  # words of a name behind a region


@functools.cache
def _regions() -> frozenset[str]:
    return frozenset(fold(word) for word in load("people")["regions"])


def is_region_word(word: str) -> bool:
    """Whether a word is one of a region's name, hyphens included: "Pacific", "South-East"."""
    bare = fold(word.strip(",").removesuffix("'s").removesuffix("’s"))
    return bool(bare) and word[0].isupper() and all(part in _regions() for part in _HYPHEN.split(bare))


def names_region(words: str) -> bool:
    """Whether words are a part of the world and nothing else: "the Pacific", "América del Norte"."""
    named = False
    for word in _ELISION.sub(" ", words).split():
        if is_region_word(word):
            named = True
        elif fold(word) not in _regions() and word not in _JOINS:
            return False
    return named


def past_region(text: str, post: int, start: int, end: int) -> int:
    """Where the name starts in a run of capitalised words that begins with a region, for which the post that ends at
    ``post`` is held; ``start`` where none does. A full name must be left.
    """
    words = text[start:end].split(" ")
    if not is_region_word(words[0]) or not _HELD_FOR.fullmatch(text, post, start):
        return start
    last = max(
        number
        for number, word in enumerate(words)
        if is_region_word(word) and all(is_region_word(other) or other in _JOINS for other in words[:number])
    )
    if len(words) - last - 1 < _LEAST:
        return start
    return start + sum(len(word) + 1 for word in words[: last + 1])


@functools.cache
def and_the_region() -> str:
    """A look ahead, behind "and ": an article and a region, which goes on with a post: "Asia and the Pacific"."""
    words = "|".join(sorted(re.escape(word.capitalize()) for word in load("people")["regions"]))
    return rf"(?={leading('definite')}(?:{words})\b)"
