"""Programmes whose days, hours and names need their neighbours or the rest of the page to be understood."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from parsers.agenda.session_kinds import session_kind
from tests.parsers.agenda_records import URL, html_record, text_record, when, who

_EVENT = "<p>Tidewick, Fiji, 24 to 26 November 2014</p>"


@pytest.mark.parametrize(
    ("first", "second"), [("Monday", "Tuesday"), ("Lundi :", "Mardi :"), ("Lunes", "Martes"), ("الاثنين", "الثلاثاء")]
)
def test_weekdays_alone_are_days_of_the_event(first: str, second: str) -> None:
    record = html_record(
        f"{_EVENT}<p><b>{first}</b></p><p>09:00 - 10:00 Registration</p><p>10:00 - 11:00 Panel 1: Nets</p>"
        f"<p><b>{second}</b></p><p>09:00 - 10:00 Panel 2: Boats</p>"
    )
    assert [session.date for session in record.sessions] == ["2014-11-24", "2014-11-24", "2014-11-25"]


def test_a_weekday_that_comes_twice_in_the_event_tells_no_day() -> None:
    record = html_record(
        "<p>Tidewick, Fiji, 17 to 28 November 2014</p><p><b>Monday</b></p><p>09:00 - 10:00 Registration</p>"
        "<p>10:00 - 11:00 Panel 1: Nets</p>"
    )
    assert [session.date for session in record.sessions] == [None, None]


def test_a_weekday_over_running_text_heads_nothing() -> None:
    record = html_record(
        f"{_EVENT}<p><b>Monday</b></p><p>The boats went out in the rain and came home in the dark.</p>"
    )
    assert record.sessions == []


def test_hours_in_four_digits_count_in_a_row() -> None:
    record = html_record(
        f"{_EVENT}<p>Tuesday</p><p>0830 Registration</p><p>0900 - 1030 Panel 1: Nets</p><p>1115 hrs Morning tea</p>"
        "<p>Wednesday</p><p>0800 Visit to the slipway</p>"
    )
    assert when(record) == [
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
    assert html_record(_EVENT + "".join(f"<p>{line}</p>" for line in lines)).sessions == []


def test_one_bare_time_counts_between_times_that_need_no_neighbours() -> None:
    record = html_record(
        "<p>Tidewick, Fiji, 24 November 2014</p><p>13.00–13.30 Registration</p><p>13.30–15.00 Panel: Nets</p>"
        "<p>17.30 Film screening: The Slipway</p>"
    )
    assert when(record)[-1] == ("2014-11-24", "17:30", None, "Film screening: The Slipway")


def test_a_bare_number_that_is_out_of_order_is_no_time() -> None:
    record = html_record(
        "<p>Tidewick, Fiji, 24 November 2014</p><p>13.00–13.30 Registration</p><p>13.30–15.00 Panel: Nets</p>"
        "<p>9.50 Euros is the price of lunch</p>"
    )
    assert [session.start for session in record.sessions] == ["13:00", "13:30"]


_CARDS = (
    "<p>Tidewick, Fiji, 24 November 2014</p><h2>Speakers</h2><div><h4>Ada Lindqvist-Nwosu</h4><p>Rector, Tide Academy</p></div>"
    "<div><h4>Odd Marangos</h4><p>Deputy Minister of Ports, Cyprus</p></div>"
)


def test_a_name_alone_under_an_item_is_that_of_somebody_introduced_above() -> None:
    record = html_record(
        f"{_CARDS}<p>10:00 - 10:30 Words of welcome<br>Ada Lindqvist-Nwosu</p>"
        "<p>10:30 - 12:00 Panel: Nets<br>Odd Marangos</p><p>12:00 - 13:00 Panel: Boats<br>Captain's Table</p>"
    )
    assert [who(session) for session in record.sessions] == [
        [("Ada Lindqvist-Nwosu", "opening")],
        [("Odd Marangos", "panellist")],
        [],
    ]
    assert [(person.name, person.role, person.position) for person in record.people] == [
        ("Ada Lindqvist-Nwosu", "opening", "Rector"),
        ("Odd Marangos", "panellist", "Deputy Minister of Ports"),
    ]


def test_speakers_without_a_part_in_the_programme_stay_speakers() -> None:
    record = html_record(
        f"{_CARDS}<p>10:00 - 10:30 Words of welcome<br>Ada Lindqvist-Nwosu</p><p>10:30 - 11:00 Tea</p>"
    )
    assert {person.name: person.role for person in record.people} == {
        "Ada Lindqvist-Nwosu": "opening",
        "Odd Marangos": "speaker",
    }


@pytest.mark.parametrize("name", ["accordion", "agenda-tabs", "page-sections", "content-blocks"])
def test_lines_in_a_field_of_panels_are_lines_of_a_programme(name: str) -> None:
    record = html_record(
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
    record = html_record(
        f"<p>Tidewick, Fiji, 24 November 2014</p><p>10:00 - 10:30 {title}</p><p>Ms. Ada Lind, Mayor of Tidewick</p>"
    )
    assert who(record.sessions[0]) == [("Ada Lind", role)]


_BARS = (
    "Workshop on Harbours\n\nTidewick, Fiji, 24 to 25 November 2014\n\n"
    "| Monday, 24 November 2014 | |\n| 09.00 - 09.30 | Registration |\n| 09.30 - 11.00 | Panel 1: Nets |\n"
    "| | Chair: Ms. Ada Lind, Permanent Representative of Norway |\n| | Dr. Odd Marangos, Chief Harbour Officer, Ministry of Ports, Cyprus |\n"
    "| | (speaker from Jamaica to be announced) |\n| 18.00 | Reception (Restaurant, first floor) |\n"
    "| Tuesday, 25 November 2014 | |\n| 09.30 - 12.30 | Panel 2: Boats |\n\nBack to top\n"
)


def test_tables_between_bars_have_rows_and_cells() -> None:
    record = text_record(_BARS)
    assert when(record) == [
        ("2014-11-24", "09:00", "09:30", "Registration"),
        ("2014-11-24", "09:30", "11:00", "Panel 1: Nets"),
        ("2014-11-24", "18:00", None, "Reception"),
        ("2014-11-25", "09:30", "12:30", "Panel 2: Boats"),
    ]
    assert who(record.sessions[1]) == [("Ada Lind", "chair"), ("Odd Marangos", "panellist")]


def test_a_table_between_bars_may_have_a_head_and_a_rule_under_it() -> None:
    record = text_record(
        "Workshop on Harbours\n\nTidewick, Fiji, 24 November 2014\n\n| Time | Session | Speakers |\n|------|:---:|---|\n"
        "| 10:00 - 11:00 | Nets | Ms. Ada Lind, Mayor of Tidewick |\n| 11:00 - 12:00 | Boats | Mr. Odd Marangos, carpenter |\n"
    )
    assert [(session.title, who(session)) for session in record.sessions] == [
        ("Nets", [("Ada Lind", "panellist")]),
        ("Boats", [("Odd Marangos", "panellist")]),
    ]


def test_a_line_with_bars_alone_is_no_table() -> None:
    page, _record = parse_capture(
        f"URL: {URL}\n\n| Who we are | Our work |\n\nBoats came home.\n".encode(), None, "text/plain"
    )
    assert {block.kind for block in page.blocks}.isdisjoint({"cell"})


def test_a_row_of_the_sites_own_links_is_no_title() -> None:
    record = text_record(
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
    record = html_record(f"<p>Tidewick, Fiji, 24 November 2014</p><p>10:00 - 11:00 Panel: Nets</p><p>{line}</p>")
    people = [person for session in record.sessions for person in session.people]
    assert [(person.name, person.organization) for person in people] in (
        [],
        [("Ada Lind", None)],
        [("آدا ليند", None)],
    )


def test_a_name_to_be_confirmed_is_a_name() -> None:
    record = html_record(
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
    record = html_record(
        f"<p>Tidewick, Fiji, 24 November 2014</p><p>10:00 - 11:00 Panel: Nets</p><p>11:00 - 12:00 {printed}</p>"
    )
    assert record.sessions[-1].title == title


_DAY = "<p>Tidewick, Fiji, 24 November 2014</p>"


def test_hours_and_room_below_a_day_and_a_title_are_that_items() -> None:
    record = text_record(
        "Workshop on Harbours\n\nTidewick, Fiji, 24 to 26 November 2014\n\nSessions led by the harbour\n\n"
        "Monday 24 November 2014 | Nets, Wires and Welcome\n14.30 – 15.45 FJT, Grand Hall 2\nLead: IOM, Guild of Weavers\n\n"
        "Tuesday 25 November 2014 | Boats at the Table\n09.00 – 10.30 FJT, online only\nLead: Tide Institute\n"
    )
    assert when(record) == [
        ("2014-11-24", "14:30", "15:45", "Nets, Wires and Welcome"),
        ("2014-11-25", "09:00", "10:30", "Boats at the Table"),
    ]
    assert [[body.name for body in session.organizers] for session in record.sessions] == [
        ["IOM", "Guild of Weavers"],
        ["Tide Institute"],
    ]
    assert record.sessions[0].venue == "Grand Hall 2"


@pytest.mark.parametrize(
    ("date", "time", "days"),
    [
        ("Date", "Time", ("Monday, 24 November", "Tuesday, 25 November")),
        ("Fecha", "Hora", ("lunes 24 de noviembre", "martes 25 de noviembre")),
        ("Date", "Heure", ("lundi 24 novembre", "mardi 25 novembre")),
        ("التاريخ", "الوقت", ("الاثنين 24 نوفمبر", "الثلاثاء 25 نوفمبر")),
    ],
)
def test_titles_over_labelled_days_and_hours_are_items(date: str, time: str, days: tuple[str, str]) -> None:
    record = html_record(
        f"{_EVENT}<h3>The Boat Without a Lease</h3><p>{date}: {days[0]}<br>{time}: 16:30 - 18:00<br>Organized by: IOM, Tide Union</p>"
        f"<h3>Meet the press</h3><p>{date}: {days[1]}<br>{time}: 11:00 - 11:30</p>"
    )
    assert [(s.kind, s.date, s.start, s.end, s.title) for s in record.sessions] == [
        ("side_event", "2014-11-24", "16:30", "18:00", "The Boat Without a Lease"),
        ("press_briefing", "2014-11-25", "11:00", "11:30", "Meet the press"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "{title}\n\nVenue: Room 7\n\nDate: {day}\n\nTime: {hours}",
        "{title}\n\nTime: {hours}\n\nDate: {day}\n\nVenue: Room 7",
        "{title}\n\nVenue: Room 7\n\nTime: {hours}\n\nDate: {day}",
        "{title}\n\nOrganizers: Tide Union, Net Guild\n\nVenue: Room 7\n\nDate: {day}, {hours}",
        "{title}\n\nSalle : Salle 7\n\nDate : {day}\n\nHoraire : {hours}",
        "{title}\n\nLugar: Sala 7\n\nFecha: {day}\n\nHora: {hours}",
    ],
)
def test_labels_of_an_entry_in_any_order(entry: str) -> None:
    entries = [("Boats that come home", "10/11/2014"), ("Nets for all", "11/11/2014")]
    text = "\n\n".join(entry.format(title=title, day=day, hours="16:30 - 18:00") for title, day in entries)
    record = text_record(f"Side events of the Boat Week\n\n{text}")
    assert [(s.kind, s.date, s.start, s.end, s.title) for s in record.sessions] == [
        ("side_event", f"2014-11-{day}", "16:30", "18:00", title)
        for day, title in (("10", "Boats that come home"), ("11", "Nets for all"))
    ]


def test_one_labelled_day_is_that_of_the_page() -> None:
    record = html_record(
        "<h3>The Boat Without a Lease</h3><p>Date: Monday, 24 November 2014<br>Time: 16:30 - 18:00</p>"
    )
    assert record.sessions == []
    assert record.start_date == "2014-11-24"


@pytest.mark.parametrize(
    "line",
    [
        "10:00 a 11:30 (Ciudad de Guatemala) / 17:00 a 18:30 (Londres)",
        "de 10h30 à 12h00 GMT, soit 12h30-14h00 à Paris",
        "10:00 - 11:30 EST / 16:00 - 17:30 CET",
        "من 10:00 إلى 11:30 (القاهرة) / 9:00 إلى 10:30 (تونس)",
    ],
)
def test_the_same_hours_in_another_place_are_no_item(line: str) -> None:
    record = html_record(
        f"{_DAY}<p>{line}</p><p>Boats come home at all hours, and somebody has to be there to see them in.</p>"
    )
    assert record.sessions == []


def test_hours_in_two_zones_in_one_cell_are_those_of_one_item() -> None:
    record = html_record(
        f"{_DAY}<table><tr><td>08:00 EDT<br>14:00 CEST</td><td>Opening</td></tr>"
        "<tr><td>08:30 EDT<br>14:30 CEST</td><td>Panel 1: Nets</td></tr></table>"
    )
    assert [(s.start, s.timezone, s.title) for s in record.sessions] == [
        ("08:00", "EDT", "Opening"),
        ("08:30", "EDT", "Panel 1: Nets"),
    ]


def test_full_hours_in_words_are_times() -> None:
    record = html_record(
        f"{_DAY}<p>10 heures - 11 heures</p><p>Ouverture de la session</p><p>11 heures - 13 heures</p><p>Débat général</p>"
        "<p>15 heures - 16 h 30</p><p>Table ronde : les filets</p><p>16 h 30 - 18 heures</p><p>Clôture</p>"
    )
    assert [(s.start, s.end, s.title) for s in record.sessions] == [
        ("10:00", "11:00", "Ouverture de la session"),
        ("11:00", "13:00", "Débat général"),
        ("15:00", "16:30", "Table ronde : les filets"),
        ("16:30", "18:00", "Clôture"),
    ]


def test_a_duration_is_no_time() -> None:
    assert (
        html_record(
            f"{_DAY}<p>2 heures - 3 heures</p><p>Le voyage est long et la mer est mauvaise en novembre.</p>"
        ).sessions
        == []
    )


@pytest.mark.parametrize(
    ("label", "roles"),
    [
        (
            "Co-chairs: Ms. Ada Lind, Mayor of Tidewick, and Mr. Odd Lie, Guild of Weavers",
            ["chair", "chair", "panellist"],
        ),
        ("Chair: to be designated", ["panellist"]),
        ("Modérateur : à désigner", ["panellist"]),
        ("Moderators:", ["moderator"]),
    ],
)
def test_who_stands_below_a_label_that_has_its_people(label: str, roles: list[str]) -> None:
    record = html_record(
        f"{_DAY}<p>10:00 - 11:00 Panel: Nets</p><p>{label}</p><p>Ms. Marit Berg, Minister of Ports (Norway)</p>"
    )
    assert [person.role for person in record.sessions[0].people] == roles


@pytest.mark.parametrize("label", ["Participants", "Participantes", "Participants (confirmed)"])
def test_participants_with_titles_behind_the_label_take_part(label: str) -> None:
    record = html_record(
        f"{_DAY}<p>10:00 - 11:00 Panel: Nets</p><p>{label}: Dr. Ada Lind, Mayor of Tidewick; Dr. Odd Lie, baker</p>"
    )
    assert who(record.sessions[0]) == [("Ada Lind", "panellist"), ("Odd Lie", "panellist")]


def test_participants_without_names_are_a_note() -> None:
    record = html_record(
        f"{_DAY}<p>10:00 - 11:00 Panel: Nets</p><p>Participants: harbour masters and weavers of 12 towns</p>"
    )
    assert record.people == []


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Videomensaje de Ada Lind Prado, Ministra de Puertos", [("Ada Lind Prado", "opening")]),
        ("Message enregistré de Ada Lind Prado, Ministre des ports", [("Ada Lind Prado", "opening")]),
        (
            "Palabras de Lic. Ada Lind, Alcaldesa, y de Odd Lie Prado, Jefe de Misión",
            [("Ada Lind", "opening"), ("Odd Lie Prado", "opening")],
        ),
    ],
)
def test_messages_and_words_of_people(line: str, people: list[tuple[str, str]]) -> None:
    record = html_record(f"{_DAY}<p>10:00 - 11:00 hrs. Inauguración</p><p>{line}</p>")
    assert who(record.sessions[0]) == people


def test_words_in_the_title_of_an_opening_open() -> None:
    record = html_record(
        f"{_DAY}<ul><li>10:00 a 11:00 hrs. Inauguración. Palabras de Lic. Ada Lind, Alcaldesa</li></ul>"
    )
    assert [(s.title, who(s)) for s in record.sessions] == [("Inauguración", [("Ada Lind", "opening")])]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Mesa 1: Redes. Modera Ada Lind Prado. Participan Dr. Odd Lie, panadero; Dra. Marit Berg, alcaldesa",
         [("Ada Lind Prado", "moderator"), ("Odd Lie", "panellist"), ("Marit Berg", "panellist")]),
        ("Panel 1 : Les filets. Préside Ada Lind Prado", [("Ada Lind Prado", "chair")]),
        ("Mesa 1: Redes. Modera Radio Marea", []),
    ],
)  # fmt: skip
def test_a_full_name_behind_the_verb_of_who_leads(line: str, people: list[tuple[str, str]]) -> None:
    record = html_record(f"{_DAY}<ul><li>10:00 - 11:00 {line}</li></ul>")
    assert who(record.sessions[0]) == people


def test_who_puts_the_questions_is_no_part_of_a_post() -> None:
    record = html_record(
        f"{_DAY}<p>10:00 - 11:00 Dialogue with the director</p>"
        "<p>On stage: Ada Lind, film director, and Odd Lie-Prado, cook at Tide Cooperative; questions put by Marit Berg, journalist</p>"
    )
    assert [(p.name, p.role, p.position) for p in record.sessions[0].people] == [
        ("Ada Lind", "panellist", "film director"),
        ("Odd Lie-Prado", "panellist", "cook"),
        ("Marit Berg", "moderator", "journalist"),
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Working group A: Nets", "other"),
        ("Mesa de trabajo B: Redes", "other"),
        ("Groupes de travail", "other"),
        ("مجموعات العمل", "other"),
        ("Mesa 1: Redes", "panel"),
        ("Reports from the working groups", "plenary"),
        ("Groupe de haut niveau : Les filets", "panel"),
        ("الكلمة الختامية", "plenary"),
    ],
)
def test_kinds_of_work_in_groups(title: str, kind: str) -> None:
    assert session_kind(title) == kind


def test_a_glued_table_is_parted_at_labels_days_and_descriptions() -> None:
    record = text_record(
        "Harbour Dialogue\n\nTidewick, Fiji, 24 and 25 November 2014\n\nWelcome to all who live by the water and from it.\n\n"
        "TimeItem8:30 - 9:00Registration9:00 - 9:40Opening sessionWelcome by Ms. Ada Lind, Mayor of Tidewick"
        "Mr. Odd Lie, Regional Director, IOM9:40 - 11:00Panel 1: Bunks above the chandleryAn hour on rents, boarding houses and "
        "empty lofts, from three harbours with three laws.Speakers: Mr. Iosif Marangos, Deputy Mayor of Piraeus; third speaker tbc"
        "Moderator: Ms. Marit Berg, carpenter11:00 - 11:30TeaTuesday 25 November9:30 - 12:00Visit to the oyster beds"
        "12:00 - 12:30Closing wordsMs. Ada LindShare this page\n"
    )
    assert [(s.date, s.start, s.title, who(s)) for s in record.sessions] == [
        ("2014-11-24", "08:30", "Registration", []),
        ("2014-11-24", "09:00", "Opening session", [("Ada Lind", "opening"), ("Odd Lie", "opening")]),
        (
            "2014-11-24",
            "09:40",
            "Panel 1: Bunks above the chandlery",
            [("Iosif Marangos", "panellist"), ("Marit Berg", "moderator")],
        ),
        ("2014-11-24", "11:00", "Tea", []),
        ("2014-11-25", "09:30", "Visit to the oyster beds", []),
        ("2014-11-25", "12:00", "Closing words", [("Ada Lind", "closing")]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Tidewick Monday 2 sank in the harbour, and nobody has seen it since.",
        "Write to the harbour master if you wish to share this page",
    ],
)
def test_words_with_blanks_between_them_are_not_glued(text: str) -> None:
    page, _record = parse_capture(f"URL: {URL}\n\nHarbour Dialogue\n\n{text}\n".encode(), None, "text/plain")
    assert page.blocks[-1].text == text


def test_items_before_the_second_day_are_those_of_the_first() -> None:
    record = html_record(
        "<p>Tidewick, Fiji, 24 to 25 November 2014</p><p>09:00 - 10:00 Registration</p><p>10:00 - 11:00 Panel 1: Nets</p>"
        "<p><b>Tuesday 25 November</b></p><p>09:00 - 10:00 Panel 2: Boats</p>"
    )
    assert [session.date for session in record.sessions] == ["2014-11-24", "2014-11-24", "2014-11-25"]


def test_items_before_a_later_day_are_of_no_day_that_is_told() -> None:
    record = html_record(
        "<p>Tidewick, Fiji, 24 to 27 November 2014</p><p>09:00 - 10:00 Registration</p><p>10:00 - 11:00 Panel 1: Nets</p>"
        "<p><b>Thursday 27 November</b></p><p>09:00 - 10:00 Panel 2: Boats</p>"
    )
    assert [session.date for session in record.sessions] == [None, None, "2014-11-27"]


@pytest.mark.parametrize(
    ("line", "title", "people"),
    [
        ("Welcoming remarks, Ada Lind, Chief of Staff, IOM", "Welcoming remarks", [("Ada Lind", "opening")]),
        ("Mot de clôture, Ada Lind, Directrice, OIM", "Mot de clôture", [("Ada Lind", "closing")]),
        ("Palabras de bienvenida, Ada Lind, Alcaldesa", "Palabras de bienvenida", [("Ada Lind", "opening")]),
        (
            "Panel 1: Nets, Old Boats, and Director General elections",
            "Panel 1: Nets, Old Boats, and Director General elections",
            [],
        ),
        ("Opening ceremony, Palais Wilson", "Opening ceremony, Palais Wilson", []),
    ],
)
def test_somebody_behind_a_comma_gives_the_words(line: str, title: str, people: list[tuple[str, str]]) -> None:
    record = html_record(f"{_DAY}<ul><li>10:00 - 11:00, {line}</li><li>11:00 - 12:00, Tea</li></ul>")
    assert (record.sessions[0].title, who(record.sessions[0])) == (title, people)


def test_a_bare_name_behind_a_title_is_that_of_somebody_in_the_programme() -> None:
    record = html_record(
        f"{_DAY}<ul><li>10:00 - 11:00, Welcoming remarks, Ada Lind, Chief of Staff, IOM</li>"
        "<li>11:00 - 12:00, Closing remarks, Ada Lind</li><li>12:00 - 13:00, Visit, Port Tide</li></ul>"
    )
    assert [(s.title, who(s)) for s in record.sessions] == [
        ("Welcoming remarks", [("Ada Lind", "opening")]),
        ("Closing remarks", [("Ada Lind", "closing")]),
        ("Visit, Port Tide", []),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ada Lind, Consul General, Cape Verde (group B)", ("Ada Lind", "Consul General", None, "CV", None)),
        (
            "For IOM: Ada Lind, Senior Climate Specialist, as moderator",
            ("Ada Lind", "Senior Climate Specialist", "IOM", None, "moderator"),
        ),
        ("Pour l'OIM : Ada Lind, juriste, en tant que modératrice", ("Ada Lind", "juriste", "OIM", None, "moderator")),
        ("Ada Lind, Coordinator, Sailors' Helpline", ("Ada Lind", "Coordinator", "Sailors' Helpline", None, None)),
        ("Ada Lind, Coordinator, Migration Policy", ("Ada Lind", "Coordinator, Migration Policy", None, None, None)),
        (
            "Ada Lind, Desk Officer, Ministry of Ports, Cyprus",
            ("Ada Lind", "Desk Officer", "Ministry of Ports", "CY", None),
        ),
        ("السيدة آدا ليند، الملحقة العمالية، سريلانكا", ("آدا ليند", "الملحقة العمالية", None, "LK", None)),
    ],
)
def test_posts_clauses_and_groups(line: str, expected: tuple[str, str, str | None, str | None, str | None]) -> None:
    record = html_record(f"{_DAY}<p>10:00 - 11:00 Panel: Nets</p><ul><li>{line}</li></ul>")
    (person,) = record.sessions[0].people
    name, position, organization, country, role = expected
    assert (person.name, person.position, person.organization, person.country) == (
        name,
        position,
        organization,
        country,
    )
    assert person.role == (role or "panellist")


@pytest.mark.parametrize("line", ["متحدث من الكويت (يؤكد لاحقاً)", "متحدثة من تونس"])
def test_a_speaker_from_somewhere_has_no_name(line: str) -> None:
    record = html_record(f"{_DAY}<p>10:00 - 11:00 Panel: Nets</p><p>المتحدثون:</p><ul><li>{line}</li></ul>")
    assert record.sessions[0].people == []


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Bienvenida a cargo de: Ada Lind Prado, Cámara de Puertos", [("Ada Lind Prado", "opening")]),
        ("Welcome remarks by: Ada Lind-Prado, Mayor of Tidewick", [("Ada Lind-Prado", "opening")]),
        ("Mot de clôture par : Mme Ada Lind, mairesse", [("Ada Lind", "closing")]),
        ("Cierra: Ada Lind Prado, Directora Regional", [("Ada Lind Prado", "closing")]),
        ("Échanges conduits par Mme Ada Lind, Université de la Marée", [("Ada Lind", "moderator")]),
        ("Discussion moderated by Ada Lind-Prado, journalist", [("Ada Lind-Prado", "moderator")]),
        ("Diálogos conducidos por la Sra. Ada Lind, periodista", [("Ada Lind", "moderator")]),
        ("Handed out by Ms. Ada Lind, Mayor of Tidewick", [("Ada Lind", "panellist")]),
        ("Rapporteuse générale : Mme Ada Lind, juriste", [("Ada Lind", "panellist")]),
        ("Nets mended by hand in Tidewick", []),
    ],
)
def test_who_does_what_before_by(line: str, people: list[tuple[str, str]]) -> None:
    record = html_record(f"{_DAY}<p>10:00 - 11:00 Panel: Nets</p><p>{line}</p>")
    assert who(record.sessions[0]) == people


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('Mr. Ada "Jun" Lind, Assistant Governor, Bank of Tide', 'Ada "Jun" Lind'),
        ("M. Ada «Jo» Lind, pêcheur", "Ada «Jo» Lind"),
        ("Sr. Ada “Chepe” Lind Prado, alcalde de Marea", "Ada “Chepe” Lind Prado"),
    ],
)
def test_a_nickname_is_a_part_of_the_name(line: str, name: str) -> None:
    record = html_record(f"{_DAY}<p>10:00 - 11:00 Panel: Nets</p><ul><li>{line}</li></ul>")
    assert [person.name for person in record.people] == [name]


def test_a_title_in_quotation_marks_is_no_nickname() -> None:
    record = html_record(f'{_DAY}<p>10:00 - 11:00 Film: The "Old Boat" Club</p><p>11:00 - 12:00 Tea</p>')
    assert record.people == []


def _cards(*cards: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<div class="card"><div class="card-header">{when}</div><div class="card-body"><h3>{title}</h3><p>{words}</p></div></div>'
        for when, title, words in cards
    )
    return f'{_EVENT}<div class="field field--name-field-cards row">{inner}</div>'


def test_cards_of_a_day_with_hours_over_a_head_are_items() -> None:
    record = html_record(
        _cards(
            (
                "Mon 24 Nov · 10:00–11:15 FJT",
                "When the Well Moves",
                "With Ada Lind-Prado, Mayor of Tidewick. Guided by Odd Lie, IOM.",
            ),
            ("Tue 25 Nov, 16:30–17:30 (FJT)", "Press briefing: numbers on nets", "Press Room 2."),
            ("Wed 26 Nov · 13:00–14:30 FJT", "Sandstorms and Cities", "<strong>CANCELLED</strong>"),
        )
    )
    assert [(s.kind, s.date, s.start, s.end, s.title) for s in record.sessions] == [
        ("side_event", "2014-11-24", "10:00", "11:15", "When the Well Moves"),
        ("press_briefing", "2014-11-25", "16:30", "17:30", "Press briefing: numbers on nets"),
    ]
    assert who(record.sessions[0]) == [("Ada Lind-Prado", "panellist"), ("Odd Lie", "moderator")]


def test_one_card_with_a_day_and_hours_is_that_of_the_page() -> None:
    record = html_record(
        _cards(("Mon 24 Nov · 10:00–11:15 FJT", "When the Well Moves", "Boats come home at all hours."))
    )
    assert record.sessions == []


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("(11:30 – 13:00) Panel: Nets", "Panel: Nets"),
        ("[11:30 – 13:00] – Panel: Nets", "Panel: Nets"),
        ("Puis (11:30 – 13:00) Table ronde : les filets", "Table ronde : les filets"),
        ("ثم (11:30 – 13:00) استراحة الغداء.", "استراحة الغداء"),
    ],
)
def test_hours_in_brackets_before_a_title(line: str, title: str) -> None:
    record = html_record(f"{_DAY}<p>(10:00 – 11:00) Opening session</p><p>{line}</p>")
    assert [(s.start, s.title) for s in record.sessions] == [("10:00", "Opening session"), ("11:30", title)]


_NAME_OVER_POST = [
    ("Renata Kowalczyk", "Director of Trade, CARICOM Secretariat"),
    ("Adama Sow", "Economist, World Bank"),
]


def test_a_post_below_a_name_in_a_list_is_that_of_the_name() -> None:
    lines = "\n".join(f"  • {name}\n    {post}" for name, post in _NAME_OVER_POST)
    items = "".join(f"<li>{name}<br>{post}</li>" for name, post in _NAME_OVER_POST)
    text = text_record(
        f"Seminar on Trade\n4 October 2004\n\n9:30 - 10:00 Opening\n\n10:00 - 13:00 Session I: Services\n\n{lines}\n"
    )
    html = html_record(
        "<h1>Seminar on Trade</h1><p>4 October 2004</p><p>9:30 - 10:00 Opening</p><p>10:00 - 13:00 Session I: Services</p>"
        f"<ul>{items}</ul>"
    )
    for record in (text, html):
        assert who(record.sessions[1]) == [("Renata Kowalczyk", "panellist"), ("Adama Sow", "panellist")]
        assert [(person.position, person.organization) for person in record.people] == [
            ("Director of Trade", "CARICOM Secretariat"),
            ("Economist", "World Bank"),
        ]


def test_a_room_over_a_label_is_nobody() -> None:
    record = text_record(
        "Talks\n4 October 2004\n\n9:30 - 10:00 Opening\n\n10:00 - 13:00 Wells\nWater Pavilion\nLead: Kenya\n"
    )
    assert record.people == []


@pytest.mark.parametrize(
    ("place", "label"),
    [
        ("Platform: Zoom", "Speakers:"),
        ("Online (Zoom, link sent after registration)", "Speakers:"),
        ("Plataforma: Zoom", "Ponentes:"),
        ("Plateforme : Zoom", "Intervenants :"),
    ],
)
def test_the_hours_of_the_whole_event_are_no_item(place: str, label: str) -> None:
    record = text_record(
        f"Webinar: Data on Return\n\nThursday, 18 March 2021\n10:00 - 11:30\n{place}\n\nThe talk is on numbers and on people.\n\n"
        f"{label}\n\n  • Renata Kowalczyk, Director of Trade, CARICOM Secretariat\n  • Adama Sow, Economist, World Bank\n\n"
        "The talk is recorded, and those who come get a paper that says so.\n"
    )
    assert record.sessions == []
    assert [(person.name, person.role) for person in record.people] == [
        ("Renata Kowalczyk", "panellist"),
        ("Adama Sow", "panellist"),
    ]


def test_noon_as_it_is_printed_in_manila() -> None:
    record = text_record(
        "Talks 2014\n24 November 2014\n9:00 am - 12:00 nn Second panel: Interest\n12:00 nn - 1:30 pm Lunch\n"
    )
    assert when(record) == [
        ("2014-11-24", "09:00", "12:00", "Second panel: Interest"),
        ("2014-11-24", "12:00", "13:30", "Lunch"),
    ]


def test_the_line_of_all_days_and_the_place_above_a_programme_is_no_item() -> None:
    record = html_record(
        "<p>22 y 23 de agosto de 2023, Centro de Convenciones del Pacífico, Arica, Chile</p><table><tr><td>Hora</td>"
        "<td>Actividad</td></tr><tr><td colspan=2>Martes, 22 de agosto de 2023</td></tr><tr><td>08:30 – 09:00</td>"
        "<td>Inscripción</td></tr><tr><td>09:00 – 09:45</td><td>Palabras de apertura</td></tr></table>"
    )
    assert [session.title for session in record.sessions] == ["Inscripción", "Palabras de apertura"]


def test_a_short_arabic_sentence_below_the_hours_is_no_title() -> None:
    record = text_record(
        "ندوة عبر الإنترنت\nالثلاثاء 8 يونيو 2021\nمن 13:00 إلى 14:30\nتدير الندوة هالة منصور، من المنظمة الدولية للهجرة.\n"
    )
    assert record.sessions == []


def test_fields_that_come_back_in_turn_are_rows_of_a_programme() -> None:
    def row(time: str, title: str, people: str = "") -> str:
        fields = {"time": time, "title": title, "text": people}
        inner = "".join(f"<div class='field field--name-field-{name}'>{text}</div>" for name, text in fields.items())
        return f"<div class='paragraph paragraph--type--session'>{inner}</div>"

    day = "<div class='field field--name-field-day'>{}</div>"
    record = html_record(
        day.format("Tuesday 13 May 2014")
        + row("09:00 - 09:30", "Opening session")
        + row("09:30 - 11:00", "Panel 1: Boats", "<p>Ada Lindqvist, Harbour Master, Boat Trust</p>")
        + day.format("Wednesday 14 May 2014")
        + row("09:00 - 10:00", "Panel 2: Nets")
    )
    assert when(record) == [
        ("2014-05-13", "09:00", "09:30", "Opening session"),
        ("2014-05-13", "09:30", "11:00", "Panel 1: Boats"),
        ("2014-05-14", "09:00", "10:00", "Panel 2: Nets"),
    ]
    assert who(record.sessions[1]) == [("Ada Lindqvist", "panellist")]
    assert record.end_date == "2014-05-14"


def test_lines_of_a_programme_that_are_about_as_wide_as_each_other_are_not_joined() -> None:
    people = "Ada Lindqvist, cheffe de port, Boat Trust<br>Olaf Brekke, directeur du port, Net Guild"
    record = html_record(
        "<p>Mardi 13 mai 2014<br>9h00 Inscription<br>9h30 Panel 1 : Des bateaux qui rentrent en hiver<br>"
        f"{people}<br>11h00 Panel 2 : Des filets qui durent longtemps<br>{people}<br>12h30 Clôture</p>"
    )
    assert [session.title for session in record.sessions] == [
        "Inscription",
        "Panel 1 : Des bateaux qui rentrent en hiver",
        "Panel 2 : Des filets qui durent longtemps",
        "Clôture",
    ]
    assert [name for name, _role in who(record.sessions[1])] == ["Ada Lindqvist", "Olaf Brekke"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Thursday 4 December 2014, 18:00 to 20:00: Launch reception, with a greeting by Councillor Abel Keel, Mayor.",
            "Sunday 7 December 2014, 18:00: Prize-giving of the schools",
            [
                ("2014-12-04", "18:00", "20:00", "Launch reception"),
                ("2014-12-07", "18:00", None, "Prize-giving of the schools"),
            ],
        ),
        (
            "Jeudi 4 décembre 2014, 18h00 - 20h00 : Table ronde « Filets », tenue par Mme Rose Filet, professeure à Port-Bleu.",
            "Dimanche 7 décembre 2014, 18h00 : Remise des prix",
            [
                ("2014-12-04", "18:00", "20:00", "Table ronde « Filets »"),
                ("2014-12-07", "18:00", None, "Remise des prix"),
            ],
        ),
    ],
)
def test_a_sentence_behind_day_and_hours_is_no_part_of_the_title(
    first: str, second: str, expected: list[tuple[str, str, str | None, str]]
) -> None:
    record = html_record(
        f"<p>4 to 7 December 2014, Tidewick, Fiji</p><p>Nets on the walls.</p><p>{first}</p><p>{second}</p>"
    )
    assert when(record) == expected


def test_the_people_of_such_a_sentence_are_read_as_in_prose() -> None:
    record = html_record(
        "<p>4 to 7 December 2014, Tidewick, Fiji</p><p>Nets on the walls.</p>"
        "<p>Thursday 4 December 2014, 18:00 to 20:00: Round table “Ropes”, held together by Professor Abel Keel (Tide "
        "University). He will be joined by Mr John Mole, retired seaman, and Ms Rose Filet, who mends nets by day.</p>"
        "<p>Sunday 7 December 2014, 18:00: Prize-giving of the schools</p>"
    )
    assert [session.title for session in record.sessions] == ["Round table “Ropes”", "Prize-giving of the schools"]
    assert {"Abel Keel", "John Mole", "Rose Filet"} <= {person.name for person in record.people}


def test_a_first_item_below_its_day_may_name_many_people() -> None:
    people = "; ".join(f"Ana Brava {name}, viceministra de Puertos del Perú" for name in ("Mar", "Red", "Sal", "Ola"))
    record = html_record(
        "<p>Lunes 24 de noviembre de 2014</p>"
        f"<p>18:30 Ceremonia inaugural, con palabras de {people}, y Juan Bote, Jefe de Misión de la OIM</p>"
        "<p>19:15 Proyección: «La red»</p>"
    )
    assert [session.title for session in record.sessions] == ["Ceremonia inaugural", "Proyección: «La red»"]
    assert {role for _name, role in who(record.sessions[0])} == {"opening"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The event will be moderated by Ms. Rita Elm, Chief Nurse, Kenya.", [("Rita Elm", "moderator")]),
        (
            "Mayors talk over lunch. Tam Oakley, IOM Director of Ports, will give the opening remarks.",
            [("Tam Oakley", "opening")],
        ),
        ("Dr. Ana Beech, Secretary of State for Ports, will chair the discussion.", [("Ana Beech", "chair")]),
        ("La mesa estará moderada por la Sra. Rita Olmo, Directora de Puertos, Kenia.", [("Rita Olmo", "moderator")]),
        (
            "Le dîner réunit les maires. La séance sera modérée par Mme Rita Orme, Directrice des ports, Kenya, et les filets seront là.",
            [("Rita Orme", "moderator")],
        ),
        ("Entrance is free. Kindly confirm your attendance to Rita Elm by 13 September.", [("Rita Elm", "contact")]),
        ("The panel will look at how to address the Net-Rope Nexus, and who will speak for it.", []),
        (
            "The film of Ms. Ute Pine, carpenter, is a study of ropes and of those who mend them.",
            [("Ute Pine", "mentioned")],
        ),
    ],
)
def test_running_text_below_a_title_says_who_takes_part(text: str, people: list[tuple[str, str]]) -> None:
    record = parse_capture(
        "URL: https://www.iom.int/events/x\n\nSide events of the Net Forum\n\n19 September 2023 | Nets\nTime: 13.15 – 14.30\n"
        f"Organizers: WHO, IOM\n{text}\n20 September 2023 | Ropes\nTime: 11.00 – 12.00\nOrganizers: IOM\n".encode(),
        None,
        "text/plain",
    )[1]
    assert [(person.name, person.role) for person in record.people] == people
    in_session = [(name, role) for name, role in people if role not in ("mentioned", "contact")]
    assert [(person.name, person.role) for person in record.sessions[0].people] == in_session


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            "Participants:\nMs. Rita Elm, Institute of Nets, Kenya\nMr. Tam Oakley, Harbour Guild",
            ["Rita Elm", "Tam Oakley"],
        ),
        ("Participants :\nMme Rita Orme, Institut des filets, Kenya", ["Rita Orme"]),
        ("Participants:\nRita Elm, Director, Institute of Nets, Kenya", ["Rita Elm"]),
        ("Participants:\nMinistries of ports and of fishery", []),
        ("Registration:\nMs. Rita Elm, Harbour Guild, nets@example.org", []),
    ],
)
def test_participants_on_lines_below_their_label(lines: str, names: list[str]) -> None:
    record = parse_capture(
        f"URL: https://www.iom.int/events/x\n\nNet Forum\n\n5 March 2019\n\n9:00 - 10:00 Session 1: Nets\n{lines}\n\n10:00 - 10:15 Coffee\n".encode(),
        None,
        "text/plain",
    )[1]
    assert [person.name for person in record.sessions[0].people] == names


@pytest.mark.parametrize(
    ("day", "line", "title"),
    [
        ("5 March 2014", "Afternoon: visit to the port", "visit to the port"),
        ("5 mars 2014", "Après-midi : visite du port", "visite du port"),
        ("5 de marzo de 2014", "Tarde: visita al puerto", "visita al puerto"),
        ("5 آذار/مارس 2014", "بعد الظهر: زيارة إلى الميناء", "زيارة إلى الميناء"),
        ("5 March 2014", "Evening – Reception on the pier", "Reception on the pier"),
        ("5 March 2014", "Morning: Moderator: Ms. Rita Elm", None),
        ("5 March 2014", "Evening meals are served on the pier: bring a plate and a friend of yours, please.", None),
    ],
)
def test_parts_of_the_day_stand_for_hours(day: str, line: str, title: str | None) -> None:
    record = text_record(f"Net Forum\n\n{day}\n\n9:00 - 10:00 Nets\n10:00 - 11:00 Ropes\n{line}\n")
    assert [s.title for s in record.sessions[2:]] == ([] if title is None else [title])
    assert {session.date for session in record.sessions} == {"2014-03-05"}


_WEBINAR = "Net Webinar\n\n29 July 2021\n\n17:00 Welcome: Ms. Rita Elm, Harbour Guild\n17:10 {}\n18:00 Questions\n18:25 Close\n\n{}\n"
_LISTED = "Panellists\n\nDr. Ana Beech\nHead of the Net Line, Rope Council. A psychologist, with fifteen years of work at sea.\n\nTim Pine\nIOM\n"


@pytest.mark.parametrize(
    ("title", "listed", "people"),
    [
        ("Panel: From nets to ropes", _LISTED, ["Ana Beech", "Tim Pine"]),
        ("Panel: From nets to ropes\nPanellists: Ms. Ute Ash, Net Post", _LISTED, ["Ute Ash"]),
        ("From nets to ropes", _LISTED, []),
        ("Panel: From nets to ropes", "Master of ceremonies: Ute Ash, Net Post", []),
    ],
)
def test_those_listed_beside_a_programme_sit_on_its_one_panel(title: str, listed: str, people: list[str]) -> None:
    head, rest = _WEBINAR.format(title, "").split("17:00", 1)
    record = text_record(f"{head}{listed}\nProgramme\n\n17:00{rest}")
    assert [person.name for person in record.sessions[1].people] == people


def test_who_leads_through_an_event_is_of_no_session() -> None:
    record = text_record(_WEBINAR.format("Ropes", "Master of ceremonies: Ute Ash, journalist, Net Post"))
    assert [person.name for person in record.sessions[-1].people] == []
    assert [(person.name, person.role) for person in record.people] == [
        ("Rita Elm", "opening"),
        ("Ute Ash", "moderator"),
    ]


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("Side events and pavilion events\nTimeTitlePartners", "side_event"),
        ("Événements parallèles\nHeureTitrePartenaires", "side_event"),
        ("Eventos paralelos y otras actividades\nHoraTítuloSocios", "side_event"),
        ("Side events\nPublications\nThe forum meets on the pier.\nTimeTitlePartners", "other"),
    ],
)
def test_a_heading_right_above_a_table_of_side_events(above: str, kind: str) -> None:
    record = text_record(
        f"Net Forum\n\n5 March 2014\n\n{above}\n9:00 - 10:00NetsIOM, Guild\n10:00 - 11:00RopesUNDP, IOM\n"
    )
    assert [session.kind for session in record.sessions] == [kind, kind]


@pytest.mark.parametrize(
    ("label", "name"),
    [("Other speakers", "Rita Elm"), ("Autres intervenants", "Rita Orme"), ("Otras panelistas", "Rita Olmo")],
)
def test_others_who_speak(label: str, name: str) -> None:
    record = text_record(
        f"Net Forum\n\n5 March 2014\n\n9:00 - 10:00 Panel 1: Nets\n{label}: {name}, IOM\n10:00 - 11:00 Ropes\n"
    )
    assert [(person.name, person.role) for person in record.sessions[0].people] == [(name, "panellist")]
