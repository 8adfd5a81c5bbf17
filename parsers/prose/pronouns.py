"""Pronouns that begin a sentence, and for whom they may stand."""

from __future__ import annotations

import functools
import re

from parsers.prose.named import Named
from parsers.prose.passage import Passage
from parsers.words.small_words import leading
from parsers.words.vocabulary import load

_LEAD_IN = re.compile(r"(?:[^,;:“”\"«»]{0,60},?\s+)?")  # what may stand before a sentence's subject: "In the capital "


def begins_with_pronoun(passage: Passage) -> bool:
    """Whether a pronoun for one is the subject of a sentence, whatever stands before it."""
    return any(
        passage.text[span.start : span.end] not in load("cues")["pronoun"]["plural"]
        and _LEAD_IN.fullmatch(passage.text, 0, span.start) is not None
        for span in passage.spans("pronoun")
    )


def has_pronoun_before(passage: Passage, first: Named) -> bool:
    """Whether a pronoun for one is the subject before the first person, who is then an object: "She met A B"."""
    return any(
        span.start < first.before
        and passage.text[span.start : span.end] not in load("cues")["pronoun"]["plural"]
        and _LEAD_IN.fullmatch(passage.text, 0, span.start) is not None
        for span in passage.spans("pronoun")
    )


@functools.cache
def _persons() -> frozenset[str]:
    return frozenset(load("cues")["pronoun"]["persons"])


def of_people_only(passage: Passage) -> bool:
    """Whether a sentence has a pronoun that stands for no thing and no body: "he", not "il"."""
    return any(passage.text[span.start : span.end] in _persons() for span in passage.spans("pronoun"))


_BEFORE_SUBJECT = re.compile(
    rf"(?:[^,;:“”\"«»]{{0,60}},\s+)?{leading('definite')}?|[\u0620-\u065f]+\s+(?:[\u0620-\u065f]+\s+)?"
)


def begins_sentence(passage: Passage, people: list[Named]) -> bool:
    """Whether a sentence begins with the one person that it names, whatever adverbs stand before."""
    return len(people) == 1 and _BEFORE_SUBJECT.fullmatch(passage.text, 0, people[0].before) is not None
