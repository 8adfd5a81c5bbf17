"""Lines under an item that name people: "A B, Minister of Labour, Kenya (Remarks)"."""

from __future__ import annotations

import re

from parsers.agenda.items import AgendaItem, add_people
from parsers.agenda.labels import by_line
from parsers.agenda.lines import Line
from parsers.agenda.role_clauses import role_clauses
from parsers.agenda.session_kinds import names_session
from parsers.agenda.shapes import is_prose
from parsers.agenda.subject_lines import subject_line
from parsers.agenda.walk import Walk
from parsers.documents.labels import is_document_label
from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.reading import post_line
from parsers.people.lines import PersonReading, read_people
from parsers.people.lives import life_under_name
from parsers.people.names import looks_like_name
from parsers.people.plain_names import name_edges
from parsers.record import Role
from parsers.words import lexicon
from parsers.words.phrases import tokenise

_WITH_BODY = re.compile(r"[^().,;:]{5,60} \([^()]{3,120}\)[.;]?")  # "A B (Ministry of Ports, Chile)"
_SENTENCE_ENDS = re.compile(r"(?<=[^\W\d_]{3})[.!?؟»”]\s+(?=\w)")
_SUBJECT_SIGN = re.compile(r":\s|\s[–—|-]\s")
_LONGEST = 400  # characters of a description
_NEAR = 14  # characters of titles before a name
_FAR, _FAR_TITLED = 30, 60  # characters before a name, and before one with titles
_LABEL = 80  # characters of a line that names documents only


def take_people_line(walk: Walk, item: AgendaItem, line: Line, column_role: Role | None) -> bool:
    """A line that names people; whether a bullet is one depends on the list that it stands in."""
    by = by_line(line.text)
    clauses = role_clauses(line.text)
    if len(clauses) > 1 or (clauses and by is None):
        for clause in clauses:
            _take_people(walk, item, line, clause.people, clause.role, 0)
        return True
    if by is not None:
        links = [(a - by.rest, b - by.rest) for a, b in line.links]
        people = read_people(line.text[by.rest :], single=True, linked=links)
        if people:
            _take_people(walk, item, line, people, by.role, by.rest)
            return True
    if by is None and _last_sentence(walk, item, line):
        return True
    if _post_below_name(walk, line):
        return True
    if walk.open_label in ("documents", "note", "date"):
        return walk.open_label == "note" and _participants(walk, item, line)
    listed = line.block.kind in ("item", "cell", "definition") or walk.role is not None or column_role is not None
    behind_items = walk.bulleted and line.block.kind != "item"  # "Water, Peace and Nets", below a list: a title
    people = read_people(line.text, single=listed and walk.role is not None and not behind_items, linked=line.links)
    subject = None
    if not people or _SUBJECT_SIGN.search(line.text, 0, people[0].end + 3) or not people[0].sure:
        subject = _behind_subject(walk, line)
    if subject is not None and (not people or people[0].start < subject[0] or len(people) < len(subject[1])):
        _take_people(walk, item, line, subject[1], column_role or walk.role, subject[0])
        return True
    if not people or not _accepts(walk, item, line, people, listed, column_role):
        return False
    _take_people(walk, item, line, people, column_role or walk.role, 0)
    return True


def _behind_subject(walk: Walk, line: Line) -> tuple[int, list[PersonReading]] | None:
    """People behind what they speak of; a name alone where a line beside this one has the same form."""
    if "@" in line.text or is_document_label(line.text):
        return None
    found = subject_line(line.text)
    if (
        found is None
        and not names_session(line.text)
        and _SUBJECT_SIGN.search(line.text) is not None
        and subject_line(line.text, beside=True)
    ):
        beside = [*walk.lines[max(0, walk.place - 2) : walk.place], *walk.following(2)]
        if any(subject_line(other.text) is not None for other in beside):
            found = subject_line(line.text, beside=True)
    return found


def _last_sentence(walk: Walk, item: AgendaItem, line: Line) -> bool:
    """A description whose last words are who does what: "Two films from the pier. Closing remarks by Ms. A B"."""
    stops = [stop.end() for stop in _SENTENCE_ENDS.finditer(line.text)] if len(line.text) < _LONGEST else []
    for start in reversed(stops):
        by = by_line(line.text[start:])
        if by is not None:
            people = read_people(line.text[start + by.rest :], single=True)
            if not people or not people[0].honorific or people[0].start > _NEAR:
                return False
            _take_people(walk, item, line, people, by.role, start + by.rest)
            return True
    return False


def _participants(walk: Walk, item: AgendaItem, line: Line) -> bool:
    """People under "Participants:", items of a list or lines with a title or post, and a body or state."""
    if is_prose(line.text) or "@" in line.text:
        return False
    people = read_people(line.text, linked=line.links)
    if not people or people[0].begin > _NEAR:
        return False
    first = people[0]
    spoken_for = first.organization is not None or first.country is not None
    if not (first.honorific and (line.block.kind == "item" or spoken_for)) and not (first.position and spoken_for):
        return False
    _take_people(walk, item, line, people, None, 0)
    return True


def _take_people(
    walk: Walk, item: AgendaItem, line: Line, people: list[PersonReading], role: Role | None, offset: int
) -> None:
    add_people(item, line, people, role, offset)
    walk.bulleted = line.block.kind == "item"
    walk.named.update(person.name for person in people)
    walk.claim(line)
    walk.wait_for_post(item)
    if walk.alone:
        walk.role, walk.alone = None, False


