"""Where sentences say that a page's event is: those with its date first, then those that introduce it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.dates.finding import find_dates
from parsers.dates.forms import STEPS
from parsers.page import Page
from parsers.places.buildings import building_in, hall_before, venue_before
from parsers.places.countries import country_of
from parsers.places.event_days import EventDays
from parsers.places.event_halls import at_venue
from parsers.places.forms import Where, are_other_cities, is_surely_city
from parsers.places.held_at import find_held_at, in_arabic, sentence_around
from parsers.places.words import location_words, says
from parsers.prose.cues import cues
from parsers.words import lexicon
from parsers.words.lexicon import City
from parsers.words.patterns import alternatives
from parsers.words.phrases import Match, Tokens, fold
from parsers.words.sentences import sentences
from parsers.words.small_words import leading
from parsers.words.vocabulary import load

Span = tuple[int, int]

_TOP = 1500  # characters of a page in which a sentence tells of its own event
_OPENING = 700  # characters of a page in which a building and its town are the event's
_FIRST = 8  # blocks of an introduction
_LEAD = 60  # characters of a release's paragraph
_PARAGRAPH = 40  # characters of a block that is more than a line
_POST = 60  # characters before a school that somebody belongs to
_CLAUSE = re.compile(r"[;؛]")


def held_in_sentences(page: Page, tokens: Tokens, date: Span, days: EventDays | None, release: bool) -> Where | None:
    """Where a sentence says that the meeting is held: one with the event's date, else one that tells of it.

    ``date`` is the span of the date's words, ``days`` are the days that they stand for, which other sentences repeat.
    """
    found = [one for one in find_held_at(tokens) if not one.other]
    chosen: list[Where] = []
    nearby: list[Where] = []
    for one in found:
        start, end = _clause(tokens.text, one.sentence, one.where.start)
        told = _told_in_clause(tokens.text, (start, end), one.where.start, days)
        if told is False or (_is_elsewhere(tokens.text[start:end]) and not start <= date[0] < end):
            continue
        if (told and one.sentence[0] < _TOP) or (date != (0, 0) and one.sentence[0] <= date[0] < one.sentence[1]):
            chosen.append(one.where)
        elif one.sentence[0] < _TOP and (
            release
            or cues(tokens).any_within("meeting_self", start, end)
            or (one.where.venue is not None and _repeats(tokens.text, date, one.sentence))
            or (one.where.venue is not None and one.where.city is not None and one.sentence[0] < _OPENING)
        ):
            nearby.append(one.where)
        elif told is None and one.where.venue is not None:
            nearby += [one.where] if _is_of_all(tokens.text[slice(*one.sentence)]) else []
    if not any(one.venue for one in (*chosen, *nearby)) and date != (0, 0):
        for sentence in (sentence_around(tokens.text, date[0]), *_with_days(page, days)):
            beside = building_in(tokens, *sentence)
            if beside is not None:
                (chosen if release and not chosen else nearby).append(beside)
                break
    if not (chosen or nearby):
        return None
    best, *rest = chosen or nearby
    others = [*rest, *(one for one in nearby if one is not best)]
    if best.city is None:
        towns = rest if release else others  # a release's town is that of its dateline
        town = next((one for one in towns if one.city is not None and best.country in (one.country, None)), None)
        best = best if town is None else at_venue(town, town if town.venue is not None else best)
    if best.venue is None:
        venue = next(
            (one for one in others if one.venue is not None and not are_other_cities(best.city, one.city)), None
        )
        best = best if venue is None else at_venue(best, venue)
    return best


def _is_of_all(sentence: str) -> bool:
    """Whether a sentence, wherever it stands, begins with all that the event has: "All screenings take place at"."""
    return fold(sentence.strip()[:_OF_ALL]).startswith(_all_of_it())


_OF_ALL = 50  # characters of such a sentence


@functools.cache
def _all_of_it() -> tuple[str, ...]:
    return tuple(f"{fold(word)} " for word in load("location")["all_of_it"])


def _is_elsewhere(sentence: str) -> bool:
    """Whether a sentence has words of another meeting's time, outside of what somebody is quoted with."""
    return says("elsewhere", sentence) and says("elsewhere", _QUOTED.sub(" ", sentence))


_QUOTED = re.compile(r"[“«][^”»]*[”»]|\"[^\"]*\"")


