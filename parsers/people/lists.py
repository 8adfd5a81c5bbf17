"""People listed outside of an agenda: "Speakers:" and a list, "Welcoming: A and B", "The speakers include:"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from parsers.agenda.items import appearance
from parsers.agenda.labels import (
    Label,
    announced_role,
    announcement_end,
    by_line,
    label_at,
    names_one,
    names_speakers,
    names_talk,
    role_sentence,
)
from parsers.agenda.session_kinds import names_session, session_kind
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.page import Block, Page
from parsers.people.affiliation.reading import post_above_life, post_line
from parsers.people.lines import PersonReading, read_people
from parsers.people.lives import described_in, life_under_name, tells_of
from parsers.prose.named import may_name
from parsers.record import Appearance, Involvement, InvolvementRole, Role
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import fold
from parsers.words.sentences import sentences
from parsers.words.vocabulary import load
from parsers.words.word_lists import spelt_out


@dataclass(slots=True)
class ListedPeople:
    """What lists and labelled lines outside of the agenda give."""

    people: list[Appearance] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)


def read_lists(page: Page, skip: set[int]) -> ListedPeople:
    """Read labelled lines and announced lists in the blocks that no agenda claims."""
    found = ListedPeople()
    role: Role | None = None
    bare = False  # the label of that role stands alone on its line
    outer: Role | None = None  # that of the label above, where it stands alone and heads several
    side_event = session_kind(page.title or "") == "side_event"  # whose speakers are on a panel, all of them
    panel = side_event  # under the heading of a panel
    age = 0
    below = 0  # lines under the name of somebody whose post or body may stand there
    for index, block in enumerate(page.blocks):
        if index in skip:
            role = None
            continue
        if block.kind == "field_label" or block.text == page.title:
            continue
        age += 1
        if below and _affiliation_below(found, block, index):
            below, age = below - 1, 0
            continue
        below = 0
        label = label_at(block.text) if len(block.text) < 1500 else None
        if block.kind == "field_value" and block.field:
            label = label_at(block.field + ":")
            if label is not None and label.meaning in ("organizer", "co_organizer", "host", "partner", "sponsor"):
                _bodies(found, block, index, block.text, 0, label.meaning, page.label_of_field(index))
            continue
        if len(block.text) < _HEADING and names_session(block.text):
            panel = side_event or session_kind(block.text) in _PANELS
            if panel and session_kind(block.text) in _PANELS and role in _BEFORE_PANEL and label is None:
                role, bare, age = "panellist", True, 0  # "Opening remarks" / "A B, Minister" / "Panel discussion" / …
        if label is not None and label.kind == "role":
            under = outer if age <= _SOON_BELOW else None
            role, age = _outside_programme(label, panel=panel), 0
            rest = block.text[label.rest :]
            bare = not rest.strip()
            if bare:
                outer = role if role in _MANY else None
            elif role != "contact":
                _people(found, block, index, rest, label.rest, role or "speaker")
                if role not in _MANY and under is not None:
                    role, bare = under, True  # "Panellists:" / "Welcome: A B" / "C D, baker"
                elif role in _ALONE and names_one(label.text):
                    role = None
            continue
        if label is not None and label.kind == "line":
            role = None
            if (
                label.meaning in ("organizer", "co_organizer", "host", "partner", "sponsor")
                and ":" in block.text[: label.rest]
                and block.text[label.rest :].strip()
            ):
                _bodies(found, block, index, block.text[label.rest :], label.rest, label.meaning)
            continue
        by = by_line(block.text)
        if by is not None:
            _people(found, block, index, block.text[by.rest :], by.rest, by.role or "speaker")
            role = None
            continue
        announced = announced_role(block.text)
        if announced is not None:
            parts = [block.text[start:end] for start, end in sentences(block.text)]
            on_panel = announced == "speaker" and _panel().search(fold(parts[-1])) is not None
            role, age, bare = "panellist" if on_panel else announced, 0, True
            if len(parts) == 1 and not may_name(block.text):  # "The panel was moderated by A B, with these speakers:"
                found.claimed.add(index)
            continue
        if role is not None or block.kind == "item":
            if _listed(found, block, index, role, announced=bare):
                age = 0
                below = _BELOW if role is not None and _is_bare(found.people[-1]) else 0
                if role in _ALONE:
                    role = None
                continue
            if role is not None and (age > _SOON_BELOW or len(block.text) > 200):
                role = None
    return found


_PANELS = ("panel", "dialogue")  # kinds of sessions whose speakers are on a panel
_BEFORE_PANEL: tuple[Role, ...] = ("opening", "closing")  # roles of a label that the heading of a panel ends
_SOON_BELOW = 2  # lines between a label and those whom it announces
_MANY: tuple[Role, ...] = ("panellist", "speaker")  # those that a label gives to a list
_BELOW = 2  # lines of post and body under a name
_LONGEST_BELOW = 120  # characters
_SHORTEST_LIFE = 30  # characters


def _is_bare(person: Appearance) -> bool:
    return person.position is None and person.organization is None and person.country is None


def _affiliation_below(found: ListedPeople, block: Block, index: int) -> bool:
    """Take a line under a name as post or body: "A B" / "Director of Ports" / "Port of Tide"."""
    person, text = found.people[-1], block.text.strip()
    if block.kind not in ("paragraph", "definition", "cell") or block.all_bold:
        return False
    told = life_under_name(person.name, text) if len(text) > _SHORTEST_LIFE and _is_bare(person) else None
    if told is not None:
        person.position, person.organization, person.country = told.position, told.organization, told.country
        found.claimed.add(index)
        return True
    if block.kind == "paragraph" and tells_of(person.name, text):
        found.claimed.add(index)
        return True
    life = (
        post_above_life(text) if len(text) > _SHORTEST_LIFE and block.kind == "paragraph" and _is_bare(person) else None
    )
    if life is not None:
        person.position, person.organization, person.country = life
        found.claimed.add(index)
        return True
    if len(text) > _LONGEST_BELOW:
        return False
    post = post_line(text) if label_at(text) is None else None
    if person.position is None and person.organization is None:
        if post is None or (post[0] is None and not block.joined):
            return False
        person.position, person.organization, country = post
        person.country = person.country or country
    elif person.organization is None and (block.joined or (post is not None and post[1] is not None)):
        if text.endswith((".", ":")) or (post is not None and post[0] is not None):
            return False
        person.organization = post[1] if post is not None and post[1] is not None else text
        person.country = person.country or (post[2] if post is not None else None)
    else:
        return False
    found.claimed.add(index)
    return True


_HEADING = 60  # characters of a line that names a part of an event
_ALONE: tuple[Role, ...] = ("moderator", "chair")  # one of those who are listed


def _outside_programme(label: Label, *, panel: bool) -> Role | None:
    """The role of a label outside of a programme: who is listed there as a speaker is on no panel."""
    if label.role in ("panellist", "speaker") and names_speakers(label.text):
        return "panellist" if panel else "speaker"
    return label.role


def _listed(found: ListedPeople, block: Block, index: int, role: Role | None, *, announced: bool) -> bool:
    described = (
        described_in(block.text) if role is not None and announced and block.kind in ("paragraph", "item") else []
    )
    if len(block.text) > 400 and not described:
        return False
    people = described or read_people(block.text, single=role is not None)
    if not people or people[0].begin > 20 or _begins_sentence(block.text, people[0]):
        return False
    after_people = bool(found.people) and index - 1 in found.claimed
    first = people[0]
    plain = (
        role is None
        and not (first.honorific and (first.position or first.organization))
        and not (after_people and block.kind == "item" and (first.organization or first.position))
    )
    if plain:
        return False
    if role == "contact":
        return False
    given: Role = (
        "panellist"
        if block.kind == "item" and (role is None or (not announced and role in ("opening", "closing", *_ALONE)))
        else role or "panellist"
    )
    for person in people:
        found.people.append(
            appearance(person, "mentioned" if person.proxy else person.role or given, block.start, block.end, "list")
        )
    found.claimed.add(index)
    return True


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


def _people(found: ListedPeople, block: Block, index: int, text: str, offset: int, role: Role) -> None:
    """The people of a labelled line; a sentence in it may give a role of its own ("Moderator was A B")."""
    sentence = role_sentence(text)
    if sentence is not None:
        start, end, own_role = sentence
        _people(found, block, index, text[end:], offset + end, own_role)
        text = text[:start]
    announced = announcement_end(text)
    for person in read_people(text[announced:], single=True):
        person.start += offset + announced
        person.end += offset + announced
        given: Role = "mentioned" if person.proxy else person.role or role
        found.people.append(appearance(person, given, block.start, block.end, "labelled line"))
        found.claimed.add(index)


def _bodies(
    found: ListedPeople,
    block: Block,
    index: int,
    text: str,
    offset: int,
    meaning: str,
    told: tuple[int, int] = (0, 0),
) -> None:
    """The bodies of a labelled line, or of a field whose label stands at ``told``."""
    role: InvolvementRole = meaning  # type: ignore[assignment]  # only called with labels of bodies
    base = block.start + offset
    for body in split_organizer_list(text):
        found.involvements.append(
            Involvement(body.name, body.role or role, base + body.start, base + body.end, "labelled line", *told)
        )
        found.claimed.add(index)


_FIRST_BLOCKS = 8  # in which a speech says who gives it
_LONGEST_LINE = 200  # characters of such a line


# "Delivered by A B", "As delivered by A B": the line says no more than who speaks.
_DELIVERED = re.compile(rf"(?:\w+\s+){{0,2}}(?:{alternatives(load('people')['delivered'])})\s*:?\s+", re.IGNORECASE)


def speech_giver(page: Page) -> list[Appearance]:
    """Who gives the speech that a page holds, as far as a line under its title says so: "Ms A B, Director, IOM".

    A line that ends in a comma addresses somebody ("Your Excellency Mr C D,") and ends the search.
    """
    talk = names_talk(page.title or "")
    for block in page.blocks[:_FIRST_BLOCKS]:
        if not talk and _DELIVERED.match(block.text) is None:
            continue
        line = _DELIVERED.sub("", block.text, count=1)
        people = read_people(line) if block.text != page.title and len(block.text) < _LONGEST_LINE else []
        if len(people) == 1 and (people[0].position or people[0].organization) and people[0].begin < 20:
            if block.text.endswith((",", "،")):
                return []
            return [appearance(people[0], "speaker", block.start, block.end, "speech")]
    return []
