"""Sentences that say where a meeting is held: "held in Windhoek on 3 June", "at the Palais des Nations in Geneva"."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from parsers.places.buildings import (
    LONGEST_STREET,
    at_building,
    building_at,
    hall_before,
    is_building,
    street_before_town,
    venue_before,
)
from parsers.places.countries import country_of, find_countries
from parsers.places.forms import (
    Where,
    by_start,
    city_of_venue,
    country_after,
    date_words,
    is_surely_city,
    may_be_city,
    place_words,
    with_country_of_city,
)
from parsers.places.gazetteer import may_be_town_of
from parsers.words import lexicon
from parsers.words.lexicon import City, Venue
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import Match, Tokens, tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("venue_lines")


@functools.cache
def _town_of() -> re.Pattern[str]:
    """What a town is, between a preposition and its name: "en la ciudad de", "in the town of", "بمدينة"."""
    towns = alternatives(load("location")["town_of"])
    return re.compile(
        rf"(?:(?<!\w){leading('at')}{leading('definite')}?|(?<!\w)ب)(?:{towns})\s*{leading('definite')}?$", re.I
    )


def _stands_in_address(text: str, place: int) -> bool:
    """Whether a town's name stands behind the word for a town or behind a street."""
    return (
        _town_of().search(text, max(0, place - _LONGEST_TOWN_OF), place) is not None
        or street_before_town().search(text, max(0, place - LONGEST_STREET), place) is not None
    )


@dataclass(slots=True, frozen=True)
class HeldAt:
    """A sentence that says where a meeting is held: ``where`` with spans of the whole text.

    ``sentence`` is its span; ``other`` is set where its words point to another meeting ("last year", "first meeting").
    """

    where: Where
    sentence: tuple[int, int]
    other: bool


_SENTENCE_END = re.compile(r"[.!?؟\n](?:(?<=\n)|(?=\s+[\"“«(]*[A-ZÀ-ÖØ-Þ\u0600-\u06ff]))")
_PREPOSITION = re.compile(rf"(?:^|\s)(?:(?:{any_of('at', 'to')}|ب)(?:\s+{any_of('chair_the')})?|à\s+l['’])\s*$", re.I)
_LONGEST_TOWN_OF = 40
_FURTHEST = 90
_LONGEST_SENTENCE = 600
_MOST_HELD = 50  # of each kind on one page
_MOST_UNKNOWN = 10


@functools.cache
def _hosting() -> re.Pattern[str]:
    """Behind a town that hosts: "Bamako a accueilli la Conférence"."""
    verbs = alternatives(load("location")["hosting"])
    return re.compile(rf"\s+(?:{verbs})\s+{any_of('hosts_the')}")


