"""People listed outside of an agenda: "Speakers:" and a list, "Welcoming: A and B", "The speakers include:"."""

from __future__ import annotations

import functools
import re

from parsers.agenda.items import appearance
from parsers.agenda.labels import (
    BODY_LABELS,
    Label,
    announced_role,
    by_line,
    label_at,
    names_one,
    names_speakers,
)
from parsers.agenda.session_kinds import names_session, session_kind
from parsers.page import Block, Page
from parsers.people.labelled import ListedPeople
from parsers.people.lines import PersonReading, read_people
from parsers.people.lives import described_in
from parsers.people.under_names import is_bare, take_line_below
from parsers.prose.named import may_name
from parsers.record import Role
from parsers.words.patterns import whole_words
from parsers.words.phrases import fold
from parsers.words.sentences import sentences
from parsers.words.vocabulary import load
from parsers.words.word_lists import spelt_out

_ALONE: tuple[Role, ...] = ("moderator", "chair")  # one of those who are listed
_MANY: tuple[Role, ...] = ("panellist", "speaker")  # those that a label gives to a list
_BEFORE_PANEL: tuple[Role, ...] = ("opening", "closing")  # roles of a label that the heading of a panel ends
_PANELS = ("panel", "dialogue")  # kinds of sessions whose speakers are on a panel
_SOON_BELOW = 2  # lines between a label and those whom it announces
_BELOW = 2  # lines of post and body under a name
_NEAR = 20  # characters before the first name of a line
_HEADING = 60  # characters of a line that names a part of an event
_LONGEST_LABELLED = 1500  # characters of a block that a label begins
_LONGEST_LISTED = 400  # characters of a line of a list
_LONGEST_AMONG = 200  # characters of a line that names nobody and leaves the list open


def read_lists(page: Page, skip: set[int]) -> ListedPeople:
    """Read labelled lines and announced lists in the blocks that no agenda claims."""
    walk = _Walk(page)
    for index, block in enumerate(page.blocks):
        if index in skip:
            walk.role = None
        elif block.kind != "field_label" and block.text != page.title:
            walk.read(block, index)
    return walk.found


