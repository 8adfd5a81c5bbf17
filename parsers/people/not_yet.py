"""Words that stand in a name's place: "to be confirmed", "nom à suivre", "por definir", "تحدد لاحقاً"."""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import whole_words
from parsers.words.phrases import fold
from parsers.words.word_lists import WordLists

_LONGEST = 120  # characters of a line or piece that says so


def is_not_yet_named(text: str) -> bool:
    """Whether a name, a bracket or a piece of a list says that somebody is still to be named."""
    return len(text) <= _LONGEST and _not_yet().search(fold(text)) is not None


@functools.cache
def _not_yet() -> re.Pattern[str]:
    return whole_words(WordLists("not_yet").forms("not_yet.words"))
