"""The agenda: programmes, session lists and lists of side events, whatever way their blocks nest.

One walk over the page's blocks with a small state: the day, the open item, the role that a label above has announced.
Layouts differ in where a time, a title and the people stand; what each line *is* is told by the line alone:

    day line      "Tuesday, 2 December 2008", "24 April 2012|Day 1", the label of a tab or accordion panel
    head line     "19 September 2024 | Title" (a side event), followed by "Time: 10.30-12.00 EDT"
    time line     "10:00 - 13:00", with the title behind it, on the next line, or (in lists of side events) on the line before
    label line    "Moderator: A B", "Speakers:", "Co-organizers: X, Y", "Venue: Z"
    people line   "A B, Minister of Labour, Kenya (Remarks)"
    prose         the description of the open item

Every block in the agenda's region ends up claimed by a fact or listed as a leftover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.dates import DateMention, find_dates
from parsers.labels import Label, announces_people, by_line, label_at
from parsers.organizations import split_organizer_list
from parsers.page import Block, Page
from parsers.people import PersonReading, is_document_label, looks_like_name, post_line, read_people
from parsers.countries import country_of
from parsers.record import Appearance, Document, Involvement, InvolvementRole, Role, Session
from parsers.session_kinds import names_session, role_in_session, session_kind
from parsers.times import TimeMention, find_times

_BRACKET_TAIL = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*$")
_ITEM_LETTER = re.compile(r"^\s*(?:[a-h]\)|[ivx]{1,4}\)|\d{1,2}[.)])\s+(?=\S)")
_BARE_NUMBERED = re.compile(
    r"^(?:(?:thematic |parallel |special |technical |plenary |working )?(?:session|panel|part|module|segment|theme|workshop|roundtable|round table|séance|sesión|mesa|bloque|panel|módulo|atelier|table ronde|taller|الجلسة|جلسة|حلقة)\s*"
    r"(?:no\.?\s*|n°\s*)?(?:\d{1,2}|[ivx]{1,4}|[a-h]|one|two|three|four|five|six|first|second|third|première|الأولى|الثانية|الثالثة|الرابعة)?)\s*[:.]?$",
    re.IGNORECASE,
)
_UNTIMED_HEAD = re.compile(
    r"^(?:setting the scene|scene[- ]setting|(?:special |high-level |parallel |thematic )?(?:panel|session|round ?table|segment|workstream|breakout(?: session| group)?|side event)\s*(?:\d|[ivx]+\b|[a-h]\b|:|–|-)|high-level (?:segment|plenary|panel)|special panel"
    r"|(?:séance|sesión|panel|mesa(?: redonda)?|table ronde|atelier)\s+(?:\d|[ivx]+\b)|mise en contexte|الجلسة (?:الأولى|الثانية|الثالثة|الرابعة|\d))",
    re.IGNORECASE,
)
_AGENDA_END = re.compile(
    r"^(?:event documents|related documents?|documents?|background|contact|contacts|about|outcomes?|photos?|gallery|media|press|registration|logistics|practical information|resources|videos?|news|related (?:links|content|items)|more information|for (?:more|further) information"
    r"|documents? connexes|contexte|inscription|informations pratiques|ressources|antecedentes|documentos|contacto|recursos|inscripción|información práctica|sponsors|partners|end of session|speakers' biographies|biographies|share this|download.*|final report.*|summary.*|follow[- ]up.*)\s*:?\s*$",
    re.IGNORECASE,
)
_TIME_HEADER = re.compile(
    r"^(?:time|times|hour|hours|heure|horaire|hora|horario|الوقت|التوقيت|date|day|session|sessions|item|topic|title|programme|program|agenda|activity|speakers?|moderators?|panell?ists?|venue|room|format|documents?|thème|intervenants?|tema|ponentes|الجلسة|المتحدثون|الموضوع)$",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"\b(?:cancelled|canceled|annulée?|reportée|cancelad[oa]|suspendid[oa]|withdrawn)\b|ألغيت|أُلغيت|ملغاة",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\(\s*(?:cont(?:['’]?d|inued|\.)|suite|continuación|cont)\s*\)", re.IGNORECASE)
_ROOM = re.compile(
    r"^(?:(?:conference |meeting |committee )?room|salle|sala|hall|auditorium|plenary hall|ballroom|chamber|قاعة)\b|\b(?:conference room|room \w{1,5}|hall [a-z0-9]|salle \w{1,12}|auditorium|headquarters|hq)\b",
    re.IGNORECASE,
)
_ONLY_SEPARATORS = re.compile(r"^[\s|,;:()\[\]–—\-/.•*]*$")
_SENTENCE = re.compile(r"[.!?…]['”\"»)]*$")


@dataclass(slots=True)
class AgendaItem:
    """A session while it is read: the record's `Session` and what the assembly needs beside it."""

    session: Session
    day: DateMention | None
    time: TimeMention | None
    heading: str | None = None  # the label or heading that the item stands under
    blocks: list[int] = field(default_factory=list)
    side_event: bool = False  # headed "<day> | <title>", or its title stands before its time
    context: str | None = None  # the day's own heading, e.g. "International Dialogue on Migration"
    time_span: tuple[int, int] | None = None
    default_role: Role = "panellist"
    readings: list[tuple[PersonReading, Role, int]] = field(default_factory=list)


