"""The forms in which programmes print one person: numbers, signs between post, body and name, lost commas, labels."""

from __future__ import annotations

import pytest

from parsers.people.lines import read_people
from tests.parsers.agenda_records import text_record, who

Row = tuple[str, str | None, str | None, str | None]


def rows(line: str, *, listed: bool = False) -> list[Row]:
    return [(r.name, r.position, r.organization, r.country) for r in read_people(line, single=listed)]


@pytest.mark.parametrize(
    "line",
    [
        "1. Ms. Ida Lund, Director, Tide Guild",
        "2) Ms. Ida Lund, Director, Tide Guild",
        "(3) Ida Lund, Director, Tide Guild",
        "(b) Ida Lund, Director, Tide Guild",
        "iv) Mme Ida Lund, Director, Tide Guild",
        "5.- Sra. Ida Lund, Director, Tide Guild",
        "6- Ida Lund | Director | Tide Guild",
        "Director, Tide Guild: Ida Lund",
        "Director, Tide Guild : Mme Ida Lund",
        "Director, Tide Guild – Ms. Ida Lund",
        "Tide Guild: Ms. Ida Lund, Director",
        "Tide Guild, Director: Sra. Ida Lund",
        "Tide Guild – Excma. Sra. Ida Lund, Director",
        "Ida Lund • Director • Tide Guild",
        "Ms. Ida Lund – Director – Tide Guild",
        "Ms. Ida Lund, Tide Guild, Director",
        "Ms. Ida Lund Director, Tide Guild",
        "Ms. Ida Lund. Director, Tide Guild",
        "Ida Lund (Director) Tide Guild",
        "Ida Lund,Director ,Tide Guild",
        "Ida Lund -Director, Tide Guild",
        "➢ Ida Lund, Director, Tide Guild",
    ],
)
def test_forms_of_one_person(line: str) -> None:
    assert rows(line) == [("Ida Lund", "Director", "Tide Guild", None)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1- السيدة ريم سالم، مديرة، جمعية البحر", ("ريم سالم", "مديرة", "جمعية البحر", None)),
        ("مديرة، جمعية البحر: السيدة ريم سالم", ("ريم سالم", "مديرة", "جمعية البحر", None)),
        ("وزيرة العمل، الأردن: السيدة ريم سالم", ("ريم سالم", "وزيرة العمل", None, "JO")),
        ("جمعية البحر: السيدة ريم سالم، مديرة", ("ريم سالم", "مديرة", "جمعية البحر", None)),
        ("السيدة ريم سالم؛ منسقة برامج؛ جمعية البحر", ("ريم سالم", "منسقة برامج", "جمعية البحر", None)),
        ("ريم سالم: مديرة برامج، جمعية البحر", ("ريم سالم", "مديرة برامج", "جمعية البحر", None)),
        ("السيدة ريم سالم مديرة إدارة الموانئ، وزارة العدل", ("ريم سالم", "مديرة إدارة الموانئ", "وزارة العدل", None)),
    ],
)
def test_forms_of_one_person_in_arabic(line: str, expected: Row) -> None:
    assert rows(line) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # post and state, a post that is a title too, a post of its own body
        ("Minister of Ports, Chile: Ms. Ida Lund", ("Ida Lund", "Minister of Ports", None, "CL")),
        ("Chile: Ms. Ida Lund, Minister of Ports", ("Ida Lund", "Minister of Ports", None, "CL")),
        ("Sénégal : Mme Ida Lund, Ministre des Ports", ("Ida Lund", "Ministre des Ports", None, "SN")),
        ("Professor, University of Tide: H.E. Ms. Ida Lund", ("Ida Lund", "Professor", "University of Tide", None)),
        ("Chief Executive Officer, Tide Ltd: Ms. Ida Lund", ("Ida Lund", "Chief Executive Officer", "Tide Ltd", None)),
        ("Directora General, OIM: Ida Lund", ("Ida Lund", "Directora General", "OIM", None)),
        ("Taking part for UNICEF: Ms. Ida Lund, Director", ("Ida Lund", "Director", "UNICEF", None)),
        # a name with its surname first
        ("LUND, Ida, Directrice, OIM", ("LUND Ida", "Directrice", "OIM", None)),
        ("DE LA MER, Ida Maria, Directora, OIM", ("DE LA MER Ida Maria", "Directora", "OIM", None)),
        # a name of particles
        ("Le Van Tam | Director | Tide Guild", ("Le Van Tam", "Director", "Tide Guild", None)),
        ("Van Do Mai, Director, Tide Guild", ("Van Do Mai", "Director", "Tide Guild", None)),
        # the acronym in brackets belongs to the body, or is the body
        ("Ida Lund | Director | Tide Relief Organization (TRO)", ("Ida Lund", "Director", "Tide Relief Organization (TRO)", None)),
        ("Ms. Ida Lund, Head of Unit (UNICEF)", ("Ida Lund", "Head of Unit", "UNICEF", None)),
        ("Mme Ida Lund, Cheffe d'unité (UNICEF)", ("Ida Lund", "Cheffe d'unité", "UNICEF", None)),
        ("Ida Lund, Technical Officer (Gender)", ("Ida Lund", "Technical Officer (Gender)", None, None)),
        # fields of a post
        ("Ida Lund, Policy Officer, Migration and Asylum, UNICEF", ("Ida Lund", "Policy Officer, Migration and Asylum", "UNICEF", None)),
        ("Ida Lund, Chargée de mission, Genre et Migration, OIM", ("Ida Lund", "Chargée de mission, Genre et Migration", "OIM", None)),
        ("Ida Lund, Oficial superior, Salud y Género, OIM", ("Ida Lund", "Oficial superior, Salud y Género", "OIM", None)),
        ("Ida Lund, OIM, Oficial superior, Salud y Género", ("Ida Lund", "Oficial superior, Salud y Género", "OIM", None)),
        ("Ida Lund, IOM, Head, Ferry Division", ("Ida Lund", "Head, Ferry Division", "IOM", None)),
        ("Ida Lund, Head, Ferry Division at IOM", ("Ida Lund", "Head, Ferry Division", "IOM", None)),
        ("Ida Lund, Policy Officer, Gender and Health at UNICEF", ("Ida Lund", "Policy Officer, Gender and Health", "UNICEF", None)),
        ("IOM, Head, Ferry Division: Ms. Ida Lund", ("Ida Lund", "Head, Ferry Division", "IOM", None)),
        ("Ida Lund, Analyst, Boats for Health, University of Tide", ("Ida Lund", "Analyst", "Boats for Health, University of Tide", None)),
        ("Ida Lund, Director, Bureau of Ports, Chile", ("Ida Lund", "Director", "Bureau of Ports", "CL")),
        # a body behind "of the", a field behind "of"
        ("Ida Lund, Oficial de Barcos de la Organización Internacional del Trabajo (OIT)", ("Ida Lund", "Oficial de Barcos", "Organización Internacional del Trabajo (OIT)", None)),
        ("Ida Lund, Chargée de mission de l'Organisation internationale du Travail (OIT)", ("Ida Lund", "Chargée de mission", "Organisation internationale du Travail (OIT)", None)),
        ("Ida Lund, Profesora de la Universidad del Mar", ("Ida Lund", "Profesora", "Universidad del Mar", None)),
        ("Ida Lund, Professeure de l'Université de la Mer", ("Ida Lund", "Professeure", "Université de la Mer", None)),
        ("Ida Lund, Professor of the University of Tide", ("Ida Lund", "Professor", "University of Tide", None)),
        ("Ida Lund, Professor of Public Administration", ("Ida Lund", "Professor of Public Administration", None, None)),
        ("Ida Lund, Profesora de Relaciones Internacionales", ("Ida Lund", "Profesora de Relaciones Internacionales", None, None)),
        # "of" and "from" before a body
        ("Ms. Ida Lund from IOM", ("Ida Lund", None, "IOM", None)),
        ("Mme Ida Lund du HCR", ("Ida Lund", None, "HCR", None)),
        ("Mme Ida Lund de l'OIM", ("Ida Lund", None, "OIM", None)),
        ("Sra. Ida Lund del ACNUR", ("Ida Lund", None, "ACNUR", None)),
        ("السيدة ريم سالم من جمعية البحر", ("ريم سالم", None, "جمعية البحر", None)),
        ("Sra. Ida Lund de la Cruz", ("Ida Lund de la Cruz", None, None, None)),
        ("Sra. Ida Ruiz de Mar • Presidenta • Sindicato del Puerto", ("Ida Ruiz de Mar", "Presidenta", "Sindicato del Puerto", None)),
        ("M. Ola du Pont", ("Ola du Pont", None, None, None)),
        # where an office of a body that is no state's sits
        ("Ida Lund, Director, IOM, Geneva, Switzerland", ("Ida Lund", "Director", "IOM, Geneva", None)),
        # titles of three letters and more end no sentence
        ("• Ing. Ida Lund, Directora, OIM", ("Ida Lund", "Directora", "OIM", None)),
        ("Directora, OIM – Excma. Sra. Ida Lund", ("Ida Lund", "Directora", "OIM", None)),
    ],
)  # fmt: skip
def test_what_is_told_of_one_person(line: str, expected: Row) -> None:
    assert rows(line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "1. Labour Mobility, Kenya",
        "2. Opening of the Session",
        "(a) Report of the Director General",
        "Tide Guild: Coastal Pact",
        "Ministry of Ports, Chile: Coastal Pact",
        "Chile: Coastal Pact",
        "Panel 1: Ms. Ida Lund, Director",
        "Working Group: Ms. Ida Lund",
        "Lisbon: Ms. Ida Lund",
        "De La Mer",
        "Le Monde",
        "ECOWAS, Abuja, Director",
        "UNICEF, Kenya, Director",
        "AMMAN, Jordan, Director",
        "Tide Guild – Summer School",
        "Ms. Ida Lund from IOM said that boats leak",
        "وزارة العمل – خطة وطنية",
        "مدير المشروع: خطة العمل",
        "البند الأول: السيد أحمد سالم",
    ],
)
def test_lines_that_begin_with_nobody(line: str) -> None:
    assert rows(line) == []


