"""Releases that announce: days behind "When:", fairs to come, statements of a day; towns before a full stop."""

import pytest

from parsers import read_record
from parsers.record import Record

TAIL = "More lamps and ropes were given to those who had lost theirs in the flood. Nobody said a word more about them."


def read(title: str, day: str, text: str, kind: str = "news") -> Record:
    body = f"URL: https://www.iom.int/{kind}/x-y\n\n{title}\n{day}\n\n{text}\n\n{TAIL}\n"
    return read_record(body.encode(), None, "text/plain").record


@pytest.mark.parametrize(
    ("title", "posted", "lines", "venue", "country"),
    [
        (
            "Media Advisory: Launch of the Rope Atlas, Geneva, 23 November",
            "20 November 2017",
            "What: Launch of the Rope Atlas\nWhen: Thursday, 23 November 2017, 10:30-12:00\nWhere: Room XXIV, Palais des Nations, Geneva",
            "Room XXIV, Palais des Nations",
            "CH",
        ),
        (
            "Avis aux médias : les cordes du port",
            "20 novembre 2017",
            "Quand : jeudi 23 novembre 2017, 10h30-12h00\nOù : Hôtel du Phare, Dakar",
            "Hôtel du Phare",
            "SN",
        ),
        (
            "Aviso a los medios: el Atlas de las cuerdas",
            "20 de noviembre de 2017",
            "Cuándo: jueves 23 de noviembre de 2017, 10:30\nDónde: Hotel del Faro, Bogotá, Colombia",
            "Hotel del Faro",
            "CO",
        ),
        (
            "دعوة صحفية: إطلاق أطلس الحبال",
            "20 نوفمبر 2017",
            "متى: الخميس 23 نوفمبر 2017، 10:30\nأين: فندق المنارة، عمان، الأردن",
            "فندق المنارة",
            "JO",
        ),
    ],
)
def test_an_invitation_to_the_press(title: str, posted: str, lines: str, venue: str, country: str) -> None:
    record = read(title, posted, lines)
    assert (record.kind, record.published, record.start_date) == ("press_release", "2017-11-20", "2017-11-23")
    assert (record.location.venue, record.location.country) == (venue, country)


def test_the_day_of_a_release_is_not_that_of_its_event() -> None:
    assert read("New Ropes for Koror", "", f"Date: 20 November 2017\n\nThe ropes are blue. {TAIL}").start_date is None


def test_a_labelled_place_beside_the_only_hours() -> None:
    lines = "What: Launch of the Rope Atlas\nWhen: Thursday, 23 November 2017, 10:30-12:00\nWhere: Palais des Nations, Geneva"
    assert read("Launch of the Rope Atlas", "", lines, "events").location.city == "Geneva"


@pytest.mark.parametrize(
    "text",
    [
        "Geneva – Ana Lopez, IOM Director General, issued this statement today:",
        "Geneva/Rome – The heads of IOM and UNHCR today issued the following statement on a boat off Libya.",
        "Geneva – The Director General released a short statement today on the fate of nine ropes and their lamps.",
        "Genève – La Directrice générale de l'OIM a publié aujourd'hui la déclaration suivante au sujet des cordes.",
        "Ginebra – La Directora General de la OIM emitió hoy la siguiente declaración sobre las cuerdas del puerto.",
        "جنيف – أصدرت المديرة العامة للمنظمة الدولية للهجرة آنا لوبيز اليوم البيان التالي بشأن غرق السفينة قبالة السواحل.",
    ],
)
def test_a_statement_s_day_is_no_event_s(text: str) -> None:
    assert read("A Word on Ropes", "18 August 2023", text).start_date is None


@pytest.mark.parametrize(
    "text",
    [
        "Geneva – IOM handed over nine ropes and a lamp to the harbour of Koror today.",
        "Geneva – Ministers of nine states at a conference on ropes issued a joint statement today.",
        "Ginebra – La OIM entregó hoy nueve cuerdas y una lámpara al puerto de Koror.",
    ],
)
def test_what_was_done_that_day_is_one(text: str) -> None:
    assert read("A Word on Ropes", "18 August 2023", text).start_date == "2023-08-18"


@pytest.mark.parametrize(
    "text",
    [
        "Panama City – IOM announced a series of rope fairs that will reach ten towns of Peru between 18 October and 26 November 2021.",
        "Lima – La OIM anunció hoy una serie de ferias que llegará a diez ciudades entre el 18 de octubre y el 26 de noviembre de 2021.",
        "Dakar – L'OIM a annoncé une série de spectacles qui parcourront dix villes du 18 octobre au 26 novembre 2021.",
    ],
)
def test_a_clause_on_events_tells_their_days(text: str) -> None:
    record = read("Ropes for Ten Towns", "12 October 2021", text)
    assert (record.start_date, record.end_date) == ("2021-10-18", "2021-11-26")


def test_a_clause_on_other_things_does_not() -> None:
    text = "Lima – IOM is helping families that lost their ropes in storms between 1 and 10 October 2021."
    assert read("Ropes for Ten Towns", "12 October 2021", text).start_date is None


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        (
            "Kisumu, Kenya. IOM taught 62 guards of three counties how to tie a rope to a lamp this week.",
            "Kisumu",
            "KE",
        ),
        ("Agadez, Niger. L'OIM a formé 62 gardes de trois régions à l'art des cordes et des lampes.", "Agadez", "NE"),
        ("San José, Costa Rica. La OIM capacitó a 62 guardias de tres regiones en cuerdas.", "San José", "CR"),
        (
            "البصرة، العراق. درّبت المنظمة الدولية للهجرة 62 حارساً من ثلاث محافظات على ربط الحبال هذا الأسبوع.",
            "البصرة",
            "العراق",
        ),
        ("Kenya, Uganda. Two countries share a lake and the ropes that cross it from pier to pier.", None, None),
        ("Update, Kenya. The ropes that were lost in the flood of March have been found again.", None, None),
    ],
)
def test_a_town_and_its_country_before_a_full_stop(text: str, city: str | None, country: str | None) -> None:
    location = read("Guards and Their Ropes", "30 September 2021", text).location
    assert location.city == city
    if city is not None:
        assert location.country == ("IQ" if country == "العراق" else country)
