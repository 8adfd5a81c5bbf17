"""One person in public roles: appearances over time, posts as printed, who sat with them."""

from __future__ import annotations

from typing import Any

from web import structured
from web.asking import Answer, Ask, File, Missing, Page
from web.pages.events import JSON
from web.pictures import person_network, person_years
from web.reading import Reader, Row
from web.shell import citation_of
from web.wording import count

_AT_ONCE = 100  # appearances on one page
_SESSIONS = 400  # latest sessions that "sat with" looks at: bounded for the few who are everywhere

_APPEARANCES = """
    select appearances.id, appearances.page_id, appearances.event_id, appearances.press_release_id,
      appearances.session_id, role, appearances.position, organization_text, organization_id, appearances.country,
      countries.name as country_name, appearances.date, name_text, pages.title as page_title,
      pages.language as language, pages.kind as page_kind, sessions.title as session_title
    from appearances
    join pages on pages.id = appearances.page_id
    left join sessions on sessions.id = appearances.session_id
    left join countries on countries.code = appearances.country
    where appearances.person_id = ?
    order by appearances.date desc, appearances.id
"""
_POSTS = """
    select position, organization_text, organization_id, country, min(date) as first_date, max(date) as last_date,
      count(*) as times
    from appearances where person_id = ? and (position is not null or organization_text is not null)
    group by position, organization_text, country
    order by max(date) desc, times desc limit 12
"""
_SAT_WITH = """
    with latest as (
      select session_id from appearances where person_id = :person and session_id is not null
      group by session_id order by max(date) desc limit :sessions
    )
    select others.person_id as id, people.name, count(distinct others.session_id) as times
    from latest cross join appearances as others on others.session_id = latest.session_id
    join people on people.id = others.person_id
    where others.person_id != :person
    group by others.person_id order by times desc, people.name limit 24
"""


def _person(read: Reader, person_id: int) -> Row:
    row = read.row("select * from people where id = ?", person_id)
    if row is None:
        raise Missing(f"The archive has no person with the number {person_id}.")
    return row


def page(ask: Ask) -> Answer:
    """The page of one person."""
    row = _person(ask.read, ask.number("id"))
    person_id = row["id"]
    number = ask.whole("page", 1)
    appearances = ask.read.rows(f"{_APPEARANCES} limit ? offset ?", person_id, _AT_ONCE, (number - 1) * _AT_ONCE)
    if not appearances and number > 1:
        raise Missing("The list of appearances ends before that.")
    path = f"/person/{person_id}"
    sat_with = ask.read.rows(_SAT_WITH, person=person_id, sessions=_SESSIONS)
    return Page(
        "person.html",
        row["name"],
        {
            "person": row,
            "names": ask.read.rows(
                "select name, appearance_count from people_names where person_id = ? order by 2 desc, 1 limit 20",
                person_id,
            ),
            "appearances": appearances,
            "posts": ask.read.rows(_POSTS, person_id),
            "sat_with": sat_with,
            "sessions_looked_at": _SESSIONS,
            "roles": ask.read.rows(
                "select role, count(*) as times from appearances where person_id = ? group by role order by 2 desc",
                person_id,
            ),
            "years": person_years(ask.read, row),
            "network": person_network(ask.read, row, sat_with) if sat_with else None,
            "number": number,
            "pages": -(-row["appearance_count"] // _AT_ONCE),
            "jsonld": structured.embedded(structured.person(row, ask.base)),
        },
        description=f"{row['name']}: {count(row['appearance_count'], 'appearance')} in the archive.",
        cite=citation_of(ask, row["name"], path, kind="Person"),
        index=False,  # people did not ask to be found here by search engines
        formats=(
            ("JSON", f"{path}.json", "application/json"),
            ("Appearances as CSV", f"/speakers.csv?person={person_id}", "text/csv"),
        ),
        canonical=path if number == 1 else f"{path}?page={number}",
    )


def as_json(ask: Ask) -> Answer:
    """The person with all appearances."""
    row = _person(ask.read, ask.number("id"))
    record: dict[str, Any] = {
        **dict(row),
        "names": [dict(name) for name in ask.read.rows("select * from people_names where person_id = ?", row["id"])],
        "appearances": [dict(one) for one in ask.read.rows(f"{_APPEARANCES} limit 5000", row["id"])],
    }
    return File(structured.dumps(record), JSON)
