"""Afternoons that a programme prints on a clock of twelve hours, with and without a.m. and p.m."""

from __future__ import annotations

import pytest

from tests.parsers.agenda_records import text_record

_HEAD = "Workshop on Harbours\n\nPrague, 3-4 May 2014\n\nProgramme\n\n"


@pytest.mark.parametrize(
    ("programme", "hours"),
    [
        (
            "3 May 2014\n9:00 - 11:15 Opening\n11:15 - 1:00 Panel 1: Nets\n1:00 - 3:00 Lunch\n3:00 - 4:15 Panel 2: Ropes",
            [("09:00", "11:15"), ("11:15", "13:00"), ("13:00", "15:00"), ("15:00", "16:15")],
        ),
        (
            "3 May 2014\n9:30 Opening\n12:30 Lunch\n2:00 Panel 1: Nets\n5:00 Closing\n7:30 Dinner",
            [("09:30", None), ("12:30", None), ("14:00", None), ("17:00", None), ("19:30", None)],
        ),
        (
            "3 May 2014\n9:30 am Opening\n12:30 pm Lunch\n2:00 Panel 1: Nets\n5:00 pm Closing",
            [("09:30", None), ("12:30", None), ("14:00", None), ("17:00", None)],
        ),
        (
            "3 mai 2014\n9:00 - 12:30 Séance 1 : Filets\n12:30 - 2:00 Déjeuner\n2:00 - 4:30 Séance 2 : Rames",
            [("09:00", "12:30"), ("12:30", "14:00"), ("14:00", "16:30")],
        ),
        (
            "3 de mayo de 2014\n09:00 a 12:00 Sesión 1: Redes\n02:00 a 04:30 Sesión 2: Remos\n04:30 Clausura",
            [("09:00", "12:00"), ("14:00", "16:30"), ("16:30", None)],
        ),
        (
            "3 مايو 2014\n9:00 - 12:00 الجلسة الأولى\n12:00 - 1:00 غداء\n1:00 - 3:00 الجلسة الثانية",
            [("09:00", "12:00"), ("12:00", "13:00"), ("13:00", "15:00")],
        ),
        (
            "3 May 2014\n9:00 - 12:00 Panel 1: Nets\n2:00 - 4:00 Panel 2: Ropes\n4 May 2014\n2:30 - 4:00 Panel 3: Oars",
            [("09:00", "12:00"), ("14:00", "16:00"), ("14:30", "16:00")],
        ),
        (
            "3 May 2014\n9:00 - 12:00 Panel 1: Nets\n1:00 - 3:00 Panel 2: Ropes\n4 May 2014\n7:30 Registration\n9:00 Panel 3: Oars",
            [("09:00", "12:00"), ("13:00", "15:00"), ("07:30", None), ("09:00", None)],
        ),
        # a clock of twenty-four hours
        (
            "3 May 2014\n14:00 - 16:00 Panel 1: Nets\n16:00 - 18:00 Panel 2: Ropes\n4 May 2014\n6:00 Departure",
            [("14:00", "16:00"), ("16:00", "18:00"), ("06:00", None)],
        ),
        (
            "3 May 2014\n9:00 Panel 1: Nets\n20:00 Dinner\n1:00 Departure of the night boat",
            [("09:00", None), ("20:00", None), ("01:00", None)],
        ),
        # an early day
        (
            "3 May 2014\n6:30 Departure for the mole\n8:00 Breakfast\n9:00 Panel 1: Nets",
            [("06:30", None), ("08:00", None), ("09:00", None)],
        ),
        (
            "3 May 2014\n9:00 am Panel 1: Nets\n5:00 am Departure",
            [("09:00", None), ("05:00", None)],
        ),
    ],
)
def test_hours_over_noon(programme: str, hours: list[tuple[str, str | None]]) -> None:
    assert [(session.start, session.end) for session in text_record(_HEAD + programme).sessions] == hours
