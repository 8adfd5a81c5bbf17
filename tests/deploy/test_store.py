"""The workflow's store, with a stand-in for the ``gh`` command that keeps releases in a folder."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from archive.settings import DataFolder
from scraper.store import CaptureStore
from tests.archive.sheets import Sheet, keep

ROOT = Path(__file__).parents[2]
STORE = ROOT / "deploy" / "github" / "store.sh"
NOTES = ROOT / "deploy" / "github" / "notes.py"

# What the script asks of gh, as gh does it; an asset that is there already is an error, as with the real one.
GH = r"""#!/usr/bin/env bash
set -eu
echo "$*" >>"$FAKE_HUB/log"
if [ -n "${FAKE_FAILS_AT:-}" ] && [[ "$*" == *"$FAKE_FAILS_AT"* ]]; then echo "gh: HTTP 502" >&2; exit 1; fi
case "$1 $2" in
"release list") ls "$FAKE_HUB/releases" ;;
"release create") mkdir "$FAKE_HUB/releases/$3" ;;
"release view") ls "$FAKE_HUB/releases/$3" ;;
"release download") [ "$4 $6" = "--pattern --dir" ]; cp "$FAKE_HUB/releases/$3/$5" "$7/" ;;
"release upload") name=$(basename "$4"); [ ! -e "$FAKE_HUB/releases/$3/$name" ] && cp "$4" "$FAKE_HUB/releases/$3/$name" ;;
"release delete-asset") rm "$FAKE_HUB/releases/$3/$4" ;;
*) echo "gh: $*?" >&2; exit 2 ;;
esac
"""


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A repository's releases."""
    (tmp_path / "hub" / "releases").mkdir(parents=True)
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH)
    gh.chmod(0o755)
    return tmp_path / "hub"


def store(hub: Path, action: str, data: Path, **env: str) -> subprocess.CompletedProcess[str]:
    path = f"{hub.parent / 'bin'}:{os.environ['PATH']}"
    environment: Mapping[str, str] = {**os.environ, "FAKE_HUB": str(hub), "PATH": path, **env}
    return subprocess.run([STORE, action, data], capture_output=True, text=True, env=environment, check=False)


def assets(hub: Path) -> list[str]:
    return sorted(path.name for path in (hub / "releases" / "store").iterdir())


def capture(data: Path, name: str) -> None:
    keep(DataFolder(data), [Sheet(f"events/{name}", title=name)], at="2024-10-10T08:00:00")


def bodies(data: Path) -> set[bytes]:
    with CaptureStore(data, write=True) as opened:
        return {opened.read_body(one) for one in opened.captures()}


def night(hub: Path, data: Path, name: str) -> None:
    assert store(hub, "fetch", data).returncode == 0
    capture(data, name)
    kept = store(hub, "keep", data)
    assert kept.returncode == 0, kept.stderr


def test_each_run_finds_all_that_the_runs_before_it_kept(hub: Path, tmp_path: Path) -> None:
    for number in range(3):
        night(hub, tmp_path / f"run{number}", f"meeting-{number}")
    data = tmp_path / "run3"
    assert store(hub, "fetch", data).returncode == 0
    assert len(bodies(data)) == 3
    names = assets(hub)
    assert len(names) == 2, "an older asset was left"
    assert names[0].startswith("iom-") and ".warc.gz." in names[0] and names[1].startswith("ledger.db.gz.")


def test_the_last_snapshot_and_the_reports_come_along(hub: Path, tmp_path: Path) -> None:
    data = tmp_path / "run0"
    assert store(hub, "fetch", data).returncode == 0
    capture(data, "meeting")
    for name in ("2026-11-20", "2026-11-21"):
        (data / "snapshots" / name).mkdir(parents=True)
        (data / "snapshots" / name / "snapshot.json").write_text("{}")
    (data / "snapshots" / "latest.json").write_text(json.dumps({"name": "2026-11-21"}))
    (data / "reports").mkdir()
    (data / "reports" / "20261121T000000Z.json").write_text("{}")
    assert store(hub, "keep", data).returncode == 0
    later = tmp_path / "run1"
    assert store(hub, "fetch", later).returncode == 0
    assert {path.name for path in (later / "snapshots").iterdir()} == {"latest.json", "2026-11-21"}
    assert (later / "reports" / "20261121T000000Z.json").exists()


@pytest.mark.parametrize("fails_at", ["release list", "release download", "release view"])
def test_a_store_that_cannot_be_had_ends_the_run_and_stays(hub: Path, tmp_path: Path, fails_at: str) -> None:
    night(hub, tmp_path / "run0", "meeting")
    before = assets(hub)
    assert store(hub, "fetch", tmp_path / "run1", FAKE_FAILS_AT=fails_at).returncode != 0
    assert assets(hub) == before


@pytest.mark.parametrize("fails_at", ["upload store", "ledger.db.gz", "delete-asset"])
def test_a_run_that_is_cut_off_while_it_keeps_loses_nothing(hub: Path, tmp_path: Path, fails_at: str) -> None:
    night(hub, tmp_path / "run0", "kept-before")
    data = tmp_path / "run1"
    assert store(hub, "fetch", data).returncode == 0
    capture(data, "cut-off")
    assert store(hub, "keep", data, FAKE_FAILS_AT=fails_at).returncode != 0
    later = tmp_path / "run2"
    assert store(hub, "fetch", later).returncode == 0
    found = bodies(later)
    assert bodies(tmp_path / "run0") <= found
    if fails_at != "upload store":
        assert len(found) == 2, "the captures were in the store, so their rows come back"
    with sqlite3.connect(later / "ledger.db") as ledger:
        assert ledger.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def notes(path: Path, *options: str) -> str:
    return subprocess.run(["python3", NOTES, *options, path], capture_output=True, text=True, check=True).stdout


def test_notes_tell_of_the_night_and_its_delta(tmp_path: Path) -> None:
    path = tmp_path / "night.json"
    path.write_text(
        json.dumps(
            {
                "outcome": "published",
                "snapshot": "2026-11-21",
                "summary": "published 2026-11-21",
                "delta": {"previous": "2026-11-20", "tables": {"pages": {"added": 1200, "changed": 2, "gone": 0}}},
                "incidents": [{"step": "crawl", "code": "listing_empty", "message": "<b>@someone</b>\n# [x](y)"}],
            }
        )
    )
    assert notes(path) == "outcome=published\nsnapshot=2026-11-21\n"
    told = notes(path, "--notes")
    assert told.startswith("published 2026-11-21\n")
    assert "| pages | 1,200 | 2 | 0 |" in told and "Against 2026-11-20" in told
    assert r"\<b\>\@someone" in told and "\n# " not in told


def test_notes_of_a_night_that_was_killed(tmp_path: Path) -> None:
    (tmp_path / "night.json").write_text("")
    assert notes(tmp_path / "night.json") == "outcome=failed\nsnapshot=\n"
    assert "no report" in notes(tmp_path / "night.json", "--notes")
