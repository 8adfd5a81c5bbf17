"""Tables of text captures that have lost their borders: cells glued to each other, apart by blanks or tabs, one a line."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.record import Record, Session
from parsers.text.reading import read_text

_HEAD = "Training on Nets and Ropes\n\nThe Harbour Guild and IOM train twenty menders of nets in Port Town.\n\n"


def _record(text: str, head: str = _HEAD) -> Record:
    return parse(f"URL: https://www.iom.int/events/x\n\n{head}{text}".encode(), None, "text/plain")


def _row(session: Session) -> tuple[str | None, str, list[tuple[str, str]]]:
    return session.start, session.title, [(person.name, person.role) for person in session.people]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Monday, 4 March 2019\nTimeTopicFacilitator\n8:30 – 9:00RegistrationHarbour Guild\n"
            "9:00 – 9:30Opening remarksMs. Rita Elm, Harbour GuildSupt. Tam Oakley, Port Police\n"
            "9:30 – 10:30Module 1: What is a net?Mr. Ugo Pine, IOM\n10:30 – 11:00Tea break\n"
            "11:00 – 12:00YouTube for mendersProf. Dr. Ana McBeech, Tide University",
            [
                ("08:30", "Registration", []),
                ("09:00", "Opening remarks", [("Rita Elm", "opening"), ("Tam Oakley", "opening")]),
                ("09:30", "Module 1: What is a net?", [("Ugo Pine", "panellist")]),
                ("10:30", "Tea break", []),
                ("11:00", "YouTube for menders", [("Ana McBeech", "panellist")]),
            ],
        ),
        (
            "Lundi 4 mars 2019\nHoraireActivitéResponsable\n08h30Accueil des participantsGuilde\n"
            "09h00 - 09h30Mots de bienvenueDr Rita Orme, Maire de PortMme Anne Hêtre, OIM\n"
            "09h30 - 10h30Cordes et nœudsM. Hugo Pin, cordier, Guilde",
            [
                ("08:30", "Accueil des participants", []),
                ("09:00", "Mots de bienvenue", [("Rita Orme", "opening"), ("Anne Hêtre", "opening")]),
                ("09:30", "Cordes et nœuds", [("Hugo Pin", "panellist")]),
            ],
        ),
        (
            "Lunes 4 de marzo de 2019\nHORAACTIVIDADRESPONSABLE\n9:00 – 9:30Palabras de bienvenidaSra. Rita Olmo, Alcaldesa\n"
            "9:30 – 10:30¿Quién remienda las redes?Lic. Hugo Pino, Gremio de Sogas",
            [
                ("09:00", "Palabras de bienvenida", [("Rita Olmo", "opening")]),
                ("09:30", "¿Quién remienda las redes?", [("Hugo Pino", "panellist")]),
            ],
        ),
        (
            "الاثنين 4 آذار/مارس 2019\nالتوقيتالموضوعالمدرب\n9:00 - 9:30كلمات الافتتاحالدكتور سامي الحداد، جامعة البحر\n"
            "9:30 - 10:30الوحدة الأولى: صيانة الشبكةالمقدم كريم البحري، نقابة الصيادين",
            [
                ("09:00", "كلمات الافتتاح", [("سامي الحداد", "opening")]),
                ("09:30", "الوحدة الأولى: صيانة الشبكة", [("كريم البحري", "panellist")]),
            ],
        ),
        (  # apart by blanks: only somebody with a title ends a row
            "Monday, 4 March 2019\nTime Topic Facilitator\n9:00 – 9:30 Net fair\n"
            "9:30 – 10:00 Stress and grief Ms. Rita Elm, psychologist, Harbour Guild",
            [
                ("09:00", "Net fair", []),
                ("09:30", "Stress and grief", [("Rita Elm", "panellist")]),
            ],
        ),
        (  # one cell a line
            "Time\nTopic\nFacilitator\nMonday, 4 March 2019\n9:00 – 9:30\nRegistration\nHarbour Guild\n9:30 – 10:00\nModule 1: Ropes\n"
            "Rita Elm, Harbour Guild\nTuesday, 5 March 2019\n10:00 – 10:30\nTea\n10:30 – 11:00\nKnots\nMs. Ana Beech, IOM",
            [
                ("09:00", "Registration", []),
                ("09:30", "Module 1: Ropes", [("Rita Elm", "panellist")]),
                ("10:00", "Tea", []),
                ("10:30", "Knots", [("Ana Beech", "panellist")]),
            ],
        ),
        (  # tabs
            "Time\tTopic\tSpeaker\nDay 1: Monday, 4 March 2019\n9:00 – 9:30\tRegistration\t\n9:30 – 10:00\tRopes\tTam Oakley, Tide University\n\n"
            "Day 2: Tuesday, 5 March 2019\n\n10:00 – 11:00\tStress and grief\tMs. Ana Beech, psychologist, IOM",
            [
                ("09:00", "Registration", []),
                ("09:30", "Ropes", [("Tam Oakley", "panellist")]),
                ("10:00", "Stress and grief", [("Ana Beech", "panellist")]),
            ],
        ),
        (  # without a head
            "Tuesday, 5 March 2019\n9:30 – 10:00What is a net?Ms Rita Elm, Harbour Guild\n10:00 – 11:00How to mend one!Eng. Ana Beech, IOM",
            [
                ("09:30", "What is a net?", [("Rita Elm", "panellist")]),
                ("10:00", "How to mend one!", [("Ana Beech", "panellist")]),
            ],
        ),
    ],
)
def test_rows_of_lost_tables(text: str, rows: list[tuple[str, str, list[tuple[str, str]]]]) -> None:
    assert [_row(session) for session in _record(f"Programme\n\n{text}\n").sessions] == rows


def test_bodies_and_rooms_of_a_lost_table_of_events() -> None:
    record = _record(
        "DateTimeTitlePartnersVenue\n9 November 202410:00 - 11:15Knots, Nets and HarboursUNDP, Norway, IOMAfrica Hall\n"
        "10 November 202413:15 – 14:45Who mends the sails?IOM, Tide UniversityRoom 4\n"
    )
    assert [(s.date, s.start, s.title, s.venue, [body.name for body in s.organizers]) for s in record.sessions] == [
        ("2024-11-09", "10:00", "Knots, Nets and Harbours", "Africa Hall", ["UNDP", "Norway", "IOM"]),
        ("2024-11-10", "13:15", "Who mends the sails?", "Room 4", ["IOM", "Tide University"]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The committee met on the pier, where @ IOM. This award celebrates menders of nets.",
        "وتشارك والسيدة ريم النجار في اللقاء",
        "TimeOut for menders of nets",
        "Time and Topic: nets",
        "10:00 – 11:00 Nets and ropes",
    ],
)
def test_lines_that_are_left_whole(line: str) -> None:
    page = read_text(
        f"URL: https://www.iom.int/x\n\nNets\n\nTimeTopicSpeaker\n\n{line}\n"
        if line[0] == "T"
        else f"Nets\n\n{line}\n",
        "x",
    )
    assert any(block.text == line for block in page.blocks)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Jour 2Mardi 5 mars 2019", "2019-03-05"),
        ("Jour 2 Mardi 5 mars 2019", "2019-03-05"),
        ("Día 2 Martes 5 de marzo de 2019", "2019-03-05"),
        ("DAY 2 Tuesday 5th March 2019", "2019-03-05"),
    ],
)
def test_a_day_with_its_number(line: str, day: str) -> None:
    record = _record(f"Monday, 4 March 2019\n9:00 – 9:30 Registration\n{line}\n9:00 – 10:00 Ropes\n")
    assert [session.date for session in record.sessions] == ["2019-03-04", day]
