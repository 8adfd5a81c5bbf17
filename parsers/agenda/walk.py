"""The state of the walk over a page's lines: the day, the open item, the role that a label has announced."""

from __future__ import annotations

import functools

from parsers.agenda.bare_clocks import mark_bare_clocks
from parsers.agenda.calendars import calendar_rows
from parsers.agenda.dated_entries import dated_entries
from parsers.agenda.dated_lists import dated_lists
from parsers.agenda.held_on_days import held_on_days
from parsers.agenda.item_titles import take_title
from parsers.agenda.items import Agenda, AgendaItem, Words
from parsers.agenda.lines import Line, lines_of
from parsers.agenda.title_first import hours_behind_titles, titles_above_hours
from parsers.agenda.titles_over_labels import titles_over_labels
from parsers.agenda.untimed import untimed_items
from parsers.agenda.whole_days import items_of_whole_days
from parsers.dates.finding import DateMention
from parsers.dates.times import TimeMention
from parsers.dates.zones import label_of, labels_after
from parsers.page import Page
from parsers.people.lines import PersonReading
from parsers.record import Role, Session


class Walk:
    """Where the walk stands; each kind of line moves it on. ``agenda`` is what it has read so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines = list(lines_of(page))
        mark_bare_clocks(self.lines)
        self.place = 0  # of the line in hand
        self.dated = dated_lists(self.lines)
        self.calendar = calendar_rows(self.lines)
        self.hours_behind = hours_behind_titles(self.lines)
        self.titles_above = titles_above_hours(self.lines)
        self.entries = dated_entries(self.lines)
        self.entries |= held_on_days(self.lines, {*self.entries, *self.hours_behind, *self.dated}, page.title)
        self.titles_over_labels = titles_over_labels(self.lines)
        self.taken = frozenset(place for row in self.calendar.values() for place in row.taken)
        self.taken |= frozenset(self.titles_above.values()) | {entry.title for entry in self.entries.values()}
        self.taken |= {entry.venue for entry in self.entries.values() if entry.venue is not None}
        self.taken |= {entry.title for entry in self.titles_over_labels.values()}
        self.untimed = untimed_items(self.lines) or items_of_whole_days(self.lines)
        self.day_ahead: int | None = None  # the place of the labelled day of the open entry
        self.agenda = Agenda()
        self.day: DateMention | None = None
        self.day_of_month: tuple[int, int | None] | None = None
        self.zone: Words | None = None  # of all times below a day's heading: "Monday 3 May (Lima time)"
        self.context: Words | None = None
        self.item: AgendaItem | None = None
        self.role: Role | None = None  # announced by a label, for the lines below it
        self.alone = False  # the label announced one person only
        self.open_label: str | None = None
        self.documents_of_items = False  # a label of documents stood between items
        self.panel: str | None = None
        self.panel_day: DateMention | None = None
        self.columns: dict[tuple[int | None, int], str] = {}
        self.column_days: dict[tuple[int | None, int], DateMention] = {}
        self.named: set[str] = set()  # everybody named so far
        self.bulleted = False  # whether whoever was named last is an item of a list
        self.pending: tuple[PersonReading, Line] | None = None  # a name whose post may stand on the next line

    @functools.cached_property
    def last_timed(self) -> int:
        """The place of the last line that shows an hour or a day."""
        timed = (at for at in range(len(self.lines) - 1, -1, -1) if self.lines[at].shows_time() or self.lines[at].day())
        return next(timed, -1)

    def following(self, count: int) -> list[Line]:
        """The next lines, ``count`` at most."""
        return self.lines[self.place + 1 : self.place + 1 + count]

    def claim(self, line: Line) -> None:
        """Say that a fact rests on the line."""
        self.agenda.claimed.add(line.index)

    def open(
        self, line: Line, time: TimeMention | None, title: tuple[str, int] | None, title_line: Line | None = None
    ) -> AgendaItem:
        """Open an item at the line; ``title`` is words and their offset in ``title_line``, or in the line itself."""
        item = AgendaItem(Session(title="", span=(line.start, line.end)), self.day_of(line), self.day_of_month)
        item.context = self.context
        self.item, self.role, self.open_label = item, None, None
        self.agenda.items.append(item)
        self.claim(line)
        if time is not None:
            self.give_time(item, line, time)
        if title is not None:
            take_title(item, title[0], title_line or line, title[1])
            self.wait_for_post(item)
            self.claim(title_line or line)
        return item

    def wait_for_post(self, item: AgendaItem) -> None:
        """Look for the post of whom the item named last on the next line, where nothing says it yet."""
        if not item.readings:
            return
        last, _role, line = item.readings[-1]
        goes_on = line.text.rstrip().endswith((",", "،"))  # "A B, Head of Division," over "Ministry of Ports"
        bare = (last.position is None or last.titled or goes_on) and last.organization is None
        self.pending = (last, line) if bare else None

    def close(self) -> None:
        """Close the open item and all that was announced for it."""
        self.item, self.role, self.open_label, self.pending = None, None, None, None

    def day_of(self, line: Line) -> DateMention | None:
        """The day of a line: its column's, the last day line's, or its panel's where that has no day line."""
        column = self.column_days.get((line.block.table, line.block.column)) if line.block.table is not None else None
        if column is not None:
            return column
        own = any(day_line.block.label == self.panel for _mention, day_line in self.agenda.days)
        if self.panel_day is not None and not own:
            return self.panel_day
        return self.day

    def give_time(self, item: AgendaItem, line: Line, mention: TimeMention) -> None:
        """Give an item the hours that the line states."""
        item.time = mention
        self.give_hours(item, line, mention)
        self.claim(line)

    def give_hours(self, item: AgendaItem, line: Line, mention: TimeMention) -> None:
        """Give an item the hours of a mention in the line, and their zone or that of the day."""
        item.hours_at = (line.start + mention.start, line.start + mention.end)
        item.session.start, item.session.end = mention.begin, mention.finish
        zone = Words(label, item.hours_at) if (label := label_of(mention.zones)) is not None else self.zone
        if zone is not None:
            item.session.timezone, item.zone_at = zone.text, zone.at

    def set_day(self, mention: DateMention, line: Line) -> None:
        """Make a day that of all lines below, and its zone that of their times."""
        self.day, self.day_of_month = mention, None
        self.role = None
        stated, end = labels_after(line.text, mention.end)
        label = label_of(stated)
        if label is not None:
            self.zone = Words(label, (line.start + mention.end, line.start + end))
        self.agenda.days.append((mention, line))
        self.claim(line)
