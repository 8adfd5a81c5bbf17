"""Datasette on a built archive: every page answers, every query means something, SQL is off where it must be."""

from __future__ import annotations

import asyncio
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from datasette.app import Datasette

from archive import exit_codes, serving
from archive.dictionary import METADATA
from archive.errors import ArchiveError
from archive.schema import TABLES, VIEWS
from archive.serving import Following, listen, make_datasette
from archive.settings import DataFolder
from tests.archive.sheets import Sheet, build_sheets, keep

QUERIES = yaml.safe_load(METADATA.read_text(encoding="utf-8"))["databases"]["archive"]["queries"]


@pytest.fixture(scope="module")
def datasette(built: DataFolder) -> Iterator[Datasette]:
    made = make_datasette(built.archive, web=None)  # Datasette itself stays, whatever stands before it
    yield made
    for database in made.databases.values():
        database.close()


def answer(datasette: Datasette, path: str) -> httpx.Response:
    """What a browser gets."""
    return asyncio.run(datasette.client.get(path))


def rows(datasette: Datasette, path: str) -> list[dict[str, Any]]:
    response = answer(datasette, path)
    assert response.status_code == 200, response.text
    return list(response.json())


@pytest.mark.parametrize("path", ["/", "/archive", "/-/versions", *(f"/archive/{name}" for name in (*TABLES, *VIEWS))])
def test_every_page_answers_with_its_description(datasette: Datasette, path: str) -> None:
    response = answer(datasette, path)
    assert response.status_code == 200
    name = path.rpartition("/")[2]
    described = TABLES.get(name) or VIEWS.get(name)
    if described:
        assert described.title in response.text
        assert "belong to IOM" in response.text


@pytest.mark.parametrize("name", TABLES)
def test_every_row_page_answers(datasette: Datasette, archive: sqlite3.Connection, name: str) -> None:
    for (key,) in archive.execute(f"select {TABLES[name].key} from {name} limit 2").fetchall():
        assert answer(datasette, f"/archive/{name}/{key}").status_code == 200


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.facets])
def test_facets_are_offered_and_in_time(datasette: Datasette, name: str) -> None:
    response = answer(datasette, f"/archive/{name}.json?_size=1")
    facets = response.json()["facet_results"]  # one that timed out is missing here
    assert set(facets) == set(TABLES[name].facets)
    assert response.json()["suggested_facets"] == []


def test_counts_come_from_the_file_itself(datasette: Datasette, archive: sqlite3.Connection) -> None:
    counts = datasette.databases["archive"].cached_table_counts
    assert counts
    for name, count in counts.items():
        assert archive.execute(f"select count(*) from {name}").fetchone() == (count,)


EMPTY = {name: dict.fromkeys(query.get("params", []), "") for name, query in QUERIES.items()}


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_answers_without_parameters(datasette: Datasette, name: str) -> None:
    parameters = "&".join(f"{parameter}=" for parameter in EMPTY[name])
    assert answer(datasette, f"/archive/{name}?{parameters}").status_code == 200
    assert answer(datasette, f"/archive/{name}.json?_shape=objects&{parameters}").json().get("ok") is not False
    assert answer(datasette, f"/archive/{name}").status_code == 200


def first(archive: sqlite3.Connection, sql: str) -> Any:
    return archive.execute(sql).fetchone()[0]


def test_search(datasette: Datasette) -> None:
    found = rows(datasette, "/archive/search.json?_shape=array&q=regular+pathways")
    assert found[0]["title"] == "Panel 1: Regular pathways"
    assert "[pathways]" in found[0]["words"].lower()
    for query in ("o'neill", "al-masri", "nguyen", "łukasz", "lukasz", "migra*", '"palais des nations"', "الهجرة"):
        assert rows(datasette, f"/archive/search.json?_shape=array&q={query}"), query
    assert rows(datasette, "/archive/search.json?_shape=array&q=geneva&type=press_release&year=2024")
    assert rows(datasette, '/archive/search.json?_shape=array&q=nothing"of( the* kind)') == []


def test_agenda(datasette: Datasette, archive: sqlite3.Connection) -> None:
    event = first(archive, "select id from events where series = 'idm'")
    for value in (event, "dialogue migration", "DIALOG*"):
        found = rows(datasette, f"/archive/agenda_of_an_event.json?_shape=array&event={value}")
        assert [(row["session"], row["start_time"], row["led_by"]) for row in found] == [
            ("Panel 1: Regular pathways", "10:00", "Sinéad O’Neill, IOM"),
            ("Lunch", None, None),
        ]
        assert found[0]["speakers"].startswith("Omar al-Masri, Ministry of Labour; Nguyễn")


