"""The state that somebody speaks for, where the line that names them does not say it outright.

Two rules, in this order (words: states.toml):

1. **Named in the post or body**: a body of a state with the state's name or adjective in it ("Bank of Ghana", "Romanian
   Office for Immigration", "Policía Nacional del Ecuador"), a post of one ("Kenyan Minister of Labour").
2. **The page's own state**, for officials who are called by post or body alone because the page is about their own
   state ("the Minister of Labour", "Servicio Nacional de Migración"). It is inferred, and its basis is kept. Where a
   page has speakers of several other states, or is of a seat of international organisations, nothing is.

Universities, firms, associations and cities speak for no state, nor do ambassadors whose state is not named.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from parsers.people.posts import is_former
from parsers.places.countries import country_in_body, country_of
from parsers.record import Appearance, Location
from parsers.words import lexicon
from parsers.words.patterns import whole_words
from parsers.words.phrases import fold, tokenise
from parsers.words.small_words import leading
from parsers.words.vocabulary import load

Span = tuple[int, int]

_HOME_BODIES = ("home_bodies", "home_bodies_in_prose")
_NAMED_BODIES = ("named_bodies", "named_bodies_in_prose")
_MOST_OTHERS = 1  # other states whose officials may stand on a page that is about one state


def add_states(people: Sequence[Appearance], location: Location, place: Span | None, text: str) -> None:
    """Give the people who speak for a state that state.

    ``place`` is the span of the words that name the page's country, ``text`` the page's: an acronym that is spelt out
    in it ("ANLTP") is read as what it stands for.
    """
    waiting = []
    for person in people:
        if person.country is not None or person.role == "contact" or not (person.position or person.organization):
            continue
        body = _spelt_out(person.organization, text)
        person.country = _named(person.position, body)
        position = _with_spelt_out_body(person.position, text) if body is None else person.position
        if person.country is None and is_official(position, body):
            waiting.append(person)
    if location.country is None or place is None or not waiting or _is_seat(location):
        return
    if len({person.country for person in people} - {None, location.country}) > _MOST_OTHERS:
        return
    for person in waiting:
        person.country, person.country_span = location.country, place


def _is_seat(location: Location) -> bool:
    """Whether the place is one where states meet that are not at home there."""
    return location.city is not None and fold(location.city) in _words("seats")


_ACRONYM = re.compile(r"[^\W\d_]*[A-Z][^\W\d_]*[A-Z][^\W\d_]*")
_BRANCH = re.compile(r"([A-Z]{3,8})\s+(\S.*)")
_OF_ACRONYM = re.compile(rf"\s{leading('of')}{leading('definite')}?([A-Z]{{3,8}})$")
_OF_STATE = re.compile(
    r"\s(?:of|de|du|del|d['’])\s?(?:the |la |el )?[^\W\d_a-z](?:(?!\s(?:and|y|et|e|و)\s)[^,.;:()\n]){2,30}"
)
_LONGEST_NAME = 120


def _spelt_out(body: str | None, text: str) -> str | None:
    """The words that an acronym stands for, where the page has them before the acronym in brackets: "… (ANLTP)".

    "INEC Panamá" is spelt out too where the page does so for another state's ("Instituto Nacional … (INEC) de Chile").
    """
    if body is None:
        return None
    branch = _BRANCH.fullmatch(body)
    if branch is not None and country_of(branch[2]) is not None:
        words = _words_of(branch[1], text, with_state=False)
        return f"{words} {branch[2]}" if words is not None else body
    return _words_of(body, text, with_state=True) or body


def _words_of(acronym: str, text: str, *, with_state: bool) -> str | None:
    if not _ACRONYM.fullmatch(acronym):
        return None
    known = lexicon.whole(acronym, "organization")
    if known is not None and known.kind != "government":
        return None
    kinds = (_HOME_BODIES, _NAMED_BODIES) if known is None else (_HOME_BODIES,)
    at = text.find(f"({acronym})")
    if at < 0:
        return None
    begin = max(text.rfind("\n", 0, at), at - _LONGEST_NAME, 0)
    # "Ministerio de Salud Pública (MSPAS) de Guatemala"
    behind = _OF_STATE.match(text, at + len(acronym) + 2) if with_state else None
    words = text[begin:at].rstrip() + (behind.group() if behind else "")
    folded = fold(words)
    for keys in kinds:
        heads = [match.start() for match in _pattern(*keys).finditer(folded)]
        if heads:
            return (words if len(words) == len(folded) else folded)[heads[-1] :]
    return None


def _with_spelt_out_body(position: str | None, text: str) -> str | None:
    """A post with the words for the acronym that it ends in: "directora distrital del MIES"."""
    of = _OF_ACRONYM.search(position) if position is not None else None
    if position is None or of is None:
        return position
    return f"{position[: of.start(1)]}{_spelt_out(of[1], text)}"


def _named(position: str | None, body: str | None) -> str | None:
    """The state in the name of a body of a state, or of a post that is held in one."""
    if position is not None and is_former(position):
        return None
    if body is not None:
        return country_in_body(body) if _is_of_state(body) else None
    if position is not None and (_is_of_state(position) or _matches(position, "home_posts")):
        return country_in_body(position)
    return None


def is_official(position: str | None, body: str | None) -> bool:
    """Whether somebody serves a state: by a body that is always one's, or by a post that is held for one."""
    if position is not None and is_former(position):
        return False
    if position is not None and _is_other(position):
        return False
    if body is not None and (_matches(body, *_HOME_BODIES) or _is_other(body)):
        return not _is_other(body)
    return position is not None and _matches(position, "home_posts", *_HOME_BODIES)


def _is_of_state(words: str) -> bool:
    return _matches(words, *_HOME_BODIES, *_NAMED_BODIES) and not _is_other(words)


def _is_other(words: str) -> bool:
    """Whether words name an international organisation, a company, a university, a city or the like."""
    if _matches(words, "no_home", "no_state"):
        return True
    known = lexicon.found(tokenise(words), "organization")
    return any(match.start == 0 and match.payload.kind not in ("government", "process") for match in known)


def _matches(words: str, *keys: str) -> bool:
    return _pattern(*keys).search(fold(words)) is not None


@functools.cache
def _pattern(*keys: str) -> re.Pattern[str]:
    return whole_words((word for key in keys for word in load("states")[key]), hyphens_join=True)


@functools.cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("states")[key])
