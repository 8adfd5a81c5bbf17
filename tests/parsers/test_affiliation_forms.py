"""Affiliations behind a name: regions in lists, units of several fields, bodies in brackets, seats and towns of bodies."""

from __future__ import annotations

import pytest

from parsers.people.lines import read_people
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Affiliation = tuple[str | None, str | None, str | None]  # position, organization, country


def of_line(behind: str) -> Affiliation:
    (person,) = read_people(f"Ida Vik, {behind}")
    return person.position, person.organization, person.country


def told(text: str, language: str) -> list[Affiliation]:
    found = read_prose(page_of(text), set(), release=True, language=language)
    return [(person.position, person.organization, person.country) for person in found.people]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        # a post held for several parts of the world
        ("Director for Latin America, North America and the Caribbean, IOM",
         ("Director for Latin America, North America and the Caribbean", "IOM", None)),
        ("IOM Director for East Africa, the Horn and the Sahel",
         ("Director for East Africa, the Horn and the Sahel", "IOM", None)),
        ("Directora Regional de la OIM para Centroamérica, América del Norte y el Caribe",
         ("Directora Regional para Centroamérica, América del Norte y el Caribe", "OIM", None)),
        ("Directrice de l'OIM pour l'Afrique de l'Ouest, l'Afrique centrale et le Sahel",
         ("Directrice pour l'Afrique de l'Ouest, l'Afrique centrale et le Sahel", "OIM", None)),
        ("Regional Director, Asia and the Pacific, IOM", ("Regional Director, Asia and the Pacific", "IOM", None)),
        ("Directora Regional, América del Sur, OIM", ("Directora Regional, América del Sur", "OIM", None)),
        ("Regional Director, IOM Asia and the Pacific", ("Regional Director", "IOM Asia and the Pacific", None)),
        # a unit that is called by several fields
        ("Director, Ports, Health and Ferries Directorate, PDQ",
         ("Director, Ports, Health and Ferries Directorate", "PDQ", None)),
        ("Cheffe de la Division Ports, Santé et Environnement maritime, OIM Dakar",
         ("Cheffe de la Division Ports, Santé et Environnement maritime", "OIM Dakar", None)),
        ("Jefa de la Unidad Puertos, Salud y Ambiente, OIM", ("Jefa de la Unidad Puertos, Salud y Ambiente", "OIM", None)),
        ("Chef de la Division, Ports et Quais, OIM", ("Chef de la Division, Ports et Quais", "OIM", None)),
        # the body in brackets behind what somebody works on there
        ("Director, Ports and Piers (IOM)", ("Director, Ports and Piers", "IOM", None)),
        ("Senior Adviser, Health and Ferries (WHO)", ("Senior Adviser, Health and Ferries", "WHO", None)),
        ("Director, Ferry Division (ILO)", ("Director, Ferry Division", "ILO", None)),
        ("Jefa, Ambiente y Mareas (OIM)", ("Jefa, Ambiente y Mareas", "OIM", None)),
        ("Directrice, Département des quais (OIM)", ("Directrice, Département des quais", "OIM", None)),
        ("Director, International Labour Organization (ILO)", ("Director", "International Labour Organization (ILO)", None)),
        ("Chargée de mission de l'Organisation internationale du Travail (OIT)",
         ("Chargée de mission", "Organisation internationale du Travail (OIT)", None)),
        ("Director, Piers and Ferries Institute (PFI)", ("Director", "Piers and Ferries Institute (PFI)", None)),
        # the seat of a body, and the town behind its acronym
        ("Ferry Specialist, IOM Headquarters in Geneva", ("Ferry Specialist", "IOM", None)),
        ("IOM HQ", (None, "IOM", None)),
        ("Spécialiste, siège de l'OIM", ("Spécialiste", "OIM", None)),
        ("Especialista, OIM Sede Central", ("Especialista", "OIM", None)),
        ("Especialista, Sede de la OIM en Ginebra", ("Especialista", "OIM", None)),
        ("Ferry Specialist, Health and Ports (ILO), Geneva", ("Ferry Specialist, Health and Ports", "ILO", None)),
        ("PDQ, Rome", (None, "PDQ", None)),
        ("Specialist, Coast Guard Headquarters", ("Specialist", "Coast Guard Headquarters", None)),
        ("Tide Institute, Geneva", (None, "Tide Institute, Geneva", None)),
        # a bracket that the end of the text cuts
        ("Director, Department of Ports, Nepal (Presentat", ("Director", "Department of Ports", "NP")),
    ],
)  # fmt: skip
def test_behind_a_name(behind: str, expected: Affiliation) -> None:
    assert of_line(behind) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("“Yes,” said Ida Vik, IOM Director for East Africa, the Horn and the Sahel.", "en",
         ("Director for East Africa, the Horn and the Sahel", "IOM", None)),
        ("«Sí», dijo Ida Vik, Directora de la OIM para Centroamérica, América del Norte y el Caribe.", "es",
         ("Directora para Centroamérica, América del Norte y el Caribe", "OIM", None)),
        ("« Oui », a déclaré Ida Vik, Directrice de l'OIM pour l'Afrique de l'Ouest, l'Afrique centrale et le Sahel.", "fr",
         ("Directrice pour l'Afrique de l'Ouest, l'Afrique centrale et le Sahel", "OIM", None)),
    ],
)  # fmt: skip
def test_in_running_text(text: str, language: str, expected: Affiliation) -> None:
    assert told(text, language) == [expected]
