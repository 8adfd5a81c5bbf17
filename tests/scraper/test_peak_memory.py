"""The peak memory that a run reports is its own."""

from __future__ import annotations

import subprocess
import sys

from scraper.report import peak_memory


def test_a_large_parent_does_not_count() -> None:
    large = bytearray(b"x" * 300_000_000)
    command = [sys.executable, "-c", "from scraper.report import peak_memory; print(peak_memory())"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert 5_000_000 < int(ran.stdout) < len(large) <= peak_memory()
