"""An event's date in running text: "was held in Dakar on 12 and 13 May", "opened yesterday (27/11)", "launched today".

Each date of a sentence is weighed by the words around it (cues.toml, ``[meeting]``): of holding, of this event, of some
other one. Dates that a release gives for the opening and the close of one event are joined.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import re
from collections.abc import Iterable
from dataclasses import replace

from parsers.dates.event_candidates import EventDates, Years, days_of, resolve
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.forms import STEPS, PartialDate
from parsers.dates.headline_days import begins, is_headline_day, is_until
from parsers.dates.lengths import first_day
from parsers.dates.weekdays import counts_from_here, find_counted, joins
from parsers.digests import is_digest
from parsers.page import Block, Page
from parsers.places.dateline import location_of_dateline
from parsers.prose.cues import Cues, cues
from parsers.record import Kind
from parsers.words.patterns import alternatives
from parsers.words.phrases import Tokens
from parsers.words.sentences import sentences
from parsers.words.small_words import leading
from parsers.words.vocabulary import LANGUAGES, load

_SHORT = 30  # characters; shorter blocks are no prose
_PARAGRAPH = 60
_PARAGRAPHS = 14  # paragraphs that are looked at
_LINES = 200  # dated lines that are looked at, the short ones too
_MOST_DATES = 20  # dates of one sentence that are weighed
_JOINED = 45  # days between the first and the last date of one event
_LEAD = 900  # characters of a page that say what it tells of
_NEXT = 2  # paragraphs behind the one with the first day in which the last one may stand
_UNTIL = 60  # characters before the last day in which words say that it is the last
_MOST_BEFORE, _MOST_AFTER = 200, 400  # days between a release and the event that it tells of
_OPENING = 20  # characters of a sentence in which its subject begins
_NEAR = 160  # characters before a date that say what it is the date of
_BESIDE = 3  # characters between two mentions of one day
_LENGTH = 80  # characters beside an event's day in which its length may stand
_BEFORE_DAY = 30  # characters before a weekday in which a verb says outright what happened on it
_SINCE = 14  # characters before a day in which "since" stands
_WEEK = 7  # days that such an event lasts at most
_LEAST = 1.5  # a release's date counts only with something that speaks for it
_CLOSE_OF = 80  # characters behind a day in which "at the end of a course" stands
_CLOSE_WITHIN = 14  # days that an event lasts whose first day no word says to be the first
_TOLD = 0.8  # weight of such a first day
_REPORTED = 1.6  # weight of "today" or "yesterday" in a release's first paragraph without such a verb
_SPEAKING = 18  # characters before such a word in which a verb of saying makes it the day of a quotation
_COMING = 0.8  # off the weight of a date that lies ahead, below the first paragraph
_SAID_OUTRIGHT = 2.6  # as a date beside a verb of holding
_CLAUSE_LENGTH = 15  # characters of a clause on a noun, behind which the sentence's own verb stands
_DIGIT = re.compile(r"\d")
_PASSIVE = re.compile(r"\b(?:was|were|been|été|fue|fueron|sido)\s+(?:\w+ly\s+)?$")
_AND_NOW = re.compile(rf"(?:\b{leading('and', 'but')}|\bpero\s+|\bو)$")
_RELATIVE_CLAUSE = re.compile(rf"\b{leading('relative')}$")
_PLACE_FOLLOWS = re.compile(r"\s+(?:in|at|near|on|yesterday|today|à|au|aux|en|hier|hoy|ayer)\b")
_CLAUSE = re.compile(r"[;:؛]|\b(?:and|but|where|while)\b(?=.{60})")


def prose_dates(page: Page, kind: Kind, years: Years, skip: set[int], tokens: Tokens) -> list[EventDates]:
    """Candidates from the page's sentences, those of opening and close joined. A digest gives none."""
    if kind == "press_release" and is_digest(page):
        return []
    found = list(_candidates(page, kind, years, skip, cues(tokens)))
    if kind == "press_release":
        _end_with_the_close(found)
        found = [candidate for candidate in found if candidate.weight >= _LEAST]
    _join_opening_and_close(found)
    return found


