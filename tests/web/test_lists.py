"""Lists: what a filter means, in which order, page by page; and that no address of a list fails."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.conftest import Site
from web import listings
from web.listings import LISTINGS, Condition, narrowed
from web.reading import Reader


def ids(text: str, kind: str) -> list[int]:
    """Ids of the things in the first column of links of a list."""
    body = text.partition("<tbody>")[2].partition("</tbody>")[0]
    return [int(one) for one in re.findall(rf'href="/{kind}/(\d+)"', body)]


def said(text: str) -> str:
    found = re.search(r'<p role="status">(.*?)</p>', text, flags=re.DOTALL)
    assert found
    return found[1]


CASES = [
    ("/events?country=KE", "event", "select id from events where country = 'KE'"),
    ("/events?year=2015", "event", "select id from events where year = 2015"),
    ("/events?language=ar", "event", "select id from events where language = 'ar'"),
    ("/events?status=cancelled", "event", "select id from events where status = 'cancelled'"),
    ("/events?series=idm&year=2012", "event", "select id from events where series = 'idm' and year = 2012"),
    (
        "/events?theme=gcm/5",
        "event",
        "select event_id from taggings join themes on themes.id = theme_id where scheme = 'gcm' and code = '5' and event_id is not null",
    ),
    (
        "/releases?theme=iom-archive/health&year=2014",
        "release",
        "select press_release_id from taggings join themes on themes.id = theme_id join press_releases on press_releases.id = press_release_id"
        " where scheme = 'iom-archive' and code = 'health' and press_releases.year = 2014",
    ),
]


@pytest.mark.parametrize(("path", "kind", "sql"), CASES)
def test_a_filter_means_what_it_says(made: Site, path: str, kind: str, sql: str) -> None:
    expected = {int(str(row[0])) for row in made.rows(sql)}
    assert expected, "the made-up archive has none"
    found: list[int] = []
    number = 1
    while True:
        text = made.text(f"{path}&page={number}")
        found += ids(text, kind)
        if 'rel="next"' not in text:
            break
        number += 1
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert said(made.text(path)).startswith(f"{len(expected):,} ")


def test_people_by_the_state_they_spoke_for(made: Site) -> None:
    country = made.value(
        "select country from appearances where country is not null group by 1 order by count(*) desc limit 1"
    )
    expected = made.rows("select distinct person_id from appearances where country = ?", country)
    text = made.text(f"/people?country={country}")
    assert {(one,) for one in ids(text, "person")} == set(expected)


def test_who_spoke_on_a_theme_for_a_country(made: Site) -> None:
    """The question that the archive is for."""
    theme = "iom-archive/labour-migration"
    country = made.value(
        "select country from appearances where country is not null group by 1 order by count(*) desc limit 1"
    )
    expected = made.rows(
        """
        select appearances.id from appearances where country = ? and page_id in
          (select page_id from taggings join themes on themes.id = theme_id where scheme = 'iom-archive' and code = 'labour-migration')
        """,
        country,
    )
    assert expected
    text = made.text(f"/speakers?country={country}&theme={theme}")
    assert said(text).startswith(f"{len(expected)} appearance")
    shown = {int(one) for one in re.findall(r"/evidence/appearances/(\d+)", text)}
    assert shown <= {int(str(row[0])) for row in expected}
    assert len(shown) == min(50, len(expected))


@pytest.mark.parametrize(("sort", "first"), [("newest", "max"), ("oldest", "min")])
def test_the_order_is_by_day(made: Site, sort: str, first: str) -> None:
    text = made.text(f"/events?sort={sort}")
    day = made.value(f"select {first}(start_date) from events")
    assert made.value("select start_date from events where id = ?", ids(text, "event")[0]) == day


def test_pages_of_a_list_hold_everything_once(made: Site) -> None:
    total = made.value("select count(*) from events")
    found = [one for number in range(1, 6) for one in ids(made.get(f"/events?page={number}").text, "event")]
    assert len(found) == len(set(found)) == total


def test_numbers_beside_filters_are_those_of_the_list(made: Site) -> None:
    text = made.text("/events?country=KE")
    options = dict(re.findall(r'<option value="(\d{4})">\d{4} \((\d+)\)</option>', text))
    assert options
    for year, number in options.items():
        assert made.value("select count(*) from events where country = 'KE' and year = ?", int(year)) == int(number)


def test_chosen_filters_can_be_taken_away(made: Site) -> None:
    text = made.text("/events?country=KE&year=2015&page=1")
    chips = re.findall(r'<li><a href="([^"]+)"><span class="hidden">Remove', text)
    assert sorted(chips) == ["/events?country=KE", "/events?year=2015"]


@pytest.mark.parametrize(
    "asked",
    ["/events?year=2008-2010", "/speakers?organization=UNHCR", "/people?organization=-1", "/documents?event=idm"],
)
def test_a_value_that_is_none_is_met_by_no_row(made: Site, asked: str) -> None:
    assert said(made.text(asked)).startswith("No ")
    path, _, query = asked.partition("?")
    assert made.get(f"{path}.json?{query}").json() == []


@pytest.mark.parametrize(
    ("asked", "meant", "instead"),
    [
        ("/events?year=2015&contry=KE", "country", "/events?year=2015&amp;country=KE"),
        ("/speakers?Role=chair", "role", "/speakers?role=chair"),
        ("/releases?event_type=x", None, None),
        ("/search?q=migration&languge=fr", "language", "/search?q=migration&amp;language=fr"),
    ],
)
def test_a_name_that_is_not_known_is_said_to_people(
    made: Site, asked: str, meant: str | None, instead: str | None
) -> None:
    text = made.text(asked)
    path, _, query = asked.partition("?")
    stray = query.rpartition("&")[2].partition("=")[0]
    notice = text.partition('role="alert">')[2].partition("</p>")[0]
    assert f"<code>{stray}</code>" in notice
    assert all(f"<code>{name}</code>" in notice for name in ("year", "country", "theme"))
    assert (f'<a href="{instead}">{meant}</a>' in notice) if meant else ("did you mean" not in notice)
    # What is cited, and led on to, is what was answered.
    assert f'<link rel="canonical" href="{made.base}{path}' in text
    assert f"{stray}=" not in text.replace(notice, "")
    assert 'role="alert"' not in made.text(path)


@pytest.mark.parametrize(
    "asked",
    [
        "/events.json?contry=KE", "/speakers.csv?contry=KE", "/people.ndjson?year=2015", "/organizations.json?page=2",
        "/feeds/events.atom?contry=KE", "/feeds/releases.atom?status=x", "/feeds/events.ics?contry=KE",
        "/search.json?q=migration&contry=KE",
    ],
)  # fmt: skip
def test_a_name_that_is_not_known_is_refused_to_programs(made: Site, asked: str) -> None:
    answer = made.get(asked)
    stray = re.split("[?&]", asked)[-1].partition("=")[0]
    assert (answer.status_code, answer.headers["cache-control"]) == (400, "no-store")
    said, _, known = answer.json()["error"].partition(". Known here: ")
    assert said == f"Unknown parameter: {stray}"
    # Each that is named is taken.
    path, _, query = asked.rpartition(f"{stray}=")[0].rstrip("&?").partition("?")
    for name in known.rstrip(".").split(", "):
        assert made.get(path, params={**dict(re.findall(r"(\w+)=(\w+)", query)), name: "1"}).status_code == 200, name


def test_a_name_without_a_value_asks_nothing(made: Site) -> None:
    assert made.get("/events.json?contry=").status_code == 200
    assert 'role="alert"' not in made.text("/events?contry=")


def test_marks_of_a_campaign_are_nobodys_question(made: Site) -> None:
    marks = "utm_source=letter&utm_medium=mail&fbclid=1&_=1700000000"
    for path in ("/feeds/events.atom", "/feeds/events.ics", "/people.ndjson", "/search.json"):
        assert made.get(f"{path}?{marks}").status_code == 200
    text = made.text(f"/events?year=2015&{marks}")
    assert 'role="alert"' not in text
    assert "utm_source" not in text


def test_codes_of_countries_count_in_small_letters(made: Site) -> None:
    assert made.get("/events.json?country=ke").json() == made.get("/events.json?country=KE").json() != []
    assert "held in Kenya" in made.text("/speakers?held=ke")


@pytest.mark.parametrize("column", ["event", "person"])
def test_documents_of_an_event_or_a_person(sample: Site, column: str) -> None:
    chosen = sample.value(f"select max({column}_id) from documents")
    expected = sample.rows(f"select id from documents where {column}_id = ?", chosen)
    found = sample.get(f"/documents.json?{column}={chosen}").json()
    assert expected, "the sample has none"
    assert {one["id"] for one in found} == {row[0] for row in expected}


def test_a_list_too_long_to_count_says_so(made_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "COUNTED_MOST", 20)
    with closing(sqlite3.connect(f"file:{made_file}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        read = Reader(connection)
        long = narrowed(read, LISTINGS["speakers"], Condition("where +role = ?", ("panellist",)), "newest")
        short = narrowed(read, LISTINGS["events"], Condition("where status = ?", ("postponed",)), "newest")
    assert (long.whole, long.numbers, len(long.ids)) == (False, {}, 21)
    assert short.whole
    assert len(short.ids) <= 20


@given(
    key=st.sampled_from(sorted(LISTINGS)),
    name=st.sampled_from(
        ["year", "country", "theme", "series", "language", "role", "person", "place", "page", "sort", "x"]
    ),
    value=st.one_of(
        st.text(max_size=8), st.integers().map(str), st.sampled_from(["'", "%", "1e9", "٣", "²", "0", "-1"])
    ),
)
@settings(max_examples=60, deadline=None)
def test_no_address_of_a_list_fails(made: Site, key: str, name: str, value: str) -> None:
    answer = made.get(f"/{key}", params={name: value})
    assert answer.status_code in (200, 404), answer.text[:300]
