"""A page, its record, and what each rule claimed."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.agenda.items import Agenda
from parsers.kinds import KindReading
from parsers.page import Page
from parsers.record import Record


@dataclass(slots=True)
class Reading:
    """A page, its record, and what each rule claimed: what ``iom-archive parse --explain`` shows."""

    page: Page
    record: Record
    kind: KindReading
    agenda: Agenda
    claimed: dict[int, str] = field(default_factory=dict)  # block index -> what claimed it
