"""The server: real HTTP/1.1 on 127.0.0.1, on a thread of its own, that forgets nothing it was asked."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import re
import secrets
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.standin import markup
from tests.standin.content import START, Kind, Page, make_pages
from tests.standin.faults import FAULTS, Answer, Fault, Request, message, packed_zeros

WWW = "www.iom.int"
ROOT = Path(__file__).resolve().parents[2]
CERTIFICATES = Path(__file__).with_name("certificates")
STOCK_ROBOTS = """\
User-agent: *
Disallow: /core/
Disallow: /admin/
Disallow: /search/
Disallow: /node/add/
Disallow: /news/disallowed-
"""
_PER_PAGE = 12


class StandIn:
    """A site that can be changed while it is crawled. Use it as a context manager; it ends with the block.

    What it holds is ``pages`` (by host and path). The methods that change it are safe while requests come in. ``log``
    is every request in order of arrival.
    """

    def __init__(
        self,
        count: int = 240,
        *,
        seed: int = 7,
        weight: int = 0,
        life_seconds: float = 600.0,
        certificate: str | None = None,
    ) -> None:
        self.certificate = certificate  # one of certificates/: the site is then served over TLS
        self.now = START
        self.pages: dict[tuple[str, str], Page] = {}
        self.robots = STOCK_ROBOTS
        self.tokens = False  # every answer carries tokens that were never seen before
        self.validators = True  # pages carry ETag and Last-Modified
        self.per_page = _PER_PAGE
        self.endless_pager = False  # the listing always has a next page, with the same items for ever
        self.sitemap_dates = True  # the index says when each part changed
        self.sitemap_share = 1.0  # the part of the pages that the sitemap admits to
        self.sitemap_extra: list[str] = []
        self.hide_total = False
        self.delay = 0.0  # seconds before each answer
        self.log: list[Request] = []
        self.on_request: Callable[[Request], None] | None = None
        self._design: dict[str, int] = {}
        self._weight = weight
        self._redirects: dict[tuple[str, str], str] = {}
        self._spoiled: dict[tuple[str, str], tuple[Fault, int | None]] = {}
        self._cache: dict[tuple[str, str, int], bytes] = {}
        self._lock = threading.Lock()
        self._ready = threading.Event()
        self._life = life_seconds
        self._loop: asyncio.AbstractEventLoop | None = None
        self.port = 0
        for page in make_pages(count, seed):
            self.pages[page.host, page.path] = page

    # life

    def __enter__(self) -> StandIn:
        self._thread = threading.Thread(target=self._serve, name="standin", daemon=True)
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the stand-in did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the server and every connection."""
        loop, self._loop = self._loop, None
        if loop is not None:
            loop.call_soon_threadsafe(self._over.set)
            self._thread.join(10)

    @property
    def origin(self) -> str:
        """What ``--connect-to`` wants."""
        return f"http{'s' if self.certificate else ''}://127.0.0.1:{self.port}"

    # what a crawl must reach

    def addresses(self, host: str | None = None) -> set[str]:
        """Canonical addresses of all pages that may be fetched."""
        return {
            f"https://{page.host}{page.path}"
            for page in self.pages.values()
            if (host is None or page.host == host) and not page.path.startswith("/news/disallowed-")
        }

    # changes

    def publish(self, page: Page) -> Page:
        """Put a page on the site."""
        with self._lock:
            self.pages[page.host, page.path] = page
        return page

    def publish_new(
        self, slug: str, *, kind: Kind = "press_release", language: str = "en", host: str = WWW, **changes: object
    ) -> Page:
        """Publish a page of that name now; it heads its listing."""
        folder = {"press_release": "/news", "event": "/events", "speech": "/speeches", "page": ""}[kind]
        prefix = "" if language == "en" else f"/{language}"
        model = next(page for page in make_pages(40) if page.kind == ("press_release" if kind == "page" else kind))
        title = slug.replace("-", " ").capitalize()
        page = replace(
            model,
            host=host,
            path=f"{prefix}{folder}/{slug}",
            node_id=300_000 + len(self.pages),
            language=language,
            kind=kind,
            title=title,
            body=f"<p>{title}, told at length.</p>{model.body}",
            created=self.now,
            changed=self.now,
        )
        return self.publish(replace(page, **changes))  # type: ignore[arg-type]

    def edit(self, path: str, addition: str, *, host: str = WWW) -> Page:
        """Add a paragraph to a page, now."""
        with self._lock:
            page = self.pages[host, path].edited(addition, self.now)
            self.pages[host, path] = page
        return page

    def move(self, path: str, to: str, *, host: str = WWW) -> None:
        """Give a page another alias; the one before redirects there (301), as Drupal's Redirect module does."""
        with self._lock:
            page = self.pages.pop((host, path))
            self.pages[host, to] = replace(page, path=to, changed=self.now)
            self._redirects[host, path] = to

    def delete(self, path: str, *, host: str = WWW) -> Page:
        """Take a page down: 404, and out of listings, feed and sitemap."""
        with self._lock:
            return self.pages.pop((host, path))

    def redirect(self, path: str, to: str, *, host: str = WWW) -> None:
        """Redirect a path (301) to any address."""
        with self._lock:
            self._redirects[host, path] = to

    def spoil(self, path: str, fault: str | Fault, *, times: int | None = None, host: str = WWW) -> None:
        """Let requests for a path go wrong, for ever or that many times. ``*`` is every path but robots.txt."""
        if fault in ("bomb", "double_bomb"):
            packed_zeros(200)  # now, so that no request waits for it
        with self._lock:
            self._spoiled[host, path] = (FAULTS[fault] if isinstance(fault, str) else fault, times)

    def mend(self, path: str | None = None, *, host: str = WWW) -> None:
        """End what `spoil` began, for one path or for all."""
        with self._lock:
            if path is None:
                self._spoiled.clear()
            else:
                self._spoiled.pop((host, path), None)

    def redesign(self, language: str | None = None) -> None:
        """Serve the other design, for one language or for all."""
        for code in [language] if language else ["en", "fr", "es"]:
            self._design[code] = 2

    def forward(self, **span: float) -> datetime:
        """Let time pass (``days=1``, ``hours=3``); returns the moment it then is."""
        self.now += timedelta(**span)
        return self.now

    # what it was asked

    def clear_log(self) -> None:
        """Forget what was asked so far."""
        with self._lock:
            self.log = []

    def paths(self, host: str | None = None) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(request.path for request in self.log if host is None or request.host == host)

    def page_requests(self) -> list[Request]:
        """Requests for pages: neither robots.txt nor channels nor probes."""
        machinery = re.compile(
            r"^(/[a-z]{2})?/(robots\.txt|sitemap\.xml|rss\.xml|search|events|iom-archive-probe-\w+)$"
        )
        return [request for request in self.log if not machinery.match(request.path)]

    def smallest_gap(self) -> float:
        """The least time in seconds between the arrival of two requests."""
        moments = [request.at for request in self.log]
        return min(later - earlier for earlier, later in pairwise(moments))

    # the wire

    def _serve(self) -> None:
        asyncio.run(self._main())

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._over = asyncio.Event()
        context = None
        if self.certificate:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(CERTIFICATES / f"{self.certificate}.pem", CERTIFICATES / "key.pem")
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0, limit=1 << 20, ssl=context)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._life):
                await self._over.wait()
        server.close()
        current = asyncio.current_task()
        for task in asyncio.all_tasks():
            if task is not current:
                task.cancel()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                request = self._read(head)
                if self.delay:
                    await asyncio.sleep(self.delay)
                if await self._reply(writer, request):
                    break
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError):
            pass
        except asyncio.CancelledError:
            return  # the stand-in ends
        finally:
            writer.close()

    def _read(self, head: bytes) -> Request:
        line, *rest = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (item.partition(":") for item in rest if item)}
        host = headers.get("host", "").partition(":")[0].lower()
        request = Request(time.monotonic(), host, line.split(" ")[1], headers)
        with self._lock:
            self.log.append(request)
        if self.on_request:
            self.on_request(request)
        return request

    async def _reply(self, writer: asyncio.StreamWriter, request: Request) -> bool:
        fault = self._fault(request)
        right = self._answer(request)
        if fault is not None:
            return await fault(writer, request, right)
        writer.write(self._message(request, right))
        return request.headers.get("connection", "").lower() == "close"

    def _fault(self, request: Request) -> Fault | None:
        host = WWW if request.host == "iom.int" else request.host
        with self._lock:
            for path in (unquote(request.target), unquote(request.path), "*"):
                if path == "*" and request.path == "/robots.txt":
                    continue
                found = self._spoiled.get((host, path))
                if found is None:
                    continue
                fault, times = found
                if times is None:
                    return fault
                if times > 0:
                    self._spoiled[host, path] = (fault, times - 1)
                    return fault
        return None

    def _message(self, request: Request, answer: Answer) -> bytes:
        headers = {"Date": format_datetime(datetime.now(UTC), usegmt=True), **(answer.headers or {})}
        tag = headers.get("ETag")
        if tag and request.headers.get("if-none-match") == tag:
            return message("304 Not Modified", Content_Length=None, Content_Type=None, ETag=tag)
        body = answer.body
        if "gzip" in request.headers.get("accept-encoding", "") and body:
            body = gzip.compress(body, 1, mtime=0)
            headers["Content-Encoding"] = "gzip"
        return message(answer.status, body, **{name.replace("-", "_"): value for name, value in headers.items()})

    # what is right

    def _answer(self, request: Request) -> Answer:
        host = WWW if request.host == "iom.int" else request.host
        parts = urlsplit(request.target)
        path = unquote(parts.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        if path == "/robots.txt":
            return self._validated(self.robots, {"Content-Type": "text/plain"})
        if path == "/sitemap.xml":
            return self._sitemap(host, query)
        if path == "/rss.xml":
            newest = [page for page in self._visible(host) if page.language == "en"][:10]
            return self._validated(markup.feed(host, newest), {"Content-Type": "application/rss+xml"})
        language, rest = self._split(path)
        if rest in ("/search", "/events", "/news"):
            return self._listing(host, language, rest, query)
        if rest in ("", "/"):
            return Answer(
                markup.frame("<title>Home | IOM</title>", "<h1>Home</h1>", language, "path-frontpage").encode()
            )
        return self._node(host, path, language)

    def _node(self, host: str, path: str, language: str) -> Answer:
        with self._lock:
            target = self._redirects.get((host, path))
            page = self.pages.get((host, path)) or self.pages.get((host, path.lower().rstrip("/")))
            if page is None and target is None:
                target = self._alias(host, path, language)
        if target is not None:
            location = target if "://" in target else f"https://{host}{target}"
            return Answer(b"", "301 Moved Permanently", {"Location": location})
        if page is None:
            return Answer(markup.not_found(path, language).encode(), "404 Not Found")
        return self._page(page)

    def _alias(self, host: str, path: str, language: str) -> str | None:
        """``/node/N`` leads to the alias, in the language of its prefix."""
        match = re.fullmatch(r"(?:/[a-z]{2})?/node/(\d+)", path)
        if not match:
            return None
        for page in self.pages.values():
            if page.host == host and page.node_id == int(match[1]) and page.language == language:
                return page.path
        return None

    def _page(self, page: Page) -> Answer:
        design = self._design.get(page.language, 1)
        key = (page.host, page.path, design)
        if self.tokens:
            return self._rendered(page, design, secrets.token_hex(8))
        with self._lock:
            stamp = f"{page.changed:%Y%m%d%H%M%S}{hash(page.body)}".encode()
            cached = self._cache.get(key)
            if cached and cached.startswith(stamp):
                return self._headed(page, cached[len(stamp) :])
        answer = self._rendered(page, design, "")
        with self._lock:
            self._cache[key] = stamp + answer.body
        return answer

    def _rendered(self, page: Page, design: int, token: str) -> Answer:
        with self._lock:
            twins = [
                other for other in self.pages.values() if other.node_id == page.node_id and other.host == page.host
            ]
        twins = twins if len(twins) > 1 else []
        html = markup.node_page(page, twins, design=design, token=token, weight=self._weight)
        return self._headed(page, html.encode())

    def _headed(self, page: Page, body: bytes) -> Answer:
        headers = {"Content-Type": "text/html; charset=UTF-8"}
        if self.validators:
            headers["ETag"] = markup.etag(body.decode())
            headers["Last-Modified"] = format_datetime(page.changed, usegmt=True)
        return Answer(body, headers=headers)

    def _listing(self, host: str, language: str, path: str, query: dict[str, str]) -> Answer:
        kind = "event" if path == "/events" else "press_release"
        items = [page for page in self._visible(host) if page.language == language and page.kind == kind]
        number = int(query.get("page") or 0) if (query.get("page") or "0").isdigit() else 0
        shown = number % max(1, -(-len(items) // self.per_page)) if self.endless_pager else number
        html = markup.listing(
            items, shown, self.per_page, path=path, query=query, language=language, design=self._design.get(language, 1)
        )
        if self.endless_pager:
            html = html.replace(
                "</ul></nav>",
                f'<li class="pager__item--next"><a rel="next" href="?page={number + 1}">Next</a></li></ul></nav>',
            )
            html = re.sub(r"Displaying [^<]*", "", html)
        if self.hide_total:
            html = re.sub(r"Displaying [^<]*", "", html)
        return self._validated(html, {"Content-Type": "text/html; charset=UTF-8"})

    def _sitemap(self, host: str, query: dict[str, str]) -> Answer:
        pages = self._visible(host)
        pages = pages[: round(len(pages) * self.sitemap_share)]
        size = 100
        kind = {"Content-Type": "application/xml"}
        if "page" not in query:
            changed = f"{max((page.changed for page in pages), default=START):%Y-%m-%dT%H:%M:%SZ}"
            index = markup.sitemap_index(host, -(-len(pages) // size), changed)
            return self._validated(index if self.sitemap_dates else re.sub("<lastmod>.*?</lastmod>", "", index), kind)
        part = int(query["page"]) - 1
        extra = self.sitemap_extra if part == 0 else []
        return self._validated(markup.sitemap_part(pages[part * size : (part + 1) * size], extra), kind)

    def _validated(self, text: str, headers: dict[str, str]) -> Answer:
        return Answer(text.encode(), headers={**headers, "ETag": markup.etag(text)})

    def _visible(self, host: str) -> list[Page]:
        """The host's pages, newest first."""
        with self._lock:
            pages = [page for page in self.pages.values() if page.host == host and page.kind != "page"]
        return sorted(pages, key=lambda page: (page.created, page.node_id), reverse=True)

    @staticmethod
    def _split(path: str) -> tuple[str, str]:
        match = re.match(r"^/(fr|es)(/.*|$)", path)
        return (match[1], match[2]) if match else ("en", path)


def sites_file(path: Path, *, www: str = "", extra: str = "", seeds: Iterable[str] = (), **limits: object) -> Path:
    """Write a sites file for the stand-in: the project's own platform and rules, these limits, one site ``www``.

    ``www`` are further keys of that site, ``extra`` is further TOML, such as another ``[[site]]``.
    """
    project = (ROOT / "data" / "sites.toml").read_text(encoding="utf-8")
    head = project[: project.index("[[site]]")]
    for name, value in {"minimum_free_bytes": 0, "minimum_free_share": 0.0, **limits}.items():
        head, count = re.subn(rf"(?m)^{name} = \S+", f"{name} = {value}", head)
        if not count:
            raise KeyError(name)
    search = "keywords=&type%5B0%5D=press_release&created=All&sort_bef_combine=created_DESC"
    listings = ",\n  ".join(
        f'{{ name = "news{suffix}", path = "{prefix}/search?{search}", floor = 1 }}'
        for suffix, prefix in (("", ""), ("-fr", "/fr"), ("-es", "/es"))
    )
    site = f"""
[[site]]
name = "www"
title = "Stand-in"
platform = "iom"
host = "{WWW}"
aliases = ["iom.int"]
default = true
languages = ["en", "fr", "es"]
feeds = [{{ path = "/rss.xml" }}]
sitemaps = [{{ path = "/sitemap.xml" }}]
listings = [
  {listings},
  {{ name = "events", path = "/events", floor = 1, gives = "event" }},
]
seeds = [{", ".join(f'"{seed}"' for seed in seeds)}]
{www}
"""
    mirrors = project[project.index("[[mirror]]") :]
    path.write_text(head + site + extra + "\n" + mirrors, encoding="utf-8")
    return path
