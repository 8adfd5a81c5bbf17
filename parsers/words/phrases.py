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

import codecs
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress, count, islice
from operator import add
from typing import Any, Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")

How = Literal["any", "capital", "exact", "word"]

# A word: letters, digits, combining marks (Latin marks, Arabic vowel signs).
_GAP = re.compile(r"([^\w\u0300-\u036f\u064b-\u065f\u0670]+)")
_FIRST_WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0670]+")
_ARABIC = re.compile(r"[\u0621-\u064a]")

# Letters that Unicode does not take apart, Arabic letters that are written in several ways; marks and tatweel go.
_LETTERS = dict(
    zip("øłđðþıæœəٱىةکی", ["o", "l", "d", "d", "th", "i", "ae", "oe", "e", "ا", "ي", "ه", "ك", "ي"], strict=True)
)
_PLAIN: dict[int, str | None] = {
    **dict.fromkeys([*range(0x300, 0x370), *range(0x64B, 0x660), 0x670, 0x640]),
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
}
_VARIANT = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_CACHE_LIMIT = 20_000


def fold(word: str) -> str:
    """The word without case, diacritics and variants of one letter: "Écosse" → "ecosse", "القاهرة" → "القاهره"."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKD", word).casefold()
    return folded.translate(_PLAIN) if _VARIANT.search(folded) else folded


class _Folds(dict[str, str]):
    """Folded words, remembered: the words of a page repeat, and those of pages still more."""

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        folded = self[word] = fold(word)
        return folded


_folds = _Folds()


# Text that fits cp1252 (English, French, Spanish and their punctuation) is cut bytewise, three times as fast as by the
# pattern: each byte becomes a lower-case letter, a digit or a blank.
_BYTES = bytes(
    ord(letter.lower().encode("cp1252")) if letter.isalnum() or letter == "_" else 0x20
    for letter in (bytes([code]).decode("cp1252", "replace") for code in range(256))
)


# No page that people wrote is longer: what follows in a text of megabytes is not cut into words.
LONGEST_TEXT = 400_000


# Words with a single letter that cp1252 lacks ("Jovanović") come through as "Jovanovi_" and get their letter back.
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2c00-\u2dff\u2e80-\U0010ffff]")
_ONE_BYTE_EACH = "parsers.words.phrases: one byte each"


def _one_byte_each(error: UnicodeError) -> tuple[bytes, int]:
    """What `codecs` asks for characters that cp1252 lacks: an underscore for those of words, a blank for all others."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return bytes(0x20 if _GAP.match(letter) else 0x5F for letter in lacking), error.end


codecs.register_error(_ONE_BYTE_EACH, _one_byte_each)


class Tokens:
    """A text's words, in its first `LONGEST_TEXT` letters: word i is ``folded[i]`` and begins at ``text[starts[i]]``.

    ``arabic`` says whether Arabic letters are among them; ``word(i)`` is one as printed, ``end(i)`` where it ends,
    ``gap(i)`` what stands between it and word i + 1. ``memo`` is for what is found once and asked for again (see
    `parsers.words.lexicon`).
    """

    __slots__ = ("_printed", "arabic", "folded", "memo", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.memo: dict[str, Any] = {}
        places: Iterator[int]
        head = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT]
        plain = head.isascii()
        self.arabic = False
        if plain:
            pieces = head.encode("ascii").translate(_BYTES).decode("ascii").split(" ")
            places = map(add, accumulate(map(len, pieces), initial=0), count())
        elif _OTHER_SCRIPT.search(head) is None:
            pieces = head.encode("cp1252", _ONE_BYTE_EACH).translate(_BYTES).decode("cp1252").split(" ")
            places = map(add, accumulate(map(len, pieces), initial=0), count())
        else:
            self.arabic = _ARABIC.search(head) is not None
            parts = _GAP.split(head)
            pieces = parts[::2]
            places = islice(accumulate(map(len, parts), initial=0), 0, None, 2)
        self.starts = list(compress(places, pieces))
        words = self._printed = list(compress(pieces, pieces))
        if plain:  # in small letters already
            self.folded = words
            return
        for index, word in enumerate(words):
            if "_" in word:  # may stand for a letter that cp1252 lacks
                start = self.starts[index]
                words[index] = text[start : start + len(word)]
        self.folded = list(map(_folds.__getitem__, words))

    def __len__(self) -> int:
        return len(self.starts)

    def end(self, index: int) -> int:
        """Where a word ends."""
        return self.starts[index] + len(self._printed[index])

    def word(self, index: int) -> str:
        """A word as printed."""
        return self.text[self.starts[index] : self.end(index)]

    def gap(self, index: int) -> str:
        """What stands between a word and the next one, or the text's end."""
        return self.text[self.end(index) : self.starts[index + 1] if index + 1 < len(self.starts) else None]