class _Walk:
    """Where the walk over the blocks stands; each kind of line moves it on. ``found`` is what it has read so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found = ListedPeople()
        self.role: Role | None = None  # announced by a label, for the lines below it
        self.bare = False  # the label of that role stands alone on its line
        self.outer: Role | None = None  # that of the label above, where it stands alone and heads several
        self.age = 0  # lines since the label, or since the last one that it announced
        self.below = 0  # lines under the name of somebody whose post or body may stand there
        self.side_event = session_kind(page.title or "") == "side_event"  # whose speakers are on a panel, all of them
        self.panel = self.side_event  # under the heading of a panel

    def read(self, block: Block, index: int) -> None:
        """Read one line by the first of its kinds that fits."""
        self.age += 1
        if self._line_under_name(block, index):
            return
        if block.kind == "field_value" and block.field:
            self._field(block, index, block.field)
            return
        label = label_at(block.text) if len(block.text) < _LONGEST_LABELLED else None
        self._heading(block, label)
        if label is not None and label.kind == "role":
            self._role_label(block, index, label)
        elif label is not None:
            self._body_label(block, index, label)
        elif not self._by_line(block, index) and not self._announcement(block, index):
            self._list_line(block, index)

    def _announce(self, role: Role | None, *, bare: bool) -> None:
        self.role, self.bare, self.age = role, bare, 0

    def _line_under_name(self, block: Block, index: int) -> bool:
        """The post or body of who is listed last, where the line above names them alone."""
        if self.below and take_line_below(self.found.people[-1], block):
            self.found.claimed.add(index)
            self.below, self.age = self.below - 1, 0
            return True
        self.below = 0
        return False

    def _field(self, block: Block, index: int, field: str) -> None:
        """The bodies of a field whose name is a label of bodies."""
        label = label_at(f"{field}:")
        if label is not None and label.meaning in BODY_LABELS:
            self.found.take_bodies(block, index, 0, label.meaning, self.page.label_of_field(index))

    def _heading(self, block: Block, label: Label | None) -> None:
        """A heading of a part of the event: below that of a panel people are on it, no longer under "Opening"."""
        if len(block.text) >= _HEADING or not names_session(block.text):
            return
        of_panel = session_kind(block.text) in _PANELS
        self.panel = self.side_event or of_panel
        if of_panel and self.role in _BEFORE_PANEL and label is None:
            self._announce("panellist", bare=True)  # "Opening remarks" / "A B, Minister" / "Panel discussion" / …

    def _role_label(self, block: Block, index: int, label: Label) -> None:
        """A label of people: those behind it on the line, or those of the lines below where it stands alone."""
        outer = self.outer if self.age <= _SOON_BELOW else None
        role = _outside_programme(label, panel=self.panel)
        self._announce(role, bare=not block.text[label.rest :].strip())
        if self.bare:
            self.outer = role if role in _MANY else None
        elif role != "contact":
            self.found.take_people(block, index, label.rest, role or "speaker")
            if role not in _MANY and outer is not None:
                self.role, self.bare = outer, True  # "Panellists:" / "Welcome: A B" / "C D, baker"
            elif role in _ALONE and names_one(label.text):
                self.role = None

    def _body_label(self, block: Block, index: int, label: Label) -> None:
        """A label of anything else, which ends a list; behind a colon it may name bodies."""
        self.role = None
        before, behind = block.text[: label.rest], block.text[label.rest :]
        if label.meaning in BODY_LABELS and ":" in before and behind.strip():
            self.found.take_bodies(block, index, label.rest, label.meaning)

    def _by_line(self, block: Block, index: int) -> bool:
        """A role and "by" before its people, which ends a list."""
        by = by_line(block.text)
        if by is None:
            return False
        self.found.take_people(block, index, by.rest, by.role or "speaker")
        self.role = None
        return True

    def _announcement(self, block: Block, index: int) -> bool:
        """A text that announces the people of the lines below: "The speakers include:"."""
        announced = announced_role(block.text)
        if announced is None:
            return False
        parts = [block.text[start:end] for start, end in sentences(block.text)]
        on_panel = announced == "speaker" and _panel().search(fold(parts[-1])) is not None
        self._announce("panellist" if on_panel else announced, bare=True)
        if len(parts) == 1 and not may_name(block.text):  # "The panel was moderated by A B, with these speakers:"
            self.found.claimed.add(index)
        return True

    def _list_line(self, block: Block, index: int) -> None:
        """A line of a list, or one that ends it: too long, or too far below the last that belongs to it."""
        if self.role is None and block.kind != "item":
            return
        people = self._listed(block, index)
        if people:
            self._take_listed(people, block, index)
        elif self.age > _SOON_BELOW or len(block.text) > _LONGEST_AMONG:
            self.role = None

    def _listed(self, block: Block, index: int) -> list[PersonReading]:
        """Whom a line of a list names; nobody where its words may as well be those of another line."""
        described = self.role is not None and self.bare and block.kind in ("paragraph", "item")
        people = described_in(block.text) if described else []
        if not people and len(block.text) <= _LONGEST_LISTED:
            people = read_people(block.text, single=self.role is not None)
        if not people or people[0].begin > _NEAR or _begins_sentence(block.text, people[0]):
            return []
        known = self._shows_person(people[0], block, index) if self.role is None else self.role != "contact"
        return people if known else []

    def _shows_person(self, first: PersonReading, block: Block, index: int) -> bool:
        """Whether a line that nothing announces names somebody: by title and post, or by post in a list of people."""
        told = bool(first.position or first.organization)
        after_people = bool(self.found.people) and index - 1 in self.found.claimed
        return told and (bool(first.honorific) or (after_people and block.kind == "item"))

    def _take_listed(self, people: list[PersonReading], block: Block, index: int) -> None:
        given = self._role_in_list(block)
        for person in people:
            role: Role = "mentioned" if person.proxy else person.role or given
            self.found.people.append(appearance(person, role, block.start, block.end, "list"))
        self.found.claimed.add(index)
        self.age = 0
        self.below = _BELOW if self.role is not None and is_bare(self.found.people[-1]) else 0
        if self.role in _ALONE:
            self.role = None

    def _role_in_list(self, block: Block) -> Role:
        """The role of those on a line: bullets below "Moderator: A B" or "Opening: A B" are those of a panel."""
        if block.kind == "item" and not self.bare and self.role in (*_BEFORE_PANEL, *_ALONE):
            return "panellist"
        return self.role or "panellist"


def _outside_programme(label: Label, *, panel: bool) -> Role | None:
    """The role of a label outside of a programme: who is listed there as a speaker is on no panel."""
    if label.role in _MANY and names_speakers(label.text):
        return "panellist" if panel else "speaker"
    return label.role


@functools.cache
def _panel() -> re.Pattern[str]:
    """What a panel is called in the sentence that announces its speakers, folded."""
    lists = load("cues")["panel"].values()
    return whole_words([fold(form) for words in lists for phrase in words["panel"] for form in spelt_out(phrase)])


_NEXT_WORD = re.compile(r"\s+[a-zß-ÿ]")


def _begins_sentence(text: str, person: PersonReading) -> bool:
    """Whether a lone word without title is the first of a sentence and no name: "*Borders as shown on the map …"."""
    lone = " " not in person.name and not person.honorific and person.position is None
    return lone and _NEXT_WORD.match(text, person.end) is not None
