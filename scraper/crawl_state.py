"""What the crawler remembers between runs besides pages: gates, robots.txt, blocked hosts, channels, layouts, problems.

All of it lies in the ledger, each change in a transaction of its own, so that a killed run leaves nothing half said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from scraper.clock import Clock, from_text, to_text
from scraper.gate import GateState
from scraper.ledger import Ledger
from scraper.robots import Rules, nothing_allowed, rules_from_text

_LONGEST_BLOCK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ChannelState:
    """What a channel last gave. ``most`` is the most items it ever gave, ``next_page`` where a first walk goes on."""

    name: str
    read_at: str | None = None
    ok_at: str | None = None
    items: int | None = None
    most: int = 0
    total: int | None = None
    next_page: int | None = None
    complete_at: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class FileState:
    """Validators of one file of a channel: what a 304 to it would confirm."""

    capture_id: int
    etag: str | None
    last_modified: str | None
    items: int
    full_at: str


@dataclass(frozen=True, slots=True)
class CrawlProblem:
    """Something that the operator should know of. ``code`` is stable, ``message`` is for people."""

    code: str
    message: str
    site: str | None = None
    address: str | None = None


class CrawlState:
    """The crawler's memory in one ledger."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self._reader = ledger.reader
        self._clock = clock
        self._without_block: set[str] = set()  # hosts known to have none, because every page asks

    # gates

    def load_gate(self, domain: str) -> GateState:
        """The state last saved, the empty one at first."""
        row = self._reader.execute(
            "SELECT last_request, not_before, throttled FROM gates WHERE domain = ?", (domain,)
        ).fetchone()
        if row is None:
            return GateState()
        return GateState(_moment(row[0]), _moment(row[1]), row[2])

    def save_gate(self, domain: str, state: GateState) -> None:
        """Keep the state durably."""
        values = (domain, _text(state.last_request), _text(state.not_before), state.throttled)
        with self._ledger.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO gates VALUES (?, ?, ?, ?)", values)

    # robots.txt

    def load_robots(self, host: str) -> tuple[Rules | None, Rules | None]:
        """The copy last fetched, and the last good one; None where there is none."""
        row = self._reader.execute(
            "SELECT fetched_at, status, text, note, good_at, good_status, good_text FROM robots WHERE host = ?", (host,)
        ).fetchone()
        if row is None:
            return None, None
        good = rules_from_text(host, from_text(row[4]), row[5], row[6]) if row[6] is not None else None
        if row[2] is None:
            return nothing_allowed(host, from_text(row[0]), row[3] or "no answer"), good
        return rules_from_text(host, from_text(row[0]), row[1], row[2], row[3]), good

    def save_robots(self, rules: Rules) -> None:
        """Keep the copy just fetched; one that could be read becomes the last good one too."""
        at = to_text(rules.fetched_at)
        with self._ledger.transaction() as connection:
            connection.execute(
                "INSERT INTO robots (host, fetched_at, status, text, note) VALUES (?1, ?2, ?3, ?4, ?5) "
                "ON CONFLICT DO UPDATE SET fetched_at = ?2, status = ?3, text = ?4, note = ?5",
                (rules.host, at, rules.status, rules.text, rules.note),
            )
            if rules.text is not None:
                connection.execute(
                    "UPDATE robots SET good_at = fetched_at, good_status = status, good_text = text WHERE host = ?",
                    (rules.host,),
                )

    # hosts

    def blocked_until(self, host: str) -> datetime | None:
        """Until when the host is left alone because its firewall refused us; None if it may be asked."""
        row = self._reader.execute("SELECT blocked_until FROM hosts WHERE host = ?", (host,)).fetchone()
        until = _moment(row[0]) if row else None
        return until if until and until > self._clock.now() else None

    def block(self, host: str, pause: timedelta, reason: str) -> datetime:
        """Leave the host alone for ``pause``, doubled for each block since it last answered; returns until when."""
        row = self._reader.execute("SELECT blocks FROM hosts WHERE host = ?", (host,)).fetchone()
        blocks = row[0] if row else 0
        until = self._clock.now() + min(pause * 2.0 ** min(blocks, 10), _LONGEST_BLOCK)
        self._without_block.discard(host)
        with self._ledger.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO hosts VALUES (?, ?, ?, ?)", (host, to_text(until), blocks + 1, reason)
            )
        return until

    def unblock(self, host: str) -> None:
        """The host answered with a page: forget its blocks."""
        if host in self._without_block:
            return
        if self._reader.execute("SELECT 1 FROM hosts WHERE host = ?", (host,)).fetchone():
            with self._ledger.transaction() as connection:
                connection.execute("DELETE FROM hosts WHERE host = ?", (host,))
        self._without_block.add(host)

    # channels

    def channel(self, name: str) -> ChannelState:
        """What is known of a channel; the empty state at first."""
        row = self._reader.execute(
            "SELECT name, read_at, ok_at, items, most, total, next_page, complete_at, problem "
            "FROM channels WHERE name = ?",
            (name,),
        ).fetchone()
        return ChannelState(*row) if row else ChannelState(name)

    def save_channel(self, state: ChannelState) -> None:
        """Keep the state of a channel."""
        with self._ledger.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO channels "
                "(name, read_at, ok_at, items, most, total, next_page, complete_at, problem) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(state.name, state.read_at, state.ok_at, state.items, state.most),
                    *(state.total, state.next_page, state.complete_at, state.problem),
                ),
            )

    def found_by(self, channel: str) -> int:
        """How many addresses a channel has named so far."""
        row = self._reader.execute("SELECT count(*) FROM found WHERE channel = ?", (channel,)).fetchone()
        return int(row[0])

    def file(self, address: str) -> FileState | None:
        """Validators of a channel's file, None when it was never read."""
        row = self._reader.execute(
            "SELECT capture_id, etag, last_modified, items, full_at FROM channel_files WHERE address = ?", (address,)
        ).fetchone()
        return FileState(*row) if row else None

    def save_file(self, address: str, channel: str, state: FileState) -> None:
        """Keep the validators of a channel's file."""
        values = (address, channel, state.capture_id, state.etag, state.last_modified, state.items, state.full_at)
        with self._ledger.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO channel_files VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    # layouts

    def layouts(self, site: str, kind: str, language: str) -> Mapping[str, int]:
        """The layouts seen so far for pages of that site, kind and language, with how many pages had each."""
        return dict(
            self._reader.execute(
                "SELECT layout, pages FROM layouts WHERE site = ? AND kind = ? AND language = ?", (site, kind, language)
            )
        )

    def learn_layout(self, site: str, kind: str, language: str, layout: str, address: str, pages: int) -> None:
        """Count pages of a layout."""
        with self._ledger.transaction() as connection:
            connection.execute(
                "INSERT INTO layouts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET pages = pages + ?7",
                (site, kind, language, layout, to_text(self._clock.now()), address, pages),
            )

    # problems

    def report(self, run_id: int, problem: CrawlProblem) -> None:
        """Keep a problem of this run."""
        values = (run_id, to_text(self._clock.now()), problem.code, problem.site, problem.address, problem.message)
        with self._ledger.transaction() as connection:
            connection.execute(
                "INSERT INTO crawl_problems (run_id, at, code, site, address, message) VALUES (?, ?, ?, ?, ?, ?)",
                values,
            )


def _moment(text: str | None) -> datetime | None:
    return from_text(text) if text else None


def _text(moment: datetime | None) -> str | None:
    return to_text(moment) if moment else None
