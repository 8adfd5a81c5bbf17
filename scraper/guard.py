"""Where a request may go: known hosts, public addresses, and a connection to the very address that was checked.

Each hop of a redirect passes here, and so does every address that a sitemap, a feed or a page names. A name is
resolved once per request; the connection is then made to the address that was looked at, so that a second, different
answer of the name server (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

Resolver = Callable[[str, int], Awaitable[list[str]]]
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class RefusedError(Exception):
    """This address is not for us: another scheme, an unknown host, a private address. Nothing was sent.

    ``elsewhere`` is True when nothing but the host speaks against it.
    """

    def __init__(self, message: str, *, elsewhere: bool = False) -> None:
        super().__init__(message)
        self.elsewhere = elsewhere


class NameLookupError(Exception):
    """The host's name could not be resolved."""


@dataclass(frozen=True, slots=True)
class Route:
    """How one address is asked for: what to connect to, and as whom."""

    scheme: str
    connect_host: str  # an IP address, or the trial origin's host
    connect_port: int
    host: str  # the Host header and the name that the certificate must carry
    target: str  # path and query, as sent


@dataclass(frozen=True, slots=True)
class Origin:
    """A local copy of the sites that stands in for all of them in a trial."""

    scheme: str
    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Origin:
        """Read ``http://127.0.0.1:8000``.

        Raises:
            ValueError: no scheme, host and port of that form, or a host that is not on this machine or its network. A
                trial knows no pauses, so it must never reach a public server.
        """
        parts = urlsplit(text)
        if parts.scheme not in _PORTS or not parts.hostname or parts.path.strip("/") or parts.query or parts.username:
            raise ValueError(f"{text!r} is no origin: write http://127.0.0.1:8000")
        host = "127.0.0.1" if parts.hostname == "localhost" else parts.hostname
        try:
            public = is_public(host)
        except ValueError:
            raise ValueError(f"{text!r}: name the local copy by its IP address, as in http://127.0.0.1:8000") from None
        if public:
            raise ValueError(f"{text!r} is a public address: a trial goes to a copy on this machine or network only")
        return cls(parts.scheme, host, parts.port or _PORTS[parts.scheme])


class Guard:
    """Decides on addresses: ``hosts`` may be asked, with ``trial`` all of them at that origin."""

    def __init__(self, hosts: Iterable[str], *, trial: Origin | None = None, resolver: Resolver | None = None) -> None:
        self._hosts = frozenset(hosts)
        self._trial = trial
        self._resolve = resolver or system_resolver

    def check(self, address: str, *, origin: str | None = None) -> None:
        """Look at scheme, host and port alone; ``origin`` is the address whose redirect or page named this one.

        Raises:
            RefusedError: not http(s), a user name inside, an unknown host or port, or a step from https down to http.
        """
        try:
            parts = urlsplit(address)
            port = parts.port
        except ValueError as error:
            raise RefusedError(f"no address: {error}") from error
        if parts.scheme not in _PORTS:
            raise RefusedError(f"the scheme {parts.scheme or '(none)'} is not followed")
        if parts.username or parts.password:
            raise RefusedError("an address with a user name is not followed")
        if port not in (None, _PORTS[parts.scheme]):
            raise RefusedError(f"the port {port} is not followed")
        if parts.hostname not in self._hosts:
            named = bool(parts.hostname) and not _is_number(parts.hostname or "")
            message = f"the host {parts.hostname or '(none)'} is not one of the sites of this run"
            raise RefusedError(message, elsewhere=named)
        if origin and origin.startswith("https://") and parts.scheme == "http":
            raise RefusedError("a redirect from https to http is not followed")

    async def route(self, address: str, *, origin: str | None = None) -> Route:
        """`check` the address, resolve its host, check each answer, and say what to connect to.

        Raises:
            RefusedError: as `check`, or the name leads to an address that is not public.
            NameLookupError: the name does not resolve.
        """
        self.check(address, origin=origin)
        parts = urlsplit(address)
        host = parts.hostname or ""
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if self._trial:
            return Route(self._trial.scheme, self._trial.host, self._trial.port, host, target)
        port = _PORTS[parts.scheme]
        found = await self._resolve(host, port)
        if not found:
            raise NameLookupError(f"{host} has no address")
        for ip in found:
            if not is_public(ip):
                raise RefusedError(f"{host} leads to {ip}, which is not a public address")
        return Route(parts.scheme, found[0], port, host, target)


def is_public(ip: str) -> bool:
    """Whether that IP address is public, also when it hides an IPv4 address (mapped, 6to4, Teredo, NAT64).

    Raises:
        ValueError: not an IP address.
    """
    address = ipaddress.ip_address(ip.split("%", 1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        hidden: list[ipaddress.IPv4Address] = []
        if address.ipv4_mapped:
            return is_public(str(address.ipv4_mapped))
        if address.sixtofour:
            hidden.append(address.sixtofour)
        if address.teredo:
            hidden.extend(address.teredo)
        if address in _NAT64:
            hidden.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(is_public(str(inner)) for inner in hidden):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _is_number(host: str) -> bool:
    """Whether a host is an IP address in any spelling, ``2130706433`` included, or this machine."""
    return ":" in host or host.replace(".", "").isdigit() or host.startswith("0x") or host == "localhost"


async def system_resolver(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives, IPv4 first: broken IPv6 routes are common, broken IPv4 ones rare.

    Raises:
        NameLookupError: no such name, or no answer within 20 seconds.
    """
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(20):
            answers = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except TimeoutError as error:
        raise NameLookupError(f"the name server gave no answer for {host}") from error
    except (OSError, UnicodeError) as error:
        raise NameLookupError(f"{host} cannot be resolved: {error}") from error
    answers.sort(key=lambda answer: answer[0] != socket.AF_INET)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))
