"""Programmes whose days have come apart from their hours, and weekdays under the event's dates."""

from __future__ import annotations

import pytest

from parsers.record import Record
from tests.parsers.agenda_records import text_record

HOURS = [
    "09:00 - 10:00 Opening session",
    "10:00 - 11:00 Panel 1: Boats",
    "09:30 - 10:00 Recap of the first day",
    "10:00 - 11:00 Panel 2: Nets",
]
TWO_DAYS = ["2023-10-10"] * 2 + ["2023-10-11"] * 2


def page(*lines: str) -> Record:
    return text_record("\n\n".join(("Workshop on Nets and Boats", *lines)))


def days(record: Record) -> list[str | None]:
    return [session.date for session in record.sessions]


def reasons(record: Record) -> set[str | None]:
    return {entry.basis for entry in record.evidence if entry.fact.endswith("/date")}


@pytest.mark.parametrize(
    "labels",
    [
        ["Day 1", "Day 2"],
        ["Day 1 - 10 October", "Day 2 - 11 October"],
        ["Tuesday 10 October 2023", "Wednesday 11 October 2023"],
        ["Tuesday", "Wednesday"],
        ["Tuesday 10", "Wednesday 11"],
        ["Day 1 | Day 2"],
        ["Day 1 Day 2"],
        ["Tuesday 10 October Wednesday 11 October"],
        ["Mardi 10 octobre", "Mercredi 11 octobre"],
        ["Martes 10 de octubre", "Miércoles 11 de octubre"],
        ["الثلاثاء 10 تشرين الأول 2023", "الأربعاء 11 تشرين الأول 2023"],
    ],
)
def test_items_below_the_labels_of_all_days_are_parted_where_the_hours_begin_anew(labels: list[str]) -> None:
    record = page("10 - 11 October 2023, Lisbon", *labels, *HOURS)
    assert (record.start_date, record.end_date) == ("2023-10-10", "2023-10-11")
    assert days(record) == TWO_DAYS
    assert all("the hours begin anew on each day" in str(reason) for reason in reasons(record))


def test_a_programme_without_days_is_parted_as_often_as_the_event_has_days() -> None:
    record = page("10 - 11 October 2023, Lisbon", *HOURS)
    assert days(record) == TWO_DAYS
    assert reasons(record) == {"the hours begin anew on each day"}
    three = page("10 - 12 October 2023, Lisbon", *HOURS)
    assert "the hours begin anew on each day" not in reasons(three)


def test_hours_that_go_back_in_the_afternoon_begin_no_day() -> None:
    rooms = ["09:00 - 10:00 Opening session", "14:00 - 15:00 Boats, in room A", "15:00 - 16:00 Nets, in room A"]
    record = page("10 - 11 October 2023, Lisbon", *rooms, "14:00 - 15:00 Oars, in room B")
    assert days(record) == ["2023-10-10"] * 4


def test_labels_that_are_more_than_the_runs_of_hours_move_no_item() -> None:
    record = page("10 - 12 October 2023, Lisbon", "Day 1", "Day 2", "Day 3", *HOURS)
    assert days(record) == ["2023-10-12"] * 4
    assert reasons(record) == {"counted from the event's first day"}


@pytest.mark.parametrize(
    "weekdays", [("Tuesday", "Wednesday"), ("Tuesday 10", "Wednesday 11"), ("Mardi :", "Mercredi :")]
)
def test_weekdays_over_the_hours_leave_the_line_of_the_events_dates(weekdays: tuple[str, str]) -> None:
    record = page("10 - 11 October 2023, Lisbon", weekdays[0], *HOURS[:2], weekdays[1], *HOURS[2:])
    assert (record.start_date, record.end_date) == ("2023-10-10", "2023-10-11")
    assert days(record) == TWO_DAYS
    assert reasons(record) == {"the day of the event that it fits"}
