"""The lists: events, releases, speakers, people, organisations, documents. Each is described once; its page, its files
and its feed come from the description.

Every filter is a plain condition that keeps the list quick on a million rows: a year is a range of days, so that the
index by day gives both the filter and the order; conditions that most rows meet (language, role) are kept out of the
indexes with ``+``, so that they are checked while walking along the days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from web.reading import Reader, Row, Value
from web.vocabulary import Vocabulary
from web.wording import DOCUMENTS, ROLES, language, role, theme_label, words

COUNTED_MOST = 2_000  # rows up to which a list is counted and its filters carry numbers
_COMMON = 0.03  # share of all pages from which on a theme is found quicker along the days than by its own pages

Options = Callable[[Vocabulary], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow a list. ``condition`` has one ``?``; ``column`` is what is counted for its numbers."""

    name: str
    label: str
    condition: str
    options: Options | None = None  # None: not offered, only followed from links (a person, a place)
    column: str | None = None
    number: bool = False  # whether the value is an id


@dataclass(frozen=True, slots=True)
class Listing:
    """One list. ``source`` is the table whose rows are listed; ``shown`` selects what a row shows of the ``chosen``."""

    key: str
    title: str
    lead: str
    noun: tuple[str, str]
    source: str
    shown: str
    order: Mapping[str, tuple[str, str]]  # name -> label, order by; the first is the default
    filters: tuple[Filter, ...]
    day: str | None = None  # column of the day that a year means
    page_id: str | None = None  # column of the page whose themes count
    key_column: str = "id"

    @property
    def path(self) -> str:
        """Address of the list."""
        return f"/{self.key}"


@dataclass(frozen=True, slots=True)
class Condition:
    """The ``where`` of a narrowed list."""

    sql: str
    values: tuple[Value, ...]


def _years(names: Vocabulary) -> Iterable[tuple[str, str]]:
    return [(str(year), str(year)) for year in names.years]


def _countries(names: Vocabulary) -> Iterable[tuple[str, str]]:
    return sorted(names.countries.items(), key=lambda item: item[1])


def _languages(names: Vocabulary) -> Iterable[tuple[str, str]]:
    return [(code, language(code)) for code in names.languages]


def _series(names: Vocabulary) -> Iterable[tuple[str, str]]:
    return sorted(names.series.items(), key=lambda item: item[1])


def _themes(names: Vocabulary) -> Iterable[tuple[str, str]]:
    return [
        (f"{theme['scheme']}/{theme['code']}", theme_label(theme["scheme"], theme["code"], theme["label"]))
        for theme in names.themes
        if theme["page_count"]
    ]


def _given(*codes: str) -> Options:
    return lambda names: [(code, words(code)) for code in codes]


def _roles(names: Vocabulary) -> Iterable[tuple[str, str]]:
    return [(code, role(code)) for code in ROLES]


def _document_kinds(names: Vocabulary) -> Iterable[tuple[str, str]]:
    return [*DOCUMENTS.items(), ("other", "Other")]


_YEAR = Filter("year", "Year", "", _years)
_THEME = Filter("theme", "Theme", "", _themes)
# Of lists whose rows are pages.
_COUNTRY = Filter("country", "Country", "country = ?", _countries, "country")
_SERIES = Filter("series", "Series", "series = ?", _series, "series")
_LANGUAGE = Filter("language", "Language", "+language = ?", _languages, "language")
_PLACE = Filter("place", "Place", "place_id = ?", number=True)