@dataclass(slots=True)
class Agenda:
    """What a page's agenda says. ``claimed`` are indexes of blocks that a fact rests on."""

    items: list[AgendaItem] = field(default_factory=list)
    days: list[tuple[DateMention, int]] = field(default_factory=list)  # with the index of their block
    people: list[Appearance] = field(default_factory=list)  # outside of any session, with a role of their own
    involvements: list[Involvement] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    leftovers: list[int] = field(default_factory=list)
    first: int | None = None
    last: int | None = None


class _Line:
    """One block with what its words are, each found once and only when asked for."""

    __slots__ = ("_dates", "_label", "_times", "block", "index", "text")

    def __init__(self, block: Block, index: int) -> None:
        self.block = block
        self.index = index
        self.text = block.text
        self._dates: list[DateMention] | None = None
        self._times: list[TimeMention] | None = None
        self._label: Label | None | bool = False

    @property
    def dates(self) -> list[DateMention]:
        if self._dates is None:
            self._dates = find_dates(self.text) if len(self.text) < 400 else []
        return self._dates

    @property
    def times(self) -> list[TimeMention]:
        if self._times is None:
            self._times = find_times(self.text) if len(self.text) < 400 else []
        return self._times

    @property
    def label(self) -> Label | None:
        if self._label is False:
            self._label = label_at(self.text) if len(self.text) < 1200 else None
        return self._label  # type: ignore[return-value]

    @property
    def links(self) -> list[tuple[int, int]]:
        return [(link.start - self.block.start, link.end - self.block.start) for link in self.block.links]

    def day(self) -> tuple[DateMention, str, int] | None:
        """The day that the line names as its subject, the words left over and their offset; None for other lines."""
        if len(self.text) > 160 or not self.dates:
            return None
        mention = self.dates[0]
        before = self.text[: mention.start].strip(" |,:–—-•()")
        if before and not re.fullmatch(
            r"(?:on\s+)?(?:agenda|programme|program|programa|day|jour|día|اليوم|\W)+", before, re.IGNORECASE
        ):
            # "Agenda – Day 1", "Geneva, 2 May": a venue or a title before the day is no day line
            return None
        if mention.bracketed or mention.relative or mention.stamp_hint or mention.published_hint or (not mention.days and mention.day_number is None):
            return None
        if mention.days and mention.days[0].day is None:
            return None
        end = (
            self.dates[1].end
            if len(self.dates) > 1 and _ONLY_SEPARATORS.match(self.text[mention.end : self.dates[1].start])
            else mention.end
        )
        rest = self.text[end:]
        offset = end + len(rest) - len(rest.lstrip(" |,:–—-"))
        return mention, self.text[offset:].strip(), offset

    def leading_time(self) -> tuple[TimeMention, int] | None:
        """The time that the line starts with, and the offset of what follows it."""
        if not self.times:
            return None
        mention = self.times[0]
        before = self.text[: mention.start]
        if len(before) > 24 or not re.fullmatch(
            r"\W{0,3}(?:(?:time|heure|hora|horario|horaire|from|de|à|a|at|الساعة|من)\s*:?\s*|TimeProgram(?:me)?\s*|[a-z]\)\s*)?\W{0,2}",
            before,
            re.IGNORECASE,
        ):
            return None
        return mention, mention.end