def _candidates(page: Page, kind: Kind, years: Years, skip: set[int], found: Cues) -> Iterable[EventDates]:
    position = tried = told_at = 0
    begun = False
    best: EventDates | None = None
    top: EventDates | None = None
    for index, block in enumerate(page.blocks):
        if position > _PARAGRAPHS or tried > _LINES:
            return
        if (
            index in skip
            or len(block.text) < _SHORT
            or block.kind in ("field_label", "label", "caption", "field_value")
        ):
            continue
        dated = _DIGIT.search(block.text) is not None
        counts_back = kind == "press_release" and (position < 5 or top is not None) and _counts_back(block.text)
        if dated or counts_back:
            tried += 1
            lead = kind == "press_release" and (not begun or (counts_back and _dateline_end(block.text) > 0))
            reader = _Block(page, block, kind, years, found, first=index < 10, lead=lead)
            if top is not None and position - told_at > _NEXT:
                reader.close(top)
                if position >= 5 and not dated:
                    continue
            for number, candidate in reader.read(best if position - told_at <= _NEXT else None):
                candidate.weight -= (0.0 if lead else 0.12 * position) + 0.05 * number
                best, told_at = candidate, position
                if top is None or candidate.weight > top.weight:
                    top = candidate
                yield candidate
        position += len(block.text) > _PARAGRAPH
        begun = begun or (len(block.text) > _PARAGRAPH and block.text != page.title)


def _counts_back(text: str) -> bool:
    return _is_relative(text) or counts_from_here(text)


def _is_relative(text: str) -> bool:
    """Whether the text counts from the day of writing: "yesterday", "hoy"."""
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


