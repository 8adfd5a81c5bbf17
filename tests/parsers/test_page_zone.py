"""The zone of a page's times that print none."""

from __future__ import annotations

import pytest

from parsers.dates.page_zone import zone_of_page
from parsers.page import Block, Page, assemble


def page_of(*lines: str) -> Page:
    page = Page(url="https://example.org/a", source="html", title=None)
    page.blocks = [Block("paragraph", line) for line in lines]
    return assemble(page)


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (["All times are Bangkok time (ICT). Bring a passport."], "ICT"),
        (["Agenda (hora de Costa Rica)", "9:00 Apertura"], "hora de Costa Rica"),
        (["Programme (Geneva time, CET):", "9:00 Opening"], "CET"),
        (["البرنامج (بتوقيت بيروت)", "9:00 الافتتاح"], "بتوقيت بيروت"),
        (["It will be held on Thursday, 23 June 2022, from 14:00 to 16:00 CEST.", "14:00 Opening"], "CEST"),
        (["Le 4 mai, de 15h00 à 16h30 (heure de Dakar)", "15h00 Ouverture"], "heure de Dakar"),
        (["14:00-15:30 CET / 8:00-9:30 EST, Zoom", "14:00 Opening"], "CET"),
        (["The talk begins at 10:00 UTC; the second talk begins at UTC 11:00."], "UTC"),
        (["Hora: 10:00 (Lima) / 17:00 (Madrid)", "10:00 Apertura"], "Lima"),
    ],
)
def test_the_page_gives_a_zone(lines: list[str], label: str) -> None:
    page = page_of("A title", *lines)
    found = zone_of_page(page, (0, 0))
    assert found is not None
    assert found[0] == label
    assert page.text[found[1] : found[2]] == label


@pytest.mark.parametrize(
    "lines",
    [
        ["Register by 4 May, 17:00 CET.", "9:00 Opening"],
        ["One talk begins at UTC 10:00 and another one in the hall at 11:00 CET.", "9:00 Opening"],
        ["One talk is at 9:00 CET, another at 11:00 EAT.", "9:00 Opening"],
        ["International Organization for Migration (IOM)", "9:00 Opening"],
        ["Central Emergency Team (CET)", "9:00 Opening"],
        ["Room 14 (Geneva)", "9:00 Opening"],
    ],
)
def test_no_zone_is_guessed(lines: list[str]) -> None:
    assert zone_of_page(page_of("A title", *lines), (0, 0)) is None


def test_the_hours_of_the_event_count_before_others() -> None:
    page = page_of("The last one began at 9:00 EAT.", "On 4 May 2021 at 15:00 CEST", "15:00 Opening")
    at = page.text.index("4 May")
    found = zone_of_page(page, (at, at + 10))
    assert found is not None
    assert found[0] == "CEST"
