"""Forms of clock times: their exact words, begin and end, the zone beside them, and what is no time."""

from __future__ import annotations

import pytest

from parsers.dates.times import SecondClock, find_times

# Text with the time's words between « and », begin, end, zones.
TABLE = [
    # ranges with a colon
    ("«10:00 - 13:00» Opening of the session", "10:00", "13:00", ()),
    ("«9:00 – 09:30» Registration", "09:00", "09:30", ()),
    ("«10:00-11:00» Panel 1", "10:00", "11:00", ()),
    ("«10:00—11:00» Panel 1", "10:00", "11:00", ()),
    ("«10:00 −11:00» Panel 1", "10:00", "11:00", ()),
    ("«10:00 to 11:00»", "10:00", "11:00", ()),
    ("open from «9:00 to 20:30». Schools", "09:00", "20:30", ()),
    ("open «9:00 until 20:30»", "09:00", "20:30", ()),
    ("between «9:00 and 20:30»", "09:00", "20:30", ()),
    ("«22:00 - 02:00» Night shift", "22:00", "02:00", ()),
    ("«18:00 - 24:00» Night of films", "18:00", "00:00", ()),
    ("«10:00\u00a0-\u00a013:00»", "10:00", "13:00", ()),
    ("«09:00:00 - 10:30:00»", "09:00", "10:30", ()),
    ("«11:00 - 1:00» Lunch", "11:00", "13:00", ()),
    # glued
    ("TimeProgram«9:00 - 10:00»Opening", "09:00", "10:00", ()),
    ("just growth.«10:45 - 12:30»Panel 1: Wells", "10:45", "12:30", ()),
    ("Tuesday, 2 December 2008«10:00 - 13:00» Opening", "10:00", "13:00", ()),
    ("«12:00pm»Lunch", "12:00", None, ()),
    ("«10:00 - 11:30 a.m.»Opening", "10:00", "11:30", ()),
    ("«9:00-12:00 EST»Opening", "09:00", "12:00", ("EST",)),
    ("«08h15 - 09h00»: Accueil", "08:15", "09:00", ()),
    ("«14h30»: Visita al puerto", "14:30", None, ()),
    # dots
    ("Time: «10.30-12.00 EDT»", "10:30", "12:00", ("EDT",)),
    ("Time: «13.15 – 14.30 (EDT)»", "13:15", "14:30", ("EDT",)),
    ("«15.00-16:30 EDT»", "15:00", "16:30", ("EDT",)),
    ("«10.30-12.00» Panel", "10:30", "12:00", ()),
    ("«8.00 a.m. - 9.15 a.m. EDT»", "08:00", "09:15", ("EDT",)),
    ("at «9.30»", "09:30", None, ()),
    ("«9.30 a.m.»", "09:30", None, ()),
    ("Horario: «9.30»", "09:30", None, ()),
    # single times
    ("posted «10:08»", "10:08", None, ()),
    ("«12:00 noon EDT»", "12:00", None, ("EDT",)),
    ("«12 noon»", "12:00", None, ()),
    ("«12 midnight»", "00:00", None, ()),
    ("at «11:59 pm EST»", "23:59", None, ("EST",)),
    # halves of the day
    ("«9am-5pm»", "09:00", "17:00", ()),
    ("«9-11am»", "09:00", "11:00", ()),
    ("«9 – 11 a.m.»", "09:00", "11:00", ()),
    ("«11 am to 1 pm»", "11:00", "13:00", ()),
    ("«11 - 1 pm»", "11:00", "13:00", ()),
    ("«1:15 – 2:30 pm EDT» | Room 7", "13:15", "14:30", ("EDT",)),
    ("«10:00am-12:00pm»", "10:00", "12:00", ()),
    ("«10:00-12:00pm»", "10:00", "12:00", ()),
    ("«10:00 AM - 12:30 PM»", "10:00", "12:30", ()),
    ("«3:00 pm - 4:30»", "15:00", "16:30", ()),
    ("«11:00 am - 1:00»", "11:00", "13:00", ()),
    ("«12:30 a.m.»", "00:30", None, ()),
    ("«noon - 2 pm»", "12:00", "14:00", ()),
    ("«10:00 to noon»", "10:00", "12:00", ()),
    ("«9:00 – 10:30 a. m.»", "09:00", "10:30", ()),
    # 24-hour clock with am or pm behind it
    ("04 Sep 2023, «16:30pm»", "16:30", None, ()),
    ("25 May 2021, «09:00am»", "09:00", None, ()),
    ("«14:00pm - 15:30pm»", "14:00", "15:30", ()),
    ("«00:30am»", "00:30", None, ()),
    # hours
    ("«9 h 30 - 10 h 00» Allocutions", "09:30", "10:00", ()),
    ("«9h30-10h» Allocutions", "09:30", "10:00", ()),
    ("à «14h00»", "14:00", None, ()),
    ("led at «11h45», by", "11:45", None, ()),
    ("de «9h à 11h»", "09:00", "11:00", ()),
    ("de «14 h à 16 h 30»", "14:00", "16:30", ()),
    ("à «9h»", "09:00", None, ()),
    ("à «9 heures»", "09:00", None, ()),
    ("à «9 heures 30»", "09:30", None, ()),
    ("de «9 à 11 heures»", "09:00", "11:00", ()),
    ("de «9h30 à midi»", "09:30", "12:00", ()),
    ("«14H30 – 16H00»", "14:30", "16:00", ()),
    ("«0900-1700 hrs»", "09:00", "17:00", ()),
    ("«1430 hrs»", "14:30", None, ()),
    ("«10:00 hrs»", "10:00", None, ()),
    ("de «10:00 a 12:00 horas»", "10:00", "12:00", ()),
    ("entre las «9:00 y las 11:00»", "09:00", "11:00", ()),
    ("de las «9:00 a las 11:00»", "09:00", "11:00", ()),
    ("a las «9 de la mañana»", "09:00", None, ()),
    ("a las «3 de la tarde»", "15:00", None, ()),
    ("de «9:00 hasta las 11:00»", "09:00", "11:00", ()),
    ("de «10:00 a 12:00 m.»", "10:00", "12:00", ()),
    ("«9 h 30 - 10 h 00» : Allocutions", "09:30", "10:00", ()),
    # Arabic
    ("من الساعة «9:00 صباحاً إلى 12:00 ظهراً»", "09:00", "12:00", ()),
    ("«٢:٣٠ م»", "14:30", None, ()),
    ("«10:00 ص - 1:00 م»", "10:00", "13:00", ()),
    ("بين «10:00 و 12:00»", "10:00", "12:00", ()),
    ("الساعة «٩:٠٠ بتوقيت جنيف»", "09:00", None, ("بتوقيت جنيف",)),
    # zones
    ("«14:00-15:15 Panama Time»", "14:00", "15:15", ("Panama Time",)),
    ("«10:00 (Geneva time)»", "10:00", None, ("Geneva time",)),
    ("«10:00, Geneva time»", "10:00", None, ("Geneva time",)),
    ("«10:00 (French time)»", "10:00", None, ("French time",)),
    ("«10:00» (French)", "10:00", None, ()),
    ("«10:00 heure de Genève»", "10:00", None, ("heure de Genève",)),
    ("«10:00 (hora de Panamá)»", "10:00", None, ("hora de Panamá",)),
    ("«10:00 Eastern Standard Time»", "10:00", None, ("Eastern Standard Time",)),
    ("«10:00 heure normale de l’Est»", "10:00", None, ("heure normale de l’Est",)),
    ("«10:00 a. m. (hora Colombia)»", "10:00", None, ("hora Colombia",)),
    ("«10:00 (EST, New York)»", "10:00", None, ("EST",)),
    ("«10h à 11h30 TU»", "10:00", "11:30", ("TU",)),
    ("«10:00 hrs. – 12:00 hrs CET»", "10:00", "12:00", ("CET",)),
    ("«10:00 GMT+3»", "10:00", None, ("GMT+3",)),
    ("«10:00 (UTC+02:00)»", "10:00", None, ("UTC+02:00",)),
    ("«10:00-12:00 CET/CEST»", "10:00", "12:00", ("CET", "CEST")),
    ("«10:00 EST - 12:00 EST»", "10:00", "12:00", ("EST",)),
    ("«10:00 (EDT) – 12:00»", "10:00", "12:00", ("EDT",)),
    ("«10:00 local time»", "10:00", None, ("local time",)),
    ("EST «10:00» start", "10:00", None, ("EST",)),
    ("«10:00 EST time»", "10:00", None, ("EST time",)),
    ("à «10:00» est prévue", "10:00", None, ()),
    ("«10:00 - 11:00» WEST AFRICA PANEL", "10:00", "11:00", ()),
    ("«10:00 - 11:00» ETHICS", "10:00", "11:00", ()),
    ("«10:00 - 11:00» Time for questions", "10:00", "11:00", ()),
]


