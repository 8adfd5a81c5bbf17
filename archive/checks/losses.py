"""Whether a row that was published is gone, and why.

What the archive keeps for ever (pages, their addresses, captures) may only move to the page that another one was found
to be. What is read from a page may go when the page's text changed, a correction took it out, or newer parsers read the
page differently, or a person asked to be left out. A page that was taken out by a correction takes all its rows with
it. Anything else is a loss without a reason.
"""

from __future__ import annotations

from collections import Counter

from archive import corrections
from archive.checks.result import Check
from archive.checks.subject import Subject
from archive.corrections import Corrections

_KEPT = {"pages": "id", "page_addresses": "page_id", "captures": "page_id", "revisions": "page_id"}
_READ = {
    "events": "page_id",
    "sessions": "page_id",
    "press_releases": "page_id",
    "appearances": "page_id",
    "involvements": "page_id",
    "documents": "page_id",
}
_WORDS = {"appearances": ("name", "name_text"), "involvements": ("name_text",), "documents": ("label",)}
_SHOWN = 5

WITHHELD = "page withheld by a correction"
BLOCKED = "person left out by a correction"
MERGED = "page found to be another one"
CORRECTED = "correction"
PARSERS = "newer parsers"
CHANGED = "page changed"
NONE = "no reason"


def lost_rows(subject: Subject) -> Check:
    """Every row of the last snapshot is still there, or there is a reason why not."""
    why = "People cite rows. One that goes silently takes its citations with it."
    if not subject.has_before:
        return Check("lost rows", why, True, True, {}, ("no snapshot before this one",))
    stated = corrections.load(subject.data.corrections)
    _explain(subject, stated)
    figures, notes = {}, []
    for table, page in (_KEPT | _READ).items():
        if not subject.common(table):
            continue
        lost = _lost(subject, table, page)
        reasons = Counter(_reason(table, reason) for _, reason in lost)
        if reasons:
            figures[table] = dict(sorted(reasons.items()))
        if reasons[NONE]:
            some = [str(row) for row, reason in lost if _reason(table, reason) == NONE][:_SHOWN]
            notes.append(f"{table}: {reasons[NONE]:,} rows lost without a reason, such as {', '.join(some)}")
        notes += _many_by_parsers(subject, table, reasons[PARSERS])
    return Check("lost rows", why, True, not notes, figures, tuple(notes))


def _reason(table: str, reason: str) -> str:
    if table in ("pages", "page_addresses", "captures") and reason not in (MERGED, WITHHELD):
        return NONE
    return NONE if table == "revisions" and reason == CHANGED else reason


def _explain(subject: Subject, stated: Corrections) -> None:
    """Give each page of before the reason why its rows may go: the table ``reasons``."""

    def is_blocked(words: str | None) -> bool:
        return words is not None and (stated.blocked.names(words) or stated.blocked.finds(words))

    subject.connection.create_function("is_blocked", 1, is_blocked, deterministic=True)
    if subject.connection.execute("SELECT 1 FROM temp.sqlite_schema WHERE name = 'reasons'").fetchone():
        return
    subject.connection.execute(
        """
        CREATE TEMP TABLE corrected AS
        SELECT page_id FROM (
          SELECT page_id, target, action, value FROM main.corrections
          EXCEPT SELECT page_id, target, action, value FROM before.corrections)
        UNION SELECT page_id FROM (
          SELECT page_id, target, action, value FROM before.corrections
          EXCEPT SELECT page_id, target, action, value FROM main.corrections)
        """
    )
    subject.connection.execute("CREATE TEMP TABLE withheld (address TEXT PRIMARY KEY)")
    subject.connection.executemany("INSERT INTO withheld VALUES (?)", {(entry.page,) for entry in stated.withheld})
    subject.connection.execute("CREATE TEMP TABLE reasons (page_id INTEGER PRIMARY KEY, reason TEXT NOT NULL)")
    subject.connection.execute(
        """
        INSERT INTO reasons
        SELECT was.id, CASE
          WHEN was.id IN (SELECT page_id FROM before.page_addresses JOIN withheld USING (address)) THEN ?1
          WHEN was.id IN (SELECT id FROM main.merged_pages) THEN ?2
          WHEN EXISTS (SELECT 1 FROM corrected WHERE page_id = was.id) THEN ?3
          WHEN read_then.parser_version <> read_now.parser_version THEN ?4
          WHEN was.revision_id IS NOT now.revision_id THEN ?5
          ELSE ?6 END
        FROM before.pages AS was
        LEFT JOIN main.pages AS now ON now.id = was.id
        LEFT JOIN before.revisions AS read_then ON read_then.id = was.revision_id
        LEFT JOIN main.revisions AS read_now ON read_now.id = now.revision_id
        """,
        (WITHHELD, MERGED, CORRECTED, PARSERS, CHANGED, NONE),
    )


def _lost(subject: Subject, table: str, page: str) -> list[tuple[int, str]]:
    named = " OR ".join(f"is_blocked(was.{column})" for column in _WORDS.get(table, ())) or "0"
    return subject.connection.execute(
        f"""
        SELECT was.id, CASE WHEN {named} THEN ? ELSE coalesce(reason, ?) END
        FROM before.{table} AS was LEFT JOIN reasons ON reasons.page_id = was.{page}
        WHERE NOT EXISTS (SELECT 1 FROM main.{table} AS now WHERE now.id = was.id) ORDER BY was.id
        """,  # noqa: S608
        (BLOCKED, NONE),
    ).fetchall()


def _many_by_parsers(subject: Subject, table: str, lost: int) -> list[str]:
    rows = subject.connection.execute(f"SELECT count(*) FROM before.{table}").fetchone()[0]  # noqa: S608
    if rows < subject.limits.least_rows or lost <= rows * subject.limits.lost_by_parsers:
        return []
    return [f"{table}: newer parsers no longer read {lost:,} of {rows:,} rows"]
