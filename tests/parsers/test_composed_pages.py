"""Programmes and lists of side events say the same in every form: `tests.parsers.composed_pages` composes them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import parse_capture
from parsers.record import Record, Session
from tests.parsers.composed_pages import (
    DAYS,
    ENTRIES,
    ITEMS,
    LANGUAGES,
    MARKUP,
    Expected,
    Language,
    html_programme,
    side_event_list,
    text_programme,
)

EXAMPLES = 60
languages = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)


def read(body: bytes) -> Record:
    return parse_capture(body, None, "text/html" if body.startswith(b"<html") else "text/plain")[1]


def item(session: Session) -> Expected:
    names = tuple(person.name for person in session.people)
    return Expected(session.title, session.date or "", session.start or "", session.end or "", names)


def check_programme(record: Record, expected: list[Expected], language: Language) -> None:
    assert record.kind == "event"
    assert (record.start_date, record.end_date) == DAYS
    assert list(map(item, record.sessions)) == expected
    told = {(p.name, p.position, p.organization) for session in record.sessions for p in session.people}
    assert told in (set(), set(language.people))


@languages
@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_programme_says_the_same_in_every_form_of_its_lines(language: Language, data: st.DataObject) -> None:
    draw = data.draw
    body, expected = text_programme(
        language,
        draw(st.sampled_from(language.places)).format(draw(st.sampled_from(language.dates))),
        draw(st.sampled_from(language.headings)),
        draw(st.sampled_from(language.hours)),
        draw(st.sampled_from(ITEMS)),
        people=draw(st.booleans()),
    )
    check_programme(read(body), expected, language)


@languages
@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_programme_says_the_same_in_every_markup(language: Language, data: st.DataObject) -> None:
    draw = data.draw
    body, expected = html_programme(
        language,
        draw(st.sampled_from(language.places)).format(draw(st.sampled_from(language.dates))),
        draw(st.sampled_from(language.headings)),
        draw(st.sampled_from(language.hours)),
        draw(st.sampled_from(list(MARKUP))),
        people=draw(st.booleans()),
    )
    check_programme(read(body), expected, language)


@languages
@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_list_of_side_events_says_the_same_in_every_form(language: Language, data: st.DataObject) -> None:
    draw = data.draw
    room, bodies = draw(st.booleans()), draw(st.booleans())
    hours = draw(st.sampled_from(language.hours))
    body, expected = side_event_list(language, hours, draw(st.sampled_from(ENTRIES)), room=room, bodies=bodies)
    record = read(body)
    assert list(map(item, record.sessions)) == expected
    for session in record.sessions:
        assert session.kind == "side_event"
        assert session.venue == (language.room if room else None)
        assert [one.name for one in session.organizers] == (list(language.bodies) if bodies else [])
