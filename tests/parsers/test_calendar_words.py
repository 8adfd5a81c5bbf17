"""The vocabulary of dates holds what the grammar counts on, in every language."""

from __future__ import annotations

import re

import pytest

from parsers.dates.words import MONTHS, WORDS, leading, level, look_up
from parsers.words.vocabulary import LANGUAGES, load

LISTS = ("and", "range", "between", "of", "on", "in", "published", "stamped", "at", "numbered", "function", "day")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_names_its_months_days_and_joining_words(code: str) -> None:
    language = load("calendar")[code]
    assert [len(language[key]) for key in ("months", "weekdays", "days")] == [12, 7, 7]
    assert all(names and all(names) for key in ("months", "weekdays", "days") for names in language[key])
    assert [key for key in LISTS if not language[key]] == []
    assert set(language["relative"]) == {
        "before_yesterday",
        "yesterday",
        "today",
        "tomorrow",
        "this_week",
        "next_week",
        "last_week",
    }


def test_no_name_stands_for_two_months_or_two_weekdays() -> None:
    calendar = load("calendar")
    for key in ("months", "weekdays"):
        numbers: dict[str, set[int]] = {}
        for table in calendar.values():
            for number, names in enumerate(table.get(key, ()) if isinstance(table, dict) else ()):
                for name in names:
                    numbers.setdefault(level(name), set()).add(number)
        assert {name for name, found in numbers.items() if len(found) > 1} == set()


def test_every_month_is_looked_up_as_printed() -> None:
    for code in LANGUAGES:
        for number, names in enumerate(load("calendar")[code]["months"], start=1):
            for name in names:
                for form in (name, name.upper(), name.lower(), level(name)):
                    kind, value = look_up(form) or ("", None)
                    assert kind in "mb", form
                    assert (value[0] if kind == "b" else value) == number


def test_the_word_that_is_march_and_tuesday_is_both() -> None:
    assert WORDS["mar"] == ("b", (3, 1))
    assert MONTHS["mars"] == 3


@pytest.mark.parametrize(
    ("text", "end"), [("le 9", 3), ("l'année", 2), ("l’année", 2), ("the\u00a0", 4), ("le", None), ("lent 9", None)]
)
def test_the_blank_behind_small_words(text: str, end: int | None) -> None:
    found = re.match(leading("article"), text)
    assert (found and found.end()) == end
