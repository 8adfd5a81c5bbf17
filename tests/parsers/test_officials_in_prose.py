"""Posts, bodies and states of people who are listed in running text, each with their post before or behind the name."""

from __future__ import annotations

import pytest

from parsers.people.lines import read_people
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Row = tuple[str, str | None, str | None, str | None]  # name, position, organization, country


def rows(text: str, language: str) -> list[Row]:
    found = read_prose(page_of(text), set(), release=True, language=language).people
    return [(p.name, p.position, p.organization, p.country) for p in found]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Present were the Minister of Ferries, Ida Vik, the Prefect of Tema, Ola Lund, and the Director of NABO, Per Moe.",
            "en",
            [
                ("Ida Vik", "Minister of Ferries", None, None),
                ("Ola Lund", "Prefect of Tema", None, None),
                ("Per Moe", "Director", "NABO", None),
            ],
        ),
        (
            "Étaient présents le ministre de la Mer, Paul Kone, la directrice de l'Office des ports, Awa Sylla, et le préfet"
            " de la région, Luc Diarra.",
            "fr",
            [
                ("Paul Kone", "ministre de la Mer", None, None),
                ("Awa Sylla", "directrice", "Office des ports", None),
                ("Luc Diarra", "préfet", None, None),
            ],
        ),
        (
            "Asistieron la Primera Dama de la República, Eva Paz Gil, el Embajador de Chile en Fiyi, Leo Roca Sol, y la"
            " Jefa de Misión de la OIM, Ana Ruiz Mar.",
            "es",
            [
                ("Eva Paz Gil", "Primera Dama de la República", None, None),
                ("Leo Roca Sol", "Embajador de Chile en Fiyi", None, "CL"),
                ("Ana Ruiz Mar", "Jefa de Misión", "OIM", None),
            ],
        ),
        # the post behind the name is its own: none before it, or the next one names nobody
        (
            "Ida Vik, the Prefect of Tema, Ola Lund, the Prefect of Pau, and others were there.",
            "en",
            [("Ida Vik", "Prefect of Tema", None, None), ("Ola Lund", "Prefect of Pau", None, None)],
        ),
        (
            "El cantante Leo Roca Sol, el director del Museo del Mar, habló.",
            "es",
            [("Leo Roca Sol", "director", "Museo del Mar", None)],
        ),
    ],
)
def test_each_in_a_list_has_the_post_before_the_name(text: str, language: str, expected: list[Row]) -> None:
    assert rows(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "La fête a eu lieu en présence de M. Luc Diarra, Préfet de Pau, de Mme Awa Sylla, Cheffe de mission de l'OIM, de"
            " S.E.M. l'Ambassadeur de Suisse et de plusieurs associations de la société civile.",
            "fr",
            [("Luc Diarra", "Préfet de Pau", None, None), ("Awa Sylla", "Cheffe de mission", "OIM", None)],
        ),
        (
            "Ms. Ida Vik, UN Resident Coordinator and by officials of the Ministry of Ferries of Fiji, signed.",
            "en",
            [("Ida Vik", "UN Resident Coordinator", "UN", None)],
        ),
        (
            "وألقت الدكتورة سلمى ناصر الورد، مديرة برنامج الموانئ في المنظمة الدولية للهجرة، كلمة ترحيبية.",
            "ar",
            [("سلمى ناصر الورد", "مديرة برنامج الموانئ", "المنظمة الدولية للهجرة", None)],
        ),
        (
            "وحضر الحفل السيدة ماريا لوكا سورن، نائبة رئيس بعثة المنظمة الدولية للهجرة، وممثلون عن القنصلية العامة في المرفأ.",
            "ar",
            [("ماريا لوكا سورن", "نائبة رئيس بعثة", "المنظمة الدولية للهجرة", None)],
        ),
        (
            "وقالت المديرة التنفيذية لجمعية المرفأ، رنا فهد السالم: “نعم”.",
            "ar",
            [("رنا فهد السالم", "المديرة التنفيذية", "جمعية المرفأ", None)],
        ),
        (
            "“Sí”, dijo el viceministro de Asuntos Portuarios y Marítimos, Leo Roca Sol.",
            "es",
            [("Leo Roca Sol", "viceministro de Asuntos Portuarios y Marítimos", None, None)],
        ),
        (
            "Por su parte, la Coordinadora Estatal del SNEP, Ana Ruiz Mar, explicó: “No hay botes”.",
            "es",
            [("Ana Ruiz Mar", "Coordinadora Estatal", "SNEP", None)],
        ),
        # names with "and" and a particle stay whole
        (
            "“Sí”, dijo la ministra de Puertos, Ana Ramón y Cajal.",
            "es",
            [("Ana Ramón y Cajal", "ministra de Puertos", None, None)],
        ),
        ("“Sí”, dijo la jefa de Puertos, ANA DEL MAR.", "es", [("ANA DEL MAR", "jefa de Puertos", None, None)]),
    ],
)
def test_where_an_affiliation_ends(text: str, language: str, expected: list[Row]) -> None:
    assert rows(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        ("The Fijian side was headed by Mr. Ola Vik, Director of Ferries.", "en", "FJ"),
        ("The delegation of Fiji, led by Ms. Ola Vik, visited the quay.", "en", "FJ"),
        ("La délégation chilienne, conduite par M. Ola Vik, a visité le quai.", "fr", "CL"),
        ("La délégation du Chili, dirigée par M. Ola Vik, a visité le quai.", "fr", "CL"),
        ("La delegación chilena, encabezada por el Sr. Ola Vik, visitó el muelle.", "es", "CL"),
        ("The Fijian course was led by Mr. Ola Vik, baker.", "en", None),
        ("The Fijian delegation met the crew. It was led by Mr. Ola Vik.", "en", None),
        ("The delegation of Tide Ltd, led by Mr. Ola Vik, visited the quay.", "en", None),
    ],
)
def test_whoever_leads_a_delegation_speaks_for_its_state(text: str, language: str, state: str | None) -> None:
    assert [row[3] for row in rows(text, language)] == [state]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("السيد سامي حسن البحري، وزير العمل، والسيدة كارلا غودي، المديرة الإقليمية", ["سامي حسن البحري", "كارلا غودي"]),
        ("السيد سامي ود البحري، مدرسة المرفأ، ود الساحل", ["سامي ود البحري"]),
        ("السيد سامي حسن البحري، وزير العمل والشؤون", ["سامي حسن البحري"]),
    ],
)
def test_arabic_lines_are_parted_where_and_is_a_part_of_the_title(line: str, names: list[str]) -> None:
    assert [person.name for person in read_people(line)] == names
