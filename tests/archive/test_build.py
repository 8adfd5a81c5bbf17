"""The build: what it makes of captures, what a second one does, and what no page and no crash can do to it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive import exit_codes, info, schema
from archive.build import Parser, _Build
from archive.cli import main_group
from archive.errors import ArchiveError
from archive.page_context import KnownOfPage, PageRows
from archive.page_reader import Done, Task
from archive.settings import DataFolder
from parsers.page import Page
from parsers.record import Record
from scraper.capture import KnownPage
from tests.archive.sheets import Sheet, build_sheets, keep, parser

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def rows(data: DataFolder, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{data.archive}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()


def dump(data: DataFolder) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, full-text indexes included, but for the declared dates."""
    with closing(sqlite3.connect(f"file:{data.archive}?mode=ro", uri=True)) as connection:
        names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        tables = {name: connection.execute(f'select * from "{name}"').fetchall() for name in names}
    tables["archive_info"] = [row for row in tables["archive_info"] if row[0] != "built_at"]
    return tables


# what is made of a page


COUNCIL = Sheet(
    "events/council",
    title="109th Session of the Council",
    date_text="27 to 30 November 2018",
    start_date="2018-11-27",
    end_date="2018-11-30",
    venue="Palais des Nations",
    city="Geneva",
    country="CH",
    series="council",
    sessions=[
        {
            "title": "Panel 1: Data",
            "kind": "panel",
            "date": "2018-11-28",
            "start": "10:00",
            "end": "11:30",
            "people": [
                {
                    "name": "António Vitorino",
                    "name_text": "Mr António Vitorino",
                    "position": "Director General",
                    "organization": "IOM",
                },
                {"name": "Łukasz Wałęsa", "role": "moderator", "country": "PL", "organization": "Ministry of Interior"},
            ],
            "organizers": ["Government of Kenya"],
        },
        {"title": "Coffee break", "kind": "break", "date": "2018-11-28"},
        {"title": "Coffee break", "kind": "break", "date": "2018-11-29"},
    ],
    people=[
        {"name": "Jane Doe", "role": "contact"},
        {"name": "Jane Doe", "role": "quoted"},
        {"name": "Press Office", "role": "contact"},
    ],
    organizations=[{"name": "IOM", "role": "organizer"}],
    documents=[{"label": "Concept note", "url": "https://www.iom.int/a.pdf", "kind": "concept_note"}],
    themes=[{"code": "migration-data", "words": "Data"}, {"scheme": "sdg", "code": "10", "basis": "site"}],
    lines=["Contact: Press Office, press@iom.int, Tel: +41 22 717 9111"],
)