class _Block:
    """The sentences of one block."""

    def __init__(
        self, page: Page, block: Block, kind: Kind, years: Years, found: Cues, *, first: bool, lead: bool
    ) -> None:
        self.page, self.block, self.kind, self.years, self.cues = page, block, kind, years, found
        self.first, self.lead = first, lead
        self._is_paragraph = len(block.text) > _PARAGRAPH and block.text != page.title
        self.headline = False  # the sentence that is read is a release's first
        self.followed = False  # the sentence after the one that is read takes up its event: "The talks took place at"

    def read(self, best: EventDates | None) -> Iterable[tuple[int, EventDates]]:
        """The best date of each sentence; ``best`` is that of the paragraphs right before, which may end here."""
        spans = sentences(self.block.text)
        for number, (start, end) in enumerate(spans):
            text = self.block.text[start:end]
            if not (_DIGIT.search(text) or _counts_back(text)):
                continue
            at = self.block.start + start
            if best is not None and best.end in (None, best.start) and self._ends_here(best, text, at):
                continue
            self.headline = self.lead and number == 0 and self._is_paragraph
            self.followed = number + 1 < len(spans) and self._takes_up(self.block.start + spans[number + 1][0])
            candidate = self._sentence(text, at, dateline=self.first and number == 0)
            if candidate is not None:
                self._count_back(candidate, text, at)
                candidate.takes_up = self._takes_up(at)
                best = candidate
                if candidate.end in (None, candidate.start):
                    self._ends_here(candidate, text, at)
                yield number, candidate

    def _count_back(self, closed: EventDates, text: str, at: int) -> None:
        """Give a meeting that closed its first day: "a two-day workshop which ended yesterday"."""
        if self.kind != "press_release" or not closed.closes or closed.opens or not closed.start:
            return
        if closed.end in (None, closed.start) and (first := first_day(closed.start, text, self.cues, at, closed.span)):
            closed.start, closed.end, closed.end_span = first, closed.start, closed.span

    def _takes_up(self, at: int) -> bool:
        """Whether a sentence begins with the event: "The talks took place at", "La jornada reunió"."""
        return self.cues.any_overlap("meeting_self", at, at + _OPENING)

    def close(self, told: EventDates) -> None:
        """Give an event that an earlier paragraph told of its last day: "The course ends on Thursday"."""
        if told.end not in (None, told.start):
            return
        for start, end in sentences(self.block.text):
            at = self.block.start + start
            if self._takes_up(at) and self._ends_here(told, self.block.text[start:end], at):
                return

    def _ends_here(self, best: EventDates, text: str, at: int) -> bool:
        """Whether the sentence gives the last day of the event before it: "It runs until 2 December"."""
        if best.start is None:
            return False
        behind = best.span[1] - at
        for mention in _with_weekdays(days_of(text), text, best.start, ahead=True) + self._seen_today(text):
            near = max(at, at + behind, at + mention.start - _UNTIL)
            if mention.start >= behind and self.cues.any_within("meeting_until", near, at + mention.start):
                iso = _behind(mention, best.start) or resolve(mention, self.years, at + mention.start)[0]
                if iso and iso[-1] > best.start and _apart(best.start, iso[-1]) <= _JOINED:
                    best.end, best.end_span = iso[-1], (at + mention.start, at + mention.end)
                    return True
        return self._ends_next_day(best, text, at)

    def _ends_next_day(self, best: EventDates, text: str, at: int) -> bool:
        """Whether a sentence ends the event on the day behind its first one: "and closes the next day"."""
        for match in self.cues.within("meeting_next_day", max(at, best.span[1]), at + len(text)):
            near = (max(at, best.span[1], match.start - _UNTIL), match.start)
            closes = any(self.cues.any_within(group, *near) for group in ("meeting_until", "meeting_closed"))
            if closes and best.start is not None:
                best.end, best.end_span = _seen_from_day(best.start, 1), (match.start, match.end)
                return True
        return False

    def _seen_today(self, text: str) -> list[DateMention]:
        """ "Tomorrow", "ce soir" as the days that they are, on a release whose day of publication is known."""
        published = self.years.published
        if self.kind != "press_release" or published is None or not _is_relative(text):
            return []
        return [_seen_from(published, one) for one in find_dates(text) if one.relative in STEPS and not one.days]

    def _counts_weekdays(self, text: str) -> bool:
        """Whether weekdays stand for days: on a release whose day of publication is known."""
        return self.kind == "press_release" and self.years.published is not None and counts_from_here(text)

    def _days(self, text: str, at: int, beyond: int) -> list[DateMention]:
        """The days of a sentence, those told by weekdays too, with "yesterday" and the like beside them."""
        mentions = days_of(text)
        published = self.years.published or ""
        told = []
        if self._counts_weekdays(text):
            told = _with_weekdays(mentions, text, published)[len(mentions) :]
        in_text = [mention for mention in mentions if mention.start >= beyond]
        if (told and not in_text) or (self.headline and in_text and self._all_before(in_text, at)):
            told = _run_together([*told, *self._seen_today(text)], text)
        return sorted([*mentions, *told], key=lambda mention: mention.start) if told else mentions

    def _all_before(self, mentions: list[DateMention], at: int) -> bool:
        """Whether all days lie before that of publication: what "today" is beside them is no day to come."""
        days = [resolve(mention, self.years, at + mention.start)[0] for mention in mentions]
        return all(iso and iso[-1] < (self.years.published or "") for iso in days)

    def _sentence(self, text: str, at: int, *, dateline: bool) -> EventDates | None:
        release = self.kind == "press_release"
        beyond = _dateline_end(text) if dateline else 0
        mentions = self._days(text, at, beyond)
        usable = [mention for mention in mentions if mention.start >= beyond][:_MOST_DATES]
        ongoing = release and self.cues.any_within("meeting_ongoing", at, at + len(text))
        if not usable and mentions and ongoing and not _is_relative(text):
            # "New York, 8 July – … on the day on which the Forum convenes"
            result = self._weigh(text, at, mentions[0], 0, first_only=True)
            if result is not None:
                result.weight = _SAID_OUTRIGHT
            return result
        if not usable and release:
            return self._relative(text, at)
        if release and (running := self._running(usable, text, at)) is not None:
            return running
        candidates = []
        since = end = 0
        for number, mention in enumerate(usable):
            if mention.start - end > _BESIDE:  # else the same day told twice: "last Thursday (9 February)"
                since = end
            candidates.append(self._weigh(text, at, mention, number, since=since, behind=end))
            end = mention.end
        weighed = [candidate for candidate in candidates if candidate is not None]
        if not weighed:
            return None
        _join_opening_and_close(weighed)
        best = _with_range(max(weighed, key=lambda candidate: candidate.weight), weighed)
        told_at_once = len(usable) > 1 and best is candidates[0]
        if told_at_once and (
            _enumerated(usable, text)
            or self._goes_on(usable, at)
            or self.cues.any_within("meeting_span", at, at + len(text))
        ):
            self._stretch(best, usable, text, at)
        return best

    def _relative(self, text: str, at: int) -> EventDates | None:
        """ "launched today in Nairobi", counted from the date of publication."""
        held = self.cues.any_within("meeting_held", at, at + len(text))
        if not (held or self.lead):
            return None
        reported = None
        for mention in find_dates(text):
            if mention.relative in STEPS and not mention.days:
                nowadays = mention.relative == "today" and _AND_NOW.search(text, 0, mention.start) is not None
                near = (at + (mention.start if nowadays else max(0, mention.start - 90)), at + mention.end + 40)
                iso, basis = resolve(mention, self.years, at + mention.start)
                if iso and held and self.cues.any_within("meeting_held", *near):
                    result = self._result(text, at, mention, iso, basis)
                    result.weight = _SAID_OUTRIGHT
                    return result
                if (
                    iso
                    and self.lead
                    and not nowadays
                    and reported is None
                    and self._is_reported(at + mention.start, at + mention.end)
                ):
                    reported = self._result(text, at, mention, iso, basis)
                    reported.weight = _REPORTED
        return reported

    def _is_reported(self, start: int, end: int) -> bool:
        """Whether what a release's first paragraph tells of "yesterday" is its event: no quotation, nothing before."""
        speaks = self.cues.any_overlap("say", max(self.block.start, start - _SPEAKING), end + _SPEAKING)
        return not speaks and not self.cues.any_overlap("meeting_other", max(self.block.start, start - _UNTIL), start)

    def _running(self, usable: list[DateMention], text: str, at: int) -> EventDates | None:
        """An event under way: "opened today and runs until Friday", "at it since Monday and go home tomorrow"."""
        if _is_relative(text):
            opened = self._relative(text, at)
            if opened is not None and (self._ends_here(opened, text, at) or self._began_earlier(opened, usable, at)):
                return opened
        told = self._closed(usable, text, at) or self._under_way(usable, text, at)
        if told is not None or not self._tells_of_meeting():
            return told
        for one, other in itertools.pairwise(usable):
            if not self._is_since(one, at) or any(day.rule != "weekday" or day.is_range for day in (one, other)):
                continue
            (begun, basis), (ended, _) = (resolve(day, self.years, at + day.start) for day in (one, other))
            if begun and ended and 0 < _apart(begun[0], ended[0]) <= _WEEK:
                result = self._result(text, at, one, begun, basis)
                result.end, result.end_span = ended[0], (at + other.start, at + other.end)
                result.weight = _SAID_OUTRIGHT
                return result
        return None

    def _began_earlier(self, closed: EventDates, usable: list[DateMention], at: int) -> bool:
        """Whether an event that closed had been held since an earlier day: "ended yesterday, having sat since Monday",
        "flew home on Thursday at the end of a visit that had brought her on Monday".
        """
        for mention in usable if closed.closes else ():
            iso, _basis = resolve(mention, self.years, at + mention.start)
            since = self._is_since(mention, at) or (
                self.cues.any_within("meeting_at_close", closed.span[1], at + mention.start)
                and self.cues.any_within("meeting_had", closed.span[1], at + mention.start)
            )
            if since and iso and closed.start and 0 < _apart(iso[0], closed.start) <= _CLOSE_WITHIN:
                closed.end, closed.end_span = closed.start, closed.span
                closed.start, closed.span = iso[0], (at + mention.start, at + mention.end)
                closed.text = self.page.quote(*closed.span)
                return True
        return False

    def _is_since(self, mention: DateMention, at: int) -> bool:
        return self.cues.any_within("meeting_since", at + max(0, mention.start - _SINCE), at + mention.start)

    def _closed(self, usable: list[DateMention], text: str, at: int) -> EventDates | None:
        """An event of several days whose close a weekday tells: "went home on Thursday at the end of a visit"."""
        for mention in usable:
            iso, basis = resolve(mention, self.years, at + mention.start)
            if mention.rule != "weekday" or mention.is_range or not iso:
                continue
            closed = self._result(text, at, mention, iso, basis)
            if self._began_earlier(closed, usable, at):
                closed.weight = _SAID_OUTRIGHT
                return closed
        return None

    def _under_way(self, usable: list[DateMention], text: str, at: int) -> EventDates | None:
        """What goes on from a day of the week until another day: "Since Monday, … They will be done by Saturday"."""
        for mention in usable if self.lead else ():
            iso, basis = resolve(mention, self.years, at + mention.start)
            if mention.rule != "weekday" or mention.is_range or not iso:
                continue
            result = self._result(text, at, mention, iso, basis)
            result.weight = _SAID_OUTRIGHT
            before = (max(self.block.start, at + mention.start - _UNTIL), at + mention.start)
            since = self._is_since(mention, at)
            if (since or not self.cues.any_overlap("meeting_other", *before)) and self._ends_here(result, text, at):
                return result
            if not since:
                continue
            for start, end in sentences(self.block.text):
                if self.block.start + start > at and self._ends_here(
                    result, self.block.text[start:end], self.block.start + start
                ):
                    return result
        return None

    def _weigh(
        self,
        text: str,
        at: int,
        mention: DateMention,
        number: int,
        *,
        since: int = 0,
        behind: int = 0,
        first_only: bool = False,
    ) -> EventDates | None:
        """One date of a sentence with its weight; ``since`` is where the other day before it ends, ``behind`` where the
        mention before it does.
        """
        iso, basis = resolve(mention, self.years, at + mention.start)
        if not iso:
            return None
        result = self._result(text, at, mention, iso, basis)
        parts = list(_CLAUSE.finditer(text, 0, mention.start))
        clause = max(parts[-1].end() if parts else 0, mention.start - _NEAR)
        date, end = at + mention.start, at + mention.end
        near = self.cues.any_overlap
        several = mention.is_range or len(mention.days) > 1
        result.weight = 1.0 - 0.5 * bool(number)
        begun = self._what_began(at + clause, date)
        if begun is not None and not self._is_meeting(at + clause, begun):
            result.weight -= 1.7
        elif near("meeting_held", max(at + clause, at + since), date) or near(
            "meeting_held", end, min(end + 70, at + len(text))
        ):
            result.weight += 1.6
        elif since and near("meeting_held", at + clause, at + since):
            result.weight += 0.9 if self._is_meeting(at, at + len(text)) else 0.0  # the verb of the date before
        elif near("kind_event", at, at + len(text)) or (several and self._is_meeting(self.block.start, self.block.end)):
            result.weight += 0.6
        if near("meeting_self", max(at + clause, date - 120), date) or near(
            "meeting_self", at, at + min(120, len(text))
        ):
            result.weight += 0.5
        if several:
            result.weight += 0.4
        if self.headline and not number and self._is_headline_day(result, mention, text, at, at + max(clause, behind)):
            result.weight = max(result.weight, _REPORTED)
        elif mention.rule == "weekday":
            outright = not number and self.first and near("meeting_held", max(at + clause, date - _BEFORE_DAY), date)
            if not (outright or self._is_meeting(at, at + len(text)) or self._tells_of_meeting()):
                result.weight -= 1.7
            elif (self.followed or (self.lead and mention.is_range)) and not near("say", at + clause, date):
                result.weight += 0.6
        if self._long_ago(result):
            result.weight -= 3.0
        elif self._is_ahead(result) and not near("meeting_self", at, at + len(text)):
            result.weight -= _COMING
        if mention.bracketed or mention.relative:
            result.weight += 1.3 if self.kind == "press_release" else 0.2
        if (
            self._is_of_another_time(max(at + clause, at + behind, date - 70), begins(mention, self.cues, date))
            or self.cues.any_within("meeting_other_behind", end, min(end + 25, at + len(text)))
            or (not (number or several) and self.kind == "press_release" and is_until(text, mention.start))
            or self._of_another(max(at + clause, at + behind), date)
            or self.cues.any_within("meeting_umbrella", at + behind, date)
        ):
            result.weight -= 1.7
        if result.start == result.end and self._has_other_end(text, at, mention, first_only=first_only):
            result.end = None
        return result

    def _has_other_end(self, text: str, at: int, mention: DateMention, *, first_only: bool) -> bool:
        """Whether a day is not the last one too, which is not printed: "began yesterday", "a two-day course on"."""
        if self.kind != "press_release":
            near = (max(at, at + mention.start - _LENGTH), at + mention.end + _LENGTH)
            return self.cues.any_within("meeting_few_days", *near) and self.cues.any_within("meeting_ongoing", *near)
        return (first_only or self._first_only(at, at + len(text), mention)) and not self._opens_a_house(
            at, at + len(text)
        )

    def _is_headline_day(self, dates: EventDates, mention: DateMention, text: str, at: int, clause: int) -> bool:
        release = self.kind == "press_release"
        return release and is_headline_day(dates, mention, self.years.published, self.cues, text, at, clause)

    def _is_of_another_time(self, start: int, date: int) -> bool:
        """Whether words before a date set it apart, clauses on a noun aside: "who had been ill flew home on"."""
        for match in self.cues.within("meeting_other", start, date):
            relative = _RELATIVE_CLAUSE.search(self.page.text, max(self.block.start, match.start - 12), match.start)
            verbs = self.cues.within("meeting_held", match.end, date) if relative is not None else []
            if not verbs or verbs[0].start - match.end < _CLAUSE_LENGTH:
                return True
        return False

    def _of_another(self, start: int, date: int) -> bool:
        """Whether the date is that of a meeting which comes before or after: "ahead of the summit that X hosts on"."""
        named = self.cues.within("meeting_self", start, date)[-1:]
        return any(
            0 <= match.start - other.end <= 1
            for match in named
            for other in self.cues.within("meeting_other", start, match.start)
        )

    def _tells_of_meeting(self) -> bool:
        """Whether the title and the first paragraphs name a meeting at all."""
        return self._is_meeting(0, _LEAD)

    def _long_ago(self, result: EventDates) -> bool:
        """Whether a release's date lies far from its publication: it tells of what is near."""
        if self.kind != "press_release" or self.years.published is None or result.start is None:
            return False
        return not -_MOST_BEFORE <= _apart(self.years.published, result.start) <= _MOST_AFTER

    def _is_ahead(self, result: EventDates) -> bool:
        """Whether a date below a release's first paragraph lies ahead: most often what comes next, elsewhere."""
        if self.kind != "press_release" or self.lead or self.years.published is None or result.start is None:
            return False
        return _apart(self.years.published, result.start) > _WEEK

    def _what_began(self, start: int, date: int) -> int | None:
        """Where the words end that name what a date is the beginning or end of: "the war that began on"; else None."""
        last = self.cues.within("meeting_held", start, date)[-1:]
        for match in last:
            relative = _RELATIVE_CLAUSE.search(self.page.text, max(start, match.start - 12), match.start)
            if relative is not None and any(
                self.cues.any_within(group, match.start, match.end) for group in ("meeting_ongoing", "meeting_closed")
            ):
                return relative.start()
        return None

    def _is_meeting(self, start: int, end: int) -> bool:
        return self.cues.any_overlap("kind_event", start, end) or self.cues.any_overlap("meeting_self", start, end)

    def _result(self, text: str, at: int, mention: DateMention, iso: list[str], basis: str | None) -> EventDates:
        span = (at + mention.start, at + mention.end)
        if mention.rule == "weekday":
            basis = f"weekday, seen from the published date {self.years.published}"
        result = EventDates(min(iso), max(iso), text[mention.start : mention.end], span, None, "prose", basis)
        # "today ended a visit": the verb may stand behind an adverb
        before = (max(at, at + mention.start - 90), at + mention.start + 25 * bool(mention.relative))
        result.opens = self.cues.any_within("meeting_ongoing", *before)
        close_of = (before[0], min(at + len(text), at + mention.end + _CLOSE_OF))
        result.closes = self.cues.any_within("meeting_closed", *before) or self.cues.any_within(
            "meeting_at_close", *close_of
        )
        return result

    def _first_only(self, at: int, stop: int, mention: DateMention) -> bool:
        """Whether the sentence gives the first day only: "began yesterday (05/09)", "three days of meeting"."""
        near = (max(at, at + mention.start - 130), min(stop, at + mention.end + 80))
        return any(self.cues.any_within(group, *near) for group in ("meeting_ongoing", "meeting_few_days")) or (
            mention.relative == "yesterday" and self.cues.any_within("meeting_other", near[0], at + mention.start)
        )

    def _opens_a_house(self, start: int, end: int) -> bool:
        """Whether a sentence tells of the day on which a house was opened: a centre, an office, no meeting."""
        opened = self.cues.within("meeting_ongoing", start, end)
        if not opened or self._names_a_meeting(start, end):
            return False
        passive = _PASSIVE.search(self.page.text, max(start, opened[0].start - 20), opened[0].start)
        itself = passive or _PLACE_FOLLOWS.match(self.page.text, opened[0].end)
        return self.cues.any_overlap("meeting_house", start if itself else opened[0].start, end)

    def _names_a_meeting(self, start: int, end: int) -> bool:
        """Whether words for a meeting stand there that are no part of a house's name: "a training centre"."""
        houses = {match.start for match in self.cues.within("meeting_house", start, end)}
        kinds = self.cues.within("kind_event", start, end)
        return self.cues.any_overlap("meeting_self", start, end) or any(kind.end + 1 not in houses for kind in kinds)

    def _goes_on(self, mentions: list[DateMention], at: int) -> bool:
        """Whether words lead from each date to that of a further meeting: "3 May and the second on 6 May"."""
        return all(
            self.cues.any_within("meeting_another", at + one.end, at + other.start)
            for one, other in itertools.pairwise(mentions)
        )

    def _stretch(self, best: EventDates, usable: list[DateMention], text: str, at: int) -> None:
        """Join the dates of one sentence that say from when to when: "opens on …, runs from … to … and …"."""
        end = usable[0].end
        for mention in usable[1:]:
            if mention.start - end > 90 or self.cues.any_within("meeting_other", at + end, at + mention.start):
                return
            iso, _basis = resolve(mention, self.years, at + mention.start)
            if not iso or best.start is None or min(iso) < best.start or _apart(best.start, max(iso)) > _JOINED:
                return
            best.end = max(best.end or best.start, *iso)
            end = mention.end
            best.span = (best.span[0], at + end)
            best.text = text[usable[0].start : end]


