"""Posts before "of" and their body: "President of the Tide Council", "Cheffe du bureau de l'OIM en France".

"Of" also stands before a post's field ("Director of Ports"), before the state that it is held for ("Minister of Chile")
and inside of names, so words are parted only where what stands behind is a body and what stands before a whole post.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import OrganizationMatch, find_organizations, looks_like_organization
from parsers.organizations.names import head_words as organization_words
from parsers.people.affiliation.offices import (
    ends_as_unit,
    names_office,
    names_place,
    names_united_nations,
    owner_of_office,
    starts_as_office,
    starts_as_unit,
    without_place,
)
from parsers.people.affiliation.post_words import folded_words, has_state_stem, head_of_post, heads
from parsers.places.countries import country_of
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")
_OF = any_of("of_post")
_OF_BODY = re.compile(rf"^(.{{2,}}?)\s+{_OF}\s*{leading('the_en')}?(?=[{CAPITALS}])(.+)$")
_BARE_OF = re.compile(rf"\s+{any_of('of_bare')}\s*")
_ACRONYM = re.compile(r"\s*\([A-Z][\w&/.-]{1,14}\)")
_OF_AT_END = re.compile(rf"\s{leading('of')}{leading('definite')}?$")
_OF_STATE_BODY = re.compile(rf"(\w+)\s{leading('of')}{leading('definite')}?(\w+)\b")
_DEPARTMENT = re.compile(rf"([{CAPITALS}]\w+) {leading('of', 'for')}")
# "Ports and Piers at the Embassy"
_AT_BODY = re.compile(rf"\s{leading('of', 'at')}{leading('definite')}?(?=[^\W\d_])")
_OF_STATE = re.compile(rf".*\s{leading('of')}{leading('definite')}?([{CAPITALS}][^,]*)$")
_FOR_FIELD = re.compile(rf"(.{{2,60}}?)\s{leading('for')}{leading('definite')}?[^,;]+")
_FIELD = re.compile(rf"\s+{leading('for')}.+")
# "DIRESA Puno", "AID4Ports"
_ACRONYM_AND_PLACE = re.compile(
    rf"[A-Z][A-Z&-]{{1,9}}|[A-Z]{{2,6}}\d[A-Z]\w*|[A-Z][A-Z&-]{{3,9}}(?: [{CAPITALS}][\w-]+){{1,3}}"
)


def post_of_body(position: str) -> tuple[str, str] | None:
    """Post and body of words that have "of" between them; None for other words. Who heads an office heads it whole:
    the body of "Head of IOM Regional Office in Cairo" is IOM, and all of it is the post.
    """
    parts = _head_of_office(position) or _parted(position)
    if parts is None:
        return None
    post, body = parts
    owner = owner_of_office(body) if _heads_office().fullmatch(fold(post)) else None
    return (position, owner) if owner is not None else (post, without_place(body))


def _head_of_office(position: str) -> tuple[str, str] | None:
    """ "Head of Office of IOM Malta": the office is a part of the post where the body has its place in its name."""
    held = _office_head().fullmatch(position)
    known = find_organizations(held["body"], slot=True) if held is not None else []
    if held is None or not known or known[0].start:
        return None
    place = held["body"][known[0].end :].strip()
    return (held["post"], held["body"]) if place[:1].isupper() and names_place(place) else None


@functools.cache
def _office_head() -> re.Pattern[str]:
    post = rf"(?:{folded_words('head.heads')})\s{leading('of')}(?:{folded_words('head.office')})"
    return re.compile(rf"(?P<post>(?i:{post}))\s{leading('of')}{leading('definite')}?(?P<body>[{CAPITALS}].+)")


def post_of_unit(position: str) -> tuple[str, str] | None:
    """Post and unit of "Head of the Department of Ports", where a state behind it makes the unit one of the state."""
    of = _OF_BODY.match(position)
    if of is None or not _is_department(of.group(2)) or _cuts_head(position, of.group(1)):
        return None
    return (of.group(1), of.group(2)) if _institutional().match(fold(of.group(1))) else None


def _is_department(words: str) -> bool:
    """Whether words are a state's department with its field, and no unit of another body: "Directorate of Ports"."""
    named = _DEPARTMENT.match(words)
    heads = organization_words()
    if named is None or fold(named.group(1)) not in heads["lists"] | heads["state"]:
        return False
    return heads["sure"].isdisjoint(fold(words[named.end() :]).split())


