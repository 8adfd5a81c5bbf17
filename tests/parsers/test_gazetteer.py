"""The state of towns that the project's own list lacks: told by the gazetteer once the grammar has found a town."""

from __future__ import annotations

import pytest

from parsers.places.gazetteer import state_of_town
from parsers.places.location import locate
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
