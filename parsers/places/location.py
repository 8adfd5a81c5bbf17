"""Where a page's event is, or where a release was issued.

The first source that says anything counts: a field or label of the page, then a release's dateline (`release_place`),
then lines at the event's date (`event_lines`), then sentences that say where the meeting is held (`event_sentences`),
those with the event's own date first; for a release without any of these the country that its title or its site is
about.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.agenda.labels import label_at
from parsers.dates.times import find_times
from parsers.digests import is_digest
from parsers.page import Block, Page
from parsers.places.buildings import is_building
from parsers.places.countries import find_countries
from parsers.places.event_days import EventDays
from parsers.places.event_halls import hall_in_lead, hall_in_town, hall_of_all
from parsers.places.event_lines import beside_date, invitation, place_line
from parsers.places.event_sentences import (
    departure,
    held_in_sentences,
    introduced,
    town_in_title,
    town_of_day,
)
from parsers.places.forms import Where, are_other_cities, is_surely_city, with_country_of_city, with_whole_name
from parsers.places.gazetteer import may_be_town_of, state_of_town
from parsers.places.release_place import country_dateline, country_in_title, dateline, only_country, region, site
from parsers.places.street_lines import without_address
from parsers.places.venue_line import read_venue_line
from parsers.places.venue_names import whole_brackets, with_its_town, without_own_town
from parsers.places.words import is_place_field, says
from parsers.record import Evidence, Kind, Location
from parsers.words import lexicon
from parsers.words.lexicon import City
from parsers.words.phrases import Tokens, fold
from parsers.words.sentences import sentences
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

Span = tuple[int, int]
_WORDS = WordLists("venue_lines")

_TOP = 1500  # characters of a page in which a sentence tells of its own event


def locate(
    page: Page, kind: Kind, tokens: Tokens, date: Span, skip: set[int], days: EventDays | None = None
) -> tuple[Location, list[Evidence]]:
    """The event's place, or a release's, and its evidence.

    ``date`` is the span of the event's date words in ``Page.text``, ``days`` are the days that they stand for, ``skip``
    the numbers of blocks of its agenda. A digest has no place: each of its items has one.
    """
    release = kind == "press_release"
    if release and is_digest(page):
        return Location(), []
    where = _stated(page, skip)
    stated = where is not None
    if where is None and release:
        where = dateline(page, tokens) or country_dateline(page)
    if where is None and kind == "event":
        where = _line(page, date, skip)
    held = held_in_sentences(page, tokens, date, days, release)
    if kind == "event":
        held = departure(tokens, date) or held
    if kind == "event" and not stated and where is not None and held is not None and held.city is not None:
        where = where if _is_known(where.city) else None  # a sentence that says so, against a line that may be anything
    if kind == "event" and (held is None or held.city is None) and (where is None or where.country is None):
        introduction = introduced(page, tokens, skip, days)
        held = _completed(introduction, held) if introduction is not None else held
    if release and where is None and date == (0, 0) and held is not None and _is_of_background(page, held):
        held = None
    where = held if where is None else _completed(where, held)
    if kind == "event" and (where is None or (where.city is None and not where.online)):
        titled = town_in_title(page, tokens)
        if titled is not None:
            where = titled if where is None else _completed(where, titled)
    if where is None and release:
        where = town_of_day(page, tokens, date, days)
        named = country_in_title(page) or region(page) or site(page)
        where = where if named is None else named if where is None else _completed(named, where)
        where = town_in_title(page, tokens) if where is None else where
    if release and (where is None or where.venue is None):
        hall = hall_in_lead(page, tokens, date, days)
        where = _completed(where, hall) if where is not None else hall
    if kind == "event" and where is None:
        where = _stated_once(page, skip)
    if where is not None:
        if kind == "event" and where.city is None and where.venue is not None and not where.online:
            where = _with_town_of_venue(page, tokens, where)
        where = _with_venue_behind(page, where)
        if stated and kind == "event" and (where.venue is None or where.city is None):
            where = _completed(where, _line(page, date, skip))
        if kind == "event" and where.venue is None and where.city is not None:
            where = hall_in_town(page, tokens, where, days)
            if where.venue is None and not where.online:
                where = _completed(where, hall_of_all(page, tokens, days))
        if release and where.country is None:
            where = _completed(where, country_in_title(page) or region(page) or site(page))
    if release and (where is None or (where.country is None and where.city is None)):
        only = only_country(page)
        where = only if where is None else _completed(where, only)
    online = _online(page, tokens, date) if kind == "event" else None
    return _location(page, where, online)


def _is_of_background(page: Page, held: Where) -> bool:
    """Whether a later paragraph of a release tells where something was launched, and its title is on another country:
    "Shelter for Pakistan", "the plan launched in New York".
    """
    named = country_in_title(page)
    if named is None or held.country in (None, named.country):
        return False
    paragraphs = [block for block in page.blocks if len(block.text) > _PARAGRAPH and block.text != page.title]
    return len(paragraphs) > 1 and held.city_span[0] >= paragraphs[1].start


_PARAGRAPH = 60  # characters


def _line(page: Page, date: Span, skip: set[int]) -> Where | None:
    """The place that a line of an event's page gives."""
    return beside_date(page, date, skip) or place_line(page, skip, date) or invitation(page, skip)


