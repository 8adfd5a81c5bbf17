"""Lists of days and titles: series of talks, weeks of events; and lines with days that are none."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from parsers.record import Record

URL = "https://www.iom.int/events/lighthouse-season"


def _read(body: str) -> Record:
    return parse_capture(f"URL: {URL}\n\n{body}".encode(), None, "text/plain")[1]


def _when(record: Record) -> list[tuple[str | None, str | None, str | None, str]]:
    return [(s.date, s.start, s.end, s.title) for s in record.sessions]


@pytest.mark.parametrize(
    ("body", "items"),
    [
        (
            "Talks at the Lighthouse 2024\n\nThe talks take place in the reading room of Cork.\n\n"
            "4 April 2024 - Counting gulls\n2 May 2024 - What a buoy knows\n6 June 2024 - Twenty years of one logbook\n",
            [
                ("2024-04-04", None, None, "Counting gulls"),
                ("2024-05-02", None, None, "What a buoy knows"),
                ("2024-06-06", None, None, "Twenty years of one logbook"),
            ],
        ),
        (
            "Semaine des ports 2019\n\nProgramme\n\nMercredi 11 décembre 2019 : Inauguration de l'exposition « Filets »\n"
            "Jeudi 12 décembre 2019, Journée des marins : Concours de nœuds\nVendredi 13 décembre 2019 : Tournoi de rames\n",
            [
                ("2019-12-11", None, None, "Inauguration de l'exposition « Filets »"),
                ("2019-12-12", None, None, "Concours de nœuds"),
                ("2019-12-13", None, None, "Tournoi de rames"),
            ],
        ),
        (
            "Ciclo «Jueves de muelle»\n\nHora: 10:00 (Lima)\n\n7 de octubre de 2021: Redes rotas\n"
            "14 de octubre de 2021: Mareas\n21 de octubre de 2021: Faros, 16:00 - 17:00\n",
            [
                ("2021-10-07", "10:00", None, "Redes rotas"),
                ("2021-10-14", "10:00", None, "Mareas"),
                ("2021-10-21", "16:00", "17:00", "Faros"),
            ],
        ),
        (
            "لقاءات الميناء\n\n3 مارس 2022: لقاء الصيادين\n10 مارس 2022: لقاء البحارة\n17 مارس 2022: لقاء التجار\n",
            [
                ("2022-03-03", None, None, "لقاء الصيادين"),
                ("2022-03-10", None, None, "لقاء البحارة"),
                ("2022-03-17", None, None, "لقاء التجار"),
            ],
        ),
    ],
)
def test_lines_of_days_and_titles_are_sessions(body: str, items: list[tuple[str, str, str, str]]) -> None:
    record = _read(body)
    assert _when(record) == items
    assert (record.start_date, record.end_date) == (items[0][0], items[-1][0])


def test_hours_of_the_whole_series_stand_above_it() -> None:
    record = _read(
        "Talks at the Lighthouse 2024\n\nThe talks run from 12:30 to 13:15 in the reading room.\n\n"
        "4 April 2024 - Counting gulls\n2 May 2024 - What a buoy knows\n6 June 2024 - One logbook\n"
    )
    assert [(s.start, s.end) for s in record.sessions] == [("12:30", "13:15")] * 3


def test_people_of_a_title_need_no_honorifics() -> None:
    record = _read(
        "Semaine des ports 2019\n\nLundi 9 décembre 2019 : Causerie sur les filets, animée par Wilner Sylvain\n"
        "Mardi 10 décembre 2019 : Table ronde « Femmes du quai » avec Rose Lindor, présidente de l'Association du quai\n"
        "Mercredi 11 décembre 2019 : Concert avec chœur et orchestre\n"
    )
    assert [(s.title, [(p.name, p.role) for p in s.people]) for s in record.sessions] == [
        ("Causerie sur les filets", [("Wilner Sylvain", "moderator")]),
        ("Table ronde « Femmes du quai »", [("Rose Lindor", "panellist")]),
        ("Concert avec chœur et orchestre", []),
    ]


@pytest.mark.parametrize(
    "body",
    [
        # two lines are no list
        "Season of Talks\n\n4 April 2024 - Counting gulls\n2 May 2024 - What a buoy knows\n",
        # deadlines
        "Call for papers\n\n4 April 2024: Deadline for abstracts\n2 May 2024: Notification of authors\n"
        "6 June 2024: Registration closes\n",
        # a history
        "Our harbour\n\nTimeline\n\n4 April 2012: Launch of the office\n2 May 2012: First ferry\n6 June 2012: Second ferry\n",
        # news
        "Situation report\n\n4 April 2024: Teams handed out four hundred tents in the port.\n"
        "2 May 2024: A second convoy reached the islands with tents.\n6 June 2024: The ferries were cut off for three days.\n",
        # the latest first
        "Updates from the port\n\n6 June 2024 - Counting gulls\n2 May 2024 - What a buoy knows\n4 April 2024 - One logbook\n",
    ],
)
def test_other_lines_with_days_are_no_sessions(body: str) -> None:
    assert _when(_read(body)) == []


def test_deadlines_among_the_items_are_left_out() -> None:
    record = _read(
        "Escuela de mareas 2023\n\n2 de mayo de 2023: Cierre de inscripciones\n9 de mayo de 2023: Redes\n"
        "16 de mayo de 2023: Mareas\n23 de mayo de 2023: Faros\n"
    )
    assert [session.title for session in record.sessions] == ["Redes", "Mareas", "Faros"]


def test_days_over_timed_items_are_no_titles() -> None:
    record = _read(
        "Workshop on Harbours\n\n4 March 2024: Nets and knots\n10:00 - 11:00 Panel 1: Nets\n\n"
        "5 March 2024: Buoys and bells\n10:00 - 11:00 Panel 2: Buoys\n\n6 March 2024: Lamps\n10:00 - 11:00 Panel 3: Lamps\n"
    )
    assert [(s.date, s.title) for s in record.sessions] == [
        ("2024-03-04", "Panel 1: Nets"),
        ("2024-03-05", "Panel 2: Buoys"),
        ("2024-03-06", "Panel 3: Lamps"),
    ]
