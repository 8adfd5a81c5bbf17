"""Write an archive's WARC files anew without some pages (docs/operate.md says what comes before and after).

    python deploy/take_out.py OLD_DATA_FOLDER NEW_DATA_FOLDER ADDRESS...

Only captures are written. The first command that writes in the new folder makes the ledger of them, and pages keep
their ids. Nothing may write in the old folder meanwhile; it is not changed.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from scraper.warc_records import gzip_member

Place = tuple[str, int]  # file and offset of a record


def take_out(old: Path, new: Path, addresses: set[str]) -> tuple[int, int]:
    """Copy all records but those of these addresses; how many were left out, and how many were copied."""
    (new / "captures").mkdir(parents=True)
    moved: dict[Place, Place] = {}
    left_out = copied = 0
    for path in sorted((old / "captures").glob("*.warc.gz")):
        with path.open("rb") as source, (new / "captures" / path.name).open("xb") as target:
            records = ArchiveIterator(source)
            for record in records:
                headers = record.rec_headers
                carried = json.loads(headers.get_header("WARC-JSON-Metadata") or "{}")
                named = {headers.get_header(name) for name in ("WARC-Target-URI", "WARC-Refers-To-Target-URI")}
                body_at = tuple(carried["body_at"]) if "body_at" in carried else None
                # What repeats a body that was left out, or was led to or from such a page, tells of it too.
                named |= {carried.get("address"), carried.get("final_address")}
                if named & addresses or (body_at is not None and body_at not in moved):
                    left_out += 1
                    continue
                if body_at is not None:
                    headers.replace_header("WARC-JSON-Metadata", json.dumps({**carried, "body_at": moved[body_at]}))
                place = target.tell()
                plain = BytesIO()
                WARCWriter(plain, gzip=False).write_record(record)
                target.write(gzip_member(plain.getvalue()))
                moved[path.name, records.get_record_offset()] = (path.name, place)
                copied += 1
    return left_out, copied


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    gone, kept = take_out(Path(sys.argv[1]), Path(sys.argv[2]), set(sys.argv[3:]))
    print(f"{gone} records left out, {kept} copied")
