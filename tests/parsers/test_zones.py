"""Zone labels, the moments they make, and two zones checked against each other."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from parsers.dates import zones
from parsers.words.vocabulary import load


@pytest.mark.parametrize(
    ("day", "hhmm", "label", "moment"),
    [
        ("2024-09-19", "10:30", "EDT", "2024-09-19T14:30:00Z"),
        ("2024-09-19", "10:30", "EST", "2024-09-19T14:30:00Z"),  # the winter label on a summer day
        ("2024-01-19", "10:30", "EST", "2024-01-19T15:30:00Z"),
        ("2024-01-19", "10:30", "ET", "2024-01-19T15:30:00Z"),
        ("2024-01-19", "10:30", "Eastern Standard Time", "2024-01-19T15:30:00Z"),
        ("2021-05-25", "15:00", "CEST", "2021-05-25T13:00:00Z"),
        ("2021-05-25", "15:00", "CET", "2021-05-25T13:00:00Z"),
        ("2021-12-25", "15:00", "CET", "2021-12-25T14:00:00Z"),
        ("2021-12-25", "15:00", "(CET)", "2021-12-25T14:00:00Z"),
        ("2021-05-25", "15:00", "Geneva time", "2021-05-25T13:00:00Z"),
        ("2021-05-25", "15:00", "heure de Genève", "2021-05-25T13:00:00Z"),
        ("2021-05-25", "15:00", "hora de Ginebra", "2021-05-25T13:00:00Z"),
        ("2021-05-25", "15:00", "بتوقيت جنيف", "2021-05-25T13:00:00Z"),
        ("2021-06-08", "14:00", "Panama Time", "2021-06-08T19:00:00Z"),
        ("2021-06-08", "14:00", "hora de Panamá", "2021-06-08T19:00:00Z"),
        ("2024-12-03", "09:00", "EAT", "2024-12-03T06:00:00Z"),
        ("2024-12-03", "09:00", "Nairobi time", "2024-12-03T06:00:00Z"),
        ("2024-12-03", "09:00", "GMT+3", "2024-12-03T06:00:00Z"),
        ("2024-12-03", "09:00", "UTC +05:45", "2024-12-03T03:15:00Z"),
        ("2024-12-03", "09:00", "UTC−5", "2024-12-03T14:00:00Z"),
        ("2024-12-03", "01:00", "GMT+3", "2024-12-02T22:00:00Z"),
        ("2024-12-03", "09:00", "NPT", "2024-12-03T03:15:00Z"),
        ("2024-12-03", "24:00", "UTC", "2024-12-04T00:00:00Z"),
    ],
)
def test_a_time_with_its_zone_is_a_moment(day: str, hhmm: str, label: str, moment: str) -> None:
    assert zones.to_utc(day, hhmm, label) == moment


@pytest.mark.parametrize(
    "label", ["BST", "CST", "IST", "local time", "heure locale", "Lunch Time", "XYZ", "", "UTC+25"]
)
def test_a_label_that_names_no_single_zone_gives_no_moment(label: str) -> None:
    assert zones.to_utc("2024-05-05", "10:00", label) is None


@pytest.mark.parametrize(("day", "hhmm"), [("2024-02-30", "10:00"), ("soon", "10:00"), ("2024-02-03", "noon")])
def test_a_day_or_time_that_is_none_is_an_error(day: str, hhmm: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        zones.to_utc(day, hhmm, "UTC")


def test_two_zones_for_one_time_are_checked() -> None:
    assert zones.compare("2021-05-25", ("09:00", "EST"), ("15:00", "CEST")) is None
    told = zones.compare("2021-05-25", ("10:00", "EST"), ("15:00", "CEST"))
    assert told is not None
    assert "14:00" in told
    assert "13:00" in told
    assert zones.compare("2021-05-25", ("10:00", "BST"), ("15:00", "CEST")) is None


def test_a_label_of_the_other_half_of_the_year_is_remarked() -> None:
    assert "America/New_York" in (zones.remark("2021-05-25", "EST") or "")
    assert zones.remark("2021-01-25", "EST") is None
    assert zones.remark("2021-01-25", "Central European Summer Time") is not None
    assert zones.remark("2021-05-25", "ET") is None
    assert zones.remark("2021-05-25", "local time") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Times are in EAT.", "EAT"),
        ("All times: CET", "CET"),
        ("All times are in Geneva time", "Geneva time"),
        ("(all times in EDT)", "EDT"),
        ("Time zone: GMT+3", "GMT+3"),
        ("Toutes les heures sont en heure de Genève.", "heure de Genève"),
        ("Todas las horas son en hora de Panamá", "hora de Panamá"),
        ("Horario: GMT-5", "GMT-5"),
        ("Fuseau horaire : CET", "CET"),
        ("جميع الأوقات بتوقيت جنيف", "بتوقيت جنيف"),
        ("TIMES ARE IN EAT", "EAT"),
        ("Times below are CAT.", "CAT"),
        ("All hours are Geneva time (CET).", "CET"),
        ("Todas las horas corresponden a San José (UTC-6).", "UTC-6"),
        ("Les heures sont celles de Dakar (GMT).", "GMT"),
        ("Heure locale (GMT+1)", "GMT+1"),
        ("الأوقات بتوقيت عمّان (GMT+3).", "GMT+3"),
        ("All times are Geneva time (EDT in New York).", "Geneva time"),
    ],
)
def test_a_page_may_state_the_zone_of_all_its_times(text: str, label: str) -> None:
    found = zones.stated_zone(text)
    assert found is not None
    assert found[0] == label
    assert text[found[1] : found[2]] == label


@pytest.mark.parametrize(
    "text",
    [
        "Times are hard.",
        "At all times in life",
        "EAT at home",
        "Sometimes EST",
        "heures supplémentaires",
        "Hard times (1914). EAT",
    ],
)
def test_no_statement_no_zone(text: str) -> None:
    assert zones.stated_zone(text) is None


def test_every_entry_of_the_vocabulary_is_a_zone() -> None:
    vocabulary = load("zones")
    known = available_timezones()
    offsets = {value for value in vocabulary["labels"].values() if value[:1] in "+-"}
    for value in (*vocabulary["labels"].values(), *vocabulary["names"].values()):
        assert value == "" or value[0] in "+-" or value in known, value
    assert offsets
    places = vocabulary["places"]["list"]
    assert [entry[0] for entry in places if entry[0] not in known] == []
    names = [name for entry in places for name in entry[1:]]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    seasons = [*vocabulary["standard"]["labels"], *vocabulary["daylight"]["labels"], *vocabulary["words"]["labels"]]
    assert [label for label in seasons if label not in vocabulary["labels"]] == []


@pytest.mark.parametrize(
    ("labels", "label"),
    [
        ((), None),
        (("CET", "EST"), "CET"),
        (("Geneva time", "CET"), "CET"),
        (("hora de Bogotá", "UTC-5"), "UTC-5"),
        (("local time", "EAT"), "EAT"),
        (("Geneva time", "EST"), "Geneva time"),
    ],
)
def test_the_short_label_of_one_clock_counts(labels: tuple[str, ...], label: str | None) -> None:
    assert zones.label_of(labels) == label
