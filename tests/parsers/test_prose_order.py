"""Who does what where the sentence names people behind the verb, far from it, or in a list of a jury or committee."""

from __future__ import annotations

import pytest

from parsers.people.lines import read_people
from parsers.people.names import strip_honorifics
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of


def roles(text: str, language: str, *, release: bool = True) -> dict[str, str]:
    people = read_prose(page_of(text), set(), release=release, language=language).people
    return {person.name: person.role for person in people}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Opening the fair were Ida Vik, Mayor of Tide, Ola Lund, IOM Chief of Mission, and Eva Strand, Director of Ports.",
            "en",
            {"Ida Vik": "opening", "Ola Lund": "opening", "Eva Strand": "opening"},
        ),
        ("Speaking at the opening was Ida Vik, Mayor of Tide.", "en", {"Ida Vik": "opening"}),
        ("Moderating the panel was Ida Vik, Mayor of Tide.", "en", {"Ida Vik": "moderator"}),
        (
            "On Monday, also chairing the session were Ida Vik and Ola Lund, Mayors.",
            "en",
            {"Ida Vik": "chair", "Ola Lund": "chair"},
        ),
        (
            "Closing the fair were Ida Vik, Mayor of Tide, and Ola Lund.",
            "en",
            {"Ida Vik": "closing", "Ola Lund": "closing"},
        ),
        (
            "The fair was opened on Monday in Lund by the Mayor, Ida Vik, and by Ola Lund of IOM.",
            "en",
            {"Ida Vik": "opening", "Ola Lund": "opening"},
        ),
        ("The fair will be opened at 10 a.m. in Room XX by the Mayor, Ms. Ida Vik.", "en", {"Ida Vik": "opening"}),
        ("La foire a été inaugurée lundi à Lomé par le maire, Marc Vague.", "fr", {"Marc Vague": "opening"}),
        ("La feria fue inaugurada este lunes en Lima por el alcalde, Luis Paz.", "es", {"Luis Paz": "opening"}),
        ("La séance a été clôturée hier à Dakar par la maire, Aline Onda.", "fr", {"Aline Onda": "closing"}),
        # no openers
        ("The fair was opened with pictures taken by Ida Vik.", "en", {}),
        (
            "The fair was opened in a hall built in 1998 by nuns and is run by Ms. Ida Vik.",
            "en",
            {"Ida Vik": "mentioned"},
        ),
        ("M. Marc Vague, maire de Lomé, a clos les travaux.", "fr", {"Marc Vague": "closing"}),
        # who speaks
        ("La parole est ensuite revenue à Mme Aline Onda, cardiologue.", "fr", {"Aline Onda": "speaker"}),
        ("The floor was then given to Ms. Ida Vik, a baker.", "en", {"Ida Vik": "speaker"}),
        (
            "La maire, Mme Aline Onda, prendra la parole après la pièce, de même que le metteur en scène, Marc Vague.",
            "fr",
            {"Aline Onda": "speaker", "Marc Vague": "speaker"},
        ),
        ("The Mayor, Ida Vik, spoke with Ola Lund, a baker.", "en", {"Ida Vik": "speaker", "Ola Lund": "mentioned"}),
        (
            "En la mesa redonda dialogaron la Dra. Ana Ruiz, investigadora; Luis Paz, panadero; y Eva Sol, alcaldesa.",
            "es",
            {"Ana Ruiz": "panellist", "Luis Paz": "panellist", "Eva Sol": "panellist"},
        ),
        ("El pintor Luis Paz conversó con el público.", "es", {"Luis Paz": "speaker"}),
        # juries, committees, artists
        (
            "Evaluará el Comité Académico, que integran Ana Ruiz (UNLX), Luis Paz (OIM) y Eva Sol (UNLX).",
            "es",
            {"Ana Ruiz": "mentioned", "Luis Paz": "mentioned", "Eva Sol": "mentioned"},
        ),
        (
            "The jury was made up of Ida Vik, actress, Ola Lund, baker, and Eva Strand, editor.",
            "en",
            {"Ida Vik": "mentioned", "Ola Lund": "mentioned", "Eva Strand": "mentioned"},
        ),
        (
            "Le jury était composé de Marc Vague, peintre, et Aline Onda, poète.",
            "fr",
            {"Marc Vague": "mentioned", "Aline Onda": "mentioned"},
        ),
        (
            "Les musiciens Marc Vague et Aline Onda se produiront en soirée.",
            "fr",
            {"Marc Vague": "mentioned", "Aline Onda": "mentioned"},
        ),
        (
            "Los músicos Luis Paz y Ana Ruiz actuarán por la noche.",
            "es",
            {"Luis Paz": "mentioned", "Ana Ruiz": "mentioned"},
        ),
        ("Aline Onda, 24 ans, joue la mère.", "fr", {"Aline Onda": "mentioned"}),
        ("La fête eut lieu en présence du sultan de la côte, Marc Vague.", "fr", {"Marc Vague": "mentioned"}),
    ],
)
def test_roles_of_those_named_behind(text: str, language: str, expected: dict[str, str]) -> None:
    assert roles(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ida Vikson, 21, from Tide, recounted that she had been held for a month.", "en", {"Ida Vikson": "quoted"}),
        (
            "Aline Onda, 34 ans, mère de trois enfants, a expliqué que sa maison avait disparu.",
            "fr",
            {"Aline Onda": "quoted"},
        ),
        ("Luis Paz, un joven de 21 años, contó que estuvo retenido un mes.", "es", {"Luis Paz": "quoted"}),
        ("Cuenta Ana Ruiz, madre de dos niños, que salió de noche.", "es", {"Ana Ruiz": "quoted"}),
        ("وروى سامي كريم، وهو شاب من المرفأ، أنه احتجز شهرا.", "ar", {"سامي كريم": "quoted"}),
        ("وتروي هالة ناصر، وهي معلمة من المرفأ، كيف عبرت الصحراء.", "ar", {"هالة ناصر": "quoted"}),
        ("أما أم سوسن، وهي أرملة من المرفأ، فقالت إنها تريد العمل.", "ar", {"أم سوسن": "quoted"}),
        ("Tide Harbour, a small town in the south, said that the water had gone.", "en", {}),
        ("Ida Vikson, 21, from Tide, lost her home.", "en", {}),
    ],
)
def test_private_persons_whose_words_are_told(text: str, language: str, expected: dict[str, str]) -> None:
    assert roles(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وحاضر فيها المستشار هاني قرطاس، من مكتب المرفأ، ولبنى ناصر السوسني، قاضية، ووليد كريم، خبير في الشباك.",
            {"هاني قرطاس": "speaker", "لبنى ناصر السوسني": "speaker", "وليد كريم": "speaker"},
        ),
        (
            "شارك في الجلسة سامي كريم السوسني، مدير الميناء، ولبنى ناصر القرطاسي، باحثة.",
            {"سامي كريم السوسني": "mentioned", "لبنى ناصر القرطاسي": "mentioned"},
        ),
        ("ويقدم فريق متنقل من عشرين عاملاً جلسات، ومن المقرر أن تفتتح المنظمة مركزاً آخر.", {}),
        ("وشارك في الورشة ممثلو الدول الأعضاء، وتوفير الخدمات الأساسية، والقضاة.", {}),
    ],
)
def test_arabic_lists_with_and_written_in_one(text: str, expected: dict[str, str]) -> None:
    assert roles(text, "ar") == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ms. Ida Vik, Mr. Ola Lund and Ms. Eva Strand.", ["Ida Vik", "Ola Lund", "Eva Strand"]),
        ("Ida Vik, Ola Lund and Eva Strand", ["Ida Vik", "Ola Lund", "Eva Strand"]),
        ("M. Marc Vague, Mme Aline Onda et M. Jean Rive", ["Marc Vague", "Aline Onda", "Jean Rive"]),
        ("Sr. Luis Paz, Sra. Ana Ruiz", ["Luis Paz", "Ana Ruiz"]),
        ("السيد سامي كريم، السيدة هالة ناصر والسيد خالد البيرة", ["سامي كريم", "هالة ناصر", "خالد البيرة"]),
        ("Ida Vik, Tide University and Ola Lund", ["Ida Vik"]),
        ("Ida Vik, Profesora de la Universidad del Mar", ["Ida Vik"]),
        ("Ida Vik, Director and Ola Lund", ["Ida Vik"]),
    ],
)
def test_lines_that_are_nothing_but_names(line: str, names: list[str]) -> None:
    assert [person.name for person in read_people(line, single=True)] == names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Alhaji Bako Vikson", "Bako Vikson"),
        ("Alhaji Vikson", "Alhaji Vikson"),
        ("Lt-Col. Ola Lund", "Ola Lund"),
        ("Tcnel. Luis Paz", "Luis Paz"),
        ("M. l'Ambassadeur Marc Vague", "Marc Vague"),
        ("Supt. Ola Lund", "Ola Lund"),
        ("Brigitte Lund", "Brigitte Lund"),
    ],
)
def test_titles(printed: str, name: str) -> None:
    start, _titles = strip_honorifics(printed)
    assert printed[start:] == name
