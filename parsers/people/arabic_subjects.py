"""Names behind the object of an Arabic verb, right before a comma and a post: "ووقع المذكرة عن الوزارة أ ب، وكيلها".

The verb begins its clause and the subject ends it, with a post behind the comma. Read back from there, the name ends
where a word with its article, a known body or place, or the verb itself stands; a small word there means that no name
did.
"""

from __future__ import annotations

import functools
import re

from parsers.prose.passage import Passage
from parsers.words.phrases import fold
from parsers.words.small_words import any_of
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("prose")
_LETTERS = "\u0620-\u065f\u0670-\u06d3"
_TOKEN = re.compile(rf"[{_LETTERS}]+(?:-[{_LETTERS}]+)*")
_MOST_WORDS = 4
_COMMA = re.compile("[،,]\\s*")
_ACCUSATIVE = ("اً", "ًا")  # what is counted: no name ends so
_CLAUSE = re.compile('[،,؛;.:«»"“”]')


@functools.cache
def _acts() -> re.Pattern[str]:
    """The verb that begins a sentence, with what may stand before it; or the joint of a second side: "وعن المنظمة"."""
    leads, acts = _WORDS.plain("acts.leads"), _WORDS.plain("acts.verbs")
    return re.compile(rf"\W*(?:[وف]?{leads}\s+){{0,2}}[وف]?(?:{acts})(?![{_LETTERS}])\s+(?:{any_of('in_ar')}\s)?")


@functools.cache
def _other_side() -> re.Pattern[str]:
    return re.compile(rf"\s*و?(?:{_WORDS.plain('acts.sides')})(?![{_LETTERS}])\s+")


@functools.cache
def _no_names() -> frozenset[str]:
    affiliation = load("cues")["affiliation"]
    words = [*affiliation["small_ar"], *affiliation["no_names_ar"], *_WORDS.forms("acts.objects")]
    return frozenset(fold(word) for word in words)


@functools.cache
def _inner() -> frozenset[str]:
    """Words with an article inside of a name: "سيف الدين كريم"."""
    return frozenset(fold(word) for word in _WORDS.forms("acts.inner"))


def begins_with_act(text: str) -> bool:
    """Whether a sentence begins with a verb of what people do at meetings, and so not with its subject."""
    return _acts().match(text) is not None


def arabic_subjects(passage: Passage) -> list[tuple[int, int]]:
    """Spans of the names that stand behind the verb and object of their clause and before a post."""
    text = passage.text
    posts = {span.start for span in passage.spans("post")}
    if not posts or "،" not in text:
        return []
    first = _acts().match(text)
    if first is None:
        return []
    ends = _ends_of_others(passage)
    found: list[tuple[int, int]] = []
    begin = first.end()
    for comma in _COMMA.finditer(text):
        side = _other_side().match(text, begin) if begin != first.end() else None
        if (begin == first.end() or side is not None) and comma.end() in posts:
            span = _read_back(text, side.end() if side is not None else begin, comma.start(), ends)
            if span is not None:
                found.append(span)
        begin = comma.end()
    return found


def _ends_of_others(passage: Passage) -> set[int]:
    """Where known bodies, states and words for a talk end."""
    return {span.end for group in ("organization", "country", "demonym", "role") for span in passage.spans(group)}


def _read_back(text: str, begin: int, end: int, ends: set[int]) -> tuple[int, int] | None:
    """The name that ends at ``end``, read back to the object or the verb at ``begin``."""
    if _CLAUSE.search(text, begin, end):
        return None
    words = [match.span() for match in _TOKEN.finditer(text, begin, end)]
    if len(words) < 2 or words[-1][1] != end:
        return None
    first = len(words)
    bounded = False
    while first > 0:
        start, stop = words[first - 1]
        word = fold(text[start:stop])
        articled = word.startswith("ال")
        counted = text[start:stop].endswith(_ACCUSATIVE)
        if stop in ends and first < len(words):
            bounded = True
            break
        if first < len(words) and (counted or (articled and word not in _inner())):
            bounded = True
            break
        if word in _no_names() or word.startswith("لل"):
            return None
        first -= 1
    count = len(words) - first
    if not 2 <= count <= _MOST_WORDS or (not bounded and first > 0):
        return None
    if fold(text[slice(*words[first])]).startswith("ال"):
        return None
    return words[first][0], end
