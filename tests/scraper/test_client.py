"""`scraper.client` against a server that says exactly what a test tells it to."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest

from scraper.client import Answer, Client, TransportError
from scraper.connection import Connection
from scraper.guard import Route
from scraper.sites import Limits
from tests.standin.server import CERTIFICATES

LENGTH = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
LIMITS = Limits(connect_seconds=5, read_seconds=0.5, total_seconds=5, max_wire_bytes=1_000)


@dataclass
class Server:
    """Sends ``says`` for each request, the last one again and again; ``requests`` came over ``connections``."""

    says: list[bytes]
    then_closes: bool = False
    resets: bool = False
    port: int = 0
    connections: int = 0
    requests: list[bytes] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                self.requests.append(request)
                writer.write(self.says.pop(0) if len(self.says) > 1 else self.says[0])
                await writer.drain()
                if self.resets:
                    await asyncio.sleep(0.05)
                    at_once = struct.pack("ii", 1, 0)
                    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
                    writer.transport.abort()
                if self.then_closes:
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


class Held(Server):
    """A server whose connection a test may write to at any moment."""

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        await super().talk(reader, writer)


@asynccontextmanager
async def serving(server: Server, certificate: str | None = None) -> AsyncIterator[Client]:
    context, trusting = None, None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / f"{certificate}.pem", CERTIFICATES / "key.pem")
        trusting = ssl.create_default_context(cafile=str(CERTIFICATES / "ca.pem"))
    listening = await asyncio.start_server(server.talk, "127.0.0.1", 0, ssl=context)
    server.port = listening.sockets[0].getsockname()[1]
    client = Client(LIMITS, ssl_context=trusting)
    try:
        yield client
    finally:
        await client.close()
        listening.close()


def ask(server: Server, times: int = 1, pause: float = 0.0, headers: dict[str, str] | None = None) -> list[Answer]:
    async def run() -> list[Answer]:
        async with serving(server) as client:
            answers = []
            for _ in range(times):
                answers.append(await client.get(route(server.port), headers or {}))
                await asyncio.sleep(pause)
            return answers

    return asyncio.run(run())


def route(port: int, scheme: str = "http", host: str = "www.iom.int") -> Route:
    return Route(scheme, "127.0.0.1", port, host, "/news/a?b=c")


def test_sends_just_what_it_is_told_and_hands_out_what_came() -> None:
    server = Server([b"HTTP/1.1 203 So so\r\nX-One: \xe9\r\nSet-Cookie: a=b\r\ncontent-length: 5\r\n\r\nhello"])
    [answer] = ask(server, headers={"If-None-Match": '"\xe9"'})
    assert server.requests == [b'GET /news/a?b=c HTTP/1.1\r\nHost: www.iom.int\r\nIf-None-Match: "\xe9"\r\n\r\n']
    assert (answer.status, answer.reason, answer.http_version) == (203, "So so", "HTTP/1.1")
    assert answer.headers == (("X-One", "é"), ("content-length", "5"))
    assert (answer.wire, answer.truncated, answer.chunked) == (b"hello", None, False)
    assert answer.request_headers == (("Host", "www.iom.int"), ("If-None-Match", '"\xe9"'))


def test_a_whole_answer_leaves_the_connection_open_for_the_next() -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"
    server = Server([LENGTH + b"hello", chunked, b"HTTP/1.1 304 Not Modified\r\n\r\n", LENGTH + b"again"])
    answers = ask(server, times=4)
    assert [answer.wire for answer in answers] == [b"hello", b"hello", b"", b"again"]
    assert [answer.chunked for answer in answers] == [False, True, False, False]
    assert server.connections == 1


def test_bytes_that_come_with_an_answer_never_pass_for_the_next_one() -> None:
    server = Server([LENGTH + b"hello" + LENGTH + b"evil!", LENGTH + b"right"])
    assert [answer.wire for answer in ask(server, times=2)] == [b"hello", b"right"]
    assert server.connections == 2


def test_bytes_that_come_late_close_the_connection() -> None:
    class Late(Server):
        async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.connections += 1
            await reader.readuntil(b"\r\n\r\n")
            writer.write(LENGTH + b"hello")
            await asyncio.sleep(0.05)
            writer.write(LENGTH + b"evil!")
            await reader.read()
            writer.close()

    server = Late([])
    assert [answer.wire for answer in ask(server, times=2, pause=0.15)] == [b"hello", b"hello"]
    assert server.connections == 2


@pytest.mark.parametrize("news", [LENGTH + b"evil!", b""])
def test_what_came_while_the_program_was_busy_is_seen_before_the_next_request(news: bytes) -> None:
    async def run() -> list[bytes]:
        async with serving(server) as client:
            first = await client.get(route(server.port), {})
            # From here to the next request the event loop gets no turn to read what is there.
            server.writer.write(news)
            server.writer.get_extra_info("socket").shutdown(socket.SHUT_WR)
            second = await client.get(route(server.port), {})
            return [first.wire, second.wire]

    server = Held([LENGTH + b"hello", LENGTH + b"right"])
    assert asyncio.run(run()) == [b"hello", b"right"]
    assert server.connections == 2


@pytest.mark.parametrize("head", [b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"])
def test_without_a_stated_length_the_end_of_the_connection_is_the_end_of_the_body(head: bytes) -> None:
    server = Server([head + b"hello"], then_closes=True)
    answers = ask(server, times=2)
    assert [(answer.wire, answer.truncated) for answer in answers] == [(b"hello", None)] * 2
    assert server.connections == 2


def test_a_connection_that_the_server_closed_is_not_used_again() -> None:
    server = Server([LENGTH + b"hello"], then_closes=True)
    assert [answer.wire for answer in ask(server, times=2, pause=0.05)] == [b"hello"] * 2
    assert server.connections == 2


def test_a_connection_unused_for_long_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.client._KEPT_SECONDS", 0.02)
    server = Server([LENGTH + b"hello"])
    ask(server, times=2, pause=0.05)
    assert server.connections == 2


def test_answers_that_only_announce_the_answer_are_passed_over() -> None:
    server = Server([b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + LENGTH + b"hello"])
    [answer] = ask(server)
    assert (answer.status, answer.wire) == (200, b"hello")


@pytest.mark.parametrize(
    ("server", "truncated", "wire"),
    [
        (Server([LENGTH + b"hel"], then_closes=True), "disconnect", b"hel"),
        (Server([b"HTTP/1.0 200 OK\r\n\r\nhel"], resets=True), "disconnect", b"hel"),
        (Server([LENGTH + b"hel"]), "time", b"hel"),
        (Server([b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + b"x" * 2000]), "length", b"x" * 1000),
        (Server([b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n!\r\n"]), "disconnect", b"hel"),
    ],
)
def test_a_body_that_stops_early_says_why(server: Server, truncated: str, wire: bytes) -> None:
    for answer in ask(server, times=2):
        assert (answer.truncated, answer.wire) == (truncated, wire)
    assert server.connections == 2, "what is left of it must not pass for the next answer"


@pytest.mark.parametrize(
    ("server", "kind"),
    [
        (Server([b""], then_closes=True), "protocol"),
        (Server([b"HTTP/1.1 200 OK\r\nX: "], then_closes=True), "protocol"),
        (Server([b"HTTP/1.1 200 OK\r\nX: "], resets=True), "protocol"),
        (Server([b"SSH-2.0-OpenSSH\r\n\r\n"]), "protocol"),
        (Server([b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000]), "protocol"),
        (Server([b"HTTP/1.1 200 OK\r\n"]), "timeout"),
    ],
)
def test_what_is_no_answer_is_an_error(server: Server, kind: str) -> None:
    with pytest.raises(TransportError) as raised:
        ask(server)
    assert raised.value.kind == kind
    assert str(raised.value)


@pytest.mark.parametrize(("says", "cancelled"), [(b"SSH-2.0-OpenSSH\r\n\r\n", False), (b"HTTP/1.1 200 OK\r\n", True)])
def test_after_a_failed_request_nothing_more_is_taken_from_the_server(says: bytes, cancelled: bool) -> None:
    class Patient(Server):
        async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(says)
            if cancelled:
                asking.cancel()
            with suppress(ConnectionError):
                await reader.read()  # until the client hangs up
            hung_up.set()
            writer.close()

    async def run() -> None:
        nonlocal asking, hung_up
        hung_up = asyncio.Event()
        async with serving(server) as client:
            asking = asyncio.create_task(client.get(route(server.port), {}))
            with pytest.raises(asyncio.CancelledError if cancelled else TransportError):
                await asking
            await asyncio.wait_for(hung_up.wait(), 0.2)

    asking: asyncio.Task[Answer]
    hung_up: asyncio.Event
    server = Patient([])
    asyncio.run(run())


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_where_nobody_listens_nothing_is_reached(scheme: str) -> None:
    with pytest.raises(TransportError) as raised:
        asyncio.run(Client(LIMITS).get(route(1, scheme), {}))
    assert raised.value.kind == "unreachable"


def test_a_server_that_speaks_no_tls_is_not_trusted() -> None:
    class Plain(Server):
        async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(LENGTH + b"hello")
            await reader.read()
            writer.close()

    async def run(server: Server) -> None:
        async with serving(server) as client:
            await client.get(route(server.port, "https"), {})

    with pytest.raises(TransportError) as raised:
        asyncio.run(run(Plain([])))
    assert raised.value.kind == "tls"


@pytest.mark.parametrize(("certificate", "host"), [("other", "www.iom.int"), ("expired", "www.iom.int"), ("good", "")])
def test_a_certificate_must_be_valid_and_of_the_name_asked_for(certificate: str, host: str) -> None:
    async def run(server: Server) -> None:
        async with serving(server, certificate) as client:
            await client.get(route(server.port, "https", host), {})

    server = Server([LENGTH + b"hello"])
    with pytest.raises(TransportError) as raised:
        asyncio.run(run(server))
    assert raised.value.kind == "tls"
    assert server.requests == []


def test_over_tls_a_connection_is_kept_and_its_faults_are_told() -> None:
    async def run() -> list[Answer]:
        async with serving(server, "good") as client:
            answers = [await client.get(route(server.port, "https"), {}) for _ in range(2)]
            server.resets = True
            answers.append(await client.get(route(server.port, "https"), {}))
            return answers

    server = Server([LENGTH + b"hello", LENGTH + b"again", LENGTH + b"hel"])
    answers = asyncio.run(run())
    assert [(answer.wire, answer.truncated) for answer in answers] == [
        (b"hello", None),
        (b"again", None),
        (b"hel", "disconnect"),
    ]
    assert server.connections == 1


def test_a_connection_that_breaks_while_idle_may_be_looked_at_at_every_moment() -> None:
    async def run() -> list[bool]:
        async with serving(server, "good"):
            trusting = ssl.create_default_context(cafile=str(CERTIFICATES / "ca.pem"))
            connection = await Connection.open("127.0.0.1", server.port, 5, name="www.iom.int", context=trusting)
            await connection.ask(b"/", [(b"Host", b"www.iom.int")], 5)
            while await connection.piece(5):
                pass
            free = [connection.is_free(5)]
            os.write(server.writer.get_extra_info("socket").fileno(), b"no TLS")
            for _ in range(10):  # turns of the event loop: it closes the socket in one and says so in a later one
                await asyncio.sleep(0)
                free.append(connection.is_free(5))
            return free

    server = Held([LENGTH + b"hello"])
    free = asyncio.run(run())
    assert (free[0], free[-1]) == (True, False)
