"""Who does it in the passive, place and time between participle and bodies: "opened in Lomé yesterday (12/06) by A"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.prose_lists import bodies_of_clause, involvement_of, is_source
from parsers.page import Block
from parsers.record import Involvement
from parsers.words.lexicon import Cue
from parsers.words.patterns import alternatives
from parsers.words.phrases import Match
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_MOST = 60  # that one block is read for
_LONGEST_GAP = 110  # characters from the participle to "by"


def agents(block: Block, cues: list[Match[Cue]]) -> list[Involvement]:
    """The bodies that a passive names, other words between: "a centre was opened in Lomé yesterday by A and B"."""
    found = []
    for by in islice(_by_bodies().finditer(block.text), _MOST):
        if any(cue.start - block.start <= by.start() < cue.end - block.start for cue in cues):
            continue
        participle = _participle().search(block.text, max(0, by.start() - _LONGEST_GAP), by.start())
        if participle is None or _ONLY_YEAR.fullmatch(participle[1]):
            continue
        if not is_source(block.text, participle.start()):
            bodies = bodies_of_clause(block.text, by.end())
            offset = block.start + by.end()
            found += [involvement_of(body, offset, "organizer", "words before bodies") for body in bodies]
    return found


@cache
def _by_bodies() -> re.Pattern[str]:
    return re.compile(rf"\s{_WORDS.leading('passive.by')}(?=(?:{leading('definite')})?[A-ZÀ-Þ\u0621-\u064a])")


@cache
def _participle() -> re.Pattern[str]:
    days = alternatives(
        names[0].lower()
        for language in ("fr", "es")
        for key in ("months", "weekdays")
        for names in load("calendar")[language][key]
    )
    return re.compile(
        rf"(?<!\w){_WORDS.any_of('passive.verbs')}"
        rf"((?:,?\s(?:[A-ZÀ-Þ(\d\u0621-\u064a][^\s,;:.،]*+|(?:{_WORDS.any_of('passive.between')}|{days})(?=[\s,]|$)))*+),?$"
    )


_ONLY_YEAR = re.compile(r"\D*(?:19|20)\d\d\D*")  # "opened in 2015 by": that is another time's matter
