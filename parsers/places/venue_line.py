"""Venue, city and country of a line or field that says where."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.places.countries import country_of
from parsers.places.forms import (
    Where,
    city_of_venue,
    date_words,
    is_surely_city,
    may_be_city,
    names_street,
    place_words,
    with_country_of_city,
)
from parsers.places.gazetteer import may_be_town_of
from parsers.places.street_lines import words_of
from parsers.places.venue_names import goes_on_with_town
from parsers.words import lexicon
from parsers.words.lexicon import City
from parsers.words.phrases import Match, Tokens, fold, tokenise
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_LONGEST_LINE = 500
_TIME = re.compile(r"\d{1,2}\s*[:.hH]\s*\d{2}|\d{1,2}\s*(?:a\.?m|p\.?m)\b", re.I)
_BORDER = re.compile(r"\s*[,،;|•]\s*|\s+[–—-]\s+|\s*\(\s*|\s*\)\s*|\s+/\s+")
_WORDS = WordLists("venue_lines")


@functools.cache
def _at_time() -> re.Pattern[str]:
    return re.compile(rf"\s+{_WORDS.leading('line.at_time')}\d{{1,2}}\s*[:.hH].*$", re.I)


@functools.cache
def _not_yet() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('line.not_yet')}", re.I)


def read_venue_line(text: str) -> Where | None:
    """The venue, city and country of a line or field that says where: None where it says nothing.

    "Venue: Hall of the Two Lighthouses, Geneva", "Geneva, Switzerland | Centre International de Conférences Genève
    (CICG)", "Acacia Grove Conference Centre, Nairobi, Kenya (hybrid)", "Conference Room 6, UNHQ New York", "Kisumu,
    Kenya", "Zoom". Dates, times and street addresses on the line are passed over. A city unknown to the vocabulary is
    taken from before a country, or from a lone name without a venue's word.
    """
    if len(text) > _LONGEST_LINE:
        return None
    text = _first_of_places(text)
    label = _label_end(text)
    tokens = tokenise(text)
    online = [match for match in lexicon.found(tokens, "online") if match.start >= label]
    parts = [_before_online(text, part, online) for part in _without_street(text, _line_parts(text, label))]
    parts = [part for part in parts if not _is_noise(text, part, online)]
    where = Where(start=label, end=len(text), rule="venue line")
    if online:
        where = replace(where, online=True, online_span=(online[0].start, online[0].end))
    where = _place_of_parts(text, tokens, parts, where)
    if where.city is None and where.country is None and where.venue is not None:
        where = city_of_venue(tokens, where)
    return where if where.online or where.venue or where.city or where.country else None


def _first_of_places(text: str) -> str:
    """A line up to its first town and country where slashes part several: "Kampala, Uganda / Kigali, Rwanda"."""
    places = _SLASH.split(text)
    if len(places) > 1 and all("," in place and country_of(place.rpartition(",")[2].strip(" .")) for place in places):
        return places[0]
    return text


_SLASH = re.compile(r"\s+/\s+")


def _label_end(text: str) -> int:
    """Where the value begins behind a label such as "Venue:"."""
    match = re.match(r"\s*([^\W\d_]+)\s*[:：]\s*", text)
    return match.end() if match and match[1].casefold() in place_words("labels") else 0


def _line_parts(text: str, start: int) -> list[tuple[int, int]]:
    """The parts between commas, bars, brackets and spaced dashes; brackets that belong to a name stay with it."""
    whole = [
        (match.start, match.end)
        for group in ("venue", "country", "city")
        for match in lexicon.found(tokenise(text), group)
    ]
    parts, begin = [], start
    for border in _BORDER.finditer(text, start):
        if not any(first < border.end() and border.start() < last for first, last in whole):
            parts.append((begin, border.start()))
            begin = border.end()
    parts.append((begin, len(text)))
    return [_trimmed(text, *part) for part in parts if text[part[0] : part[1]].strip(" .")]


def _without_street(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts without a street whose number stands in a part of its own: "3, quai des Essais"."""
    kept: list[tuple[int, int]] = []
    for part in parts:
        words = {fold(word) for word in re.findall(r"[^\W\d_]+", text[part[0] : part[1]])}
        first = re.match(r"[^\W\d_]+", text[part[0] : part[1]])
        if kept and text[kept[-1][0] : kept[-1][1]].isdigit() and words & place_words("street"):
            kept.pop()
        elif first is not None and (
            (kept and fold(first.group()) in place_words("street")) or _is_town_street(text, part)
        ):
            continue  # "Hôtel Azur, boulevard de la Marina", "Avenue d'Oslo"
        else:
            kept.append(part)
    return kept