def tokenise(text: str) -> Tokens:
    """Cut a text into words, once for all matchers; those of a short text are remembered."""
    return _short_tokens(text) if len(text) < _SHORT else Tokens(text)


_SHORT = 200  # characters of a slot, which several rules ask about one after the other
_short_tokens = lru_cache(maxsize=512)(Tokens)


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

# How a phrase has to stand: group, match, words (where their case matters), classes of the gaps, tail. Most share one.
_How = tuple[int, How, tuple[str, ...], tuple[int, ...], str]
# The phrases that end at one word, each with what it stands for.
_Ends = tuple[tuple[_How, Any], ...]
# A node of the trie: where nothing is behind a word the phrases that end there, else the nodes behind it by the next
# word and, under None, the phrases that end there. Tuples and dicts alone: each worker holds a hundred thousand nodes.
_Node = _Ends | dict[str | None, Any]


class PhraseMatcher(Generic[T]):
    """Phrases in one trie. Build it once; it never changes and may be shared between threads."""

    def __init__(self, phrases: Iterable[Phrase[T]]) -> None:
        self._root: dict[str | None, Any] = {}
        numbers: dict[str, int] = {}
        shared: dict[_How, _How] = {}
        for phrase in phrases:
            self._add(phrase, numbers.setdefault(phrase.group, len(numbers)), shared)
        self._groups = list(numbers)
        self._nothing: dict[str, list[Match[T]]] = {name: [] for name in numbers}

    def _add(self, phrase: Phrase[T], group: int, shared: dict[_How, _How]) -> None:
        """Hang one phrase into the trie."""
        text = phrase.text
        words: tuple[str, ...] = ()
        gaps: tuple[int, ...] = ()
        if text.isalpha():  # one word: most of them, and no need to cut
            folded, tail = [_folds[text]], ""
            if phrase.match != "any":
                words = (text,)
        else:
            tokens = tokenise(text)
            folded = tokens.folded
            if not folded:
                raise ValueError(f"a phrase without a word: {text!r}")
            final = len(folded) - 1
            if phrase.match != "any":
                words = tuple([tokens.word(index) for index in range(final + 1)])
            gaps = tuple([_gaps[tokens.gap(index)] for index in range(final)])
            tail = tokens.gap(final)
        how = (group, phrase.match, words, gaps, tail)
        end = (shared.setdefault(how, how), phrase.payload)
        node = self._root
        for word in folded[:-1]:
            following = node.get(word)
            if type(following) is not dict:  # nothing was behind this word so far
                following = node[word] = {} if following is None else {None: following}
            node = following
        last = folded[-1]
        following = node.get(last)
        if type(following) is dict:
            following[None] = (*following.get(None, ()), end)
        else:
            node[last] = (*(following or ()), end)

    def find(self, tokens: Tokens) -> list[Match[T]]:
        """Every match, in the order of the text; within a group the leftmost, then the longest."""
        return sorted((match for matches in self.find_groups(tokens).values() for match in matches), key=_place)

    def find_groups(self, tokens: Tokens) -> dict[str, list[Match[T]]]:
        """The matches by group; a group without one has an empty list."""
        found: dict[int, list[Match[T]]] = defaultdict(list)
        taken = [0] * len(self._groups)
        root, folded = self._root, tokens.folded
        if tokens.arabic:
            for index, word in enumerate(folded):
                for offset, bare in ((0, word), *_bare(word)):
                    if bare in root:
                        self._walk(tokens, index, offset, root[bare], found, taken)
            return self._by_name(found)
        final = len(folded) - 1
        for index, node in enumerate(map(root.get, folded)):
            if node is None:
                continue
            # Most words that begin a phrase do not go on with it: they are done with here.
            if type(node) is tuple:
                self._take(tokens, index, index, 0, node, found, taken)
            elif index < final and folded[index + 1] in node:
                self._walk(tokens, index, 0, node, found, taken)
            elif None in node:
                self._take(tokens, index, index, 0, node[None], found, taken)
        return self._by_name(found)

    def _by_name(self, found: dict[int, list[Match[T]]]) -> dict[str, list[Match[T]]]:
        # Most groups have no match in a short text, and share their empty lists over all texts.
        groups = self._nothing.copy()
        for number, matches in found.items():
            groups[self._groups[number]] = matches
        return groups

    def may_be_whole(self, text: str) -> bool:
        """Whether the text's first word begins any phrase: a quick look, before it is cut for `whole`."""
        first = _FIRST_WORD.search(text)
        if first is None:
            return False
        word = _folds[first.group()]
        return word in self._root or any(bare in self._root for _offset, bare in _bare(word))

    def whole(self, tokens: Tokens) -> list[tuple[str, T]]:
        """What the whole text stands for, when it is one phrase: (group, payload). Punctuation around it is free."""
        folded = tokens.folded
        if not folded:
            return []
        for offset, word in ((0, folded[0]), *_bare(folded[0])):
            node: Any = self._root.get(word)
            for following in folded[1:]:
                node = node.get(following) if type(node) is dict else None
            ends: _Ends = (node.get(None) if type(node) is dict else node) or ()
            fitting = [end for end in ends if _fits(end[0], tokens, 0, len(folded) - 1, offset)]
            if fitting:
                return [(self._groups[how[0]], payload) for how, payload in fitting]
        return []

    def _walk(
        self, tokens: Tokens, first: int, offset: int, node: _Node, found: dict[int, list[Match[T]]], taken: list[int]
    ) -> None:
        """Follow the trie from one word and keep, for each group, the longest phrase that ends on the way."""
        ends: list[tuple[int, _Ends]] = []
        folded = tokens.folded
        last, final = first, len(folded) - 1
        while type(node) is dict:
            if None in node:
                ends.append((last, node[None]))
            following = node.get(folded[last + 1]) if last < final else None
            if following is None or _gaps[tokens.gap(last)] == _HARD:
                break
            node = following
            last += 1
        if type(node) is tuple:
            ends.append((last, node))
        for last, phrases in reversed(ends):
            self._take(tokens, first, last, offset, phrases, found, taken)

    def _take(
        self,
        tokens: Tokens,
        first: int,
        last: int,
        offset: int,
        ends: _Ends,
        found: dict[int, list[Match[T]]],
        taken: list[int],
    ) -> None:
        """Keep the phrases that end at one word, the first that fits in each group that has no longer one."""
        begin = tokens.starts[first] + offset
        end = tokens.end(last)
        alone = first == last
        for how, payload in ends:
            group, match, _, _, tail = how
            if begin >= taken[group] and ((alone and match == "any") or _fits(how, tokens, first, last, offset)):
                stop = end + len(tail) if tail and tokens.text.startswith(tail, end) else end
                found[group].append(_new_match(Match, (begin, stop, payload, first, last)))
                taken[group] = stop


# A named tuple's own constructor takes twice as long, and a page has hundreds of matches.
_new_match = tuple.__new__


def _place(match: Match[Any]) -> tuple[int, int]:
    return match.start, -match.end


def _fits(how: _How, tokens: Tokens, first: int, last: int, offset: int) -> bool:
    """Whether the punctuation and the case of the text are those that the phrase asks for."""
    _, match, words, gaps, _ = how
    if gaps:
        for index, wanted in enumerate(gaps, first):
            kind = _gaps[tokens.gap(index)]
            if kind != _SOFT and kind != wanted:
                return False
    if match == "any" or offset:
        return True
    if match == "capital":
        letter = tokens.text[tokens.starts[first]]
        return letter.isupper() or letter.lower() == letter.upper()
    if any(tokens.word(index) != word for index, word in enumerate(words, first)):
        return False
    return match == "exact" or not (_shouts(tokens, first - 1, first - 1) or _shouts(tokens, last + 1, last))


def _shouts(tokens: Tokens, index: int, gap: int) -> bool:
    """Whether the neighbour is a word in capitals, a blank away: the phrase then is a word among such words."""
    if not 0 <= index < len(tokens) or tokens.gap(gap).strip(" "):
        return False
    word = tokens.word(index)
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
