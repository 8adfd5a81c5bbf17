"""With whom bodies before a verb do something: "IOM held *a workshop with* C", "IOM *carried out with* C"."""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.prose_lists import bodies_of_clause, involvement_of
from parsers.page import Block
from parsers.prose.body_names import is_bare_state
from parsers.record import Involvement
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_CAPITAL = r"[A-ZÀ-Þ]"


def partners_behind(block: Block, start: int) -> list[Involvement]:
    """The partners behind the verb and what is held: "IOM held *a workshop with* the Ministry of Labour"."""
    lead = _object_with().match(block.text, start)
    if lead is None:
        return []
    return [
        involvement_of(body, block.start + lead.end(), "partner", "bodies before a verb")
        for body in bodies_of_clause(block.text, lead.end())
        if not is_bare_state(body.name)
    ]


@cache
def _object_with() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s[a-zà-ÿ'’-]+){{1,6}}?,?\s{_WORDS.leading('with')}(?=(?:{leading('definite')})?{_CAPITAL})"
    )


def is_verb_with(cue: str) -> bool:
    """Whether words before bodies are a verb that bodies stand before as well: "IOM *carried out with* UNHCR"."""
    return _verb_with().fullmatch(cue) is not None


@cache
def _verb_with() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.leading('subject.verb_with')}(?:\w+\s+)?{_WORDS.any_of('with')}", re.I)
