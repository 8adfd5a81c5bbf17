"""Rows that span pages, made in SQL once all pages are loaded: people, bodies, places, themes, mentions, counts.

Every statement orders what it inserts, so that two builds give the same rows in the same places.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from archive import labels, schema
from archive.bodies import fullness, state_of
from archive.ddl import insert
from archive.ids import hash_id
from archive.keys import theme_id
from archive.mentions import find_mentions
from archive.names import ascii_form
from archive.tables import table_of
from archive.towns import town

_PEOPLE = (
    """
    insert into people_names (id, person_id, name, appearance_count)
    select stable_id('person name', person_id, name) as id, person_id, name, count(*)
    from appearances group by person_id, name order by id
    """,
    """
    insert into people
      (id, name, other_names, name_ascii, appearance_count, event_count, release_count, first_date, last_date,
       position, organization)
    with ranked as (
      select person_id, name, row_number() over (
        partition by person_id order by appearance_count desc, name) as place
      from people_names order by person_id, place
    ),
    named as (
      select person_id, max(case when place = 1 then name end) as name,
        group_concat(case when place > 1 then name end, '; ') as others, ascii_form(group_concat(name, '; ')) as folded
      from ranked group by person_id
    ),
    counted as (
      select person_id, count(*) as appearances, count(distinct event_id) as events,
        count(distinct press_release_id) as releases, min(date) as first_date, max(date) as last_date
      from appearances group by person_id
    ),
    posts as (
      select person_id, position, max(coalesce(date, '') || printf('%016d', id)) from appearances
      where position is not null group by person_id
    ),
    bodies as (
      select person_id, organization_text, max(coalesce(date, '') || printf('%016d', id)) from appearances
      where organization_text is not null group by person_id
    )
    select named.person_id, named.name, named.others, named.folded, appearances, events, releases, first_date,
      last_date, posts.position, bodies.organization_text
    from named join counted using (person_id) left join posts using (person_id) left join bodies using (person_id)
    order by named.person_id
    """,
)
_ORGANIZATIONS = (
    """
    insert into organization_names (id, organization_id, name, mention_count)
    select stable_id('organization name', organization_id, name) as id, organization_id, name, count(*)
    from (
      select organization_id, organization_text as name from appearances where organization_id is not null
      union all select organization_id, name_text from involvements
    )
    group by organization_id, name order by id
    """,
    """
    insert into organizations
      (id, name, country, other_names, name_ascii, appearance_count, involvement_count, event_count)
    with ranked as (
      select organization_id, name, row_number() over (
        partition by organization_id order by fullness(name) desc, mention_count desc, name) as place
      from organization_names order by organization_id, place
    ),
    named as (
      select organization_id, max(case when place = 1 then name end) as name,
        group_concat(case when place > 1 then name end, '; ') as others, ascii_form(group_concat(name, '; ')) as folded
      from ranked group by organization_id
    )
    select organization_id, named.name,
      (select code from countries where code = state_of(named.organization_id, named.name)), others, folded,
      (select count(*) from appearances where appearances.organization_id = named.organization_id),
      (select count(*) from involvements where involvements.organization_id = named.organization_id),
      (select count(*) from (
        select event_id from appearances
        where appearances.organization_id = named.organization_id and event_id is not null
        union select event_id from involvements
        where involvements.organization_id = named.organization_id and event_id is not null))
    from named order by organization_id
    """,
)
_COUNTRY_CODES = """
    select country from events where country is not null
    union select country from press_releases where country is not null
    union select country from appearances where country is not null
    order by 1
"""
_COUNTRY_COUNTS = """
    update countries set
      event_count = (select count(*) from events where country = code),
      release_count = (select count(*) from press_releases where country = code),
      appearance_count = (select count(*) from appearances where country = code)
"""
_PLACES = """
    select place_id, city, country, count(*) as times from (
      select place_id, city, country from events where place_id is not null
      union all select place_id, city, country from press_releases where place_id is not null
    )
    group by place_id, city, country order by place_id, times desc, city
"""
_SERIES = """
    select series, count(event), min(start_date), max(start_date) from (
      select series, id as event, start_date from events union all select series, null, null from press_releases
    )
    where series is not null group by series order by series
