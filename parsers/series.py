"""Which series of meetings a page belongs to (series.toml): a code such as ``idm`` or ``council``, or None.

A title that names a series settles it. Without one, the first lines do, or a series that the text names time and again;
one that is only mentioned somewhere is left alone.
"""

from __future__ import annotations

from collections import Counter

from parsers.words import lexicon
from parsers.words.phrases import Tokens, tokenise
from parsers.words.vocabulary import load

# How far into the text a page without a telling title says what it is, and how often it names its own series.
_OPENING = 700
_OFTEN = 3


def series_of(title: str | None, text: str | Tokens = "") -> str | None:
    """The series' code, None where neither the title nor the text tells one."""
    order = list(load("series"))
    if title:
        named: set[str] = {match.payload for match in lexicon.found(tokenise(title), "series")}
        if named:
            return min(named, key=order.index)
    tokens = tokenise(text) if isinstance(text, str) else text
    series = load("series")
    named_in_text = [match for match in lexicon.found(tokens, "series") if not series[match.payload].get("title_only")]
    opening: list[str] = [match.payload for match in named_in_text if match.start < _OPENING]
    if opening:
        return opening[0]
    often: list[tuple[str, int]] = Counter(match.payload for match in named_in_text).most_common(1)
    return often[0][0] if often and often[0][1] >= _OFTEN else None
