"""Bodies decoded as far as they can be, never further than a limit."""

import gzip
import io
import zlib

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from scraper.decoding import dechunk, decode

TEXT = b"<html>" + b"Delegates met in Geneva. " * 400


class Kept(io.BytesIO):
    def close(self):
        pass


def zipped(body):
    return gzip.compress(body, mtime=0)


def written(writer):
    out = Kept()
    with writer(out) as stream:
        stream.write(TEXT)
    return out.getvalue()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        (None, TEXT),
        ("identity", TEXT),
        ("gzip", zipped(TEXT)),
        ("GZIP", zipped(TEXT)),
        ("x-gzip", zipped(TEXT[:50]) + zipped(TEXT[50:])),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT, wbits=-15)),
        ("br", written(BrotliWriter)),
        ("zstd", written(ZstdWriter)),
        ("deflate, gzip", zipped(zlib.compress(TEXT))),
        ("gzip", TEXT),  # saved after it was decoded, with the header kept
        ("br", TEXT),
        ("zstd", TEXT),
        ("deflate", TEXT),
    ],
    ids=[str(number) for number in range(14)],
)
def test_codings(encoding, body):
    assert decode(body, encoding) == TEXT


def test_a_torn_body_gives_what_it_holds():
    torn = decode(gzip.compress(TEXT, 0)[:5_000], "gzip")
    assert len(torn) > 4_000
    assert TEXT.startswith(torn)


def test_a_damaged_body_gives_what_stands_before_the_fault():
    body = bytearray(gzip.compress(TEXT, 0))
    body[-6] ^= 0xFF  # the checksum
    assert TEXT.startswith(decode(bytes(body), "gzip")[:9_000])
    assert len(decode(bytes(body), "gzip")) > 9_000


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_bomb_stops_at_the_limit(encoding, pack):
    assert len(decode(pack(bytes(20_000_000)), encoding, limit=10_000)) == 10_000


@pytest.mark.parametrize(
    ("chunked", "body"),
    [
        (b"5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", b"hello world"),
        (b"5;name=value\r\nhello\r\n0\r\nTrailer: x\r\n\r\n", b"hello"),
        (b"A\r\n0123456789\r\n0\r\n\r\n", b"0123456789"),
        (b"5\r\nhello\r\n6\r\n wor", b"hello wor"),  # torn
        (b"<html>not chunked", b"<html>not chunked"),
        (b"", b""),
    ],
)
def test_chunks(chunked, body):
    assert dechunk(chunked) == body


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br", "x", ""]))
def test_any_bytes_give_bytes(body, encoding):
    assert isinstance(decode(body, encoding, limit=1_000), bytes)
    assert isinstance(dechunk(body), bytes)


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=5))
def test_dechunk_undoes_chunking(pieces):
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    assert dechunk(chunked) == b"".join(pieces)