EVENTS = Listing(
    key="events",
    title="Events",
    lead="Conferences, dialogues, council sessions, workshops and briefings, one row for each page: "
    "translations of a page have rows of their own.",
    noun=("event", "events"),
    source="events",
    shown="""
        select events.id, events.name, events.start_date, events.end_date, events.date_text, events.venue, events.city,
          events.country, countries.name as country_name, events.mode, events.status, events.series, events.language,
          events.session_count, events.appearance_count, events.address, events.captured_at
        from chosen join events using (id) left join countries on countries.code = events.country
    """,
    order={
        "newest": ("Newest first", "start_date desc, id"),
        "oldest": ("Oldest first", "start_date is null, start_date, id"),
    },
    filters=(
        _YEAR,
        _COUNTRY,
        _THEME,
        _SERIES,
        _LANGUAGE,
        Filter("mode", "Online", "mode = ?", _given("online", "hybrid"), "mode"),
        Filter("status", "Status", "status = ?", _given("cancelled", "postponed", "rescheduled"), "status"),
        _PLACE,
        Filter(
            "organization",
            "Organisation",
            "id in (select event_id from involvements where organization_id = ?)",
            number=True,
        ),
    ),
    day="start_date",
    page_id="id",
)
RELEASES = Listing(
    key="releases",
    title="Press releases",
    lead="Releases, news items and statements for the press.",
    noun=("press release", "press releases"),
    source="press_releases",
    shown="""
        select press_releases.id, headline, published, city, press_releases.country, countries.name as country_name,
          event_start_date, event_end_date, language, press_releases.appearance_count, mention_count, address,
          captured_at
        from chosen join press_releases using (id) left join countries on countries.code = press_releases.country
    """,
    order={
        "newest": ("Newest first", "published desc, id"),
        "oldest": ("Oldest first", "published is null, published, id"),
    },
    filters=(
        _YEAR,
        _COUNTRY,
        _THEME,
        _SERIES,
        _LANGUAGE,
        _PLACE,
        Filter("event", "Event", "id in (select press_release_id from event_mentions where event_id = ?)", number=True),
    ),
    day="published",
    page_id="id",
)
SPEAKERS = Listing(
    key="speakers",
    title="Speakers",
    lead="Who spoke, chaired, was quoted or named: one row for each appearance. The country is the state that a person "
    "spoke for, never a nationality.",
    noun=("appearance", "appearances"),
    source="appearances",
    shown="""
        select appearances.id, appearances.person_id, appearances.name as person, appearances.role,
          appearances.position, appearances.organization_text as organization, appearances.organization_id,
          appearances.country, countries.name as country_name, appearances.date, pages.title as page, pages.kind,
          pages.language, sessions.title as session, appearances.session_id, appearances.page_id, pages.address
        from chosen join appearances using (id) join pages on pages.id = appearances.page_id
        left join sessions on sessions.id = appearances.session_id
        left join countries on countries.code = appearances.country
    """,
    order={
        "newest": ("Newest first", "date desc, id"),
        "oldest": ("Oldest first", "date is null, date, id"),
    },
    filters=(
        _THEME,
        Filter("country", "Spoke for", "country = ?", _countries, "country"),
        Filter("role", "Role", "+role = ?", _roles, "role"),
        _YEAR,
        Filter("series", "Series", "event_id in (select id from events where series = ?)", _series),
        Filter("person", "Person", "person_id = ?", number=True),
        Filter("organization", "Organisation", "organization_id = ?", number=True),
        Filter("held", "Held in", "event_id in (select id from events where country = ?)"),
    ),
    day="date",
    page_id="page_id",
)
PEOPLE = Listing(
    key="people",
    title="People",
    lead="People in public roles, told apart by their printed names alone.",
    noun=("person", "people"),
    source="people",
    shown="""
        select people.id, name, other_names, appearance_count, event_count, release_count, first_date, last_date,
          position, organization
        from chosen join people using (id)
    """,
    order={
        "most": ("Most appearances", "appearance_count desc, id"),
        "latest": ("Latest seen", "last_date desc, id"),
    },
    filters=(
        Filter("country", "Spoke for", "id in (select person_id from appearances where country = ?)", _countries),
        Filter(
            "organization",
            "Organisation",
            "id in (select person_id from appearances where organization_id = ?)",
            number=True,
        ),
    ),
)
ORGANIZATIONS = Listing(
    key="organizations",
    title="Organisations",
    lead="Those that organise, host or sponsor, and those that people come from, as printed.",
    noun=("organisation", "organisations"),
    source="organizations",
    shown="""
        select organizations.id, name, other_names, involvement_count, appearance_count, event_count
        from chosen join organizations using (id)
    """,
    order={
        "most": ("Most appearances", "appearance_count desc, id"),
        "organisers": ("Most involvements", "involvement_count desc, id"),
    },
    filters=(),
)
DOCUMENTS_LIST = Listing(
    key="documents",
    title="Documents",
    lead="Agendas, concept notes, statements, reports and recordings that the pages link to.",
    noun=("document", "documents"),
    source="documents",
    shown="""
        select documents.id, label, documents.kind, documents.address, documents.language, owner_text, documents.year,
          documents.page_id, pages.title as page, pages.address as page_address, pages.kind as page_kind,
          pages.language as page_language
        from chosen join documents using (id) join pages on pages.id = documents.page_id
    """,
    order={"newest": ("Newest first", "year desc, id"), "oldest": ("Oldest first", "year, id")},
    filters=(
        Filter("kind", "Kind", "kind = ?", _document_kinds, "kind"),
        Filter("year", "Year", "year = ?", _years, "year"),
        Filter("language", "Language", "language = ?", _languages, "language"),
        Filter("event", "Event", "event_id = ?", number=True),
        Filter("person", "Person", "person_id = ?", number=True),
    ),
)
LISTINGS: dict[str, Listing] = {
    one.key: one for one in (EVENTS, RELEASES, SPEAKERS, PEOPLE, ORGANIZATIONS, DOCUMENTS_LIST)
}


