"""Pages and attempts for the tests of the capture store, made up."""

from __future__ import annotations

import gzip
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scraper.capture import Attempt, Exchange

NOON = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


def page(
    title: str = "Council opens",
    *,
    address: str | None = None,
    node: int | None = None,
    lang: str = "en",
    text: str = "Delegates of forty states met in Geneva to speak of labour mobility. " * 5,
    noise: str = "",
) -> bytes:
    head = f"<title>{title} | Example</title>"
    if address:
        head += f'<link rel="canonical" href="{address}">'
    if node:
        head += f'<link rel="shortlink" href="/node/{node}">'
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body><nav>Menu {noise}</nav>'
        f"<main><h1>{title}</h1><p>{text}</p></main></body></html>"
    ).encode()


def exchange(address: str, body: bytes = b"", status: int = 200, *, zipped: bool = False, **headers: str) -> Exchange:
    fields = {"Content-Type": "text/html; charset=utf-8", "Date": "Sun, 01 Mar 2026 12:00:01 GMT"}
    if zipped:
        fields["Content-Encoding"] = "gzip"
        body = gzip.compress(body, mtime=0)
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    return Exchange(
        address=address,
        status=status,
        headers=tuple(fields.items()),
        body=body,
        reason="OK",
        request_headers=(("User-Agent", "test/1 (+mailto:test@example.org)"), ("Cookie", "secret=1")),
    )


def attempt(address: str, body: bytes | None = None, *, at: int = 0, verdict: str = "ok", **more: object) -> Attempt:
    """A live attempt; ``at`` is in seconds after noon."""
    answers = (exchange(address, page() if body is None else body),)
    values: dict[str, object] = {"via": "live", "exchanges": answers, **more}
    return Attempt(address, NOON + timedelta(seconds=at), verdict=verdict, **values)  # type: ignore[arg-type]


def rows(root: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(root / "ledger.db")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def warc_files(root: Path) -> list[Path]:
    return sorted((root / "captures").glob("*.warc.gz"))
