"""The files that records lie in: ``captures/iom-YYYYMMDDhhmmss-NNNNN.warc.gz``, each begun by a warcinfo record."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from io import FileIO
from pathlib import Path

MAX_LENGTH = 1 << 30  # bytes; a file that has grown past this gets no further record
FILE_NAME = re.compile(r"iom-\d{14}-\d{5}\.warc\.gz")


class WarcAppender:
    """Appends members to one file of a folder. Nothing is durable before `sync`."""

    def __init__(self, captures_dir: Path) -> None:
        self.folder = captures_dir
        self._stream: FileIO | None = None
        self.file = ""
        self.length = 0

    def open(self, file: str, length: int) -> None:
        """Go on with ``file`` after its first ``length`` bytes; what lies beyond is cut off."""
        self.close()
        stream = (self.folder / file).open("r+b", buffering=0)
        stream.truncate(length)
        stream.seek(length)
        self._stream, self.file, self.length = stream, file, length

    def create(self, file: str) -> None:
        """Begin ``file``, which must not exist."""
        self.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._stream, self.file, self.length = (self.folder / file).open("x+b", buffering=0), file, 0
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)  # or the file's name could be lost with the power
        finally:
            os.close(folder)

    def append(self, data: bytes) -> int:
        """Write ``data`` at the end; its offset."""
        if self._stream is None:
            raise ValueError("no file is open")
        offset = self.length
        view = memoryview(data)
        while view:
            view = view[self._stream.write(view) :]
        self.length += len(data)
        return offset

    def sync(self) -> None:
        """Wait until everything written is on the disk."""
        if self._stream is not None:
            os.fsync(self._stream.fileno())

    def take_back(self, before: tuple[str, int] | None) -> None:
        """Undo what was written since ``before``: a file and its length then, 0 if it was begun since."""
        file, stream = self.file, self._stream
        if before is not None and stream is not None and file == before[0]:
            os.ftruncate(stream.fileno(), before[1])
        self.close()
        if before is not None and file == before[0] and not before[1]:
            (self.folder / file).unlink()

    def close(self) -> None:
        """Close the file, if one is open."""
        if self._stream is not None:
            self._stream.close()
        self._stream, self.file, self.length = None, "", 0


def own_files(captures_dir: Path) -> Iterable[Path]:
    """The files of this store in the folder, oldest first. Others that lie there are left alone."""
    if not captures_dir.is_dir():
        return []
    return sorted(path for path in captures_dir.iterdir() if FILE_NAME.fullmatch(path.name) and path.is_file())
