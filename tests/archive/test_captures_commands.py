"""``import`` and ``verify`` as their users run them: output, exit codes, the next run, another run at the same time."""

import json
import os
import pty
import shutil
import signal
import sqlite3
import subprocess
import sys

import pytest
from click.testing import CliRunner

from archive import exit_codes
from archive.cli import main_group
from tests.scraper.makers import page, rows, warc_files
from tests.scraper.warc_makers import ForeignWarc

A = "https://www.iom.int/news/council-opens"
TEXT = f"URL: {A}\n\nDelegates of forty states met.\n"
COMMAND = [sys.executable, "-c", "from archive.cli import main; main()"]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run_it(*arguments, data="data", code=0):
        done = CliRunner().invoke(main_group, ["--data", str(data), *map(str, arguments)])
        assert done.exit_code == code, done.output + repr(done.exception)
        return done

    return run_it


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT)
    (folder / "page.html").write_bytes(page(address=A + "-saved"))
    (folder / "w.warc.gz").write_bytes(ForeignWarc().page(A + "-warc", page("W")).data)
    return folder


def test_import_and_again(run, inbox):
    assert run("import", "inbox").stdout == "imported 3 captures\n"
    assert run("import", "inbox").stdout == "imported 0 captures; 3 here already\n"
    (inbox / "two.txt").write_text(TEXT + "More.")
    assert run("import", "inbox/two.txt").stdout == "imported 1 capture\n"


def test_failures_are_named_and_the_exit_code_tells(run, inbox, tmp_path):
    (inbox / "empty.txt").write_text("")
    (inbox / "w.warc.gz").write_bytes(ForeignWarc().page(A, page()).page(A + "-2", page()).data[:-50])
    done = run("import", "inbox", "missing.html", code=exit_codes.PARTIAL)
    assert done.stdout == "imported 3 captures; 3 failed\n"
    told = [line for line in done.stderr.splitlines() if line.startswith("failed")]
    assert told == [
        "failed: inbox/empty.txt: empty: the file has no bytes",
        "failed: inbox/w.warc.gz: truncated: the file ends inside a gzip member (1 whole record before it)",
        "failed: missing.html: unreadable: there is no such file",
    ]
    [(command, code, counts)] = rows(tmp_path / "data", "SELECT command, exit_code, counts FROM runs")
    assert (command, code, json.loads(counts)) == ("import", exit_codes.PARTIAL, {"failed": 3, "imported": 3})


def test_what_is_not_the_page_itself_is_counted(run, inbox):
    warc = (
        ForeignWarc().page(A, page()).page(A + "/a", b"", status="404 Not Found").page(A + "/b", b"", status="410 Gone")
    )
    (inbox / "w.warc.gz").write_bytes(warc.page(A + "/c", b"", status="301 Moved Permanently").data)
    done = run("import", "inbox/w.warc.gz")
    assert done.stdout == "imported 4 captures, 3 of them not the page itself (2 gone, 1 moved)\n"


def test_json_is_one_object_a_line(run, inbox):
    (inbox / "bad.txt").write_text("no address")
    done = run("import", "--json", "inbox", code=exit_codes.PARTIAL)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [item.get("outcome") for item in told] == ["failed", "imported", "imported", "imported", None]
    assert told[1] == {
        "outcome": "imported",
        "file": "inbox/one.txt",
        "address": A,
        "capture": 1,
        "verdict": "ok",
        "reason": None,
    }
    assert told[-1] == {"counts": {"imported": 3, "known": 0, "skipped": 0, "failed": 1}}
    assert done.stderr == ""


def test_url(run, inbox):
    (inbox / "bare.html").write_text("<html><body>x</body></html>")
    assert run("import", "inbox/bare.html", "--url", A).stdout == "imported 1 capture\n"
    for paths in (["inbox"], ["inbox/one.txt", "inbox/bare.html"], ["inbox/w.warc.gz"]):
        assert "one text capture or saved page" in run("import", *paths, "--url", A, code=exit_codes.USAGE).stderr
    assert "not an http" in run("import", "inbox/bare.html", "--url", "iom.int", code=exit_codes.USAGE).stderr


def test_nothing_to_import(run, tmp_path):
    (tmp_path / "void").mkdir()
    assert "there is no file in void" in run("import", "void", code=exit_codes.NOTHING).stderr
    assert not (tmp_path / "data").exists()


