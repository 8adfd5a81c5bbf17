"""One HTTP exchange: the only module that knows which HTTP client is in use.

A `Client` sends one GET along a `Route` and gives back what came over the wire, undecoded and unredirected, within
bounds of size and time. Cookies are neither sent nor kept, proxies and netrc of the environment are ignored,
certificates are always verified. To change the client, write another class with the same `get` and `close`.
"""

from __future__ import annotations

import asyncio
import ssl
import sys
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Literal

import h11

# httpx brings its own command line along, and with it a renderer and a highlighter: a tenth of a crawl's memory.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

import httpx  # noqa: E402 - after the line above

from scraper.connection import Connection  # noqa: E402
from scraper.guard import Route  # noqa: E402
from scraper.sites import Limits  # noqa: E402

Truncation = Literal["length", "time", "disconnect"]  # the reasons of WARC-Truncated
FailureKind = Literal["tls", "timeout", "unreachable", "protocol"]
# The transfer coding is undone when the body is read, so a record that still named it would be wrong.
_LEFT_OUT = frozenset(
    {"set-cookie", "set-cookie2", "authorization", "proxy-authorization", "cookie", "transfer-encoding"}
)

_KEPT_SECONDS = 5.0  # that a connection is kept without a request


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
        self._ssl = ssl_context
        self._idle: dict[tuple[str, str, int, str], list[_Transport]] = {}
        self._origins: dict[tuple[str, str, int], httpx.URL] = {}
        self._timeouts = {
            "connect": limits.connect_seconds,
            "read": limits.read_seconds,
            "write": limits.read_seconds,
            "pool": limits.total_seconds,
        }

    async def get(self, route: Route, headers: Mapping[str, str]) -> Answer:
        """Send one GET and read the answer.

        Raises:
            TransportError: no connection, no trust, no answer in time, or an answer that is no HTTP.
        """
        sent = {"Host": route.host, **headers}
        request = httpx.Request(
            "GET",
            self._origin(route),
            headers=[(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in sent.items()],
            extensions={
                "timeout": self._timeouts,
                "sni_hostname": route.host,
                "target": route.target.encode("ascii", "replace"),
            },
        )
        # One for each host as well as each address: hosts that share an address must not share a connection whose
        # certificate was checked for another name.
        idle = self._idle.setdefault((route.scheme, route.connect_host, route.connect_port, route.host), [])
        transport = idle.pop() if idle else self._transport(route)
        try:
            return await self._exchange(transport, request, route, sent)
        finally:
            idle.append(transport)

    async def close(self) -> None:
        """Close every connection."""
        for transports in self._idle.values():
            for transport in transports:
                await transport.aclose()
        self._idle.clear()

    def _origin(self, route: Route) -> httpx.URL:
        key = (route.scheme, route.connect_host, route.connect_port)
        if key not in self._origins:
            scheme, host, port = key
            self._origins[key] = httpx.URL(scheme=scheme, host=host, port=port, path="/")
        return self._origins[key]

    async def _exchange(
        self, transport: _Transport, request: httpx.Request, route: Route, sent: Mapping[str, str]
    ) -> Answer:
        started = time.monotonic()
        try:
            async with asyncio.timeout(self._limits.total_seconds):
                response = await transport.handle_async_request(request)
        except (TimeoutError, httpx.TransportError) as error:
            raise _failure(error) from error
        try:
            wire, truncated = await self._read(response, started)
        finally:
            await response.aclose()
        return Answer(
            status=response.status_code,
            reason=_latin(response.extensions.get("reason_phrase", b"")),
            http_version=_latin(response.extensions.get("http_version", b"HTTP/1.1")),
            headers=_safe_headers(response),
            wire=wire,
            truncated=truncated,
            seconds=time.monotonic() - started,
            host=route.connect_host,
            chunked="transfer-encoding" in response.headers,
            request_headers=tuple(sent.items()),
        )

    async def _read(self, response: httpx.Response, started: float) -> tuple[bytes, Truncation | None]:
        limits = self._limits
        wire = bytearray()
        begun = time.monotonic()
        try:
            async with asyncio.timeout(max(0.0, limits.total_seconds - (begun - started))):
                async for chunk in response.aiter_raw():
                    wire += chunk
                    if len(wire) > limits.max_wire_bytes:
                        return bytes(wire[: limits.max_wire_bytes]), "length"
                    elapsed = time.monotonic() - begun
                    if elapsed > limits.slow_after_seconds and len(wire) < elapsed * limits.minimum_bytes_per_second:
                        return bytes(wire), "time"
        except (TimeoutError, httpx.TimeoutException):
            return bytes(wire), "time"
        except httpx.TransportError:
            return bytes(wire), "disconnect"
        return bytes(wire), None

    def _transport(self, route: Route) -> _Transport:
        if route.scheme != "https":
            return _Transport(None)
        if self._ssl is None:
            self._ssl = httpx.create_ssl_context(trust_env=False)
            self._ssl.set_alpn_protocols(["http/1.1"])
        return _Transport(self._ssl)


class _Transport(httpx.AsyncBaseTransport):
    """How httpx reaches one server here: over one connection, which is opened when there is none that is sound."""

    def __init__(self, context: ssl.SSLContext | None) -> None:
        self._context = context
        self._connection: Connection | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        extensions, timeout = request.extensions, request.extensions["timeout"]
        if self._connection is None or not self._connection.is_free(_KEPT_SECONDS):
            await self.aclose()
            self._connection = await self._open(request.url, extensions["sni_hostname"], timeout["connect"])
        connection = self._connection
        try:
            head = await connection.ask(extensions["target"], request.headers.raw, timeout["read"])
        except (OSError, h11.ProtocolError) as error:
            raise _as_httpx(error) from error
        return httpx.Response(
            head.status_code,
            headers=head.headers.raw_items(),
            stream=_Body(connection, timeout["read"]),
            extensions={"http_version": b"HTTP/" + head.http_version, "reason_phrase": head.reason},
        )

    async def aclose(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    async def _open(self, url: httpx.URL, name: str, seconds: float) -> Connection:
        port = url.port or (443 if self._context else 80)
        try:
            return await Connection.open(url.host, port, seconds, name=name, context=self._context)
        except TimeoutError as error:
            raise httpx.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpx.ConnectError(str(error)) from error


class _Body(httpx.AsyncByteStream):
    """The body of an answer, piece by piece as it comes."""

    def __init__(self, connection: Connection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while (piece := await self._connection.piece(self._seconds)) is not None:
                yield piece
        except (OSError, h11.ProtocolError) as error:
            raise _as_httpx(error) from error

    async def aclose(self) -> None:
        self._connection.leave()


def _as_httpx(error: Exception) -> httpx.TransportError:
    """The error by which httpx calls it."""
    if isinstance(error, h11.LocalProtocolError):
        return httpx.LocalProtocolError(str(error))
    if isinstance(error, h11.ProtocolError):
        return httpx.RemoteProtocolError(str(error))
    return (httpx.ReadTimeout if isinstance(error, TimeoutError) else httpx.ReadError)(str(error))


def _safe_headers(response: httpx.Response) -> tuple[tuple[str, str], ...]:
    pairs = ((_latin(name), _latin(value)) for name, value in response.headers.raw)
    return tuple((name, value) for name, value in pairs if name.lower() not in _LEFT_OUT)


def _failure(error: Exception) -> TransportError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return TransportError("tls", str(cause))
        cause = cause.__cause__ or cause.__context__
    message = str(error) or type(error).__name__
    if isinstance(error, (TimeoutError, httpx.TimeoutException)):
        return TransportError("timeout", f"no answer in time ({type(error).__name__})")
    if isinstance(error, httpx.ConnectError):
        return TransportError("unreachable", message)
    return TransportError("protocol", message)


def _latin(raw: bytes) -> str:
    return raw.decode("latin-1")
