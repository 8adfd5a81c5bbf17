"""Lines that name documents by whose they are, by a verb, by their languages."""

from __future__ import annotations

import pytest

from parsers.documents.names import names_one, without_several_languages
from tests.parsers.agenda_records import text_record


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Read the Lima Declaration", True),
        ("Consult the Net Report 2020", True),
        ("View the Ports Strategy 2020", True),
        ("Leer la Declaración de Lima", True),
        ("Leer el Informe sobre las redes 2020", True),
        ("Lisez la Déclaration de Bamako", True),
        ("Consulter le rapport annuel 2020", True),
        ("قراءة إعلان الرباط", True),
        ("Ms. Perl's biography", True),
        ("Ms. Perl’s CV", True),
        ("Biography of Ms. Ana Perl", True),
        ("Biographie de Mme Ana Perl", True),
        ("Biografía de la Sra. Ana Perl", True),
        ("Read more", False),
        ("Read the full story", False),
        ("Read about the Lima Declaration", False),
        ("Reading the Lima Declaration", False),
        ("See the report on page 3 of the study", False),
        ("Ver el comunicado de prensa", False),
        ("Ms. Perl's profile", False),
        ("Biography writing for beginners", False),
    ],
)
def test_lines_that_name_a_document(line: str, named: bool) -> None:
    assert names_one(line) is named


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Programme (EN | FR | ES)", "Programme"),
        ("Programme (English, French and Spanish)", "Programme"),
        ("Background paper [EN] [FR]", "Background paper"),
        ("Guidelines EN / FR", "Guidelines"),
        ("Leaflet: English | Français", "Leaflet"),
        ("Ordre du jour (FR/EN)", "Ordre du jour"),
        ("جدول الأعمال (العربية / الإنجليزية)", "جدول الأعمال"),
        ("Flyer (EN)", "Flyer (EN)"),
        ("Research in Arabic and English", "Research in Arabic and English"),
    ],
)
def test_several_languages_are_no_part_of_a_label(printed: str, label: str) -> None:
    assert without_several_languages(printed) == label


PROSE = (
    "The forum took place in Lima in May 2013 and brought together many who make nets and boats in the harbours.\n\n"
)


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (
            "Meeting documents\n\nAgenda | Summary and Conclusions | List of partici",
            ["Agenda", "Summary and Conclusions", "List of partici"],
        ),
        ("Documents connexes\n\nOrdre du jour | Liste des participants", ["Ordre du jour", "Liste des participants"]),
        ("Related documents\n\nConcept note\nProgramme (EN | FR | ES)", ["Concept note", "Programme"]),
        ("Note to editors\nMs. Perl's biography\n***", ["Ms. Perl's biography"]),
        ("Leer la Declaración de Lima\n\nPara más información", ["Leer la Declaración de Lima"]),
    ],
)
def test_labels_of_a_page(lines: str, labels: list[str]) -> None:
    assert [document.label for document in text_record(f"Forum on nets\n\n{PROSE}{lines}").documents] == labels
