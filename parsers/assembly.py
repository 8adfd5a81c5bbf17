"""From blocks to the record: the order in which the grammars run, and how what they find becomes one record.

    agenda ─▶ kind ─▶ published ─▶ years ─▶ days, event dates ─▶ place ─▶ people ─▶ bodies ─▶ documents ─▶ themes

Everything that needs the whole page happens here: a missing year, a person who is named twice, a block that nothing
claimed. Facts and their evidence are set side by side, so that no value enters a record without its words.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import operator
import re
from bisect import bisect_left
from dataclasses import dataclass, field

from parsers.agenda.day_runs import BASIS, spread_over_range
from parsers.agenda.item_zones import set_zones
from parsers.agenda.items import Agenda, AgendaItem
from parsers.agenda.labels import label_at
from parsers.agenda.reading import read_agenda
from parsers.agenda.told_sessions import told_items
from parsers.cut import cut_word, mend_cut_fields
from parsers.dates.events import AgendaDay, EventDates, Years, event_dates, resolve
from parsers.dates.finding import find_dates
from parsers.dates.published import REPORT, published_on
from parsers.dates.times import find_times
from parsers.dates.weekdays import only_weekday
from parsers.documents import (
    document_kind,
    document_language,
    linked_documents,
    names_documents_only,
    printed_documents,
)
from parsers.fact_spans import role_evidence, session_evidence
from parsers.kinds import KindReading, kind_of
from parsers.language import language_of
from parsers.organizations.involvement.session_texts import add_told_organizers
from parsers.organizations.involvement.walk import find_involved
from parsers.organizations.names import body_key
from parsers.page import Page
from parsers.people.lists import read_lists, speech_giver
from parsers.people.short_bodies import spell_out_bodies
from parsers.people.states import add_states
from parsers.places.event_days import event_days
from parsers.places.location import locate
from parsers.prose.reading import read_prose
from parsers.record import Appearance, Document, Evidence, Involvement, Problem, Record, Role
from parsers.series import series_of
from parsers.themes import tag_page
from parsers.words.patterns import whole_words
from parsers.words.phrases import Tokens, fold, tokenise
from parsers.words.vocabulary import load


@dataclass(slots=True)
class Reading:
    """A page, its record, and what each rule claimed: what ``iom-archive parse --explain`` shows."""

    page: Page
    record: Record
    kind: KindReading
    agenda: Agenda
    claimed: dict[int, str] = field(default_factory=dict)  # block index -> what claimed it


def assemble_record(page: Page) -> Reading:
    """Read everything that the page says."""
    record = Record(url=page.url)
    record.problems += [Problem("reading", problem) for problem in page.problems]
    record.language = language_of(page.text, page.declared_language)
    agenda = read_agenda(page)
    tokens = tokenise(page.text)
    kind = kind_of(page, agenda, tokens)
    record.kind = kind.kind
    reading = Reading(page, record, kind, agenda)
    if kind.kind != "event":
        _drop_agenda(agenda)
    _title(reading)
    published = published_on(page, record.kind, tokens, agenda=bool(agenda.items))
    years = Years(page, published.date if published else None)
    if published is not None and record.kind != "other":
        record.published = published.date
        record.evidence.append(Evidence("published", *published.span, rule=published.rule, basis=published.basis))
    if record.kind != "other":
        if published is not None:
            _drop_posting_day(reading.agenda, published.span)
        if record.kind == "event" and not agenda.items:
            agenda.items += told_items(page)
        _dates(reading, years, tokens, posted=published.span if published and published.rule == REPORT else None)
        _location(reading, tokens)
    _people(reading, years, tokens)
    if record.kind != "other":
        _organizations(reading, tokens)
        _spell_out_bodies(record)
    _documents(reading)
    names = [(person.start, person.end) for person in record.people]
    record.taggings = tag_page(page, tokens, language=record.language, named=names)
    _series(reading, tokens)
    _status(reading)
    _impossible(reading)
    _leftovers(reading)
    record.evidence += session_evidence(record, agenda)
    record.evidence += role_evidence(page, record)
    return reading


def _drop_agenda(agenda: Agenda) -> None:
    """A page that is no event has no agenda, whatever lines looked like one."""
    agenda.items.clear()
    agenda.claimed.clear()
    agenda.leftovers.clear()
    agenda.people.clear()
    agenda.days.clear()


def _title(reading: Reading) -> None:
    page, record = reading.page, reading.record
    if page.title is None:
        return
    record.title = page.title
    for index, block in enumerate(page.blocks):
        if block.text == page.title:
            record.evidence.append(Evidence("title", block.start, block.end, rule=page.title_rule or "title"))
            reading.claimed[index] = "title"
            return


# --- dates --------------------------------------------------------------------------------------------------------


def _drop_posting_day(agenda: Agenda, posted: tuple[int, int]) -> None:
    """The day of the page's posting, which stands on a line of its own, is none of the programme's."""
    own = {id(mention) for mention, line in agenda.days if line.start <= posted[0] < line.start + len(line.text)}
    if not own:
        return
    agenda.days = [(mention, line) for mention, line in agenda.days if id(mention) not in own]
    for item in agenda.items:
        if id(item.day) in own:
            item.day = None


def _dates(reading: Reading, years: Years, tokens: Tokens, posted: tuple[int, int] | None) -> None:
    """Give the agenda's days their years, find the event's first and last day, and date the items.

    ``posted`` is the span of a date that stands as an event's would and is the page's own.
    """
    page, record, agenda = reading.page, reading.record, reading.agenda
    days: list[AgendaDay] = []
    by_mention: dict[int, tuple[str, str | None, tuple[int, int]]] = {}
    by_number: dict[int, AgendaDay] = {}
    numbered: dict[int, tuple[int, int]] = {}  # where "Day 2" stands, by the id of the mention
    for mention, line in agenda.days:
        span = (line.start + mention.start, line.start + mention.end)
        numbered[id(mention)] = span
        iso, basis = resolve(mention, years, span[0])
        if not iso and mention.day_number is not None:
            first = by_number.get(1)
            iso, basis = _counted_on(first.iso if first else None, mention.day_number, line.text)
        if iso:
            days += [AgendaDay(day, span, basis) for day in dict.fromkeys((iso[0], iso[-1]))]
            by_mention[id(mention)] = (iso[0], basis, span)
            if mention.day_number is not None:
                by_number[mention.day_number] = AgendaDay(iso[0], span, basis)
    skip = set(agenda.claimed)
    if posted is not None:
        skip |= {index for index, block in enumerate(page.blocks) if block.start <= posted[0] < block.end}
    dates = event_dates(page, record.kind, agenda, days, years, skip, tokens)
    _set_event_dates(record, dates)
    for item in agenda.items:
        known = by_mention.get(id(item.day))
        if known is None and item.day is not None and item.day.days:
            span = agenda.span_of_day(item)
            iso, basis = resolve(item.day, years, span[0])
            known = (iso[0], basis, span) if iso else None
        if known is not None:
            _date_item(record, item, AgendaDay(known[0], known[2], known[1]))
        else:
            at = numbered.get(id(item.day)) or agenda.span_of_day(item)
            _date_item(record, item, _day_without_date(item, at, by_number, dates))
        record.sessions.append(item.session)
    _date_before_second_day(record, agenda, dates)
    _spread_over_event(record, agenda, dates)
    set_zones(page, record, agenda)


def _counted_on(first: str | None, number: int, text: str) -> tuple[list[str], str | None]:
    """The day of a heading "Day 2 – Friday", counted from that of the first day; the weekday must fit."""
    if first is None:
        return [], None
    day = datetime.date.fromisoformat(first) + datetime.timedelta(days=number - 1)
    if only_weekday(text) != day.weekday():
        return [], None
    return [day.isoformat()], "counted from the first day, and the weekday fits"


def _date_item(record: Record, item: AgendaItem, day: AgendaDay | None, number: int | None = None) -> None:
    """Give an item its day; ``number`` is its place in the record, without one the next."""
    if day is None:
        return
    item.session.date = day.iso
    fact = f"sessions/{len(record.sessions) if number is None else number}/date"
    basis = "; ".join(filter(None, (item.day_basis, day.basis))) or None
    record.evidence.append(Evidence(fact, *day.span, rule="day line", basis=basis))


def _day_without_date(
    item: AgendaItem, at: tuple[int, int], by_number: dict[int, AgendaDay], dates: EventDates
) -> AgendaDay | None:
    """The day that "Day 2" counts to, or "Martes 22" names (``at``), within the event; its only day; else None."""
    if item.day_of_month is not None:
        iso = _day_of_month(dates, *item.day_of_month)
        return AgendaDay(iso, at, "the day of the event that it fits") if iso else None
    if item.day is not None:
        number = item.day.day_number
        if number is None or item.day.days:
            return None
        if number in by_number:
            return by_number[number]
        iso = _counted(dates, number) if dates.start is not None else None
        return AgendaDay(iso, at, "counted from the event's first day") if iso else None
    if dates.start is not None and (dates.end is None or dates.end == dates.start):
        return AgendaDay(dates.start, dates.span, _as_event("the event's only day", dates))
    return None


def _date_before_second_day(record: Record, agenda: Agenda, dates: EventDates) -> None:
    """Items that stand before the event's second day, and under no day of their own, are those of its first."""
    undated = list(itertools.takewhile(lambda item: item.session.date is None, agenda.items))
    following = agenda.items[len(undated)].session.date if len(undated) < len(agenda.items) else None
    if dates.start is None or following is None or any(item.day or item.day_of_month for item in undated):
        return
    first = datetime.date.fromisoformat(dates.start)
    if datetime.date.fromisoformat(following) - first == datetime.timedelta(days=1):
        day = AgendaDay(dates.start, dates.span, _as_event("the event's first day", dates))
        for number, item in enumerate(undated):
            _date_item(record, item, day, number)


