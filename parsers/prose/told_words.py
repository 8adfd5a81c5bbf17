"""Words that are told as a thing and not in a clause: "A B stressed the need for walls", "A B a salué ce partenariat".

What people say at a handover or a signing is told so as often as with "that". In Arabic the verb stands before the name
and its preposition behind the post: "شدد أ ب، وزير العمل، على أهمية …".
"""

from __future__ import annotations

import re
from functools import cache

from parsers.prose.named import Named
from parsers.prose.passage import Passage
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("prose")
_ARABIC = re.compile("[\u0620-\u064a]")
_COMMA = re.compile("\\s*[،,]\\s*")
_REACH = 40  # characters before an Arabic subject


@cache
def _tells() -> re.Pattern[str]:
    """The verb with what it tells, right behind the subject."""
    verbs = _WORDS.plain("told.verbs")
    owner = rf"(?:{leading('definite', 'possessive')}|\w+['’]s\s)(?:\w+['’]s\s)?(?:\w+\s)?"
    things = rf"{_WORDS.plain('told.of_things')}\s+{owner}{_WORDS.plain('told.things')}"
    return re.compile(rf"[,\s]+(?:{_WORDS.plain('told.adverbs')},?\s+)?(?:{verbs}|{things})(?!\w)")


@cache
def _arabic() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For each preposition the verbs that end right before a subject, and the preposition behind it."""
    pairs = (("to", r"إلى\s"), ("on", r"على\s"), ("of", r"عن\s"), ("with", r"ب\w"), ("bare", "ال|جهود|دور|دعم|اهتمام"))
    return tuple(
        (
            re.compile(rf"(?<!\w)[وف]?(?:{_WORDS.plain(f'told.{key}')})\s+(?:ال\w+\s+)?$"),
            re.compile(rf"[\s،,]*(?:{behind})"),
        )
        for key, behind in pairs
    )


def tells(passage: Passage, person: Named) -> bool:
    """Whether the sentence tells the words of a person as the object of their verb."""
    text = passage.text
    if _ARABIC.search(person.name) is None:
        return _tells().match(text, person.after) is not None
    start = max(0, person.before - _REACH)
    return any(
        verb.search(text, start, person.before) is not None
        and (
            behind.match(text, person.after) is not None
            or any(behind.match(text, comma.end()) for comma in _COMMA.finditer(text, person.end, person.after))
        )
        for verb, behind in _arabic()
    )