def _is_known(city: str | None) -> bool:
    return city is None or lexicon.whole(city, "city") is not None


def _location(page: Page, where: Where | None, online: Span | None) -> tuple[Location, list[Evidence]]:
    location = Location()
    evidence: list[Evidence] = []
    if where is not None:
        where = with_whole_name(where)
        where = without_own_town(without_address(where))
        where = whole_brackets(page.text, with_its_town(page.text, where))
        location = Location(where.venue, where.city, where.country, where.online)
        country_span = where.country_span if where.country_span != (0, 0) else where.city_span
        for name, value, span, basis in (
            ("venue", where.venue, where.venue_span, None),
            ("city", where.city, where.city_span, where.city_basis),
            ("country", where.country, country_span, where.country_basis),
            ("online", where.online or None, where.online_span, None),
        ):
            if value is not None and (span != (0, 0) or basis is not None):
                evidence.append(Evidence(f"location/{name}", *span, rule=where.rule or "place", basis=basis))
    if online is not None and not location.online:
        location.online = True
        evidence.append(Evidence("location/online", *online, rule="online word"))
    return location, evidence


# --- fields and labels ----------------------------------------------------------------------------------------------


def _stated(page: Page, skip: set[int]) -> Where | None:
    """A field, a labelled line, or a label inside a paragraph that says where."""
    stated: Where | None = None
    for index, block in enumerate(page.blocks):
        if stated is None and block.field and block.kind != "field_label" and is_place_field(block.field):
            where = _read(block.text)
            stated = where.shifted(block.start) if where is not None else None
        elif (index not in skip and ":" in block.text) or _is_label_alone(block):
            where = _labelled(page, index) or _below_label(page, index) or _label_inside(block)
            stated = where if stated is None else _completed(stated, where)
        if stated is not None and stated.venue is not None:
            break
    return stated


def _stated_once(page: Page, skip: set[int]) -> Where | None:
    """The one labelled place among the lines of an agenda of one item: "Where:" below "What:" and "When:"."""
    found = [
        where
        for index in sorted(skip)
        if index < len(page.blocks)
        and ":" in page.blocks[index].text[:_LONGEST_LABEL]
        and (where := _labelled(page, index)) is not None
    ]
    return found[0] if len(found) == 1 else None


def _labelled(page: Page, index: int) -> Where | None:
    """A line that begins with a label of a place: "Venue: Hall of the Two Lighthouses"."""
    block = page.blocks[index]
    label = label_at(block.text) if len(block.text) <= 200 else None
    if label is None or label.meaning != "venue" or label.rest >= len(block.text):
        return None
    value = block.text[label.rest :]
    first = sentences(value)[:1]  # "Venue: Landmark Hotel, Amman. All times are those of Amman."
    where = _read(value[: first[0][1]] if first else value)
    return _with_next_line(page, index, where.shifted(block.start + label.rest)) if where is not None else None


_LONGEST_LABEL = 24  # characters of a label with a line of its own
_LONGEST_PLACE = 120


def _is_label_alone(block: Block) -> bool:
    """Whether a line is the label of a place and nothing else, as text captures print a page's fields: "Location"."""
    if (
        len(block.text) > _LONGEST_LABEL
        or block.text.casefold().strip(" :") in _or()
        or block.kind not in ("paragraph", "heading", "label", "term")
    ):
        return False
    label = label_at(block.text)
    return label is not None and label.meaning == "venue" and label.rest >= len(block.text)


