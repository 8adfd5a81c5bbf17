"""What the readings of an event's date share: a candidate, and the years that complete a date."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from parsers.agenda.labels import label_at
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.years import YearEvidence, complete_dates, year_evidence
from parsers.page import Block, Page
from parsers.words.phrases import fold
from parsers.words.vocabulary import load


@dataclass(slots=True)
class EventDates:
    """First and last day of an event, with the words they rest on (spans in Page.text).

    ``end`` is None where only the first day is told. ``basis`` says how a year was inferred, ``end_basis`` how that of
    the last day was where its words are others ("": as ``basis`` says). ``opens`` and ``closes``: the words say that
    the event opened or closed on the day; ``takes_up``: the sentence begins with the event; ``of_another``: its words
    make the date another's.
    """

    start: str | None = None
    end: str | None = None
    text: str | None = None
    span: tuple[int, int] = (0, 0)
    end_span: tuple[int, int] | None = None
    rule: str = ""
    basis: str | None = None
    weight: float = 0.0
    opens: bool = False
    closes: bool = False
    takes_up: bool = False
    of_another: bool = False
    end_basis: str | None = ""

    @property
    def basis_of_end(self) -> str | None:
        """How the year of the last day was inferred; None where it is stated."""
        return self.basis if self.end_basis == "" else self.end_basis

    @property
    def is_one_day(self) -> bool:
        """Whether no other last day is told than the first."""
        return self.end in (None, self.start)


class AgendaDay(NamedTuple):
    """A day of the agenda: ISO day, the words that name it, and how its year was inferred."""

    iso: str
    span: tuple[int, int]
    basis: str | None = None


class Years:
    """Gives dates without a year theirs, from the page's evidence and its date of publication."""

    def __init__(self, page: Page | None, published: str | None) -> None:
        self._page = page
        self.published = published

    @cached_property
    def evidence(self) -> list[YearEvidence]:
        """What the page says about years; looked for at the first date without one."""
        return year_evidence(self._page) if self._page is not None else []


def resolve(mention: DateMention, years: Years, at: int | None = None) -> tuple[list[str], str | None]:
    """The mention's days as ISO days and the basis of an inferred year; empty where the page yields no year.

    ``at`` is where the mention starts in ``Page.text``: years printed close by count more.
    """
    lacks_year = bool(mention.days) and mention.days[0].year is None
    completed = complete_dates(mention, years.evidence if lacks_year else (), years.published, at=at)
    return (list(completed.days), completed.basis) if completed is not None else ([], None)


def days_of(text: str) -> list[DateMention]:
    """The mentions in a text that name days and can be an event's: no months, stamps or posting dates."""
    return [mention for mention in find_dates(text) if can_be_an_events(mention)]


def can_be_an_events(mention: DateMention) -> bool:
    """Whether a mention names days and is neither a stamp nor a posting date."""
    return mention.names_days and not (mention.stamp_hint or mention.published_hint or mention.clock_follows)


_CARD = 5  # lines in which a card's date stands below its day of posting


@cache
def is_content_field(field: str | None) -> bool:
    """Whether a field is that of a page's text, of the page itself or of a part of it: "body", "field-text"."""
    return field is None or any(word in field for word in load("event_dates")["fields"]["content"])


def date_in_card(page: Page, index: int) -> int | None:
    """The number of the line under "Date" in a card behind a line, as text captures show cards; None without one."""
    for at in range(index + 1, min(index + _CARD, len(page.blocks) - 1)):
        text = page.blocks[at].text
        label = label_at(text) if len(text) <= _LABEL else None
        alone = label is not None and label.meaning == "date" and label.rest >= len(text)
        if alone and any(map(can_be_an_events, find_dates(page.blocks[at + 1].text))):
            return at + 1
    return None


def posting_field(page: Page) -> int | None:
    """The number of the field over an event's title that dates the page, its event's date having a field below."""
    title_at = next((number for number, block in enumerate(page.blocks[:_CARD]) if block.text == page.title), 0)
    for number, block in enumerate(page.blocks[:title_at]):
        if block.kind != "field_value" or block.field not in _PLAIN or (number and _is_label(page.blocks[number - 1])):
            continue
        behind = page.blocks[title_at + 1 : title_at + 1 + 2 * _CARD]
        if any(_dates_event(other) for other in behind if other.kind == "field_value"):
            return number
        if any(_is_label(one) and _dates_as(one.text, other) for one, other in itertools.pairwise(behind)):
            return number
        if _is_before_days(block, page.blocks[title_at + 1 :]):
            return number
    return None


def _is_before_days(posted: Block, behind: list[Block]) -> bool:
    """Whether the labels and headings below name days, all of them behind a field's own: "Day 1: 9 October 2024"."""
    own = [day for mention in find_dates(posted.text) for day in mention.days]
    if len(own) != 1 or own[0].iso() is None:
        return False
    heads = (block.text for block in behind if block.kind in ("label", "heading") and len(block.text) <= _HEAD)
    days = [day.iso() for text in heads for mention in days_of(text) for day in mention.days]
    return bool(days) and all(day is not None and day > (own[0].iso() or "") for day in days)


_HEAD = 60  # characters of the label of a programme's day
_PLAIN = ("date", "time")  # classes that say what a line is, not of what


def _is_label(block: Block) -> bool:
    return block.kind == "field_label"


def _dates_event(block: Block) -> bool:
    return _dates_as(block.field or "", block)


def _dates_as(field: str, block: Block) -> bool:
    """Whether a block that a field's name or label introduces gives the event's day."""
    names, folded = load("event_dates")["fields"], fold(field)
    if not any(name in folded for name in names["date"]) or any(name in folded for name in names["not"]):
        return False
    return any(map(can_be_an_events, find_dates(block.text)))


_LABEL = 30  # characters of a label alone on its line
