"""Who says something in running text: several together, by which verbs, and the state that they are said to be of."""

from __future__ import annotations

import pytest

from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Row = tuple[str, str, str | None, str | None]  # role, name, position, country


def rows(text: str, language: str) -> list[Row]:
    found = read_prose(page_of(text), set(), release=True, language=language)
    return [(person.role, person.name, person.position, person.country) for person in found.people]


def quoted(text: str, language: str) -> list[str]:
    return [row[1] for row in rows(text, language) if row[0] == "quoted"]


LUZ_AND_VIK = ["Ana Luz", "Ola Vik"]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("“It holds,” said co-authors Ana Luz and Ola Vik.", "en", LUZ_AND_VIK),
        ("“It holds,” said Ana Luz, Ola Vik and Ida Lund.", "en", [*LUZ_AND_VIK, "Ida Lund"]),
        ("“It holds,” said Ana Luz, Mayor of Tema, and Ola Vik, Mayor of Pau.", "en", LUZ_AND_VIK),
        ("“It holds,” Ana Luz and Ola Vik said.", "en", LUZ_AND_VIK),
        ("According to researchers Ana Luz and Ola Vik of the Tide Institute, “the wall holds”.", "en", LUZ_AND_VIK),
        ("« Il tient », ont déclaré les co-auteurs Ana Luz et Ola Vik.", "fr", LUZ_AND_VIK),
        ("Selon les chercheuses Ana Luz et Ola Vik, « le mur tient bon ».", "fr", LUZ_AND_VIK),
        ("“Resiste”, dijeron los coautores Ana Luz y Ola Vik.", "es", LUZ_AND_VIK),
        ("Según los investigadores Ana Luz y Ola Vik, “el muro resiste”.", "es", LUZ_AND_VIK),
        ("وأكد الباحثان أحمد سالم ومحمد فيك أن «الجدار صامد».", "ar", ["أحمد سالم", "محمد فيك"]),
        ("قالت الباحثتان آنا لوز وسارة فيك: «إنه صامد جداً».", "ar", ["آنا لوز", "سارة فيك"]),
        ("Both Ana Luz and Ola Vik said: “It holds.”", "en", LUZ_AND_VIK),
        ("“It holds,” said Ana Luz, Mayor of Tema, and Ola Vik, Mayor of Pau, at the opening.", "en", LUZ_AND_VIK),
        ("“Resiste”, dijeron Ana Luz, alcaldesa de Tema, y Ola Vik, alcalde de Pau.", "es", LUZ_AND_VIK),
        ("“It holds,” said Ana Luz; Ola Vik and Ida Lund agreed.", "en", ["Ana Luz", "Ola Vik", "Ida Lund"]),
        ("“It holds,” said Ana Luz after meeting Ola Vik and Ida Lund.", "en", ["Ana Luz"]),
        ("She thanked Ana Luz and Ola Vik said: “It holds.”", "en", ["Ola Vik"]),
        # what is no joint speaker: the subject of another clause, an object, who stands by
        ("“It holds,” said Ana Luz, Mayor of Tema, and Ola Vik, Mayor of Pau, listened.", "en", ["Ana Luz"]),
        ("In a letter to Ana Luz and Ola Vik, Ida Lund said: “It holds.”", "en", ["Ida Lund"]),
        ("“It holds,” says Ana Luz, with Ola Vik.", "en", ["Ana Luz"]),
        ("« Il tient », a déclaré Ana Luz, maire de Tema, et Ola Vik, maire de Pau, écoute.", "fr", ["Ana Luz"]),
    ],
)
def test_several_speak_together(text: str, language: str, names: list[str]) -> None:
    assert quoted(text, language) == names


