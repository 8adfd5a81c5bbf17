"""Whether the file is what it says it is: schema, foreign keys, full-text search."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from archive import ddl, info, schema
from archive.checks.result import Check
from archive.checks.subject import Subject

_SHOWN = 5


def schema_as_described(subject: Subject) -> Check:
    """Tables, views and indexes are those of `archive.schema`, word for word."""
    described, found = _described(), _objects(subject.connection)
    notes = [f"{name} is missing" for name in described if name not in found]
    notes += [f"{name} is not described" for name in found if name not in described]
    notes += [f"{name} has another form" for name in described if name in found and described[name] != found[name]]
    for pragma, wanted in (("application_id", info.APPLICATION_ID), ("user_version", schema.VERSION)):
        value = subject.connection.execute(f"PRAGMA {pragma}").fetchone()[0]
        if value != wanted:
            notes.append(f"{pragma} is {value}, not {wanted}")
    return Check(
        "schema",
        "Whoever reads the file relies on the columns that the data dictionary names.",
        True,
        not notes,
        {"tables": len(schema.TABLES), "views": len(schema.VIEWS), "user_version": schema.VERSION},
        tuple(notes),
    )


def _described() -> dict[str, str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statements in (ddl.create_tables(), ddl.create_indexes(), ddl.create_search()):
            for statement in statements:
                connection.execute(statement)
        return _objects(connection)


def _objects(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    return dict(rows.fetchall())


def foreign_keys(subject: Subject) -> Check:
    """Every key points to a row, and the file's pages are in order."""
    loose = subject.connection.execute("SELECT * FROM pragma_foreign_key_check").fetchmany(1000)
    wrong = [row[0] for row in subject.connection.execute(f"PRAGMA integrity_check({_SHOWN})") if row[0] != "ok"]
    notes = [f"row {row} of {table} names a row of {parent} that is not there" for table, row, parent, _ in loose]
    return Check(
        "foreign keys",
        "A join must not lose rows, and a damaged file must not be published.",
        True,
        not loose and not wrong,
        {"loose keys": len(loose), "damaged places": len(wrong)},
        (*notes[:_SHOWN], *wrong),
    )


def full_text_search(subject: Subject) -> Check:
    """Each full-text index holds the words of its table, and no others.

    SQLite checks this by a statement that counts as writing, so the file is opened for writing; nothing is written.
    """
    notes: list[str] = []
    unchecked: list[str] = []
    with closing(sqlite3.connect(f"{subject.archive.absolute().as_uri()}?mode=rw", uri=True)) as connection:
        for name in ddl.search_tables():
            try:
                connection.execute("BEGIN")
                connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
            except sqlite3.DatabaseError as error:
                read_only = error.sqlite_errorname.startswith("SQLITE_READONLY")
                (unchecked if read_only else notes).append(f"{name}: {error}")
            finally:
                connection.rollback()
    return Check(
        "full-text search",
        "A search that misses rows looks like an archive without them.",
        bool(notes) or not unchecked,
        not notes and not unchecked,
        {"indexes": len(ddl.search_tables())},
        tuple(notes or ("not checked: the file may not be written to",) * bool(unchecked)),
    )
