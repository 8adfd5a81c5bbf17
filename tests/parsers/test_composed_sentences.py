"""When and where an event is, as sentences of its text say it, composed in four languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parsers.agenda_records import text_record

ONE, TWO, THREE = ("2023-10-10", "2023-10-10"), ("2023-10-10", "2023-10-11"), ("2023-10-10", "2023-10-12")


@dataclass(frozen=True)
class Prose:
    """One language: days and places as sentences print them, with what they must be read as, and the sentences."""

    code: str
    title: str
    about: str
    days: Sequence[tuple[str, tuple[str, str]]]
    places: Sequence[tuple[str, tuple[str | None, str | None, str | None]]]  # venue, city, country
    sentences: Sequence[str]


EN = Prose(
    "en",
    "Workshop on Nets and Boats",
    "Nets have been mended here for four hundred years, and the port keeps a school for it.",
    [
        ("on 10 October 2023", ONE),
        ("on Tuesday, 10 October 2023", ONE),
        ("on 10 October 2023 from 14:00 to 16:00 CEST", ONE),
        ("on 10 and 11 October 2023", TWO),
        ("from 10 to 12 October 2023", THREE),
        ("on October 10-12, 2023", THREE),
    ],
    [
        ("in Lisbon, Portugal", (None, "Lisbon", "PT")),
        ("in Nairobi", (None, "Nairobi", "KE")),
        ("at the Harbour Hotel in Lisbon", ("Harbour Hotel", "Lisbon", "PT")),
        ("at the Palais des Nations in Geneva, Switzerland", ("Palais des Nations", "Geneva", "CH")),
    ],
    [
        "The workshop will take place {d} {p}.",
        "The workshop will be held {p} {d}.",
        "IOM will hold the workshop {p} {d}.",
        "The workshop took place {p} {d}.",
        "The workshop, which takes place {d} {p}, brings together port workers.",
        "Port workers from ten countries will meet {p} {d} for the workshop.",
        "The workshop was convened {p} {d} by IOM.",
    ],
)
FR = Prose(
    "fr",
    "Atelier sur les filets et les bateaux",
    "On répare ici les filets depuis quatre cents ans, et le port a une école pour cela.",
    [
        ("le mardi 10 octobre 2023", ONE),
        ("le 10 octobre 2023 de 14h00 à 16h00", ONE),
        ("les 10 et 11 octobre 2023", TWO),
        ("du 10 au 12 octobre 2023", THREE),
    ],
    [
        ("à Lisbonne, au Portugal", (None, "Lisbonne", "PT")),
        ("à Nairobi", (None, "Nairobi", "KE")),
        ("à l'Hôtel du Port à Lisbonne", ("Hôtel du Port", "Lisbonne", "PT")),
        ("au Palais des Nations à Genève", ("Palais des Nations", "Genève", "CH")),
    ],
    [
        "L'atelier aura lieu {d} {p}.",
        "L'atelier se tiendra {p} {d}.",
        "L'OIM organise l'atelier {p} {d}.",
        "L'atelier, qui se tient {d} {p}, réunit des ouvriers du port.",
        "Des ouvriers de dix pays se réuniront {p} {d} pour l'atelier.",
        "L'OIM a le plaisir de vous inviter à l'atelier {d} {p}.",
    ],
)
ES = Prose(
    "es",
    "Taller sobre redes y barcos",
    "Aquí se remiendan redes desde hace cuatrocientos años, y el puerto tiene una escuela para ello.",
    [
        ("el martes 10 de octubre de 2023", ONE),
        ("el 10 de octubre de 2023 de 14:00 a 16:00", ONE),
        ("los días 10 y 11 de octubre de 2023", TWO),
        ("del 10 al 12 de octubre de 2023", THREE),
    ],
    [
        ("en Lisboa, Portugal", (None, "Lisboa", "PT")),
        ("en Tegucigalpa", (None, "Tegucigalpa", "HN")),
        ("en el Hotel del Puerto en Lisboa", ("Hotel del Puerto", "Lisboa", "PT")),
        ("en el Palacio de las Naciones, en Ginebra", ("Palacio de las Naciones", "Ginebra", "CH")),
    ],
    [
        "El taller tendrá lugar {d} {p}.",
        "El taller se celebrará {p} {d}.",
        "La OIM realizará el taller {p} {d}.",
        "El taller, que se realiza {d} {p}, reúne a trabajadores del puerto.",
        "Trabajadores de diez países se reunirán {p} {d} para el taller.",
        "La OIM tiene el agrado de invitarle al taller {d} {p}.",
    ],
)
AR = Prose(
    "ar",
    "ورشة عمل حول الشباك والقوارب",
    "ترقع الشباك هنا منذ أربعمئة عام، وللميناء مدرسة لذلك.",
    [
        ("في 10 أكتوبر 2023", ONE),
        ("يوم الثلاثاء 10 أكتوبر 2023", ONE),
        ("يومي 10 و11 أكتوبر 2023", TWO),
        ("خلال الفترة من 10 إلى 12 أكتوبر 2023", THREE),
    ],
    [
        ("في لشبونة، البرتغال", (None, "لشبونة", "PT")),
        ("في القاهرة", (None, "القاهرة", "EG")),
        ("في فندق الميناء في القاهرة", ("فندق الميناء", "القاهرة", "EG")),
    ],
    [
        "تعقد ورشة العمل {d} {p}.",
        "ستعقد ورشة العمل {p} {d}.",
        "تنظم المنظمة الدولية للهجرة ورشة عمل {p} {d}.",
        "يجتمع عمال الميناء {p} {d} في ورشة عمل.",
    ],
)


@pytest.mark.parametrize("prose", [EN, FR, ES, AR], ids=lambda prose: prose.code)
@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_when_and_where_in_sentences(prose: Prose, data: st.DataObject) -> None:
    printed, days = data.draw(st.sampled_from(prose.days))
    words, place = data.draw(st.sampled_from(prose.places))
    sentence = data.draw(st.sampled_from(prose.sentences)).format(d=printed, p=words)
    lines = [sentence, prose.about] if data.draw(st.booleans()) else [prose.about, sentence]
    record = text_record("\n\n".join((prose.title, *lines)))
    assert record.kind == "event"
    assert (record.start_date, record.end_date) == days
    assert (record.location.venue, record.location.city, record.location.country) == place
    assert record.sessions == record.people == []