@functools.cache
def _or() -> frozenset[str]:
    return frozenset(load("location")["no_label"])


def _below_label(page: Page, index: int) -> Where | None:
    """The place on the line below a label."""
    below = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
    if below is None or not _is_label_alone(page.blocks[index]) or len(below.text) > _LONGEST_PLACE:
        return None
    if below.text[-1] in ".!?:" or label_at(below.text) is not None:
        return None
    where = _read(below.text)
    return where.shifted(below.start) if where is not None else None


def _label_inside(block: Block) -> Where | None:
    """ "… who look after travellers. Venue: Hotel Mirador, Panama City, Panama." """
    for start, end in sentences(block.text):
        sentence = block.text[start:end]
        if not start or ":" not in sentence[:25] or len(sentence) > 200:
            continue
        label = label_at(sentence)
        if label is not None and label.meaning == "venue" and label.rest < len(sentence):
            where = _read(sentence)
            if where is not None:
                return where.shifted(block.start + start)
    return None


def _read(text: str) -> Where | None:
    """The place of a line, up to its hours: "Casa de la Cultura, Tumaco, de 10:00 a 12:30, hora de Colombia"."""
    times = find_times(text) if any(c.isdigit() for c in text) else []
    if times and times[0].start > 8:
        text = _before_hour().sub("", text[: times[0].start])
    return read_venue_line(text.rstrip(" ."))


@functools.cache
def _before_hour() -> re.Pattern[str]:
    return re.compile(rf"[\s,]+(?:{_WORDS.any_of('held.day')})?\s*$")


def _with_next_line(page: Page, index: int, where: Where) -> Where:
    """City and country from the street line under a venue's line."""
    if where.city is not None or index + 1 >= len(page.blocks) or len(page.blocks[index + 1].text) > 100:
        return where
    block = page.blocks[index + 1]
    below = read_venue_line(block.text) if not block.text.endswith(":") else None
    if below is None or below.city is None or label_at(block.text) is not None:
        return where
    if below.country is None and lexicon.whole(below.city, "city") is None:
        return where  # "Register here"
    below = below.shifted(block.start)
    return replace(below, venue=where.venue, venue_span=where.venue_span, online=where.online or below.online)


# --- parts that complete a place ------------------------------------------------------------------------------------


def _completed(where: Where, held: Where | None) -> Where:
    """A place with the parts that the prose adds without contradicting it."""
    if held is None or are_other_cities(where.city, held.city) or _differ(where.country, held.country):
        return where
    if where.venue is None and held.venue is not None:
        where = replace(where, venue=held.venue, venue_span=held.venue_span)
    if where.city is None and held.city is not None and where.rule != "dateline":
        where = replace(where, city=held.city, city_span=held.city_span, city_basis=held.city_basis)
    if where.country is None and held.country is not None:
        where = replace(where, country=held.country, country_span=held.country_span, country_basis=held.country_basis)
    return where


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and fold(one) != fold(other)


def _with_town_of_venue(page: Page, tokens: Tokens, where: Where) -> Where:
    """The town in which a building's name ends, "the sports hall of Dakar", "el Teatro Nacional de San José", or which
    it begins with: "Dublin Castle".
    """
    start, end = where.venue_span
    office = site(page)
    home = office.country if office is not None else None
    for city in lexicon.found(tokens, "city"):
        if city.start == start and _begins_with_town(tokens.text[start:end], city.end - start, where, city.payload):
            where = replace(where, city=tokens.text[city.start : city.end], city_span=(city.start, city.end))
            return with_country_of_city(where, city.payload) if where.country is None else where
        joined = _OF_TOWN.search(tokens.text, start, city.start) if city.end == end else None
        if joined is None or city.payload.state:
            continue
        own = where.country or home
        known = is_surely_city(city, tokens.text) and not city.payload.ambiguous
        if not (known or own in city.payload.countries) or (where.country and own not in city.payload.countries):
            continue
        name = tokens.text[start : joined.start()]
        if any(word[0].isupper() for word in name.split()[1:]):
            where = replace(where, venue=name, venue_span=(start, joined.start()))
        where = replace(where, city=tokens.text[city.start : city.end], city_span=(city.start, city.end))
        return with_country_of_city(where, city.payload) if where.country is None else where
    return where


