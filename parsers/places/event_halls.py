"""The house of an event that its sentences name apart from where they say that it is held."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.dates.finding import find_dates
from parsers.page import Page
from parsers.places.buildings import building_at, building_in, hall_before, is_building, is_hall
from parsers.places.event_days import EventDays
from parsers.places.forms import Where, with_whole_name
from parsers.places.held_at import sentence_around
from parsers.places.houses import named_houses
from parsers.places.words import says
from parsers.prose.cues import cues
from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import Tokens
from parsers.words.sentences import sentences
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

Span = tuple[int, int]

_TOP = 1500  # characters of a page in which a sentence tells of its own event
_FIRST = 8  # blocks of an introduction
_LEAD, _LEADS = 60, 3  # characters of a release's paragraph; how many of them tell of its event
_POST = 60  # characters before a school that somebody belongs to


def at_venue(where: Where, building: Where) -> Where:
    """A place with the venue of another."""
    return replace(where, venue=building.venue, venue_span=building.venue_span)


def hall_in_lead(page: Page, tokens: Tokens, date: Span, days: EventDays | None) -> Where | None:
    """The house, square or the like in which the first paragraphs of a release say that people were: its event's.

    A hall or hotel counts in any sentence, a school or another house that is a body too only beside the event's day.
    Where the event's day is not known, any day in the sentence or the one before stands for it, and the
    sentence must tell of a meeting, or of what is done at one.
    """
    found: Where | None = None
    paragraphs = [block for block in page.blocks if len(block.text) > _LEAD and block.text != page.title][:_LEADS]
    for block in paragraphs:
        before = 0
        for start, end in sentences(block.text):
            sentence = block.start + start, block.start + end
            here = date != (0, 0) and sentence[0] <= date[0] < sentence[1]
            told = here or _told(block.text[start if days is not None else before : end], days)
            before = start
            if told is False or (not told and (days is None or says("elsewhere", block.text[start:end]))):
                continue
            if days is None and not _tells_of_meeting(tokens, sentence):
                continue
            where = _house_in(tokens, sentence, told=bool(told))
            if where is not None and told:
                return where
            found = found or where
    return found


def hall_of_all(page: Page, tokens: Tokens, days: EventDays | None) -> Where | None:
    """The house in which a sentence of the first paragraphs says that all of an event's people or parts were:
    "Delegates met in the Hotel Azur", "Les travaux se sont déroulés au Palais Azur"; or that had it: "The Hotel Azur
    was the venue of the talks".
    """
    held = lexicon.found(tokens, "held")
    for block in page.blocks[:_FIRST]:
        if len(block.text) < _LEAD or block.text == page.title:
            continue
        for start, end in sentences(block.text):
            text, sentence = block.text[start:end], (block.start + start, block.start + end)
            if (days is not None and days.told_in(text) is False) or says("elsewhere", text):
                continue
            of_all = _begins_with_all().match(text)
            if of_all is None:
                hosts = (
                    house for house in named_houses(tokens.text, *sentence) if house.start - sentence[0] <= _ARTICLE
                )
                host = None if _DIGIT.search(text) else next(hosts, None)
                if host is not None and not host.learned:
                    return building_at(tokens, (host.start, host.end))
                continue
            begun = sentence[0] + of_all.end()
            if not any(cue.payload and sentence[0] <= cue.start <= begun + _VERB and begun <= cue.end for cue in held):
                continue
            house = _house_in(tokens, sentence, told=False)
            if house is not None:
                return house
    return None


_ARTICLE = 5  # characters before a house's name that begins its sentence
_VERB = 25  # characters from who they are to the verb that says that they met: "were all warmly welcomed"
_DIGIT = re.compile(r"\d")


@functools.cache
def _begins_with_all() -> re.Pattern[str]:
    whole = alternatives(load("location")["all_of_it"], r"\s+")
    return re.compile(rf"\s*(?:{WordLists('venue_lines').any_of('held.who_meet')}|{whole})(?!\w)", re.IGNORECASE)


def _tells_of_meeting(tokens: Tokens, sentence: Span) -> bool:
    return any(cues(tokens).any_overlap(group, *sentence) for group in ("meeting_held", "meeting_self", "kind_event"))


def _told(sentence: str, days: EventDays | None) -> bool | None:
    if days is not None:
        return days.told_in(sentence)
    return any(mention.names_days for mention in find_dates(sentence)) or None


def _house_in(tokens: Tokens, sentence: Span, *, told: bool) -> Where | None:
    found = building_in(tokens, *sentence, is_hall)
    if found is not None:
        return found
    for house in named_houses(tokens.text, *sentence):
        post = house.learned and cues(tokens).any_within("post", max(sentence[0], house.start - _POST), house.start)
        if not post and (told or not house.learned):
            return building_at(tokens, (house.start, house.end))
    return None


def hall_in_town(page: Page, tokens: Tokens, where: Where, days: EventDays | None) -> Where:
    """An event's town with the house right before its name in an early sentence that tells of the meeting: "hosts this
    dialogue at the Hotel Azur in Nairobi"; with a house in brackets right behind it: "in Dakar (Hôtel Azur)".
    """
    text = tokens.text
    towns = [
        (city.start, city.end)
        for city in lexicon.found(tokens, "city")
        if city.start < _TOP and text[city.start : city.end] == where.city
    ]
    for start, end in towns:
        sentence = sentence_around(text, start)
        if not _tells_of_meeting(tokens, sentence) or says("elsewhere", text[slice(*sentence)]):
            continue
        if days is not None and days.told_in(text[slice(*sentence)]) is False:
            continue
        hall = hall_before(text, start, of_another=False) or _in_brackets(text, end)
        if hall is not None and not cues(tokens).any_within("post", max(sentence[0], hall[0] - _POST), hall[0]):
            named = with_whole_name(Where(text[slice(*hall)], where.city, venue_span=hall, city_span=(start, end)))
            return at_venue(where, named)
    return where


_BRACKETS = re.compile(r"\s*\(([^()\n]{5,80})\)")


def _in_brackets(text: str, end: int) -> Span | None:
    """The house in brackets behind a town: "(Hôtel Azur, Corniche Ouest)"; None where something else stands there."""
    match = _BRACKETS.match(text, end)
    if match is None:
        return None
    name = re.split(r"[,،;]", match[1])[0].rstrip()
    return (match.start(1), match.start(1) + len(name)) if is_hall(name) or is_building(name) else None
