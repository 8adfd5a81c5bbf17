"""Sessions that are moved to another day, and entries of a list that are called off."""

from __future__ import annotations

import pytest

from tests.parsers.agenda_records import text_record

_HEAD = "Side events of the Net Forum\n\nThe forum is held in Oslo from 2 to 13 December 2019.\n\n"


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        (
            "9 December 2019 | Nets (rescheduled to 12 December)\nTime: 18:30-20:00\nOrganizers: IOM",
            [("2019-12-12", "Nets")],
        ),
        (
            "9 December 2019 | Nets - EVENT POSTPONED to Tuesday 10 December, same time, Room 6\nTime: 18:30-20:00\nOrganizers: IOM",
            [("2019-12-10", "Nets")],
        ),
        (
            "9 December 2019 | Nets\nTime: 18:30-20:00\nPostponed to 10 December 2019\nOrganizers: IOM",
            [("2019-12-10", "Nets")],
        ),
        (
            "9 décembre 2019 | Filets – REPORTÉ au 10 décembre\nHeure : 18h30-20h00\nOrganisateurs : OIM",
            [("2019-12-10", "Filets")],
        ),
        (
            "9 de diciembre de 2019 | Redes - EVENTO APLAZADO al martes 10 de diciembre\nHora: 18:30-20:00\nOrganizan: OIM",
            [("2019-12-10", "Redes")],
        ),
        (
            "9 December 2019 | Moved by the tides: 1 May 2010 and after\nTime: 18:30-20:00\nOrganizers: IOM",
            [("2019-12-09", "Moved by the tides: 1 May 2010 and after")],
        ),
        (
            "9 December 2019 | Nets\nTime: 18:30-20:00\nOrganizers: IOM\nCANCELLED: 10 December 2019 | Ropes\nTime: 8:00-9:00",
            [("2019-12-09", "Nets")],
        ),
        (
            "9 décembre 2019 | Filets\nHeure : 18h30-20h00\nOrganisateurs : OIM\nANNULÉ : 10 décembre 2019 | Cordes",
            [("2019-12-09", "Filets")],
        ),
        ("9 December 2019 | Nets\nTime: 18:30-20:00\nOrganizers: IOM\nCANCELLED – with apologies", []),
    ],
)
def test_moved_and_called_off(entry: str, days: list[tuple[str, str]]) -> None:
    record = text_record(f"{_HEAD}{entry}\n11 December 2019 | Sails\nTime: 10:00-11:00\nOrganizers: WHO\n")
    assert [(session.date, session.title) for session in record.sessions] == [*days, ("2019-12-11", "Sails")]
