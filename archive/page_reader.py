"""What a worker process does: read the captures of one page, parse what was never parsed, make the page's rows.

A page can be hostile. Two limits stand guard over each body, both in processor time, so a busy machine changes nothing:
the soft one raises inside the parser; where that does not help (a loop in C code), the hard one kills the process, and
`archive.reading_pool` finds out which body it was.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import connection, parent_process
from pathlib import Path
from types import FrameType

from archive.corrections import Corrections
from archive.page_context import KnownOfPage, PageRows
from archive.readings import Reading, decode, encode, reading_key, reading_of
from archive.rows import page_rows
from parsers.page import Page
from parsers.record import Record
from scraper.capture import OK, Capture
from scraper.store import read_body
from scraper.warc import DamagedRecordError

Parse = Callable[[bytes, str, str | None], tuple[Page, Record]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one body may cost. Seconds are of processor time, memory is the worker's address space in bytes."""

    soft_seconds: float = 10.0
    hard_seconds: float = 20.0
    memory: int = 2 << 30


@dataclass(frozen=True, slots=True)
class Job:
    """What all pages of one build have in common."""

    captures_dir: Path
    corrections: Corrections
    parser_version: str
    parse: Parse
    limits: Limits = field(default_factory=Limits)


@dataclass(slots=True)
class Task:
    """One page. ``cached`` are readings by key, ``fatal`` says of captures that they kill whoever reads them."""

    known: KnownOfPage
    cached: dict[bytes, bytes]
    fatal: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Done:
    """A page's rows, and the readings that were not cached before."""

    rows: PageRows
    fresh: dict[bytes, bytes]


class PageTooSlowError(Exception):
    """The parsers took longer than the soft limit."""


_job: Job | None = None


def start(job: Job) -> None:
    """Prepare this process as a worker: end with the parent, leave Ctrl-C to it, stay within the memory limit."""
    global _job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (parent := parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _limit_memory(job.limits.memory)


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _limit_memory(size: int) -> None:
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (size if hard < 0 else min(size, hard), hard))


def read_pages(tasks: list[Task]) -> list[Done]:
    """Read some pages."""
    done = [_read_page(task) for task in tasks]
    _settle()
    return done


@cache
def _settle() -> None:
    """Once the grammar is loaded: it stays to the end, so the garbage collector need not look at it again and again."""
    gc.collect()
    gc.freeze()


def read_alone(capture: Capture) -> bytes | None:
    """Read one body that may kill this process; its reading, or None if that cannot be kept."""
    reading, keep = _read(_running(), capture)
    return encode(reading) if keep else None


def key_of(capture: Capture, parser_version: str) -> bytes:
    """Key of a capture's reading in the cache."""
    return reading_key(capture.body_sha256 or "", capture.final_address, capture.content_type, parser_version)


def readable(known: KnownOfPage) -> Iterator[Capture]:
    """The captures of a page that can change its rows."""
    return (capture for capture in known.captures if capture.verdict == OK and capture.has_body)


def readings_of(known: KnownOfPage, encoded: dict[bytes, bytes], parser_version: str) -> dict[int, Reading]:
    """Readings by capture, of those that are at hand and whole."""
    by_key: dict[bytes, Reading] = {}
    for capture in readable(known):
        key = key_of(capture, parser_version)
        if key in encoded and key not in by_key:
            try:
                by_key[key] = decode(encoded[key])
            except ValueError:
                continue
    return {
        capture.id: by_key[key] for capture in readable(known) if (key := key_of(capture, parser_version)) in by_key
    }


def _running() -> Job:
    if _job is None:
        raise RuntimeError("this process was not started as a worker")
    return _job


def _read_page(task: Task) -> Done:
    job = _running()
    readings = readings_of(task.known, task.cached, job.parser_version)
    fresh: dict[bytes, bytes] = {}
    parsed: dict[bytes, Reading] = {}
    for capture in readable(task.known):
        if capture.id in readings:
            continue
        key = key_of(capture, job.parser_version)
        if key not in parsed:
            reading, keep = _read(job, capture, task.fatal.get(capture.id))
            parsed[key] = reading
            if keep:
                fresh[key] = encode(reading)
        readings[capture.id] = parsed[key]
    return Done(page_rows(task.known, readings, job.corrections, job.parser_version), fresh)


def _read(job: Job, capture: Capture, fatal: str | None = None) -> tuple[Reading, bool]:
    """The reading of one body, and whether it may be cached: not where the bytes could not be had."""
    if fatal is not None:
        return Reading(failure=fatal), True
    try:
        body = read_body(job.captures_dir, str(capture.warc_file), int(capture.warc_offset or 0))
    except (DamagedRecordError, OSError) as error:
        return Reading(failure=f"the stored body cannot be read: {error}"), False
    try:
        with _limited(job.limits):
            page, record = job.parse(body, capture.final_address, capture.content_type)
            return reading_of(page, record), True
    except PageTooSlowError:
        return Reading(failure=f"reading took more than {job.limits.soft_seconds:g} seconds"), True
    except ImportError:
        raise  # the installation is broken, not the page
    except Exception as error:  # a defect of the parsers on one page must not cost the others
        return Reading(failure=f"the parser failed: {type(error).__name__}: {error}"), True


@contextmanager
def _limited(limits: Limits) -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    signal.signal(signal.SIGVTALRM, _too_slow)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_VIRTUAL, limits.soft_seconds)
    signal.setitimer(signal.ITIMER_PROF, limits.hard_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)


def _too_slow(signal_number: int, frame: FrameType | None) -> None:
    raise PageTooSlowError