def town_of_day(page: Page, tokens: Tokens, date: Span, days: EventDays | None) -> Where | None:
    """The town in which the first paragraph of a release says that something was done on the event's day: "tied up in
    Benghazi early this morning". Behind "from" and "to" stand other towns; the one
    that people left counts where none else is named.
    """
    lead = next((block for block in page.blocks if len(block.text) > _LEAD and block.text != page.title), None)
    if lead is None:
        return None
    if days is None:
        return _town_beside_day(tokens, (lead.start, lead.end))
    for start, end in sentences(lead.text):
        sentence = lead.start + start, lead.start + end
        here = sentence[0] <= date[0] < sentence[1] and date != (0, 0)
        if not (here or days.told_in(lead.text[start:end])):
            continue
        left: Match[City] | None = None
        for city in lexicon.found(tokens, "city"):
            if not (sentence[0] <= city.start < sentence[1] and is_surely_city(city, tokens.text)):
                continue
            left = left or (city if _leaving().search(tokens.text, sentence[0], city.start) else None)
            if _IN_TOWN.search(tokens.text, sentence[0], city.start) and not cues(tokens).any_within(
                "post", max(sentence[0], city.start - _POST), city.start
            ):
                return _city_with_country(tokens, city, _place_end(tokens.text, city.end, sentence[1]))
        if left is not None:
            return _city_with_country(tokens, left, _place_end(tokens.text, left.end, sentence[1]))
    return None


def departure(tokens: Tokens, date: Span) -> Where | None:
    """The town that a travelling event sets out from, in the sentence of its date: "la caravane partira de Cotonou"."""
    if date == (0, 0):
        return None
    start, end = sentence_around(tokens.text, date[0])
    found = cues(tokens)
    for city in lexicon.found(tokens, "city"):
        if not (start <= city.start < end) or city.start - date[1] > _FROM_DAY:
            continue
        left = _leaving().search(tokens.text, start, city.start)
        if left is None or not is_surely_city(city, tokens.text):
            continue
        if any(found.any_within(group, start, left.end()) for group in ("kind_event", "kind_public", "meeting_self")):
            return _city_with_country(tokens, city, _place_end(tokens.text, city.end, end))
    return None


_FROM_DAY = 60  # characters from an event's day to the town that it sets out from


def _town_beside_day(tokens: Tokens, lead: Span) -> Where | None:
    """The town behind "today in", or before "today", in a release's first paragraph."""
    text = tokens.text
    spoken = [mention for mention in find_dates(text[slice(*lead)]) if mention.relative in STEPS]
    for city in lexicon.found(tokens, "city") if spoken else ():
        before = _IN_TOWN.search(text, lead[0], city.start) if lead[0] <= city.start < lead[1] else None
        if before is None or not is_surely_city(city, text):
            continue
        end = _place_end(text, city.end, lead[1])
        for mention in spoken:
            first, last = lead[0] + mention.start, lead[0] + mention.end
            if (last <= before.start() and not text[last : before.start()].strip()) or (
                end <= first and not text[end:first].strip(" ,")
            ):
                return _city_with_country(tokens, city, end)
    return None


def town_in_title(page: Page, tokens: Tokens) -> Where | None:
    """The town in which an event's title says that it is: "Forum on Ferries in Lisbon", "Taller regional, Quito"."""
    block = next((block for block in page.blocks[:_FIRST] if block.text == page.title), None)
    if block is None:
        return None
    found = [
        city
        for city in lexicon.found(tokens, "city")
        if block.start <= city.start < block.end
        and _IN_TITLE.search(tokens.text, block.start, city.start)
        and is_surely_city(city, tokens.text)
        and not city.payload.state
    ]
    if len(found) != 1:
        return None
    end = _place_end(tokens.text, found[0].end, block.end)
    return replace(_city_with_country(tokens, found[0], end), rule="title")


@functools.cache
def _leaving() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(load('location')['leaving'])})\s+$")


_IN_TOWN = re.compile(rf"(?:(?<!\w){leading('in_town')}|(?<=\s)ب)$")
_IN_TITLE = re.compile(rf"(?:(?<!\w){leading('in_town')}|(?<=\s)ب|[,،–—-]\s+)$")


def _with_days(page: Page, days: EventDays | None) -> Iterator[Span]:
    """The sentences of the first paragraphs that repeat the event's days."""
    for block in page.blocks[:_FIRST] if days is not None else ():
        if len(block.text) < _PARAGRAPH or block.text == page.title:
            continue
        for start, end in sentences(block.text):
            if days is not None and days.told_in(block.text[start:end]):
                yield block.start + start, block.start + end


_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _repeats(text: str, date: Span, sentence: Span) -> bool:
    """Whether a sentence has the event's day, and a year: the date stands in a field or an agenda too."""
    stated, repeated = (set(_NUMBER.findall(text, *span)) for span in (date, sentence))
    return bool(stated) and stated <= repeated and any(_YEAR.fullmatch(number) for number in repeated)


