"""The language of a page's text: English, French, Spanish or Arabic by script and function words, else as declared.

What the head of a page declares is a hint only: pages under ``/fr/`` with English text exist, and the reverse.
"""

from __future__ import annotations

import re
from collections import Counter

from parsers.words.vocabulary import load

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS: dict[str, tuple[str, ...]] = {
    code: tuple(words.split()) for code, words in load("languages")["function_words"].items()
}
_SAMPLE = 4000  # characters; more text changes no verdict
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_BEFORE_NOON = re.compile(r"\ba(?=\.\s?m\b)", re.IGNORECASE)
# Letters that one of two languages with much the same small words has and the other has not.
_LETTERS = {"fr": frozenset("àâçèêëîïôùûœ"), "es": frozenset("áíñóú")}
_CYRILLIC_LANGUAGES = ("uk", "ru", "bg", "sr", "mk", "be", "kk", "ky")


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code of the text's language; ``declared`` decides where the text is too short to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.casefold())
    if not words:
        return declared
    if not sample.isascii():
        letters = sum(map(len, words))
        if len(_ARABIC.findall(sample)) > 0.3 * letters:
            return "ar"
        if len(_CYRILLIC.findall(sample)) > 0.3 * letters:
            return declared if declared in _CYRILLIC_LANGUAGES else "ru"
    counts = Counter(words)
    counts["a"] -= len(_BEFORE_NOON.findall(sample))
    scores = {
        code: sum(map(counts.__getitem__, function_words & counts.keys()))
        for code, function_words in _FUNCTION_WORDS.items()
    }
    if not sample.isascii():
        for code, letters_of in _LETTERS.items():
            scores[code] += sum(not letters_of.isdisjoint(word) for word in words)
    best = max(scores, key=lambda code: (scores[code], code == declared))
    if scores[best] < max(2, 0.04 * len(words)):
        return declared or ("en" if scores[best] == 0 else best)
    if declared in scores and scores[declared] >= 0.9 * scores[best]:
        return declared
    return best
