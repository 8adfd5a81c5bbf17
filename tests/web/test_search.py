"""Search: what people type, what they find, in which order; and that nothing typed is ever an error."""

from __future__ import annotations

import html
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.conftest import Site
from web import search as searching
from web.reading import Reader
from web.search_words import MOST_WORDS, Term, expression, terms


def found(site: Site, **args: str) -> list[dict[str, object]]:
    answer = site.get("/search.json", params=args)
    assert answer.status_code == 200
    results: list[dict[str, object]] = answer.json()["results"]
    return results


def total(site: Site, **args: str) -> int:
    number: int = site.get("/search.json", params=args).json()["total"]
    return number


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("labour migration", [Term("labour"), Term("migration")]),
        ('"labour migration" kenya', [Term("labour migration"), Term("kenya")]),
        ("migra*", [Term("migra", prefix=True)]),
        ("kenya OR uganda", [Term("kenya"), Term("uganda", either=True)]),
        ("health -covid", [Term("health"), Term("covid", without=True)]),
        ('health -"in brief"', [Term("health"), Term("in brief", without=True)]),
        ("al-masri o'neill", [Term("al-masri"), Term("o'neill")]),
        ('"open quote', [Term("open quote")]),
        ("OR OR", []),
        ("!!! --- ***", []),
        ("AND", [Term("AND")]),
    ],
)
def test_what_is_typed_is_taken_apart(typed: str, expected: list[Term]) -> None:
    assert terms(typed) == expected


def test_only_so_many_words_count() -> None:
    assert len(terms(" ".join(f"w{n}" for n in range(100)))) == MOST_WORDS


def test_words_that_exclude_everything_are_no_search() -> None:
    assert expression(terms("-migration")) is None


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_nothing_typed_is_an_error_of_syntax(typed: str) -> None:
    said = expression(terms(typed))
    if said is not None:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("create virtual table words using fts5(title, text, tokenize='porter unicode61')")
            connection.execute("select count(*) from words where words match ?", (said,)).fetchone()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("o'neill", "O’Neill"),
        ("oneill", "O’Neill"),
        ("o’neill", "O’Neill"),
        ("obrien", "O'Brien"),
        ("al-masri", "al-Masri"),
        ("walesa", "Wałęsa"),
        ("lukaszewicz", "Łukaszewicz"),
        ("sorensen", "Sørensen"),
        ("tran", "Trần"),
        ("dorde", "Đorđe"),
        ("antonio", "António"),
        ("ANTÓNIO", "António"),
        ("garc*", "García"),
    ],
)
def test_names_are_found_with_and_without_their_marks(made: Site, typed: str, name: str) -> None:
    people = found(made, q=typed, type="person")
    assert people, typed
    assert all(name in str(one["title"]) or name in str(one) for one in people[:1]), people[:2]


def test_arabic_is_found_with_and_without_its_article(made: Site) -> None:
    assert total(made, q="الهجرة", language="ar") == total(made, q="هجرة", language="ar") > 0


def test_titles_count_more_than_texts(made: Site) -> None:
    results = found(made, q='"labour migration"', type="event")
    assert all("labour migration" in str(one["title"]).lower() for one in results[:5])


def test_words_narrow_or_widen(made: Site) -> None:
    kenya, uganda = total(made, q="kenya"), total(made, q="uganda")
    both = total(made, q="kenya uganda")
    either = total(made, q="kenya OR uganda")
    assert either == kenya + uganda - both
    assert total(made, q="kenya -uganda") == kenya - both
    assert total(made, q='"participants asked"') <= total(made, q="participants asked")


def test_filters_say_what_they_say(made: Site) -> None:
    everything = total(made, q="migration", type="event")
    by_language = sum(total(made, q="migration", type="event", language=code) for code in ("en", "fr", "es", "ar"))
    assert by_language == everything
    for one in found(made, q="migration", year="2015", country="", language="en"):
        assert str(one["date"]).startswith("2015") or one["type"] == "person"
        assert one["language"] in ("en", None)
    theme = total(made, q="", type="event", theme="iom-archive/health")
    assert theme == made.value(
        """
        select count(*) from events where id in (select event_id from taggings join themes on themes.id = theme_id
        where scheme = 'iom-archive' and code = 'health')
        """
    )


def test_people_are_found_by_every_year_and_country_of_theirs(made: Site) -> None:
    person, name, country, year = made.rows(
        "select person_id, name, country, year from appearances where country is not null and year is not null limit 1"
    )[0]
    results = found(made, q=f'"{name}"', type="person", country=str(country), year=str(year))
    assert any(str(one["address"]).endswith(f"/person/{person}") for one in results)


