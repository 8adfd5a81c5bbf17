"""One clean line from any text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.clean import clean, normalise


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("Panel 1", "Panel 1"),
        ("  Panel\n\t 1 ", "Panel 1"),
        ("9:00\u00a0–\u202f10:30", "9:00 – 10:30"),
        ("mi\u00adgra\u00adtion", "migration"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u200f15 مارس\u200e 2023", "15 مارس 2023"),
        ("Andre\u0301 Nin\u0303o", "André Niño"),
        ("null\x00 byte\x07", "null byte"),
        ("cafÃ© stays", "cafÃ© stays"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("line\u2028separator\x85next", "line separator next"),
        ("", ""),
        (" \u00a0 ", ""),
        ("e\u200d\u0301", "é"),
    ],
)
def test_clean(raw: str, wanted: str) -> None:
    assert clean(raw) == wanted


@given(st.text(alphabet=st.characters()))
def test_a_clean_line_is_one_line_and_stays_as_it_is(text: str) -> None:
    line = clean(text)
    assert clean(line) == line
    assert line == " ".join(line.split())
    assert unicodedata.is_normalized("NFC", line)
    assert not line.splitlines()[1:]
    line.encode()


@given(st.text(alphabet="ab é\n\u00ad\u0301\u00a0"))
def test_normalise_then_collapse_is_clean(text: str) -> None:
    assert " ".join(normalise(text).split()) == clean(text)
