"""What can be said of a query with parameters from its SQL."""

from __future__ import annotations

import re


def may_be_empty(sql: str, name: str) -> bool:
    """Whether the query says what an empty parameter means: everything, or a value of its own."""
    return re.search(rf":{re.escape(name)} = ''|nullif\(:{re.escape(name)}, ''\)", sql) is not None


def most_rows(sql: str) -> int | None:
    """After how many rows the answer ends, whatever there is; None where the query sets no end."""
    found = re.search(r"\blimit (\d+)\s*\Z", sql)
    return int(found[1]) if found else None


def is_word(value: str) -> bool:
    """Whether a value can be searched for: neither a number, nor a day, nor a code of two letters."""
    return sum(letter.isalpha() for letter in value) > 2
