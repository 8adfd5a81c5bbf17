"""Labelled lines under an item: "Moderator: A B", "Co-organizers: X, Y", "Venue: Z"."""

from __future__ import annotations

import re

from parsers.agenda.items import AgendaItem, add_people, appearance, document_at
from parsers.agenda.labels import BODY_LABELS, Label, names_one
from parsers.agenda.lines import Line
from parsers.agenda.role_clauses import clauses_behind
from parsers.agenda.walk import Walk
from parsers.organizations.names import find_organizations
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.prose_lists import accepted, clause
from parsers.people.lines import PersonReading, read_people
from parsers.people.names import strip_honorifics
from parsers.people.not_yet import is_not_yet_named
from parsers.record import Involvement, InvolvementRole
from parsers.words.small_words import leading


def take_label(walk: Walk, item: AgendaItem, line: Line, label: Label) -> None:
    """Take a line by the label that it starts with: a role and who has it, or what `take_labelled` knows."""
    walk.pending = None
    walk.claim(line)
    if label.role is None:
        if label.meaning == "note" and strip_honorifics(line.text, label.rest)[1]:  # "Participants: Mr. A B, baker; …"
            people = read_people(line.text[label.rest :])
            add_people(item, line, people, None, label.rest)
            walk.named.update(person.name for person in people)
        take_labelled(walk, item, line, label.meaning, label.rest)
        return
    walk.open_label, walk.role = None, label.role
    walk.alone = label.role in ("chair", "moderator") and names_one(label.text)
    rest = line.text[label.rest :]
    if not rest.strip():
        return
    end, clauses = clauses_behind(rest)
    rest = rest[:end]
    people = read_people(rest, single=True, linked=[(a - label.rest, b - label.rest) for a, b in line.links])
    if people:
        _give_body(label, people)
        add_people(item, line, people, label.role, label.rest)
        walk.named.update(person.name for person in people)
        walk.wait_for_post(item)
        several = label.text.endswith("s") and len(people) == 1
        walk.role = label.role if label.role in ("panellist", "speaker") or several else None
    elif label.role in ("chair", "moderator") and is_not_yet_named(rest):
        walk.role = None
    elif label.role == "host":  # "Hosts: Kenya, Harbour Institute"
        _bodies(walk, item, line, label.role, label.rest)
        walk.role = None
    for told in clauses:
        add_people(item, line, told.people, told.role, label.rest)
        walk.named.update(person.name for person in told.people)


_FOR = re.compile(leading("for"), re.IGNORECASE)


def _give_body(label: Label, people: list[PersonReading]) -> None:
    """Who stands behind "For IOM:" speaks for IOM, where no other body is printed."""
    known = find_organizations(label.text, slot=True) if _FOR.match(label.text) else []
    for person in people if known else ():
        person.organization = person.organization or label.text[known[0].start : known[0].end]


def take_labelled(walk: Walk, item: AgendaItem, line: Line, meaning: str, offset: int) -> None:
    """Take what stands behind ``offset`` of a line by its label's meaning: bodies, a venue, a document."""
    walk.role, walk.open_label = None, meaning
    walk.claim(line)
    walk.documents_of_items = walk.documents_of_items or meaning == "documents"
    rest = line.text[offset:]
    if not rest.strip():
        return
    if meaning in BODY_LABELS:
        _bodies(walk, item, line, meaning, offset)
    elif meaning == "venue":
        item.take_venue(rest, line, offset)
    elif meaning == "documents":
        item.session.documents.append(document_at(rest, line, offset))


def _bodies(walk: Walk, item: AgendaItem, line: Line, meaning: str, offset: int) -> None:
    role: InvolvementRole = meaning  # type: ignore[assignment]  # only called with those of BODY_LABELS
    rest = line.text[offset:]
    # Words without a colon may begin a sentence: "In partnership with the FAO, herders learn to".
    listed = line.of_entry or ":" in line.text[:offset]
    bodies = split_organizer_list(rest) if listed else accepted(clause(rest, 0), lenient=True)
    for body in bodies:
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
            walk.agenda.people.append(appearance(reading, "host", line.start, line.end))
