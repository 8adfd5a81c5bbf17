"""Who sits on a panel, moderates it and speaks, as running text tells it in several ways."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Roles = dict[str, str]


def roles(text: str, language: str) -> Roles:
    found = read_prose(page_of(text), set(), release=True, language=language)
    return {person.name: person.role for person in found.people}


PANEL = {"Ana Luz": "panellist", "Ola Vik": "panellist"}
SPEAK = {"Ana Luz": "speaker", "Ola Vik": "speaker"}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The panel will be made up of Ana Luz (ILO) and Ola Vik (UNHCR).", "en", PANEL),
        ("The panel was composed of Ana Luz of the ILO and Ola Vik of UNHCR.", "en", PANEL),
        ("On the panel are Ana Luz of the ILO and Ola Vik of UNHCR.", "en", PANEL),
        ("Ana Luz, of the Port Council, and Ola Vik, of Tide University, are among its panellists.", "en", PANEL),
        ("Ana Luz, of Bangladesh, and Ola Vik, of the Port Council, speak on its panel.", "en", PANEL),
        ("Parmi les panélistes figurent Ana Luz, de la CEPAL, et Ola Vik, du HCR.", "fr", PANEL),
        ("Le panel est composé d'Ana Luz, de la CEPAL, et Ola Vik, du HCR.", "fr", PANEL),
        ("Ana Luz, du HCR, et Ola Vik, de l'OIM, figurent parmi les panélistes.", "fr", PANEL),
        ("El panel estuvo integrado por Ana Luz, de la CEPAL, y Ola Vik, de ACNUR.", "es", PANEL),
        ("Ana Luz, de la CEPAL, y Ola Vik, de ACNUR, están entre los panelistas.", "es", PANEL),
        ("There were keynotes by Ana Luz, Director of the Tide Institute, and by Ola Vik of the ILO.", "en", SPEAK),
        ("Ana Luz, of the Port Council, and Ola Vik, of Tide University, are among its speakers.", "en", SPEAK),
        ("وتحدث فيه كريم البحري من مفوضية الأمم المتحدة لشؤون اللاجئين.", "ar", {"كريم البحري": "speaker"}),
        (
            "Ana Luz, of Chile, and Ola Vik, of Fiji, opened the forum.",
            "en",
            {"Ana Luz": "opening", "Ola Vik": "opening"},
        ),
        # one moderates, those behind the mark do not
        (
            "The moderator is Ana Luz of UNICEF; Ola Vik of the ILO speaks on its panel.",
            "en",
            {"Ana Luz": "moderator", "Ola Vik": "panellist"},
        ),
        (
            "El moderador será Ana Luz, de UNICEF; Ola Vik, de la OIT, hablará.",
            "es",
            {"Ana Luz": "moderator", "Ola Vik": "speaker"},
        ),
        (
            "The moderators are Ana Luz of UNICEF and Ola Vik of the ILO.",
            "en",
            {"Ana Luz": "moderator", "Ola Vik": "moderator"},
        ),
        # nobody: works of students
        ("وتلا الحفل عرض قصير لأعمال طلاب من كلية الفنون.", "ar", {}),
    ],
)
def test_roles_told(text: str, language: str, expected: Roles) -> None:
    assert roles(text, language) == expected


def people_of(text: str) -> Roles:
    page = f"URL: https://www.iom.int/events/x\n\nHarbour workshop\n\n12 March 2019\nGeneva, Switzerland\n\n{text}"
    return {person.name: person.role for person in parse(page.encode(), None, "text/plain").people}


@pytest.mark.parametrize("heading", ["Logistics", "Timetable", "Livestream", "Antecedentes", "Calendrier"])
def test_a_heading_below_the_speakers_is_nobody(heading: str) -> None:
    text = f"Speakers:\nMs. Ana Luz, Minister of Ports, Kenya\nMr. Ola Vik, IOM\n\n{heading}\nThe hall opens at nine."
    assert people_of(text) == SPEAK


@pytest.mark.parametrize(
    "text",
    [
        "Lecturers\n• Ms. Ana Luz, Head, IOM\n• Mr. Ola Vik, Dean, Tide University",
        "Speakers\n• Ana Luz, IOM\n• Ola Vik, IOM",
    ],
)
def test_who_is_listed_outside_of_a_programme_is_on_no_panel(text: str) -> None:
    assert people_of(text) == SPEAK


def test_who_gives_a_class_in_a_programme() -> None:
    text = "18:00 - 19:00 Proyección\nModera: Ana Luz, cineasta\n19:00 - 20:00 Taller de cine\nImparte: Ola Vik, realizador"
    assert people_of(text) == {"Ana Luz": "moderator", "Ola Vik": "panellist"}