def test_a_bare_name_behind_a_post_is_told_by_its_body() -> None:
    assert [reading.sure for reading in read_people("Coordinator: Green Coast")] == [False]
    assert [reading.sure for reading in read_people("Coordinator, Tide Guild: Ida Lund")] == [True]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ms. Ida Lund, Director, IOM – Moderator", ("Director", "IOM", "moderator")),
        ("Ms. Ida Lund, Director, IOM – Chair", ("Director", "IOM", "chair")),
        ("Mme Ida Lund, Directrice, OIM, Modératrice", ("Directrice", "OIM", "moderator")),
        ("Sra. Ida Lund, Directora, OIM - Moderadora", ("Directora", "OIM", "moderator")),
        ("السيدة ريم سالم، مديرة، جمعية البحر (ميسرة)", ("مديرة", "جمعية البحر", "moderator")),
        ("Ms. Ida Lund, Chair, Tide Guild", ("Chair", "Tide Guild", None)),
    ],
)
def test_a_role_at_the_end(line: str, expected: tuple[str | None, str | None, str | None]) -> None:
    (person,) = read_people(line)
    assert (person.position, person.organization, person.role) == expected


def test_a_stroke_parts_two_with_titles() -> None:
    assert rows("Mr. Ola Vik, IOM / Ms. Ida Lund, UNICEF") == [
        ("Ola Vik", None, "IOM", None),
        ("Ida Lund", None, "UNICEF", None),
    ]
    assert rows("Ida Lund / Director / Tide Guild") == [("Ida Lund", "Director", "Tide Guild", None)]


