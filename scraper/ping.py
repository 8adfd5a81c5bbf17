"""Tell a monitor that a job has ended: one GET to an address that the operator gave.

That address is the operator's own, so it may lie on a private network and on any port; nothing that a page says ever
comes here.
"""

from __future__ import annotations

import asyncio
import ipaddress
from urllib.parse import urlsplit

from scraper.client import Client, TransportError
from scraper.guard import NameLookupError, Route, system_resolver
from scraper.sites import Limits

_PORTS = {"http": 80, "https": 443}
_ATTEMPTS = 3


class PingError(Exception):
    """The monitor was not reached, or did not say that all is well. ``str()`` says why."""


def check(address: str) -> None:
    """Look at the form of the address. Raises PingError."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise PingError(f"{address!r} is no address: {error}") from error
    if parts.scheme not in _PORTS or not parts.hostname or parts.username:
        raise PingError(f"{address!r} is no http or https address")


async def ping(address: str, limits: Limits, *, user_agent: str) -> None:
    """Ask for the address until it answers with a status of 2xx, three times at most.

    Raises:
        PingError: it did not.
    """
    check(address)
    client = Client(limits)
    try:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                headers = {"Host": urlsplit(address).netloc, "User-Agent": user_agent, "Accept": "*/*"}
                answer = await client.get(await _route(address), headers)
                if 200 <= answer.status < 300:
                    return
                reason = f"it answered {answer.status}"
            except (TransportError, NameLookupError) as error:
                reason = str(error)
            if attempt == _ATTEMPTS:
                raise PingError(f"{urlsplit(address).hostname}: {reason}")
            await asyncio.sleep(limits.retry_seconds * attempt)
    finally:
        await client.close()


async def _route(address: str) -> Route:
    parts = urlsplit(address)
    host = parts.hostname or ""
    port = parts.port or _PORTS[parts.scheme]
    try:
        ipaddress.ip_address(host)
        found = [host]
    except ValueError:
        found = await system_resolver(host, port)
    if not found:
        raise NameLookupError(f"{host} has no address")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Route(parts.scheme, found[0], port, host, target)