def _told_in_clause(text: str, clause: Span, place: int, days: EventDays | None) -> bool | None:
    """Whether a clause names the event's days, or other ones that no side clause sets apart from the place: "in
    Colombo, seven years after the first, which met in Madrid in March 2010".
    """
    if days is None:
        return None
    told = days.told_in(text[slice(*clause)])
    return days.told_in(text[slice(*_clause(text, clause, place, _side_clause()))]) if told is False else told


@functools.cache
def _side_clause() -> re.Pattern[str]:
    return re.compile(rf"[,،]\s+(?=(?:\w+\s+){{0,2}}(?:{alternatives(load('location')['side_clause'])})(?!\w))")


def _clause(text: str, sentence: Span, place: int, borders: re.Pattern[str] = _CLAUSE) -> Span:
    """The part of a sentence between semicolons, or other ``borders``, in which a place stands."""
    start, end = sentence
    for border in borders.finditer(text, *sentence):
        if border.end() <= place:
            start = border.end()
        else:
            end = border.start()
            break
    return start, end


def introduced(page: Page, tokens: Tokens, skip: set[int], days: EventDays | None) -> Where | None:
    """The town that the introduction names beside a word of meeting, a hall or the event's days: "la OIM organiza o
    acompaña en Dubái", "la salle de fêtes du Chant d'Oiseau, à Cotonou".
    """
    found = cues(tokens)
    first = [
        block
        for index, block in enumerate(page.blocks[:_FIRST])
        if index not in skip and len(block.text) > _PARAGRAPH and block.text != page.title
    ]
    for block in first[:4]:
        spans = [(block.start + start, block.start + end) for start, end in sentences(block.text)]
        for city in lexicon.found(tokens, "city"):
            if not block.start <= city.start < block.end:
                continue
            sentence = next(span for span in spans if city.start < span[1])
            start, end = _clause(tokens.text, sentence, city.start)
            meeting = found.any_within("meeting_held", start, end) or found.any_within("kind_event", start, end)
            before = tokens.text[max(0, city.start - 8) : city.start].split()
            hall = hall_before(tokens.text, city.start)
            venue = venue_before(tokens.text, city.start) or hall
            told = _told_in_clause(tokens.text, (start, end), city.start, days)
            within = (
                venue is not None or (before and fold(before[-1]) in location_words("in")) or in_arabic(tokens, city)
            )
            end_of_place = _place_end(tokens.text, city.end, end)
            if not is_surely_city(city, tokens.text) and end_of_place == city.end:
                continue
            post_before = venue[0] if venue is not None else city.start
            if found.any_within("post", max(start, post_before - 40), city.start):
                continue  # "Consul General of Djibouti in Geneva"
            if not (meeting or hall or told) or not within or _clock().search(tokens.text, start, city.start):
                continue
            if told is False or (not told and says("elsewhere", tokens.text[start:end])):
                continue
            where = _city_with_country(tokens, city, end_of_place)
            return where if venue is None else replace(where, venue=tokens.text[slice(*venue)], venue_span=venue)
    return None


@functools.cache
def _clock() -> re.Pattern[str]:
    """Hours in brackets before a town, which are its own and not the event's: "(16:00 – 17:30 en Madrid)"."""
    return re.compile(
        rf"\([^()]*\d(?:[:.h]\d\d)?(?:\s*[ap]\.?m\.?)?\s+(?:{alternatives(load('location')['in'])})\s+$", re.IGNORECASE
    )


def _city_with_country(tokens: Tokens, city: Match[City], end: int) -> Where:
    """A town and the country that is printed behind it up to ``end``, else the one that it is known to be in."""
    where = Where(
        city=tokens.text[city.start : city.end],
        city_span=(city.start, city.end),
        start=city.start,
        end=end,
        rule="introduction",
    )
    code = country_of(tokens.text[city.end : end].strip(" ,،()")) if end > city.end else None
    if code is not None:
        return replace(where, country=code, country_span=(city.end, end))
    countries = city.payload.countries
    if len(countries) != 1:
        return where
    return replace(where, country=countries[0], country_span=where.city_span, country_basis="country of the city")


_COUNTRY_BEHIND = re.compile(r"[,،]?\s*\(?[^\W\d_][^.,،;()]{2,40}\)?")


def _place_end(text: str, end: int, stop: int) -> int:
    """Behind the country that follows a town's name; behind the town where none does."""
    behind = _COUNTRY_BEHIND.match(text, end, stop)
    if behind is not None and country_of(behind.group().strip(" ,،()")) is not None:
        return behind.end()
    return end
