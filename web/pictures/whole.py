"""Pictures of the whole archive: `PICTURES`, by the key of their page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from web.pictures import world
from web.pictures.drawing import Picture, Series, bars, from_to, rows_of_bars
from web.pictures.network import Node
from web.pictures.network import web as net
from web.reading import Reader
from web.wording import count, theme_label

_THEMES = 14
_PEOPLE = 36
_TIES = 120
_SEEN_MOST = 400  # people among whom those who sat together are looked for


def by_year(read: Reader) -> Picture:
    """Events and press releases by year."""
    events, releases, speakers = (_years(read, source) for source in ("events", "press_releases", "appearances"))
    years = sorted({*events, *releases, *speakers})
    return Picture(
        key="by-year",
        title="Events and press releases by year",
        summary=f"{count(sum(events.values()), 'dated event')} and {count(sum(releases.values()), 'dated release')}"
        f"{from_to(years)}."
        if years
        else "Nothing is dated yet.",
        svg=bars(
            "by-year", "Events and press releases by year", [Series("Events", events), Series("Releases", releases)]
        ),
        head=("Year", "Events", "Press releases", "Appearances of people"),
        rows=[(year, events.get(year, 0), releases.get(year, 0), speakers.get(year, 0)) for year in years],
    )


def speakers_by_year(read: Reader) -> Picture:
    """Appearances of people by year and role."""
    led: Counter[int] = Counter()
    spoke: Counter[int] = Counter()
    for role, year, times in read.rows(
        "select role, year, count(*) from appearances where year is not null group by role, year"
    ):
        if role not in ("quoted", "mentioned"):
            (led if role in ("chair", "moderator") else spoke)[year] += times
    years = sorted({*led, *spoke})
    return Picture(
        key="speakers-by-year",
        title="Speakers by year",
        summary=f"{count(sum(spoke.values()), 'appearance')} of speakers and {sum(led.values()):,} of chairs and "
        f"moderators{from_to(years)}. People who are only quoted or mentioned are left out."
        if years
        else "No appearance is dated yet.",
        svg=bars(
            "speakers-by-year", "Speakers by year", [Series("Speakers", spoke), Series("Chairs and moderators", led)]
        ),
        head=("Year", "Speakers", "Chairs and moderators"),
        rows=[(year, spoke.get(year, 0), led.get(year, 0)) for year in years],
    )


def themes_over_time(read: Reader) -> Picture:
    """The most frequent themes of this project's list by year."""
    themes = read.rows(
        "select * from themes where scheme = 'iom-archive' and page_count > 0 order by page_count desc, code limit ?",
        _THEMES,
    )
    values: dict[int, dict[int, int]] = defaultdict(dict)
    marks = ", ".join("?" * len(themes))
    for row in read.rows(
        f"select theme_id, year, count(*) from taggings where theme_id in ({marks}) and year is not null group by 1, 2",
        *(theme["id"] for theme in themes),
    ):
        values[row[0]][row[1]] = row[2]
    named = {theme["id"]: theme_label(theme["scheme"], theme["code"], theme["label"]) for theme in themes}
    links = {named[theme["id"]]: f"/theme/{theme['scheme']}/{theme['code']}" for theme in themes}
    return _over_time(
        "themes-over-time",
        "Themes over time",
        "Events and releases with each of the most frequent themes, by year. A page can have several themes; rules "
        "gave most of them. Each row has its own height.",
        [Series(named[theme["id"]], values[theme["id"]]) for theme in themes],
        ("Theme", "Year", "Pages"),
        links,
    )


def regions_over_time(read: Reader) -> Picture:
    """Events by continent and year."""
    values: dict[str, dict[int, int]] = defaultdict(dict)
    for row in read.rows(
        """
        select coalesce(region, 'Other') as region, year, count(*) as times
        from events join countries on countries.code = events.country where year is not null group by 1, 2
        """
    ):
        values[row["region"]][row["year"]] = row["times"]
    return _over_time(
        "regions-over-time",
        "Regions over time",
        "Events by the continent where they were held, by year. Each row has its own height.",
        [Series(region, values[region]) for region in sorted(values, key=lambda one: -sum(values[one].values()))],
        ("Region", "Year", "Events"),
        {},
    )


