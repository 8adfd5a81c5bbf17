"""Pages about the archive itself: method, data dictionary, API, exports, feeds, and how to suggest a correction."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from web.asking import Answer, Ask, Page
from web.citations import ARCHIVE
from web.shell import about_file
from web.wording import field_name

_LONGEST_REPORT = 1_500  # characters of an address's query that mail programs and trackers take


def about(ask: Ask) -> Answer:
    """Method, licence, privacy, contact."""
    return Page(
        "about.html",
        "About",
        {
            "file": ask.read.rows("select * from archive_info order by rowid")
            if not ask.site.settings.public
            else ask.read.rows("select * from archive_info where name != 'sqlite_version' order by rowid"),
            "corrections_to": ask.site.settings.corrections,
        },
        description="How the archive is made, what may be done with it, and what it keeps of people.",
    )


def data(ask: Ask) -> Answer:
    """The way in for those who want rows."""
    return Page(
        "data.html",
        "Data",
        {
            "tables": ask.read.rows("select * from described_tables order by row_count is null, rowid"),
            "queries": ask.site.queries(),
            "sql": ask.site.setting("default_allow_sql"),
            "size": ask.site.size,
            "download": ask.site.setting("allow_download"),
        },
        description="Tables, queries, exports and the API of the archive.",
    )


def dictionary(ask: Ask) -> Answer:
    """Every table and column, as the file itself describes them."""
    columns: dict[str, list[object]] = {}
    for row in ask.read.rows("select * from described_columns order by table_name, position"):
        columns.setdefault(row["table_name"], []).append(row)
    return Page(
        "dictionary.html",
        "Data dictionary",
        {"tables": ask.read.rows("select * from described_tables order by rowid"), "columns": columns},
        description="What every table and every column means, how values are written, and what null means.",
        formats=(
            ("CSV", "/exports/described_columns.csv", "text/csv"),
            ("NDJSON", "/exports/described_columns.ndjson", "application/x-ndjson"),
        ),
    )


def api(ask: Ask) -> Answer:
    """How programs ask, with examples that run as they stand."""
    person = ask.read.value("select id from people order by appearance_count desc, id limit 1")
    event = ask.read.value("select id from events order by appearance_count desc, id limit 1")
    return Page(
        "api.html",
        "API",
        {"person": person, "event": event, "max_rows": ask.site.setting("max_returned_rows")},
        description="Every page of the archive as JSON, CSV, NDJSON, calendar or feed, with examples for curl, pandas, "
        "R and DuckDB.",
    )


def feeds(ask: Ask) -> Answer:
    """Feeds and calendars, and how to narrow them."""
    return Page("feeds.html", "Feeds and calendars", {}, description="Atom feeds and calendars of the archive.")


def correct(ask: Ask) -> Answer:
    """A prefilled report: which page, which fact, which words."""
    path = ask.args.get("of", "/")
    path = path if path.startswith("/") and not path.startswith("//") else "/"
    lines = [f"Page: {ask.base}{path}"]
    found = None
    if (number := ask.args.get("evidence", "")).isdecimal() and len(number) < 17:
        found = ask.read.row(
            """
            select evidence.*, pages.address from evidence join revisions on revisions.id = evidence.revision_id
            join pages on pages.id = revisions.page_id where evidence.id = ?
            """,
            int(number),
        )
    if found:
        lines += [
            f"Fact: {field_name(found['field'])} ({found['table_name']} {found['row_id']})",
            f"Words that it was read from: “{found['words'] or ''}”",
            f"Source: {found['address']}",
        ]
    about_ = about_file(ask.site, ask.read)
    lines += [
        f"Archive as of: {about_.get('as_of')}",
        "",
        "What is wrong:",
        "",
        "What is right, and where it says so:",
        "",
    ]
    report, subject = "\n".join(lines), f"Correction: {path}"
    return Page(
        "correct.html",
        "Suggest a correction",
        {"report": report, "of": path, "found": found, "send": _send(ask.site.settings.corrections, subject, report)},
        description=f"Say what is wrong in the {ARCHIVE}.",
        cite=False,
        index=False,
    )


def _send(to: str | None, subject: str, report: str) -> tuple[str, str] | None:
    """Label and address of the way to send a report; None where the operator has set none."""
    if not to:
        return None
    report = report[:_LONGEST_REPORT]
    if to.startswith(("https://", "http://")):
        return (
            "Open a report with this text",
            f"{to}{'&' if '?' in to else '?'}{urlencode({'title': subject, 'body': report})}",
        )
    mail = to.removeprefix("mailto:")
    return f"Write to {mail}", f"mailto:{quote(mail, safe='@')}?subject={quote(subject)}&body={quote(report)}"
