"""Lists of events that say only when each begins, with their places, and titles that are none."""

from __future__ import annotations

import pytest

from tests.parsers.agenda_records import text_record, when, who

_LEAD = "Festival of Sails in Fiji\n\n28 November - 18 December 2018\n\nIOM Fiji shows films with the Harbour Institute, for all.\n\n"
_ITEMS = [("2018-11-28", "18:00"), ("2018-11-30", "19:00"), ("2018-12-04", "18:30")]


def _titles_and_rooms(body: str) -> list[tuple[str | None, str | None, str, str | None]]:
    return [(s.date, s.start, s.title, s.venue) for s in text_record(_LEAD + body).sessions]


@pytest.mark.parametrize(
    "body",
    [
        "PROGRAMME\n\nWed 28 Nov, 6:00pm\nNets\nHarbour Hall, Suva\n\nFri 30 Nov, 7:00pm\nRopes\nJubilee Park, Nadi\n\n"
        "Tues 4 Dec, 6.30 pm\nBoats\nMarket Square, Labasa\n",
        "Wednesday, 28 November at 6 pm\nNets\nHarbour Hall, Suva\n\nFriday, 30 November at 7 pm\nRopes\nJubilee Park, Nadi\n\n"
        "Tuesday, 4 December at 6.30 pm\nBoats\nMarket Square, Labasa\n",
        "Wed 28 Nov, 18:00 – Nets (Harbour Hall, Suva)\nFri 30 Nov, 19:00 – Ropes (Jubilee Park, Nadi)\n"
        "Tue 4 Dec, 18:30 – Boats (Market Square, Labasa)\n",
        "28 November | 18:00 | Nets | Harbour Hall, Suva\n30 November | 19:00 | Ropes | Jubilee Park, Nadi\n"
        "4 December | 18:30 | Boats | Market Square, Labasa\n",
        "Nets\n28 November, 18:00, Harbour Hall, Suva\n\nRopes\n30 November, 19:00, Jubilee Park, Nadi\n\n"
        "Boats\n4 December, 18:30, Market Square, Labasa\n",
    ],
)
def test_days_hours_titles_and_places(body: str) -> None:
    rooms = ["Harbour Hall, Suva", "Jubilee Park, Nadi", "Market Square, Labasa"]
    titles = ["Nets", "Ropes", "Boats"]
    assert _titles_and_rooms(body) == [
        (*at, title, room) for at, title, room in zip(_ITEMS, titles, rooms, strict=True)
    ]


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (
            "Festival des voiles à Dakar\n\n28 novembre - 18 décembre 2018\n\nL'OIM montre des films avec l'Institut des Ports, pour tous.\n\n",
            "Mercredi 28 novembre, 18h00\nLes filets\nSalle des Phares, Dakar\n\nVendredi 30 novembre à 19h\nLes cordes\nPlace du Marché, Thiès\n\n"
            "Mardi 4 décembre, 18h30\nLes barques\nLycée de la Mer, Saint-Louis\n",
        ),
        (
            "Festival de las velas en Lima\n\n28 de noviembre - 18 de diciembre de 2018\n\nLa OIM muestra películas para todas las personas.\n\n",
            "Miércoles 28 de noviembre, 6:00 p. m.\nLas redes\nSala de los Faros, Lima\n\nViernes 30 de noviembre, 7:00 p. m.\nLas cuerdas\n"
            "Plaza de Armas, Arequipa\n\nMartes 4 de diciembre, 6:30 p. m.\nLos barcos\nColegio del Mar, Trujillo\n",
        ),
        (
            "مهرجان الأشرعة في عمّان\n\n28 نوفمبر - 18 ديسمبر 2018\n\nتعرض المنظمة الدولية للهجرة أفلاما للجميع في كل المدن مع نقاش.\n\n",
            "الأربعاء 28 نوفمبر، الساعة 18:00\nالشباك\nقاعة المنارة، عمّان\n\nالجمعة 30 نوفمبر، الساعة 19:00\nالحبال\nساحة السوق، إربد\n\n"
            "الثلاثاء 4 ديسمبر، الساعة 18:30\nالقوارب\nمدرسة البحر، العقبة\n",
        ),
    ],
)
def test_in_other_languages(lead: str, body: str) -> None:
    record = text_record(lead + body)
    lines = body.split("\n")
    assert [(s.date, s.start) for s in record.sessions] == _ITEMS
    assert [(s.title, s.venue) for s in record.sessions] == list(zip(lines[1::4], lines[2::4], strict=False))


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("“Nets” at the Harbour Hall, Suva", "“Nets”"),
        ("“Nets”, Harbour Hall, Suva", "“Nets”"),
        ("Nets, Harbour Hall, Suva", "Nets"),
        ("Nets of Fiji", "Nets of Fiji"),
        ("Nets, ropes and boats", "Nets, ropes and boats"),
        ("Nets (in English)", "Nets (in English"),
    ],
)
def test_a_place_behind_the_title_of_a_line(printed: str, title: str) -> None:
    body = f"28 November, 18:00: {printed}\n30 November, 19:00: Ropes\n4 December, 18:30: Boats\n"
    assert _titles_and_rooms(body)[0][2].rstrip(")") == title


