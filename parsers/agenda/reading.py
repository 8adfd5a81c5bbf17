"""The agenda: programmes, session lists and lists of side events, whatever way their blocks nest.

One walk over the page's lines with a small state: the day, the open item, the role that a label above has announced.
Layouts differ in where a time, a title and the people stand; what each line *is* is told by the line alone:

    day line      "Tuesday, 2 December 2008", "24 April 2012|Day 1", the label of a tab or accordion panel
    head line     "19 September 2024 | Title" (a side event), followed by "Time: 10.30-12.00 EDT"
    time line     "10:00 - 13:00", the title behind it, on the next line, or (lists of side events) on the line before
    label line    "Moderator: A B", "Speakers:", "Co-organizers: X, Y", "Venue: Z"
    people line   "A B, Minister of Labour, Kenya (Remarks)"
    prose         the description of the open item

In a table a column's header may give what its cells are: a day, a role, the organisers. Every block in the agenda's
region ends up claimed by a fact or listed as a leftover.
"""

from __future__ import annotations

import re

from parsers.agenda.calendars import CalendarRow, calendar_rows
from parsers.agenda.dated_lists import DatedTitle, dated_lists, hours_above
from parsers.agenda.items import (
    Agenda,
    AgendaItem,
    add_people,
    appearance,
    document_at,
    join_title,
    take_title,
)
from parsers.agenda.labels import Label, announced_role, by_line, label_at
from parsers.agenda.lines import ONLY_SEPARATORS, Line, lines_of
from parsers.agenda.session_kinds import heads_untimed, is_bare_number, names_session, role_in_session, session_kind
from parsers.dates.deadlines import is_day_of_call
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.times import TimeMention
from parsers.dates.zones import labels_after
from parsers.organizations.organizer_lists import split_organizer_list
from parsers.page import Page
from parsers.people.affiliation import post_line
from parsers.people.contacts import announces_contacts
from parsers.people.lines import PersonReading, read_people
from parsers.people.names import looks_like_name
from parsers.places.countries import country_of
from parsers.record import Involvement, InvolvementRole, Role, Session

_BODY_LABELS = ("organizer", "co_organizer", "host", "partner", "sponsor")
_AGENDA_END = re.compile(
    r"^(?:event documents|related documents?|documents?|background|contacts?|about|outcomes?|photos?|gallery|media"
    r"|press|registration|logistics|practical information|resources|videos?|news|related (?:links|content|items)"
    r"|(?:for )?(?:more|further) information|documents? connexes|contexte|inscription|informations pratiques|ressources"
    r"|antecedentes|documentos|contacto|recursos|inscripción|información práctica|sponsors|partners|end of session"
    r"|(?:speakers['’] )?biographies|share this|download.*|final report.*|follow[- ]up.*)\s*:?\s*$",
    re.IGNORECASE,
)
_COLUMN_HEADER = re.compile(
    r"^(?:times?|hours?|heure|horaire|hora|horario|الوقت|التوقيت|dates?|fecha|days?|sessions?|items?|topics?"
    r"|title|programme?|agenda|activity|activities|speakers?|moderators?|panell?ists?|venue|room|format|documents?|thème|sujet"
    r"|intervenants?|modérateurs?|tema|ponentes|actividad|الجلسة|المتحدثون|الموضوع|النشاط|البرنامج|organi[sz]ers?"
    r"|working group|horas|salle|sala)$",
    re.IGNORECASE,
)
_DATE_COLUMN = re.compile(r"^(?:dates?|fechas?|days?|jour|día|التاريخ)$", re.IGNORECASE)
_NOTE_COLUMN = re.compile(
    r"^(?:format|audience|purpose|documents?|description|objectives?|remarks|notes?|working group|language|room|venue"
    r"|salle|sala|القاعة)\b",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"\b(?:cancelled|canceled|annulée?|cancelad[oa]|suspendid[oa]|withdrawn)\b|أ?ُ?لغيت|ملغاة", re.IGNORECASE
)
_ROOM = re.compile(
    r"^(?:(?:conference |meeting |committee )?room|salle|sala|hall|auditorium|plenary hall|ballroom|chamber|قاعة)\b"
    r"|\b(?:conference room|room \w{1,5}|hall [a-z0-9]|salle \w{1,12}|auditorium|headquarters|hq)\b",
    re.IGNORECASE,
)
_ZONE_WORDS = re.compile(
    r"^\((?:EDT|EST|ET|CET|CEST|GMT|UTC|[A-Z]{2,4}(?: time)?)\)\s*|^(?:time|hrs|hours|horas|h|geneva time|local time)$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)\W*")  # "26 October (Lima time)"
