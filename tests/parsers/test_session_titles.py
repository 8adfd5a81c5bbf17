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


@pytest.mark.parametrize(
    ("words", "title", "person"),
    [
        ("Nets and their menders. Ms. Odile Brinn, Guild of Ropes", "Nets and their menders", "Odile Brinn"),
        ("Who mends the nets? Dr. Odile Brinn", "Who mends the nets?", "Odile Brinn"),
        (
            "Les filets du port : état des lieux. Mme Odile Brinn, Guilde des cordes",
            "Les filets du port : état des lieux",
            "Odile Brinn",
        ),
        ("Las redes del puerto. Sra. Odile Brinn Sáez", "Las redes del puerto", "Odile Brinn Sáez"),
    ],
)
def test_somebody_with_a_title_behind_the_end_of_a_title(words: str, title: str, person: str) -> None:
    session = _session(words)
    assert (session.title, [one.name for one in session.people]) == (title, [person])


@pytest.mark.parametrize(
    "words", ["Nets vs. ropes in Dr. Brinn's novels", "The pier. Boats that come home", "Keynote: Prof. nets"]
)
def test_a_full_stop_without_somebody_behind_it(words: str) -> None:
    assert _session(words).title == words


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "Parallel Session A: Nets / Parallel Session B: Ropes",
            ["Parallel Session A: Nets", "Parallel Session B: Ropes"],
        ),
        ("Atelier 1 : Filets ; Atelier 2 : Cordes", ["Atelier 1 : Filets", "Atelier 2 : Cordes"]),
        (
            "Mesa 1 – Redes | Mesa 2 – Cuerdas | Mesa 3 – Barcos",
            ["Mesa 1 – Redes", "Mesa 2 – Cuerdas", "Mesa 3 – Barcos"],
        ),
        ("الجلسة 1: الشباك / الجلسة 2: الحبال", ["الجلسة 1: الشباك", "الجلسة 2: الحبال"]),
        ("Session 1: Nets / ropes", ["Session 1: Nets / ropes"]),
        ("Session 1 / Panel on nets", ["Session 1 / Panel on nets"]),
        ("Coffee / tea", ["Coffee / tea"]),
    ],
)
def test_two_sessions_of_the_same_hours_on_one_line(words: str, titles: list[str]) -> None:
    record = html_record(
        f"<p>Tidewick, Fiji, 24 November 2014</p><ul><li>09:00 - 09:30 {words}</li><li>10:00 - 11:00 Tea</li></ul>"
    )
    assert [(s.start, s.end, s.title) for s in record.sessions[:-1]] == [("09:00", "09:30", title) for title in titles]
    spans = [session.title_span for session in record.sessions[:-1]]
    assert [end - start for start, end in spans] == [len(title) for title in titles]
    assert spans == sorted(set(spans))


def test_two_sessions_with_people_below_stay_one() -> None:
    record = html_record(
        "<p>Tidewick, Fiji, 24 November 2014</p><p>09:00 - 09:30 Session A: Nets / Session B: Ropes</p>"
        "<p>Moderator: Ms. Odile Brinn, Guild of Ropes</p><p>10:00 - 11:00 Tea</p>"
    )
    assert [session.title for session in record.sessions] == ["Session A: Nets / Session B: Ropes", "Tea"]


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("Dinner hosted by IOM", ["IOM"]),
        ("Reception offered by the Permanent Mission of Fiji", ["Permanent Mission of Fiji"]),
        ("Déjeuner offert par le Ministère des Ports", ["Ministère des Ports"]),
        ("Almuerzo ofrecido por el Ministerio de Puertos", ["Ministerio de Puertos"]),
        ("Lunch hosted by the harbour", []),
        ("Panel 1: A city hosted by rivers", []),
        ("Nets hosted by ropes", []),
    ],
)
def test_who_hosts_a_meal_or_reception(words: str, bodies: list[str]) -> None:
    session = _session(words)
    assert (session.title, [body.name for body in session.organizers]) == (words, bodies)


@pytest.mark.parametrize(
    ("people", "kind"),
    [
        (("Moderator: Ms. Odile Brinn", "Mr. Tor Vang, Guild of Ropes", "Ms. Eva Holm, Guild of Nets"), "panel"),
        (("Mr. Tor Vang, Guild of Ropes", "Ms. Eva Holm, Guild of Nets"), "plenary"),
        (("Moderator: Ms. Odile Brinn", "Mr. Tor Vang, Guild of Ropes"), "plenary"),
        ((), "plenary"),
    ],
)
@pytest.mark.parametrize("title", ["Setting the Scene: Harbours today", "Setting the Scene"])
def test_a_scene_that_a_panel_sets(title: str, people: tuple[str, ...], kind: str) -> None:
    lines = "".join(f"<p>{line}</p>" for line in people)
    record = html_record(
        f"<p>Tidewick, Fiji, 24 November 2014</p><p>09:00 - 09:30 {title}</p>{lines}<p>10:00 - 11:00 Tea</p>"
    )
    assert record.sessions[0].kind == kind


@pytest.mark.parametrize(("hours", "kind"), [("12:30 - 13:30", "break"), ("19:30 - 21:00", "other")])
def test_a_meal_at_noon(hours: str, kind: str) -> None:
    record = html_record(f"<p>Tidewick, Fidji, 24 novembre 2014</p><p>09:00 - 09:30 Ouverture</p><p>{hours} Dîner</p>")
    assert record.sessions[1].kind == kind


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Two films from the pier. Closing remarks by H.E. Ms. Odile Brinn, Ambassador of Fiji",
            [("Odile Brinn", "closing")],
        ),
        ("Deux films du port. Mot de clôture par Mme Odile Brinn, Guilde des cordes", [("Odile Brinn", "closing")]),
        ("Dos películas del puerto. Palabras de cierre de la Sra. Odile Brinn Sáez", [("Odile Brinn Sáez", "closing")]),
        ("Two films from the pier. Closing remarks by the menders", []),
        ("Two films from the pier. Ropes by the yard", []),
    ],
)
def test_the_last_words_of_a_description_may_say_who_does_what(line: str, people: list[tuple[str, str]]) -> None:
    record = html_record(
        f"<p>Tidewick, Fiji, 24 November 2014</p><p>09:00 - 09:30 Screening</p><p>{line}</p><p>10:00 - 11:00 Tea</p>"
    )
    assert who(record.sessions[0]) == people