def _spread_over_event(record: Record, agenda: Agenda, dates: EventDates) -> None:
    """Date the items of a programme that names no day but the event's first and last."""
    one = {id(item.day) for item in agenda.items} if agenda.items else set()
    day = agenda.items[0].day if len(one) == 1 else None
    whole = day is None or (day.is_range and day.day_number is None)
    if len(one) != 1 or not whole or any(item.day_of_month for item in agenda.items):
        return
    if dates.start is None or dates.end is None:
        return
    days = spread_over_range(agenda.items, dates.start, dates.end)
    if days is not None:
        record.evidence = [entry for entry in record.evidence if not _SESSION_DATE.fullmatch(entry.fact)]
        for number, (item, iso) in enumerate(zip(agenda.items, days, strict=True)):
            _date_item(record, item, AgendaDay(iso, dates.span, _as_event(BASIS, dates)), number)


_SESSION_DATE = re.compile(r"sessions/\d+/date")


def _as_event(reason: str, dates: EventDates) -> str:
    return f"{reason}; {dates.basis}" if dates.basis else reason


def _day_of_month(dates: EventDates, weekday: int, number: int | None) -> str | None:
    """The event's only day with this weekday, and this number where one is printed."""
    if dates.start is None:
        return None
    first = datetime.date.fromisoformat(dates.start)
    last = datetime.date.fromisoformat(dates.end or dates.start)
    if (last - first).days > _LONGEST_EVENT:
        return None
    days = (first + datetime.timedelta(days=number) for number in range((last - first).days + 1))
    fitting = [day for day in days if day.weekday() == weekday and number in (None, day.day)]
    return fitting[0].isoformat() if len(fitting) == 1 else None


