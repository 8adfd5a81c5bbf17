"""What prepared queries and tables say when there are no rows."""

from __future__ import annotations

import html
import re
from urllib.parse import urlencode

import pytest
import yaml

from archive.serving import SETTINGS
from tests.web.conftest import ROOT, Site
from web.prepared import most_rows


def tries(text: str) -> list[str]:
    """What is said to try, as plain words."""
    box = text.partition('id="nothing">')[2].partition("</section>")[0]
    return [html.unescape(re.sub(r"<[^>]+>", "", one)) for one in re.findall(r"<li>(.*?)</li>", box)]


COVERED = "The page may not be in the archive yet: see what is covered."


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("search", ["Fill in q: what it takes is said above."]),
        ("search?q=&type=event", ["Fill in q: what it takes is said above.", "Ask without type"]),
        ("agenda_of_an_event?event=xyzzy", ["Ask without event", "Search everything for xyzzy"]),
        (
            "events_by_place_and_date?country=QQ&from=2018-01-01",
            ["Ask without country", "Ask without from", "country must be a code as the table countries has it."],
        ),
        (
            "speakers_on_a_theme?theme=none-such&country=KE",
            [
                "Ask without country",
                "Search everything for none-such",
                "country must be a code as the table countries has it.",
                "theme must be a code as the table themes has it.",
            ],
        ),
    ],
)
def test_a_prepared_query_without_rows_says_what_to_try(sample: Site, asked: str, expected: list[str]) -> None:
    assert tries(sample.text(f"/archive/{asked}")) == [*expected, COVERED]


def test_what_is_to_try_leads_on(sample: Site, public: Site) -> None:
    """Each way stands, keeps the rest of the question, and is there where SQL is off as well."""
    for site in (sample, public):
        text = site.text("/archive/events_by_place_and_date?country=QQ&from=2018-01-01&to=")
        ways = re.findall(r'<li><a href="([^"]+)">Ask without', text)
        assert ways == [
            "/archive/events_by_place_and_date?country=&amp;from=2018-01-01&amp;to=",
            "/archive/events_by_place_and_date?country=QQ&amp;from=&amp;to=",
        ]
        assert "<td" in site.text(html.unescape(ways[0]))


def test_each_question_says_after_how_many_rows_its_answer_ends(sample: Site) -> None:
    queries = yaml.safe_load((ROOT / "datasette-metadata.yml").read_text(encoding="utf-8"))["databases"]["archive"][
        "queries"
    ]
    ends = {name: most_rows(query["sql"]) for name, query in queries.items()}
    assert ends["search"] == 50
    assert ends["coverage"] is None
    for name, end in ends.items():
        if end:
            assert f"At most {end:,} rows" in queries[name]["description"], name
            assert end <= SETTINGS["max_returned_rows"], name
    assert most_rows("select * from (select 1 limit 5)") is None


def test_an_answer_that_ends_early_says_so(made: Site) -> None:
    assert made.value("select count(*) from sessions") > 1000  # type: ignore[operator]
    for path, number in (
        ("agenda_of_an_event?event=", 1000),
        ("search?q=migration&type=&year=", 50),
        (f"?{urlencode({'sql': 'select id from sessions'})}", 1000),
    ):
        text = made.text(f"/archive/{path}".replace("/?", "?"))
        assert f"The first {number:,} rows" in text, path
        assert "The answer ends here, in the files as well" in text, path
    few = made.text("/archive?sql=select+1")
    assert "1 row ·" in few
    assert "The answer ends here" not in few


def test_typed_words_are_escaped(sample: Site) -> None:
    text = sample.text('/archive/agenda_of_an_event?event=<b>"bold"%26</b>')
    assert "<b>" not in text
    assert 'href="/search?q=%3Cb%3E%22bold%22%26%3C/b%3E"' in text


def test_a_query_with_rows_or_without_parameters_gives_no_advice(sample: Site) -> None:
    assert tries(sample.text("/archive/search?q=migration")) == []
    assert tries(sample.text("/archive?sql=select+1+where+0")) == []


def test_a_table_without_rows_leads_back_to_all(sample: Site) -> None:
    text = sample.text("/archive/events?city=Nowhere")
    assert '<p>No rows meet this. <a href="/archive/events">Show all rows</a></p>' in text


def test_a_row_says_null_where_nothing_is(sample: Site) -> None:
    found = sample.value("select id from events where mode is null limit 1")
    assert '<dt><code>mode</code></dt><dd><div dir="auto"><span class="quiet">null</span></div>' in sample.text(
        f"/archive/events/{found}"
    )
