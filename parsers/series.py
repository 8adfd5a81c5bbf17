"""Which series of meetings a page belongs to (series.toml): a code such as ``idm`` or ``council``, with its words.

A title that names a series settles it. Without one, the first lines do, a line that is headed by its name, or a series
that the text names time and again. A series that is only mentioned is left alone: somewhere far down, or as another
meeting that this one prepares, follows or tells of (series_mentions.toml).
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass

from parsers.words import lexicon
from parsers.words.phrases import Match, Tokens, tokenise
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

# How far into the text a page without a telling title says what it is, and how often it names its own series.
_OPENING = 700
_OFTEN = 3

_WORDS = WordLists("series_mentions")


@dataclass(frozen=True, slots=True)
class NamedSeries:
    """A series and the words that name it: a span of the title, or of the text."""

    code: str
    span: tuple[int, int]
    in_title: bool


def series_of(title: str | None, text: str | Tokens = "") -> NamedSeries | None:
    """The series of a page, None where neither the title nor the text tells one."""
    series = load("series")
    order = list(series)
    if title:
        in_title: list[Match[str]] = list(lexicon.found(tokenise(title), "series"))
        if in_title:
            first = min(in_title, key=lambda match: (order.index(match.payload), match.start))
            return NamedSeries(first.payload, (first.start, first.end), in_title=True)
    tokens = tokenise(text) if isinstance(text, str) else text
    named: list[Match[str]] = []
    mentioned: Match[str] | None = None
    for match in lexicon.found(tokens, "series"):
        repeats = mentioned is not None and tokens.text[mentioned.end : match.start].strip() == "("  # its acronym
        if repeats or _is_mention(tokens.text, match):
            mentioned = match
        elif not series[match.payload].get("title_only"):
            named.append(match)
    for match in named:
        if match.start < _OPENING or _heads(tokens, match):
            return NamedSeries(match.payload, (match.start, match.end), in_title=False)
    often: list[tuple[str, int]] = Counter(match.payload for match in named).most_common(1)
    if not often or often[0][1] < _OFTEN:
        return None
    first = next(match for match in named if match.payload == often[0][0])
    return NamedSeries(first.payload, (first.start, first.end), in_title=False)


_TITLE_BEHIND = re.compile(r"\s*(?:[:–—]|-\s)\s*[^\W\d_]{3}")


def _heads(tokens: Tokens, match: Match[str]) -> bool:
    """Whether a line begins with the series' name and a title behind it: "International Dialogue on Migration – …"."""
    begins = match.start == 0 or tokens.text[match.start - 1] == "\n"
    return begins and _TITLE_BEHIND.match(tokens.text, match.end) is not None


_AROUND = 160  # characters of a sentence in which the words around a name are looked for
_SENTENCE_END = re.compile(r"[.!?؟]\s+|\n")
_ACRONYM = r"(?:\)|\s*\([^()\n]{2,12}\))?"


def _is_mention(text: str, match: Match[str]) -> bool:
    """Whether the words around a name make the series' meeting another than the page's own."""
    before = _SENTENCE_END.split(text[max(0, match.start - _AROUND) : match.start])[-1]
    if _before().search(before):
        return True
    behind = text[match.end : match.end + _AROUND]
    if _behind().match(behind):
        return True
    ends = _SENTENCE_END.search(behind)
    return ends is not None and _next().match(behind, ends.end()) is not None


@functools.cache
def _before() -> re.Pattern[str]:
    # A few words may stand between: "ahead of the second session of the". An acronym behind the name repeats it.
    return re.compile(rf"(?<!\w){_WORDS.any_of('mention.before')}(?:[\s,]+[^\s,.;:()]+){{0,10}}[\s,(]*$", re.IGNORECASE)


@functools.cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_ACRONYM}\s+{_WORDS.any_of('mention.behind')}", re.IGNORECASE)


@functools.cache
def _next() -> re.Pattern[str]:
    return re.compile(_WORDS.any_of("mention.next"), re.IGNORECASE)
