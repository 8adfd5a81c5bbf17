"""A fast local site for the crawl benchmark: a sitemap and generated pages, packed beforehand (no benchmark).

``python -m benchmarks.local_site COUNT`` prints its port and serves until its standard input ends. ``/stats`` gives the
number of pages served and the seconds between the first request for one and the last.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import sys
import time

from benchmarks.pages import page

_TEMPLATES = 200
_HEAD = (
    '<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Release {n} | Example</title>'
    '<link rel="canonical" href="https://www.iom.int/news/release-{n}">'
    '<link rel="shortlink" href="https://www.iom.int/node/{n}"></head>'
)


class Site:
    """The packed pages. A page is two gzip members: a head of its own, and the rest of one of the templates."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.served = 0
        self.first = self.last = 0.0
        bodies = [page(number) for number in range(min(count, _TEMPLATES))]
        self._rests = [
            gzip.compress(body[body.index(b"<body") :].replace(b"data-history-node-id=", b"data-node="), 6, mtime=0)
            for body in bodies
        ]
        self._heads = [gzip.compress(_HEAD.format(n=n + 1).encode(), 6, mtime=0) for n in range(count)]

    def answer(self, path: str, host: str) -> bytes:
        """The whole HTTP message for a path."""
        if path.startswith("/news/release-"):
            number = int(path.rpartition("-")[2]) - 1
            now = time.monotonic()
            self.first, self.last, self.served = self.first or now, now, self.served + 1
            body = self._heads[number] + self._rests[number % len(self._rests)]
            return _message(body, "text/html; charset=UTF-8", "Content-Encoding: gzip\r\n")
        if path == "/sitemap.xml":
            origin = f"http://{host}" if host.startswith("127.") else "https://www.iom.int"
            entries = "".join(f"<url><loc>{origin}/news/release-{n + 1}</loc></url>" for n in range(self.count))
            text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
            return _message(text.encode(), "application/xml")
        if path == "/robots.txt":
            return _message(b"User-agent: *\nDisallow: /admin/\n", "text/plain")
        if path == "/stats":
            stats = {"served": self.served, "seconds": self.last - self.first}
            self.served, self.first, self.last = 0, 0.0, 0.0
            return _message(json.dumps(stats).encode(), "application/json")
        return _message(b"<html><body>Not found</body></html>", "text/html", status="404 Not Found")


def _message(body: bytes, kind: str, more: str = "", status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}X-Generator: Drupal 10\r\n\r\n"
    return head.encode() + body


class _Talk(asyncio.Protocol):
    def __init__(self, site: Site) -> None:
        self._site = site
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head, self._buffer = self._buffer[:end].decode("latin-1"), self._buffer[end + 4 :]
            path = head.split(" ", 2)[1].partition("?")[0]
            host = next((line[5:].strip() for line in head.split("\r\n") if line.lower().startswith("host:")), "")
            self._transport.write(self._site.answer(path, host))


async def _main(count: int) -> None:
    site, loop = Site(count), asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Talk(site), "127.0.0.1", 0, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