def test_teasers_of_other_pages_are_no_list() -> None:
    teasers = (
        "Related events\n\n12 Dec 2018, 10:00\nJob Fair\n14 Dec 2018, 11:00\nConcert\n16 Dec 2018, 12:00\nMarket\n"
    )
    assert _titles_and_rooms(teasers) == []


_MEETING = "Menders at sea\n\n12-13 May 2021, Suva, Fiji\n\nThe workshop asks what menders of nets need from all the harbours.\n\n"


def test_single_hours_at_the_edges_of_days() -> None:
    dotted = "Wednesday, 12 May\n10.00–10.30 Opening\n10.30–12.00 Panel 1: Nets\n12.00 Lunch\nThursday, 13 May\n9.30 Recap\n10.00–11.30 Ropes\n"
    assert when(text_record(_MEETING + dotted)) == [
        ("2021-05-12", "10:00", "10:30", "Opening"),
        ("2021-05-12", "10:30", "12:00", "Panel 1: Nets"),
        ("2021-05-12", "12:00", None, "Lunch"),
        ("2021-05-13", "09:30", None, "Recap"),
        ("2021-05-13", "10:00", "11:30", "Ropes"),
    ]


def test_numbers_side_by_side_are_parallel_sessions() -> None:
    hours = "Wednesday, 12 May\n11:30-13:00 1A. Ropes\n11:30-13:00 1B. Boats\n14:00-15:30 2A. Sails\n16:00-17:00 Visit of the port\n"
    kinds = [(s.title, s.kind) for s in text_record(_MEETING + hours).sessions]
    assert kinds == [
        ("1A. Ropes", "panel"),
        ("1B. Boats", "panel"),
        ("2A. Sails", "other"),
        ("Visit of the port", "other"),
    ]


def test_the_hours_of_all_are_not_those_of_the_last_speaker() -> None:
    listed = "Speakers\n\nMs. Bela Crane, Director, Harbour Institute\nMr. Cole Dorn, Head, Guild of Menders\nTime: 16:00 – 17:30 (Suva)\n"
    assert text_record(_MEETING + listed).sessions == []
    advisory = "What: Launch of the Atlas\nWhen: Thursday, 13 May 2021, 10:30-12:00\nWhere: Harbour Palace, Suva\n"
    assert text_record(_MEETING + advisory).sessions == []


def test_who_is_named_by_an_office_only() -> None:
    body = "Wednesday, 12 May\n10:00 Address by the Chief Guest\nMr. Aldo Brink, Minister of Ports, Fiji\n11:00 Lunch\n\nRSVP: Ms. Eva Fern, IOM Fiji, fern@example.org\n"
    record = text_record(_MEETING + body)
    assert [(s.title, who(s)) for s in record.sessions] == [
        ("Address by the Chief Guest", [("Aldo Brink", "panellist")]),
        ("Lunch", []),
    ]


@pytest.mark.parametrize(
    ("printed", "title", "room"),
    [
        ("Reception, Delegates' Restaurant, 8th floor", "Reception", "Delegates' Restaurant, 8th floor"),
        ("Lunch – Tide Hall, ground floor", "Lunch", "Tide Hall, ground floor"),
        ("Reception for the menders of nets", "Reception for the menders of nets", None),
    ],
)
def test_a_room_on_its_floor(printed: str, title: str, room: str | None) -> None:
    (session, _other) = text_record(f"{_MEETING}Wednesday, 12 May\n18:00 {printed}\n20:00 Visit of the port\n").sessions
    assert (session.title, session.venue) == (title, room)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Below is a list of side events that IOM organizes or takes part in.", "side_event"),
        ("IOM takes part in several side events. Please find the list below.", "side_event"),
        ("Vous trouverez ci-dessous la liste des événements parallèles de l'OIM.", "side_event"),
        ("La OIM participa en los siguientes eventos paralelos:", "side_event"),
        ("تجدون أدناه قائمة بالفعاليات الجانبية التي تنظمها المنظمة.", "side_event"),
        ("The meeting has plenaries, side events and an exhibition of nets.", "other"),
    ],
)
def test_a_sentence_that_announces_side_events(sentence: str, kind: str) -> None:
    body = "Wednesday, 12 May\n10:00-11:00 Nets\nOrganizers: IOM, Harbour Institute\n12:00-13:00 Ropes\nOrganizers: Guild of Menders, IOM\n"
    record = text_record(f"{_MEETING}{sentence}\n\n{body}")
    assert [session.kind for session in record.sessions] == [kind, kind]


def test_papers_with_their_titles_and_rules() -> None:
    body = (
        "Apply here\nRules of the contest\n\nWednesday, 12 May\n10:00-11:00 Side event: Nets\nOrganizers: IOM, Harbour Institute\n"
        "Concept note: Nets of the north\n12:00-13:00 Lunch\n\nRSVP: fern@example.org\n\nFlyer\nTide Report 2020\n\nShare\n"
    )
    labels = {document.label for document in text_record(_MEETING + body).documents}
    assert labels == {"Rules of the contest", "Concept note: Nets of the north", "Flyer", "Tide Report 2020"}


def test_a_talk_is_no_paper() -> None:
    body = "Wednesday, 12 May\n10:00-11:00 Panel 1\nPresentation: Nets of the north\nSpeakers: Ms. Bela Crane, Harbour Institute\n12:00 Lunch\n"
    assert text_record(_MEETING + body).documents == []
