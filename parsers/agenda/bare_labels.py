"""Roles right before somebody, without a colon or "by": "Moderator A B, IOM", "Présidente Mme C D (OCDE)".

A role that is a deed ("Modération") or a head of state's as well ("Président") counts only before a title.
"""

from __future__ import annotations

import functools
import re

from parsers.agenda.labels import Label
from parsers.people.lines import read_people
from parsers.people.names import looks_like_name, match_name, strip_honorifics
from parsers.people.person_starts import is_full_name_at, starts_person
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_FIRST_WORD = re.compile(r"\W{0,3}([^\W\d_]+)[^\W\d_-]*\S*\s+\S")
_ROLES = ("moderator", "chair", "panellist")
_NEAR = 20  # characters of titles before a name


def bare_label(text: str) -> Label | None:
    """The role that a line begins with, right before a name; None for other lines."""
    first = _FIRST_WORD.match(text)
    if first is None or fold(first[1]) not in _first_words():
        return None
    match = _pattern().match(text)
    if match is None:
        return None
    form = fold(match[1])
    at = match.end()
    name_start, titles = strip_honorifics(text, at)
    name = match_name(text, name_start)
    if name is None or not looks_like_name(name.group(), single=bool(titles)):
        return None
    if not titles and (form not in _of_one() or not (is_full_name_at(text, at) or starts_person(text, at))):
        return None
    people = read_people(text[at:], single=True)
    if not people or people[0].start > _NEAR:
        return None
    return Label("role", _forms()[form], match[1], at)


@functools.cache
def _forms() -> dict[str, str]:
    roles = load("roles")
    verbs = (form for words in roles["begins"].values() for form in words)
    never = frozenset(fold(form) for form in (*roles["bare"]["never"], *verbs))
    forms: dict[str, str] = {}
    for role in _ROLES:
        for form in [*roles["label"][role], *roles["tail"].get(role, ())]:
            if form[0] < "\u0600" and fold(form) not in never:
                forms.setdefault(fold(form), role)
    return forms


@functools.cache
def _of_one() -> frozenset[str]:
    """Forms that name one person by what that person does, and nobody's post."""
    roles = load("roles")
    words = [*roles["singular"]["words"], *roles["bare"]["persons"]]
    return frozenset(map(fold, words)) - frozenset(map(fold, roles["bare"]["titled"]))


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(re.split(r"[^\w]", form, maxsplit=1)[0] for form in _forms())


@functools.cache
def _pattern() -> re.Pattern[str]:
    roles = load("roles")
    words = {form for role in _ROLES for form in [*roles["label"][role], *roles["tail"].get(role, ())]}
    forms = alternatives(form for form in words if fold(form) in _forms())
    return re.compile(rf"\W{{0,3}}({forms})\s+(?=[^\W\d_]|['’])", re.IGNORECASE)
