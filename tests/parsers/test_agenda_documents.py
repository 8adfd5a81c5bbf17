"""Documents of a programme: whose they are, and which session's; what stands below the whole is the page's own."""

from __future__ import annotations

import pytest

from parsers.record import Record
from tests.parsers.agenda_records import html_record, text_record

PROGRAMME = "8 July 2014\n\n9:00 – 10:00 Opening\n\n10:00 – 11:00 Panel: Nets\n\n"


def of_sessions(record: Record) -> list[tuple[str, str, str | None]]:
    """Session, label and owner of each document."""
    return [(s.title, document.label, document.owner) for s in record.sessions for document in s.documents]


@pytest.mark.parametrize("head", ["Annexes", "Background documents:", "Descargas", "Documents connexes", "المرفقات"])
def test_what_stands_below_a_programme_is_the_pages(head: str) -> None:
    record = text_record(f"{PROGRAMME}{head}\n\n- Agreed Minutes\n- Concept note\n")
    assert of_sessions(record) == []
    assert [document.label for document in record.documents] == ["Agreed Minutes", "Concept note"]


@pytest.mark.parametrize("label", ["Documents", "Descargar", "Attachment"])
def test_a_label_below_a_programme_with_its_files(label: str) -> None:
    record = html_record(
        "<p>8 July 2014</p><p>9:00 – 10:00 Opening</p><p>10:00 – 11:00 Closing</p>"
        f'<p>{label}: <a href="/list.pdf">List of participants</a></p>'
    )
    assert of_sessions(record) == []
    assert [document.label for document in record.documents] == ["List of participants"]


def test_where_items_have_documents_of_their_own_the_last_has_too() -> None:
    record = text_record(
        "8 July 2014\n\n9:00 – 10:00 Panel: Nets\n\nDocuments: Net paper\n\n10:00 – 11:00 Panel: Boats\n\nDocuments: Boat paper\n"
    )
    assert of_sessions(record) == [("Panel: Nets", "Net paper", None), ("Panel: Boats", "Boat paper", None)]


def test_a_bracket_on_a_line_of_its_own_belongs_to_the_line_above() -> None:
    record = text_record(
        "8 July 2014\n\n9:00 – 10:00\n\nOpening\n\nMr. Tomas Lindqvist, Director, IOM\n(Welcome address)\n\n10:00 – 11:00\n\n"
        "Keynote Speech\n\nProf. Ana Reyes, Lake University\n"
    )
    assert of_sessions(record) == [("Opening", "Welcome address", "Tomas Lindqvist")]
    assert [session.kind for session in record.sessions] == ["plenary", "plenary"]


def test_a_link_that_says_what_somebody_did_is_its_text() -> None:
    record = html_record(
        "<p>8 July 2014</p><p>9:00 – 10:00 Opening Session</p>"
        '<ul><li>Mr. Tomas Lindqvist, Director, IOM (<a href="/l.pdf">Opening remarks</a>)</li></ul>'
        "<p>10:00 – 11:00 Panel: Nets</p>"
    )
    assert of_sessions(record) == [("Opening Session", "Opening remarks", "Tomas Lindqvist")]
    assert [(one.label, one.owner) for one in record.documents] == [("Opening remarks", "Tomas Lindqvist")]


def test_a_column_of_papers() -> None:
    record = html_record(
        "<p>8 July 2014</p><table><tr><td>Time</td><td>Item</td><td>Papers</td></tr>"
        '<tr><td>9:00 – 10:00</td><td>Opening</td><td><a href="/r.pdf">Remarks</a></td></tr>'
        "<tr><td>10:00 – 11:00</td><td>Panel: Nets</td><td></td></tr></table>"
    )
    assert of_sessions(record) == [("Opening", "Remarks", None)]
    assert record.problems == []


@pytest.mark.parametrize("line", ["Concept note", "To download: Concept note", "Concept note | Agenda"])
def test_a_line_of_documents_is_not_left_over(line: str) -> None:
    linked = line.replace("Concept note", '<a href="/n.pdf">Concept note</a>').replace(
        "Agenda", '<a href="/a.pdf">Agenda</a>'
    )
    record = html_record(f"<p>8 July 2014</p><p>9:00 – 10:00 Opening</p><p>{linked}</p><p>Parking is limited</p>")
    assert [problem.message.rpartition(": ")[2] for problem in record.problems] == ["Parking is limited"]


def test_a_zone_that_is_not_in_use_is_told_once() -> None:
    record = text_record("16 March 2021\n\n9:00 – 10:00 EST Opening\n\n10:00 – 11:00 EST Panel: Nets\n")
    assert [problem.code for problem in record.problems] == ["zone_not_in_use"]