def test_facets_count_what_is_left(made: Site) -> None:
    text = made.text("/search?q=kenya")
    options = dict(
        re.findall(
            r'<option value="(\w+)">[^<]*\((\d+)\)</option>', text.partition('name="type"')[2].partition("</select>")[0]
        )
    )
    assert options
    for kind, number in options.items():
        assert total(made, q="kenya", type=kind) == int(number)


def test_snippets_show_the_words(made: Site) -> None:
    text = made.text("/search?q=drought&type=event")
    assert re.search(r"<mark>drought</mark>", text)


def test_pages_of_results_do_not_overlap(made: Site) -> None:
    first = {one["address"] for one in found(made, q="migration", type="event", page="1")}
    second = {one["address"] for one in found(made, q="migration", type="event", page="2")}
    assert len(first) == len(second) == 20
    assert not first & second


def test_nothing_found_says_what_to_try(made: Site) -> None:
    text = made.text("/search?q=kenya+droughd+xyzzyplugh&year=1999")
    assert "Nothing found" in text
    assert "Search without filters" in text
    assert "kenya</bdi> alone is in" in text
    assert "xyzzyplugh</bdi> is in no entry</li>" in text
    assert 'droughd</bdi> is in no entry; try <a href="/search?q=drou%2A">' in text
    assert total(made, q="drou*") > 0
    assert "Any of the words" not in text
    assert 'href="/search?q=kenya%20OR%20drought"' in made.text("/search?q=kenya+drought+xyzzyplugh")


def test_a_body_counts_by_how_much_of_its_name_was_typed(sample: Site) -> None:
    """Else the short names of bodies would come before every page on a subject."""
    kinds = [one["type"] for one in found(sample, q="migration")]
    assert set(kinds[:10]) & {"event", "press_release"}
    assert "organization" not in kinds[:5]
    for name in ("iom", "oim"):
        assert found(sample, q=name)[0]["title"] == "International Organization for Migration (IOM)"


def test_results_say_where_they_belong(sample: Site) -> None:
    session, event, name = sample.rows(
        """
        select sessions.title, events.id, events.name from sessions join events on events.id = sessions.event_id
        where sessions.kind != 'break' and length(sessions.title) > 30 and events.name is not null
        order by sessions.id limit 1
        """
    )[0]
    text = html.unescape(sample.client.get("/search", params={"q": f'"{session}"', "type": "session"}).text)
    assert f"/event/{event}#session-" in text
    assert f'<p class="within">in <bdi>{name}</bdi>' in text.replace('<bdi lang="fr" dir="ltr">', "<bdi>").replace(
        '<bdi lang="es" dir="ltr">', "<bdi>"
    )
    person, times = sample.rows("select name, appearance_count from people order by 2 desc, 1 limit 1")[0]
    assert f'<p class="within">{times} appearances' in sample.text(f"/search?q={person}&type=person")


def test_many_hits_come_titles_first_then_the_newest(made_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way that is taken for words on nearly every page, here from ten hits on."""
    monkeypatch.setattr(searching, "_RANKED_MOST", 10)
    with closing(sqlite3.connect(f"file:{made_file}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        read = Reader(connection)
        results = searching.search(read, "migration", {}, size=20)
        assert results.total is None
        titled = ["migration" in hit.row["title"].lower() for hit in results.hits]
        assert titled == sorted(titled, reverse=True)
        days = [hit.row["date"] or "" for hit, one in zip(results.hits, titled, strict=True) if one]
        assert days == sorted(days, reverse=True)
        again = searching.search(read, "migration", {}, size=20)
        assert [hit.row["id"] for hit in results.hits] == [hit.row["id"] for hit in again.hits]


@given(typed=st.text(max_size=30), year=st.text(max_size=6), country=st.text(max_size=4))
@settings(max_examples=40, deadline=None)
def test_no_address_of_a_search_fails(made: Site, typed: str, year: str, country: str) -> None:
    answer = made.get("/search", params={"q": typed, "year": year, "country": country, "theme": "x'/\"", "page": "1"})
    assert answer.status_code in (200, 302), answer.text[:300]


def test_search_offers_itself_to_browsers(sample: Site) -> None:
    answer = sample.get("/opensearch.xml")
    assert f'template="{sample.base}/search?q={{searchTerms}}"' in answer.text
