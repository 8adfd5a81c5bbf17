"""Nights in the life of an archive: the real command against the stand-in, and what must hold after each of them.

`Life` remembers what the stand-in changed and what was published before. After every night it looks at the snapshots on
the disk: whole and unchanged, nothing lost, nothing gone that is still there, and a delta that says what changed, no
more and no less.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from archive import exit_codes
from archive.cli import main_group
from archive.snapshots.delta import CHECKING
from archive.snapshots.shelf import Shelf, Snapshot
from tests.standin import Trial
from tests.standin.server import ROOT
from tests.standin.trial import CONTACT

WWW = "https://www.iom.int"
# Where Datasette is not installed, the gate says that it could not ask for the public pages and goes on. Walking
# through all of them is tested where the gate is; here it would take most of the time.
LABELLED = "import sys; sys.modules['datasette.app'] = None; from archive.cli import main; main()"
# The labelled pages say the same of the parsers every night, so that most nights go without.
BARE = LABELLED.replace("main()", "from archive.checks import gate; del gate.CHECKS['labelled pages']; main()")


@dataclass(frozen=True)
class Ended:
    """One night's end."""

    code: int
    report: dict[str, Any]
    stderr: str

    @property
    def outcome(self) -> str:
        return str(self.report["outcome"])

    @property
    def incidents(self) -> set[tuple[str, str]]:
        return {(one["step"], one["code"]) for one in self.report["incidents"]}


