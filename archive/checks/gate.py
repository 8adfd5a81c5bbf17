"""All checks, one after the other, over one archive."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from archive.checks import amounts, drift, filling, labels, losses, pages, sample, soundness
from archive.checks.result import Check, Report
from archive.checks.subject import Limits, Subject, opened
from archive.errors import ArchiveError
from archive.progress import Progress, Silent
from archive.settings import DataFolder
from scraper.sites import SitesError, load_sites

CHECKS: Mapping[str, Callable[[Subject], Check]] = {
    "schema": soundness.schema_as_described,
    "foreign keys": soundness.foreign_keys,
    "full-text search": soundness.full_text_search,
    "floors": amounts.floors,
    "rows": amounts.rows,
    "lost rows": losses.lost_rows,
    "fill rates": filling.fill_rates,
    "newest pages": drift.newest_pages,
    "leftovers": filling.leftovers,
    "sample pages": sample.no_sample_pages,
    "size": amounts.size,
    "labelled pages": labels.labelled_pages_read_as_before,
    "public pages": pages.public_pages_answer,
}


def limits_of(sites: Path | None = None) -> Limits:
    """The usual limits, with the floors of a sites file (`data/sites.toml` by default). Raises ArchiveError."""
    try:
        listed = load_sites(sites).sites.values()
    except SitesError as error:
        raise ArchiveError(str(error), hint="Mend the file, or name another one: --sites FILE.") from error
    return Limits(floors={(site.host, kind): least for site in listed for kind, least in site.floors.items()})


def judge(
    data: DataFolder,
    archive: Path,
    *,
    before: Path | None,
    against: str | None = None,
    limits: Limits | None = None,
    accept: Mapping[str, str] | None = None,
    only: Collection[str] = (),
    progress: Progress | None = None,
) -> Report:
    """Check ``archive`` against ``before``, the database of the last snapshot, whose name is ``against``.

    ``accept`` names checks that may fail this time, each with the reason. Raises ArchiveError where a file is missing,
    damaged or newer, or where no check has a name that was given.
    """
    chosen = [name for name in CHECKS if not only or name in only]
    unknown = sorted({*only, *(accept or {})} - set(CHECKS))
    if unknown:
        raise ArchiveError(f"no check is called {unknown[0]!r}", hint=f"There are: {', '.join(CHECKS)}.")
    progress = progress or Silent()
    progress.stage("checking", len(chosen))
    done = []
    with opened(data, archive, before, limits or limits_of()) as subject:
        for name in chosen:
            check = CHECKS[name](subject)
            done.append(replace(check, accepted=(accept or {}).get(name)))
            progress.advance()
    return Report(tuple(done), against)