def test_a_body_before_a_bare_name_in_a_list() -> None:
    assert rows("Tide Guild – Ida Lund", listed=True) == [("Ida Lund", None, "Tide Guild", None)]
    assert rows("Chile – Ida Lund", listed=True) == [("Ida Lund", None, None, "CL")]
    assert rows("Tide Guild: Ida Lund", listed=True) == [("Ida Lund", None, "Tide Guild", None)]


def test_spans_of_a_numbered_line_are_those_of_the_line() -> None:
    line = "3. Ms. Ida Lund, Director, Tide Guild (Bio)"
    (person,) = read_people(line)
    assert line[person.start : person.end] == "Ida Lund"
    assert [line[a:b] for _label, a, b in person.documents] == ["(Bio)"]


PROGRAMME = "Workshop on Nets 2023\n\n10 October 2023, Lisbon\n\nProgramme\n\n09:00 - 10:00 Opening\n\n10:00 - 11:00 Panel: Boats\n\n"


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Emcee:", "moderator"),
        ("Master of Ceremony:", "moderator"),
        ("Vice-Chair:", "chair"),
        ("Commentator:", "panellist"),
        ("Speaker 1:", "panellist"),
        ("Panellist 2:", "panellist"),
        ("Maître de cérémonie :", "moderator"),
        ("Co-modératrice :", "moderator"),
        ("Vice-présidente :", "chair"),
        ("Conférencière principale :", "panellist"),
        ("Intervenante 1 :", "panellist"),
        ("Clôture par", "closing"),
        ("Maestra de ceremonias:", "moderator"),
        ("Coordinador de mesa:", "moderator"),
        ("Moderación a cargo de", "moderator"),
        ("Presidenta:", "chair"),
        ("Conferencista magistral:", "panellist"),
        ("Ponente 2:", "panellist"),
        ("Cierre a cargo de", "closing"),
        ("عريف الحفل:", "moderator"),
        ("المحاور:", "moderator"),
        ("المعقب:", "panellist"),
        ("المتحدث 1:", "panellist"),
        ("المتحدثة الأولى:", "panellist"),
        ("كلمة الافتتاح:", "opening"),
        ("كلمة الختام:", "closing"),
    ],
)
def test_labels_before_somebody(label: str, role: str) -> None:
    record = text_record(f"{PROGRAMME}{label} Ida Lund, Tide Guild\n\n11:00 - 12:00 Closing")
    assert [who(session) for session in record.sessions] == [[], [("Ida Lund", role)], []]


@pytest.mark.parametrize("line", ["Presentation 1: Coastal Ports", "Session 2: Ida Lund", "Speaker 3: tbc"])
def test_numbers_behind_what_is_no_person(line: str) -> None:
    record = text_record(f"{PROGRAMME}{line}\n\n11:00 - 12:00 Closing")
    assert not any(session.people for session in record.sessions)


def test_a_post_below_somebody_with_a_title_that_is_a_post() -> None:
    record = text_record(f"{PROGRAMME}Ambassador Ida Lund\n\nDirector, Tide Guild\n\n11:00 - 12:00 Closing")
    (person,) = record.sessions[1].people
    assert (person.position, person.organization) == ("Director", "Tide Guild")
