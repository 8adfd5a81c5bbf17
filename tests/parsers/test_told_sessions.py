"""Sessions that an event's running text tells with their hours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import parse_capture
from parsers.agenda.told_sessions import told_items
from tests.parsers.agenda_records import html_record, when
from tests.parsers.prose_pages import page_of

Told = list[tuple[str | None, str | None, str, str]]


def _told(text: str, title: str = "Voices of the sea") -> Told:
    sessions = [item.session for item in told_items(page_of(text, title=title, url="https://www.iom.int/events/x"))]
    return [(session.start, session.end, session.title, session.kind) for session in sessions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Once the talks are over there will be a screening of the film “Nets” from 18:30 to 20:30 for everybody.",
            [("18:30", "20:30", "screening of the film “Nets”", "other")],
        ),
        (
            "A round table, “What the Nets Keep”, follows from 20:00 to 20:45, with the menders of all the nets.",
            [("20:00", "20:45", "What the Nets Keep", "dialogue")],
        ),
        (
            "The morning opens at 9:30 with a round table on nets and knots, followed at 11:00 by a press conference.",
            [
                ("09:30", None, "round table on nets and knots", "dialogue"),
                ("11:00", None, "press conference", "press_briefing"),
            ],
        ),
        (
            "At 10h30 the laying of wreaths begins on the mole. At 18h00 there is a screening in the Tide Hall.",
            [("10:30", None, "laying of wreaths", "ceremony"), ("18:00", None, "screening", "other")],
        ),
        (
            "À 18 h 30, il y aura une projection du film « Les filets » au cinéma du port, et le thé sera servi.",
            [("18:30", None, "projection du film « Les filets »", "other")],
        ),
        (
            "La journée s'ouvre à 9h30 par une table ronde sur les filets, suivie à 11h00 d'une conférence de presse.",
            [
                ("09:30", None, "table ronde sur les filets", "dialogue"),
                ("11:00", None, "conférence de presse", "press_briefing"),
            ],
        ),
        (
            "La jornada comienza a las 9:30 con una mesa redonda sobre redes, seguida a las 11:00 de una recepción.",
            [("09:30", None, "mesa redonda sobre redes", "dialogue"), ("11:00", None, "recepción", "other")],
        ),
        # The hours of the whole meeting.
        ("The ceremony begins at 10:00 in the Tide Hall and ends at noon, with tea for those who mend nets.", []),
        ("The workshop begins at 9:00 in the Tide Hall, and there is tea for those who mend the nets.", []),
        ("IOM invites you to a reception from 18:00 to 20:00 in the Tide Hall, where nets are shown to all.", []),
        ("La mesa redonda tendrá lugar a las 10:00 en la sala de los faros, y habrá té para todas las personas.", []),
        ("Registration closes at 17:00 on 4 May, and a film from the harbour is shown on the mole each day.", []),
    ],
)
def test_sessions_told_in_a_sentence(text: str, expected: Told) -> None:
    assert _told(text) == expected


def test_what_the_title_names_is_the_whole_meeting() -> None:
    text = "On the mole of Tidewick there will be a screening of the film “Nets” from 18:30 to 20:30 for everybody."
    assert _told(text, title="Film screening on the mole") == []


def test_they_count_on_pages_of_events_without_a_programme() -> None:
    told = "<p>Once the talks are over there will be a reception from 18:30 to 20:30 for all those who came.</p>"
    day = "<p>Tidewick, Fiji, 24 November 2014</p>"
    assert when(html_record(day + told)) == [("2014-11-24", "18:30", "20:30", "reception")]
    programme = "<p>09:00 - 10:00 Opening</p><p>10:00 - 11:00 Panel 1: Nets</p>"
    assert len(html_record(day + told + programme).sessions) == 2
    release = f"<html lang=en><body><main><h1>Nets</h1><p>Tidewick – {told[3:]}</main></body></html>".encode()
    assert parse_capture(release, "https://www.iom.int/news/nets", "text/html")[1].sessions == []


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            ["at 18:00", "there is a", "screening", "of the", "nets", "“Nets”", "begins", "followed", "by a"]
        ),
        max_size=60,
    )
)
def test_any_text_tells_sessions_or_none(words: list[str]) -> None:
    text = " ".join(words)
    for start, _end, title, _kind in _told(text):
        assert start == "18:00"
        assert title in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The award ceremony will take place on 14 May at 15:00 in the Tide Hall, and all menders are welcome.",
            [("15:00", None, "award ceremony", "ceremony")],
        ),
        (
            "A reception will be held on Thursday, 13 May, from 18:00 to 20:00 for all those who mend the nets.",
            [("18:00", "20:00", "reception", "other")],
        ),
        (
            "On 13 May at 18:00, a film screening will be held in the courtyard for all those who mend the nets.",
            [("18:00", None, "film screening", "other")],
        ),
        (
            "La cérémonie de clôture aura lieu le 14 mai à 15h00 dans la salle des phares en présence du maire.",
            [("15:00", None, "cérémonie de clôture", "ceremony")],
        ),
        (
            "La entrega de premios se realizará el 14 de mayo a las 15:00 en la sala de los faros con el alcalde.",
            [("15:00", None, "entrega de premios", "ceremony")],
        ),
        ("The workshop begins on 12 May at 9:00 in the Tide Hall and ends on 14 May at noon with a lunch.", []),
        ("The panel will be streamed on 13 May at 14:00, and all those who mend nets can send questions.", []),
    ],
)
def test_with_a_day_of_their_own_among_several(text: str, expected: Told) -> None:
    items = told_items(
        page_of(f"12-14 May 2021, Tidewick\n\n{text}", title="Voices", url="https://www.iom.int/events/x")
    )
    assert [(i.session.start, i.session.end, i.session.title, i.session.kind) for i in items] == expected


def test_with_the_day_of_the_meeting_only_what_is_a_part() -> None:
    assert (
        _told("A reception will be held on 13 May from 18:00 to 20:00 for all those who mend the nets of the sea.")
        == []
    )
    told = "The closing ceremony is scheduled for 13 May at 18:00, and all those who mend the nets are welcome to it."
    assert _told(told) == [("18:00", None, "closing ceremony", "ceremony")]
