"""Text captures that end in the middle of a word."""

from __future__ import annotations

import pytest

from parsers import parse, read
from parsers.cut import cut_word
from parsers.record import Record

HEAD = """URL: https://www.iom.int/forum-2019
Title: Forum on Seafarers

Manila, 4 June 2019

10:00 - 10:30 Opening
  \u2022 Ms. Corazon Villaflor, Undersecretary, Department of Labor and Employment, Philippines
10:30 - 11:00 Closing remarks
"""


def body(last: str) -> bytes:
    return (HEAD + last).encode()


def record(last: str) -> Record:
    return parse(body(last), None, "text/plain")


@pytest.mark.parametrize(
    ("last", "cut"),
    [
        ("Ms. Jana Novak, Department of Labor and Employment, Philip", "Philip"),
        ("Mme Jana Novak, cheffe de section, Suisse (Pr\u00e9", "Pr\u00e9"),
        ("Mr. Jan Novak, Under", "Under"),
        ("Mr. Jan Novak, Seafarer", None),
        ("Mr. Jan Novak, Philippines", None),
        ("Mr. Jan Novak (Presentation)", None),
        ("Email: novak@manila.phil", None),
    ],
)
def test_what_is_cut(last: str, cut: str | None) -> None:
    page = read(body(last), None, "text/plain")
    span = cut_word(page)
    assert (page.text[slice(*span)] if span else None) == cut
    assert ("cut" in [problem.code for problem in record(last).problems]) is (cut is not None)


def test_a_cut_field_is_taken_from_elsewhere_or_stands_as_printed() -> None:
    again = record("  \u2022 Ms. Corazon Villaflor, Undersecretary, Department of Labor and Employment, Philip")
    people = [person for session in again.sessions for person in session.people]
    assert {(one.position, one.organization) for one in people} == {
        ("Undersecretary", "Department of Labor and Employment")
    }
    other = record("  \u2022 Mr. Jan Novak, Director of the Under")
    novak = next(person for session in other.sessions for person in session.people if person.name == "Jan Novak")
    assert (novak.position, novak.organization) == ("Director of the Under", None)
    bracket = record("  \u2022 Ms. Jana Novak, Head of Section, Secretariat for Training, Switzerland (Presen")
    jana = next(person for session in bracket.sessions for person in session.people if person.name == "Jana Novak")
    assert (jana.organization, jana.country) == ("Secretariat for Training", "CH")


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("organisé par la Mairie de Sfax et l'Union europ", ["Mairie de Sfax"]),
        ("organisé par la Mairie de Sfax et l'Union européenne", ["Mairie de Sfax", "Union européenne"]),
        ("organised by UNICEF and the Harbour Commis", ["UNICEF"]),
        ("organised by UNICEF and the Harbour Commission", ["UNICEF", "Harbour Commission"]),
        ("organizado por la Alcaldía de Lima y la Unión Eur", ["Alcaldía de Lima"]),
        ("بتنظيم من وزارة الصحة والمنظمة الدولية للهج", ["وزارة الصحة"]),
    ],
)
def test_a_body_whose_name_is_half_there(end: str, names: list[str]) -> None:
    text = f"URL: https://www.iom.int/events/x\n\nFair of boats\n\nEvent\n\nThe Harbour Commission met. It was {end}"
    found = parse(text.encode(), None, "text/plain").organizations
    assert [body.name for body in found] == names
