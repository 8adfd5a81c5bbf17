"""What the nightly workflow needs to know of a night, from the report that ``iom-archive update --json`` printed.

notes.py night.json            outcome=… and snapshot=…, for $GITHUB_OUTPUT
notes.py --notes night.json    the night in Markdown: the summary line, the delta, the incidents
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SHOWN = 50


def outputs(night: dict[str, Any]) -> Iterator[str]:
    """Lines for ``$GITHUB_OUTPUT``."""
    yield f"outcome={night.get('outcome') or 'failed'}"
    yield f"snapshot={night.get('snapshot') or ''}"


def notes(night: dict[str, Any]) -> Iterator[str]:
    """Lines of Markdown."""
    yield str(night.get("summary") or "The night left no report.")
    tables = (night.get("delta") or {}).get("tables") or {}
    if tables:
        yield from ("", f"Against {night['delta'].get('previous') or 'nothing'}:", "")
        yield from ("| table | added | changed | gone |", "|---|--:|--:|--:|")
        for name, counts in tables.items():
            yield f"| {name} | {counts['added']:,} | {counts['changed']:,} | {counts['gone']:,} |"
    incidents = night.get("incidents") or []
    if incidents:
        yield from ("", "Incidents:", "")
        yield from (f"- {one['step']}, {one['code']}: {_plain(one['message'])}" for one in incidents[:_SHOWN])


def _plain(text: str) -> str:
    """Words of a page as words: no Markdown, no mention of anyone."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>@#|" else c for c in " ".join(text.split()))


def main() -> None:
    """Print what was asked for."""
    *options, path = sys.argv[1:]
    try:
        night = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        night = {}  # the run was killed before it could print
    for line in notes(night) if "--notes" in options else outputs(night):
        print(line)


if __name__ == "__main__":
    main()
