"""The state of towns that the project's own list lacks: told by the gazetteer once the grammar has found a town."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.places.gazetteer import state_of_town
from parsers.places.held_at import find_held_at
from parsers.places.location import locate
from parsers.places.venue_line import read_venue_line
from parsers.record import Kind, Location
from parsers.words import lexicon
from parsers.words.phrases import tokenise
from parsers.words.vocabulary import load_table
from tests.parsers.prose_pages import page_of

LEAD = "IOM opened a school for sailors and their families on the shore today."


def located(text: str, kind: Kind = "press_release") -> tuple[Location, str | None]:
    page = page_of(text)
    location, evidence = locate(page, kind, tokenise(page.text), (0, 0), set())
    return location, next((entry.basis for entry in evidence if entry.fact == "location/country"), None)


@pytest.mark.parametrize(
    ("name", "named", "state"),
    [
        ("Rangpur", (), "BD"),
        ("RANGPUR", (), "BD"),
        ("Malanje", {"NO"}, "AO"),
        ("San José", (), None),
        ("San José", {"CR", "NO"}, "CR"),
        ("San José", {"CR", "US"}, None),
        ("Uíge", (), "AO"),
        ("Uige", (), "AO"),
        ("القامشلي", (), "SY"),
        ("Boorama", (), None),  # as other towns there in cities.tsv: no state is given
        ("No such town", (), None),
    ],
)
def test_the_state_of_a_town(name: str, named: set[str], state: str | None) -> None:
    assert state_of_town(name, named) == state


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        (f"Malanje – {LEAD} Norway pays for it.", "Malanje", "AO"),
        (f"Malanje, 3 May 2019 – {LEAD}", "Malanje", "AO"),
        (f"San Fernando – In Chile, {LEAD}", "San Fernando", "CL"),
        (f"San Fernando – {LEAD} Norway pays for it.", "San Fernando", None),
        (f"Hollowmere – {LEAD} Norway pays for it.", "Hollowmere", None),
        (f"Hollowmere – In Norway, {LEAD}", "Hollowmere", "NO"),
    ],
)
def test_a_dateline_of_a_town_that_the_list_lacks(text: str, city: str, country: str | None) -> None:
    location, basis = located(text)
    assert (location.city, location.country) == (city, country)
    assert (basis is not None) == (country is not None)


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        (f"Malanje, Angola: {LEAD}", "Malanje", "AO"),
        (f"Nairobi (Kenya): {LEAD}", "Nairobi", "KE"),
        (f"Malanje (Angola), 3 mai 2019 : {LEAD}", "Malanje", "AO"),
        (f"Malanje, El Norte, 3 de mayo de 2019. {LEAD}", "Malanje", "AO"),
        (f"Malanje (Norte de Cedros), 3 de mayo de 2019. {LEAD}", "Malanje", "AO"),
        (f"Nairobi, El Norte, 3 de mayo de 2019.- {LEAD}", "Nairobi", "KE"),
        (f"Ho, Ghana – {LEAD}", "Ho", "GH"),
        (f"Ho, Volta Region, 3 May 2019 – {LEAD}", "Ho", "GH"),
        ("القامشلي، 3 مايو 2019 - افتتحت المنظمة الدولية للهجرة مدرسة للبحارة وأسرهم على الشاطئ.", "القامشلي", "SY"),
        # Nothing that says that it is a town, another state's, a heading, a person.
        (f"Malanje, Norte: {LEAD}", None, None),
        (f"Nairobi, Ghana: {LEAD}", None, None),
        (f"Malanje: {LEAD}", None, None),
        (f"Me, Ghana – {LEAD}", None, "GH"),
        (f"Note, 3 May 2019: {LEAD}", None, None),
        (f"Ana Malanje, Press Officer, 3 May 2019: {LEAD}", None, None),
    ],
)
def test_a_dateline_with_more_than_a_town(text: str, city: str | None, country: str | None) -> None:
    location, _basis = located(text)
    assert (location.city, location.country) == (city, country)


@pytest.mark.parametrize(
    ("site", "country"),
    [
        ("https://www.iom.int/news/x", "AO"),
        ("https://kenya.iom.int/news/x", "KE"),  # its own Malanje is too small for the gazetteer
        ("https://angola.iom.int/news/x", "AO"),
    ],
)
def test_the_state_of_a_namesake_at_home(site: str, country: str) -> None:
    text = f"URL: {site}\n\nNorway Opens a School for Sailors\n\nMalanje – {LEAD}\n"
    assert parse(text.encode(), None, "text/plain").location.country == country


@pytest.mark.parametrize(
    ("line", "venue", "city", "country"),
    [
        ("Grand Hotel, Malanje", "Grand Hotel", "Malanje", None),
        ("Salón Municipal, Malanje", "Salón Municipal", "Malanje", None),
        ("Palais des Sports, Malanje", "Palais des Sports", "Malanje", None),
        ("Malanje Town Hall, Malanje", "Malanje Town Hall", "Malanje", None),
        ("Hotel Faro, Malanje, Norte, Angola", "Hotel Faro", "Malanje", "AO"),
        ("Grand Hotel, Ballroom", "Grand Hotel, Ballroom", None, None),
        ("Grand Hotel, Hollowmere", "Grand Hotel, Hollowmere", None, None),
        ("Hall of the Lamps, Upper Floor", "Hall of the Lamps, Upper Floor", None, None),
        ("Malanje Room, Grand Hotel", "Malanje Room, Grand Hotel", None, None),
        ("Chamber of Sailors, Malanje Room", "Chamber of Sailors, Malanje Room", None, None),
    ],
)
def test_a_house_and_its_town_on_a_line(line: str, venue: str, city: str | None, country: str | None) -> None:
    where = read_venue_line(line)
    assert where is not None
    assert (where.venue, where.city, where.country) == (venue, city, country)


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        ("The workshop was held on 3 May 2019 in the northern town of Malanje.", "Malanje"),
        ("El taller se realizó el 3 de mayo de 2019 en la ciudad de Malanje.", "Malanje"),
        ("L'atelier s'est tenu le 3 mai 2019 dans la ville de Malanje.", "Malanje"),
        ("عقدت الورشة في مدينة القامشلي من 3 إلى 5 مايو 2019.", "القامشلي"),
        ("Sailors from ten countries met in Malanje on 3 and 4 May 2019.", "Malanje"),
        ("Held from 3 to 5 May 2019 in Malanje, the workshop was on sails.", "Malanje"),
        ("A workshop on sails in Malanje, Angola (3-5 May 2019) brought sailors together.", "Malanje"),
        ("Réunis du 3 au 5 mai 2019 à Malanje, les marins ont parlé de voiles.", "Malanje"),
        ("Los marineros se reunieron en Malanje los días 3 y 4 de mayo de 2019.", "Malanje"),
        ("Sailors met on 3 May 2019 in Hollowmere, and spoke of sails.", None),
        ("Sailors met to speak of a harbour in Malanje, Sails and Ropes being dear.", None),
        ("The workshop was held on 3 May 2019 for the sailors of the town of Malanje.", None),
        ("The workshop was held on 3 May 2019 in the northern town of Hollowmere.", None),
        ("The ferries tie up in the northern town of Malanje.", None),
    ],
)
def test_the_word_for_a_town_in_a_sentence(sentence: str, city: str | None) -> None:
    found = [one.where.city for one in find_held_at(sentence)]
    assert found == ([city] if city is not None else [])


def test_of_namesakes_the_one_at_home() -> None:
    text = f"URL: https://peru.iom.int/news/x\n\nA School for Sailors\n\nSan Fernando – {LEAD}\n"
    assert parse(text.encode(), None, "text/plain").location.country == "PE"


def test_the_gazetteer_finds_no_towns_itself() -> None:
    location, _ = located(
        "The sailors of Malanje sang, and those of Uíge danced for a whole night on the shore.", "event"
    )
    assert (location.city, location.country) == (None, None)


def test_the_file() -> None:
    rows = load_table("towns")
    codes = {row["alpha2"] for row in load_table("countries")}
    assert len(rows) > 30_000
    for row in rows:
        listed = [*filter(None, [row["country"]]), *row["others"].split()]
        assert listed, row
        assert set(listed) <= codes, row
        assert len(listed) == len(set(listed)), row
    keys = [" ".join(tokenise(row["name"]).folded) for row in rows]
    assert len(keys) == len(set(keys))
    unmapped = {row["en"].partition("|")[0] for row in load_table("cities") if row["note"] == "unmapped"}
    assert not unmapped & {row["name"] for row in rows}
    assert lexicon.whole("Malanje", "city") is None
