"""Events whose titles stand over their hours and room, or over their day and hours."""

from __future__ import annotations

import pytest

from tests.parsers.agenda_records import text_record, when, who

ORGANIZERS = "Organizers: IOM, Reef Centre"


def listed(head: str, *entries: str) -> str:
    return "\n\n".join([head, "\n".join(entries)])


@pytest.mark.parametrize(
    ("mark", "room"),
    [
        ("/", "Room B12"),
        (" / ", "R14"),
        (" | ", "Blue Zone, Lagoon Pavilion"),
        (", ", "SE Room 4"),
        (" – ", "Blue Pavilion"),
        (" · ", "Lagoon Pavilion"),
        (" / ", "online"),
    ],
)
def test_titles_over_hours_and_room(mark: str, room: str) -> None:
    record = text_record(
        "IOM at the Ocean Forum\n\nSuva, Fiji, 4 - 6 March 2019\n\nMonday 4 March\n\n"
        f"Side Event: Nets and knots\n9:00 – 10:00 am{mark}{room}\n{ORGANIZERS}\n"
        "Speakers: Mr. Tomas Leku, Director, Reef Centre\n\n"
        f"Boats, Nets and Peace on the Reef\n11:00 – 12:00{mark}{room}\n{ORGANIZERS}\n\n"
        "Tuesday 5 March\n\n"
        f"Film screening: South Wind\n19:00{mark}Harbour House\nOrganizer: IOM Fiji\n\n"
        "High-level panel: Tides\n20:00 – 21:00"
        f"{mark}Plenary Hall 1\n\nAbout the booth\nCome and see it."
    )
    assert when(record) == [
        ("2019-03-04", "09:00", "10:00", "Side Event: Nets and knots"),
        ("2019-03-04", "11:00", "12:00", "Boats, Nets and Peace on the Reef"),
        ("2019-03-05", "19:00", None, "Film screening: South Wind"),
        ("2019-03-05", "20:00", "21:00", "High-level panel: Tides"),
    ]
    assert [session.venue for session in record.sessions] == [room, room, "Harbour House", "Plenary Hall 1"]
    assert [session.kind for session in record.sessions] == ["side_event", "side_event", "other", "panel"]
    assert who(record.sessions[0]) == [("Tomas Leku", "panellist")]
    assert who(record.sessions[1]) == []


@pytest.mark.parametrize(
    ("head", "entries", "expected"),
    [
        (
            "L'OIM au Forum des ports\n\nDakar, 4 - 6 mars 2019\n\nLundi 4 mars",
            [
                "Filets et noeuds : les villes de pêche\n9h00 – 10h00, Salle B12\nOrganisateurs : OIM",
                "Intervenants : M. Tomas Leku, Directeur, Union des ports",
                "Eau, paix et transhumance\n11h00 – 12h00 / Pavillon bleu\nOrganisateurs : OIM",
            ],
            ["Filets et noeuds : les villes de pêche", "Eau, paix et transhumance"],
        ),
        (
            "La OIM en el Foro de Puertos\n\nLima, 4 - 6 de marzo de 2019\n\nLunes 4 de marzo",
            [
                "Redes y nudos: pueblos de pescadores\n9:00 – 10:00 h | Sala B12\nOrganizan: OIM",
                "Ponentes: Sr. Tomás Leku, Director, Unión de Puertos",
                "Agua, paz y pastores\n11:00 – 12:00 h / Pabellón Azul\nOrganizan: OIM",
            ],
            ["Redes y nudos: pueblos de pescadores", "Agua, paz y pastores"],
        ),
        (
            "المنظمة الدولية للهجرة في منتدى الموانئ\n\nعمّان، 4 - 6 مارس 2019\n\nالاثنين 4 مارس",
            [
                "الشباك والعقد: مدن الصيادين\n9:00 – 10:00 | القاعة 12\nالمنظمون: المنظمة الدولية للهجرة",
                "المتحدثون: السيد توماس ليكو، مدير، اتحاد الموانئ",
                "المياه والسلام والرعي\n11:00 – 12:00 | القاعة الزرقاء\nالمنظمون: المنظمة الدولية للهجرة",
            ],
            ["الشباك والعقد: مدن الصيادين", "المياه والسلام والرعي"],
        ),
    ],
)
def test_titles_over_hours_and_room_in_other_languages(head: str, entries: list[str], expected: list[str]) -> None:
    record = text_record(listed(head, *entries))
    assert [(session.title, session.start) for session in record.sessions] == [
        (title, start) for title, start in zip(expected, ("09:00", "11:00"), strict=True)
    ]
    assert [len(session.people) for session in record.sessions] == [1, 0]


