"""Trades in small letters beside a name, without what else is said there: age, origin, where somebody lives.

"mécanicien guinéen de 24 ans" is a "mécanicien", "cardiologue belgo-malienne installée à Gand" a "cardiologue",
"cónsul en esa ciudad" a "cónsul". A body behind the trade is no place and stays: `parsers.people.affiliation` parts
the two.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.origins import deals_behind_at
from parsers.people.affiliation.post_words import head_of_post, holds_state_post, is_private, is_trade
from parsers.places.countries import country_of_demonym
from parsers.prose.passage import Passage
from parsers.words.patterns import CAPITALS
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_AGES = WordLists("ages")
_WORDS = WordLists("post_words")
_LIKE_A_BODY = 0.5
_WITH_END = re.compile(rf"(?<=\w{{4}})\s+{leading('with')}[^\W\d{CAPITALS}_].*$")
_ONE_OF = re.compile(leading("of"))
_BOTH_CUT = re.compile(r"\s[^\W\d_]+-$")  # "belgo-" of "belgo-malienne"
_OF_AT_END = re.compile(rf"\s{leading('of')}{leading('definite')}?$")


def begins_with_trade(words: str) -> bool:
    """Whether words in small letters begin with a trade, be it another thing too often: "animatrice"."""
    head = head_of_post(words)
    return is_trade(words) or (head is not None and head[0] == 0)


@functools.cache
def age_behind() -> re.Pattern[str]:
    """The age behind a trade: "nurse aged 29", "mécanicien de 24 ans"."""
    return re.compile(rf"\s+{_AGES.any_of('age.of')}\s+\d{{1,3}}(?:\s{_AGES.any_of('age.years')})?$")


def bare_trade(passage: Passage, position: str, start: int) -> str | None:
    """A trade at ``start`` of the passage without the rest; None for "one of the first"."""
    position = _without_place(position)
    if _ONE_OF.match(position):
        return None
    position = age_behind().sub("", position)
    end = start + len(position)
    if passage.text[start:end] == position and not holds_state_post(position):
        for span in passage.spans("demonym"):
            taught = _OF_AT_END.search(passage.text, start, span.start)  # "professeure de français"
            if span.end == end and span.start > start and taught is None:
                return _BOTH_CUT.sub("", passage.text[start : span.start].rstrip())
    return without_origin(position)


def _without_place(position: str) -> str:
    """A trade without the town or what else stands behind it: "surgeon in Cardiff", "printer with long years"."""
    position = _WITH_END.sub("", position)
    place = _place_end().search(position)
    if place is None or (place["place"] and looks_like_organization(place["place"]) >= _LIKE_A_BODY):
        return position
    return position if deals_behind_at(position[: place.start()]) else position[: place.start()]


@functools.cache
def _place_end() -> re.Pattern[str]:
    lives = rf"(?:(?:{_WORDS.any_of('held.lives')}|{any_of('posted')})\s+)?"
    there = rf"{leading('at')}{_WORDS.any_of('held.this')}\s.*"
    return re.compile(rf"\s+{lives}(?:{there}|{leading('at', 'origin')}(?P<place>[^\W\da-zß-ÿ].*))$")


def without_origin(trade: str) -> str:
    """A trade of one word without the adjective of states or of a town behind it: "músico limeño"; those of officials
    say whom they serve, and stay: "cónsul hondureño".
    """
    origin = _origin().fullmatch(trade)
    if origin is None or not begins_with_trade(origin["trade"]) or holds_state_post(origin["trade"]):
        return trade
    if origin["local"] is None and country_of_demonym(origin["state"]) is None:
        return trade
    private = is_private(origin["trade"]) or is_trade(origin["trade"])
    return origin["trade"] if private or origin["local"] is not None else trade


@functools.cache
def _origin() -> re.Pattern[str]:
    none = _WORDS.any_of("trade.no_origin")
    local = r"(?P<local>[^\W\d_]{2,}(?:eñ[oa]|[^\W\d_]ense|oise?|aise?))"
    return re.compile(rf"(?P<trade>[^\W\d_]+)\s(?!{none}$)(?:{local}|(?:[^\W\d_]+-)?(?P<state>[^\W\d_]+))")
