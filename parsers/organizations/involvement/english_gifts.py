"""To whom things are handed over, in English: "The boats were *delivered to* A", "equipped A *with* radios".

Who is given what is named here ("vehicles", "laptops", "keys") takes part; reports and money are no such things.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.involvement.english_words import MOST, WORDS, before_name, has_article
from parsers.organizations.involvement.lists_behind import list_behind
from parsers.organizations.involvement.subjects import bodies_before
from parsers.page import Block
from parsers.record import Involvement
from parsers.words.lexicon import Cue, Organization
from parsers.words.phrases import Match
from parsers.words.small_words import any_of as any_of_small


def english_gifts(block: Block, names: list[Match[Organization]], cues: list[Match[Cue]]) -> list[Involvement]:
    """The bodies of a block to whom things are handed over, and those that hand them over."""
    text = block.text
    if not has_article(text) or _what().search(text) is None:
        return []
    found: list[Involvement] = []
    for lead in islice(_handed().finditer(text), MOST):
        bodies = list_behind(block, lead.end(), "participant", lenient=False)
        found += bodies
        if bodies and lead["gave"]:
            found += _givers(block, lead, names, cues)
    for lead in islice(_got().finditer(text), MOST):
        found += _givers(block, lead, names, cues)
    for lead in islice(_equipped().finditer(text), MOST):
        bodies = list_behind(block, lead.end(), "participant", lenient=False)
        if bodies and _with_what().match(text, bodies[-1].end - block.start):
            found += bodies + _givers(block, lead, names, cues)
    return found


def _givers(
    block: Block, lead: re.Match[str], names: list[Match[Organization]], cues: list[Match[Cue]]
) -> list[Involvement]:
    start, end = lead.span("gave")
    verb = Match(block.start + start, block.start + end, Cue("partner", follows=False), 0, 0)
    return bodies_before(block, verb, names, cues)


@cache
def _what() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){WORDS.any_of('gifts.what')}")


@cache
def _handed() -> re.Pattern[str]:
    """ "The boats *were delivered to* the", "The keys were received by the", "donated six radios to the"."""
    any_of = WORDS.any_of
    what, be = any_of("gifts.what"), any_of("gifts.be")
    over, whom = rf"(?:\s{any_of('gifts.over')})?", rf"\s{any_of_small('to')}"
    to = rf"{any_of('gifts.given')}{over}(?:\s[a-z]+){{0,3}}?{whom}"
    passive = rf"{what}[^.;:]{{0,100}}?\s(?:{be}\s(?:[a-z]+\s)?)?(?:{to}|{any_of('gifts.taken')}\s{any_of('gifts.by')})"
    active = rf"(?P<gave>{any_of('gifts.gave')}){over}\s[^.;:]{{0,90}}?{what}[^.;:]{{0,60}}?{whom}"
    made = rf"{any_of('gifts.made')}(?:\s[a-z]+){{0,3}}?\s{any_of('gifts.for')}"
    for_them = rf"{what}[^.;:]{{0,60}}?\s(?:{be}\s)(?:[a-z]+\s)?{made}"
    went = rf"{what}\s{any_of('gifts.went')}{whom}"
    return re.compile(rf"(?<!\w)(?:{active}|{passive}|{for_them}|{went})\s{before_name()}")


@cache
def _got() -> re.Pattern[str]:
    """ "The Tide Office *received* twenty radios and two vehicles"; not "received reports of six boats"."""
    got, told = WORDS.any_of("gifts.got"), WORDS.any_of("gifts.told")
    between = rf"(?:(?!{told})[a-z\d][\w’'-]*,?\s){{0,8}}?"
    return re.compile(rf"(?<!\w)(?P<gave>{got})\s{between}{WORDS.any_of('gifts.what')}")


@cache
def _equipped() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<gave>{WORDS.any_of('gifts.equipped')})\s{before_name()}")


@cache
def _with_what() -> re.Pattern[str]:
    return re.compile(rf"\s{WORDS.any_of('gifts.with')}\s[^.;:]{{0,80}}?{WORDS.any_of('gifts.what')}")
