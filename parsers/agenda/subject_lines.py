"""Lines under an item that begin with what somebody speaks of or for: "Tide Process - A B, Rector", "Asia: Ms. C D".

A subject is a region, a state, a body, a process, an acronym, or words that are not all capitalised: nothing that could
itself be the name.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.lines import PersonReading, read_people
from parsers.people.names import PARTICLES, looks_like_name, strip_honorifics
from parsers.people.person_starts import is_full_name_at, starts_person
from parsers.people.regions import names_region
from parsers.places.countries import country_of
from parsers.words.phrases import fold
from parsers.words.word_lists import WordLists

_SIGN = re.compile(r"\s+[–—-]\s+|\s?:\s+|\s\|\s+")
_BRACKET_AT_END = re.compile(r"\s*\(([^()]*)\)$")
_ACRONYM = re.compile(r"(?:[^\W\d_a-zß-ÿ]|\d)[\w&+.-]*")
_LONGEST = 320  # characters of such a line
_SUBJECT = 90  # characters of a subject
_NEAR = 14  # characters of titles before a name
_MOST_SIGNS = 2
_WORDS = WordLists("agenda")


def subject_line(text: str, *, beside: bool = False) -> tuple[int, list[PersonReading]] | None:
    """Where the people of a line begin behind its subject, and those people; None for other lines.

    ``beside`` says that lines around have this form: a name alone is enough then.
    """
    if len(text) > _LONGEST:
        return None
    for sign in list(_SIGN.finditer(text, 0, _SUBJECT))[:_MOST_SIGNS]:
        subject = text[: sign.start()].strip(" -–—•·*")
        at = sign.end()
        if len(subject) < 2 or not text[at : at + 1].isalpha() or not _is_subject(subject):
            continue
        titled = bool(strip_honorifics(text, at)[1])
        if not (titled or starts_person(text, at) or (beside and is_full_name_at(text, at))):
            continue
        people = read_people(text[at:])
        if not people or people[0].begin > _NEAR or not (beside or _is_told(people[0])):
            continue
        if " " in subject or titled or people[0].position is not None or not _ends_as_subject(subject):
            _give_subject(people, subject)
            return at, people
    return None


def _is_told(person: PersonReading) -> bool:
    spoken_for = person.organization is not None or person.country is not None
    return person.honorific or person.position is not None or spoken_for


def _is_subject(words: str) -> bool:
    bare = _BRACKET_AT_END.sub("", words)
    if not bare or kind_of_segment(bare) == "post" or bare.endswith((",", ";")):
        return False
    if names_region(bare) or country_of(bare) is not None or _ends_as_subject(bare):
        return True
    if find_organizations(bare, slot=True) or looks_like_organization(bare) > 0.5:
        return bool("," not in bare)
    if not looks_like_name(bare, single=True):
        return "," not in bare and ("\u0600" <= bare[0] <= "\u06ff" or _is_acronym(bare) or _has_small_word(bare))
    return _is_acronym(bare)


def _is_acronym(words: str) -> bool:
    return len(words) > 1 and words.isupper() and _ACRONYM.fullmatch(words) is not None


def _has_small_word(words: str) -> bool:
    """Whether a word stands there that no name has."""
    return any(word[0].islower() and word.strip("'’") not in PARTICLES for word in words.split())


@functools.cache
def _heads() -> frozenset[str]:
    return frozenset(fold(word) for word in _WORDS.forms("subjects.heads"))


def _ends_as_subject(words: str) -> bool:
    """Whether words begin or end with what a name does not: "Tide *Process*", "*Proceso* de Puebla"."""
    folded = [word.strip(".,()/") for word in fold(words).split()]
    return folded[0] in _heads() or folded[-1] in _heads()


def _give_subject(people: list[PersonReading], subject: str) -> None:
    """Who speaks behind a state or a body speaks for it, where no other is printed."""
    bare = _BRACKET_AT_END.sub("", subject)
    country = country_of(bare)
    known = find_organizations(bare, slot=True) if country is None else []
    whole = bool(known) and known[0].start == 0 and known[0].end == len(bare)
    for person in people:
        if country is not None:
            person.country = person.country or country
        elif person.organization is None and person.country is None and (whole or _is_acronym(bare)):
            person.organization = bare
            person.sure = True
