"""Contact details and blocked people are blotted out, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.privacy import BLOT, Blocked, blot


@pytest.mark.parametrize(
    "text",
    [
        "Email: jane.doe@iom.int",
        "jane.doe [at] iom.int",
        "jdoe (arroba) oim.org.pe",
        "Tel: +41 22 717 94 80",
        "Tel.: 022 717 9480",
        "Mobile (079) 217-33-74",
        "Tél. +41.22.7179480",
        "Call +254 (0) 20 4221 000 now",
        "Call 0041 22 717 9111 now",
        "(+63 2) 8230 1999",
        "هاتف: 0041227179111",
    ],
)
def test_contact_details_go(text: str) -> None:
    plain = blot(text)
    assert len(plain) == len(text)
    assert BLOT in plain
    assert "@" not in plain
    assert sum(letter.isdigit() for letter in plain) == 0


@pytest.mark.parametrize(
    "text",
    [
        "30-31 March 2023, 10:00 - 11:00",
        "Resolution 73/195 of 19 December 2018",
        "USD 1 000 000 for 2 500 000 people since 2015 - 2016",
        "more than 200,000,000 migrants, +1,000,000 in 2020",
        "at 10.30 (at the Palais)",
        "ISBN 978-92-9068-000-0",
        "Telephone interviews with 1,200 people in 2014",
        "@UNmigration",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert blot(text) == text


@given(st.text(alphabet="ab@.+0123456789 ()[]t-TelÉ\n"))
def test_the_length_never_changes(text: str) -> None:
    assert len(blot(text)) == len(text)


def test_a_long_hostile_line_takes_no_time() -> None:
    assert len(blot("a." * 500_000 + "@" + "0 " * 500_000)) == 2_000_001


def test_blocked_people() -> None:
    blocked = Blocked.of(["Jane  Doe"])
    assert blocked.names("JANE DOE")
    assert not blocked.names("Jane Does")
    assert blocked.blot("Ms Jane Doe and Jane Doeson, jane\ndoe") == f"Ms {BLOT * 8} and Jane Doeson, {BLOT * 8}"
    assert Blocked.of([]).blot("Jane Doe") == "Jane Doe"