def test_y_inside_a_surname_joins_nobody() -> None:
    assert quoted("“Resiste”, dijo Ana Luz y Soto.", "es") == ["Ana Luz y Soto"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("“It holds well,” reaffirmed Ana Luz, Mayor of Tema.", "en", "Ana Luz"),
        ("“It holds well,” Ana Luz clarified.", "en", "Ana Luz"),
        ("“It holds well,” shared Ana Luz, a baker.", "en", "Ana Luz"),
        ("“It holds well,” Ana Luz shared.", "en", "Ana Luz"),
        ("“It holds well,” Ana Luz, Mayor of Tema, was quoted as saying.", "en", "Ana Luz"),
        ("« Il tient bien », a signalé Ana Luz, maire de Tema.", "fr", "Ana Luz"),
        ("Ana Luz s’est dite confiante : « Il tient bien ».", "fr", "Ana Luz"),
        ("“Resiste muy bien”, aseveró Ana Luz, alcaldesa de Tema.", "es", "Ana Luz"),
        ("“Resiste muy bien”, compartió Ana Luz, alcaldesa de Tema.", "es", "Ana Luz"),
        ("وشدد وزير العمل أحمد سالم قائلاً: «إنه صامد جداً».", "ar", "أحمد سالم"),
        ("ونقل عن سعاد كريم قولها: «إنه صامد جداً».", "ar", "سعاد كريم"),
        ("سعاد كريم، مديرة الميناء، حذرت من أن «الجدار ضعيف جداً».", "ar", "سعاد كريم"),
        ("وقال عمدة طنجة أحمد سالم: «إنه صامد جداً».", "ar", "أحمد سالم"),
        ("وأكد وزير العمل أحمد علي أن «الجدار صامد جداً».", "ar", "أحمد علي"),
    ],
)
def test_verbs_of_saying(text: str, language: str, name: str) -> None:
    assert quoted(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ana Luz, Mayor of Tema, shared the film “Blue Tide” with the guests.", "en"),
        ("The film “Blue Tide” shows how Ana Luz, Mayor of Tema, lost her claims.", "en"),
        ("The film “Blue Tide” highlights Ana Luz, Mayor of Tema, among others.", "en"),
        ("Ana Luz, alcaldesa de Tema, compartió la mesa con los autores de “Marea Azul” en el puerto.", "es"),
    ],
)
def test_verbs_that_say_something_beside_a_quotation_only(text: str, language: str) -> None:
    assert quoted(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("“It holds,” said Minister of Labour Ana Luz of Fiji.", "en", "FJ"),
        ("“It holds,” said Ana Luz, Minister of Labour, from Fiji.", "en", "FJ"),
        ("“It holds,” said Permanent Secretary Ana Luz, of Chile.", "en", "CL"),
        ("« Il tient », a déclaré la ministre du Travail Ana Luz, du Chili.", "fr", "CL"),
        ("“Resiste”, dijo el viceministro Ana Luz de Fiji.", "es", "FJ"),
        ("قالت وزيرة العمل آنا لوز من فيجي: «إنه صامد جداً».", "ar", "FJ"),
        ("“It holds,” said Ambassador Ana Luz of Fiji.", "en", "FJ"),
        ("“Resiste”, dijo la Viceministra de Trabajo (El Salvador), Ana Luz.", "es", "SV"),
        ("“It holds,” said the former Minister of Labour (El Salvador), Ana Luz.", "en", None),
        ("“It holds,” said the Chief of Mission (Fiji), Ana Luz.", "en", None),
        # from there, not for it; another's; not the state itself
        ("“It holds,” said the baker Ana Luz from Fiji.", "en", None),
        ("“It holds,” said IOM Officer Ana Luz from Fiji.", "en", None),
        ("“It holds,” said former Minister of Labour Ana Luz of Fiji.", "en", None),
        ("“It holds,” said Minister of Labour Ana Luz of Fiji’s largest port.", "en", None),
        ("“It holds,” said Minister of Labour Ana Luz of Fiji Airways.", "en", None),
        ("“It holds,” said Kenyan Minister of Labour Ana Luz from Chile.", "en", "KE"),
    ],
)
def test_the_state_beside_an_official(text: str, language: str, country: str | None) -> None:
    assert [row[3] for row in rows(text, language)] == [country]


def test_a_sentence_behind_the_name_is_no_post() -> None:
    assert rows("According to the survivor Ana Luz, the wall holds.", "en") == [("quoted", "Ana Luz", None, None)]
