"""People in untidy lines of programmes: behind subjects, posts and roles without signs, several in one line."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from parsers.agenda.bare_labels import bare_label
from parsers.agenda.subject_lines import subject_line
from parsers.people.lines import read_people
from parsers.record import Session


def _session(lines: str, title: str = "Nets and tides") -> Session:
    text = (
        "URL: https://www.iom.int/events/tides\n\nWorkshop on nets\n\nLima, 14 April 2005\n\n"
        f"09:00 - 10:30 {title}\n{lines}\n11:00 - 11:30 Coffee break\n13:00 - 14:00 Lunch\n"
    )
    return parse_capture(text.encode(), None, "text/plain")[1].sessions[0]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Tide Process - Ada Lind, Ambassador for Small Boats, Norway", [("Ada Lind", None, "NO")]),
        ("MIDX - Odd Berg, Project Manager, World Bank", [("Odd Berg", "World Bank", None)]),
        ("MIDX - Odd Berg, Co-ordinator", [("Odd Berg", "MIDX", None)]),
        ("Kenya – Peter Kamunda, Ministry of Labour", [("Peter Kamunda", "Ministry of Labour", "KE")]),
        ("Asia: Ida Vik, Tide University / Odd Berg, Director, World Bank", [("Ida Vik", "Tide University", None), ("Odd Berg", "World Bank", None)]),
        ("Afrique de l'Ouest : Awa Sowé, Directrice, CEDEAO", [("Awa Sowé", "CEDEAO", None)]),
        ("América del Sur: Lucía Torral, CEPAL", [("Lucía Torral", "CEPAL", None)]),
        ("عملية المرفأ: السيدة منى سالم، وزارة الداخلية، السودان", [("منى سالم", "وزارة الداخلية", "SD")]),
        ("Ada Lind (ODI), Odd Berg (Norway), Ida Vik (IOM)", [("Ada Lind", "ODI", None), ("Odd Berg", None, "NO"), ("Ida Vik", "IOM", None)]),
        ("Ada Lind, Odd Berg and Ida Vik", [("Ada Lind", None, None), ("Odd Berg", None, None), ("Ida Vik", None, None)]),
        ("Ada LIND, Tide University", [("Ada LIND", "Tide University", None)]),
        ("Data Collection, Border Management and Human Rights", []),
        ("Tide Process - Progress Report", []),
        ("Proyecto: Redes del Sur, Ministerio de Trabajo", []),
        ("Kenya: Lake Victoria", []),
        ("Media: Ms. Ada Lind, World Bank, a.lind@example.org", []),
    ],
)  # fmt: skip
def test_people_of_a_line_under_an_item(line: str, people: list[tuple[str, str | None, str | None]]) -> None:
    assert [(who.name, who.organization, who.country) for who in _session(line).people] == people


def test_a_name_alone_behind_a_subject_needs_a_line_like_it() -> None:
    lines = "Tide Process - Ada Lind, Rector, Norway\nHarbour Consultations (HC): Odd Berg"
    assert [who.name for who in _session(lines).people] == ["Ada Lind", "Odd Berg"]
    assert _session("Harbour Consultations (HC): Odd Berg").people == []


def test_a_subject_is_no_name_and_no_post() -> None:
    for line in ("Ernesto Araz - Western Union", "Ms. Ada Lind - Founder, Tide Guild", "Coordinator: Green Coast"):
        assert subject_line(line) is None


@pytest.mark.parametrize(
    ("line", "role", "name"),
    [
        ("Moderator Ada Lind, IOM", "moderator", "Ada Lind"),
        ("Chair H.E. Mr. Odd Berg", "chair", "Odd Berg"),
        ("Trainer Ada Lind, Specialist, IOM", "panellist", "Ada Lind"),
        ("Modération Mme Awa Sowé", "moderator", "Awa Sowé"),
        ("Présidente Mme Awa Sowé, Sénégal", "chair", "Awa Sowé"),
        ("Ponente Lucía Torral, CEPAL", "panellist", "Lucía Torral"),
        ("Coordina: Dra. Lucía Torral", "moderator", "Lucía Torral"),
        ("Others: Ada Lind, project officer, IOM", "panellist", "Ada Lind"),
        ("Panel: Ms. Ada Lind, World Bank; Mr. Odd Berg, IOM", "panellist", "Ada Lind"),
    ],
)
def test_roles_right_before_people(line: str, role: str, name: str) -> None:
    assert [(who.name, who.role) for who in _session(line).people][:1] == [(name, role)]


def test_no_role_before_what_is_no_person() -> None:
    for line in (
        "Presidente Lula",
        "Panel Ada Lind",
        "Moderators and speakers",
        "Chair of the Tide Board",
        "Speaker Series",
    ):
        assert bare_label(line) is None


@pytest.mark.parametrize(
    ("title", "left", "people"),
    [
        ("Session 2. Methods (chair Ada Lind)", "Session 2. Methods", [("Ada Lind", "chair")]),
        ("Reading of passports. Trainer Ada Lind, Specialist, IOM", "Reading of passports", [("Ada Lind", "panellist")]),
        ("Introduction by the moderator, Ada Lind, Rector, Tide University", "Introduction", [("Ada Lind", "moderator")]),
        ("Presentation of the study, Ada Lind, Rector, Tide University", "Presentation of the study", [("Ada Lind", "panellist")]),
        ("Clausura - Lucía Torral", "Clausura", [("Lucía Torral", "closing")]),
        ("Session 3 - Human Rights", "Session 3 - Human Rights", []),
        ("Welcome: Mr Odd /Gowab, Rector, Namibia", "Welcome", [("Odd /Gowab", "opening")]),
    ],
)  # fmt: skip
def test_people_in_a_title(title: str, left: str, people: list[tuple[str, str]]) -> None:
    session = _session("", title)
    assert (session.title, [(who.name, who.role) for who in session.people]) == (left, people)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Ada Lind, ODX - Odd Berg, MPX", ["Ada Lind", "Odd Berg"]),
        ("Ms. Ada Lind, Vice President - Government Affairs, Tide Ltd", ["Ada Lind"]),
        ("Ada Lind (ODI), Odd Berg", ["Ada Lind", "Odd Berg"]),
        ("M. Yao Kéita, Sénégal, et Mme Awa Sowé, Ministère de la Santé", ["Yao Kéita", "Awa Sowé"]),
        ("Ada Lind, IOM; Minister of State for Foreign Affairs Odd Berg (Norway)", ["Ada Lind", "Odd Berg"]),
        ("Deputy Permanent Representative of the Philippines Odd Berg", ["Odd Berg"]),
        ("Ministra de Trabajo de Chile Lucía Torral", ["Lucía Torral"]),
        ("Minister of Labour and Social Affairs", []),
        ("heads of ports of Kenya (Mr. Odd Berg) and Togo (Ms. Awa Sowé)", ["Odd Berg", "Awa Sowé"]),
        ("Cdor. Luis Prado, Intendente", ["Luis Prado"]),
        ("H.H. Sheikh Omar bin Salem Al Nur, Minister of Ports", ["Omar bin Salem Al Nur"]),
        ("Ms. Ada Lind, Clerk, IOM, replaced by Mr. Odd Berg, Rector", ["Ada Lind", "Odd Berg"]),
        ("M. Yao Kéita, maire, remplacé par Mme Awa Sowé", ["Yao Kéita", "Awa Sowé"]),
    ],
)  # fmt: skip
def test_several_in_one_line(line: str, people: list[str]) -> None:
    assert [who.name for who in read_people(line)] == people
