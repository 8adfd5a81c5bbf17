"""Calendars and feeds that never fail: on missing days, on ends before starts, on nothing at all."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from defusedxml import ElementTree
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.web.conftest import Site
from web import calendars, feeds

ATOM = "{http://www.w3.org/2005/Atom}"
EVENT = ("id", "name", "address", "start_date", "end_date", "venue", "city", "country_name", "status", "captured_at")
SESSION = ("id", "title", "date", "start_time", "end_time", "start_utc", "end_utc", "venue")
DAYS = st.one_of(st.none(), st.dates().map(str), st.sampled_from(("soon", "9999-12-31", "0001-01-01")))
CLOCKS = st.one_of(st.none(), st.times().map(lambda time: f"{time:%H:%M}"), st.just("noon"))
INSTANTS = st.one_of(st.none(), st.datetimes().map(lambda one: f"{one.replace(year=2024, day=1):%Y-%m-%dT%H:%M:%SZ}"))
WORDS = st.one_of(st.none(), st.text(max_size=40))


def row(names: tuple[str, ...], values: tuple[object, ...]) -> sqlite3.Row:
    """A row as a database gives it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        columns = ", ".join(f"? as {name}" for name in names)
        found: sqlite3.Row = connection.execute(f"select {columns}", values).fetchone()
        return found


def event(**said: object) -> sqlite3.Row:
    plain = dict.fromkeys(EVENT) | {"id": 1, "address": "https://www.iom.int/e", "captured_at": "2026-01-01T00:00:00Z"}
    return row(EVENT, tuple((plain | said).values()))


def session(**said: object) -> sqlite3.Row:
    return row(SESSION, tuple((dict.fromkeys(SESSION) | {"id": 7, "title": "Panel"} | said).values()))


def test_a_calendar_is_offered_where_something_may_come(sample: Site) -> None:
    """It has the coming events alone, and says so; of a year that is over it would be empty for ever."""
    country = sample.value("select country from events where country is not null limit 1")
    series = sample.value("select series from events where series is not null limit 1")
    this_year = datetime.now(UTC).year
    for path in ("/events", f"/events?year={this_year}", f"/country/{country}", f"/series/{series}"):
        offered = re.findall(r'<a href="/feeds/events\.ics[^"]*"[^>]*>([^<]+)</a>', sample.text(path))
        assert set(offered) == {"Calendar of coming events"}, path
    over = sample.text(f"/events?year={this_year - 1}")
    assert "/feeds/events.ics" not in over
    assert "/feeds/events.atom" in over


def entries(text: bytes) -> list[Calendar]:
    calendar = Calendar.from_ical(text)
    assert calendar.subcomponents, "RFC 5545 asks for at least one component"
    for entry in calendar.walk("VEVENT"):
        assert entry["uid"] and entry["dtstamp"] and entry["dtstart"]
        if "dtend" in entry:
            assert entry["dtend"].dt > entry["dtstart"].dt
    return list(calendar.walk("VEVENT"))


def test_days_are_all_day_and_the_last_one_counts() -> None:
    (one,) = entries(
        calendars.write("x", calendars.of_events([event(start_date="2024-10-07", end_date="2024-10-08")], "http://a"))
    )
    assert (one["dtstart"].dt, one["dtend"].dt) == (date(2024, 10, 7), date(2024, 10, 9))
    assert one["uid"] == "event-1@iom-events-archive"
    assert one["url"] == "http://a/event/1"


def test_an_end_before_the_start_is_left_out() -> None:
    (one,) = entries(
        calendars.write("x", calendars.of_events([event(start_date="2024-10-07", end_date="2024-10-01")], "http://a"))
    )
    assert one["dtend"].dt == date(2024, 10, 8)


def test_a_session_with_a_zone_stands_in_utc_one_without_floats() -> None:
    zoned = session(
        date="2024-10-07",
        start_time="10:00",
        end_time="11:30",
        start_utc="2024-10-07T08:00:00Z",
        end_utc="2024-10-07T09:30:00Z",
    )
    floating = session(id=8, date="2024-10-07", start_time="10:00")
    only_day = session(id=9, date="2024-10-08")
    no_day = session(id=10, start_time="10:00")
    over_midnight = session(id=11, date="2024-10-07", start_time="22:00", end_time="01:00")
    whole, *found = entries(
        calendars.write(
            "x",
            calendars.of_event(
                event(start_date="2024-10-07"), [zoned, floating, only_day, no_day, over_midnight], "http://a"
            ),
        )
    )
    assert whole["dtstart"].dt == date(2024, 10, 7)
    assert [one["dtstart"].dt for one in found] == [
        datetime(2024, 10, 7, 8, tzinfo=UTC),
        datetime.fromisoformat("2024-10-07T10:00"),
        date(2024, 10, 8),
        datetime.fromisoformat("2024-10-07T22:00"),
    ]
    assert found[0]["dtend"].dt == datetime(2024, 10, 7, 9, 30, tzinfo=UTC)
    assert "dtend" not in found[1]
    assert "dtend" not in found[3]


