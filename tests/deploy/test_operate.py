"""docs/operate.md says what is true: every exit code, commands that exist, and a way to take a page out that works."""

from __future__ import annotations

import gzip
import re
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from archive import exit_codes
from archive.cli import main_group
from scraper.store import CaptureStore
from tests.standin import a_trial

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"(?<![-/\w])iom-archive(?: --data \S+)? ([a-z]+)(?![\w/-])((?: --[a-z-]+)*)", TEXT)))


def test_every_exit_code_is_explained_and_no_other() -> None:
    codes = {value for name, value in vars(exit_codes).items() if name.isupper()}
    rows = re.findall(r"(?m)^\| (\d+) \| (.+?) \| (.+?) \|$", TEXT)
    assert {int(code) for code, _, _ in rows} == codes
    assert len(rows) == len(codes)


def test_no_line_still_waits_for_its_words() -> None:
    for path in (ROOT / "docs").glob("*.md"):
        assert re.findall(r"(?m)^(?:[A-Z]+_[A-Z_]+|TODO.*|TBD.*)$", path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.parametrize("place", ["docs/operate.md", "deploy/docker/Dockerfile", ".github/workflows/nightly.yml"])
def test_what_operators_install_holds_all_that_a_night_needs(place: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    needed = {
        re.split(r"[<>=~!; ]", line)[0] for line in (*project["dependencies"], *extras["serve"], *extras["snapshot"])
    }
    named = set(re.findall(r"requirements/(\w+)\.txt", (ROOT / place).read_text())) - {"build"}
    assert named
    for name in named:
        pins = re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements" / f"{name}.txt").read_text())
        assert needed <= set(pins)


@pytest.mark.parametrize(("name", "options"), COMMANDS)
def test_commands_and_options_exist(name: str, options: str) -> None:
    command = main_group.get_command(click.Context(main_group), name)
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(options.split()) <= known


def test_files_that_are_named_exist() -> None:
    for path in re.findall(r"\b(?:deploy|docs|requirements)/[\w./@-]+[\w]", TEXT):
        assert (ROOT / path).exists(), path


def test_a_page_is_taken_out_of_the_captures_and_all_else_stays(tmp_path: Path) -> None:
    with a_trial(24) as trial:
        trial.crawl("--concurrency", "2")
        trial.site.forward(days=40)
        trial.crawl("--concurrency", "2")  # so that there are revisits too
        unwanted = next(address for address in sorted(trial.site.addresses()) if "/news/" in address)
        new = tmp_path / "new"
        subprocess.run(
            [sys.executable, ROOT / "deploy" / "take_out.py", trial.data, new, unwanted], check=True, cwd=ROOT
        )
        with CaptureStore(new, write=True) as store:
            left = list(store.captures())
            assert len(store.repairs) > 0, "the ledger is made anew"
        ours = "address, captured_at, status, verdict, body_sha256, text_sha256, page_id"
        before = trial.rows(f"SELECT {ours} FROM captures WHERE address != ? AND record_id IS NOT NULL", unwanted)
    with closing(sqlite3.connect(new / "ledger.db")) as ledger:
        after = ledger.execute(f"SELECT {ours} FROM captures").fetchall()
    assert sorted(map(repr, after)) == sorted(repr(tuple(row.values())) for row in before)
    assert any(capture.verdict == "not_modified" and capture.body_sha256 for capture in left)
    warcs = b"".join(gzip.decompress(path.read_bytes()) for path in (new / "captures").glob("*.gz"))
    page = next(page for page in trial.site.pages.values() if unwanted.endswith(page.path))
    assert page.body.encode() not in warcs
    assert f"WARC-Target-URI: {unwanted}\r".encode() not in warcs
    for arguments in (["verify"], ["build"]):
        result = CliRunner().invoke(main_group, ["--data", str(new), *arguments])
        assert result.exit_code == 0, result.output
    with closing(sqlite3.connect(new / "archive.db")) as archive:
        found = {row[0] for row in archive.execute("SELECT address FROM pages WHERE kind IS NOT NULL")}
    assert found == trial.site.addresses() - {unwanted}
