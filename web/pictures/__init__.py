"""Pictures of the archive. Each comes with the table behind it (`web.pictures.drawing.Picture`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from web.pictures.drawing import Picture, Series, bars
from web.pictures.network import Node, ring
from web.reading import Reader, Row
from web.wording import count

__all__ = ["Picture", "by_year", "person_network", "person_years"]


def person_years(read: Reader, person: Row) -> Picture:
    """Appearances of one person by year."""
    rows = read.rows(
        """
        select year, count(*) as times, count(distinct page_id) as pages from appearances
        where person_id = ? and year is not null group by year order by year
        """,
        person["id"],
    )
    values = {row["year"]: row["times"] for row in rows}
    title = f"Appearances of {person['name']} by year"
    return Picture(
        key=f"person-{person['id']}-years",
        title="Appearances by year",
        summary=f"{count(sum(values.values()), 'dated appearance')} from {min(values)} to {max(values)}."
        if values
        else "No appearance is dated.",
        svg=bars("years", title, [Series("appearances", values)], height=150) if len(values) > 1 else bars("", "", []),
        head=("Year", "Appearances", "Events and releases"),
        rows=[(row["year"], row["times"], row["pages"]) for row in rows],
    )


def person_network(read: Reader, person: Row, sat_with: Sequence[Row]) -> Picture:
    """Who shared sessions with one person, and with each other."""
    nodes = [Node(row["id"], row["name"], row["times"]) for row in sat_with[:16]]
    ties = _ties(read, person["id"], [node.id for node in nodes])
    return Picture(
        key=f"person-{person['id']}-network",
        title="Shared sessions",
        summary=f"Those who shared most sessions with {person['name']}, and lines between those who sat together there.",
        svg=ring("network", f"Who shared sessions with {person['name']}", Node(person["id"], person["name"], 1), nodes, ties),
        head=("Person", "Shared sessions"),
        rows=[(row["name"], row["times"]) for row in sat_with],
        links={row["name"]: f"/person/{row['id']}" for row in sat_with},
    )


def _ties(read: Reader, person_id: int, others: Sequence[int]) -> Counter[tuple[int, int]]:
    """How often each two of the others sat together in the latest sessions of a person."""
    marks = ", ".join("?" * len(others))
    rows = read.rows(
        f"""
        with latest as (
          select session_id from appearances where person_id = ? and session_id is not null
          group by session_id order by max(date) desc limit 400
        )
        select group_concat(distinct person_id) as people
        from latest cross join appearances using (session_id) where person_id in ({marks})
        group by session_id having count(distinct person_id) > 1
        """,  # noqa: S608  question marks
        person_id,
        *others,
    )
    ties: Counter[tuple[int, int]] = Counter()
    for row in rows:
        ties.update(combinations(sorted(map(int, row["people"].split(","))), 2))
    return ties


def by_year(read: Reader) -> Picture:
    """Events and press releases by year."""
    events, releases, speakers = (
        {row[0]: row[1] for row in read.rows(f"select year, count(*) from {source} where year is not null group by year")}  # noqa: S608
        for source in ("events", "press_releases", "appearances")
    )
    years = sorted({*events, *releases, *speakers})
    return Picture(
        key="by-year",
        title="Events and press releases by year",
        summary=f"{count(sum(events.values()), 'dated event')} and {count(sum(releases.values()), 'dated release')}, "
        f"{years[0]} to {years[-1]}."
        if years
        else "Nothing is dated yet.",
        svg=bars("by-year", "Events and press releases by year", [Series("Events", events), Series("Press releases", releases)]),
        head=("Year", "Events", "Press releases", "Appearances of people"),
        rows=[(year, events.get(year, 0), releases.get(year, 0), speakers.get(year, 0)) for year in years],
    )
