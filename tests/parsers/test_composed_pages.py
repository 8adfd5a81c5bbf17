"""Programmes and lists of side events say the same in every form: `tests.parsers.composed_pages` composes them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import parse_capture
from parsers.record import Record, Session
from tests.fixtures.frame import Form, Head, event, page, text
from tests.parsers.composed_pages import (
    ADDRESS,
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
    return parse_capture(body, None, "text/plain" if body.startswith(b"URL:") else "text/html")[1]


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


@languages
@pytest.mark.parametrize("form", ["drupal10", "drupal7", "classless", "static"])
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_nothing_of_the_frame_leaks_into_a_programme(language: Language, form: Form, data: st.DataObject) -> None:
    draw = data.draw
    place = draw(st.sampled_from(language.places)).format(draw(st.sampled_from(language.dates)))
    days = draw(st.sampled_from(language.headings)), draw(st.sampled_from(language.hours))
    bare, expected = html_programme(
        language, place, *days, draw(st.sampled_from(list(MARKUP))), people=draw(st.booleans())
    )
    content = re.search(r"<div class=field--name-body>(.*)</div></main>", bare.decode(), re.DOTALL)
    assert content is not None
    head = Head(url=ADDRESS, title=language.title, language=language.code)
    node = f"<h1>{language.title}</h1><div class='field field--name-body'>{content[1]}</div>"
    framed = read(page(form, head, draw(st.sampled_from([node, event(head, text(content[1]), [])]))).encode())
    check_programme(framed, expected, language)
    assert {person.name for person in framed.people} <= {name for name, _post, _body in language.people}
    assert (framed.title, framed.language, framed.published) == (language.title, language.code, None)
    assert framed.documents == framed.organizations == []
