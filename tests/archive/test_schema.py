"""Every table and column is described, once, and what is made from the descriptions is up to date."""

from __future__ import annotations

import sqlite3

import pytest
import yaml

from archive import ddl
from archive.dictionary import DICTIONARY, METADATA, markdown, metadata, written_by_hand
from archive.schema import TABLES, VIEWS
from archive.tables import column, table


@pytest.fixture(scope="module")
def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for statements in (ddl.create_tables, ddl.create_indexes, ddl.create_search):
        for statement in statements():
            connection.execute(statement)
    return connection


def own_tables(connection: sqlite3.Connection, kind: str = "table") -> set[str]:
    rows = connection.execute(
        "select name from sqlite_master where type = ? and name not like 'sqlite_%' and name not like '%_fts%'", (kind,)
    )
    return {name for (name,) in rows}


def test_every_table_and_view_is_described_and_made(empty: sqlite3.Connection) -> None:
    assert own_tables(empty) == set(TABLES)
    assert own_tables(empty, "view") == set(VIEWS)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_says_what_it_means(name: str) -> None:
    described = TABLES[name]
    assert described.title
    assert described.row.endswith((".", "..."))
    for entry in described.columns:
        assert entry.meaning.endswith((".", "..")), entry.name
        assert entry.null is None or (entry.null and not entry.null.endswith(".")), entry.name
        assert "TODO" not in entry.meaning


@pytest.mark.parametrize("name", TABLES)
def test_the_table_is_made_as_described(empty: sqlite3.Connection, name: str) -> None:
    made = {row[1]: row for row in empty.execute(f"pragma table_info({name})")}
    assert list(made) == [entry.name for entry in TABLES[name].columns]
    for entry in TABLES[name].columns:
        _, _, type_, not_null, _, key = made[entry.name]
        assert type_ == entry.type
        assert bool(key) == entry.key
        assert bool(not_null) == (entry.null is None and not (entry.key and entry.type == "INTEGER"))
    (strict,) = empty.execute("select strict from pragma_table_list where name = ?", (name,)).fetchone()
    assert strict


def test_views_have_the_columns_they_describe(empty: sqlite3.Connection) -> None:
    for view in VIEWS.values():
        cursor = empty.execute(f"select * from {view.name}")
        assert [entry[0] for entry in cursor.description] == list(view.columns)


def test_foreign_keys_facets_and_sort_columns_have_an_index(empty: sqlite3.Connection) -> None:
    for described in TABLES.values():
        first = {
            empty.execute(f"pragma index_info({index})").fetchone()[2]
            for _, index, *_ in empty.execute(f"pragma index_list({described.name})")
        } | {described.key}
        names = {entry.name for entry in described.columns}
        wanted = {entry.name for entry in described.columns if entry.references}
        wanted |= set(described.facets)
        if described.sort:
            wanted.add(described.sort.lstrip("-"))
        assert wanted <= names, described.name
        assert wanted <= first, described.name
        for entry in described.columns:
            if entry.references:
                assert entry.references in TABLES
        assert described.label is None or described.label in names


def test_no_column_is_a_word_that_sql_would_have_quoted(empty: sqlite3.Connection) -> None:
    for described in TABLES.values():
        for entry in described.columns:
            empty.execute(f"select {entry.name} from {described.name}")


def test_a_nullable_column_must_say_what_null_means() -> None:
    with pytest.raises(TypeError, match="may be null"):

        @table("broken", title="Broken")
        class Broken:
            """One row."""

            id: int = column("Number.", key=True)
            name: str | None = column("Name.")


def test_the_written_dictionary_is_not_stale() -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == markdown(), "run: python -m archive.dictionary"


def test_datasettes_metadata_is_not_stale() -> None:
    text = METADATA.read_text(encoding="utf-8")
    assert text == written_by_hand(text) + metadata(), "run: python -m archive.dictionary"


def test_licence_and_source_stand_at_every_level() -> None:
    root = yaml.safe_load(METADATA.read_text(encoding="utf-8"))
    database = root["databases"]["archive"]
    for level in (root, database, *database["tables"].values()):
        for key in ("title", "description", "license", "source", "source_url"):
            assert level[key], key
    assert set(database["tables"]) == {*TABLES, *VIEWS}
    for name, described in {**TABLES, **VIEWS}.items():
        columns = [entry.name for entry in described.columns] if name in TABLES else list(VIEWS[name].columns)
        assert list(database["tables"][name]["columns"]) == columns


def test_prepared_queries_say_what_they_do() -> None:
    queries = yaml.safe_load(METADATA.read_text(encoding="utf-8"))["databases"]["archive"]["queries"]
    assert len(queries) >= 10
    for name, query in queries.items():
        assert query["title"], name
        assert query["description"], name
        for parameter in query.get("params", []):
            assert f":{parameter}" in query["sql"], f"{name}: {parameter}"
