"""People beside what is printed as names are: regions, posts in waiting, letters, streets, parts of bodies, cut ends."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.people.lines import read_people
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Row = tuple[str, str | None, str | None]  # name, position, organization


def told(text: str, language: str) -> list[Row]:
    found = read_prose(page_of(text), set(), release=True, language=language)
    return [(person.name, person.position, person.organization) for person in found.people]


@pytest.mark.parametrize(
    ("text", "language", "post"),
    [
        ("“Yes,” says IOM Director for West and Central Asia Ida Vik.", "en", "Director for West and Central Asia"),
        ("“Yes,” said IOM Director for Asia and the Pacific Ida Vik.", "en", "Director for Asia and the Pacific"),
        ("“Yes,” said IOM's Director for Southern Africa Ida Vik.", "en", "Director for Southern Africa"),
        ("“Yes,” said IOM Director for South-East Asia Ida Vik.", "en", "Director for South-East Asia"),
        ("“Yes,” said IOM Director for East and Horn of Africa Ida Vik.", "en", "Director for East and Horn of Africa"),
        (
            "« Oui », a déclaré la Directrice de l'OIM pour l'Asie et le Pacifique Ida Vik.",
            "fr",
            "Directrice pour l'Asie et le Pacifique",
        ),
        (
            "«Sí», dijo la Directora de la OIM para Centroamérica y el Caribe Ida Vik.",
            "es",
            "Directora para Centroamérica y el Caribe",
        ),
        # no region before the name
        ("“Yes,” said IOM Director Ida Vik.", "en", "Director"),
        ("“Yes,” said IOM Director for Asia and the Pacific, Ida Vik.", "en", "Director for Asia and the Pacific"),
    ],
)
def test_a_region_before_the_name(text: str, language: str, post: str) -> None:
    assert [(row[0], row[1]) for row in told(text, language)] == [("Ida Vik", post)]


def test_a_first_name_may_be_that_of_a_region() -> None:
    assert [row[0] for row in told("“Yes,” said Director Asia Vik.", "en")] == ["Asia Vik"]


@pytest.mark.parametrize(
    ("text", "language", "post"),
    [
        ("“Yes,” said IOM Director General-Elect Ida Vik.", "en", "Director General-Elect"),
        ("“Yes,” said IOM Director General Designate Ida Vik.", "en", "Director General Designate"),
        ("“Yes,” said Director General-elect Ida Vik.", "en", "Director General-elect"),
        ("«Sí», dijo la Presidenta electa Ida Vik.", "es", "Presidenta electa"),
        ("« Oui », a dit la Directrice générale élue Ida Vik.", "fr", "Directrice générale élue"),
    ],
)
def test_a_post_in_waiting(text: str, language: str, post: str) -> None:
    assert [(row[0], row[1]) for row in told(text, language)] == [("Ida Vik", post)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Born in Tide Bay, North Arizona, he has taught and speaks French.", "en"),
        ("They lived in West Tideland, and spoke of home.", "en"),
        ("The Second Asia-Pacific Regional Review opened today.", "en"),
        ("The Fourth Ibero-American Forum opens on Monday.", "en"),
        ("Le Troisième Dialogue Euro-Africain a ouvert ses travaux.", "fr"),
        ("El Cuarto Diálogo Iberoamericano inauguró sus sesiones.", "es"),
    ],
)
def test_places_and_meetings_are_nobody(text: str, language: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mr. Olaf Vik TD, Minister of State for Ports", "Olaf Vik"),
        ("Mr. Olaf Vik, T.D., Minister of State for Ports", "Olaf Vik"),
        ("Hon. Ida Vik MLA, Minister of Ports", "Ida Vik"),
        ("Hon. Ida Vik, EGH, Cabinet Secretary for Ports", "Ida Vik"),
        ("Ms. TRAN THI AM, Deputy Director, Harbour Board", "TRAN THI AM"),
    ],
)
def test_letters_behind_a_name(line: str, name: str) -> None:
    (person,) = read_people(line)
    assert person.name == name


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ida Vik, Director, Harbour Data Group, World Bank", ("Director, Harbour Data Group", "World Bank")),
        ("Ida Vik, Officer, Lost Boats Project, IOM", ("Officer, Lost Boats Project", "IOM")),
        ("Ida Vik, Coordinator, Ports and Trade Initiative, OECD", ("Coordinator, Ports and Trade Initiative", "OECD")),
        ("Ida Vik, Head of Unit, Aid to Sailors, IOM", ("Head of Unit, Aid to Sailors", "IOM")),
        (
            "Ida Vik, Senior Director, Piers, Advocacy and Communications, IOM",
            ("Senior Director, Piers, Advocacy and Communications", "IOM"),
        ),
        ("Ida Vik, Especialista, Programa de Puertos, CEPAL", ("Especialista, Programa de Puertos", "CEPAL")),
        ("Ida Vik, Coordonnatrice, Projet des quais, OIM", ("Coordonnatrice, Projet des quais", "OIM")),
        ("Ida Vik, Professor, Ola Mason University", ("Professor", "Ola Mason University")),
        (
            "Ida Vik, President of the 12th session of the United Nations General Assembly",
            ("President of the 12th session", "United Nations General Assembly"),
        ),
        (
            "Ida Vik, Presidenta de la Asamblea General de las Naciones Unidas",
            ("Presidenta", "Asamblea General de las Naciones Unidas"),
        ),
        (
            "Ida Vik, Chief of Mission for Kenya, Uganda and Rwanda, IOM",
            ("Chief of Mission for Kenya, Uganda and Rwanda", "IOM"),
        ),
        (
            "Ida Vik, Jefa de Misión de la OIM para Chile, Perú y Bolivia",
            ("Jefa de Misión para Chile, Perú y Bolivia", "OIM"),
        ),
        (
            "Ida Vik, Directrice pour le Mali, le Niger et le Tchad, OIM",
            ("Directrice pour le Mali, le Niger et le Tchad", "OIM"),
        ),
        (
            "Ida Vik, Special Rapporteur on Trafficking, Especially Women and Children",
            ("Special Rapporteur on Trafficking, Especially Women and Children", None),
        ),
        (
            "Ida Vik, Rapporteuse spéciale sur la traite, en particulier les femmes et les enfants",
            ("Rapporteuse spéciale sur la traite, en particulier les femmes et les enfants", None),
        ),
        # a body of its own: nothing stands behind it, or a state does
        ("Ida Vik, Director, Harbour Data Group", ("Director", "Harbour Data Group")),
        ("Ida Vik, Coordinator, Ports and Trade Initiative, Chile", ("Coordinator", "Ports and Trade Initiative")),
        ("Ida Vik, Senior Director, Blue Tide", ("Senior Director", "Blue Tide")),
        ("Ida Vik, mason, Tide University", ("mason", "Tide University")),
    ],
)
def test_parts_of_bodies(line: str, expected: tuple[str | None, str | None]) -> None:
    (person,) = read_people(line)
    assert (person.position, person.organization) == expected


def contacts_of(text: str) -> list[Row]:
    page = f"URL: https://www.iom.int/events/x\n\nHarbour workshop\n\n12 March 2019\nGeneva, Switzerland\n\n{text}"
    record = parse(page.encode(), None, "text/plain")
    return [(person.name, person.position, person.organization) for person in record.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For more information write to Ida Vik or to a@example.org.", [("Ida Vik", None, None)]),
        ("Para más información, escriba a Ida Vik o a a@example.org", [("Ida Vik", None, None)]),
        ("Pour plus d'informations, veuillez écrire à Ida Vik ou à a@example.org", [("Ida Vik", None, None)]),
        ("للتسجيل يرجى الكتابة إلى a@example.org قبل يوم 27 يوليو", []),
        ("لتأكيد المشاركة يرجى مراسلتنا على a@example.org", []),
        ("قسم الإعلام، هاتف: 00 962 0 000 0000", []),
        ("للتواصل: علي حسن، هاتف 00 962 0 000 0000", [("علي حسن", None, None)]),
        (
            "للتواصل: ريم البدوي، هاتف 00 962 0 000 0000\n\nفعاليات ذات صلة\nيوم الموانئ في القاهرة\nمعرض صور: وجوه",
            [("ريم البدوي", None, None)],
        ),
        ("Harbour Board, tel. +41 00 000 00 00\n\nIOM - 17, Route des Quais - 1218 Lund - Switzerland", []),
        ("Venue: Tide Hotel, 2 Sir Ola A. Vik Mawatha", []),
        ("Contact: Ida Vik, 12 Ola Lund Avenue, tel. +41 00 000 00 00", [("Ida Vik", None, None)]),
    ],
)
def test_who_can_be_reached(text: str, expected: list[Row]) -> None:
    assert contacts_of(text) == expected


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("Ms. Idali", ["Olaf Vik"]),
        ("Idali", ["Olaf Vik"]),
        ("Ms. Ida Lund", ["Olaf Vik", "Ida Lund"]),
        ("Ms. Ida, IOM", ["Olaf Vik", "Ida"]),
    ],
)
def test_a_name_that_the_end_cuts(last: str, names: list[str]) -> None:
    assert [row[0] for row in contacts_of(f"Speakers:\nMr. Olaf Vik, Minister of Ports, Kenya\n{last}")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UNHCR and Blue Harbour presented the study.", []),
        ("UNICEF (Fiji) and UNHCR, and Director Ida Vik presented the study.", ["Ida Vik"]),
        ("UNHCR and Director Ida Vik presented the study.", ["Ida Vik"]),
        ("IOM, UNHCR and Ida Vik of ILO presented the study.", ["Ida Vik"]),
    ],
)
def test_who_presents_beside_bodies(text: str, names: list[str]) -> None:
    found = told(text, "en")
    assert [row[0] for row in found] == names
    assert all(not (row[1] or "").startswith("and ") for row in found)


def test_titles_in_capitals_and_documents_behind_the_post() -> None:
    page = (
        "URL: https://www.iom.int/events/x\n\nHarbour workshop\n\n12 March 2019\nGeneva, Switzerland\n\nProgramme\n\n"
        "10:45 Session\nModerator: MRS. IDA VIK\nDeputy Director General, IOM\nMS. ANA LUND\n"
        "Adviser, World Bank (Presentation | Bio)"
    )
    people = parse(page.encode(), None, "text/plain").people
    assert [(person.name, person.position, person.organization) for person in people] == [
        ("IDA VIK", "Deputy Director General", "IOM"),
        ("ANA LUND", "Adviser", "World Bank"),
    ]


def test_an_arabic_department_behind_its_head() -> None:
    assert told("وقال خالد البدوي، مدير مصلحة الموانئ: «نعم».", "ar") == [("خالد البدوي", "مدير", "مصلحة الموانئ")]
