"""Bodies whose part is named with them.

* behind "as": "with the Town Hall as host", "UNICEF joins them as co-organizer";
* in a compound: "the EU-funded project", "a UNHCR-led mission".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.involvement.part_nouns import nouns_pattern, role_of
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.prose_lists import SENTENCE, accepted
from parsers.page import Block
from parsers.record import Involvement, InvolvementRole
from parsers.words.lexicon import Cue, Organization
from parsers.words.phrases import Match
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_MOST = 8  # that one block is read for
_REACH = 220  # letters before "as host" that are looked at
_WORDS = WordLists("involvement_prose")


@cache
def _as() -> re.Pattern[str]:
    return re.compile(
        rf"\s{_WORDS.leading('part.as')}(?:{leading('definite', 'indefinite', 'possessive')})?"
        rf"(?:[a-zà-ÿ\u0621-\u064a]+\s+)?(?:{nouns_pattern()})"
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


def with_parts(block: Block) -> tuple[list[tuple[Body, int, InvolvementRole]], list[Match[Cue]]]:
    """The bodies of "with A and B as partners", each with the place that its span counts from, and its part; the verbs
    of "A and B join as partners", which bodies stand before.
    """
    text = block.text
    bodies: list[tuple[Body, int, InvolvementRole]] = []
    verbs: list[Match[Cue]] = []
    for part in islice(_as().finditer(text), _MOST):
        role = role_of(part)
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


def in_compounds(block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """The bodies of "the EU-funded project", "a UNHCR-led mission"."""
    found = []
    for name in names:
        stop = name.end - block.start
        compound = _compound().match(block.text, stop) if block.text[stop : stop + 1] == "-" else None
        if compound is not None and not block.text[: name.start - block.start].endswith("-"):
            role = next(role for role in _COMPOUND if compound[role])
            text = block.text[name.start - block.start : stop]
            found.append(Involvement(text, role, name.start, name.end, "compound"))
    return found


_COMPOUND: tuple[InvolvementRole, ...] = ("sponsor", "organizer", "host", "partner")


@cache
def _compound() -> re.Pattern[str]:
    words = WordLists("issuers")
    return re.compile("-(?:" + "|".join(f"(?P<{role}>{words.any_of(f'compound.{role}')})" for role in _COMPOUND) + ")")
