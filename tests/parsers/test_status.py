"""What became of an event: cancelled, postponed, rescheduled."""

from __future__ import annotations

import pytest

from parsers.assembly import assemble_record
from tests.parsers.prose_pages import page_of


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Les assises, prévues en avril à Bruxelles, sont reportées.", "postponed"),
        ("Les ateliers sont reportés à une date ultérieure.", "postponed"),
        ("Las jornadas quedan aplazadas hasta nuevo aviso.", "postponed"),
        ("Les deux ateliers sont annulés.", "cancelled"),
        ("Reportes de los talleres y de sus participantes.", None),
    ],
)
def test_what_became_of_an_event(line: str, status: str | None) -> None:
    page = page_of(
        f"{line}\n8 October 2020\n10:00 – 11:00 Panel: Ports", title="Ports", url="https://www.iom.int/events/x"
    )
    record = assemble_record(page).record
    assert (record.kind, record.status) == ("event", status)
