"""Corrections: the documented form is read, anything else is refused with a message that says where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive.corrections import apply, load
from archive.errors import ArchiveError
from parsers.record import Appearance, Record, Session

SIGNED = 'why = "Seen."\nby = "A. Reviewer"\non = 2026-11-21\n'
PAGE = 'page = "http://iom.int/events/a?utm_source=x"\n'
ADDRESS = "https://www.iom.int/events/a"


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "reviewed.toml").write_text(text, encoding="utf-8")
    return folder


def record() -> Record:
    jane = Appearance("Jane Doe", "panellist", position="Director")
    return Record(
        url=ADDRESS,
        start_date="2024-11-25",
        sessions=[Session("Panel 1: Data", people=[jane]), Session("Lunch")],
        people=[jane, Appearance("Palais des Nations", "mentioned")],
    )


def test_the_documented_examples_are_of_the_documented_form(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 4
    found = load(write(tmp_path / "corrections", "\n".join(examples)))
    assert [correction.action for correction in found.by_page["https://www.iom.int/events/example"]] == [
        "set",
        "remove",
        "add",
    ]
    assert found.blocked.names("jane doe")
    assert [entry.page for entry in found.withheld] == ["https://www.iom.int/news/example"]


def test_no_folder_means_no_corrections(tmp_path: Path) -> None:
    assert load(tmp_path / "none").by_page == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[correction]]\n" + PAGE + 'field = "start_date"\nvalue = "25/11/2024"\n' + SIGNED, "form of a start date"),
        ("[[correction]]\n" + PAGE + 'field = "start_date"\nvalue = "2024-02-30"\n' + SIGNED, "2024-02-30"),
        ("[[correction]]\n" + PAGE + 'field = "weather"\nvalue = "x"\n' + SIGNED, "not one of a page"),
        ("[[correction]]\n" + PAGE + 'field = "kind"\n' + SIGNED, "never empty"),
        ("[[correction]]\n" + PAGE + 'field = "title"\nvalue = "x"\nwhy = "x"\nby = "y"\n', "lacks 'on'"),
        ('[[correction]]\npage = "no address"\nfield = "title"\nvalue = "x"\n' + SIGNED, "'page'"),
        ("[[removal]]\n" + PAGE + SIGNED, "lacks 'session' or 'person'"),
        ("[[addition]]\n" + PAGE + 'person = "X"\nrole = "boss"\n' + SIGNED, "form of a role"),
        ("[[surprise]]\n" + SIGNED, "is none of"),
        ("[correction]\n" + PAGE, "double brackets"),
        ('[[blocked_person]]\nname = "..."\n' + SIGNED, "no name"),
        ("[[withheld_page]]\n" + SIGNED, "lacks 'page'"),
        ("[[withheld_page]]\n" + PAGE + 'field = "title"\n' + SIGNED, "means nothing there"),
        ("[[correction", "reviewed.toml"),
        ("[[removal]]\n" + PAGE + "person = 5\n" + SIGNED, "wrong type"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        load(write(tmp_path / "corrections", text))
    assert message in str(raised.value)
    assert "reviewed.toml" in str(raised.value)


def corrected(tmp_path: Path, text: str) -> tuple[Record, list[list[str]], set[str]]:
    corrections = load(write(tmp_path / "corrections", text)).of(iter([ADDRESS]))
    result, outcomes, removed = apply(record(), corrections)
    return result, [outcome.paths for outcome in outcomes], removed


def test_a_fact_of_the_page(tmp_path: Path) -> None:
    text = "[[correction]]\n" + PAGE + 'field = "start_date"\nvalue = 2024-11-26\nwas = "2024-11-25"\n' + SIGNED
    result, paths, _ = corrected(tmp_path, text)
    assert result.start_date == "2024-11-26"
    assert paths == [["start_date"]]


def test_a_fact_is_cleared_by_leaving_the_value_out(tmp_path: Path) -> None:
    result, _, _ = corrected(tmp_path, "[[correction]]\n" + PAGE + 'field = "start_date"\n' + SIGNED)
    assert result.start_date is None


def test_a_persons_fact_changes_wherever_the_person_stands(tmp_path: Path) -> None:
    text = "[[correction]]\n" + PAGE + 'person = "JANE DOE"\nfield = "position"\nvalue = "Head"\n' + SIGNED
    result, paths, _ = corrected(tmp_path, text)
    assert result.sessions[0].people[0].position == result.people[0].position == "Head"
    assert paths == [["sessions/0/people/0/position", "people/0/position"]]


def test_removal_and_addition(tmp_path: Path) -> None:
    text = (
        "[[removal]]\n" + PAGE + 'person = "Palais des Nations"\n' + SIGNED
        + "[[removal]]\n" + PAGE + 'session = "Lunch"\n' + SIGNED
        + "[[addition]]\n" + PAGE + 'session = "Panel 1: Data"\nperson = "John Roe"\nrole = "moderator"\n' + SIGNED
        + "[[removal]]\n" + PAGE + 'session = "Dinner"\n' + SIGNED
    )  # fmt: skip
    result, paths, removed = corrected(tmp_path, text)
    assert removed == {"people/1", "sessions/1"}
    assert [person.name for person in result.sessions[0].people] == ["Jane Doe", "John Roe"]
    assert paths == [["people/1"], ["sessions/1"], [], ["sessions/0/people/1"]]  # kind by kind


def test_the_record_itself_is_not_touched(tmp_path: Path) -> None:
    before = record()
    text = "[[correction]]\n" + PAGE + 'session = "Lunch"\nfield = "start"\nvalue = "12:00"\n' + SIGNED
    apply(before, load(write(tmp_path / "corrections", text)).of(iter([ADDRESS])))
    assert before == record()
