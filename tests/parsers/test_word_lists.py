"""Lists of words and short phrases as patterns: what their marks mean."""

import re
from pathlib import Path

import pytest

from parsers.words import vocabulary
from parsers.words.word_lists import WordLists, anchor

FRUIT = """
[fruit]
eat.en = ["eat(s|en|)", "bite … off", "peel*"]
eat.fr = ["mange d'", "croque"]
eat.ar = ["أكل"]
"""


@pytest.fixture
def fruit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WordLists:
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    (tmp_path / "fruit.toml").write_text(FRUIT, encoding="utf-8")
    return WordLists("fruit")


@pytest.mark.parametrize(
    "text", ["eat", "eats", "eaten", "bite a big piece\noff", "peeling", "mange  d’", "أكل", "وأكل"]
)
def test_marks(fruit: WordLists, text: str) -> None:
    assert re.fullmatch(fruit.any_of("fruit.eat"), text)


@pytest.mark.parametrize("text", ["eating", "ea", "bite off", "bite one two three four five six seven off", "croquer"])
def test_only_whole_words(fruit: WordLists, text: str) -> None:
    assert re.match(fruit.any_of("fruit.eat"), text) is None


def test_languages_and_capitals(fruit: WordLists) -> None:
    assert fruit.forms("fruit.eat", "fr") == ["mange d'", "croque"]
    assert re.match(fruit.any_of("fruit.eat", languages=["fr"]), "eats") is None
    assert re.fullmatch(fruit.any_of("fruit.eat", opening=True), "Croque")
    assert re.match(fruit.any_of("fruit.eat", opening=True), "croque") is None


@pytest.mark.parametrize(
    ("text", "end"), [("eats figs", 5), ("mange d’une", 8), ("eatsfigs", None), ("croquefigue", None)]
)
def test_the_blank_behind(fruit: WordLists, text: str, end: int | None) -> None:
    found = re.match(fruit.leading("fruit.eat"), text)
    assert (found and found.end()) == end


def test_anchors(fruit: WordLists) -> None:
    assert anchor("derrière … se trouvent") == "derriere"
    assert anchor("en tant qu'") == "tant"
    with pytest.raises(ValueError, match="without a whole word"):
        fruit.anchors("fruit.eat")
