"""The state that somebody speaks for, where the line that names them does not say it outright.

Two rules, in this order (words: states.toml):

1. **Named in the post or body**: a body of a state with the state's name or adjective in it ("Bank of Ghana", "Romanian
   Office for Immigration", "Policía Nacional del Ecuador"), a post of one ("Kenyan Minister of Labour"), a body that
   only one state has (`known` in states.toml).
2. **The page's own state**, for officials who are called by post or body alone because the page is about their own
   state ("the Minister of Labour", "Servicio Nacional de Migración"). It is inferred, and its basis is kept. Where a
   page has speakers of several other states, or is of a seat of international organisations, nothing is.

Universities, firms, associations and cities speak for no state, nor do ambassadors whose state is not named.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from parsers.organizations.names import head_words
from parsers.page import Page
from parsers.people.posts import is_former
from parsers.people.state_fields import is_academic, is_state_field_post, is_state_unit
from parsers.places.countries import PlaceMatch, country_in_body, country_of, find_countries
from parsers.places.release_place import site
from parsers.record import Appearance, Location
from parsers.words import lexicon
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import Tokens, fold, tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load

Span = tuple[int, int]

_HOME_BODIES = ("home_bodies", "home_bodies_in_prose", "courts")
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
        person.country = _known(person.organization) or _named(person.position, body)
        position = _with_spelt_out_body(person.position, text) if body is None else person.position
        if person.country is None and (is_official(position, body) or _has_rank(person, body)):
            person.country = _state_behind_body(person, text) or (country_in_body(body) if body is not None else None)
            if person.country is None:
                waiting.append(person)
    if location.country is None or place is None or not waiting or _is_seat(location):
        return
    several = len({person.country for person in people} - {None, location.country}) > _MOST_OTHERS
    for person in waiting:
        if not several or person.role == "opening":
            person.country, person.country_span = location.country, place


def _state_behind_body(person: Appearance, text: str) -> str | None:
    """The state named behind a state's body beside the person: "directeur de l'Office des ports au Togo"."""
    words = person.organization or person.position or ""
    beside = max(0, person.start - _BESIDE)
    at = text.find(words, beside, person.end + _BESIDE + len(words)) if words else -1
    behind = _IN_STATE.match(text, at + len(words)) if at >= 0 else None
    if behind is None:
        return None
    named = next(iter(find_countries(behind[1])), None)
    return named.code if named is not None and named.start == 0 else None


_BESIDE = 120  # characters between a name and its body
_IN_STATE = re.compile(rf"\s(?:{leading('at', 'of')}){leading('definite')}?([^\W\da-zß-ÿ_][^,.;:()\n]{{2,40}})")


def _is_seat(location: Location) -> bool:
    """Whether the place is one where states meet that are not at home there."""
    return location.city is not None and fold(location.city) in _words("seats")


def own_country(page: Page, tokens: Tokens) -> PlaceMatch | None:
    """The country that a page without a place is about, where it first names it: that of a country office's site, or
    the only one that it names, more than once. None where it names a seat of international organisations.
    """
    named = [place for place in find_countries(tokens) if place.code is not None]
    office = site(page)
    if office is None and (len(named) < _OFTEN or len({place.code for place in named}) > 1):
        return None
    if any(fold(tokens.text[city.start : city.end]) in _words("seats") for city in lexicon.found(tokens, "city")):
        return None
    return next((place for place in named if office is None or place.code == office.country), None)


_OFTEN = 2  # times that a page names a country that it is about

