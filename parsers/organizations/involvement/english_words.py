"""Words of `english_turns` and `english_gifts` as parts of their patterns."""

from __future__ import annotations

from functools import cache

from parsers.words.small_words import any_of as any_of_small
from parsers.words.small_words import word_set
from parsers.words.word_lists import WordLists

WORDS = WordLists("english_turns")
MOST = 24  # that one block is read for
CAPITAL = r"[A-ZÀ-Þ]"


def before_name() -> str:
    """Where a name begins, with an article or without: nothing is taken of it."""
    return rf"(?=(?:{any_of_small('the_en')}\s)?{CAPITAL})"


def in_any_case(key: str) -> str:
    """Any of a list's phrases, in small letters or with a capital as sentences begin."""
    return rf"(?:{WORDS.any_of(key)}|{WORDS.any_of(key, opening=True)})"


def has_article(text: str) -> bool:
    """Whether an English article stands in a text: without one nothing is looked for."""
    return any(article in text for article in _articles())


@cache
def _articles() -> tuple[str, ...]:
    return tuple(form for word in sorted(word_set("the_en")) for form in (f" {word} ", f"{word.capitalize()} "))
