"""Posts behind the body that they belong to, in the possessive: "IOM Guinea's Chief of Mission".

The body is a known one, with or without its place, or any whose head word says so ("the Ministry of Ports' Director of
Piers"). Whoever holds a post owns none: "the Secretary-General's Envoy" is one post.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.people.affiliation.offices import names_place, names_united_nations
from parsers.people.affiliation.post_words import head_of_post, heads
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s+(?=\w)")
_LONGEST_RANK = 3  # words before a post's head


@functools.lru_cache(maxsize=1024)
def owner_then_post(words: str) -> tuple[str, str] | None:
    """Post and body of "IOM Guinea's Chief of Mission"; None for other words."""
    if "'" not in words and "’" not in words:
        return None
    for mark in _POSSESSIVE.finditer(words):
        owner, post = _article().sub("", words[: mark.start()]), words[mark.end() :]
        if _starts_with_post(post) and _owns_posts(owner):
            return post, owner
    return None


@functools.cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^{leading('definite')}", re.IGNORECASE)


def _starts_with_post(words: str) -> bool:
    """Whether a post's head stands among the first words, with nothing but its rank and field before it."""
    head = heads().search(fold(words))
    if head is None:
        return False
    before = fold(words)[: head.start()].split()
    return len(before) <= _LONGEST_RANK and not _field_of_body(" ".join(before))


def _field_of_body(words: str) -> bool:
    """Whether words before a post's head name a body of their own: "Women's Council President"."""
    if not words or _project().search(words):
        return False  # "IOM Guinea's Ferry Programme Coordinator"
    return looks_like_organization(words.title()) > 0.5


@functools.cache
def _project() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('english.projects')}$", re.IGNORECASE)


def _owns_posts(owner: str) -> bool:
    """Whether words name a body, or a known one with its place: "IOM Guinea"."""
    if not owner or not owner[0].isupper() or head_of_post(owner) is not None or owner.endswith(_members()):
        return False
    known = find_organizations(owner, slot=True)
    if known and known[0].start == 0 and not names_united_nations(known[0].name):
        rest = owner[known[0].end :].strip()
        if not rest or names_place(rest):
            return True
    return " " in owner and looks_like_organization(owner) > 0.5


@functools.cache
def _members() -> tuple[str, ...]:
    """Words for people, who own no posts: "Department of Women's Affairs"."""
    return tuple(_WORDS.forms("owned.people"))