@functools.cache
def _heads_office() -> re.Pattern[str]:
    """ "Head" alone is no post: what somebody is is "Head of Office"."""
    return re.compile(folded_words("head.heads"))


def _parted(position: str) -> tuple[str, str] | None:
    """ "President of the X": parted at the first "of" behind which a body stands."""
    of = _OF_BODY.match(position)
    while of:
        post, body = of.group(1), of.group(2)
        known = find_organizations(body)
        begins = known[0].end if known and known[0].start == 0 and head_of_post(post) is not None else 0
        acronym = _ACRONYM.match(body, begins) if begins else None
        begins = acronym.end() if acronym is not None else begins  # "International Tide Organization (ITO)"
        field = _FIELD.fullmatch(body, begins) if begins else None  # "Director Regional de la OIM para América del Sur"
        if field is not None and not names_united_nations(body):
            return post + field.group(), body[:begins]
        whole = not _cuts_head(position, post) and not _field_before_body(body, known)
        joint = position[len(post) : len(position) - len(body)]
        held = _is_held_in(post, body, begins) or (_BARE_OF.fullmatch(joint) is None and _teaches(post))
        whole = whole and not _is_unit_of_body(body)
        if whole and held and _is_body(body, known) and (not has_state_stem(post) or _is_ministry(body)):
            return post, body
        of = re.match(
            rf"^({re.escape(post)}\s+{_OF}\s*{leading('the_en')}?.+?)\s+{_OF}\s*{leading('the_en')}?(?=[{CAPITALS}])(.+)$",
            position,
        )
    return None


def _is_body(words: str, known: list[OrganizationMatch]) -> bool:
    """Whether the words behind "of" are a body, and no unit, post or country; ``known``: the known bodies in them."""
    if looks_like_organization(words) <= 0.5 and not _ACRONYM_AND_PLACE.fullmatch(words):
        return False
    if known and known[0].start == 0 and known[0].end == len(words) and not starts_as_unit(fold(words)):
        return True  # "United Nations General Assembly": a word of it heads posts elsewhere
    if starts_as_office(words) and (known or names_office(words)):
        return True  # "Bureau de l'OIM en France", "Office for Relations with Emigrants"
    if starts_as_unit(fold(words)):
        of = _OF_STATE.match(words)
        # "Department of Ports of Chile"
        return of is not None and country_of(of.group(1)) is not None and _is_department(words)
    return (head_of_post(words) is None or _is_office_of_state(words)) and country_of(words) is None


def _is_office_of_state(words: str) -> bool:
    """Whether words are a state's office, though a word of it heads posts: "Fiscalía General", "Secretaría de …"."""
    return fold(words).split()[0] in _offices_of_state() or _secretariats().match(words) is not None


@functools.cache
def _secretariats() -> re.Pattern[str]:
    """Secretariats that nothing but an accent tells from those who keep them."""
    return re.compile(rf"{_WORDS.any_of('head.secretariats')}\s{leading('of')}")


def _is_unit_of_body(words: str) -> bool:
    """Whether words are a unit and the body behind it: "Visa and Passport Department of the Port Police"."""
    of = _OF_BODY.match(words)
    if of is None or not ends_as_unit(of.group(1)) or country_of(of.group(2)) is not None:
        return False
    return looks_like_organization(of.group(2)) > 0.5 and not starts_as_unit(fold(of.group(2)))


def _is_ministry(body: str) -> bool:
    """Whether a body is a ministry, in which a state's officers serve: "Viceministra de Puertos del Ministerio …"."""
    return fold(body).split()[0] in _ministries()


@functools.cache
def _ministries() -> frozenset[str]:
    return frozenset(map(fold, load("posts")["ministries"]))


