"""Where somebody is from and whose parent one is, which are no post and no body.

"A B, from Mopti" has neither; "contadora de Barquisimeto" is a "contadora", "seamstress and mother of three" a
"seamstress". Only trades and states of life lose their town: a mayor or a judge holds the post of one. In Arabic the
town stays with the trade, as the labels of pages have it.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.offices import names_place
from parsers.people.affiliation.post_words import head_of_post, holds_state_post, is_private, is_trade
from parsers.places.countries import country_of
from parsers.words.patterns import CAPITALS
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")
_LIKE_A_BODY = 0.5


def is_origin(segment: str) -> bool:
    """Whether a segment says nothing but where somebody is from or lives: "resident of Mopti", "من أهالي سنجار".

    A state behind a bare "from" may be the one that somebody speaks for, and is none.
    """
    if _people_of().match(segment) is not None:
        return True
    origin = _from().match(segment)
    if origin is None or country_of(segment[origin.end() :]) is not None:
        return False
    place = segment[origin.end() :]
    return names_place(place) or (place[0] >= "\u0620" and " " not in place and looks_like_organization(place) == 0)


@functools.cache
def _people_of() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_WORDS.leading('origin.people')})\S")


@functools.cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"{leading('origin')}{leading('definite')}?(?=[{CAPITALS}\u0620-\u064a])")


def without_life(post: str) -> str:
    """A trade without the town and the children behind it; other posts as they are."""
    family = _family().search(post)
    if family is not None and family.start() > 0:
        post = post[: family.start()]
    town = _of_town().search(post)
    if town is None or not names_place(town["place"]):
        return post
    trade = post[: town.start()]
    known = head_of_post(trade)
    if holds_state_post(trade) or not (is_private(trade) or (is_trade(trade) and known is None)):
        return post
    return trade


def without_house(post: str) -> str:
    """A trade in small letters without the house where it is practised: "psychologist at the Mopti centre"."""
    at = _at_house().search(post)
    if at is None or not post[0].islower():
        return post
    trade = post[: at.start()]
    if deals_behind_at(trade):
        return post
    known = head_of_post(trade)
    if not (is_trade(trade) or is_private(trade) or (known is not None and known == (0, len(fold(trade))))):
        return post
    return post if holds_state_post(trade) else trade


def deals_behind_at(post: str) -> bool:
    """Whether what stands behind "at the" is what an officer deals with: "commissaire aux Affaires sociales"."""
    return _deals_with().fullmatch(post) is not None


@functools.cache
def _deals_with() -> re.Pattern[str]:
    return re.compile(_WORDS.any_of("field.officers"), re.IGNORECASE)


@functools.cache
def _at_house() -> re.Pattern[str]:
    return re.compile(rf"\s{_WORDS.leading('at.at', 'at.small')}(?:{leading('definite')})?\S.*$")


@functools.cache
def _family() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{_WORDS.plain('origin.parents')})\s?\S.*$")


@functools.cache
def _of_town() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{leading('origin')}|{_WORDS.leading('origin.of')})(?P<place>[{CAPITALS}].*)$")
