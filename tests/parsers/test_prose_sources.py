"""Whose words a release gives without quotation marks, who speaks with a verb said once, and who is named at all."""

from __future__ import annotations

import pytest

from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of


def roles(text: str, language: str, *, release: bool = True) -> list[tuple[str, str]]:
    found = read_prose(page_of(text), set(), release=release, language=language)
    return sorted((person.name, person.role) for person in found.people)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("According to the Mayor of Tide, Ola Vik, more nets are needed.", "en", "Ola Vik"),
        ("More nets are needed, according to Ola Vik, the Mayor of Tide.", "en", "Ola Vik"),
        ("In the view of Ola Vik, the Mayor of Tide, more nets are needed.", "en", "Ola Vik"),
        ("As Ola Vik, the Mayor of Tide, puts it, more nets are needed.", "en", "Ola Vik"),
        ("As Port Director Ola Vik noted, more nets are needed.", "en", "Ola Vik"),
        ("IOM’s Ola Vik reports no boats since Monday.", "en", "Ola Vik"),
        ("IOM’s Ola Vik said survivors told of a wave.", "en", "Ola Vik"),
        ("Ms. Ola Vik, Director of Ports, stressed that nets count.", "en", "Ola Vik"),
        ("Ola Vik of IOM reported that the boat had left.", "en", "Ola Vik"),
        ("Selon le préfet de Marée, Yao Bâ, il faudrait davantage de filets.", "fr", "Yao Bâ"),
        ("Les filets manquent, d’après le maire de Marée, Yao Bâ.", "fr", "Yao Bâ"),
        ("De l’avis de Mme Léa Roux, directrice du port, les filets manquent.", "fr", "Léa Roux"),
        ("À en croire Yao Bâ, maire de Marée, les filets manquent.", "fr", "Yao Bâ"),
        ("Les filets manquent au port, a souligné Léa Roux, directrice du port.", "fr", "Léa Roux"),
        ("Ainsi que l’a rappelé la directrice du port, Léa Roux, les filets manquent.", "fr", "Léa Roux"),
        ("A juicio de Abel Cayo, alcalde de Marea, faltan redes.", "es", "Abel Cayo"),
        ("De acuerdo con el alcalde de Marea, Abel Cayo, faltan redes.", "es", "Abel Cayo"),
        ("Faltan redes en el puerto, según explicó Abel Cayo, alcalde de Marea.", "es", "Abel Cayo"),
        ("Como lo recordó Ana Luz, directora del puerto, faltan redes.", "es", "Ana Luz"),
        ("وبحسب محافظ المرفأ، سامي كريم، هناك حاجة إلى مزيد من الشباك.", "ar", "سامي كريم"),
        ("الشباك مهمة، كما أكدت سعاد كريم، مديرة المرفأ.", "ar", "سعاد كريم"),
        # "he", "she" or the verb alone in the sentence behind
        ("Inga Lund, IOM Director, visited the port. She said that the nets were ready.", "en", "Inga Lund"),
        ("Inga Lund, IOM Director, saw it. She thanked the port and stressed that nets count.", "en", "Inga Lund"),
        (
            "Inga Lund, IOM Director, saw it.\nIn a long career she was twice here.\nNets, she said, count.",
            "en",
            "Inga Lund",
        ),
        ("Léa Roux, Directrice du port, a vu la mer. Elle a indiqué que les filets sont prêts.", "fr", "Léa Roux"),
        ("Ana Luz, Directora del puerto, visitó la feria. Señaló que las redes están listas.", "es", "Ana Luz"),
        # a surname behind a post
        (
            "She follows Ola Vik of Chile, who led it.\nDirector General Vik came. He said that he is glad.",
            "en",
            "Ola Vik",
        ),
        ("“The wall holds,” said Chief of Mission Lundgren.", "en", "Lundgren"),
        ("« Le mur tient bon », a déclaré le Ministre Diarra.", "fr", "Diarra"),
    ],
)
def test_words_given_without_marks(text: str, language: str, name: str) -> None:
    assert (name, "quoted") in roles(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("According to the Harbour Board, Ola Vik, Director of Ports, left on Friday.", "en"),
        ("Ola Vik, Director of Ports, said goodbye on Friday.", "en"),
        ("Ola Vik, Director of Ports, reported to the police on Friday.", "en"),
        ("Ola Vik, Director of Ports, visited the pier. It said that nets are few.", "en"),
        ("She met Ola Vik, Director of Ports. She said that nets are few.", "en"),
        ("Inga Lund, Director of Nets, met Ola Vik, Mayor of Tide. He said that nets are few.", "en"),
        ("As Ola Vik, Director of Ports, left, the nets were mended.", "en"),
        ("As Director of Ports, Ola Vik signed the agreement.", "en"),
        ("L’OIM a reçu M. Yao Bâ, directeur du port. Elle a souligné que les filets manquent.", "fr"),
        ("Comme M. Yao Bâ, directeur du port, beaucoup ont quitté la ville.", "fr"),
        ("La OIM recibió a Abel Cayo, director del puerto. Señaló que faltan redes.", "es"),
        ("Como alcalde de Marea, Abel Cayo firmó el acuerdo.", "es"),
        ("“The wall holds,” said the Director General of Ports.", "en"),
        ("« Le mur tient bon », a déclaré le Ministre de la Santé.", "fr"),
    ],
)
def test_nobody_is_quoted_without_marks(text: str, language: str) -> None:
    assert not [row for row in roles(text, language) if row[1] == "quoted"]