def _counted(dates: EventDates, number: int) -> str | None:
    first = datetime.date.fromisoformat(dates.start or "")
    day = (first + datetime.timedelta(days=number - 1)).isoformat()
    return None if dates.end is not None and day > dates.end else day


def _set_event_dates(record: Record, dates: EventDates) -> None:
    if dates.start is None:
        return
    record.start_date, record.end_date = dates.start, dates.end
    record.date_text, record.date_basis = dates.text, dates.basis or dates.basis_of_end
    record.evidence.append(Evidence("start_date", *dates.span, rule=dates.rule, basis=dates.basis))
    if dates.end is not None:
        record.evidence.append(
            Evidence("end_date", *(dates.end_span or dates.span), rule=dates.rule, basis=dates.basis_of_end)
        )


_LONGEST_EVENT = 60  # days in which a weekday or a day of the month tells the day
_DIGIT = re.compile(r"\d")


def _impossible(reading: Reading) -> None:
    """Dates and times whose words are wrong: the 31st of April, an end that is cut off."""
    for block in reading.page.blocks:
        if len(block.text) > 400 or not _DIGIT.search(block.text):
            continue
        for code, mentions in (("impossible_date", find_dates(block.text)), ("odd_time", find_times(block.text))):
            for mention in mentions:
                if mention.problem is not None:
                    where = block.start + mention.start, block.start + mention.end
                    words = reading.page.quote(*where)
                    reading.record.problems.append(Problem(code, f"{mention.problem}: {words}", *where))


