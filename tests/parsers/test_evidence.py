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


def test_the_hours_the_room_and_the_kind_of_a_session_are_quoted() -> None:
    reading = text_page(
        "Workshop on Nets and Boats",
        "Tuesday 10 October 2023 (Lisbon time)",
        "09:00 - 10:00 Opening session (Grand Hall)",
        "10:00 - 11:00 CEST Panel 1: Boats",
        "Venue: Room B",
        "11:00 The harbour walk",
    )
    facts = told(reading)
    assert [facts[f"sessions/{number}/start"][0] for number in range(3)] == [
        "09:00 - 10:00",
        "10:00 - 11:00 CEST",
        "11:00",
    ]
    assert facts["sessions/0/end"] == ("09:00 - 10:00", None)
    assert [facts[f"sessions/{number}/venue"] for number in range(2)] == [("Grand Hall", None), ("Room B", None)]
    assert facts["sessions/1/timezone"] == ("10:00 - 11:00 CEST", None)
    assert "Lisbon time" in facts["sessions/0/timezone"][0]
    assert [facts[f"sessions/{number}/kind"] for number in range(2)] == [("Opening", None), ("Panel", None)]
    assert {"sessions/2/end", "sessions/2/venue", "sessions/2/kind"}.isdisjoint(facts)
    assert reading.record.sessions[2].kind == "other"


def test_a_kind_that_no_word_of_the_title_says_tells_what_it_rests_on() -> None:
    listed = told(
        text_page(
            "Side events of the Harbour Forum",
            "Tuesday 10 October 2023",
            "Boats that come home",
            "Time: 09:00 - 10:00 CEST",
            "Organizers: Harbour Institute",
            "Nets that last",
            "Time: 11:00 - 12:00 CEST",
            "Organizers: Boat Trust",
        )
    )
    assert listed["sessions/0/kind"] == ("Boats that come home", "set out as side events are")
    dialogue = told(
        text_page(
            "Workshop on Nets and Boats",
            "Tuesday 10 October 2023",
            "Dialogue on boats",
            "09:00 - 10:00 Boats that come home",
            "10:00 - 11:00 Nets that last",
        )
    )
    assert dialogue["sessions/0/kind"] == ("Dialogue on boats", "what the day is about")


def test_the_words_that_give_a_body_its_part_are_quoted() -> None:
    reading = text_page(
        "Workshop on Nets and Boats",
        "10 October 2023, Lisbon",
        "The sea is wide. The workshop is organized by UNICEF with funding from the Harbour Institute. Nets are long.",
    )
    facts = told(reading)
    assert [(body.name, body.role) for body in reading.record.organizations] == [
        ("UNICEF", "organizer"),
        ("Harbour Institute", "sponsor"),
    ]
    sentence = "The workshop is organized by UNICEF with funding from the Harbour Institute."
    assert facts["organizations/0/role"] == facts["organizations/1/role"] == (sentence, None)


def test_a_label_above_bodies_gives_them_their_part() -> None:
    reading = html_page(
        "<h1>Workshop on Nets and Boats</h1><p>10 October 2023, Lisbon</p>"
        "<div class='field field--name-field-partners'><div class=field__label>Partners</div>"
        "<div class=field__items><div class=field__item>UNICEF</div><div class=field__item>Boat Trust</div></div></div>"
    )
    facts = told(reading)
    assert [body.role for body in reading.record.organizations] == ["partner", "partner"]
    assert facts["organizations/0/role"] == facts["organizations/1/role"] == ("Partners", None)
