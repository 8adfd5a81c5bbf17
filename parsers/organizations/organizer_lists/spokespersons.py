"""A person who stands for a body in a list: "Amy Pope, Director General, International Organization for Migration"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parsers.organizations.names import head_words
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.organizer_lists.pieces import is_name, pieces_between
from parsers.organizations.organizer_lists.single_names import body_in
from parsers.words.phrases import tokenise
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")


def spokesperson(text: str, start: int, end: int) -> Body | None:
    """A person with a post that stands for a body: "NAME, POST, BODY" or "NAME, POST"."""
    pieces = pieces_between(text, start, end, re.compile(r","))
    if len(pieces) < 2:
        return None
    name = text[pieces[0][0] : pieces[0][1]].strip()
    if not _person().match(name) or is_name(name):
        return None
    words = tokenise(text[pieces[1][0] : pieces[1][1]]).folded
    posts = head_words()["posts"]
    if not any(word in posts or word == "high" for word in [word for word in words if word][:3]):
        return None
    body = body_in(text, pieces[-1][0] if len(pieces) > 2 else pieces[1][0], end)
    if body is None:
        return None
    post = text[pieces[1][0] : pieces[-2][1] if len(pieces) > 2 else pieces[1][1]].strip(" .,")
    return replace(body, person=_titles_first().sub("", name), post=post)


@cache
def _person() -> re.Pattern[str]:
    """A person's name: two to five words that begin with a capital letter, particles and initials among them."""
    word = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|al|bin|van|von|der|de|da|dos|del|la|el|ben|ould)"
    return re.compile(rf"^{_titles()}*{word}(?:\s+{word}){{1,5}}$")


@cache
def _titles() -> str:
    return rf"(?:{_WORDS.any_of('names.titles')}\.?\s+)"


@cache
def _titles_first() -> re.Pattern[str]:
    return re.compile(f"^{_titles()}+")
