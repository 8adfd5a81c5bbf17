"""Makes Datasette's own CSV safe to open in a spreadsheet, row by row as it streams."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from web.exports import safe

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]


class CsvGuard:
    """Takes the pieces of a CSV file, gives the same with no cell that is a formula.

    Pieces may end anywhere, also inside a cell or a letter. Cells that are numbers stay as they are.
    """

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._waiting = ""

    def feed(self, body: bytes, *, last: bool) -> bytes:
        """The rows that are whole by now; with ``last`` all that is left."""
        self._waiting += self._decode(body, final=last)
        end = len(self._waiting) if last else _end_of_rows(self._waiting)
        rows, self._waiting = self._waiting[:end], self._waiting[end:]
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerows([_safe(cell) for cell in row] for row in csv.reader(io.StringIO(rows, newline="")))
        return text.getvalue().encode()


def guarded(send: Send) -> Send:
    """A ``send`` for an answer that is CSV, whatever it calls itself: Datasette shows it as plain text to browsers."""
    guard: CsvGuard | None = None

    async def send_guarded(message: Message) -> None:
        nonlocal guard
        if message["type"] == "http.response.start":
            if message["status"] == 200:
                guard = CsvGuard()
                headers = [(name, value) for name, value in message["headers"] if name.lower() != b"content-length"]
                message = {**message, "headers": headers}
        elif message["type"] == "http.response.body" and guard is not None:
            body = guard.feed(message.get("body", b""), last=not message.get("more_body", False))
            message = {**message, "body": body}
        await send(message)

    return send_guarded


def _end_of_rows(text: str) -> int:
    """Where the last whole row ends: after a line break that is not inside quotes."""
    end = text.rfind("\n")
    while end >= 0 and text.count('"', 0, end) % 2:
        end = text.rfind("\n", 0, end)
    return end + 1


def _safe(cell: str) -> str:
    try:
        float(cell)
    except ValueError:
        return str(safe(cell))
    return cell
