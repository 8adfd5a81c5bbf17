"""Buildings in running text, and the town behind them: "at the Palais d'Egmont à Bruxelles"."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import replace

from parsers.places.forms import (
    Where,
    by_start,
    country_after,
    is_surely_city,
    may_be_city,
    place_words,
    with_country_of_city,
)
from parsers.places.houses import name_end
from parsers.words.lexicon import City
from parsers.words.patterns import CAPITALS, alternatives, whole_words
from parsers.words.phrases import Match, Tokens, fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("venue_lines")
LONGEST_STREET = 70
_MOST_WORDS = 9
_BEFORE_TOWN = 110  # characters before a town in which its building stands


@functools.cache
def at_building() -> re.Pattern[str]:
    """A building behind "at the" ("en el Centro de Convenciones Atlapa") or behind words that make it the scene ("aura
    pour cadre la Villa Zephyr"); group 1 is its name.
    """
    scene = alternatives([*load("location")["scene"], *load("location")["coming"]], r"\s+", "['’]")
    parts = alternatives(load("location")["parts_of"])
    words, ahead = _WORDS.any_of, _WORDS.leading
    return re.compile(
        rf"(?:\b{leading('at')}{leading('definite')}?|(?<!\w)(?:{leading('in_ar')}|ب(?=\w))|(?<!\w)[وف]?(?:{scene})\s+{leading('definite')}?)"
        r"([^\W\d_][^.,،;:()\n\"“”«»]{3,70}?)"
        rf"(?=\s*(?:[.,،;:()\n]|$)|\s+{words('building.behind', 'building.of_town', 'building.indefinite')}\s"
        rf"|\s+{ahead('building.before_number')}\d|\s+ب(?!{parts})\w|\s+{ahead('building.definite')}[a-zà-ÿ]"
        rf"|\s+{ahead('building.to')}[a-z]|\s+{ahead('building.for')}[a-zà-ÿ]+r(?:e|se)?\s)"
    )


def building_in(tokens: Tokens, start: int, end: int, test: Callable[[str], bool] | None = None) -> Where | None:
    """The first building behind "at the" in a sentence that is known to tell of the meeting; None without one.

    ``test`` says which names are buildings, `is_building` where it is None.
    """
    for match in at_building().finditer(tokens.text, start, end):
        if (test or is_building)(match[1]):
            return building_at(tokens, match.span(1))
    return None


def _by_form(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A building's span without the clause that goes on behind its name: "Lake University *got their papers*"."""
    start, end = span
    purpose = _PURPOSE.search(text, start, end)
    end = purpose.start() if purpose is not None else end
    span = start, end
    stop = name_end(text, start, end)
    return (start, stop) if stop is not None and _GOES_ON.match(text, stop, end) else span


_PURPOSE = re.compile(rf"\s+{_WORDS.any_of('building.purpose')}$")  # "the sports hall of Dakar *for* a fair"
_GOES_ON = re.compile(rf"\s+(?!{leading('of')})[a-zà-ÿ]+\s+\w")


def is_building(name: str) -> bool:
    """Whether words name a building: they begin or end with a venue's word, and most are a name's."""
    words = name.split()
    ends = {fold(words[0]), fold(words[-1]), fold(words[min(1, len(words) - 1)])}
    named = words[0][0].isupper() or not words[0].isascii() or any(word[0].isupper() for word in words)
    return 1 < len(words) <= _MOST_WORDS and named and not ends.isdisjoint(_building_words())


def is_hall(name: str) -> bool:
    """Whether words name a house for meetings, by a name of its own: "Palacio Nacional de la Cultura", no "theatre"."""
    words = name.split()
    if not 1 < len(words) <= _MOST_WORDS:
        return False
    hall = _hall().search(fold(name))
    if hall is None or (hall.start() and not words[0][0].isupper()):
        return False  # "in front of the Palace"
    return any(word[0].isupper() for word in words[1:]) or words[0][0].lower() == words[0][0].upper()


@functools.cache
def _hall() -> re.Pattern[str]:
    return whole_words([*load("location")["halls"], *load("location")["halls_ar"]])


@functools.cache
def _building_words() -> frozenset[str]:
    halls = load("location")["halls"]
    return place_words("venue") | {fold(word) for word in halls if " " not in word}


def building_at(tokens: Tokens, span: tuple[int, int]) -> Where:
    """A building, and the town behind it where one is: "hôtel Fleuve Congo, Kinshasa"."""
    span = _by_form(tokens.text, span)
    where = Where(
        venue=tokens.text[slice(*span)], venue_span=span, start=span[0], end=span[1], rule="held in a building"
    )
    return _with_town_behind(tokens, where)


@functools.cache
def _to_towns() -> tuple[re.Pattern[str], ...]:
    """What may stand between a building and its town: a comma or a preposition, a street too."""
    towns = alternatives(load("location")["town_of"])
    streets = alternatives(load("location")["streets"])
    street = (
        rf"\s*[,،]\s*(?:\d[^,،.;:()\n]{{3,40}}|(?:{streets})\s[^,،.;:()\n]{{3,40}}|[^,،.;:()\n]{{3,40}}\s(?:{streets}))(?=[,،])"
        rf"|\s+{_WORDS.leading('building.on')}[^,.;:()\n]{{3,40}}?(?=\s+{_WORDS.any_of('line.at')}\s|,)"
    )
    before = rf"\s*[,،(]?\s*(?:{leading('at', 'in_ar')}|{leading('of')}|[بل])?"
    # An article may be the name's own: "La Marsa".
    behind = rf"(?:(?:{towns})\s+)?", rf"{leading('definite')}(?:(?:{towns})\s+)?"
    plain = (re.compile(before + end) for end in behind)
    over_street = (re.compile(rf"(?:{street}){before}{end}", re.IGNORECASE) for end in behind)
    return *plain, *over_street


_TOWN_NAME = re.compile(
    rf"[{CAPITALS}][\w’'-]+(?:\s(?:{any_of('in_town_name')}\s)*[{CAPITALS}][\w’'-]+){{0,2}}(?=\s*[,(])"
)


def _with_town_behind(tokens: Tokens, where: Where) -> Where:
    """A building with the town that stands behind it, in the vocabulary or before its country."""
    text = tokens.text
    cities: dict[int, Match[City]] = by_start(tokens, "city")
    for pattern in _to_towns():
        between = pattern.match(text, where.end)
        if between is None or between.end() == where.end:
            continue
        city = cities.get(between.end())
        if city is not None and (is_surely_city(city, text) or country_after(tokens, city.end) is not None):
            where = replace(where, city=text[city.start : city.end], city_span=(city.start, city.end), end=city.end)
            country = country_after(tokens, city.end)
            if country is None:
                return with_country_of_city(where, city.payload)
            return replace(
                where, country=country.payload.code, country_span=(country.start, country.end), end=country.end
            )
        name = _TOWN_NAME.match(text, between.end())
        country = country_after(tokens, name.end()) if name is not None else None
        if name is not None and country is not None and may_be_city(text, name.span()):
            span = (country.start, country.end)
            where = replace(where, city=name.group(), city_span=name.span(), end=country.end)
            return replace(where, country=country.payload.code, country_span=span)
    return where


# --- right before a town --------------------------------------------------------------------------------------------


@functools.cache
def street_before_town() -> re.Pattern[str]:
    """A street between commas, which stands between a building and its town."""
    streets = alternatives(load("location")["streets"])
    ends = alternatives(load("location")["street_ends"])
    return re.compile(
        rf",\s+(?:\d+[\w-]*,?\s+)?(?:(?:{streets})\s[^,.;:()\n]{{3,40}}|[A-ZÀ-Þ][^,.;:()\n]{{2,30}}\s(?:{streets})"
        rf"|[A-ZÀ-Þ]\w+(?:{ends}))(?:\s\d[\d-]*)?,\s+(?:\d{{4,6}}\s+)?$",
        re.I,
    )


@functools.cache
def _venue_and_town() -> re.Pattern[str]:
    """A building and what joins it to its town: "at the Cinéma Le Rialto in", "au Palais d'Egmont à", "at the Sheraton
    Grand Conakry,", "dans la salle de la Maison du Peuple,".
    """
    kinds = alternatives(word for word in load("places")["venue"].split() if word[0].islower())
    return re.compile(
        rf"(?<!\w){_WORDS.leading('building.before')}(?:{leading('definite')})?((?:[A-ZÀ-Þ]|(?:{kinds})\s)"
        rf"(?:[^.;:,\n]|,(?=\s+{_WORDS.any_of('building.room')})){{2,70}}?)(?:,|\s+{_WORDS.any_of('building.town')})\s+$"
    )


@functools.cache
def _hall_and_town() -> re.Pattern[str]:
    """A house for meetings and what joins it to its town, whatever stands before: "that of the Hotel Azur in"."""
    halls = alternatives(load("location")["halls"])
    arabic = alternatives(load("location")["halls_ar"])
    towns = alternatives(load("location")["town_of"])
    small = alternatives(word.capitalize() for word in load("location")["before_hall"])
    on = _WORDS.leading("building.on")
    return re.compile(
        rf"(?<![\w’'-])((?:(?!(?:{small})\s)[{CAPITALS}][\w’'-]*\s+){{0,4}}(?i:{halls})(?!\w)[^,.،;:()\n\"“”«»–—]{{0,60}}?)"
        rf"(?:\s+{on}[^,.;:()\n]{{3,40}}?)?(?:,\s+|\s+)(?:{_WORDS.leading('line.at')})?(?:(?:{leading('definite')})?(?:{towns})\s*)?$"
        rf"|(?<!\w)[وفبلك]?((?:{arabic})\s[^,.،؛:()\n]{{2,50}}?)(?:\s+{leading('in_ar')}|\s*،\s*|\s+[بل]?)(?:[بل]?(?:{towns})\s+|ب)?$"
    )


def venue_before(text: str, place: int) -> tuple[int, int] | None:
    """The span of a venue that is named right before its city; it needs a venue's word or "at the"."""
    street = street_before_town().search(text, max(0, place - LONGEST_STREET), place)
    place = street.start() + 2 if street else place
    before = text[max(0, place - 100) : place]
    found = _venue_and_town().search(before)
    if found is None:
        return None
    if _no_name().search(found[1]):
        return None
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", found[1])}
    # "suite au Processus de A et à la Déclaration de B": without a venue's word, what a town's name is a part of
    at = _at().match(found.group()) is not None and not found.group().endswith(" de ")
    if not (words & place_words("venue") or (at and len(words) > 1)):
        return None
    offset = place - len(before)
    return offset + found.start(1), offset + found.end(1)


@functools.cache
def _no_name() -> re.Pattern[str]:
    """What no building's name has inside: "at the centre of *a* consultation *that* takes place in"."""
    return re.compile(rf"\s{_WORDS.any_of('building.indefinite', 'building.relative')}\s|['’]une?\s")


@functools.cache
def _at() -> re.Pattern[str]:
    return re.compile(_WORDS.leading("building.at"))


_OF = re.compile(rf"{leading('of')}{leading('definite')}?$")
_OF_REACH = 12
_YEAR = re.compile(r"\d{4}")


def hall_before(text: str, place: int, *, of_another: bool = True) -> tuple[int, int] | None:
    """The span of a house for meetings that is named right before its city, in whatever part of the sentence.

    Without ``of_another``, a house behind "of the" is only a part of what is named: "the foyer of the Lake Library".
    """
    street = street_before_town().search(text, max(0, place - LONGEST_STREET), place)
    place = street.start() + 2 if street else place
    offset = max(0, place - _BEFORE_TOWN)
    found = _hall_and_town().search(text[offset:place])
    if found is None:
        return None
    group = 1 if found[1] else 2
    name, start = found[group], offset + found.start(group)
    if _YEAR.search(name) or (not of_another and _OF.search(text, max(0, start - _OF_REACH), start)):
        return None
    words = name.split()
    if len(words) < 2 or not (group == 2 or any(word[0].isupper() for word in words)):
        return None
    return start, offset + found.end(group)
