"""The language of a page's text, and what its head's word counts for."""

from __future__ import annotations

import pytest

from parsers.language import language_of

HOURS_EN = "Date: 10 October 2023\n" + "\n".join(
    f"{hour}:00 a.m. - {hour}:30 a.m. Session {hour}" for hour in range(6, 12)
)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("The school of the port is for those who mend nets, and it has been open since May.", None, "en"),
        ("Une école du port est ouverte à ceux qui réparent les filets, et elle sert à tous.", None, "fr"),
        ("La escuela del puerto está abierta para los que remiendan redes, y sirve a todos.", None, "es"),
        ("مدرسة الميناء مفتوحة لمن يرقعون الشباك، وهي تخدم الجميع.", None, "ar"),
        ("Школа порта открыта для тех, кто чинит сети, и служит всем.", "uk", "uk"),
        # the head is wrong
        ("The school of the port is for those who mend nets, and it has been open since May.", "fr", "en"),
        # too little to tell
        ("Panel 1: Nets", "es", "es"),
        ("Panel 1: Nets", None, "en"),
        # small words of hours: "a.m." is no French verb, "09:00 a 09:30" as Spanish as French
        (HOURS_EN, "en", "en"),
        ("Fecha: 10 de octubre de 2023\n09:00 a 09:30 Inscripción\n09:30 a 10:30 Sesión de apertura", None, "es"),
        ("Date : 10 octobre 2023\n9h00 à 9h30 Accueil\n9h30 à 10h30 Séance d'ouverture, de la salle", None, "fr"),
        ("", "ar", "ar"),
    ],
)
def test_the_language_of_a_text(text: str, declared: str | None, language: str) -> None:
    assert language_of(text, declared) == language
