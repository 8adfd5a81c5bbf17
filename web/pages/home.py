"""The first page: what this is, how fresh, what is in it, and ways in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from web.asking import Answer, Ask, Page
from web.pictures.whole import by_year
from web.reading import Reader
from web.vocabulary import vocabulary

_EVENTS = """
    select events.id, events.name, events.address, start_date, end_date, city, language, status
    from events
"""


def page(ask: Ask) -> Answer:
    """The home page. All but what is upcoming is worked out once for the file."""
    shown = ask.site.once("home", lambda: _home(ask.read))
    today = datetime.now(UTC).date().isoformat()
    upcoming = ask.read.rows(f"{_EVENTS} where start_date >= ? order by start_date, events.id limit 6", today)
    names = vocabulary(ask.site, ask.read)
    return Page(
        "home.html",
        "IOM events archive",
        {
            **shown,
            "upcoming": upcoming,
            "years": ask.site.once("picture by-year", lambda: by_year(ask.read)),
            "names": names,
        },
        description="Who met about migration, when, on what: meetings and press releases of the International "
        "Organization for Migration as searchable rows, each fact with the words that say it.",
        canonical="/",
    )


def _home(read: Reader) -> dict[str, Any]:
    counts = {row[0]: row[1] for row in read.rows("select name, row_count from described_tables")}
    return {
        "counts": counts,
        "span": read.row("select min(start_date) as first, max(start_date) as last from events"),
        "latest_events": read.rows(
            f"{_EVENTS} where start_date is not null order by start_date desc, events.id limit 6"
        ),
        "latest_releases": read.rows(
            "select id, headline, address, published, city, language from press_releases where published is not null "
            "order by published desc, id limit 6"
        ),
        "people": read.rows(
            "select id, name, appearance_count from people order by appearance_count desc, name limit 12"
        ),
        "countries": read.rows(
            "select code, name, event_count from countries where event_count > 0 "
            "order by event_count desc, name limit 18"
        ),
        "series": read.rows("select * from series where event_count > 0 order by event_count desc, name limit 12"),
        "themes": read.rows(
            "select * from themes where scheme = 'iom-archive' and page_count > 0 "
            "order by page_count desc, label limit 14"
        ),
    }
