"""Clean text: what every block's text has gone through, whatever the capture was.

``clean`` is for one line of text. ``normalise`` is its first half (characters), for a whole document whose white space
still matters; ``" ".join(text.split())`` is its second half.

Letters that a wrong decoding spoilt ("Ã©" for "é") stay as they are: the archive quotes what the capture says.
"""

from __future__ import annotations

import re
import unicodedata

# Characters that show nothing and only get in the way of matching: controls that are no white space, soft hyphens, the
# zero-width family, marks of writing direction, byte order marks, interlinear and tag characters. The Arabic number
# signs (U+0600-0605, U+06DD) are of the same Unicode category but visible, and stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# Half of a surrogate pair cannot be stored as UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    """``text`` in Unicode NFC without unseen characters; white space as it was.

    Lone surrogates become U+FFFD. Text that is already so is returned as it is, after one pass over it.
    """
    if not text.isprintable():
        text = _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """``text`` as one clean line: NFC, no unseen characters, each run of white space (no-break blanks too) one blank.

    Entities must be resolved before. ``clean(clean(x)) == clean(x)``, and the result holds no newline.
    """
    if text.isprintable() and text.isascii():
        return " ".join(text.split()) if "  " in text else text.strip()
    return " ".join(normalise(text).split())
