"""What the pages of events, releases and others have in common: everything that belongs to one page of the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from web.asking import Ask, Missing, Moved
from web.reading import Reader, Row
from web.wording import INVOLVEMENTS, ROLES, words

_ROLE_ORDER = {role: place for place, role in enumerate(ROLES)}


@dataclass(slots=True)
class Group:
    """People or bodies of one role, in the order of the page."""

    role: str
    members: list[Row] = field(default_factory=list)


def by_role(people: Iterable[Row]) -> list[Group]:
    """Chairs first, panellists later, the mentioned last."""
    groups: dict[str, Group] = {}
    for person in people:
        groups.setdefault(person["role"], Group(person["role"])).members.append(person)
    return sorted(groups.values(), key=lambda group: _ROLE_ORDER.get(group.role, 99))


def by_part(bodies: Iterable[Row]) -> list[Group]:
    """Bodies of one role each, organisers first, in the order of the page."""
    groups: dict[str, Group] = {}
    for body in bodies:
        groups.setdefault(body["role"], Group(body["role"])).members.append(body)
    order = {role: place for place, role in enumerate(INVOLVEMENTS)}
    return sorted(groups.values(), key=lambda group: order.get(group.role, 99))


def people_of(read: Reader, page_id: int) -> dict[int | None, list[Row]]:
    """Appearances of a page by session; None for those in no session."""
    rows = read.rows(
        """
        select appearances.id, session_id, person_id, name_text, appearances.name, role, position, organization_text,
          organization_id, country, countries.name as country_name
        from appearances left join countries on countries.code = appearances.country
        where page_id = ? order by sequence
        """,
        page_id,
    )
    found: dict[int | None, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["session_id"]].append(row)
    return found


def involvements_of(read: Reader, page_id: int) -> dict[int | None, list[Row]]:
    """Bodies of a page by session."""
    found: dict[int | None, list[Row]] = defaultdict(list)
    for row in read.rows("select * from involvements where page_id = ? order by sequence", page_id):
        found[row["session_id"]].append(row)
    return found


def documents_of(read: Reader, page_id: int) -> dict[int | None, list[Row]]:
    """Documents of a page by session."""
    found: dict[int | None, list[Row]] = defaultdict(list)
    for row in read.rows("select * from documents where page_id = ? order by sequence", page_id):
        found[row["session_id"]].append(row)
    return found


def themes_of(read: Reader, page_id: int) -> list[tuple[str, list[Row]]]:
    """Themes of a page by scheme, the main ones first, the site's own before what a rule found."""
    rows = read.rows(
        """
        select taggings.id, scheme, code, label, basis, main, words
        from taggings join themes on themes.id = taggings.theme_id
        where page_id = ? order by scheme = 'iom-archive' desc, scheme, basis = 'site' desc, main desc, score desc, code
        """,
        page_id,
    )
    return [(scheme, list(group)) for scheme, group in groupby(rows, key=lambda row: str(row["scheme"]))]


def fields_with_evidence(read: Reader, table: str, row_id: int) -> set[str]:
    """Columns of a row whose words can be shown."""
    rows = read.rows("select distinct field from evidence where row_id = ? and table_name = ?", row_id, table)
    return {row["field"] for row in rows}


@dataclass(slots=True)
class Source:
    """Where the facts of a page come from."""

    page: Row
    revisions: list[Row]
    captures: int
    translations: list[Row]
    problems: list[Row]
    corrections: list[Row]
    unanswered: str | None  # what the last check met instead of the page

    @property
    def current(self) -> Row | None:
        """The revision that holds now."""
        return next((row for row in self.revisions if row["id"] == self.page["revision_id"]), None)


def source_of(read: Reader, page_id: int) -> Source:
    """Address, captures, revisions, translations, problems and corrections of a page. Raises Missing."""
    page = read.row("select * from pages where id = ?", page_id)
    if page is None:
        raise Missing("The archive knows no such page.")
    return Source(
        page=page,
        revisions=read.rows("select * from revisions where page_id = ? order by number desc limit 50", page_id),
        captures=page["capture_count"],
        translations=read.rows(
            """
            select translations.*, pages.kind, pages.title from translations
            left join pages on pages.id = translation_id where page_id = ? order by translations.language
            """,
            page_id,
        ),
        problems=read.rows("select * from problems where page_id = ? order by stage, code limit 50", page_id),
        corrections=read.rows("select * from corrections where page_id = ? order by target", page_id),
        unanswered=_unanswered(read, page),
    )


def _unanswered(read: Reader, page: Row) -> str | None:
    """What the last check met instead of the page: ``answered with 404``, ``timeout``. None: the page."""
    if page["last_checked"] == page["last_seen"]:
        return None
    last = read.row(
        "select status, verdict from captures where page_id = ? order by captured_at desc, id desc limit 1", page["id"]
    )
    if last is None or last["verdict"] in ("ok", "not_modified"):
        return None
    return f"answered with {last['status']}" if last["status"] not in (None, 200) else words(last["verdict"]).lower()


def moved(ask: Ask, page_id: int, kind: str) -> Moved:
    """Where a page number leads that is no event or release of its own. Raises Missing."""
    merged = ask.read.value("select page_id from merged_pages where id = ?", page_id)
    found = ask.read.row("select id, kind from pages where id = ?", merged or page_id)
    if found is None:
        raise Missing(f"The archive has no {kind} with the number {page_id}.")
    return Moved(path_of_page(found["kind"], found["id"]), permanent=bool(merged))


def path_of_page(kind: str | None, page_id: int) -> str:
    """Address of a page of the site in the archive."""
    return f"/{'event' if kind == 'event' else 'release' if kind == 'press_release' else 'page'}/{page_id}"


COMING = "Calendar of coming events"
PATHS = {
    "event": "/event/{}",
    "press_release": "/release/{}",
    "person": "/person/{}",
    "organization": "/organization/{}",
    "page": "/page/{}",
}
