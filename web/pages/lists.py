"""The lists: their pages with filters, their files in full, their feeds and calendars."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlencode

from web import calendars, feeds
from web.asking import Answer, Ask, File, Missing, Page, Rows
from web.listings import (
    COUNTED_MOST,
    EVENTS,
    LISTINGS,
    RELEASES,
    Condition,
    Filter,
    Listing,
    chosen_filters,
    condition,
    everything,
    is_number,
    narrowed,
    rows,
    rows_of,
)
from web.pages.shared import COMING, path_of_page
from web.parameters import refuse_others, sorted_out
from web.reading import Row
from web.vocabulary import Vocabulary, vocabulary
from web.wording import days, words

SIZE = 50
_FEED = 50
_CALENDAR = 500
_DEEPEST = 20_000  # rows that can be paged through; who wants more wants the file

Option = tuple[str, str, bool]


def page(key: str, ask: Ask) -> Answer:
    """One page of a list."""
    listing = LISTINGS[key]
    known = (*_known(listing), "page")
    ask, strays = sorted_out(ask, known)
    names = vocabulary(ask.site, ask.read)
    chosen = chosen_filters(listing, ask.args)
    where = _where(ask, listing, chosen, names)
    order = _order(ask, listing)
    number = ask.page_number(_DEEPEST // SIZE)
    shown, count, counted = _some(ask, listing, where, order, number)
    if not shown and number > 1:
        raise Missing("The list ends before that.")
    query = urlencode({**chosen, **({"sort": order} if order != next(iter(listing.order)) else {})})
    return Page(
        f"list_{key}.html",
        _title(ask, listing, chosen, names),
        {
            "listing": listing,
            "strays": strays,
            "known": known,
            "rows": shown[:SIZE],
            "total": count,
            "counted_most": COUNTED_MOST,
            "chosen": [
                (name, _label(ask, listing, name, value, names), ask.with_args(**{name: None, "page": None}))
                for name, value in chosen.items()
            ],
            "filters": [
                (one.name, one.label, _options(one, chosen, names, counted.get(one.name)))
                for one in listing.filters
                if one.options
            ],
            "kept": [(one.name, chosen[one.name]) for one in listing.filters if not one.options and one.name in chosen],
            "sorts": [(name, label, name == order) for name, (label, _) in listing.order.items()],
            "number": number,
            "before": ask.with_args(page=number - 1 if number > 2 else None) if number > 1 else None,
            "after": ask.with_args(page=number + 1) if len(shown) > SIZE and number * SIZE < _DEEPEST else None,
            "path_of_page": path_of_page,
        },
        description=listing.lead,
        index=not chosen,
        formats=_formats(listing, query, chosen.get("year")),
        canonical=ask.with_args(),
    )


def whole(key: str, ask: Ask) -> Answer:
    """The whole list as a file."""
    listing = LISTINGS[key]
    refuse_others(ask, _known(listing))
    chosen = chosen_filters(listing, ask.args)
    where = _where(ask, listing, chosen, vocabulary(ask.site, ask.read))
    name = "-".join(("iom", key, *(words(value).lower().replace(" ", "-")[:24] for value in chosen.values())))
    safe_name = "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter == "-"))
    return Rows(everything(listing, where, _order(ask, listing)), where.values, ask.parts["form"], safe_name)


def events_atom(ask: Ask) -> Answer:
    """The newest events, narrowed like the list."""
    found = _found(ask, EVENTS, "newest", _FEED)
    items = [
        feeds.Item(
            id=f"{ask.base}/event/{row['id']}",
            title=row["name"] or row["address"],
            address=f"{ask.base}/event/{row['id']}",
            updated=row["captured_at"],
            summary=", ".join(
                filter(
                    None, (days(row["start_date"], row["end_date"]), row["city"], row["country_name"], row["status"])
                )
            ),
            language=row["language"],
        )
        for row in found
    ]
    return _feed(ask, "Events", EVENTS, items)


def releases_atom(ask: Ask) -> Answer:
    """The newest press releases, narrowed like the list."""
    found = _found(ask, RELEASES, "newest", _FEED)
    items = [
        feeds.Item(
            id=f"{ask.base}/release/{row['id']}",
            title=row["headline"] or row["address"],
            address=f"{ask.base}/release/{row['id']}",
            updated=row["published"] or row["captured_at"],
            summary=", ".join(filter(None, (row["city"], row["country_name"]))) or None,
            language=row["language"],
        )
        for row in found
    ]
    return _feed(ask, "Press releases", RELEASES, items)


def events_calendar(ask: Ask) -> Answer:
    """Events to come, narrowed like the list; with ``?all=1`` those of the past as well."""
    refuse_others(ask, (*_known(EVENTS), "all"))
    names = vocabulary(ask.site, ask.read)
    where = _where(ask, EVENTS, chosen_filters(EVENTS, ask.args), names)
    if ask.args.get("all") != "1":
        today = datetime.now(UTC).date().isoformat()
        joint = "and" if where.sql else "where"
        where = Condition(f"{where.sql} {joint} (start_date >= ? or end_date >= ?)", (*where.values, today, today))
    found = rows(ask.read, EVENTS, where, "oldest", size=_CALENDAR, first=0)
    slots = calendars.of_events(found, ask.base)
    return File(calendars.write("IOM events", slots), calendars.TYPE)


def _known(listing: Listing) -> tuple[str, ...]:
    """What the addresses of a list, its files and its feeds may ask."""
    return (*(one.name for one in listing.filters), "sort")


def _found(ask: Ask, listing: Listing, order: str, size: int) -> list[Row]:
    refuse_others(ask, _known(listing))
    where = _where(ask, listing, chosen_filters(listing, ask.args), vocabulary(ask.site, ask.read))
    return list(rows(ask.read, listing, where, order, size=size, first=0))


def _feed(ask: Ask, title: str, listing: Listing, items: list[feeds.Item]) -> File:
    query = urlencode(dict(ask.args))
    own = f"{ask.base}{ask.path}" + (f"?{query}" if query else "")
    page_ = f"{ask.base}{listing.path}" + (f"?{query}" if query else "")
    return File(feeds.write(title, own, page_, items), feeds.TYPE)


def _where(ask: Ask, listing: Listing, chosen: Mapping[str, str], names: Vocabulary) -> Condition:
    pages = ask.site.once("pages", lambda: ask.read.value("select count(*) from pages"))
    return condition(listing, chosen, names, pages)


def _order(ask: Ask, listing: Listing) -> str:
    asked = ask.args.get("sort", "")
    return asked if asked in listing.order else next(iter(listing.order))


def _some(
    ask: Ask, listing: Listing, where: Condition, order: str, number: int
) -> tuple[list[Row], int | None, dict[str, dict[str, int]]]:
    """Rows of one page and one more, how many there are in all, and numbers beside the filters."""
    first, last = (number - 1) * SIZE, number * SIZE + 1
    if not where.sql:  # the whole list: counted once for the file
        count = ask.site.once(f"size of {listing.key}", lambda: _size(ask, listing))
        counted = ask.site.once(f"numbers of {listing.key}", lambda: _whole_numbers(ask, listing))
        return rows(ask.read, listing, where, order, size=SIZE + 1, first=first), count, counted
    found = narrowed(ask.read, listing, where, order)
    if found.whole or last <= COUNTED_MOST:
        shown = rows_of(ask.read, listing, found.ids[first:last], order)
    else:
        shown = rows(ask.read, listing, where, order, size=SIZE + 1, first=first)
    return shown, len(found.ids) if found.whole else None, found.numbers


def _size(ask: Ask, listing: Listing) -> int:
    found: int = ask.read.value(f"select count(*) from {listing.source}")
    return found


def _whole_numbers(ask: Ask, listing: Listing) -> dict[str, dict[str, int]]:
    """By index, one filter after the other."""
    counted = {}
    for one in listing.filters:
        column = "year" if one.name == "year" else one.column
        if column:
            found = ask.read.rows(
                f"select {column}, count(*) from {listing.source} where {column} is not null group by 1"
            )
            counted[one.name] = {str(row[0]): row[1] for row in found}
    return counted


def _options(
    one: Filter, chosen: Mapping[str, str], names: Vocabulary, counted: Mapping[str, int] | None
) -> list[Option]:
    """Values with their labels and numbers; with numbers, values without any are left out."""
    assert one.options is not None  # noqa: S101  asked before
    made: list[Option] = []
    known = set()
    for value, label in one.options(names):
        known.add(value)
        times = (counted or {}).get(value, 0)
        if counted is None or times or chosen.get(one.name) == value:
            made.append((value, f"{label} ({times:,})" if times else label, chosen.get(one.name) == value))
    if one.name in chosen and chosen[one.name] not in known:
        made.append((chosen[one.name], chosen[one.name], True))
    return made


def _label(ask: Ask, listing: Listing, name: str, value: str, names: Vocabulary) -> str:
    one = next(one for one in listing.filters if one.name == name)
    if one.options:
        return dict(one.options(names)).get(value, value)
    if name == "held":
        return f"held in {names.countries.get(value, value)}"
    table, column = {
        "person": ("people", "name"),
        "organization": ("organizations", "name"),
        "place": ("places", "name"),
        "event": ("events", "name"),
    }[name]
    found = ask.read.value(f"select {column} from {table} where id = ?", int(value)) if is_number(value) else None
    return str(found or value)


def _title(ask: Ask, listing: Listing, chosen: Mapping[str, str], names: Vocabulary) -> str:
    if not chosen:
        return listing.title
    said = ", ".join(_label(ask, listing, name, value, names) for name, value in chosen.items())
    return f"{listing.title}: {said}"


def _is_over(year: str | None) -> bool:
    """Whether nothing of a chosen year is still to come."""
    return year is not None and is_number(year) and int(year) < datetime.now(UTC).year


def _formats(listing: Listing, query: str, year: str | None) -> tuple[tuple[str, str, str], ...]:
    tail = f"?{query}" if query else ""
    found = [
        ("CSV", f"/{listing.key}.csv{tail}", "text/csv"),
        ("JSON", f"/{listing.key}.json{tail}", "application/json"),
        ("NDJSON", f"/{listing.key}.ndjson{tail}", "application/x-ndjson"),
    ]
    if listing.key in ("events", "releases"):
        found.append(("Atom", f"/feeds/{listing.key}.atom{tail}", "application/atom+xml"))
    if listing.key == "events" and not _is_over(year):
        found.append((COMING, f"/feeds/events.ics{tail}", "text/calendar"))
    return tuple(found)


PAGES = {key: partial(page, key) for key in LISTINGS}
FILES = {key: partial(whole, key) for key in LISTINGS}
