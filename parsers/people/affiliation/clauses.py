"""What stands behind a name and is no affiliation, or ends one.

* remarks in brackets that say nothing of the person: "(tbc)", "(virtual)", "(group A)";
* tails that state the role: "(Moderator)", "– introductory remarks";
* clauses on what the person does ("will be moderating"), and the topic of a talk ("on mixed migration").
"""

from __future__ import annotations

import functools
import re
from typing import Literal

from parsers.people.not_yet import is_not_yet_named
from parsers.record import Role
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.vocabulary import load


def is_unsure(text: str) -> bool:
    """Whether a bracket says nothing of the person: "(tbc)", "(virtual)", "(Ms.)"."""
    folded = fold(text)
    return folded.strip(" .") in _unsure() or is_not_yet_named(text) or _group().fullmatch(folded) is not None


@functools.cache
def _unsure() -> frozenset[str]:
    return frozenset(fold(word) for word in load("people")["unsure"])


@functools.cache
def _group() -> re.Pattern[str]:
    """Where somebody sits in a programme: "(group A)", "(mesa 2)"."""
    return re.compile(rf"(?:{alternatives(map(fold, load('people')['groups']))}) (?:[a-z]|\d{{1,2}}|[ivx]{{1,4}})")


@functools.cache
def role_tails() -> dict[str, Role]:
    """What stands behind somebody and says the role, folded: "(Moderator)", "– introductory remarks"."""
    return {fold(form): role for role, forms in load("roles")["tail"].items() for form in forms}


def ending(segment: str) -> Literal["topic", "clause"] | None:
    """What ends an affiliation before this segment: the topic of a talk, or a clause; None where it goes on."""
    if _first_word(segment) not in _first_words():
        return None
    if _topic().match(segment):
        return "topic"
    return "clause" if starts_clause(segment) else None


def starts_clause(text: str) -> bool:
    """Whether the words start a clause on what the person does: "will be moderating"; not the acronym "WHO"."""
    match = _clause().match(text)
    return match is not None and not (match.end() > 1 and match.group().isupper())


def role_of_clause(text: str) -> Role:
    """The role that a clause states: moderator for "will be moderating"; who does anything else speaks."""
    return next((role for role, stems in _clause_roles() if stems.search(text)), "speaker")


@functools.cache
def _clause_roles() -> list[tuple[Role, re.Pattern[str]]]:
    return [
        (role, re.compile(rf"(?<!\w)(?:{alternatives(stems)})", re.IGNORECASE))
        for role, stems in load("people")["clause_role"].items()
    ]


@functools.cache
def _clause() -> re.Pattern[str]:
    return _starting(load("people")["clause"])


@functools.cache
def _topic() -> re.Pattern[str]:
    return _starting(load("people")["topic"])


def _starting(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives(words)})(?=\s|$|['’])", re.IGNORECASE)


@functools.cache
def _first_words() -> frozenset[str]:
    """The first words of clauses and topics: most segments begin with none of them."""
    return frozenset(_first_word(form) for key in ("clause", "topic") for form in load("people")[key])


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0].replace("’", "'").partition("'")[0].lower()
