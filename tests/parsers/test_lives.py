"""Notes on somebody's life under the name, and contacts whose office stands behind them."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.people.lives import described_in, life_under_name

LIST = "URL: https://www.iom.int/events/x\n\nMeeting on Ferries\n\n12 March 2019\n\nSpeakers\n\n{}\n"
AGENDA = (
    "URL: https://www.iom.int/events/x\n\nMeeting on Ferries\n\n12 March 2019\n\nAgenda\n\n"
    "10:00 - 11:00 Panel 1: Ferries\nSpeakers\n{}\n\n11:00 - 11:30 Coffee break\n"
)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "Ann Brook",
            "Ann is Head of the Ferry Division at Tidestat. She …",
            ("Head of the Ferry Division", "Tidestat"),
        ),
        (
            "Ann Brook",
            "Ms. Brook is a statistician at the UNECE in Geneva, where she counts.",
            ("statistician", "UNECE"),
        ),
        (
            "Ann Brook",
            "She is Director of the Tide Institute and has worked on ferries.",
            ("Director", "Tide Institute"),
        ),
        (
            "Anne Ruisseau",
            "Elle est directrice de la Fondation du Port et travaille ici.",
            ("directrice", "Fondation du Port"),
        ),
        ("Ana Luz", "Ana es directora de la Fundación Marea desde 2010.", ("directora", "Fundación Marea")),
        ("مها كريم", "مها هي مديرة معهد الموانئ منذ عام 2010.", ("مديرة", "معهد الموانئ")),
        ("Ann Brook", "The meeting is open to the public.", None),
        ("Ann Brook", "Ann joined the Port of Tide in 2003.", None),
        ("Ann Brook", "Ann is fond of ferries.", None),
        ("Ann Brook", "Ola is Director of the Tide Institute.", None),
    ],
)
def test_life_under_a_name(name: str, text: str, expected: tuple[str, str] | None) -> None:
    told = life_under_name(name, text)
    assert (told and (told.position, told.organization)) == expected


def test_whom_a_paragraph_tells_of() -> None:
    (person,) = described_in("Ann Brook is Consul at the Port of Tide. She joined in 2003.")
    assert (person.name, person.position) == ("Ann Brook", "Consul")


@pytest.mark.parametrize("page", [LIST, AGENDA])
def test_lives_on_a_page(page: str) -> None:
    lines = "Ann Brook\nAnn is Head of the Ferry Division at Tidestat.\nOla Vik\nHe is Director of the Tide Institute."
    people = parse(page.format(lines).encode(), None).people
    assert [(person.name, person.position, person.organization) for person in people] == [
        ("Ann Brook", "Head of the Ferry Division", "Tidestat"),
        ("Ola Vik", "Director", "Tide Institute"),
    ]


@pytest.mark.parametrize(
    ("line", "position", "organization"),
    [
        ("IOM: Ann Brook, Regional Office for the Sahel, Tel: +00 00 0000 0000", None, "IOM"),
        ("OIM: Ana Luz, Oficina Regional para el Delta, Tel: +00 00 0000 0000", None, "OIM"),
        ("Ann Brook, IOM's Head of Ferries, Tel: +00 00 0000 0000", "Head of Ferries", "IOM"),
        ("Ana Luz al correo ana@example.org", None, None),
    ],
)
def test_contacts(line: str, position: str | None, organization: str | None) -> None:
    text = f"URL: https://www.iom.int/news/x\n\nFerries Meet\n\nTide – Ferries met.\n\nFor more information, please contact:\n\n{line}\n"
    (person,) = parse(text.encode(), None).people
    assert (person.position, person.organization) == (position, organization)
