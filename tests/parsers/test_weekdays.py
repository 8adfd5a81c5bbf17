"""Weekdays that stand for days, counted from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.dates.weekdays import counts_from_here, find_in_month, find_numbered, find_weekdays, find_weekends


@pytest.mark.parametrize(
    ("text", "seen_from", "days"),
    [
        ("They met on Monday and Tuesday to compare", "2017-10-18", ["2017-10-16", "2017-10-17"]),  # a Wednesday
        ("They met on Wednesday to compare", "2017-10-18", ["2017-10-18"]),
        ("Last Wednesday they met", "2017-10-18", ["2017-10-11"]),
        ("They will meet on Wednesday", "2017-10-18", ["2017-10-18"]),
        ("They will meet next Wednesday", "2017-10-18", ["2017-10-25"]),
        ("They will meet from Thursday to Saturday", "2017-10-18", ["2017-10-19", "2017-10-21"]),
        ("se réuniront ce jeudi et ce vendredi à la mairie", "2021-05-17", ["2021-05-20", "2021-05-21"]),
        ("ont signé lundi dernier un accord", "2021-05-17", ["2021-05-10"]),
        ("se reunieron el martes y el miércoles de la semana pasada", "2022-06-14", ["2022-06-07", "2022-06-08"]),
        ("el encuentro concluirá el miércoles", "2019-08-26", ["2019-08-28"]),
        ("اجتمعوا يومي الاثنين والثلاثاء لبحث", "2021-09-30", ["2021-09-27", "2021-09-28"]),
        ("ستعقد الورشة يوم الأحد في", "2021-09-30", ["2021-10-03"]),
        ("A forum gets underway in Lomé on Thursday", "2017-10-18", ["2017-10-19"]),
        ("Un forum s'ouvre à Lomé vendredi", "2017-10-18", ["2017-10-20"]),
        ("El foro comienza en Lima el jueves", "2017-10-18", ["2017-10-19"]),
        ("A forum began in Lomé on Thursday", "2017-10-18", ["2017-10-12"]),
        ("Last week, from Monday to Wednesday, they met", "2017-10-18", ["2017-10-09", "2017-10-11"]),
        ("La semana pasada, el lunes y el martes, se reunieron", "2017-10-18", ["2017-10-09", "2017-10-10"]),
        ("Since last week they have met on Monday", "2017-10-18", ["2017-10-16"]),
        ("It opened on Thursday and closed on Friday", "2022-03-21", ["2022-03-17", "2022-03-18"]),
        ("une rencontre ouverte jeudi et close vendredi", "2022-03-21", ["2022-03-17", "2022-03-18"]),
        ("un taller abierto el jueves y clausurado el viernes", "2022-03-21", ["2022-03-17", "2022-03-18"]),
        ("A day in Ankara, a day in Semera: she flew home on Thursday", "2017-10-18", ["2017-10-12"]),
        ("Era la frontera: la gira terminó el jueves", "2017-10-18", ["2017-10-12"]),
        ("La campagne débutera jeudi à Sikasso", "2017-10-18", ["2017-10-19"]),
        ("El foro va a reunirse el jueves en Lima", "2017-10-18", ["2017-10-19"]),
        ("recibirá la semana que viene, de martes a jueves, a los jefes", "2017-10-18", ["2017-10-24", "2017-10-26"]),
        ("Next week, from Tuesday to Thursday, they meet", "2017-10-18", ["2017-10-24", "2017-10-26"]),
        ("Since Monday, 46 nurses have gone from house to house", "2017-10-18", ["2017-10-16"]),
        ("on Monday, 16 they met", "2017-10-18", []),
        ("It opens on 23 October, and on Friday they trained", "2017-10-18", ["2017-10-13"]),
        ("ont remis vendredi 13 filets au port", "2017-10-18", ["2017-10-13"]),
        ("entregaron el viernes 13 redes", "2017-10-18", ["2017-10-13"]),
        ("On Friday 13 families came home", "2017-10-18", ["2017-10-13"]),
        ("réunis vendredi 30 mars au port", "2017-10-18", []),
        ("réunis vendredi 13 dans le port", "2017-10-18", []),
        # a date is printed: the weekday only stands beside it
        ("on Monday (12/3) and Tuesday, 13 March", "2024-03-14", []),
        ("They met in the month of Sundry", "2024-03-14", []),
    ],
)
def test_weekdays(text: str, seen_from: str, days: list[str]) -> None:
    found = find_weekdays(text, seen_from)
    assert [day.iso() for mention in found for day in mention.days] == days
    for mention in found:
        assert counts_from_here(text[mention.start : mention.end])


@pytest.mark.parametrize(
    ("text", "seen_from", "days"),
    [
        ("y concluirá el viernes 9.", "2023-06-05", ["2023-06-09"]),
        ("from Monday 5 to Friday the 9th of the month", "2023-06-12", ["2023-06-05", "2023-06-09"]),
        ("du vendredi 29 au lundi 2", "2023-10-04", ["2023-09-29", "2023-10-02"]),
        ("يوم الجمعة 9 في", "2023-06-06", ["2023-06-09"]),
        ("on Monday 6", "2023-06-06", []),  # a Tuesday
        ("ont remis vendredi 9 filets", "2023-06-06", []),
        ("el viernes 9 tras el taller", "2023-06-06", ["2023-06-09"]),
        ("on Friday 9.30 a.m., Friday 9 am, Friday 10-12", "2023-06-06", []),
        ("le samedi 31", "2023-02-10", []),
    ],
)
def test_weekdays_with_a_number(text: str, seen_from: str, days: list[str]) -> None:
    found = find_numbered(text, seen_from)
    assert [day.iso() for mention in found for day in mention.days] == days


@pytest.mark.parametrize(
    ("text", "seen_from", "days"),
    [
        ("met from 3 to 5 of this month to", "2014-11-18", ["2014-11-03", "2014-11-05"]),
        ("met on the 3rd of last month to", "2014-01-18", ["2013-12-03"]),
        ("will meet on 3 and 4 next month", "2014-12-18", ["2015-01-03", "2015-01-04"]),
        ("réunis les 6 et 7 de ce mois à", "2019-05-20", ["2019-05-06", "2019-05-07"]),
        ("celebró el 12 del corriente un taller", "2019-05-20", ["2019-05-12"]),
        ("عقدت من 6 إلى 8 من هذا الشهر ورشة", "2019-05-20", ["2019-05-06", "2019-05-08"]),
        ("from 28 to 31 of this month", "2019-02-20", []),  # no such day
        ("302 arrivals this month, 12.5 of last month's rate", "2019-02-20", []),
    ],
)
def test_days_of_this_month_or_one_beside_it(text: str, seen_from: str, days: list[str]) -> None:
    found = find_in_month(text, seen_from)
    assert [day.iso() for mention in found for day in mention.days] == days
    for mention in found:
        assert counts_from_here(text[mention.start : mention.end])


@pytest.mark.parametrize(
    ("text", "seen_from", "days"),
    [
        ("They mended nets over the weekend", "2017-10-18", ["2017-10-14", "2017-10-15"]),  # a Wednesday
        ("They mended nets this weekend", "2017-10-15", ["2017-10-14", "2017-10-15"]),  # a Sunday
        ("They will mend nets this weekend", "2017-10-18", ["2017-10-21", "2017-10-22"]),
        ("They mend nets next weekend", "2017-10-18", ["2017-10-21", "2017-10-22"]),
        ("Ils ont réparé des filets le week-end dernier", "2017-10-18", ["2017-10-14", "2017-10-15"]),
        ("Ils répareront des filets ce week-end", "2017-10-18", ["2017-10-21", "2017-10-22"]),
        ("Repararon redes durante el fin de semana", "2017-10-18", ["2017-10-14", "2017-10-15"]),
        ("Repararán redes el próximo fin de semana", "2017-10-18", ["2017-10-21", "2017-10-22"]),
        ("They mend nets at weekends, and every weekend", "2017-10-18", []),
        ("Over the weekend of 7 October they mended nets", "2017-10-18", []),
        ("Last weekend's fair, a weekend-long one", "2017-10-18", []),
        ("Le week-end, on répare des filets", "2017-10-18", []),
    ],
)
def test_weekends(text: str, seen_from: str, days: list[str]) -> None:
    found = find_weekends(text, seen_from)
    assert [day.iso() for mention in found for day in mention.days] == days
    for mention in found:
        assert counts_from_here(text[mention.start : mention.end])


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "Monday",
                "mardi",
                "viernes",
                "الأحد",
                "and",
                "et",
                "last",
                "next",
                "ce",
                "will",
                ",",
                "-",
                "(",
                "12",
                "pasado",
                "la",
                "semana",
                "pasada",
            ]
        ),
        max_size=12,
    ).map(" ".join),
    st.dates(date(1996, 1, 10), date(2049, 12, 1)),
)
def test_weekdays_of_any_words_are_near_and_in_order(text: str, base: date) -> None:
    for mention in find_weekdays(text, base.isoformat()):
        days = [date.fromisoformat(day.iso() or "") for day in mention.days]
        assert days == sorted(days)
        assert all(abs((day - base).days) <= 7 * (len(days) + 1) for day in days)
        assert 0 <= mention.start < mention.end <= len(text)
