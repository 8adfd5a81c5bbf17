"""The days that a sentence tells: printed ones, and those counted from the day of publication, "on Monday", "today"."""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import replace

from parsers.dates.event_prose.sentence import Sentence
from parsers.dates.finding import DateMention
from parsers.dates.forms import STEPS, PartialDate
from parsers.dates.weekdays import counts_from_here, joins
from parsers.page import Page
from parsers.words.patterns import alternatives
from parsers.words.vocabulary import LANGUAGES, load


def days_told(sentence: Sentence) -> list[DateMention]:
    """The days of a sentence in order, those told by weekdays too, with "yesterday" and the like beside them."""
    mentions = sentence.days
    told: list[DateMention] = []
    if sentence.is_release and sentence.years.published is not None:
        told = told_by_weekdays(sentence, sentence.years.published)
    in_words = [mention for mention in mentions if mention.start >= sentence.words_start]
    if (told and not in_words) or (sentence.headline and in_words and _all_before(sentence, in_words)):
        told = _run_together([*told, *told_by_words(sentence)], sentence.page)
    elif not in_words:
        told = [mention for mention in _run_together(told_by_words(sentence), sentence.page) if mention.is_range]
    return sorted([*mentions, *told], key=lambda mention: mention.start) if told else mentions


def told_by_weekdays(sentence: Sentence, seen_from: str, *, ahead: bool = False) -> list[DateMention]:
    """The days told by weekdays that lie in none of the printed ones, counted from an ISO day."""
    if not counts_from_here(sentence.text):
        return []
    told = sentence.counted(seen_from, ahead=ahead)
    hinted = (one for one in sentence.mentions if one.published_hint or one.stamp_hint)
    printed = [*sentence.days, *hinted]
    return [one for one in told if all(one.end <= other.start or other.end <= one.start for other in printed)]


def told_by_words(sentence: Sentence) -> list[DateMention]:
    """ "Tomorrow", "ce soir" as the days that they are, on a release whose day of publication is known."""
    published = sentence.years.published
    if not sentence.is_release or published is None or not is_relative(sentence.text):
        return []
    return [_seen_from(published, one) for one in sentence.mentions if one.relative in STEPS and not one.days]


def counts_back(text: str) -> bool:
    """Whether a day that is counted from the day of writing may stand in the text."""
    return is_relative(text) or counts_from_here(text)


def is_relative(text: str) -> bool:
    """Whether the text counts from the day of writing by a word: "yesterday", "hoy"."""
    lowered = text.lower().replace("’", "'")  # the pattern is ten times as dear
    words = _relative_words()
    return any(word in lowered for word in words) and _relative_pattern().search(lowered) is not None


@functools.cache
def _relative_words() -> tuple[str, ...]:
    tables = [load("calendar")[code]["relative"] for code in LANGUAGES]
    return tuple({word.lower().replace("’", "'") for table in tables for step in STEPS for word in table[step]})


@functools.cache
def _relative_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?(?:{alternatives(_relative_words())})(?!\w)")


def day_after(iso: str, step: int) -> str:
    """The ISO day that lies so many days behind another."""
    return (datetime.date.fromisoformat(iso) + datetime.timedelta(days=step)).isoformat()


def days_between(first: str, last: str) -> int:
    """How many days one ISO day lies behind another."""
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def _all_before(sentence: Sentence, mentions: list[DateMention]) -> bool:
    """Whether all days lie before that of publication: what "today" is beside them is no day to come."""
    days = [sentence.resolve(mention)[0] for mention in mentions]
    return all(iso and iso[-1] < (sentence.years.published or "") for iso in days)


def _run_together(told: list[DateMention], page: Page) -> list[DateMention]:
    """The days told by words, two with "to" between them as one range: "de mardi à hier", "from Monday until today"."""
    joined: list[DateMention] = []
    for mention in sorted(told, key=lambda mention: mention.start):
        last = joined[-1] if joined else None
        follows = last is not None and mention.relative and len(last.days) == 1
        if last is not None and follows and joins(page.quote(last.end, mention.start)):
            joined[-1] = replace(last, end=mention.end, days=_in_order(last.days[0], mention.days[0]), is_range=True)
        else:
            joined.append(mention)
    return joined


def _in_order(first: PartialDate, last: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Two days of a range; a weekday that was taken for one to come lies in the week before: "from Monday to today"."""
    start, end = first.iso() or "", last.iso() or ""
    if start > end:
        day = datetime.date.fromisoformat(start) - datetime.timedelta(days=7)
        first = PartialDate(day.year, day.month, day.day)
    return first, last


def _seen_from(published: str, mention: DateMention) -> DateMention:
    """ "Yesterday" as the day that it is."""
    day = datetime.date.fromisoformat(day_after(published, STEPS[mention.relative or ""]))
    return replace(mention, days=(PartialDate(day.year, day.month, day.day),), rule="weekday")
