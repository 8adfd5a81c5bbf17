"""What the readings of an event's date share: a candidate, and the years that complete a date."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.dates import DateMention, find_dates
from parsers.years import YearEvidence, complete_dates


@dataclass(slots=True)
class EventDates:
    """First and last day of an event, with the words they rest on (spans in Page.text).

    ``end`` is None where only the first day is told. ``basis`` says how a year was inferred. ``opens`` and ``closes``:
    the words say that the event opened or closed on the day.
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


class Years:
    """Gives dates without a year theirs, from the page's evidence and its date of publication."""

    def __init__(self, evidence: list[YearEvidence], published: str | None) -> None:
        self.evidence = evidence
        self.published = published


def resolve(mention: DateMention, years: Years, at: int | None = None) -> tuple[list[str], str | None]:
    """The mention's days as ISO days and the basis of an inferred year; empty where the page yields no year.

    ``at`` is where the mention starts in ``Page.text``: years printed close by count more.
    """
    completed = complete_dates(mention, years.evidence, years.published, at=at)
    return (list(completed.days), completed.basis) if completed is not None else ([], None)


def days_of(text: str) -> list[DateMention]:
    """The mentions in a text that name days and can be an event's: no months, stamps or posting dates."""
    return [
        mention
        for mention in find_dates(text)
        if mention.days
        and mention.days[0].day is not None
        and not (mention.stamp_hint or mention.published_hint or mention.clock_follows)
    ]
