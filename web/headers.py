"""What every answer says to browsers, and what a public server does not tell.

Nothing is loaded from another host, no script or style stands inside a page, and no page can be framed. On a public
server Datasette's pages about itself (paths, versions, settings, threads) are not found.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from web.csv_guard import guarded as csv_guarded
from web.site import Site

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "font", "connect", "manifest")),
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), interest-cohort=()"),
)
_OWN = frozenset(name for name, _ in HEADERS)
_OPEN = ("/-/static/", "/-/search")  # below /-/, what a public server shows


def guard(site: Site) -> Callable[[App], App]:
    """A wrapper for Datasette's application."""

    def wrap(app: App) -> App:
        async def guarded(scope: Message, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return

            async def send_guarded(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message = {**message, "headers": _headers(scope, message)}
                await send(message)

            if site.settings.public and scope["path"].startswith("/-/") and not scope["path"].startswith(_OPEN):
                scope = {**scope, "path": "/not-shown-on-a-public-server", "raw_path": b"/not-shown-on-a-public-server"}
            datasettes = scope["path"].startswith(f"/{site.database}/") and scope["path"].endswith(".csv")
            await app(scope, receive, csv_guarded(send_guarded) if datasettes else send_guarded)

        return guarded

    return wrap


def _headers(scope: Message, message: Message) -> list[tuple[bytes, bytes]]:
    headers = [(name, value) for name, value in message.get("headers", []) if name.lower() not in _OWN]
    if scope["path"].startswith("/static/") and scope.get("query_string") and message["status"] == 200:
        # The address changes with the file.
        headers = [(name, value) for name, value in headers if name.lower() != b"cache-control"]
        headers.append((b"cache-control", b"public, max-age=31536000, immutable"))
    return [*headers, *HEADERS]
