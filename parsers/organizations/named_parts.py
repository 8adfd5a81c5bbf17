"""Bodies whose part a noun names: "with the Town Hall as host", "UNICEF joins them as co-organizer"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.organizer_lists import Body
from parsers.organizations.prose_lists import SENTENCE, accepted
from parsers.page import Block
from parsers.record import InvolvementRole
from parsers.words import lexicon
from parsers.words.lexicon import Cue
from parsers.words.phrases import Match, Tokens
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_MOST = 8  # that one block is read for
_REACH = 220  # letters before "as host" that are looked at
_AS_WITHIN = 6  # words before "host" among which "as" stands
_ROLES: tuple[InvolvementRole, ...] = ("co_organizer", "host", "partner", "sponsor")
_WORDS = WordLists("involvement_prose")


@cache
def _as() -> re.Pattern[str]:
    parts = "|".join(f"(?P<{role}>{_WORDS.any_of(f'part.{role}')})" for role in _ROLES)
    return re.compile(
        rf"\s{_WORDS.leading('part.as')}(?:{leading('definite', 'indefinite', 'possessive')})?"
        rf"(?:[a-zà-ÿ\u0621-\u064a]+\s+)?(?:{parts})"
    )


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.leading('with')}")


@cache
def _joins() -> re.Pattern[str]:
    any_of = _WORDS.any_of
    return re.compile(
        rf"\s(?:{any_of('part.auxiliary')}\s+)?{any_of('part.joins')}(?:\s+{any_of('part.them')})?"
        rf"(?:\s+{any_of('part.also')})?$"
    )


@cache
def _before_parts() -> frozenset[str]:
    return _WORDS.anchors("part.as")


def places_of_parts(tokens: Tokens) -> list[int]:
    """Where in a page's text words stand that `with_parts` looks for."""
    return [
        match.start
        for match in lexicon.found(tokens, "anchor")
        if any(key.startswith("part.") for key in match.payload)
        and not _before_parts().isdisjoint(tokens.folded[max(0, match.first - _AS_WITHIN) : match.first])
    ]


def with_parts(block: Block) -> tuple[list[tuple[Body, int, InvolvementRole]], list[Match[Cue]]]:
    """The bodies of "with A and B as partners", each with the place that its span counts from, and its part; the verbs
    of "A and B join as partners", which bodies stand before.
    """
    text = block.text
    bodies: list[tuple[Body, int, InvolvementRole]] = []
    verbs: list[Match[Cue]] = []
    for part in islice(_as().finditer(text), _MOST):
        role = _role(part)
        begin = max(0, part.start() - _REACH)
        begin = max((end.end() for end in SENTENCE.finditer(text, begin, part.start())), default=begin)
        joins = _joins().search(text, begin, part.start())
        if joins is not None:
            start = joins.start() + 1
            verbs.append(Match(block.start + start, block.start + part.end(), Cue(role, follows=False), 0, 0))
            continue
        for lead in reversed(list(_with().finditer(text, begin, part.start()))):
            names = accepted(text[lead.end() : part.start()], lenient=True)
            if names and lead.end() + names[-1].end == part.start():
                bodies += [(body, block.start + lead.end(), role) for body in names]
                break
    return bodies, verbs


def _role(part: re.Match[str]) -> InvolvementRole:
    return next(role for role in _ROLES if part[role])
