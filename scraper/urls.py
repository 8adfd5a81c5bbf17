"""Addresses: one canonical form for every spelling of a page's address.

``canonical`` decides nothing about content: it only undoes differences that never lead to another page on any server
(RFC 3986 sections 6.2.2 and 6.2.3: case of scheme and host, default ports, dot segments, percent-encoding) and those
that don't on the sites this archive keeps (http and https, iom.int and www.iom.int, a slash at the end, tracking
parameters).
That two different addresses lead to one page is learnt from the page itself (`scraper.pages`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

PLATFORM = "iom.int"  # the domain whose sites run on one shared platform, whose query parameters are known
WWW = "www.iom.int"

# Parameters that choose what a page of the shared platform shows. All others are dropped there.
# Source: the listing and search forms of www.iom.int and its country sites; "q" is Drupal 7's path parameter; "id",
# "start", "view", "option", "Itemid" belong to the Joomla sites still under iom.int.
_KEPT = {
    *("page", "keywords", "type", "region_country", "sdgs", "created", "sort_bef_combine", "news_type", "f"),
    *("field_type", "q", "id", "start", "view", "option", "Itemid", "year", "month", "country", "theme", "topic"),
}
# Parameters that never change a page, on any site: campaign marks, click ids, session ids.
_TRACKING = re.compile(
    r"utm_\w*|mc_[ce]id|pk_\w*|mtm_\w*|hsa_\w*|_hsenc|_hsmi|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|"
    r"igshid|_ga|_gl|phpsessid|jsessionid",
    re.IGNORECASE,
)
_LANGUAGES = {
    *("en", "fr", "es", "ar", "pt", "ru", "zh", "uk", "it", "de", "pl", "ro", "tr", "ka", "hy", "az", "ky", "tg", "uz"),
    *("kk", "mk", "sq", "sr", "bs", "sk", "cs", "hu", "lt", "lv", "et", "nl", "bg", "el", "hr", "sl"),
}
_NODE = re.compile(r"(?:/[a-z]{2}(?:-[a-z]{2,4})?)?/node/(\d{1,12})", re.IGNORECASE)
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)", re.IGNORECASE | re.DOTALL)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})?")
# Most addresses on a page are in canonical form as they stand: a name of a host, and segments of unreserved characters.
_CANONICAL = re.compile(
    r"https://(?!iom\.int/)[a-z0-9_]+(?:[.-][a-z0-9_]+)+(?<=[a-z])(?:/(?!\.\.?(?:/|\Z))[A-Za-z0-9._~-]+)+"
)
_LONGEST_HOST = 253  # characters (RFC 1035 section 2.3.4); in a longer address it has to be looked at
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")  # RFC 3986 section 2.3
_PATH_SAFE = "!$&'()*+,;=:@-._~%"


class AddressError(ValueError):
    """Not the address of a web page. ``str()`` says why."""


@dataclass(frozen=True, slots=True)
class Memento:
    """A page's address and time as an archive's address gives them."""

    original: str
    captured_at: datetime


@lru_cache(maxsize=512)  # one page asks for the same few addresses a dozen times
def canonical(address: str) -> str:
    """The one spelling of ``address``.

    ``canonical(canonical(x)) == canonical(x)``. The scheme is always https, whatever it was: the form is a name to
    compare by, requests go to the address as it was found.

    Raises:
        AddressError: no http or https address, no host, credentials inside, or characters no address has.
    """
    if len(address) <= _LONGEST_HOST and _CANONICAL.fullmatch(address):
        return address
    host, port, path, query = _parts(address)
    if host == PLATFORM:
        host = WWW
    on_platform = host.endswith("." + PLATFORM)
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    if on_platform and path in ("", "/", "/index.php") and (drupal_7 := _drupal_7_path(pairs)):
        pairs = [(name, value) for name, value in pairs if name != "q"]
        path = drupal_7
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    return urlunsplit(("https", netloc, _path(path), _query(pairs, on_platform=on_platform), ""))


def host_of(address: str) -> str:
    """Host of a canonical address, without port."""
    return urlsplit(address).hostname or ""


def path_of(address: str) -> str:
    """Path of a canonical address, percent-decoded, at least ``/``."""
    return unquote(urlsplit(address).path) or "/"


def language_of(address: str) -> str | None:
    """Language that the path of a canonical address begins with (``/fr/news/…``), two letters; None without one."""
    first = urlsplit(address).path[1:].partition("/")[0].partition("-")[0].lower()
    return first if first in _LANGUAGES else None


def node_of(address: str) -> int | None:
    """Drupal's node number, where the canonical address is ``/node/N`` with or without a language before it."""
    match = _NODE.fullmatch(urlsplit(address).path)
    return int(match[1]) if match else None


