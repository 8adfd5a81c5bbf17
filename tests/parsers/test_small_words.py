"""The small words: every list is told at the head of its file, asked for in the code, and holds each word once."""

import re
from pathlib import Path

import pytest

from parsers.words.vocabulary import FOLDER, load

LISTS = load("small_words")
HEAD = "\n".join(
    line for line in (FOLDER / "small_words.toml").read_text(encoding="utf-8").splitlines() if line.startswith("#")
)
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "parsers").rglob("*.py"))


@pytest.mark.parametrize("key", LISTS)
def test_a_list_is_told_and_used(key: str) -> None:
    assert re.search(rf"\b{key}\b", HEAD), "say at the head of the file what the list is for"
    assert re.search(rf"[\"']{key}[\"']", CODE), "no pattern asks for the list"


@pytest.mark.parametrize("key", LISTS)
def test_a_list_holds_each_word_once(key: str) -> None:
    assert len(LISTS[key]) == len(set(LISTS[key])) > 0