def test_people_queries(datasette: Datasette) -> None:
    found = rows(datasette, "/archive/appearances_of_a_person.json?_shape=array&name=o'neill")
    assert [(row["printed_as"], row["role"], row["kind"]) for row in found] == [
        ("Sinead O'Neill", "quoted", "press_release"),
        ("Sinéad O’Neill", "moderator", "event"),
    ]
    found = rows(datasette, "/archive/who_shared_a_panel.json?_shape=array&name=walesa")
    assert len(found) == 5
    assert {row["sessions_together"] for row in found} == {1}
    found = rows(datasette, "/archive/speakers_on_a_theme.json?_shape=array&theme=regular-pathways&country=ke")
    assert [row["name"] for row in found] == ["Omar al-Masri"]
    found = rows(datasette, "/archive/appearances_by_country_and_year.json?_shape=array&country=KE")
    assert found == [{"country": "Kenya", "year": 2024, "appearances": 1, "people": 1}]
    found = rows(datasette, "/archive/organizations_by_role.json?_shape=array&name=")
    assert [(row["organization"], row["sessions"], row["led"], row["spoke"], row["quoted"]) for row in found] == [
        ("Ministry of Labour", 1, 0, 5, 0),
        ("IOM", 1, 1, 0, 1),
    ]


def test_release_queries(datasette: Datasette, archive: sqlite3.Connection) -> None:
    found = rows(datasette, "/archive/releases_by_theme_and_quarter.json?_shape=array&scheme=gcm&code=5")
    assert [(row["quarter"], row["releases"]) for row in found] == [("2024 Q4", 1)]
    found = rows(datasette, "/archive/releases_around_an_event.json?_shape=array&event=dialogue")
    assert [(row["headline"], row["days_after"]) for row in found] == [("Ministers meet in Geneva", 2)]
    assert rows(datasette, "/archive/releases_around_an_event.json?_shape=array&event=&days=1") == []
    found = rows(datasette, "/archive/same_release_elsewhere.json?_shape=array&headline=ministers")
    assert {row["basis"] for row in found} == {"headline", "translation"}


def test_event_and_document_queries(datasette: Datasette) -> None:
    address = "/archive/events_by_place_and_date.json?_shape=array&"
    assert len(rows(datasette, address + "country=ch&from=2024-10-08&to=2024-12-31")) == 1
    assert rows(datasette, address + "country=CH&from=2024-10-09&to=") == []
    assert len(rows(datasette, address + "country=&from=&to=")) == 2
    found = rows(datasette, "/archive/documents_of_events.json?_shape=array&label=concept&kind=concept_note")
    assert [row["address"] for row in found] == ["https://www.iom.int/cn.pdf"]


def test_documents_of_releases(datasette: Datasette, archive: sqlite3.Connection) -> None:
    known = archive.execute(
        "select documents.address, headline, documents.kind from documents "
        "join press_releases on press_releases.id = press_release_id"
    ).fetchall()
    assert known
    address = "/archive/documents_of_releases.json?_shape=array&"
    assert [
        (row["address"], row["headline"], row["kind"]) for row in rows(datasette, address + "label=&kind=")
    ] == known
    assert rows(datasette, address + "label=no+such+label&kind=") == []


def test_provenance_queries(datasette: Datasette, archive: sqlite3.Connection) -> None:
    found = rows(datasette, "/archive/changed_pages.json?_shape=array&since=2024-10-11")
    assert [(row["title"], row["lines_added"], row["lines_removed"]) for row in found] == [
        ("Ministers meet in Geneva", 1, 1)
    ]
    event = first(archive, "select id from events where series = 'idm'")
    found = rows(datasette, f"/archive/evidence_of_a_row.json?_shape=array&table_name=events&row_id={event}")
    start = next(row for row in found if row["field"] == "start_date")
    assert start["words"] == "7 and 8 October 2024"
    assert start["words"] in start["words_around"]
    found = rows(datasette, "/archive/work_list.json?_shape=array&what=")
    assert {row["what"] for row in found} == {"no_date", "session_outside_event", "problems"}
    found = rows(datasette, "/archive/coverage.json?_shape=array")
    assert [(row["year"], row["pages_known"], row["pages_read"]) for row in found] == [(2024, 4, 4), (None, 3, 2)]


