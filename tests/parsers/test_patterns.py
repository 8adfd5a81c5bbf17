"""Patterns made of a vocabulary's words: longest first, whole words, free of case and accents."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.words.patterns import ANY_APOSTROPHE, alternatives, branching, whole_words
from parsers.words.phrases import fold

WORDS = ["state", "State Secretary", "Sénat", "c.v.", "وزارة"]


def test_the_longest_word_wins_and_marks_are_plain() -> None:
    pattern = re.compile(alternatives(["state", "state secretary", "c.v."]))
    found = pattern.findall("state secretary, state, c.v., cxvx")
    assert found == ["state secretary", "state", "c.v."]


def test_the_longest_word_wins_whatever_its_case() -> None:
    words = re.compile(alternatives(["The Port", "the", "The", "the Port Trust"]), re.IGNORECASE)
    assert words.findall("THE PORT TRUST and the port") == ["THE PORT TRUST", "the port"]


def test_beginnings_and_ends_that_several_rows_share_are_spelt_once() -> None:
    assert branching(["taken", "take", "rest"]) == "take(?:n|)|rest"
    assert branching(["joins it", "joins us", "leads it", "leads us"]) == "(?:joins |leads )(?:it|us)"


@given(
    words=st.sets(st.text("abA '(", max_size=5), min_size=1),
    text=st.text("abA '(", max_size=8),
    mind_case=st.booleans(),
)
def test_any_words_give_what_trying_each_of_them_gives(words: set[str], text: str, mind_case: bool) -> None:
    flags = 0 if mind_case else re.IGNORECASE
    each = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    found, expected = re.match(alternatives(words), text, flags), re.match(each, text, flags)
    assert (found and found.group()) == (expected and expected.group())


def test_words_that_begin_with_a_mark_are_alternatives_as_well() -> None:
    assert re.findall(alternatives(["'s", "(tbc)", "(tba)", "so"], apostrophe=ANY_APOSTROPHE), "’s (tba) so") == [
        "’s",
        "(tba)",
        "so",
    ]


def test_blanks_inside_of_a_word_are_as_free_as_asked_for() -> None:
    assert re.fullmatch(alternatives(["round table"]), "round  table") is None
    assert re.fullmatch(alternatives(["round table"], r"\s+"), "round \n table")


def test_apostrophes_are_of_the_kind_asked_for() -> None:
    assert re.fullmatch(alternatives(["l'agence"]), "l’agence") is None
    assert re.fullmatch(alternatives(["l'agence"], apostrophe=ANY_APOSTROPHE), "l’agence")


@pytest.mark.parametrize("text", ["The STATE", "le Senat", "au Sénat.", "state secretary", "C.V. ", "وزاره العمل"])
def test_whole_words_mind_no_case_and_no_accent(text: str) -> None:
    assert whole_words(WORDS).search(fold(text))


@pytest.mark.parametrize("text", ["estate", "statement", "sénateur", "بوزارة"])
def test_parts_of_words_are_none(text: str) -> None:
    assert whole_words(WORDS).search(fold(text)) is None


def test_a_hyphen_is_a_border_unless_it_joins() -> None:
    assert whole_words(["minister"]).search("vice-minister")
    assert whole_words(["minister"], hyphens_join=True).search("vice-minister") is None
