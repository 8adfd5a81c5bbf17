"""Bodies that a page calls by one common word: "the Council's Secretary General", "présidente de l'Association".

What the word stands for is a body that the page names in full; where it names none that begins so, nobody can tell.
A few words name the only one of a state without any other: "Cancillería".
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from parsers.organizations.names import head_words
from parsers.record import Appearance
from parsers.words.phrases import fold
from parsers.words.vocabulary import load


def spell_out_bodies(people: Iterable[Appearance], bodies: Sequence[str]) -> None:
    """Give people whose body is one common word the one of ``bodies`` that begins with it, or none."""
    heads = head_words()["sure"] | head_words()["likely"]
    for person in people:
        word = fold(person.organization or "")
        if word in heads and not (person.organization or "").isupper():
            whole = {body for body in bodies if fold(body).startswith(f"{word} ")}
            if len(whole) == 1 or word not in _whole():
                person.organization = whole.pop() if len(whole) == 1 else None


@functools.cache
def _whole() -> frozenset[str]:
    return frozenset(map(fold, load("posts")["whole_bodies"]))
