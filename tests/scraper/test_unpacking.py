"""Content codings undone to the last byte or not at all, and bodies read as text."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

from hypothesis import given
from hypothesis import strategies as st

from scraper.unpacking import read_text, unpack

CAP = 1 << 20


@given(st.binary(max_size=5000))
def test_what_was_packed_comes_out_again(body: bytes) -> None:
    assert unpack(gzip.compress(body), "gzip", CAP) == unpack(body, None, CAP) == unpack(body, "identity", CAP)


@given(st.binary(min_size=1, max_size=2000), st.data())
def test_a_stream_cut_anywhere_is_a_fault(body: bytes, data: st.DataObject) -> None:
    packed = gzip.compress(body)
    cut = data.draw(st.integers(0, len(packed) - 1))
    assert unpack(packed[:cut], "gzip", CAP).fault is not None


@given(st.binary(min_size=20, max_size=2000), st.data())
def test_no_flipped_bit_gives_another_body_unnoticed(body: bytes, data: st.DataObject) -> None:
    packed = bytearray(gzip.compress(body, mtime=0))
    packed[data.draw(st.integers(10, len(packed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    unpacked = unpack(bytes(packed), "gzip", CAP)
    assert unpacked.fault is not None or unpacked.truncated or unpacked.body == body


def test_several_members_and_padding_are_one_body_and_anything_else_is_a_fault() -> None:
    two = gzip.compress(b"one ") + gzip.compress(b"two")
    assert unpack(two, "gzip", CAP).body == b"one two"
    assert unpack(two + bytes(16), "x-gzip", CAP).body == b"one two"
    assert unpack(two + b"more", "gzip", CAP).fault == "bytes after the end of the gzip stream"


def test_codings_that_were_not_asked_for_are_faults() -> None:
    for coding in ("br", "zstd", "deflate", "gzip, gzip", "compress"):
        assert "was not asked for" in (unpack(b"x", coding, CAP).fault or "")
    assert unpack(b"plain", "gzip", CAP).fault is not None
    assert unpack(b"", "gzip", CAP).fault == "gzip stream is empty"


def test_a_bomb_is_unpacked_up_to_the_cap_and_no_further() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(100)) + packer.flush()
    tracemalloc.start()
    unpacked = unpack(bomb, "gzip", CAP)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert unpacked.truncated and len(unpacked.body) == CAP
    assert peak < 6 * CAP
    assert unpack(bytes(CAP + 1), None, CAP).truncated


@given(st.binary(max_size=500), st.sampled_from([None, "text/html", "text/html; charset=utf-8", "x; charset=nonsense"]))
def test_any_bytes_are_some_text(body: bytes, content_type: str | None) -> None:
    text = read_text(body, content_type)
    assert text.replaced == text.text.count("\ufffd")


def test_the_order_of_charsets() -> None:
    meta = b'<meta charset="iso-8859-2">\xb1'
    assert read_text(meta, None).text.endswith("ą")
    assert read_text(meta, "text/html; charset=iso-8859-1").source == "header"
    assert read_text("née".encode(), "text/html").source == "default"
    assert read_text("née".encode("cp1252"), "text/html; charset=utf-8").text == "née"
    assert read_text("x".encode("utf-16"), "text/html; charset=utf-8").text == "x"
