"""From what channels say to addresses worth fetching: sitemaps, feeds, listings, links and language twins.

Whatever names an address, `Admission` decides: known site, a path that is a page, no trap, no mirror twice. Sitemaps
and feeds are read from bytes that we fetched; nothing here touches the network.
"""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit, urlunsplit
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from scraper.clock import from_text, to_text
from scraper.sites import Kind, Site, Sites
from scraper.unpacking import gunzip
from scraper.urls import AddressError, canonical, host_of, is_front_page

MAX_ADDRESS = 600  # characters; longer ones are made by traps
MAX_SEGMENTS = 8
MAX_ENTRIES = 50_000  # of one sitemap file (sitemaps.org)


class ChannelError(ValueError):
    """A sitemap or feed that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One address as a channel names it. ``moment`` is when it was published or last changed, as ISO 8601 in UTC."""

    address: str
    moment: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address worth fetching, in canonical form."""

    address: str
    site: Site
    kind: Kind


class Admission:
    """Decides which addresses belong to this run's sites and look like pages."""

    def __init__(self, sites: Sites, selected: Iterable[Site]) -> None:
        self._selected: dict[str, Site] = {}
        for site in selected:
            for host in (site.host, *site.aliases):
                self._selected[host] = site
        self._mirrors = sites.mirrors
        self.known_hosts = frozenset(
            host for site in (*sites.sites.values(), *self._selected.values()) for host in (site.host, *site.aliases)
        )
        self._listings = frozenset(
            urlsplit(channel.address).netloc + urlsplit(channel.address).path
            for site in self._selected.values()
            for channel in site.listings
        )
        # The same links stand on page after page.
        self._decided = lru_cache(maxsize=1_000)(self._decide)
        self._seeds = frozenset(canonical(seed) for site in self._selected.values() for seed in site.seeds)

    @property
    def hosts(self) -> frozenset[str]:
        """Every host that requests of this run may go to."""
        return frozenset(self._selected)

    def site_of(self, address: str) -> Site | None:
        """The site of this run that an address belongs to, through its aliases and mirrors."""
        host = host_of(address)
        return self._selected.get(self._mirrors.get(host, host))

    def belongs(self, address: str) -> bool:
        """Whether an address of any form lies on a host of this run."""
        try:
            return self.site_of(canonical(address)) is not None
        except AddressError:
            return False

    def settle(self, address: str) -> str:
        """The canonical form, on the site's own host and without a query where pages have none.

        Raises:
            AddressError: no address of a web page.
        """
        settled = canonical(address)
        site = self.site_of(settled)
        if site is None:
            return settled
        parts = urlsplit(settled)
        if parts.netloc == site.host and not parts.query:
            return settled
        query = "" if site.content_marker else parts.query
        return canonical(urlunsplit((parts.scheme, site.host, parts.path, query, "")))

    def candidate(self, address: str, *, base: str | None = None, default: Kind | None = None) -> Candidate | None:
        """The candidate behind an address as printed on ``base``; None for what is no page of these sites.

        ``default`` is the kind of a page whose path says nothing, given by a channel that lists such pages only.
        """
        address = address.strip()
        if not address:
            return None
        try:
            if base and address.startswith("/") and not address.startswith("//"):
                absolute = _origin(base) + address  # as urljoin would have it, for most links and at once
            else:
                absolute = urljoin(base, address) if base else address
        except ValueError:
            return None
        return self._decided(absolute, default)

    def _decide(self, absolute: str, default: Kind | None) -> Candidate | None:
        try:
            settled = self.settle(absolute)
        except AddressError:
            return None
        site = self.site_of(settled)
        if site is None or is_front_page(settled) or is_trap(settled) or self.is_listing(settled):
            return None
        kind = site.kind_of(urlsplit(settled).path) or ("event" if settled in self._seeds else default)
        if kind is None or (kind == "skip" and settled not in self._seeds):
            return None
        return Candidate(settled, site, "event" if kind == "skip" else kind)

    def is_listing(self, address: str) -> bool:
        """Whether the canonical address is that of a listing, whatever its query."""
        parts = urlsplit(address)
        return parts.netloc + parts.path in self._listings and address not in self._seeds

    def is_away(self, address: str) -> bool:
        """Whether a redirect to this canonical address leads away from pages: home, a listing, a path that is none."""
        site = self.site_of(address)
        if site is None or is_front_page(address) or self.is_listing(address):
            return True
        return address not in self._seeds and site.kind_of(urlsplit(address).path) == "skip"


