"""Where sentences end in running text, titles, initials and abbreviations told from full stops."""

from __future__ import annotations

import functools
import re

from parsers.words.vocabulary import load

# A run of full stops is tried from its first one only.
_END = re.compile(
    r"[.!?؟…](?<![.!?؟…]{2})[.!?؟…]*(?:[”\"’'»)\]]|\s»)*\s+(?=(?:[\"“«‘'(\[]|«\s)?[^\W\d_a-zà-ÿ]|[\"“«‘]?\d)"
)
_LONGEST = 1_500  # characters; what runs on without a full stop is read in pieces of this length
_LAST_WORD = re.compile(r"[^\s(“\"«]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\da-z_à-ÿ]|a\.m|p\.m|e\.g|i\.e")


@functools.cache
def _abbreviations() -> frozenset[str]:
    """Words that keep their full stop inside a sentence, lower case, without it: "mr", "excmo", "no"."""
    titles = (word for title in load("honorifics")["before"] for word in title.split() if word.endswith("."))
    return frozenset(word.rstrip(".").casefold() for word in (*titles, *load("cues")["sentence"]["abbreviations"]))


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one block's text, in order, blanks between them left out.

    A sentence that runs on for more than 1,500 characters is parted at a blank: the readers of sentences look at a
    whole one for each name in it, so that its length bounds their time.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _is_abbreviated(text, max(start, match.start() - 14), match.start()):
            continue
        spans += _parts(text, start, match.start() + len(match.group().rstrip()))
        start = match.end()
    if text[start:].strip():
        spans += _parts(text, start, len(text))
    return spans


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence's span, in pieces where it is too long for one."""
    spans: list[tuple[int, int]] = []
    while end - start > _LONGEST:
        stop = text.rfind(" ", start + 1, start + _LONGEST)
        stop = stop if stop > 0 else start + _LONGEST
        spans.append((start, stop))
        start = stop + text.startswith(" ", stop)
    spans.append((start, end))
    return spans


def _is_abbreviated(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it."""
    word = _LAST_WORD.search(text[start:stop])
    if word is None:
        return False
    return word.group().casefold() in _abbreviations() or _INITIALS.fullmatch(word.group()) is not None