def test_a_second_run_is_told_who_holds_the_folder(run, inbox, tmp_path):
    holder = (
        "import sys; from pathlib import Path; from scraper.store import CaptureStore\n"
        "with CaptureStore(Path(sys.argv[1]), write=True, command='crawl'): print('held', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", holder, tmp_path / "data"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        process.stdout.readline()
        done = run("import", "inbox", code=exit_codes.LOCKED)
        assert f"crawl, process {process.pid} on " in done.stderr
        assert run("verify").stdout.startswith("0 captures")  # readers need no lock
        run("import", "inbox", data=tmp_path / "elsewhere")  # another folder is another archive
    finally:
        process.communicate("")
    run("import", "inbox")


def test_a_newer_ledger_is_refused(run, inbox, tmp_path):
    run("import", "inbox")
    connection = sqlite3.connect(tmp_path / "data" / "ledger.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for arguments in (["import", "inbox"], ["verify"]):
        done = run(*arguments, code=exit_codes.NEWER_DATA)
        assert "newer version" in done.stderr
        assert "Update iom-archive" in done.stderr


def test_verify(run, inbox, tmp_path):
    assert "iom-archive import" in run("verify", code=exit_codes.NOTHING).stderr
    run("import", "inbox")
    assert run("verify").stdout == "3 captures, all as stored\n"
    [(offset, address)] = rows(tmp_path / "data", "SELECT warc_offset, address FROM captures WHERE id = 2")
    path = warc_files(tmp_path / "data")[0]
    data = bytearray(path.read_bytes())
    data[offset + 300] ^= 1
    path.write_bytes(data)
    done = run("verify", code=exit_codes.DAMAGED)
    named, summary = done.stdout.splitlines()
    assert named.startswith(f"damaged: captures/{path.name} at byte {offset:,} (capture 2, {address}): ")
    assert summary.startswith("3 captures; 1 damaged")
    damage, counts = map(json.loads, run("verify", "--json", code=exit_codes.DAMAGED).stdout.splitlines())
    assert (damage["file"], damage["offset"], damage["capture_id"]) == (path.name, offset, 2)
    assert counts == {"captures": 3, "damaged": 1}


def test_repairs_are_told(run, inbox, tmp_path):
    run("import", "inbox")
    with warc_files(tmp_path / "data")[0].open("ab") as stream:
        stream.write(b"\x1f\x8b\x08\x00torn")
    assert "repaired: captures/iom-" in run("import", "inbox").stderr
    assert "repaired" not in run("import", "inbox").stderr


def test_a_full_disk_is_told_and_what_was_stored_is_whole(run, inbox, tmp_path):
    """A file size limit stands in for the disk: the kernel refuses to write beyond it in the same way."""
    run("import", "inbox")
    for number in range(200):
        (inbox / f"more-{number}.txt").write_text(f"URL: {A}-{number}\n\n" + os.urandom(3_000).hex())
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "from archive.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--data", "data", "import", "inbox"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == exit_codes.DISK, done.stderr
    assert "the disk is full" in done.stderr
    assert run("verify").stdout == "3 captures, all as stored\n"
    assert run("import", "inbox").stdout == "imported 200 captures; 3 here already\n"


def test_a_bar_on_a_terminal(inbox, tmp_path):
    main_end, child_end = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "--data", tmp_path / "data", "import", inbox], stderr=child_end, stdout=subprocess.PIPE, text=True
    )
    os.close(child_end)
    shown = b""
    try:
        while chunk := os.read(main_end, 4096):
            shown += chunk
    except OSError:
        pass  # the other end was closed
    stdout, _ = process.communicate()
    os.close(main_end)
    assert process.returncode == 0
    assert b"Importing" in shown
    assert b"\x1b[" in shown
    assert "imported 3 captures" in stdout


def test_two_archives_side_by_side_do_not_meet(run, inbox, tmp_path):
    run("import", "inbox/one.txt", data=tmp_path / "a")
    run("import", "inbox/page.html", data=tmp_path / "b")
    addresses = [rows(tmp_path / name, "SELECT address FROM captures") for name in "ab"]
    assert addresses == [[(A,)], [(A + "-saved",)]]
    shutil.rmtree(tmp_path / "a")
    assert run("verify", data=tmp_path / "b").stdout == "1 capture, all as stored\n"


def test_ctrl_c_keeps_what_was_taken_in(run, inbox, tmp_path):
    for number in range(1_200):
        (inbox / f"more-{number}.txt").write_text(f"URL: {A}-{number}\n\nDelegates met {number} times. " * 20)
    process = subprocess.Popen(
        [*COMMAND, "--data", "data", "import", "--json", "inbox"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        text=True,
    )
    process.stdout.readline()  # what it tells of all is more than a pipe holds, so that it cannot end by itself
    process.send_signal(signal.SIGINT)
    told = process.communicate()[1]
    assert process.returncode == exit_codes.INTERRUPTED
    assert "the same command goes on from there" in told
    assert rows(tmp_path / "data", "SELECT exit_code FROM runs") == [(exit_codes.INTERRUPTED,)]
    run("import", "inbox")
    assert run("verify").stdout == "1,203 captures, all as stored\n"
