"""The state that somebody speaks for, where the affiliation names it.

Posts and bodies of states name it ("Ambassador of Norway to Ukraine", "Embassy of Chile"), or it stands as a segment
behind them ("Minister of Labour, Kenya"). Behind a university, a firm or a trade a country says where it sits.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import without_bracket
from parsers.people.affiliation.post_words import folded_words, holds_state_post, is_private
from parsers.places.countries import find_countries
from parsers.words import lexicon
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import fold
from parsers.words.small_words import any_of
from parsers.words.vocabulary import load


def state_spoken_for(country: str | None, position: str | None, organization: str | None) -> str | None:
    """The state that the holder of a post in a body speaks for; ``country`` is the one behind them, if any."""
    if position:
        country = country or state_of_post(position)
    if country is None:
        return _state_of_body(organization) if organization is not None else None
    if organization is not None:
        return None if _speaks_for_no_state(organization) and not _chairs_process(position, organization) else country
    if position and is_private(position) and not holds_state_post(position):
        return None  # "youth advocate, Tonga": from there, not for it
    return country


@functools.lru_cache(maxsize=1024)
def state_of_post(position: str) -> str | None:
    """The state that a post is held for, where the post names it: "Ambassador of Norway to Ukraine" gives NO."""
    if not holds_state_post(position):
        return None
    return next((found.code for found in find_countries(position) if not is_post_place(position[: found.start])), None)


def is_post_place(before: str) -> bool:
    """Whether a country behind these words is where a post is held and not for whom: "Ambassador of Norway to …"."""
    return _post_place().search(fold(before)) is not None


@functools.cache
def _post_place() -> re.Pattern[str]:
    of = rf"(?:\w+ {any_of('of_en')} (?:{any_of('the_en')} )?)?"
    return re.compile(rf"\b(?:{folded_words('at.place')})\s+(?:{any_of('the_state')} |l')?{of}$")


def _state_of_body(organization: str) -> str | None:
    """The state of "Permanent Mission of Japan", "Embassy of Chile"; None for other bodies."""
    if not _missions().match(fold(organization)):
        return None
    codes = [found.code for found in find_countries(organization)]
    return codes[0] if codes else None


@functools.cache
def _missions() -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives(map(fold, load('posts')['missions']))})(?!\w)")


def _speaks_for_no_state(organization: str) -> bool:
    """Whether a body is a university, firm, association or of many states: the country behind it is where it sits."""
    known = lexicon.whole(without_bracket(organization), "organization")
    if known is not None:
        return known.kind in ("un", "igo", "ngo", "university", "company", "process")
    return _no_state_bodies().search(fold(organization)) is not None


def _chairs_process(position: str | None, organization: str) -> bool:
    """Whether somebody chairs a process of states, which a state does: "GFMD Chair, Ecuador"."""
    known = lexicon.whole(without_bracket(organization), "organization")
    return known is not None and known.kind == "process" and _chairs().match(fold(position or "")) is not None


@functools.cache
def _chairs() -> re.Pattern[str]:
    return re.compile(rf"(?:{folded_words('process.chairs')})(?!\w)")


@functools.cache
def _no_state_bodies() -> re.Pattern[str]:
    return whole_words(word for key in ("no_state", "no_state_in_lines") for word in load("states")[key])
