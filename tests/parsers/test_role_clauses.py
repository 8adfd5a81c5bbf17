"""Lines under an item that say in a clause who does what, and titles that name people."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from parsers.agenda.role_clauses import clauses_behind, role_clauses
from parsers.record import Record


def _agenda(body: str) -> Record:
    text = f"URL: https://www.iom.int/harbours-2014\n\nMonday, 24 November 2014\n\n{body}"
    return parse_capture(text.encode(), None, "text/plain")[1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Led by Ms. Awa Diatta, Clerk, Port of Dakar, with Mr. Odd Lie (Guild of Cooks) and Ms. Ida Vik (Hope Pier)",
            [("moderator", ["Awa Diatta"]), ("panellist", ["Odd Lie", "Ida Vik"])],
        ),
        (
            "sous la conduite de Mme Léa Roux (OIM), avec M. Yao Kéita, Maire de Grand-Port",
            [("moderator", ["Léa Roux"]), ("panellist", ["Yao Kéita"])],
        ),
        (
            "Mot d’accueil de M. Luc Adjovi, Président du Port, et allocution de S.E. Mme Zita Houéto, Ministre des Phares",
            [("opening", ["Luc Adjovi"]), ("panellist", ["Zita Houéto"])],
        ),
        (
            "Con la Sra. Ana Lund, CEPAL, y modera el Sr. Luis Prado, OIM",
            [("panellist", ["Ana Lund"]), ("moderator", ["Luis Prado"])],
        ),
        ("With Inga Lund, Harbour Master, Port of Tide", [("panellist", ["Inga Lund"])]),
        ("تديرها السيدة ليلى صبّاغ، باحثة، جامعة المرفأ", [("moderator", ["ليلى صبّاغ"])]),
        ("Handed out by Mr. Odd Lie", [(None, ["Odd Lie"])]),
        ("by Dr. Awa Diatta, Nurse, Tide Clinic", [(None, ["Awa Diatta"])]),
        ("With coffee, cakes and music by the Harbour Band", []),
        ("Con música de puerto, pan y queso", []),
        ("Led by the wish to know more, Ms. Awa Diatta went to sea.", []),
        ("avec la participation des communes du littoral", []),
    ],
)
def test_clauses_of_a_line(line: str, expected: list[tuple[str | None, list[str]]]) -> None:
    clauses = role_clauses(line)
    assert [(clause.role, [person.name for person in clause.people]) for clause in clauses] == expected
    for clause in clauses:
        for person in clause.people:
            assert line[person.start : person.end] == person.name


def test_clauses_behind_the_people_of_a_label() -> None:
    line = "Inga Lund, Principal, Tide School. The moderator is Odd Lie (Guild of Cooks)."
    end, clauses = clauses_behind(line)
    assert line[:end] == "Inga Lund, Principal, Tide School"
    assert [(clause.role, clause.people[0].name) for clause in clauses] == [("moderator", "Odd Lie")]
    assert clauses_behind("Inga Lund, Guild of Cooks; Odd Lie, baker with ten ovens") == (56, [])


@pytest.mark.parametrize(
    ("item", "title", "people"),
    [
        ("Workshop 1. Ink - trainer: Ms. Awa Diatta, Expert, IOM", "Workshop 1. Ink", [("Awa Diatta", "panellist")]),
        ("Closing ceremony – last words: Mr. Odd Lie", "Closing ceremony", [("Odd Lie", "closing")]),
        ("Acto inaugural Sra. Inés Huaraca, Alcaldesa de Arica", "Acto inaugural", [("Inés Huaraca", "opening")]),
        (
            "Apertura, con palabras de Inés Huaraca, alcaldesa de Arica; Odd Lie, Guild of Cooks",
            "Apertura",
            [("Inés Huaraca", "opening"), ("Odd Lie", "opening")],
        ),
        (
            "Panel: Redes Modera: Sr. Luis Prado (OIM). Intervienen: Sra. Inés Huaraca, CEPAL",
            "Panel: Redes",
            [("Luis Prado", "moderator"), ("Inés Huaraca", "panellist")],
        ),
        (
            "Conversatorio «Redes». Modera: la periodista Ana Lund. Con Luis Prado, de la Unión de Redes",
            "Conversatorio «Redes»",
            [("Ana Lund", "moderator"), ("Luis Prado", "panellist")],
        ),
        (
            "Lecture 4: Knots and nets (Odd Lie, Professor, University of Tide)",
            "Lecture 4: Knots and nets",
            [("Odd Lie", "panellist")],
        ),
        (
            "Presentación del estudio: Inés Huaraca, coordinadora regional, OIM",
            "Presentación del estudio",
            [("Inés Huaraca", "panellist")],
        ),
        (
            "Présentation des résultats : Yao Kéita, chercheur, Université de Marée",
            "Présentation des résultats",
            [("Yao Kéita", "panellist")],
        ),
        ("Panel 2: Blue Growth, Trade and Ports", "Panel 2: Blue Growth, Trade and Ports", []),
        ("Presentation of Dr. Awa Diatta's atlas", "Presentation of Dr. Awa Diatta's atlas", []),
        ("Film: The captain and Mr. Odd Lie", "Film: The captain and Mr. Odd Lie", []),
    ],
)
def test_people_in_the_line_of_a_title(item: str, title: str, people: list[tuple[str, str]]) -> None:
    (session,) = _agenda(f"10:00 - 11:00 {item}\n").sessions
    assert session.title == title
    assert [(person.name, person.role) for person in session.people] == people


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Wrap-up and conclusions", "closing"),
        ("Conclusions and next steps", "closing"),
        ("Summing-up and goodbye", "closing"),
        ("Conclusions et perspectives", "closing"),
        ("Conclusiones y próximos pasos", "closing"),
        ("Wrap-up of the first day", "panellist"),
        ("Recap of the first day", "panellist"),
    ],
)
def test_who_sums_up_at_the_end(title: str, role: str) -> None:
    (session,) = _agenda(f"10:00 - 11:00 {title}\n• Ms. Awa Diatta, Director, IOM\n").sessions
    assert [(person.name, person.role) for person in session.people] == [("Awa Diatta", role)]


def test_a_title_below_a_list_of_speakers_is_nobody() -> None:
    record = _agenda(
        "From Nets to Walls\n10:00 - 11:00\nSpeakers:\n• Odd Lie, Minister, Fiji\n• Rosa, baker, Tide Guild\n\n"
        "Water, Peace and Pastures\n11:00 - 12:00\nModerator: Awa Diatta, Director, IOM\n"
    )
    assert {person.name for person in record.people} == {"Odd Lie", "Rosa", "Awa Diatta"}


def test_names_with_their_body_in_brackets_under_an_item() -> None:
    record = _agenda(
        "10:00 - 11:00 Nets and knots\nTuulia Raud (Ministry of Harbours, Estonia)\nBaraka Mwinyi (Guild of Cooks)\n"
        "Chair: Odd Lie (IOM)\n\n11:00 - 12:00 Round trip\nLower Quay (Old Harbour)\n"
    )
    assert [[(p.name, p.role) for p in session.people] for session in record.sessions] == [
        [("Tuulia Raud", "panellist"), ("Baraka Mwinyi", "panellist"), ("Odd Lie", "chair")],
        [],
    ]


@pytest.mark.parametrize("label", ["Participants:", "Participantes:"])
def test_people_with_titles_listed_as_participants(label: str) -> None:
    record = _agenda(
        f"10:00 - 11:00 Nets\n{label}\n- Sra. Ana Lund, CEPAL\n- Twenty Harbours, all Towns of the Coast\n"
    )
    assert [(p.name, p.role) for p in record.sessions[0].people] == [("Ana Lund", "panellist")]
