"""Countries: as places where events are held, and as states that people speak for."""

from __future__ import annotations

from itertools import groupby

from web.asking import Answer, Ask, Missing, Page
from web.listings import EVENTS, RELEASES, SPEAKERS, Condition, rows
from web.pages.shared import COMING, path_of_page
from web.pictures.single import country_years
from web.shell import citation_of
from web.wording import count


def every(ask: Ask) -> Answer:
    """All countries that occur, by continent."""
    found = ask.read.rows("select * from countries order by region is null, region, name")
    return Page(
        "countries.html",
        "Countries",
        {
            "regions": [(region, list(group)) for region, group in groupby(found, key=lambda row: row["region"])],
            "number_of": len(found),
        },
        description="Countries where meetings are held, and states that people speak for.",
        formats=(
            ("CSV", "/exports/countries.csv", "text/csv"),
            ("NDJSON", "/exports/countries.ndjson", "application/x-ndjson"),
        ),
    )


def page(ask: Ask) -> Answer:
    """One country."""
    code = ask.parts["code"]
    row = ask.read.row("select * from countries where code = ?", code.upper())
    if row is None:
        raise Missing(f"No event, release or speaker of the archive has to do with the country “{code}”.")
    here = Condition("where country = ?", (row["code"],))
    path = f"/country/{row['code']}"
    return Page(
        "country.html",
        row["name"],
        {
            "country": row,
            "path_of_page": path_of_page,
            "years": country_years(ask.read, row),
            "events": rows(ask.read, EVENTS, here, "newest", size=12, first=0),
            "releases": rows(ask.read, RELEASES, here, "newest", size=12, first=0),
            "speakers": rows(ask.read, SPEAKERS, here, "newest", size=20, first=0, by="year desc, date desc, id"),
            "people": ask.read.rows(
                """
                with counted as (
                  select person_id, count(*) as times from appearances where country = ?
                  group by person_id order by times desc, person_id limit 12
                )
                select people.id, people.name, counted.times from counted join people on people.id = counted.person_id
                order by counted.times desc, people.name
                """,
                row["code"],
            ),
            "places": ask.read.rows(
                "select * from places where country = ? and event_count > 0 order by event_count desc, name limit 24",
                row["code"],
            ),
            "themes": ask.read.rows(
                """
                select themes.scheme, themes.code, themes.label, count(*) as times
                from events join taggings on taggings.event_id = events.id join themes on themes.id = taggings.theme_id
                where events.country = ? and scheme = 'iom-archive'
                group by themes.id order by times desc, label limit 10
                """,
                row["code"],
            ),
        },
        description=f"{row['name']}: {count(row['event_count'], 'event')} held there, "
        f"{count(row['appearance_count'], 'appearance')} of people who speak for it.",
        cite=citation_of(ask, row["name"], path, kind="Country"),
        formats=(
            ("Its speakers as CSV", f"/speakers.csv?country={row['code']}", "text/csv"),
            ("Events there as CSV", f"/events.csv?country={row['code']}", "text/csv"),
            ("Atom", f"/feeds/events.atom?country={row['code']}", "application/atom+xml"),
            (COMING, f"/feeds/events.ics?country={row['code']}", "text/calendar"),
        ),
        canonical=path,
    )
