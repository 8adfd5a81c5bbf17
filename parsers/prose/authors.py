"""Who made a work that a sentence names by its title: "the launch of the book “Nets”, by A B and C D".

The title stands in quotation marks behind what the work is called, and the name right behind it.
"""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import alternatives
from parsers.words.small_words import leading
from parsers.words.vocabulary import load

_REACH = 240  # characters before a name in which a work and its title stand
_SEVERAL = 90  # characters in which those who made it together stand
_BY = rf"(?!{leading('of_en')}){leading('by_whom', 'of')}"  # an English work is "by" somebody
_BEHIND_TITLE = re.compile(rf"[”\"»],?\s{_BY}")


@functools.cache
def _work() -> re.Pattern[str]:
    """What a work is called, its title and "by", up to the name."""
    works = alternatives([*load("posts")["works"], *load("posts")["authored"]])
    title = r"(?:“[^“”]{2,150}”|«[^«»]{2,150}»|\"[^\"]{2,150}\")"
    return re.compile(rf"(?<!\w)(?:{works})(?!\w)[^.;:“”\"«»]{{0,40}}\s{title},?\s{_BY}$", re.IGNORECASE)


def near_title(text: str, before: int) -> bool:
    """Whether a title and "by" stand close before a name: a quick look."""
    begin = max(0, before - _SEVERAL)
    return any(mark in text[begin:before] for mark in '”"»') and _BEHIND_TITLE.search(text, begin, before) is not None


def is_author(text: str, before: int) -> bool:
    """Whether the words that end at ``before`` name a work and say that whoever is named next made it."""
    return near_title(text, before) and _work().search(text, max(0, before - _REACH), before) is not None
