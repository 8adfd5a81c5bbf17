"""Write ``sample.warc.gz`` from the pages beside it.

Run it after a page or ``captures.toml`` has changed::

    python data/sample/build_sample.py

The bytes depend on nothing but those files (and on the zlib that compresses them): record ids are derived from the
captures, dates come from ``captures.toml``, every record is compressed on its own without a time stamp. ``--check``
writes nothing and fails when the committed file holds something else. The archive's own store is not used, so that the
sample is a file "made by others" to it.
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
import tomllib
import uuid
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
NAMESPACE = uuid.UUID("6f1c2f5e-2a0b-5d3e-9c77-6a3f0c1d9b52")
NOTE = "reconstructed; facts of IOM's pages, prose and markup written for the iom-archive sample"
NOT_FOUND = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Page not found | International Organization for Migration</title></head>
<body class="path-system-404"><main><h1>Page not found</h1><p>There is no page at this address.</p></main></body>
</html>
"""


def build() -> bytes:
    """The whole WARC file: warcinfo, then a request and a response for each capture."""
    captures = tomllib.loads((HERE / "captures.toml").read_text(encoding="utf-8"))["capture"]
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    info_id = _record_id("warcinfo")
    writer.write_record(_warcinfo(writer, info_id, captures[0]["date"]))
    for capture in captures:
        _write_capture(writer, capture, info_id)
    return out.getvalue()


def _warcinfo(writer: WARCWriter, record_id: str, date: datetime) -> Any:
    fields = (
        "software: iom-archive data/sample/build_sample.py\r\n"
        "format: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
        f"description: {NOTE}\r\n"
        "robots: not fetched from the network\r\n"
    ).encode()
    headers = {"WARC-Record-ID": record_id, "WARC-Date": _warc_date(date), "WARC-Filename": "sample.warc.gz"}
    return writer.create_warc_record(
        "",
        "warcinfo",
        payload=io.BytesIO(fields),
        length=len(fields),
        warc_content_type="application/warc-fields",
        warc_headers_dict=headers,
    )


def _write_capture(writer: WARCWriter, capture: dict[str, Any], info_id: str) -> None:
    url, date, status = capture["url"], _warc_date(capture["date"]), capture.get("status", 200)
    page = capture.get("page")
    body = (HERE / "pages" / f"{page}.html").read_bytes() if page else NOT_FOUND.encode()
    response_id = _record_id("response", url, date)
    common = {"WARC-Date": date, "WARC-Warcinfo-ID": info_id}
    response = writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        http_headers=_response_headers(capture["date"], status, body),
        warc_headers_dict={**common, "WARC-Record-ID": response_id},
    )
    request = writer.create_warc_record(
        url,
        "request",
        http_headers=_request_headers(url),
        warc_headers_dict={
            **common,
            "WARC-Record-ID": _record_id("request", url, date),
            "WARC-Concurrent-To": response_id,
        },
    )
    writer.write_record(response)
    writer.write_record(request)


def _response_headers(date: datetime, status: int, body: bytes) -> StatusAndHeaders:
    # A page that names another charset than UTF-8 is served without one, as old servers did.
    charset = "" if b"windows-1252" in body else "; charset=UTF-8"
    return StatusAndHeaders(
        "200 OK" if status == 200 else "404 Not Found",
        [
            ("Date", date.strftime("%a, %d %b %Y %H:%M:%S GMT")),
            ("Content-Type", f"text/html{charset}"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "max-age=3600, public"),
            ("X-Iom-Archive-Sample", NOTE),
        ],
        protocol="HTTP/1.1",
    )


def _request_headers(url: str) -> StatusAndHeaders:
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    return StatusAndHeaders(
        f"GET {target} HTTP/1.1",
        [("Host", parts.netloc), ("Accept", "text/html"), ("User-Agent", "iom-archive-sample")],
        is_http_request=True,
    )


def _record_id(*parts: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(NAMESPACE, ' '.join(parts))}>"


def _warc_date(date: datetime) -> str:
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def main() -> int:
    """Write the file, or compare it with what would be written."""
    parser = argparse.ArgumentParser(description="Write data/sample/sample.warc.gz from the pages beside it.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is not up to date")
    args = parser.parse_args()
    target = HERE / "sample.warc.gz"
    data = build()
    if args.check:
        if target.exists() and gzip.decompress(target.read_bytes()) == gzip.decompress(data):
            return 0
        print("data/sample/sample.warc.gz is out of date: run python data/sample/build_sample.py", file=sys.stderr)
        return 1
    target.write_bytes(data)
    print(f"{target.name}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
