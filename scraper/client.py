"""One HTTP exchange: the only module that sends requests.

A `Client` sends one GET along a `Route` and gives back what came over the wire, undecoded and unredirected, within
bounds of size and time. Cookies are neither sent nor kept, proxies and netrc of the environment are ignored,
certificates are always verified. It needs little, so it stands on h11 alone (`scraper.connection`): with httpx a crawl
takes 6 MB more (measured). To put another client in its place, write a class with the same `get` and `close`.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import certifi
import h11

from scraper.connection import Connection, NoConnectionError
from scraper.guard import Route
from scraper.sites import Limits

Truncation = Literal["length", "time", "disconnect"]  # the reasons of WARC-Truncated
FailureKind = Literal["tls", "timeout", "unreachable", "protocol"]
_KEPT_SECONDS = 5.0  # an unused connection is not trusted for longer: servers close them without a word
# The transfer coding is undone when the body is read, so a record that still named it would be wrong.
_LEFT_OUT = frozenset(
    {"set-cookie", "set-cookie2", "authorization", "proxy-authorization", "cookie", "transfer-encoding"}
)


class TransportError(Exception):
    """No usable answer: ``kind`` says of which sort. Nothing of the answer is known."""

    def __init__(self, kind: FailureKind, message: str) -> None:
        super().__init__(message)
        self.kind: FailureKind = kind


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it came. ``wire`` is the body without transfer coding but with its content coding.

    ``headers`` lack cookies and the transfer coding. ``truncated`` says why the body stops early, None when it is
    whole. ``seconds`` is the time from sending to the last byte, ``host`` the address of the server.
    """

    status: int
    reason: str
    http_version: str
    headers: tuple[tuple[str, str], ...]
    wire: bytes
    truncated: Truncation | None
    seconds: float
    host: str
    chunked: bool = False  # it came with a transfer coding, whose end was seen unless ``truncated``
    request_headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case."""
        name = name.lower()
        return next((value for key, value in self.headers if key.lower() == name), None)


class Client:
    """Keeps connections open between requests; one for a run."""

    def __init__(self, limits: Limits, *, ssl_context: ssl.SSLContext | None = None) -> None:
        self._limits = limits
        self._context = ssl_context
        # One list for each host as well as each address: hosts that share an address must not share a connection
        # whose certificate was checked for another name.
        self._open: dict[tuple[str, str, int, str], list[Connection]] = {}

    async def get(self, route: Route, headers: Mapping[str, str]) -> Answer:
        """Send one GET and read the answer.

        Raises:
            TransportError: no connection, no trust, no answer in time, or an answer that is no HTTP.
        """
        sent = {"Host": route.host, **headers}
        started = time.monotonic()
        connection: Connection | None = None
        try:
            try:
                async with asyncio.timeout(self._limits.total_seconds):
                    connection = self._take(route) or await self._connect(route)
                    head = await connection.ask(route.target, sent, self._limits.read_seconds)
            except (OSError, NoConnectionError, h11.ProtocolError) as error:
                raise _failure(error) from error
            wire, truncated = await self._read(connection, started)
        finally:
            if connection:
                self._give_back(route, connection)
        pairs = tuple((_latin(name), _latin(value)) for name, value in head.headers.raw_items())
        return Answer(
            status=head.status_code,
            reason=_latin(head.reason),
            http_version=f"HTTP/{_latin(head.http_version)}",
            headers=tuple((name, value) for name, value in pairs if name.lower() not in _LEFT_OUT),
            wire=wire,
            truncated=truncated,
            seconds=time.monotonic() - started,
            host=route.connect_host,
            chunked=any(name.lower() == "transfer-encoding" for name, _ in pairs),
            request_headers=tuple(sent.items()),
        )

    async def close(self) -> None:
        """Close every connection."""
        for connections in self._open.values():
            for connection in connections:
                connection.close()
        self._open.clear()
        await asyncio.sleep(0)  # the event loop closes what was aborted in its next round

    def _take(self, route: Route) -> Connection | None:
        """A connection that is open to where the route leads, if one may be used again."""
        connections = self._open.get(_key(route), [])
        while connections:
            connection = connections.pop()
            if connection.is_free(_KEPT_SECONDS):
                return connection
            connection.close()
        return None

    def _give_back(self, route: Route, connection: Connection) -> None:
        if connection.is_free(_KEPT_SECONDS):
            self._open.setdefault(_key(route), []).append(connection)
        else:
            connection.close()

    async def _connect(self, route: Route) -> Connection:
        async with asyncio.timeout(self._limits.connect_seconds):
            return await Connection.open(
                route.connect_host, route.connect_port, name=route.host, context=self._trust(route.scheme)
            )

    def _trust(self, scheme: str) -> ssl.SSLContext | None:
        """Whom to trust; loaded once, and only where it is needed, because it takes a few megabytes."""
        if scheme != "https":
            return None
        if self._context is None:
            self._context = ssl.create_default_context(cafile=certifi.where())
            self._context.set_alpn_protocols(["http/1.1"])
        return self._context

    async def _read(self, connection: Connection, started: float) -> tuple[bytes, Truncation | None]:
        limits = self._limits
        wire = bytearray()
        begun = time.monotonic()
        try:
            async with asyncio.timeout(max(0.0, limits.total_seconds - (begun - started))):
                while (piece := await connection.piece(limits.read_seconds)) is not None:
                    wire += piece
                    if len(wire) > limits.max_wire_bytes:
                        return bytes(wire[: limits.max_wire_bytes]), "length"
                    elapsed = time.monotonic() - begun
                    if elapsed > limits.slow_after_seconds and len(wire) < elapsed * limits.minimum_bytes_per_second:
                        return bytes(wire), "time"
        except TimeoutError:
            return bytes(wire), "time"
        except (OSError, h11.RemoteProtocolError):
            return bytes(wire), "disconnect"
        return bytes(wire), None


def _key(route: Route) -> tuple[str, str, int, str]:
    return route.scheme, route.connect_host, route.connect_port, route.host


def _failure(error: Exception) -> TransportError:
    cause = error.__cause__ if isinstance(error, NoConnectionError) else error
    if isinstance(cause, ssl.SSLError):
        return TransportError("tls", str(cause))
    if isinstance(cause, TimeoutError):
        return TransportError("timeout", "no answer in time")
    kind: FailureKind = "unreachable" if isinstance(error, NoConnectionError) else "protocol"
    return TransportError(kind, str(error) or type(cause).__name__)


def _latin(raw: bytes) -> str:
    return raw.decode("latin-1")
