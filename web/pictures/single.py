"""Pictures of one person, body, country, theme or series."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from markupsafe import Markup

from web.pictures.drawing import Picture, Series, bars, from_to
from web.pictures.network import Node, ring
from web.reading import Reader, Row
from web.wording import count

_LATEST_SESSIONS = 150
_COMPANY = 24  # people who are listed as having shared sessions with one
_DRAWN = 16  # of these, how many are drawn


def person_years(read: Reader, person: Row) -> Picture:
    """Appearances of one person by year; told from the index by person and day alone."""
    values = {
        int(row[0]): row[1]
        for row in read.rows(
            "select substr(date, 1, 4), count(*) from appearances where person_id = ? and date is not null group by 1",
            person["id"],
        )
    }
    return _one(
        f"Appearances of {person['name']} by year",
        [Series("Appearances", values)],
        ("Year", "Appearances"),
        sorted(values.items()),
        "Appearances by year",
    )


def organization_years(read: Reader, organization: Row) -> Picture:
    """Involvements of one body and appearances of its people, by year."""
    return _two(
        read,
        f"{organization['name']} by year",
        organization["id"],
        (
            "Involvements",
            "select year, count(*) from involvements where organization_id = ? and year is not null group by 1",
        ),
        (
            "Appearances of its people",
            _years_of("appearances", "date", "organization_id"),
        ),
    )


def country_years(read: Reader, country: Row) -> Picture:
    """Events held in one country and releases from it, by year."""
    return _two(
        read,
        f"{country['name']} by year",
        country["code"],
        ("Events", _years_of("events", "start_date", "country")),
        ("Releases", _years_of("press_releases", "published", "country")),
    )


def theme_years(read: Reader, theme: Row, label: str) -> Picture:
    """Pages with one theme, by year."""
    values = _pairs(
        read, "select year, count(*) from taggings where theme_id = ? and year is not null group by 1", theme["id"]
    )
    return _one(f"{label} by year", [Series("Pages", values)], ("Year", "Pages"), sorted(values.items()), "By year")


def series_years(read: Reader, series: Row) -> Picture:
    """Events of one series, by year."""
    values = _pairs(read, _years_of("events", "start_date", "series"), series["code"])
    return _one(
        f"{series['name']} by year", [Series("Events", values)], ("Year", "Events"), sorted(values.items()), "By year"
    )


def person_network(read: Reader, person: Row) -> Picture | None:
    """Who shared sessions with one person, and with each other; None for one who shared none."""
    together: dict[int, set[int]] = defaultdict(set)
    for session, other in read.rows(
        """
        with latest as (
          select session_id from appearances where person_id = :person and session_id is not null
          order by date desc limit :most
        )
        select appearances.session_id, appearances.person_id
        from (select distinct session_id from latest) as latest
        cross join appearances on appearances.session_id = latest.session_id
        where appearances.person_id != :person
        """,
        person=person["id"],
        most=_LATEST_SESSIONS,
    ):
        together[session].add(other)
    times = Counter(other for others in together.values() for other in others)
    if not times:
        return None
    chosen = dict(sorted(times.items(), key=lambda item: (-item[1], item[0]))[:_COMPANY])
    names = {
        row["id"]: row["name"]
        for row in read.rows(f"select id, name from people where id in ({','.join(map(str, chosen))})")
    }
    nodes = [Node(number, names[number], count_) for number, count_ in chosen.items()]
    drawn = {node.id for node in nodes[:_DRAWN]}
    ties = Counter(pair for others in together.values() for pair in combinations(sorted(others & drawn), 2))
    return Picture(
        key="shared-sessions",
        title="Shared sessions",
        summary=f"Those who shared most sessions with {person['name']}, with lines between those who sat together.",
        svg=ring(
            "shared-sessions",
            f"Who shared sessions with {person['name']}",
            Node(person["id"], person["name"], 1),
            nodes[:_DRAWN],
            ties,
        ),
        head=("Person", "Shared sessions"),
        rows=[(node.name, node.weight) for node in nodes],
        links={node.name: f"/person/{node.id}" for node in nodes},
        note=f"Counted over the latest {_LATEST_SESSIONS} sessions." if len(together) >= _LATEST_SESSIONS - 1 else None,
    )


def _one(
    title: str, series: Sequence[Series], head: tuple[str, ...], rows: Sequence[tuple[object, ...]], heading: str
) -> Picture:
    """A small picture of one thing by year; nothing is drawn for a single year."""
    years = sorted({year for one in series for year, value in one.values.items() if value})
    totals = " and ".join(_counted(one) for one in series)
    return Picture(
        key="by-year",
        title=heading,
        summary=f"{totals}, dated{from_to(years)}." if years else "Nothing is dated.",
        svg=bars("by-year", title, series, height=170) if len(years) > 1 else Markup(""),
        head=head,
        rows=list(rows),
    )


def _counted(series: Series) -> str:
    """``12 events``, ``1 event``; the first word of a name is its noun."""
    noun, *rest = series.name.lower().split(" ", 1)
    return " ".join((count(sum(series.values.values()), noun.removesuffix("s")), *rest))


def _two(read: Reader, title: str, key: int | str, *both: tuple[str, str]) -> Picture:
    series = [Series(name, _pairs(read, sql, key)) for name, sql in both]
    years = sorted({year for one in series for year in one.values})
    return _one(
        title,
        series,
        ("Year", *(name for name, _ in both)),
        [(year, *(one.values.get(year, 0) for one in series)) for year in years],
        "By year",
    )


def _pairs(read: Reader, sql: str, key: int | str) -> Mapping[int, int]:
    return {row[0]: row[1] for row in read.rows(sql, key)}


def _years_of(table: str, day: str, column: str) -> str:
    """Rows by year, told from the index by the column and the day alone: the year itself stands in the rows."""
    year = f"cast(substr({day}, 1, 4) as integer)"
    return f"select {year}, count(*) from {table} where {column} = ? and {day} is not null group by 1"
