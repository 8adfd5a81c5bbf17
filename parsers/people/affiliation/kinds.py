"""What a segment of an affiliation is: told by its head word and by where in the segment that stands.

"Deputy Minister of Labour" is a post, "Department of Labour" a unit, "Migrant Forum" a body, "Kenya" a country. Words
that nothing speaks for are unknown; they go with their neighbours.
"""

from __future__ import annotations

import functools
import re
from typing import Literal

from parsers.organizations.names import head_words as organization_words
from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.offices import names_place, starts_as_unit
from parsers.people.affiliation.owners import owner_then_post
from parsers.people.affiliation.post_words import (
    folded_words,
    head_of_post,
    heads,
    is_trade,
    private_posts,
)
from parsers.people.names import not_names
from parsers.places.countries import country_of, country_of_demonym
from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

Kind = Literal["post", "unit", "body", "country", "unknown"]

_WORDS = WordLists("post_words")
_SHORTEST_GENERAL = 3  # words


@functools.lru_cache(maxsize=1024)  # posts and bodies come back on other pages
def kind_of_segment(segment: str) -> Kind:
    """What the head word of a segment says that it is."""
    folded = fold(segment)
    if not folded:
        return "unknown"
    if country_of(segment):
        return "country"
    if segment.startswith(_secretariats()) or _office_of_officer().fullmatch(folded):
        return "body"  # without its accent it is a post
    if _directorate().match(segment) and _is_directorate(segment):
        return "body"
    head = heads().search(folded)
    if starts_as_unit(folded) and not (head and (head.start() == 0 or head.end() == len(folded))):  # "Desk Officer"
        return "body" if head is None and _of_one_state(segment) else "unit"
    if _is_called_the(segment):
        return "body"  # "The Economist Intelligence Unit"
    if head is None:
        return _without_head(segment, folded)
    if head.start() == 0 and _names_general_body(segment, folded):
        return "body"
    if owner_then_post(segment) is not None:
        return "post"
    if folded[head.end() : head.end() + 2] in ("'s", "’s"):
        return _behind_owner(segment, folded)
    return _with_head_first(segment, folded) if head.start() == 0 else _with_head_behind(segment, folded, head.start())


def _without_head(segment: str, folded: str) -> Kind:
    """A segment in which no word heads a post: a trade by its ending ("Hydrologist"), or in small letters."""
    if _community().match(segment) is not None:
        return "post"  # "líder wayúu, comunidad de Marea Alta"
    if is_trade(segment) and not _JOINED.match(segment):
        return "post"  # "nutricionista del Centro de Salud San Roque"
    if looks_like_organization(segment) > 0.5:
        return "body"
    words = folded.split()
    if len(words) == 1 and words[0].endswith(tuple(load("posts")["suffixes"])) and not segment.isupper():
        return "post"
    return "post" if segment[0].islower() else "unknown"


@functools.cache
def _directorate() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.any_of('head.directorates')}\s(?:[A-Z]|[A-Z][a-z]{{2,}})+\b")


def _is_directorate(segment: str) -> bool:
    """Whether "DG" stands for a directorate-general and no officer: "DG HOME", no "DG IOM"."""
    named = (segment, segment.partition(" ")[2])
    known, owner = (lexicon.whole(words, "organization") for words in named)
    return known is not None or owner is None


def _is_called_the(segment: str) -> bool:
    """Whether words have an article with a capital, as names of bodies and media have: "The Economist". Posts have it
    only where an officer's word or a form of address stands right behind it: "The Minister of Ports".
    """
    if not segment.startswith("The ") or not segment[4:5].isupper() or names_place(segment):
        return False
    return _officer().match(fold(segment[4:])) is None


@functools.cache
def _officer() -> re.Pattern[str]:
    posts = alternatives(map(fold, [*load("posts")["institutional"], *load("posts")["state"]]))
    return re.compile(rf"(?:{folded_words('head.address')}|(?:[\w-]+ )?(?:{posts}))(?![\w-])")