def _is_held_in(post: str, body: str, begins: int) -> bool:
    """Whether such a post is held in a body; ``begins``: where the known body ends that the words begin with, or 0."""
    if _institutional().match(fold(post)) or begins == len(without_place(body)):
        return True
    if _is_ministry(body) and _holds_field(post):
        return True
    return (begins > 0 and names_place(body[begins:].strip())) or _of_unit(post, body)


def _holds_field(post: str) -> bool:
    """Whether a post has its field behind "for": "Director General para Asuntos Consulares"."""
    held = _FOR_FIELD.fullmatch(post)
    return held is not None and _institutional().match(fold(held[1])) is not None


@functools.cache
def _institutional() -> re.Pattern[str]:
    """Posts that are held in a body whatever stands before them, with a rank behind or none: "directeur adjoint"."""
    institutional, ranks = (alternatives(map(fold, load("posts")[key])) for key in ("institutional", "ranks"))
    return re.compile(rf"(?:.*\b)?(?:{institutional})(?: (?:{ranks}))*$")


def _teaches(post: str) -> bool:
    """Whether a post has its field behind a bare "of" and a house behind "of the": "Profesora de la Universidad"."""
    return fold(post).split()[-1] in _teachers()


@functools.cache
def _teachers() -> frozenset[str]:
    return frozenset(map(fold, load("posts")["teachers"]))


def _of_unit(post: str, body: str) -> bool:
    """Whether a post has its unit or field, and a body stands behind that: "Head of the Visa Unit of the Ministry",
    "Gerente de Frontera de la Presidencia".
    """
    of = _OF_BODY.match(post)
    words = organization_words()
    if of is None or head_of_post(of.group(1)) is None:
        return False
    if fold(body).split()[0] not in words["sure"] | words["state"]:
        return " " in of.group(2) and ends_as_unit(of.group(2)) and looks_like_organization(body) > 0.5
    unit = of.group(2)
    return starts_as_unit(fold(unit)) or ends_as_unit(unit) or looks_like_organization(unit) == 0


def _cuts_head(position: str, post: str) -> bool:
    """Whether ``post`` ends inside a post of several words: "new Chief" of "new Chief of Mission"."""
    cut = len(fold(post))
    return any(head.start() < cut < head.end() for head in heads().finditer(fold(position)))


def _field_before_body(words: str, known: list[OrganizationMatch]) -> bool:
    """Whether words are a field and the body behind it: "Salud de la OIM" in "Coordinadora de Salud de la OIM"."""
    if starts_as_office(words):
        return False
    ministry = _of_ministry().match(words)
    if ministry is not None and _is_field(ministry[1]):
        return True
    held = next((at for at in _AT_BODY.finditer(words) if _names_body_of_posts(words[at.end() :])), None)
    if held is not None and _is_field(words[: held.start()]):
        return True
    if not known or not known[0].start:
        of = _OF_STATE_BODY.match(words)
        return of is not None and fold(of.group(2)) in organization_words()["state"] and _is_field(of.group(1))
    of = _OF_AT_END.search(words, 0, known[0].start)
    return of is not None and looks_like_organization(words[: of.start()]) < 0.5


def _names_body_of_posts(words: str) -> bool:
    """Whether words begin with the name of a body that has officers with fields: "Embassy of Chile", "Fiscalía"."""
    return fold(words).split()[0] in organization_words()["state"] | _offices_of_state()


@functools.cache
def _offices_of_state() -> frozenset[str]:
    return frozenset(map(fold, load("posts")["state_offices"]))


@functools.cache
def _of_ministry() -> re.Pattern[str]:
    """A field of several words and the ministry behind it: "Puertos y Mareas del Ministerio de Salud"."""
    ministries = alternatives(load("posts")["ministries"])
    return re.compile(rf"(.{{3,60}}?)\s{leading('of')}{leading('definite')}?(?i:{ministries})(?!\w)")


def _is_field(words: str) -> bool:
    """Whether words before "of" are what somebody deals with, and neither a body nor a state: "Frontera"."""
    return looks_like_organization(words) == 0 and country_of(words) is None
