"""Programmes whose titles stand before their hours: on the same line, or on the line above."""

from __future__ import annotations

import pytest

from parsers.record import Record
from tests.parsers.agenda_records import html_record, text_record, when

HEAD = "Workshop on Nets and Boats\n\n10 - 11 October 2023, Lisbon\n\n"
EXPECTED = [
    ("2023-10-10", "09:00", "09:30", "Registration"),
    ("2023-10-10", "09:30", "11:00", "Panel 1: Boats that come home"),
    ("2023-10-11", "09:00", "09:30", "Recap of the first day"),
    ("2023-10-11", "09:30", "10:00", "Closing remarks"),
]


def page(*lines: str) -> Record:
    return text_record(HEAD + "\n\n".join(lines))


@pytest.mark.parametrize("form", ["{} ({})", "{} [{}]", "{}, {}", "{} | {}", "{} – {}", "{} (from {})", "{} ({} CEST)"])
def test_hours_behind_titles(form: str) -> None:
    rows = [form.format(title, f"{start} – {end}") for _day, start, end, title in EXPECTED]
    record = page("Day 1", *rows[:2], "Moderator: Ada Lindqvist, Harbour Master", "Day 2", *rows[2:])
    assert when(record) == EXPECTED
    assert [person.name for person in record.sessions[1].people] == ["Ada Lindqvist"]


def test_a_begin_in_brackets_is_enough() -> None:
    rows = [f"{title} ({start})" for _day, start, _end, title in EXPECTED]
    assert when(page("Day 1", *rows[:2], "Day 2", *rows[2:])) == [(d, s, None, t) for d, s, _e, t in EXPECTED]


@pytest.mark.parametrize(
    ("days", "rows"),
    [
        (("Mardi 10", "Mercredi 11"), ["Inscription (de 9h00 à 9h30)", "Panel 1 : Les bateaux (de 9h30 à 11h00)"]),
        (
            ("Primera jornada", "Segunda jornada"),
            ["Inscripción (09:00 - 09:30 hrs.)", "Panel 1: Barcos (9:30 a 11:00)"],
        ),
        (
            ("اليوم الأول", "اليوم الثاني"),
            ["التسجيل (الساعة 09:00 - 09:30)", "الجلسة الأولى: قوارب تعود (09:30 - 11:00)"],
        ),
    ],
)
def test_hours_behind_titles_in_other_languages(days: tuple[str, str], rows: list[str]) -> None:
    record = page(days[0], *rows, days[1], *rows)
    titles = [row[: row.index(" (")] for row in rows]
    times = [("09:00", "09:30"), ("09:30", "11:00")]
    assert when(record) == [
        (day, *hours, title) for day in ("2023-10-10", "2023-10-11") for hours, title in zip(times, titles, strict=True)
    ]


@pytest.mark.parametrize("people", [[], ["Moderator: Ada Lindqvist, Harbour Master"], ["• Ms. Ada Lindqvist, Rigger"]])
def test_hours_below_titles(people: list[str]) -> None:
    lines: list[str] = []
    for day, start, end, title in EXPECTED:
        heading = {"09:00": ["Day 1"] if day.endswith("10") else ["Day 2"]}.get(start, [])
        lines += [*heading, title, f"{start} - {end}", *(people if "Panel" in title else [])]
    record = page(*lines)
    assert when(record) == EXPECTED
    assert [person.name for person in record.sessions[1].people] == ["Ada Lindqvist"] * bool(people)


def test_headings_over_their_hours() -> None:
    body = "<p>10 October 2023</p>" + "".join(
        f"<h3>{title}</h3><p>{start} - {end}</p><p>What the {title.lower()} is about, told in a sentence of its own.</p>"
        for start, end, title in [("09:00", "10:00", "Nets"), ("10:00", "11:00", "Boats"), ("11:00", "12:00", "Oars")]
    )
    assert [(s.start, s.title) for s in html_record(body).sessions] == [
        ("09:00", "Nets"),
        ("10:00", "Boats"),
        ("11:00", "Oars"),
    ]


def test_hours_over_their_titles_stay_so() -> None:
    lines = ["Programme", "Day 1", "09:00 - 09:30", "Registration", "09:30 - 11:00", "Panel 1: Boats that come home"]
    record = page(*lines, "Day 2", "09:00 - 09:30", "Recap of the first day", "09:30 - 10:00", "Closing remarks")
    assert when(record) == EXPECTED


def test_opening_hours_are_no_programme() -> None:
    record = text_record(
        "Nets and Boats: the exhibition\n\n10 October 2023, Lisbon\n\nThe hall is open daily (9:00 – 17:00).\n\n"
        "The museum shop keeps other hours (10:00 – 18:00)."
    )
    assert record.sessions == []


@pytest.mark.parametrize("hours", [("9 h :", "10 h 30 :", "12 h :"), ("9 h", "10 h 30", "12 h")])
def test_whole_hours_alone_on_their_lines(hours: tuple[str, ...]) -> None:
    titles = ["Inscription", "Panel 1 : Les bateaux", "Déjeuner"]
    lines = [line for pair in zip(hours, titles, strict=True) for line in pair]
    record = text_record("Atelier sur les bateaux\n\n10 octobre 2023, Lisbonne\n\n" + "\n\n".join(lines))
    assert [(s.start, s.title) for s in record.sessions] == list(zip(("09:00", "10:30", "12:00"), titles, strict=True))