def is_front_page(address: str) -> bool:
    """Whether a canonical address is a site's home, in any language."""
    path = urlsplit(address).path.strip("/").lower()
    return not path or path in _LANGUAGES or path in ("index.php", "index.html", "index.htm", "home")


def memento(address: str) -> Memento | None:
    """The original address and time inside an address of the Wayback Machine; None for any other address."""
    match = _WAYBACK.fullmatch(address.strip())
    if not match:
        return None
    original = match[2]
    if not re.match(r"https?://", original, re.IGNORECASE):
        original = re.sub(r"^(https?):/(?=[^/])", r"\1://", original, flags=re.IGNORECASE)  # some copies lose a slash
        if not re.match(r"https?://", original, re.IGNORECASE):
            original = "http://" + original
    digits = match[1].ljust(4, "0")
    # A short timestamp names a span of time; its beginning is meant (web.archive.org's own rule).
    digits += "00000101000000"[len(digits) :]
    try:
        return Memento(original, datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC))
    except ValueError:
        return None


def resolve(base: str, link: str) -> str | None:
    """The absolute address of ``link`` on the page ``base``; None if it is not one of a web page."""
    try:
        link = link.strip()
        address = link if link.startswith(("https://", "http://")) else urljoin(base, link)
        canonical(address)
    except ValueError:
        return None
    return address


def _parts(address: str) -> tuple[str, int | None, str, str]:
    address = address.strip()
    if not address:
        raise AddressError("an empty address")
    if re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", address):
        raise AddressError(f"control characters in the address {address[:200]!r}")
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
    except ValueError as error:
        raise AddressError(f"not an address: {address[:200]!r} ({error})") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise AddressError(f"not an http or https address: {address[:200]!r}")
    if not host:
        raise AddressError(f"no host in the address {address[:200]!r}")
    if parts.username is not None or parts.password is not None:
        raise AddressError("credentials in the address")
    return _host(host, address), port, parts.path, parts.query


def _host(host: str, address: str) -> str:
    if ":" in host:  # IPv6
        return f"[{host.lower()}]"
    try:
        ascii_host = host.lower() if host.isascii() else host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise AddressError(f"not a host name in the address {address[:200]!r}") from None
    if not re.fullmatch(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?", ascii_host) or ".." in ascii_host:
        raise AddressError(f"not a host name in the address {address[:200]!r}")
    return ascii_host


def _path(path: str) -> str:
    """Percent-encoding in one form, dot segments resolved, slashes single, none at the end."""
    segments: list[str] = []
    for segment in path.split("/"):
        text = quote(_ESCAPE.sub(_escape, segment), safe=_PATH_SAFE)
        if text == "..":
            segments = segments[:-1]
        elif text not in ("", "."):
            segments.append(text)
    return "/" + "/".join(segments)


def _escape(match: re.Match[str]) -> str:
    """An escape that need not be one, undone; one that must, in capitals; a lone per cent sign, escaped."""
    if match[1] is None:
        return "%25"
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else "%" + match[1].upper()


def _query(pairs: list[tuple[str, str]], *, on_platform: bool) -> str:
    kept = []
    for name, value in sorted(pairs):
        if _TRACKING.fullmatch(name) or not name:
            continue
        if on_platform and (name.partition("[")[0] not in _KEPT or not value or (name, value) == ("page", "0")):
            continue
        kept.append(_quoted(name) + ("=" + _quoted(value) if value else ""))
    return "&".join(kept)


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="surrogateescape")  # bytes that are not UTF-8 pass through unchanged


def _drupal_7_path(pairs: list[tuple[str, str]]) -> str | None:
    """``/?q=node/5`` is ``/node/5`` where Drupal 7 ran without clean addresses."""
    paths = [value for name, value in pairs if name == "q" and value]
    if len(paths) != 1 or not paths[0].strip("/"):
        return None
    return "/" + _quoted(paths[0]).replace("%2F", "/")
