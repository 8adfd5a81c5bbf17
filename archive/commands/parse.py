"""``iom-archive parse``: print what pages say, write nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from archive import exit_codes
from archive.errors import ArchiveError
from archive.explain import explain
from parsers import read_record
from parsers.assembly import Reading
from scraper.foreign_warc import is_warc
from scraper.importing import unsupported_kind

_SUFFIXES = (".html", ".htm", ".xhtml", ".txt")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--url", help="Address of the page, where the file does not say it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, without the evidence's words.")
@click.option("--explain", "explaining", is_flag=True, help="Show the page with what each rule claimed.")
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], url: str | None, as_json: bool, explaining: bool) -> None:
    """Print the record of each FILE (saved HTML, text capture, or a folder of them).

    Nothing is written. A file that cannot be read is named on standard error and the rest goes on; the exit code is
    then 3.
    """
    if url is not None and len(files) > 1:
        raise ArchiveError(
            "--url names one page, but several files are given.", hint="Run the command once for each file."
        )
    failed = False
    for path in _expanded(files):
        try:
            reading = _read(path, url)
        except _UnreadableError as reason:
            failed = True
            click.echo(f"iom-archive: {path}: {reason}", err=True)
            continue
        if explaining:
            click.echo(explain(reading))
        elif as_json:
            click.echo(json.dumps(reading.record.to_dict(), ensure_ascii=False))
        else:
            click.echo(json.dumps(_with_words(reading), ensure_ascii=False, indent=2))
    if failed:
        ctx.exit(exit_codes.PARTIAL)


class _UnreadableError(Exception):
    """A file that is no page; its message says why."""


def _read(path: Path, url: str | None) -> Reading:
    """Read the page in one file; raises `_UnreadableError`."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise _UnreadableError(f"cannot be read: {error.strerror}") from error
    if not body.strip():
        raise _UnreadableError("is empty")
    if is_warc(path, body[:4096]):
        raise _UnreadableError("is a WARC file of captures; bring it in with: iom-archive import")
    if unsupported := unsupported_kind(path):
        raise _UnreadableError(unsupported)
    if b"\0" in body[:1024] and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _UnreadableError("is no page: binary data")
    reading = read_record(body, url, "text/plain" if path.suffix == ".txt" else None)
    if not reading.page.url:
        raise _UnreadableError("the page does not say its address; give it with --url")
    return reading


def _expanded(files: tuple[Path, ...]) -> Iterator[Path]:
    for path in files:
        if path.is_dir():
            yield from sorted(child for child in path.rglob("*") if child.suffix.lower() in _SUFFIXES)
        else:
            yield path


def _with_words(reading: Reading) -> dict[str, Any]:
    """The record with the quotation of each piece of evidence."""
    data = reading.record.to_dict()
    for entry in data["evidence"]:
        entry["quote"] = reading.page.quote(entry["start"], entry["end"])
    return data