@dataclass
class Life:
    """An archive over many nights. ``new``, ``edited``, ``moved`` and ``deleted`` wait to be published."""

    trial: Trial
    new: set[str] = field(default_factory=set)
    edited: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)  # for ever: the only ones that may be called gone
    gone: set[str] = field(default_factory=set)  # as the snapshots say
    seals: dict[str, str] = field(default_factory=dict)  # of each snapshot, when it was published
    published: int = 0
    blind: bool = False  # the site cannot be seen tonight: what it changed will be published when it can be

    # what the stand-in does

    def publish(self, slug: str, kind: str = "press_release") -> str:
        self.published += 1
        page = self.trial.site.publish_new(slug, kind=kind, node_id=400_000 + self.published)  # type: ignore[arg-type]
        self.new.add(WWW + page.path)
        return page.path

    def edit(self, path: str, words: str) -> None:
        self.trial.site.edit(path, words)
        if WWW + path not in self.new:
            self.edited.add(WWW + path)

    def move(self, path: str, to: str) -> None:
        self.trial.site.move(path, to)
        self.moved.add(WWW + to)

    def delete(self, path: str) -> None:
        self.trial.site.delete(path)
        self.deleted.add(WWW + path)

    def paths(self, kind: str = "press_release") -> list[str]:
        """Paths of pages in English, newest first."""
        pages = [page for page in self.trial.site.pages.values() if page.kind == kind and page.language == "en"]
        return [page.path for page in sorted(pages, key=lambda page: page.created, reverse=True)]

    # a night

    def command(self, *more: str, program: str = BARE) -> list[str]:
        trial = self.trial
        return [
            *(sys.executable, "-c", program, "--data", str(trial.data), "update", "--json", "--workers", "1"),
            *("--sites", str(trial.sites), "--connect-to", trial.site.origin, "--contact", CONTACT),
            *("--delay", "0", "--concurrency", "4", "--pretend-now", trial.site.now.isoformat(), *more),
        ]

    def night(self, *more: str, blind: bool = False, program: str = BARE) -> Ended:
        """One whole night; afterwards a day has passed."""
        self.blind = blind
        ran = subprocess.run(
            self.command(*more, program=program),
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=self.trial.environment(),
            timeout=300,
            check=False,
        )
        return self._ended(ran.returncode, ran.stdout, ran.stderr)

    def killed(self, when: Callable[[], bool], program: str = BARE) -> None:
        """A night that is killed as soon as ``when`` is true."""
        running = subprocess.Popen(
            self.command(program=program),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=self.trial.environment(),
        )
        end = time.monotonic() + 60
        while running.poll() is None and not when() and time.monotonic() < end:
            time.sleep(0.002)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert running.returncode == -signal.SIGKILL, "it was over before it could be killed"
        self.look()
        self.trial.site.forward(minutes=10)

    def full_disk(self, spare_kilobytes: int) -> Ended | None:
        """A night on a disk that has no more room than that; None where small disks cannot be made."""
        data, small = self.trial.data, self.trial.root / "small"
        small.mkdir(exist_ok=True)
        if subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", small], capture_output=True).returncode:
            return None
        # Snapshots share files that are the same: each counts once.
        sizes = {status.st_ino: status.st_size for status in (path.stat() for path in data.rglob("*"))}
        used = sum(-(-size // 4096) * 4 + 4 for size in sizes.values())
        script = (
            f'mount -t tmpfs -o size={used + spare_kilobytes}k none "{small}" && cp -a "{data}/." "{small}/" && shift 0; '
            f'"$@"; code=$?; rm -rf "{data}"; cp -a "{small}" "{data}"; exit $code'
        )
        command = [str(small) if part == str(data) else part for part in self.command()]
        ran = subprocess.run(
            ["unshare", "-rm", "sh", "-c", script, "sh", *command],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=self.trial.environment(),
            timeout=300,
            check=False,
        )
        return self._ended(ran.returncode, ran.stdout, ran.stderr)

    def _ended(self, code: int, out: str, errors: str) -> Ended:
        assert "Traceback" not in errors, errors
        report = json.loads(out)
        assert report["exit_code"] == code
        ended = Ended(code, report, errors)
        self.look(ended)
        self.trial.site.forward(days=1, minutes=1)
        return ended

    def status(self) -> dict[str, Any]:
        result = CliRunner().invoke(main_group, ["--data", str(self.trial.data), "status", "--json"])
        assert result.exit_code == exit_codes.OK, result.output
        found: dict[str, Any] = json.loads(result.stdout)
        return found

    # what must hold

    def look(self, ended: Ended | None = None) -> None:
        """Look at what lies on the disk after a night."""
        shelf = Shelf(self.trial.data / "snapshots")
        snapshots = shelf.all()
        for snapshot in snapshots:
            if snapshot.name in self.seals:
                assert _seal(snapshot) == self.seals[snapshot.name], f"{snapshot.name} was changed"
        assert set(self.seals) <= {snapshot.name for snapshot in snapshots}
        fresh = [snapshot for snapshot in snapshots if snapshot.name not in self.seals]
        published = ended is not None and ended.outcome == "published"
        assert len(fresh) == published
        for snapshot in fresh:
            self._is_sound(snapshot)
            before = snapshots[snapshots.index(snapshot) - 1] if len(snapshots) > 1 else None
            self._loses_nothing(snapshot, before)
            if before:
                self._tells_what_changed(snapshot)
            if not self.blind:
                self.new, self.edited, self.moved = set(), set(), set()
            self.seals[snapshot.name] = _seal(snapshot)
        if snapshots:
            named = json.loads((shelf.folder / "latest.json").read_text())["name"]
            assert named == snapshots[-1].name
            assert ended is None or ended.report["snapshot"] == named
        left = sorted(str(path.relative_to(shelf.folder)) for path in shelf.folder.rglob("*") if ".part" in str(path))
        assert ended is None or not left, f"a half snapshot was left: {left}"

    def _is_sound(self, snapshot: Snapshot) -> None:
        subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=snapshot.path, check=True)
        with closing(sqlite3.connect(f"file:{snapshot.database}?mode=ro&immutable=1", uri=True)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []

    def _loses_nothing(self, snapshot: Snapshot, before: Snapshot | None) -> None:
        now = _read(snapshot)
        if before is not None:
            then = _read(before)
            for table in ("pages", "revisions", "captures", "page_addresses"):
                assert then[table] <= now[table], f"rows of {table} were lost"
        self.gone = set(_column(snapshot, "SELECT address FROM pages WHERE gone_at IS NOT NULL"))
        assert self.gone <= self.deleted, "a page was called gone that is still there"

    def _tells_what_changed(self, snapshot: Snapshot) -> None:
        """The delta names the pages that are new, the texts that are new, the addresses that are new; nothing else."""
        with gzip.open(snapshot.path / "delta.ndjson.gz", "rt", encoding="utf-8") as stream:
            lines = [json.loads(line) for line in stream]
        added = {
            table: [one["row"] for one in lines if one["table"] == table and one["op"] == "added"] for table in _SEEN
        }
        address_of = dict(_rows(snapshot, "SELECT id, address FROM pages"))
        new = {row["address"] for row in added["pages"]}
        edited = {address_of[row["page_id"]] for row in added["revisions"]} - new
        moved = {row["address"] for row in added["page_addresses"]} - new
        nothing: set[str] = set()
        assert new == (nothing if self.blind else self.new)
        assert edited == (nothing if self.blind else self.edited)
        assert moved == (nothing if self.blind else self.moved)
        went = {
            address_of[one["key"]]
            for one in lines
            if one["table"] == "pages" and one["op"] == "changed" and one["new"].get("gone_at")
        }
        assert went <= self.deleted
        lost = [one for one in lines if one["op"] == "gone" and one["table"] in _SEEN]
        assert lost == []
        spoken_of = {address_of[page_id] for page_id in _pages_spoken_of(snapshot, lines)}
        assert spoken_of <= new | edited | moved | went, "a page that nobody touched is said to say something else"


_SEEN = ("pages", "revisions", "page_addresses")
_OF_A_PAGE = {
    "pages": "id",
    **dict.fromkeys(("page_addresses", "revisions", "events", "press_releases", "sessions"), "page_id"),
    **dict.fromkeys(("appearances", "involvements", "documents", "taggings"), "page_id"),
}


def _pages_spoken_of(snapshot: Snapshot, lines: list[dict[str, Any]]) -> set[int]:
    """Pages of whose content a line tells; that a page was looked at once more is no content."""
    pages: set[int] = set()
    keys: dict[str, set[int]] = {}
    for line in lines:
        table, op = line["table"], line["op"]
        if table not in _OF_A_PAGE or (op == "changed" and CHECKING.get(table, set()).issuperset(line["new"])):
            continue
        if op == "changed":
            keys.setdefault(table, set()).add(line["key"])
        else:
            pages.add(line["row"][_OF_A_PAGE[table]])
    for table, changed in keys.items():
        rows = dict(_rows(snapshot, f"SELECT id, {_OF_A_PAGE[table]} FROM {table}"))
        pages |= {rows[key] for key in changed}
    return pages


def _rows(snapshot: Snapshot, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{snapshot.database}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute(query).fetchall()


def _column(snapshot: Snapshot, query: str) -> list[Any]:
    return [row[0] for row in _rows(snapshot, query)]


def _read(snapshot: Snapshot) -> dict[str, set[Any]]:
    return {
        "pages": set(_column(snapshot, "SELECT id FROM pages")),
        "revisions": set(_column(snapshot, "SELECT id FROM revisions")),
        "captures": set(_column(snapshot, "SELECT id FROM captures")),
        "page_addresses": set(_column(snapshot, "SELECT address FROM page_addresses")),
    }


def _seal(snapshot: Snapshot) -> str:
    """What changes when anything in the folder does."""
    digest = hashlib.sha256()
    for root, folders, names in os.walk(snapshot.path):
        folders.sort()
        for name in sorted(names):
            path = Path(root, name)
            digest.update(f"{path.relative_to(snapshot.path)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
