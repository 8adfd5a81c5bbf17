"""From blocks to the record: the order in which the grammars run, and how what they find becomes one record.

    agenda ─▶ kind ─▶ published ─▶ years ─▶ days, event dates ─▶ place ─▶ people ─▶ bodies ─▶ documents ─▶ themes

Everything that needs the whole page happens here. Facts and their evidence are set side by side, so that no value
enters a record without its words.

- `reading`: a page, its record and what claimed each block.
- `days`: the event's first and last day, the agenda's days with their years, the day of each item.
- `persons`: one entry for each person and role, whoever found it.
- `bodies`: one entry for each body, with its part.
- `files`: the documents of the page and whose they are.
- `remainder`: status, series, words that no calendar allows, and lines that nothing claimed.
"""

from __future__ import annotations

from parsers.agenda.items import Agenda
from parsers.agenda.reading import read_agenda
from parsers.agenda.session_kinds import is_numbered
from parsers.agenda.told_sessions import told_items
from parsers.assembly.bodies import read_organizations
from parsers.assembly.days import drop_posting_day, read_dates
from parsers.assembly.files import read_documents
from parsers.assembly.persons import read_people
from parsers.assembly.reading import Reading
from parsers.assembly.remainder import note_impossible, note_leftovers, read_series, read_status
from parsers.dates.events import Years
from parsers.dates.published import REPORT, Published, published_on
from parsers.fact_spans import role_evidence, session_evidence
from parsers.kinds import kind_of
from parsers.language import language_of
from parsers.page import Page
from parsers.places.event_days import event_days
from parsers.places.location import locate
from parsers.record import Evidence, Problem, Record
from parsers.themes import tag_page
from parsers.words.phrases import Tokens, tokenise

__all__ = ["Reading", "assemble_record"]


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
    if kind.kind != "event" and not (kind.kind == "press_release" and _tells_panels(agenda)):
        _drop_agenda(agenda)
    _title(reading)
    published = published_on(page, record.kind, tokens, agenda=bool(agenda.items))
    years = Years(page, published.date if published else None)
    if record.kind != "other":
        _published(reading, published)
        if record.kind == "event" and not agenda.items:
            agenda.items += told_items(page)
        read_dates(reading, years, tokens, posted=published.span if published and published.rule == REPORT else None)
        _location(reading, tokens)
    read_people(reading, years, tokens)
    if record.kind != "other":
        read_organizations(reading, tokens)
    read_documents(reading)
    names = [(person.start, person.end) for person in record.people]
    record.taggings = tag_page(page, tokens, language=record.language, named=names)
    read_series(reading, tokens)
    read_status(reading)
    note_impossible(reading)
    note_leftovers(reading)
    record.evidence += session_evidence(record, agenda)
    record.evidence += role_evidence(page, record)
    return reading


def _tells_panels(agenda: Agenda) -> bool:
    """Whether all that looks like an agenda in a release are panels with their numbers, each over who spoke in it."""
    return bool(agenda.items) and all(item.headed and is_numbered(item.session.title) for item in agenda.items)


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


def _published(reading: Reading, published: Published | None) -> None:
    if published is None:
        return
    record = reading.record
    record.published = published.date
    record.evidence.append(Evidence("published", *published.span, rule=published.rule, basis=published.basis))
    drop_posting_day(reading.agenda, published.span)


def _location(reading: Reading, tokens: Tokens) -> None:
    record = reading.record
    at = next(((entry.start, entry.end) for entry in record.evidence if entry.fact == "start_date"), (0, 0))
    days = event_days(record.start_date, record.end_date)
    record.location, evidence = locate(reading.page, record.kind, tokens, at, reading.agenda.claimed, days)
    record.evidence += evidence