def _is_town_street(text: str, part: tuple[int, int]) -> bool:
    """Whether a part is a street or quarter that has its name from a town, and no square or house."""
    if not words_of(text[slice(*part)]).isdisjoint(place_words("venue") | _SQUARES):
        return False
    return any(
        part[0] <= city.start < part[1] and names_street(text, city.start, city.end)
        for city in lexicon.found(tokenise(text), "city")
    )


_SQUARES = {"square", "place"}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    cut = _at_time().search(text, start, end)
    end = cut.start() if cut else end
    while start < end and text[start] in " .:*":
        start += 1
    while end > start and text[end - 1] in " .:*":
        end -= 1
    return start, end


@functools.cache
def _and() -> str:
    return rf"(?:{_WORDS.any_of('line.and')}|و)"


@functools.cache
def _trailing_and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_and()}|&|\+)\s*$", re.I)


def _before_online(text: str, part: tuple[int, int], online: list[Match[bool]]) -> tuple[int, int]:
    """A part without "and online" at its end: "Buenos Aires y en línea"."""
    for match in online:
        joined = (
            _trailing_and().search(text, part[0], match.start)
            if part[0] < match.start and match.end == part[1]
            else None
        )
        if joined is not None:
            return part[0], joined.start()
    return part


def _is_noise(text: str, part: tuple[int, int], online: list[Match[bool]]) -> bool:
    """Whether a part is a date, a time, "TBC", an address or only says that the meeting is online."""
    printed = text[part[0] : part[1]]
    if not printed or _not_yet().search(printed) or _TIME.search(printed):
        return True
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", printed)]
    if _margins().match(printed):
        return True
    if _beside_date().fullmatch(printed):
        return True  # what is left of a date: "Lima, del 3 al 5 de mayo"
    if re.search(r"\d", printed) and all(date_words().match(word) or word in place_words("dateline") for word in words):
        return True
    if any(match.start < part[1] and part[0] < match.end for match in online):
        left = printed
        for match in online:
            left = left.replace(text[match.start : match.end], "")
        if len(re.findall(r"[^\W\d_]{3,}", left)) <= 2:
            return True
    if re.search(r"\d", printed) and any(word in place_words("street") for word in words):
        return True
    if _GERMAN_STREET.search(printed):
        return True
    postcode = _POSTCODE.match(printed)
    if postcode is not None:
        return lexicon.whole(printed[postcode.end() :], "city") is None
    return re.match(r"\d+\w?\s*,?\s", printed) is not None


@functools.cache
def _margins() -> re.Pattern[str]:
    """ "On the margins of the Review Forum": of what, not where."""
    return re.compile(_WORDS.any_of("line.margins"), re.IGNORECASE)


@functools.cache
def _beside_date() -> re.Pattern[str]:
    return re.compile(rf"(?:{_WORDS.any_of('line.beside_date')}\s*)+", re.IGNORECASE)


_GERMAN_STREET = re.compile(r"[^\W\d_]{3}(?:gasse|stra(?:ss|ß)e|weg|platz|allee)\s+\d", re.IGNORECASE)
_POSTCODE = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,6}\s+(?=[^\W\d_])")  # "75014 Paris"


@functools.cache
def _city_of() -> re.Pattern[str]:
    """ "Ciudad de Georgetown", "the City of Freetown" """
    return re.compile(_WORDS.leading("line.city_of"), re.IGNORECASE)


