"""Lists of words and short phrases by language (data/vocab), as parts of regular expressions.

The form is that of data/vocab/README.md: "(a|b|)" is a choice, "*" any letters, "…" one to six words, an apostrophe at
the end of a word stands for no blank behind it. Blanks, apostrophes and an Arabic "and" before a word are free.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache, reduce

from parsers.words.patterns import ANY_APOSTROPHE, branching, longest_first
from parsers.words.phrases import tokenise
from parsers.words.vocabulary import LANGUAGES, load

_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_MARKS = {
    " ": r"\s+",
    "'": ANY_APOSTROPHE,
    "*": r"\w*",
    "…": r"[\w'’-]+(?:\s+[\w'’-]+){0,5}?",
}
ARABIC_AND = "و"  # written in one with the word behind it


def spelt_out(phrase: str) -> Iterator[str]:
    """Every way to read the choices of a phrase: "(will |)moderate(d|s)" gives four.

    Raises ValueError for a choice inside a choice, or a bracket that is none.
    """
    parts = _CHOICE.split(phrase)
    if any("(" in part or ")" in part for part in parts[::2]):
        raise ValueError(f"a bracket that is no choice: {phrase!r}")
    ways = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    for way in itertools.product(*ways):
        yield " ".join("".join(way).split())


class WordLists:
    """The lists of one vocabulary: tables in which a key such as ``joint.things`` holds a list for each language."""

    def __init__(self, vocabulary: str) -> None:
        self._vocabulary = vocabulary

    def forms(self, key: str, *languages: str) -> list[str]:
        """The phrases of a list, choices spelt out, in the languages asked for, else in all."""
        lists = reduce(lambda table, part: table[part], key.split("."), load(self._vocabulary))
        chosen = languages or LANGUAGES
        return [form for language in chosen for phrase in lists.get(language, ()) for form in spelt_out(phrase)]

    def any_of(self, *keys: str, languages: Iterable[str] = (), opening: bool = False) -> str:
        """Any of the phrases, a whole word at its end, as a group; ``opening``: with a capital, as sentences begin."""
        return f"(?:{_any_phrase(self._all(keys, languages), opening=opening)})"

    def leading(self, *keys: str, languages: Iterable[str] = ()) -> str:
        """Any of the phrases with the blank behind it; elided ones ("l'") need none."""
        forms = self._all(keys, languages)
        whole = _any_phrase([form for form in forms if not form.endswith("'")])
        elided = _any_phrase([form for form in forms if form.endswith("'")])
        parts = [rf"(?:{whole})\s+"] * bool(whole) + [rf"(?:{elided})\s*"] * bool(elided)
        return f"(?:{'|'.join(parts)})"

    def plain(self, *keys: str, languages: Iterable[str] = ()) -> str:
        """Any of the phrases as a group without borders, nor an Arabic "and" before it."""
        return f"(?:{_any_phrase(self._all(keys, languages), whole=False)})"

    def anchors(self, *keys: str) -> frozenset[str]:
        """One folded word of each phrase: where none of these stands in a text, none of the phrases does."""
        return frozenset(anchor(form) for form in self._all(keys, ()))

    def _all(self, keys: Iterable[str], languages: Iterable[str]) -> list[str]:
        return [form for key in keys for form in self.forms(key, *languages)]


@cache
def anchor(form: str) -> str:
    """The longest word of a phrase, folded, of those before its first "…".

    Raises ValueError where it has none, so that a list with it cannot be looked for by its words.
    """
    words = [word for part in form.partition("…")[0].split() if "*" not in part for word in tokenise(part).folded]
    if not any(words):
        raise ValueError(f"a phrase without a whole word: {form!r}")
    return max(words, key=len)


def _is_arabic(text: str) -> bool:
    return "\u0621" <= text[0] <= "\u064a"


_SIGN = "[\u064b-\u0652]?"


def _letter(letter: str) -> str:
    """A letter of a pattern; an Arabic one may bear a sign before it: "سلّمت"."""
    return _SIGN + letter if _is_arabic(letter) else re.escape(letter)


def _any_phrase(forms: Iterable[str], *, opening: bool = False, whole: bool = True) -> str:
    """Any of the phrases. ``opening``: with a capital first; ``whole``: whole words, also behind an Arabic "and"."""
    return branching(_row(form, opening, whole) for form in longest_first(set(forms)))


def _row(form: str, opening: bool, whole: bool) -> list[str]:
    """The patterns of a phrase: one for each letter, and a word's border behind the last."""
    first = form[0].upper() if opening else form[0]
    prefix = f"{ARABIC_AND}?" if whole and _is_arabic(first) else ""
    border = "" if form[-1] in "'*" or not whole else r"(?!\w)"
    rest = [_MARKS.get(letter) or _letter(letter) for letter in form[1:]]
    for place, letter in enumerate(form[1:]):
        if letter == " " and _is_arabic(form[place]):
            rest[place] = _SIGN + _MARKS[" "]  # "فضلاً عن"
    return [prefix + (_MARKS.get(first) or re.escape(first)), *rest, border]
