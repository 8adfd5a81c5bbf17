"""Lists of events whose entries are hours and a room over a title, and headings that tell side events from a programme."""

from __future__ import annotations

import pytest

from tests.parsers.agenda_records import html_record, text_record, when

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


def test_a_heading_in_markup_holds_up_to_the_next_of_its_rank() -> None:
    items = "<p>{0}:00 - {0}:30 Boats of {0}</p><p>{0}:30 - {0}:45 Nets of {0}</p>"
    record = html_record(
        f"<h2>{DAY}</h2><h2>Side events</h2>{items.format(10)}<h2>Programme</h2><h3>{DAY}</h3>{items.format(14)}"
    )
    assert [session.kind for session in record.sessions] == ["side_event", "side_event", "other", "other"]
