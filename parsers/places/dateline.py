"""The place of a release's dateline: "Geneva/Rome – ", "New York, 23 May – ", "Switzerland - "."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.dates.words import words_of
from parsers.places.countries import country_of
from parsers.places.forms import Where, date_words, place_words, with_country_of_city
from parsers.places.gazetteer import may_be_town_of
from parsers.words import lexicon
from parsers.words.lexicon import City, CountryName
from parsers.words.phrases import Match, Tokens, fold, tokenise
from parsers.words.small_words import any_of, leading

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
_BESIDE_TOWN = re.compile(
    rf"(?:(?<=\s)/|,)\s*(?P<name>{_CAPITAL_NAME.pattern})(?=\s*(?:$|[,/]|\())"
    rf"|\(\s*(?P<region>{_CAPITAL_NAME.pattern})\s*\)"
)
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
            where = where if _is_one_town(head) or _is_town_and_state(head, where) else None
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
        rest = _BESIDE_TOWN.sub(
            lambda beside: "" if _is_place_name(beside["name"] or beside["region"]) else beside.group(), rest
        )
    strangers = [word for word in re.findall(r"[^\W\d_]+", rest) if not date_words().match(word) and len(word) > 2]
    if named and not [word for word in strangers if fold(word) not in place_words("dateline")]:
        return _city_and_country(head, tokens, cities, countries) if _no_sentence(rest) else None
    if cities:
        return None
    return (_unknown_city(head, countries) if unknown else None) or _town_of_gazetteer(head, countries)


def _is_one_town(head: str) -> bool:
    """Whether a head is a town's name alone, which is no other word: "Lisbon:", not "Nice:"."""
    city: City | None = lexicon.whole(head.strip(), "city")
    return city is not None and not city.ambiguous and not city.state


def _is_town_and_state(head: str, where: Where) -> bool:
    """Whether a head is a town and the state that it is in: "Ibarra, Ecuador:", "Tahoua (Niger) :"."""
    if where.city is None or where.country is None or where.country_basis is not None:
        return False
    between = head[where.city_span[1] : where.country_span[0]].strip()
    known: City | None = lexicon.whole(where.city, "city")
    own = where.country in known.countries if known is not None else may_be_town_of(where.city, where.country)
    return own and between in (",", "،", "(") and not head[where.country_span[1] :].strip(" )")


def _without_place(beside: re.Match[str]) -> str:
    return "" if _is_place_name(beside["name"] or beside["region"]) else beside.group()


def _is_place_name(name: str) -> bool:
    """Whether a capitalised name beside a town's may be a further town's or a state's: no body, nobody's state."""
    name = _ARTICLE.sub("", name)  # "El Oro"
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
        where = Where(country=first.payload.code, country_span=(first.start, first.end))
        town = _SHORT_TOWN.match(head)  # of two letters: "Ho, Ghana"
        if town is not None and town.end() == first.start and may_be_town_of(town["name"], first.payload.code):
            return replace(where, city=town["name"], city_span=town.span("name"))
        return where
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


_SHORT_TOWN = re.compile(r"\(?(?P<name>[A-ZÀ-ÖØ-Þ][^\W\d_]),?\s\(?")


def _town_of_gazetteer(head: str, countries: list[Match[CountryName]]) -> Where | None:
    """A town of the gazetteer that stands before its own state, or before its region and a day of a year: "Machala, El
    Oro, 3 de mayo de 2019", "Kaédi (Mauritanie) :".
    """
    start = len(head) - len(head.lstrip(" ("))
    name = _CAPITAL_NAME.match(head, start) or _ARABIC_NAME.match(head, start)
    if name is None or head[name.end() :].lstrip()[:1] not in (*",،(/|", ""):
        return None
    words = name.group().split()
    codes = {match.payload.code for match in countries if match.start >= name.end() and match.payload.code}
    dated = _YEAR.search(head, name.end()) is not None
    if not (codes or dated) or len(words) > 4 or any(_is_word_of_heads(word) for word in words):
        return None
    country = next((match for match in countries if match.payload.code in codes), None)
    if not may_be_town_of(name.group(), country.payload.code if country is not None else None):
        return None
    for part in re.split(r"[,،()/|]+", head[name.end() :].strip(" .")):
        left = [word for word in re.findall(r"[^\W\d_]+", part) if not date_words().match(word)]
        if not left or country_of(part.strip()) is not None or all(_is_beside_day(word) for word in left):
            continue
        if not (dated and _CAPITAL_NAME.fullmatch(part.strip()) and _is_place_name(part.strip())):
            return None
    where = Where(city=name.group(), city_span=name.span(), rule="dateline of a town of the gazetteer")
    if country is not None:
        return replace(where, country=country.payload.code, country_span=(country.start, country.end))
    return where


_ARTICLE = re.compile(rf"^(?i:{leading('definite')})(?=[^\W\da-zß-ÿ])")
_ARABIC_NAME = re.compile(r"[\u0620-\u064a]+(?:\s[\u0620-\u064a]+){0,2}(?=\s*[،,(])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _is_word_of_heads(word: str) -> bool:
    """Whether a capitalised word is that of a heading or of a date, no town's."""
    return date_words().fullmatch(word) is not None or fold(word) in place_words("not_a_city") | place_words("dateline")


def _is_beside_day(word: str) -> bool:
    return word in _month_of() or fold(word) in place_words("dateline")


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
