"""Lists of events whose entries are hours and a room over a title, and headings that tell side events from a programme."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from tests.parsers.agenda_records import html_record, text_record, when, who

DAY = "Monday, 24 November 2014"


@pytest.mark.parametrize(
    ("first", "second", "rooms"),
    [
        ("10:00–11:00 | Tide Zone, Herring Hub", "14:00 | Blue Pavilion", ["Tide Zone, Herring Hub", "Blue Pavilion"]),
        ("10:00-11:00 am ET, Lamp House, 9 Rope Street", "2 pm ET, Room 7", ["Lamp House, 9 Rope Street", "Room 7"]),
        ("10h00 – 11h00 – Salle des Phares", "14h00 – 15h00, Pavillon bleu", ["Salle des Phares", "Pavillon bleu"]),
        ("10:00 a 11:00 · Pabellón de las Redes", "14:00 a 15:00 (Sala 3)", ["Pabellón de las Redes", "Sala 3"]),
        ("10:00 – 11:00 | القاعة الزرقاء", "14:00 – 15:00 | جناح المرفأ", ["القاعة الزرقاء", "جناح المرفأ"]),
    ],
)
def test_hours_and_a_room_over_the_title(first: str, second: str, rooms: list[str]) -> None:
    record = text_record(
        f"{DAY}\n{first}\nBoats that come home\nOrganizers: Guild of Lamps, IOM\n\n"
        f"{second}\nWho mends the nets of the men who have gone to sea?\nHosts: Guild of Ropes, Fiji\n"
    )
    assert [(s.start, s.title, s.venue, s.kind) for s in record.sessions] == [
        ("10:00", "Boats that come home", rooms[0], "side_event"),
        ("14:00", "Who mends the nets of the men who have gone to sea?", rooms[1], "side_event"),
    ]
    assert [[body.name for body in s.organizers] for s in record.sessions] == [
        ["Guild of Lamps", "IOM"],
        ["Guild of Ropes", "Fiji"],
    ]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        # rooms in a programme make no side events, titles that begin with a room's word are titles
        (
            "10:00 - 11:00 | Room 5\nPanel 1: Nets\n11:00 - 12:00 | Room 6\nPanel 2: Ropes",
            ["Panel 1: Nets", "Panel 2: Ropes"],
        ),
        (
            "10:00 - 11:00 | Opening\nGrand Hall\n11:00 - 12:00 | Panel 2: Ropes\nGrand Hall",
            ["Opening", "Panel 2: Ropes"],
        ),
        (
            "10:00 - 11:00, Nets for all\nOf rope\n11:00 - 12:00, Boats for all\nOf oak",
            ["Nets for all", "Boats for all"],
        ),
        ("Boats at sea\n10:00 - 11:00, Room 5\nNets at sea\n11:00 - 12:00, Room 6", ["Boats at sea", "Nets at sea"]),
    ],
)
def test_what_stands_behind_the_hours_of_a_programme(lines: str, titles: list[str]) -> None:
    record = text_record(f"Harbour Council 2014\n\n{DAY}\n\n{lines}\n")
    assert [session.title for session in record.sessions] == titles
    assert "side_event" not in [session.kind for session in record.sessions] or titles[0] == "Boats at sea"


def test_an_entry_may_say_only_when_it_begins() -> None:
    record = text_record(
        "Harbour Week 2014\n\n24 November 2014, 13.30-14.45, Room 5\nBoats that come home\n\n"
        "25 November 2014, 13.30-14.45, Room 5\nNets that last\n\n26 November 2014, 18.15\nReception of the Guild of Lamps\n"
    )
    assert when(record) == [
        ("2014-11-24", "13:30", "14:45", "Boats that come home"),
        ("2014-11-25", "13:30", "14:45", "Nets that last"),
        ("2014-11-26", "18:15", None, "Reception of the Guild of Lamps"),
    ]


PROGRAMME = f"{DAY}\n\n10:00 - 11:00 General debate\n11:00 - 12:00 Admission of new Members\n\n"
ENTRIES = "24 November, 13:30-14:45, Room 5\nBoats that come home\n\n25 November, 13:30-14:45, Room 5\nNets that last\n"
KINDS = ["plenary", "procedural", "side_event", "side_event"]


@pytest.mark.parametrize("title", ["Timetable and side events of the Council 2014", "Harbour Council 2014"])
@pytest.mark.parametrize(
    "head", ["SIDE EVENTS", "Les événements parallèles", "Eventos paralelos:", "الفعاليات الجانبية"]
)
def test_a_heading_between_items_parts_side_events_from_a_programme(title: str, head: str) -> None:
    record = text_record(f"{title}\n\nVenue: Lamp House, Geneva\n\n{PROGRAMME}{head}\n\n{ENTRIES}")
    assert [session.kind for session in record.sessions] == KINDS
    assert [session.title for session in record.sessions][1:3] == ["Admission of new Members", "Boats that come home"]


def test_a_word_of_a_menu_makes_no_side_events() -> None:
    record = text_record(
        f"Harbour Council 2014\n\nHome\nSide events\n\nVenue: Lamp House, Geneva\n\n{PROGRAMME}Side events\n"
    )
    assert [session.kind for session in record.sessions] == KINDS[:2]


def test_all_items_of_a_page_of_side_events_are_such_without_a_heading_between_them() -> None:
    record = text_record(
        f"Side events of the Council 2014\n\nVenue: Lamp House, Geneva\n\n{PROGRAMME}Contact us\nSide events\n"
    )
    assert [session.kind for session in record.sessions] == ["side_event", "side_event"]


ORGANIZED = (
    "Monday, 4 May 2026\n\n13:15-14:30 Nets and towns\nRoom 5\nOrganizers: IOM, Guild of Ropes\n\n"
    "Tuesday, 5 May 2026\n\n8:15-9:30 Nets and water\nRoom 6\nOrganizers: IOM, Harbour Board\n"
)


@pytest.mark.parametrize(
    ("above", "kinds"),
    [
        ("IOM at the Harbour Forum\n\nThe Forum meets in Lima.", ["side_event"] * 2),
        ("OIM en la COP41\n\nLa conferencia se reúne en Lima.", ["side_event"] * 2),
        ("L'OIM à la COP41\n\nLa conférence se réunit à Dakar.", ["side_event"] * 2),
        ("Nets at COP41\n\nThe Parties meet in Lima.", ["side_event"] * 2),
        ("Nets at the Forum\n\nBelow are the events that IOM and its partners hold or join.", ["side_event"] * 2),
        ("Redes en el Foro\n\nEstos son los eventos que organiza la OIM:", ["side_event"] * 2),
        ("Les filets au Forum\n\nVoici les événements auxquels l'OIM prend part :", ["side_event"] * 2),
        ("الشباك في المنتدى\n\nفيما يلي الفعاليات التي تنظمها المنظمة الدولية للهجرة:", ["side_event"] * 2),
        ("Workshops of the Guild\n\nThe Guild teaches how to knot.", ["other"] * 2),
    ],
)
def test_events_of_many_organizers_at_the_meeting_of_others(above: str, kinds: list[str]) -> None:
    record = text_record(f"{above}\n\n{ORGANIZED}")
    assert [session.kind for session in record.sessions] == kinds
    opened = ORGANIZED.replace("13:15-14:30 Nets and towns", "9:00-9:30 Opening of the Forum")
    assert [session.kind for session in text_record(f"{above}\n\n{opened}").sessions] == ["plenary", "other"]


def test_one_event_called_a_side_event_tells_of_the_others() -> None:
    named = ORGANIZED.replace("Nets and towns", "Official side event: Nets and towns")
    record = text_record(f"Nets at the Forum\n\nThe Parties meet in Lima.\n\n{named}")
    assert [session.kind for session in record.sessions] == ["side_event"] * 2


@pytest.mark.parametrize(
    ("above", "first", "day", "title", "kind"),
    [
        (
            "The Forum meets in Lima from 17 to 20 May 2026.",
            "17 May\n10:00 – 13:00 Round table: nets",
            "19-20 May",
            "Plenary and adoption of the Rope Declaration",
            "plenary",
        ),
        (
            "Le Forum se réunit à Dakar du 17 au 20 mai 2026.",
            "17 mai\n10h00 – 13h00 Table ronde : filets",
            "19 et 20 mai",
            "Plénière et adoption de la Déclaration",
            "plenary",
        ),
        (
            "El Foro se reúne en Lima del 17 al 20 de mayo de 2026.",
            "17 de mayo\n10:00 – 13:00 Mesa redonda: redes",
            "19 y 20 de mayo",
            "Plenaria y adopción de la Declaración",
            "plenary",
        ),
        (
            "تعقد النقابة المنتدى في عمان من 17 إلى 20 مايو 2026.",
            "17 مايو\n10:00 – 13:00 جلسة حوارية: الشباك",
            "19 مايو",
            "الجلسة العامة واعتماد الإعلان",
            "plenary",
        ),
    ],
)
def test_a_day_without_hours_behind_days_with_some(above: str, first: str, day: str, title: str, kind: str) -> None:
    record = text_record(f"Harbour Forum\n\n{above}\n\n{first}\n\n{day}\n{title}\n\nContact us\n")
    last = record.sessions[-1]
    assert [session.date for session in record.sessions] == ["2026-05-17", "2026-05-19"]
    assert (last.title, last.kind, last.start) == (title, kind, None)
    assert (record.start_date, record.end_date) == ("2026-05-17", "2026-05-20")


@pytest.mark.parametrize(
    "below",
    [
        "Related events\n\n12 June 2026\nClosing ceremony of the Rope School",  # weeks later
        "18 May 2026\nThe boats go home.",  # names no session
        "18 May 2026\nPlenary hall\n10:00 – 13:00 Panel: ropes",  # a day with hours
    ],
)
def test_no_items_of_days_without_hours(below: str) -> None:
    above = "Harbour Forum\n\nThe Forum meets in Lima.\n\n17 May 2026\n10:00 – 13:00 Round table: nets"
    record = text_record(f"{above}\n\n{below}\n")
    assert all(session.start for session in record.sessions)


def test_a_heading_in_markup_holds_up_to_the_next_of_its_rank() -> None:
    items = "<p>{0}:00 - {0}:30 Boats of {0}</p><p>{0}:30 - {0}:45 Nets of {0}</p>"
    record = html_record(
        f"<h2>{DAY}</h2><h2>Side events</h2>{items.format(10)}<h2>Programme</h2><h3>{DAY}</h3>{items.format(14)}"
    )
    assert [session.kind for session in record.sessions] == ["side_event", "side_event", "other", "other"]


CARDS = {
    "table": ("<table>", "<tr><th>{}</th><td>{}</td></tr>", "</table>"),
    "list": ("<dl>", "<dt>{}</dt><dd>{}</dd>", "</dl>"),
    "lines": ("<ul>", "<li><strong>{}:</strong> {}</li>", "</ul>"),
}


def _card(form: str, head: str, fields: list[tuple[str, str]]) -> str:
    opening, row, closing = CARDS[form]
    return (
        f"<h3>{head}</h3>{opening}{''.join(row.format(*field) for field in fields)}{closing}<p>On boats and nets.</p>"
    )


INTRODUCTION = "<p>The forum takes place in Suva, Fiji, from 10 to 21 November 2014.</p><h2>What we hold</h2>"


@pytest.mark.parametrize("form", CARDS)
@pytest.mark.parametrize("day_in_head", [True, False])
@pytest.mark.parametrize(
    ("month", "labels", "hours"),
    [
        ("November", ("Date", "Time", "Venue", "Organizers"), "11:30 – 13:00"),
        ("novembre", ("Date", "Heure", "Lieu", "Organisateurs"), "11h30 – 13h00"),
        ("de noviembre de", ("Fecha", "Hora", "Lugar", "Organizadores"), "11:30 – 13:00"),
    ],
)
def test_fields_of_entries(form: str, day_in_head: bool, month: str, labels: tuple[str, ...], hours: str) -> None:
    cards = ""
    for day, title in (("11", "Boats that come home"), ("13", "Nets that last")):
        date = f"{day} {month} 2014"
        fields = [*zip(labels[1:], (hours, "Pier 4", "Guild of Lamps, IOM"), strict=True)]
        fields = fields if day_in_head else [(labels[0], date), *fields]
        cards += _card(form, f"{date} | {title}" if day_in_head else title, fields)
    record = html_record(INTRODUCTION + cards)
    assert when(record) == [
        ("2014-11-11", "11:30", "13:00", "Boats that come home"),
        ("2014-11-13", "11:30", "13:00", "Nets that last"),
    ]
    for session in record.sessions:
        assert (session.venue, [body.name for body in session.organizers]) == ("Pier 4", ["Guild of Lamps", "IOM"])


def test_teasers_and_the_card_of_the_page_are_no_entries() -> None:
    teaser = [("Date", "14 November 2014, 10:30am"), ("Location", "Pier 4")]
    own = [("Date", "14 November 2014"), ("Time", "10:30 – 12:00"), ("Location", "Pier 4")]
    teasers = _card("table", "Boats that come home", teaser) + _card("table", "Nets that last", teaser)
    assert html_record(teasers).sessions == []
    assert html_record(_card("table", "Boats that come home", own)).sessions == []


@pytest.mark.parametrize(
    ("first", "second", "hours"),
    [
        ("Parallel Session A: Nets", "Parallel Session B: Ropes", True),
        ("Atelier A : Filets", "Atelier B : Cordes", True),
        ("Sesión paralela 1: Redes", "Sesión paralela 2: Cuerdas", True),
        ("الجلسة الموازية 1: الشباك", "الجلسة الموازية 2: الحبال", True),
        ("Session 1: Nets", "Session 2: Ropes", False),
    ],
)
def test_parallel_sessions_below_one_time(first: str, second: str, hours: bool) -> None:
    people = "Moderator: Ms. Odile Brinn\n"
    record = text_record(
        f"Harbour Council 2014\n\n{DAY}\n\n10:00 - 11:00 {first}\n{people}{second}\n{people}\n11:00 - 12:00 Tea\n"
    )
    end = ("10:00", "11:00") if hours else (None, None)
    assert [(s.start, s.end, s.title) for s in record.sessions[:2]] == [("10:00", "11:00", first), (*end, second)]


def test_a_parallel_session_right_below_another() -> None:
    record = text_record(
        f"Harbour Council 2014\n\n{DAY}\n\n10:00 - 11:00 Parallel sessions\nSession A: Nets\nSession B: Ropes\n\n11:00 - 12:00 Tea\n"
    )
    assert [(s.start, s.title) for s in record.sessions] == [
        ("10:00", "Session A: Nets"),
        ("10:00", "Session B: Ropes"),
        ("11:00", "Tea"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("24 Nov 2014 – 10:00-11:00 – Tide Pavilion", "25 Nov 2014 – 14:00-15:00 – Blue Zone"),
        ("Lunes 24 de noviembre de 2014, 10:00 h, Sala 5", "Martes 25 de noviembre de 2014, 14:00 h, Sala 6"),
        ("Lundi 24 novembre 2014 | 10h00 | Salle des Phares", "Mardi 25 novembre 2014 | 14h00 | Salle 6"),
    ],
)
def test_a_day_an_hour_and_a_room_over_the_title(first: str, second: str) -> None:
    record = text_record(f"Harbour Week 2014\n\n{first}\nBoats that come home\n\n{second}\nNets that last\n")
    assert [(s.date, s.start, s.title) for s in record.sessions] == [
        ("2014-11-24", "10:00", "Boats that come home"),
        ("2014-11-25", "14:00", "Nets that last"),
    ]


def test_titles_behind_the_hours_over_their_places() -> None:
    record = text_record(
        "Harbour Week 2014\n\nFilms from the pier.\n\nPROGRAMME\n\nMonday 24 November 2014, 10 am – School screening\nTide Theatre\n\n"
        "Tuesday 25 November 2014, 2 pm – Campus screening\nUniversity of Ropes\n"
    )
    assert [(s.date, s.title) for s in record.sessions] == [
        ("2014-11-24", "School screening"),
        ("2014-11-25", "Campus screening"),
    ]


@pytest.mark.parametrize("place", ["| Tide Pavilion", "at the Tide Pavilion", "in Room 5"])
def test_one_entry_with_who_organizes_it(place: str) -> None:
    record = text_record(
        f"Harbour Week 2014\n\n{DAY}\n10:00-11:00 {place}\nBoats that come home\nOrganizers: Guild of Lamps, IOM\n"
    )
    assert [(s.start, s.title) for s in record.sessions] == [("10:00", "Boats that come home")]


@pytest.mark.parametrize(
    "label", ["Panellists include:", "Les panélistes sont :", "Los panelistas son:", "Confirmed panellists are:"]
)
def test_a_label_with_its_verb(label: str) -> None:
    record = text_record(
        f"Harbour Council 2014\n\n{DAY}\n\n10:00 - 11:00 Nets and ropes\n"
        f"{label} Odile Brinn, Minister of Ports, Fiji; Tor Vang, Director, Guild of Ropes\n\n11:00 - 12:00 Tea\n"
    )
    assert who(record.sessions[0]) == [("Odile Brinn", "panellist"), ("Tor Vang", "panellist")]


@pytest.mark.parametrize(
    ("title", "description", "kind"),
    [
        (
            "Setting the scene: Nets",
            "This panel will look at those who mend the nets of the harbours of the north.",
            "panel",
        ),
        (
            "Mise en contexte",
            "Ce panel se penche sur celles et ceux qui réparent les filets des ports du nord.",
            "panel",
        ),
        (
            "Setting the scene: Nets",
            "The speaker will look at those who mend the nets of the harbours of the north.",
            "plenary",
        ),
        ("Opening remarks", "This panel will look at those who mend the nets of the harbours of the north.", "plenary"),
    ],
)
def test_a_description_that_calls_it_a_panel(title: str, description: str, kind: str) -> None:
    record = text_record(
        f"Harbour Council 2014\n\n{DAY}\n\n10:00 - 11:00 {title}\n{description}\n\n11:00 - 12:00 Tea\n"
    )
    assert record.sessions[0].kind == kind


@pytest.mark.parametrize(("days", "sessions"), [("30 y 31 de agosto de 2022", 0), ("30 de agosto de 2022", 1)])
def test_a_workshop_of_several_days_is_no_session_of_a_release(days: str, sessions: int) -> None:
    body = (
        "URL: https://www.iom.int/es/news/redes-del-puerto\n\nPuerto Azul – Un total de 48 pescadores culminaron el taller "
        f"“Cuidar las redes”, realizado el {days} por la Organización Internacional para las Migraciones (OIM).\n\n"
        "“Nadie nos pregunta cómo dormimos”, dijo Odile Brinn Sáez, jefa de misión de la OIM en Fiyi.\n"
    )
    record = parse_capture(body.encode(), None, "text/plain")[1]
    assert record.kind == "press_release"
    assert len(record.sessions) == sessions