def chosen_filters(listing: Listing, args: Mapping[str, str]) -> dict[str, str]:
    """The filters that an address sets; codes of countries count in small letters as well."""
    return {
        one.name: args[one.name].upper() if one.name in ("country", "held") else args[one.name]
        for one in listing.filters
        if one.name in args
    }


def is_number(value: str) -> bool:
    """Whether a value can be an id or a year."""
    return value.isdecimal() and len(value) < 17


def condition(listing: Listing, chosen: Mapping[str, str], names: Vocabulary, pages: int) -> Condition:
    """What rows of the list must meet. ``pages`` is how many pages the archive has.

    A value that none can have, such as a name in the place of a number, is met by no row: the whole list would be taken
    for the answer.
    """
    parts: list[str] = []
    values: list[Value] = []
    for one in listing.filters:
        if one.name not in chosen:
            continue
        value = chosen[one.name]
        if (one.number or one.name == "year") and not is_number(value):
            parts.append("0")
        elif one is _YEAR:
            parts.append(f"{listing.day} between ? and ?")
            values += [f"{int(value):04d}-01-01", f"{int(value):04d}-12-31"]
        elif one is _THEME:
            alone = len(chosen) == 1
            parts.append(_theme_condition(listing, names, value, pages, alone=alone))
            values.append(names.theme_id(value))
        else:
            parts.append(one.condition)
            values.append(int(value) if one.number or one.condition == "year = ?" else value)
    return Condition(f"where {' and '.join(parts)}" if parts else "", tuple(values))


def _theme_condition(listing: Listing, names: Vocabulary, key: str, pages: int, *, alone: bool) -> str:
    theme = names.theme_id(key)
    share = next((row["page_count"] for row in names.themes if row["id"] == theme), 0) / max(pages, 1)
    column = f"{listing.source}.{listing.page_id}"
    if alone and share < _COMMON:
        return f"{column} in (select page_id from taggings where theme_id = ?)"
    return f"exists (select 1 from taggings where taggings.page_id = {column} and theme_id = ?)"


def rows(
    read: Reader, listing: Listing, where: Condition, order: str, *, size: int, first: int, by: str | None = None
) -> list[Row]:
    """One page of a list. ``by`` is the same order in words that suit an index."""
    by = by or listing.order[order][1]
    return read.rows(
        f"""
        with chosen as (select id from {listing.source} {where.sql} order by {by} limit {size:d} offset {first:d})
        {listing.shown} order by {_qualified(listing, by)}
        """,
        *where.values,
    )


def everything(listing: Listing, where: Condition, order: str) -> str:
    """The statement for a whole list."""
    by = listing.order[order][1]
    return (
        f"with chosen as (select id from {listing.source} {where.sql}) {listing.shown} "
        f"order by {_qualified(listing, by)}"
    )


@dataclass(slots=True)
class Narrowed:
    """A narrowed list: ids in their order as far as `COUNTED_MOST`, whether that is all, numbers beside the filters."""

    ids: list[int]
    whole: bool
    numbers: dict[str, dict[str, int]]


def narrowed(read: Reader, listing: Listing, where: Condition, order: str) -> Narrowed:
    """All that a page of a narrowed list needs, from one walk over its rows."""
    columns = [(one.name, one.column) for one in listing.filters if one.column]
    if listing.day:
        columns.append(("year", f"substr({listing.day}, 1, 4)"))
    picked = "".join(f", {column}" for _, column in columns)
    found = read.rows(
        f"select id{picked} from {listing.source} {where.sql} order by {listing.order[order][1]} "
        f"limit {COUNTED_MOST + 1:d}",
        *where.values,
    )
    if len(found) > COUNTED_MOST:
        return Narrowed([row[0] for row in found], whole=False, numbers={})
    counters = {name: Counter(row[place] for row in found) for place, (name, _) in enumerate(columns, 1)}
    numbers = {
        name: {str(value): times for value, times in counter.items() if value is not None}
        for name, counter in counters.items()
    }
    return Narrowed([row[0] for row in found], whole=True, numbers=numbers)


def rows_of(read: Reader, listing: Listing, ids: Iterable[int], order: str) -> list[Row]:
    """The rows of these ids, in their order."""
    values = ", ".join(f"({number:d})" for number in ids)
    if not values:
        return []
    return read.rows(
        f"with chosen(id) as (values {values}) {listing.shown} order by {_qualified(listing, listing.order[order][1])}"
    )


def _qualified(listing: Listing, by: str) -> str:
    """The order with the table's name before its columns: other tables of the list have columns of the same names."""
    parts = (part.strip().split(" ", 1) for part in by.split(","))
    return ", ".join(f"{listing.source}.{column}{f' {rest[0]}' if rest else ''}" for column, *rest in parts)
