"""Where sentences end in running text, titles and initials told from full stops."""

from __future__ import annotations

import re

_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"«])(?:Mr|Ms|Mrs|Dr|Prof|Hon|Rev|St|Sr|Sra|Jr|Gen|Col|Lt|Amb|Eng|Ing|Lic|vs|No|no|Nr|Nos|Art|para|etc|e\.g|i\.e|approx|Tel|tel|Fr|Mgr|Mons|Dra"
    r"|[A-Z]|(?:[A-Z]\.)+[A-Z]|M|MM|pp?|ed|eds|al|cf|a\.m|p\.m|د|أ)$"
)
_END = re.compile(r"[.!?؟…]+[”\"’'»)\]]*\s+(?=[\"“«‘'(\[]?[^\W\d_a-zà-ÿ]|[\"“«‘]?\d)")


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one block's text, in order, blanks between them left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start()]):
            continue
        spans.append((start, match.end() - (len(match.group()) - len(match.group().rstrip()))))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans
