"""What every answer says to browsers, what a public server keeps to itself, and how far a question may reach."""

from __future__ import annotations

import ast
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from defusedxml import ElementTree

from archive import serving
from tests.web.conftest import ROOT, Site, page_types, served

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_every_answer_guards_the_browser(sample: Site) -> None:
    paths = [
        *page_types(sample).values(),
        "/nothing",
        "/archive/none",
        "/static/site.css",
        "/events.csv",
        "/archive.json",
        "/feeds/events.ics",
        "/archive?sql=select+wrong",
        "/-/versions.json",
    ]
    for path in paths:
        headers = sample.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy
        assert "http:" not in policy and "https:" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "referrer-policy" in headers
        assert "set-cookie" not in headers, path


@pytest.mark.parametrize(
    "page",
    [
        "versions",
        "plugins",
        "settings",
        "databases",
        "threads",
        "metadata",
        "actor",
        "permissions",
        "allow-debug",
        "patterns",
    ],
)
def test_a_public_server_does_not_tell_about_its_host(public: Site, sample: Site, page: str) -> None:
    for path in (f"/-/{page}", f"/-/{page}.json"):
        assert public.get(path).status_code == 404
    if page in ("versions", "databases"):
        assert sample.get(f"/-/{page}.json").status_code == 200


def test_a_public_server_names_no_path_and_no_version(public: Site) -> None:
    folder = str(public.archive.parent)
    for path in [
        *page_types(public).values(),
        "/nothing",
        "/archive.json",
        "/archive/events.json",
        "/archive/none.json",
    ]:
        text = public.get(path).text
        assert folder not in text, path
        assert not re.search(r"Datasette v?\d|Python/?\s?3\.\d|sqlite_version", text), path


def test_a_public_server_runs_no_sql_of_others(public: Site, sample: Site) -> None:
    for path in ("/archive?sql=select+1", "/archive.json?sql=select+1", "/archive/events?_where=1=1"):
        assert public.get(path).status_code == 403, path
    assert sample.get("/archive?sql=select+1").status_code == 200
    assert "SQL of one's own is not run" in public.text("/data").replace("&#39;", "'")
    assert public.get("/archive/search?q=migration&type=&year=").status_code == 200


def test_an_operator_sets_where_it_is_published_and_who_takes_reports(
    sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IOM_ARCHIVE_ADDRESS", "https://archive.example.org/")
    for corrections, link in (
        (
            "corrections@example.org",
            'href="mailto:corrections@example.org?subject=Correction%3A%20/event/1&amp;body=Page',
        ),
        ("https://example.org/issues/new", 'href="https://example.org/issues/new?title=Correction'),
    ):
        monkeypatch.setenv("IOM_ARCHIVE_CORRECTIONS", corrections)
        with served(sample_file) as site:
            text = site.text("/correct?of=/event/1")
            assert link in text
            assert "https://archive.example.org/event/1" in text
            assert '<link rel="canonical" href="https://archive.example.org/about">' in site.text("/about")
            assert "Sitemap: https://archive.example.org/sitemap.xml" in site.text("/robots.txt")


def test_a_question_that_reaches_too_far_is_stopped(sample: Site) -> None:
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select max(x) from n"
    answer = sample.get("/archive", params={"sql": endless})
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_a_page_of_ours_that_takes_too_long_says_so(made_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(serving.SETTINGS, "sql_time_limit_ms", 1)
    with served(made_file) as site:
        answer = site.get("/search?q=migra*+OR+a*+OR+e*+OR+i*")
        assert answer.status_code == 503
        assert "This took too long" in answer.text
        assert answer.headers["cache-control"] == "no-store"


def test_nothing_can_be_written(sample: Site) -> None:
    for sql in ("delete from events", "insert into runs values (1)", "attach 'x.db' as x", "pragma user_version = 9"):
        assert sample.get("/archive", params={"sql": sql}).status_code == 400
    for path in ("/event/1", "/search", "/correct"):
        assert sample.client.post(path, data={"q": "x"}).status_code in (200, 403, 404, 405)


def test_links_of_stored_addresses_are_never_scripts(made_file: Path, tmp_path: Path) -> None:
    """An archive that holds hostile addresses and names is served without harm."""
    hostile = tmp_path / "archive.db"
    shutil.copy(made_file, hostile)
    evil = "javascript:alert(1)"
    words = '</script><script>alert(1)</script>" onload="alert(1)'
    with closing(sqlite3.connect(hostile)) as connection:
        event, page = connection.execute(
            "select id, page_id from events where session_count > 2 and appearance_count > 2 limit 1"
        ).fetchone()
        connection.execute(
            "update events set address = ?, name = ?, venue = ?, city = ? where id = ?",
            (evil, words, words, words, event),
        )
        connection.execute("update pages set address = ?, title = ? where id = ?", (evil, words, page))
        connection.execute("update documents set address = ?, label = ? where page_id = ?", (evil, words, page))
        connection.execute("update sessions set title = ? where page_id = ?", (words, page))
        connection.execute(
            "update appearances set name = ?, position = ?, organization_text = ? where page_id = ?",
            (words, words, words, page),
        )
        connection.commit()
        person = connection.execute("select person_id from appearances where page_id = ? limit 1", (page,)).fetchone()[
            0
        ]
        connection.execute("update people set name = ? where id = ?", (words, person))
        connection.commit()
    with served(hostile) as site:
        for path in (
            f"/event/{event}",
            f"/person/{person}",
            f"/evidence/events/{event}",
            "/documents",
            f"/speakers?person={person}",
            f"/archive/events/{event}",
            f"/archive/documents?page_id={page}",
        ):
            text = site.text(path)
            assert "<script>alert" not in text, path
            assert 'onload="alert' not in text, path
            assert f'href="{evil}' not in text, path
        for suffix in ("ics", "json", "jsonld", "bib", "ris", "csl.json", "cite.txt"):
            assert site.get(f"/event/{event}.{suffix}").status_code == 200


def test_robots_and_site_map_agree(made: Site) -> None:
    rules = made.text("/robots.txt")
    forbidden = [line.removeprefix("Disallow: ") for line in rules.splitlines() if line.startswith("Disallow: ")]
    assert {"/-/", "/archive", "/person/", "/*?"} <= set(forbidden)
    assert f"Sitemap: {made.base}/sitemap.xml" in rules
    parts = [one.text or "" for one in ElementTree.fromstring(made.text("/sitemap.xml")).iter(f"{SITEMAP}loc")]
    listed = [
        (one.text or "").removeprefix(made.base)
        for part in parts
        for one in ElementTree.fromstring(made.text(part.removeprefix(made.base))).iter(f"{SITEMAP}loc")
    ]
    events, releases = made.value("select count(*) from events"), made.value("select count(*) from press_releases")
    assert sum(path.startswith("/event/") for path in listed) == events
    assert sum(path.startswith("/release/") for path in listed) == releases
    assert not [
        path for path in listed if "?" in path or path.startswith(tuple(rule for rule in forbidden if "*" not in rule))
    ]
    for path in [*listed[:40], *listed[-3:]]:
        assert made.get(path).status_code == 200, path


def test_static_files_may_be_kept(sample: Site) -> None:
    found = re.search(r'href="(/static/site\.css\?\w+)"', sample.text("/"))
    assert found
    assert "immutable" in sample.get(found[1]).headers["cache-control"]
    assert "immutable" not in sample.get("/static/site.css").headers.get("cache-control", "")


def test_the_pages_know_the_archive_and_nothing_below_it() -> None:
    """`web` imports `archive` at most: it could not know how the rows were filled if it wanted to."""
    for path in (ROOT / "web").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [
                name for name in names if name.split(".")[0] in ("parsers", "scraper", "tests", "benchmarks")
            ], path
