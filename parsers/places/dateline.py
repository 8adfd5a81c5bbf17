"""The place of a release's dateline: "Geneva/Rome – ", "New York, 23 May – ", "Switzerland - "."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.dates.words import words_of
from parsers.places.forms import Where, date_words, place_words, with_country_of_city
from parsers.words import lexicon
from parsers.words.lexicon import City, CountryName
from parsers.words.phrases import Match, Tokens, fold, tokenise
from parsers.words.small_words import any_of

# A dateline's head ends at a dash with a blank on one side at least, at a colon or full stop behind a bracket, or at
# the full stop behind its year, at a colon behind a town alone or a year.
_DATELINE_END = re.compile(
    r"(?=[\s.:–—―−|-])\s*(?:\.\s*)?(?:(?<=\s)\|(?=\s)|(?<=\s)[-–—―−]+(?=\s|\w|[«“\"]|$)|[–—―−]+(?=\s|\w|$)|-+(?=\s|$)|(?<=\))[:.]"
    r"|(?:(?<=[^\W_])|(?<=[^\W_]\s)):(?=\s+(?:[^\W\d_a-zß-ÿ]|[«“\"]))"
    r"|(?<=(?:19|20)\d\d)\.(?=\s+[^\W\d_a-zß-ÿ]|\s+[«“\"]))\s*"
)
_BRACKETED = re.compile(r"[(\[](?P<head>[^()\[\]\n]{6,80})[)\]]\s+(?=[^\W\d_a-zß-ÿ]|[«“\"])")
_IN_BRACKETS = re.compile(r"\(([^()]{2,80})\)")
_CAPITAL_NAME = re.compile(rf"[A-ZÀ-ÖØ-Þ][\w’'`-]*(?:[\s-](?:{any_of('in_place_name')}|[A-ZÀ-ÖØ-Þ][\w’'`-]*))*")
_BESIDE_TOWN = re.compile(rf"(?:(?<=\s)/|,)\s*(?P<name>{_CAPITAL_NAME.pattern})(?=\s*(?:$|[,/]|\())")
_LONGEST_DATELINE = 110
_MOST_WORDS = 3  # of a further town's or a state's name


def location_of_dateline(text: str, *, unknown: bool = True) -> Where | None:
    """The place of a release's dateline at the start of ``text``; None where there is no dateline.

    "Geneva – ", "Geneva/Rome – " and "Tapachula (México) / Tecún Umán (Guatemala). - " give the first city, "New York,
    23 May – " and "30 نوفمبر 2021، القاهرة - " the city beside the date, "Switzerland - " a country alone, "(16 October
    2017, Geneva/New York):" what stands in the bracket, "Quito, 3 de octubre de 2022. Con …" the known city before
    a full stop. With ``unknown``, a name that no vocabulary has counts as a city where a date, a country or nothing
    at all stands beside it ("La Somone - "). ``end`` is where the release's text begins.
    """
    bracket = _BRACKETED.match(text)
    if bracket is not None and date_words().search(bracket["head"]):
        where = _dateline_place(bracket["head"], unknown=False)
        return where and replace(where.shifted(1), start=0, end=bracket.end(), rule="dateline")
    for border in _DATELINE_END.finditer(text, 0, _LONGEST_DATELINE + 10):
        head = text[: border.start()]
        if len(head) > _LONGEST_DATELINE or not head.strip():
            return None
        if border.group().strip() == "|" and text.count("|") > 1:
            return None  # a row of a menu or table
        stopped = border.group().strip() == "."
        if stopped and not date_words().search(head):
            return None
        colon = border.group().strip() == ":" and not head.rstrip().endswith(")")
        where = _dateline_place(head, unknown and not stopped and not colon)
        if colon and where is not None and where.city is not None and not date_words().search(head):
            where = where if _is_one_town(head) else None
        elif colon and where is not None and where.city is None:
            where = None  # a country before a colon is what a title or an item is about
        if where is not None:
            return replace(where, start=0, end=border.end(), rule=where.rule or "dateline")
        if not date_words().search(head):
            return None
    return None


def _dateline_place(head: str, unknown: bool) -> Where | None:
    """The place that a dateline's head names, None where it holds more than places and dates."""
    tokens = tokenise(head)
    cities: list[Match[City]] = lexicon.found(tokens, "city")
    countries = [match for match in lexicon.found(tokens, "country") if match.payload.code]
    named = [(match.start, match.end) for match in (*cities, *countries)]
    rest = "".join(
        letter if not any(start <= index < end for start, end in named) else " " for index, letter in enumerate(head)
    )
    rest = _without_months(_without_bodies(rest))
    if cities and not rest[: cities[0].start].strip(" ("):
        rest = _BESIDE_TOWN.sub(lambda beside: "" if _is_place_name(beside["name"]) else beside.group(), rest)
    strangers = [word for word in re.findall(r"[^\W\d_]+", rest) if not date_words().match(word) and len(word) > 2]
    if named and not [word for word in strangers if fold(word) not in place_words("dateline")]:
        return _city_and_country(head, tokens, cities, countries) if _no_sentence(rest) else None
    if not unknown or cities:
        return None
    return _unknown_city(head, countries)


