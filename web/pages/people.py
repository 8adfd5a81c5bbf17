"""One person in public roles: appearances over time, posts as printed, who sat with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from web import structured
from web.asking import Answer, Ask, File, Missing, Page
from web.pages.events import JSON
from web.pictures.single import person_network, person_years
from web.reading import Reader, Row
from web.shell import citation_of
from web.vocabulary import vocabulary
from web.wording import count

_AT_ONCE = 50  # appearances on one page
_IN_JSON = 5_000  # in one record
_LATEST = 1_000  # appearances that posts and roles are told from: bounded for the few who are everywhere

_APPEARANCES = """
    select appearances.id, appearances.page_id, appearances.event_id, appearances.press_release_id,
      appearances.session_id, role, appearances.position, organization_text, organization_id, appearances.country,
      countries.name as country_name, appearances.date, name_text, pages.title as page_title,
      pages.address as page_address, pages.language as language, sessions.title as session_title
    from appearances
    join pages on pages.id = appearances.page_id
    left join sessions on sessions.id = appearances.session_id
    left join countries on countries.code = appearances.country
    where appearances.person_id = ?
    order by appearances.date desc, appearances.id
"""
_POSTS_SHOWN = 12


@dataclass(slots=True)
class Post:
    """One post in one body for one state, as printed, with when it was printed."""

    position: str | None
    organization: str | None
    organization_id: int | None
    country: str | None
    first_date: str | None = None
    last_date: str | None = None
    times: int = 0


def _person(read: Reader, person_id: int) -> Row:
    row = read.row("select * from people where id = ?", person_id)
    if row is None:
        raise Missing(f"The archive has no person with the number {person_id}.")
    return row


def page(ask: Ask) -> Answer:
    """The page of one person."""
    row = _person(ask.read, ask.number("id"))
    person_id = row["id"]
    number = ask.page_number()
    appearances = ask.read.rows(f"{_APPEARANCES} limit ? offset ?", person_id, _AT_ONCE, (number - 1) * _AT_ONCE)
    if not appearances and number > 1:
        raise Missing("The list of appearances ends before that.")
    path = f"/person/{person_id}"
    roles, posts = _roles_and_posts(ask.read, person_id)
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
            "posts": posts,
            "countries": vocabulary(ask.site, ask.read).countries,
            "roles": roles,
            "latest": _LATEST,
            "years": person_years(ask.read, row),
            "network": person_network(ask.read, row),
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
    appearances = ask.read.rows(f"{_APPEARANCES} limit ?", row["id"], _IN_JSON)
    record: dict[str, Any] = {
        **dict(row),
        "names": [dict(name) for name in ask.read.rows("select * from people_names where person_id = ?", row["id"])],
        "appearances": [dict(one) for one in appearances],
        "appearances_left_out": row["appearance_count"] - len(appearances),
        "all_appearances": f"{ask.base}/speakers.json?person={row['id']}",
    }
    return File(structured.dumps(record), JSON)


def _roles_and_posts(read: Reader, person_id: int) -> tuple[list[tuple[str, int]], list[Post]]:
    """How often in which role, and which posts, the latest first; over the latest appearances."""
    roles: Counter[str] = Counter()
    posts: dict[tuple[str | None, ...], Post] = {}
    for row in read.rows(
        """
        select role, position, organization_text, organization_id, country, date from appearances
        where person_id = ? order by date desc limit ?
        """,
        person_id,
        _LATEST,
    ):
        roles[row["role"]] += 1
        if not row["position"] and not row["organization_text"]:
            continue
        key = (row["position"], row["organization_text"], row["country"])
        post = posts.setdefault(
            key, Post(row["position"], row["organization_text"], row["organization_id"], row["country"])
        )
        post.times += 1
        post.first_date = row["date"] or post.first_date
        post.last_date = post.last_date or row["date"]
    return roles.most_common(), list(posts.values())[:_POSTS_SHOWN]
