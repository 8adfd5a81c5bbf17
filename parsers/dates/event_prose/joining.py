"""Dates that are one event's: those of its opening and its close, a day and the range around it, several in a row."""

from __future__ import annotations

import itertools
import re

from parsers.dates.event_candidates import EventDates
from parsers.dates.event_prose.day_mentions import days_between
from parsers.dates.event_prose.last_days import LONGEST
from parsers.dates.event_prose.reasons import JOINED, TOLD
from parsers.dates.event_prose.sentence import Sentence
from parsers.dates.event_prose.under_way import CLOSE_WITHIN
from parsers.dates.finding import DateMention
from parsers.words.word_lists import WordLists

_GAP = 90  # characters between two dates of one event
_LISTS = WordLists("event_dates")
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:[ -][A-ZÀ-Þ][\w’'-]*){0,3}"
_TO_NEXT_PLACE = re.compile(
    rf"[,;]?\s+{_LISTS.leading('next.and', 'next.then')}?{_LISTS.leading('next.at')}{_NAME}"
    rf",?\s+{_LISTS.leading('next.on')}?"
)
_TO_NEXT = re.compile(rf"\s*(?:[,;،]\s*)?(?:{_LISTS.any_of('next.and')}\s*)?{_LISTS.leading('next.on', 'next.the')}?")


def join_opening_and_close(found: list[EventDates]) -> None:
    """One event of the day that one sentence says it opened and of that on which another says it closed."""
    opened = next((one for one in found if one.opens and one.start and one.is_one_day), None)
    closed = next((one for one in found if one.closes and one.start and one.is_one_day), None)
    if opened is None or closed is None or opened is closed or opened.start is None or closed.start is None:
        return
    if 0 < days_between(opened.start, closed.start) <= LONGEST:
        _close(opened, closed)


def end_with_the_close(found: list[EventDates]) -> None:
    """ "They sat down on Monday … The course closed today": the day that a later sentence says the event closed on."""
    for number, closed in enumerate(found):
        if not (closed.closes and closed.takes_up and closed.start and closed.is_one_day):
            continue
        before = [
            one
            for one in found[:number]
            if one.start and one.is_one_day and 0 < days_between(one.start, closed.start) <= CLOSE_WITHIN
        ]
        begun = max(before, key=lambda one: one.weight, default=None)
        if begun is not None and begun.weight >= TOLD:
            _close(begun, closed)
            return


def _close(opened: EventDates, closed: EventDates) -> None:
    opened.end, opened.end_span = closed.start, closed.span
    opened.weight = max(opened.weight, closed.weight) + JOINED


def with_range(best: EventDates, weighed: list[EventDates]) -> EventDates:
    """One day of a sentence as the range around it there: "ended on 19 June a course held from 16 to 19 June"."""
    if best.start is None or not best.is_one_day:
        return best
    for other in weighed:
        if not (other.start and other.end and other.weight > 0) or other.start == other.end:
            continue
        if other.start <= best.start <= other.end and days_between(other.start, other.end) <= LONGEST:
            other.weight = max(best.weight, other.weight)
            return other
    return best


def run_on(sentence: Sentence, mentions: list[DateMention]) -> bool:
    """Whether a sentence's dates are those of one event's parts: a list of them, "and the second on", "from … to"."""
    return _enumerated(sentence, mentions) or _goes_on(sentence, mentions) or sentence.says("meeting_span")


def _enumerated(sentence: Sentence, mentions: list[DateMention]) -> bool:
    """Whether nothing but places stands between dates: "in Tamale (6-8 June) and Accra (20-22 June)"."""
    if all(mention.bracketed for mention in mentions):
        return True
    gaps = [sentence.page.quote(one.end, other.start) for one, other in itertools.pairwise(mentions)]
    return all(_TO_NEXT_PLACE.fullmatch(gap) or _TO_NEXT.fullmatch(gap) for gap in gaps)


def _goes_on(sentence: Sentence, mentions: list[DateMention]) -> bool:
    """Whether words lead from each date to that of a further meeting: "3 May and the second on 6 May"."""
    return all(
        sentence.cues.any_within("meeting_another", one.end, other.start) for one, other in itertools.pairwise(mentions)
    )


def stretch(best: EventDates, mentions: list[DateMention], sentence: Sentence) -> None:
    """Join the dates of one sentence that say from when to when: "opens on …, runs from … to … and …"."""
    first, end = mentions[0].start, mentions[0].end
    for mention in mentions[1:]:
        if mention.start - end > _GAP or sentence.cues.any_within("meeting_other", end, mention.start):
            return
        iso, _basis = sentence.resolve(mention)
        if not iso or best.start is None or min(iso) < best.start or days_between(best.start, max(iso)) > LONGEST:
            return
        best.end = max(best.end or best.start, *iso)
        end = mention.end
        best.span = (best.span[0], end)
        best.text = sentence.page.quote(first, end)