def _place_of_parts(text: str, tokens: Tokens, parts: list[tuple[int, int]], where: Where) -> Where:
    """Give each part of a line its due: country, city, the rest is the venue."""
    cities: list[Match[City]] = lexicon.found(tokens, "city")
    left: list[tuple[int, int]] = []
    row = _towns_in_a_row(text, parts)
    if row:
        where = replace(where, city=text[slice(*row[0])], city_span=row[0])  # of several the first
        parts = parts[len(row) :]
    for part in parts:
        code = country_of(text[part[0] : part[1]])
        city = _city_at_end(text, part, cities)
        named_beside = city is not None and any(
            country_of(text[other[0] : other[1]]) in city.payload.countries for other in parts if other != part
        )
        if city is not None and _is_house_of_name(text, parts, part, city):
            left.append(part)
        elif where.city is None and city is not None and (code is None or city.payload.state or named_beside):
            where = replace(where, city=text[city.start : city.end], city_span=(city.start, city.end))
            where = _country_behind(text, part, city, where)
            stop = _before_city(text, part[0], city.start)
            if fold(text[part[0] : stop]) in place_words("venue") and _stands_alone(text, parts, city):
                left.append(part)  # "Hotel Quito, …, Quito"
            elif stop > part[0]:
                left.append((part[0], city.end if goes_on_with_town(text, part[0], stop, city) else stop))
        elif city is not None and text[slice(*part)] == where.city:
            continue
        elif code is not None and where.city is None and _repeated(text, parts, part):
            where = replace(where, city=text[slice(*part)], city_span=part)
        elif code is not None:
            if where.country is None or where.country_basis:
                where = replace(where, country=code, country_span=part, country_basis=None)
        else:
            left.append(part)
    left = [part for part in left if not _is_region(text, parts, part, where)]
    return _venue_of_rest(text, parts, left, where)


def _is_house_of_name(text: str, parts: list[tuple[int, int]], part: tuple[int, int], city: Match[City]) -> bool:
    """Whether a town's name is that of a house, or of its quarter, whose own town stands in a part of its own: "Hotel
    Geneva, Rome", "Lake Resort Ggaba, Kampala".
    """
    head = fold(text[part[0] : city.start]).split()
    return (
        head[-1:] != []
        and head[-1] in place_words("venue")
        and any(other > part and lexicon.whole(text[slice(*other)], "city") is not None for other in parts)
    )


def _is_region(text: str, parts: list[tuple[int, int]], part: tuple[int, int], where: Where) -> bool:
    """Whether a part stands between a town and its country: "Tapachula, Chiapas (México)"."""
    if part not in parts or not (where.city_span[1] <= part[0] and part[1] <= where.country_span[0]):
        return False
    beside = parts.index(part)
    behind_town = beside > 0 and parts[beside - 1][1] == where.city_span[1] != 0
    before_country = beside + 1 < len(parts) and parts[beside + 1][0] == where.country_span[0]
    return behind_town and before_country and may_be_city(text, part)


def _towns_in_a_row(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The towns before their country, the last behind an "and": "Busia, Mutukula, Elegu and Mpondwe, Uganda"."""
    stop = next((at for at, part in enumerate(parts) if country_of(text[slice(*part)]) is not None), 0)
    if stop == 0:
        return []
    last = parts[stop - 1]
    joined = _last_of_towns().search(text, *last)
    if joined is None:
        return []
    towns = [*parts[: stop - 1], (last[0], joined.start())]
    return towns if all(may_be_city(text, town) for town in towns) else []


def _repeated(text: str, parts: list[tuple[int, int]], part: tuple[int, int]) -> bool:
    """Whether a state's name follows itself: "Panamá, Panamá" is a town in its state."""
    behind = parts[parts.index(part) + 1 :][:1]
    return any(fold(text[slice(*other)]) == fold(text[slice(*part)]) for other in behind)


def _stands_alone(text: str, parts: list[tuple[int, int]], city: Match[City]) -> bool:
    """Whether a city's name is also a part of its own."""
    return any(text[slice(*part)] == text[city.start : city.end] for part in parts)


@functools.cache
def _in() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('line.at')}\s+$", re.I)


def _city_at_end(text: str, part: tuple[int, int], cities: list[Match[City]]) -> Match[City] | None:
    """A known city that closes a part, a country's name behind it allowed: "UNHQ New York", "Valletta Malta"."""
    for match in reversed([match for match in cities if part[0] <= match.start and match.end <= part[1]]):
        behind = text[match.end : part[1]].strip()
        if not behind or country_of(behind) is not None:
            alone = _city_start(text, part[0]) == match.start or _in().search(text, part[0], match.start)
            return match if alone or is_surely_city(match, text) else None
    return None


def _city_start(text: str, start: int) -> int:
    """Where a city's name may begin in a part: behind its postcode, behind "City of"."""
    before = _POSTCODE.match(text, start) or _city_of().match(text, start)
    return before.end() if before else start


def _country_behind(text: str, part: tuple[int, int], city: Match[City], where: Where) -> Where:
    behind = text[city.end : part[1]].strip()
    code = country_of(behind) if behind else None
    if code is not None:
        return replace(where, country=code, country_span=(part[1] - len(behind), part[1]), country_basis=None)
    return where if where.country else with_country_of_city(where, city.payload)


