"""When and where an event is, in every form in which the head of its page says so, composed in four languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parsers.agenda_records import text_record

Days = tuple[str, str]
Place = tuple[str | None, str | None, str | None, bool]  # venue, city, country, online


@dataclass(frozen=True)
class Head:
    """One language: lines around, the event's days and places with what they must be read as, and the forms of both."""

    code: str
    title: str
    text: str
    days: Sequence[tuple[str, Days]]
    places: Sequence[tuple[str, Place]]
    forms: Sequence[str]


ONE, THREE, OVER_MONTHS = ("2023-10-10",) * 2, ("2023-10-10", "2023-10-12"), ("2023-09-28", "2023-10-02")
COMMON = ("{d}\n\n{p}", "{d} | {p}", "{p}\n\n{d}")
EN = Head(
    "en",
    "Workshop on Nets and Boats",
    "Port workers learn to mend nets, and the school of the port shows how boats are built.",
    [
        ("10 October 2023", ONE),
        ("Tuesday, 10 October 2023", ONE),
        ("10/10/2023", ONE),
        ("2023-10-10", ONE),
        ("10 October 2023, 14:00 - 16:00 (CET)", ONE),
        ("October 10–12, 2023", THREE),
        ("Tue 10 Oct 2023 - Thu 12 Oct 2023", THREE),
        ("28 September to 2 October 2023", OVER_MONTHS),
        ("December 30, 2023 - January 2, 2024", ("2023-12-30", "2024-01-02")),
    ],
    [
        ("Lisbon, Portugal", (None, "Lisbon", "PT", False)),
        ("Harbour Hotel, Lisbon", ("Harbour Hotel", "Lisbon", "PT", False)),
        ("Palais des Nations, Room XX, Geneva", ("Palais des Nations, Room XX", "Geneva", "CH", False)),
        (
            "Harbour Conference Centre, 12 Dock Street, Nairobi, Kenya",
            ("Harbour Conference Centre", "Nairobi", "KE", False),
        ),
        ("Nairobi", (None, "Nairobi", "KE", False)),
        ("Geneva and online", (None, "Geneva", "CH", True)),
        ("Online", (None, None, None, True)),
    ],
    [*COMMON, "{d}, {p}", "Date: {d}\n\nVenue: {p}", "When: {d}\n\nWhere: {p}", "Date\n\n{d}\n\nLocation\n\n{p}"],
)
FR = Head(
    "fr",
    "Atelier sur les filets et les bateaux",
    "Des ouvriers apprennent à réparer les filets, et l'école du port montre comment on construit des bateaux.",
    [
        ("mardi 10 octobre 2023", ONE),
        ("le 10 octobre 2023 de 14h00 à 16h00", ONE),
        ("10-12 octobre 2023", THREE),
        ("du 28 septembre au 2 octobre 2023", OVER_MONTHS),
    ],
    [
        ("Lisbonne, Portugal", (None, "Lisbonne", "PT", False)),
        ("Hôtel du Port, Lisbonne", ("Hôtel du Port", "Lisbonne", "PT", False)),
        ("Centre de conférences, 12 rue du Quai, Tunis, Tunisie", ("Centre de conférences", "Tunis", "TN", False)),
        ("Dakar (Sénégal)", (None, "Dakar", "SN", False)),
        ("En ligne", (None, None, None, True)),
    ],
    [
        *COMMON,
        "{d}, {p}",
        "{p}, {d}",
        "Date : {d}\n\nLieu : {p}",
        "Quand : {d}\n\nOù : {p}",
        "Date\n\n{d}\n\nLieu\n\n{p}",
    ],
)
ES = Head(
    "es",
    "Taller sobre redes y barcos",
    "Trabajadores del puerto aprenden a remendar redes, y la escuela del puerto muestra cómo se hacen los barcos.",
    [
        ("Martes 10 de octubre de 2023", ONE),
        ("10 de octubre de 2023, 14:00 a 16:00 horas", ONE),
        ("10 al 12 de octubre de 2023", THREE),
        ("del 28 de septiembre al 2 de octubre de 2023", OVER_MONTHS),
    ],
    [
        ("Lisboa, Portugal", (None, "Lisboa", "PT", False)),
        ("Hotel del Puerto, Lisboa", ("Hotel del Puerto", "Lisboa", "PT", False)),
        ("San José (Costa Rica)", (None, "San José", "CR", False)),
        ("En línea", (None, None, None, True)),
    ],
    [
        *COMMON,
        "{d}, {p}",
        "{p}, {d}",
        "Fecha: {d}\n\nLugar: {p}",
        "Cuándo: {d}\n\nDónde: {p}",
        "Fecha\n\n{d}\n\nLugar\n\n{p}",
    ],
)
AR = Head(
    "ar",
    "ورشة عمل حول الشباك والقوارب",
    "يتعلم عمال الميناء ترقيع الشباك، وتعرض مدرسة الميناء كيف تبنى القوارب.",
    [
        ("الثلاثاء 10 أكتوبر 2023", ONE),
        ("10 أكتوبر 2023، الساعة 14:00 - 16:00", ONE),
        ("10 - 12 تشرين الأول/أكتوبر 2023", THREE),
        ("من 28 سبتمبر إلى 2 أكتوبر 2023", OVER_MONTHS),
    ],
    [
        ("لشبونة، البرتغال", (None, "لشبونة", "PT", False)),
        ("فندق الميناء، القاهرة", ("فندق الميناء", "القاهرة", "EG", False)),
        ("القاهرة", (None, "القاهرة", "EG", False)),
        ("عبر الإنترنت", (None, None, None, True)),
    ],
    [*COMMON, "{d}، {p}", "{p}، {d}", "التاريخ: {d}\n\nالمكان: {p}", "التاريخ\n\n{d}\n\nالمكان\n\n{p}"],
)


@pytest.mark.parametrize("head", [EN, FR, ES, AR], ids=lambda head: head.code)
@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_when_and_where(head: Head, data: st.DataObject) -> None:
    printed, days = data.draw(st.sampled_from(head.days))
    words, place = data.draw(st.sampled_from(head.places))
    lines = data.draw(st.sampled_from(head.forms)).format(d=printed, p=words)
    record = text_record(f"{head.title}\n\n{lines}\n\n{head.text}")
    where = record.location
    assert record.kind == "event"
    assert (record.start_date, record.end_date) == days
    assert (where.venue, where.city, where.country, where.online) == place
    assert record.sessions == record.people == []