def is_trap(address: str) -> bool:
    """Whether an address looks made by a machine without end: very long, very deep, or one segment thrice."""
    if len(address) > MAX_ADDRESS:
        return True
    segments = [segment for segment in urlsplit(address).path.split("/") if segment]
    if len(segments) > MAX_SEGMENTS:
        return True
    return any(segments.count(segment) > 2 for segment in set(segments))


def read_sitemap(body: bytes) -> Iterator[tuple[Literal["page", "sitemap"], Entry]]:
    """The entries of a sitemap or sitemap index, also gzipped (sitemaps.org), one by one; entities are refused.

    Raises:
        ChannelError: no XML, neither of the two, or an attack by entities; what was sound before it has been given.
    """
    if body.startswith(b"\x1f\x8b"):
        unpacked = gunzip(body, 64 << 20)
        if unpacked.fault or unpacked.truncated:
            raise ChannelError(f"the sitemap cannot be unpacked: {unpacked.fault or 'larger than 64 MiB'}")
        body = unpacked.body
    given, depth = 0, 0
    root: Any = None
    address: str | None = None
    moment: str | None = None
    try:
        for event, element in iterparse(io.BytesIO(body), events=("start", "end"), forbid_dtd=True):
            name = str(element.tag).rpartition("}")[2].lower()
            if event == "start":
                depth += 1
                if root is None:
                    root = element
                    if name not in ("urlset", "sitemapindex"):
                        raise ChannelError(f"the sitemap begins with <{name}>, not with <urlset> or <sitemapindex>")
                continue
            depth -= 1
            if name == "loc" and depth == 2:
                address = (element.text or "").strip()
            elif name == "lastmod" and depth == 2:
                moment = read_moment((element.text or "").strip())
            elif name in ("url", "sitemap") and depth == 1:
                if address and given < MAX_ENTRIES:
                    given += 1
                    yield ("page" if name == "url" else "sitemap"), Entry(address, moment)
                address = moment = None
                root.clear()
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        if isinstance(error, ChannelError):
            raise
        raise ChannelError(f"the sitemap is no sound XML: {error}") from error


def read_feed(body: bytes) -> tuple[Entry, ...]:
    """The items of an RSS or Atom feed, as far as it can be read.

    Raises:
        ChannelError: nothing in it is a feed.
    """
    import feedparser  # here, because most runs read their feed with a 304 and it is large

    # A stream, because feedparser would take bytes for a file name or an address.
    feed = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    entries = tuple(
        Entry(str(link), _struct_moment(dict.get(entry, "updated_parsed") or dict.get(entry, "published_parsed")))
        for entry in feed.entries
        if (link := dict.get(entry, "link"))
    )
    if not entries and not feed.get("version"):
        raise ChannelError(f"the feed cannot be read: {feed.get('bozo_exception', 'no RSS or Atom')}")
    return entries


def read_moment(text: str) -> str | None:
    """A W3C date or time (``2024-05-23``, ``2024-05-23T10:00:00+02:00``) in UTC, None for anything else."""
    try:
        return to_text(from_text(text))
    except (ValueError, OverflowError):
        return None


def probe_path(host: str, prefix: str) -> str:
    """A path that cannot exist, to learn how the site says "not found". Always the same one for a host."""
    return f"{prefix}/iom-archive-probe-{hashlib.sha256(host.encode()).hexdigest()[:12]}"


def with_page(address: str, page: int) -> str:
    """The address of page ``page`` (from 0) of a listing."""
    if page == 0:
        return address
    return f"{address}{'&' if urlsplit(address).query else '?'}page={page}"


def unique(candidates: Iterable[Candidate | None]) -> Iterator[Candidate]:
    """Each candidate once, in order."""
    seen: set[str] = set()
    for candidate in candidates:
        if candidate and candidate.address not in seen:
            seen.add(candidate.address)
            yield candidate


@lru_cache(maxsize=64)
def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _struct_moment(value: time.struct_time | None) -> str | None:
    if value is None:
        return None
    try:
        return to_text(datetime(*value[:6], tzinfo=UTC))
    except (ValueError, TypeError):
        return None
