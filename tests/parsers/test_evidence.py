"""Where days and series stand: the words of their evidence hold them, and the basis says what was inferred."""

from __future__ import annotations

from parsers import read_record
from parsers.assembly import Reading

ADDRESS = "https://www.iom.int/events/nets-and-boats"
Told = dict[str, tuple[str, str | None]]


def text_page(*lines: str) -> Reading:
    body = "\n\n".join((f"URL: {ADDRESS}", *lines))
    return read_record(body.encode(), None, "text/plain")


def html_page(body: str) -> Reading:
    html = f"<html lang=en><head><link rel=canonical href='{ADDRESS}'></head><body><main>{body}</main></body></html>"
    return read_record(html.encode(), None, "text/html")


def told(reading: Reading) -> Told:
    return {entry.fact: (reading.page.quote(entry.start, entry.end), entry.basis) for entry in reading.record.evidence}


def test_a_year_that_an_agendas_days_get_from_the_title_is_inferred() -> None:
    reading = text_page(
        "Workshop on Nets and Boats 2024",
        "Monday 25 November",
        "09:00 - 10:00 Opening session",
        "Tuesday 26 November",
        "09:00 - 10:00 Panel 1: Boats",
    )
    facts = told(reading)
    assert (reading.record.start_date, reading.record.end_date) == ("2024-11-25", "2024-11-26")
    assert reading.record.date_basis == "year from the title, and the weekday fits"
    assert facts["start_date"] == ("Monday 25 November", reading.record.date_basis)
    assert facts["end_date"] == ("Tuesday 26 November", reading.record.date_basis)


def test_a_last_day_can_be_stated_where_the_first_ones_year_is_inferred() -> None:
    reading = text_page(
        "Workshop on Nets and Boats",
        "Monday 25 November",
        "09:00 - 10:00 Opening session",
        "Tuesday 26 November 2024",
        "09:00 - 10:00 Panel 1: Boats",
    )
    facts = told(reading)
    assert facts["start_date"][1] == reading.record.date_basis is not None
    assert facts["end_date"] == ("Tuesday 26 November 2024", None)


def test_a_day_in_the_label_of_a_panel_is_quoted_from_the_label() -> None:
    slots = "<p>09:00 - 10:00 Opening session</p><p>10:00 - 11:00 Panel 1: Boats</p>"
    reading = html_page(
        "<h1>Workshop on Nets and Boats</h1><div class=field--name-body>"
        f"<details><summary>Tuesday 10 October 2023</summary>{slots}</details>"
        f"<details><summary>Wednesday 11 October 2023</summary>{slots}</details></div>"
    )
    facts = told(reading)
    assert [session.date for session in reading.record.sessions] == ["2023-10-10"] * 2 + ["2023-10-11"] * 2
    assert facts["start_date"] == facts["sessions/1/date"] == ("Tuesday 10 October 2023", None)
    assert facts["end_date"] == facts["sessions/2/date"] == ("Wednesday 11 October 2023", None)
    assert reading.record.date_text == "Tuesday 10 October 2023"


def test_a_session_without_a_day_of_its_own_says_whose_day_it_has() -> None:
    reading = text_page(
        "Workshop on Nets and Boats",
        "Date: Tuesday 10 October 2023",
        "Venue: Harbour Hall, Lisbon",
        "09:00 - 10:00 Opening session",
        "10:00 - 11:00 Panel 1: Boats",
    )
    facts = told(reading)
    assert [session.date for session in reading.record.sessions] == ["2023-10-10"] * 2
    for number in (0, 1):
        assert facts[f"sessions/{number}/date"] == ("Tuesday 10 October 2023", "the event's only day")


def test_a_counted_day_is_quoted_from_its_heading() -> None:
    reading = text_page(
        "Workshop on Nets and Boats",
        "10 - 11 October 2023",
        "Day 1",
        "09:00 - 10:00 Opening session",
        "Day 2",
        "09:00 - 10:00 Panel 1: Boats",
    )
    facts = told(reading)
    assert [session.date for session in reading.record.sessions] == ["2023-10-10", "2023-10-11"]
    assert facts["sessions/1/date"] == ("Day 2", "counted from the event's first day")


def test_the_words_that_name_a_series_are_its_evidence() -> None:
    titled = text_page("International Dialogue on Migration 2024: Nets and Boats", "25 - 26 November 2024, Geneva")
    assert (titled.record.series, told(titled)["series"][0]) == ("idm", "International Dialogue on Migration")
    in_text = text_page(
        "Workshop on Nets and Boats", "25 November 2024", "The second workshop of the 2024 IDM asks who fishes."
    )
    assert (in_text.record.series, told(in_text)["series"][0]) == ("idm", "IDM")
    mention = text_page("Workshop on Nets and Boats", "25 November 2024", "It prepares the second session of the IDM.")
    assert mention.record.series is None
    assert "series" not in told(mention)
