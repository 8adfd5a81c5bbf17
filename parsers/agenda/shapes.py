"""What words look like, whatever line they stand on: a sentence, running text, somebody with a post."""

from __future__ import annotations

import re

from parsers.people.lines import read_people
from parsers.people.names import looks_like_name

# How a sentence ends.
SENTENCE = re.compile(r"[.!?…]['”\"»)]*$")
# What has no two letters in a row is no title, but for "Q&A".
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|\s?[&/]\s?[^\W\d_])")

_NEAR = 14  # characters of titles before a name


def is_somebody(text: str) -> bool:
    """Whether a line is somebody with a title and a post, as the last in a list of speakers is."""
    people = read_people(text) if "," in text or "،" in text or "(" in text else []
    return bool(people) and people[0].start < _NEAR and bool(people[0].honorific or people[0].sure)


def is_prose(text: str) -> bool:
    """Whether a line is running text: a sentence, not a title, a name or a list."""
    if len(text) < 60:
        return bool(re.search(r"^[A-ZÀ-Þ\u0620-\u064a][^.]{25,}\.$", text)) and not looks_like_name(text.split(",")[0])
    words = text.split()
    named = looks_like_name(text.split(",")[0].strip())
    if SENTENCE.search(text) and len(words) > 9:
        return not named
    return len(text) > 240 and sum(word[0].islower() for word in words) > 0.55 * len(words) and not named