def test_an_event_becomes_rows(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    report = build_sheets(data)
    assert report.changed
    assert report.parsed == 1
    assert rows(data, "select name, start_date, end_date, year, city, country, mode, session_count from events") == [
        ("109th Session of the Council", "2018-11-27", "2018-11-30", 2018, "Geneva", "CH", None, 3)
    ]
    assert rows(data, "select title, date, start_time, appearance_count from sessions order by position") == [
        ("Panel 1: Data", "2018-11-28", "10:00", 2),
        ("Coffee break", "2018-11-28", None, 0),
        ("Coffee break", "2018-11-29", None, 0),
    ]
    assert rows(
        data, "select name_text, name, role, session_id is not null, date, country from appearances order by sequence"
    ) == [
        ("Mr António Vitorino", "António Vitorino", "panellist", 1, "2018-11-28", None),
        ("Łukasz Wałęsa", "Łukasz Wałęsa", "moderator", 1, "2018-11-28", "PL"),
        ("Jane Doe", "Jane Doe", "quoted", 0, "2018-11-27", None),
    ]
    assert rows(data, "select name_text, role, session_id is not null from involvements order by sequence") == [
        ("Government of Kenya", "organizer", 1),
        ("IOM", "organizer", 0),
    ]
    assert rows(data, "select name, country from organizations order by name") == [
        ("Government of Kenya", None),
        ("IOM", None),
        ("Ministry of Interior", "PL"),
    ]
    assert rows(data, "select label, kind, address from documents") == [
        ("Concept note", "concept_note", "https://www.iom.int/a.pdf")
    ]
    assert rows(
        data,
        "select scheme, code, basis, words, main from taggings join themes on themes.id = theme_id order by scheme",
    ) == [("iom-archive", "migration-data", "rule", "Data", 1), ("sdg", "10", "site", None, 1)]
    assert rows(data, "select name, event_count from places") == [("Geneva, Switzerland", 1)]
    assert rows(data, "select distinct page_id = id from events") == [(1,)]


def test_what_a_session_says_is_told_once(data: DataFolder) -> None:
    """The record lists the bodies and links of sessions once more among those of the page."""
    pages = [str(ROOT / f"data/sample/pages/{name}.html") for name in ("return-migration-2008", "unga-79")]
    for command in (["import", *pages], ["build"]):
        assert CliRunner().invoke(main_group, ["--data", str(data.root), *command]).exit_code == 0
    assert rows(data, "select count(*) from documents where address is null") == [(0,)]
    assert rows(
        data,
        "select label, owner_text, documents.kind from documents join sessions on sessions.id = session_id "
        "where sessions.title = 'Addressing Mixed Migration Flows' order by documents.sequence",
    ) == [
        ("Bio", "António Guterres", "biography"),
        ("Bio", "Trygve Nordby", "biography"),
        ("Bio", "Johan Ketelers", "biography"),
        ("Presentation", "Johan Ketelers", "presentation"),
    ]
    assert rows(data, "select label from documents where session_id is null order by sequence") == [
        ("Final agenda",),
        ("Background paper on mixed migration flows",),
    ]
    assert rows(
        data,
        "select sessions.title from involvements left join sessions on sessions.id = session_id where name_text = 'Angola'",
    ) == [
        (
            "Ending Violence, Protection of Civilians, and Humanitarian Access in the East of the Democratic Republic of the Congo",
        )
    ]


def test_a_release_can_tell_of_sessions(data: DataFolder) -> None:
    panel = {"title": "High-level dialogue", "kind": "dialogue", "date": "2018-11-29", "people": [{"name": "Jane Doe"}]}
    keep(data, [Sheet("news/council", kind="press_release", title="Council ends", sessions=[panel])])
    build_sheets(data)
    assert rows(data, "select title, event_id, press_release_id = page_id, appearance_count from sessions") == [
        ("High-level dialogue", None, 1, 1)
    ]
    assert rows(data, "select page, session, people from agenda") == [
        ("Council ends", "High-level dialogue", "Jane Doe (panellist)")
    ]
    assert rows(data, "select session_count from press_releases") == [(1,)]


def test_a_page_of_another_kind_has_no_sessions(data: DataFolder) -> None:
    keep(
        data, [Sheet("countries/kenya", kind="other", sessions=[{"title": "Panel", "people": [{"name": "Jane Doe"}]}])]
    )
    build_sheets(data)
    assert rows(data, "select count(*) from sessions") == [(0,)]
    assert rows(data, "select session_id, event_id, press_release_id from appearances") == [(None, None, None)]


def test_every_fact_leads_back_to_its_words(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    found = rows(
        data,
        """
        select table_name, field, words, substr(text, span_start + 1, span_end - span_start), rule
        from evidence join revision_texts on revision_texts.id = revision_id
        """,
    )
    assert all(words == quoted for _, _, words, quoted, _ in found)
    facts = {(table, field, words) for table, field, words, _, _ in found}
    assert ("events", "name", "109th Session of the Council") in facts
    assert ("events", "start_date", "27 to 30 November 2018") in facts
    assert ("events", "city", "Geneva") in facts
    assert ("sessions", "start_time", "10:00") in facts
    assert ("sessions", "title", "Panel 1: Data") in facts
    assert ("appearances", "name_text", "Mr António Vitorino") in facts
    assert ("appearances", "role", "Mr António Vitorino, Director General, IOM") in facts
    assert ("appearances", "position", "Director General") in facts
    assert ("appearances", "organization_text", "Ministry of Interior") in facts
    assert ("appearances", "country", "Ministry of Interior") in facts
    assert ("involvements", "name_text", "Government of Kenya") in facts
    assert ("documents", "label", "Concept note") in facts
    assert ("taggings", "theme_id", "Data") in facts
    for table, row_id in rows(data, "select distinct table_name, row_id from evidence"):
        assert rows(data, f"select count(*) from {table} where id = ?", row_id) == [(1,)]


def test_a_persons_state_is_quoted_where_it_is_printed(data: DataFolder) -> None:
    people = [
        {"name": "João Évora", "position": "Capitaine de port", "organization": "Cabo Verde", "country": "CV"},
        {"name": "Kofi Mensah", "position": "Governor", "organization": "Bank of Ghana", "country": "GH"},
        {"name": "Jane Doe", "position": "Kenyan Minister of Labour", "country": "KE"},
        {"name": "Ana Luz", "position": "Head", "organization": "Ministry of Interior", "country": "PL"},
    ]
    line = people[0] | {"organization": None, "name_text": "João Évora, Capitaine de port, Cabo Verde"}
    keep(data, [Sheet("events/a", people=[line, *people[1:]])])
    build_sheets(data)
    found = rows(
        data,
        "select country, words, basis from evidence join appearances on appearances.id = row_id"
        " where table_name = 'appearances' and field = 'country' order by sequence",
    )
    assert found == [
        ("CV", "Cabo Verde", None),
        ("GH", "Bank of Ghana", "the state of the body or post"),
        ("KE", "Kenyan Minister of Labour", "the state of the body or post"),
        ("PL", "Ministry of Interior", "the state of the body or post"),
    ]


def test_contacts_stay_out(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    everything = json.dumps(list(dump(data).values()), ensure_ascii=False, default=str)
    assert "press@iom.int" not in everything
    assert "717 9111" not in everything
    assert rows(data, "select count(*) from people where name = 'Press Office'") == [(0,)]
    assert rows(data, "select text like '%█%' from revision_texts") == [(1,)]


def test_a_number_stays_out_of_facts_whose_punctuation_is_not_the_texts(data: DataFolder) -> None:
    people = [
        {"name": "Nabil Toma", "organization": "المنظمة الدولية للهجرة, هاتف, 0770 123 4567 بريد, ntoma@iom.int"},
        {"name": "Jane Doe", "position": "Media Officer – 312 345 6789", "organization": "Mobile, 312 345 6789"},
    ]
    lines = ["المنظمة الدولية للهجرة، هاتف: 0770 123 4567 بريد: ntoma@iom.int", "Cel. 312 345 6789"]
    documents = [{"label": "Chat", "url": "https://wa.me/573123456789", "kind": "other"}]
    keep(data, [Sheet("events/a", people=people, lines=lines, documents=documents)])
    build_sheets(data)
    everything = json.dumps(list(dump(data).values()), ensure_ascii=False, default=str)
    assert not any(part in everything for part in ("123 4567", "345 6789", "3123456789", "ntoma"))
    assert rows(data, "select name, position, organization_text from appearances order by sequence") == [
        ("Nabil Toma", None, "المنظمة الدولية للهجرة"),
        ("Jane Doe", "Media Officer", None),
    ]
    assert rows(data, "select name from organizations") == [("المنظمة الدولية للهجرة",)]


def test_names_that_are_equal_once_normalised_are_one_person(data: DataFolder) -> None:
    names = ["António Vitorino", "Antonio Vitorino", "António Vitorino", "ANTÓNIO VITORINO", "Antonia Vitorino"]
    keep(
        data,
        [
            Sheet(f"news/{number}", kind="press_release", published=f"2020-01-0{number + 1}", people=[{"name": name}])
            for number, name in enumerate(names)
        ],
    )
    build_sheets(data)
    assert rows(data, "select name, other_names, appearance_count, first_date, last_date from people order by 3") == [
        ("Antonia Vitorino", None, 1, "2020-01-05", "2020-01-05"),
        ("António Vitorino", "ANTÓNIO VITORINO; Antonio Vitorino", 4, "2020-01-01", "2020-01-04"),
    ]
    assert rows(data, "select name, appearance_count from people_names order by 2 desc, 1")[0] == (
        "António Vitorino",
        2,
    )


def test_every_row_of_people_bodies_and_places_is_used(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    assert rows(
        data, "select name, appearance_count, involvement_count, event_count from organizations order by 1"
    ) == [
        ("Government of Kenya", 0, 1, 1),
        ("IOM", 1, 1, 1),
        ("Ministry of Interior", 1, 0, 1),
    ]
    assert rows(data, "select code, name, event_count, appearance_count from countries order by code") == [
        ("CH", "Switzerland", 1, 0),
        ("PL", "Poland", 0, 1),
    ]


def test_codes_have_names(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    assert rows(data, "select name, event_count, first_date from series") == [("IOM Council", 1, "2018-11-27")]
    themes = dict(rows(data, "select scheme, count(*) from themes group by scheme"))
    assert themes == {"iom-archive": 35, "gcm": 23, "sdg": 17}
    assert rows(data, "select label, page_count from themes where code = 'migration-data'") == [("Migration data", 1)]
    assert rows(data, "select count(*) from themes where label = code") == [(0,)]


# revisions


def release(text: str, **more: Any) -> Sheet:
    return Sheet("news/a", kind="press_release", title="A release", published="2024-05-01", lines=[text], **more)


def test_revisions_are_in_the_order_of_capture_not_of_import(data: DataFolder) -> None:
    keep(data, [release("third")], at="2024-03-01T00:00:00")
    keep(data, [release("first")], at="2024-01-01T00:00:00")
    keep(data, [release("second\nand more")], at="2024-02-01T00:00:00")
    keep(data, [release("first", noise="other bytes")], at="2024-01-02T00:00:00")
    build_sheets(data)
    assert rows(
        data,
        "select number, text, capture_count, lines_added, lines_removed, previous_id is null"
        " from revisions join revision_texts using (id) order by number",
    ) == [
        (1, "A release\nfirst", 2, None, None, 1),
        (2, "A release\nsecond\nand more", 1, 2, 1, 0),
        (3, "A release\nthird", 1, 1, 2, 0),
    ]
    assert rows(data, "select text from press_releases join revision_texts on revision_texts.id = revision_id") == [
        ("A release\nthird",)
    ]
    assert rows(data, "select revision_count, capture_count from pages") == [(3, 4)]


def test_a_text_that_comes_back_holds_again(data: DataFolder) -> None:
    for month, text in (("01", "one"), ("02", "two"), ("03", "one")):
        keep(data, [release(text)], at=f"2024-{month}-01T00:00:00")
    build_sheets(data)
    assert rows(
        data, "select number, substr(first_captured_at, 1, 7), substr(last_captured_at, 1, 7) from revisions order by 1"
    ) == [(1, "2024-01", "2024-03"), (2, "2024-02", "2024-02")]
    assert rows(data, "select number from revisions join press_releases on revisions.id = revision_id") == [(1,)]


def test_only_an_ok_capture_changes_rows(data: DataFolder) -> None:
    (good,) = keep(data, [release("good")], at="2024-01-01T00:00:00")
    keep(data, [Sheet("news/a", title="Just a moment...", does="crash")], at="2024-02-01T00:00:00", verdict="blocked")
    keep(data, [release("unused")], at="2024-03-01T00:00:00", verdict="not_modified", refers_to=good)
    build_sheets(data)
    assert rows(data, "select headline, substr(captured_at, 1, 7) from press_releases") == [("A release", "2024-03")]
    assert rows(data, "select verdict, revision_id is not null from captures order by captured_at") == [
        ("ok", 1),
        ("blocked", 0),
        ("not_modified", 1),
    ]
    assert rows(data, "select capture_count from revisions") == [(2,)]
    assert rows(data, "select count(*) from problems") == [(0,)]


# the same again


def test_a_build_after_no_change_does_nothing(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    before = data.archive.stat()
    report = build_sheets(data)
    assert not report.changed
    assert report.rows["events"] == 1
    assert data.archive.stat() == before


def test_two_builds_of_one_input_are_row_for_row_equal(data: DataFolder, tmp_path: Path) -> None:
    sheets = [COUNCIL, *(Sheet(f"events/{number}", people=[{"name": f"Person {number % 7}"}]) for number in range(25))]
    keep(data, sheets)
    build_sheets(data)
    first = dump(data)
    build_sheets(data, anew=True, workers=2)
    assert dump(data) == first
    shutil.rmtree(data.cache)
    data.archive.unlink()
    build_sheets(data)
    assert dump(data) == first


def test_only_what_was_never_parsed_is_parsed(data: DataFolder) -> None:
    keep(data, [Sheet(f"events/{number}", title=f"Meeting {number}") for number in range(5)])
    assert build_sheets(data).parsed == 5
    keep(data, [Sheet("events/1", title="Another name")], at="2024-06-01T00:00:00")
    assert build_sheets(data).parsed == 1
    assert rows(data, "select count(*), sum(name = 'Another name') from events") == [(5, 1)]
    assert build_sheets(data, version="2").parsed == 6
    assert build_sheets(data, anew=True, version="2").parsed == 6


def test_ids_stay_when_the_parser_reads_more(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    before = dump(data)
    extended = Sheet(**{**COUNCIL.__dict__, "start_date": None, "status": "postponed", "city": None})
    keep(data, [extended], at="2024-06-01T00:00:00")
    build_sheets(data)
    after = dump(data)
    for table in ("events", "sessions", "appearances", "involvements", "documents", "taggings", "people"):
        assert [row[0] for row in before[table]] == [row[0] for row in after[table]], table


def test_a_damaged_cache_is_made_anew(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    (data.cache / "records.db").write_bytes(b"no database at all" * 1000)
    data.archive.unlink()
    assert build_sheets(data).parsed == 1


# pages that hurt


def test_a_page_that_kills_its_reader_becomes_a_problem_and_the_rest_is_built(data: DataFolder) -> None:
    hurting = ["crash", "loop", "loop_in_c", "fail"]
    keep(data, [Sheet(f"events/{number}", title=f"Meeting {number}") for number in range(12)])
    keep(data, [Sheet(f"events/{does}", does=does) for does in hurting])
    keep(data, [Sheet("events/3", does="crash")], at="2024-06-01T00:00:00")
    build_sheets(data)
    assert rows(data, "select count(*) from events") == [(12,)]
    found = dict(
        rows(
            data,
            "select captures.address, message from problems join captures on captures.id = capture_id"
            " where code = 'unreadable'",
        )
    )
    assert {address.rpartition("/")[2] for address in found} == {*hurting, "3"}
    assert "killed" in found["https://www.iom.int/events/crash"]
    assert "killed" in found["https://www.iom.int/events/loop_in_c"]
    assert "0.2 seconds" in found["https://www.iom.int/events/loop"]
    assert "no idea what this is" in found["https://www.iom.int/events/fail"]
    assert rows(data, "select name from events join pages using (id) where pages.address like '%/3'") == [
        ("Meeting 3",)
    ]
    keep(data, [Sheet("events/new")], at="2024-07-01T00:00:00")
    assert build_sheets(data).parsed == 1  # what hurt once is not tried again


class Deadly:
    """Ends every process that it is sent to."""

    def __call__(self, body: bytes, url: str | None, content_type: str | None) -> tuple[Page, Record]:
        raise NotImplementedError

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_workers_that_cannot_live_are_named(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    with pytest.raises(ArchiveError, match="end as soon as they begin"):
        build_sheets(data, parser=Parser(Deadly(), "1"))
    assert not data.archive.exists()
    assert not data.archive.with_name("archive.db.part").exists()


def test_where_hardly_anything_can_be_read_the_old_archive_stays(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    before = dump(data)
    keep(data, [Sheet(f"events/{number}", does="fail") for number in range(25)])
    with pytest.raises(ArchiveError, match=r"25 of 26 captures could not be read.*no idea what this is"):
        build_sheets(data)
    assert dump(data) == before


def test_a_body_that_was_damaged_on_the_disk_is_named_and_tried_again(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    (warc,) = data.captures.glob("*.warc.gz")
    whole = warc.read_bytes()
    warc.write_bytes(whole[: len(whole) // 2])
    build_sheets(data)
    assert rows(data, "select code from problems") == [("unreadable",)]
    warc.write_bytes(whole)
    build_sheets(data, anew=True)
    assert rows(data, "select count(*) from events") == [(1,)]


def test_two_pages_that_meet_in_one_id_are_numbered_apart(data: DataFolder) -> None:
    """Such pages can't be made to order, so this asks the numbering itself, with a taken id."""

    def result(page_id: int) -> tuple[Task, Done]:
        page = KnownPage(page_id, "https://www.iom.int/a", "www.iom.int", None, None, None, "2024-01-01T00:00:00Z", None, None, None)  # fmt: skip
        rows_ = PageRows(page_id, {"sessions": [(77,)], "captures": [(1,)]})
        return Task(KnownOfPage(page, (), ()), {}), Done(rows_, {})

    build_ = _Build(data, None, parser(), info.Made("", "1", ""), None)  # type: ignore[arg-type]
    same_bucket = list(build_._numbered(iter([result(5), result(6)])))
    assert [list(numbered.tables) for numbered, _ in same_bucket] == [["sessions", "captures"], ["pages"]]
    other_bucket = list(build_._numbered(iter([result(5), result(1 << 40)])))
    assert [list(numbered.tables) for numbered, _ in other_bucket] == [["sessions", "captures"]] * 2


# corrections


def correct(data: DataFolder, text: str) -> None:
    data.corrections.mkdir(exist_ok=True)
    (data.corrections / "reviewed.toml").write_text(text + '\nwhy = "Seen."\nby = "R"\non = 2026-11-21\n')


def test_a_correction_wins_and_says_so(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    page = f'page = "{COUNCIL.address}"\n'
    correct(data, f'[[correction]]\n{page}field = "start_date"\nwas = "2018-11-20"\nvalue = "2018-11-26"')
    assert build_sheets(data).changed
    assert rows(data, "select start_date, year from events") == [("2018-11-26", 2018)]
    assert rows(data, "select words, rule, basis from evidence where field = 'start_date'") == [
        (None, "correction", "Seen.")
    ]
    assert rows(data, "select target, action, read, value, applied from corrections") == [
        ("start_date", "set", "2018-11-27", "2018-11-26", 1)
    ]
    assert rows(data, "select code from problems") == [("correction_to_review",)]
    keep(data, [Sheet(**{**COUNCIL.__dict__, "noise": "x"})], at="2025-01-01T00:00:00")
    build_sheets(data, version="2")
    assert rows(data, "select start_date from events") == [("2018-11-26",)]


@pytest.mark.parametrize(
    ("corrected", "problems"), [(["start_date"], 1), (["start_date", "end_date"], 0), (["venue"], 0)]
)
def test_a_corrected_day_that_leaves_the_last_before_the_first_is_a_problem(
    data: DataFolder, corrected: list[str], problems: int
) -> None:
    sheet = Sheet("events/a", start_date="2024-11-25", date_text="25 November 2024")
    keep(data, [sheet])
    signed = 'value = "2024-11-26"\nwhy = "Seen."\nby = "R"\non = 2026-11-21\n'
    entries = [f'[[correction]]\npage = "{sheet.address}"\nfield = "{field}"\n{signed}' for field in corrected]
    correct(data, "".join(entries).removesuffix(signed.partition("\n")[2]))
    build_sheets(data)
    found = rows(data, "select message from problems where code = 'correction_to_review'")
    assert len(found) == problems
    assert all("correct end_date as well" in message for (message,) in found)


def test_corrections_without_a_target_are_problems(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    correct(data, f'[[removal]]\npage = "{COUNCIL.address}"\nperson = "Nobody"')
    build_sheets(data)
    assert rows(data, "select code, stage from problems") == [("correction_without_target", "correct")]
    correct(data, '[[removal]]\npage = "https://www.iom.int/events/elsewhere"\nperson = "Nobody"')
    build_sheets(data)
    assert rows(data, "select code, page_id from problems") == [("correction_without_page", None)]
    assert rows(data, "select applied from corrections") == [(0,)]


def test_what_was_removed_is_gone_everywhere(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    correct(data, f'[[removal]]\npage = "{COUNCIL.address}"\nsession = "Panel 1: Data"')
    build_sheets(data)
    assert rows(data, "select title, position from sessions order by 2") == [("Coffee break", 1), ("Coffee break", 2)]
    assert rows(data, "select name from people") == [("Jane Doe",)]
    assert rows(data, "select count(*) from involvements where session_id is not null") == [(0,)]


def test_a_blocked_person_is_nowhere(data: DataFolder) -> None:
    keep(data, [Sheet("news/b", kind="press_release", title="Łukasz Wałęsa speaks"), COUNCIL])
    correct(data, '[[blocked_person]]\nname = "łukasz wałęsa"')
    build_sheets(data)
    everything = json.dumps(list(dump(data).values()), ensure_ascii=False, default=str)
    assert "Wałęsa" not in everything
    assert "Walesa" not in everything
    assert rows(data, "select headline from press_releases") == [("█████████████ speaks",)]


def test_a_withheld_page_is_nowhere_and_it_is_said_that_one_is(data: DataFolder) -> None:
    translations = {"en": COUNCIL.address, "es": "https://www.iom.int/es/x"}
    other = Sheet("fr/news/b", kind="press_release", language="fr", title="Another", translations=translations)
    keep(data, [other, COUNCIL])
    signed = 'why = "Seen."\nby = "R"\non = 2026-11-21\n'
    before = f'[[correction]]\npage = "{COUNCIL.address}"\nfield = "venue"\nvalue = "Hotel"\n{signed}'
    correct(data, f'{before}[[withheld_page]]\npage = "{COUNCIL.address}/"')  # any spelling of the address
    build_sheets(data)
    everything = json.dumps(list(dump(data).values()), ensure_ascii=False, default=str)
    for words in (COUNCIL.address, "109th Session", "Vitorino", "Palais des Nations"):
        assert words not in everything
    assert rows(data, "select page_id, target, action, why, applied from corrections") == [
        (None, "page", "withhold", "Seen.", 1)
    ]
    assert rows(data, "select headline from press_releases") == [("Another",)]
    assert rows(data, "select address from translations") == [("https://www.iom.int/es/x",)]
    assert rows(data, "select count(*) from problems") == [(0,)]


# links between pages


def test_releases_lead_to_the_events_that_they_name(data: DataFolder) -> None:
    name = "International Dialogue on Migration"

    def event(year: int) -> Sheet:
        return Sheet(f"events/idm-{year}", title=name, start_date=f"{year}-10-07")

    def news(number: int, published: str | None, *lines: str, links: tuple[str, ...] = ()) -> Sheet:
        return Sheet(f"news/{number}", kind="press_release", published=published, lines=list(lines), links=list(links))

    keep(
        data,
        [
            event(2019),
            event(2020),
            Sheet("events/short", title="Press briefing"),
            news(1, "2020-10-09", "The  international dialogue — on MIGRATION opened."),
            news(2, "2023-01-01", f"Like the {name}, years ago."),
            news(3, None, f"The {name}."),
            news(4, "2020-01-01", "See there.", links=("http://iom.int/events/idm-2019?utm_source=x", "/contact")),
            news(5, "2020-01-01", "A press briefing."),
            Sheet(
                "events/council-109",
                title="109th Council",
                series="council",
                start_date="2018-11-27",
                end_date="2018-11-30",
            ),
            Sheet(
                "news/6",
                kind="press_release",
                series="council",
                start_date="2018-11-29",
                date_text="on Thursday",
                published="2018-11-30",
            ),
            Sheet("news/7", kind="press_release", series="idm", start_date="2018-11-29"),
        ],
    )
    build_sheets(data)
    found = rows(
        data,
        """
        select press_releases.address, events.address, basis, words, days from event_mentions
        join press_releases on press_releases.id = press_release_id join events on events.id = event_id order by 1
        """,
    )
    assert [(release[-1], event[-4:], *rest) for release, event, *rest in found] == [
        ("1", "2020", "name", "international dialogue — on MIGRATION", 2),
        ("4", "2019", "link", None, 86),
        ("6", "-109", "date", "on Thursday", 3),
    ]
    assert rows(data, "select sum(mention_count) from press_releases") == [(3,)]


def test_translations_are_found(data: DataFolder) -> None:
    french = Sheet("fr/news/a", kind="press_release", language="fr", translations={"en": f"{Sheet('news/a').address}"})
    keep(data, [release("text", translations={"fr": french.address, "es": "https://www.iom.int/es/x"}), french])
    build_sheets(data)
    assert rows(
        data,
        "select pages.address, translations.language, other.address from translations"
        " join pages on pages.id = page_id left join pages as other on other.id = translation_id order by 1, 2",
    ) == [
        ("https://www.iom.int/fr/news/a", "en", "https://www.iom.int/news/a"),
        ("https://www.iom.int/news/a", "es", None),
        ("https://www.iom.int/news/a", "fr", "https://www.iom.int/fr/news/a"),
    ]


# the file


def test_the_file_describes_itself_and_is_sound(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    with closing(sqlite3.connect(data.archive)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("pragma journal_mode").fetchone() == ("delete",)
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        for name, count in connection.execute(
            "select name, row_count from described_tables where row_count is not null"
        ):
            assert connection.execute(f"select count(*) from {name}").fetchone() == (count,), name
        for (name,) in connection.execute(
            "select name from sqlite_master where name like '%\\_fts' escape '\\'"
        ).fetchall():
            # with 1, FTS5 compares the index with the table that it indexes
            connection.execute(f"insert into {name} ({name}, rank) values ('integrity-check', 1)")
    stated = dict(rows(data, "select name, value from archive_info"))
    assert stated["schema_version"] == "1"
    assert stated["as_of"] == "2024-05-01T10:00:00Z"


def test_quality_is_taken_in(data: DataFolder) -> None:
    entry = {
        "labels": "kept aside", "field": "start_date", "language": None, "pages": 40, "expected": 31, "found": 30,
        "correct": 29, "precision": 0.967, "recall": 0.935, "f1": 0.951, "f1_low": 0.88, "f1_high": 0.99,
    }  # fmt: skip
    keep(data, [COUNCIL])
    (data.root / "quality.json").write_text(json.dumps([entry]))
    build_sheets(data)
    assert rows(data, "select labels, field, pages, f1 from quality") == [("kept aside", "start_date", 40, 0.951)]
    (data.root / "quality.json").write_text('[{"field": "start_date"}]')
    with pytest.raises(ArchiveError, match=r"quality\.json"):
        build_sheets(data)


def test_an_archive_of_a_newer_version_is_not_touched(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    build_sheets(data)
    with closing(sqlite3.connect(data.archive)) as connection:
        connection.execute(f"pragma user_version = {schema.VERSION + 1}")
    before = data.archive.read_bytes()
    with pytest.raises(ArchiveError) as raised:
        build_sheets(data, anew=True)
    assert raised.value.exit_code == exit_codes.NEWER_DATA
    assert data.archive.read_bytes() == before


def test_something_else_at_its_place_is_replaced(data: DataFolder) -> None:
    keep(data, [COUNCIL])
    data.archive.write_bytes(b"torn" * 1000)
    assert build_sheets(data).changed
    assert rows(data, "select count(*) from events") == [(1,)]


def test_without_captures_there_is_nothing_to_build(data: DataFolder) -> None:
    with pytest.raises(ArchiveError) as raised:
        build_sheets(data)
    assert raised.value.exit_code == exit_codes.NOTHING


# crashes


SLOW_BUILD = """
import sys
from archive.settings import DataFolder
from tests.archive import sheets
if __name__ == "__main__":
    sheets.build_sheets(DataFolder(__import__("pathlib").Path(sys.argv[1])), anew=True)
"""


@pytest.fixture
def builder(data: DataFolder, tmp_path: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    script = tmp_path / "slow_build.py"
    script.write_text(SLOW_BUILD)
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        process.kill()
        process.wait()


def start_build(data: DataFolder, tmp_path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(tmp_path / "slow_build.py"), str(data.root)], cwd=ROOT)


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for worker processes in /proc")
def test_a_killed_build_leaves_the_old_archive_and_no_process(
    data: DataFolder, tmp_path: Path, builder: list[subprocess.Popen[bytes]]
) -> None:
    sheets = [Sheet(f"events/{number}", people=[{"name": f"Person {number}"}]) for number in range(60)]
    keep(data, sheets)
    build_sheets(data)
    before = dump(data)
    keep(data, [Sheet("events/slow", does="loop")], at="2024-06-01T00:00:00")
    part = data.archive.with_name("archive.db.part")
    for moment in range(3):
        process = start_build(data, tmp_path)
        builder.append(process)
        while not part.exists() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(0.15 * moment)
        workers = children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert dump(data) == before
        for worker in workers:
            wait_for_end(worker)
    assert build_sheets(data).changed
    assert not part.exists()
    assert rows(data, "select count(*) from events") == [(60,)]


def wait_for_end(pid: int) -> None:
    """Wait until the process is gone; the test's own time limit is the only one."""
    while True:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.02)


def test_two_builds_at_once(data: DataFolder, tmp_path: Path, builder: list[subprocess.Popen[bytes]]) -> None:
    keep(data, [Sheet(f"events/{number}", does="loop") for number in range(8)])
    process = start_build(data, tmp_path)
    builder.append(process)
    while not data.archive.with_name("archive.db.part").exists() and process.poll() is None:
        time.sleep(0.01)
    with pytest.raises(ArchiveError) as raised:
        build_sheets(data)
    assert raised.value.exit_code == exit_codes.LOCKED
    assert "build" in str(raised.value)
