"""Where a page's event is, or where a release was issued."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.dates.finding import find_dates
from parsers.page import Block, Page, assemble
from parsers.places.location import locate
from parsers.record import Kind, Location
from parsers.words.phrases import tokenise
from tests.parsers.prose_pages import page_of

Place = tuple[str | None, str | None, str | None]  # venue, city, country


def where(page: Page, kind: Kind) -> Location:
    """The place of a page; the first day that it prints stands for the event's."""
    mention = next((mention for mention in find_dates(page.text) if mention.days), None)
    span = (mention.start, mention.end) if mention else (0, 0)
    location, evidence = locate(page, kind, tokenise(page.text), span, set())
    for entry in evidence:
        value = getattr(location, entry.fact.removeprefix("location/"))
        if entry.basis is None and entry.fact in ("location/venue", "location/city"):
            assert page.text[entry.start : entry.end] == value
    return location


def place(page: Page, kind: Kind) -> Place:
    location = where(page, kind)
    return location.venue, location.city, location.country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Geneva – IOM's Council began yesterday with delegates from all over the world in the hall.",
            (None, "Geneva", "CH"),
        ),
        (
            "Geneva – The Council began yesterday (27/11) in Geneva, Switzerland, at the United Nations Office.",
            ("United Nations Office", "Geneva", "CH"),
        ),
        (
            "Vienna – Officers of 22 states came on 12 November 2018 to learn at the Diplomatic Academy of Vienna, and in pairs.",
            ("Diplomatic Academy of Vienna", "Vienna", "AT"),
        ),
        (
            "San José – El 5 de junio de 2024 abrió en la Antigua Aduana la feria de empleo para personas migrantes.",
            ("Antigua Aduana", "San José", "CR"),
        ),
        (
            "Geneva – At the Palais des Nations in Geneva, IOM's forum for open debate is in progress today.",
            ("Palais des Nations", "Geneva", "CH"),
        ),
        ("Switzerland - Chiefs of Mission from all of IOM began three days of meeting yesterday.", (None, None, "CH")),
        (
            "Ecuador: Las cancillerías de Ecuador y Colombia pusieron en marcha el lunes un registro.",
            (None, None, "EC"),
        ),
        ("Sénégal − Soixante piroguiers de Saint-Louis ont suivi un cours de signalement en mer.", (None, None, "SN")),
        (
            "النيجر - نقلت المنظمة الدولية للهجرة يوم الاثنين ألفي عامل من بلدة ديركو إلى غانا ومالي.",
            (None, None, "NE"),
        ),
        (
            "Bruxelles, le 5 mai 2023 – Le Bureau a tenu les 3 et 4 mai un forum au Palais d'Egmont à Bruxelles.",
            ("Palais d'Egmont", "Bruxelles", "BE"),
        ),
        (
            "Chad – IOM trained judges last week (12-14/05).\nThe course, held at the National School of Justice, was long.",
            ("National School of Justice", None, "TD"),
        ),
    ],
)
def test_releases(text: str, expected: Place) -> None:
    assert place(page_of(text, title="A Release"), "press_release") == expected


@pytest.mark.parametrize(
    ("title", "url", "country"),
    [
        ("Burundi: First Buses Home from Tanzania", "https://www.iom.int/news/x", "BI"),
        ("Wells Dug in Chad", "https://www.iom.int/news/x", "TD"),
        ("Ambassadors Visit Farms", "https://georgia.iom.int/news/x", "GE"),
        ("Ambassadors Visit Farms", "https://www.iom.int/news/x", None),
    ],
)
def test_a_release_without_a_dateline(title: str, url: str, country: str | None) -> None:
    page = page_of("Six buses crossed the border on Monday in the first convoy of the year.", title=title, url=url)
    assert place(page, "press_release") == (None, None, country)


