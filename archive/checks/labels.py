"""Whether the parsers still read the labelled pages as well as was measured and published."""

from __future__ import annotations

from pathlib import Path

from archive import quality
from archive.checks.result import Check
from archive.checks.subject import Subject
from archive.errors import ArchiveError
from archive.evaluation import FieldScore, LabelledPage, labelled_pages, score_page, summarise
from archive.schema import Quality

HELD_OUT = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "held_out"
_LABELS = "kept aside"
_WHY = "The quality that is published with the data must be that of the parsers that read it."


def labelled_pages_read_as_before(subject: Subject, folder: Path = HELD_OUT) -> Check:
    """F1 of each field on the pages kept aside is not below the published figure."""
    try:
        pages = labelled_pages([folder]) if folder.is_dir() else []
        published = {row.field: row for row in quality.load(subject.data.root) if _whole(row)}
    except (ValueError, ArchiveError) as error:
        return Check("labelled pages", _WHY, True, False, {}, (str(error),))
    if not pages or not published:
        missing = "there are no labelled pages here" if not pages else "data/quality.json is missing"
        return Check("labelled pages", _WHY, False, False, {}, (f"not checked: {missing}",))
    return _compare(pages, published, subject.limits.quality_drop)


def _whole(row: Quality) -> bool:
    return row.language is None and row.labels == _LABELS


def _compare(pages: list[LabelledPage], published: dict[str, Quality], drop: float) -> Check:
    now: dict[str, FieldScore] = {row.field: row for row in summarise([score_page(page) for page in pages])}
    figures = {name: [row.f1, now[name].f1 if name in now else None] for name, row in published.items()}
    notes = [
        f"{name}: F1 is {after or 0:.3f}, published is {before:.3f}"
        for name, (before, after) in figures.items()
        if before is not None and (after or 0) < before - drop
    ]
    rounded = {name: [value and round(value, 3) for value in pair] for name, pair in figures.items()}
    return Check("labelled pages", _WHY, True, not notes, {"pages": len(pages), "F1": rounded}, tuple(notes))