def unmarked(text: str) -> tuple[str, str]:
    return text.replace("«", "").replace("»", ""), text[text.index("«") + 1 : text.index("»")]


@pytest.mark.parametrize(("marked", "begin", "finish", "zones"), TABLE)
def test_a_time_is_read_with_its_exact_words(
    marked: str, begin: str, finish: str | None, zones: tuple[str, ...]
) -> None:
    text, words = unmarked(marked)
    found = [(text[m.start : m.end], m.begin, m.finish, m.zones, m.problem) for m in find_times(text)]
    assert found == [(words, begin, finish, zones, None)]


TRAPS = [
    "a ratio of 2:1 and 3:2",
    "target 10.7, targets 16.9 and 8.8",
    "USD 35000.00, USD 10.30, $9.30, 10.30 per cent",
    "10.12.2008 and 25.09 and 10.12",
    "2024-05-21T12:00:00Z",
    "version 2.10 and v1.30",
    "24h/24, 48 h, 72h, 3 heures de route, 5 hours",
    "UTC-05:00 and GMT +03:00",
    "Tel. +41 22 717 91 11, 022.717.91.11",
    "A/RES/73/195",
    "1:100,000 maps",
    "5 to 10 people, 9 - 11 members",
    "1.25-1.50 million",
    "in 2018 and 2019",
    "soon, the afternoon, Midi-Pyrénées, après-midi",
    "9 m, 10 p, 12 a, 12 m",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    assert [text[m.start : m.end] for m in find_times(text)] == []


@pytest.mark.parametrize(
    ("text", "words", "also"),
    [
        (
            "9:00 to 12:00 EST/ 15:00 to 18:00 CEST ",
            "9:00 to 12:00 EST/ 15:00 to 18:00 CEST",
            SecondClock("15:00", "18:00", ("CEST",)),
        ),
        (
            "from 9:00-12:00 Eastern Standard Time / 15:00-18:00 Central Europe Standard Time.",
            "9:00-12:00 Eastern Standard Time / 15:00-18:00 Central Europe Standard Time",
            SecondClock("15:00", "18:00", ("Central Europe Standard Time",)),
        ),
        ("9:00 a.m. EST/3:00 p.m. CET", "9:00 a.m. EST/3:00 p.m. CET", SecondClock("15:00", None, ("CET",))),
        ("9:00 am (EST) | 3:00 pm (CET)", "9:00 am (EST) | 3:00 pm (CET)", SecondClock("15:00", None, ("CET",))),
        (
            "9:00-10:30 am EST (3:00-4:30 pm CET)",
            "9:00-10:30 am EST (3:00-4:30 pm CET)",
            SecondClock("15:00", "16:30", ("CET",)),
        ),
        ("15:00 CET (9:00 EST)", "15:00 CET (9:00 EST)", SecondClock("09:00", None, ("EST",))),
        ("9:00 EST | 15:00 CET | Room 3", "9:00 EST | 15:00 CET", SecondClock("15:00", None, ("CET",))),
    ],
)
def test_the_same_time_in_a_second_zone_is_one_mention(text: str, words: str, also: SecondClock) -> None:
    [mention] = find_times(text)
    assert (text[mention.start : mention.end], mention.also) == (words, also)


def test_two_times_without_a_second_zone_are_two_mentions() -> None:
    assert len(find_times("9:00 EST / 15:00")) == 2
    assert len(find_times("9:00 EST / 15:00 EST")) == 2
    assert len(find_times("10:00, 14:00 and 16:00")) == 3


def test_a_line_of_times_is_cut_where_they_stand() -> None:
    text = "10:00 - 10:45Setting the scene10:45 - 12:30Panel 112:30 - 14:00Lunch"
    found = [text[m.start : m.end] for m in find_times(text)]
    assert found == ["10:00 - 10:45", "10:45 - 12:30", "12:30 - 14:00"]


@pytest.mark.parametrize(
    ("text", "begin", "finish", "problem"),
    [
        ("10:00 - 11:0", "10:00", None, "cut off"),
        ("10:00 - 11:", "10:00", None, "cut off"),
        ("10:00 - 1", "10:00", None, "cut off"),
        ("14:00 - 25:30", "14:00", None, "no time of day"),
        ("15:00 - 13:00", "15:00", "13:00", "before it begins"),
    ],
)
def test_what_is_wrong_with_a_time_is_told(text: str, begin: str, finish: str | None, problem: str) -> None:
    [mention] = find_times(text)
    assert (mention.begin, mention.finish) == (begin, finish)
    assert problem in (mention.problem or "")
    assert (mention.start, mention.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "begin", "finish", "rest"),
    [
        ("12:30 m.d. – 2:00 p.m. Almuerzo", "12:30", "14:00", " Almuerzo"),
        ("10:45 a. m. – 12:30 m. d. Talleres", "10:45", "12:30", " Talleres"),
        ("12:00 md - 1:00 pm Almuerzo", "12:00", "13:00", " Almuerzo"),
        ("12:00 del mediodía a 1:30 p. m. Almuerzo", "12:00", "13:30", " Almuerzo"),
        # The number of a title, glued to the hours by a lost table.
        ("11:30-13:001A. Nets and knots", "11:30", "13:00", "1A. Nets and knots"),
        ("9:00-9:302. Ouverture", "09:00", "09:30", "2. Ouverture"),
        ("14:00 – 15:3012. Cuerdas", "14:00", "15:30", "12. Cuerdas"),
    ],
)
def test_noon_in_spanish_and_numbers_glued_to_hours(text: str, begin: str, finish: str, rest: str) -> None:
    (mention,) = find_times(text)
    assert (mention.begin, mention.finish, text[mention.end :]) == (begin, finish, rest)


@pytest.mark.parametrize("text", ["25:30", "10:75", "24:30 - 25:00"])
def test_an_impossible_time_is_none(text: str) -> None:
    assert find_times(text) == []


def test_the_rule_says_how_a_time_was_read() -> None:
    rules = {
        "16:30pm": "24-hour clock, am/pm ignored",
        "1:15 – 2:30 pm": "range, pm carried over",
        "11:00 - 1:00": "range, 12-hour clock",
        "10:00 - 13:00": "range",
        "10:00": "time",
    }
    assert {text: find_times(text)[0].rule for text in rules} == rules


def test_no_time_runs_over_a_line_end() -> None:
    assert [(m.begin, m.finish) for m in find_times("10:00 -\n11:00")] == [("10:00", None), ("11:00", None)]
