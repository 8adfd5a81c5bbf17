"""Places as printed: the place of a dateline, of a venue line, of a sentence that says where a meeting is held.

``location_of_dateline``, ``read_venue_line`` and ``find_held_at`` give a `Where`, with the spans of its parts; what a
venue or a city only implies (the city of the Palais des Nations, the country of Geneva) is marked as an inference.
Names of cities stay as printed. Countries are read by `parsers.countries`, whose functions are offered here too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from parsers import lexicon
from parsers.countries import (
    PlaceMatch,
    country_in_body,
    country_of,
    country_of_demonym,
    find_countries,
)
from parsers.lexicon import City, CountryName, Venue
from parsers.phrases import Match, Tokens, fold, tokenise
from parsers.vocabulary import load

__all__ = [
    "HeldAt",
    "PlaceMatch",
    "Where",
    "country_beside",
    "country_in_body",
    "country_of",
    "country_of_demonym",
    "find_countries",
    "find_held_at",
    "location_of_dateline",
    "read_venue_line",
]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("places")[key].split())


@dataclass(slots=True, frozen=True)
class Where:
    """A place read from a line or a sentence; every part may be missing, spans are (0, 0) then.

    ``city`` is as printed, ``country`` a code. A part that the words do not state but imply has a basis:
    ``country_basis`` "country of the city", ``city_basis`` "city of the venue" (``city`` is then the name in the venue
    table, its span the venue's). ``online`` is also set for hybrid meetings; ``start``:``end`` are all words that
    were read.
    """

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    online: bool = False
    country_basis: str | None = None
    city_basis: str | None = None
    venue_span: tuple[int, int] = (0, 0)
    city_span: tuple[int, int] = (0, 0)
    country_span: tuple[int, int] = (0, 0)
    online_span: tuple[int, int] = (0, 0)
    start: int = 0
    end: int = 0
    rule: str = ""

    def shifted(self, offset: int) -> Where:
        """The same with all spans moved, for a text that is a part of another."""

        def move(span: tuple[int, int]) -> tuple[int, int]:
            return (span[0] + offset, span[1] + offset) if span != (0, 0) else span

        return replace(
            self,
            venue_span=move(self.venue_span),
            city_span=move(self.city_span),
            country_span=move(self.country_span),
            online_span=move(self.online_span),
            start=self.start + offset,
            end=self.end + offset,
        )


# A dateline's head ends at a dash with a blank on one side at least, or at a colon behind a bracket.
_DATELINE_END = re.compile(
    r"\s*(?:\.\s*)?(?:(?<=\s)[-–—―]+(?=\s|\w|[«“\"]|$)|[–—―]+(?=\s|\w|$)|-+(?=\s|$)|(?<=\)):)\s*"
)
_DATE_WORDS = re.compile(
    r"\d|\b(?:jan(?:uary|v|vier)?|feb(?:ruary)?|f[ée]vr?(?:ier)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|"
    r"july?|juil(?:let)?|aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember)?|"
    r"d[ée]c(?:embre)?|ene(?:ro)?|feb(?:rero)?|marzo|abr(?:il)?|mayo|jun(?:io)?|jul(?:io)?|ago(?:sto)?|"
    r"sept?(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?|يناير|فبراير|مارس|[أاإ]بريل|مايو|يونيو|يوليو|"
    r"أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين)\b",
    re.I,
)
_CAPITAL_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'`-]*(?:[\s-](?:de|del|la|el|al|los|las|du|des|le|en|sur|da|do|of|upon|[A-ZÀ-ÖØ-Þ][\w’'`-]*))*"
)
_LONGEST_DATELINE = 110


def location_of_dateline(text: str, *, unknown: bool = True) -> Where | None:
    """The place of a release's dateline at the start of ``text``; None where there is no dateline.

    "Geneva – ", "Geneva/Rome – " and "Tapachula (México) / Tecún Umán (Guatemala). - " give the first city, "New York,
    23 May – " and "30 نوفمبر 2021، القاهرة - " the city beside the date, "Switzerland - " a country alone, "(16 October
    2017, Geneva/New York):" what stands in the bracket. With ``unknown``, a name that no vocabulary has counts as a
    city where a date, a country or nothing at all stands beside it ("La Somone - "). ``end`` is where the release's
    text begins.
    """
    for border in _DATELINE_END.finditer(text, 0, _LONGEST_DATELINE + 10):
        head = text[: border.start()]
        if len(head) > _LONGEST_DATELINE or not head.strip():
            return None
        where = _dateline_place(head, unknown)
        if where is not None:
            return replace(where, start=0, end=border.end(), rule=where.rule or "dateline")
        if not _DATE_WORDS.search(head):
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
    strangers = [word for word in re.findall(r"[^\W\d_]+", rest) if not _DATE_WORDS.match(word) and len(word) > 2]
    if named and not [word for word in strangers if fold(word) not in _words("dateline")]:
        return _city_and_country(head, tokens, cities, countries) if _no_sentence(rest) else None
    if not unknown or cities:
        return None
    return _unknown_city(head, countries)


def _no_sentence(rest: str) -> bool:
    return not re.search(r"[?!;]|\.\s+\w", rest)


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
    return _with_country_of_city(where, city.payload)


def _with_country_of_city(where: Where, city: City) -> Where:
    if not city.countries:
        return where
    return replace(where, country=city.countries[0], country_basis="country of the city")


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
    if any(fold(word) in _words("not_a_city") for word in words):
        return None
    country = next((match for match in countries if match.start >= end), None)
    left = after.replace(head[country.start : country.end], "", 1) if country else after
    left = re.sub(r"[\d\s,./()]+", " ", left).strip()
    if left and not all(_DATE_WORDS.match(word) for word in left.split()):
        return None
    where = Where(city=printed, city_span=(start, end), rule="dateline of an unknown city")
    if country is not None and country.payload.code:
        where = replace(where, country=country.payload.code, country_span=(country.start, country.end))
    return where


# --- Venue lines -----------------------------------------------------------------------------------------------------

_LONGEST_LINE = 500
_TIME = re.compile(r"\d{1,2}\s*[:.hH]\s*\d{2}|\d{1,2}\s*(?:a\.?m|p\.?m)\b", re.I)
_BORDER = re.compile(r"\s*[,،;|•]\s*|\s+[–—-]\s+|\s*\(\s*|\s*\)\s*|\s+/\s+")
_AT_TIME = re.compile(r"\s+(?:at|from|à|de|a las|a partir de)\s+\d{1,2}\s*[:.hH].*$", re.I)
_NOT_YET = re.compile(r"\b(?:tbc|tbd|to be (?:confirmed|determined|announced)|à confirmer|por confirmar)\b", re.I)


def read_venue_line(text: str) -> Where | None:
    """The venue, city and country of a line or field that says where: None where it says nothing.

    "Venue: Hall of the Two Lighthouses, Geneva", "Geneva, Switzerland | Centre International de Conférences Genève
    (CICG)", "Acacia Grove Conference Centre, Nairobi, Kenya (hybrid)", "Conference Room 6, UNHQ New York", "Kisumu,
    Kenya", "Zoom". Dates, times and street addresses on the line are passed over. A city unknown to the vocabulary is
    taken from before a country, or from a lone name without a venue's word.
    """
    if len(text) > _LONGEST_LINE:
        return None
    label = _label_end(text)
    tokens = tokenise(text)
    online = [match for match in lexicon.found(tokens, "online") if match.start >= label]
    parts = [part for part in _without_street(text, _line_parts(text, label)) if not _is_noise(text, part, online)]
    where = Where(start=label, end=len(text), rule="venue line")
    if online:
        where = replace(where, online=True, online_span=(online[0].start, online[0].end))
    where = _place_of_parts(text, tokens, parts, where)
    if where.city is None and where.country is None and where.venue is not None:
        where = _city_of_venue(tokens, where)
    return where if where.online or where.venue or where.city or where.country else None


def _label_end(text: str) -> int:
    """Where the value begins behind a label such as "Venue:"."""
    match = re.match(r"\s*([^\W\d_]+)\s*[:：]\s*", text)
    return match.end() if match and match[1].casefold() in _words("labels") else 0


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
        if kept and text[kept[-1][0] : kept[-1][1]].isdigit() and words & _words("street"):
            kept.pop()
        else:
            kept.append(part)
    return kept


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    cut = _AT_TIME.search(text, start, end)
    end = cut.start() if cut else end
    while start < end and text[start] in " .:*":
        start += 1
    while end > start and text[end - 1] in " .:*":
        end -= 1
    return start, end


def _is_noise(text: str, part: tuple[int, int], online: list[Match[bool]]) -> bool:
    """Whether a part is a date, a time, "TBC", an address or only says that the meeting is online."""
    printed = text[part[0] : part[1]]
    if not printed or _NOT_YET.search(printed) or _TIME.search(printed):
        return True
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", printed)]
    if re.search(r"\d", printed) and all(_DATE_WORDS.match(word) or word in _words("dateline") for word in words):
        return True
    if any(match.start < part[1] and part[0] < match.end for match in online):
        left = printed
        for match in online:
            left = left.replace(text[match.start : match.end], "")
        if len(re.findall(r"[^\W\d_]{3,}", left)) <= 2:
            return True
    return bool(re.match(r"\d+\w?\s*,?\s", printed)) or bool(
        re.search(r"\d", printed) and any(word in _words("street") for word in words)
    )


def _place_of_parts(text: str, tokens: Tokens, parts: list[tuple[int, int]], where: Where) -> Where:
    """Give each part of a line its due: country, city, the rest is the venue."""
    cities: list[Match[City]] = lexicon.found(tokens, "city")
    left: list[tuple[int, int]] = []
    for part in parts:
        code = country_of(text[part[0] : part[1]])
        city = _city_at_end(text, part, cities)
        named_beside = city is not None and any(
            country_of(text[other[0] : other[1]]) in city.payload.countries for other in parts if other != part
        )
        if where.city is None and city is not None and (code is None or city.payload.state or named_beside):
            where = replace(where, city=text[city.start : city.end], city_span=(city.start, city.end))
            where = _country_behind(text, part, city, where)
            stop = _before_city(text, part[0], city.start)
            if stop > part[0]:
                left.append((part[0], stop))
        elif code is not None:
            if where.country is None or where.country_basis:
                where = replace(where, country=code, country_span=part, country_basis=None)
        else:
            left.append(part)
    return _venue_of_rest(text, parts, left, where)


def _city_at_end(text: str, part: tuple[int, int], cities: list[Match[City]]) -> Match[City] | None:
    """A known city that closes a part, a country's name behind it allowed: "UNHQ New York", "Valletta Malta"."""
    for match in reversed([match for match in cities if part[0] <= match.start and match.end <= part[1]]):
        behind = text[match.end : part[1]].strip()
        if not behind or country_of(behind) is not None:
            return None if match.payload.ambiguous and match.start > part[0] else match
    return None


def _country_behind(text: str, part: tuple[int, int], city: Match[City], where: Where) -> Where:
    behind = text[city.end : part[1]].strip()
    code = country_of(behind) if behind else None
    if code is not None:
        return replace(where, country=code, country_span=(part[1] - len(behind), part[1]), country_basis=None)
    return where if where.country else _with_country_of_city(where, city.payload)


def _before_city(text: str, start: int, end: int) -> int:
    """Where a venue ends that stands before its city in one part: "UN Office in Geneva" → "UN Office"."""
    head = text[start:end].rstrip(" ,")
    head = re.sub(r"\s+(?:in|at|à|en|a|de|في)$", "", head)
    return start + len(head)


def _venue_of_rest(text: str, parts: list[tuple[int, int]], left: list[tuple[int, int]], where: Where) -> Where:
    """The venue of what is neither city nor country; a lone name without a venue's word may be the city itself."""
    if where.city is None and left:
        candidate = left[-1]
        before_country = where.country is not None and parts.index(candidate) + 1 < len(parts)
        if _may_be_city(text, candidate) and (before_country or len(left) == len(parts) == 1):
            where = replace(where, city=text[candidate[0] : candidate[1]], city_span=candidate)
            left = left[:-1]
    if left:
        # Parts that stand together are one venue: "Conference Room 6, UNHQ".
        first, last = left[0], left[0]
        for part in left[1:]:
            if parts.index(part) == parts.index(last) + 1 if last in parts and part in parts else True:
                last = part
        if not _is_sentence(text[first[0] : last[1]]):
            where = replace(where, venue=text[first[0] : last[1]], venue_span=(first[0], last[1]))
    return where


_LONGEST_VENUE = 110


def _is_sentence(text: str) -> bool:
    """Whether a text is too much of a sentence to be a venue: long, with a full stop inside, mostly in lower case."""
    words = text.split()
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    return len(text) > _LONGEST_VENUE or re.search(r"[a-z]{3}[.!?]\s+[A-Z]", text) is not None or small > 5


def _may_be_city(text: str, part: tuple[int, int]) -> bool:
    """Whether a part reads like a city's name: few capitalised words, none of a venue or a body."""
    printed = text[part[0] : part[1]]
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", printed)]
    if not words or len(words) > 3 or re.search(r"\d", printed):
        return False
    if any(word in _words("venue") or word in _words("not_a_city") for word in words):
        return False
    tokens = tokenise(printed)
    if lexicon.found(tokens, "organization") or lexicon.found(tokens, "online") or lexicon.found(tokens, "venue"):
        return False
    return printed[0].isupper() or printed[0].lower() == printed[0].upper()


def _city_of_venue(tokens: Tokens, where: Where, offset: int = 0) -> Where:
    """The city of a known building, as an inference; ``offset`` is where the tokens' text begins in the page."""
    match: Match[Venue] | None = next(iter(lexicon.found(tokens, "venue")), None)
    if match is None:
        return where
    return replace(
        where,
        city=match.payload.city,
        country=match.payload.country,
        city_span=(match.start + offset, match.end + offset),
        city_basis="city of the venue",
        country_basis="country of the city",
    )


# --- Sentences -------------------------------------------------------------------------------------------------------


@dataclass(slots=True, frozen=True)
class HeldAt:
    """A sentence that says where a meeting is held: ``where`` with spans of the whole text.

    ``sentence`` is its span; ``other`` is set where its words point to another meeting ("last year", "first meeting").
    """

    where: Where
    sentence: tuple[int, int]
    other: bool


_SENTENCE_END = re.compile(r"[.!?؟](?=\s+[\"“«(]*[A-ZÀ-ÖØ-Þ\u0600-\u06ff])|\n")
_PREPOSITION = re.compile(
    r"(?:^|\s)(?:(?:in|at|to|à|au|aux|en|a|dans|في|ب)(?:\s+(?:the|la|le|el))?|à\s+l['’])\s*$", re.I
)
_FURTHEST = 90
_LONGEST_SENTENCE = 600
_MOST_HELD = 50  # of each kind on one page
_MOST_UNKNOWN = 10


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
        if found and match.start < found[-1].where.end:
            continue
        before = page[max(0, match.start - 12) : match.start]
        arabic = match.start > tokens.starts[match.first]
        if not arabic and not _PREPOSITION.search(before) and not _venue_before(page, match.start):
            continue
        sentence = _sentence_around(page, match.start)
        cues = held[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        near = (
            abs(match.start - cue.end) <= _FURTHEST or 0 <= cue.start - match.end <= _FURTHEST
            for cue in cues
            if cue.payload
        )
        where = _read_at(tokens, match, sentence[1]) if any(near) else None
        if where is not None:
            found.append(HeldAt(where, sentence, any(not cue.payload for cue in cues)))
        if len(found) == _MOST_HELD:
            break
    found += _unknown_held_at(tokens, held, found)
    taken = {held_at.where.country_span for held_at in found}
    found += [held_at for held_at in _countries_held_at(tokens, held) if held_at.where.country_span not in taken]
    return sorted(found, key=lambda held_at: held_at.where.start)


# A name behind "held in", with a day, a country or the sentence's end behind it.
_UNKNOWN_PLACE = re.compile(
    r"\s+(?:in|at|à|en|a)\s+([A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:de|del|la|el|du|sur|da|do)\s+)*[A-ZÀ-Þ][\w’'-]+){0,2})"
    r"(?=\s*[.(]|,\s|\s+(?:on|from|this|next|between|le|les|du|el|los|del|entre)\s)"
)


def _unknown_held_at(tokens: Tokens, held: list[Match[int]], known: list[HeldAt]) -> list[HeldAt]:
    """Cities that no vocabulary has, right behind a word that says outright that the meeting is held there."""
    page = tokens.text
    taken = [held_at.where for held_at in known]
    found = []
    for cue in held:
        place = _UNKNOWN_PLACE.match(page, cue.end) if cue.payload == lexicon.HELD else None
        if place is None or any(where.start < place.end(1) and place.start(1) < where.end for where in taken):
            continue
        country = _country_after(tokens, place.end(1))
        if not _may_be_city(page, place.span(1)) or _DATE_WORDS.match(place[1]) or country_of(place[1]) is not None:
            continue
        where = Where(city=place[1], city_span=place.span(1), start=place.start(1), end=place.end(1))
        if country is not None:
            where = replace(where, country=country.payload.code, country_span=(country.start, country.end))
        sentence = _sentence_around(page, place.start(1))
        other = any(c.payload == lexicon.ELSEWHERE and sentence[0] <= c.start < sentence[1] for c in held)
        found.append(HeldAt(replace(where, rule="held in an unknown city"), sentence, other))
        if len(found) == _MOST_UNKNOWN:
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
            sentence = _sentence_around(page, place.start)
            cues = held[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
            span = (place.start, place.end)
            rule = "held in prose" if holds else "hosting country"
            where = Where(country=place.code, country_span=span, start=span[0], end=span[1], rule=rule)
            found.append(HeldAt(where, sentence, any(not cue.payload for cue in cues)))
        if len(found) == _MOST_HELD:
            break
    return found


def _sentence_around(text: str, place: int) -> tuple[int, int]:
    """The sentence of a place, at most so long to each side: a text without full stops has no sentences."""
    start = max(0, place - _LONGEST_SENTENCE)
    stop = min(len(text), place + _LONGEST_SENTENCE)
    for end in _SENTENCE_END.finditer(text, start, stop):
        if end.start() >= place:
            return start, end.end()
        start = end.end()
    return start, stop


def _read_at(tokens: Tokens, match: Match[City | Venue], stop: int) -> Where | None:
    """The place that begins at a match: a venue and the city behind it, a city and the country behind it."""
    text = tokens.text
    where = Where(start=match.start, end=match.end, rule="held in prose")
    if isinstance(match.payload, Venue):
        where = replace(where, venue=text[match.start : match.end], venue_span=(match.start, match.end))
        after = re.compile(r"\s*(?:,|\(|in|at|à|en|de)?\s*").match(text, match.end, stop)
        next_place = after.end() if after else match.end
        cities: dict[int, Match[City]] = _by_start(tokens, "city")
        inside = next((cities[at] for at in range(match.start, match.end) if at in cities), None)
        named = cities.get(next_place) or inside
        if named is None:
            return _city_of_venue(tokenise(text[match.start : match.end]), where, match.start)
        city = named
    else:
        city = _by_start(tokens, "city")[match.start]
        venue = _venue_before(text, match.start)
        if venue is not None:
            where = replace(where, venue=text[slice(*venue)], venue_span=venue, start=venue[0])
    if city.payload.ambiguous and not _country_after(tokens, city.end):
        return None
    where = replace(
        where, city=text[city.start : city.end], city_span=(city.start, city.end), end=max(where.end, city.end)
    )
    country = _country_after(tokens, city.end)
    if country is not None:
        return replace(where, country=country.payload.code, country_span=(country.start, country.end), end=country.end)
    return _with_country_of_city(where, city.payload)


# "at the Cinéma Le Rialto in", "au Palais d'Egmont à", "at the Sheraton Grand Conakry,"
_VENUE_BEFORE = re.compile(
    r"(?:\bat|\bin|\bau|\bà|\ben)\s+(?:(?:the|la|le|el|los|las)\s+|l['’])?([A-ZÀ-Þ](?:[^.;:,\n]|,(?=\s+(?:Hall|Room|Salle|Sala)\b))"
    r"{2,70}?)(?:,|\s+(?:in|à|en|de|au))\s+$"
)


def _venue_before(text: str, place: int) -> tuple[int, int] | None:
    """The span of a venue that is named right before its city; it needs a venue's word or "at the"."""
    before = text[max(0, place - 100) : place]
    found = _VENUE_BEFORE.search(before)
    if found is None:
        return None
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", found[1])}
    at = re.match(r"(?:at|au)\s", found.group()) is not None
    if not (words & _words("venue") or (at and len(words) > 1)):
        return None
    offset = place - len(before)
    return offset + found.start(1), offset + found.end(1)


_TO_COUNTRY = re.compile(
    r"\s*[,،(]?\s*(?:(?:the\s+)?(?:capital(?:\s+city)?\s+of|capitale\s+(?:du|de\s+la|des|de|d['’])|capital\s+(?:de|del))\s*)?"
    r"(?:(?:au|en|aux|in|the|de|du|la|في)\s+)?",
    re.I,
)


def _country_after(tokens: Tokens, end: int) -> Match[CountryName] | None:
    """The country right behind a city: "Montevideo, Uruguay", "Dakar (Sénégal)", "La Somone, au Sénégal"."""
    gap = _TO_COUNTRY.match(tokens.text, end)
    reached = gap.end() if gap else end
    if "\n" in tokens.text[end:reached]:
        return None
    found: Match[CountryName] | None = _by_start(tokens, "country").get(reached)
    return found if found is not None and found.payload.code else None


def _by_start(tokens: Tokens, group: str) -> dict[int, Match[Any]]:
    """The matches of a group by where they begin, kept with the tokens."""
    key = f"{group} by start"
    known: dict[int, Match[Any]] | None = tokens.memo.get(key)
    if known is None:
        known = tokens.memo[key] = {match.start: match for match in lexicon.found(tokens, group)}
    return known


def country_beside(text: str | Tokens, city: str) -> tuple[str, int, int] | None:
    """The country that a text prints behind a city's name, with its span: "La Somone, au Sénégal" → ("SN", …).

    For cities that no vocabulary has.
    """
    tokens = tokenise(text) if isinstance(text, str) else text
    start = tokens.text.find(city)
    for _ in range(_MOST_HELD):
        if start < 0:
            break
        country = _country_after(tokens, start + len(city))
        if country is not None and country.payload.code:
            return country.payload.code, country.start, country.end
        start = tokens.text.find(city, start + len(city))
    return None
