"""Every way in which a server can misbehave, by name. Each fault writes raw bytes to the socket.

A fault gets the request and the answer that would have been right, and returns True when the connection must be closed.
`FAULTS` maps names to functions; `StandIn.spoil` puts one on a path. Numbers in brackets are rows of the table in
docs/reliability.md.
"""

from __future__ import annotations

import asyncio
import email.utils
import functools
import gzip
import socket
import struct
import time
import zlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from tests.standin import markup


@dataclass(frozen=True)
class Request:
    """One request as the server saw it. ``at`` is monotonic seconds."""

    at: float
    host: str
    target: str
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def is_conditional(self) -> bool:
        """Whether it carries validators."""
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


@dataclass(frozen=True)
class Answer:
    """A right answer, before a fault spoils it."""

    body: bytes
    status: str = "200 OK"
    headers: Mapping[str, str] | None = None


Fault = Callable[[asyncio.StreamWriter, Request, Answer], Awaitable[bool]]
FAULTS: dict[str, Fault] = {}


def fault(function: Fault) -> Fault:
    FAULTS[function.__name__] = function  # type: ignore[attr-defined]
    return function


def message(status: str = "200 OK", body: bytes = b"", **headers: str | None) -> bytes:
    """An HTTP message; header names with underscores, None leaves one out."""
    named: dict[str, str | None] = {
        "Content-Type": "text/html; charset=UTF-8",
        "Content-Length": str(len(body)),
        "X-Generator": "Drupal 10 (https://www.drupal.org)",
    }
    named |= {key.replace("_", "-"): value for key, value in headers.items()}
    lines = "".join(f"{key}: {value}\r\n" for key, value in named.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


@functools.cache
def packed_zeros(megabytes: int) -> bytes:
    """That many megabytes, in gzip's smallest form. Slow to make, so made once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


async def _write(writer: asyncio.StreamWriter, data: bytes, *, close: bool = False) -> bool:
    writer.write(data)
    await writer.drain()
    return close


# bodies that stop early (15, 16)


@fault
async def short_length(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    return await _write(writer, message(body=right.body, Content_Length=str(len(right.body) + 1000)), close=True)


@fault
async def short_chunked(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    head = message(Content_Length=None, Transfer_Encoding="chunked")
    return await _write(writer, head + f"{len(right.body):x}\r\n".encode() + right.body + b"\r\n", close=True)


@fault
async def no_length_cut(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    head = message(Content_Length=None, Connection="close")
    return await _write(writer, head + right.body[: len(right.body) // 2], close=True)


@fault
async def half(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    """Well framed, but much shorter than usual: a template that failed half way."""
    return await _write(writer, message(body=right.body[: len(right.body) // 4] + b"</body></html>"))


@fault
async def reset(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    await _write(writer, message(body=right.body)[: 300 + len(right.body) // 3])
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return True


@fault
async def empty(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, message(body=b""))


# content codings (17, 18, 19)


@fault
async def gzip_cut(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    return await _write(writer, message(body=gzip.compress(right.body)[:-40], Content_Encoding="gzip"))


@fault
async def gzip_crc(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    packed = bytearray(gzip.compress(right.body))
    packed[-6] ^= 0xFF
    return await _write(writer, message(body=bytes(packed), Content_Encoding="gzip"))


@fault
async def gzip_lie(writer: asyncio.StreamWriter, request: Request, right: Answer) -> bool:
    """Says gzip and sends plain text, unless it was told that no coding is wanted."""
    lies = "gzip" in request.headers.get("accept-encoding", "")
    return await _write(writer, message(body=right.body, Content_Encoding="gzip" if lies else None))


@fault
async def bomb(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, message(body=packed_zeros(200), Content_Encoding="gzip"))


@fault
async def double_bomb(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, message(body=gzip.compress(packed_zeros(200), 9), Content_Encoding="gzip, gzip"))


@fault
async def brotli(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    return await _write(writer, message(body=b"\x0b\x02\x80abc\x03" + right.body[:50], Content_Encoding="br"))


# time and size (20, 21, 22, 24)


@fault
async def endless(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    writer.write(message(Content_Length=None, Transfer_Encoding="chunked"))
    for _number in range(64):
        await _write(writer, b"100000\r\n" + b"x" * (1 << 20) + b"\r\n")
    return await _write(writer, b"0\r\n\r\n")


@fault
async def drip(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    """A byte now and then, which no time-out between reads notices."""
    await _write(writer, message(body=right.body)[:400])
    for _number in range(600):
        await _write(writer, b"x")
        await asyncio.sleep(0.05)
    return True


@fault
async def hang(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    await asyncio.sleep(30)
    return True


@fault
async def big_header(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    return await _write(writer, message(body=right.body, X_Big="a" * 300_000), close=True)


@fault
async def bad_status(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, b"HTTP/1.1 2OO OK\r\n\r\n", close=True)


@fault
async def early_close(_: asyncio.StreamWriter, __: Request, ___: Answer) -> bool:
    return True


# charsets (23)


@fault
async def latin(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    """windows-1252 that says it is UTF-8."""
    text = _article("fr", "<p>Réunion à Abidjan, Côte d’Ivoire : l’été des délégués</p>" * 5, "iso-8859-1")
    return await _write(writer, message(body=text.encode("cp1252")))


@fault
async def arabic(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    """windows-1256 that only the page itself names."""
    text = _article("ar", "<p>اجتماع المنظمة الدولية للهجرة في عمّان</p>" * 5, "windows-1256")
    return await _write(writer, message(body=text.encode("cp1256", "replace"), Content_Type="text/html"))


def _article(language: str, inner: str, charset: str) -> str:
    return (
        f'<html lang="{language}"><head><meta charset="{charset}"><title>X</title></head><body><main>'
        f'<div data-history-node-id="77{len(language + inner)}" class="node node--type-press-release">{inner}</div>'
        "</main></body></html>"
    )


# statuses (8, 9, 25, 28)


@fault
async def unasked_304(writer: asyncio.StreamWriter, request: Request, right: Answer) -> bool:
    """A 304 to a request without validators; a fresh request is answered."""
    if request.headers.get("cache-control") == "no-cache":
        return await _write(writer, message(body=right.body))
    return await _write(writer, message("304 Not Modified", Content_Length=None, ETag='"x"'))


@fault
async def always_304(writer: asyncio.StreamWriter, request: Request, right: Answer) -> bool:
    """Says "not modified" to any validator, whatever changed: a lying cache."""
    if request.is_conditional:
        return await _write(writer, message("304 Not Modified", Content_Length=None))
    return await _write(writer, message(body=right.body, **_kept(right)))


@fault
async def gone_404(writer: asyncio.StreamWriter, request: Request, _: Answer) -> bool:
    return await _write(writer, message("404 Not Found", markup.not_found(request.path, "en").encode()))


@fault
async def gone_410(writer: asyncio.StreamWriter, request: Request, _: Answer) -> bool:
    return await _write(writer, message("410 Gone", markup.not_found(request.path, "en").encode()))


@fault
async def withheld(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, message("403 Forbidden", markup.access_denied("en").encode()))


@fault
async def error_500(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, message("500 Internal Server Error", b"The website encountered an unexpected error."))


@fault
async def error_503(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, message("503 Service Unavailable", b"busy"))


@fault
async def teapot(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, message("418 I'm a teapot", b"short and stout"))


def retry_after(value: str | Callable[[], str], status: str = "429 Too Many Requests", **headers: str) -> Fault:
    """A 429 or 503 with that ``Retry-After``, a text or a function that makes one."""

    async def throttle(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
        wanted = value() if callable(value) else value
        return await _write(writer, message(status, b"slow down", Retry_After=wanted, Date=http_date(0), **headers))

    return throttle


def http_date(seconds_from_now: float) -> str:
    """An HTTP date."""
    return email.utils.formatdate(time.time() + seconds_from_now, usegmt=True)


# what is not the page (3, 4, 5, 6, 11)


@fault
async def soft_404(writer: asyncio.StreamWriter, request: Request, _: Answer) -> bool:
    return await _write(writer, message(body=markup.not_found(request.path, "en").encode()))


@fault
async def challenge(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    body = (
        b"<html><head><title>Just a moment...</title></head><body>"
        b'<script src="/cdn-cgi/challenge-platform/h/b/x.js"></script></body></html>'
    )
    return await _write(writer, message(body=body, Server="cloudflare", X_Generator=None))


@fault
async def incapsula_202(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    body = b'<html><body><iframe src="/_Incapsula_Resource?SWUDNSAI=9"></iframe></body></html>'
    return await _write(writer, message("202 Accepted", body, X_Generator=None))


@fault
async def waf_header(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(
        writer, message("503 Service Unavailable", b"", x_amzn_waf_action="challenge", X_Generator=None)
    )


@fault
async def waf_403(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    body = b"<HTML><TITLE>Access Denied</TITLE>You don't have permission</HTML>"
    return await _write(writer, message("403 Forbidden", body, Server="AkamaiGHost", X_Generator=None))


@fault
async def consent_wall(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    text = "<html lang=en><head><title>Before you continue</title></head><body><h1>We value your privacy</h1>"
    return await _write(
        writer, message(body=(text + "<p>Accept all cookies to go on.</p>" * 200 + "</body></html>").encode())
    )


@fault
async def silent_wall(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    """The same page for every address, without a word that gives it away."""
    inner = "".join(f"<p>Portal paragraph {n} about nothing in particular.</p>" for n in range(120))
    body = f"<html lang=en><head><title>Portal</title></head><body><main>{inner}</main></body></html>"
    return await _write(writer, message(body=body.encode()))


@fault
async def pdf(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    return await _write(writer, message(body=b"%PDF-1.7 not a page", Content_Type="application/pdf"))


# redirects (6, 32, 34)


def redirect_to(location: str, status: str = "302 Found") -> Fault:
    """A redirect to any address at all."""

    async def redirect(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
        return await _write(writer, message(status, b"", Location=location))

    return redirect


@fault
async def redirect_loop(writer: asyncio.StreamWriter, request: Request, _: Answer) -> bool:
    return await _write(writer, message("302 Found", b"", Location=request.target))


# pages made to hurt (37), headers that must not be kept (51)


@fault
async def deep(writer: asyncio.StreamWriter, _: Request, __: Answer) -> bool:
    body = b"<html><body><main>" + b"<div>" * 100_000 + b"text" + b"</div>" * 100_000 + b"</main></body></html>"
    return await _write(writer, message(body=body))


@fault
async def nulls(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    body = right.body.replace(b"<p>", b"<p>\x00\x00" + b"a=" * 5000 + b'<i data-x="' + b"y" * 200_000 + b'">', 1)
    return await _write(writer, message(body=body))


@fault
async def cookies(writer: asyncio.StreamWriter, _: Request, right: Answer) -> bool:
    head = message(body=right.body, Set_Cookie="SESSsecret=visitor-42; path=/; HttpOnly", **_kept(right))
    return await _write(writer, head)


def _kept(right: Answer) -> dict[str, str]:
    kept = {name: value for name, value in (right.headers or {}).items() if name in ("ETag", "Last-Modified")}
    return {name.replace("-", "_"): value for name, value in kept.items()}