def _accepts(
    walk: Walk, item: AgendaItem, line: Line, people: list[PersonReading], listed: bool, column_role: Role | None
) -> bool:
    first = people[0]
    if first.begin > (_FAR_TITLED if first.honorific else _FAR) or (
        len(line.text) <= _LABEL and is_document_label(line.text)
    ):
        return False
    if first.begin < first.start and "@" in line.text:
        return False  # "Seminar Coordinator: A B (ab@example.org)"
    if walk.role is not None or column_role is not None:
        return len(line.text) < 700
    if is_prose(line.text) and not (listed and (first.honorific or first.position) and len(line.text) < 320):
        return False
    if first.sure:
        return True
    if names_session(line.text):
        return False
    if first.start == 0 and item.lines and (_all_told(people) or _only_names(line.text, people)):
        return True
    if first.start > first.begin and _has_field(first.position) and not _is_subject(first):
        return not line.text[first.end :].strip(" .")  # "Special Rapporteur on Nets: A B"
    if first.start == 0 and item.lines and first.organization is not None and _in_capitals(first.name):
        return True
    in_list = bool(item.readings) and item.readings[-1][2].index == line.index - 1
    if first.start == 0 and first.organization is not None and item.lines and _WITH_BODY.fullmatch(line.text):
        beside = [*walk.lines[walk.place - 1 : walk.place], *walk.following(1)]
        known = first.country is not None or looks_like_organization(first.organization) > 0.5
        return known or any(_WITH_BODY.fullmatch(other.text) is not None for other in beside)
    if looks_like_name(line.text.strip()) and ((listed and in_list) or first.name in walk.named):
        return True
    if len(line.text.strip()) == len(first.name) and (_post_follows(walk) or _introduced(walk, first.name)):
        return True
    return (listed or in_list) and (first.organization is not None or first.country is not None)


def _all_told(people: list[PersonReading]) -> bool:
    """Whether a line names several, each with a body or state or post: "A B (ODI), C D (MPI)"."""
    told = [person.organization or person.country or person.position for person in people]
    return len(people) > 1 and all(told) and len(set(told)) > 1


_LEAST_NAMES = 3


def _only_names(text: str, people: list[PersonReading]) -> bool:
    """Whether a line is nothing but three names or more: "A B, C D and E F"."""
    return len(people) >= _LEAST_NAMES and name_edges(text) is not None and not any(map(_is_subject, people))


def _has_field(position: str | None) -> bool:
    """Whether a post says what it is for: "Rapporteur on Nets", no "Programme Coordinator"."""
    return position is not None and any(word[0].islower() for word in position.split()[1:])


def _is_subject(person: PersonReading) -> bool:
    return bool(lexicon.found(tokenise(person.name), "iom-archive"))


def _in_capitals(name: str) -> bool:
    """Whether a name has its surname in capitals, and no other words: "Ana RUIZ"."""
    words = name.split()
    capitals = [word.isupper() and len(word) > 2 for word in words]
    return any(capitals) and not all(capitals) and (capitals[0] or capitals[-1])


def _post_follows(walk: Walk) -> bool:
    """Whether the next line is the post of whom this one names: "A B" over "Director of Trade, World Bank"."""
    for other in walk.following(1):
        if other.block.kind == "heading" or other.label is not None or other.shows_time():
            return False
        affiliation = post_line(other.text)
        return affiliation is not None and affiliation[0] is not None
    return False


def _introduced(walk: Walk, name: str) -> bool:
    """Whether a name alone on its line stands elsewhere with its post: "A B, Rector", or as head over "Rector"."""
    for place, line in enumerate(walk.lines):
        if place == walk.place or not line.text.startswith(name):
            continue
        rest = line.text[len(name) :].strip()
        if rest:
            people = read_people(line.text) if rest[0] in ",،(–—-" else []
            if people and people[0].name == name and people[0].sure:
                return True
        elif line.block.kind == "heading" or line.block.all_bold:
            following = walk.lines[place + 1 : place + 2]
            if following and following[0].block.kind != "heading" and post_line(following[0].text) is not None:
                return True
    return False


def _post_below_name(walk: Walk, line: Line) -> bool:
    """The post on the line under the name, as on pages of 2005, or a note on that life."""
    if walk.pending is None or walk.place == 0:
        return False
    reading, name_line = walk.pending
    if walk.lines[walk.place - 1] is not name_line:
        return False
    if _SUBJECT_SIGN.search(line.text) is not None and subject_line(line.text, beside=True) is not None:
        return False  # "Tide Process - C D, Director", under such a line
    if line.block.kind == "item" and len(name_line.text.strip()) != len(reading.name):
        return False  # further people of a list, told by their posts
    life = life_under_name(reading.name, line.text) if reading.position is None else None
    affiliation = (life.position, life.organization, life.country) if life is not None else post_line(line.text)
    if affiliation is None or (reading.documents and affiliation[0] is None):
        return False
    position = affiliation[0] or reading.position
    if reading.position is not None and not reading.titled and affiliation[0] is not None:
        position = f"{reading.position}, {affiliation[0]}"  # the line above ends in a comma
    reading.position, reading.organization, country = position, *affiliation[1:]
    reading.country = reading.country or country
    walk.claim(line)
    walk.pending = None
    return True