def _behind(mention: DateMention, start: str) -> list[str]:
    """The last day of a mention without a year as the first such day behind an ISO day: "the fair runs until 4 May"."""
    last = mention.days[-1]
    year = int(start[:4])
    days = [day.isoformat() for day in (last.in_year(year), last.in_year(year + 1)) if day is not None]
    return [day for day in days if last.year is None and day > start][:1]


def _enumerated(mentions: list[DateMention], text: str) -> bool:
    """Whether nothing but places stands between dates: "in Tamale (6-8 June) and Accra (20-22 June)"."""
    if all(mention.bracketed for mention in mentions):
        return True
    gaps = [text[one.end : other.start] for one, other in itertools.pairwise(mentions)]
    return all(_TO_NEXT_PLACE.fullmatch(gap) or _TO_NEXT.fullmatch(gap) for gap in gaps)


def _with_weekdays(mentions: list[DateMention], text: str, seen_from: str, *, ahead: bool = False) -> list[DateMention]:
    """The mentions, and behind them the days told by weekdays that lie in none of them."""
    if not counts_from_here(text):
        return mentions
    told = find_counted(text, seen_from, ahead=ahead)
    printed = [*mentions, *(one for one in find_dates(text) if one.published_hint or one.stamp_hint)]
    return [
        *mentions,
        *(one for one in told if all(one.end <= other.start or other.end <= one.start for other in printed)),
    ]


