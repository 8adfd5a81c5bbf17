"""Which addresses are one page, and the number each page keeps for ever.

A page is known from the moment its first address is found; its id is a hash of that address and never changes.
Later evidence adds addresses to a page, or shows that two pages known apart are one. Then the one known longer stands
for both; the other's row remains and points to it (``merged_into``), so that no id ever dies.

What counts as evidence, and only in a capture with the verdict ``ok``:

- the attempt was redirected to another address;
- the page names another address of the same host as its own (``rel=canonical``, ``og:url``), neither being a home page;
- the page has the same Drupal node number on the same host in the same language as a page already known.

Two pages of different language, or of one host with different node numbers, are never taken for one: a redirect between
them moves the capture to where it ended, nothing else.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from scraper.capture import NOT_MODIFIED, OK, KnownAddress, KnownPage
from scraper.urls import host_of, is_front_page, language_of, node_of

_EVIDENCE = ("declared", "node_id", "language", "channel", "kind_hint")
_COLUMNS = "id, address, site, node_id, language, kind_hint, first_seen, last_seen, last_checked, gone_at"


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one capture tells about identity. Addresses are canonical."""

    address: str  # where the attempt began
    final_address: str
    at: str  # UTC
    verdict: str
    live: bool  # fetched now, not imported: counts in the page's counters
    declared: str | None = None  # what the page names as its own address
    node_id: int | None = None
    language: str | None = None  # as the page declares it
    channel: str | None = None
    kind_hint: str | None = None

    @property
    def evidence(self) -> dict[str, Any]:
        """What a capture's record carries besides its row, so that its page can be settled again."""
        return {name: getattr(self, name) for name in _EVIDENCE}

    @classmethod
    def carried(cls, carried: Mapping[str, Any]) -> Self:
        """The sighting that a stored record carries."""
        return cls(
            address=carried["address"],
            final_address=carried["final_address"],
            at=carried["captured_at"],
            verdict=carried["verdict"],
            live=carried["via"] == "live",
            **{name: carried.get(name) for name in _EVIDENCE},
        )


