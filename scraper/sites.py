"""Which sites are crawled, read from ``data/sites.toml``: hosts, languages, channels, seeds, path rules, limits.

The file is the whole configuration of the crawler. A site takes what it does not say itself from its ``platform``, so a
country site of the shared platform needs no more than a name: `Sites.select` makes one for any host below iom.int.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

DEFAULT_FILE = Path(__file__).resolve().parents[1] / "data" / "sites.toml"
Kind = Literal["press_release", "event", "speech", "page", "skip"]
KINDS: tuple[Kind, ...] = ("press_release", "event", "speech", "page", "skip")
_HOST = re.compile(r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$")
_LABEL = re.compile(r"^[a-z0-9][a-z0-9-]{0,62}$")
_SECOND_LEVEL = re.compile(r"^(ac|co|com|edu|gob|gov|gouv|int|net|org)\.[a-z]{2}$")


class SitesError(ValueError):
    """The sites file or a site's name cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of politeness, size and time, in the units that their names say; ``data/sites.toml`` explains each."""

    floor_seconds: float = 3.0
    latency_factor: float = 5.0
    latency_ceiling_seconds: float = 30.0
    crawl_delay_ceiling_seconds: float = 300.0
    retry_after_ceiling_seconds: float = 3600.0
    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    total_seconds: float = 120.0
    slow_after_seconds: float = 20.0
    minimum_bytes_per_second: int = 500
    max_wire_bytes: int = 8 << 20
    max_body_bytes: int = 16 << 20
    max_redirects: int = 5
    attempts: int = 4
    retry_seconds: float = 5.0
    blocked_in_a_row: int = 3
    blocked_pause_hours: float = 6.0
    error_budget: int = 40
    robots_hours: float = 24.0
    robots_last_good_days: float = 30.0
    sitemap_hours: float = 20.0
    recheck_days: float = 28.0
    full_fetch_days: float = 60.0
    gone_hours: float = 24.0
    sitemap_drop: float = 0.10
    max_listing_pages: int = 4000
    max_sitemaps: int = 200
    max_link_depth: int = 3
    max_new_links: int = 300
    minimum_free_bytes: int = 1 << 30
    minimum_free_share: float = 0.05


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to learn of pages: a listing, a feed or a sitemap.

    ``floor`` is the least number of items that a healthy answer holds; ``expected`` is False for a channel that was
    never seen to answer, whose silence is no problem until it once gave something.
    """

    name: str  # unique in the archive: "www/listing/news"
    kind: Literal["listing", "feed", "sitemap"]
    address: str
    per_page: int = 12
    floor: int = 1
    expected: bool = True
    gives: Kind | None = None  # kind of the pages of a listing whose addresses do not tell it


@dataclass(frozen=True, slots=True)
class Site:
    """One site, with every setting resolved."""

    name: str
    title: str
    host: str
    aliases: tuple[str, ...]
    scheme: str
    languages: tuple[str, ...]
    default_language: str
    default: bool
    content_marker: str | None  # words that every content page of this site carries
    quiet_days: float | None  # so long without a new page, and something is wrong; None: it may be silent
    listings: tuple[Channel, ...]
    feeds: tuple[Channel, ...]
    sitemaps: tuple[Channel, ...]
    seeds: tuple[str, ...]
    rules: tuple[tuple[Kind, re.Pattern[str]], ...]
    # Least number of read pages of a kind (event, press_release, other) in an archive that is fit to be published.
    floors: Mapping[str, int] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        """Scheme and host, without a slash at the end."""
        return f"{self.scheme}://{self.host}"

    def kind_of(self, path: str) -> Kind | None:
        """The kind that the first matching path rule gives, None when no rule matches."""
        for kind, pattern in self.rules:
            if pattern.search(path):
                return kind
        return None

    def language_of(self, path: str) -> str:
        """The language that the path's prefix names, or the site's default language."""
        first = path.lstrip("/").split("/", 1)[0].lower()
        return first if first in self.languages else self.default_language


@dataclass(frozen=True, slots=True)
class Sites:
    """The sites file, resolved."""

    sites: Mapping[str, Site]
    mirrors: Mapping[str, str]  # host of a mirror -> host of the site that it copies
    limits: Limits
    contact: str | None  # who answers for requests, unless the command says
    _platforms: Mapping[str, Mapping[str, Any]]

    def select(self, names: Iterable[str] = ()) -> list[Site]:
        """The sites of that name or host; without names those marked ``default``; ``all`` means every listed one.

        Raises:
            SitesError: a name that is neither listed nor a host or label below iom.int.
        """
        wanted = list(dict.fromkeys(name.strip().lower() for name in names))
        if not wanted:
            return [site for site in self.sites.values() if site.default]
        if "all" in wanted:
            return list(self.sites.values())
        return [self._one(name) for name in wanted]

    def _one(self, name: str) -> Site:
        for site in self.sites.values():
            if name in (site.name, site.host, *site.aliases):
                return site
        label = name.removesuffix(".iom.int")
        if name in self.mirrors or f"{label}.iom.int" in self.mirrors:
            raise SitesError(f"{name} is a mirror of {self.mirrors.get(name) or self.mirrors[f'{label}.iom.int']}")
        if not _LABEL.match(label):
            raise SitesError(f"no site is called {name!r}: `iom-archive sites` lists them")
        table = {"name": label, "title": f"IOM {label}", "host": f"{label}.iom.int", "platform": "iom"}
        return _site(table, self._platforms)


def load_sites(path: Path | None = None) -> Sites:
    """Read the sites file, ``data/sites.toml`` of the project by default.

    Raises:
        SitesError: no such file, no TOML, an unknown key, a pattern that does not compile, two sites with one host.
    """
    path = path or DEFAULT_FILE
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SitesError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SitesError(f"{path}: {error}") from error
    _known(document, {"contact", "limits", "platform", "site", "mirror"}, str(path))
    platforms = document.get("platform", {})
    sites: dict[str, Site] = {}
    hosts: set[str] = set()
    for table in document.get("site", []):
        site = _site(table, platforms)
        taken = hosts & {site.host, *site.aliases}
        if site.name in sites or taken:
            raise SitesError(f"{path}: {site.name} stands twice, or its host does: {', '.join(sorted(taken))}")
        sites[site.name] = site
        hosts |= {site.host, *site.aliases}
    if not sites:
        raise SitesError(f"{path}: names no [[site]]")
    mirrors: dict[str, str] = {}
    for table in document.get("mirror", []):
        _known(table, {"host", "of"}, f"{path}, mirror")
        mirrors[_host(table.get("host"))] = _host(table.get("of"))
    contact = document.get("contact")
    if contact is not None and not isinstance(contact, str):
        raise SitesError(f"{path}: contact is a mail address or the address of a page, not {contact!r}")
    return Sites(sites, mirrors, _limits(document.get("limits", {}), path), contact, platforms)


def registrable_domain(host: str) -> str:
    """The domain that one owner answers for, by which requests are paced: ``ukraine.iom.int`` -> ``iom.int``.

    The last two labels, or three below the usual second-level names of country domains (``iom.org.ua``).
    """
    labels = host.lower().rstrip(".").split(".")
    if len(labels) > 2 and _SECOND_LEVEL.match(".".join(labels[-2:])):
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def _limits(table: Mapping[str, Any], path: Path) -> Limits:
    defaults = {field.name: field.default for field in fields(Limits)}
    _known(table, set(defaults), f"{path}, limits")
    for key, value in table.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
            raise SitesError(f"{path}, limits: {key} must be a number of 0 or more, not {value!r}")
        if isinstance(defaults[key], int) and not isinstance(value, int):
            raise SitesError(f"{path}, limits: {key} must be a whole number, not {value!r}")
    return Limits(**table)


_SITE_KEYS = {
    "name", "title", "host", "aliases", "scheme", "platform", "languages", "default_language", "default",
    "content_marker", "quiet_days", "listings", "feeds", "sitemaps", "seeds", "rules", "floors",
}  # fmt: skip
_CHANNEL_KEYS = {"name", "path", "per_page", "floor", "expected", "gives"}


def _site(table: Mapping[str, Any], platforms: Mapping[str, Mapping[str, Any]]) -> Site:
    where = f"site {table.get('name') or table.get('host')}"
    _known(table, _SITE_KEYS, where)
    platform = table.get("platform")
    if platform is not None and platform not in platforms:
        raise SitesError(f"{where}: there is no platform called {platform!r}")
    merged: dict[str, Any] = {**(platforms[platform] if platform else {}), **table}
    host, name = _host(merged.get("host")), str(merged.get("name") or "")
    if not _LABEL.match(name):
        raise SitesError(f"{where}: a site needs a name of small letters, digits and hyphens")
    scheme = merged.get("scheme", "https")
    if scheme not in ("http", "https"):
        raise SitesError(f"{where}: scheme is http or https, not {scheme!r}")
    languages = tuple(merged.get("languages", ["en"]))
    origin = f"{scheme}://{host}"
    return Site(
        name=name,
        title=str(merged.get("title") or name),
        host=host,
        aliases=tuple(_host(alias) for alias in merged.get("aliases", [])),
        scheme=scheme,
        languages=languages,
        default_language=str(merged.get("default_language") or languages[0]),
        default=bool(merged.get("default", False)),
        content_marker=merged.get("content_marker"),
        quiet_days=float(merged["quiet_days"]) if "quiet_days" in merged else None,
        listings=_channels(merged, "listing", name, origin),
        feeds=_channels(merged, "feed", name, origin),
        sitemaps=_channels(merged, "sitemap", name, origin),
        seeds=tuple(urljoin(origin, seed) for seed in merged.get("seeds", [])),
        rules=_rules(merged.get("rules", []), languages, where),
        floors=_floors(merged.get("floors", {}), where),
    )


def _floors(table: Mapping[str, Any], where: str) -> dict[str, int]:
    _known(table, {"event", "press_release", "other"}, f"{where}, floors")
    for kind, least in table.items():
        if isinstance(least, bool) or not isinstance(least, int) or least < 0:
            raise SitesError(f"{where}, floors: {kind} must be a whole number of 0 or more, not {least!r}")
    return dict(table)


def _channels(
    table: Mapping[str, Any], kind: Literal["listing", "feed", "sitemap"], site: str, origin: str
) -> tuple[Channel, ...]:
    channels = []
    for entry in table.get(f"{kind}s", []):
        where = f"site {site}, {kind}"
        _known(entry, _CHANNEL_KEYS, where)
        path = entry.get("path", "")
        if not path.startswith("/"):
            raise SitesError(f"{where}: path must begin with a slash, not {path!r}")
        name = f"{site}/{kind}/{entry.get('name') or urlsplit(path).path.strip('/')}"
        channels.append(
            Channel(
                name=name,
                kind=kind,
                address=origin + path,
                per_page=int(entry.get("per_page", 12)),
                floor=int(entry.get("floor", 1)),
                expected=bool(entry.get("expected", True)),
                gives=_kind(entry["gives"], where) if "gives" in entry else None,
            )
        )
    return tuple(channels)


def _rules(
    table: Iterable[Mapping[str, str]], languages: tuple[str, ...], where: str
) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    prefix = f"(?:/(?:{'|'.join(map(re.escape, languages))}))?"
    rules: list[tuple[Kind, re.Pattern[str]]] = []
    for rule in table:
        _known(rule, {"kind", "pattern"}, f"{where}, rule")
        kind = _kind(rule.get("kind"), where)
        try:
            rules.append((kind, re.compile(rule["pattern"].replace("{lang}", prefix), re.IGNORECASE)))
        except (KeyError, re.error) as error:
            raise SitesError(f"{where}: the pattern {rule.get('pattern')!r} cannot be used: {error}") from error
    return tuple(rules)


def _kind(value: object, where: str) -> Kind:
    if value not in KINDS:
        raise SitesError(f"{where}: a kind is one of {', '.join(KINDS)}, not {value!r}")
    return value


def _host(value: object) -> str:
    if not isinstance(value, str) or not _HOST.match(value):
        raise SitesError(f"{value!r} is not a host name in small letters")
    return value


def _known(table: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise SitesError(f"{where}: unknown key {', '.join(unknown)} (known: {', '.join(sorted(known))})")
