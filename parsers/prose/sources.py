"""Whose words a sentence gives without quotation marks, where nothing but a frame around the name says so.

"According to A B, the port is full", "As A B puts it, …", "The port is full, said A B", "…, comme l'a rappelé A B".
"""

from __future__ import annotations

import re
from functools import cache

from parsers.prose.named import Named
from parsers.prose.passage import Passage, Span
from parsers.prose.told_words import tells
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("prose")
_REACH = 60  # characters of a frame
_ARTICLE = leading("definite")


@cache
def _frame() -> re.Pattern[str]:
    """ "according to", "de l'avis du", "en opinión de la", up to the name with its post."""
    of = _WORDS.plain("source.of")
    whole, joined = _WORDS.plain("source.frames"), _WORDS.plain("source.joined")
    return re.compile(
        rf"(?<!\w)و?(?:(?:{whole}\s+{_ARTICLE}?|{of}\s+{leading('of')}{_ARTICLE}?)|{joined})$", re.IGNORECASE
    )


@cache
def _as() -> re.Pattern[str]:
    """ "As A B": the name follows right behind."""
    return re.compile(rf"(?:^|,\s){_WORDS.plain('source.as')}\s+{_ARTICLE}?$", re.IGNORECASE)


@cache
def _as_verb() -> re.Pattern[str]:
    """ "como", "comme l'", "as": the verb of saying follows right behind."""
    return re.compile(rf"(?:^|\W){_WORDS.leading('source.before_verb')}$", re.IGNORECASE)


_SENTENCE_BEFORE = re.compile(r"\w{2,}\W+\w{2,}\W.*[^\W\d_],\s$")  # "The port is full, "
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[.;:,])")


def is_source(passage: Passage, person: Named) -> bool:
    """Whether a sentence is framed as what somebody says, with the person right behind the frame or within it."""
    text = passage.text
    start = max(0, person.before - _REACH)
    if _frame().search(text, start, person.before) is not None:
        return True
    if "speaker" not in person.roles and tells(passage, person):
        return True
    verbs = passage.spans("say")
    if not verbs:
        return False
    if _as().search(text, start, person.before) is not None:
        return any(0 <= verb.start - person.after <= 2 and _CLAUSE_ENDS.match(text, verb.end) for verb in verbs)
    return any(_closes(passage, verb, person) for verb in verbs)


def _closes(passage: Passage, verb: Span, person: Named) -> bool:
    """Whether a verb of saying behind a sentence names its speaker: "The port is full, said A B, Mayor." """
    text = passage.text
    if not (0 <= person.before - verb.end <= 1 or _ARTICLE_BEFORE.fullmatch(text, verb.end, person.before)):
        return False
    if _CLAUSE_ENDS.match(text, person.after) is None:
        return False
    if _as_verb().search(text, max(0, verb.start - _REACH), verb.start) is not None:
        return True
    return _SENTENCE_BEFORE.match(text, 0, verb.start) is not None and not _COUNTED.search(text, 0, verb.start)


_ARTICLE_BEFORE = re.compile(rf"\s{_ARTICLE}")
_COUNTED = re.compile(r"[“”«»\"]")