_ACRONYM = re.compile(r"[^\W\d_]*[A-Z][^\W\d_]*[A-Z][^\W\d_]*|[A-Z][a-z]{3,11}")  # "INEC", "Tidestat"
_BRANCH = re.compile(r"([A-Z]{3,8})\s+(\S.*)")
_OF_ACRONYM = re.compile(rf"\s{leading('of')}{leading('definite')}?([A-Z]{{3,8}})$")
_OF_STATE = re.compile(
    rf"\s{any_of('of_name')}\s?(?:{any_of('the_state')} )?"
    rf"[^\W\d_a-z](?:(?!\s(?:{any_of('and_field')}|و)\s)[^,.;:()\n]){{2,30}}"
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
    begin = max(text.rfind("\n", 0, at), at - _LONGEST_NAME, text.rfind("(", 0, at) + 1, text.rfind(")", 0, at) + 1)
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
        return _state_in(body) if _is_of_state(body) or _is_national(body) else _owning(body)
    if position is not None and (_is_of_state(position) or _matches(position, "home_posts")):
        return country_in_body(position)
    return None


def _state_in(body: str) -> str | None:
    """The state in a body's name, also one that is a given name elsewhere: "Kenya Revenue Authority"."""
    state = country_in_body(body)
    first, _blank, rest = body.partition(" ")
    if state is not None or not rest:
        return state
    word, heads = fold(rest.split()[0]), head_words()
    known = any(word in heads[key] for key in ("sure", "likely", "fields", "state")) or word in _words("national")
    return country_of(first) if known else None


def is_official(position: str | None, body: str | None) -> bool:
    """Whether somebody serves a state: by a body that is always one's, or by a post that is held for one."""
    if position is not None and is_former(position):
        return False
    if body is not None and (_matches(body, *_HOME_BODIES) or _is_national(body) or _is_other(body)):
        return not _is_other(body) and not (position is not None and _is_other(_without_outweighed(position)))
    if body is not None and is_state_unit(body):
        return not _is_other(body) and not (position is not None and (_is_other(position) or is_academic(position)))
    if position is None or _is_other(position):
        return False
    return _matches(position, "home_posts", *_HOME_BODIES) or (body is None and is_state_field_post(position))


def _is_national(body: str) -> bool:
    """Whether a body is a state's by its first and its last word: "National Ports Authority"."""
    return _national().match(fold(body)) is not None


@functools.cache
def _national() -> re.Pattern[str]:
    first, last, others = (alternatives(_words(key)) for key in ("national", "national_ends", "national_others"))
    return re.compile(
        rf"(?:{any_of('the_en')} )?(?:{first}) (?:[\w&/-]+,? ){{1,5}}(?:{last})(?!['’\w-])(?! (?:{others}))"
    )


def _owning(body: str) -> str | None:
    """The state that has a body, in the possessive: "Moldova's Centre for Ports"."""
    owned = _OWNED.match(body)
    if owned is None or not _matches(owned["body"], "named_bodies", "owned") or _is_other(owned["body"]):
        return None
    return country_of(owned["state"])


_OWNED = re.compile(r"(?P<state>[^\W\da-zß-ÿ_][^,;:()’']{2,40})(?:['’]s|(?<=s)['’])\s(?P<body>[^\W\da-zß-ÿ_].+)")


def _known(body: str | None) -> str | None:
    """The state of a body that only one state has: "FEMA", "Disaster Office (SINAPROC)"."""
    if body is None:
        return None
    known, states = _known_bodies()
    named = known.match(body) or known.search(body, body.rfind("(") + 1 or len(body))
    if named is None or (named.group() != body and _is_other(_mission().sub(" ", body))):
        return None  # "USAID Mission to Ukraine" is one of the state's
    return states[named.group()]


@functools.cache
def _mission() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(load('states')['missions'])})\b", re.IGNORECASE)


@functools.cache
def _known_bodies() -> tuple[re.Pattern[str], dict[str, str]]:
    states = {body: state for state, bodies in load("states")["known"].items() for body in bodies}
    return re.compile(rf"(?:{alternatives(states)})(?![\w-])"), states


def _has_rank(person: Appearance, body: str | None) -> bool:
    """Whether somebody is addressed as a soldier is, and of no body of another sort: "Colonel A B"."""
    title = (person.name_text or "").removesuffix(person.name)
    if not title or title == person.name_text or not _matches(title.replace(".", ""), "ranks"):
        return False
    if person.position is not None and (_is_other(person.position) or is_former(person.position)):
        return False
    return body is None or _is_of_state(body) or (_ACRONYM.fullmatch(body) is not None and not _is_other(body))


def _without_outweighed(position: str) -> str:
    return _pattern("outweighed").sub("", fold(position))


def _is_of_state(words: str) -> bool:
    return _matches(words, *_HOME_BODIES, *_NAMED_BODIES) and not _is_other(words)


def _is_other(words: str) -> bool:
    """Whether words name an international organisation, a company, a university, a city or the like."""
    if _pattern("no_home", "no_state").search(_pattern("courts").sub("", fold(words))) or _is_regional(words):
        return True
    known = lexicon.found(tokenise(words), "organization")
    return any(match.start == 0 and match.payload.kind not in ("government", "process") for match in known)


def _is_regional(words: str) -> bool:
    """Whether words are a government that is not a state's: "Gobierno de Alta Vega", "Regional Government of Zarn"."""
    government = _government().match(fold(words))
    if government is None:
        return False
    if government["before"] or government["behind"]:
        return True
    place = government["place"]
    return place is not None and _pattern("whole_states").search(place) is None and country_in_body(words) is None


@functools.cache
def _government() -> re.Pattern[str]:
    """ "government" in a folded text, with a word for a region, or with what it governs."""
    regions = alternatives(_words("regions"))
    word = alternatives(_words("governments"))
    of = rf"{leading('of')}{leading('definite')}?"
    return re.compile(rf"(?:(?P<before>{regions}) )?(?:{word})\b(?: (?P<behind>{regions})\b| {of}(?P<place>\w.*))?")


def _matches(words: str, *keys: str) -> bool:
    return _pattern(*keys).search(fold(words)) is not None


@functools.cache
def _pattern(*keys: str) -> re.Pattern[str]:
    return whole_words((word for key in keys for word in load("states")[key]), hyphens_join=True)


@functools.cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("states")[key])
