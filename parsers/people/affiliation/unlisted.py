"""Bodies that nothing but the words around them tells, since they are in no list and have no body's word in them.

* "inspectrice de la POLIMER", "agente del CODEMAR": an acronym behind "of the" or "at the";
* "directora de Pasos Firmes A.C.": a name that ends in a legal form;
* "Oficial de Comunicaciones OIM Perú": a known body's acronym behind the post without any word between;
* "periodista de Hoja Suelta", "journaliste à Rivages", "reporter for The Tide": what a journalist works for.
"""

from __future__ import annotations

import functools
import re

from parsers.people.affiliation.offices import names_place
from parsers.people.affiliation.post_words import has_state_stem, head_of_post, is_trade
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.patterns import CAPITALS
from parsers.words.small_words import any_of, leading
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


def post_of_firm(position: str) -> tuple[str, str] | None:
    """Post and body of "Directora General de Pasos Firmes A.C."; None for other words."""
    of = _of_firm().fullmatch(position)
    return (of["post"], of["body"]) if of is not None and _starts_with_post(of["post"]) else None


@functools.cache
def _of_firm() -> re.Pattern[str]:
    of = rf"(?:{leading('of', 'at')}){leading('definite')}?"
    return re.compile(
        rf"(?P<post>[^\W\d_][^,;:]{{2,60}}?)\s{of}(?P<body>[{CAPITALS}][^,;:]*\s(?:{_WORDS.plain('legal.forms')}))"
    )


def post_before_agency(position: str) -> tuple[str, str] | None:
    """Post and body of "Oficial de Comunicaciones OIM Perú", "Press Officer UNICEF"; None for other words."""
    held = _BEFORE_AGENCY.fullmatch(position)
    if held is None or has_state_stem(held["post"]):
        return None
    head = head_of_post(held["post"])
    if head is None or (head[0] and head[1] < len(held["post"])):
        return None  # the post is first there, or ends the words: "Press Officer UNICEF"
    known = lexicon.whole(held["acronym"], "organization")
    if known is None or known.kind not in ("un", "igo", "ngo") or _in_name().search(held["post"]):
        return None
    if held["place"] and country_of(held["place"]) is None and lexicon.whole(held["place"], "city") is None:
        return None
    return held["post"], position[held.start("acronym") :]


_BEFORE_AGENCY = re.compile(
    rf"(?P<post>[^\W\d_][^,;:()–—]{{3,60}}?)\s(?P<acronym>[A-Z]{{3,8}})(?:\s(?P<place>[{CAPITALS}][^,;:()]+))?"
)


@functools.cache
def _in_name() -> re.Pattern[str]:
    """A small word at the end: what stands behind it belongs to it."""
    return re.compile(rf"\s(?:{any_of('of', 'for', 'at', 'and_field', 'definite', 'from', 'with')})$")


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
