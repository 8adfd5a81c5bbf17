"""Notes on somebody's life in a list of speakers: "A B is Consul at the Port of Tide. She joined in 2003 …".

The note begins with the name, or stands under it and begins with one of its words or with "she".
"""

from __future__ import annotations

import functools
import re

from parsers.people.affiliation.post_words import head_of_post
from parsers.people.lines import PersonReading, read_people
from parsers.people.names import looks_like_name, match_name, strip_honorifics
from parsers.words.patterns import alternatives
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_IS_A = re.compile(rf"\s+{any_of('is', 'works_as')}\s+{leading('definite', 'indefinite')}?")
_FIRST_SENTENCE = re.compile(r"[^.]{3,240}?(?:\.(?=\s|$)|$)")


def described_in(text: str) -> list[PersonReading]:
    """Whom a paragraph of a list of speakers tells of: "A B is Consul at the Port of Tide. She joined in 2003 …"."""
    start, titles = strip_honorifics(text)
    name = match_name(text, start)
    if name is None or not looks_like_name(name.group()):
        return []
    verb = _IS_A.match(text, name.end())
    told = _FIRST_SENTENCE.match(text, verb.end()) if verb is not None else None
    if told is None:
        return []
    people = read_people(f"{text[: name.end()]}, {told.group().rstrip('.')}")
    one = people[0] if len(people) == 1 else None
    if one is None or one.name != name.group():
        return []
    return people if titles or (one.position is not None and head_of_post(one.position) is not None) else []


def life_under_name(name: str, text: str) -> PersonReading | None:
    """Post, body and country of ``name`` in a paragraph below it: "Ann is Head of Ports at the Tide Guild. She …".

    None where the paragraph does not begin with whom it tells of, or names no post.
    """
    start, _titles = strip_honorifics(text)
    whom = re.compile(rf"(?:{alternatives({name, *name.split()})}|{_pronouns()})(?=\s)").match(text, start)
    verb = _IS_A.match(text, whom.end()) if whom is not None else None
    told = _FIRST_SENTENCE.match(text, verb.end()) if verb is not None else None
    if told is None:
        return None
    words = _clause().split(told.group().rstrip(". "), maxsplit=1)[0]
    people = read_people(f"{name}, {words}")
    one = people[0] if len(people) == 1 else None
    if one is None or one.name != name or one.position is None or head_of_post(one.position) is None:
        return None
    return one


def tells_of(name: str, text: str) -> bool:
    """Whether a line goes on about ``name`` by its first word or its last: "Ann will …", "Dr. Lund runs …"."""
    start, _titles = strip_honorifics(text)
    names = name.split()
    again = next((word for word in (names[0], names[-1]) if text.startswith(f"{word} ", start)), None)
    if again is None or len(names) == 1:
        return False
    letter = text[start + len(again) :].lstrip()[:1]
    return letter.islower() or "\u0620" <= letter <= "\u06d3"


@functools.cache
def _pronouns() -> str:
    return WordLists("people").plain("lives.pronouns")


@functools.cache
def _clause() -> re.Pattern[str]:
    """What a note goes on with behind the post: ", where she …", " and has …"."""
    return re.compile(rf"[,،]?\s{WordLists('people').any_of('lives.clauses')}\s")