def _begins_with_town(venue: str, town: int, where: Where, city: City) -> bool:
    """Whether a venue is a town of the country stated and a single word for a house: "Dublin Castle" in Ireland."""
    if city.state or city.ambiguous or where.country not in city.countries:
        return False
    return _HOUSE_OF_TOWN.fullmatch(venue, town) is not None and is_building(venue)


_HOUSE_OF_TOWN = re.compile(r"\s[^\W\d_]\S*")
_OF_TOWN = re.compile(rf"\s(?:{leading('of', 'in_ar')}|[بل])$")


@functools.cache
def _venue_behind() -> re.Pattern[str]:
    return re.compile(
        rf"(?:,\s*[^\W\d_][^.,;]{{2,30}})?,?\s+{leading('at')}{leading('definite')}?"
        rf"([^\W\da-zß-ÿ][^.,;:()]{{4,70}}?)(?=[.,;]|\s+{_WORDS.any_of('held.behind')}\s)"
    )


def _with_venue_behind(page: Page, where: Where) -> Where:
    """The venue behind a city, in the same sentence; the country of an unknown city from its sentence."""
    if where.venue is None and where.city is not None:
        start = page.text.find(where.city, 0, _TOP)
        while start >= 0:
            match = _venue_behind().match(page.text, start + len(where.city))
            venue = read_venue_line(match.group(1)) if match and not _begins_with_country(match.group(1)) else None
            # A building's name may stand in several towns: "United Nations Conference Centre".
            fits = venue is not None and (venue.city in (None, where.city) or venue.city_basis is not None)
            if match is not None and fits and venue is not None and venue.venue is not None:
                return replace(where, venue=match.group(1), venue_span=match.span(1))
            start = page.text.find(where.city, start + 1, _TOP)
    if where.city is None or where.country is not None:
        return where
    city: City | None = lexicon.whole(where.city, "city")
    if city is None:
        return _with_state_of_town(page, where)
    return with_country_of_city(where, city) if len(city.countries) == 1 else where


def _begins_with_country(text: str) -> bool:
    """Whether words behind a town are its country: "à Lisbonne, *au Portugal les 10 et 11 octobre*"."""
    return any(country.start == 0 for country in find_countries(text))


def _with_state_of_town(page: Page, where: Where) -> Where:
    """The state of a town that cities.tsv lacks: by the gazetteer, else the only one that its sentence names.

    Of a paragraph's other sentences one often names who pays.
    """
    block = next((block for block in page.blocks if block.start <= where.city_span[0] < block.end), None)
    if block is None or where.city is None:
        return where
    at = where.city_span[0] - block.start
    start, end = next((span for span in sentences(block.text) if span[0] <= at < span[1]), (0, len(block.text)))
    found = {match.code: match for match in find_countries(block.text[start:end]) if match.code}
    code = state_of_town(where.city, found)
    home = region(page) or site(page)
    if (
        home is not None
        and home.country not in (None, code, *found)
        and (code is not None or may_be_town_of(where.city, home.country))
    ):
        return replace(where, country=home.country, country_basis="state of the site (of a town with a namesake)")
    if code is not None:
        return replace(where, country=code, country_basis="state of a town of that name (GeoNames)")
    if len(found) != 1:
        return where
    match = next(iter(found.values()))
    span = (block.start + start + match.start, block.start + start + match.end)
    return replace(where, country=match.code, country_span=span, country_basis="the only country of the sentence")


# --- online ---------------------------------------------------------------------------------------------------------


def _online(page: Page, tokens: Tokens, date: Span) -> Span | None:
    """A word that says that the event is held online: in its title, at its date, or in the first lines."""
    blocks = [
        block
        for number, block in enumerate(page.blocks[:14])
        if number < 8 or block.text == page.title or (date != (0, 0) and block.start <= date[0] < block.end)
    ]
    for match in lexicon.found(tokens, "online"):
        if any(block.start <= match.start < block.end for block in blocks):
            around = page.text[max(0, match.start - 30) : match.end + 30]
            if not says("not_online", around):
                return match.start, match.end
    return None
