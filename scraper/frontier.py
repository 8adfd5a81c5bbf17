"""The frontier: every page that is known, what was last seen of it, and when it is due again.

Its only memory is the ledger. Due pages come in the order that matters: what was never seen (newest first), what a
channel says has changed, what failed before, what is due for a look, and last what wants a second look. A page is kept
under the address that it goes by itself; addresses that turned out to lead there are not asked for again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from scraper.capture import Capture
from scraper.clock import Clock, from_text, to_text
from scraper.discovery import Admission, Candidate
from scraper.ledger import Ledger
from scraper.pages import Pages
from scraper.sites import Limits
from scraper.urls import host_of, node_of
from scraper.verdicts import CONSEQUENCES, Verdict

NEW, CHANGED, FAILED, RECHECK, CONFIRM = range(5)
PRIORITY_NAMES = ("new", "changed", "failed before", "due for a look", "second look")
# Due at once: earlier than any moment, so that a clock that was set back hides no page.
_AT_ONCE = ""
_REMEMBERED = 1_000  # offers of one run
_SITEMAP_RANK = 1_000_000  # pages that only a sitemap names come after all that listings put in order
_COLUMNS = (
    "address, page_id, site, kind, channel, depth, rank, hint, due_at, priority, tries, verdict, checked_at, "
    "interval_days, capture_id, etag, last_modified, body_length, text_sha256, node_id, full_at, suspected, "
    "suspected_at, gone_since, gone_seen, gone_status"
)
# What the ledger's pages say of their kind; speeches and pages of unknown kind are for the parsers to tell.
_KIND_HINTS = {"press_release": "press_release", "event": "event", "speech": "other"}


@dataclass(frozen=True, slots=True)
class Work:
    """One row of the frontier: a page, and what is known of it. Moments are text, see `scraper.clock.to_text`."""

    address: str
    page_id: int
    site: str
    kind: str
    channel: str
    depth: int
    rank: int
    hint: str | None
    due_at: str
    priority: int
    tries: int
    verdict: str | None
    checked_at: str | None
    interval_days: float
    capture_id: int | None
    etag: str | None
    last_modified: str | None
    body_length: int | None
    text_sha256: str | None
    node_id: int | None
    full_at: str | None
    suspected: str | None
    suspected_at: str | None
    gone_since: str | None
    gone_seen: str | None
    gone_status: int | None

    @property
    def why(self) -> str:
        """Why it is fetched, for people."""
        return f"{PRIORITY_NAMES[self.priority]}, found by {self.channel}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate as one channel names it. ``rank`` orders new pages, smaller is newer."""

    candidate: Candidate
    channel: str
    rank: int
    depth: int = 0
    moment: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What an attempt showed of a page. ``suspected`` is the text of a suspect page."""

    verdict: Verdict
    capture: Capture | None  # None: nothing was sent
    node_id: int | None = None
    suspected: str | None = None
    second_look: bool = False  # asking once more in this run may help
    whole: bool = True  # fetched without validators


@dataclass(frozen=True, slots=True)
class Settlement:
    """What is to be written down after an attempt.

    ``own_address`` is the address that an ok page goes by, where its row moves; ``offers`` are what the page names.
    """

    work: Work
    seen: Seen
    own_address: str | None = None
    offers: tuple[Offer, ...] = ()


class Frontier:
    """The rows of one ledger. Only the run that holds the data folder's lock writes them."""

    def __init__(self, ledger: Ledger, clock: Clock, limits: Limits) -> None:
        self._ledger = ledger
        self._connection = ledger.connection  # for what is part of a transaction
        self._reader = ledger.reader
        self._pages = Pages(ledger.connection)
        self._clock = clock
        self._limits = limits
        self._marked: set[str] = set()  # sites whose pages say which node they are
        self._offered: dict[tuple[str, str], int] = {}  # ranks of what was offered in this run

    # what comes in

    def offer(self, offers: Iterable[Offer]) -> int:
        """Take in what channels name; returns how many of the addresses were unknown."""
        offers = list(offers)
        if not offers:
            return 0
        now = to_text(self._clock.now())
        with self._ledger.transaction():
            return sum(self._offer(offer, now) for offer in offers)

    def note_found(self, channel: str, addresses: Iterable[str]) -> int:
        """Write down that a channel names these addresses; returns how many it had not named before."""
        now = to_text(self._clock.now())
        with self._ledger.transaction() as connection:
            return sum(
                connection.execute("INSERT OR IGNORE INTO found VALUES (?, ?, ?)", (address, channel, now)).rowcount
                for address in addresses
            )

    def adopt(self, admission: Admission) -> int:
        """Take in pages that the ledger knows from elsewhere (imports, a ledger made anew); returns how many."""
        rows = self._reader.execute(
            "SELECT address, last_seen FROM pages WHERE merged_into IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM frontier WHERE frontier.page_id = pages.id)"
        ).fetchall()
        now = to_text(self._clock.now())
        adopted = 0
        with self._ledger.transaction():
            for address, last_seen in rows:
                candidate = admission.candidate(address)
                if candidate and candidate.address == address:
                    offer = Offer(candidate, "import", rank=_SITEMAP_RANK)
                    adopted += self._insert(offer, now, NEW if last_seen is None else RECHECK)
        return adopted

    # what goes out

    def due(self, sites: Sequence[str], limit: int) -> list[Work]:
        """The pages of these sites that are due, most pressing first."""
        marks = ", ".join("?" * len(sites))
        rows = self._reader.execute(
            f"SELECT {_COLUMNS} FROM frontier WHERE due_at <= ? AND site IN ({marks}) "  # noqa: S608
            "ORDER BY priority, rank, due_at, address LIMIT ?",
            (to_text(self._clock.now()), *sites, limit),
        )
        return [Work(*row) for row in rows]

    def count_due(self, sites: Sequence[str]) -> dict[int, int]:
        """How many pages are due, for each priority."""
        marks = ", ".join("?" * len(sites))
        rows = self._reader.execute(
            f"SELECT priority, count(*) FROM frontier WHERE due_at <= ? AND site IN ({marks}) GROUP BY priority",  # noqa: S608
            (to_text(self._clock.now()), *sites),
        )
        return dict(rows)

    def new_and_listed(self, sites: Sequence[str], limit: int) -> int:
        """How many never seen pages that are not from a sitemap alone are waiting, counted up to ``limit``."""
        marks = ", ".join("?" * len(sites))
        row = self._reader.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM frontier WHERE priority = {NEW} AND rank < {_SITEMAP_RANK} "  # noqa: S608
            f"AND due_at <= ? AND site IN ({marks}) LIMIT ?)",
            (to_text(self._clock.now()), *sites, limit),
        ).fetchone()
        return int(row[0])

    def work(self, address: str) -> Work | None:
        """The row of one address, if there is one."""
        row = self._reader.execute(f"SELECT {_COLUMNS} FROM frontier WHERE address = ?", (address,)).fetchone()  # noqa: S608
        return Work(*row) if row else None

    def newest(self, site: str) -> str | None:
        """When a listing or feed of a site last named a page that was unknown; None if it never did."""
        row = self._reader.execute(
            "SELECT max(found_at) FROM frontier WHERE site = ? "
            "AND (channel LIKE '%/listing/%' OR channel LIKE '%/feed/%')",
            (site,),
        ).fetchone()
        return row[0] if row else None

    def is_unknown(self, address: str) -> bool:
        """Whether no page is known under that address."""
        if self.work(address) is not None:
            return False
        return self._reader.execute("SELECT 1 FROM addresses WHERE address = ?", (address,)).fetchone() is None

    def others_with_text(self, text_sha256: str, but: Collection[str]) -> int:
        """How many other pages say the very same, or said so when they were suspect."""
        rows = self._reader.execute(
            "SELECT address FROM frontier WHERE text_sha256 = ?1 UNION "
            "SELECT address FROM frontier WHERE suspected = ?1 LIMIT 50",
            (text_sha256,),
        )
        return sum(address not in but for (address,) in rows)

    def has_markers(self, site: str, least: int) -> bool:
        """Whether at least that many pages of a site have said which node they are."""
        if site not in self._marked:
            row = self._reader.execute(
                "SELECT count(*) FROM (SELECT 1 FROM frontier WHERE site = ? AND node_id IS NOT NULL LIMIT ?)",
                (site, least),
            ).fetchone()
            if row[0] < least:
                return False
            self._marked.add(site)
        return True

    def recheck_all(self, sites: Sequence[str]) -> None:
        """Make every page of these sites due now."""
        marks = ", ".join("?" * len(sites))
        with self._ledger.transaction() as connection:
            connection.execute(f"UPDATE frontier SET due_at = ? WHERE site IN ({marks})", (_AT_ONCE, *sites))  # noqa: S608

    # what came of it

    def settle_all(self, settlements: Sequence[Settlement]) -> list[int]:
        """Write down what attempts showed; returns for each how many of the addresses it named were unknown."""
        now = to_text(self._clock.now())
        with self._ledger.transaction():
            return [self._settle(settlement, now) for settlement in settlements]

    def text_of(self, page_id: int) -> str | None:
        """What a page said when it was last seen, under whichever address; None if it never was."""
        row = self._reader.execute(
            "SELECT text_sha256 FROM frontier WHERE page_id = ? AND text_sha256 IS NOT NULL", (page_id,)
        ).fetchone()
        return row[0] if row else None

    def is_gone(self, page_id: int) -> bool:
        """Whether the page is marked as gone."""
        row = self._reader.execute("SELECT gone_at FROM pages WHERE id = ?", (page_id,)).fetchone()
        return row is not None and row[0] is not None

    def mark_gone(self, sites: Sequence[str]) -> list[str]:
        """Mark pages of these healthy sites as gone on repeated evidence; returns their addresses.

        Evidence is one 410, or 404s in a row over at least ``gone_hours``.
        """
        marks = ", ".join("?" * len(sites))
        rows = self._reader.execute(
            "SELECT f.address, f.page_id, f.gone_since, f.gone_seen, f.gone_status FROM frontier AS f "  # noqa: S608
            f"JOIN pages ON pages.id = f.page_id WHERE f.site IN ({marks}) AND f.gone_since IS NOT NULL "
            "AND pages.gone_at IS NULL",
            tuple(sites),
        ).fetchall()
        least = timedelta(hours=self._limits.gone_hours)
        gone = [
            (address, page_id, seen)
            for address, page_id, since, seen, status in rows
            if status == 410 or from_text(seen) - from_text(since) >= least
        ]
        if gone:
            with self._ledger.transaction() as connection:
                connection.executemany(
                    "UPDATE pages SET gone_at = ? WHERE id = ?", [(at, page) for _, page, at in gone]
                )
        return [address for address, _, _ in gone]

    # inside a transaction

    def _settle(self, settlement: Settlement, now: str) -> int:
        work, seen, own_address = settlement.work, settlement.seen, settlement.own_address
        values = self._after(work, seen)
        if own_address and own_address != work.address:
            self._move(work, own_address, values, now)
        else:
            self._update(work.address, values)
        if seen.verdict in (Verdict.OK, Verdict.NOT_MODIFIED):
            self._connection.execute(
                "UPDATE pages SET gone_at = NULL WHERE id = ? AND gone_at IS NOT NULL", (values["page_id"],)
            )
        return sum(self._offer(offer, now) for offer in settlement.offers)

    def _offer(self, offer: Offer, now: str) -> int:
        address = offer.candidate.address
        execute = self._connection.execute
        if offer.moment is None and offer.rank >= self._offered.get((address, offer.channel), 1 << 60):
            return 0  # the same word again: menus and lists of related pages stand on page after page
        if len(self._offered) >= _REMEMBERED:
            self._offered.clear()
        self._offered[address, offer.channel] = offer.rank
        execute("INSERT OR IGNORE INTO found VALUES (?, ?, ?)", (address, offer.channel, now))
        row = execute("SELECT hint, checked_at, priority, rank FROM frontier WHERE address = ?", (address,)).fetchone()
        if row is None:
            return 0 if self._leads_elsewhere(address) else self._insert(offer, now, NEW)
        hint, checked_at, priority, rank = row
        if offer.moment and offer.moment > (hint or ""):
            execute("UPDATE frontier SET hint = ? WHERE address = ?", (offer.moment, address))
            if checked_at and priority == RECHECK and checked_at < offer.moment <= now:
                execute("UPDATE frontier SET due_at = ?, priority = ? WHERE address = ?", (_AT_ONCE, CHANGED, address))
        if checked_at is None and offer.rank < rank:
            execute("UPDATE frontier SET rank = ? WHERE address = ?", (offer.rank, address))
        return 0

    def _leads_elsewhere(self, address: str) -> bool:
        """Whether the address is known to lead to a page that goes by another one."""
        node_id = node_of(address)
        if node_id is not None:
            found = self._connection.execute(
                "SELECT 1 FROM pages JOIN frontier ON frontier.page_id = pages.id WHERE pages.site = ? "
                "AND pages.node_id = ?",
                (host_of(address), node_id),
            ).fetchone()
            if found:
                return True
        row = self._connection.execute(
            "SELECT 1 FROM addresses JOIN frontier ON frontier.page_id = addresses.page_id "
            "WHERE addresses.address = ? AND frontier.address <> ?",
            (address, address),
        ).fetchone()
        return row is not None

    def _insert(self, offer: Offer, now: str, priority: int) -> int:
        candidate = offer.candidate
        page_id = self._pages.know(
            candidate.address, now, channel=offer.channel, kind_hint=_KIND_HINTS.get(candidate.kind)
        )
        self._connection.execute(
            "INSERT INTO frontier (address, page_id, site, kind, channel, depth, rank, found_at, hint, due_at, "
            "priority) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(candidate.address, page_id, candidate.site.name, candidate.kind, offer.channel, offer.depth),
                *(offer.rank, now, offer.moment, _AT_ONCE, priority),
            ),
        )
        return 1

    def _after(self, work: Work, seen: Seen) -> dict[str, Any]:
        """The columns that an attempt changes."""
        limits, now = self._limits, self._clock.now()
        capture = seen.capture
        good = seen.verdict in (Verdict.OK, Verdict.NOT_MODIFIED)
        settled = CONSEQUENCES[seen.verdict].again == "due"
        values: dict[str, Any] = {
            "page_id": capture.page_id if capture and seen.verdict is Verdict.OK else work.page_id,
            "verdict": str(seen.verdict),
            "checked_at": to_text(now),
            "suspected": seen.suspected,
            "suspected_at": self._suspected_at(work, seen),
            "priority": RECHECK if settled else FAILED,
            "tries": 0 if settled else work.tries + 1,
        }
        if seen.verdict is Verdict.GONE:
            values |= {
                "gone_since": work.gone_since or to_text(now),
                "gone_seen": to_text(now),
                "gone_status": capture.status if capture else None,
            }
        elif good:
            values |= {"gone_since": None, "gone_seen": None, "gone_status": None}
        if seen.verdict is Verdict.OK and capture:
            values |= {
                "capture_id": capture.id,
                "etag": capture.etag,
                "last_modified": capture.last_modified,
                "body_length": capture.body_length,
                "text_sha256": capture.text_sha256,
                "node_id": seen.node_id,
            }
        if good and seen.whole:
            values["full_at"] = to_text(now)
        interval = work.interval_days
        if good and work.checked_at is not None:
            same = capture is None or seen.verdict is Verdict.NOT_MODIFIED or capture.text_sha256 == work.text_sha256
            interval = min(interval * 2, limits.recheck_days) if same else max(1.0, interval / 2)
            values["interval_days"] = interval
        values["due_at"] = to_text(now + self._pause(work, seen, interval))
        if self._looks_again(work, seen):
            values |= {"priority": CONFIRM, "due_at": _AT_ONCE}
        return values

    def _suspected_at(self, work: Work, seen: Seen) -> str | None:
        if seen.suspected is None:
            return None
        return work.suspected_at if seen.suspected == work.suspected else to_text(self._clock.now())

    @staticmethod
    def _looks_again(work: Work, seen: Seen) -> bool:
        """Whether the page is asked for once more in this run."""
        return seen.verdict is Verdict.SUSPECT and seen.second_look and work.priority != CONFIRM

    def _pause(self, work: Work, seen: Seen, interval: float) -> timedelta:
        """Until the next look."""
        longest = self._limits.recheck_days
        if seen.verdict in (Verdict.OK, Verdict.NOT_MODIFIED):
            return timedelta(days=min(interval, longest))
        if seen.verdict is Verdict.SUSPECT:
            return timedelta(hours=self._limits.gone_hours)
        if seen.verdict is Verdict.GONE:
            so_far = self._clock.now() - from_text(work.gone_since) if work.gone_since else timedelta()
            left = timedelta(hours=self._limits.gone_hours) - so_far
            return left if left > timedelta() else timedelta(days=longest)
        if CONSEQUENCES[seen.verdict].again == "due":
            return timedelta(days=longest)
        return timedelta(days=min(2.0 ** min(work.tries, 10), longest))

    def _update(self, address: str, values: Mapping[str, Any]) -> None:
        names = ", ".join(f"{name} = ?" for name in values)
        self._connection.execute(f"UPDATE frontier SET {names} WHERE address = ?", (*values.values(), address))  # noqa: S608

    def _move(self, work: Work, own_address: str, values: Mapping[str, Any], now: str) -> None:
        """The page goes by another address: its row moves there, and stays behind only if the ledger disagrees."""
        execute = self._connection.execute
        if execute("SELECT 1 FROM frontier WHERE address = ?", (own_address,)).fetchone() is None:
            execute(
                "INSERT INTO frontier (address, page_id, site, kind, channel, depth, rank, found_at, hint, due_at, "
                "priority) SELECT ?, ?, site, kind, channel, depth, rank, ?, hint, due_at, priority "
                "FROM frontier WHERE address = ?",
                (own_address, values["page_id"], now, work.address),
            )
        self._update(own_address, values)
        known_as = execute("SELECT page_id FROM addresses WHERE address = ?", (work.address,)).fetchone()
        if known_as and known_as[0] == values["page_id"]:
            execute("DELETE FROM frontier WHERE address = ?", (work.address,))
        else:
            longest = self._clock.now() + timedelta(days=self._limits.recheck_days)
            left = {"verdict": values["verdict"], "checked_at": values["checked_at"], "due_at": to_text(longest)}
            self._update(work.address, {**left, "priority": RECHECK, "tries": 0})


def sitemap_rank(moment: str | None, now: str) -> int:
    """The rank of a page that a sitemap names: after those of listings, the latest change first."""
    if moment is None:
        return 2 * _SITEMAP_RANK
    age = from_text(now) - from_text(moment)
    return _SITEMAP_RANK + max(0, min(int(age.total_seconds() // 3600), _SITEMAP_RANK - 1))
