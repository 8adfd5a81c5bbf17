"""The last day of an event that an earlier sentence or the same one tells of: "It runs until 2 December"."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.dates.deadlines import is_of_call
from parsers.dates.event_candidates import EventDates
from parsers.dates.event_prose.day_mentions import day_after, days_between, told_by_weekdays, told_by_words
from parsers.dates.event_prose.sentence import Sentence
from parsers.dates.finding import DateMention

LONGEST = 62  # days between the first and the last day of one event
UNTIL = 60  # characters before the last day in which words say that it is the last


def ends_later(told: EventDates, sentences: Iterable[Sentence]) -> None:
    """Give an event that an earlier paragraph told of its last day: "The course ends on Thursday"."""
    if told.is_one_day:
        any(sentence.takes_up and ends_here(told, sentence) for sentence in sentences)


def ends_here(told: EventDates, sentence: Sentence) -> bool:
    """Whether the sentence gives the last day of an event, which is set then: "It runs until 2 December"."""
    if told.start is None:
        return False
    behind = max(sentence.start, told.span[1])
    weekdays = told_by_weekdays(sentence, told.start, ahead=True)
    for mention in (*sentence.days, *weekdays, *told_by_words(sentence)):
        near = max(behind, mention.start - UNTIL)
        if mention.start < told.span[1] or not sentence.cues.any_within("meeting_until", near, mention.start):
            continue
        if not is_of_call(sentence.page.quote(behind, mention.start)):
            iso = _behind(mention, told.start) or sentence.resolve(mention)[0]
            if iso and iso[-1] > told.start and days_between(told.start, iso[-1]) <= LONGEST:
                told.end, told.end_span = iso[-1], (mention.start, mention.end)
                return True
    return _ends_next_day(told, sentence)


def _ends_next_day(told: EventDates, sentence: Sentence) -> bool:
    """Whether a sentence ends the event on the day behind its first one: "and closes the next day"."""
    behind = max(sentence.start, told.span[1])
    for match in sentence.cues.within("meeting_next_day", behind, sentence.end):
        near = (max(behind, match.start - UNTIL), match.start)
        closes = any(sentence.cues.any_within(group, *near) for group in ("meeting_until", "meeting_closed"))
        if closes and told.start is not None:
            told.end, told.end_span = day_after(told.start, 1), (match.start, match.end)
            return True
    return False


def _behind(mention: DateMention, start: str) -> list[str]:
    """The last day of a mention without a year as the first such day behind an ISO day: "the fair runs until 4 May"."""
    last = mention.days[-1]
    year = int(start[:4])
    days = [day.isoformat() for day in (last.in_year(year), last.in_year(year + 1)) if day is not None]
    return [day for day in days if last.year is None and day > start][:1]
