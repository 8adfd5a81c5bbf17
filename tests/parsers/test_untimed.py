"""Programmes without hours, in events and in releases."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from parsers.record import Record
from tests.parsers.agenda_records import when, who

_LEAD = {
    "en": "Mending at sea\n\n12 May 2021\n\nThe webinar asks what menders of nets need from harbours, and what they need from them.\n\n",
    "fr": "Réparer en mer\n\n12 mai 2021\n\nLe webinaire demande ce dont les réparateurs de filets ont besoin dans tous les ports.\n\n",
    "es": "Remendar en el mar\n\n12 de mayo de 2021\n\nEl encuentro pregunta qué necesitan quienes remiendan redes en todos los puertos.\n\n",
    "ar": "إصلاح الشباك\n\n12 مايو 2021\n\nتسأل الندوة عما يحتاجه من يصلحون الشباك وعما تنتظره الموانئ منهم وهي مفتوحة للجميع.\n\n",
}


def _record(body: str, language: str = "en", address: str = "events/x") -> Record:
    lead = _LEAD[language] if address.startswith("events") else "Menders of Nets Meet\n\n"
    text = f"URL: https://www.iom.int/{address}\n\n{lead}{body}"
    return parse_capture(text.encode(), None, "text/plain")[1]


def _kinds(record: Record) -> list[tuple[str, str]]:
    return [(session.title, session.kind) for session in record.sessions]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        (
            "en",
            "Programme\n\nOpening remarks\nMr. Aldo Brink, Director of Ports, Fiji\n\nPanel discussion\nMs. Bela Crane, Harbour Institute\n\n"
            "Questions from the floor\n\nClosing remarks\nMs. Eva Fern, IOM Chief of Mission\n",
            [
                ("Opening remarks", "plenary"),
                ("Panel discussion", "panel"),
                ("Questions from the floor", "other"),
                ("Closing remarks", "plenary"),
            ],
        ),
        (
            "en",  # of a list on one line each, one of them without a word for its kind
            "Run of show:\n• Welcome – Mr. Aldo Brink, Director of Ports, Fiji\n• Presentation of the atlas\n• Q&A\n• Closing – Ms. Eva Fern, IOM\n",
            [("Welcome", "plenary"), ("Presentation of the atlas", "other"), ("Q&A", "other"), ("Closing", "plenary")],
        ),
        (
            "en",  # with their length
            "Agenda\n\nWelcome (5 minutes)\nMr. Aldo Brink, Director of Ports, Fiji\nKeynote address (15 min)\nProf. Bela Crane, Tide University\n"
            "Closing remarks (5 minutes)\nMs. Eva Fern, IOM\n",
            [("Welcome", "plenary"), ("Keynote address", "plenary"), ("Closing remarks", "plenary")],
        ),
        (
            "en",  # set apart, each over who gives it
            "Programme\n\nWelcome\nMr. Aldo Brink, Director of Ports, Fiji\n\nLaunch of the atlas\nProf. Bela Crane, Tide University\n\n"
            "Closing\nMs. Eva Fern, IOM\n",
            [("Welcome", "plenary"), ("Launch of the atlas", "other"), ("Closing", "plenary")],
        ),
        (
            "fr",
            "Déroulé :\n- Mot d'ouverture : M. Alain Brun, Directeur des ports\n- Présentation de l'étude : Mme Céline Dorat, Institut des ports\n"
            "- Échanges avec la salle\n- Mot de clôture : Mme Irène Jolly, OIM\n",
            [
                ("Mot d'ouverture", "plenary"),
                ("Présentation de l'étude", "other"),
                ("Échanges avec la salle", "other"),
                ("Mot de clôture", "plenary"),
            ],
        ),
        (
            "es",
            "Agenda\n\nApertura\nDra. Alba Brea, Directora Regional, OIM\n\nPanel: Maneras de contar redes\nModera: Celia Dorado, periodista\n"
            "Participan:\nDr. Elio Franco, Ministerio de Pesca, Chile\n\nComentarios y preguntas del público\n\nCierre\nLic. Ivo Jara, Paraguay\n",
            [
                ("Apertura", "plenary"),
                ("Panel: Maneras de contar redes", "panel"),
                ("Comentarios y preguntas del público", "other"),
                ("Cierre", "plenary"),
            ],
        ),
        (
            "ar",
            "جدول الأعمال\n\nالكلمة الافتتاحية\nالسيد أحمد البحري، مدير الموانئ، مصر\n\nحلقة نقاش\nالدكتورة بسمة النيل، معهد الموانئ\n\n"
            "أسئلة الجمهور\n\nالكلمة الختامية\nالسيدة هدى المرسى، المنظمة الدولية للهجرة\n",
            [
                ("الكلمة الافتتاحية", "plenary"),
                ("حلقة نقاش", "panel"),
                ("أسئلة الجمهور", "other"),
                ("الكلمة الختامية", "plenary"),
            ],
        ),
        (
            "en",  # no head, but several over those who speak, one of them a panel
            "Opening remarks\nMr. Aldo Brink, Director of Ports, Fiji\n\nPanel discussion\nMs. Bela Crane, Harbour Institute\nMr. Cole Dorn, Guild of Menders\n\n"
            "Closing remarks\nMs. Eva Fern, IOM\n",
            [("Opening remarks", "plenary"), ("Panel discussion", "panel"), ("Closing remarks", "plenary")],
        ),
        # Who does what is no programme.
        (
            "en",
            "Opening remarks: Mr. Aldo Brink, Director of Ports, Fiji\nModerator: Ms. Dina Elm, Tide University\nPanellists:\n"
            "Ms. Bela Crane, Harbour Institute\nClosing remarks: Ms. Eva Fern, IOM\n",
            [],
        ),
        ("en", "Speakers\nMr. Aldo Brink, Director of Ports, Fiji\n\nModerator\nMs. Eva Fern, IOM\n", []),
        ("en", "Documents\n\nOpening remarks\nClosing remarks\nConcept note\nPanel 1: presentation\n", []),
        (
            "en",
            "Agenda\n\nThe meeting will look at three questions:\n• How nets are mended\n• Who pays for ropes\n",
            [],
        ),
    ],
)
def test_programmes_without_hours(language: str, body: str, expected: list[tuple[str, str]]) -> None:
    record = _record(body, language)
    assert _kinds(record) == expected
    assert all(session.date == "2021-05-12" and session.start is None for session in record.sessions)


def test_their_people() -> None:
    record = _record(
        "Programme\n\nOpening remarks\nMr. Aldo Brink, Director of Ports, Fiji\n\nPresentation of the atlas: Prof. Bela Crane, Tide University\n\n"
        "Panel discussion\nModerator: Ms. Dina Elm, Tide University\n• Mr. Cole Dorn, Guild of Menders\n\nClosing remarks\nMs. Eva Fern, IOM\n"
    )
    assert [who(session) for session in record.sessions] == [
        [("Aldo Brink", "opening")],
        [("Bela Crane", "panellist")],
        [("Dina Elm", "moderator"), ("Cole Dorn", "panellist")],
        [("Eva Fern", "closing")],
    ]


def test_below_headings_of_days() -> None:
    record = _record(
        "Programme\n\nDay 1 – 12 May\nOpening session\nMr. Aldo Brink, Director of Ports, Fiji\nDay 2 – 13 May\nSession 2: Ropes\n"
        "Mr. Cole Dorn, Guild of Menders\nClosing session\nMs. Eva Fern, IOM\n"
    )
    assert when(record) == [
        ("2021-05-12", None, None, "Opening session"),
        ("2021-05-13", None, None, "Session 2: Ropes"),
        ("2021-05-13", None, None, "Closing session"),
    ]


def test_numbered_panels_of_a_release() -> None:
    record = _record(
        "Suva – Menders met on 12 May 2021 to ask how nets can be mended on both shores of the sea.\n\n"
        "Panel 1: Nets of the north\nIn the first panel, moderated by the journalist Dina Elm, speakers looked at nets.\nPanellists:\n"
        "• Bela Crane, Policy Adviser, Harbour Institute\n• Cole Dorn, Head of Unit, Guild of Menders\n\n"
        "Panel 2: Ropes of the south\nThe second panel dealt with the cost of ropes.\nPanellists:\n"
        "• Faye Gale, Technical Adviser, Ministry of Ports, Mali\n\n"
        "“Six years of school and a first net,” said Gus Hale, who runs nine boats.\n",
        address="news/nets",
    )
    assert record.kind == "press_release"
    assert [(session.title, who(session)) for session in record.sessions] == [
        (
            "Panel 1: Nets of the north",
            [("Bela Crane", "panellist"), ("Cole Dorn", "panellist"), ("Dina Elm", "moderator")],
        ),
        ("Panel 2: Ropes of the south", [("Faye Gale", "panellist")]),
    ]
    assert ("Gus Hale", "quoted") in [(person.name, person.role) for person in record.people]


def test_a_release_without_them_has_no_sessions() -> None:
    record = _record(
        "Suva – Menders met on 12 May 2021.\n\nOpening remarks\nMr. Aldo Brink, Director of Ports, Fiji\n\nPanel discussion\n"
        "Ms. Bela Crane, Harbour Institute\n\nClosing remarks\nMs. Eva Fern, IOM\n",
        address="news/nets",
    )
    assert record.sessions == []
