"""Which series of meetings a page belongs to (series.toml): a code such as ``idm`` or ``council``, or None.

A title that names a series settles it. Without one, the first lines do, a line that is headed by its name, or a series
that the text names time and again; one that is only mentioned somewhere is left alone.
"""

from __future__ import annotations

import re
from collections import Counter

from parsers.words import lexicon
from parsers.words.phrases import Match, Tokens, tokenise
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
    opening: list[str] = [match.payload for match in named_in_text if match.start < _OPENING or _heads(tokens, match)]
    if opening:
        return opening[0]
    often: list[tuple[str, int]] = Counter(match.payload for match in named_in_text).most_common(1)
    return often[0][0] if often and often[0][1] >= _OFTEN else None


_TITLE_BEHIND = re.compile(r"\s*(?:[:–—]|-\s)\s*[^\W\d_]{3}")


def _heads(tokens: Tokens, match: Match[str]) -> bool:
    """Whether a line begins with the series' name and a title behind it: "International Dialogue on Migration – …"."""
    begins = match.start == 0 or tokens.text[match.start - 1] == "\n"
    return begins and _TITLE_BEHIND.match(tokens.text, match.end) is not None
