"""Who is meant by "she said": the subject of what went before, and whose name the row then prints."""

from __future__ import annotations

import pytest

from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of


def roles(text: str, language: str) -> list[tuple[str, str]]:
    found = read_prose(page_of(text), set(), release=True, language=language)
    return sorted((person.name, person.role) for person in found.people)


@pytest.mark.parametrize(
    ("text", "language", "quoted"),
    [
        (
            "IOM Director Ingrid Lund today ended her visit.\nIn the capital she met Foreign Minister Ola Vik and spoke"
            " with teachers.\n“Towns should not be last in line for funds,” she said.",
            "en",
            ["Ingrid Lund"],
        ),
        (
            "On the fourth day they went to Oslo to meet Ida Vik, who runs a workshop.\n“I have brought myself back,”"
            " she told them.",
            "en",
            ["Ida Vik"],
        ),
        (
            "Inga Lund, IOM Chief of Mission, thanked the port. “A second departure becomes a choice,” she said.",
            "en",
            ["Inga Lund"],
        ),
    ],
)
def test_whose_words_a_pronoun_gives(text: str, language: str, quoted: list[str]) -> None:
    assert [name for name, role in roles(text, language) if role == "quoted"] == quoted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Inga Lund, IOM Chief of Mission, thanked the port.\n“A second departure becomes a choice,” she said.", "en"),
        ("Inga Lund, cheffe de mission de l'OIM, remercie le port. « Le départ devient un choix », dit-elle.", "fr"),
        ("Inga Lund, Jefa de Misión de la OIM, agradeció al puerto. «La salida es una opción», dijo.", "es"),
    ],
)
def test_the_printed_name_is_where_the_person_is_named(text: str, language: str) -> None:
    page = page_of(text)
    for person in read_prose(page, set(), release=True, language=language).people:
        assert person.name_text is not None
        assert "Lund" in person.name_text
        assert page.text[person.start : person.end] == person.name
