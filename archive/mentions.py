"""Which press releases name which events of the archive.

Three ways, the surest counts: a release links to an event's page (`basis` link); it prints an event's name (`basis`
name); it reports on a meeting of the same series on the same days (`basis` date). A name counts only if it is long
enough to be one (four words or more), compared without case, accents and punctuation. Meetings of a series bear one
name each year: of several events of a name the nearest in time is meant, and only within half a year of the release;
where two are equally near, or dates are missing, none is chosen.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice, pairwise

from archive import schema
from archive.ddl import insert
from archive.ids import hash_id
from archive.names import fold
from archive.tables import table_of

_LEAST_WORDS = 4
_DAYS = 183
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Named:
    """An event by its name."""

    event_id: int
    first: date | None
    last: date | None


def find_mentions(connection: sqlite3.Connection) -> None:
    """Fill ``event_mentions``. Needs the temporary table ``links`` (page_id, address)."""
    rows = {
        (row.press_release_id, row.event_id): row for way in (_by_date, _by_name, _by_link) for row in way(connection)
    }
    table = table_of(schema.EventMention)
    connection.executemany(insert(table), map(table.values, sorted(rows.values(), key=lambda row: row.id)))


def _mention(release: int, event: int, basis: str, words: str | None, days: int | None) -> schema.EventMention:
    return schema.EventMention(
        id=hash_id("mention", release, event),
        press_release_id=release,
        event_id=event,
        basis=basis,
        words=words,
        days=days,
    )


def _by_link(connection: sqlite3.Connection) -> Iterator[schema.EventMention]:
    found = connection.execute(
        """
        select distinct links.page_id, events.id, events.start_date, press_releases.published
        from links
        join page_addresses on page_addresses.address = links.address
        join events on events.id = page_addresses.page_id
        join press_releases on press_releases.id = links.page_id
        """
    )
    for release, event, start, published in found:
        yield _mention(release, event, "link", None, _days(_day(start), _day(published)))


def _by_date(connection: sqlite3.Connection) -> Iterator[schema.EventMention]:
    found = connection.execute(
        """
        select press_releases.id, events.id, press_releases.date_text, events.start_date, press_releases.published
        from press_releases join events on events.series = press_releases.series
          and press_releases.event_start_date between events.start_date and coalesce(events.end_date, events.start_date)
        """
    )
    for release, event, words, start, published in found:
        yield _mention(release, event, "date", words, _days(_day(start), _day(published)))


def _by_name(connection: sqlite3.Connection) -> Iterator[schema.EventMention]:
    names = _names(connection)
    if not names:
        return
    starts = {name[:2] for name in names}
    lengths = {start: sorted({len(name) for name in names if name[:2] == start}, reverse=True) for start in starts}
    releases = connection.execute(
        """
        select press_releases.id, press_releases.published, revision_texts.text
        from press_releases join revision_texts on revision_texts.id = press_releases.revision_id
        order by press_releases.id
        """
    )
    for release, published, text in releases:
        words = [_plain(word) for word in _WORD.findall(text)]
        chosen: dict[int, tuple[str, int | None]] = {}
        for place, pair in enumerate(pairwise(words)):
            for length in lengths.get(pair, ()):
                name = tuple(words[place : place + length])
                if name in names:
                    event = _nearest(names[name], _day(published))
                    if event is not None and event.event_id not in chosen:
                        days = _days(event.first, _day(published))
                        chosen[event.event_id] = (_printed(text, place, length), days)
                    break
        for event_id, (printed, days) in chosen.items():
            yield _mention(release, event_id, "name", printed, days)


def _printed(text: str, place: int, length: int) -> str:
    """So many words of the text from the word at a place on, as they are printed."""
    words = list(islice(_WORD.finditer(text), place, place + length))
    return text[words[0].start() : words[-1].end()]


def _names(connection: sqlite3.Connection) -> dict[tuple[str, ...], list[_Named]]:
    """Events by the words of their names."""
    found: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for event, name, start, end in connection.execute(
        "select id, name, start_date, end_date from events where name is not null order by id"
    ):
        words = tuple(map(_plain, _WORD.findall(name)))
        if len(words) >= _LEAST_WORDS:
            found[words].append(_Named(event, _day(start), _day(end or start)))
    return dict(found)


@lru_cache(100_000)
def _plain(word: str) -> str:
    return fold(word).casefold()


def _nearest(events: list[_Named], published: date | None) -> _Named | None:
    """The event that is meant; None where that cannot be told."""
    if published is None or any(event.first is None for event in events):
        return events[0] if len(events) == 1 else None
    far = sorted((_distance(event, published), event.event_id, event) for event in events)
    if far[0][0] > _DAYS or (len(far) > 1 and far[0][0] == far[1][0]):
        return None
    return far[0][2]


def _distance(event: _Named, day: date) -> int:
    """Days between a day and the event; 0 during it."""
    assert event.first is not None  # noqa: S101  asked before
    last = event.last or event.first
    return max((event.first - day).days, (day - last).days, 0)


def _days(event: date | None, release: date | None) -> int | None:
    return (release - event).days if event and release else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
