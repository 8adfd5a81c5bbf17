"""Lines under an item that is open: its title, labels and people, its description, and what ends it."""

from __future__ import annotations

import functools
import re

from parsers.agenda.bare_labels import bare_label
from parsers.agenda.item_labels import take_label, take_labelled
from parsers.agenda.item_titles import join_title, take_title
from parsers.agenda.items import AgendaItem, document_at, take_hours_of
from parsers.agenda.labels import announced_role, announcing_label, leads_event
from parsers.agenda.lines import Line
from parsers.agenda.new_days import take_new_day
from parsers.agenda.people_lines import take_people_line
from parsers.agenda.rooms import room_pattern
from parsers.agenda.session_kinds import (
    heads_untimed,
    is_bare_number,
    is_parallel,
    may_be_panel,
    names_session,
    role_in_session,
    says_panel,
)
from parsers.agenda.settling import says_cancelled
from parsers.agenda.shapes import is_prose
from parsers.agenda.side_events import heads_side_events
from parsers.agenda.table_cells import column_label, take_item_in_row
from parsers.agenda.walk import Walk
from parsers.dates.deadlines import is_day_of_call
from parsers.documents.labels import is_document_label
from parsers.documents.titles import titled_paper
from parsers.people.contacts import announces_contacts
from parsers.people.lines import read_people
from parsers.words.word_lists import WordLists

_WORDS = WordLists("agenda")


@functools.cache
def _agenda_end() -> re.Pattern[str]:
    headings = rf"{_WORDS.any_of('end.headings', 'end.session')}|{_WORDS.any_of('end.beginnings')}.*"
    return re.compile(rf"^(?:{headings})\s*:?\s*$", re.IGNORECASE)


@functools.cache
def _end_of_session() -> re.Pattern[str]:
    return re.compile(_WORDS.any_of("end.session"), re.IGNORECASE)


def take_inside(walk: Walk, item: AgendaItem, line: Line) -> None:
    """Take a line as a part of the open item, or as what ends it."""
    if item.session.title and (
        _ends_agenda(walk, line) or _heads_documents_of_page(walk, line) or heads_side_events(line.text)
    ):
        walk.close()
        return
    if (line.label is not None and line.label.meaning == "contact") or announces_contacts(line.text):
        walk.close()  # whom to write to is no part of a session
        return
    if line.label is not None and line.block.gap and leads_event(line.label.text) and walk.place > walk.last_timed:
        walk.close()
        return
    if item.session.title and len(line.text) < 120 and line.dates and is_day_of_call(line.text):
        walk.claim(line)
        walk.close()
        return
    if item.session.title and says_cancelled(line.text):
        if any(day.names_days for day in line.dates):  # "CANCELLED: 20 September | Nets": another entry, not this one
            walk.close()
            item = walk.open(line, None, (line.text, 0))
        item.cancelled = True
        walk.claim(line)
        return
    if item.session.title and take_new_day(walk.agenda, item, line):
        walk.claim(line)
        return
    if line.block.kind == "cell" and take_item_in_row(walk, line):
        return
    if item.session.title and (_document_in_brackets(walk, item, line) or _titled_paper(walk, item, line)):
        return
    if not (item.session.title or item.readings or walk.role):  # below "Speakers:" and people stands no title
        if _title_follows(walk, item, line):
            return
    elif _title_goes_on(walk, item, line):
        return
    column = column_label(walk, line)
    if column is not None and column.kind == "line" and line.label is None:
        take_labelled(walk, item, line, column.meaning, 0)
        return
    label = line.label or announcing_label(line.text) or bare_label(line.text)
    if label is not None:
        take_label(walk, item, line, label)
        return
    column_role = column.role if column is not None else None
    if take_people_line(walk, item, line, column_role) or _untimed_item(walk, item, line):
        return
    if announced_role(line.text) is not None:
        walk.role = walk.role or item.default_role
        walk.claim(line)
    elif item.session.venue is None and len(line.text) < 80 and room_pattern().match(line.text):
        item.take_venue(line.text, line)
        walk.claim(line)
    else:
        _description(walk, item, line)


def _ends_agenda(walk: Walk, line: Line) -> bool:
    block, text = line.block, line.text.strip()
    if (block.kind == "label" and not line.day()) or _end_of_session().match(text):
        return True
    if block.kind == "heading" and 0 < block.level <= 3 and not names_session(text):
        return not any(other.shows_time() for other in walk.following(2))
    if not _agenda_end().match(text):
        return False
    if line.label is not None and line.label.meaning == "documents":
        following = next(iter(walk.following(1)), None)
        if following is not None and following.block.kind == "item":
            return False  # the item's own documents
    return block.kind == "heading" or block.all_bold or block.gap or not text.endswith(":")


def _heads_documents_of_page(walk: Walk, line: Line) -> bool:
    """Whether a line announces documents below a whole programme: they are the page's, not its last item's.

    Where items above have documents under labels of their own, the last one has them too.
    """
    if line.label is None or line.label.meaning != "documents":
        return False
    return walk.place > walk.last_timed and not walk.documents_of_items


