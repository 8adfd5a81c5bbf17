"""Themes of the three schemes."""

from __future__ import annotations

from itertools import groupby

from web.asking import Answer, Ask, Missing, Page
from web.listings import EVENTS, RELEASES, Condition, rows
from web.pictures.single import theme_years
from web.shell import citation_of
from web.vocabulary import vocabulary
from web.wording import SCHEME_NAMES, count, theme_label

_TOLD = 500  # and that "why" looks at
_LATEST = 200  # pages of a theme that "who" looks at: bounded for the themes of nearly every page


def every(ask: Ask) -> Answer:
    """All themes by scheme, also those without a page: that nothing is said of one is worth knowing."""
    found = vocabulary(ask.site, ask.read).themes
    return Page(
        "themes.html",
        "Themes",
        {
            "schemes": [(scheme, list(group)) for scheme, group in groupby(found, key=lambda row: row["scheme"])],
            "most": max((row["page_count"] for row in found), default=1) or 1,
        },
        description="Themes of meetings and releases: this project's list, the objectives of the Global Compact for "
        "Migration, the Sustainable Development Goals.",
        formats=(
            ("CSV", "/exports/themes.csv", "text/csv"),
            ("NDJSON", "/exports/themes.ndjson", "application/x-ndjson"),
        ),
    )


def page(ask: Ask) -> Answer:
    """One theme."""
    scheme, code = ask.parts["scheme"], ask.parts["code"]
    row = ask.read.row("select * from themes where scheme = ? and code = ?", scheme, code)
    if row is None:
        raise Missing(f"No scheme of themes here has “{scheme} {code}”.")
    label = theme_label(scheme, code, row["label"])
    key = f"{scheme}/{code}"
    path = f"/theme/{key}"
    tagged = Condition(
        "where exists (select 1 from taggings where taggings.page_id = {table}.id and +theme_id = ?)", (row["id"],)
    )
    # Walking along the days finds the latest of a frequent theme at once; a rare one is found by its own few pages.
    few = row["page_count"] < 2_000
    chosen = {
        listing.key: Condition(
            f"where id in (select {column} from taggings where theme_id = ?)"
            if few
            else tagged.sql.format(table=listing.source),
            (row["id"],),
        )
        for listing, column in ((EVENTS, "event_id"), (RELEASES, "press_release_id"))
    }
    return Page(
        "theme.html",
        label,
        {
            "theme": row,
            "label": label,
            "key": key,
            "years": theme_years(ask.read, row, label),
            "events": rows(ask.read, EVENTS, chosen["events"], "newest", size=12, first=0),
            "releases": rows(ask.read, RELEASES, chosen["releases"], "newest", size=12, first=0),
            "latest": _LATEST,
            "told": _TOLD,
            "people": ask.read.rows(
                """
                with latest as (select page_id from taggings where theme_id = ? order by year desc limit ?),
                counted as (
                  select person_id, count(*) as times
                  from latest cross join appearances on appearances.page_id = latest.page_id
                  group by person_id order by times desc, person_id limit 16
                )
                select people.id, people.name, counted.times from counted join people on people.id = counted.person_id
                order by counted.times desc, people.name
                """,
                row["id"],
                _LATEST,
            ),
            "reasons": ask.read.rows(
                """
                with latest as (select words, basis from taggings where theme_id = ? order by year desc limit ?)
                select basis, lower(words) as words, count(*) as times from latest
                group by basis, lower(words) order by times desc limit 12
                """,
                row["id"],
                _TOLD,
            ),
        },
        description=f"{label}: {count(row['page_count'], 'page')} of the archive.",
        cite=citation_of(ask, label, path, kind=SCHEME_NAMES.get(scheme, "Theme")),
        formats=(
            ("Events as CSV", f"/events.csv?theme={key}", "text/csv"),
            ("Its speakers as CSV", f"/speakers.csv?theme={key}", "text/csv"),
            ("Atom", f"/feeds/events.atom?theme={key}", "application/atom+xml"),
        ),
        canonical=path,
    )
