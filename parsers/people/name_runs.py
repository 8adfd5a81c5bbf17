"""Names in running text: runs of capitalised words that can be names."""

from __future__ import annotations

import functools
import re

from parsers.people.names import PARTICLES, RUN, head_words, is_abstract, names_too, not_names
from parsers.words.phrases import fold
from parsers.words.small_words import any_of
from parsers.words.vocabulary import load

_LEADING_PARTICLES = frozenset(["al", "bin", "ibn", "van", "von", "ould", "ben", "ter", "vom", "zu"])
_ELIDED = re.compile(r"^[lLdD]['’](?=\w{3})")


_OF = re.compile(r"d['’](?=[^\W\da-zß-ÿ_])")
_JOINT = re.compile(r"\s[ye]\s")
_AND = ("Y", "E")  # at the head of a sentence, before a name
_POST_IN_WAITING = re.compile(rf"\w-{any_of('in_waiting')}$")  # "Director General-Elect A B"
_NAME, _BORDER, _SMALL, _LEADING, _STARTER = range(5)


@functools.lru_cache(maxsize=1024)
def _sort_of_word(word: str) -> int:
    """What a word of a capitalised run is: a name's word, a border of names, a small word inside one, or before one."""
    bare = word.removesuffix("'s").removesuffix("’s").strip(".,").casefold()
    if word in _AND:
        return _STARTER
    if bare in PARTICLES:
        if not word[0].islower():
            return _NAME
        return _LEADING if bare in _LEADING_PARTICLES else _SMALL
    hard, _soft = not_names()
    elided = _ELIDED.sub("", bare)
    if names_too(word):
        return _NAME
    if (
        _POST_IN_WAITING.search(bare)
        or bare in hard
        or elided in hard
        or bare in head_words()
        or elided in head_words()
        or is_abstract(bare)
    ):
        return _BORDER
    if fold(bare) in _starters():
        return _STARTER
    return _SMALL if word[0].islower() else _NAME


def name_runs(text: str, *, single: bool = True) -> list[tuple[int, int]]:
    """Spans of words that can be names: runs of capitalised words, cut where a body's, post's or menu's word stands.

    Without ``single`` only runs of two words and more.
    """
    runs: list[tuple[int, int]] = []
    for match in RUN.finditer(text):
        group = match.group()
        if " " not in group:
            if single and _sort_of_word(group) == _NAME:
                runs.append(match.span())
            continue
        start: int | None = None
        position = end = match.start()
        for word in group.split(" "):
            sort = _sort_of_word(word)
            if sort == _BORDER:
                if start is not None:
                    runs.append((start, end))
                start = None
            elif start is not None or sort in (_NAME, _LEADING) or _is_given_name(text, position, word):
                start = position if start is None else start
                end = position + len(word)
            elif _OF.match(word):
                start = position + 2  # "les mots d'Aline Diop"
                end = position + len(word)
            position += len(word) + 1
        if start is not None:
            runs.append((start, end))
    parted = (part for a, b in runs for part in _parted(text, a, b))
    return [span for a, b in parted if (span := _trim(text, a, b)) is not None and (single or " " in text[a:b])]


_INSIDE = re.compile(r"[a-zß-ÿ][,،]?\s$")  # a word right before, which the sentence does not end behind


def _is_given_name(text: str, position: int, word: str) -> bool:
    """Whether a word that may begin a sentence before a name is a part of it here: "the Mayor, Said A B"."""
    return word in load("cues")["sentence"]["starters_too"] and _INSIDE.search(text, 0, position) is not None


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The two full names that "y" joins in a run: "Ana Ruiz y Luis Gil", but not "Luis Gil y Soto"."""
    joint = _JOINT.search(text, start, end)
    if joint is None or not (" " in text[start : joint.start()] and " " in text[joint.end() : end]):
        return [(start, end)]
    return [(start, joint.start()), (joint.end(), end)]


@functools.cache
def _starters() -> frozenset[str]:
    """Words that are capitalised where they begin a sentence and then stand before a name: "Según A B"."""
    return frozenset(fold(word) for word in load("cues")["sentence"]["starters"])


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without small words at its ends and without the sentence's full stop; None where nothing is a name's."""
    words = text[start:end].split(" ")
    while words and words[-1] in PARTICLES:
        end -= len(words.pop()) + 1
    while len(words) > 1 and words[0] in PARTICLES and words[0] not in _LEADING_PARTICLES:
        start += len(words.pop(0)) + 1
    soft = not_names()[1]
    if not words or all(word.strip(".,").casefold() in soft for word in words):
        return None
    last = words[-1]
    return (start, end - 1) if last.endswith(".") and len(last.rstrip(".")) > 2 else (start, end)