def test_a_digest_has_no_place() -> None:
    text = "HAITI - Clinic Opens - A small clinic was opened yesterday at Port-au-Prince's airport by the minister."
    assert place(page_of(text, title="IOM press briefing notes 18 Jan 2008"), "press_release") == (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "IOM calls together those who look after travellers at crossings. Venue: Hotel Mirador, Panama City, Panama.",
            ("Hotel Mirador", "Panama City", "PA"),
        ),
        (
            "El taller tendrá lugar en Villamonte, Paraguay, del 30 al 31 de octubre de 2017.\nDra. Ana Ruiz, Fiscal, Paraguay",
            (None, "Villamonte", "PY"),
        ),
        (
            "You are invited to a breakfast on Tuesday, 20 June, 2017 at the Garrison Chapel, Valletta.",
            ("Garrison Chapel", "Valletta", "MT"),
        ),
        (
            "IOM and the Institute hold the meeting at the Sheraton Grand Conakry, Conakry, Guinea.",
            ("Sheraton Grand Conakry", "Conakry", "GN"),
        ),
        (
            "Dakar, 11 et 12 octobre 2006\nHôtel Téranga\nCeux qui sont partis bâtissent.",
            ("Hôtel Téranga", "Dakar", "SN"),
        ),
        ("Sede: Casa de la Cultura, La Paz, de 10:00 a 12:30, hora de Bolivia", ("Casa de la Cultura", "La Paz", "BO")),
        (
            "Auditorio del Banco Central, La Paz. Habrá traducción al aymara.",
            ("Auditorio del Banco Central", "La Paz", "BO"),
        ),
        (
            "La session se tient à Dakar, au Centre international de conférences Abdou Diouf, le mardi 6 juin 2023.",
            ("Centre international de conférences Abdou Diouf", "Dakar", "SN"),
        ),
        (
            "Estos son los actos paralelos que la OIM organiza o acompaña en Dubái, Emiratos Árabes Unidos.",
            (None, "Dubái", "AE"),
        ),
        (
            "The workshop takes place in Addis Ababa, Ethiopia, at the United Nations Conference Centre. It is in English.",
            ("United Nations Conference Centre", "Addis Ababa", "ET"),
        ),
        (
            "Lugar y fecha: Tulcán, auditorio de la Escuela del Faro, del 28 al 30 de noviembre de 2018",
            ("auditorio de la Escuela del Faro", "Tulcán", "EC"),
        ),
        ("المكان: فندق الميناء، عمّان. التوقيت المحلي لمدينة عمّان.", ("فندق الميناء", "عمّان", "JO")),
        ("On 21 March 2019 IOM briefs its Member States in Geneva on dust and displacement.", (None, "Geneva", "CH")),
        (
            "The consul general of Chile in Geneva will moderate the discussion of the handbook online.",
            (None, None, None),
        ),
        (
            "Usually the United Nations in New York houses the opening; the session takes place online on 2 March 2022.",
            (None, None, None),
        ),
        ("Une première réunion avait eu lieu à Nouakchott. On y parle de puits et de sel.", (None, None, None)),
        (
            "Location: Cebu City, Philippines, 20 Sep 2024\nThe lab draws on much work."
            "\nIt will take place on 20-21 September 2024 at the Tamarind Hall.",
            ("Tamarind Hall", "Cebu City", "PH"),
        ),
        (
            "Location: Cebu City, Philippines, 20 Sep 2024\nThe lab draws on much work."
            "\nIt was announced at a lunch held in 2024 at the Tamarind Hall.",
            (None, "Cebu City", "PH"),
        ),
        (
            "Fête du conte, mardi 4 mai 2021\nLa manifestation aura lieu à la Maison du Lac, avenue des Pins, Rabat.",
            ("Maison du Lac", "Rabat", "MA"),
        ),
        (
            "L'OIM et l'Agence nationale ouvrent, à l'Hôtel Africa de Tunis, un atelier de réflexion sur les contrats d'été.",
            ("Hôtel Africa", "Tunis", "TN"),
        ),
        (
            "Over two mornings in Conference Room 11, United Nations Headquarters, New York, officials meet to compare registers.",
            ("Conference Room 11, United Nations Headquarters", "New York", "US"),
        ),
        (
            "Foro sobre trabajo\nCiudad de México, del 30 de octubre al 1 de noviembre de 2017\nCentro Cultural Tlatelolco",
            ("Centro Cultural Tlatelolco", "Ciudad de México", "MX"),
        ),
    ],
)
def test_events(text: str, expected: Place) -> None:
    assert place(page_of(text, title="An Event"), "event") == expected


def test_a_field_with_a_label_that_names_the_venue() -> None:
    page = Page("https://www.iom.int/events/x", "html", title="Conversatorio")
    page.blocks = [
        Block("heading", "Conversatorio", level=1),
        Block("field_value", "Tumaco, Colombia", field="field-location"),
        Block("paragraph", "Sede: Casa de la Cultura, Tumaco, de 10:00 a 12:30", field="body"),
        Block("paragraph", "Participan:", field="body"),
    ]
    venue, city, country = place(assemble(page), "event")
    assert (city, country) == ("Tumaco", "CO")
    assert (venue or "").startswith("Casa de la Cultura")


@pytest.mark.parametrize(
    ("text", "online"),
    [
        ("The session is held online on 3 May 2021.", True),
        ("La conférence s'est tenue en mode hybride le 3 mai 2021.", True),
        ("El seminario web se realizará el 3 de mayo de 2021.", True),
        ("تعقد الجلسة عبر الإنترنت يوم 3 مايو 2021.", True),
        ("The meeting launches an online course on 3 May 2021 in Geneva.", False),
        ("The meeting takes place in Geneva on 3 May 2021.", False),
    ],
)
def test_online(text: str, online: bool) -> None:
    assert where(page_of(text, title="An Event"), "event").online is online


@given(st.text(max_size=200), st.sampled_from(["event", "press_release"]))
@settings(max_examples=80, deadline=None)
def test_any_text_gives_a_place_or_none(text: str, kind: Kind) -> None:
    location = where(page_of(text, title=text[:15] or None), kind)
    assert location.country is None or len(location.country) == 2
