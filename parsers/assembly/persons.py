"""The people of a page: from the agenda, from lists and from prose, one entry for each person and role."""

from __future__ import annotations

import functools
import operator
import re

from parsers.agenda.labels import label_at
from parsers.assembly.reading import Reading
from parsers.cut import cut_word, mend_cut_fields, without_cut_people
from parsers.dates.events import AgendaDay, Years, resolve
from parsers.dates.finding import find_dates
from parsers.page import Page
from parsers.people.furniture import furniture
from parsers.people.lists import read_lists
from parsers.people.speeches import speech_giver
from parsers.people.states import add_states, own_country
from parsers.prose.reading import read_prose
from parsers.record import Appearance, Evidence, Location, Problem, Record, Role, Session
from parsers.words.phrases import Tokens, fold

# Roles that a page tells of a meeting also where it is about something else, such as its proceedings.
_ALWAYS_TOLD: tuple[Role, ...] = ("contact", "opening", "closing", "chair", "moderator")


def read_people(reading: Reading, years: Years, tokens: Tokens) -> None:
    """List everybody whom the agenda, a list or running text names, and the briefings that a release tells of."""
    page, record = reading.page, reading.record
    everybody = [person for session in record.sessions for person in session.people] + reading.agenda.people
    skip = set(reading.agenda.claimed) | furniture(page)
    if record.kind != "other":
        everybody += _listed_people(reading, skip, {name_key(person.name) for person in everybody})
    everybody += _told_people(reading, skip, years, tokens)
    everybody = without_cut_people(everybody, page)
    for session in record.sessions[-1:]:
        session.people = without_cut_people(session.people, page)
    cut = cut_word(page)
    if cut is not None:
        record.problems.append(Problem("cut", "the text ends in the middle of a word or a sentence", *cut))
        mend_cut_fields(everybody, page, cut)
    _complete_names(everybody)
    record.people = merge_people(everybody)
    _states(record, page, tokens)
    for number, person in enumerate(record.people):
        record.evidence.append(Evidence(f"people/{number}", person.line_start, person.line_end, person.rule))


def _listed_people(reading: Reading, skip: set[int], in_sessions: set[str]) -> list[Appearance]:
    """People of lists and cards; ``skip`` grows by the blocks that they claim."""
    listed = read_lists(reading.page, skip)
    for person in listed.people:  # "Speakers" over cards says less than the programme does
        if person.role in ("speaker", "panellist") and name_key(person.name) in in_sessions:
            person.role = "mentioned"
    _seat_panel(reading.record, listed.people)
    skip |= listed.claimed
    reading.record.organizations += listed.involvements
    reading.claimed.update(dict.fromkeys(listed.claimed, "people list"))
    return listed.people


_SEATED: tuple[Role, ...] = ("panellist", "moderator")


def _seat_panel(record: Record, listed: list[Appearance]) -> None:
    """Give the one panel of a programme those whom the page lists as panellists beside it."""
    panels = [session for session in record.sessions if session.kind in ("panel", "dialogue")]
    if len(panels) != 1 or panels[0].people or len({session.date for session in record.sessions}) > 1:
        return
    seated = [person for person in listed if person.role in _SEATED]
    if sum(person.role == "panellist" for person in seated) >= _FEWEST_SEATED:
        elsewhere = {name_key(person.name) for session in record.sessions for person in session.people}
        panels[0].people += [person for person in seated if name_key(person.name) not in elsewhere]


_FEWEST_SEATED = 2


def _told_people(reading: Reading, skip: set[int], years: Years, tokens: Tokens) -> list[Appearance]:
    """People of running text, and the briefings of a release that it tells of."""
    page, record = reading.page, reading.record
    release = record.kind == "press_release"
    described = reading.agenda.described
    prose = read_prose(page, skip - described.keys(), release=release, tokens=tokens, language=record.language)
    _take_described(reading, prose.people)
    reading.claimed.update(dict.fromkeys(prose.claimed, "prose"))
    if prose.cut is not None:
        message = "too many names: running text was read for people up to here"
        record.problems.append(Problem("too_large", message, prose.cut, prose.cut))
    givers: list[Appearance] = []
    if record.kind == "other":
        for person in prose.people:
            person.role = person.role if person.role in _ALWAYS_TOLD else "mentioned"
        givers = speech_giver(page)
    elif release:
        for session, _index, span in prose.sessions:
            if not _takes_days(page, span):
                _add_told_session(record, session, _day_of_prose_session(page, span, years))
    return givers + [person for person in prose.people if not _is_role(person.name)]


_TAKES_PART: tuple[Role, ...] = ("opening", "closing", "chair", "moderator", "panellist", "speaker")


_ON_PANEL: tuple[Role, ...] = ("moderator", "chair", "panellist", "speaker")