def _run_together(told: list[DateMention], text: str) -> list[DateMention]:
    """The days told by words, two with "to" between them as one range: "de mardi à hier", "from Monday until today"."""
    joined: list[DateMention] = []
    for mention in sorted(told, key=lambda mention: mention.start):
        last = joined[-1] if joined else None
        if last is not None and mention.relative and len(last.days) == 1 and joins(text[last.end : mention.start]):
            days = (*last.days, *mention.days)
            joined[-1] = replace(last, end=mention.end, days=days, is_range=True)
        else:
            joined.append(mention)
    return joined


def _seen_from(published: str, mention: DateMention) -> DateMention:
    """ "Yesterday" as the day that it is."""
    day = datetime.date.fromisoformat(_seen_from_day(published, STEPS[mention.relative or ""]))
    return replace(mention, days=(PartialDate(day.year, day.month, day.day),), rule="weekday")


def _seen_from_day(iso: str, step: int) -> str:
    return (datetime.date.fromisoformat(iso) + datetime.timedelta(days=step)).isoformat()


def _apart(first: str, last: str) -> int:
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def _with_range(best: EventDates, weighed: list[EventDates]) -> EventDates:
    """One day of a sentence as the range around it there: "ended on 19 June a course held from 16 to 19 June"."""
    if best.start is None or best.end not in (None, best.start):
        return best
    for other in weighed:
        if not (other.start and other.end and other.weight > 0) or other.start == other.end:
            continue
        if other.start <= best.start <= other.end and _apart(other.start, other.end) <= _JOINED:
            other.weight = max(best.weight, other.weight)
            return other
    return best


