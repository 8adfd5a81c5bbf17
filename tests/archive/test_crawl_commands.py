"""``crawl`` and ``sites`` as a user meets them: plans, progress, summaries, and what channels last gave."""

from __future__ import annotations

import json
import os
import pty
import sqlite3
import subprocess
from pathlib import Path

from click.testing import CliRunner

from archive import exit_codes
from archive.cli import main_group
from archive.settings import DataFolder
from tests.standin import a_trial
from tests.standin.trial import COMMAND


def invoke(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main_group, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_a_plan_for_an_empty_archive_names_channels_and_seeds_and_writes_nothing(tmp_path: Path) -> None:
    code, said = invoke("--data", str(tmp_path / "data"), "crawl", "--dry-run", "--site", "www", "--max-pages", "100")
    assert code == 0
    assert "listing www/listing/news" in said and "https://www.iom.int/search?" in said
    assert "new, found by seed" in said and "https://www.iom.int/idm-second-session-2024" in said
    assert "pages are due; nothing was fetched" in said
    assert not (tmp_path / "data").exists()


def test_sites_lists_what_there_is_and_what_each_last_gave() -> None:
    with a_trial(24) as trial:
        trial.site.spoil("/rss.xml", "gone_404")
        trial.crawl("--concurrency", "2")
        arguments = ("--data", str(trial.data), "sites", "--sites", str(trial.sites))
        code, said = invoke(*arguments)
        assert code == 0
        assert "www*" in said and "listing/news" in said and "sitemap/sitemap.xml" in said
        code, said = invoke(*arguments, "--json")
        site = json.loads(said)[0]
        assert site["pages"] == 24 and site["default"]
        channels = {channel["name"]: channel for channel in site["channels"]}
        assert channels["www/sitemap/sitemap.xml"]["items"] == 24
        assert channels["www/listing/news"]["complete_at"] is not None
        assert channels["www/feed/rss.xml"]["problem"] == "404" and channels["www/feed/rss.xml"]["ok_at"] is None


def test_sites_needs_no_archive(tmp_path: Path) -> None:
    code, said = invoke("--data", str(tmp_path / "none"), "sites")
    assert code == 0
    assert "www.iom.int" in said and "never" in said


def test_sites_counts_the_pages_that_were_imported(built: DataFolder) -> None:
    code, said = invoke("--data", str(built.root), "sites", "--json")
    assert code == 0
    assert {site["host"]: site["pages"] for site in json.loads(said) if site["pages"]} == {"www.iom.int": 7}


def test_sites_keeps_each_channel_on_a_line_of_its_own(built: DataFolder) -> None:
    """However narrow the window: names that are cut in two cannot be looked for."""
    done = CliRunner(env={"COLUMNS": "80"}).invoke(main_group, ["--data", str(built.root), "sites"])
    head, first, *rest = done.output.splitlines()
    assert head.split() == ["site", "host", "pages", "channel", "gave", "last", "read", "problem"]
    assert first.split() == ["www*", "www.iom.int", "7", "feed/rss.xml", "never"]
    assert "listing/news-es" in {line.split()[0] for line in rest}
    assert {line.split()[0] for line in rest if not line.startswith(" ")} >= {"governingbodies*", "malta"}


def test_a_sites_file_that_is_not_there_is_named_once(tmp_path: Path) -> None:
    code, said = invoke("--data", str(tmp_path), "sites", "--sites", str(tmp_path / "none.toml"))
    assert code == exit_codes.USAGE
    assert f"iom-archive: {tmp_path / 'none.toml'}: No such file or directory\n" in said


def test_a_terminal_sees_one_line_that_moves() -> None:
    with a_trial(24) as trial:
        ours, theirs = pty.openpty()
        arguments = [argument for argument in trial.arguments("--max-pages", "3", delay=0.15) if argument != "--json"]
        running = subprocess.Popen(
            arguments,
            stdout=subprocess.PIPE,
            stderr=theirs,
            env={**trial.environment(), "TERM": "xterm", "COLUMNS": "150"},
        )
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        out, _ = running.communicate()
        os.close(ours)
        assert running.returncode == 0
        line = seen.decode()
        assert "pages" in line and "/min" in line and "due" in line and "waiting for iom.int" in line
        assert out.decode().startswith("max_pages: 3 pages (3 new")


def test_a_crawl_without_a_terminal_prints_its_summary_alone() -> None:
    with a_trial(24) as trial:
        arguments = [argument for argument in trial.arguments("--concurrency", "2") if argument != "--json"]
        ran = subprocess.run(arguments, capture_output=True, text=True, env=trial.environment(), check=False)
        assert ran.returncode == 0
        assert ran.stdout.startswith("done: 24 pages (24 new, 0 changed")
        assert "verdicts: " in ran.stdout and "0 pages still due" in ran.stdout
        assert ran.stderr == ""
        assert COMMAND[0] in arguments


def test_what_tells_of_pages_is_no_page_of_the_archive() -> None:
    with a_trial(24) as trial:
        trial.crawl("--concurrency", "2")
        code, said = invoke("--data", str(trial.data), "build")
        assert code == 0, said
        connection = sqlite3.connect(trial.data / "archive.db")
        addresses = {row[0] for row in connection.execute("SELECT address FROM pages")}
        connection.close()
        assert addresses == trial.site.addresses()
