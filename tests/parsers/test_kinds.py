"""Event, press release or something else: what speaks for each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.agenda.items import Agenda
from parsers.kinds import KindReading, kind_of
from parsers.page import Block, Page, assemble
from tests.parsers.prose_pages import page_of

AWAY = "https://www.iom.int/a-page"


def kind(page: Page) -> KindReading:
    return kind_of(page, Agenda())


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.iom.int/news/council-opens", "press_release"),
        ("https://www.iom.int/fr/news/le-conseil", "press_release"),
        ("https://environmentalmigration.iom.int/events/dust", "event"),
        ("https://www.iom.int/speeches/council", "other"),
        ("https://publications.iom.int/books/x", "other"),
        ("https://www.iom.int/countries/kenya", "other"),
    ],
)
def test_the_address(url: str, expected: str) -> None:
    assert kind(page_of("Wells were dug and roofs were laid.", url=url)).kind == expected


def test_an_imprint_makes_a_book_of_a_meeting() -> None:
    told = "The papers of a round table which IOM held in Lisbon on 26 September 2002.\n09:00 to 10:00 Panel 1\n11:00 Panel 2"
    imprint = "ISSN 1234-5678\nYear of publication: 2003\nEdited by Ada Obi\n"
    assert kind(page_of(told, title="Round Table on Work", url=AWAY)).kind == "event"
    assert kind(page_of(imprint + told, title="Round Table on Work", url=AWAY)).kind == "other"


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "Geneva – Six buses with 214 refugees crossed the border at Kobero on Monday in the first convoy of the year, and"
            " sang.\nFor more information, please contact Jo Omari, IOM Geneva.",
            "First Buses Home",
            "press_release",
        ),
        (
            "Joint statement by IOM and UNHCR\nWe ask all States of the region to open a port and to share the care of those"
            " who land.",
            "No Family Should Be Sent Back",
            "press_release",
        ),
        (
            "IOM Malta has the pleasure of inviting you to a breakfast at the Garrison Chapel.\nCoffee is served at eight.",
            "Integration Breakfast",
            "event",
        ),
        ("Mar 21, 2019 - Event\nIOM briefs its Member States in Geneva on dust, wind and fields.", None, "event"),
        (
            "Hosted by the Government of Namibia, the meeting was held in Windhoek on 3 and 4 June 2009 and let secretariats"
            " compare how they prepare a round.",
            "Meeting of Secretariats",
            "event",
        ),
        (
            "La réunion s'est tenue à Dakar les 12 et 13 mai 2014 et a réuni des armateurs, des syndicats et cinq ministères.",
            "Atelier sur les métiers de la mer",
            "event",
        ),
        (
            "Excellencies, distinguished delegates, ladies and gentlemen,\nI thank the chair for the floor and you for coming.",
            "Closing remarks at the conference",
            "other",
        ),
        ("Duty station: Dakar\nClosing date: 25 March 2024\nHow to apply", "Head of Programmes, P-4", "other"),
        (
            "First Global Meeting\nHeld in Valparaíso in 2006, the first meeting gathered nine secretariats.\nSecond Global"
            " Meeting\nHosted by Oman in 2008, it adopted a common form.",
            "Harbour Dialogues",
            "other",
        ),
        ("The mission was opened in 1999 and has 84 staff.", "Timor-Leste", "other"),
        (
            "النيجر - نقلت المنظمة الدولية للهجرة يوم الاثنين ألفي عامل.\nلمزيد من المعلومات يرجى الاتصال بجان.",
            "عودة عمال",
            "press_release",
        ),
    ],
)
def test_the_text(text: str, title: str | None, expected: str) -> None:
    reading = kind(page_of(text, title=title, url=AWAY))
    assert reading.kind == expected, reading.reasons


@pytest.mark.parametrize(
    "head", ["Displaying 1 - 10 of 148", "Affichage 1 - 6 sur 148", "Mostrando 1 - 10 de 148", "عرض 1 - 10 من 148"]
)
def test_the_head_of_a_list_of_pages_makes_a_list(head: str) -> None:
    cards = (
        "\nGeneva – A bakery opens in the old town by the river, and the bread is sold before the sun is up, they say."
    )
    page = page_of(head + cards * 3, title="News", url=AWAY)
    page.tag = "News Local"
    assert kind(page).kind == "other"
    page = page_of("Tables 1 - 10 of 148" + cards * 3, title="News", url=AWAY)
    page.tag = "News Local"
    assert kind(page).kind == "press_release"


@pytest.mark.parametrize("more", ["Read more", "Lire la suite", "Leer más »", "اقرأ المزيد"])
def test_entries_that_lead_to_pages_make_a_list(more: str) -> None:
    url = "https://www.iom.int/news?page=2"
    entry = (
        f"A Bakery Opens\nGeneva – A bakery opens in the old town by the river, and the bread is sold early.\n{more}\n"
    )
    assert kind(page_of(entry * 4, title="News", url=url)).kind == "other"
    release = "Geneva – A bakery opens in the old town by the river, and the bread is sold early, they say.\n" * 8
    assert kind(page_of(release + f"{more}\n" * 3, title="A Bakery", url=url)).kind == "press_release"


@pytest.mark.parametrize(
    "posted", ["Posted on Tuesday, 03-06-2008", "Publié le mardi 3 juin 2008", "3 de junio de 2008"]
)
def test_a_day_of_posting_over_running_text_makes_a_release(posted: str) -> None:
    told = "Savers and bankers sit at long tables, and nobody has a lectern, as one of those who came put it to us.\n"
    assert kind(page_of(f"{posted}\n{told * 4}", title="Savings", url=AWAY)).kind == "press_release"
    assert kind(page_of(told * 4, title="Savings", url=AWAY)).kind == "other"
    assert kind(page_of(f"{posted}\n{told}", title="Savings", url=AWAY)).kind == "other"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            [
                "I was nine when my father gave me my first net. I did not know that I would leave the island with it.",
                "My mother said that the sea takes what it gives. I mended boats in Suva for three long years with others.",
                "Today I teach others how to knot. They drink their tea on the mole, and they listen to all the old tales.",
            ],
            "other",
        ),
        (
            [
                "J'avais neuf ans quand mon père m'a donné un filet. Je ne savais pas que je quitterais l'île avec lui.",
                "Ma mère a dit que la mer prend ce qu'elle donne. J'ai réparé des bateaux à Suva pendant trois longs mois.",
                "Aujourd'hui les autres apprennent à nouer. Ils boivent leur thé sur le môle et ils écoutent les contes.",
            ],
            "other",
        ),
        (
            [
                "Yo tenía nueve años cuando mi padre me dio una red. No sabía entonces que me iría de la isla con ella.",
                "Mi madre dijo que el mar quita lo que da. Arreglé barcos en Suva durante tres años y mandé dinero a casa.",
                "Hoy los otros aprenden a hacer nudos. Toman su té en el muelle y escuchan los cuentos de los viejos.",
            ],
            "other",
        ),
        (
            [
                "“I was nine when my father gave me my first net,” said Ana Brava, who mends nets on the long mole of Suva.",
                "“My mother gave me tea and I went to sea,” she said. The Organization pays for the twine and for the tea of all.",
                "The school of nets has taught three hundred pupils since it was opened, and each of them got a net of blue twine.",
            ],
            "press_release",
        ),
    ],
)
def test_somebodys_own_story_is_no_release(paragraphs: list[str], expected: str) -> None:
    page = page_of(
        "Posted on Tuesday, 03-06-2008\n" + "\n".join(paragraphs), title="The net", url="https://fiji.iom.int/the-net"
    )
    assert kind(page).kind == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Semaine de la mobilité au Cap", "event"),
        ("Semana de la movilidad en Jacó", "event"),
        ("Une semaine chez les Diallo", "other"),
        ("Una semana en la vida de Ana", "other"),
    ],
)
def test_a_week_with_a_name_is_an_event(title: str, expected: str) -> None:
    told = "Entrada libre, entrée libre.\nUne causerie animée par Wilner Dorcély, directeur, le soir."
    assert kind(page_of(told, title=title, url=AWAY)).kind == expected


def test_the_node_type_counts_more_than_the_words() -> None:
    page = page_of("The workshop is held in Dakar on 3 May.", title="Workshop", url=AWAY)
    page.node_type = "press-release"
    assert kind(page).kind == "press_release"
    assert any("node type" in reason for reason in kind(page).reasons)


def test_an_empty_page_is_of_another_kind() -> None:
    assert kind(Page(AWAY, "html")).kind == "other"


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_has_a_kind(text: str) -> None:
    assert kind(page_of(text, url=AWAY)).kind in ("event", "press_release", "other")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("(Lisbon, 10 October 2023) ", "press_release"),
        ("[Lisboa, 10 de octubre de 2023] ", "press_release"),
        ("Lisbon, 10 October 2023: ", "press_release"),
        ("Miami, Florida – ", "press_release"),
        ("Nairobi: ", "other"),
    ],
)
def test_forms_of_a_dateline(head: str, expected: str) -> None:
    text = f"{head}Thirty workers of the port and the guild of net makers mended nets for a week, and for boats too.\nThey had tea."
    assert kind(page_of(text, title="Nets and Boats", url="https://www.iom.int/nets")).kind == expected


def test_a_day_of_posting_over_a_dateline_makes_a_release_of_a_report() -> None:
    told = "Skopje – IOM organized a conference on ropes and bells on 13 and 14 June 2017, which captains of four ferries attended."
    title = "Regional Conference Looks at Ropes and Bells"
    assert kind(page_of(f"Created: Friday, 16 June 2017 10:22\n{told}", title=title, url=AWAY)).kind == "press_release"
    assert kind(page_of(told, title=title, url=AWAY)).kind == "event"


def test_the_address_counts_in_any_case() -> None:
    page = page_of("Wells were dug.", url="https://oficina.iom.int/SITE/es/Noticia/pozos")
    assert kind(page).kind == "press_release"


def test_the_dateline_counts_below_the_title() -> None:
    head = [Block("paragraph", line) for line in ("Lamps", "Home | Lamps | Ropes", "More of the lamps")]
    page = page_of(
        "Lima – The wells that were dug in May have been full of water since the rains of the last week, and the town has put a wall around each."
    )
    page.title = "Wells"
    page.blocks[:0] = [*head, Block("heading", "Wells", level=1)]
    assert any("dateline" in reason for reason in kind(assemble(page)).reasons)


DAYS = "The boats and their ropes can be seen from 6 to 29 April 2018 by the old lighthouse, every day but Monday."


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Exhibition of Ropes", DAYS, "event"),
        ("Job Fair by the Lake", DAYS, "event"),
        (
            "« Cordes » : la caravane part du phare",
            "La caravane partira du phare le samedi 9 novembre 2019 avec neuf bateaux et leurs capitaines.",
            "event",
        ),
        (
            "Concierto de las cuerdas",
            "Los músicos tocarán el miércoles 18 de diciembre de 2019 junto al faro, con nueve botes.",
            "event",
        ),
        (
            "مهرجان الحبال",
            "يستقبل المنظمون الزوار عند المنارة القديمة يوم السبت 14 مايو 2022 مع تسعة قوارب وقباطنتها.",
            "event",
        ),
        (
            "Exhibition of Ropes",
            "The boats and their ropes can be seen by the old lighthouse every day but Monday.",
            "other",
        ),
        ("Ropes of the Lake", DAYS, "other"),
        ("Helping the Migrant Caravan", DAYS, "other"),
        (
            "La caravana migrante llega al faro",
            "Las personas llegaron al faro el miércoles 18 de diciembre de 2019 con nueve botes.",
            "other",
        ),
    ],
)
def test_days_below_a_title_that_names_an_event(title: str, text: str, expected: str) -> None:
    assert kind(page_of(text, title=title, url=AWAY)).kind == expected


def test_a_list_of_past_meetings_is_no_event() -> None:
    lines = [
        f"Workshop on the Ropes of the Lake and Their Knots, Geneva, {n}-{n + 1} October 200{n}" for n in range(3, 8)
    ]
    assert kind(page_of("\n".join(lines), title="Past Workshops", url=AWAY)).kind == "other"
