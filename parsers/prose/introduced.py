"""Private persons whom a sentence introduces before it is known that they speak.

"Amina Diop, 41, lost her home. “I counted my children,” she said.": nothing but the words behind the name says that it
is a person's, so that the name counts only where a quotation follows that has no other subject than a pronoun.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.prose.behind_names import is_body
from parsers.prose.named import Named
from parsers.prose.passage import Passage
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists, spelt_out

# "For Amina Diop, …", "Among those waiting is Amina Diop, …", "La primera fue Amina Diop, …"
_SUBJECT = re.compile(rf"\W*(?:(?:{any_of('no_name_after', 'as', 'introduces')})\s+)?", re.IGNORECASE)
_AS_FOR = re.compile(rf"\W*و?{any_of('as_for')}\s+")  # "أما سعاد كريم، وهي أم لطفلين، فقالت …"
_IS = re.compile(rf"(?<!\w){any_of('is', 'was')}\s+$")
_AGES = WordLists("ages")


@functools.cache
def _aged() -> re.Pattern[str]:
    years = rf"\d{{1,2}}\b\s?{_AGES.any_of('age.years')}?"
    return re.compile(rf"\s*[,،]?\s*\(?(?:{_AGES.any_of('age.of')}\s)?{years}\)?\s*[,،]")


_BEHIND = re.compile(r"\s*[,،]\s*(?=[^\W\d_])")
_PERSONAL = re.compile(rf"{leading('relative')}|{any_of('and_is')}\s")
_SMALL = re.compile(rf"[^\W\d{CAPITALS}_]")


def _any(key: str) -> str:
    forms = (form for phrase in load("cues")["introduced"][key] for form in spelt_out(phrase))
    return alternatives(forms, r"\s+")


@functools.cache
def _things() -> frozenset[str]:
    table = load("cues")["introduced"]
    return frozenset(fold(word) for word in (*table["things"], *table["things_en"]))


@functools.cache
def _elsewhere() -> re.Pattern[str]:
    """Words that say where a place lies or what a body is: "where …", "près de …", "a small town", "وهي مدينة"."""
    article = leading("definite", "indefinite", "possessive")
    small = any_of("of", "at", "with", "and", "relative", "when", "topic", "from")
    thing = rf"(?:{_any('things')})(?!\w)|(?:{_any('things_en')})(?!\w)(?=\s+{small}\b|\s*[^\s\w]|\s*$)"
    return re.compile(
        rf"{leading('and_is')}?{article}?(?:[^\W\d_]+\s+)?(?:{thing})"
        rf"|(?:{_any('where')})(?!\w)|{leading('and', 'of', 'with', 'when')}",
        re.IGNORECASE,
    )


def introduced(passage: Passage, people: list[Named]) -> Named | None:
    """The one person of a sentence if its words make a person of a name that nothing else speaks for."""
    if len(people) != 1:
        return None
    person = people[0]
    if person.sure or person.roles or person.again or " " not in person.name:
        return None
    text = passage.text
    before = text[: person.before]
    verb = any(
        not before[: span.start].strip(" وف") and not before[span.end :].strip() for span in passage.spans("say")
    )
    if not verb and _SUBJECT.fullmatch(before) is None and _IS.search(before) is None and not _AS_FOR.fullmatch(before):
        return None
    of_body = bool(find_organizations(person.organization or "")) and (
        _BEHIND.match(text, person.after) is not None
        or any(0 < span.start - person.after < 2 for span in passage.spans("say"))  # "A B of IOM reported that"
    )
    if not (of_body or _says_who(text, person.end)):
        return None
    if fold(person.name.split()[0]) in _things():
        return None  # "مدينة سبها، وهي …"
    return None if looks_like_organization(person.name) >= 0.4 or is_body(text, person.before, person.end) else person


def _says_who(text: str, position: int) -> bool:
    """Whether an age, a clause or a noun in small letters stands behind a name, and no place's or body's."""
    if _aged().match(text, position):
        return True
    behind = _BEHIND.match(text, position)
    if behind is None or _elsewhere().match(text, behind.end()):
        return False
    if _PERSONAL.match(text, behind.end()):
        return True
    closed = text.find(",", behind.end()) >= 0 or text.find("،", behind.end()) >= 0 or text.endswith(".")
    return closed and _SMALL.match(text, behind.end()) is not None
