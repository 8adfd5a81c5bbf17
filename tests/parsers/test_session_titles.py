"""What stands beside a session's title on its line: the room, and who speaks."""

from __future__ import annotations

import pytest

from parsers.agenda.rooms import room_at_end
from parsers.record import Session
from tests.parsers.agenda_records import html_record, who


def _session(words: str) -> Session:
    record = html_record(
        "<p>Tidewick, Fiji, 24 November 2014</p><p>08:30 - 09:00 Registration</p>"
        f"<p>09:00 - 09:30 {words}</p><p>10:00 - 11:00 Panel 9: Boats</p>"
    )
    return record.sessions[1]


@pytest.mark.parametrize(
    ("words", "title", "room"),
    [
        ("Panel 1 – Room XII", "Panel 1", "Room XII"),
        ("Panel 1: Nets and ropes, Conference Room 2", "Panel 1: Nets and ropes", "Conference Room 2"),
        ("Panel 1: Nets and ropes – Grand Tide Hall", "Panel 1: Nets and ropes", "Grand Tide Hall"),
        ("Panel 1: Nets and ropes (Grand Hall)", "Panel 1: Nets and ropes", "Grand Hall"),
        ("Atelier 3 – Salle des Phares", "Atelier 3", "Salle des Phares"),
        ("Almuerzo – Salón B", "Almuerzo", "Salón B"),
        ("Almuerzo en el Salón de los Faros", "Almuerzo", "Salón de los Faros"),
        ("Lunch, Mariners Dining Room", "Lunch", "Mariners Dining Room"),
        ("Lunch at the Tide Restaurant", "Lunch", "Tide Restaurant"),
        ("Pause-café – foyer", "Pause-café", "foyer"),
        ("الغداء – القاعة الزرقاء", "الغداء", "القاعة الزرقاء"),
    ],
)
def test_a_room_is_no_part_of_the_title(words: str, title: str, room: str) -> None:
    session = _session(words)
    assert (session.title, session.venue) == (title, room)


@pytest.mark.parametrize(
    "words",
    [
        "Session 2 – Room for manoeuvre",
        "Session 3 – A room of one's own",
        "Panel 2: The waiting room",
        "Panel 4 – Life in the waiting hall",
        "Visit to the net hall",
        "Table ronde – Salles d'attente et frontières",
        "Sesión 2 – La sala de espera",
        "Meeting at the boat library",
        "Room 12",
    ],
)
def test_words_of_rooms_that_are_the_subject(words: str) -> None:
    assert room_at_end(words) is None


@pytest.mark.parametrize(
    ("words", "title", "people"),
    [
        ("Keynote: Ana Brava (IOM)", "Keynote", [("Ana Brava", "panellist")]),
        ("Opening remarks (Ana Brava, IOM)", "Opening remarks", [("Ana Brava", "opening")]),
        ("Discours d’ouverture : Paul Filet, OIM", "Discours d’ouverture", [("Paul Filet", "opening")]),
        ("Palabras de bienvenida: Ana Brava, OIM", "Palabras de bienvenida", [("Ana Brava", "opening")]),
        ("كلمة افتتاحية يلقيها السيد سمير الميناء", "كلمة افتتاحية", [("سمير الميناء", "opening")]),
        ("Keynote: Nets and ropes", "Keynote: Nets and ropes", []),
        ("Keynote: Blue Lanterns (Harbour School)", "Keynote: Blue Lanterns (Harbour School)", []),
        ("Panel 3: Silver Nets (IOM)", "Panel 3: Silver Nets (IOM)", []),
        ("Opening remarks: Harbour Institute, IOM", "Opening remarks: Harbour Institute, IOM", []),
    ],
)
def test_who_gives_the_words_is_no_part_of_the_title(words: str, title: str, people: list[tuple[str, str]]) -> None:
    session = _session(words)
    assert (session.title, who(session)) == (title, people)


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("Mot de bienvenue du Maire de Port-Bleu, M. Paul Filet", "Maire de Port-Bleu"),
        ("Palabras de apertura de la Alcaldesa de Puerto Azul, Sra. Ana Brava", "Alcaldesa de Puerto Azul"),
        ("Welcome by the Mayor of Tidewick, Ms. Ana Brava", "Mayor of Tidewick"),
    ],
)
def test_the_post_before_the_name_begins_behind_the_words_of_welcome(words: str, post: str) -> None:
    (person,) = _session(words).people
    assert person.position == post


@pytest.mark.parametrize(
    ("words", "title", "room", "people"),
    [
        ("/ Opening / Room A", "Opening", "Room A", []),
        ("/ Coffee break / Foyer", "Coffee break", "Foyer", []),
        ("/ Ouverture / Salle des Phares", "Ouverture", "Salle des Phares", []),
        (
            "/ Panel 1: Nets / Moderator: Mr. John Keel / Sala 2",
            "Panel 1: Nets",
            "Sala 2",
            [("John Keel", "moderator")],
        ),
        ("/ Apertura / Ana Brava, Alcaldesa", "Apertura", None, [("Ana Brava", "opening")]),
        ("/ Panel 2: Migration/development", "Panel 2: Migration/development", None, []),
        ("/ Panel 3: Land / sea", "Panel 3: Land / sea", None, []),
    ],
)
def test_slashes_part_the_cells_of_a_row(
    words: str, title: str, room: str | None, people: list[tuple[str, str]]
) -> None:
    session = _session(words)
    assert (session.title, session.venue, who(session)) == (title, room, people)
