"""Many phrases, one walk: every vocabulary's words found in a text that is cut into tokens once.

``tokenise(text)`` cuts a text into words with their places and folds each (case, diacritics, Arabic letter variants
and vowel signs away). ``PhraseMatcher`` holds phrases with what they stand for in one trie and walks it over the
tokens: longest match first, on word borders; matches of one group never overlap, those of different groups may. Of two
phrases of one group that fit the same words the one given first counts.

What counts as the same phrase:

* case and diacritics do not matter, unless the phrase's ``match`` says so (see `Phrase`);
* apostrophes of any kind, hyphens and blanks are one ("Côte d’Ivoire", "Guinea Bissau");
* a comma, bracket, ampersand, slash or full stop between words must stand in the phrase too, but may be left out in
  the text; a spaced dash, a semicolon, a colon or a line's end between words always parts them;
* Arabic: a phrase's first word may carry "and", "so", "by", "like", "for" (و ف ب ك ل), which stay outside of the match;
  "for the" (لل) stands for ل and the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")

How = Literal["any", "capital", "exact", "word"]

# A word: letters, digits, combining marks (Latin marks, Arabic vowel signs).
_GAP = re.compile(r"([^\w\u0300-\u036f\u064b-\u065f\u0670]+)")
_ARABIC = re.compile(r"[\u0621-\u064a]")

# Letters that Unicode does not take apart, and Arabic letters that are written in several ways.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": "",
        "ک": "ك",
        "ی": "ي",
    }
)
_CACHE_LIMIT = 200_000


def fold(word: str) -> str:
    """The word without case, diacritics and variants of one letter: "Écosse" → "ecosse", "القاهرة" → "القاهره"."""
    if word.isascii():
        return word.lower()
    # Alef with hamza comes apart into alef and a mark, so the Arabic letters are set right before and after.
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS)).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


class _Folds(dict[str, str]):
    """Folded words, remembered: the words of a page repeat, and those of pages still more."""

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        folded = self[word] = fold(word)
        return folded


_folds = _Folds()


class Tokens:
    """A text's words: ``words[i]`` stands at ``text[starts[i]:ends[i]]``, ``folded[i]`` is it folded.

    ``gaps[i]`` is what stands between word i and word i + 1. The first and the last word may be empty. ``memo`` is for
    what is found once and asked for again (see `parsers.lexicon`).
    """

    __slots__ = ("ends", "folded", "gaps", "memo", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        parts = _GAP.split(text)
        borders = list(accumulate(map(len, parts)))
        self.text = text
        self.words: list[str] = parts[::2]
        self.gaps: list[str] = parts[1::2]
        self.ends = borders[::2]
        self.starts = [0, *borders[1::2]]
        folds = _folds
        self.folded = [folds[word] for word in self.words]
        self.memo: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self.words)


def tokenise(text: str) -> Tokens:
    """Cut a text into words, once for all matchers."""
    return Tokens(text)


@dataclass(slots=True, frozen=True)
class Phrase(Generic[T]):
    """A phrase and what it stands for.

    ``match``: ``any`` case; ``capital``: the first word begins with a capital letter (or all of it is in capitals);
    ``exact``: letter for letter; ``word``: letter for letter and not among words in capitals ("WHO", "US", which in
    "WHO WE ARE" are words). Languages without case pass all of them.
    """

    text: str
    payload: T
    group: str = ""
    match: How = "any"


class Match(NamedTuple, Generic[T]):
    """A phrase found: ``text[start:end]``, made of the words ``first`` to ``last``."""

    start: int
    end: int
    payload: T
    first: int
    last: int


_SOFT, _HARD = 0, 99
_CLASSES = {",": 2, "(": 3, ")": 4, "&": 5, "/": 6, ".": 7, "*": 8}


class _Gaps(dict[str, int]):
    """The class of what stands between two words, remembered."""

    def __missing__(self, gap: str) -> int:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        kind = self[gap] = _gap_class(gap)
        return kind


def _gap_class(gap: str) -> int:
    if "\n" in gap:
        return _HARD
    core = gap.strip(" \u00a0\t'’‘`´′\"“”«»")
    if not core or core in "-‐‑\u2011":
        # A dash between blanks parts, a hyphen joins.
        return _SOFT if not core or gap == core else _HARD
    return _CLASSES.get(core, _HARD)


_gaps = _Gaps()

_Entry = tuple[int, How, list[str], tuple[int, ...], str, Any]  # group, match, words, gap classes, tail, payload


class PhraseMatcher(Generic[T]):
    """Phrases in one trie. Build it once; it never changes and may be shared between threads."""

    def __init__(self, phrases: Iterable[Phrase[T]]) -> None:
        listed = list(phrases)
        self._root: dict[Any, Any] = {}
        self._groups: list[str] = []
        numbers: dict[str, int] = {}
        # All phrases are cut in one go: one pass over 100 kB is much quicker than thousands over 20 letters.
        tokens = tokenise("\n".join(phrase.text for phrase in listed))
        first = 0
        for phrase in listed:
            last = first
            while last < len(tokens.gaps) and "\n" not in tokens.gaps[last]:
                last += 1
            number = numbers.setdefault(phrase.group, len(numbers))
            self._add(phrase, number, tokens, first, last)
            first = last + 1
        self._groups = list(numbers)

    def _add(self, phrase: Phrase[T], group: int, tokens: Tokens, first: int, last: int) -> None:
        """Hang one phrase into the trie; its words are the tokens ``first`` to ``last``."""
        while first < last and not tokens.words[first]:
            first += 1
        if not tokens.words[first]:
            raise ValueError(f"a phrase without a word: {phrase.text!r}")
        after = tokens.gaps[last] if last < len(tokens.gaps) else ""
        node = self._root
        for word in tokens.folded[first : last + 1]:
            node = node.setdefault(word, {})
        gaps = tuple(_gaps[gap] for gap in tokens.gaps[first:last])
        words = tokens.words[first : last + 1]
        node.setdefault(None, []).append((group, phrase.match, words, gaps, after.partition("\n")[0], phrase.payload))

    def find(self, tokens: Tokens) -> list[Match[T]]:
        """Every match, in the order of the text; within a group the leftmost, then the longest."""
        return sorted((match for matches in self.find_groups(tokens).values() for match in matches), key=_place)

    def find_groups(self, tokens: Tokens) -> dict[str, list[Match[T]]]:
        """The matches by group; a group without one has an empty list."""
        found: list[list[Match[T]]] = [[] for _ in self._groups]
        root, folded = self._root, tokens.folded
        taken = [0] * len(found)
        if _ARABIC.search(tokens.text):
            for index, word in enumerate(folded):
                if word in root:
                    self._walk(tokens, index, 0, root[word], found, taken)
                for offset, bare in _bare(word):
                    if bare in root:
                        self._walk(tokens, index, offset, root[bare], found, taken)
        else:
            for index in [index for index, word in enumerate(folded) if word in root]:
                self._walk(tokens, index, 0, root[folded[index]], found, taken)
        return dict(zip(self._groups, found, strict=True))

    def whole(self, tokens: Tokens) -> list[tuple[str, T]]:
        """What the whole text stands for, when it is one phrase: (group, payload). Punctuation around it is free."""
        used = [index for index, word in enumerate(tokens.words) if word]
        if not used:
            return []
        first, last = used[0], used[-1]
        word = tokens.folded[first]
        nodes = [(0, self._root.get(word)), *((offset, self._root.get(bare)) for offset, bare in _bare(word))]
        for offset, node in nodes:
            for following in tokens.folded[first + 1 : last + 1]:
                if node is None:
                    break
                node = node.get(following)
            entries = node.get(None) if node is not None else None
            fitting = [entry for entry in entries or () if _fits(entry, tokens, first, last, offset)]
            if fitting:
                return [(self._groups[entry[0]], entry[5]) for entry in fitting]
        return []

    def _walk(
        self,
        tokens: Tokens,
        first: int,
        offset: int,
        node: dict[Any, Any],
        found: list[list[Match[T]]],
        taken: list[int],
    ) -> None:
        """Follow the trie from one word and keep, for each group, the longest phrase that ends on the way."""
        ends: list[tuple[int, list[_Entry]]] = []
        folded, gaps = tokens.folded, tokens.gaps
        last, final = first, len(gaps)
        while True:
            entries = node.get(None)
            if entries is not None:
                ends.append((last, entries))
            if last == final:
                break
            following = node.get(folded[last + 1])
            if following is None or _gaps[gaps[last]] == _HARD:
                break
            node = following
            last += 1
        begin = tokens.starts[first] + offset
        for last, entries in reversed(ends):
            for entry in entries:
                group = entry[0]
                if begin >= taken[group] and _fits(entry, tokens, first, last, offset):
                    end = tokens.ends[last]
                    if entry[4] and tokens.text.startswith(entry[4], end):
                        end += len(entry[4])
                    found[group].append(Match(begin, end, entry[5], first, last))
                    taken[group] = end


def _place(match: Match[Any]) -> tuple[int, int]:
    return match.start, -match.end


def _fits(entry: _Entry, tokens: Tokens, first: int, last: int, offset: int) -> bool:
    """Whether the punctuation and the case of the text are those that the phrase asks for."""
    _, match, words, gaps, _, _ = entry
    for index, wanted in enumerate(gaps):
        kind = _gaps[tokens.gaps[first + index]]
        if kind != _SOFT and kind != wanted:
            return False
    if match == "any" or offset:
        return True
    if match == "capital":
        letter = tokens.words[first][0]
        return letter.isupper() or letter.lower() == letter.upper()
    if tokens.words[first : last + 1] != words:
        return False
    return match == "exact" or not (_shouts(tokens, first - 1, first - 1) or _shouts(tokens, last + 1, last))


def _shouts(tokens: Tokens, index: int, gap: int) -> bool:
    """Whether the neighbour is a word in capitals, a blank away: the phrase then is a word among such words."""
    if not 0 <= index < len(tokens.words) or not 0 <= gap < len(tokens.gaps) or tokens.gaps[gap].strip(" "):
        return False
    word = tokens.words[index]
    return len(word) > 1 and word.isalpha() and word.isupper()


_bare_forms: dict[str, tuple[tuple[int, str], ...]] = {}


def _bare(word: str) -> tuple[tuple[int, str], ...]:
    """An Arabic word without its prefixed particles: (letters taken off, the rest), nearest first."""
    known = _bare_forms.get(word)
    if known is not None:
        return known
    if len(_bare_forms) > _CACHE_LIMIT:
        _bare_forms.clear()
    forms: list[tuple[int, str]] = []
    if _ARABIC.match(word):
        stems = [(0, word)]
        if len(word) > 3 and word[0] in "وف":
            stems.append((1, word[1:]))
            forms.append((1, word[1:]))
        for offset, stem in stems:
            if len(stem) > 3 and stem.startswith("لل"):
                forms.append((offset + 1, "ال" + stem[2:]))
            elif len(stem) > 3 and stem[0] in "بكل":
                forms.append((offset + 1, stem[1:]))
    result = _bare_forms[word] = tuple(forms)
    return result
