"""Series of meetings: the International Dialogue on Migration, the IOM Council ..."""

from __future__ import annotations

from web.asking import Answer, Ask, Missing, Page
from web.listings import EVENTS, RELEASES, Condition, rows
from web.pages.shared import COMING
from web.pictures.single import series_years
from web.shell import citation_of
from web.wording import count

_SIZE = 100
_RELEASES = 25


def every(ask: Ask) -> Answer:
    """All series that occur."""
    return Page(
        "series_all.html",
        "Series of meetings",
        {
            "all_series": ask.read.rows(
                """
                select series.*,
                  (select count(*) from press_releases where press_releases.series = series.code) as release_count
                from series order by event_count desc, name
                """
            )
        },
        description="Series of meetings with events in the archive.",
        formats=(
            ("CSV", "/exports/series.csv", "text/csv"),
            ("NDJSON", "/exports/series.ndjson", "application/x-ndjson"),
        ),
    )


def page(ask: Ask) -> Answer:
    """One series."""
    row = ask.read.row("select * from series where code = ?", ask.parts["code"])
    if row is None:
        raise Missing(f"No event of the archive belongs to a series “{ask.parts['code']}”.")
    path = f"/series/{row['code']}"
    here = Condition("where series = ?", (row["code"],))
    return Page(
        "series.html",
        row["name"],
        {
            "series": row,
            "years": series_years(ask.read, row),
            "events": rows(ask.read, EVENTS, here, "newest", size=_SIZE, first=0),
            "size": _SIZE,
            "releases": rows(ask.read, RELEASES, here, "newest", size=_RELEASES, first=0),
            "release_count": ask.read.value("select count(*) from press_releases where series = ?", row["code"]),
            "people": ask.read.rows(
                """
                with latest as (select id from events where series = ? order by start_date desc limit 300)
                select people.id, people.name, count(distinct appearances.event_id) as times
                from latest cross join appearances on appearances.event_id = latest.id
                join people on people.id = appearances.person_id
                group by people.id order by times desc, people.name limit 16
                """,
                row["code"],
            ),
        },
        description=f"{row['name']}: {count(row['event_count'], 'event')} in the archive.",
        cite=citation_of(ask, row["name"], path, kind="Series of meetings"),
        formats=(
            ("Events as CSV", f"/events.csv?series={row['code']}", "text/csv"),
            ("Atom", f"/feeds/events.atom?series={row['code']}", "application/atom+xml"),
            (COMING, f"/feeds/events.ics?series={row['code']}", "text/calendar"),
        ),
        canonical=path,
    )
