"""The capture store: bytes into WARC files, one row for each attempt into the ledger, and out again.

Bytes come first, the row after: a row never speaks of bytes that are not on the disk. A killed process leaves at most a
torn record at the end of one WARC file, which is cut off the next time the store is opened for writing, and whole
records without a row, which get theirs then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from scraper.capture import Attempt, Capture, Exchange, KnownAddress, KnownPage
from scraper.ledger import Ledger

__all__ = ["Attempt", "Capture", "CaptureStore", "Exchange", "KnownAddress", "KnownPage", "read_body"]


def read_body(captures_dir: Path, warc_file: str, offset: int) -> bytes:
    """The decoded body of the record at ``offset`` of ``captures_dir / warc_file``; follows revisits.

    Needs no ledger, so any process can call it.

    Raises:
        DamagedRecordError: the bytes there are not the whole record that was written.
    """
    raise NotImplementedError


class CaptureStore:
    """All captures of one data folder."""

    ledger: Ledger
    captures_dir: Path

    def __init__(self, data_root: Path, *, write: bool = False) -> None:
        """Open the store of ``data_root``.

        With ``write``, hold the folder's lock (`scraper.lock`, re-entrant in one process) until `close`, and mend
        what a killed process left (see `repairs`).
        """
        raise NotImplementedError

    @property
    def repairs(self) -> tuple[str, ...]:
        """What opening for writing found and mended, one sentence each; empty if nothing was wrong."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release files and lock."""
        raise NotImplementedError

    # writing

    def start_run(self, command: str) -> int:
        """Begin a run; captures added from now on carry its id."""
        raise NotImplementedError

    def finish_run(self, exit_code: int, counts: Mapping[str, object]) -> None:
        """End the run that `start_run` began."""
        raise NotImplementedError

    def know(self, address: str, *, channel: str | None = None, kind_hint: str | None = None) -> int:
        """The id of the page under ``address`` (any spelling); the page and address are made known if need be."""
        raise NotImplementedError

    def add(self, attempt: Attempt) -> Capture:
        """Store one attempt durably: when this returns, bytes and row survive a power cut."""
        raise NotImplementedError

    def add_many(self, attempts: Iterable[Attempt]) -> Iterator[Capture]:
        """Store many attempts, hashed and compressed on all cores, made durable in batches; in order."""
        raise NotImplementedError

    # reading

    def captures(self, after_id: int = 0) -> Iterator[Capture]:
        """All captures with a greater id, in id order, in flat memory."""
        raise NotImplementedError

    def capture(self, capture_id: int) -> Capture:
        """One capture. Raises KeyError."""
        raise NotImplementedError

    def max_capture_id(self) -> int:
        """The newest capture's id, 0 if there is none."""
        raise NotImplementedError

    def read_body(self, capture: Capture) -> bytes:
        """The decoded body; of a revisit or 304, that of the capture it refers to; empty if there is none."""
        raise NotImplementedError

    def page(self, page_id: int) -> KnownPage:
        """One page; the id of a page that was found to be another gives that other. Raises KeyError."""
        raise NotImplementedError

    def pages(self) -> Iterator[KnownPage]:
        """All pages, in id order."""
        raise NotImplementedError

    def addresses(self, page_id: int) -> tuple[KnownAddress, ...]:
        """Every address the page is known under, oldest first."""
        raise NotImplementedError
