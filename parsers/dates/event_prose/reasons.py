"""Why a date of a sentence is the event's, and why not: the weight of a date is the sum of its reasons.

`Reason` is the one table of them. The other weights of prose stand below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, unique
from functools import cached_property

from parsers.dates.deadlines import is_last_day_of_call
from parsers.dates.event_candidates import EventDates
from parsers.dates.event_prose.day_mentions import days_between
from parsers.dates.event_prose.headline_days import begins, is_headline_day, is_until
from parsers.dates.event_prose.sentence import Sentence
from parsers.dates.finding import DateMention
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists


@unique
class Reason(Enum):
    """What is said of a date, with its weight and words in which it is said."""

    A_DATE = 1.0, "any date"
    A_LATER_ONE = -0.5, "a date behind another one of its sentence"
    # The first of these that is found:
    BEGINNING_OF_A_THING = -1.7, "the war that began on 3 May"
    HELD = 1.6, "was held on 3 May"
    HELD_BEFORE = 0.9, "a workshop was held on 3 May and, in Thiès, on 9 May: the later date"
    MEETING = 0.6, "another workshop, 3 May"
    # Each of these:
    THE_EVENT = 0.5, "The talks … on 3 May"
    SEVERAL_DAYS = 0.4, "3 to 5 May"
    HEADLINE = 1.6, "Lima – IOM donated on Tuesday …: weighs that much at least, whatever was said before"
    WEEKDAY_OF_NOTHING = -1.7, "on Tuesday, on a page that names no meeting"
    TAKEN_UP = 0.6, "met on Tuesday. The talks …"
    FAR = -3.0, "a day a year before the release"
    AHEAD = -0.8, "a later paragraph's day weeks behind the release"
    BESIDE_YESTERDAY = 1.3, "yesterday (3/05), in a release's first paragraph, or where something was held"
    BRACKETED = 0.2, "the same elsewhere: what was seen, what is mourned, a day to come"
    # The first of these that is found:
    OTHER_TIME = -1.7, "founded on 3 May"
    OTHER_BEHIND = -1.7, "the 3 May agreement"
    UNTIL = -1.7, "is open until 3 May"
    CALL = -3.3, "Registration for the workshop closes on 3 May"
    OTHER_MEETING = -1.7, "ahead of the summit that Dakar hosts on 3 May"
    UMBRELLA = -1.7, "on the margins of the Assembly on 3 May"
    QUOTED = -1.7, "“The rains begin on 3 May, and we have no tents,” she said"

    def __init__(self, weight: float, words: str) -> None:
        self.weight, self.words = weight, words


OF_ANOTHER = frozenset(
    (Reason.OTHER_TIME, Reason.OTHER_BEHIND, Reason.UNTIL, Reason.CALL, Reason.OTHER_MEETING, Reason.UMBRELLA)
)
SAID_OUTRIGHT = 2.6  # an event under way, "today" beside a verb of holding: as a date beside one
REPORTED = 1.6  # weight of "today" or "yesterday" in a release's first paragraph without such a verb
PARAGRAPH_DOWN, SENTENCE_DOWN = 0.12, 0.05  # off a date's weight for each paragraph and sentence before its own
BESIDE_THE_REPORTED = 1.2  # off the weight of a day days away from the one that a release's first paragraph reports
JOINED = 0.1  # for an event of which opening and close are told
TOLD = 0.8  # weight of a day that the close which a later sentence tells may make the first one
LEAST = 1.5  # a release's date counts only with something that speaks for it

_NEAR = 160  # characters before a date that say what it is the date of
_HELD_BEHIND = 70  # characters behind a date in which a verb of holding stands
_EVENT = 120  # characters before a date, and at a sentence's head, in which words for the event stand
_BEFORE_DAY = 30  # characters before a weekday in which a verb says outright what happened on it
_OTHER_BEFORE, _OTHER_BEHIND = 70, 25  # characters beside a date that set it apart
_CLAUSE_LENGTH = 15  # characters of a clause on a noun, behind which the sentence's own verb stands
_RELATIVE = 12  # characters before a verb in which "which" stands
_MOST_BEFORE, _MOST_AFTER = 200, 400  # days between a release and the event that it tells of
_WEEK = 7
_CLAUSE = re.compile(rf"[;:؛]|\b{WordLists('event_dates').any_of('prose.clause')}(?=.{{60}})")
_APART = re.compile(r"[,،;:(–—]")
_RELATIVE_CLAUSE = re.compile(rf"\b{leading('relative')}$")


def weight_of(reasons: Iterable[Reason]) -> float:
    """The sum of the reasons' weights; the day of a headline weighs at least its own when it is its turn."""
    weight = 0.0
    for reason in reasons:
        weight = max(weight, reason.weight) if reason is Reason.HEADLINE else weight + reason.weight
    return weight