def test_sql_is_on_at_home_and_off_in_public(built: DataFolder) -> None:
    private = make_datasette(built.archive, web=None)
    public = make_datasette(built.archive, web=None, public=True)
    assert answer(private, "/archive.json?sql=select+1").status_code == 200
    assert answer(public, "/archive.json?sql=select+1").status_code == 403
    assert answer(public, "/archive/events.json?_where=1=1").status_code == 403
    assert answer(public, "/archive/search.json?q=migration").status_code == 200
    assert answer(public, "/archive/events.json?_search=dialogue").status_code == 200


def test_the_file_is_offered_whole(datasette: Datasette, built: DataFolder) -> None:
    response = answer(datasette, "/archive.db")
    assert response.status_code == 200
    assert response.content == built.archive.read_bytes()


def test_stock_datasette_serves_it_as_well(built: DataFolder) -> None:
    from datasette.utils import parse_metadata

    stock = Datasette(immutables=[str(built.archive)], files=[], metadata=parse_metadata(METADATA.read_text()))
    for path in ("/", "/archive", "/archive/events", "/archive/search?q=migration"):
        assert answer(stock, path).status_code == 200


# what goes wrong


def test_a_later_build_is_served_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Following, "_EVERY_SECONDS", 0)
    data = DataFolder(tmp_path)
    keep(data, [Sheet("events/a", title="First")])
    build_sheets(data)
    application = Following(data.archive, web=None)

    def names() -> list[str]:
        async def get() -> list[httpx.Response]:
            transport = httpx.ASGITransport(application)  # type: ignore[arg-type]
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                await client.get("/")  # goes over to what lies there now
                # at the same time, so that every thread of Datasette is asked
                return await asyncio.gather(*(client.get("/archive/events.json?_shape=array") for _ in range(8)))

        answers = {tuple(sorted(row["name"] for row in answer.json())) for answer in asyncio.run(get())}
        assert len(answers) == 1
        return list(answers.pop())

    assert names() == ["First"]
    keep(data, [Sheet("events/b", title="Second")])
    build_sheets(data)
    assert names() == ["First", "Second"]
    data.archive.with_name("torn").write_bytes(b"no archive")
    data.archive.with_name("torn").replace(data.archive)
    assert names() == ["First", "Second"]
    data.archive.unlink()
    assert names() == ["First", "Second"]


def test_what_is_served_is_the_file_that_was_opened_whatever_lies_there_now(built: DataFolder, tmp_path: Path) -> None:
    archive = Path(shutil.copy(built.archive, tmp_path / "archive.db"))
    datasette = make_datasette(archive, web=None)
    archive.unlink()

    async def answers() -> set[int]:
        got = await asyncio.gather(*(datasette.client.get("/archive/events.json?_shape=array") for _ in range(12)))
        return {answer.status_code for answer in got}

    assert asyncio.run(answers()) == {200}
    assert not archive.exists()


def test_errors_are_for_people(tmp_path: Path, built: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArchiveError, match="no archive yet") as missing:
        make_datasette(tmp_path / "archive.db")
    assert missing.value.exit_code == exit_codes.NOTHING
    (tmp_path / "other.db").write_bytes(b"x" * 5000)
    with pytest.raises(ArchiveError, match="no archive, or damaged"):
        make_datasette(tmp_path / "other.db")
    shutil.copy(built.archive, tmp_path / "newer.db")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as connection:
        connection.execute("pragma user_version = 999")
    with pytest.raises(ArchiveError, match="newer version"):
        make_datasette(tmp_path / "newer.db")
    with listen("127.0.0.1", 0) as taken, pytest.raises(ArchiveError, match="cannot listen") as busy:
        listen("127.0.0.1", taken.getsockname()[1])
    assert "--port" in str(busy.value.hint)


def test_no_part_of_an_answer_waits_for_the_reader_to_confirm_the_one_before() -> None:
    at_once: list[int] = []

    async def answer_one() -> None:
        def accepted(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            taken: socket.socket = writer.get_extra_info("socket")
            at_once.append(taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with listen("127.0.0.1", 0) as opened:
            async with await asyncio.start_server(accepted, sock=opened):
                reader, writer = await asyncio.open_connection(*opened.getsockname())
                assert await reader.read() == b""
                writer.close()

    asyncio.run(answer_one())
    assert at_once and all(at_once)


def test_without_datasette_the_error_says_how_to_get_it(built: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "datasette.app", None)
    with pytest.raises(ArchiveError, match="not installed") as raised:
        serving.make_datasette(built.archive)
    assert "pip install" in str(raised.value.hint)
