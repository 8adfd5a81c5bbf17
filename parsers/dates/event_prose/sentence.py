"""One sentence of a page's running text: what stands in it, all of it at offsets of ``Page.text``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from parsers.dates.event_candidates import Years, can_be_an_events, resolve
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.weekdays import find_counted
from parsers.page import Block, Page
from parsers.places.dateline import location_of_dateline
from parsers.prose.cues import Cues
from parsers.record import Kind
from parsers.words.phrases import Match
from parsers.words.sentences import sentences

PARAGRAPH = 60  # characters; shorter blocks are no paragraphs
_SHORTEST = 25  # characters of a sentence behind a dateline
_LEAD = 900  # characters of a page that say what it tells of
_OPENING = 20  # characters of a sentence in which its subject begins
_ARTICLE = 5  # characters that an article takes before a length
_OWN_DATE = re.compile(r"\s+(?:[^\W\d]{1,12}\s+){0,2}(?:19|20)\d\d(?!\d)")
_DASH = re.compile(r"[|–—―−-]")
_DASH_AND_CAPITAL = re.compile(r"\s+[–—|-]+\s+(?=[^\W\d_a-zß-ÿ])")
_LONGEST_DATELINE = 60  # characters of a dateline's first sentence
_LONGEST_DAY = 40  # characters of a dateline's day with the dash
_COLON = re.compile(r"\s*[:–—-]")


@dataclass(eq=False)
class Sentence:
    """The sentence of that number of a block's ``spans``."""

    page: Page
    block: Block
    kind: Kind
    years: Years
    cues: Cues
    spans: list[tuple[int, int]]
    number: int
    first: bool  # stands in one of the page's first blocks
    lead: bool  # stands in a release's first paragraph
    start: int = field(init=False)
    end: int = field(init=False)
    _counted: dict[tuple[str, bool], list[DateMention]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.start, self.end = self.spans[self.number]

    @cached_property
    def text(self) -> str:
        """Its words; what is found in them must be set to offsets of the page."""
        return self.page.text[self.start : self.end]

    @property
    def is_release(self) -> bool:
        """Whether it is one of a press release."""
        return self.kind == "press_release"

    @property
    def headline(self) -> bool:
        """Whether it is a release's first."""
        return self.lead and not self.number and (is_paragraph(self.page, self.block) or self._has_dateline)

    @property
    def _has_dateline(self) -> bool:
        """Whether a dateline makes a release's first paragraph of a short block: "Lisbon – IOM trained"."""
        return self.words_start > self.start and self.end - self.words_start > _SHORTEST

    @property
    def followed(self) -> bool:
        """Whether the one behind it takes up its event: "The talks took place at"."""
        behind = self.spans[self.number + 1 : self.number + 2]
        return any(self.cues.any_overlap("meeting_self", start, start + _OPENING) for start, _end in behind)

    @property
    def takes_up(self) -> bool:
        """Whether it begins with the event: "The talks took place at", "La jornada reunió"."""
        return self.cues.any_overlap("meeting_self", self.start, self.start + _OPENING)

    def following(self) -> Iterator[Sentence]:
        """The sentences behind it in its block."""
        return (replace(self, number=number) for number in range(self.number + 1, len(self.spans)))

    # --- its dates

    @cached_property
    def words_start(self) -> int:
        """Where its words begin: behind a dateline, if it begins with one."""
        begins_page = self.first and not self.number
        if not begins_page:
            return self.start
        end = dateline_end(self.text)
        if not self.is_release:
            return self.start + (end if _DASH.search(self.text, 0, end) else 0)  # "(Lisbon, 3 May)" is when it is held
        return self.start + (end or _day_alone(self.text))

    @cached_property
    def mentions(self) -> list[DateMention]:
        """Every date in it."""
        return self._on_page(find_dates(self.text))

    @cached_property
    def days(self) -> list[DateMention]:
        """Those of its dates that name days and can be an event's."""
        return [mention for mention in self.mentions if can_be_an_events(mention)]

    def counted(self, seen_from: str, *, ahead: bool = False) -> list[DateMention]:
        """Its days that are counted from an ISO day: weekdays, days of this month; with ``ahead``, all behind that."""
        found = self._counted.get((seen_from, ahead))
        if found is None:
            found = self._on_page(find_counted(self.text, seen_from, ahead=ahead))
            self._counted[seen_from, ahead] = found
        return found

    def _on_page(self, mentions: Iterable[DateMention]) -> list[DateMention]:
        at = self.start
        return [replace(mention, start=at + mention.start, end=at + mention.end) for mention in mentions]

    def resolve(self, mention: DateMention) -> tuple[list[str], str | None]:
        """The ISO days of one of its dates, and the basis of an inferred year."""
        return resolve(mention, self.years, mention.start)

    # --- its words

    def says(self, group: str) -> bool:
        """Whether words of a group stand in it."""
        return self.cues.any_within(group, self.start, self.end)

    def governing(self, group: str, start: int, end: int) -> list[Match[Any]]:
        """The words of a group between two offsets that say something of the day behind them.

        Left out are those with a date of their own, "since 2012", and those before the length of the meeting that the
        day is of: "agreed after three days of talks held on".
        """
        return [
            match
            for match in self.cues.within(group, start, end)
            if not _OWN_DATE.match(self.page.text, match.end)
            and not self.cues.any_overlap("meeting_few_days", match.end, match.end + _ARTICLE)
        ]

    @property
    def names_a_meeting(self) -> bool:
        """Whether it names a meeting, or the page's own event."""
        return self.is_meeting(self.start, self.end)

    def is_meeting(self, start: int, end: int) -> bool:
        """Whether words for a meeting begin between two offsets."""
        return self.cues.any_overlap("kind_event", start, end) or self.cues.any_overlap("meeting_self", start, end)

    @property
    def page_tells_of_meeting(self) -> bool:
        """Whether the title and the first paragraphs name a meeting at all."""
        return self.is_meeting(0, _LEAD)


def sentences_of(
    page: Page, block: Block, kind: Kind, years: Years, found: Cues, *, first: bool, lead: bool
) -> list[Sentence]:
    """The sentences of a block, in order."""
    at = block.start
    spans = [
        (at + start, at + end)
        for start, end in _with_dateline(block.text, sentences(block.text), first=first and kind == "press_release")
    ]
    return [Sentence(page, block, kind, years, found, spans, number, first, lead) for number in range(len(spans))]


def _with_dateline(text: str, spans: list[tuple[int, int]], *, first: bool) -> list[tuple[int, int]]:
    """The sentences, a dateline that full stops end as a part of the first one: "Rabat. 3 May 2019. The talks"."""
    if not first or len(spans) < 2 or spans[0][1] > _LONGEST_DATELINE:
        return spans
    behind = dateline_end(text)
    inside = sum(end <= behind for _start, end in spans[:-1])
    return [(spans[0][0], spans[inside][1]), *spans[inside + 1 :]] if inside else spans


def is_paragraph(page: Page, block: Block) -> bool:
    """Whether a block is running text: neither short nor the title."""
    return len(block.text) > PARAGRAPH and block.text != page.title


def dateline_end(text: str) -> int:
    """Where the text behind a dateline begins, its date behind the place included: "طرابلس - 17 مارس 2022: "."""
    where = location_of_dateline(text)
    if where is None:
        return 0
    for mention in find_dates(text[: where.end + 40]):
        if 0 <= mention.start - where.end <= 2 and _COLON.match(text, mention.end):
            return mention.end
    return where.end


def is_day_of_dateline(text: str, mention: DateMention) -> bool:
    """Whether a text begins with a day as a dateline without a place: "17 March 2022 – The"."""
    day = mention.start == 0 and not mention.is_range and len(mention.days) == 1 and mention.days[0].year is not None
    return day and _DASH_AND_CAPITAL.match(text, mention.end) is not None


def _day_alone(text: str) -> int:
    """Where the text behind such a dateline begins; 0 where there is none."""
    dash = _DASH_AND_CAPITAL.search(text, 0, _LONGEST_DAY) if text[:1].isdigit() else None
    mentions = find_dates(text[: dash.start()]) if dash is not None else []
    return dash.end() if dash is not None and len(mentions) == 1 and is_day_of_dateline(text, mentions[0]) else 0