@dataclass
class DateInSentence:
    """A date to be weighed, with what stands before it in its sentence."""

    sentence: Sentence
    mention: DateMention
    dates: EventDates
    number: int  # of the sentence's dates
    since: int  # where the other day before it ends; the sentence's start where none does
    behind: int  # where the mention before it ends; the same

    @property
    def several(self) -> bool:
        """Whether it is of more than one day."""
        return self.mention.is_range or len(self.mention.days) > 1

    @cached_property
    def clause(self) -> int:
        """Where the clause that the date stands in begins, as far as it says what the date is."""
        start = self.sentence.start
        for part in _CLAUSE.finditer(self.sentence.page.text, start, self.mention.start):
            start = part.end()
        return max(start, self.mention.start - _NEAR)

    def any_before(self, group: str, length: int = _NEAR) -> bool:
        """Whether words of a group begin so close before the date, in its clause."""
        start = max(self.clause, self.mention.start - length)
        return self.sentence.cues.any_overlap(group, start, self.mention.start)


def reasons(date: DateInSentence) -> Iterator[Reason]:
    """Everything that speaks for a date and against it, in the order in which it is weighed."""
    yield Reason.A_DATE
    if date.number:
        yield Reason.A_LATER_ONE
    yield from _of_holding(date)
    sentence = date.sentence
    head = min(sentence.start + _EVENT, sentence.end)
    if date.any_before("meeting_self", _EVENT) or sentence.cues.any_overlap("meeting_self", sentence.start, head):
        yield Reason.THE_EVENT
    if date.several:
        yield Reason.SEVERAL_DAYS
    begins_page = _is_headline(date)
    yield from [Reason.HEADLINE] if begins_page else _of_a_weekday(date)
    yield from _of_its_distance(date)
    if date.mention.bracketed or date.mention.relative:
        reported = sentence.is_release and (
            not _is_deplored(date) if sentence.lead else not _is_ahead(date) and _is_told_to_happen(date)
        )
        yield Reason.BESIDE_YESTERDAY if reported else Reason.BRACKETED
    yield from _set_apart(date, begins_page=begins_page)


def _of_holding(date: DateInSentence) -> Iterator[Reason]:
    """What the verb of the date's clause says."""
    sentence, mention, near = date.sentence, date.mention, date.sentence.cues.any_overlap
    begun = _what_began(date)
    if begun is not None and not sentence.is_meeting(date.clause, begun):
        yield Reason.BEGINNING_OF_A_THING
    elif near("meeting_held", max(date.clause, date.since), mention.start) or near(
        "meeting_held", mention.end, min(mention.end + _HELD_BEHIND, sentence.end)
    ):
        yield Reason.HELD
    elif date.since > sentence.start and near("meeting_held", date.clause, date.since):
        if sentence.names_a_meeting:
            yield Reason.HELD_BEFORE
    elif near("kind_event", sentence.start, sentence.end) or (
        date.several and sentence.is_meeting(sentence.block.start, sentence.block.end)
    ):
        yield Reason.MEETING


def _what_began(date: DateInSentence) -> int | None:
    """Where the words end that name what a date is the beginning or end of: "the war that began on", "the rain had
    begun on"; else None.
    """
    cues, page = date.sentence.cues, date.sentence.page
    for match in cues.within("meeting_held", date.clause, date.mention.start)[-1:]:
        verb = (max(date.clause, match.start - _RELATIVE), match.end)
        if not any(cues.any_within(group, *verb) for group in ("meeting_ongoing", "meeting_closed")):
            continue
        relative = _RELATIVE_CLAUSE.search(page.text, verb[0], match.start)
        if relative is not None:
            return relative.start()
        had = cues.within("meeting_had", *verb)
        if had:
            return had[0].start
    return None


def _is_headline(date: DateInSentence) -> bool:
    """Whether it is the first day of a release's first sentence, and that of its event."""
    return (
        date.sentence.headline
        and not date.number
        and is_headline_day(date.sentence, date.dates, date.mention, max(date.clause, date.behind))
    )


def _of_a_weekday(date: DateInSentence) -> Iterator[Reason]:
    """What a day is worth that only a weekday tells."""
    sentence, mention = date.sentence, date.mention
    if mention.rule != "weekday":
        return
    outright = not date.number and sentence.first and date.any_before("meeting_held", _BEFORE_DAY)
    if not (outright or sentence.names_a_meeting or sentence.page_tells_of_meeting):
        yield Reason.WEEKDAY_OF_NOTHING
    elif (sentence.followed or (sentence.lead and mention.is_range)) and not date.any_before("say"):
        yield Reason.TAKEN_UP


