"""What words look like, whatever line they stand on: a sentence, running text, a room."""

from __future__ import annotations

import functools
import re

from parsers.people.names import looks_like_name
from parsers.words.word_lists import WordLists

# How a sentence ends.
SENTENCE = re.compile(r"[.!?…]['”\"»)]*$")
# What has no two letters in a row is no title.
WORD = re.compile(r"[^\W\d_]{2}")


@functools.cache
def room_pattern() -> re.Pattern[str]:
    """What a line that names a room begins with or holds."""
    words = WordLists("agenda").plain
    inside = (
        words("room.room_words"),
        rf"{words('room.numbered')} \w{{1,5}}",
        rf"{words('room.counted')} (?:n[°º.] ?)?(?:\d{{1,4}}|(?-i:[IVXL]{{1,6}}|[A-Z]))",
        rf"{words('room.lettered')} [a-z0-9]",
        rf"{words('room.named')} \w{{1,12}}",
    )
    return re.compile(rf"^{words('room.room_begins')}\b|\b(?:{'|'.join(inside)})\b", re.IGNORECASE)


def is_prose(text: str) -> bool:
    """Whether a line is running text: a sentence, not a title, a name or a list."""
    if len(text) < 60:
        return bool(re.search(r"^[A-ZÀ-Þ\u0620-\u064a][^.]{25,}\.$", text)) and not looks_like_name(text.split(",")[0])
    words = text.split()
    named = looks_like_name(text.split(",")[0].strip())
    if SENTENCE.search(text) and len(words) > 9:
        return not named
    return len(text) > 240 and sum(word[0].islower() for word in words) > 0.55 * len(words) and not named