def test_events_quote_nobody() -> None:
    text = "According to the Mayor of Tide, Ola Vik, more nets are needed."
    assert roles(text, "en", release=False) == [("Ola Vik", "mentioned")]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Ola Vik, the Mayor of Tide, spoke of nets, and Inga Lund, Deputy Director of the Tide Guild, of walls.",
            "en",
            ["Inga Lund", "Ola Vik"],
        ),
        (
            "Ola Vik, Mayor of Tide, spoke on nets, while Inga Lund, Director of Walls, dwelt on walls.",
            "en",
            ["Inga Lund", "Ola Vik"],
        ),
        (
            "Ola Vik, Mayor of Tide, will report on nets, and Inga Lund, Director of Walls, will draw the line.",
            "en",
            ["Inga Lund", "Ola Vik"],
        ),
        (
            "Yao Bâ, maire de Marée, a parlé des filets, et Léa Roux, directrice du port, des murs.",
            "fr",
            ["Léa Roux", "Yao Bâ"],
        ),
        ("Yao Bâ, chercheur, et Léa Roux, de l’OIM, ont montré que les filets manquent.", "fr", ["Léa Roux", "Yao Bâ"]),
        ("Yao Bâ, maire de Marée, fera le point sur les filets.", "fr", ["Yao Bâ"]),
        (
            "Abel Cayo, director de Puertos, habló de las redes y Ana Luz, alcaldesa de Marea, de los muros.",
            "es",
            ["Abel Cayo", "Ana Luz"],
        ),
        ("Abel Cayo, investigador, y Ana Luz, de la OIM, mostraron que faltan redes.", "es", ["Abel Cayo", "Ana Luz"]),
        (
            "وتحدث سامي كريم، رئيس بلدية المرفأ، عن الشباك، وسعاد كريم، مديرة المرفأ، عن الجدران.",
            "ar",
            ["سامي كريم", "سعاد كريم"],
        ),
        # another verb than one of speaking, another object
        ("Ola Vik, Director of Ports, will travel to Lund, and Inga Lund, Mayor of Tide, to Oslo.", "en", []),
        (
            "Ola Vik, Director of Ports, spoke of nets and met Inga Lund, Mayor of Tide, of the Tide Guild.",
            "en",
            ["Ola Vik"],
        ),
    ],
)
def test_speakers_of_one_sentence(text: str, language: str, names: list[str]) -> None:
    assert [name for name, role in roles(text, language) if role == "speaker"] == names


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Speaking on a panel moderated by journalist Ana Luz, IOM Regional Director Ola Vik called for walls.",
            "en",
            [("Ana Luz", "moderator"), ("Ola Vik", "panellist")],
        ),
        (
            "In a panel chaired by Ms. Ana Luz, Ola Vik, Director of Ports, called for walls.",
            "en",
            [("Ana Luz", "chair"), ("Ola Vik", "panellist")],
        ),
        (
            "Lors d’un panel modéré par la journaliste Léa Roux, le Directeur du port, Yao Bâ, a demandé des murs.",
            "fr",
            [("Léa Roux", "moderator"), ("Yao Bâ", "panellist")],
        ),
        (
            "The panel was moderated by Ms. Ana Luz and Mr. Ola Vik.",
            "en",
            [("Ana Luz", "moderator"), ("Ola Vik", "moderator")],
        ),
        (
            "The workshop was opened by the Minister of Ports, Said Nouri Hassan.",
            "en",
            [("Said Nouri Hassan", "opening")],
        ),
        (
            "Le forum a été ouvert par le Ministre de la Justice, Garde des Sceaux, M. Yao Bâ.",
            "fr",
            [("Yao Bâ", "opening")],
        ),
        (
            "The two other candidates, Ola Vik and Michel Doral, led campaigns.",
            "en",
            [("Michel Doral", "mentioned"), ("Ola Vik", "mentioned")],
        ),
        (
            "Las dos candidatas, Ana Luz y Eva Sol, compitieron.",
            "es",
            [("Ana Luz", "mentioned"), ("Eva Sol", "mentioned")],
        ),
        (
            "Deux candidats, Yao Bâ et Léa Roux, étaient en lice.",
            "fr",
            [("Léa Roux", "mentioned"), ("Yao Bâ", "mentioned")],
        ),
        ("The trainees, Tide Guild and Net Fund, mended nets.", "en", []),
        ("Members elected Ola Vik of Chile as Director General of IOM on 18 June.", "en", [("Ola Vik", "mentioned")]),
        ("Through TideFlow, free of charge, until 21 June.", "en", []),
        ("Mediante RedMarea, sin costo, hasta el 21 de junio.", "es", []),
        ("وتروي أفلامه حكايات من رحلوا ومن بقوا.", "ar", []),
        (
            "Send it to tide@example.org. For practical matters, contact Ola Vik, tel. 0039 00 000 000.",
            "en",
            [("Ola Vik", "contact")],
        ),
    ],
)
def test_who_is_named_and_as_what(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, language) == expected
