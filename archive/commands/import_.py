"""``iom-archive import PATH…``: captures that others made, taken into the archive."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import click

from archive import exit_codes
from archive.errors import ArchiveError
from archive.opening import open_store
from archive.progress import in_kilobytes, shown
from archive.settings import DataFolder
from scraper.capture import OK
from scraper.importing import Outcome, Source, find_sources, import_sources
from scraper.store import CaptureStore
from scraper.urls import AddressError, canonical


@click.command("import", short_help="Take in text captures, saved pages and WARC files.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--url", metavar="ADDRESS", help="The page's address, for one text capture or saved page without its own."
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object for each outcome, then one with the counts."
)
@click.pass_obj
def command(data: DataFolder, paths: tuple[Path, ...], url: str | None, as_json: bool) -> None:
    """Take captures that others made into the archive: files, or folders of them.

    \b
    .txt               text of a page; its first line is "URL: https://..."
    .html              a page saved by a browser; its address is read from the page
    .warc .warc.gz     web archives of any maker; also .warc.zst and .wacz

    What the archive holds already is not taken in again. A file that cannot be used is named with the reason, and the
    others go on; the exit code is then 3.
    """
    _check_url(paths, url)
    sources = list(find_sources(paths))
    if not sources:
        raise ArchiveError(f"there is no file in {', '.join(map(str, paths))}", exit_code=exit_codes.NOTHING)
    counts: Counter[str] = Counter()
    with open_store(data, "import", write=True) as store:
        store.start_run("import")
        try:
            verdicts = _take_in(store, sources, url, counts, as_json=as_json)
        except KeyboardInterrupt:
            store.finish_run(exit_codes.INTERRUPTED, counts)
            hint = "What was taken in is kept; the same command goes on from there."
            raise ArchiveError("stopped", hint=hint, exit_code=exit_codes.INTERRUPTED) from None
        code = exit_codes.PARTIAL if counts["failed"] else exit_codes.OK
        store.finish_run(code, counts)
    _sum_up(counts, verdicts, as_json=as_json)
    sys.exit(code)


def _take_in(
    store: CaptureStore, sources: list[Source], url: str | None, counts: Counter[str], *, as_json: bool
) -> Counter[str]:
    """Import everything, telling each outcome and how far the job is; how many captures are not the page itself."""
    verdicts: Counter[str] = Counter()
    with shown(quiet=as_json) as progress:
        progress.stage("Importing, kB", sum(map(_size, sources)) >> 10)
        for outcome in import_sources(store, sources, address=url, on_bytes=in_kilobytes(progress)):
            counts[outcome.result] += 1
            if outcome.result == "imported" and outcome.verdict != OK:
                verdicts[str(outcome.verdict)] += 1
            _tell(outcome, as_json=as_json)
    return verdicts


def _check_url(paths: tuple[Path, ...], url: str | None) -> None:
    if url is None:
        return
    if len(paths) != 1 or paths[0].is_dir() or ".warc" in paths[0].name.lower() or paths[0].suffix == ".wacz":
        raise ArchiveError("--url names the address of one text capture or saved page", hint="Give a single file.")
    try:
        canonical(url)
    except AddressError as error:
        raise ArchiveError(f"--url: {error}", hint="It should look like https://www.iom.int/news/…") from None


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    """What the user must know of: failures, and files that were passed over; with JSON, everything."""
    if as_json:
        told = {
            "outcome": outcome.result,
            "file": outcome.source,
            "address": outcome.address,
            "capture": outcome.capture_id,
            "verdict": outcome.verdict,
            "reason": outcome.reason,
        }
        click.echo(json.dumps(told, ensure_ascii=False))
    elif outcome.reason and (outcome.result in ("failed", "skipped") or not outcome.in_file):
        which = f"{outcome.source}: {outcome.address}" if outcome.in_file and outcome.address else outcome.source
        click.echo(f"{outcome.result}: {which}: {outcome.reason}", err=True)


def _sum_up(counts: Counter[str], verdicts: Counter[str], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"counts": {name: counts[name] for name in ("imported", "known", "skipped", "failed")}}))
        return
    captures = "1 capture" if counts["imported"] == 1 else f"{counts['imported']:,} captures"
    if verdicts:
        which = ", ".join(f"{count:,} {verdict.replace('_', ' ')}" for verdict, count in verdicts.most_common())
        captures += f", {verdicts.total():,} of them not the page itself ({which})"
    parts = [f"{counts[name]:,} {words}" for name, words in _WORDS.items() if counts[name]]
    click.echo("; ".join([f"imported {captures}", *parts]))


_WORDS = {"known": "here already", "skipped": "skipped", "failed": "failed"}
