"""Posts of those who serve an officer, before the officer's own post and name: "adviser to President A B"."""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import CAPITALS
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")


def is_advised(text: str, adviser: int, start: int, name: int) -> bool:
    """Whether the post at ``start`` is that of whom the holder of the post at ``adviser`` serves, and who is named at
    ``name``: "she was adviser to President A B". Behind a comma it is the adviser: "the adviser to the President, A B".
    """
    return "," not in text[start:name] and _adviser_to().fullmatch(text, adviser, start) is not None


@functools.cache
def _adviser_to() -> re.Pattern[str]:
    advisers = _WORDS.any_of("advise.posts")
    behind = rf"(?:\s(?!{_WORDS.leading('advise.to')})[^,;:]{{1,60}}?)?"
    rank = rf"(?:[{CAPITALS}][\w.]*\s){{0,2}}"  # "to UN Secretary-General", "au Premier"
    to = rf"{_WORDS.leading('advise.to')}(?:{leading('definite', 'possessive')})?"
    return re.compile(rf"(?i:(?:\w+\s)?{advisers}){behind}\s{to}{rank}")