# --- place --------------------------------------------------------------------------------------------------------


def _location(reading: Reading, tokens: Tokens) -> None:
    record = reading.record
    at = next(((entry.start, entry.end) for entry in record.evidence if entry.fact == "start_date"), (0, 0))
    days = event_days(record.start_date, record.end_date)
    record.location, evidence = locate(reading.page, record.kind, tokens, at, reading.agenda.claimed, days)
    record.evidence += evidence


# --- people -------------------------------------------------------------------------------------------------------


# Roles that a page tells of a meeting also where it is about something else, such as its proceedings.
_ALWAYS_TOLD: tuple[Role, ...] = ("contact", "opening", "closing", "chair", "moderator")


def _people(reading: Reading, years: Years, tokens: Tokens) -> None:
    page, record, agenda = reading.page, reading.record, reading.agenda
    everybody: list[Appearance] = [person for session in record.sessions for person in session.people] + agenda.people
    skip = set(agenda.claimed)
    if record.kind != "other":
        listed = read_lists(page, skip)
        in_sessions = {_name_key(person.name) for person in everybody}
        for person in listed.people:  # "Speakers" over cards says less than the programme does
            if person.role == "speaker" and _name_key(person.name) in in_sessions:
                person.role = "mentioned"
        everybody += listed.people
        skip |= listed.claimed
        for involved in listed.involvements:
            record.organizations.append(involved)
        reading.claimed.update(dict.fromkeys(listed.claimed, "people list"))
    release = record.kind == "press_release"
    prose = read_prose(page, skip, release=release, tokens=tokens, language=record.language)
    reading.claimed.update(dict.fromkeys(prose.claimed, "prose"))
    if prose.cut is not None:
        message = "too many names: running text was read for people up to here"
        record.problems.append(Problem("too_large", message, prose.cut, prose.cut))
    if record.kind == "other":
        for person in prose.people:
            person.role = person.role if person.role in _ALWAYS_TOLD else "mentioned"
        everybody += speech_giver(page)
    elif record.kind == "press_release":
        for session, _index, span in prose.sessions:
            day = _day_of_prose_session(page, span, years)
            if session.people or day is not None:
                if day is not None:
                    session.date = day.iso
                    fact = f"sessions/{len(record.sessions)}/date"
                    record.evidence.append(Evidence(fact, *day.span, rule="prose", basis=day.basis))
                record.sessions.append(session)
    everybody += (person for person in prose.people if not _is_role(person.name))
    cut = cut_word(page)
    if cut is not None:
        record.problems.append(Problem("cut", "the text ends in the middle of a word or a sentence", *cut))
        mend_cut_fields(everybody, page, cut)
    record.people = merge_people(everybody)
    _states(record, page)
    for number, person in enumerate(record.people):
        record.evidence.append(Evidence(f"people/{number}", person.line_start, person.line_end, person.rule))


def _is_role(name: str) -> bool:
    """Whether a name is a role and nobody's: "المقررة", which is "scheduled" as well."""
    label = label_at(f"{name}:")
    return label is not None and label.kind == "role" and label.text.rstrip(": ") == name


def _states(record: Record, page: Page) -> None:
    """The states of officials whom their line gives none, the same in the list of people and in the sessions."""
    place = next(((entry.start, entry.end) for entry in record.evidence if entry.fact == "location/country"), None)
    add_states(record.people, record.location, place, page.text)
    known = {_name_key(person.name): person for person in record.people if person.country is not None}
    for session in record.sessions:
        for person in session.people:
            official = known.get(_name_key(person.name))
            if official is not None and person.country is None:
                person.country, person.country_span = official.country, official.country_span


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
        key = _name_key(person.name)
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
def _name_key(name: str) -> str:
    return " ".join(_WORD.findall(fold(name)))


# --- bodies, documents --------------------------------------------------------------------------------------------


