"""Captures that others made, taken into the store: text captures, saved pages, WARC files, folders of these.

``text capture``  a ``.txt`` whose first line that is not blank is ``URL: <address>``
``saved page``    an ``.html``; its address is what its head says (`scraper.page_head`), or what the user gives
``WARC``          ``.warc``, ``.warc.gz``, ``.warc.zst`` or a ``.wacz`` package, of any maker (`scraper.foreign_warc`)

Every file gets at least one `Outcome`, in the order of the files; a fault never stops the rest. What is stored already
is not stored again, so an import can be repeated, after a crash too. Folders are walked in sorted order; hidden files,
the ``NAME_files`` folder beside a saved ``NAME.html`` and a ``.json`` label beside a capture are passed over silently.
"""

from __future__ import annotations

import os
import re
import stat
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from scraper import foreign_warc
from scraper.capture import Attempt
from scraper.foreign_records import CLOCK_DIFFERENCE, NotForUs, Unusable, attempt_of
from scraper.page_head import read_head
from scraper.passing_verdict import verdict_of_file
from scraper.store import Added, CaptureStore
from scraper.urls import AddressError, canonical, memento

MAX_FILE = 32 << 20  # bytes of a text capture or a saved page
_URL_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*URL:[ \t]*(\S+)[ \t]*(?:\r?\n|\r|\Z)")
_TEXT_SUFFIXES = (".txt", ".text")
_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_UNSUPPORTED = {
    ".mhtml": "foreign: an MHTML archive; save the page as “HTML only” or as WARC instead",
    ".mht": "foreign: an MHTML archive; save the page as “HTML only” or as WARC instead",
    ".webarchive": "foreign: a Safari web archive; save the page as “Page Source” instead",
    ".pdf": "foreign: a PDF document; only pages are captures",
    ".arc": "foreign: an ARC file; convert it first: warcio recompress FILE.arc FILE.warc.gz",
    ".arc.gz": "foreign: an ARC file; convert it first: warcio recompress FILE.arc.gz FILE.warc.gz",
}
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|!--|\?xml)", re.IGNORECASE)

Result = Literal["imported", "known", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one capture, or of a file that holds none."""

    result: Result
    source: str  # the file, as the user would name it
    address: str | None = None
    reason: str | None = None  # why it failed or was skipped; of an import, what to know about it
    capture_id: int | None = None
    in_file: bool = False  # speaks of one record inside a WARC file, not of the whole file
    verdict: str | None = None  # of the capture


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import, and whether the user named it or a folder holds it."""

    path: Path
    named: bool


def unsupported_kind(path: Path) -> str | None:
    """Why a file is no capture, and what to do instead, where its name says so."""
    name = path.name.lower()
    return next((reason for suffix, reason in _UNSUPPORTED.items() if name.endswith(suffix)), None)


def find_sources(paths: Iterable[Path]) -> Iterator[Source]:
    """The files behind ``paths``: files as they are named, folders walked in sorted order."""
    for path in paths:
        if path.is_dir():
            yield from (Source(found, named=False) for found in _walk(path))
        else:
            yield Source(path, named=True)


def import_sources(
    store: CaptureStore,
    sources: Iterable[Source],
    *,
    address: str | None = None,
    on_bytes: Callable[[int], None] = lambda count: None,
) -> Iterator[Outcome]:
    """Import each source, durably before its outcome is told.

    ``address`` is the page's own, whatever the file says; only for a single text capture or saved page.
    ``on_bytes`` is told how many bytes of input were read, as they are.
    """
    told: deque[Outcome | Attempt] = deque()  # in the order in which they were found
    sources_of: deque[str] = deque()

    def attempts() -> Iterator[Attempt]:
        for source in sources:
            for found in _read_source(store, source, address, on_bytes):
                told.append(found)
                if isinstance(found, Attempt):
                    sources_of.append(str(source.path))
                    yield found

    for added in store.add_many(attempts(), once=True):
        yield from _told_before(told)
        found = told.popleft()
        assert isinstance(found, Attempt)  # noqa: S101
        yield _outcome(sources_of.popleft(), found, added)
    yield from _told_before(told)


def _told_before(told: deque[Outcome | Attempt]) -> Iterator[Outcome]:
    while told and isinstance(outcome := told[0], Outcome):
        told.popleft()
        yield outcome


def _outcome(source: str, attempt: Attempt, added: Added) -> Outcome:
    in_file = attempt.via == "warc"
    if added.capture is None:
        return Outcome("failed", source, attempt.address, "refers to a body that is not in the archive", None, in_file)
    reason = f"kept as {attempt.verdict}: {attempt.note}" if attempt.verdict != "ok" and attempt.note else attempt.note
    result: Result = "imported" if added.is_new else "known"
    if attempt.verdict == "truncated" and attempt.resource is not None:
        result, reason = "failed", f"truncated: {attempt.note}; kept, but not read as a page"
    return Outcome(result, source, added.capture.address, reason, added.capture.id, in_file, added.capture.verdict)


# files


def _walk(folder: Path) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        unread.append(Path(error.filename))

    unread: list[Path] = []
    for root, folders, files in os.walk(folder, onerror=unreadable):
        stems = {name.rsplit(".", 1)[0] for name in files if name.lower().endswith(_HTML_SUFFIXES)}
        beside = {f"{stem}_files" for stem in stems} | {f"{stem}-Dateien" for stem in stems}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in beside)
        captures = {name.rsplit(".", 1)[0] for name in files if not name.lower().endswith(".json")}
        for name in sorted(files):
            is_label = name.lower().endswith(".json") and name.rsplit(".", 1)[0] in captures
            if not name.startswith(".") and not is_label:
                yield Path(root, name)
        yield from unread
        unread.clear()