def test_rooms_behind_hours_over_titles_stay() -> None:
    record = text_record(
        "Ports Congress\n\nLima, 3 May 2021\n\n10:00 – 11:00 | Room 4\nOpening\nMs. Ana Perl, Adviser, IOM\n"
        "11:00 – 12:00 | Room 5\nPanel 1: Nets\nMr. Tomas Leku, Director, Port Union"
    )
    assert when(record) == [
        ("2021-05-03", "10:00", "11:00", "Opening"),
        ("2021-05-03", "11:00", "12:00", "Panel 1: Nets"),
    ]


def test_titles_behind_hours_stay() -> None:
    record = text_record(
        "Ports Congress\n\nLima, 3 May 2021\n\n10:00 – 11:00 | Opening\nMs. Ana Perl, Adviser, IOM\n"
        "11:00 – 12:00 | Nets, knots and the port\nMr. Tomas Leku, Director, Port Union"
    )
    assert [session.title for session in record.sessions] == ["Opening", "Nets, knots and the port"]


EXHIBITION = (
    "Ropes: an exhibition\n\nThe exhibition tells of people and their boats on the wide sea, and of what they keep "
    "when they have to leave in the night.\n\nWhen: 19 – 22 March 2019, every day from 09:00 to 18:00\n\n"
)


def test_titles_over_days_and_hours() -> None:
    record = text_record(
        EXHIBITION + "Opening\nTuesday 19 March, 18:30 – 20:00\n• Linda Kane, Chair, Harbour Committee\n\n"
        "Guided tours\nWednesday 20 March at 11:00, in English\nThursday 21 March at 14:00, in French and Du"
    )
    assert when(record) == [
        ("2019-03-19", "18:30", "20:00", "Opening"),
        ("2019-03-20", "11:00", None, "Guided tours"),
        ("2019-03-21", "14:00", None, "Guided tours"),
    ]
    assert who(record.sessions[0]) == [("Linda Kane", "opening")]


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Visites guidées", ["Mercredi 20 mars 2019 à 11h00, en français", "Jeudi 21 mars 2019 à 14h00, en anglais"]),
        ("Visitas guiadas", ["Miércoles 20 de marzo de 2019 a las 11:00, en español", "21 de marzo de 2019, 14:00"]),
        ("Film screenings:", ["20 March 2019, 11:00, Harbour Cinema", "21 March 2019, 14:00, Reef Cinema"]),
    ],
)
def test_one_title_over_several_days(title: str, days: list[str]) -> None:
    record = text_record("Ropes\n\nAn exhibition of ropes.\n\n" + "\n".join([title, *days]))
    assert [(s.date, s.start, s.title) for s in record.sessions] == [
        ("2019-03-20", "11:00", title.rstrip(":")),
        ("2019-03-21", "14:00", title.rstrip(":")),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Panel discussion\n12 March 2019, 18:00 – 20:00",  # the event itself
        "Lagos, Nigeria\n12 March 2019, 18:00 – 20:00\nAccra, Ghana\n13 March 2019, 18:00 – 20:00",
        "Deadline for abstracts\n12 March 2019, 18:00",
        "Ms. Ana Perl, Adviser, IOM\n12 March 2019, 18:00",
    ],
)
def test_no_titles_over_days(lines: str) -> None:
    assert text_record(f"Ropes and nets\n\n{lines}\n\nThe evening is about ropes.").sessions == []


def test_a_closing_call_is_no_session() -> None:
    record = text_record(
        "Forum on nets\n\n19-21 January 2020 | Lima\n\nKey dates\n31 July 2019 – call closes\n"
        "1 December 2019 – registration closes\nConfirmed keynote speakers\nAna Perl, Director, IOM"
    )
    assert record.sessions == []


@pytest.mark.parametrize(
    ("title", "notice"),
    [
        ("Postponed: Nets for every boat", "This event will now take place on 26 September 2023."),
        ("Nets for every boat", "This side event has moved to 26 September."),
        ("[REPORTÉ] Nets for every boat", "Cet événement aura désormais lieu le 26 septembre 2023."),
        ("Aplazado: Nets for every boat", "El evento se realizará ahora el 26 de septiembre de 2023."),
    ],
)
def test_notices_of_a_new_day(title: str, notice: str) -> None:
    record = text_record(
        "IOM at the Reef Assembly\n\nSuva, 18 - 26 September 2023\n\n18 September 2023 | Boats\n"
        f"Time: 13:15 – 14:30\nOrganizers: Fiji, IOM\n22 September 2023 | {title}\n{notice}\n"
        "Time: 11:15 – 12:30\nOrganizers: Tonga, IOM"
    )
    assert when(record)[1] == ("2023-09-26", "11:15", "12:30", "Nets for every boat")
