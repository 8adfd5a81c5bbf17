"""By-lines: who wrote a text, in a sentence of its own that holds nothing but names and perhaps a date."""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import looks_like_organization
from parsers.people.names import looks_like_name
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("prose")


@functools.cache
def _byline() -> re.Pattern[str]:
    """ "By A B, IOM Micronesia" """
    return re.compile(rf"{_WORDS.plain('person.byline')}\s*:?\s+")


_LONGEST_BYLINE = 120  # characters
_LEFT = re.compile(r"\s*(?:[|•·,–—-].*\d{4}.*)?[\W\d]*$")  # "By A B | 21 March 2016"


def may_be_byline(text: str) -> bool:
    """Whether a sentence is short and begins as a by-line does."""
    return len(text) < _LONGEST_BYLINE and _byline().match(text) is not None


def is_byline(text: str, name: str, before: int, after: int) -> bool:
    """Whether nothing but names, and a date behind a sign, stands in a sentence that begins as a by-line does."""
    words = _byline().sub("", text, count=1)
    rest = _LEFT.sub("", words)
    names = [one for one in _BYLINE_JOINT.split(rest) if one.strip()]
    alone = text[after:].strip() == "" and _byline().fullmatch(text[:before]) is not None
    return alone or (
        (not text[after:].strip() or rest != words or len(names) > 1)
        and name in names
        and all(looks_like_name(one) and looks_like_organization(one) < 0.4 for one in names)
    )


_BYLINE_JOINT = re.compile(rf"\s*,\s*(?:{leading('and')})?|\s+{leading('and')}")
