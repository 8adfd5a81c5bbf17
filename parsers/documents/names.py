"""How lines of text captures name documents beside their labels: by their languages, by whose they are, by a verb.

"Programme (EN | FR | ES)" is one document in three languages, "Agenda | Summary of the session" are two; "Ms. Perl's
biography" and "Read the Lima Declaration" are documents though no list announces them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from parsers.documents.labels import is_document_label
from parsers.documents.titles import is_publication
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.small_words import any_of
from parsers.words.vocabulary import load

_LONGEST = 90  # characters
_LONGEST_PIECE = 70
_MOST_WORDS = 9
_BAR = re.compile(r"\s+\|\s+|\s*•\s*")


def without_several_languages(label: str) -> str:
    """A label without the several languages that its document is in; one alone tells documents apart and stays."""
    if not label.rstrip(" )].")[-1:].isalpha():
        return label
    return _languages().sub("", label) or label


@functools.cache
def _languages() -> re.Pattern[str]:
    name = alternatives(word for words in load("documents")["languages"].values() for word in words)
    between = rf"\s*(?:[|/,;&·،-]|{any_of('and')})\s*(?:{any_of('and')}\s+)?"
    row = rf"(?:{name})(?:{between}(?:{name}))+"
    bracketed = rf"\s*[(\[]\s*{row}\s*[)\]]|(?:\s*[(\[](?:{name})[)\]]){{2,}}"
    barred = rf"(?:{name})(?:\s*[|/]\s*(?:{name}))+"
    return re.compile(rf"(?:{bracketed}|\s?[:–—|-]\s+{row}|\s+{barred})\s*$")


def listed_in_one(text: str) -> list[str]:
    """The labels of a line below a head of documents: several stand between bars, and one of them is a known one."""
    labels = [label for label in _BAR.split(text) if label]
    several = len(labels) > 1 and all(3 < len(label) <= _LONGEST_PIECE for label in labels)
    return labels if several and any(map(is_document_label, labels)) else [text]


def names_one(text: str) -> bool:
    """Whether a line alone names a document that is somebody's or that one is to read: "Read the Lima Declaration"."""
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    return _is_life(text.strip(" .•")) or _is_to_read(text.strip(" .•"))


def _is_to_read(text: str) -> bool:
    read = _read().match(text)
    if read is None:
        return False
    return _to_read().fullmatch(text) is not None or (is_publication(text[read.end() :]) and text[-4:].isdigit())


@functools.cache
def _read() -> re.Pattern[str]:
    verbs = _either_case(load("documents")["lines"]["verbs"])
    return re.compile(rf"(?:{verbs})\s+(?:{any_of('definite', 'possessive')}\s*)?")


def _is_life(text: str) -> bool:
    return _lives().search(text) is not None and _biography().fullmatch(text) is not None


@functools.cache
def _lives() -> re.Pattern[str]:
    """What is cheaper to look for than `_biography`."""
    return re.compile(rf"(?<!\w)(?:{alternatives(load('documents')['lives']['nouns'])})(?!\w)", re.IGNORECASE)


@functools.cache
def _biography() -> re.Pattern[str]:
    """ "Ms. Perl's biography", "Short biography of Mr. A B", "Biographie de Mme Perl", "السيرة الذاتية للسيدة بيرل"."""
    words = load("documents")["lives"]
    nouns, before = alternatives(words["nouns"]), alternatives(words["before"])
    name = rf"(?:[^\W\d_]+\.?\s+){{0,3}}[{CAPITALS}][\w’'-]+(?:\s[{CAPITALS}][\w’'-]+)?"
    of = rf"\s(?:{any_of('of')}\s*)(?:{any_of('definite')}\s*)?"
    return re.compile(
        rf"{name}[’']s?\s(?i:(?:(?:{before})\s)?(?:{nouns}))|(?i:(?:(?:{before})\s)?(?:{nouns})){of}{name}"
        rf"|(?:{nouns})\sل\S+(?:\s\S+){{1,4}}"
    )


@functools.cache
def _to_read() -> re.Pattern[str]:
    """A verb before a publication with its name: "Leer la Declaración de Lima", "Consult the Net Report 2020"."""
    words = load("documents")["lines"]
    nouns, adjectives = _either_case(words["publications"]), _either_case(words["publication_goes_on"])
    up = rf"[{CAPITALS}\d][\w’'-]*"
    small = rf"(?:{any_of('of', 'and', 'definite')}\s*)*"
    adjective = rf"{adjectives}|\w+(?:{alternatives(words['adjective_ends'])})"
    named = rf"(?:\s(?:{adjective}))?\s?{small}{up}(?:\s{small}{up})*"
    return re.compile(
        rf"{_read().pattern}(?:(?:{nouns}){named}|(?:{up}\s){{1,5}}(?:{nouns})(?:\s\d{{4}})?"
        rf"|(?:ال)?(?:{nouns})(?:\s\S+){{1,4}}(?<=[\u0620-\u064a]))"
    )


def _either_case(words: Iterable[str]) -> str:
    return alternatives({form for word in words for form in (word, word[:1].upper() + word[1:])})