def _take_described(reading: Reading, people: list[Appearance]) -> None:
    """Give sessions those of whom the running text below their titles says that they take part.

    Mere names go: descriptions are full of capitals.
    """
    blocks = [(reading.page.blocks[number], session) for number, session in reading.agenda.described.items()]
    held = {id(session) for session in reading.record.sessions}
    release = reading.record.kind == "press_release"
    for block, session in blocks:
        inside = [person for person in people if block.start <= person.line_start < block.end]
        for person in inside:
            bare = person.position is None and person.organization is None and person.country is None
            if person.role == "contact" or (release and person.role not in _ON_PANEL):
                continue  # a release goes on behind what it tells of its last panel
            if bare and person.name_text in (None, person.name):
                people.remove(person)
            elif person.role not in _TAKES_PART:
                person.role = "mentioned"
            elif id(session) in held:
                on_panel = person.role == "speaker" and session.kind in ("panel", "dialogue")
                person.role = "panellist" if on_panel else person.role
                if all(name_key(other.name) != name_key(person.name) for other in session.people):
                    session.people.append(person)


def _add_told_session(record: Record, session: Session, day: AgendaDay | None) -> None:
    """Add a briefing that has a day or somebody who speaks."""
    if day is not None:
        session.date = day.iso
        fact = f"sessions/{len(record.sessions)}/date"
        record.evidence.append(Evidence(fact, *day.span, rule="prose", basis=day.basis))
    if session.people or day is not None:
        record.sessions.append(session)


def _complete_names(people: list[Appearance]) -> None:
    """Give those who are named by title and surname alone in one place their whole name from another: "Mr. Vik"."""
    _complete_first_names(people)
    short = [person for person in people if " " not in person.name and person.name_text not in (None, person.name)]
    if not short:
        return
    whole: dict[str, set[str]] = {}
    for person in people:
        words = person.name.split()
        if len(words) > 1:
            whole.setdefault(fold(words[-1]), set()).add(person.name)
    for person in short:
        names = whole.get(fold(person.name), ())
        if len(names) == 1 and person.position is None and person.organization is None:
            (person.name,) = names


def _complete_first_names(people: list[Appearance]) -> None:
    """Give those whom lists name by a first name alone the whole name that the page has of one person."""
    short = [person for person in people if person.rule in _LISTED and " " not in person.name]
    if not short:
        return
    whole: dict[str, set[str]] = {}
    for person in people:
        first, _space, rest = person.name.partition(" ")
        if rest:
            whole.setdefault(fold(first), set()).add(person.name)
    for person in short:
        names = whole.get(fold(person.name), ())
        if len(names) == 1 and person.name_text in (None, person.name):
            (person.name,) = names


_LISTED = ("list", "labelled line", "agenda")


def _is_role(name: str) -> bool:
    """Whether a name is a role and nobody's: "المقررة", which is "scheduled" as well."""
    label = label_at(f"{name}:")
    return label is not None and label.kind == "role" and label.text.rstrip(": ") == name


def _states(record: Record, page: Page, tokens: Tokens) -> None:
    """The states of officials whom their line gives none, the same in the list of people and in the sessions."""
    place = next(((entry.start, entry.end) for entry in record.evidence if entry.fact == "location/country"), None)
    location = record.location
    if location.country is None and not location.online and record.people:
        own = own_country(page, tokens)
        if own is not None:
            location, place = Location(country=own.code), (own.start, own.end)
    add_states(record.people, location, place, page.text)
    known = {name_key(person.name): person for person in record.people if person.country is not None}
    for session in record.sessions:
        for person in session.people:
            official = known.get(name_key(person.name))
            if official is not None and person.country is None:
                person.country, person.country_span = official.country, official.country_span


def _takes_days(page: Page, span: tuple[int, int]) -> bool:
    """Whether the one date beside a session is several days: what takes so long is the meeting, no session of it."""
    dates = [mention for mention in find_dates(page.text[span[0] : span[1]]) if mention.names_days]
    return len(dates) == 1 and (dates[0].is_range or len(dates[0].days) > 1)


def _day_of_prose_session(page: Page, span: tuple[int, int], years: Years) -> AgendaDay | None:
    text = page.text[span[0] : span[1]]
    for mention in find_dates(text):
        if mention.days and not mention.is_range:
            start = span[0] + mention.start
            iso, basis = resolve(mention, years, start)
            if iso:
                return AgendaDay(iso[0], (start, span[0] + mention.end), basis)
    return None


def merge_people(people: list[Appearance]) -> list[Appearance]:
    """One entry for each person and role; post, body and country from whichever mention prints them.

    "Mentioned" goes where the same person has any other role.
    """
    merged: dict[tuple[str, str], Appearance] = {}
    best: dict[str, Appearance] = {}
    for person in people:
        key = name_key(person.name)
        known = best.get(key)
        if known is None:
            best[key] = person
        else:
            _fill(known, person)
        if (key, person.role) not in merged:
            merged[(key, person.role)] = Appearance(*_fields(person))
    with_role = {key for key, role in merged if role != "mentioned"}
    result = []
    for (key, role), person in merged.items():
        if role == "mentioned" and key in with_role:
            continue
        _fill(person, best[key])
        result.append(person)
    return result


_fields = operator.attrgetter(*Appearance.__slots__)


def _fill(person: Appearance, other: Appearance) -> None:
    if person.position is None:
        person.position = other.position
    if person.organization is None:
        person.organization = other.organization
    if person.country is None:
        person.country = other.country


_WORD = re.compile(r"\w+")


@functools.lru_cache(maxsize=1024)  # names come back, on the page and on others
def name_key(name: str) -> str:
    """What two mentions of one name, of a person or a body, have in common."""
    return " ".join(_WORD.findall(fold(name)))