def _join_opening_and_close(found: list[EventDates]) -> None:
    """One event of the day that one sentence says it opened and of that on which another says it closed."""
    opened = next((one for one in found if one.opens and one.start and one.end in (None, one.start)), None)
    closed = next((one for one in found if one.closes and one.start and one.end in (None, one.start)), None)
    if opened is None or closed is None or opened is closed or opened.start is None or closed.start is None:
        return
    if 0 < _apart(opened.start, closed.start) <= _JOINED:
        opened.end, opened.end_span = closed.start, closed.span
        opened.weight = max(opened.weight, closed.weight) + 0.1


def _end_with_the_close(found: list[EventDates]) -> None:
    """ "They sat down on Monday … The course closed today": the day that a later sentence says the event closed on."""
    for number, closed in enumerate(found):
        if not (closed.closes and closed.takes_up and closed.start and closed.end in (None, closed.start)):
            continue
        before = [
            one
            for one in found[:number]
            if one.start and one.end in (None, one.start) and 0 < _apart(one.start, closed.start) <= _CLOSE_WITHIN
        ]
        begun = max(before, key=lambda one: one.weight, default=None)
        if begun is not None and begun.weight >= _TOLD:
            begun.end, begun.end_span = closed.start, closed.span
            begun.weight = max(begun.weight, closed.weight) + 0.1
            return


def _dateline_end(text: str) -> int:
    """Where the text behind a dateline begins, its date behind the place included: "طرابلس - 17 مارس 2022: "."""
    where = location_of_dateline(text)
    if where is None:
        return 0
    for mention in find_dates(text[: where.end + 40]):
        if 0 <= mention.start - where.end <= 2 and _COLON.match(text, mention.end):
            return mention.end
    return where.end


_TO_NEXT_PLACE = re.compile(
    r"[,;]?\s+(?:(?:and|then|et|puis|y|luego)\s+)?(?:in|at|à|au|en)\s+[A-ZÀ-Þ][\w’'-]*(?:[ -][A-ZÀ-Þ][\w’'-]*){0,3}"
    r",?\s+(?:(?:on|from|les|le|du|el|los|del)\s+)?"
)
_TO_NEXT = re.compile(r"\s*(?:[,;،]\s*)?(?:(?:and|et|y|و)\s*)?(?:(?:the|le|les|el|los|on|from|du|del)\s+)?")
_COLON = re.compile(r"\s*[:–—-]")
