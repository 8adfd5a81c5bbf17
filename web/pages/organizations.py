"""One body: what it organised, who came from it, when."""

from __future__ import annotations

from typing import Any

from web import structured
from web.asking import Answer, Ask, File, Missing, Page
from web.pages.events import JSON
from web.pictures.single import organization_years
from web.reading import Reader, Row
from web.shell import citation_of
from web.wording import count

_SIZE = 40
_IN_JSON = 5_000  # involvements in one record


def _organization(read: Reader, organization_id: int) -> Row:
    row = read.row("select * from organizations where id = ?", organization_id)
    if row is None:
        raise Missing(f"The archive has no organisation with the number {organization_id}.")
    return row


def page(ask: Ask) -> Answer:
    """The page of one body."""
    row = _organization(ask.read, ask.number("id"))
    number = row["id"]
    path = f"/organization/{number}"
    return Page(
        "organization.html",
        row["name"],
        {
            "organization": row,
            "names": ask.read.rows(
                "select name from organization_names where organization_id = ? order by mention_count desc limit 30",
                number,
            ),
            "years": organization_years(ask.read, row),
            "involvements": _involvements(ask.read, number),
            "people": _people(ask.read, number),
            "partners": _partners(ask.read, number),
        },
        description=f"{row['name']}: {count(row['involvement_count'], 'involvement')}, "
        f"{count(row['appearance_count'], 'appearance')} of people in the archive.",
        cite=citation_of(ask, row["name"], path, kind="Organisation"),
        formats=(
            ("JSON", f"{path}.json", "application/json"),
            ("Its speakers as CSV", f"/speakers.csv?organization={number}", "text/csv"),
        ),
        canonical=path,
    )


def as_json(ask: Ask) -> Answer:
    """The body with its names, involvements and people."""
    row = _organization(ask.read, ask.number("id"))
    number = row["id"]
    involvements = ask.read.rows("select * from involvements where organization_id = ? limit ?", number, _IN_JSON)
    record: dict[str, Any] = {
        **dict(row),
        "names": [
            dict(one) for one in ask.read.rows("select * from organization_names where organization_id = ?", number)
        ],
        "involvements": [dict(one) for one in involvements],
        "involvements_left_out": row["involvement_count"] - len(involvements),
        "people_most_seen": [dict(one) for one in _people(ask.read, number)],
        "all_appearances": f"{ask.base}/speakers.json?organization={number}",
    }
    return File(structured.dumps(record), JSON)


def _involvements(read: Reader, organization_id: int) -> list[Row]:
    """The latest, with their pages."""
    return read.rows(
        """
        with chosen as (
          select id from involvements where organization_id = ? order by year desc, id limit ?
        )
        select involvements.*, pages.title, pages.address, pages.kind, pages.language, sessions.title as session_title,
          coalesce(sessions.date, events.start_date, press_releases.published) as first_day,
          coalesce(sessions.date, events.end_date, press_releases.published) as last_day
        from chosen join involvements using (id) join pages on pages.id = involvements.page_id
        left join events on events.id = involvements.event_id
        left join press_releases on press_releases.id = involvements.press_release_id
        left join sessions on sessions.id = involvements.session_id
        order by involvements.year desc, first_day desc, involvements.id
        """,
        organization_id,
        _SIZE,
    )


def _people(read: Reader, organization_id: int) -> list[Row]:
    """Those who most often came from it."""
    return read.rows(
        """
        with counted as (
          select person_id, count(*) as times
          from appearances where organization_id = :own group by person_id order by times desc, person_id limit :size
        )
        select people.id, people.name, counted.times,
          (select min(date) from appearances where organization_id = :own and person_id = people.id) as first_date,
          (select max(date) from appearances where organization_id = :own and person_id = people.id) as last_date
        from counted join people on people.id = counted.person_id order by counted.times desc, people.name
        """,
        own=organization_id,
        size=_SIZE,
    )


def _partners(read: Reader, organization_id: int) -> list[Row]:
    """Bodies involved in the same events most often, over its latest 500 events."""
    return read.rows(
        """
        with own as (
          select distinct event_id from involvements where organization_id = :own and event_id is not null
          order by year desc limit 500
        )
        select organizations.id, organizations.name, count(distinct involvements.event_id) as times
        from own cross join involvements on involvements.event_id = own.event_id
        join organizations on organizations.id = involvements.organization_id
        where involvements.organization_id != :own
        group by organizations.id order by times desc, organizations.name limit 12
        """,
        own=organization_id,
    )
