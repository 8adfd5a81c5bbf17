"""Programmes whose days, hours and names need their neighbours or the rest of the page to be understood."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from parsers.record import Record, Session

URL = "https://www.iom.int/a-workshop-2014"


def _text(body: str) -> Record:
    return parse_capture(f"URL: {URL}\n\n{body}".encode(), None, "text/plain")[1]


def _html(body: str) -> Record:
    page = f"<html lang=en><body><main><h1>Workshop on Harbours 2014</h1>{body}</main></body></html>"
    return parse_capture(page.encode(), URL, "text/html")[1]


def _when(record: Record) -> list[tuple[str | None, str | None, str | None, str]]:
    return [(s.date, s.start, s.end, s.title) for s in record.sessions]


def _who(session: Session) -> list[tuple[str, str]]:
    return [(person.name, person.role) for person in session.people]


_EVENT = "<p>Tidewick, Fiji, 24 to 26 November 2014</p>"


@pytest.mark.parametrize(
    ("first", "second"), [("Monday", "Tuesday"), ("Lundi :", "Mardi :"), ("Lunes", "Martes"), ("الاثنين", "الثلاثاء")]
)
def test_weekdays_alone_are_days_of_the_event(first: str, second: str) -> None:
    record = _html(
        f"{_EVENT}<p><b>{first}</b></p><p>09:00 - 10:00 Registration</p><p>10:00 - 11:00 Panel 1: Nets</p>"
        f"<p><b>{second}</b></p><p>09:00 - 10:00 Panel 2: Boats</p>"
    )
    assert [session.date for session in record.sessions] == ["2014-11-24", "2014-11-24", "2014-11-25"]


def test_a_weekday_that_comes_twice_in_the_event_tells_no_day() -> None:
    record = _html(
        "<p>Tidewick, Fiji, 17 to 28 November 2014</p><p><b>Monday</b></p><p>09:00 - 10:00 Registration</p>"
        "<p>10:00 - 11:00 Panel 1: Nets</p>"
    )
    assert [session.date for session in record.sessions] == [None, None]


def test_a_weekday_over_running_text_heads_nothing() -> None:
    record = _html(f"{_EVENT}<p><b>Monday</b></p><p>The boats went out in the rain and came home in the dark.</p>")
    assert record.sessions == []


def test_hours_in_four_digits_count_in_a_row() -> None:
    record = _html(
        f"{_EVENT}<p>Tuesday</p><p>0830 Registration</p><p>0900 - 1030 Panel 1: Nets</p><p>1115 hrs Morning tea</p>"
        "<p>Wednesday</p><p>0800 Visit to the slipway</p>"
    )
    assert _when(record) == [
        ("2014-11-25", "08:30", None, "Registration"),
        ("2014-11-25", "09:00", "10:30", "Panel 1: Nets"),
        ("2014-11-25", "11:15", None, "Morning tea"),
        ("2014-11-26", "08:00", None, "Visit to the slipway"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["1905 The first pier", "1950 The second pier", "2010 The third pier"],  # years
        ["1200 families were moved", "1300 families came back", "1400 families stayed"],  # quantities
        ["0830 Registration"],
        ["1300 Lunch", "0900 Welcome", "1100 Tea"],  # in no order
    ],
)
def test_numbers_in_four_digits_that_are_no_hours(lines: list[str]) -> None:
    assert _html(_EVENT + "".join(f"<p>{line}</p>" for line in lines)).sessions == []


def test_one_bare_time_counts_between_times_that_need_no_neighbours() -> None:
    record = _html(
        "<p>Tidewick, Fiji, 24 November 2014</p><p>13.00–13.30 Registration</p><p>13.30–15.00 Panel: Nets</p>"
        "<p>17.30 Film screening: The Slipway</p>"
    )
    assert _when(record)[-1] == ("2014-11-24", "17:30", None, "Film screening: The Slipway")


def test_a_bare_number_that_is_out_of_order_is_no_time() -> None:
    record = _html(
        "<p>Tidewick, Fiji, 24 November 2014</p><p>13.00–13.30 Registration</p><p>13.30–15.00 Panel: Nets</p>"
        "<p>9.50 Euros is the price of lunch</p>"
    )
    assert [session.start for session in record.sessions] == ["13:00", "13:30"]


_CARDS = (
    "<p>Tidewick, Fiji, 24 November 2014</p><h2>Speakers</h2><div><h4>Ada Lindqvist-Nwosu</h4><p>Rector, Tide Academy</p></div>"
    "<div><h4>Odd Marangos</h4><p>Deputy Minister of Ports, Cyprus</p></div>"
)


def test_a_name_alone_under_an_item_is_that_of_somebody_introduced_above() -> None:
    record = _html(
        f"{_CARDS}<p>10:00 - 10:30 Words of welcome<br>Ada Lindqvist-Nwosu</p>"
        "<p>10:30 - 12:00 Panel: Nets<br>Odd Marangos</p><p>12:00 - 13:00 Panel: Boats<br>Captain's Table</p>"
    )
    assert [_who(session) for session in record.sessions] == [
        [("Ada Lindqvist-Nwosu", "opening")],
        [("Odd Marangos", "panellist")],
        [],
    ]
    assert [(person.name, person.role, person.position) for person in record.people] == [
        ("Ada Lindqvist-Nwosu", "opening", "Rector"),
        ("Odd Marangos", "panellist", "Deputy Minister of Ports"),
    ]


def test_speakers_without_a_part_in_the_programme_stay_speakers() -> None:
    record = _html(f"{_CARDS}<p>10:00 - 10:30 Words of welcome<br>Ada Lindqvist-Nwosu</p><p>10:30 - 11:00 Tea</p>")
    assert {person.name: person.role for person in record.people} == {
        "Ada Lindqvist-Nwosu": "opening",
        "Odd Marangos": "speaker",
    }


@pytest.mark.parametrize("name", ["accordion", "agenda-tabs", "page-sections", "content-blocks"])
def test_lines_in_a_field_of_panels_are_lines_of_a_programme(name: str) -> None:
    record = _html(
        f'<p>Tidewick, Fiji, 24 November 2014</p><div class="field field--name-field-{name} field__items">'
        "<p>10:00 - 10:30 Registration</p><p>10:30 - 11:00 Panel: Nets</p></div>"
    )
    assert [session.title for session in record.sessions] == ["Registration", "Panel: Nets"]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Prayer and opening remarks", "opening"),
        ("Minute of silence and words of welcome", "opening"),
        ("Hymne national, allocution et mot de bienvenue", "opening"),
        ("Ceremonia de ofrenda y palabras de bienvenida", "opening"),
        ("السلام الوطني، مراسم العلم وكلمات الترحيب", "opening"),
        ("Panel on arrival and welcome", "panellist"),
    ],
)
def test_titles_that_end_in_an_opening(title: str, role: str) -> None:
    record = _html(
        f"<p>Tidewick, Fiji, 24 November 2014</p><p>10:00 - 10:30 {title}</p><p>Ms. Ada Lind, Mayor of Tidewick</p>"
    )
    assert _who(record.sessions[0]) == [("Ada Lind", role)]


_BARS = (
    "Workshop on Harbours\n\nTidewick, Fiji, 24 to 25 November 2014\n\n"
    "| Monday, 24 November 2014 | |\n| 09.00 - 09.30 | Registration |\n| 09.30 - 11.00 | Panel 1: Nets |\n"
    "| | Chair: Ms. Ada Lind, Permanent Representative of Norway |\n| | Dr. Odd Marangos, Chief Harbour Officer, Ministry of Ports, Cyprus |\n"
    "| | (speaker from Jamaica to be announced) |\n| 18.00 | Reception (Restaurant, first floor) |\n"
    "| Tuesday, 25 November 2014 | |\n| 09.30 - 12.30 | Panel 2: Boats |\n\nBack to top\n"
)


def test_tables_between_bars_have_rows_and_cells() -> None:
    record = _text(_BARS)
    assert _when(record) == [
        ("2014-11-24", "09:00", "09:30", "Registration"),
        ("2014-11-24", "09:30", "11:00", "Panel 1: Nets"),
        ("2014-11-24", "18:00", None, "Reception"),
        ("2014-11-25", "09:30", "12:30", "Panel 2: Boats"),
    ]
    assert _who(record.sessions[1]) == [("Ada Lind", "chair"), ("Odd Marangos", "panellist")]


def test_a_table_between_bars_may_have_a_head_and_a_rule_under_it() -> None:
    record = _text(
        "Workshop on Harbours\n\nTidewick, Fiji, 24 November 2014\n\n| Time | Session | Speakers |\n|------|:---:|---|\n"
        "| 10:00 - 11:00 | Nets | Ms. Ada Lind, Mayor of Tidewick |\n| 11:00 - 12:00 | Boats | Mr. Odd Marangos, carpenter |\n"
    )
    assert [(session.title, _who(session)) for session in record.sessions] == [
        ("Nets", [("Ada Lind", "panellist")]),
        ("Boats", [("Odd Marangos", "panellist")]),
    ]


def test_a_line_with_bars_alone_is_no_table() -> None:
    page, _record = parse_capture(
        f"URL: {URL}\n\n| Who we are | Our work |\n\nBoats came home.\n".encode(), None, "text/plain"
    )
    assert {block.kind for block in page.blocks}.isdisjoint({"cell"})


def test_a_row_of_the_sites_own_links_is_no_title() -> None:
    record = _text(
        "Print this page | E-mail this page\n\nNets, Boats and the Movement of Crews\nTidewick, 24 November 2014\n"
    )
    assert record.title == "Nets, Boats and the Movement of Crews"


@pytest.mark.parametrize(
    "line",
    [
        "Moderator: to be announced",
        "Modératrice : nom à suivre",
        "Modera: por definir",
        "الميسر: تحدد لاحقاً",
        "Speakers: Ms. Ada Lind, Mayor of Tidewick; a colleague of the Suva office (name tba)",
        "المتحدثون: يعلن عنهم لاحقاً؛ السيدة آدا ليند، عمدة المدينة",
    ],
)
def test_nobody_is_named_yet(line: str) -> None:
    record = _html(f"<p>Tidewick, Fiji, 24 November 2014</p><p>10:00 - 11:00 Panel: Nets</p><p>{line}</p>")
    people = [person for session in record.sessions for person in session.people]
    assert [(person.name, person.organization) for person in people] in (
        [],
        [("Ada Lind", None)],
        [("آدا ليند", None)],
    )


def test_a_name_to_be_confirmed_is_a_name() -> None:
    record = _html(
        "<p>Tidewick, Fiji, 24 November 2014</p><p>10:00 - 11:00 Panel: Nets</p><p>Moderator: Ms. Ada Lind (to be confirmed), Mayor</p>"
    )
    assert [(p.name, p.position) for p in record.people] == [("Ada Lind", "Mayor")]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Lunch (delegates’ bar)", "Lunch"),
        ("Cocktail (terrasse du troisième étage)", "Cocktail"),
        ("Almuerzo (comedor)", "Almuerzo"),
        ("غداء (مطعم الفندق)", "غداء"),
        ("Lunch (not hosted)", "Lunch (not hosted)"),
        ("Film: Salt (Ghana, 81 min)", "Film: Salt (Ghana, 81 min)"),
    ],
)
def test_the_place_in_brackets_is_no_part_of_a_title(printed: str, title: str) -> None:
    record = _html(
        f"<p>Tidewick, Fiji, 24 November 2014</p><p>10:00 - 11:00 Panel: Nets</p><p>11:00 - 12:00 {printed}</p>"
    )
    assert record.sessions[-1].title == title
