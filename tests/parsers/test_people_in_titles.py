"""People on the line of a session's title, and titles that look like something else."""

from __future__ import annotations

import pytest

from tests.parsers.agenda_records import text_record, who

DAY = "Workshop on ports\n\nLagos, 3 May 2021\n\n09:00 – 09:30 Welcome: Andrea de Gut, Director, Net Laboratory; Gui Schina, Head, Net Section, IOM\n"


@pytest.mark.parametrize(
    ("line", "title", "people"),
    [
        ("Lecture 2: Knots (Renata Papado, Professor, University of Essex)", "Lecture 2: Knots", ["Renata Papado"]),
        ("Lecture: Nets (G. Schina)", "Lecture: Nets", ["Gui Schina"]),
        ("Lecture: Nets (G. Schina and A. de Gut)", "Lecture: Nets", ["Gui Schina", "Andrea de Gut"]),
        ("Lecture: Nets (Gui Schina)", "Lecture: Nets", ["Gui Schina"]),
        ("The atlas: Ana Perl, project officer, IOM Nigeria", "The atlas", ["Ana Perl"]),
        ("The atlas – Tom Leku, Minister of Ports, Ghana", "The atlas", ["Tom Leku"]),
        (
            "Presentación del estudio: Ana Perl, coordinadora regional del Programa Redes, OIM",
            "Presentación del estudio",
            ["Ana Perl"],
        ),
        (
            "Présentation de l'étude : Ana Perl, coordinatrice régionale, OIM",
            "Présentation de l'étude",
            ["Ana Perl"],
        ),
        ("Lecture: Boats (S. Nobody)", "Lecture: Boats (S. Nobody)", []),
        ("Lecture: Boats (Ghana)", "Lecture: Boats (Ghana)", []),
        ("Nets and boats: Ghana, Kenya, Togo", "Nets and boats: Ghana, Kenya, Togo", []),
        ("Presentación del informe: Redes del sur, nudos", "Presentación del informe: Redes del sur, nudos", []),
    ],
)
def test_people_behind_titles(line: str, title: str, people: list[str]) -> None:
    session = text_record(f"{DAY}09:30 – 10:00 {line}\n10:00 – 10:30 Lunch").sessions[1]
    assert (session.title, [person.name for person in session.people]) == (title, people)


@pytest.mark.parametrize(
    "line",
    ["Keynote address: H.E. Mr. John Pash, President of the Reef Assembly", "Keynote speech: Mr. John Pash, IOM"],
)
def test_a_keynote_behind_a_lone_hour(line: str) -> None:
    record = text_record(
        "Reef Council\n\nTuesday, 26 November 2013\n\n10.00   Opening\n11.30   Report of the Director: Mr. Tom Leku\n"
        f"12.00   {line}\n13.00   Lunch"
    )
    assert [session.start for session in record.sessions] == ["10:00", "11:30", "12:00", "13:00"]
    assert [who(session) for session in record.sessions[1:3]] == [
        [("Tom Leku", "panellist")],
        [("John Pash", "panellist")],
    ]


@pytest.mark.parametrize("title", ["Q&A", "Q & A", "Questions"])
def test_titles_of_single_letters(title: str) -> None:
    assert text_record(f"{DAY}11:00 – 11:30 {title}\n11:30 – 12:00 Lunch").sessions[1].title == title


@pytest.mark.parametrize(
    "title",
    [
        "Setting the scene: What are nets and how do they relate to boats and harbours?",
        "État des lieux : que sont les filets et qui les répare dans les ports du nord ?",
        "¿Qué son las redes y cómo se relacionan con los barcos y los puertos del norte?",
    ],
)
def test_questions_as_titles_below_their_hours(title: str) -> None:
    record = text_record(
        f"{DAY}10:15 – 11:30\n{title}\nMs. Nadia Diaye, President, Alliance for Nets\n11:30 – 12:00\nLunch"
    )
    assert [session.title for session in record.sessions[1:]] == [title, "Lunch"]
    assert len(record.sessions[1].people) == 1


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Youth reception", "other"),
        ("Award ceremony and reception", "ceremony"),
        ("Reception conditions in ports", "other"),
        ("Screening of “Open Nets” and closing", "other"),
        ("Projection du film « Filets » et clôture", "other"),
        ("Proyección del documental “Redes” y cierre", "other"),
        ("Draft reports of the two sessions; reports of the Committee", "procedural"),
        ("High-level meeting: adoption of the Reef Statement", "plenary"),
        ("Visites guidées", "other"),
    ],
)
def test_kinds_of_titles(title: str, kind: str) -> None:
    assert text_record(f"{DAY}09:30 – 10:00 {title}\n16:00 – 17:00 End").sessions[1].kind == kind
