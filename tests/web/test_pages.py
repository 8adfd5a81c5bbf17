"""Every kind of page: there, valid, whole, within its size, and leading nowhere that is not there."""

from __future__ import annotations

import html
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import feedparser
import httpx
import pytest
from icalendar import Calendar
from tinyhtml5.parser import HTMLParser

from archive.schema import TABLES
from tests.web.conftest import LINK, Site, page_types, served
from web.routes import PAGES
from web.wording import day, field_name, times

ROUTED = [pattern for pattern, _ in PAGES if pattern != "/-/search"]
LARGEST = 150_000  # bytes of a page, pictures aside


def html_errors(text: str) -> list[str]:
    """What an HTML parser finds wrong, and what no parser looks at: ids that occur twice, labels of nothing."""
    parser = HTMLParser()
    parser.parse(text)
    found = [f"{error} {where} {extra}" for where, error, extra in parser.errors]
    ids = re.findall(r'\bid="([^"]+)"', text)
    found += [f"id twice: {one}" for one in {one for one in ids if ids.count(one) > 1}]
    for name in ("for", "aria-labelledby"):
        found += [f"{name} of nothing: {one}" for one in re.findall(rf'\b{name}="([^"]+)"', text) if one not in ids]
    return found


def test_every_kind_of_page_is_valid(sample: Site, made: Site) -> None:
    for site in (sample, made):
        for name, path in page_types(site).items():
            text = site.text(path)
            assert html_errors(text) == [], f"{name} ({path})"
            assert text.count("<h1") == 1, name
            assert '<html lang="en">' in text
            assert text.count("<main") == 1


def test_nothing_stands_inside_the_page_that_runs_or_comes_from_elsewhere(sample: Site) -> None:
    for name, path in page_types(sample).items():
        text = sample.text(path)
        assert not re.search(r"<script(?! type=\"application/ld\+json\">)", text), name
        assert not re.search(r"<style|\sstyle=|\son\w+=\"", text), name
        loaded = re.findall(
            r'<(?:link rel="(?:stylesheet|icon)"|img|script|iframe|source)[^>]*(?:href|src)="([^"]+)"', text
        )
        assert loaded, name
        assert all(address.startswith("/") for address in loaded), name


def test_pages_stay_small(sample: Site, made: Site) -> None:
    for site in (sample, made):
        for name, path in page_types(site).items():
            without_pictures = re.sub(r"<svg.*?</svg>", "", site.text(path), flags=re.DOTALL)
            assert len(without_pictures.encode()) <= LARGEST, name


def test_no_link_leads_nowhere(sample: Site) -> None:
    """Follow every link of our own from every kind of page, and those of the pages found, up to a bound."""
    waiting = list(page_types(sample).values())
    seen: set[str] = set()
    fragments: list[tuple[str, str, str]] = []
    dead: list[str] = []
    texts: dict[str, str] = {}
    while waiting and len(seen) < 260:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = sample.client.get(path, follow_redirects=True)
        if answer.status_code != 200:
            dead.append(f"{path}: {answer.status_code}")
            continue
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        texts[path] = answer.text
        for address in map(html.unescape, LINK.findall(answer.text)):
            target, fragment = urldefrag(urljoin(sample.base + path, address))
            if target.startswith(sample.base):
                local = target.removeprefix(sample.base)
                waiting.append(local)
                if fragment:
                    fragments.append((path, local, fragment))
    assert dead == []
    lost = [(page, to) for page, to, part in fragments if to in texts and f'id="{part}"' not in texts[to]]
    assert lost == []


def test_addresses_stay_and_lead_on(sample: Site) -> None:
    event = sample.value("select id from events order by id limit 1")
    release = sample.value("select id from press_releases order by id limit 1")
    for old, new in (
        (f"/page/{event}", f"/event/{event}"),
        (f"/release/{event}", f"/event/{event}"),
        (f"/event/{release}", f"/release/{release}"),
    ):
        answer = sample.get(old)
        assert answer.status_code in (301, 302)
        assert answer.headers["location"] == new


