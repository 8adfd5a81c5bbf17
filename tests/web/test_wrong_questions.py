"""Questions that cannot be answered as they stand: whose fault it is, what is wrong, and a way on."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import Site


def title(text: str) -> str:
    found = re.search(r"<title>(.*?)</title>", text)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("_sort=nope", "Cannot sort table by nope"),
        ("_sort_desc=nope", "Cannot sort table by nope"),
        ("_sort=id&_sort_desc=name", "Cannot use _sort and _sort_desc at the same time"),
        ("_timelimit=x", "_timelimit takes a whole number"),
    ],
)
def test_what_is_asked_wrongly_is_no_fault_of_the_server(sample: Site, query: str, said: str) -> None:
    page = sample.get(f"/archive/events?{query}")
    assert page.status_code == 400
    assert f"<p>{said}</p>" in page.text
    assert '<a href="/archive/events">Begin anew' in page.text
    for_programs = sample.get(f"/archive/events.json?{query}")
    assert for_programs.status_code == 400
    assert for_programs.json()["error"] == said
    table = sample.get(f"/archive/events.csv?{query}")
    assert table.status_code == 400
    assert '<a href="/archive/events">Begin anew' in table.text


@pytest.mark.parametrize("words", ['"', " ", '""', "\0"])
def test_words_of_which_nothing_is_left_are_in_no_row(sample: Site, words: str) -> None:
    answer = sample.get("/archive/events.json", params={"_search": words})
    assert answer.status_code == 200
    assert answer.json()["rows"] == []


def test_words_in_the_box_above_a_table_are_found(sample: Site) -> None:
    rows = sample.get("/archive/events.json", params={"_search": 'dialogue "on migration'}).json()["rows"]
    assert 0 < len(rows) < sample.value("select count(*) from events")  # type: ignore[operator]


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=migration&page=50", "/search?q=migration&page=51", "/changes?page=99", "/changes?page=201",
        "/events?page=99", "/events?page=99999999999999999999",
    ],
)  # fmt: skip
def test_pages_after_the_last_are_not_there(sample: Site, path: str) -> None:
    answer = sample.get(path)
    assert answer.status_code == 404
    assert re.search(r"<p>The (list|list of changes|results) ends? before that", answer.text)


@pytest.mark.parametrize("number", ["abc", "0", "-1", "1.5"])
def test_what_is_no_number_of_a_page_is_not_taken_for_the_first(sample: Site, number: str) -> None:
    person = sample.value("select id from people limit 1")
    for path in ("/search?q=migration&", "/events?", "/changes?", f"/person/{person}?"):
        answer = sample.get(f"{path}page={number}")
        assert answer.status_code == 404
        assert f"There is no page “{number}”" in answer.text


def test_the_last_page_of_results_is_there(sample: Site) -> None:
    pages = -(-sample.get("/search.json?q=migration").json()["total"] // 20)
    assert pages > 1
    assert f"Page {pages} of {pages}" in sample.text(f"/search?q=migration&page={pages}")
    assert sample.get(f"/search?q=migration&page={pages + 1}").status_code == 404


@pytest.mark.parametrize("start", ["", "www.", "http://www.", "https://www.", "HTTPS://"])
def test_an_address_leads_to_its_page_however_it_is_written(sample: Site, start: str) -> None:
    event, address = sample.rows("select id, address from events where address like 'https://www.iom.int/%'")[0]
    rest = str(address).removeprefix("https://www.")
    answer = sample.get("/search", params={"q": f"{start}{rest}#content"})
    assert (answer.status_code, answer.headers["location"]) == (302, f"/event/{event}")
    assert sample.get("/search", params={"q": f"{start}{rest}x"}).status_code == 200


def test_titles_tell_pages_apart(sample: Site) -> None:
    assert title(sample.text("/archive?sql=select+1")) == "Query · IOM events archive"
    for name in ("quality", "documents", "events"):
        assert title(sample.text(f"/archive/{name}")) != title(sample.text(f"/{name}"))


def test_a_page_has_no_letters_that_html_cannot_have(sample: Site) -> None:
    text = sample.text("/search?q=%00a%1bb")
    assert not re.search("[\0-\x08\x0b\x0c\x0e-\x1f]", text)
    assert title(text).startswith("Search: a b")
