"""``iom-archive evaluate``: how well the parsers read labelled pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from archive import exit_codes
from archive.errors import ArchiveError
from archive.evaluation import FieldScore, PageScore, labelled_pages, score_page, summarise

_ROOT = Path(__file__).resolve().parent.parent.parent
_HELD_OUT = _ROOT / "tests" / "fixtures" / "held_out"
_QUALITY = _ROOT / "data" / "quality.json"
_REPORT = _ROOT / "docs" / "quality.md"


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--misses", is_flag=True, help="Name every value that was missed or invented.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@click.option("--write", is_flag=True, help="Write data/quality.json and docs/quality.md of this checkout.")
def command(folders: tuple[Path, ...], misses: bool, as_json: bool, write: bool) -> None:
    """Score the parsers on labelled pages below FOLDERS.

    Without folders: on the pages that are kept aside to measure (tests/fixtures/held_out). Those are never used to
    tune; look at the figures only, not at the misses.
    """
    if not folders and not _HELD_OUT.exists():
        raise ArchiveError("No labelled pages here.", hint="Give a folder of pages with their records beside them.")
    if write and (folders or misses):
        raise ArchiveError(
            "--write publishes the figures of the pages kept aside.", hint="Leave out folders and --misses."
        )
    try:
        pages = labelled_pages(folders or (_HELD_OUT,))
    except ValueError as error:
        raise ArchiveError(str(error), hint="Each record stands beside its page, with the same stem.") from error
    if not pages:
        raise ArchiveError(
            f"There are no labelled pages below {', '.join(map(str, folders or (_HELD_OUT,)))}.",
            hint="Each record stands beside its page, with the same stem: page.html, page.json.",
            exit_code=exit_codes.NOTHING,
        )
    scores = [score_page(page) for page in pages]
    summary = summarise(scores)
    if misses:
        for score in scores:
            for miss in score.misses:
                click.echo(f"{score.page.path.stem}: {miss}")
    if as_json:
        click.echo(json.dumps({"pages": len(pages), "fields": [asdict(row) for row in summary]}))
    else:
        click.echo(f"{len(pages)} labelled pages")
        click.echo(_table(summary))
    if write:
        _write(scores, summary)


def _table(summary: Sequence[FieldScore]) -> str:
    lines = [f"{'field':22} {'prec':>6} {'recall':>6} {'F1':>6}  {'95 %':13} {'expected':>8} {'found':>6} {'pages':>6}"]
    for row in summary:
        rates = " ".join(f"{_rate(value):>6}" for value in (row.precision, row.recall, row.f1))
        lines.append(f"{row.field:22} {rates}  {_interval(row):13} {row.expected:8} {row.found:6} {row.pages:6}")
    return "\n".join(lines)


def _rate(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _interval(row: FieldScore) -> str:
    return "" if row.f1_low is None or row.f1_high is None else f"{row.f1_low:.2f} to {row.f1_high:.2f}"


def _write(scores: Sequence[PageScore], summary: Sequence[FieldScore]) -> None:
    """The figures for the archive's table `quality`, over all languages and for each, and the report for readers."""
    entries = _entries(summary, None)
    for language in sorted({str(score.page.record.get("language")) for score in scores}):
        own = [score for score in scores if score.page.record.get("language") == language]
        entries += _entries(summarise(own), language)
    _QUALITY.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
    _REPORT.write_text(_report(scores, summary), encoding="utf-8")
    click.echo(f"written: {_QUALITY.relative_to(_ROOT)}, {_REPORT.relative_to(_ROOT)}")


def _entries(summary: Sequence[FieldScore], language: str | None) -> list[dict[str, Any]]:
    return [{"labels": "kept aside", "language": language, **_rounded(asdict(row))} for row in summary]


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 3) if isinstance(value, float) else value for name, value in values.items()}


def _report(scores: Sequence[PageScore], summary: Sequence[FieldScore]) -> str:
    kinds: dict[str, int] = {}
    for score in scores:
        label = score.page.record
        key = f"{label['kind'].replace('_', ' ')}, {label['language']}, {score.page.path.suffix[1:]}"
        kinds[key] = kinds.get(key, 0) + 1
    rows = "\n".join(_report_row(row) for row in summary)
    parts = "\n".join(f"| {key} | {count} |" for key, count in sorted(kinds.items()))
    return f"""# Quality

How well the parsers read pages that nobody used to make them: {len(scores)} pages kept aside in
`tests/fixtures/held_out`, written after the layouts that the real site shows, labelled by a careful reader
(tests/fixtures/README.md says how). They are reconstructions: figures on real pages may differ. Written by
`iom-archive evaluate --write`; the same figures, also for each language, are in the archive's table `quality`.

Precision: of the values found, how many are right. Recall: of the values on the pages, how many were found. The
interval is a bootstrap over pages.

| field | precision | recall | F1 | 95 % of F1 | expected | found | pages |
|---|---:|---:|---:|---|---:|---:|---:|
{rows}

| pages | n |
|---|---:|
{parts}
"""


def _report_row(row: FieldScore) -> str:
    rates = " | ".join(_rate(value) for value in (row.precision, row.recall, row.f1))
    return f"| {row.field} | {rates} | {_interval(row)} | {row.expected} | {row.found} | {row.pages} |"