@functools.cache
def _community() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.any_of('origin.communities')}\s")


_JOINED = re.compile(r"\w+\s[^\W\d_a-zß-ÿ]")  # "réseau Mains de Mer" goes on with its own name


def _behind_owner(segment: str, folded: str) -> Kind:
    """What belongs to an officer: "State Inspector's Service" is a body, "Minister's adviser" a post."""
    words = organization_words()
    ends_in_body = folded.split()[-1] in words["sure"] | words["likely"]
    return "body" if ends_in_body and segment[0].isupper() else "post"


def _with_head_first(segment: str, folded: str) -> Kind:
    """ "Director of Ports" is a post; "Migrant Forum" is a body of those whom its first word names."""
    if looks_like_organization(segment) > 0.5 and _of_members().match(folded) and not segment.split()[1][0].islower():
        return "body"
    return "post"


def _with_head_behind(segment: str, folded: str, start: int) -> Kind:
    """ "IOM Director General", "heat officer" are posts; "Office of the High Commissioner" is a body."""
    before = segment[:start]
    body = looks_like_organization(segment)
    sure, likely = organization_words()["sure"], organization_words()["likely"]
    first, last = folded.split()[0], _BRACKET.sub("", folded).split()[-1]
    if last in sure and _head_word(folded, start) in _general():
        return "body"  # "Tidal General Secretariat (TGS)"
    if last in sure and _head_word(folded, start) in not_names()[1] and not _OF_ANY.search(before):
        return "body"  # "Ida Mason University": a trade that is a surname too
    if body > 0.5 and (last in sure or (last in likely and last.endswith("s"))) and private_posts().search(folded):
        return "body"  # "Horn Pastoralist Council", "Delta Refugee Services"
    if body > 0.5 and (first in sure or _BODY_BEHIND.search(before)):
        return "body"  # "Prefectura General Naval"
    if _OF_AT_END.search(before.casefold()):
        return "body" if body > 0.3 else "post"
    return "post"


_BODY_BEHIND = re.compile(rf"\b{any_of('body_behind')}\b")
_OF_AT_END = re.compile(rf"\b{any_of('of_words')}\s$")
_OF_ANY = re.compile(rf"\b{leading('of', 'for', 'at')}", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)$")


def _head_word(folded: str, start: int) -> str:
    """The word that begins at ``start`` of folded words."""
    return folded[start:].split(maxsplit=1)[0]


@functools.cache
def _office_of_officer() -> re.Pattern[str]:
    """ "Ombudsperson for Children's Office": the office that is called by who holds it."""
    return re.compile(
        rf"(?:{folded_words('head.offices')})(?:['’]s?)?(?: \S+){{0,3}} (?:{folded_words('head.office')})"
    )


def _of_one_state(segment: str) -> bool:
    """Whether a unit has a state's adjective before it and its field behind it: "Kenyan Directorate of Ports"."""
    first, _blank, rest = segment.partition(" ")
    return country_of_demonym(first) is not None and _OF_FIELD.search(rest) is not None


_OF_FIELD = re.compile(rf"^\w+\s{leading('of', 'for')}")


@functools.cache
def _secretariats() -> tuple[str, ...]:
    return tuple(f"{form} " for form in _WORDS.forms("head.secretariats"))


@functools.cache
def _of_members() -> re.Pattern[str]:
    """What a body's members are, before its head word: "Migrant Forum", "Student Union"."""
    return re.compile(rf"(?:{folded_words('head.members')})s?['’]?s? \S")


def _names_general_body(segment: str, folded: str) -> bool:
    """Whether "general" at the start is a body's word and no officer's: "General Statistics Office of Ghana"."""
    words = folded.split()
    if words[0] not in _general() or len(words) < _SHORTEST_GENERAL or head_of_post(words[1]) is not None:
        return False
    rest = segment.partition(" ")[2]
    return rest[0].isupper() and looks_like_organization(rest) >= 0.7


@functools.cache
def _general() -> frozenset[str]:
    return frozenset(_WORDS.forms("head.general"))
