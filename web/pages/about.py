"""Pages about the archive itself: method, data, data dictionary, API, feeds."""

from __future__ import annotations

from web.asking import Answer, Ask, Page


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
    event = ask.read.value("select id from events order by appearance_count desc, id limit 1")
    return Page(
        "api.html",
        "API",
        {
            "event": event,
            "spoke": ask.read.row(
                """
                select countries.code, countries.name, themes.scheme || '/' || themes.code as theme, themes.label
                from (select country, page_id from appearances where country is not null limit 1000) as some
                join countries on countries.code = some.country
                join taggings on taggings.page_id = some.page_id join themes on themes.id = taggings.theme_id
                where scheme = 'iom-archive'
                group by 1, 3 order by count(*) desc, 1, 3 limit 1
                """
            ),
            "max_rows": ask.site.setting("max_returned_rows"),
            "download": ask.site.setting("allow_download"),
        },
        description="Every page of the archive as JSON, CSV, NDJSON, calendar or feed, with examples for curl, pandas, "
        "R and DuckDB.",
    )


def feeds(ask: Ask) -> Answer:
    """Feeds and calendars, and how to narrow them."""
    return Page("feeds.html", "Feeds and calendars", {}, description="Atom feeds and calendars of the archive.")
