"""The zone of a page's times whose items print none.

In this order: a statement on all times ("Times are in EAT"), the head of a programme ("Agenda (hora de Costa Rica)"),
the hours beside the event's date ("23 June 2022, 14:00 to 16:00 CEST"), the only zone that the page's hours have. A
time until which one may register says nothing of the event's.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from parsers.dates.deadlines import is_deadline
from parsers.dates.times import find_times
from parsers.dates.zones import label_of, labels_after, stated_zone
from parsers.page import Block, Page
from parsers.words.patterns import alternatives
from parsers.words.sentences import sentences
from parsers.words.vocabulary import load

Span = tuple[int, int]
Found = tuple[str, int, int]

_LONGEST_HEAD = 60  # characters
_BEFORE = 16  # characters before a time in which its label may stand: "UTC 10:00"
_MOST = 40  # blocks that are looked at for hours with a zone


def zone_of_page(page: Page, date: Span) -> Found | None:
    """The label that counts for all times, and its span; ``date`` is the span of the event's date."""
    return stated_zone(page.text) or _of_head(page) or _beside_hours(page, date)


def _of_head(page: Page) -> Found | None:
    """A zone in brackets at the end of a short line without other figures."""
    for block in page.blocks:
        if ")" not in block.text[-3:]:
            continue
        text = block.text.rstrip(" :")
        opening = text.rfind("(")
        if not 0 < opening <= _LONGEST_HEAD or text[-1:] != ")" or any(c.isdigit() for c in text[:opening]):
            continue
        labels, end = labels_after(text, opening)
        label = label_of(labels) if end == len(text) else None
        if label is not None and label != _initials(text[:opening]):
            start = block.start + text.index(label, opening)
            return label, start, start + len(label)
    return None


def _initials(name: str) -> str:
    """What a body's name is short for: "Central Emergency Team (CET)"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _beside_hours(page: Page, date: Span) -> Found | None:
    """The zone of the hours in the block of the event's date, else the only one that hours on the page have."""
    found: list[Found] = []
    for block in _blocks_with_zones(page):
        zones = list(_zones_of_hours(block))
        if zones and date != (0, 0) and block.start <= date[0] < block.end:
            return zones[0]
        found += zones
    return found[0] if found and all(label == found[0][0] for label, _, _ in found) else None


def _blocks_with_zones(page: Page) -> Iterator[Block]:
    """The first blocks in which something like a zone stands behind a figure."""
    number, looked_at = 0, 0
    for hit in _hours_with_zone().finditer(page.text):
        if looked_at and hit.start() < page.blocks[number].end:
            continue
        while page.blocks[number].end <= hit.start():
            number += 1
        looked_at += 1
        if looked_at > _MOST:
            return
        yield page.blocks[number]


@functools.cache
def _hours_with_zone() -> re.Pattern[str]:
    labels, long = alternatives(load("zones")["labels"]), load("zones")["long"]
    behind, before = alternatives(long["behind"]), alternatives(long["before"])
    named = rf"(?:[^\W\d]+[ \xa0-]){{1,3}}(?:{behind})\b|{before}|[A-Z]\w+\)"
    hours = alternatives(word for word in load("calendar")["en"]["hours"] if word.isalpha())
    unit = rf"(?:[ap]\.? ?m\.?|{hours}|h)"
    return re.compile(rf"\d(?:[ \xa0]?{unit})?[ \xa0]?,?[ \xa0]?\(?(?:(?:{labels})\b|{named})")


def _zones_of_hours(block: Block) -> Iterator[Found]:
    """The zones of a block's hours, of one time in several zones the first; not those of a sentence on a deadline."""
    for start, end in sentences(block.text):
        sentence = block.text[start:end]
        if is_deadline(sentence):
            continue
        before = -1
        for mention in find_times(sentence):
            label = label_of(mention.zones)
            is_same_time = before >= 0 and not sentence[before : mention.start].strip(" /|=;")
            before = mention.end
            at = sentence.find(label, max(0, mention.start - _BEFORE)) if label is not None else -1
            if label is not None and at >= 0 and not is_same_time:
                yield label, block.start + start + at, block.start + start + at + len(label)