def _read_source(
    store: CaptureStore, source: Source, address: str | None, on_bytes: Callable[[int], None]
) -> Iterator[Attempt | Outcome]:
    """The captures in one file, and what is wrong with it."""
    path = source.path
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield Outcome("failed", str(path), reason="unreadable: not a file")
        elif path.resolve().is_relative_to(store.captures_dir.resolve()):
            yield Outcome("skipped", str(path), reason="belongs to this archive already")
        elif status.st_size == 0:
            yield Outcome("failed", str(path), reason="empty: the file has no bytes")
        else:
            yield from _read_file(source, status, address, on_bytes)
            return
    except FileNotFoundError:
        yield Outcome("failed", str(path), reason="unreadable: there is no such file")
    except OSError as error:
        yield Outcome("failed", str(path), reason=f"unreadable: {error.strerror or error}")


def _read_file(
    source: Source, status: os.stat_result, address: str | None, on_bytes: Callable[[int], None]
) -> Iterator[Attempt | Outcome]:
    path = source.path
    with path.open("rb") as stream:
        start = stream.read(4096)
    unsupported = unsupported_kind(path)
    if foreign_warc.is_warc(path, start):
        yield from _read_warc(path, on_bytes)
    elif unsupported:
        yield Outcome("failed", str(path), reason=unsupported)
    elif _is_binary(start):
        yield Outcome("failed", str(path), reason="foreign: neither text, HTML nor WARC, but binary data")
    elif status.st_size > MAX_FILE:
        yield Outcome("failed", str(path), reason=f"foreign: {status.st_size >> 20} MB, more than any page has")
    else:
        content = path.read_bytes()
        on_bytes(len(content))
        yield _read_single(source, content, datetime.fromtimestamp(status.st_mtime, UTC), address)


def _read_single(source: Source, content: bytes, changed_at: datetime, address: str | None) -> Attempt | Outcome:
    """A text capture or a saved page; told apart by what they hold, then by their names."""
    name = source.path.name.lower()
    if not content.strip():
        return Outcome("failed", str(source.path), reason="empty: nothing but white space")
    url_line = _URL_LINE.match(content)
    if url_line and not name.endswith(_HTML_SUFFIXES):
        if not content[url_line.end() :].strip():
            return Outcome("failed", str(source.path), reason="empty: no text after the URL line")
        return _attempt(source, content, changed_at, address or url_line[1].decode("utf-8", "replace"), "text")
    if name.endswith(_HTML_SUFFIXES) or _MARKUP.match(content):
        found = address or read_head(content).address
        if not found:
            reason = "no address: neither rel=canonical, og:url nor “saved from url” in it; give it with --url"
            return Outcome("failed", str(source.path), reason=reason)
        return _attempt(source, content, changed_at, found, "html")
    if address:
        return _attempt(source, content, changed_at, address, "text")
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return Outcome("failed", str(source.path), reason="unreadable: UTF-16 text; save it as UTF-8")
    if name.endswith(_TEXT_SUFFIXES) or source.named:
        reason = "no address: its first line is not “URL: https://…”; add it, or give it with --url"
        return Outcome("failed", str(source.path), reason=reason)
    return Outcome("skipped", str(source.path), reason="no capture: neither a URL line, HTML nor WARC")


def _attempt(
    source: Source, content: bytes, changed_at: datetime, address: str, via: Literal["text", "html"]
) -> Attempt | Outcome:
    try:
        canonical(address)
    except AddressError as error:
        return Outcome("failed", str(source.path), reason=f"no address: {error}; give it with --url")
    content_type = "text/plain" if via == "text" else "text/html"
    verdict = verdict_of_file(content) if via == "html" else None
    attempt = Attempt(
        address=address,
        captured_at=changed_at,
        via=via,
        verdict=verdict.verdict if verdict else "ok",
        resource=content,
        content_type=content_type,
        channel="import",
        note=verdict.reason if verdict else None,
    )
    copy = memento(address)
    if copy:
        # A saved page of the Wayback Machine is a copy of the page it shows, at the time in its address.
        attempt = replace(attempt, address=copy.original, captured_at=copy.captured_at)
    now = datetime.now(UTC)
    if attempt.captured_at <= now + CLOCK_DIFFERENCE:
        return attempt
    # No capture is of a day to come: it would pass for the archive's freshness until then.
    told = f"its time, {attempt.captured_at:%Y-%m-%d}, is to come: taken as of now"
    return replace(attempt, captured_at=now, note="; ".join(filter(None, (attempt.note, told))))


def _read_warc(path: Path, on_bytes: Callable[[int], None]) -> Iterator[Attempt | Outcome]:
    skipped = pages = 0
    for record in foreign_warc.read_file(path):
        found = record if isinstance(record, foreign_warc.Fault) else attempt_of(record)
        if isinstance(found, Attempt):
            pages += 1
            yield found
        elif isinstance(found, foreign_warc.Fault | Unusable):
            pages += 1
            yield Outcome("failed", str(path), record.address, found.reason, in_file=True)
        elif found is NotForUs.OTHER_CONTENT:
            skipped += 1
    on_bytes(path.stat().st_size)
    if skipped:
        what = (
            f"{skipped:,} records of other kinds than pages" if skipped > 1 else "1 record of another kind than pages"
        )
        yield Outcome("skipped", str(path), reason=f"left out {what} (images, styles, data)", in_file=True)
    elif not pages:
        yield Outcome("skipped", str(path), reason="no page in it")


def _is_binary(start: bytes) -> bool:
    """Text in UTF-16 says so by its first two bytes; any other text has no zero bytes and few control characters."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in start)
    return b"\x00" in start or control * 50 > len(start)