@pytest.mark.parametrize(
    "path",
    [
        "/event/1", "/release/1", "/person/1", "/organization/1", "/page/1", "/country/QQ", "/theme/none/none",
        "/series/none", "/text/1", "/evidence/events/1", "/evidence/sqlite_master/1", "/page/1/changes/2",
        "/pictures/none", "/exports/none.csv", "/exports/search_texts.csv", "/sitemap/events-99.xml", "/nothing",
        "/event/9223372036854775808", "/archive/none", "/none/none", "/events?page=400", "/none.bib",
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_to_people(sample: Site, path: str) -> None:
    answer = sample.get(path)
    assert answer.status_code == 404, path
    assert "<h1>Not found</h1>" in answer.text
    assert html_errors(answer.text) == []
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", ["/event/1.json", "/person/1.json", "/release/1.jsonld", "/exports/none.ndjson"])
def test_what_is_not_there_is_said_to_programs(sample: Site, path: str) -> None:
    answer = sample.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json; charset=utf-8")
    assert answer.json()["ok"] is False
    assert answer.json()["error"].startswith("The archive has no ")


def test_a_series_tells_of_its_releases(sample: Site) -> None:
    for code, name, releases in sample.rows(
        """
        select code, name, (select count(*) from press_releases where press_releases.series = series.code) from series
        where event_count = 0
        """
    ):
        text = html.unescape(sample.text(f"/series/{code}"))
        assert f"<dt>Press releases</dt><dd>{releases}</dd>" in text
        assert text.count('<li><a href="/release/') == releases > 0
        assert len(sample.get(f"/releases.json?series={code}").json()) == releases
        assert f">{name} <span>0</span>" not in html.unescape(sample.text("/"))


def test_what_an_organisation_took_part_in_has_days(sample: Site) -> None:
    """A release has the day of its publication, a session its own."""
    number, published = sample.rows(
        "select organization_id, published from involvements join press_releases on press_releases.id = press_release_id"
    )[0]
    assert day(str(published)) in sample.text(f"/organization/{number}")
    number, held = sample.rows(
        "select organization_id, sessions.date from involvements join sessions on sessions.id = session_id"
    )[0]
    assert day(str(held)) in sample.text(f"/organization/{number}")


def test_one_word_for_an_organisation_and_for_how_often() -> None:
    assert field_name("organization_text") == "Organisation"
    assert field_name("person organization") == "Organisation of a person"
    assert [times(1), times(2)] == ["once", "2 times"]


def test_a_release_is_issued_and_an_event_organised(sample: Site) -> None:
    release, body = sample.rows(
        "select press_release_id, organization_id from involvements "
        "where role = 'organizer' and press_release_id is not null and session_id is null limit 1"
    )[0]
    text = sample.text(f"/release/{release}")
    assert '<span class="role">Issued or organised by</span>' in text
    assert '<span class="role">Organised by</span>' not in text
    assert re.search(
        rf'href="/release/{release}">.*?<td data-label="As" class="once">Issuer or organiser</td>',
        sample.text(f"/organization/{body}"),
        flags=re.DOTALL,
    )
    event, body = sample.rows(
        "select event_id, organization_id from involvements "
        "where role = 'organizer' and event_id is not null and session_id is null limit 1"
    )[0]
    assert '<span class="role">Organised by</span>' in sample.text(f"/event/{event}")
    assert '<td data-label="As" class="once">Organiser</td>' in sample.text(f"/organization/{body}")


def test_chips_of_the_home_page_say_how_many(sample: Site) -> None:
    home = html.unescape(sample.text("/"))
    countries = sample.rows(
        "select code, name, event_count from countries where event_count > 0 order by event_count desc, name limit 18"
    )
    for code, name, often in countries:
        assert f'<a href="/country/{code}">{name} <span>{often}</span></a>' in home
    chips = re.findall(r'<ul class="chips">(.*?)</ul>(.*?)</section>', home, flags=re.DOTALL)
    assert len(chips) == 4
    for some, after in chips:
        assert some.count("<li>") == some.count("<span>")
        assert "Numbers: " in after


@pytest.mark.parametrize(
    ("path", "kind", "table"),
    [
        ("/events", "event", "events"),
        ("/releases", "release", "press_releases"),
        ("/organizations", "organization", "organizations"),
    ],
)
def test_appearances_are_not_called_people(sample: Site, path: str, kind: str, table: str) -> None:
    """Who speaks in two sessions appears twice."""
    found = sample.rows(f"select id, appearance_count from {table} order by appearance_count desc, id limit 1")
    number, often = found[0]
    row = sample.text(path).partition(f'href="/{kind}/{number}"')[2].partition("</tr>")[0]
    assert re.search(rf'data-label="Appearances[^"]*" class="number">{often}</td>', row)
    assert "People" not in re.sub(r"<nav.*?</nav>", "", row)


def test_a_page_that_did_not_answer_says_so(sample: Site) -> None:
    gone = sample.value("select page_id from captures where verdict = 'gone'")
    assert "answered with 404" in sample.text(f"/release/{gone}")
    there = sample.value("select id from press_releases where id != ?", gone)
    assert "answered with" not in sample.text(f"/release/{there}")


def test_one_pager_is_none(sample: Site) -> None:
    assert 'class="pager"' not in sample.text("/changes")


def test_what_counts_in_several_languages_says_so(sample: Site) -> None:
    assert sample.value("select count(*) from translations"), "the sample has translations"
    for path in ("/coverage", "/events", f"/person/{sample.value('select id from people')}", "/pictures/network"):
        assert re.search(r"languages|translations", sample.text(path)), path


def test_a_page_without_a_title_goes_by_its_address(made_file: Path, tmp_path: Path) -> None:
    nameless = tmp_path / "archive.db"
    shutil.copy(made_file, nameless)
    with closing(sqlite3.connect(nameless)) as connection, connection:
        event, address, name, person = connection.execute(
            "select events.id, address, events.name, person_id from events join appearances on event_id = events.id limit 1"
        ).fetchone()
        connection.execute("update events set name = null where id = ?", (event,))
        connection.execute("update pages set title = null where id = ?", (event,))
        connection.execute("update revisions set title = null where page_id = ?", (event,))
        connection.execute("update search_index set title = ? where type = 'event' and item_id = ?", (address, event))
    shown = f'<bdi class="address">{html.escape(address.partition("://")[2].removeprefix("www."))}</bdi>'
    with served(nameless) as site:
        for path in (f"/event/{event}", f"/evidence/events/{event}", f"/person/{person}", f"/speakers?person={person}"):
            assert shown in site.text(path), path
        assert f'<a href="/event/{event}">{shown}</a>' in site.get("/search", params={"q": f'"{name}"'}).text
        for path in ("/archive/events?id=" + str(event), f"/archive/events/{event}"):
            assert ">None<" not in site.text(path), path


def test_a_page_that_a_browser_has_is_not_sent_again(sample: Site) -> None:
    first = sample.get("/about")
    again = sample.get("/about", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert sample.get("/quality").headers["etag"] != first.headers["etag"]


def test_arabic_says_its_direction(made: Site) -> None:
    event = made.value("select id from events where language = 'ar' and session_count > 0 order by id limit 1")
    text = made.text(f"/event/{event}")
    assert '<bdi lang="ar" dir="rtl">' in text.partition("<h1>")[2].partition("</h1>")[0]
    revision = made.value("select revision_id from events where id = ?", event)
    assert '<div class="text" lang="ar" dir="rtl">' in made.text(f"/text/{revision}")


def test_a_citation_begins_with_what_it_cites(made_file: Path, tmp_path: Path) -> None:
    """Also where that is Arabic: words in its direction would put the rest of the citation in front of it."""
    arabic = tmp_path / "archive.db"
    shutil.copy(made_file, arabic)
    with closing(sqlite3.connect(arabic)) as connection, connection:
        person = connection.execute("select id from people limit 1").fetchone()[0]
        connection.execute("update people set name = 'زيد الطراونة' where id = ?", (person,))
    with served(arabic) as site:
        assert '<p class="citation"><bdi dir="ltr">زيد الطراونة. Person. In: ' in site.text(f"/person/{person}")


def test_stored_words_never_become_markup(made: Site) -> None:
    """Names of bodies and events that look like HTML stay words, on every page that shows them."""
    body = made.value("select id from organizations where name like '<b>%'")
    page = made.value("select page_id from involvements where organization_id = ? limit 1", body)
    shown = 0
    for path in (
        f"/organization/{body}",
        "/organizations",
        f"/page/{page}",
        "/search?q=bold",
        f"/archive/organizations/{body}",
        f"/speakers?organization={body}",
    ):
        text = made.client.get(path, follow_redirects=True).text
        assert "<b>Bold" not in text, path
        shown += "&lt;b&gt;Bold" in text
    assert shown >= 5


def test_the_search_box_escapes_what_was_typed(sample: Site) -> None:
    text = sample.text("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_titles_say_what_the_page_is(sample: Site) -> None:
    titles = {}
    for name, path in page_types(sample).items():
        found = re.search(r"<title>(.*?)</title>", sample.text(path))
        assert found, name
        titles[name] = found[1]
    assert len(set(titles.values())) >= len(titles) - 3  # the same thing with other filters may share one
    assert all("IOM events archive" in title for title in titles.values())


def test_people_are_kept_from_search_engines(sample: Site) -> None:
    types = page_types(sample)
    assert '<meta name="robots" content="noindex">' in sample.text(types["person"])
    assert "noindex" not in sample.text(types["event"])


def test_every_page_offers_a_correction_and_a_citation(sample: Site) -> None:
    for name, path in page_types(sample).items():
        text = sample.text(path)
        assert 'href="/correct' in text, name
        if not path.startswith(("/correct", "/archive")):
            assert "Cite this page" in text, name


def test_canonical_addresses_are_whole(sample: Site) -> None:
    types = page_types(sample)
    text = sample.text(types["event"])
    found = re.search(r'<link rel="canonical" href="([^"]+)">', text)
    assert found
    assert found[1] == sample.base + types["event"]
    assert urlsplit(found[1]).scheme == "http"


def test_an_address_of_the_source_finds_its_page(sample: Site) -> None:
    address = sample.value("select address from events order by id limit 1")
    event = sample.value("select id from events order by id limit 1")
    answer = sample.client.get("/search", params={"q": str(address)})
    assert answer.headers["location"] == f"/event/{event}"


def test_api_examples_run(sample: Site) -> None:
    text = html.unescape(sample.text("/api"))
    addresses = set(
        re.findall(rf'{re.escape(sample.base)}(/[^"\'\s<)]+)', text.partition("<main")[2].partition("Cite this")[0])
    )
    assert len(addresses) >= 5
    for path in addresses:
        assert sample.get(path).status_code == 200, path


def test_pages_are_the_same_for_everybody(sample: Site) -> None:
    """Two requests give the same bytes: nothing of the clock or of chance is on a page."""
    for path in ("/", "/pictures", page_types(sample)["person"]):
        with httpx.Client(base_url=sample.base) as other:
            assert other.get(path).text == sample.text(path)


def test_an_archive_without_any_row_is_served(made_file: Path, tmp_path: Path) -> None:
    """Right after setting up: every page, list, file, feed and picture stands, and says that there is nothing."""
    empty = tmp_path / "archive.db"
    shutil.copy(made_file, empty)
    kept = {"archive_info", "described_tables", "described_columns", "themes"}
    with closing(sqlite3.connect(empty)) as connection, connection:
        for table in TABLES.keys() - kept:
            connection.execute(f"delete from {table}")
        connection.execute("update archive_info set value = null where name in ('as_of', 'first_capture')")
        connection.execute("update described_tables set row_count = 0 where row_count is not null")
        connection.execute("insert into search_index_fts(search_index_fts) values ('rebuild')")
    pages = [path for path in ROUTED if not re.search(r"[(\[]", path)]
    assert len(pages) >= 20
    with served(empty) as site:
        for path in (*pages, "/search?q=a", "/pictures/map", "/pictures/network", "/archive/events"):
            assert html_errors(site.text(path)) == [], path
        for path in ("/feeds/events.atom", "/feeds/releases.atom", "/feeds/changes.atom"):
            assert feedparser.parse(site.text(path)).entries == []
        assert Calendar.from_ical(site.text("/feeds/events.ics?all=1")).walk("VEVENT") == []
        for form, nothing in (("json", "[]\n"), ("ndjson", ""), ("csv", None)):
            text = site.text(f"/events.{form}")
            assert text.count("\n") == 1 if nothing is None else text == nothing
        for path in ("/pictures/by-year.svg", "/pictures/map.csv", "/home.bib", "/sitemap.xml", "/archive/events.csv"):
            assert site.get(path).status_code == 200, path
