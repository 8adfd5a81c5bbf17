"""Telling a monitor, which is a real HTTP server here."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scraper.ping import PingError, check, ping
from scraper.sites import Limits, load_sites


@contextmanager
def monitor(*statuses: int) -> Iterator[tuple[str, list[tuple[str, str | None, str | None]]]]:
    """A monitor that answers with these statuses, the last one for ever; what it was asked."""
    asked: list[tuple[str, str | None, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
            self.send_response(statuses[min(len(asked), len(statuses)) - 1])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def limits() -> Limits:
    return replace(load_sites().limits, retry_seconds=0.01)


def test_a_monitor_is_asked_once_as_the_operator_wrote_it() -> None:
    with monitor(200) as (origin, asked):
        asyncio.run(ping(f"{origin}/abc?status=up", limits(), user_agent="iom-archive/1"))
    assert asked == [("/abc?status=up", origin.removeprefix("http://"), "iom-archive/1")]


def test_a_monitor_that_stumbles_is_asked_again() -> None:
    with monitor(503, 500, 204) as (origin, asked):
        asyncio.run(ping(origin, limits(), user_agent="x"))
    assert len(asked) == 3


def test_a_monitor_that_never_answers_well_is_an_error() -> None:
    with monitor(404) as (origin, asked), pytest.raises(PingError, match="it answered 404"):
        asyncio.run(ping(origin, limits(), user_agent="x"))
    assert len(asked) == 3
    with pytest.raises(PingError, match=r"127\.0\.0\.1"):
        asyncio.run(ping(origin, limits(), user_agent="x"))


@pytest.mark.parametrize(
    "address", ["hc-ping.com/x", "ftp://example.org/", "http://", "http://a:99999/", "http://u:p@a/"]
)
def test_what_is_no_address_is_told_before_anything_is_sent(address: str) -> None:
    with pytest.raises(PingError):
        check(address)