_SENTENCE = re.compile(r"[.!?…]['”\"»)]*$")
_END_OF_SESSION = re.compile(r"^end of (?:the )?session|^fin de la (?:séance|sesión)", re.IGNORECASE)
_LONG_TITLE = 400
_WORD = re.compile(r"[^\W\d_]{2}")


def read_agenda(page: Page) -> Agenda:
    """Read every agenda item of a page. Years and zones are left to `parsers.assembly`, which sees the whole page."""
    return _Reader(page).read()


class _Reader:
    """The walk. ``agenda`` is what it has read so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines = list(lines_of(page))
        self.place = 0  # of the line in hand
        self.dated = dated_lists(self.lines)
        self.calendar = calendar_rows(self.lines)
        self.taken = frozenset(place for row in self.calendar.values() for place in row.taken)
        self.agenda = Agenda()
        self.day: DateMention | None = None
        self.day_of_month: tuple[int, int] | None = None
        self.zone: str | None = None  # of all times below a day's heading: "Monday 3 May (Lima time)"
        self.context: str | None = None
        self.item: AgendaItem | None = None
        self.role: Role | None = None  # announced by a label, for the lines below it
        self.open_label: str | None = None
        self.panel: str | None = None
        self.panel_day: DateMention | None = None
        self.columns: dict[tuple[int | None, int], str] = {}
        self.column_days: dict[tuple[int | None, int], DateMention] = {}
        self.named: set[str] = set()  # everybody named so far
        self.pending: tuple[PersonReading, Line] | None = None  # a name whose post may stand on the next line

    # --- the walk -----------------------------------------------------------------------------------------------

    def read(self) -> Agenda:
        for place, line in enumerate(self.lines):
            self.place = place
            self._enter_panel(line)
            self._step(line)
        self._close()
        self._settle()
        return self.agenda

    def _step(self, line: Line) -> None:
        if line.block.kind in ("field_label", "field_value", "caption"):
            return
        if self.place in self.calendar:
            self._calendar_row(line, self.calendar[self.place])
        elif self.item is not None and self.item.table not in (None, line.block.table):
            self._close()
        if self.place in self.taken:
            return
        if line.block.kind == "cell" and (self._column_header(line) or self._date_cell(line)):
            return
        if self._day_line(line) or self._time_line(line):
            return
        if self.item is not None:
            self._inside(line)
        elif self.agenda.days and line.index - self.agenda.days[-1][1].index <= 2:
            self.context = line.text

    def _enter_panel(self, line: Line) -> None:
        """A panel's label may be the day of what stands in it, and ends what stood before."""
        if line.block.label == self.panel:
            return
        self.panel = line.block.label
        self.panel_day = None
        if line.block.kind != "label":
            self._close()
        if self.panel:
            mentions = [m for m in find_dates(self.panel) if m.days or m.day_number is not None]
            self.panel_day = mentions[0] if mentions else None

    def _following(self, count: int) -> list[Line]:
        return self.lines[self.place + 1 : self.place + 1 + count]

    def _claim(self, line: Line) -> None:
        self.agenda.claimed.add(line.index)

    # --- days ---------------------------------------------------------------------------------------------------

    def _day_line(self, line: Line) -> bool:
        dated = self.dated.get(self.place)
        if dated is not None:
            return self._dated_title(line, dated)
        found = line.day()
        if found is None:
            return self._day_of_month_line(line)
        mention, rest, offset = found
        times = [time for time in line.times if time.start >= mention.end]
        if times and line.block.kind != "label":
            return self._day_and_time(line, mention, times[0])
        if rest and not _IN_BRACKETS.fullmatch(rest) and self._heads_side_event(rest):
            self._close()
            self._set_day(mention, line)
            self._open(line, None, (rest, offset)).side_event = True
            return True
        if not self._only_names_day(line, rest):
            return False
        self._close()
        self._set_day(mention, line)
        self.context = rest if rest and not _IN_BRACKETS.fullmatch(rest) else None
        return True

    def _dated_title(self, line: Line, dated: DatedTitle) -> bool:
        """A line of a list of days and titles; its hours may be stated once, above the list."""
        self._close()
        self._set_day(dated.day, line)
        item = self._open(line, dated.time, (dated.title, dated.offset))
        item.listed = True
        hours = hours_above(self.lines, min(self.dated)) if dated.time is None else None
        if hours is not None:
            item.session.start, item.session.end = hours.begin, hours.finish
            item.session.timezone = hours.zones[0] if hours.zones else self.zone
        if self.place == max(self.dated):
            self._close()
        return True

    def _only_names_day(self, line: Line, rest: str) -> bool:
        if len(rest) > 90 or (len(rest) > 40 and _SENTENCE.search(rest)):
            return False
        if rest and len(rest) >= 60 and not (line.block.kind in ("heading", "label") or line.block.all_bold):
            return False
        if line.block.kind == "label" or line.block.colspan > 1:
            return True
        if any(block.kind == "field_label" for block in self.page.blocks[line.index + 1 : line.index + 6]):
            return False  # the posting date over a card
        return any(self._shows_time(following) for following in self._following(9))

    def _shows_time(self, line: Line) -> bool:
        if line.leading_time() or (line.label is not None and line.label.meaning == "time"):
            return True
        return len(line.text) < 140 and any(time.finish for time in line.times)

    def _day_of_month_line(self, line: Line) -> bool:
        """ "Martes 22": the month is known from the event's dates only."""
        day = line.weekday_and_number()
        if day is None or not any(self._shows_time(following) for following in self._following(4)):
            return False
        self._close()
        self.day, self.day_of_month = None, day
        self._claim(line)
        return True

    def _day_and_time(self, line: Line, mention: DateMention, time: TimeMention) -> bool:
        """A line with a day and a time is an item of its own where a title stands on it."""
        rest = line.text[time.end :].strip(" |,:–—-()")
        between = line.text[mention.end : time.start].strip(" |,:–—-()")
        between = re.sub(r"^(?:at|from|de|à|a las|من)$", "", between, flags=re.IGNORECASE)
        if len(rest) <= 3 or between or _SENTENCE.search(rest) or find_dates(rest) or _ROOM.search(rest):
            return False
        if country_of(rest.rsplit(",", 1)[-1]) or (line.block.kind == "paragraph" and line.index < 3):
            return False
        self._close()
        self._set_day(mention, line)
        self._open(line, time, (rest, line.text.find(rest, time.end)))
        return True

    def _set_day(self, mention: DateMention, line: Line) -> None:
        self.day, self.day_of_month = mention, None
        self.role = None
        stated, _end = labels_after(line.text, mention.end)
        self.zone = stated[0] if stated else self.zone
        self.agenda.days.append((mention, line))
        self._claim(line)

    def _heads_side_event(self, title: str) -> bool:
        """Whether "<day> | <title>" heads an item: its time or organisers are labelled on the next lines."""
        if not 4 <= len(title) <= 300:
            return False
        for following in self._following(3):
            if following.day():
                return False
            label = following.label
            if label is not None and label.meaning in ("time", *_BODY_LABELS, "speaker", "panellist", "venue"):
                return True
            leading = following.leading_time()
            if leading and ONLY_SEPARATORS.match(following.text[leading[1] :]):
                return True
        return False

    # --- tables -------------------------------------------------------------------------------------------------

    def _column_header(self, line: Line) -> bool:
        """A table's header cell: a day of its column, or words that say what the column's cells are."""
        block = line.block
        found = line.day()
        if found is not None and not found[1] and block.colspan == 1 and block.row <= 1 and self._days_in_row(line) > 1:
            self._close()
            self.column_days[(block.table, block.column)] = found[0]
            self.agenda.days.append((found[0], line))
            self._claim(line)
            return True
        text = line.text.strip().rstrip(":")
        if not (block.header or (_COLUMN_HEADER.match(text) and block.row <= 1 and not line.times)):
            return False
        if found or line.leading_time() or (block.header and block.row > 1 and block.column == 0):
            return False
        self.columns[(block.table, block.column)] = text
        self._claim(line)
        return True

    def _days_in_row(self, line: Line) -> int:
        nearby = self.lines[max(0, self.place - 8) : self.place + 9]
        return sum(
            other.block.table == line.block.table and other.block.row == line.block.row and other.day() is not None
            for other in nearby
        )

    def _calendar_row(self, line: Line, row: CalendarRow) -> None:
        """A row of a table of events: what its other cells say comes with the lines that follow."""
        day_line, title_line = self.lines[row.day_at], self.lines[row.title_at]
        self._close()
        self._set_day(row.day, day_line)
        item = self._open(line, None, (title_line.text, 0), title_line=title_line)
        item.listed, item.table = True, line.block.table
        if row.time is not None:
            self._give_time(item, self.lines[row.time_at] if row.time_at is not None else day_line, row.time)
        if row.venue_at is not None:
            item.session.venue = self.lines[row.venue_at].text.strip(" .")
        for place in row.taken:
            self._claim(self.lines[place])

    def _date_cell(self, line: Line) -> bool:
        """A cell of a column of dates: its row is an item of that day, often without a time."""
        header = self.columns.get((line.block.table, line.block.column), "")
        found = line.day() if _DATE_COLUMN.match(header) else None
        if found is None or not self._row_of_item(line):
            return False
        self._close()
        self._set_day(found[0], line)
        self._open(line, line.times[0] if line.times else None, None)
        return True

    def _row_of_item(self, line: Line) -> bool:
        """Whether the cells beside a date can be those of an item: words, and no deadline."""
        block = line.block
        nearby = self.lines[max(0, self.place - 8) : self.place + 9]
        row = [other for other in nearby if (other.block.table, other.block.row) == (block.table, block.row)]
        behind = next((other for other in row if other.block.column > block.column), None)
        return (behind is None or _WORD.search(behind.text) is not None) and not any(
            is_day_of_call(other.text) for other in row
        )

    def _column_label(self, line: Line) -> Label | None:
        header = self.columns.get((line.block.table, line.block.column)) if line.block.table is not None else None
        return label_at(f"{header}:") if header else None

    def _new_item_in_row(self, line: Line) -> bool:
        """A further row or title cell at one time (rowspan, parallel columns) is an item of its own."""
        item, block = self.item, line.block
        if item is None or not item.session.title or item.time is None or block.joined or line.part:
            return False
        first = item.lines[0].block if item.lines else None
        if first is None or first.table != block.table:
            return False
        header = self.columns.get((block.table, block.column), "")
        if self._column_label(line) is not None or _NOTE_COLUMN.match(header):
            return False
        if line.label is not None and (line.label.rest < len(line.text) or not names_session(line.text)):
            return False
        dated = (block.table, block.column) in self.column_days
        new_row = block.row != first.row
        if not new_row and block.column <= first.column:
            return False
        if not names_session(line.text) and read_people(line.text):
            return False
        if len(line.text) > 200 or (_SENTENCE.search(line.text) and len(line.text) > 90 and not dated):
            return False
        told = names_session(line.text) or block.all_bold or dated
        if not (told or (header and not new_row) or (new_row and block.column <= first.column)):
            return False
        self._open_beside(item, line)
        return True

    def _open_beside(self, item: AgendaItem, line: Line) -> None:
        """A new item at the same time as ``item``."""
        self._close()
        beside = self._open(line, None, (line.text, 0))
        beside.time, beside.day = item.time, self._day_of(line) or item.day
        beside.day_of_month = item.day_of_month
        for name in ("start", "end", "timezone"):
            setattr(beside.session, name, getattr(item.session, name))

    # --- times --------------------------------------------------------------------------------------------------

    def _time_line(self, line: Line) -> bool:
        if line.label is not None and line.label.meaning == "time" and line.times:
            return self._labelled_time(line)
        leading = line.leading_time()
        if leading is None:
            return self._trailing_time(line)
        mention, end = leading
        rest = line.text[end:]
        if mention.finish is None and not self._single_time_counts(line, rest):
            return False
        title = _ZONE_WORDS.sub("", rest.strip(" |,:–—-•")).strip(" |,:–—-•")
        if not title:
            return self._lone_time(line, mention)
        if self._title_before(line) is not None and self._is_place(rest, title):
            return self._open_before(line, mention, venue=title)
        if not self._may_be_title(title, line):
            return False
        self._close()
        self._open(line, mention, (title, line.text.find(title, end)))
        return True

    def _is_place(self, rest: str, title: str) -> bool:
        """Whether what stands behind a time is its place: a room's name, or words behind a bar or comma in a list."""
        if len(title) > 90:
            return False
        if _ROOM.search(title):
            return True
        mark = rest.lstrip()[:1]
        return mark in ("|", ",", "،") and not names_session(title) and (mark == "|" or self._heads_entry())

    def _heads_entry(self) -> bool:
        """Whether the line before is the head of a list's entry: in bold, or with a label under its time."""
        following = next(iter(self._following(1)), None)
        label = following.label if following is not None else None
        return self.lines[self.place - 1].block.all_bold or (
            label is not None and (label.kind == "role" or label.meaning in (*_BODY_LABELS, "venue"))
        )

    def _single_time_counts(self, line: Line, rest: str) -> bool:
        """A time without an end heads an item only where others do too, or in a day's programme."""
        if len(rest) >= 200:
            return False
        if self.item is not None or self.day is not None or line.block.kind in ("cell", "term", "heading"):
            return True
        nearby = self.lines[max(0, self.place - 12) : self.place + 12]
        return any(other is not line and other.leading_time() for other in nearby)

    def _labelled_time(self, line: Line) -> bool:
        """ "Time: 10.30-12.00 EDT" belongs to the item opened above, else to the title right above."""
        if self.item is not None and self.item.time is None and not self.item.readings:
            self._give_time(self.item, line, line.times[0])
            return True
        return self._open_before(line, line.times[0])

    def _lone_time(self, line: Line, mention: TimeMention) -> bool:
        """A time alone on its line: the title follows, or (in lists of side events) stands right before."""
        following = next(iter(self._following(1)), None)
        if self._title_stands_before(line, following):
            return self._open_before(line, mention)
        outside = self.item is None and self.day is None and self.day_of_month is None and line.block.kind != "cell"
        if following is not None and outside and is_prose(following.text):
            return False
        self._close()
        self._open(line, mention, None)
        return True

    def _title_stands_before(self, line: Line, following: Line | None) -> bool:
        before = self._title_before(line)
        if before is None:
            return False
        if following is None or following.leading_time() is not None or following.day() is not None:
            return before.index in self.agenda.leftovers or self.item is None or before not in self.item.lines
        label = following.label
        if label is not None and (label.kind == "role" or label.meaning in (*_BODY_LABELS, "venue")):
            return True
        return is_prose(following.text)

    def _title_before(self, line: Line) -> Line | None:
        """The unclaimed line right above that can be a title."""
        if self.place == 0 or line.block.table is not None:
            return None
        before = self.lines[self.place - 1]
        if before.index in self.agenda.claimed or before.label is not None or before.day() or before.leading_time():
            return None
        if before.block.kind not in ("paragraph", "heading", "item", "label") or not 4 <= len(before.text) <= 220:
            return None
        if before.text == self.page.title:
            return None
        if _SENTENCE.search(before.text) and not before.text.endswith("?"):
            return None
        first = before.text[0]
        return before if first.isupper() or not first.isalpha() or before.block.kind == "heading" else None

    def _open_before(self, line: Line, mention: TimeMention, venue: str | None = None) -> bool:
        """Open an item whose title is the line before."""
        before = self._title_before(line)
        if before is None:
            return False
        if before.index in self.agenda.leftovers:
            self.agenda.leftovers.remove(before.index)
        self._close()
        item = self._open(line, mention, (before.text, 0), title_line=before)
        item.session.venue = venue
        item.side_event = True
        return True

    def _trailing_time(self, line: Line) -> bool:
        """ "Lunch, 12:30 - 14:00", "Panel 1: X (10:00 – 11:30)": a range at the end of a line that names an item."""
        if not line.times or len(line.text) > 200 or (self.day is None and self.item is None):
            return False
        mention = line.times[-1]
        if mention.finish is None or mention.start < 4 or not ONLY_SEPARATORS.match(line.text[mention.end :]):
            return False
        title = line.text[: mention.start].rstrip(" (|,–—-[:")
        if line.label is not None or _SENTENCE.search(title) or not self._may_be_title(title, line):
            return False
        set_off = line.block.kind in ("heading", "item", "cell", "label") or line.block.all_bold
        if not (set_off or names_session(title)):
            return False
        self._close()
        self._open(line, mention, (title, 0))
        return True

    def _may_be_title(self, title: str, line: Line) -> bool:
        if len(title) > _LONG_TITLE or not _WORD.search(title):
            return False
        alone = self.item is None and self.day is None and self.day_of_month is None
        return not (alone and line.block.kind == "paragraph" and len(title) > 160 and _SENTENCE.search(title))

    # --- items --------------------------------------------------------------------------------------------------

    def _open(
        self, line: Line, time: TimeMention | None, title: tuple[str, int] | None, title_line: Line | None = None
    ) -> AgendaItem:
        item = AgendaItem(Session(title="", span=(line.start, line.end)), self._day_of(line), self.day_of_month)
        item.context = self.context
        self.item, self.role, self.open_label = item, None, None
        self.agenda.items.append(item)
        self._claim(line)
        if time is not None:
            self._give_time(item, line, time)
        if title is not None:
            take_title(item, title[0], title_line or line, title[1])
            self._claim(title_line or line)
        return item

    def _day_of(self, line: Line) -> DateMention | None:
        """The day of a line: its column's, the last day line's, or its panel's where that has no day line."""
        column = self.column_days.get((line.block.table, line.block.column)) if line.block.table is not None else None
        if column is not None:
            return column
        own = any(day_line.block.label == self.panel for _mention, day_line in self.agenda.days)
        if self.panel_day is not None and not own:
            return self.panel_day
        return self.day

    def _give_time(self, item: AgendaItem, line: Line, mention: TimeMention) -> None:
        item.time = mention
        item.session.start, item.session.end = mention.begin, mention.finish
        item.session.timezone = mention.zones[0] if mention.zones else self.zone
        self._claim(line)

    def _close(self) -> None:
        self.item, self.role, self.open_label, self.pending = None, None, None, None

    # --- what stands under an item --------------------------------------------------------------------------------

    def _inside(self, line: Line) -> None:
        item = self.item
        assert item is not None  # noqa: S101  # only called with an open item
        if item.session.title and self._ends_agenda(line):
            self._close()
            return
        if (line.label is not None and line.label.meaning == "contact") or announces_contacts(line.text):
            self._close()  # whom to write to is no part of a session
            return
        if item.session.title and len(line.text) < 120 and line.dates and is_day_of_call(line.text):
            self._claim(line)
            self._close()
            return
        if line.block.kind == "cell" and self._new_item_in_row(line):
            return
        if not item.session.title:
            if self._title_follows(item, line):
                return
        elif self._title_goes_on(item, line):
            return
        column = self._column_label(line)
        if column is not None and column.kind == "line" and line.label is None:
            self._labelled_line(item, line, column.meaning, 0)
            return
        if line.label is not None:
            self._label_line(item, line, line.label)
            return
        if self._people_line(item, line, column.role if column is not None else None) or self._untimed_item(item, line):
            return
        if announced_role(line.text) is not None:
            self.role = self.role or item.default_role
            self._claim(line)
        elif item.session.venue is None and len(line.text) < 80 and _ROOM.match(line.text):
            item.session.venue = line.text.strip(" .")
            self._claim(line)
        else:
            self._description(item, line)

    def _ends_agenda(self, line: Line) -> bool:
        block, text = line.block, line.text.strip()
        if (block.kind == "label" and not line.day()) or _END_OF_SESSION.match(text):
            return True
        if block.kind == "heading" and 0 < block.level <= 3 and not names_session(text):
            return not any(self._shows_time(other) for other in self._following(2))
        if not _AGENDA_END.match(text):
            return False
        if line.label is not None and line.label.meaning == "documents":
            following = next(iter(self._following(1)), None)
            if following is not None and following.block.kind == "item":
                return False  # the item's own documents
        return block.kind == "heading" or block.all_bold or block.gap or not text.endswith(":")

    def _title_follows(self, item: AgendaItem, line: Line) -> bool:
        """The first line under a lone time is its title, unless it is people or prose."""
        label = line.label
        bare = label is not None and label.rest >= len(line.text) and not line.text.rstrip().endswith(":")
        if label is not None and label.kind == "line" and not (bare and names_session(line.text)):
            return False
        if label is not None and label.rest < len(line.text):
            if not names_session(label.text) and label.meaning not in ("opening", "closing", "panellist"):
                return False
        elif is_prose(line.text) and not line.block.all_bold:
            return False
        else:
            people = read_people(line.text)
            if people and people[0].honorific and not names_session(line.text[: people[0].start]):
                return False
        take_title(item, line.text, line, 0)
        if line.block.table is not None:
            item.day = self.column_days.get((line.block.table, line.block.column)) or item.day
        self._claim(line)
        return True

    def _title_goes_on(self, item: AgendaItem, line: Line) -> bool:
        """ "Session 1" and its subject on the next line; a stronger head before anybody is named replaces the title."""
        if item.readings or line.label is not None or item.session.organizers or self.role is not None:
            return False
        previous = self.lines[self.place - 1] if self.place else None
        if previous is None or not item.lines or previous is not item.lines[-1]:
            return False
        if is_prose(line.text) or len(line.text) > 220:
            return False
        if is_bare_number(item.session.title) and not _names_person_surely(line.text):
            join_title(item, line)
        elif heads_untimed(line.text) and not heads_untimed(item.session.title) and not _opens_or_closes(item):
            take_title(item, line.text, line, 0)
        else:
            return False
        self._claim(line)
        return True

    # --- labels -------------------------------------------------------------------------------------------------

    def _label_line(self, item: AgendaItem, line: Line, label: Label) -> None:
        self.pending = None
        self._claim(line)
        if label.role is None:
            self._labelled_line(item, line, label.meaning, label.rest)
            return
        self.open_label, self.role = None, label.role
        rest = line.text[label.rest :]
        if not rest.strip():
            return
        people = read_people(rest, single=True, linked=[(a - label.rest, b - label.rest) for a, b in line.links])
        if people:
            add_people(item, line, people, label.role, label.rest)
            self.named.update(person.name for person in people)
            self.role = label.role if label.role in ("panellist", "speaker") or label.text.endswith("s") else None

    def _labelled_line(self, item: AgendaItem, line: Line, meaning: str, offset: int) -> None:
        self.role, self.open_label = None, meaning
        self._claim(line)
        rest = line.text[offset:]
        if not rest.strip():
            return
        if meaning in _BODY_LABELS:
            self._bodies(item, line, meaning, offset)
        elif meaning == "venue":
            item.session.venue = rest.strip(" .")
        elif meaning == "documents":
            item.session.documents.append(document_at(rest, line, offset))

    def _bodies(self, item: AgendaItem, line: Line, meaning: str, offset: int) -> None:
        role: InvolvementRole = meaning  # type: ignore[assignment]  # only called with those of _BODY_LABELS
        rest = line.text[offset:]
        for body in split_organizer_list(rest):
            start = line.start + offset
            item.session.organizers.append(
                Involvement(body.name, body.role or role, start + body.start, start + body.end, rule=f"label {meaning}")
            )
            if body.person is not None:
                at = max(0, rest.find(body.person)) + offset
                organization = body.name if body.post != body.name else None
                reading = PersonReading(
                    body.person, at, at + len(body.person), body.person, body.post, organization, sure=True
                )
                self.agenda.people.append(appearance(reading, "host", line.start, line.end))

    # --- people -------------------------------------------------------------------------------------------------

    def _people_line(self, item: AgendaItem, line: Line, column_role: Role | None) -> bool:
        """A line that names people; whether a bullet is one depends on the list that it stands in."""
        by = by_line(line.text)
        if by is not None:
            links = [(a - by.rest, b - by.rest) for a, b in line.links]
            people = read_people(line.text[by.rest :], single=True, linked=links)
            if people:
                self._take_people(item, line, people, by.role, by.rest)
                return True
        if self._post_below_name(line):
            return True
        if self.open_label in ("documents", "note", "date"):
            return False
        listed = line.block.kind in ("item", "cell", "definition") or self.role is not None or column_role is not None
        people = read_people(line.text, single=listed and self.role is not None, linked=line.links)
        if not people or not self._accepts(item, line, people, listed, column_role):
            return False
        self._take_people(item, line, people, column_role or self.role, 0)
        return True

    def _take_people(
        self, item: AgendaItem, line: Line, people: list[PersonReading], role: Role | None, offset: int
    ) -> None:
        add_people(item, line, people, role, offset)
        self.named.update(person.name for person in people)
        self._claim(line)
        last = people[-1]
        bare = last.position is None and last.organization is None and not last.documents
        self.pending = (last, line) if bare else None

    def _accepts(
        self, item: AgendaItem, line: Line, people: list[PersonReading], listed: bool, column_role: Role | None
    ) -> bool:
        first = people[0]
        if first.start > 30:
            return False
        if self.role is not None or column_role is not None:
            return len(line.text) < 700
        if is_prose(line.text) and not (listed and (first.honorific or first.position) and len(line.text) < 320):
            return False
        if first.sure:
            return True
        if names_session(line.text):
            return False
        in_list = bool(item.readings) and item.readings[-1][2].index == line.index - 1
        if looks_like_name(line.text.strip()) and ((listed and in_list) or first.name in self.named):
            return True
        return (listed or in_list) and (first.organization is not None or first.country is not None)

    def _post_below_name(self, line: Line) -> bool:
        """The post on the line under the name, as on pages of 2005."""
        if self.pending is None or self.place == 0:
            return False
        reading, name_line = self.pending
        if self.lines[self.place - 1] is not name_line or line.block.kind == "item":
            return False
        affiliation = post_line(line.text)
        if affiliation is None:
            return False
        reading.position, reading.organization, country = affiliation
        reading.country = reading.country or country
        self._claim(line)
        self.pending = None
        return True

    def _untimed_item(self, item: AgendaItem, line: Line) -> bool:
        """An item without a time of its own among timed ones ("Setting the Scene")."""
        if not (item.readings or item.session.organizers) or len(line.text) > 200:
            return False
        if not heads_untimed(line.text) or is_prose(line.text):
            return False
        day = item.day
        self._close()
        self._open(line, None, (line.text, 0)).day = day
        return True

    def _description(self, item: AgendaItem, line: Line) -> None:
        """A description belongs to its item; a short line that nothing has claimed is a leftover."""
        self.pending = None
        if self.open_label == "documents":
            item.session.documents.append(document_at(line.text, line, 0))
            self._claim(line)
        elif is_prose(line.text) or line.block.kind == "item" or self.open_label == "note":
            self._claim(line)
            if line.block.kind != "item":
                self.role = None
        else:
            self.agenda.leftovers.append(line.index)

    # --- the end ------------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Drop what turned out to be no item, and turn readings into people of their session."""
        agenda = self.agenda
        agenda.items = [
            item for item in agenda.items if item.session.title and not _CANCELLED.search(item.session.title)
        ]
        held = {id(item.day) for item in agenda.items}
        last = max((line.index for item in agenda.items for line in item.lines), default=-1)
        for mention, line in agenda.days:
            if id(mention) not in held and line.index > last:
                agenda.claimed.discard(line.index)
        agenda.days = [(m, line) for m, line in agenda.days if id(m) in held or line.index <= last]
        if not held & {id(mention) for mention, _line in agenda.days}:
            agenda.days = []
        for item in agenda.items:
            self._settle_item(item)

    def _settle_item(self, item: AgendaItem) -> None:
        session = item.session
        session.kind = session_kind(session.title)
        if item.side_event and session.kind not in ("press_briefing", "break"):
            session.kind = "side_event"
        elif session.kind == "other" and item.context and session_kind(item.context) == "dialogue":
            session.kind = "dialogue"
        for reading, given, line in item.readings:
            on_panel = given == "speaker" and session.kind in ("panel", "dialogue")  # "Participan:" at a round table
            role: Role = "panellist" if on_panel else given
            person = appearance(reading, role, line.start, line.end)
            (self.agenda.people if role == "mentioned" else session.people).append(person)


def is_prose(text: str) -> bool:
    """Whether a line is running text: a sentence, not a title, a name or a list."""
    if len(text) < 60:
        return bool(re.search(r"^[A-ZÀ-Þ][^.]{25,}\.$", text)) and not looks_like_name(text.split(",")[0])
    words = text.split()
    named = looks_like_name(text.split(",")[0].strip())
    if _SENTENCE.search(text) and len(words) > 9:
        return not named
    return len(text) > 240 and sum(word[0].islower() for word in words) > 0.55 * len(words) and not named


def _names_person_surely(text: str) -> bool:
    people = read_people(text)
    return bool(people) and people[0].sure and people[0].start < 20


def _opens_or_closes(item: AgendaItem) -> bool:
    return role_in_session(item.session.title) in ("opening", "closing")
