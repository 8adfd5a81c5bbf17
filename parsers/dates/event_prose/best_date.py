"""The date of a sentence that is most likely the event's."""

from __future__ import annotations

import re
from functools import cache

from parsers.dates.event_candidates import EventDates
from parsers.dates.event_prose.candidates import candidate_of, is_first_only, opens_a_house
from parsers.dates.event_prose.day_mentions import days_told, is_relative
from parsers.dates.event_prose.joining import join_opening_and_close, run_on, stretch, with_range
from parsers.dates.event_prose.reasons import (
    LEAST,
    OF_ANOTHER,
    SAID_OUTRIGHT,
    DateInSentence,
    is_long_before,
    reasons,
    weight_of,
)
from parsers.dates.event_prose.sentence import Sentence
from parsers.dates.event_prose.under_way import running, seen_from_publication
from parsers.dates.finding import DateMention
from parsers.dates.forms import STEPS
from parsers.dates.words import alternation, leading, month_names
from parsers.words.vocabulary import LANGUAGES, load
from parsers.words.word_lists import WordLists

_MOST = 20  # dates of one sentence that are weighed
_LISTS = WordLists("event_dates")
_BESIDE = 3  # characters between two mentions of one day


def best_date(sentence: Sentence) -> EventDates | None:
    """The heaviest of a sentence's dates, with those joined to it that are the same event's."""
    mentions = days_told(sentence)
    usable = [mention for mention in mentions if mention.start >= sentence.words_start][:_MOST]
    if sentence.is_release:
        if not usable:
            return _of_dateline(sentence, mentions) or seen_from_publication(sentence)
        told = running(sentence, usable)
        if told is not None:
            return told
    candidates = _weighed(sentence, usable)
    weighed = [candidate for candidate in candidates if candidate is not None]
    if not weighed:
        return None
    join_opening_and_close(weighed)
    best = with_range(max(weighed, key=lambda candidate: candidate.weight), weighed)
    if len(usable) > 1 and best is candidates[0] and run_on(sentence, usable):
        stretch(best, usable, sentence)
    if sentence.is_release and best.weight < LEAST:
        return seen_from_publication(sentence) or best
    return best


def _of_dateline(sentence: Sentence, mentions: list[DateMention]) -> EventDates | None:
    """The dateline's day, where the event begins on it: "Rabat, 8 July – … on the day on which the Forum convenes"."""
    if not mentions or not sentence.says("meeting_ongoing") or is_relative(sentence.text) or _without_a_day(sentence):
        return None
    told = candidate_of(sentence, mentions[0])
    if told is not None:
        told.weight = SAID_OUTRIGHT
        if told.start == told.end and not opens_a_house(sentence):
            told.end = None
    return told


def _without_a_day(sentence: Sentence) -> bool:
    """Whether a sentence tells a time that is no day: "last week, IOM opened", "earlier this month", "in May"."""
    if any(mention.relative and mention.relative not in STEPS for mention in sentence.mentions):
        return True
    return _no_day().search(sentence.page.text, sentence.words_start, sentence.end) is not None


@cache
def _no_day() -> re.Pattern[str]:
    tables = [load("calendar")[code]["weekday"] for code in LANGUAGES]
    spans = alternation(
        word for table in tables for key in ("month", "last_month", "next_month") for word in table[key]
    )
    month = rf"{leading('in', 'in_month')}(?:{alternation(month_names())})"
    return re.compile(rf"(?<!\w)(?:{spans}|{_LISTS.any_of('prose.undated')}|{month})(?!\w)", re.IGNORECASE)


def _weighed(sentence: Sentence, mentions: list[DateMention]) -> list[EventDates | None]:
    """The dates as candidates with their weights; None for those whose year cannot be told."""
    candidates = []
    since = behind = sentence.start
    number = 0  # of the days before that may be the event's: not "the agreement of 3 May 2019"
    for mention in mentions:
        if mention.start - behind > _BESIDE:  # else the same day told twice: "last Thursday (9 February)"
            since = behind
        candidate = candidate_of(sentence, mention)
        candidates.append(candidate)
        if candidate is not None:
            found = list(reasons(DateInSentence(sentence, mention, candidate, number, since, behind)))
            candidate.weight = weight_of(found)
            candidate.of_another = not OF_ANOTHER.isdisjoint(found)
            if candidate.start == candidate.end and is_first_only(sentence, mention):
                candidate.end = None
        behind = mention.end
        number += not (sentence.is_release and candidate is not None and is_long_before(sentence, candidate))
    return candidates