_BRACKET_ALONE = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\W*")


def _document_in_brackets(walk: Walk, item: AgendaItem, line: Line) -> bool:
    """A document in brackets on a line of its own, which belongs to whom the line above names: "(Welcome address)"."""
    bracket = _BRACKET_ALONE.fullmatch(line.text)
    if bracket is None or not is_document_label(bracket[1]):
        return False
    document = document_at(bracket[1], line, bracket.start(1))
    if item.readings and item.readings[-1][2] is walk.lines[walk.place - 1]:
        document.owner = item.readings[-1][0].name
    item.session.documents.append(document)
    walk.claim(line)
    return True


def _titled_paper(walk: Walk, item: AgendaItem, line: Line) -> bool:
    """A paper for the session with its title: "Concept note: Nets of the north"."""
    paper = titled_paper(line.text)
    if paper is None:
        return False
    item.session.documents.append(document_at(paper[0], line, paper[1]))
    walk.claim(line)
    return True


def _title_follows(walk: Walk, item: AgendaItem, line: Line) -> bool:
    """The first line under a lone time is its title, unless it is people or prose."""
    if item.session in walk.agenda.described.values():
        return False  # behind its description stands no title
    label = line.label
    bare = label is not None and label.rest >= len(line.text) and not line.text.rstrip().endswith(":")
    if label is not None and label.kind == "line" and not (bare and names_session(line.text)):
        return False
    if label is not None and label.kind == "role" and line.text.rstrip().endswith(":") and not names_session(line.text):
        return False  # "Speakers:" over those who speak
    if label is not None and label.rest < len(line.text):
        if not names_session(label.text) and label.meaning not in ("opening", "closing", "panellist"):
            return False
    elif is_prose(line.text) and not line.block.all_bold and not _is_question(line.text):
        return False
    else:
        people = read_people(line.text)
        if people and people[0].honorific and not names_session(line.text[: people[0].start]):
            return False
    take_title(item, line.text, line, 0)
    walk.wait_for_post(item)
    if line.block.table is not None:
        item.day = walk.column_days.get((line.block.table, line.block.column)) or item.day
    walk.claim(line)
    return True


_LONGEST_QUESTION = 160  # characters


def _is_question(text: str) -> bool:
    """Whether a line is one question, as titles may be: "Setting the scene: What are nets and who mends them?"."""
    words = text.rstrip()
    return len(words) <= _LONGEST_QUESTION and words.endswith(("?", "؟")) and not is_prose(words.rstrip("?؟ "))


def _title_goes_on(walk: Walk, item: AgendaItem, line: Line) -> bool:
    """ "Session 1" and its subject on the next line; a stronger head before anybody is named replaces the title."""
    if item.readings or line.label is not None or item.session.organizers or walk.role is not None:
        return False
    previous = walk.lines[walk.place - 1] if walk.place else None
    if previous is None or not item.lines or previous is not item.lines[-1]:
        return False
    if is_prose(line.text) or len(line.text) > 220 or announcing_label(line.text) is not None:
        return False
    if is_bare_number(item.session.title) and not _names_person_surely(line.text):
        join_title(item, line)
    elif heads_untimed(line.text) and not heads_untimed(item.session.title) and not _opens_or_closes(item):
        take_title(item, line.text, line, 0)
    else:
        return False
    walk.claim(line)
    return True


def _untimed_item(walk: Walk, item: AgendaItem, line: Line) -> bool:
    """An item without a time of its own among timed ones ("Setting the Scene"); a parallel session has its hours."""
    if len(line.text) > 200:
        return False
    parallel = is_parallel(item.session.title, line.text)
    if not (item.readings or item.session.organizers or parallel):
        return False
    if not heads_untimed(line.text) or is_prose(line.text):
        return False
    walk.close()
    opened = walk.open(line, None, (line.text, 0))
    opened.day = item.day
    if parallel:
        take_hours_of(opened, item)
    return True


def _description(walk: Walk, item: AgendaItem, line: Line) -> None:
    """A description belongs to its item; a short line that nothing has claimed is a leftover."""
    walk.pending = None
    if walk.open_label == "documents" and not is_prose(line.text):
        item.session.documents.append(document_at(line.text, line, 0))
        walk.claim(line)
    elif is_prose(line.text) or line.block.kind == "item" or walk.open_label == "note":
        walk.claim(line)
        if is_prose(line.text):
            walk.agenda.described[line.index] = item.session
        item.on_panel = item.on_panel or (may_be_panel(item.session.title) and says_panel(line.text))
        if line.block.kind != "item":
            walk.role = None
    else:
        walk.agenda.leftovers.append(line.index)


def _names_person_surely(text: str) -> bool:
    people = read_people(text)
    return bool(people) and people[0].sure and people[0].start < 20


def _opens_or_closes(item: AgendaItem) -> bool:
    return role_in_session(item.session.title) in ("opening", "closing")
