"""What an agenda is made of: items and the whole, and the people that items are given."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.agenda.lines import Line
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention
from parsers.people.lines import PersonReading
from parsers.record import Appearance, Document, Role, Session

Span = tuple[int, int]


@dataclass(slots=True, frozen=True)
class Words:
    """A line's words and their span in the page's text."""

    text: str
    at: Span


@dataclass(slots=True, frozen=True)
class KindWords:
    """The words that say an item's kind, with ``basis`` where they do not name it."""

    at: Span
    basis: str | None = None


@dataclass(slots=True)
class AgendaItem:
    """A session while it is read: the record's `Session` and what the assembly needs beside it.

    ``day_of_month`` is (weekday, number) of a day heading without a month, number None where a weekday stands alone.
    ``readings`` are people with their role and the line that names them. ``hours_at``, ``zone_at`` and ``venue_at`` are
    where its hours, their zone and its room stand in the page's text.
    """

    session: Session
    day: DateMention | None = None
    day_of_month: tuple[int, int | None] | None = None
    day_basis: str | None = None  # how it got its day where the day's line is not right above it
    time: TimeMention | None = None
    hours_at: Span | None = None
    zone_at: Span | None = None
    venue_at: Span | None = None
    kind: KindWords | None = None  # what says which kind it is of
    context: Words | None = None  # the line under the day heading that says what the day is about
    side_event: bool = False
    on_panel: bool = False  # its description calls it a panel
    parallel: bool = False  # numbered side by side with another at its hours
    set_out: bool = False  # as side events are, which it is if any such item has organisers of its own
    cancelled: bool = False
    headed: bool = False  # of a programme without hours
    listed: bool = False  # a line of a list, or row of a table, of days and titles
    table: int | None = None  # whose row it is: what stands behind the table is not about it
    default_role: Role = "panellist"
    lines: list[Line] = field(default_factory=list)
    readings: list[tuple[PersonReading, Role, Line]] = field(default_factory=list)

    def take_venue(self, words: str, line: Line, offset: int = 0) -> None:
        """Make words that stand at or behind ``offset`` of the line the room of the session, where they name one."""
        venue = words.strip(" .")
        venue = venue if "(" in venue else venue.rstrip(")")
        if venue:
            start = line.start + max(0, line.text.find(venue, offset))
            self.session.venue, self.venue_at = venue, (start, start + len(venue))


@dataclass(slots=True)
class Agenda:
    """What a page's agenda says. ``claimed`` and ``leftovers`` are indexes of blocks.

    ``day_spans`` says where days stand that are not among ``days``: in a panel's label, beside an item's hours, without
    their month. ``described`` are blocks of running text under an item, and its session: who does what is read there as
    in any other prose.
    """

    items: list[AgendaItem] = field(default_factory=list)
    days: list[tuple[DateMention, Line]] = field(default_factory=list)
    weekdays: list[tuple[tuple[int, int | None], Line]] = field(default_factory=list)  # without their month
    people: list[Appearance] = field(default_factory=list)  # listed, but others spoke for them
    claimed: set[int] = field(default_factory=set)
    leftovers: list[int] = field(default_factory=list)
    described: dict[int, Session] = field(default_factory=dict)
    day_spans: dict[int, tuple[int, int]] = field(default_factory=dict)  # by the id of the day

    def span_of_day(self, item: AgendaItem) -> tuple[int, int]:
        """Where an item's day stands in the page; the item's own words where that is not known."""
        return self.day_spans.get(id(item.day or item.day_of_month), item.session.span)


def appearance(reading: PersonReading, role: Role, start: int, end: int, rule: str = "agenda") -> Appearance:
    """A reading of the line at ``start``:``end`` of the page as a person of the record."""
    return Appearance(
        name=reading.name,
        role=role,
        position=reading.position,
        organization=reading.organization,
        country=reading.country,
        name_text=reading.name_text,
        start=start + reading.start,
        end=start + reading.end,
        line_start=start,
        line_end=end,
        rule=rule,
    )


def document_at(label: str, line: Line, offset: int) -> Document:
    """A document named at ``offset`` of the line."""
    start = line.start + max(0, offset)
    return Document(label.strip(), start=start, end=start + len(label))


def add_people(item: AgendaItem, line: Line, people: list[PersonReading], role: Role | None, offset: int = 0) -> None:
    """Give an item the people read from the line's text behind ``offset``; ``role`` is what a label says of them."""
    for person in people:
        person.start += offset
        person.end += offset
        given: Role = (
            "mentioned" if person.proxy else _specific(person.role, role, item.default_role) or item.default_role
        )
        item.readings.append((person, given, line))
        for text, start, _end in person.documents:
            document = document_at(text, line, start + offset + 1)
            document.owner = person.name
            item.session.documents.append(document)


def _specific(stated: Role | None, labelled: Role | None, default: Role) -> Role | None:
    """The more specific of the role that a clause states, the one that a label gives, and the one of the session.

    Under an opening or closing, "Speakers:" says nothing new.
    """
    if stated in ("moderator", "chair", "opening", "closing", "panellist"):
        return stated
    if labelled in ("panellist", "speaker") and default in ("opening", "closing"):
        return default
    return labelled or stated


def take_hours_of(item: AgendaItem, other: AgendaItem) -> None:
    """Give an item the hours of the one that it is held beside."""
    item.time, item.hours_at, item.zone_at = other.time, other.hours_at, other.zone_at
    item.session.start, item.session.end = other.session.start, other.session.end
    item.session.timezone = other.session.timezone
