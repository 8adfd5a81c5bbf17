"""The state that officials speak for: named in their body or post, else the page's own."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.people.affiliation.reading import affiliation
from parsers.people.states import add_states
from parsers.record import Appearance, Location

PLACE = (10, 15)


def state_of(position: str | None, body: str | None, *, at: Location | None = None, text: str = "") -> str | None:
    person = Appearance("A B", "speaker", position, body)
    add_states([person], at or Location(), PLACE if at else None, text)
    return person.country


@pytest.mark.parametrize(
    ("position", "body", "state"),
    [
        ("Deputy Governor", "Bank of Ghana", "GH"),
        ("Director", "Ministry of Labour of Kenya", "KE"),
        ("Cabinet Secretary", "Kenya’s Ministry of East African Community and Labour", "KE"),
        (None, "Romanian Office for Immigration", "RO"),
        ("Commissioner", "Uganda Revenue Authority", "UG"),
        ("Secretary of Labour of Bangladesh", None, "BD"),
        ("Directora General", "Instituto Nacional de Migración de México", "MX"),
        (None, "Policía Nacional del Ecuador", "EC"),
        ("Directeur", "Agence nationale de lutte contre la traite du Niger", "NE"),
        ("مديرة المدفوعات", "البنك المركزي التونسي", "TN"),
        ("Document Expert", "Royal Netherlands Marechaussee", "NL"),
        ("Deputy Commander", "Border Troops of Tajikistan", "TJ"),
        ("Secretary of Social Welfare of the Philippines", None, "PH"),
        (None, "Fiji Council of Social Services", None),
        ("Prosecutor", "International Criminal Court in Kenya", None),
        ("Pilot", "Royal Jordanian Airlines", None),
        ("Professor", "University of Ghana", None),
        ("Secretary General", "Kenya Red Cross Society", None),
        ("Chief of Mission", "IOM Kenya", None),
        ("Country Representative", "UNICEF Chad", None),
        ("President", "Chamber of Commerce of Peru", None),
        ("former Minister of Labour of Kenya", None, None),
        ("Directrice", "Agence de presse du Niger", None),
        ("Deputy Mayor", "Municipality of Tunis", None),
        # parliaments and chambers of courts; no chambers of trade, no parliaments of many states
        ("Députée", "Parlement du Togo", "TG"),
        ("Presidenta", "Comisión de Puertos, Senado de Chile", "CL"),
        ("Diputado", "Cámara de Diputados de Chile", "CL"),
        ("Députée", "Parlement européen au Togo", None),
        ("Presidente", "Cámara de Comercio de Chile", None),
        # a body that a state has, in the possessive; a name that is a given name elsewhere
        ("deputy head", "Moldova's Centre for Ferries", "MD"),
        ("deputy head", "Moldova's Ferry Consortium", None),
        ("Director", "Kenya Bureau of Ports", "KE"),
        ("Director", "National Ports Authority of Kenya", "KE"),
        # governments that are no state's
        ("Minister", "Government of the Republic of Serbia", "RS"),
        ("وزير", "حكومة العراق", "IQ"),
        # known by its name, whatever else that says
        (None, "Overseas Pakistanis Foundation", "PK"),
        ("Mission Director", "USAID Regional Mission for Asia", "US"),
        (None, "USAID Ferry Foundation", None),
        ("المدير العام", "الهيئة المصرية للموانئ", "EG"),
    ],
)
def test_state_named_in_body_or_post(position: str | None, body: str | None, state: str | None) -> None:
    assert state_of(position, body) == state


@pytest.mark.parametrize(
    ("position", "body", "state"),
    [
        ("Minister of Labour", None, "HN"),
        ("Directora General", "Servicio Nacional de Migración", "HN"),
        ("Directeur", "Office national d'identification", "HN"),
        ("Principal Secretary", "State Department for Diaspora Affairs", "HN"),
        ("Minister of Labour", "Cabinet", "HN"),
        (None, "National Ports Authority", "HN"),
        (None, "National Ferry Training Board (NFTB)", "HN"),
        (None, "National Ferry Owners Union", None),
        (None, "National Red Cross Authority", None),
        (None, "Autoridad Nacional de Puertos", "HN"),
        (None, "Instance nationale des ports", "HN"),
        (None, "المرصد الوطني للموانئ", "HN"),
        ("Chair", "Parliamentary Committee on Ports", "HN"),
        ("Chairman of the Parliamentary Caucus on Ports", None, "HN"),
        ("President", "Criminal Chamber", "HN"),
        ("Présidente", "Chambre criminelle", "HN"),
        ("President", "Chamber of Ferries", None),
        ("Congresista", None, "HN"),
        ("Subsecretario de Puertos", "Gobierno de Alta Vega", None),
        ("Gerente de Puertos", "Gobierno Regional de Vega", None),
        ("Minister of Ports", "Government of Zarnland", None),
        ("وزيرة الموانئ", "حكومة إقليم الرمل", None),
        ("Ministra", "Gobierno Nacional", "HN"),
        ("Ministre", "Gouvernement de transition", "HN"),
        ("Conseillère au cabinet", "Ministère du Travail", "HN"),
        ("Jefa de un equipo", "Ministerio de Salud", "HN"),
        ("عضو", "المجلس القومي للمرأة", "HN"),
        ("Deputy Prosecutor-General", None, "HN"),
        ("High Court judge", None, "HN"),
        ("Gouverneure adjointe de Kolda", None, "HN"),
        ("العميد", "القوات المسلحة", "HN"),
        ("UN High Commissioner for Refugees", None, None),
        ("Président", "Conseil national de la jeunesse", None),
        ("Ambassador", None, None),
        ("Consul General", None, None),
        ("Permanent Representative", None, None),
        ("UN Under-Secretary-General", None, None),
        ("Secretary-General", None, None),
        ("Director", "Directorate of Programmes, African Union", None),
        ("President", "National Federation of Growers", None),
        ("Director", "Permanent Mission", None),
        ("farmer", None, None),
        (None, None, None),
    ],
)
def test_the_pages_own_state_for_its_officials(position: str | None, body: str | None, state: str | None) -> None:
    assert state_of(position, body, at=Location(city="La Ceiba", country="HN")) == state


def test_the_pages_state_is_marked_as_inferred() -> None:
    inferred = Appearance("A B", "opening", "Minister of Labour")
    named = Appearance("C D", "speaker", "Governor", "Bank of Ghana")
    add_states([inferred, named], Location(country="HN"), PLACE, "")
    assert (inferred.country, inferred.country_span) == ("HN", PLACE)
    assert (named.country, named.country_span) == ("GH", None)


@pytest.mark.parametrize("city", ["Geneva", "Genève", "New York", "Viena"])
def test_no_state_of_a_seat_of_international_organisations(city: str) -> None:
    assert state_of("Minister of Health", None, at=Location(city=city, country="CH")) is None


def test_no_state_where_several_other_states_speak() -> None:
    others = [
        Appearance("C D", "speaker", "Minister", None, "KE"),
        Appearance("E F", "speaker", "Minister", None, "UG"),
    ]
    person = Appearance("A B", "speaker", "Minister of Labour")
    add_states([*others[:1], person], Location(country="TZ"), PLACE, "")
    assert person.country == "TZ"
    person.country = person.country_span = None
    add_states([*others, person], Location(country="TZ"), PLACE, "")
    assert person.country is None


def test_contacts_speak_for_no_state() -> None:
    contact = Appearance("A B", "contact", None, "Ministry of Labour")
    add_states([contact], Location(country="HN"), PLACE, "")
    assert contact.country is None


def test_an_acronym_of_a_known_state_body_is_read_with_the_state_behind_it() -> None:
    text = "El Instituto Nacional de Migración (INM) de México abrió la ventanilla."
    assert state_of("Subdelegado", "INM", text=text) == "MX"


def test_a_national_programme_is_of_the_page_s_state() -> None:
    text = "le Programme national d'hygiène aux ports (PNHP)"
    assert state_of("Directeur", "PNHP", at=Location(country="CD"), text=text) == "CD"


def test_an_acronym_is_read_as_what_the_page_spells_out() -> None:
    text = "La OIM y la Superintendencia Nacional de Educación (SUNEDU) y el Club de Lectores (CLUB)"
    at = Location(city="Lima", country="PE")
    assert state_of("Superintendente", "SUNEDU", at=at, text=text) == "PE"
    assert state_of("Presidenta", "CLUB", at=at, text=text) is None
    assert state_of("Superintendente", "SUNEDU", at=at) is None
    beside = "el Ministerio de Salud Pública (MSPAS) de Guatemala"
    assert state_of("Director", "MSPAS", at=at, text=beside) == "GT"
    joint = "el Ministerio de Salud Pública (MSPAS) de Guatemala y la OIM abrieron un centro"
    assert state_of("Director", "MSPAS", at=at, text=joint) == "GT"
    assert state_of("Directora distrital de la SUNEDU", None, at=at, text=text) == "PE"
    assert state_of("Presidenta del CLUB", None, at=at, text=text) is None
    another = "el Instituto Nacional de Mareas (INAM) de Chile y el Club de Lectores (CLUB) de Chile"
    assert state_of(None, "INAM Panamá", at=at, text=another) == "PA"
    assert state_of(None, "CLUB Panamá", at=at, text=another) is None
    assert state_of(None, "UNICEF Panamá", at=at, text="el Instituto Nacional (UNICEF) de Chile") is None
    several = "IOM Uganda and the Directorate of Citizenship and Immigration Control (DCIC)"
    assert state_of("Training Officer", "DCIC", at=at, text=several) == "PE"
    assert state_of("Jefe de misión", "OIM", at=at, text="El Ministerio de Salud y la migración (OIM)") is None


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Secretary of Migrant Workers, Philippines", "PH"),
        ("Directora de Atención al Migrante, Ecuador", "EC"),
        ("Secrétaire chargée de la protection des réfugiés, Tchad", "TD"),
        ("Representative of refugee women, Chad", None),
        ("migrant, Ecuador", None),
    ],
)
def test_what_an_official_deals_with_is_no_trade(words: str, state: str | None) -> None:
    assert affiliation(words, 0, [])[0][2] == state


def test_sessions_and_people_agree() -> None:
    page = """URL: https://www.iom.int/events/atelier

Atelier sur la protection

Date: 3 mars 2021
Lieu: Niamey, Niger

09:00 – 09:30 Ouverture
Mme Halima Souley Adamou, Ministre du Travail

09:30 – 10:30 Panel 1 : Protéger
M. Ibrahim Kaka Touda, Directeur, Office national d'identification
"""
    record = parse(page.encode(), None)
    assert {person.name: person.country for person in record.people} == {
        "Halima Souley Adamou": "NE",
        "Ibrahim Kaka Touda": "NE",
    }
    assert [person.country for session in record.sessions for person in session.people] == ["NE", "NE"]


@pytest.mark.parametrize(
    ("body", "text", "state"),
    [
        ("Tidestat", "The National Statistics Office of Kenya (Tidestat) counts ferries.", "KE"),
        ("TOPI", "Ola Vik (State Ports Agency, Norway), Ann Brook (TOPI), Ida Lund (Tide)", None),
    ],
)
def test_short_name_spelt_out(body: str, text: str, state: str | None) -> None:
    assert state_of("Head", body, text=text) == state
