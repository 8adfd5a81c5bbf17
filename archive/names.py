"""When two printed names are the same name: equal once case, accents, punctuation and spacing are gone.

This is all the merging that the build does, and it is safe: it never decides that two differently spelt names are one
person. People and bodies are keyed from ``name_key``, so what it returns is frozen: a change here is a change of ids.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ø": "o", "Ø": "O", "ß": "ss", "ẞ": "SS",
        "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH", "ħ": "h", "Ħ": "H", "ı": "i",
        "ə": "a", "Ə": "A", "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T", "ĸ": "k",
    }
)  # fmt: skip
_APOSTROPHES = re.compile("['’‘ʼʻ`´′ʹ]")
_NO_WORD = re.compile(r"[\W_]+")
# Arabic: tatweel goes, alef maksura and teh marbuta are written either way. The hamza of أ إ آ ؤ ئ goes as a mark.
_ARABIC = str.maketrans({"ـ": None, "ى": "ي", "ة": "ه", "ٱ": "ا"})
_ARABIC_WORD = re.compile("[\u0621-\u064a]+")
_ARTICLE = re.compile("^(?:وال|بال|كال|فال|لل|ال)(?=[\u0621-\u064a]{2})")


def fold(text: str) -> str:
    """``text`` with plain letters: no accents, ``ł`` as ``l``, ``ß`` as ``ss``; case and punctuation as they were.

    Letters of other scripts stay; theirs marks go as well (Arabic vowels and hamza, й as и).
    """
    if text.isascii():
        return text
    marks_apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    plain = "".join([letter for letter in marks_apart if not unicodedata.combining(letter)])
    return plain.translate(_ARABIC)


@lru_cache(50_000)
def name_key(name: str) -> str:
    """What two spellings of one name share: folded, lower case, apostrophes gone, other punctuation one blank.

    >>> name_key("  O’NEILL, Seán ") == name_key("O'Neill Sean")
    True
    """
    return _NO_WORD.sub(" ", _APOSTROPHES.sub("", fold(name)).casefold()).strip()


def ascii_form(name: str) -> str:
    """The form of a name that full-text search keeps beside the printed one: ``fold`` without apostrophes."""
    return _APOSTROPHES.sub("", fold(name))


def arabic_forms(text: str) -> str:
    """The Arabic words of ``text`` that are written otherwise once folded and without their article, each once.

    Kept beside a text for search: هجرة then finds a page that prints الهجرة. Empty for a text without Arabic.
    """
    forms: dict[str, None] = {}
    for word in dict.fromkeys(_ARABIC_WORD.findall(text)):
        bare = _ARTICLE.sub("", word)
        forms.update({form: None for form in (bare, fold(bare)) if form != word})
    return " ".join(forms)