def test_a_cancelled_event_says_so() -> None:
    (one,) = entries(
        calendars.write("x", calendars.of_events([event(start_date="2024-10-07", status="cancelled")], "http://a"))
    )
    assert one["status"] == "CANCELLED"


def test_a_calendar_of_nothing_is_a_calendar() -> None:
    assert entries(calendars.write("x", [])) == []
    assert entries(calendars.write("x", calendars.of_events([event()], "http://a"))) == []


@given(DAYS, DAYS, WORDS, WORDS, st.lists(st.tuples(DAYS, CLOCKS, CLOCKS, INSTANTS, INSTANTS, WORDS), max_size=4))
@example(None, None, "\n", None, [])
@example("9999-12-31", None, "x", None, [("9999-12-31", None, None, "0001-01-01T00:00:00+14:00", None, "x")])
@settings(max_examples=80, deadline=None)
def test_no_row_can_break_a_calendar(
    first: str | None, last: str | None, name: str | None, venue: str | None, sessions: list[tuple[object, ...]]
) -> None:
    one = event(start_date=first, end_date=last, name=name, venue=venue)
    agenda = [
        session(id=number, date=day, start_time=start, end_time=end, start_utc=utc, end_utc=utc_end, title=title or "")
        for number, (day, start, end, utc, utc_end, title) in enumerate(sessions, 1)
    ]
    found = entries(calendars.write(name or "x", calendars.of_event(one, agenda, "http://a")))
    assert len({str(entry["uid"]) for entry in found}) == len(found)


def test_every_event_of_an_archive_has_a_calendar(made: Site, sample: Site) -> None:
    for site in (made, sample):
        for (number,) in site.rows("select id from events order by id limit 60"):
            answer = site.get(f"/event/{number}.ics")
            assert answer.headers["content-type"].startswith("text/calendar")
            entries(answer.content)


def test_the_calendar_of_all_events(made: Site) -> None:
    assert entries(made.get("/feeds/events.ics").content) == []  # nothing is to come
    found = entries(made.get("/feeds/events.ics?all=1&country=KE").content)
    assert len(found) == made.value("select count(*) from events where country = 'KE' and start_date is not null")


def test_uids_and_instants_stay(made: Site) -> None:
    number = made.value("select id from events where session_count > 3 order by id limit 1")
    first, second = (made.get(f"/event/{number}.ics").content for _ in range(2))
    assert first == second


# feeds


def feed(text: str) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(text)
    for one in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert one.findtext(f"{ATOM}{name}") is not None
        datetime.fromisoformat(str(one.findtext(f"{ATOM}updated")))
        assert one.find(f"{ATOM}link") is not None
    found: list[ElementTree.Element] = root.findall(f"{ATOM}entry")
    return found


def test_a_feed_of_nothing_is_a_feed() -> None:
    assert feed(feeds.write("x", "http://a/f", "http://a/", [])) == []


@given(st.text(max_size=50), WORDS, st.one_of(DAYS.filter(lambda day: day != "soon"), INSTANTS))
def test_no_row_can_break_a_feed(title: str, summary: str | None, updated: str | None) -> None:
    (one,) = feed(
        feeds.write(
            title, "http://a/f?x=1&y=2", "http://a/", [feeds.Item("http://a/1", title, "http://a/1", updated, summary)]
        )
    )
    assert one.findtext(f"{ATOM}id") == "http://a/1"


@pytest.mark.parametrize("name", ["events", "releases", "changes"])
def test_the_feeds_of_an_archive(made: Site, sample: Site, name: str) -> None:
    for site in (made, sample):
        answer = site.get(f"/feeds/{name}.atom")
        assert answer.headers["content-type"].startswith("application/atom+xml")
        found = feed(answer.text)
        assert len({one.findtext(f"{ATOM}id") for one in found}) == len(found) > 0
        for one in found[:3]:
            assert site.get(str(one.findtext(f"{ATOM}id")).removeprefix(site.base)).status_code == 200


def test_feeds_take_the_filters_of_their_list(made: Site) -> None:
    found = feed(made.get("/feeds/events.atom?country=KE").text)
    assert len(found) == made.value("select count(*) from events where country = 'KE'")
    assert feed(made.get("/feeds/releases.atom?year=1950").text) == []
