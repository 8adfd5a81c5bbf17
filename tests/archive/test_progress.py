"""Progress: lines where nobody watches, a bar on a terminal, silence for machines."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from archive import progress

ROOT = Path(__file__).parents[2]
JOB = """
from archive import progress
with progress.shown() as shown:
    shown.stage("reading pages", 2000)
    for _ in range(4):
        shown.advance(500)
    shown.stage("checking")
"""


def test_lines_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    exec(JOB)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "reading pages (2,000)",
        "reading pages: 500 of 2,000",
        "reading pages: 1,000 of 2,000",
        "reading pages: 1,500 of 2,000",
        "reading pages: 2,000 of 2,000",
        "checking",
    ]


def test_nothing_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.shown(quiet=True) as shown:
        shown.stage("reading pages", 2000)
        shown.advance(2000)
    assert capsys.readouterr() == ("", "")


def test_a_bar_on_a_terminal() -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", JOB], stdout=subprocess.PIPE, stderr=theirs, cwd=ROOT)
    os.close(theirs)
    shown = b""
    while True:
        try:
            block = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not block:
            break
        shown += block
    os.close(ours)
    assert process.communicate()[0] == b""
    assert process.returncode == 0
    assert b"reading pages" in shown
    assert b"checking" in shown
