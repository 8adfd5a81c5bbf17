"""robots.txt: what the site's owner allows (RFC 9309).

Protego matches the rules; what the status of the answer means is decided here (RFC 9309, section 2.3.1):

=====================================  ==================================================================
2xx, text                              the rules in its first 500 KiB
2xx, an HTML page                      no rules: everything is allowed, and the operator is told
other 4xx                              everything is allowed
429, 5xx, no answer, a firewall's 403  nothing is allowed, but for what the last good copy allowed
too many redirects                     as a 404
=====================================  ==================================================================

A copy serves for 24 hours, the last good one for 30 days while no answer comes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

PRODUCT = "iom-archive"  # our name in User-agent lines
MAX_BYTES = 500 << 10  # the least that RFC 9309, section 2.5, lets a crawler read


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host's robots.txt says to us. ``note`` tells the operator of anything unusual."""

    host: str
    fetched_at: datetime
    status: int | None  # None: no answer
    text: str | None  # the rules; None when nothing may be fetched
    note: str | None = None
    _parsed: Protego | None = None

    def allows(self, address: str) -> bool:
        """Whether ``address`` may be fetched. robots.txt itself always may (RFC 9309, section 2.2.2)."""
        if self.text is None:
            return urlsplit(address).path == "/robots.txt"
        return self._parsed is None or bool(self._parsed.can_fetch(address, PRODUCT))

    def as_of(self, moment: datetime) -> Rules:
        """The same rules, found unchanged at that moment."""
        return replace(self, fetched_at=moment)

    @property
    def crawl_delay(self) -> float | None:
        """Seconds between requests that the site asks for, if it does."""
        delay = self._parsed.crawl_delay(PRODUCT) if self._parsed else None
        return float(delay) if delay is not None and delay >= 0 else None

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that it names."""
        return tuple(self._parsed.sitemaps) if self._parsed else ()


def rules_from_text(host: str, fetched_at: datetime, status: int, text: str, note: str | None = None) -> Rules:
    """The rules that this text holds. A text that Protego cannot read allows nothing."""
    try:
        parsed = Protego.parse(text.removeprefix("\ufeff"))
    except Exception as error:  # any failure of a parser on foreign text must end on the safe side
        return Rules(host, fetched_at, status, None, f"robots.txt cannot be read: {error}")
    return Rules(host, fetched_at, status, text, note, parsed)


def rules_from_answer(host: str, fetched_at: datetime, status: int, body: bytes, content_type: str | None) -> Rules:
    """The rules that an answer to ``/robots.txt`` means; a 429 or 5xx gives rules that allow nothing."""
    if 200 <= status < 300:
        text = body[:MAX_BYTES].decode("utf-8", "replace")
        if len(body) > MAX_BYTES:
            text = text[: text.rfind("\n") + 1]
        if _is_html(text, content_type):
            return rules_from_text(host, fetched_at, status, "", "robots.txt is an HTML page: no rules in it")
        note = f"robots.txt has {len(body)} bytes, the first {MAX_BYTES} were read" if len(body) > MAX_BYTES else None
        return rules_from_text(host, fetched_at, status, text, note)
    if 300 <= status < 500 and status != 429:
        return rules_from_text(host, fetched_at, status, "")
    return Rules(host, fetched_at, status, None, f"robots.txt answered {status}: nothing may be fetched")


def nothing_allowed(host: str, fetched_at: datetime, reason: str) -> Rules:
    """The rules while no answer comes."""
    return Rules(host, fetched_at, None, None, f"robots.txt could not be read ({reason}): nothing may be fetched")


def choose(fresh: Rules, last_good: Rules | None, keep: timedelta) -> Rules:
    """The fresh rules; while they could not be read, the last good copy if it is not older than ``keep``."""
    if fresh.text is not None or last_good is None or last_good.text is None:
        return fresh
    age = fresh.fetched_at - last_good.fetched_at
    if age > keep:
        return fresh
    note = f"{fresh.note}, but for what the copy of {last_good.fetched_at:%Y-%m-%d} allowed"
    return rules_from_text(last_good.host, last_good.fetched_at, last_good.status or 200, last_good.text, note)


def _is_html(text: str, content_type: str | None) -> bool:
    head = text.removeprefix("\ufeff").lstrip()[:200].lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<body")) or (
        (content_type or "").lower().startswith("text/html") and "<" in head
    )
