"""Bodies that nothing but the words around them tells, since they are in no list and have no body's word in them.

* "inspectrice de la POLIMER", "agente del CODEMAR": an acronym behind "of the" or "at the";
* "periodista de Hoja Suelta", "journaliste à Rivages", "reporter for The Tide": what a journalist works for.
"""

from __future__ import annotations

import functools
import re

from parsers.people.affiliation.offices import names_place
from parsers.people.affiliation.post_words import has_state_stem, head_of_post, is_trade
from parsers.words import lexicon
from parsers.words.patterns import CAPITALS
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")
_LONGEST_MEDIUM = 6  # words


def post_of_acronym(position: str) -> tuple[str, str] | None:
    """Post and body of "inspectrice de la POLIMER", "officer at the RMPF"; None for other words.

    The words begin with the post, and the acronym stands for no field of work ("responsable del VIH") and no state.
    """
    held = _held().fullmatch(position)
    if held is None or has_state_stem(held["post"]) or names_place(held["body"]):
        return None
    return (held["post"], held["body"]) if _starts_with_post(held["post"]) else None


@functools.cache
def _held() -> re.Pattern[str]:
    fields = _WORDS.any_of("acronym.fields")
    the = _WORDS.leading("acronym.of_the")
    return re.compile(
        rf"(?P<post>[^\W\d_][^,;:]{{2,60}}?)\s+{the}(?!{fields}$)(?P<body>[A-Z]{{3,10}}(?:[-/][A-Z]{{2,8}})*)"
    )


def post_of_ministry(position: str) -> tuple[str, str] | None:
    """Post and ministry of "Vice Minister of MOPORT", "viceministra del MIPU"; None for other words. What stands behind
    a minister's "of" else is a field: "Minister of ICT".
    """
    held = _held().fullmatch(position) or _in_ministry().fullmatch(position)
    if held is None or not has_state_stem(held["post"]) or names_place(held["body"]):
        return None
    return (held["post"], held["body"]) if head_of_post(held["post"]) is not None else None


@functools.cache
def _in_ministry() -> re.Pattern[str]:
    acronym = rf"(?:{_WORDS.plain('ministry.begins')})[A-Z][A-Za-z&]{{1,8}}|{_WORDS.plain('ministry.acronyms')}"
    return re.compile(rf"(?P<post>[^\W\d_][^,;:]{{2,60}}?)\s+{leading('of', 'at')}(?P<body>{acronym})")


def post_of_reporter(position: str) -> tuple[str, str] | None:
    """Post and medium of "periodista de Hoja Suelta", "reporter for The Tide"; None for other words, and where a place
    stands there: "journaliste à Rouen".
    """
    of = _reports().fullmatch(position)
    if of is None or names_place(of["body"]):
        return None
    first, *others = of["body"].split()
    if len(others) >= _LONGEST_MEDIUM or first.casefold() in _places() or lexicon.whole(first.strip(","), "city"):
        return None
    if not others and of["kind"] is None and of["works"] is None and _INNER_CAPITAL.search(first) is None:
        return None  # "journaliste à Kolda"
    return of["post"], of["body"]


_INNER_CAPITAL = re.compile(r"[^\W\d_][A-Z]")


@functools.cache
def _places() -> frozenset[str]:
    """What a place's name begins with: "San", "Puerto"."""
    return frozenset(load("posts")["place_names"]) | frozenset(load("posts")["saints"])


@functools.cache
def _reports() -> re.Pattern[str]:
    post = rf"(?P<post>(?i:{_WORDS.any_of('media.reporters')})(?:\s[^\W\d{CAPITALS}_]\w{{4,}})?)"
    of = rf"(?:(?P<works>{_WORDS.leading('media.works')})|{_WORDS.leading('media.of')}){leading('definite')}?"
    return re.compile(rf"{post}\s+{of}(?P<kind>{_WORDS.leading('media.kinds')})?(?P<body>[{CAPITALS}][^,;:]+)")


def _starts_with_post(words: str) -> bool:
    head = head_of_post(words)
    return (head is not None and head[0] == 0) or is_trade(words)
