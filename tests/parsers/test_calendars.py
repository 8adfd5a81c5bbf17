"""Tables whose rows are events, with the day in any column; and tables that are none of events."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from parsers.record import Record

URL = "https://www.iom.int/events/net-mending"


def _read(rows: list[list[str]], behind: str = "", title: str = "Trainings on Net Mending") -> Record:
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    body = (
        f"<h1>{title}</h1><p>IOM is holding a series of trainings on nets. Everybody is invited to register.</p>"
        f"<table>{table}</table>{behind}"
    )
    page = f"<html lang=en><body class='node-type-event'><main>{body}</main></body></html>"
    return parse_capture(page.encode(), URL, "text/html")[1]


def _when(record: Record) -> list[tuple[str | None, str | None, str]]:
    return [(s.date, s.start, s.title) for s in record.sessions]


@pytest.mark.parametrize(
    ("rows", "items"),
    [
        (
            [
                ["Town", "Training", "Dates"],
                ["Cork", "Training for eastern fishers", "6–8 February 2024"],
                ["Galway", "Training for western fishers", "20–22 February 2024"],
            ],
            [
                ("2024-02-06", None, "Training for eastern fishers"),
                ("2024-02-20", None, "Training for western fishers"),
            ],
        ),
        (
            [
                ["Ciudad", "Fecha", "Hora", "Lugar"],
                [
                    "Feria de redes en Tela",
                    "viernes 17 de junio de 2022",
                    "8:00 a.m. – 3:00 p.m.",
                    "Gimnasio municipal",
                ],
                ["Feria de redes en Trujillo", "viernes 24 de junio de 2022", "9:00 a.m. – 2:00 p.m.", "Plaza del Mar"],
            ],
            [("2022-06-17", "08:00", "Feria de redes en Tela"), ("2022-06-24", "09:00", "Feria de redes en Trujillo")],
        ),
        (
            [
                ["الأربعاء 18 ديسمبر 2024", "القاهرة", "لقاء شباب النيل"],
                ["السبت 28 ديسمبر 2024", "بيروت", "لقاء شباب الجبل"],
            ],
            [("2024-12-18", None, "لقاء شباب النيل"), ("2024-12-28", None, "لقاء شباب الجبل")],
        ),
        (
            [
                ["Mardi 5 mars 2024", "Dakar", "Atelier des pêcheurs"],
                ["Jeudi 7 mars 2024", "Dakar", "Atelier des mareyeurs"],
            ],
            [("2024-03-05", None, "Atelier des pêcheurs"), ("2024-03-07", None, "Atelier des mareyeurs")],
        ),
    ],
)
def test_each_row_is_an_item(rows: list[list[str]], items: list[tuple[str, str | None, str]]) -> None:
    assert _when(_read(rows)) == items


def test_the_venue_is_that_of_the_row_and_what_follows_the_table_is_not_of_its_last_row() -> None:
    record = _read(
        [
            ["Date", "Workshop", "Venue"],
            ["6 February 2024", "Workshop for netters", "Town library"],
            ["7 February 2024", "Workshop for sailors", "Old net loft"],
        ],
        "<h3>Facilitators</h3><ul><li>Ms. Grace Nakato, Training Officer, Port School</li></ul>",
    )
    assert [(s.title, s.venue, s.people) for s in record.sessions] == [
        ("Workshop for netters", "Town library", []),
        ("Workshop for sailors", "Old net loft", []),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Step", "Date", "For"],
            ["Deadline for abstracts", "3 May 2024", "all"],
            ["Registration closes", "9 May 2024", "all"],
        ],
        [["Date", "Arrivals", "Ports"], ["3 May 2024", "412", "3"], ["9 May 2024", "380", "2"]],
        [["6 February 2024", "Cork", "Ireland"], ["7 February 2024", "Galway", "Ireland"]],
    ],
)
def test_tables_of_deadlines_figures_and_places_have_no_items(rows: list[list[str]]) -> None:
    assert _when(_read(rows)) == []