def _before_city(text: str, start: int, end: int) -> int:
    """Where a venue ends that stands before its city in one part: "UN Office in Geneva" → "UN Office"."""
    if _city_start(text, start) == end:
        return start
    head = text[start:end].rstrip(" ,")
    head = _in_or_of().sub("", head)
    return start + len(head)


@functools.cache
def _in_or_of() -> re.Pattern[str]:
    return re.compile(rf"\s+{_WORDS.any_of('line.at', 'line.of')}$")


def _venue_of_rest(text: str, parts: list[tuple[int, int]], left: list[tuple[int, int]], where: Where) -> Where:
    """The venue of what is neither city nor country; a lone name without a venue's word may be the city itself."""
    if where.city is None and left:
        candidate = left[-1]
        before_country = where.country is not None and parts.index(candidate) + 1 < len(parts)
        if before_country and _is_before_region(text, left, where):
            candidate = left[-2]  # "Flores, Petén, Guatemala"
            where, left = replace(where, city=text[slice(*candidate)], city_span=candidate), left[:-2]
        elif may_be_city(text, candidate) and (before_country or len(left) == len(parts) == 1):
            where = replace(where, city=text[candidate[0] : candidate[1]], city_span=candidate)
            left = left[:-1]
        elif _is_town_of_house(text, parts, left):
            where, left = replace(where, city=text[slice(*candidate)], city_span=candidate), left[:-1]
    if left:
        # Parts that stand together are one venue: "Conference Room 6, UNHQ".
        first, last = left[0], left[0]
        for part in left[1:]:
            if parts.index(part) == parts.index(last) + 1 if last in parts and part in parts else True:
                last = part
        at = _AT.match(text, first[0], last[1])
        start = at.end() if at is not None else first[0]  # "Geneva, at the CICG"
        if not is_running_text(text[start : last[1]]) and not _INDEFINITE.match(text, start):
            where = replace(where, venue=text[start : last[1]], venue_span=(start, last[1]))
    return where


def _is_before_region(text: str, left: list[tuple[int, int]], where: Where) -> bool:
    """Whether the part before a line's last is a town of the state behind both, and the last one is none."""
    if len(left) < 2 or where.country_basis is not None:
        return False
    town, region = (text[slice(*part)] for part in left[-2:])
    return (
        may_be_city(text, left[-2])
        and may_be_city(text, left[-1])
        and may_be_town_of(town, where.country)
        and not may_be_town_of(region, where.country)
    )


def _is_town_of_house(text: str, parts: list[tuple[int, int]], left: list[tuple[int, int]]) -> bool:
    """Whether a line ends in a town of the gazetteer behind the name of a house: "Grand Hotel, Suez"."""
    if len(left) < 2 or left[-1] != parts[-1] or not may_be_city(text, left[-1]):
        return False
    house = words_of(text[left[-2][0] : left[-2][1]])
    return not place_words("venue").isdisjoint(house) and may_be_town_of(text[slice(*left[-1])], None)


_AT = re.compile(rf"{leading('at')}{leading('definite')}?(?=[^\W\da-zß-ÿ])")


@functools.cache
def _last_of_towns() -> re.Pattern[str]:
    return re.compile(rf"\s+{_and()}\s+")


_LONGEST_VENUE = 110
_INDEFINITE = re.compile(rf"{leading('indefinite')}")  # "…, au Cameroun, un atelier": what is held, not where


def is_running_text(text: str) -> bool:
    """Whether a text is too much of a sentence to be a venue: long, with a full stop or a finite verb inside, mostly in
    lower case, or begun in lower case without a venue's word ("… cuesta once; de Madrid a Cochabamba, *siete*").
    """
    words = text.split()
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    return (
        len(text) > _LONGEST_VENUE
        or re.search(r"[^\W\d_]{3}[.!?]\s+[A-Z]", text) is not None
        or small > 5
        or has_verb(text)
        or (text[0].islower() and place_words("venue").isdisjoint(words_of(text)))
    )


def has_verb(text: str) -> bool:
    """Whether a text has an auxiliary or the like, which no name of a place has: "the room *will* open"."""
    return _verb().search(text) is not None


@functools.cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){_WORDS.any_of('line.verb')}(?![\w’'-])")