class _Reader:
    """The walk. ``agenda`` is what it has read so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines = [_Line(block, index) for index, block in enumerate(page.blocks)]
        self.agenda = Agenda()
        self.day: DateMention | None = None
        self.item: AgendaItem | None = None
        self.role: Role | None = None
        self.open_label: str | None = None
        self.context: str | None = None
        self.panel: str | None = None
        self.panel_day: DateMention | None = None
        self.row: tuple[int | None, int] = (None, -1)
        self.row_time: tuple[TimeMention, _Line] | None = None
        self.columns: dict[tuple[int | None, int], str] = {}
        self.pending_name: tuple[PersonReading, Role, _Line] | None = None

    # --- the walk ---

    def read(self) -> Agenda:
        for line in self.lines:
            self._enter(line)
            self._step(line)
        self._close()
        self._settle()
        return self.agenda

    def _step(self, line: _Line) -> None:
        block = line.block
        if block.kind in ("field_label", "field_value", "caption"):
            return
        if block.kind == "cell" and self._column_header(line):
            return
        if self._day_line(line) or self._time_line(line):
            return
        if self.item is not None:
            self._inside(line)
        elif self.day is not None and self.agenda.days and line.index - self.agenda.days[-1][1] <= 2:
            self.context = line.text  # what the whole day is about

    def _enter(self, line: _Line) -> None:
        """Follow panels and table rows: a panel's label may be a day, a row is one item."""
        block = line.block
        if block.label != self.panel:
            self.panel = block.label
            if block.kind != "label":
                self._close()
            self.panel_day = None
            if block.label:
                mentions = [m for m in find_dates(block.label) if m.days or m.day_number is not None]
                self.panel_day = mentions[0] if mentions else None
        if block.table is None or (block.table, block.row) != self.row:
            self.row = (block.table, block.row)
            if block.table is None:
                self.row_time = None

    # --- days ---

    def _day_line(self, line: _Line) -> bool:
        found = line.day()
        if found is None:
            return False
        mention, rest, offset = found
        times = [time for time in line.times if time.start >= mention.end]
        if times and line.block.kind != "label":
            return self._day_and_time(line, mention, times[0])
        if rest and line.text[: mention.start].strip() == "" and self._heads_side_event(line, rest):
            self._close()
            self._set_day(mention, line)
            self._open(line, None, title=(rest, offset))
            self.agenda.items[-1].side_event = True
            return True
        if len(rest) > 90 or (rest and _SENTENCE.search(rest) and len(rest) > 40):
            return False
        if rest and not (line.block.kind in ("heading", "label") or line.block.all_bold or len(rest) < 60):
            return False
        if not self._day_makes_sense(line):
            return False
        self._close()
        self._set_day(mention, line)
        self.context = rest or None
        return True

    def _day_makes_sense(self, line: _Line) -> bool:
        """A day line heads something: a time, a title or a person follows within a few lines, or it is a panel's label."""
        if line.block.kind == "label" or line.block.colspan > 1:
            return True
        if any(block.kind == "field_label" for block in self.page.blocks[line.index + 1 : line.index + 6]):
            return False  # the posting date over a card
        for following in self.lines[line.index + 1 : line.index + 9]:
            if following.leading_time() or (
                following.label and following.label.kind == "line" and following.label.meaning == "time"
            ):
                return True
            if any(time.finish for time in following.times) and len(following.text) < 140:
                return True
        return False

    def _day_and_time(self, line: _Line, mention: DateMention, time: TimeMention) -> bool:
        """A line with a day and a time: an item of its own where a title stands on it or right under it in a list."""
        rest = line.text[time.end :].strip(" |,:–—-()")
        between = line.text[mention.end : time.start].strip(" |,:–—-()")
        between = re.sub(r"^(?:at|from|de|à|a las|من)$", "", between, flags=re.IGNORECASE)
        if (
            rest
            and len(rest) > 3
            and not _SENTENCE.search(rest)
            and not find_dates(rest)
            and not between
            and not _ROOM.search(rest)
        ):
            if country_of(rest.rsplit(",", 1)[-1]) or line.block.kind == "paragraph" and line.index < 3:
                return False
            self._close()
            self._set_day(mention, line)
            self._open(line, time, title=(rest, line.text.find(rest, time.end)))
            return True
        return False

    def _set_day(self, mention: DateMention, line: _Line) -> None:
        self.day = mention
        self.role = None
        self.agenda.days.append((mention, line.index))
        self.agenda.claimed.add(line.index)
        self._extent(line.index)

    def _heads_side_event(self, line: _Line, title: str) -> bool:
        """Whether "<day> | <title>" heads an item: its time or organisers are labelled on the next lines."""
        if len(title) < 4 or len(title) > 300:
            return False
        for following in self.lines[line.index + 1 : line.index + 4]:
            if following.day():
                return False
            if following.label and following.label.meaning in (
                "time",
                "organizer",
                "co_organizer",
                "host",
                "speaker",
                "panellist",
                "venue",
            ):
                return True
            leading = following.leading_time()
            if leading and _ONLY_SEPARATORS.match(following.text[leading[1] :]):
                return True
        return False

    # --- times ---

    def _time_line(self, line: _Line) -> bool:
        label = line.label
        if label is not None and label.meaning == "time" and line.times:
            return self._labelled_time(line)
        leading = line.leading_time()
        if leading is None:
            return self._trailing_time(line)
        mention, end = leading
        if mention.finish is None and not self._single_time_counts(line, mention, end):
            return False
        rest = line.text[end:]
        title = rest.strip(" |,:–—-•")
        title = re.sub(r"^\((?:EDT|EST|ET|CET|CEST|GMT|UTC|[A-Z]{2,4}(?: time)?)\)\s*", "", title).strip(" |,:–—-•")
        if title.casefold() in ("time", "hrs", "hours", "horas", "h", "geneva time", "local time"):
            title = ""
        if not title:
            return self._lone_time(line, mention)
        if _ROOM.search(title) and len(title) < 80 and self._title_before(line) is not None:
            return self._open_before(line, mention, venue=title)
        if not self._may_be_title(title, line):
            return False
        self._close()
        self._open(line, mention, title=(title, line.text.find(title, end)))
        return True

    def _single_time_counts(self, line: _Line, mention: TimeMention, end: int) -> bool:
        """A time without an end heads an item only where others do too, or where a title set off from it follows."""
        rest = line.text[end:].strip(" :–—-|")
        if self.item is not None or self.day is not None or line.block.kind in ("cell", "term", "heading"):
            return not rest or len(rest) < 200
        nearby = self.lines[max(0, line.index - 12) : line.index + 12]
        return sum(1 for other in nearby if other is not line and other.leading_time()) >= 1 and len(rest) < 200

    def _labelled_time(self, line: _Line) -> bool:
        """ "Time: 10.30-12.00 EDT" belongs to the item opened above, else to the title right above."""
        mention = line.times[0]
        if self.item is not None and self.item.time is None and not self.item.session.people:
            self._give_time(self.item, line, mention)
            return True
        before = self._title_before(line)
        if before is None:
            return False
        return self._open_before(line, mention)

    def _lone_time(self, line: _Line, mention: TimeMention) -> bool:
        """A time alone on its line: the title follows, or (lists of side events) stands right before."""
        following = self.lines[line.index + 1] if line.index + 1 < len(self.lines) else None
        if self._title_stands_before(line, following):
            return self._open_before(line, mention)
        if line.block.table is not None:
            self.row_time = (mention, line)
        if (
            following is not None
            and self.item is None
            and self.day is None
            and self._is_prose(following)
            and line.block.kind != "cell"
        ):
            return False
        self._close()
        self._open(line, mention, title=None)
        return True

    def _title_stands_before(self, line: _Line, following: _Line | None) -> bool:
        before = self._title_before(line)
        if before is None:
            return False
        if following is None:
            return True
        if following.leading_time() is not None or following.day() is not None:
            return (
                self.item is None
                or not self.agenda.items
                or self.agenda.items[-1] is not self.item
                or before.index not in self.item.blocks
            )
        label = following.label
        return (
            label is not None
            and (label.kind == "role" or label.meaning in ("organizer", "co_organizer", "host", "venue", "partner"))
        ) or self._is_prose(following)

    def _title_before(self, line: _Line) -> _Line | None:
        """The unclaimed line right above that can be a title."""
        if line.index == 0 or line.block.table is not None:
            return None
        before = self.lines[line.index - 1]
        if before.index in self.agenda.claimed or before.label is not None or before.day() or before.leading_time():
            return None
        if before.block.kind not in ("paragraph", "heading", "item", "label") or not 4 <= len(before.text) <= 220:
            return None
        if _SENTENCE.search(before.text) and not before.text.endswith("?"):
            return None
        if self.item is not None and before.index in self.item.blocks and self.item.session.title == before.text:
            return None
        return (
            before
            if before.text[0].isupper() or not before.text[0].isalpha() or before.block.kind == "heading"
            else None
        )

    def _open_before(self, line: _Line, mention: TimeMention, venue: str | None = None) -> bool:
        before = self._title_before(line)
        if before is None:
            return False
        if self.item is not None and before.index in self.item.blocks:
            self.item.blocks.remove(before.index)
        if self.item is not None:
            self.item.readings = [reading for reading in self.item.readings if reading[2] != before.index]
        self._close()
        self._open(line, mention, title=None)
        assert self.item is not None  # noqa: S101  # _open has just set it
        self._set_title(self.item, before.text, before, 0)
        self.item.session.venue = venue
        self.item.side_event = True
        return True

    def _trailing_time(self, line: _Line) -> bool:
        """ "Lunch, 12:30 - 14:00", "Panel 1: X (10:00 – 11:30)": a range at the end of a short line that names an item."""
        if not line.times or len(line.text) > 200 or self.day is None and self.item is None:
            return False
        mention = line.times[-1]
        if mention.finish is None or mention.start < 4 or not _ONLY_SEPARATORS.match(line.text[mention.end :]):
            return False
        title = line.text[: mention.start].rstrip(" (|,–—-[:")
        if line.label is not None or _SENTENCE.search(title) or not self._may_be_title(title, line):
            return False
        if not (line.block.kind in ("heading", "item", "cell", "label") or line.block.all_bold or names_session(title)):
            return False
        self._close()
        self._open(line, mention, title=(title, 0))
        return True

    def _may_be_title(self, title: str, line: _Line) -> bool:
        if len(title) > 400:
            return False
        if (
            line.block.kind == "paragraph"
            and len(title) > 160
            and _SENTENCE.search(title)
            and self.item is None
            and self.day is None
        ):
            return False
        return bool(re.search(r"[^\W\d_]{2}", title))

    # --- items ---

    def _open(self, line: _Line, mention: TimeMention | None, title: tuple[str, int] | None) -> None:
        session = Session(title="", span=(line.block.start, line.block.end))
        day = self.day
        if day is None or (
            self.panel_day is not None
            and not any(index >= 0 and self.page.blocks[index].label == self.panel for _m, index in self.agenda.days)
        ):
            day = self.panel_day or day
        self.item = AgendaItem(session, day, None, heading=self.panel, context=self.context)
        self.role = None
        self.open_label = None
        self.agenda.items.append(self.item)
        self.agenda.claimed.add(line.index)
        self._extent(line.index)
        if mention is not None:
            self._give_time(self.item, line, mention)
        if title is not None:
            self._set_title(self.item, title[0], line, title[1])

    def _give_time(self, item: AgendaItem, line: _Line, mention: TimeMention) -> None:
        item.time = mention
        item.session.start, item.session.end = mention.begin, mention.finish
        item.session.timezone = mention.zones[0] if mention.zones else _zone_in_brackets(line.text[mention.end :])
        item.time_span = (line.block.start + mention.start, line.block.start + mention.end)
        self.agenda.claimed.add(line.index)
        self._extent(line.index)

    def _set_title(self, item: AgendaItem, words: str, line: _Line, offset: int) -> None:
        """Take a title off its line: item letters, brackets that name documents, a by-line with its people."""
        text = words
        letter = _ITEM_LETTER.match(text)
        if letter:
            text, offset = text[letter.end() :], offset + letter.end()
        while tail := _BRACKET_TAIL.search(text):
            if _CONTINUED.match(tail.group().strip()) or not is_document_label(tail.group(1)):
                break
            item.session.documents.append(self._document(tail.group(1), line, offset + tail.start(1)))
            text = text[: tail.start()]
        by = by_line(text)
        if by is not None:
            people = read_people(text[by.rest :])
            if people:
                self._add_people(item, line, people, by.role, offset + by.rest)
                text = text[: text.casefold().find(by.text.casefold()) + len(by.text)]
        else:
            text = self._people_in_title(item, text, line, offset)
        text = text.strip(" |–—-•").rstrip(":.;").strip() if not text.rstrip().endswith("...") else text.strip()
        item.session.title = text
        start = (
            line.block.start + line.text.find(text, max(0, offset)) if text and text in line.text else line.block.start
        )
        item.session.title_span = (start, start + len(text))
        item.session.span = (min(item.session.span[0], start), max(item.session.span[1], start + len(text)))
        item.default_role = role_in_session(text)
        item.blocks.append(line.index)
        self.agenda.claimed.add(line.index)
        self._extent(line.index)

    def _people_in_title(self, item: AgendaItem, text: str, line: _Line, offset: int) -> str:
        """ "Keynote address: H.E. Mr. A B, President, X" and "Opening remarks - A B, Director": the title ends at the person."""
        match = re.match(r"^([^:–—]{4,60}?)\s*(?::|\s[–—-])\s+(?=\S)", text)
        if not match or not names_session(match.group(1)):
            return text
        people = read_people(text[match.end() :])
        if people and people[0].start < 14 and people[0].sure and (people[0].honorific or people[0].position):
            role = role_in_session(match.group(1))
            self._add_people(item, line, people, role, offset + match.end())
            return match.group(1)
        return text

    def _close(self) -> None:
        self._flush_pending()
        self.item = None
        self.role = None
        self.open_label = None

    def _column_header(self, line: _Line) -> bool:
        """A table's header cell: remembered, since it may name the role of its column."""
        block = line.block
        key = (block.table, block.column)
        text = line.text.strip().rstrip(":")
        if block.header or (_TIME_HEADER.match(text) and block.row <= 1 and not line.times):
            if line.day() or line.leading_time():
                return False
            if block.header and block.row > 1 and block.column == 0:
                return False
            self.columns[key] = text
            self.agenda.claimed.add(line.index)
            return True
        return False

    # --- what stands under an item ---

    def _inside(self, line: _Line) -> None:
        item = self.item
        assert item is not None  # noqa: S101  # only called with an open item
        block = line.block
        if self._ends_agenda(line):
            self._close()
            return
        if block.kind == "cell" and self._new_item_in_row(line):
            return
        item.blocks.append(line.index)
        self._extent(line.index)
        label = line.label
        if not item.session.title:
            if self._title_follows(line, label):
                return
        elif self._title_goes_on(item, line, label):
            return
        if label is not None:
            self._labelled(line, label)
            return
        column_role = self._column_role(line)
        if self._people_line(line, column_role):
            return
        if self._untimed_item(line):
            return
        if announces_people(line.text):
            self.role = self.role or item.default_role
            self.agenda.claimed.add(line.index)
            return
        if self._venue_line(line):
            return
        self._prose(line)

    def _ends_agenda(self, line: _Line) -> bool:
        block = line.block
        text = line.text.strip()
        if block.kind == "label" and not line.day():
            return True
        if re.match(r"^end of (?:the )?session|^fin de la (?:séance|sesión)", text, re.IGNORECASE):
            return True
        if (
            block.kind == "heading"
            and block.level
            and block.level <= 3
            and not names_session(text)
            and self.item is not None
            and self.item.session.title
        ):
            following = self.lines[line.index + 1 : line.index + 3]
            return not any(
                other.leading_time() or (other.label and other.label.meaning == "time") for other in following
            )
        return (
            bool(_AGENDA_END.match(text))
            and (block.kind in ("heading", "label") or block.all_bold or not text.endswith(":") or block.gap)
            and not (line.label is not None and line.label.meaning == "documents" and self._documents_follow(line))
        )

    def _documents_follow(self, line: _Line) -> bool:
        following = self.lines[line.index + 1] if line.index + 1 < len(self.lines) else None
        return following is not None and following.block.kind == "item"

    def _new_item_in_row(self, line: _Line) -> bool:
        """A further row or title cell at one time (rowspan, parallel columns) is an item of its own."""
        item = self.item
        block = line.block
        if item is None or not item.session.title or item.time is None or block.joined:
            return False
        first = self.page.blocks[item.blocks[0]] if item.blocks else None
        if first is None or first.table != block.table:
            return False
        header = self.columns.get((block.table, block.column), "")
        role_column = self._column_role(line) is not None or (header and _meaning_is_note(header))
        if role_column or line.label is not None:
            return False
        new_row = block.row != first.row
        other_column = block.row == first.row and block.column > first.column
        if not (new_row or other_column):
            return False
        if read_people(line.text, single=False) and not names_session(line.text):
            return False
        if len(line.text) > 200 or (_SENTENCE.search(line.text) and len(line.text) > 90):
            return False
        if other_column and not (names_session(line.text) or line.block.all_bold or header):
            return False
        if new_row and not (names_session(line.text) or block.all_bold or block.column <= first.column):
            return False
        if (
            new_row
            and self.row_time is not None
            and self.row_time[1].block.row != first.row
            and self.row_time[1].block.row != block.row
        ):
            return False
        mention, time_span, day, zone = item.time, item.time_span, item.day, item.session.timezone
        self._close()
        self._open(line, None, title=(line.text, 0))
        assert self.item is not None  # noqa: S101  # _open has just set it
        self.item.time, self.item.time_span, self.item.day = mention, time_span, day
        self.item.session.start, self.item.session.end, self.item.session.timezone = mention.begin, mention.finish, zone
        return True

    def _column_role(self, line: _Line) -> Role | None:
        header = self.columns.get((line.block.table, line.block.column)) if line.block.table is not None else None
        if not header:
            return None
        label = label_at(header)
        return label.role if label is not None else None

    def _title_follows(self, line: _Line, label: Label | None) -> bool:
        """The first line under a lone time is its title, unless it is people or prose."""
        item = self.item
        assert item is not None  # noqa: S101  # called from _inside
        if label is not None and label.kind == "line":
            return False
        if label is not None and label.rest < len(line.text) and label.kind == "role":
            if not names_session(label.text) and label.meaning not in ("opening", "closing", "panellist"):
                return False
            self._set_title(item, line.text, line, 0)
            return True
        if self._is_prose(line) and not line.block.all_bold:
            return False
        people = read_people(line.text)
        if people and people[0].sure and people[0].honorific and not names_session(line.text[: people[0].start]):
            return False
        self._set_title(item, line.text, line, 0)
        return True

    def _title_goes_on(self, item: AgendaItem, line: _Line, label: Label | None) -> bool:
        """ "Session 1" and its subject on the next line; a second head line before anybody is named takes the title's place."""
        if item.readings or label is not None or item.session.organizers or self.role is not None:
            return False
        last = item.session.title_span[1]
        previous = self.lines[line.index - 1] if line.index else None
        adjacent = (
            previous is not None
            and previous.block.end >= last - 1
            and previous.index in item.blocks
            and previous.block.start <= last
        )
        if not adjacent or self._is_prose(line) or len(line.text) > 220 or line.leading_time():
            return False
        if _BARE_NUMBERED.match(item.session.title) and not read_people_surely(line.text):
            self._join_title(item, line)
            return True
        if (
            _UNTIMED_HEAD.match(line.text)
            and not _UNTIMED_HEAD.match(item.session.title)
            and not names_opening(item.session.title)
        ):
            self._set_title(item, line.text, line, 0)
            return True
        return False

    def _join_title(self, item: AgendaItem, line: _Line) -> None:
        words = (
            _BRACKET_TAIL.sub("", line.text)
            if is_document_label((_BRACKET_TAIL.search(line.text) or [None, ""])[1] or "")
            else line.text
        )
        item.session.title = (
            f"{item.session.title.rstrip(':. ')}: {words.strip(' :–—-“”').strip()}"
            if not item.session.title.endswith("?")
            else f"{item.session.title} {words}"
        )
        item.session.title_span = (item.session.title_span[0], line.block.end)
        item.session.span = (item.session.span[0], line.block.end)
        self.agenda.claimed.add(line.index)

    def _labelled(self, line: _Line, label: Label) -> None:
        item = self.item
        assert item is not None  # noqa: S101  # called from _inside
        self._flush_pending()
        self.agenda.claimed.add(line.index)
        rest = line.text[label.rest :]
        if label.kind == "role":
            self._role_line(line, label, rest)
            return
        self.role = None
        self.open_label = label.meaning
        if label.meaning in ("organizer", "co_organizer", "host", "partner", "sponsor") and rest.strip():
            self._organizers(item, line, label, rest)
        elif label.meaning == "venue" and rest.strip():
            item.session.venue = rest.strip(" .")
        elif label.meaning == "date":
            return

    def _role_line(self, line: _Line, label: Label, rest: str) -> None:
        item = self.item
        assert item is not None  # noqa: S101  # called from _inside
        role = label.role
        self.open_label = None
        self.role = role
        if not rest.strip():
            return
        people = read_people(rest, single=True, linked=[(a - label.rest, b - label.rest) for a, b in line.links])
        if people:
            self._add_people(item, line, people, role, label.rest)
            self.role = role if role in ("panellist", "speaker") or label.text.endswith("s") else None
        elif _BARE_NUMBERED.match(label.text) or names_session(line.text):
            self._prose(line)

    def _organizers(self, item: AgendaItem, line: _Line, label: Label, rest: str) -> None:
        role: InvolvementRole = label.meaning  # type: ignore[assignment]
        listed = split_organizer_list(rest)
        base = line.block.start + label.rest
        for entry in listed:
            item.session.organizers.append(
                Involvement(
                    entry.name, entry.role or role, base + entry.start, base + entry.end, rule=f"label {label.text}"
                )
            )
            if entry.person is not None:
                at = max(0, rest.find(entry.person)) + label.rest
                reading = PersonReading(
                    entry.person,
                    at,
                    at + len(entry.person),
                    entry.person,
                    entry.post,
                    entry.name if entry.post != entry.name else None,
                    sure=True,
                )
                item.readings.append((reading, "host", line.index))

    def _people_line(self, line: _Line, column_role: Role | None) -> bool:
        """A line that names people; whether a bullet is one depends on the list that it stands in."""
        item = self.item
        assert item is not None  # noqa: S101  # called from _inside
        by = by_line(line.text)
        if by is not None:
            people = read_people(line.text[by.rest :], single=True, linked=[(a - by.rest, b - by.rest) for a, b in line.links])
            if people:
                self._flush_pending()
                role = by.role if by.role != "panellist" or item.default_role == "panellist" else item.default_role
                self._add_people(item, line, people, role, by.rest)
                if people[-1].position is None and people[-1].organization is None:
                    self.pending_name = (people[-1], role or item.default_role, line)
                return True
        if self._post_below_name(line):
            return True
        if self.open_label in ("documents", "note", "date"):
            return False
        listed = line.block.kind in ("item", "cell", "definition") or self.role is not None or column_role is not None
        people = read_people(line.text, single=listed and self.role is not None, linked=line.links)
        if not people or not self._accept(line, people, listed, column_role):
            return False
        self._flush_pending()
        self._add_people(item, line, people, column_role or self.role, 0)
        last = people[-1]
        if len(people) == 1 and last.position is None and last.organization is None and not last.documents:
            self.pending_name = (last, column_role or self.role or item.default_role, line)
        return True

    def _accept(self, line: _Line, people: list[PersonReading], listed: bool, column_role: Role | None) -> bool:
        first = people[0]
        if first.start > 30:
            return False
        in_list = self.role is not None or column_role is not None
        if in_list:
            return len(line.text) < 700
        if self._is_prose(line) and not (listed and (first.honorific or first.position) and len(line.text) < 320):
            return False
        if first.sure:
            return True
        if names_session(line.text):
            return False
        item = self.item
        if listed and item is not None and item.readings and item.readings[-1][2] == line.index - 1 and looks_like_name(line.text.strip()):
            return True
        return listed and (first.organization is not None or first.country is not None)

    def _post_below_name(self, line: _Line) -> bool:
        """The post on the line under the name, as on pages of 2005."""
        if self.pending_name is None:
            return False
        reading, _role, name_line = self.pending_name
        if line.index != name_line.index + 1 or line.block.kind == "item" or line.label is not None:
            return False
        affiliation = post_line(line.text)
        if affiliation is None:
            return False
        reading.position, reading.organization, country = affiliation
        reading.country = reading.country or country
        self.agenda.claimed.add(line.index)
        self.pending_name = None
        return True

    def _flush_pending(self) -> None:
        self.pending_name = None

    def _untimed_item(self, line: _Line) -> bool:
        """An item without a time of its own among timed ones ("Setting the Scene")."""
        item = self.item
        block = line.block
        assert item is not None  # noqa: S101  # called from _inside
        if not item.readings and not item.session.organizers:
            return False
        if len(line.text) > 200 or not _UNTIMED_HEAD.match(line.text) or self._is_prose(line):
            return False
        if not (block.gap or block.all_bold or block.kind == "heading" or not block.joined):
            return False
        day = item.day
        self._close()
        self._open(line, None, title=(line.text, 0))
        assert self.item is not None  # noqa: S101  # _open has just set it
        self.item.day = day
        return True

    def _venue_line(self, line: _Line) -> bool:
        item = self.item
        assert item is not None  # noqa: S101  # called from _inside
        if item.session.venue is None and len(line.text) < 80 and _ROOM.match(line.text):
            item.session.venue = line.text.strip(" .")
            self.agenda.claimed.add(line.index)
            return True
        return False

    def _prose(self, line: _Line) -> None:
        """A description belongs to its item; a short line that nothing has claimed is a leftover."""
        self._flush_pending()
        if self.open_label == "documents" or (line.block.kind == "item" and self._under_documents(line)):
            item = self.item
            assert item is not None  # noqa: S101  # called from _inside
            item.session.documents.append(self._document(line.text, line, 0))
            self.agenda.claimed.add(line.index)
            return
        if self._is_prose(line) or line.block.kind == "item" or self.open_label == "note":
            self.agenda.claimed.add(line.index)
            if line.block.kind != "item":
                self.role = None
            return
        self.agenda.leftovers.append(line.index)

    def _under_documents(self, line: _Line) -> bool:
        return self.open_label == "documents"

    # --- helpers ---

    def _add_people(
        self, item: AgendaItem, line: _Line, people: list[PersonReading], role: Role | None, offset: int
    ) -> None:
        for person in people:
            person.start += offset
            person.end += offset
            person.documents = [(text, start + offset, end + offset) for text, start, end in person.documents]
            given: Role = "mentioned" if person.proxy else _specific(person.role, role) or item.default_role
            item.readings.append((person, given, line.index))
            for text, start, _end in person.documents:
                document = self._document(text, line, start + 1)
                document.owner = person.name
                item.session.documents.append(document)
        self.agenda.claimed.add(line.index)

    def _document(self, label: str, line: _Line, offset: int) -> Document:
        start = line.block.start + max(0, offset)
        return Document(label.strip(), start=start, end=start + len(label))

    def _is_prose(self, line: _Line) -> bool:
        text = line.text
        if len(text) < 60:
            return bool(re.search(r"^[A-Z][^.]{25,}\.$", text)) and not looks_like_name(text.split(",")[0])
        words = text.split()
        if _SENTENCE.search(text) and len(words) > 9:
            return not looks_like_name(text.split(",")[0].strip())
        return (
            len(text) > 240
            and sum(word[0].islower() for word in words) > 0.55 * len(words)
            and not looks_like_name(text.split(",")[0].strip())
        )

    def _extent(self, index: int) -> None:
        if self.agenda.first is None:
            self.agenda.first = index
        self.agenda.last = index

    def _settle(self) -> None:
        """Drop what turned out to be no item, and turn readings into people of their session."""
        kept: list[AgendaItem] = []
        for item in self.agenda.items:
            if not item.session.title:
                continue  # a slot that lost its title
            if _CANCELLED.search(item.session.title):
                continue
            kept.append(item)
        self.agenda.items = kept
        held = {id(item.day) for item in kept}
        last_kept = max((index for item in kept for index in item.blocks), default=-1)
        for mention, index in self.agenda.days:
            if id(mention) not in held and index > last_kept:
                self.agenda.claimed.discard(index)
        self.agenda.days = [(mention, index) for mention, index in self.agenda.days if id(mention) in held or index <= last_kept]
        if kept and not held & {id(mention) for mention, _index in self.agenda.days}:
            self.agenda.days = []
        for item in kept:
            item.session.kind = session_kind(item.session.title)
            if item.side_event and item.session.kind not in ("press_briefing", "break"):
                item.session.kind = "side_event"
            if item.session.kind == "other" and item.context and session_kind(item.context) == "dialogue":
                item.session.kind = "dialogue"
            for reading, role, index in item.readings:
                if role == "mentioned":
                    self.agenda.people.append(appearance(reading, role, self.page.blocks[index]))
                    continue
                item.session.people.append(appearance(reading, role, self.page.blocks[index]))


