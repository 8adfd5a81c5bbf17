"""The ledger's file: made, brought up to date in whole steps, refused when newer."""

import sqlite3
import subprocess
import sys

import pytest

from scraper import ledger as module
from scraper.ledger import MIGRATIONS, Ledger, LedgerError, LedgerIsNewerError, statements


def version(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


def test_a_new_ledger_is_durable_strict_and_linked(tmp_path):
    ledger = Ledger(tmp_path / "deep" / "ledger.db", write=True)
    ask = ledger.connection.execute
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA synchronous").fetchone() == (2,)  # FULL
    assert ask("PRAGMA foreign_keys").fetchone() == (1,)
    assert ask("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    tables = ask(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    assert {"pages", "addresses", "captures", "runs", "warc_files", "frontier"} <= {name for name, _ in tables}
    assert all(strict for _, strict in tables)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        ask("INSERT INTO addresses VALUES ('https://x.example/', 5, NULL, '')")
    ledger.close()


def test_a_newer_ledger_is_refused(tmp_path):
    path = tmp_path / "ledger.db"
    Ledger(path, write=True).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    for write in (True, False):
        with pytest.raises(LedgerIsNewerError, match="newer version") as caught:
            Ledger(path, write=write)
        assert "Update" in caught.value.hint


def test_an_older_ledger_is_brought_up_to_date_by_writers_alone(tmp_path, monkeypatch):
    path = tmp_path / "ledger.db"
    Ledger(path, write=True).close()
    longer = (*MIGRATIONS, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;\nINSERT INTO later VALUES (1);")
    monkeypatch.setattr(module, "MIGRATIONS", longer)
    with pytest.raises(LedgerError, match="older version"):
        Ledger(path, write=False)
    ledger = Ledger(path, write=True)
    assert ledger.connection.execute("SELECT id FROM later").fetchall() == [(1,)]
    ledger.close()
    assert version(path) == len(longer)
    Ledger(path, write=False).close()


def test_a_migration_that_fails_leaves_nothing(tmp_path, monkeypatch):
    path = tmp_path / "ledger.db"
    Ledger(path, write=True).close()
    before = len(MIGRATIONS)
    broken = (*MIGRATIONS, "CREATE TABLE later (id INTEGER) STRICT;\nINSERT INTO nowhere VALUES (1);")
    monkeypatch.setattr(module, "MIGRATIONS", broken)
    with pytest.raises(LedgerError, match="nowhere"):
        Ledger(path, write=True)
    assert version(path) == before
    monkeypatch.setattr(module, "MIGRATIONS", broken[:-1])
    ledger = Ledger(path, write=True)
    assert ledger.connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").fetchone() == (0,)
    ledger.close()


def test_a_migration_killed_half_way_is_done_again_whole(tmp_path):
    path = tmp_path / "ledger.db"
    script = f"""
import os, signal
from pathlib import Path
from scraper import ledger
def killed():
    os.kill(os.getpid(), signal.SIGKILL)
ledger.MIGRATIONS = (ledger.MIGRATIONS[0], "CREATE TABLE later (id INTEGER) STRICT;\\nSELECT killed();")
original = ledger.sqlite3.connect
def connect(*args, **more):
    connection = original(*args, **more)
    connection.create_function("killed", 0, killed)
    return connection
ledger.sqlite3.connect = connect
ledger.Ledger(Path({str(path)!r}), write=True)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
    assert version(path) == 1
    ledger = Ledger(path, write=True)
    assert ledger.connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").fetchone() == (0,)
    ledger.close()


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_database(tmp_path, write):
    path = tmp_path / "ledger.db"
    path.write_bytes(b"these are not the pages of a database" * 100)
    with pytest.raises(LedgerError, match="cannot be read") as caught:
        Ledger(path, write=write)
    assert "backup" in caught.value.hint


def test_a_database_that_is_no_ledger(tmp_path):
    path = tmp_path / "ledger.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (id INTEGER)")
    connection.close()
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger(path, write=True)


def test_a_reader_cannot_write(tmp_path):
    Ledger(tmp_path / "ledger.db", write=True).close()
    ledger = Ledger(tmp_path / "ledger.db", write=False)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        ledger.connection.execute("DELETE FROM pages")
    ledger.close()


def test_transactions_nest_and_roll_back(tmp_path):
    ledger = Ledger(tmp_path / "ledger.db", write=True)

    def count():
        return ledger.connection.execute("SELECT count(*) FROM hosts").fetchone()[0]

    def insert(host):
        ledger.connection.execute("INSERT INTO hosts (host) VALUES (?)", (host,))

    with ledger.transaction():
        insert("a")
        with pytest.raises(KeyError), ledger.transaction():
            insert("b")
            raise KeyError
        with ledger.transaction():
            insert("c")
        with pytest.raises(RuntimeError, match="of their own"), ledger.transaction(outermost=True):
            pass
    assert count() == 2
    with pytest.raises(KeyError), ledger.transaction():
        insert("d")
        raise KeyError
    assert count() == 2
    ledger.close()


def test_scripts_are_split_at_their_statements():
    script = "CREATE TABLE a (b); -- c;\nCREATE TRIGGER t AFTER DELETE ON a\nBEGIN SELECT 1;\nEND;\n\nSELECT 2;"
    assert [part.split()[0:2] for part in statements(script)] == [
        ["CREATE", "TABLE"],
        ["CREATE", "TRIGGER"],
        ["SELECT", "2;"],
    ]
    with pytest.raises(ValueError, match="unfinished"):
        list(statements("SELECT 1"))
