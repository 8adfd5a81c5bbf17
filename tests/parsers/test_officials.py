"""Posts of states' bodies and the state that they are held for, in lines and on whole pages."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.people.affiliation.reading import affiliation
from parsers.people.affiliation.split_post import split_post
from parsers.people.states import add_states
from parsers.record import Appearance, Location

PLACE = (10, 15)


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("superintendente de la SUNAMA", ("superintendente", "SUNAMA")),
        ("investigadora de COLMAR", ("investigadora", "COLMAR")),
        ("Executive Director of AID4Ports", ("Executive Director", "AID4Ports")),
        (
            "Viceministra de Relaciones Portuarias del Ministerio de la Pesca",
            ("Viceministra de Relaciones Portuarias", "Ministerio de la Pesca"),
        ),
        (
            "IOM Delta Coordinator and Chief of Mission in Fiji",
            ("Delta Coordinator and Chief of Mission in Fiji", "IOM"),
        ),
        ("UN Resident Coordinator a.i.", ("UN Resident Coordinator a.i.", "UN")),
        ("مدير عام الوحدة التنفيذية في المرفأ", ("مدير عام", "الوحدة التنفيذية")),
        ("مدير عام مكتب وزارة الصيد في المرفأ", ("مدير عام", "مكتب وزارة الصيد")),
        ("مؤسسة شركة المرفأ", ("مؤسسة", "شركة المرفأ")),
        ("المديرة الإقليمية للمنظمة الدولية للهجرة", ("المديرة الإقليمية", "المنظمة الدولية للهجرة")),
        (
            "المديرة الإقليمية للمنظمة الدولية للهجرة لمنطقة البحر",
            ("المديرة الإقليمية لمنطقة البحر", "المنظمة الدولية للهجرة"),
        ),
        # fields, ranks and ministers' own fields are no bodies
        ("Superintendent of Police", ("Superintendent of Police", None)),
        ("Superintendente de Puertos", ("Superintendente de Puertos", None)),
        ("chercheuse de la Côte", ("chercheuse de la Côte", None)),
        ("Ministra de Puertos de la República", ("Ministra de Puertos de la República", None)),
        ("Secretary of State for Internal Administration", ("Secretary of State for Internal Administration", None)),
        ("مدير وحدة المرافئ", ("مدير وحدة المرافئ", None)),
    ],
)
def test_posts_and_bodies_in_the_same_words(position: str, expected: tuple[str, str | None]) -> None:
    assert split_post(position) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (", Head, Kenyan Directorate of Ferries", ("Head", "Kenyan Directorate of Ferries", None)),
        (", Head, Directorate of Ferries", ("Head", "Directorate of Ferries", None)),
        (", Delta Refugee Services", (None, "Delta Refugee Services", None)),
        (", Secretary of State for Ferries, Chile", ("Secretary of State for Ferries", None, "CL")),
        ("، مديرة، شركة المرفأ، لبنان/كندا", ("مديرة", "شركة المرفأ", None)),
        (", Director, Tide Ltd, Chile/Peru", ("Director", "Tide Ltd", None)),
    ],
)
def test_segments_behind_a_name(behind: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert affiliation(behind, 0, [])[0] == expected


def state_of(
    position: str | None, body: str | None, *, title: str = "", role: str = "speaker", others: tuple[str, ...] = ()
) -> str | None:
    person = Appearance("A B", "opening" if role == "opening" else "speaker", position, body, name_text=f"{title}A B")
    people = [person, *(Appearance("C D", "speaker", "Minister", None, state) for state in others)]
    add_states(people, Location(country="HN"), PLACE, "")
    return person.country


@pytest.mark.parametrize(
    ("position", "body", "state"),
    [
        ("Director", "Federal Emergency Management Agency (FEMA)", "US"),
        ("Coordinadora General", "AECID", "ES"),
        ("Policy Adviser", "Employment and Social Development Canada", "CA"),
        ("President", "Trade Union of FEMA", None),
        ("Secretary General", "National Council for Harbours", "HN"),
        ("Secretary General", "Red Cross", None),
        ("Ambassador", "Ministry of Labour", None),
        ("Chief Executive", "Port Regulatory Authority", "HN"),
        ("رئيس", "هيئة تنظيم المرافئ", "HN"),
        ("directora regional de Salud de Colón", None, "HN"),
        ("Primera Dama", None, "HN"),
        ("jefe del puesto fronterizo", None, "HN"),
        ("President", "National Council of Trade Unions", None),
        ("alcalde", None, None),
    ],
)
def test_states_of_officials(position: str | None, body: str | None, state: str | None) -> None:
    assert state_of(position, body) == state


@pytest.mark.parametrize(
    ("title", "position", "body", "state"),
    [
        ("Colonel ", "Deputy Chief", "NABO", "HN"),
        ("Lt. Col. ", "battalion spokesman", None, "HN"),
        ("le Général de brigade ", "commandant", None, "HN"),
        ("Coronel ", "jefe de zona", None, "HN"),
        ("العميد ", "مدير التدريب", None, "HN"),
        ("Mr. ", "Deputy Chief", "NABO", None),
        ("Captain ", "pilot", None, None),
        ("Colonel ", "Chair", "Red Cross Society", None),
        ("Colonel ", None, "Multinational Tide Force", None),
        ("Colonel ", "former chief", None, None),
    ],
)
def test_soldiers_serve_a_state(title: str, position: str | None, body: str | None, state: str | None) -> None:
    assert state_of(position, body, title=title) == state


def test_whoever_opens_a_meeting_of_several_states_is_of_the_host() -> None:
    assert state_of("Minister of Ferries", None, others=("KE", "UG")) is None
    assert state_of("Minister of Ferries", None, others=("KE", "UG"), role="opening") == "HN"


def country_on(text: str, url: str = "https://www.iom.int/news/x") -> str | None:
    record = parse(f"URL: {url}\n\n{text}".encode(), None, "text/plain")
    (person,) = record.people
    return person.country


@pytest.mark.parametrize(
    ("text", "url", "state"),
    [
        (
            "A quay for all\n\nFerries link the isles of Fiji. “It holds,” said Ida Vik, Minister of Ferries. Fiji has many.",
            "https://www.iom.int/events/x",
            "FJ",
        ),
        (
            "A quay for all\n\nFerries link Fiji and Tonga. “It holds,” said Ida Vik, Minister of Ferries. Fiji has many.",
            "https://fiji.iom.int/events/x",
            "FJ",
        ),
        (
            "A quay for all\n\nFerries link Fiji and Tonga. “It holds,” said Ida Vik, Minister of Ferries. Fiji has many.",
            "https://www.iom.int/events/x",
            None,
        ),
        (
            "A quay for all\n\nFerries link Fiji. Seen from Geneva, Fiji is far, said Ida Vik, Minister of Ferries.",
            "https://www.iom.int/events/x",
            None,
        ),
    ],
)
def test_the_state_of_a_page_without_a_place(text: str, url: str, state: str | None) -> None:
    assert country_on(text, url) == state


def test_the_affiliation_goes_on_under_the_line_of_the_name() -> None:
    text = """Workshop on quays

28 September 2006, Geneva

Agenda

09:30 - 11:00 Session I: Quays

Ms. Tula Vik, Head of Division,
Ministry of Ferries, Finland (Presentation)
Mr. Per Moe (Presentation)
Policy Adviser, Ministry of Piers, the Netherlands
Mr. Luc Sol (Statement)
UNHCR statement
11:00 - 13:00 Session II: Cranes
"""
    record = parse(f"URL: https://www.iom.int/events/x\n\n{text}".encode(), None, "text/plain")
    assert [(p.name, p.position, p.organization, p.country) for p in record.people] == [
        ("Tula Vik", "Head of Division", "Ministry of Ferries", "FI"),
        ("Per Moe", "Policy Adviser", "Ministry of Piers", "NL"),
        ("Luc Sol", None, None, None),
    ]


def test_a_small_word_before_an_address_is_no_post() -> None:
    text = "Tide talk\n\nQuestions? Contact Ida Vik at ida@example.org"
    record = parse(f"URL: https://www.iom.int/events/x\n\n{text}".encode(), None, "text/plain")
    assert [(p.name, p.role, p.position) for p in record.people] == [("Ida Vik", "contact", None)]