def _organizations(reading: Reading, tokens: Tokens) -> None:
    page, record = reading.page, reading.record
    add_told_organizers(page, tokens, record.sessions, reading.agenda.claimed)
    found: list[Involvement] = []
    for session in record.sessions:
        found += session.organizers
    found += record.organizations
    seen: dict[str, Involvement] = {}
    for body in found:
        seen.setdefault(_name_key(body.name), body)
    # "facilitated by Jane Roe"; who hosts may be either.
    persons = {_name_key(person.name) for person in record.people if person.role != "host"}
    # A body that a list names by its short form is not named again by its long one.
    listed = {key for body in seen.values() if (key := body_key(body.name)).startswith("body ")}
    for body in find_involved(page, tokens, record.kind, reading.agenda.claimed):
        for session in record.sessions:  # "Side event: Harvest (organized by the FAO)"
            if session.title_span[0] <= body.start < session.title_span[1]:
                session.organizers.append(body)
        key = _name_key(body.name)
        if body_key(body.name) not in listed and key not in persons:
            seen.setdefault(key, body)
    record.organizations = list(seen.values())
    for number, body in enumerate(record.organizations):
        record.evidence.append(Evidence(f"organizations/{number}", body.start, body.end, body.rule))


def _spell_out_bodies(record: Record) -> None:
    """Bodies that are called by one common word, in the list of people and in the sessions."""
    everybody = [*record.people, *(person for session in record.sessions for person in session.people)]
    named = dict.fromkeys([*(body.name for body in record.organizations), *(p.organization or "" for p in everybody)])
    spell_out_bodies(everybody, list(named))


def _documents(reading: Reading) -> None:
    page, record = reading.page, reading.record
    if page.source == "html":
        record.documents = linked_documents(page)
        _give_owners(record)
    else:
        record.documents = printed_documents(page, reading.agenda.claimed)
        listed = {document.start for document in record.documents}
        for session in record.sessions:
            for document in session.documents:
                if (
                    document.owner is None
                    and document.start not in listed
                    and page.text[document.start - 1 : document.start] not in "(["
                ):
                    record.documents.append(document)
    for session in record.sessions:
        for document in session.documents:
            document.kind = document_kind(document.label, document.url)
            document.language = document_language(document.label)
    for number, document in enumerate(record.documents):
        record.evidence.append(Evidence(f"documents/{number}", document.start, document.end, "document"))


def _give_owners(record: Record) -> None:
    """A linked document belongs to whom the agenda's document at its place belongs to."""
    printed = sorted((one for session in record.sessions for one in session.documents), key=_start_of)
    for document in record.documents:
        first = max(0, bisect_left(printed, document.start, key=_start_of) - 1)
        for number in range(first, len(printed)):
            one = printed[number]
            if one.start >= max(document.end, document.start + 1):
                break
            if one.end > document.start or one.start == document.start:
                document.owner = one.owner


def _start_of(document: Document) -> int:
    return document.start


# --- what is left -------------------------------------------------------------------------------------------------


@functools.cache
def _status_words() -> list[tuple[str, re.Pattern[str]]]:
    return [(status, whole_words(words)) for status, words in load("status").items()]


def _status(reading: Reading) -> None:
    """Cancelled, postponed or rescheduled, where the title or the first lines say so of the event itself."""
    page, record = reading.page, reading.record
    if record.kind != "event":
        return
    for block in page.blocks[:6]:
        if len(block.text) >= 160 and block.text != page.title:
            continue
        folded = fold(block.text)
        for status, words in _status_words():
            if words.search(folded):
                record.status = status
                record.evidence.append(Evidence("status", block.start, block.end, "status word"))
                return


def _series(reading: Reading, tokens: Tokens) -> None:
    """The series that the title or the text names; a title in no block has its words in the text, if anywhere."""
    record = reading.record
    found = series_of(record.title, tokens)
    if found is None:
        return
    record.series = found.code
    start, end = found.span
    if found.in_title:
        shown = next((block.start for block in reading.page.blocks if block.text == record.title), None)
        start = reading.page.text.find((record.title or "")[start:end]) if shown is None else shown + start
        end = start + found.span[1] - found.span[0]
    if start >= 0:
        record.evidence.append(Evidence("series", start, end, rule="series in title" if found.in_title else "series"))


def _leftovers(reading: Reading) -> None:
    page, record, agenda = reading.page, reading.record, reading.agenda
    for index in agenda.claimed:
        reading.claimed.setdefault(index, "agenda")
    documents = [*record.documents, *(one for session in record.sessions for one in session.documents)]
    for index in agenda.leftovers:
        block = page.blocks[index]
        if index not in agenda.claimed and not names_documents_only(block, documents):
            record.problems.append(
                Problem(
                    "leftover", f"nothing in the agenda claims this line: {block.text[:120]}", block.start, block.end
                )
            )
    if record.kind == "event" and not record.start_date and not record.sessions:
        record.problems.append(Problem("no_date", "an event without a date that the page yields"))