def _is_one_town(head: str) -> bool:
    """Whether a head is a town's name alone, which is no other word: "Lisbon:", not "Nice:"."""
    city: City | None = lexicon.whole(head.strip(), "city")
    return city is not None and not city.ambiguous and not city.state


def _is_place_name(name: str) -> bool:
    """Whether a capitalised name beside a town's may be a further town's or a state's: no body, nobody's state."""
    words = name.split()
    tokens = tokenise(name)
    known = (*lexicon.found(tokens, "organization"), *lexicon.found(tokens, "demonym"))
    return (
        len(words) <= _MOST_WORDS and not known and not any(fold(word) in place_words("not_a_city") for word in words)
    )


def _without_bodies(text: str) -> str:
    """The text without the body in brackets that issues it: "Lisbon (IOM) – "."""
    return _IN_BRACKETS.sub(lambda body: " " if lexicon.whole(body[1].strip(), "organization") else body[0], text)


def _without_months(text: str) -> str:
    """The text without the words of dates, and the full stop of one that is cut short: "Oct. 10"."""
    return re.sub(rf"(?:{date_words().pattern})\.?", " ", text, flags=date_words().flags & re.IGNORECASE)


@functools.cache
def _month_of() -> frozenset[str]:
    """What stands between a day and its month, or before the day: "3 de octubre", "le 3"."""
    return frozenset(words_of("month_of"))


def _no_sentence(rest: str) -> bool:
    return not re.search(r"[?!;]|\.\s+[^\W\d_]{4,}", rest)


def _city_and_country(
    head: str, tokens: Tokens, cities: list[Match[City]], countries: list[Match[CountryName]]
) -> Where | None:
    """The first city with its country, or the country alone where none is named."""
    if not cities:
        first = countries[0]
        return Where(country=first.payload.code, country_span=(first.start, first.end))
    city = cities[0]
    if countries and countries[0].start < city.start and not head[: countries[0].start].strip(" (،,") and "/" in head:
        # "Libya/Tunis": the country stands first.
        return Where(country=countries[0].payload.code, country_span=(countries[0].start, countries[0].end))
    own = [match for match in countries if match.start >= city.end and match.payload.code in city.payload.countries]
    beside = own or [match for match in countries if 0 <= match.start - city.end <= 3]
    where = Where(city=head[city.start : city.end], city_span=(city.start, city.end))
    if beside:
        return replace(where, country=beside[0].payload.code, country_span=(beside[0].start, beside[0].end))
    return with_country_of_city(where, city.payload)


def _unknown_city(head: str, countries: list[Match[CountryName]]) -> Where | None:
    """A city that no vocabulary has: "Kisumu, Kenya", "Pozzallo, 3 October", "La Somone"."""
    name = _CAPITAL_NAME.match(head.lstrip(" ("), 0)
    if name is None:
        return None
    start = len(head) - len(head.lstrip(" ("))
    end = start + name.end()
    printed = head[start:end]
    after = head[end:].strip(" ,.()")
    words = printed.split()
    heads = (*lexicon.found(tokenise(printed), "organization"), *lexicon.found(tokenise(printed), "demonym"))
    if heads or len(words) > 4 or (printed.isupper() and len(printed) < 6):
        return None
    if any(fold(word) in place_words("not_a_city") for word in words):
        return None
    country = next((match for match in countries if match.start >= end), None)
    left = after.replace(head[country.start : country.end], "", 1) if country else after
    left = re.sub(r"[\d\s,./()]+", " ", left).strip()
    if left and not all(date_words().match(word) or word in _month_of() for word in left.split()):
        return None
    where = Where(city=printed, city_span=(start, end), rule="dateline of an unknown city")
    if country is not None and country.payload.code:
        where = replace(where, country=country.payload.code, country_span=(country.start, country.end))
    return where
