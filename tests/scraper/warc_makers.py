"""WARC files as other tools write them, made with warcio or by hand."""

from __future__ import annotations

import gzip
import io
import zlib

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HTML_HEADERS = (("Content-Type", "text/html; charset=utf-8"),)


class ForeignWarc:
    """Collects records; `data` is the file."""

    def __init__(self, *, zipped: bool = True, version: str = "1.0") -> None:
        self._out = io.BytesIO()
        self._writer = WARCWriter(self._out, gzip=zipped, warc_version=version)
        self.ends: list[int] = []

    @property
    def data(self) -> bytes:
        return self._out.getvalue()

    def record(
        self,
        kind: str,
        address: str,
        payload: bytes,
        *,
        status: str = "200 OK",
        headers=HTML_HEADERS,
        protocol="HTTP/1.1",
        **named: str,
    ) -> ForeignWarc:
        http = StatusAndHeaders(status, list(headers), protocol=protocol) if kind in ("response", "revisit") else None
        warc_headers = {name.replace("_", "-"): value for name, value in named.items()}
        self._writer.write_record(
            self._writer.create_warc_record(
                address, kind, payload=io.BytesIO(payload), http_headers=http, warc_headers_dict=warc_headers
            )
        )
        self.ends.append(self._out.tell())
        return self

    def page(self, address: str, payload: bytes, date: str = "2020-05-01T10:00:00Z", **more: object) -> ForeignWarc:
        return self.record("response", address, payload, WARC_Date=date, **more)  # type: ignore[arg-type]


def by_hand(headers: dict[str, str], block: bytes, *, version: str = "WARC/1.0") -> bytes:
    """One plain record, written without any library."""
    fields = {"WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000000>", **headers}
    fields.setdefault("Content-Length", str(len(block)))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"{version}\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def http(body: bytes, status: str = "HTTP/1.1 200 OK", **headers: str) -> bytes:
    fields = {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"{status}\r\n{head}\r\n".encode() + body


def one_member(data: bytes) -> bytes:
    return gzip.compress(data)


def members(*records: bytes) -> bytes:
    return b"".join(zlib.compress(record, wbits=31) for record in records)