def _specific(stated: Role | None, labelled: Role | None) -> Role | None:
    """The more specific of the role that a clause states and the one that a label gives."""
    if stated in ("moderator", "chair", "opening", "closing", "panellist"):
        return stated
    return labelled or stated


def _meaning_is_note(header: str) -> bool:
    label = label_at(header)
    return (label is not None and label.kind == "line") or bool(
        re.match(
            r"^(?:format|audience|purpose|documents?|description|objectives?|remarks|notes?|working group|language|room|venue)\b",
            header,
            re.IGNORECASE,
        )
    )


def _zone_in_brackets(rest: str) -> str | None:
    match = re.match(r"\s*\(([A-Z]{2,5})\)", rest)
    return match.group(1) if match else None


def names_opening(title: str) -> bool:
    """Whether a title is that of an opening or closing."""
    return role_in_session(title) in ("opening", "closing")


def read_people_surely(text: str) -> bool:
    """Whether a line names a person with post, body or title."""
    people = read_people(text)
    return bool(people) and people[0].sure and people[0].start < 20


def appearance(reading: PersonReading, role: Role, block: Block, rule: str = "agenda") -> Appearance:
    """A reading of a block's line as a person of the record."""
    return Appearance(
        name=reading.name,
        role=role,
        position=reading.position,
        organization=reading.organization,
        country=reading.country,
        name_text=reading.name_text,
        start=block.start + reading.start,
        end=block.start + reading.end,
        line_start=block.start,
        line_end=block.end,
        rule=rule,
    )


def read_agenda(page: Page) -> Agenda:
    """Read every agenda item of a page. Years and zones are left to `parsers.assembly`, which sees the whole page."""
    return _Reader(page).read()


def lines_of(agenda: Agenda) -> Iterator[int]:
    """Indexes of the blocks from the agenda's first to its last."""
    if agenda.first is not None and agenda.last is not None:
        yield from range(agenda.first, agenda.last + 1)
