"""Bytes of any encoding become text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.decode import decode

ARABIC = (
    "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1256'></head><body>الهجرة</body>"
)


@pytest.mark.parametrize(
    ("body", "content_type", "encoding", "source", "text"),
    [
        (b"plain", None, "utf-8", "bytes", "plain"),
        ("Besançon".encode(), None, "utf-8", "bytes", "Besançon"),
        ("Besançon".encode(), "text/html; charset=iso-8859-1", "utf-8", "bytes", "Besançon"),
        ("Besançon – “x”".encode("cp1252"), "text/html; charset=ISO-8859-1", "cp1252", "header", "Besançon – “x”"),
        ("Besançon – “x”".encode("cp1252"), None, "cp1252", "fallback", "Besançon – “x”"),
        (ARABIC.encode("cp1256"), None, "cp1256", "meta", ARABIC),
        (ARABIC.encode("cp1256"), "text/html; charset=utf-8", "cp1256", "meta", ARABIC),
        ("\ufeffé".encode(), "text/html; charset=latin1", "utf-8", "bom", "é"),
        ("é".encode("utf-16"), None, "utf-16-le", "bom", "é"),
        ("é".encode("utf-16-le"), "text/html; charset=utf-16le", "utf-16-le", "header", "é"),
        ("会議".encode("iso2022_jp"), "text/html; charset=iso-2022-jp", "iso2022_jp", "header", "会議"),
        (b"<p>x", "text/html; charset=no-such-thing", "utf-8", "bytes", "<p>x"),
    ],
)
def test_encodings(body: bytes, content_type: str | None, encoding: str, source: str, text: str) -> None:
    found = decode(body, content_type)
    assert (found.text, found.encoding, found.source, found.lost) == (text, encoding, source, 0)


def test_a_page_cut_within_a_letter_loses_that_letter_only() -> None:
    found = decode("Première réunion à Genève".encode()[:-3])
    assert (found.text, found.encoding, found.lost) == ("Première réunion à Gen\ufffd", "utf-8", 1)


def test_lost_letters_are_counted() -> None:
    assert decode(b"\x81\x8d caf\xe9").lost == 2


@given(st.binary(), st.none() | st.text())
def test_any_bytes_become_text(body: bytes, content_type: str | None) -> None:
    found = decode(body, content_type)
    assert found.lost == found.text.count("\ufffd")
