"""Full-text search finds what people type."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest


def found(archive: sqlite3.Connection, table: str, query: str) -> list[str]:
    column = {"people": "name", "organizations": "name", "search_index": "title"}[table]
    rows = archive.execute(
        f"select {table}.{column} from {table}_fts join {table} on {table}.id = {table}_fts.rowid"
        f" where {table}_fts match ? order by {table}_fts.rank",
        (query,),
    )
    return [name for (name,) in rows]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ('"o\'neill"', "Sinead O'Neill"),
        ('"o’neill"', "Sinead O'Neill"),
        ("oneill", "Sinead O'Neill"),
        ("sinead", "Sinead O'Neill"),
        ("Sinéad", "Sinead O'Neill"),
        ('"al-masri"', "Omar al-Masri"),
        ('"al masri"', "Omar al-Masri"),
        ("nguyen", "Nguyễn Thị Minh Khai"),
        ("Nguyễn", "Nguyễn Thị Minh Khai"),
        ("thi", "Nguyễn Thị Minh Khai"),
        ("lukasz", "Łukasz Wałęsa"),
        ("łukasz", "Łukasz Wałęsa"),
        ("WALESA", "Łukasz Wałęsa"),
        ("orsted", "Đorđe Ørsted"),
        ("dorde", "Đorđe Ørsted"),
        ("محمد", "محمد الهاشمي"),
    ],
)
def test_names_without_their_accents(archive: sqlite3.Connection, query: str, name: str) -> None:
    assert found(archive, "people", query) == [name]
    assert name in found(archive, "search_index", query)


def test_names_are_not_stemmed(archive: sqlite3.Connection) -> None:
    assert found(archive, "people", "walesas") == []


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("migrant", "International Dialogue on Migration 2024"),
        ("remittance", "International Dialogue on Migration 2024"),
        ('"remittances across"', "International Dialogue on Migration 2024"),
        ("remit*", "International Dialogue on Migration 2024"),
        ("ivoire", "International Dialogue on Migration 2024"),
        ("cote", "International Dialogue on Migration 2024"),
        ("pathways director", "Panel 1: Regular pathways"),
        ('"sao tome"', "Ministers meet in Geneva"),
        ("nairobi", "Kenya"),
        ("الهجرة", "بيان صحفي"),
        ("هجرة", "بيان صحفي"),
        ("منظمة", "بيان صحفي"),
        ('"mohammad" OR صحفي', "بيان صحفي"),
    ],
)
def test_texts(archive: sqlite3.Connection, query: str, title: str) -> None:
    assert title in found(archive, "search_index", query)


def test_all_kinds_are_in_one_list(archive: sqlite3.Connection) -> None:
    kinds = {kind for (kind,) in archive.execute("select distinct type from search_index")}
    assert kinds == {"event", "session", "press_release", "person", "organization", "page"}


def test_the_name_itself_ranks_first(archive: sqlite3.Connection) -> None:
    ranked = archive.execute(
        "select search_index.type, search_index.title from search_index_fts join search_index on search_index.id = search_index_fts.rowid"
        " where search_index_fts match 'walesa' order by bm25(search_index_fts, 10, 5, 1, 3)"
    ).fetchall()
    assert ranked[0] == ("person", "Łukasz Wałęsa")
    assert {kind for kind, _ in ranked} == {"person", "session", "event"}


def test_only_the_present_text_is_searched_and_old_ones_apart(archive: sqlite3.Connection) -> None:
    count = "select count(*) from {}_fts where {}_fts match '\"took up objective\"'"
    assert archive.execute(count.format("search_index", "search_index")).fetchone() == (0,)
    assert archive.execute(count.format("revision_texts", "revision_texts")).fetchone() == (1,)


def test_the_documented_statements_run(archive: sqlite3.Connection) -> None:
    text = (Path(__file__).parents[2] / "docs" / "query.md").read_text(encoding="utf-8")
    documented = re.findall(r"```sql\n(select.*?)```", text, re.DOTALL)
    documented += re.findall(r"\"(select date.*?)\"", text)
    assert len(documented) == 3
    for statement in documented:
        archive.execute(statement).fetchall()  # what it finds in the sample, tests/web/test_examples.py looks at