def find_held_at(text: str | Tokens) -> list[HeldAt]:
    """Every sentence that says where a meeting is held, in the order of the text.

    "held in Windhoek on 3 and 4 June", "at the Palais des Nations in Geneva", "in Montevideo, Uruguay", "s'est tenu à
    Dakar (Sénégal)", "to Gaborone, the capital of Botswana". A word of holding (places.toml, ``held``) must stand
    within ninety letters of the place, in its sentence. Which of several is the page's own meeting is for the caller:
    its date stands in the same sentence. A country alone counts right behind such a word ("held in Kenya") and right
    before one of hosting ("Botswana hosts a meeting").
    """
    tokens = tokenise(text) if isinstance(text, str) else text
    page = tokens.text
    places: list[Match[City | Venue]] = sorted(
        [*lexicon.found(tokens, "city"), *lexicon.found(tokens, "venue")], key=lambda match: match.start
    )
    held = lexicon.found(tokens, "held")
    starts = [cue.start for cue in held]
    found: list[HeldAt] = []
    for match in places:
        if (found and match.start < found[-1].where.end) or _begins_house(tokens, match):
            continue
        before = page[max(0, match.start - 12) : match.start]
        arabic = in_arabic(tokens, match)
        hosting = isinstance(match.payload, City) and _hosting().match(page, match.end) is not None
        if not (
            arabic
            or hosting
            or _PREPOSITION.search(before)
            or venue_before(page, match.start)
            or _stands_in_address(page, match.start)
        ):
            continue
        sentence = sentence_around(page, match.start)
        cues = held[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        near = (
            abs(match.start - cue.end) <= _FURTHEST or 0 <= cue.start - match.end <= _FURTHEST
            for cue in cues
            if cue.payload
        )
        where = _read_at(tokens, match, sentence[1]) if hosting or any(near) else None
        if where is not None:
            found.append(HeldAt(where, sentence, any(not cue.payload for cue in cues)))
        if len(found) == _MOST_HELD:
            break
    found += _unknown_held_at(tokens, held, found)
    found += _towns_held_at(tokens, held, found)
    found += _venues_held_at(tokens, held, found)
    taken = {held_at.where.country_span for held_at in found}
    found += [held_at for held_at in _countries_held_at(tokens, held) if held_at.where.country_span not in taken]
    return sorted(found, key=lambda held_at: held_at.where.start)


def _begins_house(tokens: Tokens, match: Match[City | Venue]) -> bool:
    """Whether a town's name begins that of a house in another town: "at the Lagos Tower Hotel in Accra"."""
    if not isinstance(match.payload, City):
        return False
    name = _rest_of_house().match(tokens.text, match.end)
    gap = _TO_TOWN.match(tokens.text, name.end()) if name is not None else None
    return gap is not None and gap.end() in by_start(tokens, "city")


@functools.cache
def _rest_of_house() -> re.Pattern[str]:
    houses = alternatives(word.capitalize() for word in place_words("venue"))
    return re.compile(rf"(?:\s+[{CAPITALS}][\w’'-]*){{0,3}}?\s+(?:{houses})(?!\w)")


_TO_TOWN = re.compile(rf"(?:\s*,\s*|\s+){leading('at')}?")


@functools.cache
def _unknown_place() -> re.Pattern[str]:
    """A name behind "held in", with a day, a country or the sentence's end behind it."""
    inside = any_of("in_town_name")
    return re.compile(
        rf"\s+{leading('held_in')}([A-ZÀ-Þ][\w’'-]+(?:\s+(?:{inside}\s+)*[A-ZÀ-Þ][\w’'-]+){{0,2}})"
        rf"(?=\s*[.(]|,\s|\s+{_WORDS.plain('held.after_town')}\s)"
    )


def _unknown_held_at(tokens: Tokens, held: list[Match[int]], known: list[HeldAt]) -> list[HeldAt]:
    """Cities that no vocabulary has, right behind a word that says outright that the meeting is held there."""
    page = tokens.text
    taken = [held_at.where for held_at in known]
    found = []
    for cue in held:
        place = _unknown_place().match(page, cue.end) if cue.payload == lexicon.HELD else None
        if place is None or any(where.start < place.end(1) and place.start(1) < where.end for where in taken):
            continue
        country = country_after(tokens, place.end(1))
        if not may_be_city(page, place.span(1)) or date_words().match(place[1]) or country_of(place[1]) is not None:
            continue
        where = Where(city=place[1], city_span=place.span(1), start=place.start(1), end=place.end(1))
        if country is not None:
            where = replace(where, country=country.payload.code, country_span=(country.start, country.end))
        sentence = sentence_around(page, place.start(1))
        other = any(c.payload == lexicon.ELSEWHERE and sentence[0] <= c.start < sentence[1] for c in held)
        found.append(HeldAt(replace(where, rule="held in an unknown city"), sentence, other))
        if len(found) == _MOST_UNKNOWN:
            break
    return found


@functools.cache
def _told_town() -> re.Pattern[str]:
    """A name behind the word for a town, "in the northern town of Rangpur", "en la ciudad de Ibarra"; between "in" and
    a day or a state, "in Rangpur from 3 to 5 May", "in Rangpur, Bangladesh"; behind a day, "on 3 May 2019 in Rangpur".
    """
    towns = alternatives(word for word in load("location")["town_of"] if not word.endswith(","))
    inside, after = any_of("in_town_name"), _WORDS.plain("held.after_town")
    name = rf"[{CAPITALS}][\w’'-]+(?:\s+(?:{inside}\s+)*[{CAPITALS}][\w’'-]+){{0,2}}"
    arabic = r"[\u0620-\u064a]{3,}"
    return re.compile(
        rf"(?:(?<!\w){leading('at')}{leading('definite')}?|(?<!\w)ب)(?:[a-z]+\s+){{0,2}}?(?:{towns})\s*{leading('definite')}?"
        rf"(?P<named>{name}|{arabic})"
        rf"|(?<!\w){leading('in_town')}(?P<dated>{name})(?=,?\s+{after}\s[^.;:]{{0,15}}\d|,\s+[{CAPITALS}])"
        rf"|(?<=\d)\s+{leading('in_town')}(?P<closing>{name})(?=\s*[.,;])"
    )


def _towns_held_at(tokens: Tokens, held: list[Match[int]], known: list[HeldAt]) -> list[HeldAt]:
    """Towns of the gazetteer behind the word for one, or beside a day, where a sentence says that a meeting is held."""
    page = tokens.text
    found: list[HeldAt] = []
    for place in _told_town().finditer(page) if held else ():
        name, span = place[place.lastindex or 0], place.span(place.lastindex or 0)
        sentence = sentence_around(page, span[0])
        cues = [cue for cue in held if sentence[0] <= cue.start < sentence[1]]
        if not any(cue.payload for cue in cues) or not may_be_town_of(name, None):
            continue
        if any(one.where.start < span[1] and span[0] < one.where.end for one in known) or date_words().search(name):
            continue
        where = Where(city=name, city_span=span, start=span[0], end=span[1], rule="held in a town of the gazetteer")
        country = country_after(tokens, span[1])
        if country is None and page[span[1] : span[1] + 1] == "," and place["dated"] is not None:
            continue  # "in Rangpur, Ferries and …"
        if country is not None:
            where = replace(where, country=country.payload.code, country_span=(country.start, country.end))
        found.append(HeldAt(where, sentence, any(not cue.payload for cue in cues)))
        if len(found) == _MOST_UNKNOWN:
            break
    return found


_LONGEST_DATE = 16  # letters of a day, month and year that stand right before a building


def _venues_held_at(tokens: Tokens, held: list[Match[int]], known: list[HeldAt]) -> list[HeldAt]:
    """Buildings that stand right before no city, in a sentence that says that a meeting is held."""
    page = tokens.text
    found: list[HeldAt] = []
    end = 0
    for cue in held:
        if not cue.payload or cue.start < end or len(found) == _MOST_HELD:
            continue
        start, end = sentence_around(page, cue.start)
        behind = max(0, cue.start - 1) if cue.payload == lexicon.SCENE else cue.end
        for match in at_building().finditer(page, behind, end):
            # Behind its date a building is still the meeting's: "… from 3 to 5 May 2019 at the Lake Hotel".
            date = slice(max(0, match.start() - _LONGEST_DATE), match.start())
            if match.end() > cue.end + _FURTHEST and date_words().search(page[date]) is None:
                continue
            if any(one.where.start < match.end(1) and match.start(1) < one.where.end for one in known):
                break
            if is_building(match[1]):
                other = any(one.payload == lexicon.ELSEWHERE and start <= one.start < end for one in held)
                found.append(HeldAt(building_at(tokens, match.span(1)), (start, end), other))
                break
    return found


def _countries_held_at(tokens: Tokens, held: list[Match[int]]) -> list[HeldAt]:
    """Countries right behind a word of holding or right before one of hosting."""
    page = tokens.text
    holding_ends = [cue.end for cue in held if cue.payload]
    hosting = [
        cue.start for cue in lexicon.found(tokens, "cue") if cue.payload.role == "host" and not cue.payload.follows
    ]
    if not holding_ends and not hosting:
        return []
    starts = [cue.start for cue in held]
    found: list[HeldAt] = []
    for place in find_countries(tokens):
        before = bisect_left(holding_ends, place.start + 1) - 1
        after = bisect_left(hosting, place.end)
        holds = before >= 0 and place.start - holding_ends[before] <= 12
        holds = holds and bool(_PREPOSITION.fullmatch(page[holding_ends[before] : place.start]))
        hosts = after < len(hosting) and hosting[after] - place.end <= 8
        hosts = hosts and page[place.end : hosting[after]].strip() in ("", "will", "is")
        if place.code is not None and (holds or hosts):
            sentence = sentence_around(page, place.start)
            cues = held[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
            span = (place.start, place.end)
            rule = "held in prose" if holds else "hosting country"
            where = Where(country=place.code, country_span=span, start=span[0], end=span[1], rule=rule)
            found.append(HeldAt(where, sentence, any(not cue.payload for cue in cues)))
        if len(found) == _MOST_HELD:
            break
    return found


def in_arabic(tokens: Tokens, place: Match[City | Venue]) -> bool:
    """Whether a name has the Arabic "in" or "for" written to it, and not "and" alone."""
    return not _IN_ONE.isdisjoint(tokens.text[tokens.starts[place.first] : place.start])


_IN_ONE = frozenset("بل")


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """The sentence of a place, at most so long to each side: a text without full stops has no sentences."""
    start = max(0, place - _LONGEST_SENTENCE)
    stop = min(len(text), place + _LONGEST_SENTENCE)
    for end in _SENTENCE_END.finditer(text, start, stop):
        if end.start() >= place:
            return start, end.end()
        start = end.end()
    return start, stop


_LONGEST_ROOM = 40
_BEHIND_VENUE = re.compile(rf"\s*(?:[,(]\s*)?{leading('behind_venue')}?")


@functools.cache
def _room_before() -> re.Pattern[str]:
    """ "in Conference Room 11, United Nations Headquarters" """
    kind, rooms = _WORDS.plain("held.room_kind"), _WORDS.plain("held.rooms")
    return re.compile(rf"(?<!\w)((?:{kind}\s+)?{rooms}\s+[A-Z0-9][^,.;:()\n]{{0,20}}),\s+{leading('the_en')}?$")


def _read_at(tokens: Tokens, match: Match[City | Venue], stop: int) -> Where | None:
    """The place that begins at a match: a venue and the city behind it, a city and the country behind it."""
    text = tokens.text
    where = Where(start=match.start, end=match.end, rule="held in prose")
    if isinstance(match.payload, Venue):
        room = _room_before().search(text, max(0, match.start - _LONGEST_ROOM), match.start)
        start = room.start(1) if room else match.start
        where = replace(where, venue=text[start : match.end], venue_span=(start, match.end), start=start)
        after = _BEHIND_VENUE.match(text, match.end, stop)
        next_place = after.end() if after else match.end
        cities: dict[int, Match[City]] = by_start(tokens, "city")
        inside = next((cities[at] for at in range(match.start, match.end) if at in cities), None)
        named = cities.get(next_place) or inside
        if named is None:
            return city_of_venue(tokenise(text[match.start : match.end]), where, match.start)
        city = named
    else:
        city = by_start(tokens, "city")[match.start]
        venue = venue_before(text, match.start) or hall_before(text, match.start, of_another=False)
        if venue is not None:
            where = replace(where, venue=text[slice(*venue)], venue_span=venue, start=venue[0])
    if not is_surely_city(city, text) and not country_after(tokens, city.end):
        return None
    where = replace(
        where, city=text[city.start : city.end], city_span=(city.start, city.end), end=max(where.end, city.end)
    )
    country = country_after(tokens, city.end)
    if country is not None:
        return replace(where, country=country.payload.code, country_span=(country.start, country.end), end=country.end)
    return with_country_of_city(where, city.payload)
