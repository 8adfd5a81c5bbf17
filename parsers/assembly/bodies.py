"""The bodies that have a part in an event or a release, one entry each."""

from __future__ import annotations

from parsers.agenda.joint_titles import HOST_IN_TITLE
from parsers.assembly.persons import name_key
from parsers.assembly.reading import Reading
from parsers.cut import without_cut_name
from parsers.organizations.involvement.session_texts import add_told_organizers
from parsers.organizations.involvement.walk import find_involved
from parsers.organizations.names import body_key
from parsers.organizations.signatories import signatories
from parsers.people.short_bodies import spell_out_bodies
from parsers.record import Evidence, Involvement, Record
from parsers.words.phrases import Tokens


def read_organizations(reading: Reading, tokens: Tokens) -> None:
    """List every body with its part, and give organisers to the sessions that they hold.

    Whoever is a person of the record is no body. A body that a list names by its short form is not named again by its
    long one.
    """
    page, record = reading.page, reading.record
    add_told_organizers(page, tokens, record.sessions, reading.agenda.claimed)
    found: list[Involvement] = []
    hosts: list[Involvement] = []  # of a meal: any other part in the meeting says more
    for session in record.sessions:
        for body in session.organizers:
            (hosts if body.rule == HOST_IN_TITLE else found).append(body)
    found += record.organizations
    seen: dict[str, Involvement] = {}
    for body in found:
        seen.setdefault(name_key(body.name), body)
    # "facilitated by Jane Roe"; who hosts may be either.
    persons = {name_key(person.name) for person in record.people if person.role != "host"}
    listed = {body_key(body.name) for body in seen.values()}
    for body in find_involved(page, tokens, record.kind, reading.agenda.claimed):
        for session in record.sessions:  # "Side event: Harvest (organized by the FAO)"
            if session.title_span[0] <= body.start < session.title_span[1]:
                session.organizers.append(body)
        key = name_key(body.name)
        if body_key(body.name) not in listed and key not in persons:
            seen.setdefault(key, body)
    for body in hosts:
        seen.setdefault(name_key(body.name), body)
    named = {body_key(body.name) for body in seen.values()}
    for body in signatories(page, record.people):
        if body_key(body.name) not in named:
            seen.setdefault(name_key(body.name), body)
    # Who only pays comes last: flat lists leave these out, and keep their numbers.
    bodies = sorted(seen.values(), key=lambda body: body.role == "sponsor")
    record.organizations = without_cut_name(bodies, page)
    for number, body in enumerate(record.organizations):
        record.evidence.append(Evidence(f"organizations/{number}", body.start, body.end, body.rule))
    _spell_out(record)


def _spell_out(record: Record) -> None:
    """Bodies that are called by one common word, in the list of people and in the sessions."""
    everybody = [*record.people, *(person for session in record.sessions for person in session.people)]
    named = dict.fromkeys([*(body.name for body in record.organizations), *(p.organization or "" for p in everybody)])
    spell_out_bodies(everybody, list(named))