"""
_SEARCH = (
    """
    insert into search_index
      (id, type, item_id, page_id, revision_id, title, names, excerpt, terms, date, year, language, country)
    select stable_id('search', 'person', id) as id, 'person', id, null, null, name, other_names,
      (select group_concat(words, '; ') from (
         select distinct position as words from appearances where person_id = people.id and position is not null
         union select distinct organization_text from appearances
         where person_id = people.id and organization_text is not null
         order by words)),
      name_ascii, last_date, cast(substr(last_date, 1, 4) as integer), null, null
    from people order by id
    """,
    """
    insert into search_index
      (id, type, item_id, page_id, revision_id, title, names, excerpt, terms, date, year, language, country)
    select stable_id('search', 'organization', id) as id, 'organization', id, null, null, name, other_names, null,
      name_ascii, null, null, null, null
    from organizations order by id
    """,
)
_LINKS_BETWEEN_PAGES = (
    """
    update translations set translation_id =
      (select page_id from page_addresses where page_addresses.address = translations.address)
    """,
    """
    update press_releases set mention_count =
      (select count(*) from event_mentions where press_release_id = press_releases.id)
    """,
)


def derive(connection: sqlite3.Connection, themes: Iterable[tuple[str, str]]) -> None:
    """Fill the tables that span pages. ``themes`` are (scheme, code) of the pages' themes."""
    connection.create_function("stable_id", -1, hash_id, deterministic=True)
    connection.create_function("ascii_form", 1, ascii_form, deterministic=True)
    connection.create_function("fullness", 1, fullness, deterministic=True)
    codes = sorted(labels.countries())
    connection.create_function("state_of", 2, lambda number, name: state_of(number, name, codes), deterministic=True)
    _run(connection, _PEOPLE)
    _countries(connection)
    _run(connection, _ORGANIZATIONS)
    _places(connection)
    _series(connection)
    _themes(connection, themes)
    find_mentions(connection)
    _run(connection, _LINKS_BETWEEN_PAGES)
    _run(connection, _SEARCH)


def _run(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.execute(statement)


def _insert(connection: sqlite3.Connection, rows: Iterable[object]) -> None:
    for row in rows:
        table = table_of(type(row))
        connection.execute(insert(table), table.values(row))


def _countries(connection: sqlite3.Connection) -> None:
    names = labels.countries()
    codes = [code for (code,) in connection.execute(_COUNTRY_CODES)]
    _insert(
        connection,
        [
            schema.Country(
                code=code,
                name=names[code].name if code in names else code,
                region=names[code].region if code in names else None,
                subregion=names[code].subregion if code in names else None,
                event_count=0,
                release_count=0,
                appearance_count=0,
            )
            for code in codes
        ],
    )
    connection.execute(_COUNTRY_COUNTS)


def _places(connection: sqlite3.Connection) -> None:
    names = labels.countries()
    seen: set[int] = set()
    rows = []
    for number, city, country, _times in connection.execute(_PLACES):
        if number in seen:  # another spelling of the city, printed less often
            continue
        seen.add(number)
        city = town(city, country) if city else None
        country_name = names[country].name if country in names else country
        rows.append(
            schema.Place(
                id=number,
                name=", ".join(filter(None, (city, country_name))),
                city=city,
                country=country,
                event_count=_count(connection, "events", number),
                release_count=_count(connection, "press_releases", number),
            )
        )
    _insert(connection, rows)


def _count(connection: sqlite3.Connection, table: str, place: int) -> int:
    query = f"select count(*) from {table} where place_id = ?"  # noqa: S608  one of our own tables
    count: int = connection.execute(query, (place,)).fetchone()[0]
    return count


def _series(connection: sqlite3.Connection) -> None:
    names = labels.series()
    _insert(
        connection,
        [
            schema.Series(code=code, name=names.get(code, code), event_count=events, first_date=first, last_date=last)
            for code, events, first, last in connection.execute(_SERIES).fetchall()
        ],
    )


def _themes(connection: sqlite3.Connection, found: Iterable[tuple[str, str]]) -> None:
    """All themes of the schemes, also those that no page has: that a theme has no page is worth knowing."""
    names = labels.themes()
    pages = dict(connection.execute("select theme_id, count(distinct page_id) from taggings group by theme_id"))
    rows: list[schema.Theme] = [
        schema.Theme(
            id=theme_id(scheme, code),
            scheme=scheme,
            code=code,
            label=names.get((scheme, code), code),
            page_count=pages.get(theme_id(scheme, code), 0),
        )
        for scheme, code in {*names, *found}
    ]
    rows.sort(key=lambda row: row.id)
    _insert(connection, rows)