class Pages:
    """The ledger's `pages` and `addresses`. Every writing method runs inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def know(
        self,
        address: str,
        at: str,
        *,
        channel: str | None = None,
        kind_hint: str | None = None,
        page_id: int | None = None,
    ) -> int:
        """The page under a canonical ``address``, made known if need be (as ``page_id``, if that is given and free)."""
        row = self._connection.execute(
            "SELECT page_id, kind_hint FROM addresses JOIN pages ON pages.id = page_id WHERE addresses.address = ?",
            (address,),
        ).fetchone()
        if row:
            if kind_hint and row[1] is None:
                self._connection.execute("UPDATE pages SET kind_hint = ? WHERE id = ?", (kind_hint, row[0]))
            return int(row[0])
        if page_id is None or self._exists(page_id):
            page_id = self._free_id(address)
        self._connection.execute(
            "INSERT INTO pages (id, number, address, site, node_id, language, kind_hint, first_seen) "
            "VALUES (?, (SELECT ifnull(max(number), 0) + 1 FROM pages), ?, ?, NULL, ?, ?, ?)",
            (page_id, address, host_of(address), language_of(address), kind_hint, at),
        )
        self._add_address(address, page_id, channel, at)
        return page_id

    def settle(self, seen: Sighting, *, page_id: int | None = None) -> int:
        """The page that a capture belongs to, once everything it tells has been taken in.

        ``page_id`` is the id to give should the address be unknown: that of an earlier ledger.
        """
        page = self.know(seen.address, seen.at, channel=seen.channel, kind_hint=seen.kind_hint, page_id=page_id)
        if seen.verdict == OK:
            page = self._join(page, seen)
        self._count(page, seen)
        return page

    def page(self, page_id: int) -> KnownPage:
        """One page, resolved. Raises KeyError."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM pages WHERE id = (SELECT ifnull(merged_into, id) FROM pages WHERE id = ?)",  # noqa: S608
            (page_id,),
        ).fetchone()
        if row is None:
            raise KeyError(page_id)
        return KnownPage(*row)

    def all(self) -> Iterator[KnownPage]:
        """Every page that was not merged into another, in id order."""
        last = -1
        while rows := self._connection.execute(
            f"SELECT {_COLUMNS} FROM pages WHERE id > ? AND merged_into IS NULL ORDER BY id LIMIT 500",  # noqa: S608
            (last,),
        ).fetchall():
            last = rows[-1][0]
            yield from (KnownPage(*row) for row in rows)

    def addresses(self, page_id: int) -> tuple[KnownAddress, ...]:
        """Every address of a page, oldest first."""
        rows = self._connection.execute(
            "SELECT address, page_id, channel, first_seen FROM addresses "
            "WHERE page_id = (SELECT ifnull(merged_into, id) FROM pages WHERE id = ?) ORDER BY first_seen, address",
            (page_id,),
        )
        return tuple(KnownAddress(*row) for row in rows)

    # joining

    def _join(self, page: int, seen: Sighting) -> int:
        """Take in what an ok capture tells; the page that stands for the content afterwards."""
        own_address = _own_address(seen)
        language = language_of(own_address) or seen.language
        node_id = seen.node_id if seen.node_id is not None else node_of(own_address)
        site = host_of(own_address)

        if seen.final_address != seen.address:
            target = self.know(seen.final_address, seen.at, channel="redirect")
            page = self._merge(page, target) if self._compatible(page, target, site, node_id, language) else target
        if own_address != seen.final_address:
            target = self.know(own_address, seen.at, channel="canonical")
            if self._compatible(page, target, site, node_id, language):
                page = self._merge(page, target)
            else:
                own_address = seen.final_address  # the declared one is another page's
        twin = self._twin(site, node_id, language)
        if twin is not None and self._compatible(page, twin, site, node_id, language):
            page = self._merge(page, twin)
        self._describe(page, own_address, site, node_id, language)
        return page

    def _twin(self, site: str, node_id: int | None, language: str | None) -> int | None:
        row = self._connection.execute(
            "SELECT id FROM pages WHERE site = ? AND node_id = ? AND language = ? AND merged_into IS NULL",
            (site, node_id, language),
        ).fetchone()
        return int(row[0]) if row else None

    def _compatible(self, one: int, other: int, site: str, node_id: int | None, language: str | None) -> bool:
        """Whether nothing that is known of two pages, or was just seen, forbids them to be one."""
        if one == other:
            return True
        rows = self._rows(one, other)
        languages = {row["language"] for row in rows} | {language}
        nodes = {row["node_id"] for row in rows if row["site"] == site} | {node_id}
        return len(languages - {None}) <= 1 and len(nodes - {None}) <= 1

    def _merge(self, one: int, other: int) -> int:
        """Make two pages one; the id of the one known longer."""
        if one == other:
            return one
        survivor, loser = sorted(self._rows(one, other), key=lambda row: int(row["number"]))
        kept, gone = survivor["id"], loser["id"]
        execute = self._connection.execute
        execute("UPDATE pages SET merged_into = ? WHERE id = ? OR merged_into = ?", (kept, gone, gone))
        execute("UPDATE addresses SET page_id = ? WHERE page_id = ?", (kept, gone))
        execute("UPDATE frontier SET page_id = ? WHERE page_id = ?", (kept, gone))
        execute(
            "UPDATE pages SET "
            "kind_hint = ifnull(pages.kind_hint, o.kind_hint), first_seen = min(pages.first_seen, o.first_seen), "
            "last_seen = max(ifnull(pages.last_seen, o.last_seen), ifnull(o.last_seen, pages.last_seen)), "
            "last_checked = max(ifnull(pages.last_checked, o.last_checked), "
            "ifnull(o.last_checked, pages.last_checked)), "
            "checks = pages.checks + o.checks FROM pages AS o WHERE pages.id = ? AND o.id = ?",
            (kept, gone),
        )
        return int(kept)

    def _describe(self, page: int, own_address: str, site: str, node_id: int | None, language: str | None) -> None:
        """Write down what the page now is; where it does not say, what it was said to be before stands."""
        [known] = self._rows(page)
        language = language or known["language"]
        if node_id is None and known["site"] == site:
            node_id = known["node_id"]
        if self._twin(site, node_id, language) not in (None, page):
            node_id = None  # the number is another page's, and something forbids them to be one
        self._connection.execute(
            "UPDATE pages SET address = ?, site = ?, node_id = ?, language = ? WHERE id = ?",
            (own_address, site, node_id, language, page),
        )

    def _count(self, page: int, seen: Sighting) -> None:
        """Times and counters. A copy of another day moves times, but says nothing of the page's present state."""
        here = seen.verdict in (OK, NOT_MODIFIED)
        counters = (
            ", checks = checks + 1, failures = CASE WHEN ?2 THEN 0 ELSE failures + 1 END, "
            "gone_count = CASE WHEN ?4 = 'gone' THEN gone_count + 1 WHEN ?2 THEN 0 ELSE gone_count END"
        )
        self._connection.execute(
            "UPDATE pages SET first_seen = min(first_seen, ?1), last_checked = max(ifnull(last_checked, ?1), ?1), "  # noqa: S608
            "last_seen = CASE WHEN ?2 THEN max(ifnull(last_seen, ?1), ?1) ELSE last_seen END"
            f"{counters if seen.live else ''} WHERE id = ?3",
            (seen.at, here, page, seen.verdict) if seen.live else (seen.at, here, page),
        )

    # rows

    def _rows(self, *page_ids: int) -> list[dict[str, Any]]:
        found = []
        for page_id in page_ids:
            row = self._connection.execute(
                "SELECT id, number, site, node_id, language FROM pages WHERE id = ?", (page_id,)
            ).fetchone()
            found.append(dict(zip(("id", "number", "site", "node_id", "language"), row, strict=True)))
        return found

    def _add_address(self, address: str, page_id: int, channel: str | None, at: str) -> None:
        self._connection.execute("INSERT INTO addresses VALUES (?, ?, ?, ?)", (address, page_id, channel, at))

    def _exists(self, page_id: int) -> bool:
        return self._connection.execute("SELECT 1 FROM pages WHERE id = ?", (page_id,)).fetchone() is not None

    def _free_id(self, address: str) -> int:
        """The address's hash; should another page have it, that of the address and a number."""
        attempt = 0
        while self._exists(found := page_id_of(address, attempt)):
            attempt += 1
        return found


def page_id_of(first_address: str, attempt: int = 0) -> int:
    """The id of the page first known under a canonical address: 53 bits of its SHA-256, never 0.

    53 bits are what JSON readers, JavaScript and R keep exactly. ``attempt`` counts ids already taken by others.
    """
    key = first_address if not attempt else f"{first_address}#{attempt}"
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") >> 11 or 1


def _own_address(seen: Sighting) -> str:
    """The address the content is known under: the declared one where it may be believed, else where it was found."""
    declared, found = seen.declared, seen.final_address
    if declared is None or host_of(declared) != host_of(found) or is_front_page(declared) != is_front_page(found):
        return found
    # A translation that names the original as canonical is a translation still; a prefix added to the path is not.
    if language_of(declared) != language_of(found) and (language_of(found) or language_of(declared) != seen.language):
        return found
    return declared
