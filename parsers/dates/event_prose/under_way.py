"""Events that a release tells of as under way or just over: "launched today", "at it since Monday and go home today",
"went home on Thursday at the end of a visit that had brought her on Monday".
"""

from __future__ import annotations

import itertools
import re

from parsers.dates.event_candidates import EventDates
from parsers.dates.event_prose.candidates import begins_a_length, candidate_of
from parsers.dates.event_prose.day_mentions import days_between, is_relative, told_by_weekdays
from parsers.dates.event_prose.headline_days import issues_statement
from parsers.dates.event_prose.last_days import UNTIL, ends_here
from parsers.dates.event_prose.reasons import REPORTED, SAID_OUTRIGHT
from parsers.dates.event_prose.sentence import Sentence
from parsers.dates.finding import DateMention
from parsers.dates.forms import STEPS
from parsers.words.small_words import leading
from parsers.words.word_lists import ARABIC_AND

CLOSE_WITHIN = 14  # days that an event lasts whose first day no word says to be the first
_WEEK = 7  # days that an event lasts at most whose days are two weekdays
_SINCE = 14  # characters before a day in which "since" stands
_HELD_BEFORE, _HELD_BEHIND = 90, 40  # characters beside "today" in which a verb of holding stands
_SPEAKING = 18  # characters before such a word in which a verb of saying makes it the day of a quotation
_HEAD = 60  # characters of a sentence in which the meeting stands that it begins with
_SET_OFF = re.compile(r"[^.;:]{0,30}[,،]\s")
_AND_NOW = re.compile(rf"\b(?:{leading('and', 'but')}|{ARABIC_AND})$")


def seen_from_publication(sentence: Sentence) -> EventDates | None:
    """ "launched today in Nairobi", counted from the date of publication."""
    held = sentence.says("meeting_held")
    if not (held or sentence.lead) or sentence.block.text == sentence.page.title:
        return None
    reported = None
    for mention in sentence.mentions:
        if mention.relative not in STEPS or mention.days:
            continue
        told = candidate_of(sentence, mention)
        if told is None:
            continue
        if begins_a_length(sentence, mention):
            told.end = None
        nowadays = (
            mention.relative == "today"
            and _AND_NOW.search(sentence.page.text, sentence.start, mention.start) is not None
        )
        first = mention.start if nowadays else max(sentence.start, mention.start - _HELD_BEFORE)
        deplored = sentence.governing("meeting_deplored", sentence.start, mention.start)
        outright = held and (sentence.names_a_meeting or not deplored)
        if outright and sentence.cues.any_within("meeting_held", first, mention.end + _HELD_BEHIND):
            told.weight = SAID_OUTRIGHT
            return told
        if sentence.lead and not nowadays and reported is None and _is_reported(sentence, mention):
            reported = told
            reported.weight = REPORTED
    return reported


def _is_reported(sentence: Sentence, mention: DateMention) -> bool:
    """Whether what a release's first paragraph tells of "yesterday" is its event: no quotation, nothing before, no
    appeal and nothing that was published.
    """
    first = sentence.block.start
    speaking = (max(first, mention.start - _SPEAKING), min(mention.end + _SPEAKING, sentence.block.end))
    before = (max(first, mention.start - UNTIL), mention.start)
    if sentence.governing("meeting_deplored", sentence.start, speaking[1]) or issues_statement(sentence):
        return False
    said = sentence.cues.any_overlap("say", *speaking) and not _is_at_a_meeting(sentence, mention)
    return not said and not sentence.governing("meeting_other", *before)