def _of_its_distance(date: DateInSentence) -> Iterator[Reason]:
    """A release tells of what is near; a day ahead, below its first paragraph, is most often what comes next."""
    sentence, published, near = date.sentence, date.sentence.years.published, date.sentence.cues.any_overlap
    if not sentence.is_release or published is None or date.dates.start is None:
        return
    ahead = days_between(published, date.dates.start)
    if not -_MOST_BEFORE <= ahead <= _MOST_AFTER:
        yield Reason.FAR
    elif ahead > _WEEK and not (sentence.lead or near("meeting_self", sentence.start, sentence.end)):
        yield Reason.AHEAD


def is_long_before(sentence: Sentence, dates: EventDates) -> bool:
    """Whether a date lies so long before the day of publication that no release tells of it as of its event."""
    published = sentence.years.published
    return published is not None and dates.start is not None and days_between(published, dates.start) < -_MOST_BEFORE


def _is_ahead(date: DateInSentence) -> bool:
    """Whether a date lies behind the day of publication: what a later paragraph tells of it comes next."""
    published = date.sentence.years.published
    return published is not None and date.dates.start is not None and date.dates.start > published


def _is_told_to_happen(date: DateInSentence) -> bool:
    """Whether a sentence that is not of the first paragraph tells of something held: "Saturday (2/05)" alone is when
    something was seen or somebody left.
    """
    sentence = date.sentence
    return sentence.says("meeting_held") or sentence.names_a_meeting


def _is_deplored(date: DateInSentence) -> bool:
    """Whether a sentence mourns or condemns what was done on a day, and tells of nothing held."""
    sentence = date.sentence
    deplored = sentence.governing("meeting_deplored", sentence.start, date.mention.start)
    return bool(deplored) and not sentence.names_a_meeting


def _set_apart(date: DateInSentence, *, begins_page: bool) -> Iterator[Reason]:
    """The first words found by which a date is another's; those before a headline's have been looked at."""
    sentence, mention, cues = date.sentence, date.mention, date.sentence.cues
    since = max(date.clause, date.behind)
    if not begins_page and _is_of_another_time(date, max(since, mention.start - _OTHER_BEFORE)):
        yield Reason.OTHER_TIME
    elif _is_of_a_thing_behind(date):
        yield Reason.OTHER_BEHIND
    elif not (date.number or date.several) and sentence.is_release and is_until(sentence, mention):
        yield Reason.UNTIL
    elif is_last_day_of_call(sentence.page.quote(max(since, mention.start - _NEAR), mention.start)):
        yield Reason.CALL
    elif _is_of_another_meeting(date, since):
        yield Reason.OTHER_MEETING
    elif cues.any_within("meeting_umbrella", date.behind, mention.start) or (
        (date.several or mention.bracketed) and cues.any_within("meeting_margins", date.behind, mention.start)
    ):
        yield Reason.UMBRELLA
    elif _is_quoted(date):
        yield Reason.QUOTED


def _is_of_a_thing_behind(date: DateInSentence) -> bool:
    """Whether the noun behind a date has it: "the 3 May agreement"; not what happened then, "on 3 May signed an", nor a
    part that a comma sets off: "from 3 to 9 May, with a summit on 5 May".
    """
    end, cues = date.mention.end, date.sentence.cues
    text = date.sentence.page.text
    return any(
        not cues.any_within("meeting_held", end, match.start) and not _APART.search(text, end, match.start)
        for match in cues.within("meeting_other_behind", end, min(end + _OTHER_BEHIND, date.sentence.end))
    )


def _is_quoted(date: DateInSentence) -> bool:
    """Whether a date stands inside of a quotation that began in its block."""
    before = date.sentence.page.quote(date.sentence.block.start, date.mention.start)
    opened = max(before.rfind(mark) for mark in "“«")
    return opened > max(before.rfind(mark) for mark in "”»") or before.count('"') % 2 == 1


def _is_of_another_time(date: DateInSentence, start: int) -> bool:
    """Whether words before a date set it apart, clauses on a noun aside: "who had been ill flew home on"."""
    cues, page = date.sentence.cues, date.sentence.page
    stop = begins(date.mention, cues)
    for match in date.sentence.governing("meeting_other", start, stop):
        first = max(date.sentence.block.start, match.start - _RELATIVE)
        relative = _RELATIVE_CLAUSE.search(page.text, first, match.start)
        verbs = cues.within("meeting_held", match.end, stop) if relative is not None else []
        if not verbs or verbs[0].start - match.end < _CLAUSE_LENGTH:
            return True
    return False


def _is_of_another_meeting(date: DateInSentence, start: int) -> bool:
    """Whether the date is that of a meeting which comes before or after: "ahead of the summit that X hosts on"."""
    cues = date.sentence.cues
    return any(
        0 <= match.start - other.end <= 1
        for match in cues.within("meeting_self", start, date.mention.start)[-1:]
        for other in cues.within("meeting_other", start, match.start)
    )
