"""The language of a page's text: English, French, Spanish or Arabic by script and function words, else as declared.

What the head of a page declares is a hint only: pages under ``/fr/`` with English text exist, and the reverse.
"""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "that",
            "is",
            "was",
            "for",
            "with",
            "on",
            "as",
            "by",
            "are",
            "from",
            "which",
            "this",
            "be",
            "it",
            "at",
            "will",
            "have",
            "has",
            "an",
            "or",
            "its",
            "not",
            "been",
            "their",
            "were",
            "who",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "et",
            "du",
            "en",
            "une",
            "un",
            "que",
            "qui",
            "dans",
            "pour",
            "par",
            "sur",
            "au",
            "aux",
            "est",
            "sont",
            "avec",
            "ce",
            "cette",
            "il",
            "elle",
            "leur",
            "été",
            "plus",
            "ont",
            "a",
            "de",
            "ses",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "de",
            "del",
            "y",
            "en",
            "que",
            "un",
            "una",
            "por",
            "para",
            "con",
            "se",
            "su",
            "sus",
            "es",
            "son",
            "al",
            "como",
            "más",
            "fue",
            "ha",
            "han",
            "lo",
            "este",
            "esta",
            "entre",
            "sobre",
        ]
    ),
    "pt": frozenset(
        [
            "o",
            "os",
            "as",
            "da",
            "do",
            "das",
            "dos",
            "e",
            "em",
            "que",
            "um",
            "uma",
            "por",
            "para",
            "com",
            "se",
            "não",
            "é",
            "são",
            "ao",
            "como",
            "mais",
            "foi",
            "na",
            "no",
            "pela",
            "pelo",
            "sua",
            "seu",
        ]
    ),
    "it": frozenset(
        [
            "il",
            "lo",
            "la",
            "gli",
            "le",
            "di",
            "del",
            "della",
            "dei",
            "e",
            "in",
            "che",
            "un",
            "una",
            "per",
            "con",
            "si",
            "è",
            "sono",
            "al",
            "come",
            "più",
            "nel",
            "nella",
            "dal",
            "sul",
            "questo",
            "questa",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "in",
            "den",
            "von",
            "zu",
            "mit",
            "sich",
            "des",
            "auf",
            "für",
            "ist",
            "im",
            "dem",
            "nicht",
            "ein",
            "eine",
            "als",
            "auch",
            "es",
            "an",
            "werden",
            "aus",
        ]
    ),
}
_SAMPLE = 6000  # characters; more text changes no verdict


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code of the text's language; ``declared`` decides where the text is too short to tell."""
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return declared
    if sum("\u0600" <= c <= "\u06ff" for c in letters) > 0.3 * len(letters):
        return "ar"
    if sum("\u0400" <= c <= "\u04ff" for c in letters) > 0.3 * len(letters):
        return declared if declared in ("uk", "ru", "bg", "sr", "mk", "be", "kk", "ky") else "ru"
    counts = Counter(word.casefold() for word in _WORD.findall(sample))
    scores = {code: sum(counts[word] for word in words) for code, words in _FUNCTION_WORDS.items()}
    best = max(scores, key=lambda code: (scores[code], code == declared))
    total = sum(counts.values())
    if scores[best] < max(2, 0.04 * total):
        return declared or ("en" if scores[best] == 0 else best)
    if declared in scores and scores[declared] >= 0.9 * scores[best]:
        return declared
    return best