def _is_at_a_meeting(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a sentence begins with the meeting of the day: "At a pledging conference in Rome today, States said"."""
    if not _SET_OFF.match(sentence.page.text, mention.end):
        return False
    first = (sentence.words_start, min(sentence.words_start + _HEAD, mention.start))
    return sentence.is_meeting(*first) and not sentence.cues.any_overlap("say", *first)


def running(sentence: Sentence, usable: list[DateMention]) -> EventDates | None:
    """An event under way: "opened today and runs until Friday", "at it since Monday and go home tomorrow"."""
    if is_relative(sentence.text):
        told = seen_from_publication(sentence)
        if told is not None and (ends_here(told, sentence) or _began_earlier(told, usable, sentence)):
            return told
    told = _closed(sentence, usable) or _under_way(sentence, usable)
    if told is not None or not sentence.page_tells_of_meeting:
        return told
    return _since_and_until(sentence, usable)


def _since_and_until(sentence: Sentence, usable: list[DateMention]) -> EventDates | None:
    """Two weekdays, the first behind "since": "at it since Monday and go home on Friday"."""
    for one, other in itertools.pairwise(usable):
        if not _is_since(sentence, one) or not (_is_weekday(one) and _is_weekday(other)):
            continue
        (begun, _), (ended, _) = sentence.resolve(one), sentence.resolve(other)
        told = candidate_of(sentence, one)
        if told is not None and ended and 0 < days_between(begun[0], ended[0]) <= _WEEK:
            told.end, told.end_span = ended[0], (other.start, other.end)
            told.weight = SAID_OUTRIGHT
            return told
    return None


def _closed(sentence: Sentence, usable: list[DateMention]) -> EventDates | None:
    """An event of several days whose close a weekday tells: "went home on Thursday at the end of a visit"."""
    for mention in filter(_is_weekday, usable):
        closed = candidate_of(sentence, mention)
        if closed is not None and _began_earlier(closed, usable, sentence):
            closed.weight = SAID_OUTRIGHT
            return closed
    return None


def _began_earlier(closed: EventDates, usable: list[DateMention], sentence: Sentence) -> bool:
    """Whether an event that closed had been held since an earlier day: "ended yesterday, having sat since Monday",
    "flew home on Thursday at the end of a visit that had brought her on Monday".
    """
    for mention in usable if closed.closes else ():
        iso, _basis = sentence.resolve(mention)
        between = (closed.span[1], mention.start)
        since = _is_since(sentence, mention) or (
            sentence.cues.any_within("meeting_at_close", *between) and sentence.cues.any_within("meeting_had", *between)
        )
        if since and iso and closed.start and 0 < days_between(iso[0], closed.start) <= CLOSE_WITHIN:
            closed.end, closed.end_span = closed.start, closed.span
            closed.start, closed.span = iso[0], (mention.start, mention.end)
            closed.text = sentence.page.quote(*closed.span)
            return True
    return False


def began_before(told: EventDates, sentence: Sentence) -> bool:
    """Whether a later sentence says that the event had begun on an earlier day, which is set then: "got their papers
    on Thursday. The course had begun on Tuesday".
    """
    if not sentence.takes_up or told.start is None:
        return False
    for mention in (*sentence.days, *told_by_weekdays(sentence, told.start)):
        before = (sentence.start, mention.start)
        iso, _basis = sentence.resolve(mention)
        had_begun = all(sentence.cues.any_within(group, *before) for group in ("meeting_had", "meeting_ongoing"))
        if had_begun and iso and 0 < days_between(iso[0], told.start) <= CLOSE_WITHIN:
            told.end, told.end_span = told.start, told.span
            told.start, told.span = iso[0], (mention.start, mention.end)
            told.text = sentence.page.quote(*told.span)
            return True
    return False


def _under_way(sentence: Sentence, usable: list[DateMention]) -> EventDates | None:
    """What goes on from a day of the week until another day: "Since Monday, … They will be done by Saturday"."""
    for mention in filter(_is_weekday, usable if sentence.lead else ()):
        told = candidate_of(sentence, mention)
        if told is None:
            continue
        told.weight = SAID_OUTRIGHT
        since = _is_since(sentence, mention)
        before = (max(sentence.block.start, mention.start - UNTIL), mention.start)
        if (since or not sentence.cues.any_overlap("meeting_other", *before)) and ends_here(told, sentence):
            return told
        if since and any(ends_here(told, later) for later in sentence.following()):
            return told
    return None


def _is_since(sentence: Sentence, mention: DateMention) -> bool:
    return sentence.cues.any_within("meeting_since", max(sentence.start, mention.start - _SINCE), mention.start)


def _is_weekday(mention: DateMention) -> bool:
    return mention.rule == "weekday" and not mention.is_range
