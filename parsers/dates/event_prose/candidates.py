"""A date of a sentence as a candidate: its days, whether the words say that the event opened or closed on it, and
whether it is only the first of the event's days.
"""

from __future__ import annotations

import re

from parsers.dates.event_candidates import EventDates
from parsers.dates.event_prose.sentence import Sentence
from parsers.dates.finding import DateMention
from parsers.words.word_lists import WordLists

_VERB_BEFORE = 90  # characters before a day in which a verb says that the event opened or closed on it
_VERB_BEHIND = 25  # characters from "today" on in which that verb may stand behind an adverb: "today ended a visit"
_CLOSE_OF = 80  # characters behind a day in which "at the end of a course" stands
_OWN_DAY = 6  # characters between a word and its own day: "begun on 1 March"
_LENGTH = 80  # characters beside an event's day in which its length may stand
_FIRST_BEFORE, _FIRST_BEHIND = 130, 80  # the same on a release, and of words for what goes on
_LISTS = WordLists("event_dates")
_PASSIVE = re.compile(rf"\b{_LISTS.leading('prose.passive')}$")
_PASSIVE_VERB = re.compile(_LISTS.leading("prose.passive"))  # "fue inaugurado" in one
_PLACE_FOLLOWS = re.compile(rf"\s+{_LISTS.any_of('prose.opened_at')}")


def candidate_of(sentence: Sentence, mention: DateMention) -> EventDates | None:
    """The days of one of a sentence's dates; None where its year cannot be told."""
    iso, basis = sentence.resolve(mention)
    if not iso:
        return None
    if mention.rule == "weekday":
        basis = f"weekday, seen from the published date {sentence.years.published}"
    span = (mention.start, mention.end)
    result = EventDates(min(iso), max(iso), sentence.page.quote(*span), span, None, "prose", basis)
    before = (
        max(sentence.start, mention.start - _VERB_BEFORE),
        mention.start + (_VERB_BEHIND if mention.relative else 0),
    )
    close_of = (before[0], min(sentence.end, mention.end + _CLOSE_OF))
    cues = sentence.cues
    result.opens = cues.any_within("meeting_ongoing", *before)
    result.closes = (
        cues.any_within("meeting_closed", *before)
        or cues.any_within("meeting_at_close", *close_of)
        or _closes_at_once(sentence, mention)
    )
    return result


def _closes_at_once(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the verb right behind a day closes the event: "thirty officers on 6 October completed a course"."""
    behind = sentence.cues.within("meeting_closed", mention.end, mention.end + _VERB_BEHIND)
    return bool(behind) and behind[0].start - mention.end <= 1


def is_first_only(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a day is not the last one too, which is not printed: "began yesterday", "a two-day course on"."""
    if not sentence.is_release:
        near = (max(sentence.start, mention.start - _LENGTH), mention.end + _LENGTH)
        return all(sentence.cues.any_within(group, *near) for group in ("meeting_few_days", "meeting_ongoing"))
    return _goes_on(sentence, mention) and not opens_a_house(sentence)


def _goes_on(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the sentence gives the first day only: "began yesterday (05/09)", "three days of meeting"."""
    near = _beside(sentence, mention)
    began_before = mention.relative == "yesterday" and _tells(
        "meeting_other", sentence, mention, (near[0], mention.start)
    )
    lasts = sentence.cues.any_within("meeting_few_days", *near) and (
        sentence.names_a_meeting
        or sentence.page_tells_of_meeting  # else what lasted is another thing: "two days adrift"
    )
    return lasts or _tells("meeting_ongoing", sentence, mention, near) or began_before


def _tells(group: str, sentence: Sentence, mention: DateMention, near: tuple[int, int]) -> bool:
    """Whether words of a group stand near a day that have no other one of their own: "begun on 1 March", "since 1
    March", "iniciado el 1 de marzo" before it.
    """
    text = sentence.page.text
    found = [one for one in sentence.cues.within(group, *near) if text[one.end : one.end + 1] != "-"]  # "start-ups"
    own = [other.start for other in sentence.days if other.end < mention.start] if found else []
    return any(not any(0 <= day - match.end <= _OWN_DAY for day in own) for match in found)


def begins_a_length(sentence: Sentence, mention: DateMention) -> bool:
    """Whether something of several days began on a day: "a three-day course opened this morning"."""
    near = _beside(sentence, mention)
    return all(sentence.cues.any_within(group, *near) for group in ("meeting_few_days", "meeting_ongoing"))


def _beside(sentence: Sentence, mention: DateMention) -> tuple[int, int]:
    return max(sentence.start, mention.start - _FIRST_BEFORE), min(sentence.end, mention.end + _FIRST_BEHIND)


def opens_a_house(sentence: Sentence) -> bool:
    """Whether a sentence tells of the day on which a house was opened: a centre, an office, no meeting."""
    cues, page = sentence.cues, sentence.page
    opened = cues.within("meeting_ongoing", sentence.start, sentence.end)
    if not opened or _names_more_than_houses(sentence):
        return False
    passive = _PASSIVE.search(page.text, max(sentence.start, opened[0].start - 20), opened[0].start)
    itself = (
        passive or _PASSIVE_VERB.match(page.text, opened[0].start) or _PLACE_FOLLOWS.match(page.text, opened[0].end)
    )
    return cues.any_overlap("meeting_house", sentence.start if itself else opened[0].start, sentence.end)


def _names_more_than_houses(sentence: Sentence) -> bool:
    """Whether words for a meeting stand there that are no part of a house's name: "a training centre"."""
    span = (sentence.start, sentence.end)
    houses = {match.start for match in sentence.cues.within("meeting_house", *span)}
    kinds = sentence.cues.within("kind_event", *span)
    return sentence.cues.any_overlap("meeting_self", *span) or any(kind.end + 1 not in houses for kind in kinds)