def map_of_events(read: Reader) -> Picture:
    """Where events are held."""
    places = read.rows(
        """
        select places.*, countries.name as country_name from places
        left join countries on countries.code = places.country
        where places.event_count > 0 order by places.event_count desc, places.id
        """
    )
    countries: Counter[str] = Counter()
    dots, at_capital = [], 0
    for place in places:
        if place["country"]:
            countries[place["country"]] += place["event_count"]
        spot = world.city(place["city"], place["country"])
        if place["city"] and not spot and (spot := world.capital(place["country"])):
            at_capital += place["event_count"]
        if place["city"] and spot:
            label = f"{place['name']}: {count(place['event_count'], 'event')}"
            dots.append(world.Dot(*spot, place["event_count"], label, f"/events?place={place['id']}"))
    held = sum(place["event_count"] for place in places)
    note = "Borders are drawn for orientation and say nothing of the status of any territory."
    if at_capital:
        note += f" {count(at_capital, 'event')} in towns whose place on the map is not known stand at the capital."
    return Picture(
        key="map",
        title="Where events are held",
        summary=f"{count(held, 'event')} in {count(len(countries), 'country', 'countries')}. Dots are towns, larger "
        "for more events; countries are shaded by their number of events.",
        svg=world.draw("map", "Map of the places where events are held", countries, dots[:400]),
        head=("Place", "Events"),
        rows=[(place["name"], place["event_count"]) for place in places[:200]],
        links={place["name"]: f"/events?place={place['id']}" for place in places[:200]},
        note=note + (" The numbers show the 200 most frequent places; the file has all." if len(places) > 200 else ""),
    )


def network(read: Reader) -> Picture:
    """Who shared most sessions, of the people who are seen most."""
    people = read.rows(
        "select id, name, appearance_count from people order by appearance_count desc, id limit ?", _SEEN_MOST
    )
    marks = ", ".join("?" * len(people))
    ties: Counter[tuple[int, int]] = Counter()
    by_session: dict[int, set[int]] = defaultdict(set)
    for session, person in read.rows(
        f"select session_id, person_id from appearances where person_id in ({marks}) and session_id is not null",
        *(row["id"] for row in people),
    ):
        by_session[session].add(person)
    for together in by_session.values():
        ties.update(combinations(sorted(together), 2))
    strongest = _strongest(ties, {row["id"]: row["appearance_count"] for row in people})
    linked = {one for pair in strongest for one in pair}
    nodes = [Node(row["id"], row["name"], row["appearance_count"]) for row in people if row["id"] in linked]
    names = {row["id"]: row["name"] for row in people}
    of = f", of the {_SEEN_MOST} with most appearances" if len(people) == _SEEN_MOST else ""
    return Picture(
        key="network",
        title="Who shared panels",
        summary=f"The {count(len(nodes), 'person', 'people')} who sat in most sessions together{of}; "
        "thicker lines for more shared sessions. A session that is told in several languages counts once in each.",
        svg=net("network", "Network of people who shared sessions", nodes, strongest),
        head=("Person", "With", "Shared sessions"),
        rows=[(names[one], names[other], times) for (one, other), times in strongest.items()],
        links={row["name"]: f"/person/{row['id']}" for row in people if row["id"] in linked},
    )


def _strongest(ties: Mapping[tuple[int, int], int], seen: Mapping[int, int]) -> dict[tuple[int, int], int]:
    """The pairs that shared most sessions, first those who are seen most, between as many people as can be shown."""
    chosen: dict[tuple[int, int], int] = {}
    people: set[int] = set()
    for pair in sorted(ties, key=lambda pair: (-ties[pair], -seen[pair[0]] - seen[pair[1]], pair)):
        if len(people.union(pair)) <= _PEOPLE and len(chosen) < _TIES:
            people.update(pair)
            chosen[pair] = ties[pair]
    return chosen


PICTURES: dict[str, Callable[[Reader], Picture]] = {
    "by-year": by_year,
    "speakers-by-year": speakers_by_year,
    "map": map_of_events,
    "themes-over-time": themes_over_time,
    "regions-over-time": regions_over_time,
    "network": network,
}


def _over_time(
    key: str, title: str, summary: str, series: Sequence[Series], head: tuple[str, ...], links: dict[str, str]
) -> Picture:
    years = sorted({year for one in series for year in one.values})
    return Picture(
        key=key,
        title=title,
        summary=summary,
        svg=rows_of_bars(key, title, series),
        head=head,
        rows=[(one.name, year, one.values[year]) for one in series for year in years if one.values.get(year)],
        links=links,
    )


def _years(read: Reader, source: str) -> dict[int, int]:
    sql = f"select year, count(*) from {source} where year is not null group by year"
    return {row[0]: row[1] for row in read.rows(sql)}
