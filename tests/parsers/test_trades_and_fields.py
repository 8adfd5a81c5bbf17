"""Trades in small letters and what stands behind them, bodies in no list, fields with commas, lives below a name."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.people.affiliation.split_post import split_post
from parsers.people.lines import read_people
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Row = tuple[str, str | None, str | None, str | None]  # name, position, organization, country


def rows(text: str, language: str) -> list[Row]:
    found = read_prose(page_of(text), set(), release=True, language=language).people
    return [(p.name, p.position, p.organization, p.country) for p in found]


def told(behind: str, language: str) -> tuple[str | None, str | None]:
    """Position and organization of somebody with these words behind the name."""
    said = {"en": "said", "fr": "a dit", "es": "dijo"}[language]
    words = {"en": "We will go on with this work", "fr": "Nous allons continuer ce travail", "es": "Vamos a seguir así"}
    ((_name, position, organization, _country),) = rows(f"“{words[language]},” {said} Ida Lund, {behind}.", language)
    return position, organization


@pytest.mark.parametrize(
    ("behind", "language", "expected"),
    [
        ("animatrice à Radio Vagues de Tema", "fr", ("animatrice", "Radio Vagues de Tema")),
        ("présentatrice à la RTV", "fr", ("présentatrice", "RTV")),
        ("rhumatologue à Bordeaux", "fr", ("rhumatologue", None)),
        ("rhumatologue belgo-togolaise installée à Bordeaux", "fr", ("rhumatologue", None)),
        ("vannière à Tema", "fr", ("vannière", None)),
        ("professeure de français au lycée Anna Mer", "fr", ("professeure de français", "lycée Anna Mer")),
        ("dermatóloga en Valparaíso", "es", ("dermatóloga", None)),
        ("hilandera del barrio Las Olas", "es", ("hilandera del barrio Las Olas", None)),
        ("logopedista del centro de salud Las Olas", "es", ("logopedista", "centro de salud Las Olas")),
        ("músico limeño", "es", ("músico", None)),
        ("cónsul en esa ciudad costera", "es", ("cónsul", None)),
        ("beekeeper in Lagos", "en", ("beekeeper", None)),
        # no trades
        ("revenue de Libye en 2017", "fr", (None, None)),
        ("blessée à la jambe", "fr", (None, None)),
        ("première de sa classe à Tema", "fr", (None, None)),
        ("désireuse de rentrer à Tema", "fr", (None, None)),
        ("soltera y con dos hijos", "es", (None, None)),
        ("primera de su clase en Tema", "es", (None, None)),
        ("waiting at the Tide College for her test", "en", (None, None)),
        ("médica forense", "es", ("médica forense", None)),
        ("cónsul hondureño", "es", ("cónsul hondureño", None)),
    ],
)
def test_trades_behind_a_name(behind: str, language: str, expected: tuple[str | None, str | None]) -> None:
    assert told(behind, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Habló la periodista chilena Ida Lund Sol.", "es", ("Ida Lund Sol", "periodista", None, None)),
        ("Habló el poeta limeño Ola Vik Sol.", "es", ("Ola Vik Sol", "poeta", None, None)),
        ("« C'est juste », a dit l'actrice malienne Ida Lund.", "fr", ("Ida Lund", "actrice", None, None)),
        ("Habló el ministro hondureño Ola Vik Sol.", "es", ("Ola Vik Sol", "ministro hondureño", None, "HN")),
        ("Fiji’s Trade Director, Mr Ola Vik, spoke.", "en", ("Ola Vik", "Trade Director", None, "FJ")),
        ("Fiji’s leading novelist, Ms Ida Lund, spoke.", "en", ("Ida Lund", "novelist", None, None)),
        ("Mrs Ida Lund (Norway) continues as Rapporteur.", "en", ("Ida Lund", "Rapporteur", None, "NO")),
        ("Mme Ida Lund (Norvège) a été élue Rapporteuse.", "fr", ("Ida Lund", "Rapporteuse", None, "NO")),
        ("La Sra. Ida Lund (Noruega) fue elegida Relatora.", "es", ("Ida Lund", "Relatora", None, "NO")),
    ],
)
def test_trades_and_states_around_a_name(text: str, language: str, expected: Row) -> None:
    assert rows(text, language) == [expected]


@pytest.mark.parametrize(
    ("position", "post", "body"),
    [
        ("inspectrice de la POLMAR", "inspectrice", "POLMAR"),
        ("sergente au CODEMAR", "sergente", "CODEMAR"),
        ("inspector del IPM", "inspector", "IPM"),
        ("officer at the RMPF", "officer", "RMPF"),
        ("responsable du VIH", "responsable du VIH", None),
        ("encargada de las TIC", "encargada de las TIC", None),
        ("ministre de la RCA", "ministre de la RCA", None),
        ("periodista de Hoja Suelta", "periodista", "Hoja Suelta"),
        ("periodista del diario El Muelle", "periodista", "El Muelle"),
        ("journaliste à Rivages Info", "journaliste", "Rivages Info"),
        ("journaliste pour Rivages", "journaliste", "Rivages"),
        ("reporter for The Tide", "reporter", "The Tide"),
        ("periodista de Honduras", "periodista de Honduras", None),
        ("periodista de San Rafael", "periodista de San Rafael", None),
        ("journaliste à Rouen", "journaliste à Rouen", None),
        ("journaliste à Kolma", "journaliste à Kolma", None),
        (
            "Head of Berth and Pilot Department of the Police of Fiji",
            "Head of Berth and Pilot Department",
            "Police of Fiji",
        ),
        ("Head of Legal Department of the Tide Agency of Fiji", "Head of Legal Department", "Tide Agency of Fiji"),
        ("Head of the Department of Ports of Fiji", "Head", "Department of Ports of Fiji"),
        ("Head of Office of IOM Malta", "Head of Office", "IOM Malta"),
        ("Jefa de Oficina de la OIM Perú", "Jefa de Oficina", "OIM Perú"),
        ("Head of the IOM Regional Office in Lagos", "Head of the IOM Regional Office in Lagos", "IOM"),
    ],
)
def test_posts_and_their_bodies(position: str, post: str, body: str | None) -> None:
    assert split_post(position) == (post, body)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Head, Skills and Employability Branch, ILO", ("Head, Skills and Employability Branch", "ILO", None)),
        (
            "Jefa de la División de Comercio, Medio Ambiente y Cambio Climático, OIM",
            ("Jefa de la División de Comercio, Medio Ambiente y Cambio Climático", "OIM", None),
        ),
        (
            "Jefa de la Unidad de Género, Niñez y Juventud, Ministerio de Puertos, Chile",
            ("Jefa de la Unidad de Género, Niñez y Juventud", "Ministerio de Puertos", "CL"),
        ),
        (
            "Cheffe de la Division Genre, Enfance et Jeunesse, Ministère des Ports, Togo",
            ("Cheffe de la Division Genre, Enfance et Jeunesse", "Ministère des Ports", "TG"),
        ),
        (
            "Head of Migration, Trade and Climate Change Unit, IOM",
            ("Head of Migration, Trade and Climate Change Unit", "IOM", None),
        ),
        (
            "Director, Immigration, Ports and Citizenship Canada",
            ("Director, Immigration", "Ports and Citizenship Canada", None),
        ),
        (
            "Director, Immigration, Refugees and Citizenship Fiji",
            ("Director", "Immigration, Refugees and Citizenship Fiji", None),
        ),
        ("Inmigración, Refugiados y Ciudadanía Chile", (None, "Inmigración, Refugiados y Ciudadanía Chile", None)),
        (
            "Director, Trade Policy, Human Resources and Social Development Fiji",
            ("Director, Trade Policy", "Human Resources and Social Development Fiji", None),
        ),
        ("Head of Education, Norway", ("Head of Education", None, "NO")),
        ("Director of Labour, Lagos and Abuja Office", ("Director of Labour", "Lagos and Abuja Office", None)),
        (
            "Head of Research at Statistics Norway, have confirmed their presence",
            ("Head of Research", "Statistics Norway", None),
        ),
    ],
)
def test_fields_behind_commas(behind: str, expected: tuple[str | None, str | None, str | None]) -> None:
    (person,) = read_people(f"Ms. Ida Lund, {behind}")
    assert (person.position, person.organization, person.country) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("the representative, Ms. Ida Lund, Chairperson of the Tide Guild", ("Chairperson", "Tide Guild")),
        ("la representante, Sra. Ida Lund, Presidenta del Consejo del Mar", ("Presidenta", "Consejo del Mar")),
        ("the Director of Ports, Ms. Ida Lund", ("Director of Ports", None)),
        ("the moderator, Ms. Ida Lund, Tide Guild", ("moderator", "Tide Guild")),
    ],
)
def test_what_stands_behind_tells_more_than_a_bare_noun(line: str, expected: tuple[str | None, str | None]) -> None:
    (person,) = read_people(line)
    assert (person.position, person.organization) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("مفتشة في شرطة الموانئ", ("مفتشة", "شرطة الموانئ", None)),
        ("صحفي في جريدة الميناء", ("صحفي", "جريدة الميناء", None)),
        ("القنصل العام لتونس في بيروت", ("القنصل العام لتونس في بيروت", None, "TN")),
    ],
)
def test_arabic_trades(behind: str, expected: tuple[str | None, str | None, str | None]) -> None:
    (row,) = rows(f'وقالت سلمى كريم، {behind}: "نعم، سنواصل العمل مع الناس هنا".', "ar")
    assert row[1:] == expected


def test_and_still_joins_people() -> None:
    people = read_people("Ms. Ida Lund, Head of Labour Migration and Ola Vik, Head of Ports, IOM")
    assert [(person.name, person.position) for person in people] == [
        ("Ida Lund", "Head of Labour Migration"),
        ("Ola Vik", "Head of Ports"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ida Lund is Consul for Ferries at the Consulate of Chile. She joined in 1998.", ("Consul for Ferries", "CL")),
        ("Mme Ida Lund est directrice de la Ligue de la mer.", ("directrice", None)),
        ("Sra. Ida Lund es directora de la Red del Mar.", ("directora", None)),
        ("Ms. Ida Lund is moderator of the panel", (None, None)),
        ("Ms. Ida Lund is moderating", (None, None)),
    ],
)
def test_a_post_behind_is(line: str, expected: tuple[str | None, str | None]) -> None:
    (person,) = read_people(line, single=True)
    assert (person.position, person.country) == expected


def listed(*lines: str) -> list[Row]:
    body = "\n\n".join(["URL: https://www.iom.int/events/nets", "Webinar on nets", "A webinar on 12 May 2024.", *lines])
    found = parse(body.encode(), None, "text/plain").people
    return [(p.name, p.position, p.organization, p.country) for p in found]


def test_a_life_below_a_name() -> None:
    assert listed(
        "Panelistas",
        "Mtra. Ida Lund Sol",
        "Coordinadora de la Línea contra la Trata, Consejo del Mar. Bióloga, con quince años de experiencia.",
        "Ola Vik Paz",
        "Jefe de Puertos, Policía Nacional de Chile. Trabajó en Tema.",
    ) == [
        ("Ida Lund Sol", "Coordinadora de la Línea contra la Trata", "Consejo del Mar", None),
        ("Ola Vik Paz", "Jefe de Puertos", "Policía Nacional de Chile", "CL"),
    ]


def test_a_sentence_below_a_name_that_is_no_affiliation() -> None:
    assert listed("Panellists", "Ms. Ida Lund", "The webinar is free, and all are welcome. Please write to us.") == [
        ("Ida Lund", None, None, None)
    ]


def test_a_line_of_contact_that_is_asked_for_itself() -> None:
    lines = (
        "For more information, please contact:\n"
        "In Lagos: Ida Lund, Spokesperson, ilund@example.org\n"
        "Tide Media Centre, media@example.org"
    )
    assert rows(lines, "en") == [("Ida Lund", "Spokesperson", None, None)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Dateline\nOla Vik, Director of the National Ferry Agency in Togo, spoke about it.", "TG"),
        ("Dateline\nM. Ola Vik, directeur de l'Agence nationale des ports au Togo, a pris la parole.", "TG"),
        ("Dateline\nوتحدث الدكتور سالم كريم ناصر، مدير الوكالة الوطنية للموانئ في النيجر، عن التجربة.", "NE"),
        ("Dateline\nOla Vik, Director of the National Ferry Agency in Lagos, spoke about it.", None),
    ],
)
def test_the_state_behind_a_body(text: str, state: str | None) -> None:
    body = f"URL: https://www.iom.int/news/x\n\n{text}".replace("\n", "\n\n")
    (person,) = parse(body.encode(), None, "text/plain").people
    assert person.country == state
